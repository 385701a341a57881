import * as path from "node:path";
import { CONFIG_NAMES } from "../config/load.js";
import { findRoot, IGNORED, relativeTo } from "../discover/discover.js";
import { EXIT } from "../judge/exit-code.js";
import type { Workspace } from "../model/workspace.js";
import type { Document } from "../read/document.js";
import type { ExportFormat } from "../read/export.js";
import type { Skipped } from "../read/files.js";
import { valueAt } from "../read/section.js";
import { printable } from "../report/terminal.js";
import { gather } from "../run.js";
import { type Edges, UsageError } from "./edges.js";
import { readArguments } from "./options.js";
import { maxBytesOf } from "./setup.js";
import { configFor, type FoundInstance, SNAPSHOT, SNAPSHOT_NAME } from "./starter.js";

/** `ims-lint init [folder]`: a config with what can be found out, and a snapshot to fill in where there is no export. */
export async function init(args: readonly string[], edges: Edges): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [folder = ".", ...more] = positionals;
  if (more.length > 0) throw new UsageError("init takes one folder.");
  const start = path.resolve(edges.cwd, folder);
  if (!edges.fs.statSync(start, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`init ${folder}: there is no such folder.`);
  }
  const root = findRoot(start, edges.fs);
  const present = CONFIG_NAMES.find((name) =>
    edges.fs.statSync(path.join(root, name), { throwIfNoEntry: false }),
  );
  if (present) throw new UsageError(`There is a config already: ${present}. Nothing was written.`);
  const { workspace, skipped } = await look(start, root, edges);
  const instances = instancesIn(workspace);
  if (instances.length === 0) {
    const ignored = await ignoredExports(skipped, start, root, edges);
    for (const name of ignored) {
      const shown = printable(relativeTo(edges.cwd, name));
      edges.stderr.write(`ims-lint: ${shown} is ignored by git; name it: ims-lint init ${quoted(shown)}\n`);
    }
    if (ignored.length > 0) return EXIT.nothing;
    instances.push({ name: writeSnapshot(start, edges), folders: [] });
  }
  const file = path.join(root, CONFIG_NAMES[0]);
  edges.fs.writeFileSync(file, configFor(instances));
  edges.stdout.write(`wrote ${printable(relativeTo(edges.cwd, file))}\n`);
  // What git ignores is found again only if it is named again.
  const named =
    start === path.resolve(edges.cwd) ? "" : ` ${quoted(printable(relativeTo(edges.cwd, start)))}`;
  edges.stdout.write(`next: ims-lint${named}\n`);
  return EXIT.ok;
}

/** Everything that is found below a folder. */
function look(
  folder: string,
  root: string,
  edges: Edges,
): Promise<{ workspace: Workspace; skipped: readonly Skipped[] }> {
  return gather({
    fs: edges.fs,
    cwd: edges.cwd,
    root,
    paths: [folder],
    config: { config: {}, mistakes: [] },
    stdin: edges.stdin,
    stdinName: "<stdin>",
    maxBytes: maxBytesOf(undefined),
  });
}

/** The folders with exports that git ignores, the outermost of them. */
async function ignoredExports(
  skipped: readonly Skipped[],
  start: string,
  root: string,
  edges: Edges,
): Promise<string[]> {
  const folders = new Set<string>();
  for (const { path: name, why } of skipped) {
    if (why !== IGNORED) continue;
    const absolute = path.resolve(root, name);
    if (edges.fs.statSync(absolute, { throwIfNoEntry: false })?.isDirectory()) folders.add(absolute);
    // `exports/*` ignores what is in a folder, and not the folder.
    else if (/\.(?:xml|json|csv|ya?ml)$/i.test(name)) folders.add(path.dirname(absolute));
  }
  folders.delete(start);
  const found: string[] = [];
  for (const folder of [...folders].sort()) {
    if (found.some((outer) => folder.startsWith(outer + path.sep))) continue;
    const { workspace } = await look(folder, root, edges);
    if (workspace.instances.length > 0) found.push(folder);
  }
  return found;
}

/** Writes a snapshot to fill in; the name of its instance. */
function writeSnapshot(start: string, edges: Edges): string {
  const file = path.join(start, "exports", `${SNAPSHOT_NAME}.yaml`);
  const shown = printable(relativeTo(edges.cwd, file));
  if (edges.fs.statSync(file, { throwIfNoEntry: false })) {
    throw new UsageError(`${shown} is there already. Nothing was written.`);
  }
  edges.fs.mkdirSync(path.dirname(file), { recursive: true });
  edges.fs.writeFileSync(file, SNAPSHOT);
  edges.stdout.write(`wrote ${shown}: a snapshot to fill in from Campaign\n`);
  return SNAPSHOT_NAME;
}

/** The instances that were found, each with the folders that hold its exports and no other's. */
function instancesIn({ instances, files }: Workspace): FoundInstance[] {
  const placed = files.flatMap(({ name: file, documents }) =>
    documents.map(({ document, instances: names }) => ({
      folder: path.posix.dirname(file),
      names,
      isByFolder: IS_BY_FOLDER[document.format],
      // It counts to the folder's instance as soon as the config names the folder.
      isNameless: document.format === "snapshot" && documents.length === 1 && !statesName(document),
    })),
  );
  const isShared = (folder: string, name: string) =>
    placed.some(
      (other) =>
        !other.isNameless &&
        isWithin(other.folder, folder) &&
        other.names.some((otherName) => otherName !== name),
    );
  const foldersOf = (name: string) => {
    const own = placed.filter(({ isByFolder, names }) => isByFolder && names.includes(name));
    const folders = [...new Set(own.map(({ folder }) => folder))];
    return folders.filter((folder) => canBeStated(folder) && !isShared(folder, name)).sort();
  };
  const found = instances.map(({ name }) => ({ name, folders: foldersOf(name) }));
  const stated = found.flatMap(({ folders }) => folders);
  const joinsAnother = (name: string) =>
    placed
      .filter(({ names }) => names.includes(name))
      .every(({ isNameless, folder }) => isNameless && stated.some((outer) => isWithin(folder, outer)));
  return found
    .filter(({ name }) => !joinsAnother(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Whether exports of a format are of the instance whose folder they lie in. */
const IS_BY_FOLDER: Readonly<Record<ExportFormat, boolean>> = {
  snapshot: false,
  "campaign-package": true,
  "campaign-json": true,
  "session-info": true,
  "server-configuration": true,
  // Those of an organization serve every instance below.
  "user-management-api": false,
  "admin-console-csv": false,
};

function statesName({ value }: Document): boolean {
  return Boolean(valueAt(value, ["instance", "name"]));
}

/** Not the root itself: a glob of everything would also count what git ignores. `!` takes files out again. */
function canBeStated(folder: string): boolean {
  return folder !== "." && !/^(?:\.\.(?:\/|$)|!)/.test(folder);
}

function isWithin(folder: string, outer: string): boolean {
  return folder === outer || folder.startsWith(`${outer}/`);
}

/** An argument as a shell takes it. */
function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `"${argument}"`;
}
