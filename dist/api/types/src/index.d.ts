import { type FailOn, type Level, type LevelSetting, type Preset } from "./config/config.words.js";
import type { ReportV1 } from "./report/report.v1.js";
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
export declare class ConfigError extends Error {
    readonly name = "ConfigError";
    readonly code = "IMS_LINT_CONFIG";
}
/**
 * Lints exports and returns the report, `ims-lint/report/v1`. What cannot be read is in the report (`run.complete` is
 * false then).
 *
 * @throws {ConfigError} where `config` or `waivers` have mistakes.
 * @throws {TypeError} where an option has a value that it cannot have.
 */
export declare function lint(options?: LintOptions): Promise<ReportV1>;
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
    readonly clauses: Readonly<Record<string, {
        readonly level: Level;
        readonly title: string;
    }>>;
}
/** Every rule that comes with ims-lint, in the order of its control number. */
export declare const rules: readonly RuleInfo[];
/** Version of ims-lint. */
export declare const version: string;
