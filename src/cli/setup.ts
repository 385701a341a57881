import * as path from "node:path";
import { rules } from "../../rules/index.js";
import { findConfig as findConfigAt, type Hindrance, type SetUp } from "../config/find.js";
import type { ConfigMistake } from "../config/load.js";
import { findRoot, IGNORED } from "../discover/discover.js";
import { MAX_BYTES, type Skipped } from "../read/files.js";
import { frameOf, isWide, measureFor, printable } from "../report/terminal.js";
import { unobeyed } from "../report/workflow-command.js";
import { type Edges, UsageError } from "./edges.js";

export const CONFIG_OPTIONS = {
  config: { type: "string" },
  "no-config": { type: "boolean" },
  root: { type: "string" },
} as const;

/** Which risks are accepted. */
export const WAIVER_OPTIONS = {
  waivers: { type: "string" },
  "no-waivers": { type: "boolean" },
} as const;

/** How input is found and read. */
export const INPUT_OPTIONS = {
  "stdin-name": { type: "string" },
  "max-bytes": { type: "string" },
  verbose: { type: "boolean" },
} as const;

interface ConfigValues {
  readonly config?: string | undefined;
  readonly "no-config"?: boolean | undefined;
  readonly waivers?: string | undefined;
  readonly "no-waivers"?: boolean | undefined;
}

/** `--root`, else the top of the git work tree, else the working folder. */
export function rootOf(stated: string | undefined, { cwd, fs }: Edges): string {
  if (stated === undefined) return findRoot(cwd, fs);
  const root = path.resolve(cwd, stated);
  if (!fs.statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--root ${stated}: there is no such folder.`);
  }
  return root;
}

/** The config and the accepted risks that count. Their mistakes are told; undefined where one of them stops the run. */
export async function findConfig(
  values: ConfigValues,
  root: string,
  edges: Edges,
): Promise<SetUp | undefined> {
  const found = await findConfigAt({
    stated: statedFile("config", values.config, values["no-config"], edges),
    statedWaivers: statedFile("waivers", values.waivers, values["no-waivers"], edges),
    root,
    fs: edges.fs,
    rules,
  });
  if ("is" in found) throw new UsageError(hindranceInWords(found, values));
  for (const mistake of found.mistakes) edges.stderr.write(await inWords(mistake));
  return found.mistakes.some((mistake) => mistake.isFatal) ? undefined : found;
}

/** The file that an option names, absolute; false where another option says that there is to be none. */
function statedFile(
  option: "config" | "waivers",
  named: string | undefined,
  isOff: boolean | undefined,
  { cwd }: Edges,
): string | false | undefined {
  if (isOff && named !== undefined)
    throw new UsageError(`--${option} and --no-${option} exclude each other.`);
  if (isOff) return false;
  return named === undefined ? undefined : path.resolve(cwd, named);
}

function hindranceInWords(hindrance: Hindrance, values: ConfigValues): string {
  const { of } = hindrance;
  const stated = values[of];
  switch (hindrance.is) {
    case "several":
      return `There are several ${of === "config" ? "configs" : "files of waivers"} at the root: ${hindrance.names.join(", ")}. Keep one, or name it with --${of}.`;
    case "unreadable": {
      const name = stated === undefined ? path.basename(hindrance.file) : `--${of} ${stated}`;
      return `${name}: cannot be read (${hindrance.code}).`;
    }
    case "outside":
      return `The config names the file of waivers ${path.basename(hindrance.file)} outside of the root; move it there, or name it with --waivers.`;
  }
}

async function inWords({ path: name, position, message, isFatal, excerpt }: ConfigMistake): Promise<string> {
  const head = `${printable(name)}:${position.line}:${position.column}  ${isFatal ? "error" : "note"}  ${printable(message)}\n`;
  if (!excerpt) return head;
  const { number, line, indent, marks } = frameOf(excerpt, await measureFor(isWide(excerpt.text)));
  return `${head}    ${number} | ${line}\n    ${" ".repeat(number.length)} | ${indent}${marks}\n`;
}

/** A page that a command prints for people: what the config says in it is nothing for the runner of a job to obey. */
export function printPage(text: string, { env, stdout }: Edges): void {
  stdout.write(env.GITHUB_ACTIONS === "true" ? unobeyed(text) : text);
}

interface InputValues {
  readonly "stdin-name"?: string | undefined;
  readonly "max-bytes"?: string | undefined;
}

/** Where a command looks for exports, and how it reads them; without a path everything below the working folder. */
export function inputOf(values: InputValues, paths: readonly string[], root: string, edges: Edges) {
  return {
    fs: edges.fs,
    cwd: edges.cwd,
    root,
    paths: paths.length > 0 ? paths : [edges.cwd],
    stdin: edges.stdin,
    stdinName: values["stdin-name"] ?? "<stdin>",
    maxBytes: maxBytesOf(values["max-bytes"]),
  };
}

/** `--max-bytes`: `5000000`, `50M`. */
export function maxBytesOf(value: string | undefined): number {
  if (value === undefined) return MAX_BYTES;
  const parts = /^(\d+)([kKmMgG]?)$/.exec(value);
  if (!parts) throw new UsageError(`--max-bytes is "${value}", but must be a number such as 5000000 or 50M.`);
  const unit = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(parts[2] ?? "").toLowerCase()] ?? 1;
  return Number(parts[1]) * unit;
}

/** Says which files were passed over, and what to do where nothing is left. */
export function tellSkipped(
  skipped: readonly Skipped[],
  isNothingLeft: boolean,
  verbose: boolean,
  { stderr }: Edges,
): void {
  for (const { path: name, isTold, why } of skipped) {
    if (isTold || verbose) stderr.write(`ims-lint: skipped ${printable(name)}: ${printable(why)}\n`);
  }
  if (!isNothingLeft) return;
  const ignored = skipped
    .filter(({ why, isTold }) => why === IGNORED && !isTold)
    .map(({ path: name }) => name);
  if (ignored.length > 0 && !verbose) {
    const shown = ignored.slice(0, 3).map(printable).join(", ");
    stderr.write(
      `ims-lint: git ignores ${shown}${ignored.length > 3 ? ", …" : ""}; what is ignored is read if it is named.\n`,
    );
  }
  stderr.write(
    "ims-lint: nothing here is an export that ims-lint reads: a package or JSON of Campaign, serverConf.xml, users and\n" +
      "groups of the Admin Console or the User Management API, or a snapshot. docs/exporting.md tells how to get them;\n" +
      "ims-lint init writes a snapshot to fill in; --verbose says why files were skipped.\n",
  );
}
