import type * as nodeFs from "node:fs";
import type { Dirent } from "node:fs";
import * as path from "node:path";

/** The part of `node:fs` that reading needs; tests and other hosts can bring their own. */
export type FileSystem = Pick<typeof nodeFs, "statSync" | "readdirSync" | "readFileSync" | "realpathSync">;

/** A file that may count. */
export interface Found {
  /** As reports name it: relative to the root, `/` on every system. */
  readonly path: string;
  /** Where to read it; undefined for standard input. */
  readonly absolute: string | undefined;
  /** Named on the command line or in the config; others must bear our marks. */
  readonly isNamed: boolean;
  /** The instance that the config counts it to. */
  readonly instance: string | undefined;
  /** Why it cannot be read, where that is known already. */
  readonly trouble?: "not-there" | "no-access";
}

export interface DiscoverRequest {
  /** Files and folders; `-` is standard input. */
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly root: string;
  /** What reports call standard input. */
  readonly stdinName: string;
  readonly fs: FileSystem;
  /** Which instance the config counts a path to. */
  readonly instanceOf: (path: string) => string | undefined;
}

const EXTENSIONS = /\.(?:ya?ml|json)$/i;
const SKIPPED_FOLDERS = new Set(["node_modules", ".git"]);

/** Lists the files that may count, each once, in the order of their paths. */
export function discover(request: DiscoverRequest): Found[] {
  const found = new Map<string, Found>();
  const add: Add = (absolute, isNamed, trouble) => {
    const known = found.get(absolute);
    if (known && (known.isNamed || !isNamed)) return;
    const name = relativeTo(request.root, absolute);
    const instance = request.instanceOf(name);
    found.set(absolute, { path: name, absolute, isNamed, instance, ...(trouble ? { trouble } : {}) });
  };
  for (const named of request.paths) {
    if (named === "-") {
      found.set("-", { path: request.stdinName, absolute: undefined, isNamed: true, instance: undefined });
      continue;
    }
    const absolute = path.resolve(request.cwd, named);
    visit(absolute, request, add);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

type Add = (absolute: string, isNamed: boolean, trouble?: Found["trouble"]) => void;

/** A named path: the file itself, or what is in the folder. */
function visit(absolute: string, request: DiscoverRequest, add: Add): void {
  try {
    const stats = request.fs.statSync(absolute);
    if (stats.isDirectory()) walk(absolute, request, add);
    else add(absolute, true, stats.isFile() || isPipe(absolute) ? undefined : "no-access");
  } catch (error) {
    add(absolute, true, troubleOf(error));
  }
}

/** What a shell passes for `<(command)`. Other special files can be endless, or wait for ever. */
function isPipe(absolute: string): boolean {
  return /^\/dev\/(?:fd\/\d+|stdin)$/.test(absolute);
}

/** A folder that cannot be opened is told, and does not hide the others. */
function walk(folder: string, request: DiscoverRequest, add: Add): void {
  let entries: Dirent[];
  try {
    entries = request.fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    add(folder, true, troubleOf(error));
    return;
  }
  for (const entry of entries) {
    const absolute = path.join(folder, entry.name);
    // Symbolic links are not followed: they lead out of the folder, or in circles.
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) walk(absolute, request, add);
    } else if (entry.isFile()) {
      const isNamed = request.instanceOf(relativeTo(request.root, absolute)) !== undefined;
      if (isNamed || EXTENSIONS.test(entry.name)) add(absolute, isNamed);
    }
  }
}

function troubleOf(error: unknown): "not-there" | "no-access" {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EACCES" || code === "EPERM" ? "no-access" : "not-there";
}

/** The path from the root, with `/`. */
export function relativeTo(root: string, absolute: string): string {
  const relative = path.relative(root, absolute);
  return (path.sep === "/" ? relative : relative.split(path.sep).join("/")) || ".";
}

/** The top of the git work tree that holds `folder`; `folder` itself where there is none. */
export function findRoot(folder: string, fs: Pick<FileSystem, "statSync">): string {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.statSync(path.join(at, ".git"), { throwIfNoEntry: false })) return at;
    if (path.dirname(at) === at) return path.resolve(folder);
  }
}
