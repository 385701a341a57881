import type { FailOn } from "../config/config.words.js";
import { EXIT, isAtOrAbove } from "../judge/exit-code.js";
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
 * unreadable file included: that it changed and still cannot be read would count. Where all counts, so does what only a
 * comparison can see: evidence that is gone.
 */
export function outcomeOf({ report, comparison, scope, hasBrokenConfig }: Judged): Outcome {
  if (report.inputs.length === 0) return "nothing";
  if (scope === "all" || !comparison) {
    if (report.exitCode === EXIT.unreadable) return "incomplete";
    if (report.exitCode === EXIT.findings) return "failed";
  }
  const speaksAgainst = comparison !== undefined && isAgainst(comparison, report.failOn);
  return hasBrokenConfig || speaksAgainst ? "failed" : "passed";
}

function isAgainst({ changes, newUnknowns, gone }: Comparison, failOn: FailOn): boolean {
  if (failOn === "never") return false;
  return (
    gone.some(({ why }) => why !== undefined) ||
    changes.some(({ kind, level }) => AGAINST.has(kind) && isAtOrAbove(level, failOn)) ||
    (failOn === "unknown" && newUnknowns.length > 0)
  );
}
