import { Buffer } from "node:buffer";
import type { Dirent, Stats } from "node:fs";
import * as path from "node:path";
import type { FileSystem } from "./discover.js";

/** A file, or a symbolic link to what `link` names: an absolute path, or one relative to the link's folder. */
export type MemoryFile = string | Uint8Array | { readonly link: string };

/** A file system of files in memory, by absolute path with `/`: what readers need of one, read only. */
export function memoryFs(files: Readonly<Record<string, MemoryFile>>): FileSystem {
  const open = new Map<number, { readonly bytes: Buffer; at: number }>();
  let opened = 2;
  const content = (name: string): Buffer => {
    const file = files[realName(files, name)];
    if (file === undefined || isLink(file)) throw fault("ENOENT", name);
    return typeof file === "string" ? Buffer.from(file) : Buffer.from(file);
  };
  const statSync = (name: string, options?: { throwIfNoEntry?: boolean }) => {
    const real = realName(files, name);
    const file = files[real];
    if (file !== undefined && !isLink(file)) return stats({ isFile: true, size: Buffer.byteLength(file) });
    if (isFolder(files, real)) return stats({ isFile: false, size: 0 });
    if (options?.throwIfNoEntry === false) return undefined;
    throw fault("ENOENT", name);
  };
  return {
    statSync,
    readdirSync: (name: string) => entries(files, realName(files, name)),
    readFileSync: content,
    realpathSync: (name: string) => {
      statSync(name);
      return path.resolve(realName(files, name));
    },
    openSync: (name: string) => {
      open.set(++opened, { bytes: content(name), at: 0 });
      return opened;
    },
    readSync: (descriptor: number, target: Uint8Array, offset: number, length: number) => {
      const file = open.get(descriptor);
      if (!file) throw fault("EBADF", String(descriptor));
      const read = file.bytes.copy(target, offset, file.at, file.at + length);
      file.at += read;
      return read;
    },
    closeSync: (descriptor: number) => {
      if (!open.delete(descriptor)) throw fault("EBADF", String(descriptor));
    },
  } as unknown as FileSystem;
}

type Files = Readonly<Record<string, MemoryFile>>;

function isLink(file: MemoryFile | undefined): file is { readonly link: string } {
  return typeof file === "object" && "link" in file;
}

const MAX_LINKS = 40;

/** Follows the links on the way to a path. On Windows, `C:\repo` is `/repo`. */
function realName(files: Files, name: string): string {
  let left = name
    .replace(path.sep === "\\" ? /^[a-z]:/i : "", "")
    .split(path.sep === "\\" ? /[\\/]/ : "/")
    .filter(Boolean);
  let real = "";
  for (let links = 0; left.length > 0; ) {
    const next = `${real}/${left.shift()}`;
    const file = files[next];
    if (isLink(file)) {
      if (++links > MAX_LINKS) throw fault("ELOOP", name);
      left = [...path.posix.resolve(`${real}/`, file.link).split("/").filter(Boolean), ...left];
      real = "";
    } else {
      real = next;
    }
  }
  return real || "/";
}

function isFolder(files: Files, name: string): boolean {
  const inside = name === "/" ? "/" : `${name}/`;
  return Object.keys(files).some((other) => other.startsWith(inside));
}

function entries(files: Files, folder: string): Dirent[] {
  const inside = folder === "/" ? "/" : `${folder}/`;
  const names = new Set<string>();
  for (const name of Object.keys(files)) {
    if (name.startsWith(inside)) names.add(name.slice(inside.length).split("/", 1)[0] ?? "");
  }
  if (names.size === 0) throw fault(files[folder] === undefined ? "ENOENT" : "ENOTDIR", folder);
  return [...names].map((name) => {
    const file = files[inside + name];
    return {
      name,
      isFile: () => file !== undefined && !isLink(file),
      isDirectory: () => file === undefined,
      isSymbolicLink: () => isLink(file),
    } as Dirent;
  });
}

function stats({ isFile, size }: { readonly isFile: boolean; readonly size: number }): Stats {
  return { isFile: () => isFile, isDirectory: () => !isFile, size } as Stats;
}

function fault(code: string, name: string): Error {
  return Object.assign(new Error(`${code}: ${name}`), { code });
}
