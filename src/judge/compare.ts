import { CHANGES, type Change, type ChangeKind, type Comparison, type Gone } from "../report/comparison.js";
import { rankOf } from "../report/fold.js";
import type { Input, Report, Reported } from "../report/report.js";
import { type Named, named, namesIn, type Renames, renamesOf } from "./renames.js";
import type { Graded, HeadState, State } from "./states.js";
import { whatBecame } from "./vanished.js";

/**
 * Holds two states against each other, finding by finding. A finding is known again by what its fingerprint is made
 * of, whatever file or line it now stands in, and one about a file itself by that file; where a file moved as it is, so do
 * the findings about it and about the instance that is called after it.
 *
 * A finding that is gone is fixed only if evidence shows it: who deletes an export mends nothing.
 */
export function compare(base: State, head: HeadState): Comparison {
  const renames = renamesOf(base.report, head.report);
  const before = groupBy(failsOf(base.report), (finding) => keyOf(finding, named(finding, renames)));
  const changes: Change[] = [];
  const unmatched: Graded[] = [];
  for (const finding of failsOf(head.report)) {
    const earlier = before.get(keyOf(finding))?.shift();
    if (earlier) changes.push(sameFinding(finding, earlier, { base, head, renames }));
    else unmatched.push(finding);
  }
  const gone = new Set([...before.values()].flat());
  const ofOtherClause = groupBy([...gone], (finding) => keyOf(finding, named(finding, renames), ""));
  const reviewed = reviewsOf(base.report, renames);
  for (const finding of unmatched) {
    const earlier = ofOtherClause.get(keyOf(finding, undefined, ""))?.find((other) => gone.has(other));
    if (earlier && rankOf(earlier) !== rankOf(finding)) {
      gone.delete(earlier);
      changes.push(graded(finding, earlier));
    } else if (reviewed.has(subjectKey(finding, hereOf(finding)))) {
      changes.push({ ...change("worse", finding), before: "review" });
    } else {
      changes.push(change("new", finding));
    }
  }
  changes.push(...whatBecame([...gone], { base, head, renames }));
  // What stands in the place of a finding is told with it.
  const told = new Set(changes.map(({ instead }) => instead));
  return {
    changes: changes.sort(inOrder),
    counts: countsOf(changes),
    newUnknowns: newlyOpen("unknown", { base, head, renames }).filter((result) => !told.has(result)),
    newReviews: newlyOpen("review", { base, head, renames }).filter((result) => !told.has(result)),
    gone: [...goneFiles({ base, head, renames }), ...goneInstances({ base, head, renames })],
  };
}

function failsOf({ results }: Report): Graded[] {
  return results.filter((result): result is Graded => result.verdict === "fail" && result.level !== null);
}

function groupBy<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function hereOf({ instance, subject, location }: Reported): Named {
  return { instance, subject, path: location.path };
}

/** What makes a result the same in both states. Which instances a file serves is not the file's own matter. */
export function keyOf(result: Reported, of: Named = hereOf(result), clause = result.clause ?? "-"): string {
  const { rule, property } = result;
  // A secret is one secret, in whichever file it stands.
  const isOfFile = rule.checkFile !== undefined && of.subject.kind !== "secret";
  const where = isOfFile ? ["file", of.path] : ["instance", of.instance];
  return JSON.stringify([rule.id, clause, ...where, of.subject.kind, of.subject.name, property]);
}

function subjectKey({ rule }: Reported, { instance, subject }: Named): string {
  return JSON.stringify([rule.id, instance, subject.kind, subject.name]);
}

function change(kind: ChangeKind, finding: Graded): Change {
  return { kind, finding, level: finding.level };
}

/** A finding whose level differs: by another clause of its rule, or by another config. */
function graded(finding: Graded, earlier: Graded): Change {
  const isWorse = rankOf(finding) > rankOf(earlier);
  return { ...change(isWorse ? "worse" : "unchanged", finding), before: earlier.level };
}

interface Both {
  readonly base: State;
  readonly head: HeadState;
  readonly renames: Renames;
}

