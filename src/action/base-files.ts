import { readlinkSync } from "node:fs";
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
  const inScope = scopeOf(scope, top, links);
  const isWanted = ({ id, size, path: name }: TreeEntry) =>
    !checkout.pathOf.has(id) && size <= scope.maxBytes && inScope(name);
  const loaded = await tree.load([...files, ...links].filter(isWanted));
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
    const same = checkout.pathOf.get(id);
    const target = same === undefined ? loaded.get(id)?.toString("utf8") : linkAt(path.join(top, same));
    // A link out of scope leads nowhere: nobody comes to it.
    content[place(name)] = { link: target || "nowhere" };
  }
  return memoryFs(content);
}

const LINK = "120000";

function found(content: Buffer | undefined, name: string): Buffer {
  if (content) return content;
  throw Object.assign(new Error(`${name} of the base was not loaded`), { code: "ENOENT" });
}

/** What a link of the work tree names; undefined where it is none, as on a system that has none. */
function linkAt(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}

/** Whether a run can come to a file; a link on the way can lead it anywhere. */
function scopeOf(
  { paths, files }: Scope,
  top: string,
  links: readonly TreeEntry[],
): (name: string) => boolean {
  const named = paths.map((absolute) => posix(path.relative(top, absolute)) || ".");
  const isNamed = (name: string) => named.some((folder) => isBelow(folder, name));
  const isOnTheWay = (link: string) => isNamed(link) || named.some((folder) => isBelow(link, folder));
  const isAll = named.includes(".") || links.some((link) => isOnTheWay(link.path));
  return (name) =>
    isAll || files.includes(name) || path.posix.basename(name) === ".gitignore" || isNamed(name);
}

function isBelow(folder: string, name: string): boolean {
  return name === folder || name.startsWith(`${folder}/`);
}

/** As `memoryFs` names files, on every system. */
function posix(name: string): string {
  return path.sep === "/" ? name : name.replace(/^[a-z]:/i, "").replaceAll("\\", "/");
}
