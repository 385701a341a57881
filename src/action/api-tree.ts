import type { Api } from "./api.js";
import type { Listing, TreeEntry } from "./base-files.js";
import { BaseUnreachable } from "./input-error.js";

/** Each is a request; a clone that holds the base needs none. */
const MAX_BLOBS = 300;
/** At a time. */
const PARALLEL = 6;

/**
 * What a commit holds, from GitHub's API.
 *
 * @throws {BaseUnreachable} where the repository is too large to be listed
 * @throws what a request throws
 */
export async function apiTree(commit: string, { octokit, owner, repo }: Api): Promise<Listing> {
  const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: commit, recursive: "true" });
  if (data.truncated) {
    throw new BaseUnreachable(
      "The repository has too many files for GitHub's API to list the base of the change. Let actions/checkout fetch it: fetch-depth: 0.",
    );
  }
  const entries = data.tree.flatMap(({ path, mode, sha, size, type }): TreeEntry[] =>
    type === "tree" ? [] : [{ path, mode, id: sha, size: size ?? 0 }],
  );
  return { commit, entries };
}

/**
 * The content of some blobs, a request each.
 *
 * @throws {BaseUnreachable} where they are too many
 * @throws what a request throws
 */
export async function apiBlobs(
  blobs: readonly TreeEntry[],
  { octokit, owner, repo }: Api,
): Promise<ReadonlyMap<string, Buffer>> {
  const left = [...new Set(blobs.map(({ id }) => id))];
  if (left.length > MAX_BLOBS) {
    throw new BaseUnreachable(
      `${left.length} files differ from the base of the change, too many to be asked of GitHub's API one by one. Let actions/checkout fetch the base: fetch-depth: 0.`,
    );
  }
  const contents = new Map<string, Buffer>();
  const next = async (): Promise<void> => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const { data: blob } = await octokit.rest.git.getBlob({ owner, repo, file_sha: id });
      contents.set(id, Buffer.from(blob.content, "base64"));
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, next));
  return contents;
}

/** Where two commits parted, as GitHub knows it. */
export async function apiMergeBase(
  base: string,
  head: string,
  { octokit, owner, repo }: Api,
): Promise<string> {
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
    owner,
    repo,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  return data.merge_base_commit.sha;
}
