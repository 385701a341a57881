import * as fs from "node:fs";
import { isRecord, valueAt } from "../read/section.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** What happened in the repository that this run is about (docs.github.com, actions: events that trigger workflows). */
export interface Event {
  readonly name: string;
  /** `owner/name` */
  readonly repository: string;
  /** Whether anybody can read the repository; where nobody says, it is taken for public. */
  readonly isPublic: boolean;
  readonly change: Occasion;
}

/** A change that is proposed or made. */
type Occasion =
  | {
      readonly is: "pull-request";
      readonly number: number;
      /** Tip of the branch to merge into, when the event came. */
      readonly baseCommit: string;
      readonly headCommit: string;
      /** Whether its runs get a token that can only read: it comes from another repository, or from Dependabot. */
      readonly isReadOnly: boolean;
    }
  /** Of a merge queue. */
  | { readonly is: "merge-group"; readonly baseCommit: string }
  /** Of a branch; undefined where it was not there before. */
  | { readonly is: "push"; readonly baseCommit: string | undefined }
  | { readonly is: "none" };

/** Reads the event from the runner's environment, and from the file that it names. */
export function readEvent(env: Environment): Event {
  const event: unknown = payloadIn(env.GITHUB_EVENT_PATH);
  const name = env.GITHUB_EVENT_NAME ?? "";
  return {
    name,
    repository: env.GITHUB_REPOSITORY ?? "",
    isPublic: valueAt(event, ["repository", "private"]) !== true,
    change: changeOf(name, event, env),
  };
}

/** The payload is the runner's own; what cannot be read is none. */
function payloadIn(file: string | undefined): unknown {
  try {
    return file === undefined ? {} : JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

function changeOf(name: string, event: unknown, env: Environment): Occasion {
  switch (name) {
    case "merge_group": {
      const baseCommit = commitAt(event, "merge_group", "base_sha");
      return baseCommit === undefined ? { is: "none" } : { is: "merge-group", baseCommit };
    }
    case "push":
      return { is: "push", baseCommit: commitAt(event, "before") };
    default:
      // A review of a pull request, and a comment on one, run on its merge as well.
      return pullRequest(event, env.GITHUB_ACTOR === "dependabot[bot]");
  }
}

function pullRequest(event: unknown, isFromDependabot: boolean): Occasion {
  const number = valueAt(event, ["pull_request", "number"]);
  const baseCommit = commitAt(event, "pull_request", "base", "sha");
  const headCommit = commitAt(event, "pull_request", "head", "sha");
  // What is closed proposes nothing any more.
  const isClosed = valueAt(event, ["action"]) === "closed";
  if (typeof number !== "number" || !baseCommit || !headCommit || isClosed) return { is: "none" };
  const head = valueAt(event, ["pull_request", "head", "repo"]);
  const base = valueAt(event, ["pull_request", "base", "repo", "full_name"]);
  // The repository of a fork can be gone.
  const isFromFork = !isRecord(head) || head.full_name !== base;
  return { is: "pull-request", number, baseCommit, headCommit, isReadOnly: isFromFork || isFromDependabot };
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const NONE = /^0+$/;

function commitAt(event: unknown, ...route: string[]): string | undefined {
  const commit = valueAt(event, route);
  return typeof commit === "string" && COMMIT.test(commit) && !NONE.test(commit) ? commit : undefined;
}
