import type { PeopleMask } from "../judge/mask-people.js";
import { cutValue } from "../model/cut.js";
import { maskUserInfo } from "../model/user-info.js";
import { code, inMarkdown } from "../report/markdown-text.js";
import { count } from "../report/words.js";
import type { ConfigChange } from "./config-changes.js";
import type { Governing } from "./govern.js";
import type { Log } from "./log.js";

/** What is told of the config: what a change would make of it, and its mistakes. */

const MAX_CHANGES = 50;

/** Paragraphs in Markdown: which config governs where the change brings another one, and what differs. */
export function configNotes(
  { base, head, changes, unusable }: Governing,
  mask: PeopleMask | undefined,
): string[] {
  const text = (value: string) => (mask ? mask.text(value) : value);
  const notes: string[] = [];
  if (unusable !== undefined) {
    notes.push(`**The config that this change brings cannot be used.** ${inMarkdown(text(unusable))}`);
  }
  if (changes.length === 0) return notes;
  const governs =
    base === head
      ? "This change is judged by the config of its base; what it changes counts once it is merged:"
      : "The workflow trusts the config that this change brings, which differs from that of its base:";
  const shown = changes.slice(0, MAX_CHANGES).map((change) => lineOf(change, mask));
  const left = changes.length - shown.length;
  const more = left > 0 ? [`- … and ${count(left)} more`] : [];
  return [...notes, [`**Config.** ${governs}`, "", ...shown, ...more].join("\n")];
}

function lineOf({ key, before, after, isOfPeople }: ConfigChange, mask: PeopleMask | undefined): string {
  const text = (value: string) => (mask ? mask.text(value) : value);
  const nameless = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(nameless);
    if (typeof value !== "string") return value;
    return mask && isOfPeople ? mask.person(value) : text(value);
  };
  const value = (stated: unknown) =>
    stated === undefined ? "not stated" : code(cutValue(maskUserInfo(JSON.stringify(nameless(stated)))));
  return `- ${code(text(cutValue(key)))}: ${value(before)} → ${value(after)}`;
}

/** Annotates the mistakes of the config that is checked out, in their places. */
export function tellConfigMistakes(
  { head, mistakes, unusable }: Governing,
  mask: PeopleMask | undefined,
  log: Log,
): void {
  const text = (value: string) => (mask ? mask.text(value) : value);
  const told = [...head.mistakes, ...mistakes].slice(0, MAX_TOLD);
  for (const { path, position, message, isFatal } of told) {
    const place = { file: path, line: position.line, col: position.column, title: "ims-lint config" };
    log.annotate(isFatal ? "error" : "warning", text(message), place);
  }
  // What has no place in a config that is there: it is gone, or there are several.
  if (unusable !== undefined && !mistakes.some(({ isFatal }) => isFatal)) {
    log.annotate("error", text(unusable), { title: "ims-lint config" });
  }
}

/** The runner takes ten annotations of a type, and the findings want some of them. */
const MAX_TOLD = 3;
