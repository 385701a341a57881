import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type Api, failureInWords, isForbidden } from "./api.js";
import type { OwnFiles } from "./own-files.js";
import type { Publication } from "./publication.js";

/** What became of an upload that was asked for; nothing of one that was not. */
export interface Sent {
  /** Plain text. */
  readonly notes: readonly string[];
  /** It should have been done, and was not. */
  readonly hasFailed: boolean;
}

const PERMISSION = "the permission security-events: write";

/**
 * Sends the SARIF file to code scanning, if the workflow wants it, and waits until GitHub has processed it. What could
 * not all be read is never sent: GitHub would close the alerts that it lacks.
 */
export async function sendToCodeScanning(publication: Publication, files: OwnFiles): Promise<Sent> {
  const { inputs, api, event, checkout, env, startedAt, log } = publication;
  if (!inputs.uploadSarif) return { notes: [], hasFailed: false };
  if (!files.isUploadable) {
    const why = publication.outcome === "nothing" ? "nothing is an export" : "some input could not be read";
    return note(
      `Nothing was sent to code scanning: ${why}, and GitHub would close the alerts that it lacks.`,
    );
  }
  if (!api) return failed("There is no github-token, so nothing was sent to code scanning.", log);
  const sent = await upload(
    { sarif: files.sarif, startedAt, ...commitOf(publication.event, checkout?.commit, env) },
    await api(),
  );
  switch (sent.is) {
    case "done":
      return { notes: [], hasFailed: false };
    case "forbidden": {
      const { change } = event;
      const why = `Nothing was sent to code scanning: ${sent.why}. It takes ${PERMISSION}`;
      if (change.is === "pull-request" && change.isReadOnly) {
        return note(`${why}, which GitHub gives to no pull request from a fork or of Dependabot.`);
      }
      return failed(`${why}, and code scanning switched on for the repository.`, log);
    }
    case "failed":
      return failed(`Code scanning did not take the SARIF file: ${sent.why}.`, log);
    case "unclear":
      return failed(
        `The SARIF file was sent to code scanning; whether it was taken is not known: ${sent.why}.`,
        log,
      );
  }
}

function note(text: string): Sent {
  return { notes: [text], hasFailed: false };
}

function failed(text: string, log: Publication["log"]): Sent {
  log.annotate("error", text);
  return { notes: [text], hasFailed: true };
}

/** The commit that was linted, and the ref that leads to it: of a pull request, its merge or its head. */
function commitOf(
  { change }: Publication["event"],
  checkedOut: string | undefined,
  env: Publication["env"],
): { commit: string; ref: string } {
  const commit = checkedOut ?? env.GITHUB_SHA ?? "";
  if (change.is !== "pull-request" || commit === env.GITHUB_SHA) return { commit, ref: env.GITHUB_REF ?? "" };
  // The ref of the event can be another: on pull_request_target it is the base's.
  return { commit, ref: `refs/pull/${change.number}/${commit === change.headCommit ? "head" : "merge"}` };
}

type Upload =
  | { readonly is: "done" }
  /** The token may not do it. */
  | { readonly is: "forbidden"; readonly why: string }
  /** GitHub refused the file or could not process it; its own words. */
  | { readonly is: "failed"; readonly why: string }
  /** It was sent, and GitHub does not say what became of it. */
  | { readonly is: "unclear"; readonly why: string };

interface UploadRequest {
  readonly sarif: string;
  readonly commit: string;
  readonly ref: string;
  readonly startedAt: Date;
}

async function upload({ sarif, commit, ref, startedAt }: UploadRequest, api: Api): Promise<Upload> {
  const { octokit, owner, repo } = api;
  let id: string;
  try {
    const { data } = await octokit.rest.codeScanning.uploadSarif({
      owner,
      repo,
      commit_sha: commit,
      ref,
      sarif: gzipSync(sarif).toString("base64"),
      started_at: startedAt.toISOString(),
      tool_name: "ims-lint",
    });
    id = data.id ?? "";
  } catch (error) {
    return { is: isForbidden(error) ? "forbidden" : "failed", why: failureInWords(error) };
  }
  return processed(id, api);
}

/** Between two questions whether GitHub is done, in ms; two minutes in all. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

/** Waits until GitHub has processed an upload. */
async function processed(id: string, { octokit, owner, repo }: Api): Promise<Upload> {
  let why = "GitHub has not processed it within two minutes";
  for (const wait of WAITS) {
    await sleep(wait);
    try {
      const { data } = await octokit.rest.codeScanning.getSarif({ owner, repo, sarif_id: id });
      if (data.processing_status === "complete") return { is: "done" };
      if (data.processing_status === "failed") {
        return { is: "failed", why: (data.errors ?? []).join("; ") || "GitHub gives no reason" };
      }
    } catch (error) {
      why = failureInWords(error);
      // What was just sent may not be known everywhere yet.
      if ((error as { status?: number }).status !== 404) break;
    }
  }
  return { is: "unclear", why };
}
