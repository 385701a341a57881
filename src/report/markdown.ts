import { Buffer } from "node:buffer";
import { inWords } from "../evaluate/evidence.js";
import { cutValue } from "../model/cut.js";
import type { Change, ChangeKind, Comparison } from "./comparison.js";
import { fold } from "./fold.js";
import { EXPORTING_PAGE, rulePage } from "./homepage.js";
import { changesTable, TITLES, verdictsTable } from "./markdown-tables.js";
import { code, inMarkdown, link } from "./markdown-text.js";
import type { Location, Report, Reported } from "./report.js";
import { groupUnknowns } from "./unknowns.js";
import {
  ACCEPTED_WORDS,
  aboutOf,
  acceptanceInWords,
  byRule,
  count,
  counted,
  followingInWords,
  goneInWords,
  levelInWords,
} from "./words.js";

/** How a report becomes Markdown. */
export interface MarkdownOptions {
  /** The most bytes that the text may take. What does not fit is counted, and told where it is. */
  readonly budget: number;
  /** Where what does not fit can be found, as the end of a sentence: «in the log of this step». */
  readonly elsewhere: string;
  /** Address of the lines, where people can open them. */
  readonly linkTo?: (location: Location, state: "head" | "base") => string | undefined;
  /** What became of each finding since another state; then the findings stand under what became of them. */
  readonly comparison?: Comparison | undefined;
  /** Whether what did not change counts as well, and is not to be put away. */
  readonly unchangedCounts?: boolean;
  /** Headline, without Markdown; the counts of levels where there is none. */
  readonly title?: string;
  /** Paragraphs above the findings, in Markdown. */
  readonly notes?: readonly string[];
  /** Leaves out what did not change, and the inputs: for a comment that many people are sent. */
  readonly isBrief?: boolean;
}

/**
 * The report as Markdown, for the summary of a job, a comment, or a ticket: verdicts in a table, findings with links to
 * their lines, and what could not be known with the export that would settle it.
 */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  const sheet = new Sheet(report, options);
  sheet.head();
  if (options.comparison) sheet.changes(options.comparison);
  else sheet.findings();
  if (!options.isBrief) {
    sheet.accepted();
    sheet.reviews();
  }
  sheet.unknowns();
  if (!options.isBrief) sheet.inputs();
  return sheet.text();
}

/** Parts of the budget that a section may take at most, so that none takes the room of all that follow. */
const SHARE = { findings: 0.7, reviews: 0.8, unknowns: 0.95, inputs: 0.99 } as const;
/** What is kept free for the lines that say what was left out. */
const RESERVE = 400;
/** What a finding takes at least, in bytes: where there is less room, no other is tried. */
const SMALL = 500;
const LEVELS = ["error", "warning", "note"] as const;

class Sheet {
  readonly #blocks: string[] = [];
  #bytes = 0;
  /** Of each rule that has a page. */
  readonly #pages: ReadonlyMap<string, string | undefined>;

  constructor(
    readonly report: Report,
    readonly options: MarkdownOptions,
  ) {
    this.#pages = new Map(report.allRules.map((rule) => [rule.id, rulePage(rule)]));
  }

  text(): string {
    return `${this.#blocks.join("\n\n")}\n`;
  }

  /** Title, notes, and the verdicts of each instance. */
  head(): void {
    const { report, options } = this;
    const levels = LEVELS.map((level) => levelInWords(report.summary, level)).join(", ");
    this.#add(`## ${inMarkdown(options.title ?? `ims-lint: ${levels}`)}`, 1);
    if (!report.complete) this.#add("**Incomplete:** some input could not be read.", 1);
    for (const note of options.notes ?? []) this.#add(note, SHARE.findings);
    if (options.comparison) this.#add(changesTable(options.comparison), SHARE.findings);
    this.#add(verdictsTable(report), SHARE.findings);
  }

