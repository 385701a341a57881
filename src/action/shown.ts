import { cutMessage } from "../evaluate/cut.js";
import type { Comparison } from "../report/comparison.js";
import { linesOnGitHub } from "../report/github-lines.js";
import { inMarkdown } from "../report/markdown-text.js";
import type { Location, Report } from "../report/report.js";
import { count, levelInWords } from "../report/words.js";
import { configNotes } from "./config-notes.js";
import type { Publication } from "./publish.js";

/** What people are shown: without names where they are masked. */
export interface Shown {
  readonly report: Report;
  readonly comparison: Comparison | undefined;
  /** Plain text. */
  readonly title: string;
  /** Paragraphs in Markdown. */
  readonly notes: readonly string[];
  readonly linkTo: (location: Location, state: "head" | "base") => string | undefined;
}

export function shownOf(publication: Publication): Shown {
  const { states, mask } = publication;
  const { comparison } = states;
  return {
    report: mask ? mask.report(states.head.report) : states.head.report,
    comparison: comparison && (mask ? mask.comparison(comparison) : comparison),
    title: titleOf(publication),
    notes: [
      ...comparedWith(publication),
      ...configNotes(publication.governing, mask),
      ...skippedNotes(publication),
    ],
    linkTo: linker(publication),
  };
}

function titleOf({ outcome, scope, states }: Publication): string {
  const { report } = states.head;
  switch (outcome) {
    case "nothing":
      return "ims-lint: nothing in the paths is an export";
    case "incomplete":
      return "ims-lint: incomplete, some input could not be read";
    default: {
      const ended = outcome === "passed" ? "passed" : "failed";
      if (scope === "new" && states.comparison)
        return `ims-lint ${ended}: ${changesInWords(states.comparison)}`;
      const levels = (["error", "warning", "note"] as const).map((level) =>
        levelInWords(report.summary, level),
      );
      return `ims-lint ${ended}: ${levels.join(", ")}`;
    }
  }
}

/** «1 no longer provable, 2 new, 3 fixed» */
function changesInWords({ counts }: Comparison): string {
  const words = [
    [counts.unprovable, "no longer provable"],
    [counts.new, "new"],
    [counts.worse, "worse"],
    [counts.fixed, "fixed"],
    [counts.unchecked, "no longer checked"],
  ] as const;
  const parts = words.filter(([number]) => number > 0).map(([number, word]) => `${count(number)} ${word}`);
  return parts.length > 0 ? parts.join(", ") : "nothing new";
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
function skippedNotes({ states, mask }: Publication): string[] {
  const told = states.head.skipped.filter(({ isTold }) => isTold);
  const notes = told
    .slice(0, MAX_SKIPPED)
    .map(({ path, why }) => cutMessage(`Skipped "${path}": ${why}.`, path))
    .map((note) => inMarkdown(mask ? mask.text(note) : note));
  const left = told.length - notes.length;
  return left > 0 ? [...notes, `${count(left)} more files were skipped.`] : notes;
}

/** Links to what is checked out, if it is what GitHub has at that commit, and to the base. */
function linker({ event, checkout, base, env }: Publication): Shown["linkTo"] {
  const { GITHUB_SERVER_URL: server, GITHUB_SHA: sha } = env;
  const { repository, change } = event;
  const known = [sha, change.is === "pull-request" ? change.headCommit : undefined];
  const isOurs = checkout !== undefined && known.includes(checkout.commit);
  return (location, state) => {
    if (!server || !repository || !isOurs) return undefined;
    if (state === "head" && !checkout.tracked.has(location.path)) return undefined;
    const commit = state === "base" ? base?.commit : checkout.commit;
    return commit === undefined ? undefined : linesOnGitHub({ server, repository, commit }, location);
  };
}
