import { RE2JS, RE2JSSyntaxException } from "re2js";
import type { Compiled, RegexEngine } from "./mask.js";

/**
 * Linear-time regular expressions (RE2), for every expression that comes from input: a hostile one costs no more than
 * its length times the text's.
 */
export const re2: RegexEngine = {
  compile(pattern, { ignoreCase }) {
    try {
      const compiled = RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
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
    } catch (error) {
      if (!(error instanceof RE2JSSyntaxException)) throw error;
      return { error: String(error.error ?? ""), fragment: String(error.input ?? "") };
    }
  },
};
