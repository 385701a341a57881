import { styleText } from "node:util";
import type { Level } from "../config/config.words.js";
import { inWords } from "../evaluate/evidence.js";
import type { Verdict } from "../evaluate/verdict.js";
import { fold } from "./fold.js";
import { EXPORTING_PAGE, rulePage } from "./homepage.js";
import type { Report, Reported } from "./report.js";
import { frameOf, isWide, type Measure, measureFor, printable, wrap } from "./terminal.js";
import { groupUnknowns } from "./unknowns.js";
import {
  ACCEPTED_WORDS,
  aboutOf,
  acceptanceInWords,
  count,
  counted,
  followingInWords,
  levelInWords,
  verdictsInWords,
} from "./words.js";

/** How the report is shown to a person. */
export interface PrettyOptions {
  readonly color: boolean;
  /** Whether the terminal shows OSC 8 links. */
  readonly links: boolean;
  /** Columns. */
  readonly width: number;
  /** Verdicts that are listed one by one, beside fail and review. */
  readonly show: ReadonlySet<Verdict>;
  /** Findings that follow from others are listed, not folded. */
  readonly unfold: boolean;
  /** Findings alone. */
  readonly quiet: boolean;
  /** Whether --fix is told of, where it could mend something: not by a run that has tried. */
  readonly offersFix: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** The report for people: findings with their source, what follows from them folded, and what could not be known. */
export async function renderPretty(report: Report, options: PrettyOptions): Promise<string> {
  const page = new Page(report, options, await measureFor(holdsWide(report)));
  const { heads, followingOf, folded } = fold(report.results, options.unfold);
  for (const head of heads) page.finding(head, followingOf(head));
  if (!options.quiet && report.inputs.length > 0) {
    page.accepted();
    page.listed("review", "To be looked at by a person", folded);
    page.unknown();
    for (const verdict of ["notApplicable", "pass"] as const) {
      if (options.show.has(verdict)) page.listed(verdict, verdict === "pass" ? "Passed" : "Not applicable");
    }
    page.summary();
  }
  return page.text();
}

/** Whether a text of the report may take more or fewer columns than it has characters. */
function holdsWide({ results }: Report): boolean {
  return results.some(
    ({ message, subject, verdict, excerpt }) =>
      isWide(message) || isWide(subject.name) || (verdict === "fail" && isWide(excerpt(200)?.text ?? "")),
  );
}

const STYLES: Readonly<Record<Level | Verdict | "waived" | "suppressed", Style>> = {
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
  note: ["bold", "blue"],
  fail: ["bold", "red"],
  review: ["bold", "magenta"],
  unknown: ["bold", "cyan"],
  notApplicable: "dim",
  pass: "green",
  waived: "dim",
  suppressed: "dim",
};

/** Lines of text, written from the top. */
class Page {
  readonly #lines: string[] = [];
  readonly #explained = new Set<string>();
  readonly #told = new Set<string>();
  readonly #toldEvidence = new Set<string>();
  /** Whether the run is about several instances. */
  readonly #hasSeveral: boolean;

  constructor(
    readonly report: Report,
    readonly options: PrettyOptions,
    readonly measure: Measure,
  ) {
    this.#hasSeveral = new Set(report.inputs.flatMap(({ instances }) => instances)).size > 1;
  }

  text(): string {
    return this.#lines.length > 0 ? `${this.#lines.join("\n")}\n` : "";
  }

