import * as path from "node:path";
import { rules } from "../../rules/index.js";
import { FAIL_ON, LEVELS, type LevelSetting, PRESETS } from "../config/config.words.js";
import { rulesWith } from "../config/load.js";
import { selects } from "../config/policy.js";
import type { Rule } from "../evaluate/rule.js";
import type { Verdict } from "../evaluate/verdict.js";
import { EXIT } from "../judge/exit-code.js";
import { nearest } from "../model/nearest.js";
import type { File } from "../model/workspace.js";
import { remarksOn } from "../report/remarks.js";
import { printable } from "../report/terminal.js";
import { unobeyed } from "../report/workflow-command.js";
import { type RunRequest, type RunResult, run } from "../run.js";
import { colorOn } from "./color.js";
import { COMMAND_NAMES, type Edges, UsageError } from "./edges.js";
import { type Format, parseFormats, render } from "./formats.js";
import { asOfFrom, listOf, oneOf, readArguments } from "./options.js";
import { progressOn } from "./progress.js";
import {
  CONFIG_OPTIONS,
  findConfig,
  INPUT_OPTIONS,
  inputOf,
  rootOf,
  tellSkipped,
  WAIVER_OPTIONS,
} from "./setup.js";

const CHECK_OPTIONS = {
  ...CONFIG_OPTIONS,
  ...INPUT_OPTIONS,
  ...WAIVER_OPTIONS,
  format: { type: "string", multiple: true },
  "fail-on": { type: "string" },
  preset: { type: "string", multiple: true },
  only: { type: "string", multiple: true },
  rule: { type: "string", multiple: true },
  show: { type: "string", multiple: true },
  "as-of": { type: "string" },
  color: { type: "string" },
  "no-color": { type: "boolean" },
  "no-progress": { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  fix: { type: "boolean" },
  "fix-dry-run": { type: "boolean" },
} as const;

const SHOW = ["pass", "unknown", "notApplicable", "review", "caused", "all"] as const;

/** `ims-lint [check] [paths…]`: lints exports and reports. */
export async function check(args: readonly string[], edges: Edges): Promise<number> {
  const { values, positionals } = readArguments(args, CHECK_OPTIONS);
  const isDryRun = values["fix-dry-run"] === true;
  if (values.fix && isDryRun) throw new UsageError("--fix and --fix-dry-run exclude each other.");
  const formats = isDryRun ? formatsBesideDiff(values.format) : parseFormats(values.format);
  const show = new Set(listOf(values.show).map((word) => oneOf("--show", word, SHOW)));
  const shows = (verdict: Verdict) => show.has("all") || (show as ReadonlySet<string>).has(verdict);
  const root = rootOf(values.root, edges);
  const presets = listOf(values.preset).map((word) => oneOf("--preset", word, PRESETS));
  const startedAt = edges.now();
  const asOf = asOfFrom(values["as-of"]) ?? startedAt;
  const failOn = values["fail-on"] === undefined ? undefined : oneOf("--fail-on", values["fail-on"], FAIL_ON);
  const input = inputOf(values, positionals, root, edges);
  const config = await findConfig(values, root, edges);
  if (config === undefined) return EXIT.usage;
  const known = rulesWith(rules, config);
  const overrides = {
    presets,
    only: parseOnly(values.only, known),
    levels: parseLevels(values.rule, known),
  };
  const progress = progressOn(edges, values["no-progress"] === true);
  const request: RunRequest = {
    ...overrides,
    ...input,
    rules,
    config,
    failOn,
    showPasses: shows("pass"),
    withoutWaivers: values["no-waivers"] === true,
    startedAt,
    asOf,
    ...(progress ? { onProgress: progress.step } : {}),
  };
  const refuseInputs = (files: readonly File[]) => refuseToOverwrite(files, formats, root, edges);
  const fixing = { isDryRun, beforeWriting: refuseInputs };
  const fixed =
    values.fix || isDryRun ? await (await import("./fix.js")).fix(request, fixing, edges.fs) : undefined;
  const result = fixed?.result ?? (await run(request));
  progress?.done();
  tellSkipped(result.skipped, result.report.inputs.length === 0, values.verbose === true, edges);
  // A run on other paths is not about every instance of the config.
  for (const remark of await remarksOn(result, positionals.length > 0 ? {} : config.config)) {
    edges.stderr.write(`ims-lint: ${printable(remark)}\n`);
  }
  tellMistypedCommand(result, positionals, edges);
  for (const note of fixed?.notes ?? []) edges.stderr.write(`ims-lint: ${note}\n`);
  refuseInputs(result.workspace.files);
  if (isDryRun) printDiff(fixed?.diff ?? "", edges);
  await output(result, formats, { values, show, edges });
  return fixed?.exitCode ?? result.report.exitCode;
}

/** The diff takes the place of the report. */
function formatsBesideDiff(values: readonly string[] | undefined): readonly Format[] {
  const formats = values ? parseFormats(values) : [];
  const other = formats.find(({ file }) => file === undefined);
  if (!other) return formats;
  throw new UsageError(
    `--fix-dry-run prints a diff on standard output; give ${other.name} a file: --format ${other.name}=<file>.`,
  );
}

function printDiff(diff: string, { env, stdout }: Edges): void {
  stdout.write(env.GITHUB_ACTIONS === "true" ? unobeyed(diff) : diff);
}

async function output(
  { report }: RunResult,
  formats: readonly Format[],
  { values, show, edges }: { values: PrettyValues; show: ReadonlySet<string>; edges: Edges },
): Promise<void> {
  for (const format of formats) {
    const text = await render(format.name, report, {
      color: colorOn(values, edges) && format.file === undefined,
      links: format.file === undefined && linksOn(edges),
      width: format.file === undefined ? Math.min(edges.stdout.columns || 100, 140) : 100,
      show: new Set(
        [...show].includes("all") ? ["pass", "unknown", "notApplicable", "review"] : show,
      ) as Set<Verdict>,
      unfold: show.has("caused") || show.has("all"),
      quiet: values.quiet === true,
      offersFix: values.fix !== true,
      env: edges.env,
    });
    if (format.file === undefined) {
      const isRead = format.name === "pretty" && edges.env.GITHUB_ACTIONS === "true";
      edges.stdout.write(isRead ? unobeyed(text) : text);
    } else {
      try {
        edges.fs.writeFileSync(path.resolve(edges.cwd, format.file), text);
      } catch (error) {
        throw new UsageError(
          `--format ${format.name}: cannot write ${format.file} (${(error as NodeJS.ErrnoException).code}).`,
        );
      }
    }
  }
}

/** A report must not take the place of an export. */
function refuseToOverwrite(
  files: readonly File[],
  formats: readonly Format[],
  root: string,
  { cwd }: Edges,
): void {
  const inputs = new Set(files.map(({ name }) => path.resolve(root, name)));
  for (const { name, file } of formats) {
    if (file !== undefined && inputs.has(path.resolve(cwd, file))) {
      throw new UsageError(`--format ${name}=${file} would overwrite an input.`);
    }
  }
}

interface PrettyValues {
  readonly color?: string | undefined;
  readonly "no-color"?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly fix?: boolean | undefined;
}

/** Terminals that show OSC 8 links; there is no way to ask one. */
function linksOn({ env, stdout }: Edges): boolean {
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== "0";
  if (!stdout.isTTY || env.CI || env.TERM === "dumb") return false;
  return (
    Boolean(env.WT_SESSION || env.KITTY_WINDOW_ID || env.DOMTERM) ||
    Number(env.VTE_VERSION ?? 0) >= 5000 ||
    ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"].includes(env.TERM_PROGRAM ?? "")
  );
}

/** `ims-lint chek`: a word that is no file may be meant as a command. */
function tellMistypedCommand({ report }: RunResult, paths: readonly string[], { stderr }: Edges): void {
  const [first] = paths;
  const isMissing = report.inputs.some(
    ({ file }) => file.name === first && file.unreadable?.reason === "not-there",
  );
  const near = first !== undefined && isMissing ? nearest(first, COMMAND_NAMES, 2) : undefined;
  if (near)
    stderr.write(`ims-lint: "${printable(first ?? "")}" is no file. Did you mean ims-lint ${near}?\n`);
}

/** `--rule callback-https=off`, `--rule org-id-format/non-hex=note` */
function parseLevels(
  values: readonly string[] | undefined,
  rules: readonly Rule[],
): Map<string, LevelSetting> {
  const levels = new Map<string, LevelSetting>();
  for (const value of listOf(values)) {
    const [name = "", level, ...rest] = value.split("=");
    if (level === undefined || rest.length > 0) {
      throw new UsageError(`--rule is "${value}", but must be <id>=<level> or <id>/<clause>=<level>.`);
    }
    const [id, clause] = name.split("/");
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule) throw new UsageError(unknownRule("--rule", id ?? ""));
    if (clause !== undefined && !Object.hasOwn(rule.clauses ?? {}, clause)) {
      const known = Object.keys(rule.clauses ?? {}).join(", ") || "none";
      throw new UsageError(`--rule: ${rule.id} has no clause "${clause}"; its clauses: ${known}.`);
    }
    levels.set(name, oneOf(`--rule ${name}`, level, LEVELS));
  }
  return levels;
}

function parseOnly(values: readonly string[] | undefined, rules: readonly Rule[]): string[] {
  const items = listOf(values);
  for (const item of items) {
    if (!rules.some((rule) => selects(item, rule))) throw new UsageError(unknownRule("--only", item));
  }
  return items;
}

export function unknownRule(option: string, id: string): string {
  return `${option}: there is no rule "${id}". «ims-lint rules» lists them.`;
}
