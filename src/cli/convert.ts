import * as path from "node:path";
import snapshotSchema from "../../schemas/snapshot.v1.schema.json";
import { realOf } from "../discover/paths.js";
import { EXIT } from "../judge/exit-code.js";
import { sha256 } from "../judge/fingerprint.js";
import { areMixed } from "../model/builds.js";
import type { Workspace } from "../model/workspace.js";
import { printable } from "../report/terminal.js";
import { gather } from "../run.js";
import { type Edges, UsageError } from "./edges.js";
import { readArguments } from "./options.js";
import { CONFIG_OPTIONS, findConfig, INPUT_OPTIONS, inputOf, rootOf, tellSkipped } from "./setup.js";

const CONVERT_OPTIONS = {
  ...CONFIG_OPTIONS,
  ...INPUT_OPTIONS,
  output: { type: "string", short: "o" },
  force: { type: "boolean" },
} as const;

/** `ims-lint convert [paths…]`: one commented snapshot of real exports. */
export async function convert(args: readonly string[], edges: Edges): Promise<number> {
  const { values, positionals } = readArguments(args, CONVERT_OPTIONS);
  const root = rootOf(values.root, edges);
  const config = await findConfig({ ...values, "no-waivers": true }, root, edges);
  if (config === undefined) return EXIT.usage;
  const { workspace, skipped } = await gather({ ...inputOf(values, positionals, root, edges), config });
  tellSkipped(skipped, workspace.files.length === 0, values.verbose === true, edges);
  if (workspace.files.length === 0) return EXIT.nothing;
  if (workspace.instances.length === 0) {
    tellLosses(workspace, edges);
    edges.stderr.write("ims-lint: nothing could be read, so nothing was written.\n");
    return EXIT.unreadable;
  }
  const { toSnapshots } = await import("../convert/snapshots.js");
  const { toYaml } = await import("../convert/yaml.js");
  const text = toYaml(toSnapshots(workspace, snapshotSchema, sha256));
  write(text, values, workspace, config.path, root, edges);
  return tellLosses(workspace, edges) ? EXIT.ok : EXIT.unreadable;
}

function write(
  text: string,
  { output, force }: { readonly output?: string | undefined; readonly force?: boolean | undefined },
  { files }: Workspace,
  config: string | undefined,
  root: string,
  { cwd, fs, stdout }: Edges,
): void {
  if (output === undefined || output === "-") {
    stdout.write(text);
    return;
  }
  const target = path.resolve(cwd, output);
  const real = realOf(target, fs);
  const inputs = [...files.map(({ name }) => name), ...(config === undefined ? [] : [config])];
  if (inputs.some((name) => realOf(path.resolve(root, name), fs) === real)) {
    throw new UsageError(`--output ${output} would overwrite an input.`);
  }
  if (!force && fs.statSync(target, { throwIfNoEntry: false })) {
    throw new UsageError(`${output} is there already. Nothing was written; --force overwrites it.`);
  }
  try {
    fs.writeFileSync(target, text);
  } catch (error) {
    throw new UsageError(`--output: cannot write ${output} (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** What the snapshot does not hold; whether every file could be read. */
function tellLosses({ files, instances }: Workspace, { stderr }: Edges): boolean {
  const tell = (text: string) => stderr.write(`ims-lint: ${text}\n`);
  const unreadable = files.filter((file) => file.unreadable);
  for (const { name } of unreadable) tell(`${printable(name)} cannot be read, and is not in the snapshot.`);
  for (const { name, builds } of instances) {
    if (areMixed(builds)) {
      tell(`the exports of ${printable(name)} come from different builds; the snapshot names none.`);
    }
  }
  const documents = files.flatMap((file) => file.documents);
  const exposed = documents.flatMap(({ secrets }) => secrets.filter(({ secret }) => secret.exposed)).length;
  if (exposed > 0) {
    tell(`the exports hold ${exposed === 1 ? "a secret" : `${exposed} secrets`}; the snapshot only says so.`);
  }
  if (documents.some(({ problems }) => problems.length > 0)) {
    tell("some values could not be read, or contradict each other; the snapshot leaves them out.");
  }
  if (unreadable.length + exposed > 0 || documents.some(({ problems }) => problems.length > 0)) {
    tell("lint the exports themselves to see where: ims-lint with the same paths.");
  }
  return unreadable.length === 0;
}
