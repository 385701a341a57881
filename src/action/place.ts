import * as fs from "node:fs";
import * as path from "node:path";
import { type FileSystem, findRoot } from "../discover/discover.js";
import { isTop, isWithin, realOf } from "../discover/paths.js";
import { confinedTo } from "./confine.js";
import { InputError } from "./input-error.js";

/** Where a run looks, and what it may see. */
export interface Place {
  /** The workspace of the job, by its real path; nothing outside of it is read. */
  readonly workspace: string;
  /** Against which paths are resolved. */
  readonly cwd: string;
  /** The top of the git work tree that holds `cwd`, else `cwd`. */
  readonly top: string;
  readonly isRepository: boolean;
  /** The files of the workspace. */
  readonly fs: FileSystem;
}

/** @throws {InputError} where the working directory is not there, or not in the workspace */
export function findPlace(workspace: string | undefined, workingDirectory: string): Place {
  const real = realOf(path.resolve(workspace ?? process.cwd()), fs);
  const confined = confinedTo(real, fs);
  const cwd = realOf(path.resolve(real, workingDirectory), fs);
  if (!isWithin(real, cwd) || !confined.statSync(cwd, { throwIfNoEntry: false })?.isDirectory()) {
    throw new InputError(
      `working-directory is "${workingDirectory}", but there is no such folder in the workspace.`,
    );
  }
  const top = findRoot(cwd, confined);
  return { workspace: real, cwd, top, isRepository: isTop(top, confined), fs: confined };
}

/**
 * Writes a file of ours. It never takes the place of what is read, and never goes where a link leads that somebody
 * committed.
 *
 * @param folders those it may lie in, by their real paths
 * @throws {InputError} where it may not be written
 */
export function writeOwn(
  file: string,
  text: string,
  { input, folders, taken }: { input: string; folders: readonly string[]; taken: ReadonlySet<string> },
): void {
  const refuse = (why: string) => new InputError(`${input}: cannot write "${file}", ${why}.`);
  const isInside = (name: string) => folders.some((folder) => isWithin(folder, name));
  if (taken.has(file)) throw refuse("which is an input");
  let parent = path.dirname(file);
  while (!fs.existsSync(parent) && parent !== path.dirname(parent)) parent = path.dirname(parent);
  if (!isInside(file) || !isInside(realOf(parent, fs))) throw refuse("which is not in the workspace");
  if (fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) throw refuse("which is a link");
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  } catch (error) {
    throw refuse(`(${(error as NodeJS.ErrnoException).code})`);
  }
}