function sameFinding(finding: Graded, earlier: Graded, { base, head }: Both): Change {
  if (rankOf(finding) !== rankOf(earlier)) return graded(finding, earlier);
  if (isOtherValue(finding, earlier)) {
    const before = finding.subject.kind === "secret" ? "another secret" : `"${earlier.observed}"`;
    return { ...change("new", finding), before };
  }
  const now = inputOf(head.report, finding);
  const then = inputOf(base.report, earlier);
  if (finding.rule.checkFile && now?.file.unreadable && then && now.sha256() !== then.sha256()) {
    const why = "The file has changed and still cannot be read, so what the change does cannot be seen.";
    return { ...change("unprovable", finding), why, instead: finding };
  }
  return change("unchanged", finding);
}

/**
 * Whether a finding stands for another value than before: of a field of an external account, of a secret, and where a
 * rule holds values against one another. What is counted or dated differs with every export, and is the same finding.
 */
export function isOtherValue(finding: Reported, earlier: Reported): boolean {
  if (finding.subject.kind === "secret") {
    const [now, then] = [finding.written, earlier.written];
    return now !== undefined && then !== undefined && !now.source.holdsSame(now.span, then.source, then.span);
  }
  for (const [where, value] of Object.entries(finding.values)) {
    if (Object.hasOwn(earlier.values, where) && earlier.values[where] !== value) return true;
  }
  // A scope is a list: what is wrong with one part of it is not for another part to answer.
  const isField = finding.subject.kind === "extAccount" && !/^(?:userScope|$)/.test(finding.property);
  return (
    isField && finding.observed !== null && earlier.observed !== null && finding.observed !== earlier.observed
  );
}

function inputOf({ inputs }: Report, { location }: Reported): Input | undefined {
  return inputs.find(({ file }) => file.name === location.path);
}

function reviewsOf({ results }: Report, renames: Renames): ReadonlySet<string> {
  const reviews = results.filter(({ verdict, accepted }) => verdict === "review" && !accepted);
  return new Set(reviews.map((review) => subjectKey(review, named(review, renames))));
}

/**
 * Open verdicts that the base did not have, of instances that it had. Where a rule did not apply before, nothing that was
 * proven is lost: an instance that is added can be held against those that were there.
 */
function newlyOpen(verdict: "unknown" | "review", { base, head, renames }: Both): Reported[] {
  const open = ({ results }: Report) =>
    results.filter((result) => result.verdict === verdict && !result.accepted);
  const known = groupBy(open(base.report), (result) => keyOf(result, named(result, renames)));
  const before = new Set([...namesIn(base.report)].map((name) => renames.instances.get(name) ?? name));
  const notApplied = new Set(
    base.report.results
      .filter(({ verdict: was }) => was === "notApplicable")
      .map((result) => subjectKey(result, named(result, renames))),
  );
  return open(head.report).filter(
    (result) =>
      !notApplied.has(subjectKey(result, hereOf(result))) &&
      known.get(keyOf(result))?.shift() === undefined &&
      (result.instance === null || before.has(result.instance)),
  );
}

/** Files that are there still, and are not read any more. */
function goneFiles({ base, head, renames }: Both): Gone[] {
  const read = new Set(head.report.inputs.map(({ file }) => file.name));
  return base.report.inputs
    .map(({ file }) => file.name)
    .filter((name) => !read.has(name) && !renames.files.has(name) && head.exists(name))
    .map((name) => ({ is: "file", name, why: "it is there, but no longer taken for an export" }));
}

/**
 * Instances that no export is of any more. Who retires an instance takes its exports away, and its name out of the
 * config; where its name is there still, the instance is only out of sight.
 */
function goneInstances({ base, head, renames }: Both): Gone[] {
  const now = namesIn(head.report);
  return [...namesIn(base.report)]
    .filter((name) => !now.has(renames.instances.get(name) ?? name))
    .map((name) => {
      const why = head.stated.includes(name) ? "the config still speaks of it" : undefined;
      return { is: "instance", name, why };
    });
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
