import type { FailOn, Level } from "../config/config.words.js";
import type { Policy, RuleInForce } from "../config/policy.js";
import { type Evaluation, evaluateWaivers } from "../evaluate/evaluate.js";
import type { Rule } from "../evaluate/rule.js";
import type { Result, Verdict } from "../evaluate/verdict.js";
import { editEach } from "../fix/plan.js";
import type { Place, Workspace } from "../model/workspace.js";
import type { Count, Input, Report, Reported, Summary } from "../report/report.js";
import { type Acceptance, type AcceptedRisks, accept } from "./accept.js";
import { exitCode } from "./exit-code.js";
import { fingerprint, sha256 } from "./fingerprint.js";
import { locateAll, type Spot } from "./locate.js";

/** What judging needs to know beside the verdicts. */
export interface Bench {
  readonly workspace: Workspace;
  readonly policy: Policy;
  readonly allRules: readonly Rule[];
  /** Null where they are left aside. */
  readonly risks: AcceptedRisks | null;
  /** Names of the instances that the config speaks of. */
  readonly stated: readonly string[];
  readonly failOn: FailOn;
  readonly showPasses: boolean;
  readonly startedAt: Date;
  readonly asOf: Date;
  readonly configBytes: Uint8Array | undefined;
  readonly waiverBytes: Uint8Array | undefined;
}

/** Gives verdicts their levels and lines, takes out what is accepted, puts them in order, and says how the run ends. */
export function judge(evaluation: Evaluation, bench: Bench): Report {
  const { workspace, policy, asOf, showPasses } = bench;
  const found = reportAll(evaluation, bench);
  const inputs = workspace.files.map((file) => inputOf(file));
  const { of, outcomes } = accept({
    ...bench,
    results: found,
    risks: bench.risks ?? { waivers: [], suppressions: [] },
    inputs,
    instances: workspace.instances.map(({ name }) => name),
  });
  const ofRisks = evaluateWaivers({
    rules: policy.rules,
    allRules: bench.allRules,
    outcomes,
    asOf,
    otherwise: startOf(workspace),
    areLeftAside: bench.risks === null,
  });
  const all = withAcceptance(found, of, workspace).concat(reportAll(ofRisks, bench));
  const results = showPasses ? all : all.filter(({ verdict }) => verdict !== "pass");
  const counts = [...countsOf(evaluation, all), ...countsOf(ofRisks, all)];
  const summary = summarize(all, counts);
  const complete = workspace.files.every((file) => file.unreadable === undefined);
  return {
    startedAt: bench.startedAt,
    asOf,
    complete,
    exitCode: exitCode(summary, bench.failOn, { complete, isEmpty: workspace.files.length === 0 }),
    failOn: bench.failOn,
    policy,
    allRules: bench.allRules,
    rulesetSha256: () => sha256(JSON.stringify(policy.settings.map(inForceAsData))),
    configSha256: () => (bench.configBytes ? sha256(bench.configBytes) : null),
    waiversSha256: () => (bench.waiverBytes ? sha256(bench.waiverBytes) : null),
    inputs,
    summary,
    counts,
    results: results.sort(inOrder),
    fixes: () => fixesOf(results, workspace),
  };
}

function fixesOf(results: readonly Reported[], workspace: Workspace): ReadonlyMap<Reported, string> {
  const wanted = results.flatMap((result) => (result.fix ? [{ ...result.fix, result }] : []));
  const direct = editEach(wanted, workspace).edits.filter(({ isDirect }) => isDirect);
  return new Map(direct.flatMap(({ text, values }) => values.map(({ result }) => [result, text] as const)));
}

/** The results of an evaluation with their levels and lines; passes where they are shown. */
function reportAll(evaluation: Evaluation, { workspace, policy, showPasses }: Bench): Reported[] {
  const passes = showPasses ? evaluation.counts.flatMap((count) => count.passes()) : [];
  const shown = [...evaluation.results.map((result) => withoutClausesThatAreOff(result, policy)), ...passes];
  const places = shown.flatMap((result) => [result.place, ...result.related.map(({ place }) => place)]);
  const spots = locateAll(workspace, places);
  return shown.map((result) => report(result, policy, spots));
}

/** Where what is about no file is said to stand: at the start of the first. */
function startOf({ files: [first] }: Workspace): Place | undefined {
  return first && { document: first.documents[0]?.document, path: first.name, routes: [] };
}

/** What is accepted has no level of its own any more. */
function withAcceptance(
  results: readonly Reported[],
  of: Acceptance["of"],
  workspace: Workspace,
): Reported[] {
  if (of.size === 0) return [...results];
  const risks = [...new Set(of.values())];
  const spots = locateAll(
    workspace,
    risks.map(({ place }) => place),
  );
  return results.map((result) => {
    const risk = of.get(result);
    if (!risk) return result;
    const { location } = spots.get(risk.place) ?? NOWHERE;
    return { ...result, level: null, accepted: { risk, level: result.level, location } };
  });
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
  return { ...result, verdict: "notApplicable", message, remedy: null, causedBy: null, fix: null };
}

/** The counts, with the clauses that are off where they now stand, and what is accepted apart. */
function countsOf(evaluation: Evaluation, results: readonly Reported[]): Count[] {
  const key = (rule: Rule, instance: string | null) => JSON.stringify([rule.id, instance]);
  const counts = new Map<string, Record<Verdict | "waived" | "suppressed", number>>();
  for (const { rule, instance, verdict, accepted } of results) {
    if (verdict === "pass") continue;
    const of = key(rule, instance);
    const own = counts.get(of) ?? { ...NONE };
    counts.set(of, own);
    own[accepted ? KIND[accepted.risk.kind] : verdict] += 1;
  }
  return evaluation.counts.map(({ rule, instance, verdicts, passes }) => {
    const { waived, suppressed, ...open } = counts.get(key(rule, instance)) ?? NONE;
    return {
      rule,
      instance,
      verdicts: { ...open, pass: verdicts.pass },
      waived,
      suppressed,
      passed: () => passes().map(({ subject }) => subject),
    };
  });
}

const NONE = { fail: 0, pass: 0, unknown: 0, notApplicable: 0, review: 0, waived: 0, suppressed: 0 };
const KIND = { waiver: "waived", suppression: "suppressed" } as const;

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
    accepted: null,
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

function summarize(results: readonly Reported[], counts: readonly Count[]): Summary {
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
  for (const { level } of results) if (level) summary[level] += 1;
  for (const { verdicts, waived, suppressed } of counts) {
    summary.pass += verdicts.pass;
    summary.unknown += verdicts.unknown;
    summary.notApplicable += verdicts.notApplicable;
    summary.review += verdicts.review;
    summary.waived += waived;
    summary.suppressed += suppressed;
  }
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
