import { controlOf } from "../evaluate/areas.js";
import { EVIDENCE } from "../evaluate/evidence.js";
import type { Cause, Verdict } from "../evaluate/verdict.js";
import { toControlsV1 } from "./controls.js";
import type { Accepted, Count, Input, Location, Report, Reported } from "./report.js";
import type { CauseV1, InputV1, LocationV1, ReportV1, ResultV1, RuleCountV1, WaiverV1 } from "./report.v1.js";
import { printableJson } from "./terminal.js";

/** The report as data, `ims-lint/report/v1`. */
export function toReportV1(report: Report, version: string): ReportV1 {
  return {
    format: "ims-lint/report/v1",
    tool: { name: "ims-lint", version },
    run: {
      startedAt: report.startedAt.toISOString(),
      asOf: report.asOf.toISOString(),
      complete: report.complete,
      exitCode: report.exitCode,
      rulesetSha256: report.rulesetSha256(),
      configSha256: report.configSha256(),
      waiversSha256: report.waiversSha256(),
    },
    inputs: report.inputs.flatMap(toInput),
    summary: { ...report.summary },
    rules: report.counts.map(toCount),
    controls: toControlsV1(report.policy),
    results: report.results.map(toResult),
    evidence: evidenceOf(report.results),
  };
}

/** What the keys under settledBy mean. */
function evidenceOf(results: readonly Reported[]): ReportV1["evidence"] {
  const keys = new Set(results.flatMap(({ missing }) => missing));
  return Object.fromEntries([...keys].sort().map((key) => [key, { ...EVIDENCE[key] }]));
}

/** The report as text. */
export function renderJson(report: Report, version: string): string {
  return printableJson(`${JSON.stringify(toReportV1(report, version), null, 2)}\n`);
}

function toInput({ file, instances, format, exportedAt, buildNumber, sha256 }: Input): InputV1[] {
  const common = {
    path: file.name,
    format: format ?? null,
    exportedAt: exportedAt?.toISOString() ?? null,
    buildNumber: buildNumber ?? null,
    bytes: file.bytes.length,
    sha256: sha256(),
  };
  const names = instances.length > 0 ? instances : [null];
  return names.map((instance) => ({ ...common, instance }));
}

function toCount({ rule, instance, verdicts, waived, suppressed }: Count): RuleCountV1 {
  return {
    rule: rule.id,
    control: controlOf(rule),
    instance,
    ...(verdicts as Record<Verdict, number>),
    waived,
    suppressed,
  };
}

function toResult(result: Reported): ResultV1 {
  const { rule } = result;
  return {
    rule: rule.id,
    clause: result.clause,
    control: controlOf(rule),
    verdict: result.verdict,
    level: result.accepted ? result.accepted.level : result.level,
    instance: result.instance,
    subject: result.subject,
    message: result.message,
    observed: result.observed,
    expected: result.expected,
    remedy: result.verdict === "fail" || result.verdict === "review" ? (result.remedy ?? rule.remedy) : null,
    because: toCause(result.because),
    causedBy: toCause(result.causedBy),
    settledBy: result.missing,
    location: toLocation(result.location),
    related: result.relatedLocations.map(({ location, message }) => ({
      message,
      location: toLocation(location),
    })),
    fingerprint: result.fingerprint(),
    fix: result.fix && { replacement: result.fix.to },
    waiver: result.accepted && toWaiver(result.accepted),
    baseline: null,
  };
}

function toWaiver({ risk, location }: Accepted): WaiverV1 {
  const facts = risk.kind === "waiver" ? risk : undefined;
  return {
    kind: risk.kind,
    reason: risk.reason,
    owner: facts?.owner ?? null,
    ticket: facts?.ticket ?? null,
    approvedBy: facts?.approvedBy ?? null,
    expires: facts?.expires ?? null,
    location: toLocation(location),
  };
}

function toCause(cause: Cause | null): CauseV1 | null {
  return cause && { rule: cause.rule, instance: cause.instance, subject: cause.subject };
}

function toLocation({ path, startLine, startColumn, endLine, endColumn }: Location): LocationV1 {
  return { path, startLine, startColumn, endLine, endColumn };
}
