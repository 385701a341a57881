import { cutMessage } from "../model/cut.js";
import type { Comparison } from "../report/comparison.js";
import { linesOnGitHub } from "../report/github-lines.js";
import { remarksOn } from "../report/remarks.js";
import type { Location, Report } from "../report/report.js";
import { count, levelInWords } from "../report/words.js";
import { configNotes } from "./config-notes.js";
import type { Outcome } from "./outcome.js";
import type { Publication } from "./publication.js";

/** What people are shown: without names where they are masked. */
export interface Shown {
  readonly report: Report;
  readonly comparison: Comparison | undefined;
  /** Headline, as plain text. */
  titleOf(outcome: Outcome): string;
  /** Paragraphs in Markdown. */
  readonly notes: readonly string[];
  /** Further sentences, as plain text. */
  readonly plain: readonly string[];
  readonly linkTo: (location: Location, state: "head" | "base") => string | undefined;
}

/** The same, once it is known how the run ends. */
export type Told = Shown & { readonly title: string };

export async function shownOf(publication: Publication): Promise<Shown> {
  const { states, mask, governing, notes } = publication;
  const { comparison, head } = states;
  const text = (sentence: string) => (mask ? mask.text(sentence) : sentence);
  const remarks = [...(await remarksOn(head, governing.head.config)), ...skippedFiles(publication)];
  return {
    report: mask ? mask.report(head.report) : head.report,
    comparison: comparison && (mask ? mask.comparison(comparison) : comparison),
    titleOf: (outcome) => titleOf(publication, outcome),
    notes: [...comparedWith(publication), ...configNotes(governing, mask)],
    plain: [...notes, ...remarks].map(text),
    linkTo: linker(publication),
  };
}

function titleOf({ scope, states, governing }: Publication, outcome: Outcome): string {
  const { report } = states.head;
  switch (outcome) {
    case "nothing":
      return "ims-lint: nothing in the paths is an export";
    case "incomplete":
      return "ims-lint: incomplete, some input could not be read";
    case "passed":
    case "failed":
    case "error": {
      const ended = outcome === "error" ? "ims-lint: error" : `ims-lint ${outcome}`;
      const config = governing.unusable === undefined ? [] : ["a config that cannot be used"];
      const { comparison } = states;
      const levels = (["error", "warning", "note"] as const).map((level) =>
        levelInWords(report.summary, level),
      );
      const counts =
        scope === "new" && comparison
          ? changesInWords(comparison)
          : [levels.join(", "), ...(comparison ? inParts(missed(comparison)) : [])];
      const parts = [...counts, ...config];
      return `${ended}: ${parts.length > 0 ? parts.join(", ") : "nothing new"}`;
    }
  }
}

/** «1 no longer provable», «2 new», «3 fixed» */
function changesInWords(comparison: Comparison): string[] {
  const { counts, newUnknowns, newReviews } = comparison;
  return inParts([
    ...missed(comparison),
    [counts.new, "new"],
    [counts.worse, "worse"],
    [newUnknowns.length, "not known any more"],
    [newReviews.length, "to be looked at now"],
    [counts.fixed, "fixed"],
    [counts.unchecked, "no longer checked"],
  ]);
}

type Counted = readonly [number: number, what: string];

/** What only a comparison sees, and what counts wherever there is one. */
function missed({ counts, gone }: Comparison): Counted[] {
  return [
    [counts.unprovable, "no longer provable"],
    [gone.filter(({ why }) => why !== undefined).length, "out of sight"],
  ];
}

function inParts(counts: readonly Counted[]): string[] {
  return counts.filter(([number]) => number > 0).map(([number, what]) => `${count(number)} ${what}`);
}

function comparedWith({ base, scope, states }: Publication): string[] {
  if (!base || !states.comparison) return [];
  const from = base.from === "api" ? ", read from GitHub's API" : "";
  const counts =
    scope === "new"
      ? "What was there before does not count against it."
      : "What was there before counts too.";
  return [`Compared with the base, ${base.commit.slice(0, 12)}${from}. ${counts}`];
}

const MAX_SKIPPED = 10;

/** Files that the config names, or that look like exports, and that were not read. */
function skippedFiles({ states }: Publication): string[] {
  const told = states.head.skipped.filter(({ isTold }) => isTold);
  const notes = told
    .slice(0, MAX_SKIPPED)
    .map(({ path, why }) => cutMessage(`Skipped "${path}": ${why}.`, path));
  const left = told.length - notes.length;
  return left > 0 ? [...notes, `${count(left)} more files were skipped.`] : notes;
}

/** Links to what is checked out, if it is what GitHub has at that commit, and to the base. */
function linker({ event, checkout, base, env }: Publication): Shown["linkTo"] {
  const { GITHUB_SERVER_URL: server, GITHUB_SHA: sha } = env;
  const { repository, change } = event;
  const head = change.is === "pull-request" ? change.headCommit : undefined;
  const commits = checkout ? [checkout.commit, ...checkout.parents] : [];
  const isOurs = checkout?.commit === sha || (head !== undefined && commits.includes(head));
  return (location, state) => {
    if (!server || !repository || !checkout || !isOurs) return undefined;
    if (state === "head" && !checkout.tracked.has(location.path)) return undefined;
    const commit = state === "base" ? base?.commit : checkout.commit;
    return commit === undefined ? undefined : linesOnGitHub({ server, repository, commit }, location);
  };
}
