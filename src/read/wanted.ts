import type { Located, Route } from "./document.js";

/** The wanted routes as a tree, so that one pass over a source finds them all. */
export interface Wanted {
  /** Indexes of the routes that end here. */
  readonly ends: number[];
  readonly next: Map<string | number, Wanted>;
  /** What was found here; of several, the last. */
  found: Located | undefined;
}

/** Puts routes into a tree. */
export function wantedTree(routes: readonly Route[]): Wanted {
  const top = node();
  routes.forEach((route, index) => {
    let at = top;
    for (const step of route) {
      let next = at.next.get(step);
      if (!next) {
        next = node();
        at.next.set(step, next);
      }
      at = next;
    }
    at.ends.push(index);
  });
  return top;
}

function node(): Wanted {
  return { ends: [], next: new Map(), found: undefined };
}

/** What was found, in the order of the routes. */
export function foundIn(top: Wanted, routes: readonly Route[]): (Located | undefined)[] {
  const found: (Located | undefined)[] = new Array(routes.length).fill(undefined);
  const pending = [top];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const index of at.ends) found[index] = at.found;
    for (const next of at.next.values()) pending.push(next);
  }
  return found;
}
