import { printParseErrorCode, visit } from "jsonc-parser";
import type { Unreadable } from "../document.js";

/** What is off in a text that is no JSON: loaded where something is. */

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
