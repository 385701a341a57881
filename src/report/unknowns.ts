import { inWords } from "../evaluate/evidence.js";
import type { Reported } from "./report.js";

/** What could not be known, grouped by what would change that. */
export interface Unknowns {
  readonly results: readonly Reported[];
  /** By the export that would settle it: how to get it, and the rules that wait for it. */
  readonly byEvidence: ReadonlyMap<string, { readonly how: string; readonly rules: ReadonlySet<string> }>;
  /** By the rule whose verdict stands in the way: the rules that wait for it. */
  readonly byCause: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rules that no export and no rule would settle. */
  readonly others: ReadonlySet<string>;
}

/** Groups the unknowns of a report. */
export function groupUnknowns(all: readonly Reported[]): Unknowns {
  const results = all.filter((result) => result.verdict === "unknown");
  const byEvidence = new Map<string, { readonly how: string; readonly rules: Set<string> }>();
  const byCause = new Map<string, Set<string>>();
  const others = new Set<string>();
  for (const { rule, because, missing } of results) {
    if (because) {
      const waiting = byCause.get(because.rule);
      if (waiting) waiting.add(rule.id);
      else byCause.set(because.rule, new Set([rule.id]));
      continue;
    }
    if (missing.length === 0) others.add(rule.id);
    for (const { label, how } of inWords(missing)) {
      const known = byEvidence.get(label) ?? { how, rules: new Set() };
      byEvidence.set(label, known);
      known.rules.add(rule.id);
    }
  }
  return { results, byEvidence, byCause, others };
}
