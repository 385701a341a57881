import type { FailOn, Level } from "../config/config.words.js";
import type { Policy } from "../config/policy.js";
import type { Rule } from "../evaluate/rule.js";
import type { Result, Subject, Verdict } from "../evaluate/verdict.js";
import type { AcceptedRisk } from "../model/accepted-risk.js";
import type { File } from "../model/workspace.js";
import type { Span } from "../read/document.js";
import type { ExportFormat } from "../read/export.js";
import type { Excerpt, SourceText } from "../read/source.js";

/** What a run found, ready to be rendered. Renderers decide nothing. */
export interface Report {
  readonly startedAt: Date;
  readonly asOf: Date;
  /** False where some input could not be read. */
  readonly complete: boolean;
  readonly exitCode: number;
  readonly failOn: FailOn;
  readonly policy: Policy;
  /** All rules of this version, running or not. */
  readonly allRules: readonly Rule[];
  /** SHA-256 over the rules in force, their levels and options. */
  rulesetSha256(): string;
  /** Of the config; null where there is none. */
  configSha256(): string | null;
  /** Of the file of waivers; null where there is none. */
  waiversSha256(): string | null;
  readonly inputs: readonly Input[];
  readonly summary: Summary;
  readonly counts: readonly Count[];
  /** Sorted by path, line, column, rule and subject; passes only where they are asked for. */
  readonly results: readonly Reported[];
  /**
   * Of the findings that --fix can mend, what it would write at their place; worked out when it is asked for. Values of
   * real exports are not among them: they are mended in Campaign.
   */
  fixes(): ReadonlyMap<Reported, string>;
}

/** A file that was looked at. */
export interface Input {
  readonly file: File;
  /** Names of the instances in it. */
  readonly instances: readonly string[];
  /** Undefined where it could not be read. */
  readonly format: ExportFormat | undefined;
  readonly exportedAt: Date | undefined;
  readonly buildNumber: string | undefined;
  /** SHA-256 of the bytes, in hexadecimal; computed when it is asked for. */
  sha256(): string;
}

/** How many results there are of each level and of each verdict but fail. */
export interface Summary extends Record<Level, number>, Record<Exclude<Verdict, "fail">, number> {
  readonly waived: number;
  readonly suppressed: number;
}

export interface Count {
  readonly rule: Rule;
  readonly instance: string | null;
  /** What is accepted is left out of them, and counted apart. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly waived: number;
  readonly suppressed: number;
  /** The subjects that passed; listed when they are asked for. */
  passed(): Subject[];
}

/** A finding that somebody has accepted. */
export interface Accepted {
  readonly risk: AcceptedRisk;
  /** The level that it would have; null of a review. */
  readonly level: Level | null;
  /** Where the waiver or the comment stands. */
  readonly location: Location;
}

/** A result with its level and its place. */
export interface Reported extends Result {
  /** Null unless the verdict is fail, and nobody has accepted it. */
  readonly level: Level | null;
  /** Null where nobody has accepted it. */
  readonly accepted: Accepted | null;
  /** What it is about and what it follows from, where names are masked here. */
  readonly unmasked?: Pick<Result, "subject" | "causedBy">;
  readonly location: Location;
  readonly relatedLocations: readonly { readonly location: Location; readonly message: string }[];
  /** Stays the same while files are edited; computed when it is asked for. */
  fingerprint(): string;
  /** What stands at its place, to be compared and not to be shown; undefined where there is nothing. */
  readonly written: Written | undefined;
  /** The source line it begins on, secrets masked; undefined where there is none to show. */
  excerpt(width: number): Excerpt | undefined;
}

/** A place in a source. */
export interface Written {
  readonly source: SourceText;
  readonly span: Span;
}

/** Lines and columns from 1, columns in UTF-16 units, end exclusive; start equals end at the start of a file. */
export interface Location {
  readonly path: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
