import type { Artifact, Invocation, Log, Notification, ReportingDescriptor } from "sarif";
import type { Level } from "../config/config.words.js";
import type { Rule } from "../evaluate/rule.js";
import type { File } from "../model/workspace.js";
import type { UnreadableReason } from "../read/document.js";
import { HOMEPAGE } from "./homepage.js";
import { lineHashes } from "./line-hash.js";
import type { Input, Report, Reported } from "./report.js";
import { SUPPORTED_TAXONOMIES, TAXONOMIES } from "./sarif-controls.js";
import { type Finding, type Places, toFixes, toPhysical, toResult } from "./sarif-results.js";
import { toDescriptor } from "./sarif-rules.js";
import { ROOT, sentence, toArtifactLocation, toMessage } from "./sarif-text.js";
import { printableJson } from "./terminal.js";

/**
 * The findings as SARIF 2.1.0, for GitHub code scanning: the fails of the run, the worst first, and all rules. What
 * GitHub asks for and where it ends: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files.
 *
 * @param version Of ims-lint.
 */
export function renderSarif(
  report: Report,
  version: string,
  { automationId = "ims-lint", withAccepted = true }: SarifOptions = {},
): string {
  const rules = byId(report.allRules);
  const inForce = new Map(report.policy.settings.map((setting) => [setting.rule.id, setting]));
  const { kept, leftOut } = worst(findingsOf(report, withAccepted));
  const places: Places = {
    ruleIndexes: new Map(rules.map((rule, index) => [rule.id, index])),
    artifactIndexes: new Map(report.inputs.map(({ file }, index) => [file.name, index])),
    lineHashes: hashesOf(report, kept),
  };
  const fixes = report.fixes();
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "ims-lint",
            version,
            semanticVersion: version,
            informationUri: HOMEPAGE,
            rules: rules.map((rule) => toDescriptor(rule, inForce.get(rule.id))),
            notifications: NOTIFICATIONS,
            supportedTaxonomies: SUPPORTED_TAXONOMIES,
          },
        },
        taxonomies: TAXONOMIES,
        automationDetails: { id: toAutomationId(automationId) },
        invocations: [toInvocation(report, places, leftOut)],
        columnKind: "utf16CodeUnits",
        newlineSequences: ["\r\n", "\n", "\r"],
        originalUriBaseIds: {
          [ROOT]: {
            // Where it is on the machine of the run is nobody's business, and GitHub knows its own checkout.
            description: {
              text: "The folder that paths are relative to: the top of the git work tree, or --root.",
            },
          },
        },
        artifacts: report.inputs.map(toArtifact),
        results: kept.map((result) => ({
          ...toResult(result, places),
          ...toFixes(result, fixes.get(result), places),
        })),
      },
    ],
  };
  return printableJson(`${JSON.stringify(log)}\n`);
}

export interface SarifOptions {
  /** Tells this analysis from others of the same commit, such as one an instance; GitHub's category. */
  readonly automationId?: string | undefined;
  /**
   * Whether what somebody has accepted is there, as suppressed. GitHub does not know suppressions, and would open an
   * alert of each (github/codeql-action#1230).
   */
  readonly withAccepted?: boolean;
}

/** What GitHub takes of one run; of more it takes nothing. */
const MAX_RESULTS = 25_000;

function findingsOf({ results }: Report, withAccepted: boolean): Finding[] {
  return results.flatMap((result) => {
    if (isOpenFinding(result)) return [result];
    const level = withAccepted ? result.accepted?.level : undefined;
    return result.verdict === "fail" && level ? [{ ...result, level }] : [];
  });
}

function isOpenFinding(result: Reported): result is Finding {
  return result.verdict === "fail" && result.level !== null;
}

const ORDER: readonly Level[] = ["error", "warning", "note"];

