import * as fs from "node:fs";
import * as path from "node:path";
import manifest from "../package.json";
import { rules as allRules } from "../rules/index.js";
import {
  FAIL_ON,
  type FailOn,
  LEVELS,
  type Level,
  type LevelSetting,
  PRESETS,
  type Preset,
} from "./config/config.words.js";
import { NO_CONFIG, type SetUp } from "./config/find.js";
import { type ConfigMistake, loadConfig, rulesWith } from "./config/load.js";
import { LEVEL_OF, selects } from "./config/policy.js";
import { findRoot } from "./discover/discover.js";
import { memoryFs } from "./discover/memory.js";
import { controlOf } from "./evaluate/areas.js";
import type { Rule } from "./evaluate/rule.js";
import { MAX_BYTES } from "./read/files.js";
import type { ReportV1 } from "./report/report.v1.js";
import { run } from "./run.js";

export type * from "./report/report.v1.js";
export type { FailOn, Level, LevelSetting, Preset };

/** What to lint, and how. */
export interface LintOptions {
  /** Files and folders on disk, `-` for standard input. Default: the working folder, unless `files` are given. */
  readonly paths?: readonly string[];
  /** Files in memory, path → content, instead of those on disk. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Folder against which paths are resolved. Default: the process's. */
  readonly cwd?: string;
  /** Paths are told relative to it. Default: the top of the git work tree that holds `cwd`, else `cwd`. */
  readonly root?: string;
  /** A config as text, YAML or JSON; it can define rules. None is looked for on disk. */
  readonly config?: string;
  /** Accepted risks as text, YAML or JSON, as `ims-lint.waivers.yaml` holds them. None are looked for on disk. */
  readonly waivers?: string;
  /** Default: that of the config, else `recommended`. */
  readonly preset?: Preset | readonly Preset[];
  /** Rules that run alone: ids, control numbers or areas. */
  readonly only?: readonly string[];
  /** Levels by rule id, or by rule id and clause (`org-id-format/non-hex`). */
  readonly levels?: Readonly<Record<string, LevelSetting>>;
  /** Default: that of the config, else `error`. */
  readonly failOn?: FailOn;
  /** The date against which ages are judged. Default: now. */
  readonly asOf?: Date;
  /** Whether passes are in the results. Default: false. */
  readonly passes?: boolean;
  /** Larger files are refused, in bytes. Default: 100 MiB. */
  readonly maxBytes?: number;
}

/** A config, or waivers, that cannot be used; the message names each mistake with its line and column. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code = "IMS_LINT_CONFIG";
}

/**
 * Lints exports and returns the report, `ims-lint/report/v1`. What cannot be read is in the report (`run.complete` is
 * false then).
 *
 * @throws {ConfigError} where `config` or `waivers` have mistakes.
 * @throws {TypeError} where an option has a value that it cannot have.
 */
export async function lint(options: LintOptions = {}): Promise<ReportV1> {
  const config = await readConfig(options);
  checkOptions(options, rulesWith(allRules, config));
  const cwd = options.files ? "/" : path.resolve(options.cwd ?? process.cwd());
  const files = Object.entries(options.files ?? {}).map(([name, content]) => [
    path.posix.resolve("/", name),
    content,
  ]);
  const paths = options.files ? files.map(([name]) => String(name)) : (options.paths ?? [cwd]);
  const now = new Date();
  const { report } = await run({
    rules: allRules,
    fs: options.files ? memoryFs(Object.fromEntries(files)) : fs,
    cwd,
    root: options.files ? "/" : path.resolve(cwd, options.root ?? findRoot(cwd, fs)),
    paths,
    config,
    stdin: () => fs.readFileSync(0),
    stdinName: "<stdin>",
    maxBytes: options.maxBytes ?? MAX_BYTES,
    failOn: options.failOn,
    showPasses: options.passes ?? false,
    startedAt: now,
    asOf: options.asOf ?? now,
    presets: [options.preset ?? []].flat(),
    only: options.only ?? [],
    levels: new Map(Object.entries(options.levels ?? {})),
  });
  const { toReportV1 } = await import("./report/json.js");
  return toReportV1(report, version);
}

/** Callers without types make mistakes too. */
function checkOptions(options: LintOptions, known: readonly Rule[]): void {
  const demand = (name: string, value: unknown, allowed: readonly unknown[]) => {
    if (!allowed.includes(value))
      throw new TypeError(`${name} is ${String(value)}, which is none of ${allowed.join(", ")}`);
  };
  for (const preset of [options.preset ?? []].flat()) demand("preset", preset, PRESETS);
  if (options.failOn !== undefined) demand("failOn", options.failOn, FAIL_ON);
  for (const item of options.only ?? []) {
    if (!known.some((rule) => selects(item, rule))) throw new TypeError(`only: there is no rule ${item}`);
  }
  const keys = known.flatMap(({ id, clauses = {} }) => [
    id,
    ...Object.keys(clauses).map((name) => `${id}/${name}`),
  ]);
  for (const [key, level] of Object.entries(options.levels ?? {})) {
    if (!keys.includes(key)) throw new TypeError(`levels: there is no rule ${key}`);
    demand(`levels: ${key}`, level, LEVELS);
  }
  if (options.asOf !== undefined && Number.isNaN(options.asOf.getTime()))
    throw new TypeError("asOf is no date");
}

async function readConfig({ config, waivers }: LintOptions): Promise<SetUp> {
  const bytes = config === undefined ? undefined : Buffer.from(config);
  const loaded = bytes ? { ...(await loadConfig("config", bytes, allRules)), bytes } : NO_CONFIG;
  refuse(loaded.mistakes);
  if (waivers === undefined) return loaded;
  const { loadWaivers } = await import("./config/waivers.js");
  const accepted = { bytes: Buffer.from(waivers), path: "waivers" };
  const found = await loadWaivers(accepted.path, accepted.bytes, rulesWith(allRules, loaded));
  refuse(found.mistakes);
  return { ...loaded, waivers: { ...accepted, waivers: found.waivers } };
}

function refuse(mistakes: readonly ConfigMistake[]): void {
  const fatal = mistakes.filter(({ isFatal }) => isFatal);
  if (fatal.length === 0) return;
  throw new ConfigError(
    fatal.map(({ position, message }) => `${position.line}:${position.column} ${message}`).join("\n"),
  );
}

/** A rule, as data. */
export interface RuleInfo {
  readonly id: string;
  /** `IMS-3.7` */
  readonly control: string;
  readonly level: Level;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  /** Whether the command line's --fix can mend what it finds, in snapshots that are kept by hand. */
  readonly fixable: boolean;
  readonly clauses: Readonly<Record<string, { readonly level: Level; readonly title: string }>>;
}

/** Every rule that comes with ims-lint, in the order of its control number. */
export const rules: readonly RuleInfo[] = allRules.map((rule) => ({
  id: rule.id,
  control: controlOf(rule),
  level: LEVEL_OF[rule.level],
  title: rule.title,
  why: rule.why,
  remedy: rule.remedy,
  fixable: rule.fix !== undefined,
  clauses: Object.fromEntries(
    Object.entries(rule.clauses ?? {}).map(([name, clause]) => [
      name,
      { level: LEVEL_OF[clause.level], title: clause.what },
    ]),
  ),
}));

/** Version of ims-lint. */
export const version: string = manifest.version;
