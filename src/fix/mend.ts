import { Buffer } from "node:buffer";
import { rulesWith } from "../config/load.js";
import { decidePolicy } from "../config/policy.js";
import type { Rule } from "../evaluate/rule.js";
import type { Result } from "../evaluate/verdict.js";
import type { File, Workspace } from "../model/workspace.js";
import { ask, conclude, find, type Gathered, type RunRequest, read } from "../run.js";
import { applyEdits, type Refusal } from "./apply.js";
import { type Edit, type Hindrance, planEdits } from "./plan.js";
import { type Mending, settle } from "./settle.js";
import { type Harm, harmOf } from "./verdicts.js";

/** What fixing needs to know beside what a run does. */
export interface MendRequest extends RunRequest {
  /** What speaks against writing a file. */
  readonly obstacleTo: (file: File) => Obstacle | undefined;
}

/**
 * - `link`: the file is reached through a symbolic link
 * - `several-names`: a hard link gives it another name, which would keep what was
 * - `no-access`: it may not be written
 * - `special`: it is no regular file
 */
export type Obstacle = "link" | "several-names" | "no-access" | "special";

/**
 * Why a value that has a fix stays as it is; beside what speaks against the edit:
 *
 * - `too-large`: the file would be larger than what is read
 * - `restless`: one fix undoes what another one does
 */
export type Why = Hindrance | Refusal | Obstacle | Harm | "too-large" | "restless";

export interface MendedFile {
  readonly file: File;
  readonly bytes: Buffer;
  readonly edits: readonly Edit<Mending>[];
}

/** What was mended, in memory: nothing is written here. */
export interface Mended {
  readonly before: Gathered;
  readonly after: Gathered;
  readonly files: readonly MendedFile[];
  readonly left: readonly { readonly mending: Mending; readonly why: Why }[];
  /** Lints what was read, with the files as they are after some of them were mended. */
  gatherWith(files: readonly MendedFile[]): Promise<Gathered>;
}

/** Tries, each without what the one before showed to do harm. */
const MOST_TRIES = 10;

/**
 * Mends what has one right answer in hand-kept snapshots. Each edit is proved twice: the file must read as before but
 * for the value, and the rules, all of them, must find its fault gone and nothing worse.
 */
export async function mend(given: MendRequest): Promise<Mended> {
  const stdin = once(given.stdin);
  const request = { ...given, stdin };
  const search = await find(request);
  const before = await read(search, request);
  const rules = rulesWith(request.rules, request.config);
  const policy = decidePolicy(rules, request.config.config, request);
  const inForce = new Set<Rule>(policy.rules);
  const askAll = async (workspace: Workspace): Promise<readonly Result[]> =>
    (await ask(workspace, rules, policy, request)).results;
  const said = await askAll(before.workspace);
  const accepted = await acceptedIn(before, request);
  const gatherWith = (files: readonly MendedFile[]) =>
    read(search, { ...request, contents: contentsOf(before.workspace, files) });
  const blocked = new Map<string, { mending: Mending; why: Why }>();
  for (let tries = 0; ; tries++) {
    const settled = await settle(
      said,
      () => askAll(before.workspace),
      ({ rule, clause, identity }, key) =>
        !blocked.has(key) &&
        !accepted.has(identity) &&
        inForce.has(rule) &&
        policy.levelOf(rule, clause) !== null,
    );
    settled.undo();
    const { mendings } = settled;
    const isLast = tries === MOST_TRIES;
    const restless = new Map(isLast ? mendings.map(({ key }) => [key, "restless" as const]) : []);
    for (const key of settled.restless) restless.set(key, "restless");
    const tried =
      restless.size > 0
        ? { refused: restless }
        : await attempt(mendings, { before, said, after: settled.after, request, askAll, gatherWith });
    if ("files" in tried) {
      return { ...tried, before, left: [...blocked.values(), ...tried.left], gatherWith };
    }
    for (const mending of mendings) {
      const why = tried.refused.get(mending.key);
      if (why !== undefined) blocked.set(mending.key, { mending, why });
    }
  }
}

/** Findings that somebody has accepted stay as they are. */
async function acceptedIn(before: Gathered, request: RunRequest): Promise<ReadonlySet<string>> {
  const { report } = await conclude(before, request);
  return new Set(report.results.flatMap(({ accepted, identity }) => (accepted ? [identity] : [])));
}

interface Trial {
  readonly before: Gathered;
  /** What the rules said of it. */
  readonly said: readonly Result[];
  /** What they say where the values are mended in memory. */
  readonly after: readonly Result[];
  readonly request: MendRequest;
  readonly askAll: (workspace: Workspace) => Promise<readonly Result[]>;
  readonly gatherWith: (files: readonly MendedFile[]) => Promise<Gathered>;
}

/** Makes all edits, or says by the keys of the values which of them must not be made. */
async function attempt(
  mendings: readonly Mending[],
  { before, said, after, request, askAll, gatherWith }: Trial,
): Promise<Pick<Mended, "files" | "left" | "after"> | { readonly refused: ReadonlyMap<string, Why> }> {
  const harm = harmOf(mendings, said, after);
  if (harm.size > 0) return { refused: harm };
  const { edits, refused: unplanned } = planEdits(mendings, before.workspace);
  const left = [...unplanned]
    .filter(([, why]) => why === "evidence" || why === "standard-input")
    .map(([mending, why]) => ({ mending, why }));
  const refused = new Map<string, Why>();
  for (const [{ key }, why] of unplanned) {
    if (why !== "evidence" && why !== "standard-input") refused.set(key, why);
  }
  const files: MendedFile[] = [];
  for (const [file, own] of byFile(edits)) {
    const refuse = (some: readonly Edit<Mending>[], why: Why) => {
      for (const { key } of some.flatMap(({ values }) => values)) refused.set(key, why);
    };
    const obstacle = request.obstacleTo(file);
    const applied = obstacle ? undefined : await applyEdits(file, own);
    if (obstacle) refuse(own, obstacle);
    else if (applied && "refused" in applied) for (const [edit, why] of applied.refused) refuse([edit], why);
    else if (applied && applied.bytes.length > request.maxBytes) refuse(own, "too-large");
    else if (applied) files.push({ file, bytes: applied.bytes, edits: own });
  }
  if (refused.size > 0) return { refused };
  if (files.length === 0) return { files, left, after: before };
  const gathered = await gatherWith(files);
  const edited = files.flatMap((file) => file.edits.flatMap(({ values }) => values));
  const proof = harmOf(edited, said, await askAll(gathered.workspace));
  return proof.size > 0 ? { refused: proof } : { files, left, after: gathered };
}

function byFile(edits: readonly Edit<Mending>[]): Map<File, Edit<Mending>[]> {
  const files = new Map<File, Edit<Mending>[]>();
  for (const edit of edits) {
    const own = files.get(edit.file);
    if (own) own.push(edit);
    else files.set(edit.file, [edit]);
  }
  return files;
}

/** Every file as it was read, the mended ones as they are now: what lies on the disk may have changed since. */
function contentsOf({ files }: Workspace, mended: readonly MendedFile[]): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>();
  for (const { absolute, bytes, unreadable } of files) {
    if (absolute !== undefined && !unreadable) contents.set(absolute, Buffer.from(bytes));
  }
  for (const { file, bytes } of mended) if (file.absolute !== undefined) contents.set(file.absolute, bytes);
  return contents;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
