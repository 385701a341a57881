import type {
  Artifact,
  ArtifactLocation,
  Invocation,
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Location as SarifLocation,
  Result as SarifResult,
  Suppression,
} from "sarif";
import type { Level } from "../config/config.words.js";
import { areaOf, LEVEL_OF, type RuleInForce } from "../config/policy.js";
import { CUSTOM_AREA, controlOf } from "../evaluate/areas.js";
import type { Bearing, Rule } from "../evaluate/rule.js";
import type { File } from "../model/workspace.js";
import type { UnreadableReason } from "../read/document.js";
import { HOMEPAGE, rulePage } from "./homepage.js";
import { lineHashes } from "./line-hash.js";
import type { Accepted, Input, Location, Report, Reported } from "./report.js";
import { SUPPORTED_TAXONOMIES, TAXONOMIES, toControls } from "./sarif-controls.js";
import { printable, printableJson } from "./terminal.js";

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

const ROOT = "%SRCROOT%";

/** What GitHub takes of one run; of more it takes nothing. */
const MAX_RESULTS = 25_000;
/** How many places of one result GitHub keeps. */
const MAX_RELATED = 100;

interface Places {
  readonly ruleIndexes: ReadonlyMap<string, number>;
  readonly artifactIndexes: ReadonlyMap<string, number>;
  /** By path and line. */
  readonly lineHashes: ReadonlyMap<string, ReadonlyMap<number, string>>;
}

type Finding = Reported & { readonly level: Level };

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

const SEVERITY: Readonly<Record<Bearing, string>> = {
  must: "error",
  should: "warning",
  info: "recommendation",
};

const AREAS: Readonly<Record<string, string>> = {
  1: "prerequisites",
  2: "package",
  3: "account",
  4: "mask",
  5: "linkage",
  6: "migration",
  7: "hardening",
  8: "environments",
  9: "export",
  [CUSTOM_AREA]: "custom",
};

function toDescriptor(rule: Rule, inForce: RuleInForce | undefined): ReportingDescriptor {
  const page = rulePage(rule);
  const security = rule.securitySeverity === undefined ? {} : { "security-severity": rule.securitySeverity };
  const { tags, relationships, notCounted } = toControls(rule, inForce);
  return {
    id: rule.id,
    ...named(rule.id),
    shortDescription: { text: sentence(rule.title) },
    fullDescription: { text: sentence(rule.why) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: LEVEL_OF[rule.level] },
    ...(relationships.length > 0 ? { relationships } : {}),
    properties: {
      // GitHub keeps the first ten.
      tags: [
        "ims",
        "adobe-campaign",
        AREAS[areaOf(rule)] ?? "other",
        controlOf(rule),
        ...(rule.securitySeverity === undefined ? [] : ["security"]),
        ...tags,
      ],
      precision: "very-high",
      "problem.severity": SEVERITY[rule.level],
      ...security,
      ...(notCounted.length > 0 ? { controlsNotCounted: notCounted } : {}),
    },
  };
}

/** The id in PascalCase; a name that is the id but for its letter case is none, says SARIF. */
function named(id: string): { name?: string } {
  if (!id.includes("-")) return {};
  return { name: id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()) };
}

function helpText(rule: Rule): string {
  return [
    sentence(rule.title),
    `Why: ${sentence(rule.why)}`,
    `How to mend it: ${sentence(rule.remedy)}`,
    `Source: ${rule.source.join("; ")}`,
  ].join("\n\n");
}

function helpMarkdown(rule: Rule): string {
  const page = rulePage(rule);
  return [
    `**${inMarkdown(sentence(rule.title))}**`,
    `**Why:** ${inMarkdown(sentence(rule.why))}`,
    `**How to mend it:** ${inMarkdown(sentence(rule.remedy))}`,
    `**Source:** ${rule.source.map(inMarkdown).join("; ")}`,
    ...(page === undefined ? [] : [`[${rule.id} in the documentation](${page})`]),
  ].join("\n\n");
}

