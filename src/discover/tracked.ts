import * as path from "node:path";

/**
 * Files that git tracks. They are found even where patterns would have git ignore them: a pattern that came later does
 * not take a file out of git, so it must not take it out of sight either.
 */
export interface Tracked {
  /** @param name relative to the root, with `/` */
  has(name: string): boolean;
  /** Whether a tracked file lies somewhere below a folder. */
  hasBelow(name: string): boolean;
}

/** @param names of files, relative to the root, with `/` */
export function trackedFiles(names: Iterable<string>): Tracked {
  const files = new Set(names);
  const folders = new Set<string>();
  for (const name of files) {
    for (let folder = path.posix.dirname(name); !folders.has(folder); folder = path.posix.dirname(folder)) {
      folders.add(folder);
      if (folder === ".") break;
    }
  }
  return { has: (name) => files.has(name), hasBelow: (name) => folders.has(name) };
}
