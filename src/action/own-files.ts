import * as fs from "node:fs";
import * as path from "node:path";
import { isWithin, realOf } from "../discover/paths.js";
import { InputError } from "./input-error.js";

/** The files of a run. */
export interface OwnFiles {
  readonly reportPath: string;
  readonly sarifPath: string;
  readonly sarif: string;
  /** Of what could not be read, or is no export, code scanning would close the alerts. */
  readonly isUploadable: boolean;
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
