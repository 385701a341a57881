import type { Span } from "../read/document.js";
import type { ShownLine, SourceText } from "../read/source.js";
import { printable } from "./terminal.js";

/** A file before and after edits, each within one line. */
export interface Change {
  readonly path: string;
  readonly before: SourceText;
  readonly after: SourceText;
  /** In their order. */
  readonly edits: readonly { readonly before: Span; readonly after: Span }[];
}

/** Lines around a change that show where it is. */
const CONTEXT = 3;
/** Longer lines are cut around the change; such a diff is for people alone. */
const WIDTH = 1_000;

/**
 * A unified diff, as `git apply` and `patch -p1` take it. Where a line would hold a secret the context ends; in a line
 * that changes, the secret is masked.
 */
export function renderDiff({ path, before, after, edits }: Change): string {
  const changed = new Map<number, (typeof edits)[number]>();
  for (const edit of edits) {
    const { line } = before.position(edit.before.start);
    if (!changed.has(line)) changed.set(line, edit);
  }
  const shown = new Map<number, string>();
  for (const [line, edit] of changed) {
    const removed = before.line(line, WIDTH, edit.before);
    const added = after.line(line, WIDTH, edit.after);
    shown.set(line, `${written("-", removed)}${written("+", added)}`);
    for (const step of [-1, 1]) {
      for (let at = line + step; Math.abs(at - line) <= CONTEXT && !changed.has(at); at += step) {
        const context = at > 0 ? before.line(at, WIDTH) : undefined;
        if (!context?.isWhole) break;
        shown.set(at, written(" ", context));
      }
    }
  }
  const name = `${printable(path)}${/\s/.test(path) ? "\t" : ""}`;
  return `--- a/${name}\n+++ b/${name}\n${hunks(shown)}`;
}

/** Lines that follow one another are a hunk; none comes or goes, so both sides are counted alike. */
function hunks(shown: ReadonlyMap<number, string>): string {
  const lines = [...shown.keys()].sort((a, b) => a - b);
  let text = "";
  for (let at = 0; at < lines.length; ) {
    const first = lines[at] ?? 0;
    let count = 1;
    while (lines[at + count] === first + count) count += 1;
    const range = count === 1 ? String(first) : `${first},${count}`;
    text += `@@ -${range} +${range} @@\n`;
    text += lines
      .slice(at, at + count)
      .map((line) => shown.get(line) ?? "")
      .join("");
    at += count;
  }
  return text;
}

function written(sign: string, line: ShownLine | undefined): string {
  const { text = "", ending = "\n" } = line ?? {};
  // Tabs do no harm, and are part of what is to be applied.
  const shown = `${sign}${text.split("\t").map(printable).join("\t")}`;
  if (ending === "") return `${shown}\n\\ No newline at end of file\n`;
  return `${shown}${ending === "\r\n" ? ending : "\n"}`;
}