  /** Every finding, the worst first; what only follows from another is counted under it. */
  findings(): void {
    const { heads, followingOf } = fold(this.report.results);
    for (const level of LEVELS) {
      const own = heads.filter((finding) => finding.level === level);
      const entries = own.map((finding) => () => this.#finding(finding, followingOf(finding)));
      const following = own.reduce((sum, finding) => sum + followingOf(finding).length, 0);
      const more = following > 0 ? `, and ${count(following)} that follow from them` : "";
      this.#list(`### ${capital(level)}s (${count(own.length)}${more})`, entries, SHARE.findings);
    }
  }

  /** The findings by what became of them. */
  changes({ changes, gone, newUnknowns, newReviews }: Comparison): void {
    const own = (kind: ChangeKind) => changes.filter((change) => change.kind === kind);
    const titleOf = (kind: ChangeKind) => `### ${TITLES[kind]} (${count(own(kind).length)})`;
    this.#list(titleOf("unprovable"), this.#unprovable(own("unprovable")), SHARE.findings);
    const missed = gone
      .filter(({ why }) => why !== undefined)
      .map((one) => () => `- ${inMarkdown(goneInWords(one))}`);
    this.#list(`### Out of sight (${count(missed.length)})`, missed, SHARE.findings);
    this.#list(titleOf("new"), this.#folded(own("new")), SHARE.findings);
    this.#list(titleOf("worse"), this.#folded(own("worse")), SHARE.findings);
    this.#newlyOpen(newUnknowns, "Not known any more", this.report.failOn === "unknown");
    this.#newlyOpen(newReviews, "To be looked at now", false);
    const retired = gone
      .filter(({ why }) => why === undefined)
      .map((one) => () => `- ${inMarkdown(goneInWords(one))}`);
    this.#hidden("Instances without exports", retired.length, retired);
    const unchanged = own("unchanged");
    if (this.options.unchangedCounts)
      this.#list(titleOf("unchanged"), this.#folded(unchanged), SHARE.findings);
    for (const kind of ["fixed", "unchecked"] as const) {
      this.#hidden(TITLES[kind], own(kind).length, this.#lines(own(kind), "base"));
    }
    if (!this.options.unchangedCounts && !this.options.isBrief) {
      this.#hidden(TITLES.unchanged, unchanged.length, this.#folded(unchanged));
    }
  }

  #newlyOpen(results: readonly Reported[], title: string, counts: boolean): void {
    const heading = `${title} (${count(results.length)})`;
    const entries = results.map(
      (result) => () => `- ${this.#label(result, "head")}: ${inMarkdown(result.message)}`,
    );
    if (counts) this.#list(`### ${heading}`, entries, SHARE.findings);
    else if (!this.options.isBrief) this.#hidden(title, results.length, entries);
    else if (results.length > 0) this.#add(`**${heading}:** ${byRule(results)}`, SHARE.findings);
  }

  /** What somebody has accepted, with the reason. */
  accepted(): void {
    const entries = this.report.results.flatMap((result) => {
      const { accepted } = result;
      if (!accepted) return [];
      const why = inMarkdown(acceptanceInWords(accepted));
      return [
        () => `- ${this.#label(result, "head")}: ${inMarkdown(result.message)}<br>\n  **Accepted:** ${why}`,
      ];
    });
    this.#hidden("Accepted", entries.length, entries);
  }

