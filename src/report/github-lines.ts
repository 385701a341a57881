import type { Location } from "./report.js";

/** Address of lines of a file on GitHub, as they stand at a commit. */
export function linesOnGitHub(
  { server, repository, commit }: { server: string; repository: string; commit: string },
  { path, startLine, endLine }: Location,
): string {
  const file = path
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  // Of what GitHub renders, only the plain text has lines.
  const plain = RENDERED.test(path) ? "?plain=1" : "";
  const lines = endLine > startLine ? `#L${startLine}-L${endLine}` : `#L${startLine}`;
  return `${server}/${repository}/blob/${commit}/${file}${plain}${lines}`;
}

const RENDERED = /\.(?:csv|tsv|md|geojson|svg)$/i;
