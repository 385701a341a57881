import { version } from "../../package.json";
import { type PrettyOptions, renderPretty } from "../report/pretty.js";
import type { Location, Report } from "../report/report.js";
import { UsageError } from "./edges.js";
import { oneOf } from "./options.js";

export const FORMATS = ["pretty", "json", "sarif", "github", "markdown"] as const;
export type FormatName = (typeof FORMATS)[number];

/** A format, and the file it goes to; standard output where there is none. */
export interface Format {
  readonly name: FormatName;
  readonly file: string | undefined;
}

/** `--format pretty --format sarif=out.sarif`; pretty is also the default where all formats go to files. */
export function parseFormats(values: readonly string[] | undefined): Format[] {
  const formats = (values ?? ["pretty"]).map((value): Format => {
    const at = value.indexOf("=");
    const name = oneOf("--format", at < 0 ? value : value.slice(0, at), FORMATS);
    const file = at < 0 ? undefined : value.slice(at + 1);
    if (file === "") throw new UsageError(`--format ${value}: the name of the file is missing.`);
    return { name, file };
  });
  const files = formats.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`Two formats cannot go to one file: ${twice}.`);
  const [, second] = formats.filter((format) => format.file === undefined);
  if (second) {
    throw new UsageError(
      `Only one format can go to standard output; give ${second.name} a file: --format ${second.name}=<file>.`,
    );
  }
  return formats;
}

/** Where the lines of a file can be opened; the runner of GitHub Actions tells it. */
type LinkTo = ((location: Location) => string) | undefined;

/** What a summary of GitHub Actions can hold is 1 MiB; another page of that size nobody reads. */
const MARKDOWN_BUDGET = 1_000_000;
const IN_JSON = "in the report that --format json writes";

/** Renders a report; all renderers but the usual one are loaded when they are asked for. */
export async function render(
  name: FormatName,
  report: Report,
  options: PrettyOptions & { readonly env: Readonly<Record<string, string | undefined>> },
): Promise<string> {
  switch (name) {
    case "pretty":
      return renderPretty(report, options);
    case "json":
      return (await import("../report/json.js")).renderJson(report, version);
    case "sarif": {
      const { renderSarif } = await import("../report/sarif.js");
      return renderSarif(report, version);
    }
    case "github": {
      const { renderGithub } = await import("../report/github.js");
      return renderGithub(report, { elsewhere: IN_JSON });
    }
    case "markdown": {
      const { renderMarkdown } = await import("../report/markdown.js");
      const linkTo = await linkToFrom(options.env);
      const links = linkTo ? { linkTo } : {};
      return renderMarkdown(report, { budget: MARKDOWN_BUDGET, elsewhere: IN_JSON, ...links });
    }
  }
}

async function linkToFrom(env: Readonly<Record<string, string | undefined>>): Promise<LinkTo> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  if (!server || !repository || !commit) return undefined;
  const { linesOnGitHub } = await import("../report/github-lines.js");
  return (location) => linesOnGitHub({ server, repository, commit }, location);
}
