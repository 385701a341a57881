import * as path from "node:path";
import type { FileSystem } from "../discover/discover.js";
import { type MemoryFile, memoryFs } from "../discover/memory.js";
import type { Checkout } from "./checkout.js";

/** What a commit holds. */
export interface Tree {
  readonly commit: string;
  readonly entries: readonly TreeEntry[];
  /** The content of some blobs, by id; what cannot be had is left out. */
  load(blobs: readonly TreeEntry[]): Promise<ReadonlyMap<string, Buffer>>;
}

export interface TreeEntry {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  /** As git writes it: 100644, 100755, 120000 of a link, 160000 of a submodule. */
  readonly mode: string;
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** Which files of the base a run can come to. */
export interface Scope {
  /** Absolute paths of the work tree that are linted. */
  readonly paths: readonly string[];
  /** Files beside them, relative to the top, such as the config. */
  readonly files: readonly string[];
  /** Larger files are not read, in bytes. */
  readonly maxBytes: number;
}

/**
 * The base as a file system at the place of the work tree. What the work tree holds just the same is read there; only
 * what differs is loaded, in one go.
 */
export async function baseFiles(
  tree: Tree,
  checkout: Checkout,
  { top, scope, fs }: { readonly top: string; readonly scope: Scope; readonly fs: FileSystem },
): Promise<FileSystem> {
  const links = tree.entries.filter(({ mode }) => mode === LINK);
  const files = tree.entries.filter(
    ({ mode, path: name }) => mode.startsWith("100") && !checkout.leftOut.has(name),
  );
  const inScope = scopeOf(scope, top, links.length > 0);
  const wanted = files.filter(
    (entry) => !checkout.pathOf.has(entry.id) && entry.size <= scope.maxBytes && inScope(entry.path),
  );
  const loaded = await tree.load([...wanted, ...links]);
  const place = (name: string) => posix(path.join(top, ...name.split("/")));
  const content: Record<string, MemoryFile> = { [place(".git/HEAD")]: "" };
  for (const { path: name, id, size } of files) {
    const same = checkout.pathOf.get(id);
    content[place(name)] = {
      size,
      read: () => (same === undefined ? found(loaded.get(id), name) : fs.readFileSync(path.join(top, same))),
    };
  }
  for (const { path: name, id } of links) {
    content[place(name)] = { link: loaded.get(id)?.toString("utf8") ?? "" };
  }
  return memoryFs(content);
}

const LINK = "120000";

function found(content: Buffer | undefined, name: string): Buffer {
  if (content) return content;
  throw Object.assign(new Error(`${name} of the base was not loaded`), { code: "ENOENT" });
}

/** Whether a run can come to a file; a link can lead it anywhere. */
function scopeOf({ paths, files }: Scope, top: string, hasLinks: boolean): (name: string) => boolean {
  const named = paths.map((absolute) => posix(path.relative(top, absolute)) || ".");
  const isAll = hasLinks || named.includes(".");
  return (name) =>
    isAll ||
    files.includes(name) ||
    path.posix.basename(name) === ".gitignore" ||
    named.some((folder) => name === folder || name.startsWith(`${folder}/`));
}

/** As `memoryFs` names files, on every system. */
function posix(name: string): string {
  return path.sep === "/" ? name : name.replace(/^[a-z]:/i, "").replaceAll("\\", "/");
}
