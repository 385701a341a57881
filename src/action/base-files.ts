import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import * as path from "node:path";
import type { FileSystem } from "../discover/discover.js";
import { type MemoryFile, memoryFs } from "../discover/memory.js";
import type { Checkout } from "./checkout.js";

/** What a commit holds, by name. */
export interface Listing {
  readonly commit: string;
  readonly entries: readonly TreeEntry[];
}

/** The same, and what it takes to read it. */
export interface Tree extends Listing {
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
  /** Files that a config of the base names, relative to the top, by the base without them. */
  namedBy?(base: FileSystem): Promise<readonly string[]>;
  /** Larger files are not read, in bytes. */
  readonly maxBytes: number;
}

export interface BaseFilesRequest {
  readonly top: string;
  readonly scope: Scope;
  readonly fs: FileSystem;
  /** Content of a blob that the clone holds. */
  readonly blob: (id: string) => Buffer | undefined;
}

/**
 * The base as a file system at the place of the work tree. What differs from what is checked out is loaded, in one go.
 * What the work tree holds just the same is read there, and its id is proven: a change of the repository must not pass
 * something else for the base, be it by a link, or by an attribute that has a file written in another form.
 */
export async function baseFiles(
  tree: Tree,
  checkout: Checkout,
  { top, scope, fs, blob }: BaseFilesRequest,
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
    const here = () => (same === undefined ? undefined : provenAt(path.join(top, same), id, fs));
    content[place(name)] = { size, read: () => here() ?? found(loaded.get(id) ?? blob(id), name) };
  }
  for (const { path: name, id } of links) {
    // A link out of scope leads nowhere: nobody comes to it.
    content[place(name)] = { link: loaded.get(id)?.toString("utf8") || "nowhere" };
  }
  return memoryFs(content);
}

/** What a file of the work tree holds, if that is the blob of this id. */
function provenAt(file: string, id: string, fs: FileSystem): Buffer | undefined {
  try {
    if (!lstatSync(file).isFile()) return undefined;
    const bytes = fs.readFileSync(file);
    const hash = createHash(id.length === SHA_256 ? "sha256" : "sha1");
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex") === id ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Digits of an id in a repository of the newer kind. */
const SHA_256 = 64;

const LINK = "120000";

function found(content: Buffer | undefined, name: string): Buffer {
  if (content) return content;
  throw Object.assign(new Error(`${name} of the base was not loaded`), { code: "ENOENT" });
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
  return (name) => isAll || files.includes(name) || /(?:^|\/)\.gitignore$/i.test(name) || isNamed(name);
}

function isBelow(folder: string, name: string): boolean {
  return name === folder || name.startsWith(`${folder}/`);
}

/** As `memoryFs` names files, on every system. */
function posix(name: string): string {
  return path.sep === "/" ? name : name.replace(/^[a-z]:/i, "").replaceAll("\\", "/");
}
