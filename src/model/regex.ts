import { RE2JS, RE2JSSyntaxException } from "re2js";
import type { Compiled, RegexEngine } from "./mask.js";

/**
 * Linear-time regular expressions (RE2), for every expression that comes from input: a hostile one costs no more than
 * its length times the text's.
 */
export const re2: RegexEngine = {
  compile(pattern, { ignoreCase }) {
    const compiled = compile(pattern, ignoreCase);
    if ("error" in compiled) return compiled;
    const usable: Compiled = {
      groups: compiled.groupCount(),
      size: compiled.programSize(),
      match(text) {
        const matcher = compiled.matcher(text);
        if (!matcher.matches()) return undefined;
        return compiled.groupCount() > 0 ? (matcher.group(1) ?? "") : "";
      },
    };
    return usable;
  },
};

/** A pattern that is looked for anywhere in a text. */
export interface Finder {
  /** Instructions of the program: its cost for each character of input. */
  readonly size: number;
  finds(text: string): boolean;
}

/** Compiles a pattern to look for. */
export function finder(pattern: string, { ignoreCase }: { readonly ignoreCase: boolean }): Finder | Refusal {
  const compiled = compile(pattern, ignoreCase);
  if ("error" in compiled) return compiled;
  return { size: compiled.programSize(), finds: (text) => compiled.test(text) };
}

/** Why the engine does not take a pattern, and at which part of it. */
interface Refusal {
  readonly error: string;
  readonly fragment: string;
}

function compile(pattern: string, ignoreCase: boolean): RE2JS | Refusal {
  try {
    return RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    return { error: String(error.error ?? ""), fragment: String(error.input ?? "") };
  }
}
