import { type DuplicateKey, type LeftOver, MAX_DEPTH, type Route, type Span, setOwn } from "../document.js";
import { isSame, told } from "../duplicates.js";
import { endOfScalar, endOfValue, skipSpace } from "./json.js";

/**
 * Finds keys written twice in a text that is known to be JSON, and takes out of `value` those whose values differ.
 * Undefined where what counts for nothing nests too deep.
 */
export function findDuplicates(
  text: string,
  value: unknown,
): { readonly duplicates: readonly DuplicateKey[]; readonly leftOver: readonly LeftOver[] } | undefined {
  const repeated = findRepeated(text);
  if (!repeated) return undefined;
  const duplicates: DuplicateKey[] = [];
  const leftOver: LeftOver[] = [];
  // Outer ones first: what stands in a value that counts for nothing is searched for secrets with it.
  for (const key of repeated.sort((a, b) => (a.starts[0] ?? 0) - (b.starts[0] ?? 0))) {
    if (countsForNothing(key)) continue;
    const route = [...routeOf(key.holder), key.name];
    const holder = at(value, route.slice(0, -1)) as Record<string, unknown>;
    const kept = holder[key.name];
    const places = key.starts.map((start) => placeOf(text, start));
    const last = places.length - 1;
    places.forEach(({ span }, index) => {
      if (index === last) return;
      const superseded: unknown = JSON.parse(text.slice(span.start, span.end));
      key.differs ||= !isSame(superseded, kept);
      leftOver.push({ value: superseded, route, span });
    });
    const [first, ...others] = places;
    if (!first) continue;
    for (const other of others) {
      duplicates.push({ route, earlier: first.key, later: other.key, differs: key.differs });
    }
    if (!key.differs) continue;
    setOwn(holder, key.name, undefined);
    leftOver.push({ value: kept, route, span: (places[last] ?? first).span });
  }
  return { duplicates: told(duplicates), leftOver };
}

/** A collection that is open. */
interface Holder {
  /** Of an object: where each key begins, or each of the keys of one name. */
  readonly keys: Map<string, number | Repeated> | undefined;
  /** What it stands in, under which step, and under the how manieth key of that name. */
  readonly up: Holder | undefined;
  readonly step: string | number;
  readonly turn: number;
  /** The same of what is read next in this one. */
  nextStep: string | number;
  nextTurn: number;
  awaitsKey: boolean;
}

/** A key that an object holds more than once. */
interface Repeated {
  readonly holder: Holder;
  readonly name: string;
  readonly starts: number[];
  differs: boolean;
}

/** One pass without recursion: what counts for nothing can nest deeper than any value that was read. */
function findRepeated(text: string): Repeated[] | undefined {
  const repeated: Repeated[] = [];
  let holder: Holder | undefined;
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    switch (text.charCodeAt(offset)) {
      case QUOTE: {
        const end = endOfScalar(text, offset);
        if (holder?.awaitsKey) {
          holder.awaitsKey = false;
          noteKey(holder, String(JSON.parse(text.slice(offset, end))), offset, repeated);
        }
        offset = end - 1;
        break;
      }
      case OPEN_BRACE:
        holder = newHolder(holder, true);
        depth += 1;
        break;
      case OPEN_BRACKET:
        holder = newHolder(holder, false);
        depth += 1;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        holder = holder?.up;
        depth -= 1;
        break;
      case COMMA:
        if (holder?.keys) holder.awaitsKey = true;
        else if (holder) holder.nextStep = Number(holder.nextStep) + 1;
    }
    if (depth > MAX_DEPTH) return undefined;
  }
  return repeated;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

function newHolder(up: Holder | undefined, isObject: boolean): Holder {
  return {
    keys: isObject ? new Map() : undefined,
    up,
    step: up?.nextStep ?? "",
    turn: up?.nextTurn ?? 0,
    nextStep: 0,
    nextTurn: 0,
    awaitsKey: isObject,
  };
}

function noteKey(holder: Holder, name: string, start: number, repeated: Repeated[]): void {
  const before = holder.keys?.get(name);
  holder.nextStep = name;
  if (before === undefined) {
    holder.keys?.set(name, start);
    holder.nextTurn = 0;
  } else if (typeof before === "number") {
    const again = { holder, name, starts: [before, start], differs: false };
    holder.keys?.set(name, again);
    repeated.push(again);
    holder.nextTurn = 1;
  } else {
    holder.nextTurn = before.starts.push(start) - 1;
  }
}

/** Whether it stands in a value that another one took the place of, or that is not known. */
function countsForNothing({ holder }: Repeated): boolean {
  for (let inner = holder; inner.up; inner = inner.up) {
    const key = typeof inner.step === "string" ? inner.up.keys?.get(inner.step) : undefined;
    if (typeof key === "object" && (key.differs || inner.turn < key.starts.length - 1)) return true;
  }
  return false;
}

function routeOf(holder: Holder): Route {
  const route: (string | number)[] = [];
  for (let inner = holder; inner.up; inner = inner.up) route.push(inner.step);
  return route.reverse();
}

function at(value: unknown, route: Route): unknown {
  return route.reduce((inner, step) => (inner as Record<string | number, unknown>)[step], value);
}

/** A member whose key begins at `start`: the key, and all of the value. */
function placeOf(text: string, start: number): { key: Span; span: Span } {
  const key = { start, end: endOfScalar(text, start) };
  const valueStart = skipSpace(text, skipSpace(text, key.end) + 1);
  return { key, span: { start: valueStart, end: endOfValue(text, valueStart) } };
}
