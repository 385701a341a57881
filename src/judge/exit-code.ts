import type { FailOn } from "../config/config.words.js";
import type { Summary } from "../report/report.js";

/** How a command ends. */
export const EXIT = { ok: 0, findings: 1, usage: 2, nothing: 3, unreadable: 4, bug: 70 } as const;

/** How bad a run must be to end with 1, from the worst. */
const AT_OR_ABOVE: Readonly<Record<FailOn, readonly (keyof Summary)[]>> = {
  never: [],
  error: ["error"],
  warning: ["error", "warning"],
  note: ["error", "warning", "note"],
  unknown: ["error", "warning", "note", "unknown"],
};

/** Whether a result of this kind makes a run end with 1. */
export function isAtOrAbove(kind: keyof Summary, failOn: FailOn): boolean {
  return AT_OR_ABOVE[failOn].includes(kind);
}

/** How a run ends; unreadable input counts more than nothing recognised, that more than findings. */
export function exitCode(
  summary: Summary,
  failOn: FailOn,
  input: { complete: boolean; isEmpty: boolean },
): number {
  if (!input.complete) return EXIT.unreadable;
  if (input.isEmpty) return EXIT.nothing;
  return AT_OR_ABOVE[failOn].some((kind) => summary[kind] > 0) ? EXIT.findings : EXIT.ok;
}