  /** A finding: place, message, source, subject, why, what to do, and what follows from it. */
  finding(result: Reported, following: readonly Reported[]): void {
    const { rule, level } = result;
    this.#head(result, level ?? "fail");
    this.#paragraph(printable(result.message), "  ");
    this.#excerpt(result);
    for (const { location, message } of result.relatedLocations) {
      this.#field("see", `${place(location)} ${printable(message)}`);
    }
    this.#field("about", printable(aboutOf(result, this.report)));
    if (!this.#explained.has(rule.id)) this.#field("why", printable(rule.why));
    if (result.remedy) this.#field("mend", printable(result.remedy));
    else if (!this.#explained.has(rule.id)) this.#field("mend", printable(rule.remedy));
    this.#explained.add(rule.id);
    if (following.length > 0)
      this.#field("thus", `${followingInWords(following)} (--show caused lists them)`);
    this.#lines.push("");
  }

  /** What somebody has accepted: it fails all the same, and is told with the reason. */
  accepted(): void {
    const results = this.report.results.filter(({ accepted }) => accepted);
    if (results.length === 0) return;
    this.#title(`Accepted (${count(results.length)})`);
    for (const result of results) {
      const { accepted } = result;
      if (!accepted) continue;
      this.#head(result, ACCEPTED_WORDS[accepted.risk.kind]);
      this.#paragraph(printable(result.message), "  ");
      this.#field("about", printable(aboutOf(result, this.report)));
      this.#field("as", printable(acceptanceInWords(accepted)));
      if (accepted.risk.kind === "waiver") this.#field("see", place(accepted.location));
    }
    this.#lines.push("");
  }

  /** Results of one verdict, a line or two each. */
  listed(verdict: Verdict, title: string, leftOut: ReadonlySet<Reported> = new Set()): void {
    const results = this.report.results.filter(
      (result) => result.verdict === verdict && !result.accepted && !leftOut.has(result),
    );
    if (results.length === 0) return;
    this.#title(`${title} (${count(results.length)})`);
    for (const result of results) {
      this.#head(result, verdict);
      this.#paragraph(printable(result.message), "  ");
      // One file can speak of several instances.
      if (verdict === "pass" || verdict === "notApplicable" || this.#hasSeveral)
        this.#field("about", printable(aboutOf(result, this.report)));
      for (const { label, how } of verdict === "unknown" ? inWords(result.missing) : []) {
        if (this.#toldEvidence.has(label)) continue;
        this.#toldEvidence.add(label);
        this.#field("know", `${label}: ${how}`);
      }
      if (verdict === "review" && !this.#explained.has(result.rule.id)) {
        this.#field("mend", printable(result.remedy ?? result.rule.remedy));
        this.#explained.add(result.rule.id);
      }
    }
    this.#lines.push("");
  }

  /** What could not be known: by the export that would settle it, then by the finding that stands in the way. */
  unknown(): void {
    const { results, byEvidence, byCause, others } = groupUnknowns(this.report.results);
    if (results.length === 0) return;
    if (this.options.show.has("unknown")) {
      this.listed("unknown", "Not known");
      return;
    }
    this.#title(`Not known (${count(results.length)}): the evidence is not in the export`);
    for (const [label, { how, rules }] of byEvidence) {
      this.#paragraph(`${this.#style(["bold"], label)}: ${how}`, "  ");
      this.#paragraph(`settles ${[...rules].join(", ")}`, "      ", "dim");
    }
    for (const [cause, rules] of byCause) {
      this.#paragraph(`${this.#style(["bold"], cause)} stands in the way of ${[...rules].join(", ")}`, "  ");
    }
    if (others.size > 0) this.#paragraph(`see --show unknown: ${[...others].join(", ")}`, "  ");
    if (byEvidence.size > 0) this.#paragraph(`How to export: ${EXPORTING_PAGE}`, "  ", "dim");
    this.#lines.push("");
  }

  /** All five verdicts, counted. */
  summary(): void {
    const { summary, inputs, asOf } = this.report;
    const levels = (["error", "warning", "note"] as const).map((level) => {
      const text = levelInWords(summary, level);
      return summary[level] > 0 ? this.#style(STYLES[level], text) : text;
    });
    const verdicts = [levels.join(", "), ...verdictsInWords(summary)];
    this.#paragraph(verdicts.join(" · "), "");
    const instances = new Set(inputs.flatMap((input) => input.instances));
    const names = [...instances].slice(0, 5).map(printable).join(", ");
    const more = instances.size > 5 ? ", …" : "";
    const files = counted(inputs.length, "file");
    const about = instances.size > 0 ? ` of ${names}${more}` : "";
    this.#lines.push(this.#style("dim", `${files}${about}, as of ${asOf.toISOString().slice(0, 10)}`));
    const fixable = this.options.offersFix ? this.report.fixes().size : 0;
    if (fixable > 0) {
      const can = `${counted(fixable, "finding")} can be fixed in the file: --fix does it, --fix-dry-run shows how.`;
      this.#paragraph(can, "", "dim");
    }
    if (!this.report.complete) {
      this.#lines.push(this.#style(["bold", "red"], "Incomplete: some input could not be read."));
    }
  }

  #head(result: Reported, word: Level | Verdict | "waived" | "suppressed"): void {
    const { rule, clause, location } = result;
    const label = word === "notApplicable" ? "not applicable" : word;
    const id = clause === null ? rule.id : `${rule.id}/${clause}`;
    const page = this.options.links ? rulePage(rule) : undefined;
    const linked = page === undefined ? id : `\u001b]8;;${page}\u001b\\${id}\u001b]8;;\u001b\\`;
    this.#lines.push(
      `${this.#style("underline", place(location))}  ${this.#style(STYLES[word], label)}  ${linked}`,
    );
  }

  /** The line in the file, with the span underlined. The same line is not shown twice for one span. */
  #excerpt(result: Reported): void {
    const excerpt = result.excerpt(Math.max(20, this.options.width - 12));
    const key = `${place(result.location)}:${result.location.endLine}:${result.location.endColumn}`;
    if (!excerpt || this.#told.has(key)) return;
    this.#told.add(key);
    const { number, line, indent, marks } = frameOf(excerpt, this.measure);
    const gutter = " ".repeat(number.length);
    this.#lines.push(`    ${this.#style("dim", `${number} |`)} ${line}`);
    this.#lines.push(
      `    ${this.#style("dim", `${gutter} |`)} ${indent}${this.#style(STYLES[result.level ?? "fail"], marks)}`,
    );
  }

  #title(text: string): void {
    this.#lines.push(this.#style(["bold"], text));
  }

  #field(name: string, text: string): void {
    const [first = "", ...rest] = wrap(text, Math.max(20, this.options.width - 8), this.measure);
    this.#lines.push(`  ${this.#style("dim", name.padEnd(5))} ${first}`);
    for (const line of rest) this.#lines.push(`        ${line}`);
  }

  #paragraph(text: string, indent: string, style?: Style): void {
    const measure = (part: string) => this.measure(part.replace(/\u001b\[[0-9;]*m/g, ""));
    for (const line of wrap(text, Math.max(20, this.options.width - indent.length), measure)) {
      this.#lines.push(indent + (style ? this.#style(style, line) : line));
    }
  }

  #style(style: Style, text: string): string {
    // Whether there is color was decided from the edges that the run was given, not from this process.
    return this.options.color ? styleText(style, text, { validateStream: false }) : text;
  }
}

function place({ path, startLine, startColumn }: Reported["location"]): string {
  return `${printable(path)}:${startLine}:${startColumn}`;
}
