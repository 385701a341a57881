import type { FailOn, Level } from "../config/config.words.js";
import { EXIT } from "../judge/exit-code.js";
import { AGAINST, type Comparison } from "../report/comparison.js";
import type { Report } from "../report/report.js";
import type { FailScope } from "./inputs.js";

/**
 * How a run ends:
 *
 * - `passed`: nothing speaks against it
 * - `failed`: findings, of the scope that counts, at or above fail-on
 * - `incomplete`: some input could not be read
 * - `nothing`: nothing in the paths is an export
 * - `error`: wrong inputs or config, or a bug; told elsewhere
 */
export type Outcome = "passed" | "failed" | "incomplete" | "nothing" | "error";

/** What decides the outcome. */
export interface Judged {
  readonly report: Report;
  /** Undefined where there is no base: then everything is new. */
  readonly comparison: Comparison | undefined;
  readonly scope: FailScope;
  /** A config that this change brings and that cannot be used. */
  readonly hasBrokenConfig: boolean;
}

/**
 * How the run ends. What was there before a change does not count against it where only what is new counts, an
 * unreadable file included: that it changed and still cannot be read would count.
 */
export function outcomeOf({ report, comparison, scope, hasBrokenConfig }: Judged): Outcome {
  if (report.inputs.length === 0) return "nothing";
  if (scope === "new" && comparison) {
    return hasBrokenConfig || speaksAgainst(comparison, report.failOn) ? "failed" : "passed";
  }
  if (report.exitCode === EXIT.unreadable) return "incomplete";
  return hasBrokenConfig || report.exitCode === EXIT.findings ? "failed" : "passed";
}

const AT_OR_ABOVE: Readonly<Record<FailOn, readonly Level[]>> = {
  never: [],
  error: ["error"],
  warning: ["error", "warning"],
  note: ["error", "warning", "note"],
  unknown: ["error", "warning", "note"],
};

function speaksAgainst({ changes, newUnknowns }: Comparison, failOn: FailOn): boolean {
  const counts = changes.some(({ kind, level }) => AGAINST.has(kind) && AT_OR_ABOVE[failOn].includes(level));
  return counts || (failOn === "unknown" && newUnknowns > 0);
}