/** Plain text as Markdown; an address becomes a link. */
function inMarkdown(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>]*[\w/])/)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : part.replace(/[\\`*_[\]<>|~&#]/g, "\\$&")))
    .join("");
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
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

function toResult(result: Finding, places: Places): SarifResult {
  const { rule, location } = result;
  const related = result.relatedLocations.slice(0, MAX_RELATED);
  const lineHash = places.lineHashes.get(location.path)?.get(location.startLine);
  return {
    ruleId: rule.id,
    ruleIndex: places.ruleIndexes.get(rule.id) ?? -1,
    level: result.level,
    message: { text: [...said(result), ...links(result)].join(" ") },
    locations: [{ physicalLocation: toPhysical(location, places) }],
    ...(related.length > 0
      ? {
          relatedLocations: related.map(
            (at, index): SarifLocation => ({
              id: index + 1,
              physicalLocation: toPhysical(at.location, places),
              message: { text: toMessage(linkText(at.message)) },
            }),
          ),
        }
      : {}),
    ...(result.accepted ? { suppressions: [toSuppression(result.accepted, places)] } : {}),
    partialFingerprints: {
      ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }),
      "imsLint/v1": result.fingerprint(),
    },
    properties: {
      clause: result.clause,
      control: controlOf(rule),
      instance: result.instance && wellFormed(result.instance),
      subject: { kind: result.subject.kind, name: wellFormed(result.subject.name) },
      ...(result.causedBy ? { causedBy: result.causedBy.rule } : {}),
    },
  };
}

function toSuppression({ risk, location }: Accepted, places: Places): Suppression {
  return {
    kind: risk.kind === "waiver" ? "external" : "inSource",
    status: "accepted",
    justification: wellFormed(printable(risk.reason)),
    location: { physicalLocation: toPhysical(location, places) },
    ...(risk.kind === "waiver"
      ? {
          properties: Object.fromEntries(
            (["owner", "ticket", "approvedBy", "expires"] as const).flatMap((field) =>
              risk[field] === undefined ? [] : [[field, wellFormed(printable(risk[field]))]],
            ),
          ),
        }
      : {}),
  };
}

/** What --fix would write, for editors that offer it. */
function toFixes(
  { location, fix }: Finding,
  written: string | undefined,
  places: Places,
): Pick<SarifResult, "fixes"> {
  if (!fix || written === undefined) return {};
  const { artifactLocation = {}, region = {} } = toPhysical(location, places);
  const replacements = [{ deletedRegion: region, insertedContent: { text: written } }];
  return {
    fixes: [
      {
        description: { text: toMessage(`Set the value to "${fix.to}".`) },
        artifactChanges: [{ artifactLocation, replacements }],
      },
    ],
  };
}

/** What is the matter, and what to do: GitHub shows the first sentence where there is little room. */
function said({ message, remedy, rule }: Finding): string[] {
  return [message, remedy ?? rule.remedy].map((text) => toMessage(sentence(text)));
}

/** Links to the related places, by their ids. */
function links({ relatedLocations }: Finding): string[] {
  if (relatedLocations.length === 0) return [];
  const shown = relatedLocations
    .slice(0, MAX_RELATED)
    .map(({ message }, index) => `[${toMessage(linkText(message))}](${index + 1})`);
  const more = relatedLocations.length - shown.length;
  return [`See also: ${shown.join(", ")}${more > 0 ? `, and ${more} more` : ""}.`];
}

function linkText(message: string): string {
  return message.replace(/\.$/, "") || "related place";
}

/**
 * A text as SARIF writes messages: what could be taken for a link is escaped (§3.11.6), and so is what a display would
 * act on instead of showing. Braces stay single, unlike §3.11.5: no message has arguments, and GitHub would show both.
 */
function toMessage(text: string): string {
  return printable(text).replace(/[\\[\]]/g, "\\$&");
}

/** Half a surrogate pair is no text: parsers differ in what they make of it. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

function toPhysical(location: Location, { artifactIndexes }: Places): PhysicalLocation {
  const index = artifactIndexes.get(location.path);
  const { startLine, startColumn, endLine, endColumn } = location;
  const isEmpty = startLine === endLine && startColumn === endColumn;
  return {
    artifactLocation: {
      ...toArtifactLocation(location.path),
      ...(index === undefined ? {} : { index }),
    },
    region: isEmpty ? { startLine } : { startLine, startColumn, endLine, endColumn },
  };
}

/** Relative to the root; a path on another drive of Windows has no way from there. */
function toArtifactLocation(path: string): ArtifactLocation {
  const encoded = wellFormed(path).split("/").map(encodeURIComponent).join("/");
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0];
  if (drive) return { uri: `file:///${drive}${encoded.slice(encoded.indexOf("/"))}` };
  return { uri: encoded, uriBaseId: ROOT };
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
