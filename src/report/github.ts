import type { Level } from "../config/config.words.js";
import type { Change, Comparison } from "./comparison.js";
import { AGAINST } from "./comparison.js";
import { fold, rankOf } from "./fold.js";
import type { Location, Report, Reported } from "./report.js";
import { counted, followingInWords } from "./words.js";
import { workflowCommand } from "./workflow-command.js";

/** How a report becomes annotations. */
export interface GithubOptions {
  /** What became of each finding; then those that speak against the change are annotated, and no others. */
  readonly comparison?: Comparison | undefined;
  /** Where all findings are, as the end of a sentence: «in the summary of the job». */
  readonly elsewhere: string;
}

/**
 * The findings as workflow commands, which GitHub shows on the lines of a pull request, the worst first. The runner
 * takes ten of each type from one step and drops the rest without a word, so no more are written, and the rest is told.
 */
export function renderGithub(report: Report, { comparison, elsewhere }: GithubOptions): string {
  const annotations = comparison ? annotateChanges(comparison) : annotateAll(report);
  const shown: Annotation[] = [];
  const left: Record<Level, number> = { error: 0, warning: 0, note: 0 };
  for (const level of ["error", "warning", "note"] as const) {
    const own = annotations.filter((annotation) => annotation.level === level);
    // The notices leave a place for the one that tells of the rest.
    const room = level === "note" ? MAX_OF_A_TYPE - 1 : MAX_OF_A_TYPE;
    shown.push(...own.slice(0, room));
    left[level] = Math.max(0, own.length - room);
  }
  const lines = shown.map(asCommand);
  const rest = (["error", "warning", "note"] as const).filter((level) => left[level] > 0);
  if (rest.length > 0) {
    const parts = rest.map((level) => counted(left[level], `more ${level}`)).join(", ");
    lines.push(
      workflowCommand("notice", { title: "ims-lint" }, [
        `GitHub shows ${MAX_OF_A_TYPE} annotations of a type; ${parts} are ${elsewhere}.`,
      ]),
    );
  }
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}

/** Of errors, of warnings and of notices (docs.github.com, actions: limits of annotations). */
const MAX_OF_A_TYPE = 10;

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly location: Location | undefined;
  readonly message: readonly string[];
}

function annotateAll({ results }: Report): Annotation[] {
  const { heads, followingOf } = fold(results);
  return heads.map((head) => annotate(head, followingOf(head), ""));
}

/** What is no longer provable stands first: nobody would see it otherwise. */
function annotateChanges({ changes }: Comparison): Annotation[] {
  const against = changes.filter(({ kind }) => AGAINST.has(kind));
  const unprovable = against.filter(({ kind }) => kind === "unprovable");
  const others = against.filter(({ kind }) => kind !== "unprovable");
  const byFinding = new Map(others.map((change) => [change.finding, change]));
  const { heads, followingOf } = fold(others.map(({ finding }) => finding));
  return [
    ...unprovable.map(annotateUnprovable),
    ...heads.map((head) => {
      const change = byFinding.get(head);
      const remark = change?.before === undefined ? "new" : `worse, was ${change.before}`;
      return annotate(head, followingOf(head), ` (${remark})`);
    }),
  ].sort((a, b) => rankOf(b) - rankOf(a));
}

function annotate(finding: Reported, following: readonly Reported[], remark: string): Annotation {
  return {
    level: finding.level ?? "note",
    title: `${nameOf(finding)}${remark}`,
    location: finding.location,
    message: [
      finding.message,
      finding.remedy ?? finding.rule.remedy,
      ...(following.length > 0 ? [`${followingInWords(following)}.`] : []),
    ],
  };
}

function annotateUnprovable({ finding, why, instead }: Change): Annotation {
  return {
    level: finding.level ?? "note",
    title: `${nameOf(finding)} (no longer provable)`,
    // The line of the base is none of the head.
    location: instead?.location,
    message: [`It failed: ${finding.message}`, `Now: ${why ?? ""}`],
  };
}

function nameOf({ rule, clause }: Reported): string {
  return clause === null ? rule.id : `${rule.id}/${clause}`;
}

const TYPES: Readonly<Record<Level, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

function asCommand({ level, title, location, message }: Annotation): string {
  return workflowCommand(TYPES[level], { ...place(location), title }, message);
}

/**
 * A file outside of the repository is no file that GitHub could show. Columns stand for a part of one line, and are
 * dropped where there are several.
 */
function place(location: Location | undefined): Record<string, string | number | undefined> {
  if (!location || /^(?:\.\.(?:\/|$)|\/|[a-z]:|<|$)/i.test(location.path)) return {};
  const { path, startLine, startColumn, endLine, endColumn } = location;
  const isPart = startLine === endLine && endColumn > startColumn;
  return {
    file: path,
    line: startLine,
    endLine,
    ...(isPart ? { col: startColumn, endColumn } : {}),
  };
}
