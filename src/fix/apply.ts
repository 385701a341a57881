import { Buffer } from "node:buffer";
import { isDeepStrictEqual } from "node:util";
import type { File } from "../model/workspace.js";
import { readText } from "../read/data/read.js";
import type { Document } from "../read/document.js";
import { decode } from "../read/encoding.js";
import { valueAt } from "../read/section.js";
import type { Edit, Wanted } from "./plan.js";

/**
 * Why a file's edits are not made:
 *
 * - `encoding`: its bytes are not what its text is written as
 * - `shared`: an alias, or a key that is merged, lets the value stand in other places too
 * - `unclear`: read again, the file would not say the same but for the values that were meant
 */
export type Refusal = "encoding" | "shared" | "unclear";

/** The bytes of a file after some edits, which are all of that file; else the edits that cannot be made. */
export type Applied<T extends Wanted> =
  | { readonly bytes: Buffer }
  | { readonly refused: ReadonlyMap<Edit<T>, Refusal> };

/** More edits than that are not tried one by one. */
const MOST_TRIALS = 20;

/**
 * Makes edits in a file, and proves them: the file is read again, and must say what it said, but for the values that
 * were meant. Every byte outside of the edits stays.
 */
export async function applyEdits<T extends Wanted>(
  file: File,
  edits: readonly Edit<T>[],
): Promise<Applied<T>> {
  const bytes = Buffer.from(file.bytes);
  const text = decode(bytes);
  const all = (why: Refusal) => ({ refused: new Map(edits.map((edit) => [edit, why])) });
  if (typeof text !== "string" || !encode(text, bytes).equals(bytes)) return all("encoding");
  const isProven = async (some: readonly Edit<T>[]): Promise<boolean> => {
    const { documents: before } = await readText(file.name, text);
    const { documents: after } = await readText(file.name, edited(text, some));
    return before !== undefined && after !== undefined && saysTheSame(before, after, some);
  };
  if (await isProven(edits)) return { bytes: encode(edited(text, edits), bytes) };
  const why = file.documents.some(({ document }) => document.hasAliases) ? "shared" : "unclear";
  if (edits.length === 1 || edits.length > MOST_TRIALS) return all(why);
  const refused = new Map<Edit<T>, Refusal>();
  for (const edit of edits) if (!(await isProven([edit]))) refused.set(edit, why);
  return refused.size > 0 ? { refused } : all(why);
}

/** The text with its edits made. */
function edited(text: string, edits: readonly Edit<Wanted>[]): string {
  let result = "";
  let at = 0;
  for (const { span, text: written } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + written;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Text as the bytes of a file are encoded, with its byte-order mark. */
function encode(text: string, like: Buffer): Buffer {
  if (like[0] === 0xff && like[1] === 0xfe) return Buffer.from(`\ufeff${text}`, "utf16le");
  if (like[0] === 0xfe && like[1] === 0xff) return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  const hasMark = like[0] === 0xef && like[1] === 0xbb && like[2] === 0xbf;
  return Buffer.from(hasMark ? `\ufeff${text}` : text);
}

/** Whether two readings of a file differ in nothing but the values that were meant to change. Changes the first. */
function saysTheSame(
  before: readonly Document[],
  after: readonly Document[],
  edits: readonly Edit<Wanted>[],
): boolean {
  for (const { place, from, to } of edits.flatMap((edit) => edit.values)) {
    const document = before[place.document?.index ?? 0];
    const route = place.routes[0] ?? [];
    const [key = ""] = route.slice(-1);
    const holder = valueAt(document?.value, route.slice(0, -1));
    if (typeof holder !== "object" || holder === null || valueAt(holder, [key]) !== from) return false;
    Object.assign(holder, { [key]: to });
  }
  return isDeepStrictEqual(before.map(readingOf), after.map(readingOf));
}

/** All that is read of a document, wherever it stands. */
function readingOf({ value, duplicates, leftOver }: Document): unknown {
  return [
    value,
    duplicates.map(({ route, differs }) => [route, differs]),
    leftOver.map((left) => left.value),
  ];
}
