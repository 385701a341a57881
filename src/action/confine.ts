import type * as nodeFs from "node:fs";
import { type FileSystem, relativeTo } from "../discover/discover.js";
import { isWithin } from "../discover/paths.js";

/**
 * A file system that ends at a folder: what leads out of it, by `..` or by a link that somebody committed, is not there
 * to be read.
 *
 * @param folder by its real path
 */
export function confinedTo(folder: string, fs: FileSystem): FileSystem {
  const guard = (name: nodeFs.PathLike | number): void => {
    const asked = String(name);
    let real: string;
    try {
      real = fs.realpathSync(asked);
    } catch {
      // What is not there leads nowhere; the call itself says so.
      return;
    }
    if (isWithin(folder, real)) return;
    throw Object.assign(new Error(`${relativeTo(folder, asked)} leads out of the workspace`), {
      code: "EACCES",
    });
  };
  const guarded = <T extends (...args: never[]) => unknown>(call: T): T =>
    ((...args: Parameters<T>) => {
      guard(args[0] as unknown as nodeFs.PathLike);
      return call(...args);
    }) as unknown as T;
  return {
    statSync: guarded(fs.statSync),
    readdirSync: guarded(fs.readdirSync),
    readFileSync: guarded(fs.readFileSync),
    realpathSync: fs.realpathSync,
    openSync: guarded(fs.openSync),
    readSync: fs.readSync,
    closeSync: fs.closeSync,
  } as FileSystem;
}
