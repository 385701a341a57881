import { printParseErrorCode, visit } from "jsonc-parser";
import { type DuplicateKey, type Route, type Span, setOwn, type Unreadable } from "./document.js";
import { endOfCollection, endOfScalar } from "./json.js";

/** What is off in a JSON text: loaded where something is. */

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
export function syntaxError(text: string, error: unknown): Unreadable {
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

/** Finds keys written twice, and takes out of `value` those whose values differ. */
export function findDuplicates(text: string, value: unknown): DuplicateKey[] {
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

/** The value that begins at `start`: its content in a form that can be compared, and all of its text. */
function valueAt(text: string, start: number): { content: string; extent: Span } {
  const isScalar = !/[[{]/.test(text.charAt(start));
  const end = isScalar ? endOfScalar(text, start) : endOfCollection(text, start);
  return { content: JSON.stringify(JSON.parse(text.slice(start, end))), extent: { start, end } };
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
