import * as path from "node:path";
import type { FileSystem } from "./discover.js";

/** The path from the root, with `/`. */
export function relativeTo(root: string, absolute: string): string {
  const relative = path.relative(root, absolute);
  return (path.sep === "/" ? relative : relative.split(path.sep).join("/")) || ".";
}

/** Whether an absolute path is a folder itself or lies in it. */
export function isWithin(folder: string, absolute: string): boolean {
  if (!absolute.startsWith(folder)) return false;
  return (
    absolute.length === folder.length || folder.endsWith(path.sep) || absolute[folder.length] === path.sep
  );
}

/** Where a path really lies; the path itself where that cannot be told. */
export function realOf(absolute: string, fs: Pick<FileSystem, "realpathSync">): string {
  try {
    return fs.realpathSync(absolute);
  } catch {
    return absolute;
  }
}

/** What is at a path; of a link, at its end. */
export function kindOf(
  absolute: string,
  fs: Pick<FileSystem, "statSync">,
): "file" | "folder" | "not-there" | "no-access" {
  try {
    const stats = fs.statSync(absolute);
    if (stats.isDirectory()) return "folder";
    return stats.isFile() || isPipe(absolute) ? "file" : "no-access";
  } catch (error) {
    return troubleOf(error);
  }
}

/** What a shell passes for `<(command)`. Other special files can be endless, or wait for ever. */
function isPipe(absolute: string): boolean {
  return /^\/dev\/(?:fd\/\d+|stdin)$/.test(absolute);
}

export function troubleOf(error: unknown): "not-there" | "no-access" {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EACCES" || code === "EPERM" ? "no-access" : "not-there";
}

/** The top of the git work tree that holds `folder`. */
export function gitTop(folder: string, fs: Pick<FileSystem, "statSync">): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (isTop(at, fs)) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

export function isTop(folder: string, fs: Pick<FileSystem, "statSync">): boolean {
  try {
    return fs.statSync(path.join(folder, ".git"), { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A folder that may not be opened.
    return false;
  }
}
