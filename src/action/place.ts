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
  if (!isWithin(real, cwd) || !isFolder(cwd, confined)) {
    throw new InputError(
      `working-directory is "${workingDirectory}", but there is no such folder in the workspace.`,
    );
  }
  const top = findRoot(cwd, confined);
  return { workspace: real, cwd, top, isRepository: isTop(top, confined), fs: confined };
}

function isFolder(name: string, { statSync }: FileSystem): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    return false;
  }
}
