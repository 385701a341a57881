import { createHash } from "node:crypto";
import { renderMarkdown } from "../report/markdown.js";
import { inMarkdown } from "../report/markdown-text.js";
import { type Api, failureInWords, isForbidden } from "./api.js";
import type { Inputs } from "./inputs.js";
import type { Outcome } from "./outcome.js";
import type { Channels, Publication } from "./publication.js";
import type { Told } from "./shown.js";

/**
 * Writes the one comment of this step on the pull request, in place of the one before; a first one only where there is
 * something to say.
 *
 * @returns what stood in the way, as plain text
 */
export async function commentOn(
  publication: Publication,
  told: Told,
  outcome: Outcome,
): Promise<readonly string[]> {
  const { governing, scope } = publication;
  const { comparison } = told;
  const hasNews =
    comparison?.changes.some(({ kind }) => kind !== "unchanged") === true ||
    [comparison?.gone, comparison?.newUnknowns, comparison?.newReviews].some(
      (list) => (list?.length ?? 0) > 0,
    ) ||
    governing.changes.length > 0;
  const where = publication.inputs.summary ? "the summary" : "the log";
  return write(publication, outcome !== "passed" || hasNews, (budget, run) =>
    renderMarkdown(told.report, {
      budget,
      elsewhere: `in [${where} of the run](${run})`,
      linkTo: told.linkTo,
      comparison,
      unchangedCounts: scope === "all",
      title: told.title,
      notes: [
        ...told.notes,
        ...told.plain.map(inMarkdown),
        `[The whole report](${run}) is in ${where} of the run.`,
      ],
      isBrief: true,
    }),
  );
}

/** Says in the comment that is there, if any, why a run ended with an error: it must not go on saying that all is well. */
export async function commentOnError(channels: Channels, message: string): Promise<void> {
  await write(channels, false, () => `## ims-lint: error\n\n${inMarkdown(message)}\n`);
}

async function write(
  { inputs, event, api, env }: Channels,
  isNeeded: boolean,
  render: (budget: number, run: string) => string,
): Promise<readonly string[]> {
  if (!inputs.comment || event.change.is !== "pull-request") return [];
  if (!api) return ["There is no github-token, so no comment was written on the pull request."];
  const { number, isReadOnly } = event.change;
  const run = `${env.GITHUB_SERVER_URL}/${event.repository}/actions/runs/${env.GITHUB_RUN_ID}`;
  const commenting = await comment(
    {
      number,
      key: keyOf(inputs, env),
      run: Number(env.GITHUB_RUN_ID ?? 0),
      isNeeded,
      render: (budget) => render(budget, run),
    },
    await api(),
  );
  switch (commenting.is) {
    case "written":
    case "not-needed":
      return [];
    case "newer":
      return ["The comment on the pull request is of a newer run, and was left as it is."];
    case "forbidden": {
      const readOnly = isReadOnly
        ? "; a pull request from a fork or of Dependabot gets a token that can only read"
        : "";
      return [
        `No comment was written on the pull request: ${commenting.why}. It takes the permission pull-requests: write${readOnly}.`,
      ];
    }
    case "failed":
      return [`No comment was written on the pull request: ${commenting.why}.`];
  }
}

/** Tells this step from others that comment on the same pull request: by workflow, job, step, and what it lints. */
function keyOf({ paths, workingDirectory, category }: Inputs, env: Channels["env"]): string {
  const { GITHUB_WORKFLOW_REF: workflow = "", GITHUB_JOB: job = "", GITHUB_ACTION: step = "" } = env;
  const file = workflow.split("@")[0];
  return createHash("sha256")
    .update(JSON.stringify([file, job, step, category, workingDirectory, paths]))
    .digest("hex")
    .slice(0, 16);
}

type Commenting =
  | { readonly is: "written" | "not-needed" | "newer" }
  | { readonly is: "forbidden" | "failed"; readonly why: string };

interface CommentRequest {
  readonly number: number;
  /** Tells the comments of several steps apart; hexadecimal. */
  readonly key: string;
  /** The run's number: an older run that ends later does not overwrite a newer one. */
  readonly run: number;
  /** Whether there is something to say where no comment is yet. */
  readonly isNeeded: boolean;
  /** The text within a budget of bytes. */
  readonly render: (budget: number) => string;
}

/** GitHub takes 65,536 characters; bytes are never fewer. */
const MAX_BODY = 65_000;

async function comment(request: CommentRequest, { octokit, owner, repo }: Api): Promise<Commenting> {
  const mark = `<!-- ims-lint ${request.key} `;
  const body = () => {
    const head = `${mark}run ${request.run} -->\n`;
    return head + request.render(MAX_BODY - head.length);
  };
  try {
    const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
      owner,
      repo,
      issue_number: request.number,
      per_page: 100,
    });
    for await (const { data } of pages) {
      const own = data.find((other) => other.body?.startsWith(mark) && isOurs(other));
      if (!own) continue;
      const run = Number(/^run (\d+) -->/.exec(own.body?.slice(mark.length) ?? "")?.[1] ?? 0);
      if (run > request.run) return { is: "newer" };
      await octokit.rest.issues.updateComment({ owner, repo, comment_id: own.id, body: body() });
      return { is: "written" };
    }
    if (!request.isNeeded) return { is: "not-needed" };
    await octokit.rest.issues.createComment({
      owner,
      repo,
      issue_number: request.number,
      body: body(),
      // A comment that was written before the answer got lost would be there twice.
      request: { retries: 0 },
    });
    return { is: "written" };
  } catch (error) {
    return { is: isForbidden(error) ? "forbidden" : "failed", why: failureInWords(error) };
  }
}

/** Anybody can write a comment with our mark in it; only a bot's or an insider's is taken for ours. */
function isOurs({
  user,
  author_association: role,
}: {
  user: { type?: string } | null;
  author_association?: string;
}): boolean {
  return user?.type === "Bot" || role === "OWNER" || role === "MEMBER" || role === "COLLABORATOR";
}
