import type { Located, Route, Span } from "../document.js";
import { foundIn, type Wanted, wantedTree } from "../wanted.js";
import {
  ALIAS,
  type Event,
  endOfNode,
  extentOf,
  isFlow,
  isMergeKey,
  MAPPING,
  POP,
  SCALAR,
  SEQUENCE,
  scalar,
  spanOf,
} from "./yaml-events.js";

/**
 * One pass over the events for all routes; aliases and merge keys are followed. What is reached that way counts as
 * between brackets: where its own place is was not looked at.
 */
export function locate(
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
    inFlow: boolean,
  ): number => {
    const event = events[at] as Event;
    if (!wanted) return endOfNode(events, at);
    if (event.type === ALIAS) {
      const target = anchors.get(at);
      if (target !== undefined) node(target, wanted, key, alias ?? spanOf(text, event), true);
      return at + 1;
    }
    const written = spanOf(text, event);
    const value = alias ?? (written.end > 0 ? written : (key ?? written));
    const isCollection = event.type !== SCALAR;
    if (wanted.ends.length > 0) {
      const extent = extentOf(text, events, at);
      const definition = alias ? { definition: written } : {};
      wanted.found = { value, key, isCollection, extent, ...definition, ...(inFlow ? { inFlow } : {}) };
    }
    if (wanted.next.size === 0) return endOfNode(events, at);
    const isInside = inFlow || isFlow(event);
    if (event.type === SEQUENCE) return sequence(at + 1, wanted, isInside);
    if (event.type === MAPPING) return mapping(at + 1, wanted, isInside);
    return at + 1;
  };
  const sequence = (first: number, wanted: Wanted, inFlow: boolean): number => {
    let at = first;
    for (let index = 0; events[at]?.type !== POP; index++)
      at = node(at, wanted.next.get(index), undefined, undefined, inFlow);
    return at + 1;
  };
  const mapping = (first: number, wanted: Wanted, inFlow: boolean): number => {
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
        at = node(at, wanted.next.get(name), spanOf(text, keyEvent), undefined, inFlow);
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
      mapping(at + 1, wanted, true);
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
  node(start, wanted, undefined, undefined, false);
  return foundIn(wanted, routes);
}
