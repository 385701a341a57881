import type { Reported } from "./report.js";

/** Findings with what only follows from them: people see one cause once. */
export interface Folded {
  /** Fails that stand for themselves. */
  readonly heads: readonly Reported[];
  /** The fails and reviews that follow from a head. */
  followingOf(head: Reported): readonly Reported[];
  /** All that follow. */
  readonly folded: ReadonlySet<Reported>;
}

/**
 * Puts what only follows from another finding under it; with `unfold`, every fail stands for itself. What is accepted is
 * left out: who accepts a cause has not accepted what follows from it.
 */
export function fold(all: readonly Reported[], unfold = false): Folded {
  const results = all.filter(({ accepted }) => !accepted);
  const fails = results.filter((result) => result.verdict === "fail");
  const following = new Map<string, Reported[]>();
  const folded = new Set<Reported>();
  const followingOf = (head: Reported) => following.get(keyOf(head)) ?? [];
  if (unfold) return { heads: fails, followingOf, folded };
  const byKey = new Map(fails.map((result) => [keyOf(result), result]));
  const heads: Reported[] = [];
  for (const result of results) {
    if (result.verdict !== "fail" && result.verdict !== "review") continue;
    const head = headOf(result, byKey);
    if (head === result) {
      if (result.verdict === "fail") heads.push(result);
      continue;
    }
    folded.add(result);
    const group = following.get(keyOf(head));
    if (group) group.push(result);
    else following.set(keyOf(head), [result]);
  }
  return { heads, followingOf, folded };
}

function headOf(result: Reported, byKey: ReadonlyMap<string, Reported>): Reported {
  const seen = new Set<Reported>();
  let at = result;
  for (let causedBy = causeOf(at); causedBy && !seen.has(at); causedBy = causeOf(at)) {
    seen.add(at);
    const cause = byKey.get(JSON.stringify([causedBy.rule, causedBy.instance, causedBy.subject]));
    // An error is never folded under a warning: who sees the head must see how bad it is.
    if (!cause || rankOf(cause) < rankOf(result)) return at;
    at = cause;
  }
  return at;
}

/** How bad a finding is: 3 for an error, 0 for what is no fail. */
export function rankOf({ level }: Pick<Reported, "level">): number {
  return level === "error" ? 3 : level === "warning" ? 2 : level === "note" ? 1 : 0;
}

function causeOf({ unmasked, causedBy }: Reported): Reported["causedBy"] {
  return unmasked ? unmasked.causedBy : causedBy;
}

function keyOf({ rule, instance, subject, unmasked }: Reported): string {
  return JSON.stringify([rule.id, instance, unmasked?.subject ?? subject]);
}
