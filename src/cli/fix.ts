import { Buffer } from "node:buffer";
import { EXTERNAL_ACCOUNTS, inCampaign } from "../fix/in-campaign.js";
import { type Mended, type MendedFile, mend, type Obstacle, type Why } from "../fix/mend.js";
import type { Mending } from "../fix/settle.js";
import { EXIT } from "../judge/exit-code.js";
import { locateAll } from "../judge/locate.js";
import type { File } from "../model/workspace.js";
import type { SourceText } from "../read/source.js";
import { renderDiff } from "../report/diff.js";
import type { Location } from "../report/report.js";
import { printable } from "../report/terminal.js";
import { counted } from "../report/words.js";
import { conclude, type RunRequest, type RunResult } from "../run.js";
import type { Edges } from "./edges.js";
import { obstacleTo, replaceFile } from "./replace-file.js";

export interface Fixing {
  readonly isDryRun: boolean;
  /** Looks at what was read before anything is written; may throw. */
  readonly beforeWriting: (files: readonly File[]) => void;
}

export interface Fixed {
  /** Of the state with the fixes. */
  readonly result: RunResult;
  readonly exitCode: number;
  /** What was fixed, and what was not and why, for people. */
  readonly notes: readonly string[];
  /** Of a dry run: what would change; empty where nothing would. */
  readonly diff: string;
}

/** Fixes what has one right answer, and lints what comes of it. A dry run writes nothing. */
export async function fix(
  request: RunRequest,
  { isDryRun, beforeWriting }: Fixing,
  fs: Edges["fs"],
): Promise<Fixed> {
  const mended = await mend({
    ...request,
    obstacleTo: ({ absolute }) => obstacleTo(absolute ?? "", request.root, fs),
  });
  beforeWriting(mended.before.workspace.files);
  const left = notesOnLeft(mended);
  const fixed = isDryRun ? await dryRun(mended, request) : await write(mended, request, fs);
  return { ...fixed, notes: [...left, ...fixed.notes] };
}

function notesOnLeft({ before, left }: Mended): string[] {
  const spots = locateAll(
    before.workspace,
    left.map(({ mending }) => mending.place),
  );
  return left
    .map((item) => ({ ...item, at: spots.get(item.mending.place)?.location }))
    .sort((a, b) => inOrder(a.at, b.at))
    .map(({ mending, why, at }) => {
      const { path, startLine, startColumn } = at ?? {
        path: mending.place.path,
        startLine: 1,
        startColumn: 1,
      };
      return printable(`${path}:${startLine}:${startColumn} ${leftInWords(mending, why)}`);
    });
}

function inOrder(a: Location | undefined, b: Location | undefined): number {
  if (!a || !b || a.path === b.path) return (a?.startLine ?? 0) - (b?.startLine ?? 0);
  return a.path < b.path ? -1 : 1;
}

const A_COPY = `a snapshot only says what Campaign holds: where a value is wrong there too, correct it under ${EXTERNAL_ACCOUNTS}, save, and restart the server`;

async function write(mended: Mended, request: RunRequest, fs: Edges["fs"]): Promise<Fixed> {
  const notes: string[] = [];
  const written: MendedFile[] = [];
  for (const mendedFile of mended.files) {
    const { file, bytes } = mendedFile;
    const why = replaceFile(file.absolute ?? "", Buffer.from(file.bytes), bytes, fs);
    if (why === undefined) written.push(mendedFile);
    else notes.push(`${printable(file.name)} is not fixed: ${printable(why)}`);
  }
  notes.push(written.length > 0 ? `fixed ${inNumbers(written)}` : "nothing was fixed");
  if (written.length > 0) notes.push(A_COPY);
  const isAll = written.length === mended.files.length;
  const result = await conclude(isAll ? mended.after : await mended.gatherWith(written), request);
  return { result, exitCode: isAll ? result.report.exitCode : EXIT.usage, notes, diff: "" };
}

async function dryRun(mended: Mended, request: RunRequest): Promise<Fixed> {
  // What is shown of the mended text is shown by the report on it, which hides its secrets.
  const result = await conclude(mended.after, request);
  const { error, warning, note } = result.report.summary;
  const rest = `${counted(error, "error")}, ${counted(warning, "warning")} and ${counted(note, "note")}`;
  const would = `--fix would fix ${inNumbers(mended.files)}, and leave ${rest}`;
  const notes = [mended.files.length > 0 ? would : `there is nothing to fix; ${rest} are left`];
  const sources = new Map(
    mended.after.workspace.files.map(({ name, documents }) => [name, documents[0]?.document.source]),
  );
  const diffs = mended.files.map((mendedFile) => diffOf(mendedFile, sources.get(mendedFile.file.name)));
  return { result, exitCode: result.report.exitCode, notes, diff: diffs.join("") };
}

function diffOf({ file, edits }: MendedFile, after: SourceText | undefined): string {
  const before = file.documents[0]?.document.source;
  if (!before || !after) return "";
  let grown = 0;
  const changes = [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, text }) => {
      const start = span.start + grown;
      grown += text.length - (span.end - span.start);
      return { before: span, after: { start, end: start + text.length } };
    });
  return renderDiff({ path: file.name, before, after, edits: changes });
}

/** «3 values in 2 files» */
function inNumbers(files: readonly MendedFile[]): string {
  const values = files.reduce((sum, { edits }) => sum + edits.length, 0);
  return `${counted(values, "value")} in ${counted(files.length, "file")}`;
}

function leftInWords(mending: Mending, why: Why): string {
  if (why === "evidence") return `is evidence, and stays as it is. In Campaign: ${inCampaign(mending)}`;
  if (why === "standard-input") return `is standard input. In Campaign: ${inCampaign(mending)}`;
  return `is not fixed: ${whyInWords(why)}. It should be "${mending.to}"`;
}

function whyInWords(why: Exclude<Why, "evidence" | "standard-input">): string {
  if (typeof why === "object") {
    return why.is === "stays"
      ? "the fault would still be there"
      : `${why.rule.id} would find fault with it then`;
  }
  switch (why) {
    case "block":
      return "it stands in a block of YAML";
    case "several-lines":
      return "it goes over several lines";
    case "no-text":
      return "it is written without the quotes of a text";
    case "unprintable":
      return "what belongs there holds a character that nobody can see";
    case "unclear":
      return "the file would not be read as before but for this value";
    case "shared":
      return "by an alias or a merged key, what is written there stands for other values too";
    case "encoding":
      return "the file cannot be written byte for byte as it was";
    case "too-large":
      return "the file would be larger than --max-bytes";
    case "restless":
      return "one fix undoes what another one does";
    case "link":
    case "several-names":
    case "no-access":
    case "special":
      return OBSTACLES[why];
  }
}

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  link: "the file is reached through a symbolic link",
  "several-names": "the file has another name too (a hard link), under which it would stay as it is",
  "no-access": "the file may not be written",
  special: "it stands in no regular file",
};
