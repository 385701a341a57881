import type { Level } from "../config/config.words.js";
import { cutValue } from "../model/cut.js";
import { CHANGES, type ChangeKind, type Comparison } from "./comparison.js";
import { codeInCell } from "./markdown-text.js";
import type { Report } from "./report.js";
import { count, verdictsInWords } from "./words.js";

/** The tables of a report in Markdown. */

/** What became of findings, as headings. */
export const TITLES: Readonly<Record<ChangeKind, string>> = {
  unprovable: "No longer provable",
  new: "New",
  worse: "Worse",
  fixed: "Fixed",
  unchecked: "No longer checked",
  unchanged: "Unchanged",
};

const LEVELS = ["error", "warning", "note"] as const;
const MAX_ROWS = 40;

/** What became of the findings, by level. */
export function changesTable({ changes, counts }: Comparison): string {
  if (changes.length === 0) return "No finding in the base, and none now.";
  const of = (kind: ChangeKind, level: Level) =>
    count(changes.filter((change) => change.kind === kind && change.level === level).length);
  return [
    "| since the base | error | warning | note |",
    "| --- | ---: | ---: | ---: |",
    ...CHANGES.filter((kind) => counts[kind] > 0).map(
      (kind) => `| ${TITLES[kind].toLowerCase()} | ${LEVELS.map((level) => of(kind, level)).join(" | ")} |`,
    ),
  ].join("\n");
}

/** The verdicts of each instance; those on the files are in a row of their own. */
export function verdictsTable(report: Report): string {
  const rows = new Map<
    string | null,
    Record<Level | "review" | "unknown" | "pass" | "notApplicable", number>
  >();
  const rowOf = (instance: string | null) => {
    const row = rows.get(instance) ?? {
      error: 0,
      warning: 0,
      note: 0,
      review: 0,
      unknown: 0,
      pass: 0,
      notApplicable: 0,
    };
    rows.set(instance, row);
    return row;
  };
  for (const { instance, verdicts } of report.counts) {
    const row = rowOf(instance);
    row.review += verdicts.review;
    row.unknown += verdicts.unknown;
    row.pass += verdicts.pass;
    row.notApplicable += verdicts.notApplicable;
  }
  for (const { instance, level } of report.results) if (level) rowOf(instance)[level] += 1;
  if (rows.size === 0) return verdictsInWords(report.summary).join(" · ");
  const shown = [...rows].slice(0, MAX_ROWS);
  const left = rows.size - shown.length;
  return [
    "| instance | error | warning | note | to review | unknown | passed | not applicable |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...shown.map(([instance, row]) => {
      const name = instance === null ? "the files themselves" : codeInCell(cutValue(instance));
      return `| ${name} | ${Object.values(row).map(count).join(" | ")} |`;
    }),
    ...(left > 0 ? [`| … and ${count(left)} more | | | | | | | |`] : []),
  ].join("\n");
}
