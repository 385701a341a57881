import { printParseErrorCode, visit } from "jsonc-parser";
import {
  type Document,
  type DuplicateKey,
  type Located,
  MAX_DEPTH,
  type ReadResult,
  type Route,
  type Span,
  setOwn,
  type Unreadable,
} from "./document.js";
import type { SourceText } from "./source.js";
import { type Wanted, wantedTree } from "./wanted.js";

/** Reads a JSON file: values by the engine's own parser, places found again for what is asked. */
export function readJson(path: string, source: SourceText): ReadResult {
  const text = source.raw;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { unreadable: syntaxError(text, error), source };
  }
  const members = countMembers(value, 0);
  if (members === undefined) {
    return { unreadable: { reason: "too-deep", detail: "" }, source };
  }
  const duplicates = countWrittenMembers(text) === members ? [] : findDuplicates(text, value);
  const document: Document = {
    path,
    format: "json",
    index: 0,
    value,
    source,
    duplicates,
    locate: (routes) => locate(text, routes),
  };
  return { documents: [document] };
}

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

/** Finds keys written twice, and takes out of `value` those whose values differ. */
function findDuplicates(text: string, value: unknown): DuplicateKey[] {
  const duplicates: DuplicateKey[] = [];
  const seen: Map<string, { key: Span; valueStart: number }>[] = [];
  const pending: { route: Route; earlier: Span; later: Span; first: number; second: number }[] = [];
  let awaiting: ((start: number) => void) | undefined;
  const valueBegins = (offset: number) => {
    awaiting?.(offset);
    awaiting = undefined;
  };
  visit(text, {
    onObjectBegin: (offset) => {
      valueBegins(offset);
      seen.push(new Map());
    },
    onObjectEnd: () => {
      seen.pop();
    },
    onArrayBegin: (offset) => valueBegins(offset),
    onLiteralValue: (_value, offset) => valueBegins(offset),
    onObjectProperty: (name, offset, length, _line, _column, pathOf) => {
      const keys = seen.at(-1);
      if (!keys) return;
      const key = { start: offset, end: offset + length };
      const before = keys.get(name);
      if (before) {
        const duplicate = {
          route: [...pathOf(), name],
          earlier: before.key,
          later: key,
          first: before.valueStart,
          second: 0,
        };
        pending.push(duplicate);
        awaiting = (start) => {
          duplicate.second = start;
        };
      } else {
        const entry = { key, valueStart: 0 };
        keys.set(name, entry);
        awaiting = (start) => {
          entry.valueStart = start;
        };
      }
    },
  });
  for (const { route, earlier, later, first, second } of pending) {
    const [a, b] = [valueAt(text, first), valueAt(text, second)];
    const differs = a.content !== b.content;
    if (differs) unset(value, route);
    duplicates.push({ route, earlier, later, values: [a.extent, b.extent], differs });
  }
  return duplicates;
}

/** The value that begins at `offset`: its content in a form that can be compared, and all of its text. */
function valueAt(text: string, offset: number): { content: string; extent: Span } {
  const parts: string[] = [];
  let depth = 0;
  let end = 0;
  const stop = new Error("done");
  const push = (part: string, change: number, at: number, length: number) => {
    parts.push(part);
    depth += change;
    end = at + length;
    if (depth === 0) throw stop;
  };
  try {
    visit(text.slice(offset), {
      onObjectBegin: (at, length) => push("{", 1, at, length),
      onObjectEnd: (at, length) => push("}", -1, at, length),
      onArrayBegin: (at, length) => push("[", 1, at, length),
      onArrayEnd: (at, length) => push("]", -1, at, length),
      onObjectProperty: (name) => {
        parts.push(JSON.stringify(name));
      },
      onLiteralValue: (value, at, length) => push(JSON.stringify(value), 0, at, length),
    });
  } catch (error) {
    if (error !== stop) throw error;
  }
  return { content: parts.join(" "), extent: { start: offset, end: offset + end } };
}

function unset(value: unknown, route: Route): void {
  let holder: unknown = value;
  for (const step of route.slice(0, -1)) {
    if (typeof holder !== "object" || holder === null) return;
    holder = (holder as Record<string | number, unknown>)[step];
  }
  const last = route.at(-1);
  if (typeof holder !== "object" || holder === null || typeof last !== "string") return;
  setOwn(holder as Record<string, unknown>, last, undefined);
}