  /** What a person must look at. */
  reviews(): void {
    const { folded } = fold(this.report.results);
    const reviews = this.report.results.filter(
      (result) => result.verdict === "review" && !result.accepted && !folded.has(result),
    );
    const entries = reviews.map((review) => () => this.#finding(review, []));
    this.#list(`### To be looked at by a person (${count(reviews.length)})`, entries, SHARE.reviews);
  }

  /** What could not be known, by the export that would settle it. */
  unknowns(): void {
    const { results, byEvidence, byCause, others } = groupUnknowns(this.report.results);
    const entries = [
      ...[...byEvidence].map(([label, { how, rules }]) => () => {
        return `- **${inMarkdown(label)}**: ${inMarkdown(how)}. Settles ${this.#rules(rules)}.`;
      }),
      ...[...byCause].map(([cause, rules]) => () => {
        return `- ${this.#rule(cause)} stands in the way of ${this.#rules(rules)}.`;
      }),
      ...(others.size > 0 ? [() => `- For its own reasons: ${this.#rules(others)}.`] : []),
    ];
    const title = `Not known (${count(results.length)}): the evidence is not in the export`;
    if (this.options.isBrief) {
      this.#hidden(title, 0, entries, SHARE.unknowns);
      return;
    }
    this.#list(`### ${title}`, entries, SHARE.unknowns);
    if (byEvidence.size > 0) this.#add(`[How to export](${EXPORTING_PAGE})`, SHARE.unknowns);
  }

  /** The files that the verdicts rest on. */
  inputs(): void {
    const { inputs, asOf } = this.report;
    const entries = inputs.map(({ file, format, instances, exportedAt }) => () => {
      const of = instances.map((name) => code(cutValue(name))).join(", ");
      const dated = exportedAt ? `, exported ${exportedAt.toISOString().slice(0, 10)}` : "";
      return `- ${code(file.name)}: ${format ?? "could not be read"}${of ? `, of ${of}` : ""}${dated}`;
    });
    const title = `${counted(inputs.length, "file")} read, as of ${asOf.toISOString().slice(0, 10)}`;
    this.#hidden(title, 0, entries, SHARE.inputs);
  }

  #folded(changes: readonly Change[]): (() => string)[] {
    const byFinding = new Map(changes.map((change) => [change.finding, change]));
    const { heads, followingOf } = fold(changes.map(({ finding }) => finding));
    return heads.map((head) => () => {
      const before = byFinding.get(head)?.before;
      return this.#finding(
        head,
        followingOf(head),
        before === undefined ? "" : inMarkdown(` (was ${before})`),
      );
    });
  }

  /** One line each, without why and how. */
  #lines(changes: readonly Change[], state: "head" | "base"): (() => string)[] {
    return changes.map(
      ({ finding }) =>
        () =>
          `- ${this.#label(finding, state)}: ${inMarkdown(finding.message)}`,
    );
  }

  /** What is no longer provable, together where one reason stands behind many. */
  #unprovable(changes: readonly Change[]): (() => string)[] {
    const groups = new Map<string, Change[]>();
    for (const change of changes) {
      const group = groups.get(reasonOf(change));
      if (group) group.push(change);
      else groups.set(reasonOf(change), [change]);
    }
    return [...groups.values()].map((group) => () => {
      const [first, ...others] = group;
      if (!first) return "";
      const { finding, why = "", instead } = first;
      return [
        `- ${this.#label(finding, "base")}`,
        `It failed: ${inMarkdown(finding.message)}`,
        `**Now:** ${inMarkdown(why)}${instead ? this.#settledBy(instead) : ""}`,
        ...(others.length > 0
          ? [`So it is with ${counted(others.length, "more finding")}: ${this.#byRule(others)}`]
          : []),
      ].join("<br>\n  ");
    });
  }

  /** Which export would settle it, or which finding has to be mended first. */
  #settledBy({ because, missing }: Reported): string {
    if (because) return ` ${this.#rule(because.rule)} stands in the way.`;
    const [first] = inWords(missing);
    return first ? ` It takes ${inMarkdown(first.label)}: ${inMarkdown(first.how)}.` : "";
  }

  #finding(finding: Reported, following: readonly Reported[], remark = ""): string {
    const remedy = finding.remedy ?? finding.rule.remedy;
    return [
      `- ${this.#label(finding, "head")}${remark}`,
      inMarkdown(finding.message),
      `**Mend:** ${inMarkdown(remedy)}`,
      ...finding.relatedLocations
        .slice(0, 3)
        .map(({ location, message }) => `See ${this.#place(location, "head")}: ${inMarkdown(message)}`),
      ...(following.length > 0 ? [`**Thus:** ${inMarkdown(followingInWords(following))}`] : []),
    ].join("<br>\n  ");
  }

  /** «**error** callback-https at exports/prod.yaml:26, external account …» */
  #label(finding: Reported, state: "head" | "base"): string {
    const { rule, clause, level, location } = finding;
    const name = clause === null ? rule.id : `${rule.id}/${clause}`;
    const place = this.#place(location, state);
    const about = inMarkdown(aboutInQuotes(finding, this.report));
    const word = finding.accepted ? ACCEPTED_WORDS[finding.accepted.risk.kind] : (level ?? finding.verdict);
    return `**${word}** ${this.#rule(rule.id, name)} at ${place}, ${about}`;
  }

  /** The name of a rule, with a link to its page. */
  #rule(id: string, name = id): string {
    return link(code(name), this.#pages.get(id));
  }

  #rules(ids: ReadonlySet<string>): string {
    return [...ids].map((id) => this.#rule(id)).join(", ");
  }

  /** «2 × operator-linked (jane, john), 1 × mask-tenant»; of many subjects the first five. */
  #byRule(changes: readonly Change[]): string {
    const byRule = new Map<string, Reported[]>();
    for (const { finding } of changes) {
      const own = byRule.get(finding.rule.id);
      if (own) own.push(finding);
      else byRule.set(finding.rule.id, [finding]);
    }
    return [...byRule]
      .map(([id, findings]) => {
        const names = findings.slice(0, 5).map(({ subject }) => code(subject.name));
        return `${count(findings.length)} × ${this.#rule(id)} (${names.join(", ")}${findings.length > 5 ? ", …" : ""})`;
      })
      .join(", ");
  }

  #place(location: Location, state: "head" | "base"): string {
    const text = `${location.path}:${location.startLine}`;
    return link(code(text), this.options.linkTo?.(location, state));
  }

  /** A section with a title; its entries are made one by one, as long as there is room. */
  #list(title: string, entries: readonly (() => string)[], share: number): void {
    if (entries.length === 0 || !this.#add(title, share)) return;
    const shown = this.#fill(entries, share);
    if (shown < entries.length) {
      this.#add(`… and ${count(entries.length - shown)} more, ${this.options.elsewhere}.`, 1);
    }
  }

  /** A section that opens when it is clicked on. */
  #hidden(
    title: string,
    number: number,
    entries: readonly (() => string)[],
    share: number = SHARE.findings,
  ): void {
    const counts = number > 0 ? ` (${count(number)})` : "";
    if (entries.length === 0) return;
    if (!this.#add(`<details><summary>${title}${counts}</summary>`, share)) return;
    const shown = this.#fill(entries, share);
    if (shown < entries.length) {
      this.#add(`… and ${count(entries.length - shown)} more, ${this.options.elsewhere}.`, 1);
    }
    this.#add("</details>", 1);
  }

  /** Adds entries as one list; says how many found room. */
  #fill(entries: readonly (() => string)[], share: number): number {
    const lines: string[] = [];
    let bytes = 0;
    for (const entry of entries) {
      const text = entry();
      const size = Buffer.byteLength(text) + 1;
      // One that is too large hides none that is not.
      if (!this.#hasRoom(bytes + size, share)) {
        if (!this.#hasRoom(bytes + SMALL, share)) break;
        continue;
      }
      lines.push(text);
      bytes += size;
    }
    if (lines.length > 0) this.#add(lines.join("\n"), 1);
    return lines.length;
  }

  #add(block: string, share: number): boolean {
    const size = Buffer.byteLength(block) + 2;
    if (!this.#hasRoom(size, share)) return false;
    this.#blocks.push(block);
    this.#bytes += size;
    return true;
  }

  #hasRoom(size: number, share: number): boolean {
    const reserve = share < 1 ? RESERVE : 0;
    return this.#bytes + size + reserve <= this.options.budget * share;
  }
}

/** What stands behind a finding that is no longer provable: another rule, or that something is gone. */
function reasonOf({ finding, why, instead }: Change): string {
  if (instead?.because) return JSON.stringify([instead.because.rule, finding.instance]);
  return JSON.stringify(instead ? [finding.rule.id, why] : [why]);
}

/** As `aboutOf`, with the names in quotes, which become code. */
function aboutInQuotes(finding: Reported, report: Report): string {
  const { subject, instance } = finding;
  // What holds quotes itself, as the name of a waiver does, would end too early.
  const isPlain = subject.name === subject.kind || subject.name.includes('"');
  const name = isPlain ? subject.name : `"${subject.name}"`;
  return aboutOf(
    { subject: { kind: subject.kind, name }, instance: instance === null ? null : `"${cutValue(instance)}"` },
    report,
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
