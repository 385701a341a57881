import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import type { Log as Sarif } from "sarif";
import type { ReportV1 } from "../../src/index.js";
import { node24 } from "./node24.js";
import { type Repository, temporaryFolder } from "./repository.js";

/** Runs the bundle that ships as the runner of GitHub Actions runs it, and reads what comes of it as the runner does. */

export interface StepSetUp {
  /** What stands under `with`. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly eventName?: string;
  /** Of the event. */
  readonly payload?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  /** The commit and the ref of the event. */
  readonly sha?: string;
  readonly ref?: string;
}

/** A command to the runner, with its values as the runner has them. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface StepRun {
  readonly exit: number;
  /** Standard output and standard error, as the log shows them. */
  readonly log: string;
  /** What the runner obeyed, in order. */
  readonly commands: readonly Command[];
  /** Errors, warnings and notices, as many as the runner takes. */
  readonly annotations: readonly Command[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Of the file that the output names. */
  readonly report: ReportV1 | undefined;
  readonly sarif: Sarif | undefined;
}

const BUNDLE = path.resolve("dist/action/index.js");

/** The defaults of action.yml are the runner's to fill in. */
const DEFAULTS: Readonly<Record<string, string>> = {
  paths: ".",
  "upload-sarif": "false",
  category: "ims-lint",
  comment: "true",
  annotations: "true",
  summary: "true",
  "trust-head-config": "false",
  "working-directory": ".",
};

/** @param workspace the folder of the job, or a checkout that is all of it */
export async function runStep(workspace: Repository | string, setUp: StepSetUp = {}): Promise<StepRun> {
  const folder = typeof workspace === "string" ? workspace : workspace.folder;
  const temporary = temporaryFolder();
  const file = (name: string, content = "") => {
    const full = path.join(temporary, name);
    writeFileSync(full, content);
    return full;
  };
  mkdirSync(path.join(temporary, "temp"));
  const output = file("output");
  const summary = file("summary");
  const inputs = Object.entries({ ...DEFAULTS, ...setUp.inputs }).map(([name, value]) => [
    `INPUT_${name.replace(/ /g, "_").toUpperCase()}`,
    value,
  ]);
  const env: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    HOME: temporary,
    SystemRoot: process.env.SystemRoot,
    GITHUB_ACTIONS: "true",
    CI: "true",
    GITHUB_WORKSPACE: folder,
    GITHUB_REPOSITORY: "acme/campaign",
    GITHUB_SERVER_URL: "https://github.com",
    // Nothing of a test reaches the network.
    GITHUB_API_URL: "http://127.0.0.1:9",
    GITHUB_EVENT_NAME: setUp.eventName ?? "push",
    GITHUB_EVENT_PATH: file("event.json", JSON.stringify(setUp.payload ?? {})),
    GITHUB_SHA: setUp.sha,
    GITHUB_REF: setUp.ref ?? "refs/heads/main",
    GITHUB_RUN_ID: "42",
    GITHUB_WORKFLOW_REF: "acme/campaign/.github/workflows/ims.yml@refs/heads/main",
    GITHUB_JOB: "ims-lint",
    GITHUB_ACTION: "__ims-lint_ims-lint",
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: path.join(temporary, "temp"),
    ...Object.fromEntries(inputs),
    ...setUp.env,
  };
  const { exit, log } = await run(env, folder);
  const commands = commandsIn(log);
  const outputs = outputsIn(readFileSync(output, "utf8"));
  const read = (name: string | undefined) =>
    name && existsSync(name) ? readFileSync(name, "utf8") : undefined;
  const report = read(outputs["report-file"]);
  const sarif = read(outputs["sarif-file"]);
  return {
    exit,
    log,
    commands,
    annotations: annotationsOf(commands),
    outputs,
    summary: readFileSync(summary, "utf8"),
    report: report === undefined ? undefined : (JSON.parse(report) as ReportV1),
    sarif: sarif === undefined ? undefined : (JSON.parse(sarif) as Sarif),
  };
}

function run(env: Record<string, string | undefined>, cwd: string): Promise<{ exit: number; log: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      node24,
      [BUNDLE],
      { env, cwd, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ exit: error ? Number(error.code ?? 1) : (child.exitCode ?? 1), log: stdout + stderr });
      },
    );
  });
}

/** The commands that this version of the runner knows (actions/runner, ActionCommandManager and its extensions). */
const KNOWN = new Set([
  "internal-set-repo-path",
  "set-env",
  "set-output",
  "save-state",
  "add-path",
  "add-mask",
  "add-matcher",
  "remove-matcher",
  "warning",
  "error",
  "notice",
  "debug",
  "group",
  "endgroup",
  "echo",
]);

/**
 * Reads a log as the runner does, line by line: `::name properties::message` at the start, white space before it left
 * out, or the older `##[name properties]message` anywhere. Between `stop-commands` and the word that it gives, nothing is obeyed.
 */
function commandsIn(log: string): Command[] {
  const commands: Command[] = [];
  let word: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const known = new Set([...KNOWN, "stop-commands", ...(word === undefined ? [] : [word])]);
    const command = currentForm(line, known) ?? olderForm(line, known);
    if (!command) continue;
    if (word !== undefined) {
      if (command.name === word) word = undefined;
    } else if (command.name === "stop-commands") word = command.message;
    else commands.push(command);
  }
  return commands;
}

function currentForm(line: string, known: ReadonlySet<string>): Command | undefined {
  const text = line.trimStart();
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return undefined;
  return command(text.slice(2, end), text.slice(end + 2), known, (value) => value);
}

function olderForm(line: string, known: ReadonlySet<string>): Command | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return undefined;
  return command(line.slice(start + 3, end), line.slice(end + 1), known, (value) => value);
}

function command(
  head: string,
  data: string,
  known: ReadonlySet<string>,
  own: (value: string) => string,
): Command | undefined {
  const [, name = "", rest = ""] = /^(\S+)(?: (.*))?$/s.exec(head) ?? [];
  if (!known.has(name)) return undefined;
  const properties = rest
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part.includes("="))
    .map((part) => {
      const at = part.indexOf("=");
      return [
        part.slice(0, at),
        unescaped(
          own(part.slice(at + 1))
            .replaceAll("%3A", ":")
            .replaceAll("%2C", ","),
        ),
      ];
    });
  return { name, properties: Object.fromEntries(properties), message: unescaped(data) };
}

function unescaped(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

/** Ten of each type from one step; the runner drops the rest without a word. */
function annotationsOf(commands: readonly Command[]): Command[] {
  return ["error", "warning", "notice"].flatMap((name) =>
    commands.filter((command) => command.name === name).slice(0, 10),
  );
}

/** `name<<delimiter`, lines, `delimiter`; or `name=value`. */
function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, name, delimiter] = /^([^=]+)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter, at + 1);
      outputs[name] = lines.slice(at + 1, end).join("\n");
      at = end;
    } else if (line.includes("="))
      outputs[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
  }
  return outputs;
}