interface Frame {
  readonly wanted: Wanted | undefined;
  /** Index of the item that comes next; -1 in an object. */
  index: number;
  key: Span | undefined;
  member: Wanted | undefined;
}

/** One pass over the text; of a key written twice the last one counts, as in the values. */
function locate(text: string, routes: readonly Route[]): (Located | undefined)[] {
  const found: (Located | undefined)[] = new Array(routes.length).fill(undefined);
  if (routes.length === 0) return found;
  const wanted = wantedTree(routes);
  const stack: Frame[] = [{ wanted, index: -1, key: undefined, member: wanted }];

  /** Notes the value that begins here, and says what is wanted below it. */
  const meet = (value: Span, isCollection: boolean): Wanted | undefined => {
    const frame = stack.at(-1);
    const node = frame && (frame.index >= 0 ? frame.wanted?.next.get(frame.index) : frame.member);
    for (const end of node?.ends ?? [])
      found[end] = { value, key: frame?.key, isCollection, extent: { ...value } };
    return node;
  };
  const open = (offset: number, isArray: boolean): boolean => {
    const node = meet({ start: offset, end: endIfEmpty(text, offset) }, true);
    const wantsMore = node !== undefined && node.next.size > 0;
    stack.push({ wanted: node, index: isArray ? 0 : -1, key: undefined, member: undefined });
    return wantsMore;
  };
  const close = (offset: number, length: number) => {
    for (const end of stack.pop()?.wanted?.ends ?? []) {
      const place = found[end];
      if (place) found[end] = { ...place, extent: { start: place.value.start, end: offset + length } };
    }
  };
  visit(text, {
    onObjectBegin: (offset) => open(offset, false),
    onArrayBegin: (offset) => open(offset, true),
    onObjectEnd: close,
    onArrayEnd: close,
    onObjectProperty: (name, offset, length) => {
      const frame = stack.at(-1);
      if (!frame) return;
      frame.member = frame.wanted?.next.get(name);
      frame.key = { start: offset, end: offset + length };
    },
    onSeparator: (character) => {
      const frame = stack.at(-1);
      if (frame && frame.index >= 0 && character === ",") frame.index += 1;
    },
    onLiteralValue: (_value, offset, length) => {
      meet({ start: offset, end: offset + length }, false);
    },
  });
  return found;
}

/** The end of `[]` or `{}`; of a collection that holds something, the end of its opening. */
function endIfEmpty(text: string, offset: number): number {
  let at = offset + 1;
  while (isSpace(text.charCodeAt(at))) at += 1;
  const unit = text.charCodeAt(at);
  return unit === 0x5d || unit === 0x7d ? at + 1 : offset + 1;
}

const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: "a value that JSON does not know",
  InvalidNumberFormat: "a number that JSON does not allow",
  PropertyNameExpected: "expected a key in double quotes",
  ValueExpected: "expected a value",
  ColonExpected: "expected a colon",
  CommaExpected: "expected a comma",
  CloseBraceExpected: "expected a closing brace",
  CloseBracketExpected: "expected a closing bracket",
  EndOfFileExpected: "expected the end of the file",
  InvalidCommentToken: "a comment, which JSON does not allow",
  UnexpectedEndOfComment: "a comment that does not end",
  UnexpectedEndOfString: "a string that does not end",
  UnexpectedEndOfNumber: "a number that does not end",
  InvalidUnicode: "an invalid \\u escape",
  InvalidEscapeCharacter: "an invalid escape in a string",
  InvalidCharacter: "a control character in a string",
};

/** Says what is wrong and where; the engine's own message quotes the source, so only its number is taken. */
function syntaxError(text: string, error: unknown): Unreadable {
  let first: { name: string; offset: number } | undefined;
  try {
    visit(
      text,
      {
        onError: (code, offset) => {
          first ??= { name: printParseErrorCode(code), offset };
        },
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    );
  } catch {
    // Nesting that overflows the visitor; the engine's position has to do.
  }
  if (first) return { reason: "syntax", detail: WORDS[first.name] ?? "not JSON", offset: first.offset };
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return { reason: "syntax", detail: "not JSON", offset: position ? Number(position) : text.length };
}
