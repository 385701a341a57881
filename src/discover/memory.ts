import { Buffer } from "node:buffer";
import type { Dirent, Stats } from "node:fs";
import * as path from "node:path";
import type { FileSystem } from "./discover.js";

/**
 * A file, or a symbolic link to what `link` names: an absolute path, or one relative to the link's folder. What a file
 * that lies elsewhere holds is read when it is asked for.
 */
export type MemoryFile = string | Uint8Array | { readonly link: string } | FileElsewhere;

/** A file by what it takes to read it. */
export interface FileElsewhere {
  /** Bytes. */
  readonly size: number;
  /** @throws where it cannot be read */
  read(): Uint8Array;
}

/**
 * A file system of files in memory, by absolute path with `/`: what readers need of one, read only. A file that comes
 * later is not seen.
 */
export function memoryFs(files: Readonly<Record<string, MemoryFile>>): FileSystem {
  const tree = treeOf(files);
  const open = new Map<number, { readonly bytes: Buffer; at: number }>();
  let opened = 2;
  const content = (name: string): Buffer => {
    const file = tree.files.get(realName(tree, name));
    if (file === undefined || isLink(file)) throw fault("ENOENT", name);
    if (typeof file === "string" || file instanceof Uint8Array) return Buffer.from(file);
    const { buffer, byteOffset, byteLength } = file.read();
    return Buffer.from(buffer, byteOffset, byteLength);
  };
  const statSync = (name: string, options?: { throwIfNoEntry?: boolean }) => {
    const real = realName(tree, name);
    const file = tree.files.get(real);
    if (file !== undefined && !isLink(file)) return stats({ isFile: true, size: sizeOf(file) });
    if (tree.folders.has(real)) return stats({ isFile: false, size: 0 });
    if (options?.throwIfNoEntry === false) return undefined;
    throw fault("ENOENT", name);
  };
  return {
    statSync,
    readdirSync: (name: string) => entries(tree, realName(tree, name)),
    readFileSync: content,
    realpathSync: (name: string) => {
      statSync(name);
      return path.resolve(realName(tree, name));
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

interface Tree {
  readonly files: ReadonlyMap<string, MemoryFile>;
  /** The names in each folder. */
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>;
}

function treeOf(files: Readonly<Record<string, MemoryFile>>): Tree {
  const folders = new Map<string, Set<string>>();
  for (const name of Object.keys(files)) {
    for (let at = name; at !== "/" && at !== "."; at = path.posix.dirname(at)) {
      const folder = path.posix.dirname(at);
      const names = folders.get(folder);
      if (names?.has(path.posix.basename(at))) break;
      if (names) names.add(path.posix.basename(at));
      else folders.set(folder, new Set([path.posix.basename(at)]));
    }
  }
  return { files: new Map(Object.entries(files)), folders };
}

function isLink(file: MemoryFile | undefined): file is { readonly link: string } {
  return typeof file === "object" && "link" in file;
}

function sizeOf(file: Exclude<MemoryFile, { readonly link: string }>): number {
  if (typeof file === "string") return Buffer.byteLength(file);
  return file instanceof Uint8Array ? file.byteLength : file.size;
}

const MAX_LINKS = 40;

/** Follows the links on the way to a path. On Windows, `C:\repo` is `/repo`. */
function realName({ files }: Tree, name: string): string {
  let left = name
    .replace(path.sep === "\\" ? /^[a-z]:/i : "", "")
    .split(path.sep === "\\" ? /[\\/]/ : "/")
    .filter(Boolean);
  let real = "";
  for (let links = 0; left.length > 0; ) {
    const next = `${real}/${left.shift()}`;
    const file = files.get(next);
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

function entries({ files, folders }: Tree, folder: string): Dirent[] {
  const names = folders.get(folder);
  if (!names) throw fault(files.has(folder) ? "ENOTDIR" : "ENOENT", folder);
  const inside = folder === "/" ? "/" : `${folder}/`;
  return [...names].map((name) => {
    const file = files.get(inside + name);
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
