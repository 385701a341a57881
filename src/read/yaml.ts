import { getScalarValue, parseEvents, YAMLException } from "js-yaml";
import {
  type Document,
  type DuplicateKey,
  type LeftOver,
  type Located,
  MAX_DEPTH,
  type ReadResult,
  type Route,
  type Span,
  setOwn,
} from "./document.js";
import { SECRET_KEY } from "./secret-key.js";
import type { SourceText } from "./source.js";
import { foundIn, type Wanted, wantedTree } from "./wanted.js";

type Event = ReturnType<typeof parseEvents>[number];
type ScalarEvent = Extract<Event, { type: 4 }>;
type AliasEvent = Extract<Event, { type: 5 }>;
type CollectionEvent = Extract<Event, { type: 2 | 3 }>;

const DOCUMENT = 1;
const SEQUENCE = 2;
const MAPPING = 3;
const SCALAR = 4;
const ALIAS = 5;
const POP = 6;
const PLAIN = 1;

/**
 * Values that aliases may add to a file. An alias stands for a copy of its anchor, so a few nested ones could stand
 * for billions.
 */
const ALIAS_BUDGET = 1_000_000;

/** Reads a YAML file, every document in it. The parser's events are kept: they are the table of places. */
export function readYaml(path: string, source: SourceText): ReadResult {
  const text = source.raw;
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const tooDeep = error.reason.startsWith("nesting exceeded");
    return {
      unreadable: {
        reason: tooDeep ? "too-deep" : "syntax",
        detail: tooDeep ? "" : withoutSource(error.reason),
        offset: error.mark?.position ?? 0,
      },
      source,
    };
  }
  const documents: Document[] = [];
  for (let at = 0; at < events.length; at++) {
    if (events[at]?.type !== DOCUMENT) continue;
    const start = at + 1;
    at = endOfNode(events, at) - 1;
    if (events[start]?.type === POP) continue;
    const builder = new Builder(events, text);
    try {
      const value = builder.build(start);
      documents.push({
        path,
        format: "yaml",
        index: documents.length,
        value,
        source,
        duplicates: builder.duplicates,
        leftOver: builder.leftOver,
        locate: (routes) => locate(events, text, start, builder.anchors, routes),
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { unreadable: { reason: error.reason, detail: error.detail, offset: error.offset }, source };
    }
  }
  return { documents };
}

/** The parser's reason without the parts of the source that it quotes. */
function withoutSource(reason: string): string {
  return reason
    .replace(/ ?(?:for )?"[\s\S]*"/, "")
    .replace(/: [\s\S]*$/, "")
    .trim();
}

class Refused extends Error {
  constructor(
    readonly reason: "too-many-aliases" | "too-deep" | "syntax",
    readonly detail: string,
    readonly offset: number,
  ) {
    super(reason);
  }
}

/** Builds the values of one document. */
class Builder {
  readonly duplicates: DuplicateKey[] = [];
  readonly leftOver: LeftOver[] = [];
  /** For each alias event, the event of the value that it stands for. */
  readonly anchors = new Map<number, number>();
  readonly #latest = new Map<string, number>();
  readonly #open = new Set<number>();
  readonly #shared = new Map<number, { holder: Record<string, unknown>; key: string }[]>();
  readonly #route: (string | number)[] = [];
  #at = 0;
  #depth = 0;
  #aliasDepth = 0;
  #budget = ALIAS_BUDGET;

  constructor(
    readonly events: readonly Event[],
    readonly text: string,
  ) {}

  build(start: number): unknown {
    this.#at = start;
    const value = this.#node();
    this.#keepSecrets();
    return value;
  }

  #node(): unknown {
    const index = this.#at++;
    const event = this.events[index] as Event;
    if (this.#aliasDepth > 0 && --this.#budget < 0) {
      throw new Refused("too-many-aliases", "", offsetOf(event));
    }
    switch (event.type) {
      case SCALAR:
        this.#anchor(event, index);
        return scalar(this.text, event);
      case ALIAS:
        return this.#alias(event, index);
      case SEQUENCE:
      case MAPPING: {
        this.#anchor(event, index);
        if (++this.#depth > MAX_DEPTH) throw new Refused("too-deep", "", event.start);
        this.#open.add(index);
        const value = event.type === SEQUENCE ? this.#sequence() : this.#mapping();
        this.#open.delete(index);
        this.#depth -= 1;
        return value;
      }
      default:
        throw new Refused("syntax", "an incomplete document", 0);
    }
  }

  #anchor(event: ScalarEvent | CollectionEvent, index: number): void {
    if (event.anchorStart < 0 || this.#aliasDepth > 0) return;
    this.#latest.set(this.text.slice(event.anchorStart, event.anchorEnd), index);
  }

  #alias(event: AliasEvent, index: number): unknown {
    if (this.#aliasDepth === 0) {
      const target = this.#latest.get(this.text.slice(event.anchorStart, event.anchorEnd));
      if (target === undefined) {
        throw new Refused(
          "syntax",
          "an alias without an anchor of its name before it",
          event.anchorStart - 1,
        );
      }
      this.anchors.set(index, target);
    }
    const target = this.anchors.get(index);
    if (target === undefined || this.#open.has(target)) {
      throw new Refused("syntax", "an alias inside the very value that it stands for", event.anchorStart - 1);
    }
    const back = this.#at;
    this.#at = target;
    this.#aliasDepth += 1;
    const value = this.#node();
    this.#aliasDepth -= 1;
    this.#at = back;
    return value;
  }

  /** Notes where the value of an anchor goes: where one of its places is that of a secret, all are. */
  #share(valueIndex: number, holder: Record<string, unknown>, key: string): void {
    const event = this.events[valueIndex];
    const anchor = event?.type === ALIAS ? this.anchors.get(valueIndex) : valueIndex;
    if (anchor === undefined || event === undefined) return;
    if (event.type === SCALAR ? event.anchorStart < 0 : event.type !== ALIAS) return;
    const places = this.#shared.get(anchor) ?? [];
    places.push({ holder, key });
    this.#shared.set(anchor, places);
  }

  #keepSecrets(): void {
    for (const places of this.#shared.values()) {
      if (!places.some(({ key }) => SECRET_KEY.test(key))) continue;
      for (const { holder, key } of places) {
        if (!SECRET_KEY.test(key) && typeof holder[key] === "string") setOwn(holder, key, "***");
      }
    }
  }

  /** Notes a value that gets no place, with a copy of its own: the original may be part of the document still. */
  #leave(value: unknown, index: number): void {
    if (this.#aliasDepth > 0) return;
    const span = extentOf(this.text, this.events, index);
    this.leftOver.push({ value: structuredClone(value), route: [...this.#route], span });
  }

  #sequence(): unknown[] {
    const items: unknown[] = [];
    while (this.events[this.#at]?.type !== POP) {
      this.#route.push(items.length);
      items.push(this.#node());
      this.#route.pop();
    }
    this.#at += 1;
    return items;
  }

  #mapping(): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    const keys = new Map<string, { span: Span; valueIndex: number; value: unknown }>();
    const merged: { readonly source: unknown; readonly index: number }[] = [];
    while (this.events[this.#at]?.type !== POP) {
      const keyIndex = this.#at;
      const keyEvent = this.events[keyIndex] as Event;
      const key = this.#node();
      if (typeof key !== "string" && key !== null) {
        // A list or an object as a key: nothing of ours is named so.
        this.#leave(key, keyIndex);
        const index = this.#at;
        this.#leave(this.#node(), index);
        continue;
      }
      const name = key ?? "";
      if (isMergeKey(this.text, keyEvent)) {
        const index = this.#at;
        merged.push({ source: this.#node(), index });
        continue;
      }
      this.#route.push(name);
      const valueIndex = this.#at;
      const value = this.#node();
      this.#share(valueIndex, record, name);
      const span = spanOf(this.text, keyEvent);
      const earlier = keys.get(name);
      if (earlier) {
        const differs = JSON.stringify(record[name]) !== JSON.stringify(value);
        if (this.#aliasDepth === 0) {
          const values = [
            extentOf(this.text, this.events, earlier.valueIndex),
            extentOf(this.text, this.events, valueIndex),
          ] as const;
          this.#leave(earlier.value, earlier.valueIndex);
          if (differs) this.#leave(value, valueIndex);
          this.duplicates.push({
            route: [...this.#route],
            earlier: earlier.span,
            later: span,
            values,
            differs,
          });
        }
        setOwn(record, name, differs ? undefined : value);
      } else {
        keys.set(name, { span, valueIndex, value });
        setOwn(record, name, value);
      }
      this.#route.pop();
    }
    this.#at += 1;
    for (const { source, index } of merged) {
      const overridden = merge(record, source);
      // What is merged by an alias stands elsewhere too; what is written here stands nowhere else.
      if (this.events[index]?.type !== ALIAS && overridden.length > 0) this.#leave(overridden, index);
    }
    return record;
  }
}

/** Keys of a record win over merged ones, earlier merged ones over later ones. Returns what was not taken. */
function merge(record: Record<string, unknown>, source: unknown): unknown[] {
  if (Array.isArray(source)) {
    return source.flatMap((item) => (Array.isArray(item) ? [item] : merge(record, item)));
  }
  if (typeof source !== "object" || source === null) return [source];
  const overridden: unknown[] = [];
  for (const [key, value] of Object.entries(source)) {
    if (Object.hasOwn(record, key)) overridden.push({ [key]: value });
    else setOwn(record, key, value);
  }
  return overridden;
}

function isMergeKey(text: string, event: Event): boolean {
  return (
    event.type === SCALAR && event.style === PLAIN && text.slice(event.valueStart, event.valueEnd) === "<<"
  );
}

/** Text as written; null where the core schema reads null. */
function scalar(text: string, event: ScalarEvent): string | null {
  if (event.valueStart < 0) return event.tagStart >= 0 ? "" : null;
  const value = event.fast ? text.slice(event.valueStart, event.valueEnd) : getScalarValue(text, event);
  if (event.style !== PLAIN || event.tagStart >= 0 || value.length > 4) return value;
  return value === "" || value === "~" || value === "null" || value === "Null" || value === "NULL"
    ? null
    : value;
}

/** The index behind the node that begins at `at`. */
function endOfNode(events: readonly Event[], at: number): number {
  let depth = 0;
  for (let index = at; index < events.length; index++) {
    const type = events[index]?.type;
    if (type === POP) depth -= 1;
    else if (type !== SCALAR && type !== ALIAS) depth += 1;
    if (depth === 0) return index + 1;
  }
  return events.length;
}

function offsetOf(event: Event): number {
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
function spanOf(text: string, event: Event): Span {
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
function extentOf(text: string, events: readonly Event[], index: number): Span {
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
  if (event.style !== 2) return { start, end: start + 1 };
  const empty = /^[[{]\s*[\]}]/.exec(text.slice(start, start + 200));
  return { start, end: start + (empty ? empty[0].length : 1) };
}

/** One pass over the events for all routes; aliases and merge keys are followed. */
function locate(
  events: readonly Event[],
  text: string,
  start: number,
  anchors: ReadonlyMap<number, number>,
  routes: readonly Route[],
): (Located | undefined)[] {
  /** Visits the node at `at` for what is wanted of it; returns the index behind it. */
  const node = (
    at: number,
    wanted: Wanted | undefined,
    key: Span | undefined,
    alias: Span | undefined,
  ): number => {
    const event = events[at] as Event;
    if (!wanted) return endOfNode(events, at);
    if (event.type === ALIAS) {
      const target = anchors.get(at);
      if (target !== undefined) node(target, wanted, key, alias ?? spanOf(text, event));
      return at + 1;
    }
    const written = spanOf(text, event);
    const value = alias ?? (written.end > 0 ? written : (key ?? written));
    const isCollection = event.type !== SCALAR;
    if (wanted.ends.length > 0) {
      const extent = extentOf(text, events, at);
      wanted.found = { value, key, isCollection, extent, ...(alias ? { definition: written } : {}) };
    }
    if (wanted.next.size === 0) return endOfNode(events, at);
    if (event.type === SEQUENCE) return sequence(at + 1, wanted);
    if (event.type === MAPPING) return mapping(at + 1, wanted);
    return at + 1;
  };
  const sequence = (first: number, wanted: Wanted): number => {
    let at = first;
    for (let index = 0; events[at]?.type !== POP; index++)
      at = node(at, wanted.next.get(index), undefined, undefined);
    return at + 1;
  };
  const mapping = (first: number, wanted: Wanted): number => {
    let at = first;
    const own = new Set<string>();
    const merges: number[] = [];
    while (events[at]?.type !== POP) {
      const keyAt = at;
      const keyEvent = events[keyAt] as Event;
      at = endOfNode(events, keyAt);
      const name = keyName(keyAt);
      if (name === undefined) {
        at = endOfNode(events, at);
      } else if (isMergeKey(text, keyEvent)) {
        merges.push(at);
        at = endOfNode(events, at);
      } else {
        own.add(name);
        at = node(at, wanted.next.get(name), spanOf(text, keyEvent), undefined);
      }
    }
    const rest: Wanted = {
      ends: [],
      next: new Map([...wanted.next].filter(([key]) => !own.has(String(key)))),
      found: undefined,
    };
    if (rest.next.size > 0) for (const merged of merges.toReversed()) mergedFrom(merged, rest);
    return at + 1;
  };
  /** Later sources first, so that the earlier ones, which win, overwrite what was found. */
  const mergedFrom = (at: number, wanted: Wanted): void => {
    const event = events[at] as Event;
    if (event.type === ALIAS) {
      const target = anchors.get(at);
      if (target !== undefined) mergedFrom(target, wanted);
    } else if (event.type === MAPPING) {
      mapping(at + 1, wanted);
    } else if (event.type === SEQUENCE) {
      const items: number[] = [];
      for (let item = at + 1; events[item]?.type !== POP; item = endOfNode(events, item)) items.push(item);
      for (const item of items.reverse()) mergedFrom(item, wanted);
    }
  };
  const keyName = (at: number): string | undefined => {
    const event = events[at] as Event;
    if (event.type === ALIAS) {
      const target = anchors.get(at);
      return target === undefined ? undefined : keyName(target);
    }
    return event.type === SCALAR ? (scalar(text, event) ?? "") : undefined;
  };
  if (routes.length === 0) return [];
  const wanted = wantedTree(routes);
  node(start, wanted, undefined, undefined);
  return foundIn(wanted, routes);
}
