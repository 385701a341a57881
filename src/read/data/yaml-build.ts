import { type DuplicateKey, type LeftOver, MAX_DEPTH, type Span, setOwn } from "../document.js";
import { isSame } from "../duplicates.js";
import {
  ALIAS,
  type AliasEvent,
  type CollectionEvent,
  type Event,
  extentOf,
  isMergeKey,
  MAPPING,
  offsetOf,
  POP,
  SCALAR,
  type ScalarEvent,
  SEQUENCE,
  scalar,
  spanOf,
} from "./yaml-events.js";

/**
 * Values that aliases may add to a file. An alias stands for a copy of its anchor, so a few nested ones could stand
 * for billions.
 */
const ALIAS_BUDGET = 1_000_000;

/** A document that cannot be built. */
export class Refused extends Error {
  constructor(
    readonly reason: "too-many-aliases" | "too-deep" | "syntax",
    readonly detail: string,
    readonly offset: number,
  ) {
    super(reason);
  }
}

/** A key of a mapping, where it is written first, and its latest value. */
interface Member {
  readonly span: Span;
  index: number;
  value: unknown;
  /** Whether any two of its values do. */
  differs: boolean;
}

/** Builds the values of one document. */
export class Builder {
  readonly duplicates: DuplicateKey[] = [];
  readonly leftOver: LeftOver[] = [];
  /** For each alias event, the event of the value that it stands for. */
  readonly anchors = new Map<number, number>();
  readonly #latest = new Map<string, number>();
  readonly #open = new Set<number>();
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
    return this.#node();
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

  /** Notes a value that gets no place, with a copy of its own: the original may be part of the document still. */
  #leave(value: unknown, index: number): void {
    if (this.#aliasDepth > 0) return;
    const span = extentOf(this.text, this.events, index);
    this.leftOver.push({ value: structuredClone(value), route: [...this.#route], span });
  }

  /** A key that is written again takes the place of the one before. */
  #again(known: Member, { span, index, value }: Omit<Member, "differs">): void {
    const hasDiffered = known.differs;
    known.differs ||= !isSame(known.value, value);
    if (!hasDiffered) this.#leave(known.value, known.index);
    if (known.differs) this.#leave(value, index);
    known.index = index;
    known.value = value;
    if (this.#aliasDepth > 0) return;
    const { differs } = known;
    this.duplicates.push({ route: [...this.#route], earlier: known.span, later: span, differs });
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
    const keys = new Map<string, Member>();
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
      const index = this.#at;
      const value = this.#node();
      const span = spanOf(this.text, keyEvent);
      const known = keys.get(name);
      if (known) {
        this.#again(known, { span, index, value });
        setOwn(record, name, known.differs ? undefined : value);
      } else {
        keys.set(name, { span, index, value, differs: false });
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
