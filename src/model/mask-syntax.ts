/** The parts of a mask, and why it does not compile. */

export interface Token {
  readonly kind:
    | "literal"
    | "special"
    | "escape"
    | "quote"
    | "class"
    | "open-class"
    | "open"
    | "close"
    | "repeat"
    | "or";
  /** From 0. */
  readonly at: number;
  readonly text: string;
}

const TOKENS: readonly (readonly [RegExp, Token["kind"]])[] = [
  [/\\Q[\s\S]*?(?:\\E|$)/y, "quote"],
  [/\\(?:[pP]\{[^}]*\}|x\{[^}]*\}|x[0-9A-Fa-f]{2}|[\s\S])/y, "escape"],
  [/\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/y, "class"],
  [/\[\^\]|\[\]/y, "class"],
  [/\[[\s\S]*/y, "open-class"],
  // Of a group the whole opening, so that its «?», «*» or «+» is not taken for a repetition.
  [/\((?:\?(?:<[=!]|P?<[^>]*>|'[^']*'|[+*]|[a-zA-Z^-]*:|[=!>|])?)?/y, "open"],
  [/\)/y, "close"],
  [/(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/y, "repeat"],
  [/\|/y, "or"],
  [/[.^$\\]/y, "special"],
  [/[\s\S]/y, "literal"],
];

/** Takes a mask apart. The texts of the tokens, one after the other, are the mask. */
export function tokensOf(mask: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < mask.length) {
    for (const [pattern, kind] of TOKENS) {
      pattern.lastIndex = at;
      const text = pattern.exec(mask)?.[0];
      if (!text) continue;
      tokens.push({ kind, at, text });
      at += text.length;
      break;
    }
  }
  return tokens;
}

/** The text with which every match of a mask begins, as far as it is plain. */
export function literalStartOf(mask: string): string {
  const tokens = tokensOf(mask);
  let depth = 0;
  for (const { kind } of tokens) {
    if (kind === "open") depth += 1;
    if (kind === "close") depth -= 1;
    if (kind === "or" && depth === 0) return "";
  }
  const first = tokens[0]?.text === "^" ? 1 : 0;
  const start: string[] = [];
  for (const token of tokens.slice(first)) {
    if (token.kind === "repeat") start.pop();
    const text =
      token.kind === "literal"
        ? token.text
        : token.kind === "escape" && /^\\\W$/.test(token.text)
          ? token.text.slice(1)
          : undefined;
    if (text === undefined) break;
    start.push(text);
  }
  return start.join("");
}

/** Why a mask cannot be used: in no dialect, or not in RE2's. */
export type Unusable =
  | {
      readonly state: "invalid";
      /** What is wrong, as the end of the sentence «the mask …». */
      readonly problem: string;
      /** At which character, from 0. */
      readonly at: number | undefined;
    }
  | {
      readonly state: "unsupported";
      /** Why ims-lint cannot evaluate it, as the end of the sentence «the mask …». */
      readonly reason: string;
      readonly at: number | undefined;
    };

/** Explains why RE2 refuses a mask. What is not wrong in every dialect is only unsupported. */
export function explain(mask: string, failure: { error: string; fragment: string }): Unusable {
  const tokens = tokensOf(mask);
  // Comments and free spacing hide what looks like structure.
  const isPlain = !/\(\?#|\(\?\^?[a-wyz]*x/.test(mask);
  return (isPlain ? brokenIn(tokens) : undefined) ?? foreignIn(tokens, failure);
}

/** What no dialect takes: nothing to repeat, a bracket or parenthesis without its other half, a range upside down. */
function brokenIn(tokens: readonly Token[]): Unusable | undefined {
  const invalid = (problem: string, at: number): Unusable => ({ state: "invalid", problem, at });
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    const { kind, at, text } = token;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (kind === "open") open.push(at);
    if (kind === "close" && open.pop() === undefined) {
      return invalid("closes a parenthesis that is not open", at);
    }
    if (kind === "repeat") {
      if (before?.text === "(" && text === "*") {
        if (after?.kind === "close") {
          return invalid('holds "(*)", which repeats nothing: a known misprint of "(.*)"', before.at);
        }
        // (*VERB) is a control verb of PCRE.
        if (/^[A-Z]$/.test(after?.text ?? "")) return undefined;
      }
      if (!before || before.kind === "open" || before.kind === "or") {
        return invalid(`has nothing before "${text}" that could be repeated`, at);
      }
      const [, least, most] = /^\{(\d+),(\d+)\}/.exec(text) ?? [];
      if (Number(least) > Number(most)) {
        return invalid(`repeats at least ${least} and at most ${most} times`, at);
      }
    }
    if (kind === "open-class") return invalid("opens a bracket that is not closed", at);
    if (kind === "special" && text === "\\") return invalid("ends in a lone backslash", at);
    if (kind === "class") {
      const range = upsideDown(text);
      if (range) return invalid(`holds the range "${range}", which runs backwards`, at + text.indexOf(range));
    }
  }
  const unclosed = open.at(-1);
  return unclosed === undefined ? undefined : invalid("opens a parenthesis that is not closed", unclosed);
}

/** A range of two plain letters or figures whose end comes before its start. */
function upsideDown(text: string): string | undefined {
  // Only classes without escapes and nested ones: in those a hyphen may mean something else.
  if (!/^\[\^?[A-Za-z0-9 _-]+\]$/.test(text)) return undefined;
  const inner = text.replace(/^\[\^?/, "").slice(0, -1);
  for (let at = 0; at + 2 < inner.length; at++) {
    if (inner[at + 1] !== "-") continue;
    const [from, to] = [inner.charAt(at), inner.charAt(at + 2)];
    if (/[A-Za-z0-9]/.test(from) && /[A-Za-z0-9]/.test(to) && from > to) return `${from}-${to}`;
    at += 2;
  }
  return undefined;
}

/** Constructs that other dialects know and RE2 does not; none of them is an error of the mask. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/\(\?(?:\(|[+-]?\d|R|&|P>)/, "a condition or a recursion"],
  [/\(\?[=!]/, "a look-ahead"],
  [/\(\?<[=!]/, "a look-behind"],
  [/\(\?>/, "an atomic group"],
  [/(?:[*+?]|\{\d+(?:,\d*)?\})\+/, "a possessive repetition"],
  [/\\[1-9]|\\[kg](?:[<{']|\d)|\(\?P=/, "a back-reference"],
  [/\(\?#/, "a comment"],
  [/\(\?\|/, "a group that numbers its branches alike"],
  [/\(\*[A-Z]/, "a control verb"],
  [/\(\?\^?[a-zA-Z-]+[:)]/, "an option"],
];

function foreignIn(tokens: readonly Token[], failure: { error: string; fragment: string }): Unusable {
  const mask = tokens.map(({ text }) => text).join("");
  const skeleton = tokens
    .map(({ kind, text }) => (kind === "class" || kind === "quote" ? "\0".repeat(text.length) : text))
    .join("");
  const reason = (what: string) => `holds ${what}, which ims-lint cannot evaluate`;
  if (/escape/.test(failure.error)) {
    const found = FOREIGN.find(([pattern]) => pattern.test(failure.fragment));
    return {
      state: "unsupported",
      reason: reason(found?.[1] ?? `the escape "${failure.fragment}"`),
      at: placeOf(failure.fragment, mask),
    };
  }
  if (/repeat count|too large|size/.test(failure.error)) {
    return {
      state: "unsupported",
      reason: "repeats more often than 1,000 times, which ims-lint cannot evaluate",
      at: placeOf(failure.fragment, mask),
    };
  }
  for (const [pattern, what] of FOREIGN) {
    const at = pattern.exec(skeleton)?.index;
    if (at !== undefined) return { state: "unsupported", reason: reason(what), at };
  }
  return {
    state: "unsupported",
    reason: reason(failure.fragment ? `"${failure.fragment}"` : "a construct"),
    at: placeOf(failure.fragment, mask),
  };
}

/** Where the fragment that RE2 names stands, if that is plain. */
function placeOf(fragment: string, mask: string): number | undefined {
  const at = fragment === "" ? -1 : mask.indexOf(fragment);
  return at < 0 || mask.includes(fragment, at + 1) ? undefined : at;
}
