import { type Content, checkOut, makeRepository, type Repository } from "./repository.js";
import { runStep, type StepRun, type StepSetUp } from "./runner.js";

/** A pull request in a real repository: a base, a head, and the merge that GitHub makes of both. */
export interface PullRequest {
  readonly origin: Repository;
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

/** @param changes what the head changes; `later` is merged into the base meanwhile */
export function pullRequest(base: Content, changes: Content, later?: Content): PullRequest {
  const origin = makeRepository(base);
  const first = origin.git("rev-parse", "HEAD");
  origin.git("checkout", "--quiet", "-b", "topic");
  const head = origin.commit(changes);
  origin.git("checkout", "--quiet", "main");
  const tip = later ? origin.commit(later, "later") : first;
  origin.git("checkout", "--quiet", "--detach", "main");
  origin.git("merge", "--quiet", "--no-ff", "--message", "merge", "topic");
  const merge = origin.git("rev-parse", "HEAD");
  origin.git("checkout", "--quiet", "main");
  return { origin, base: tip, head, merge };
}

export interface Checks extends StepSetUp {
  /** What is checked out: the merge, unless told. */
  readonly checkout?: string;
  /** 0 for all of the history; 2, unless told. */
  readonly depth?: number;
  readonly isPublic?: boolean;
  readonly isFromFork?: boolean;
  /** Before the step runs, in the checkout. */
  readonly prepare?: (checkout: Repository) => void;
}

/** Checks a pull request out and lints it, as a workflow does. */
export function lintPullRequest(pull: PullRequest, checks: Checks = {}): Promise<StepRun> {
  const { checkout = pull.merge, depth = 2, prepare, ...setUp } = checks;
  const workspace = checkOut(pull.origin, checkout, depth);
  prepare?.(workspace);
  return runStep(workspace, {
    eventName: "pull_request",
    sha: pull.merge,
    ref: "refs/pull/7/merge",
    payload: payloadOf(pull, checks),
    ...setUp,
  });
}

/** As GitHub tells of a pull request that was opened. */
export function payloadOf({ base, head }: Pick<PullRequest, "base" | "head">, checks: Checks = {}): unknown {
  const { isPublic = false, isFromFork = false } = checks;
  const name = isFromFork ? "somebody/campaign" : "acme/campaign";
  return {
    action: "opened",
    repository: { full_name: "acme/campaign", private: !isPublic },
    pull_request: {
      number: 7,
      base: { sha: base, repo: { full_name: "acme/campaign" } },
      head: { sha: head, repo: { full_name: name } },
    },
  };
}
