import { maskUserInfo } from "../../model/user-info.js";
import type { Span } from "../document.js";

/**
 * Comments that may hold a secret, such as the one before. What stands behind a `#` in a quoted text or in a block
 * counts as a comment too: that hides a little more than it must.
 */
export function secretComments(text: string): Span[] {
  const found: Span[] = [];
  const hint = new RegExp(`${SECRET.source}|:[\\\\/]{2}`, "gi");
  const lineEnd = /[\r\n]|$/g;
  let looked = 0;
  for (let match = hint.exec(text); match; match = hint.exec(text)) {
    const before = text.slice(looked, match.index);
    const start = looked + Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
    lineEnd.lastIndex = match.index;
    looked = lineEnd.exec(text)?.index ?? text.length;
    const comment = /(?<=^|[ \t])#[\s\S]*/.exec(text.slice(start, looked))?.[0] ?? "";
    if (mayHoldSecret(comment)) {
      found.push({ start: looked - comment.length, end: looked });
    }
    hint.lastIndex = looked;
  }
  return found;
}

/** Whether a text that people wrote beside the values may hold a secret. */
export function mayHoldSecret(text: string): boolean {
  return SECRET.test(text) || maskUserInfo(text) !== text;
}

/** The words of the keys that secrets stand under, and what a key begins with. */
const SECRET = /secret|passw|authIMS|private[-_ ]?key|-----BEGIN/i;
