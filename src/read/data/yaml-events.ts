import { getScalarValue, type parseEvents } from "js-yaml";
import type { Span } from "../document.js";

/** The parser's events, and what they tell of a value: its text and its place. */

export type Event = ReturnType<typeof parseEvents>[number];
export type ScalarEvent = Extract<Event, { type: 4 }>;
export type AliasEvent = Extract<Event, { type: 5 }>;
export type CollectionEvent = Extract<Event, { type: 2 | 3 }>;

export const DOCUMENT = 1;
export const SEQUENCE = 2;
export const MAPPING = 3;
export const SCALAR = 4;
export const ALIAS = 5;
export const POP = 6;
const PLAIN = 1;
const FLOW = 2;

export function isFlow(event: Event): boolean {
  return (event.type === SEQUENCE || event.type === MAPPING) && event.style === FLOW;
}

export function isMergeKey(text: string, event: Event): boolean {
  return (
    event.type === SCALAR && event.style === PLAIN && text.slice(event.valueStart, event.valueEnd) === "<<"
  );
}

/** Text as written; null where the core schema reads null. */
export function scalar(text: string, event: ScalarEvent): string | null {
  if (event.valueStart < 0) return event.tagStart >= 0 ? "" : null;
  const value = event.fast ? text.slice(event.valueStart, event.valueEnd) : getScalarValue(text, event);
  if (event.style !== PLAIN || event.tagStart >= 0 || value.length > 4) return value;
  return value === "" || value === "~" || value === "null" || value === "Null" || value === "NULL"
    ? null
    : value;
}

/** The index behind the node that begins at `at`. */
export function endOfNode(events: readonly Event[], at: number): number {
  let depth = 0;
  for (let index = at; index < events.length; index++) {
    const type = events[index]?.type;
    if (type === POP) depth -= 1;
    else if (type !== SCALAR && type !== ALIAS) depth += 1;
    if (depth === 0) return index + 1;
  }
  return events.length;
}

export function offsetOf(event: Event): number {
  switch (event.type) {
    case SCALAR:
      return Math.max(0, event.valueStart);
    case ALIAS:
      return event.anchorStart - 1;
    case SEQUENCE:
    case MAPPING:
      return event.start;
    default:
      return 0;
  }
}

/** The span of a value as it is written; of a block scalar from its indicator to the end of its last line with text. */
export function spanOf(text: string, event: Event): Span {
  if (event.type === ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd };
  if (event.type === SEQUENCE || event.type === MAPPING) return collectionSpan(text, event);
  if (event.type !== SCALAR || event.valueStart < 0) return { start: 0, end: 0 };
  switch (event.style) {
    case 2:
    case 3:
      return { start: event.valueStart - 1, end: event.valueEnd + 1 };
    case 4:
    case 5: {
      const end = event.valueStart + text.slice(event.valueStart, event.valueEnd).trimEnd().length;
      const start = indicatorBefore(text, event.valueStart);
      return { start, end: Math.max(end, start + 1) };
    }
    default:
      return { start: event.valueStart, end: event.valueEnd };
  }
}

/** Where `|` or `>` stands, on the line above the first line of a block scalar. */
function indicatorBefore(text: string, contentStart: number): number {
  const breakAt = text.lastIndexOf("\n", contentStart - 1);
  const headEnd = breakAt < 0 ? contentStart : breakAt;
  const headStart = text.lastIndexOf("\n", headEnd - 1) + 1;
  const indicator = /[|>][-+0-9]*(?:[ \t]+#.*)?[ \t\r]*$/.exec(text.slice(headStart, headEnd));
  return indicator ? headStart + indicator.index : contentStart;
}

/** All of a value; of a collection up to what comes next, as the parser does not tell where it ends. */
export function extentOf(text: string, events: readonly Event[], index: number): Span {
  const event = events[index] as Event;
  const span = spanOf(text, event);
  if (event.type !== SEQUENCE && event.type !== MAPPING) return span;
  for (let next = endOfNode(events, index); next < events.length; next++) {
    const following = events[next] as Event;
    if (following.type !== POP && following.type !== DOCUMENT && offsetOf(following) > span.start) {
      return { start: span.start, end: offsetOf(following) };
    }
  }
  return { start: span.start, end: text.length };
}

function collectionSpan(text: string, event: CollectionEvent): Span {
  const start = event.start;
  if (!isFlow(event)) return { start, end: start + 1 };
  const empty = /^[[{]\s*[\]}]/.exec(text.slice(start, start + 200));
  return { start, end: start + (empty ? empty[0].length : 1) };
}
