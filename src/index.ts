import * as fs from "node:fs";
import * as path from "node:path";
import { version } from "../package.json";
import { rules as allRules } from "../rules/index.js";
import type { FailOn, Level, LevelSetting, Preset } from "./config/config.words.js";
import { LEVEL_OF } from "./config/policy.js";
import { findRoot } from "./discover/discover.js";
import { memoryFs } from "./discover/memory.js";
import { toReportV1 } from "./report/json.js";
import type { ReportV1 } from "./report/report.v1.js";
import { loadConfig, run } from "./run.js";

export type * from "./report/report.v1.js";
export type { FailOn, Level, LevelSetting, Preset };

/** What to lint, and how. */
export interface LintOptions {
  /** Files and folders on disk. Default: the working folder, unless `files` are given. */
  readonly paths?: readonly string[];
  /** Files in memory, path → content, instead of those on disk. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Folder against which paths are resolved. Default: the process's. */
  readonly cwd?: string;
  /** Paths are told relative to it. Default: the top of the git work tree that holds `cwd`, else `cwd`. */
  readonly root?: string;
  /** A config as text, YAML or JSON. None is looked for on disk. */
  readonly config?: string;
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

/** A config that cannot be used; the message names each mistake with its line and column. */
export class ConfigError extends Error {
  readonly code = "IMS_LINT_CONFIG";
}

/**
 * Lints exports and returns the report, `ims-lint/report/v1`. What cannot be read is in the report (`run.complete` is
 * false then).
 *
 * @throws {ConfigError} where `config` has mistakes.
 */
export async function lint(options: LintOptions = {}): Promise<ReportV1> {
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
    config: await readConfig(options.config),
    stdin: () => fs.readFileSync(0),
    stdinName: "<stdin>",
    maxBytes: options.maxBytes ?? 100 * 1024 * 1024,
    failOn: options.failOn,
    showPasses: options.passes ?? false,
    startedAt: now,
    asOf: options.asOf ?? now,
    presets: [options.preset ?? []].flat(),
    only: options.only ?? [],
    levels: new Map(Object.entries(options.levels ?? {})),
  });
  return toReportV1(report, version);
}

async function readConfig(text: string | undefined) {
  if (text === undefined) return { config: {}, mistakes: [] };
  const bytes = Buffer.from(text);
  const loaded = await loadConfig("config", bytes, allRules);
  const fatal = loaded.mistakes.filter((mistake) => mistake.isFatal);
  if (fatal.length > 0) {
    throw new ConfigError(
      fatal.map(({ position, message }) => `${position.line}:${position.column} ${message}`).join("\n"),
    );
  }
  return { ...loaded, bytes };
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
  readonly clauses: Readonly<Record<string, { readonly level: Level; readonly title: string }>>;
}

/** Every rule, in the order of its control number. */
export const rules: readonly RuleInfo[] = allRules.map((rule) => ({
  id: rule.id,
  control: `IMS-${rule.control}`,
  level: LEVEL_OF[rule.level],
  title: rule.title,
  why: rule.why,
  remedy: rule.remedy,
  clauses: Object.fromEntries(
    Object.entries(rule.clauses ?? {}).map(([name, clause]) => [
      name,
      { level: LEVEL_OF[clause.level], title: clause.what },
    ]),
  ),
}));

export { version };
