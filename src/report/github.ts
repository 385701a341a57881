import type { Level } from "../config/config.words.js";
import type { Change, Comparison } from "./comparison.js";
import { fold, rankOf } from "./fold.js";
import type { Location, Report, Reported } from "./report.js";
import { byRule, counted, followingInWords, goneInWords } from "./words.js";
import { type AnnotationType, workflowCommand } from "./workflow-command.js";

/** How a report becomes annotations. */
export interface GithubOptions {
  /** What became of each finding; then what speaks against the change is annotated. */
  readonly comparison?: Comparison | undefined;
  /** Whether what did not change is annotated too. */
  readonly unchangedCounts?: boolean;
  /** Where all findings are, as the end of a sentence: «in the summary of the run». */
  readonly elsewhere: string;
  /** How many annotations of a type the step has made already. */
  readonly made?: Readonly<Record<AnnotationType, number>>;
}

/**
 * The findings as workflow commands, which GitHub shows on the lines of a pull request, the worst first. The runner
 * takes ten of each type from one step and drops the rest without a word, so no more are written, and the rest is told.
 */
export function renderGithub(report: Report, options: GithubOptions): string {
  const { comparison, unchangedCounts = false, elsewhere, made } = options;
  const annotations = [
    ...(comparison ? [...annotateUnprovables(comparison), ...annotateGone(comparison)] : []),
    ...(comparison && !unchangedCounts ? annotateChanges(comparison) : annotateAll(report)),
    ...(comparison ? annotateOpen(comparison) : []),
  ].sort((a, b) => rankOf(b) - rankOf(a));
  const lines: string[] = [];
  const left: string[] = [];
  for (const level of LEVELS) {
    const own = annotations.filter((annotation) => annotation.level === level);
    // The notices leave a place for the one that tells of the rest.
    const room = MAX_OF_A_TYPE - (made?.[TYPES[level]] ?? 0) - (level === "note" ? 1 : 0);
    const shown = own.slice(0, Math.max(0, room));
    lines.push(...shown.map(asCommand));
    if (shown.length < own.length) left.push(counted(own.length - shown.length, `more ${level}`));
  }
  if (left.length > 0) {
    const rest = `GitHub shows ${MAX_OF_A_TYPE} annotations of a type; ${left.join(", ")} are ${elsewhere}.`;
    lines.push(workflowCommand("notice", { title: "ims-lint" }, [rest]));
  }
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}

/** Of errors, of warnings and of notices (docs.github.com, actions: limits of annotations). */
const MAX_OF_A_TYPE = 10;

const LEVELS = ["error", "warning", "note"] as const;

const TYPES: Readonly<Record<Level, AnnotationType>> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

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

/** What is out of sight: nobody would see it otherwise. */
function annotateGone({ gone }: Comparison): Annotation[] {
  return gone.flatMap((one): Annotation[] =>
    one.why === undefined
      ? []
      : [
          {
            level: "error",
            title: `${one.is} out of sight`,
            location: one.is === "file" ? startOf(one.name) : undefined,
            message: [goneInWords(one)],
          },
        ],
  );
}

function startOf(path: string): Location {
  return { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
}

/** What nobody can tell any more, or a person must now: once for all, as it can be much. */
function annotateOpen({ newUnknowns, newReviews }: Comparison): Annotation[] {
  const told = (level: Level, title: string, results: readonly Reported[], what: string): Annotation[] => {
    if (results.length === 0) return [];
    const message = `${counted(results.length, "result")} ${what}: ${byRule(results)}.`;
    return [{ level, title, location: undefined, message: [message] }];
  };
  return [
    ...told("warning", "not known any more", newUnknowns, "cannot be known any more"),
    ...told("note", "to be looked at", newReviews, "must now be looked at by a person"),
  ];
}

function annotateChanges({ changes }: Comparison): Annotation[] {
  const others = changes.filter(({ kind }) => kind === "new" || kind === "worse");
  const byFinding = new Map(others.map((change) => [change.finding, change]));
  const { heads, followingOf } = fold(others.map(({ finding }) => finding));
  return heads.map((head) => {
    const change = byFinding.get(head);
    const was = change?.before === undefined ? "" : `, was ${change.before}`;
    return annotate(head, followingOf(head), ` (${change?.kind ?? "new"}${was})`);
  });
}

/** What is no longer provable stands before the rest of its level: nobody would see it otherwise. */
function annotateUnprovables({ changes }: Comparison): Annotation[] {
  return changes.filter(({ kind }) => kind === "unprovable").map(annotateUnprovable);
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

function asCommand({ level, title, location, message }: Annotation): string {
  return workflowCommand(TYPES[level], { ...place(location), title }, message);
}

/**
 * A file outside of the repository is no file that GitHub could show. Columns stand for a part of one line, and are
 * dropped where there are several.
 */
function place(location: Location | undefined): Record<string, string | number | undefined> {
  if (!location || /^(?:\.\.(?:\/|$)|\/|[a-z]:\/|<stdin>$|$)/i.test(location.path)) return {};
  const { path, startLine, startColumn, endLine, endColumn } = location;
  const isPart = startLine === endLine && endColumn > startColumn;
  return {
    file: path,
    line: startLine,
    endLine,
    ...(isPart ? { col: startColumn, endColumn } : {}),
  };
}
