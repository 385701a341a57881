import {
  type Document,
  type Located,
  MAX_DEPTH,
  type ReadResult,
  type Route,
  type Span,
} from "../document.js";
import type { SourceText } from "../source.js";
import { foundIn, type Wanted, wantedTree } from "../wanted.js";

/** Reads a JSON file: values by the engine's own parser, places found again for what is asked. */
export async function readJson(path: string, source: SourceText): Promise<ReadResult> {
  const text = source.raw;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { syntaxError } = await import("./json-faults.js");
    return { unreadable: syntaxError(text, error), source };
  }
  const members = countMembers(value, 0);
  if (members === undefined) {
    return { unreadable: { reason: "too-deep", detail: "" }, source };
  }
  const found =
    countWrittenMembers(text) === members
      ? NO_DUPLICATES
      : (await import("./json-duplicates.js")).findDuplicates(text, value);
  if (!found) return { unreadable: { reason: "too-deep", detail: "" }, source };
  const { duplicates, leftOver } = found;
  const document: Document = {
    path,
    index: 0,
    value,
    source,
    duplicates,
    hasAliases: false,
    leftOver,
    locate: (routes) => locate(text, routes, duplicates.length === 0),
  };
  return { documents: [document] };
}

const NO_DUPLICATES = { duplicates: [], leftOver: [] };

/** Members of all objects in a value; undefined where it nests too deep. */
function countMembers(value: unknown, depth: number): number | undefined {
  if (typeof value !== "object" || value === null) return 0;
  if (depth >= MAX_DEPTH) return undefined;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) {
      const inner = typeof item === "object" ? countMembers(item, depth + 1) : 0;
      if (inner === undefined) return undefined;
      count += inner;
    }
    return count;
  }
  const record = value as Record<string, unknown>;
  for (const key in record) {
    count += 1;
    const member = record[key];
    if (typeof member !== "object") continue;
    const inner = countMembers(member, depth + 1);
    if (inner === undefined) return undefined;
    count += inner;
  }
  return count;
}

/**
 * Members as written: colons that follow a quote. A string may hold such a pair too, so the count is never too low;
 * where it equals the members that were kept, no key was written twice.
 */
function countWrittenMembers(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
    let before = colon - 1;
    while (isSpace(text.charCodeAt(before))) before -= 1;
    if (text.charCodeAt(before) === 0x22) count += 1;
  }
  return count;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/**
 * One pass over a text that is known to be JSON; of a key written twice the last one counts, as in the values. What
 * nobody asks for is skipped from bracket to bracket, several times as fast as a visit of every value, and where no
 * key comes twice the pass ends with the last place that is asked for.
 */
function locate(text: string, routes: readonly Route[], endsEarly: boolean): (Located | undefined)[] {
  if (routes.length === 0) return [];
  const wanted = wantedTree(routes);
  new Locator(text, endsEarly ? routes.length : Number.POSITIVE_INFINITY).value(0, wanted, undefined);
  return foundIn(wanted, routes);
}

class Locator {
  constructor(
    readonly text: string,
    /** Places that are still to be found. */
    public awaited: number,
  ) {}

  /** Reads the value that begins at or behind `at`; returns the offset behind it. */
  value(at: number, wanted: Wanted | undefined, key: Span | undefined): number {
    const start = skipSpace(this.text, at);
    const first = this.text.charCodeAt(start);
    const isCollection = first === OPEN_BRACE || first === OPEN_BRACKET;
    if (!wanted) return endOfValue(this.text, start);
    const end = !isCollection
      ? endOfScalar(this.text, start)
      : wanted.next.size === 0
        ? endOfCollection(this.text, start)
        : first === OPEN_BRACE
          ? this.#members(start + 1, wanted)
          : this.#items(start + 1, wanted);
    if (wanted.ends.length > 0) {
      const value = { start, end: isCollection ? endIfEmpty(this.text, start) : end };
      wanted.found = { value, key, isCollection, extent: { start, end } };
      this.awaited -= wanted.ends.length;
    }
    return this.awaited > 0 ? end : this.text.length;
  }

  #members(at: number, wanted: Wanted): number {
    let offset = skipSpace(this.text, at);
    while (this.text.charCodeAt(offset) === QUOTE) {
      const key = { start: offset, end: endOfScalar(this.text, offset) };
      const colon = skipSpace(this.text, key.end);
      const next = this.value(colon + 1, wanted.next.get(nameAt(this.text, key)), key);
      offset = this.#behind(next);
    }
    return offset + 1;
  }

  #items(at: number, wanted: Wanted): number {
    let offset = skipSpace(this.text, at);
    for (
      let index = 0;
      offset < this.text.length && this.text.charCodeAt(offset) !== CLOSE_BRACKET;
      index++
    ) {
      offset = this.#behind(this.value(offset, wanted.next.get(index), undefined));
    }
    return offset + 1;
  }

  /** Behind the comma, or at the closing bracket. */
  #behind(at: number): number {
    const offset = skipSpace(this.text, at);
    return this.text.charCodeAt(offset) === COMMA ? skipSpace(this.text, offset + 1) : offset;
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

export function skipSpace(text: string, at: number): number {
  let offset = at;
  while (isSpace(text.charCodeAt(offset))) offset += 1;
  return offset;
}

/** The offset behind the value that begins at `start`. */
export function endOfValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  const isCollection = first === OPEN_BRACE || first === OPEN_BRACKET;
  return isCollection ? endOfCollection(text, start) : endOfScalar(text, start);
}

/** The offset behind a string, number or word. */
export function endOfScalar(text: string, start: number): number {
  if (text.charCodeAt(start) !== QUOTE) {
    const rest = /[^\s,\]}]*/y;
    rest.lastIndex = start;
    rest.test(text);
    return rest.lastIndex;
  }
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** The offset behind the bracket that closes the one at `start`. */
function endOfCollection(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      at = endOfScalar(text, at) - 1;
    } else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      depth += 1;
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function nameAt(text: string, { start, end }: Span): string {
  const written = text.slice(start, end);
  return written.includes("\\") ? String(JSON.parse(written)) : written.slice(1, -1);
}

/** The end of `[]` or `{}`; of a collection that holds something, the end of its opening. */
function endIfEmpty(text: string, offset: number): number {
  const at = skipSpace(text, offset + 1);
  const unit = text.charCodeAt(at);
  return unit === CLOSE_BRACKET || unit === CLOSE_BRACE ? at + 1 : offset + 1;
}
