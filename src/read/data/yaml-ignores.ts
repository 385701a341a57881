import { maskNoted, showsText } from "../../model/noted-secret.js";
import type { Span } from "../document.js";
import type { SourceText } from "../source.js";
import { mayHoldSecret } from "./yaml-comments.js";

/** A comment that asks for findings to be ignored. */
export interface IgnoreComment {
  readonly span: Span;
  /** Rules, or rules and clauses; none where the comment is not of the form. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** The line that it is about, from 1; undefined where nothing stands below it. */
  readonly line: number | undefined;
}

/** What a comment begins with that means to ignore something, in whatever spelling. */
const MARK = /^#+[ \t]{0,9}ims-lint[ \t]{0,9}:?[ \t]{0,9}ignore/i;
const HINT = /ims-lint[ \t]{0,9}:?[ \t]{0,9}ignore/i;

/** `# ims-lint: ignore[rule, rule/clause] reason`, in YAML alone: what looks like it in a text is no comment. */
export async function ignoreComments(source: SourceText): Promise<IgnoreComment[]> {
  const text = source.raw;
  if (!HINT.test(text)) return [];
  const { Lexer } = await import("yaml");
  const comments: IgnoreComment[] = [];
  let at = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    // What stands between the marks of a scalar is its text, even where it begins like a comment.
    if (CONTROL.has(token)) {
      isScalar = token === SCALAR;
      continue;
    }
    if (!isScalar && MARK.test(token)) {
      const span = { start: at, end: at + token.trimEnd().length };
      if (maskNoted(token) !== token) source.hide([span]);
      comments.push({ span, ...readIgnore(token), line: lineOf(text, span, source) });
    }
    isScalar = false;
    at += token.length;
  }
  return comments;
}

/** Tokens of the lexer that take no room in the text: a document begins, a flow collection ends, a scalar follows. */
const SCALAR = "\u001f";
const CONTROL: ReadonlySet<string> = new Set(["\u0002", "\u0018", SCALAR]);

function readIgnore(comment: string): Pick<IgnoreComment, "rules" | "reason"> {
  const [, list = "", reason = ""] = /^#+[ \t]*ims-lint: ignore\[([^\]]*)\]([^\r\n]*)/.exec(comment) ?? [];
  const rules = list
    .split(",")
    .map((rule) => maskNoted(rule.trim()))
    .filter(Boolean);
  const plain = reason.replace(/^[\s:–—-]+/, "").trim();
  return { rules, reason: noteOf(plain) };
}

function noteOf(text: string): string {
  if (!showsText(text)) return "";
  return mayHoldSecret(text) ? "***" : maskNoted(text);
}

/** Its own line where something stands before it; else the first line below that is no comment. */
function lineOf(text: string, { start, end }: Span, source: SourceText): number | undefined {
  const { line, column } = source.position(start);
  if (text.slice(start - (column - 1), start).trim() !== "") return line;
  const next = /(?:\r\n?|\n)[ \t]*([^\s#])/y;
  const comment = /(?:\r\n?|\n)[ \t]*#[^\r\n]*/y;
  for (let at = end, below = line + 1; ; below++) {
    next.lastIndex = at;
    if (next.test(text)) return below;
    comment.lastIndex = at;
    if (!comment.test(text)) return undefined;
    at = comment.lastIndex;
  }
}
