import type { Place } from "./workspace.js";

/** Risks that somebody has accepted: what they cover is still evaluated, and counted apart. */

/** An entry of `ims-lint.waivers.yaml`. */
export interface Waiver {
  readonly kind: "waiver";
  /** What it is about, in the file's own words: it stays the same between runs. */
  readonly name: string;
  readonly rule: string;
  /** A part of the rule; undefined for all of it. */
  readonly clause: string | undefined;
  /** Glob of the instance's name; undefined for any. */
  readonly instance: string | undefined;
  /** Glob of the subject's name; undefined for any. */
  readonly subject: string | undefined;
  readonly reason: string;
  readonly owner: string | undefined;
  readonly ticket: string | undefined;
  readonly approvedBy: string | undefined;
  /** The last day on which it counts, `2026-12-31`, UTC; undefined where it has none. */
  readonly expires: string | undefined;
  readonly place: Place;
  /** Where its last day stands. */
  readonly expiresAt: Place;
}

/** A comment in a snapshot, on or above the line that it is about: `# ims-lint: ignore[callback-https] reason`. */
export interface Suppression {
  readonly kind: "suppression";
  readonly name: string;
  readonly rule: string;
  readonly clause: string | undefined;
  /** Empty where none is given: then it has no effect. */
  readonly reason: string;
  readonly path: string;
  /** The line that it is about, from 1; undefined where nothing stands below the comment. */
  readonly line: number | undefined;
  readonly place: Place;
}

export type AcceptedRisk = Waiver | Suppression;

/**
 * What became of an accepted risk in a run.
 *
 * - `used`: it covers findings
 * - `expired`: its last day is past, so it covers nothing
 * - `unused`: nothing failed that it covers
 * - `refused`: its rule cannot be waived or suppressed
 * - `without-reason`: a comment that gives none
 * - `unknown-rule`: a comment that names no rule of this version
 * - `malformed`: a comment that names none in the form that it takes
 * - `not-run`: its rule did not run
 * - `undecided`: whether anything failed that it covers cannot be known
 */
export interface Outcome {
  readonly risk: AcceptedRisk;
  readonly is:
    | "used"
    | "expired"
    | "unused"
    | "refused"
    | "without-reason"
    | "unknown-rule"
    | "malformed"
    | "not-run"
    | "undecided";
  /** How many findings it covers, or covered until it expired. */
  readonly covers: number;
}
