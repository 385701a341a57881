import type { Level } from "../config/config.words.js";
import type { Gone } from "./comparison.js";
import type { Accepted, Report, Reported, Summary } from "./report.js";

/** Words that several formats for people share. Nothing here is escaped: that is each renderer's own. */

const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  extAccount: "external account",
  profile: "product profile",
  group: "operator group",
  list: "list of",
  console: "client console",
};

/** What a result is about: «external account Adobe_Experience_Cloud, instance acme_prod» */
export function aboutOf(
  { subject, instance }: Pick<Reported, "subject" | "instance">,
  report: Report,
): string {
  const kind = SUBJECT_WORDS[subject.kind] ?? subject.kind;
  const name = subject.name === subject.kind ? kind : `${kind} ${subject.name}`;
  if (instance === null || subject.kind === "instance" || report.inputs.length === 0) return name;
  return `${name}, instance ${instance}`;
}

/** «502 findings follow from this: 500 × operator-linked, 2 × membership-drift» */
export function followingInWords(following: readonly Reported[]): string {
  const noun = following.length === 1 ? "finding follows" : "findings follow";
  return `${count(following.length)} ${noun} from this: ${byRule(following)}`;
}

/** «500 × operator-linked, 2 × membership-drift» */
export function byRule(results: readonly Reported[]): string {
  const numbers = new Map<string, number>();
  for (const { rule } of results) numbers.set(rule.id, (numbers.get(rule.id) ?? 0) + 1);
  return [...numbers].map(([id, number]) => `${count(number)} × ${id}`).join(", ");
}

/** «No export is of instance "acme" any more: the config still speaks of it.» */
export function goneInWords({ is, name, why }: Gone): string {
  if (is === "file") return `File "${name}" is not read any more${why === undefined ? "" : `: ${why}`}.`;
  return `No export is of instance "${name}" any more${why === undefined ? "" : `: ${why}`}.`;
}

/** «1 error», «2,000 warnings» */
export function levelInWords(summary: Summary, level: Level): string {
  return counted(summary[level], level);
}

/** «51 passed», «4 unknown»: every verdict but fail, in the order of reports; what is accepted where anything is. */
export function verdictsInWords(summary: Summary): string[] {
  return [
    `${count(summary.pass)} passed`,
    `${count(summary.unknown)} unknown`,
    `${count(summary.notApplicable)} not applicable`,
    `${count(summary.review)} to review`,
    ...(summary.waived > 0 ? [`${count(summary.waived)} waived`] : []),
    ...(summary.suppressed > 0 ? [`${count(summary.suppressed)} suppressed`] : []),
  ];
}

/** Where nothing was read. */
export const NOTHING_RECOGNISED =
  "Nothing in the paths is an export that ims-lint reads: a package or JSON of Campaign, serverConf.xml, users and groups of the Admin Console or the User Management API, or a snapshot. docs/exporting.md tells how to get them.";

/** «1 file», «3 files» */
export function counted(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** 20,000 */
export function count(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** «The certificate is ordered. (owner jane@acme.example, ticket OPS-12, until 2026-12-31)» */
export function acceptanceInWords({ risk }: Accepted): string {
  if (risk.kind === "suppression") return risk.reason;
  const { owner, ticket, approvedBy, expires } = risk;
  const facts = [
    ...(owner === undefined ? [] : [`owner ${owner}`]),
    ...(ticket === undefined ? [] : [`ticket ${ticket}`]),
    ...(approvedBy === undefined ? [] : [`approved by ${approvedBy}`]),
    expires === undefined ? "without a last day" : `until ${expires}`,
  ];
  return `${risk.reason} (${facts.join(", ")})`;
}

/** What an accepted finding is called. */
export const ACCEPTED_WORDS = { waiver: "waived", suppression: "suppressed" } as const;
