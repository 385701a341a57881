import * as path from "node:path";
import type { Ignore } from "ignore";
import type { FileSystem } from "./discover.js";
import { readHead } from "./head.js";
import { gitTop, isTop } from "./paths.js";

/** What git ignores in a folder, by all the patterns that hold there. */
export interface Ignoring {
  /** The folder that paths are relative to, with a separator at its end. */
  readonly top: string;
  /** Undefined where nothing is ignored. */
  readonly patterns: Ignore | undefined;
}

/** Folders that hold no exports of anyone's: of version control, and of packages. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([".git", ".hg", ".svn", "node_modules"]);

/**
 * What git ignores in each folder of a search; undefined in a folder that is ignored as a whole.
 *
 * Patterns count from the top of the git work tree downwards, without one from `bound`: those of every `.gitignore`, the
 * deeper the stronger, and of `.git/info/exclude`. What stands in a person's own git settings does not count: two people
 * find the same files. Nor does it count here that git already tracks a file: only git itself could tell.
 *
 * A folder that was named is searched even if git ignores it, or everything in it: personal data is kept out of git.
 * Then only the patterns below it count.
 *
 * @param named the real path of the folder that is searched
 * @param bound the real path of the folder that the search does not leave
 */
export async function gitIgnore(
  named: string,
  bound: string,
  fs: FileSystem,
): Promise<(folder: string) => Promise<Ignoring | undefined>> {
  const top = gitTop(bound, fs) ?? bound;
  const known = new Map<string, Ignoring | undefined>();
  const ignoringIn = async (folder: string): Promise<Ignoring | undefined> => {
    if (known.has(folder)) return known.get(folder);
    const ignoring = folder === top ? await withOwn(folder, nothing(folder), fs) : await inherited(folder);
    known.set(folder, ignoring);
    return ignoring;
  };
  const inherited = async (folder: string) => {
    const above = await ignoringIn(path.dirname(folder));
    if (!above || SKIPPED_FOLDERS.has(path.basename(folder)) || isIgnored(above, folder, true))
      return undefined;
    return withOwn(folder, above, fs);
  };
  if (named !== top) {
    const above = await ignoringIn(path.dirname(named));
    const isOut = !above || isIgnored(above, named, true) || ignoresAllIn(named, above);
    const own = await withOwn(named, isOut ? nothing(named) : above, fs);
    known.set(named, named !== bound && ignoresAllIn(named, own) ? nothing(named) : own);
  }
  return ignoringIn;
}

/** @param absolute below the folder of `ignoring` */
export function isIgnored({ top, patterns }: Ignoring, absolute: string, isFolder: boolean): boolean {
  if (!patterns) return false;
  const relative = slashed(absolute.slice(top.length));
  return patterns.ignores(isFolder ? `${relative}/` : relative);
}

function nothing(top: string): Ignoring {
  return { top: top.endsWith(path.sep) ? top : top + path.sep, patterns: undefined };
}

/** `exports/*` ignores no folder, yet all that is in it. */
function ignoresAllIn(folder: string, ignoring: Ignoring): boolean {
  return isIgnored(ignoring, path.join(folder, "\ufffd"), false);
}

/** Adds the patterns that stand in the folder itself. A work tree within another one starts anew. */
async function withOwn(folder: string, above: Ignoring, fs: FileSystem): Promise<Ignoring> {
  const isOwnTree = isTop(folder, fs);
  const { top, patterns } = isOwnTree ? nothing(folder) : above;
  const lines = [
    ...(isOwnTree ? linesOf(path.join(folder, ".git", "info", "exclude"), fs) : []),
    ...linesOf(path.join(folder, ".gitignore"), fs),
  ];
  if (lines.length === 0) return { top, patterns };
  const { default: ignore } = await import("ignore");
  const below = slashed(folder.slice(top.length));
  const own = lines.flatMap((line) => from(below, line));
  // As git has it where file names differ in case.
  const all = ignore({ ignorecase: false });
  if (patterns) all.add(patterns);
  return { top, patterns: all.add(own) };
}

const MAX_BYTES = 256 * 1024;
/** Each more of them costs as many times more as a path is deep. */
const MAX_GLOBSTARS = 3;

/** The patterns of a file, if it is one: git follows no link to it either. */
function linesOf(file: string, fs: FileSystem): string[] {
  try {
    if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile() || fs.realpathSync(file) !== file) return [];
    const head = readHead(fs, file, MAX_BYTES);
    const lines = head
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .split(/\r?\n/);
    // The line that was cut off could be any pattern.
    if (head.length === MAX_BYTES) lines.pop();
    return lines.filter(
      (line) => line !== "" && !line.startsWith("#") && line.split("**").length - 1 <= MAX_GLOBSTARS,
    );
  } catch {
    return [];
  }
}

/** A pattern of a folder's own file as one from the top: git tells both apart by a slash before the pattern's end. */
function from(folder: string, line: string): string[] {
  const [, sign = "", pattern = ""] = /^(!?)\/?(.*)$/s.exec(line) ?? [];
  if (pattern.trim() === "") return [];
  if (folder === "") return [line];
  const isAnchored = /\/(?! *$)/.test(line);
  const literal = folder.replace(/[\\*?[\]]/g, "\\$&");
  return [`${sign}/${literal}/${isAnchored ? "" : "**/"}${pattern}`];
}

function slashed(relative: string): string {
  return path.sep === "/" ? relative : relative.split(path.sep).join("/");
}
