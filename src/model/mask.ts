import { DASH, SPACE, squash } from "./likeness.js";

/**
 * How ims-lint reads an association mask. Adobe's pages disagree (a pattern whose captured part is the group, or a
 * prefix), so this is a reading, stated in the docs: a regular expression in RE2 syntax, matched against the whole
 * name of a product profile, case sensitively, with exactly one capture group. Without any, and without other
 * metacharacters, it is a literal prefix.
 */
export type MaskReading =
  | { readonly state: "absent" }
  | { readonly state: "empty" }
  | { readonly state: "invalid"; readonly problem: string; readonly at: number | undefined }
  | { readonly state: "unsupported"; readonly construct: string }
  | Mask;

/** A mask that can be matched. */
export interface Mask {
  readonly state: "usable";
  readonly text: string;
  /** Capture groups; a prefix has none. */
  readonly captures: number;
  /** Read as a literal prefix. */
  readonly isPrefix: boolean;
  /** The text up to the first metacharacter, unescaped. */
  readonly literalStart: string;
  /** What the mask captures of a profile's name; undefined where it does not match. */
  capture(profile: string): string | undefined;
  /** The same, with letter case, white space and the kind of dash ignored. */
  captureLoosely(profile: string): string | undefined;
  /** Steps that one character of input can cost; names longer than the budget allows are not matched. */
  readonly cost: number;
}

export interface RegexEngine {
  compile(
    pattern: string,
    flags: { readonly ignoreCase: boolean },
  ): Compiled | { readonly error: string; readonly fragment: string };
}

export interface Compiled {
  readonly groups: number;
  /** Instructions of the program: its cost for each character of input. */
  readonly size: number;
  /** The first capture of a match of the whole text, "" without groups; undefined without a match. */
  match(text: string): string | undefined;
}

/** Reads a mask on the given engine. */
export function readMask(mask: string | undefined, engine: RegexEngine): MaskReading {
  if (mask === undefined) return { state: "absent" };
  if (mask === "") return { state: "empty" };
  if (!METACHARACTER.test(mask)) {
    return usable(mask, engine, {
      groups: 0,
      size: 1,
      match: (text) => (text.startsWith(mask) ? text.slice(mask.length) : undefined),
    });
  }
  const compiled = engine.compile(mask, { ignoreCase: false });
  if (!("error" in compiled)) return usable(mask, engine, compiled);
  const foreign = foreignConstruct(mask, compiled.error);
  if (foreign) return { state: "unsupported", construct: foreign };
  return { state: "invalid", ...explain(mask, compiled) };
}

const METACHARACTER = /[\\^$.|?*+()[\]{}]/;

function usable(text: string, engine: RegexEngine, compiled: Compiled): Mask {
  const isPrefix = !METACHARACTER.test(text);
  let loose: Compiled | undefined;
  const looseMatch = (name: string): string | undefined => {
    if (isPrefix) {
      const start = squash(text);
      return squash(name).startsWith(start) ? squash(name).slice(start.length) : undefined;
    }
    if (!loose) {
      const made = engine.compile(loosen(text), { ignoreCase: true });
      loose = "error" in made ? NEVER : made;
    }
    return loose.match(squash(name));
  };
  return {
    state: "usable",
    text,
    captures: compiled.groups,
    isPrefix,
    literalStart: /^(?:[^\\^$.|?*+()[\]{}]|\\[^A-Za-z0-9])*/.exec(text)?.[0].replace(/\\(.)/g, "$1") ?? "",
    capture: (name) => compiled.match(name),
    captureLoosely: looseMatch,
    cost: compiled.size,
  };
}

const NEVER: Compiled = { groups: 0, size: 1, match: () => undefined };

/** Constructs that other dialects know and RE2 does not; none of them is an error of the mask. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, "a look-around, (?=…) or the like"],
  [/\(\?>/, "an atomic group, (?>…)"],
  [/[*+?}]\+/, "a possessive repetition"],
  [/\\[1-9]|\\k[<{']|\(\?P=/, "a back-reference"],
  [/\(\?[#|&R0-9(]/, "a conditional, recursion or comment group"],
  [/\(\?[a-zA-Z-]+[:)]/, "an inline option"],
  [/\\[ZGKRXhHN]/, "an escape that only other dialects have"],
  [/\(\*[A-Z]+/, "a control verb"],
];

function foreignConstruct(mask: string, error: string): string | undefined {
  for (const [pattern, name] of FOREIGN) if (pattern.test(mask)) return name;
  return /repeat(?: count| argument)|too large|size/i.test(error)
    ? "a repetition count that is too high"
    : undefined;
}

/** Says in plain words what is wrong with a mask, and at which character (from 0). */
function explain(
  mask: string,
  failure: { error: string; fragment: string },
): { problem: string; at: number | undefined } {
  if (mask.includes("(*)")) {
    return {
      problem: "«(*)» repeats nothing: a known misprint of «(.*)»",
      at: mask.indexOf("(*)"),
    };
  }
  const bare = withoutEscapesAndClasses(mask);
  const nothing = /(?:^|[(|])([*+?])/.exec(bare.replaceAll("(?", "(\0"));
  if (nothing) {
    const at = nothing.index + nothing[0].length - 1;
    return { problem: `«${mask[at]}» repeats nothing`, at };
  }
  let open: number[] = [];
  for (let at = 0; at < bare.length; at++) {
    if (bare[at] === "(") open.push(at);
    else if (bare[at] === ")") {
      if (open.length === 0) return { problem: "a closing parenthesis has no opening one", at };
      open = open.slice(0, -1);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) return { problem: "a parenthesis is not closed", at: unclosed };
  if (bare.endsWith("[")) return { problem: "a bracket is not closed", at: bare.lastIndexOf("[") };
  if (/\\$/.test(mask)) return { problem: "it ends in a lone backslash", at: mask.length - 1 };
  const at = failure.fragment ? mask.indexOf(failure.fragment) : -1;
  return { problem: failure.error || "it is no regular expression", at: at < 0 ? undefined : at };
}

/** The mask with escapes and closed classes blanked out, so that what is left is structure; an open class stays as `[`. */
function withoutEscapesAndClasses(mask: string): string {
  return mask
    .replace(/\\[\s\S]/g, "\0\0")
    .replace(/\[\^?\]?[^\]]*\]/g, (all) => "\0".repeat(all.length))
    .replace(/\[[\s\S]*$/, (all) => `${"\0".repeat(all.length - 1)}[`);
}

const QUANTIFIER = /^(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/;

/** The mask for squashed names: white space is gone, every dash is a hyphen. Classes and escapes stay. */
function loosen(mask: string): string {
  let result = "";
  let at = 0;
  const drop = (length: number) => {
    at += length;
    at += QUANTIFIER.exec(mask.slice(at))?.[0].length ?? 0;
  };
  while (at < mask.length) {
    const rest = mask.slice(at);
    const token = /^(?:\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\])/.exec(rest)?.[0] ?? rest.slice(0, 1);
    if (token === "\\s" || SPACE.test(token.replace(/^\\(.)$/, "$1")) || isOnlySpace(token)) {
      drop(token.length);
    } else {
      result += DASH.test(token) && token.length === 1 ? "-" : token;
      at += token.length;
    }
  }
  return result;
}

/** A class of white space alone, such as `[ ]` or `[\s]`. */
function isOnlySpace(token: string): boolean {
  return token.startsWith("[") && token.slice(1, -1).replaceAll("\\s", " ").trim() === "";
}
