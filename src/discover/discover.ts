import type * as nodeFs from "node:fs";
import * as path from "node:path";
import { Harvest } from "./harvest.js";
import type { GlobBase, InstanceMatcher } from "./instances.js";
import { gitTop, kindOf, realOf } from "./paths.js";
import type { Tracked } from "./tracked.js";

export { relativeTo } from "./paths.js";

/** The part of `node:fs` that reading needs; tests and other hosts can bring their own. */
export type FileSystem = Pick<
  typeof nodeFs,
  | "statSync"
  | "readdirSync"
  | "readFileSync"
  | "realpathSync"
  // For the first bytes of a file.
  | "openSync"
  | "readSync"
  | "closeSync"
>;

/** A file that may count. */
export interface Found {
  /**
   * As reports name it: relative to the root, `/` on every system. Of a file that was named, as it was named; of one that
   * was found, where it really lies.
   */
  readonly path: string;
  /** Where to read it; undefined for standard input. */
  readonly absolute: string | undefined;
  /** Named on the command line, or by the config without a pattern; others must bear our marks. */
  readonly isNamed: boolean;
  /** The instances that the config counts it to; an export of an organization can serve several. */
  readonly instances: readonly string[];
  /** Why it cannot be read, where that is known already. */
  readonly trouble?: "not-there" | "no-access";
}

/** Why something was passed over that git ignores. */
export const IGNORED = "git ignores it";

/** A file or folder that was met and not looked into. */
export interface PassedOver {
  readonly path: string;
  /** Whether people must hear of it, and not only who asks: the config names it. */
  readonly isTold: boolean;
  readonly why: string;
}

export interface DiscoverRequest {
  /** Files and folders; `-` is standard input. */
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly root: string;
  /** What reports call standard input. */
  readonly stdinName: string;
  readonly fs: FileSystem;
  readonly instancesOf: InstanceMatcher;
  readonly bases: readonly GlobBase[];
  /** Files that are found even where git would ignore them; none where nobody asked git. */
  readonly tracked?: Tracked | undefined;
}

/**
 * Lists the files that may count, each once, in the order of their paths: what is named, and every regular file in the
 * folders that are named. What git ignores is passed over there, unless a glob of the config matches it or it is
 * known to be tracked.
 *
 * A file or folder that a `files` entry of the config names outright, without a pattern, is missed only where it would
 * lie in a folder that is searched: a run on other paths is not about it.
 */
export async function discover(
  request: DiscoverRequest,
): Promise<{ found: readonly Found[]; passedOver: readonly PassedOver[] }> {
  const { fs } = request;
  const harvest = new Harvest(request);
  const folders = new Set<string>();
  // Files first, so that a file that is named and found bears the name that it was given.
  for (const named of request.paths) {
    if (named === "-") {
      harvest.addStandardInput();
      continue;
    }
    const absolute = path.resolve(request.cwd, named);
    const kind = kindOf(absolute, fs);
    if (kind === "folder") folders.add(realOf(absolute, fs));
    else harvest.addNamed(absolute, kind === "file" ? undefined : kind);
  }
  if (folders.size > 0) {
    // A run on single files needs none of it.
    const { search } = await import("./search.js");
    for (const folder of folders) await search(folder, harvest, fs);
  }
  for (const literal of harvest.literalsIn([...folders])) {
    const kind = kindOf(literal.absolute, fs);
    if (kind === "not-there" || kind === "no-access") harvest.addTrouble(literal, kind);
  }
  return harvest.sorted();
}

/** The top of the git work tree that holds `folder`; `folder` itself where there is none. */
export function findRoot(folder: string, fs: Pick<FileSystem, "statSync">): string {
  const absolute = path.resolve(folder);
  return gitTop(absolute, fs) ?? absolute;
}
