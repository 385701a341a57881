import type { Dirent, Stats } from "node:fs";
import type { FileSystem } from "./discover.js";

/** A file system of files in memory, by absolute path with `/`: what readers need of one, read only. */
export function memoryFs(files: Readonly<Record<string, string | Uint8Array>>): FileSystem {
  const isFolder = (path: string) =>
    Object.keys(files).some((name) => name.startsWith(path === "/" ? "/" : `${path}/`));
  const missing = (path: string) => Object.assign(new Error(`ENOENT: ${path}`), { code: "ENOENT" });
  const statSync = (path: string, options?: { throwIfNoEntry?: boolean }) => {
    const content = files[path];
    if (content !== undefined) {
      return { isDirectory: () => false, isFile: () => true, size: Buffer.byteLength(content) } as Stats;
    }
    if (isFolder(path)) return { isDirectory: () => true, isFile: () => false, size: 0 } as Stats;
    if (options?.throwIfNoEntry === false) return undefined;
    throw missing(path);
  };
  const readdirSync = (path: string) => {
    const prefix = path === "/" ? "/" : `${path}/`;
    const names = new Set(
      Object.keys(files).flatMap((name) =>
        name.startsWith(prefix) ? [name.slice(prefix.length).split("/")[0] ?? ""] : [],
      ),
    );
    return [...names].map((name) => {
      const isFile = files[prefix + name] !== undefined;
      return { name, isFile: () => isFile, isDirectory: () => !isFile } as Dirent;
    });
  };
  const readFileSync = (path: string) => {
    const content = files[path];
    if (content === undefined) throw missing(path);
    return Buffer.from(content);
  };
  return {
    statSync,
    readdirSync,
    readFileSync,
    realpathSync: (path: string) => path,
  } as unknown as FileSystem;
}
