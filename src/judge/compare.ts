import type { Level } from "../config/config.words.js";
import type { Workspace } from "../model/workspace.js";
import { CHANGES, type Change, type ChangeKind, type Comparison } from "../report/comparison.js";
import { rankOf } from "../report/fold.js";
import type { Report, Reported } from "../report/report.js";
import { type Renames, renamesOf } from "./renames.js";
import { type Head, headOf, whatBecameOf } from "./vanished.js";

/** One state of a repository: its report, and what that rests on. */
export interface State {
  readonly report: Report;
  readonly workspace: Workspace;
}

/** The later state. */
export interface HeadState extends State {
  /** Whether there is a file of this name, be it read or not. */
  readonly exists: (path: string) => boolean;
}

/**
 * Holds two states against each other, finding by finding. A finding is known again by what its fingerprint is made
 * of, whatever file or line it now stands in; where a file moved as it is, so do the findings about it and about the
 * instance that is called after it.
 *
 * A finding that is gone is fixed only if evidence shows it: who deletes an export mends nothing.
 */
export function compare(base: State, head: HeadState): Comparison {
  const renames = renamesOf(base.report, head.report);
  const before = failsByIdentity(base.report, (identity) => renames.identity(identity));
  const changes: Change[] = [];
  const unmatched: Reported[] = [];
  for (const finding of head.report.results) {
    if (finding.verdict !== "fail" || finding.level === null) continue;
    const earlier = before.get(finding.identity)?.shift();
    if (earlier) changes.push(sameFinding(finding, earlier, { base, head, renames }));
    else unmatched.push(finding);
  }
  const gone = [...before.values()].flat();
  const otherClause = new Map(
    gone.map((finding) => [withoutClause(renames.identity(finding.identity)), finding]),
  );
  const reviewed = reviewsBySubject(base.report, renames);
  const replaced = new Set<Reported>();
  for (const finding of unmatched) {
    const key = withoutClause(finding.identity);
    const earlier = otherClause.get(key);
    if (earlier && !replaced.has(earlier) && rankOf(earlier) !== rankOf(finding)) {
      replaced.add(earlier);
      changes.push(graded(finding, earlier));
    } else if (reviewed.has(subjectKey(finding))) {
      changes.push({ ...change("worse", finding), before: "review" });
    } else {
      changes.push(change("new", finding));
    }
  }
  const vanished = gone.filter((finding) => !replaced.has(finding));
  if (vanished.length > 0) {
    const known = headOf(head);
    for (const finding of vanished) changes.push(whatBecame(finding, known, renames));
  }
  return {
    changes: changes.sort(inOrder),
    counts: countsOf(changes),
    newUnknowns: newUnknowns(base.report, head.report, renames),
  };
}

function failsByIdentity(report: Report, known: (identity: string) => string): Map<string, Reported[]> {
  const fails = new Map<string, Reported[]>();
  for (const result of report.results) {
    if (result.verdict !== "fail" || result.level === null) continue;
    const identity = known(result.identity);
    const same = fails.get(identity);
    if (same) same.push(result);
    else fails.set(identity, [result]);
  }
  return fails;
}

function change(kind: ChangeKind, finding: Reported): Change {
  return { kind, finding, level: finding.level as Level };
}

/** A finding whose level differs: by another clause of its rule, or by another config. */
function graded(finding: Reported, earlier: Reported): Change {
  const isWorse = rankOf(finding) > rankOf(earlier);
  return { ...change(isWorse ? "worse" : "unchanged", finding), before: earlier.level as Level };
}

interface Both {
  readonly base: State;
  readonly head: State;
  readonly renames: Renames;
}

function sameFinding(finding: Reported, earlier: Reported, { base, head, renames }: Both): Change {
  if (rankOf(finding) !== rankOf(earlier)) return graded(finding, earlier);
  if (finding.rule.checkFile) {
    const now = inputOf(head.report, finding.location.path);
    const then = inputOf(base.report, renames.fileBefore(finding.location.path));
    if (now?.file.unreadable && then && now.sha256() !== then.sha256()) {
      const why = "The file has changed and still cannot be read, so what the change does cannot be seen.";
      return { ...change("unprovable", finding), why, instead: finding };
    }
  }
  return change("unchanged", finding);
}

function inputOf(report: Report, path: string) {
  return report.inputs.find(({ file }) => file.name === path);
}

function whatBecame(finding: Reported, head: Head, renames: Renames): Change {
  const became = whatBecameOf(finding, head, renames);
  if (became.is !== "unprovable") return change(became.is, finding);
  const { why, instead } = became;
  return { ...change("unprovable", finding), why, ...(instead ? { instead } : {}) };
}

function withoutClause(identity: string): string {
  const [rule, , ...rest] = JSON.parse(identity) as unknown[];
  return JSON.stringify([rule, ...rest]);
}

function subjectKey({ rule, instance, subject }: Pick<Reported, "rule" | "instance" | "subject">): string {
  return JSON.stringify([rule.id, instance, subject.kind, subject.name]);
}

function reviewsBySubject({ results }: Report, renames: Renames): ReadonlySet<string> {
  const reviews = results.filter(({ verdict }) => verdict === "review");
  return new Set(reviews.map((review) => subjectKey(renames.result(review))));
}

function newUnknowns(base: Report, head: Report, renames: Renames): number {
  const known = new Map<string, number>();
  for (const { verdict, identity } of base.results) {
    if (verdict !== "unknown") continue;
    const key = renames.identity(identity);
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  let fresh = 0;
  for (const { verdict, identity } of head.results) {
    if (verdict !== "unknown") continue;
    const left = known.get(identity) ?? 0;
    if (left > 0) known.set(identity, left - 1);
    else fresh += 1;
  }
  return fresh;
}

function countsOf(changes: readonly Change[]): Record<ChangeKind, number> {
  const counts = { unprovable: 0, new: 0, worse: 0, fixed: 0, unchecked: 0, unchanged: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

/** The gravest first; what is alike stays in the order of the report. */
function inOrder(a: Change, b: Change): number {
  return CHANGES.indexOf(a.kind) - CHANGES.indexOf(b.kind) || rankOf(b.finding) - rankOf(a.finding);
}
