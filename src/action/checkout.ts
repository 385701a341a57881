import { fieldsOf, type Git } from "./git.js";

/** What is checked out: a commit, and how far the work tree is like it. */
export interface Checkout {
  readonly commit: string;
  /** As the commit names them, whether a shallow clone has them or not. */
  readonly parents: readonly string[];
  /** Every path that git tracks here. */
  readonly tracked: ReadonlySet<string>;
  /**
   * A file of the work tree that git takes for a blob. What it holds can be another thing all the same: attributes of
   * the repository can have it written in another form.
   */
  readonly pathOf: ReadonlyMap<string, string>;
  /** Paths that a sparse checkout left out. */
  readonly leftOut: ReadonlySet<string>;
  /** Folders that are repositories of their own, be they there or not. */
  readonly submodules: ReadonlySet<string>;
}

/** Reads what is checked out; undefined where it is no git repository, or has no commit. */
export function readCheckout(git: Git): Checkout | undefined {
  const commit = git.ask(["rev-parse", "--verify", "HEAD^{commit}"])?.toString("utf8").trim();
  const index = git.ask(["ls-files", "--stage", "-t", "-z"]);
  if (!commit || !index) return undefined;
  const changed = git.ask(["diff", "--name-only", "--no-ext-diff", "--no-textconv", "--no-renames", "-z"]);
  // Where git cannot tell, nothing is taken for what it was.
  const modified = changed ? new Set(fieldsOf(changed)) : undefined;
  const tracked = new Set<string>();
  const pathOf = new Map<string, string>();
  const leftOut = new Set<string>();
  const submodules = new Set<string>();
  for (const line of fieldsOf(index)) {
    // H 100644 <id> 0\t<path>
    const [, tag, mode, id, path] = /^(\S) (\d+) ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? [];
    if (path === undefined || id === undefined) continue;
    tracked.add(path);
    if (tag === "S") leftOut.add(path);
    else if (mode === SUBMODULE) submodules.add(path);
    else if (mode?.startsWith("100") && modified && !modified.has(path)) pathOf.set(id, path);
  }
  return { commit, parents: parentsOf(commit, git), tracked, pathOf, leftOut, submodules };
}

const SUBMODULE = "160000";

/** From the commit itself: where a clone is cut off, git says that a commit has no parents. */
function parentsOf(commit: string, git: Git): string[] {
  const text = git.ask(["cat-file", "commit", commit])?.toString("utf8") ?? "";
  const head = text.split("\n\n", 1)[0] ?? "";
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = ""]) => parent);
}
