import type { Listing, TreeEntry } from "./base-files.js";
import { fieldsOf, type Git, ROOM } from "./git.js";

/** What a commit holds, from the clone; undefined where the clone does not reach back so far. */
export function gitTree(commit: string, git: Git): Listing | undefined {
  const list = ["ls-tree", "-r", "-z", "--full-tree"];
  // The size of a file that a clone with a filter lacks cannot be told.
  const listed = git.ask([...list, "-l", commit]) ?? git.ask([...list, commit]);
  if (!listed) return undefined;
  const entries = fieldsOf(listed).flatMap((line): TreeEntry[] => {
    // 100644 blob <id>    1234\t<path>; BAD where the clone lacks the blob
    const [, mode, id, size, path] = /^(\d+) \w+ ([0-9a-f]+)(?: +(\d+|-|BAD))?\t(.*)$/s.exec(line) ?? [];
    if (mode === undefined || id === undefined || path === undefined) return [];
    return [{ path, mode, id, size: Number(size) || 0 }];
  });
  return { commit, entries };
}

/** What the answer holds beside the content of a blob: its id, type and size. */
const HEADER = 128;

/** The content of some blobs, by id; what the clone lacks is left out. */
export function heldBlobs(blobs: readonly TreeEntry[], git: Git): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>();
  if (blobs.length === 0) return contents;
  const room = Math.max(
    ROOM,
    blobs.reduce((sum, { size }) => sum + size + HEADER, HEADER),
  );
  const input = blobs.map(({ id }) => `${id}\n`).join("");
  const output = git.ask(["cat-file", "--batch"], { input, room }) ?? Buffer.alloc(0);
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(0x0a, at);
    if (end < 0) break;
    // <id> blob <size>, or <id> missing
    const [, id, size] = /^([0-9a-f]+) blob (\d+)$/.exec(output.toString("latin1", at, end)) ?? [];
    at = end + 1;
    if (id === undefined) continue;
    contents.set(id, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
