import * as path from "node:path";
import { rules } from "../../rules/index.js";
import { loadConfig } from "../../src/config/load.js";
import { memoryFs } from "../../src/discover/memory.js";
import type { File, FileDocument, Instance, ListFact, Workspace } from "../../src/model/workspace.js";
import { gather } from "../../src/run.js";

export type Files = Readonly<Record<string, string>>;

/** Puts files in memory together: path → content. Files are found in `paths`, or named there. */
export async function gatherFiles(
  files: Files,
  { config, paths = ["."] }: { config?: string | undefined; paths?: readonly string[] } = {},
): Promise<Workspace> {
  const loaded =
    config === undefined
      ? { config: {}, mistakes: [] }
      : await loadConfig("ims-lint.config.yaml", Buffer.from(config), rules);
  if (loaded.mistakes.length > 0) throw new Error(loaded.mistakes.map(({ message }) => message).join("\n"));
  const absolute = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [path.posix.resolve("/repo", name), text]),
  );
  const { workspace } = await gather({
    fs: memoryFs(absolute),
    cwd: "/repo",
    root: "/repo",
    paths,
    config: loaded,
    stdin: () => Buffer.alloc(0),
    stdinName: "<stdin>",
    maxBytes: 1e9,
  });
  return workspace;
}

/** The one instance that files are. */
export async function onlyInstance(files: Files, config?: string): Promise<Instance> {
  const { instances } = await gatherFiles(files, { config });
  const [only, ...others] = instances;
  if (!only || others.length > 0) throw new Error(`not one instance: ${instances.map(({ name }) => name)}`);
  return only;
}

/** Which instances each file is of. */
export function instancesByFile({ files }: Workspace): Record<string, readonly string[]> {
  return Object.fromEntries(
    files.map(({ name, documents }) => [name, [...new Set(documents.flatMap(({ instances }) => instances))]]),
  );
}

/** What the formats tell of the lists, file by file. */
export function listFacts({ files }: Workspace): (ListFact & { readonly file: string })[] {
  return files.flatMap((file: File) =>
    file.documents.flatMap(({ lists }: FileDocument) => lists.map((fact) => ({ ...fact, file: file.name }))),
  );
}
