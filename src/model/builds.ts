import type { Document } from "../read/document.js";
import type { OriginTable } from "./origins.js";
import type { Part } from "./part.js";
import type { Product } from "./snapshot.schema.js";
import type { Build } from "./workspace.js";

/** What an instance's files say of its server. */
export interface Server {
  readonly product: Product | undefined;
  readonly builds: readonly Build[];
}

/**
 * The server's build: a snapshot counts before session info, and that before the packages, which bear the build that
 * exported them. Where they differ none is known.
 */
export function serverOf(parts: readonly Part[], origins: OriginTable): Server {
  const stated = parts
    .flatMap((part) => (part.snapshot.server ? [{ part, server: part.snapshot.server }] : []))
    .sort((a, b) => RANK.indexOf(a.part.document.format) - RANK.indexOf(b.part.document.format));
  const builds = stated.flatMap(({ part, server }): Build[] =>
    server.buildNumber ? [{ build: server.buildNumber, place: placeOf(part.document) }] : [],
  );
  const [first] = stated;
  if (!first) return { product: undefined, builds };
  // Of several builds neither number nor release is known to be the server's.
  const product: Product = areMixed(builds)
    ? { buildNumber: undefined, releaseName: undefined }
    : { buildNumber: firstOf(stated, "buildNumber"), releaseName: firstOf(stated, "releaseName") };
  origins.addSection(
    product,
    stated.map(({ part, server }) => ({ document: part.document, route: ["server"], value: server })),
  );
  return { product, builds };
}

const RANK = [
  "snapshot",
  "session-info",
  "campaign-package",
] as const satisfies readonly string[] as readonly string[];

/** Whether files come from different builds: `9394` and `9394@28aaec9` are one. */
export function areMixed(builds: readonly Build[]): boolean {
  return new Set(builds.map(({ build }) => numberOf(build))).size > 1;
}

function numberOf(build: string): string {
  return /^\s*(\d+)/.exec(build)?.[1] ?? build;
}

function placeOf(document: Document) {
  return { document, path: document.path, routes: [["server", "buildNumber"]] };
}

function firstOf(stated: readonly { readonly server: Product }[], field: keyof Product): string | undefined {
  return (
    stated.find(({ server }) => server[field])?.server[field] ??
    stated.find(({ server }) => server[field] !== undefined)?.server[field]
  );
}
