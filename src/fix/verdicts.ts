import type { Bearing, Rule } from "../evaluate/rule.js";
import type { Result, SubjectKind } from "../evaluate/verdict.js";
import type { Place } from "../model/workspace.js";

/** The value at a place, the same in every reading of the files. */
export function keyOf({ path, document, routes }: Place): string {
  return JSON.stringify([path, document?.index, routes[0]]);
}

/** What a fix of a value did to the verdicts. */
export type Harm =
  /** The finding that it should mend is there still. */
  | { readonly is: "stays" }
  /** A rule says worse than it did, of the account, the instance or a file. */
  | { readonly is: "brings"; readonly rule: Rule };

/** A value that was changed, and the findings that were to go. */
export interface Changed {
  readonly key: string;
  readonly findings: readonly Result[];
}

/**
 * Which changes must not be made, by the key of the value. What a wrong value only hid is no harm: a mask that matches
 * again shows which profiles lead nowhere.
 */
export function harmOf(
  changed: readonly Changed[],
  before: readonly Result[],
  after: readonly Result[],
): Map<string, Harm> {
  const harm = new Map<string, Harm>();
  const left = new Set(after.filter(({ verdict }) => verdict === "fail").map(findingKey));
  for (const { key, findings } of changed) {
    if (findings.some((finding) => left.has(findingKey(finding)))) harm.set(key, { is: "stays" });
  }
  const culpritsOf = culprits(changed);
  const ranksBefore = ranksOf(before);
  for (const [key, now] of ranksOf(after)) {
    if (harm.size === changed.length) break;
    const then = ranksBefore.get(key)?.ranks ?? [];
    if (now.ranks.every((rank, index) => rank <= (then[index] ?? 0))) continue;
    for (const culprit of culpritsOf(now.result)) {
      if (!harm.has(culprit.key)) harm.set(culprit.key, { is: "brings", rule: now.result.rule });
    }
  }
  return harm;
}

function findingKey({ rule, clause, instance, place }: Result): string {
  return JSON.stringify([rule.id, clause, instance, keyOf(place)]);
}

/** Finds the changes that a verdict can come of: of its own value, of one it speaks of, of its account, its instance. */
function culprits(changed: readonly Changed[]): (result: Result) => readonly Changed[] {
  const found = new Map<string, Changed[]>();
  for (const change of changed) {
    for (const way of new Set([change.key, ...change.findings.flatMap(waysTo)])) {
      const known = found.get(way);
      if (known) known.push(change);
      else found.set(way, [change]);
    }
  }
  return (result) => {
    const spokenOf = result.related.map(({ place }) => keyOf(place));
    const ways = [keyOf(result.place), ...spokenOf, ...waysTo(result)];
    const way = ways.find((candidate) => found.has(candidate));
    return way === undefined ? changed : (found.get(way) ?? changed);
  };
}

/** From the closest. */
function waysTo({ instance, subject, property }: Result): string[] {
  const account = [instance, subject.kind, subject.name];
  return [[...account, property], account, [instance]].map((way) => JSON.stringify(way));
}

interface Ranks {
  readonly result: Result;
  /** From the worst. */
  readonly ranks: number[];
}

/** How bad the verdicts on each subject are, rule by rule. */
function ranksOf(results: readonly Result[]): Map<string, Ranks> {
  const ranks = new Map<string, Ranks>();
  for (const result of results) {
    const rank = rankOf(result);
    if (rank === 0) continue;
    const { rule, instance, subject, property } = result;
    const key = JSON.stringify([rule.id, instance, subject.kind, subject.name, property]);
    const known = ranks.get(key);
    if (known) known.ranks.push(rank);
    else ranks.set(key, { result, ranks: [rank] });
  }
  for (const { ranks: list } of ranks.values()) list.sort((a, b) => b - a);
  return ranks;
}

/** Whatever their level is set to: a fix must not break a rule because it is off. */
const RANKS: Readonly<Record<Bearing, number>> = { must: 5, should: 4, info: 3 };

/** What a mask hides, its people, groups and profiles, is no harm when it comes to light. */
const HIDDEN: readonly SubjectKind[] = ["profile", "group", "operator", "user"];

function rankOf({ verdict, rule, clause, subject }: Result): number {
  if (HIDDEN.includes(subject.kind)) return 0;
  switch (verdict) {
    case "fail":
      return RANKS[(clause === null ? undefined : rule.clauses?.[clause]?.level) ?? rule.level];
    case "review":
      return 2;
    case "unknown":
      // Of anything else it is what comes of evidence that is not there.
      return subject.kind === "extAccount" ? 1 : 0;
    case "notApplicable":
    case "pass":
      return 0;
  }
}
