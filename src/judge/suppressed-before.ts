import { rankOf } from "../report/fold.js";
import type { Input, Report, Reported } from "../report/report.js";
import { isOtherValue, keyOf } from "./compare.js";
import { named, renamesOf } from "./renames.js";

/**
 * What comments may cover in a change that is proposed: what they covered before it, each finding once, and nothing that
 * is another value or graver by now. What only moved is what it was.
 */
export function suppressedBefore(
  before: Report,
): (inputs: readonly Input[]) => (finding: Reported) => boolean {
  return (inputs) => {
    const renames = renamesOf(before, { inputs });
    const left = new Map<string, Reported[]>();
    for (const result of before.results) {
      if (result.accepted?.risk.kind !== "suppression") continue;
      const key = keyOf(result, named(result, renames));
      const same = left.get(key);
      if (same) same.push(result);
      else left.set(key, [result]);
    }
    return (finding) => {
      const earlier = left.get(keyOf(finding)) ?? [];
      const at = earlier.findIndex((one) => isNoGraver(finding, one) && !isOtherValue(finding, one));
      if (at >= 0) earlier.splice(at, 1);
      return at >= 0;
    };
  };
}

function isNoGraver(finding: Reported, { accepted }: Reported): boolean {
  return rankOf(finding) <= rankOf({ level: accepted?.level ?? null });
}
