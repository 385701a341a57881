import type { PeopleMask } from "../judge/mask-people.js";
import { code, inMarkdown } from "../report/markdown-text.js";
import { count } from "../report/words.js";
import { workflowCommand } from "../report/workflow-command.js";
import type { ConfigChange } from "./config-changes.js";
import type { Governing } from "./govern.js";
import type { Log } from "./log.js";

/** What is told of the config: what a change would make of it, and its mistakes. */

const MAX_CHANGES = 50;

/** Paragraphs in Markdown: which config governs where the change brings another one, and what differs. */
export function configNotes(
  { base, head, changes, mistakes }: Governing,
  mask: PeopleMask | undefined,
): string[] {
  const text = (value: string) => (mask ? mask.text(value) : value);
  const notes: string[] = [];
  const fatal = mistakes.filter(({ isFatal }) => isFatal);
  if (fatal.length > 0) {
    const told = fatal.map(({ path, position, message }) => `${path}:${position.line} ${message}`);
    notes.push(`**The config that this change brings has mistakes:** ${inMarkdown(text(told.join("; ")))}`);
  }
  if (changes.length === 0) return notes;
  const governs =
    base === head
      ? "This change is judged by the config of its base; what it changes counts once it is merged:"
      : "The workflow trusts the config that this change brings, which differs from that of its base:";
  const shown = changes.slice(0, MAX_CHANGES).map((change) => lineOf(change, text));
  const left = changes.length - shown.length;
  const more = left > 0 ? [`- … and ${count(left)} more`] : [];
  return [...notes, [`**Config.** ${governs}`, "", ...shown, ...more].join("\n")];
}

function lineOf({ key, before, after }: ConfigChange, text: (value: string) => string): string {
  const value = (stated: string | undefined) => (stated === undefined ? "not stated" : code(text(stated)));
  return `- ${code(text(key))}: ${value(before)} → ${value(after)}`;
}

/** Annotates the mistakes of the config that is checked out, in their places. */
export function tellConfigMistakes(
  { head, mistakes }: Governing,
  mask: PeopleMask | undefined,
  log: Log,
): void {
  for (const { path, position, message, isFatal } of [...head.mistakes, ...mistakes].slice(0, MAX_TOLD)) {
    const place = { file: path, line: position.line, col: position.column, title: "ims-lint config" };
    log.commands(
      `${workflowCommand(isFatal ? "error" : "warning", place, [mask ? mask.text(message) : message])}\n`,
    );
  }
}

/** The runner takes ten annotations of a type, and the findings want some of them. */
const MAX_TOLD = 3;