/** The worst first, as every reader that shows a part shows the first; within a level in the order of the report. */
function worst(findings: readonly Finding[]): { kept: readonly Finding[]; leftOut: number } {
  const sorted = ORDER.flatMap((level) => findings.filter((finding) => finding.level === level));
  const kept = sorted.slice(0, MAX_RESULTS);
  return { kept, leftOut: sorted.length - kept.length };
}

function byId(rules: readonly Rule[]): Rule[] {
  return [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** GitHub takes what stands before the last slash for the category, and what follows for the name of one run. */
function toAutomationId(id: string): string {
  return id.endsWith("/") ? id : `${id}/`;
}

const UNREADABLE = "input-not-read";
const LEFT_OUT = "results-left-out";

const NOTIFICATIONS: ReportingDescriptor[] = [
  {
    id: UNREADABLE,
    name: "InputNotRead",
    shortDescription: { text: "An input could not be read." },
    fullDescription: { text: "What stands in an input that could not be read was not checked." },
    help: { text: "Mend the input at the place that is named, or export it again." },
  },
  {
    id: LEFT_OUT,
    name: "ResultsLeftOut",
    shortDescription: { text: "Some results are left out." },
    fullDescription: { text: `GitHub takes ${MAX_RESULTS} results of one run; the worst are kept.` },
    help: { text: "Mend the worst first, or see the report in JSON, which holds all." },
  },
];

function toInvocation(report: Report, places: Places, leftOut: number): Invocation {
  const unread = new Set(report.inputs.filter(({ file }) => file.unreadable).map(({ file }) => file.name));
  const notifications: Notification[] = report.results
    .filter(
      ({ level, subject, location }) =>
        level !== null && subject.kind === "file" && unread.has(location.path),
    )
    .map((result) => ({
      descriptor: { id: UNREADABLE, index: 0 },
      associatedRule: { id: result.rule.id, index: places.ruleIndexes.get(result.rule.id) ?? -1 },
      level: "error",
      message: { text: toMessage(sentence(result.message)) },
      locations: [{ physicalLocation: toPhysical(result.location, places) }],
    }));
  if (leftOut > 0) {
    notifications.push({
      descriptor: { id: LEFT_OUT, index: 1 },
      level: "warning",
      message: {
        text: `${leftOut} results are left out, none worse than those that are here: GitHub takes ${MAX_RESULTS} of one run. The report in JSON holds all.`,
      },
    });
  }
  return {
    executionSuccessful: report.complete,
    exitCode: report.exitCode,
    ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
    properties: { asOf: report.asOf.toISOString() },
  };
}

/** Reasons why nothing at all of a file was seen. */
const UNSEEN: readonly UnreadableReason[] = ["not-there", "no-access", "too-large"];

function isSeen({ unreadable }: File): boolean {
  return !unreadable || !UNSEEN.includes(unreadable.reason);
}

function toArtifact({ file, sha256 }: Input): Artifact {
  return {
    location: toArtifactLocation(file.name),
    roles: ["analysisTarget"],
    ...(isSeen(file) ? { length: file.bytes.length, hashes: { "sha-256": sha256() } } : {}),
  };
}

/** GitHub's hash of the line of each finding, file by file. */
function hashesOf({ inputs }: Report, findings: readonly Finding[]): Map<string, Map<number, string>> {
  const wanted = new Map<string, Set<number>>();
  for (const { location } of findings) {
    const lines = wanted.get(location.path);
    if (lines) lines.add(location.startLine);
    else wanted.set(location.path, new Set([location.startLine]));
  }
  const hashes = new Map<string, Map<number, string>>();
  for (const { file } of inputs) {
    const lines = wanted.get(file.name);
    // From the bytes, not from the text that was parsed: GitHub's action knows UTF-8 alone and keeps a byte-order mark.
    if (lines && isSeen(file)) hashes.set(file.name, lineHashes(asUtf8(file.bytes), lines));
  }
  return hashes;
}

function asUtf8({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
}
