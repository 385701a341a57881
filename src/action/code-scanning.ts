import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type Api, failureInWords, isForbidden } from "./api.js";
import type { OwnFiles } from "./files.js";
import type { Publication } from "./publish.js";

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
    return note(
      "Nothing was sent to code scanning: the run is incomplete, and GitHub would close alerts that it lacks.",
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
  }
}

function note(text: string): Sent {
  return { notes: [text], hasFailed: false };
}

function failed(text: string, log: Publication["log"]): Sent {
  log.error(text);
  return { notes: [text], hasFailed: true };
}

/** The commit that was linted, and the ref that leads to it: of a pull request, its merge or its head. */
function commitOf(
  { change }: Publication["event"],
  checkedOut: string | undefined,
  env: Publication["env"],
): { commit: string; ref: string } {
  const commit = checkedOut ?? env.GITHUB_SHA ?? "";
  const isHead = change.is === "pull-request" && commit === change.headCommit && commit !== env.GITHUB_SHA;
  return { commit, ref: isHead ? `refs/pull/${change.number}/head` : (env.GITHUB_REF ?? "") };
}

type Upload =
  | { readonly is: "done" }
  /** The token may not do it. */
  | { readonly is: "forbidden"; readonly why: string }
  /** GitHub refused the file or could not process it; its own words. */
  | { readonly is: "failed"; readonly why: string };

/** Between two questions whether GitHub is done, in ms; two minutes in all. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

async function upload(
  { sarif, commit, ref, startedAt }: { sarif: string; commit: string; ref: string; startedAt: Date },
  { octokit, owner, repo }: Api,
): Promise<Upload> {
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
    for (const wait of WAITS) {
      await sleep(wait);
      const { data: status } = await octokit.rest.codeScanning.getSarif({
        owner,
        repo,
        sarif_id: data.id ?? "",
      });
      if (status.processing_status === "complete") return { is: "done" };
      if (status.processing_status === "failed") {
        return { is: "failed", why: (status.errors ?? []).join("; ") || "GitHub gives no reason" };
      }
    }
    return { is: "failed", why: "GitHub has not processed it within two minutes, so its end is not known" };
  } catch (error) {
    return { is: isForbidden(error) ? "forbidden" : "failed", why: failureInWords(error) };
  }
}
