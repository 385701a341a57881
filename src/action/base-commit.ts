import type { Checkout } from "./checkout.js";
import type { Event } from "./event.js";
import type { Git } from "./git.js";
import { BaseUnreachable, InputError } from "./input-error.js";

/** Finds a common ancestor where git does not know enough history. */
export type AskMergeBase = (base: string, head: string) => Promise<string | undefined>;

/**
 * The commit that what is checked out is to be compared with; undefined where the event tells of none.
 *
 * Of a pull request, GitHub checks out the merge of its head into its base: the base is that merge's first parent, which
 * may be newer than the one that the event names. Where the head itself is checked out, the base is where it branched
 * off: what others merged since is none of its doing.
 *
 * @param merge the commit of the event, which is GitHub's own merge of a pull request
 * @throws {BaseUnreachable} where nobody knows where the head branched off
 * @throws {InputError} where something else is checked out than what the event is about
 */
export async function baseCommitOf(
  { change, name }: Event,
  checkout: Checkout,
  git: Git,
  { askMergeBase, merge }: { readonly askMergeBase: AskMergeBase; readonly merge: string | undefined },
): Promise<string | undefined> {
  switch (change.is) {
    case "none":
      return undefined;
    case "push":
    case "merge-group":
      return change.baseCommit;
    case "pull-request": {
      const { baseCommit, headCommit, number } = change;
      const [first, second] = checkout.parents;
      // The merge that GitHub made, and no other: the parents of another one are whatever somebody made them.
      if (checkout.commit === merge && first !== undefined && second === headCommit) return first;
      if (!isOf(headCommit, checkout, git)) {
        const target =
          name === "pull_request_target"
            ? " A run on pull_request_target checks out the base unless it is told otherwise; run on pull_request instead, or see docs/github.md."
            : "";
        throw new InputError(
          `What is checked out (${checkout.commit.slice(0, 12)}) is not of pull request ${number}, whose head is ${headCommit.slice(0, 12)}: nothing that it changes would be seen.${target}`,
        );
      }
      const known = git.ask(["merge-base", baseCommit, checkout.commit])?.toString("utf8").trim();
      const base = known || (await askMergeBase(baseCommit, headCommit));
      if (base) return base;
      throw new BaseUnreachable(
        `Where pull request ${number} branched off is not in the clone, and there is no github-token to ask GitHub's API with. Let actions/checkout fetch it with fetch-depth: 0.`,
      );
    }
  }
}

/** Whether a commit is checked out, or what is checked out stands on it. */
function isOf(commit: string, checkout: Checkout, git: Git): boolean {
  if (checkout.commit === commit || checkout.parents.includes(commit)) return true;
  return git.ask(["merge-base", "--is-ancestor", commit, checkout.commit]) !== undefined;
}
