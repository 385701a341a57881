import type { FileSystem } from "../discover/discover.js";
import { type Api, failureInWords, isOfApi } from "./api.js";
import { baseCommitOf } from "./base-commit.js";
import { baseFiles, type Listing, type Scope, type TreeEntry } from "./base-files.js";
import type { Checkout } from "./checkout.js";
import type { Event } from "./event.js";
import type { Git } from "./git.js";
import { gitTree, heldBlobs } from "./git-tree.js";
import { BaseUnreachable } from "./input-error.js";
import type { Place } from "./place.js";

/** The state before a change. */
export interface Base {
  readonly commit: string;
  readonly fs: FileSystem;
  /** Where it was read. */
  readonly from: "git" | "api";
}

export interface BaseRequest {
  readonly event: Event;
  readonly checkout: Checkout;
  readonly git: Git;
  /** Undefined without a token. */
  readonly api: (() => Promise<Api>) | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly place: Place;
  readonly scope: Scope;
}

/**
 * Reads the base of a change: from the clone, else from GitHub's API. Undefined where the event has none.
 *
 * @throws {BaseUnreachable} where neither has it
 * @throws {InputError} where what is checked out is not of the change
 */
export async function readBase(request: BaseRequest): Promise<Base | undefined> {
  const { event, checkout, git, api, env } = request;
  const askMergeBase = async (base: string, head: string) => {
    if (!api) return undefined;
    const { apiMergeBase } = await import("./api-tree.js");
    return orUnreachable(async () => apiMergeBase(base, head, await api()), event);
  };
  const commit = await baseCommitOf(event, checkout, git, { askMergeBase, merge: env.GITHUB_SHA });
  if (commit === undefined) return undefined;
  const local = gitTree(commit, git);
  if (local) return { commit, fs: await filesOf(local, request), from: "git" };
  if (!api) {
    const why = "and there is no github-token to ask GitHub's API with";
    throw new BaseUnreachable(unreached(commit, event, why));
  }
  const { apiTree } = await import("./api-tree.js");
  const tree = await orUnreachable(async () => apiTree(commit, await api()), event, commit);
  return { commit, fs: await filesOf(tree, request), from: "api" };
}

async function filesOf(tree: Listing, request: BaseRequest): Promise<FileSystem> {
  const { checkout, place, scope, git } = request;
  const loaded = new Map<string, Buffer>();
  const load = async (blobs: readonly TreeEntry[]) => {
    const more = blobs.filter(({ id }) => !loaded.has(id));
    for (const [id, bytes] of await loadBlobs(more, tree, request)) loaded.set(id, bytes);
    return loaded;
  };
  const blob = (id: string) => git.ask(["cat-file", "blob", id]);
  const read = (files: readonly string[]) =>
    baseFiles({ ...tree, load }, checkout, {
      top: place.top,
      scope: { ...scope, files: [...scope.files, ...files] },
      fs: place.fs,
      blob,
    });
  const base = await read([]);
  const named = (await scope.namedBy?.(base)) ?? [];
  return named.length > 0 ? read(named) : base;
}

/** Blobs from the clone, and what it lacks from GitHub's API. */
async function loadBlobs(
  blobs: readonly TreeEntry[],
  { commit }: Listing,
  { event, git, api }: BaseRequest,
): Promise<ReadonlyMap<string, Buffer>> {
  const held = heldBlobs(blobs, git);
  const missing = blobs.filter(({ id }) => !held.has(id));
  if (missing.length === 0) return held;
  if (!api) {
    throw new BaseUnreachable(
      `${missing.length} files of the base, ${commit.slice(0, 12)}, are not in the clone, which was made with a filter, and there is no github-token to ask GitHub's API with. Let actions/checkout fetch without a filter.`,
    );
  }
  const { apiBlobs } = await import("./api-tree.js");
  const asked = await orUnreachable(async () => apiBlobs(missing, await api()), event, commit);
  return new Map([...held, ...asked]);
}

/** @throws {BaseUnreachable} in the place of what GitHub's API answered; a bug stays a bug */
async function orUnreachable<T>(ask: () => Promise<T>, event: Event, commit?: string): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isOfApi(error)) throw error;
    const known = commit ?? ("baseCommit" in event.change ? event.change.baseCommit : undefined);
    throw new BaseUnreachable(unreached(known ?? "the base", event, `and ${failureInWords(error)}`));
  }
}

function unreached(commit: string, { change }: Event, why: string): string {
  const depth = change.is === "pull-request" ? "fetch-depth: 2 (0 where ref is set)" : "fetch-depth: 0";
  return `The base of this change, ${commit.slice(0, 12)}, is not in the clone, ${why}. Let actions/checkout fetch it with ${depth}, or let github-token read it with the permission contents: read.`;
}
