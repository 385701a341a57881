import type { FailOn, Level } from "../config/config.words.js";
import type { Policy, RuleInForce } from "../config/policy.js";
import type { Evaluation } from "../evaluate/evaluate.js";
import type { Rule } from "../evaluate/rule.js";
import type { Result, Verdict } from "../evaluate/verdict.js";
import type { Workspace } from "../model/workspace.js";
import type { Count, Input, Report, Reported, Summary } from "../report/report.js";
import { exitCode } from "./exit-code.js";
import { fingerprint, sha256 } from "./fingerprint.js";
import { locateAll, type Spot } from "./locate.js";

/** What judging needs to know beside the verdicts. */
export interface Bench {
  readonly workspace: Workspace;
  readonly policy: Policy;
  readonly allRules: readonly Rule[];
  readonly failOn: FailOn;
  readonly showPasses: boolean;
  readonly startedAt: Date;
  readonly asOf: Date;
  readonly configBytes: Uint8Array | undefined;
}

/** Gives verdicts their levels and lines, puts them in order, and says how the run ends. */
export function judge(evaluation: Evaluation, bench: Bench): Report {
  const { workspace, policy } = bench;
  const passes = bench.showPasses ? evaluation.counts.flatMap((count) => count.passes()) : [];
  const inForce = evaluation.results.map((result) => withoutClausesThatAreOff(result, policy));
  const shown = [...inForce, ...passes];
  const places = shown.flatMap((result) => [result.place, ...result.related.map(({ place }) => place)]);
  const spots = locateAll(workspace, places);
  const results = shown.map((result) => report(result, policy, spots)).sort(inOrder);
  const summary = summarize(inForce, evaluation, policy);
  const complete = workspace.files.every((file) => file.unreadable === undefined);
  return {
    startedAt: bench.startedAt,
    asOf: bench.asOf,
    complete,
    exitCode: exitCode(summary, bench.failOn, { complete, isEmpty: workspace.files.length === 0 }),
    failOn: bench.failOn,
    policy,
    allRules: bench.allRules,
    rulesetSha256: () => sha256(JSON.stringify(policy.settings.map(inForceAsData))),
    configSha256: () => (bench.configBytes ? sha256(bench.configBytes) : null),
    inputs: workspace.files.map((file) => inputOf(file)),
    summary,
    counts: countsOf(evaluation, inForce),
    results,
  };
}

/** What a rule's verdicts rest on. */
function inForceAsData({ rule, level, clauses, options }: RuleInForce): unknown {
  const ofClauses = Object.entries(clauses).map(([name, clause]) => [name, clause.level]);
  const own = rule.definition === undefined ? [] : [rule.definition];
  return [rule.id, rule.control, level, ofClauses, options, ...own];
}

/** A clause that is off says so: nothing is silently left out. */
function withoutClausesThatAreOff(result: Result, policy: Policy): Result {
  if (result.verdict !== "fail" || levelOf(result, policy) !== null) return result;
  const message = `Clause ${result.rule.id}/${result.clause} is off.`;
  return { ...result, verdict: "notApplicable", message, remedy: null, causedBy: null };
}

/** The counts, with the clauses that are off where they now stand. */
function countsOf(evaluation: Evaluation, results: readonly Result[]): Count[] {
  const turned = new Map<string, number>();
  const key = (rule: Rule, instance: string | null) => JSON.stringify([rule.id, instance]);
  evaluation.results.forEach((before, index) => {
    if (before.verdict === results[index]?.verdict) return;
    const of = key(before.rule, before.instance);
    turned.set(of, (turned.get(of) ?? 0) + 1);
  });
  return evaluation.counts.map(({ rule, instance, verdicts, passes }) => {
    const off = turned.get(key(rule, instance)) ?? 0;
    const { fail, notApplicable } = verdicts;
    return {
      rule,
      instance,
      verdicts: { ...verdicts, fail: fail - off, notApplicable: notApplicable + off },
      passed: () => passes().map(({ subject }) => subject),
    };
  });
}

function levelOf(result: Result, policy: Policy): Level | null {
  return result.verdict === "fail" ? policy.levelOf(result.rule, result.clause) : null;
}

const NOWHERE: Spot = {
  location: { path: "", startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
  excerpt: () => undefined,
  written: undefined,
};

function report(result: Result, policy: Policy, spots: ReadonlyMap<object, Spot>): Reported {
  const spot = spots.get(result.place) ?? NOWHERE;
  return {
    ...result,
    level: levelOf(result, policy),
    location: spot.location,
    relatedLocations: result.related.map(({ place, message }) => ({
      location: (spots.get(place) ?? NOWHERE).location,
      message,
    })),
    fingerprint: () => fingerprint(result.identity),
    excerpt: spot.excerpt,
    written: spot.written,
  };
}

/** By path, line, column, rule, clause and subject; the same on every machine, whatever its language. */
function inOrder(a: Reported, b: Reported): number {
  return (
    compare(a.location.path, b.location.path) ||
    a.location.startLine - b.location.startLine ||
    a.location.startColumn - b.location.startColumn ||
    compare(a.rule.id, b.rule.id) ||
    compare(a.clause ?? "", b.clause ?? "") ||
    compare(a.instance ?? "", b.instance ?? "") ||
    compare(a.subject.name, b.subject.name) ||
    compare(a.identity, b.identity)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function summarize(results: readonly Result[], evaluation: Evaluation, policy: Policy): Summary {
  const summary = {
    error: 0,
    warning: 0,
    note: 0,
    pass: 0,
    unknown: 0,
    notApplicable: 0,
    review: 0,
    waived: 0,
    suppressed: 0,
  };
  for (const result of results) {
    const kind: Level | Exclude<Verdict, "fail"> | null =
      result.verdict === "fail" ? policy.levelOf(result.rule, result.clause) : result.verdict;
    if (kind) summary[kind] += 1;
  }
  for (const { verdicts } of evaluation.counts) summary.pass += verdicts.pass;
  return summary;
}

function inputOf(file: Workspace["files"][number]): Input {
  const [document] = file.documents;
  return {
    file,
    instances: [...new Set(file.documents.flatMap(({ instances }) => instances))],
    format: document?.document.format,
    exportedAt: document?.exported,
    buildNumber: document?.buildNumber,
    sha256: () => sha256(file.bytes),
  };
}
