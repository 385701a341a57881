import type { Route } from "./document.js";

/** The wanted routes as a tree, so that one pass over a source finds them all. */
export interface Wanted {
  /** Indexes of the routes that end here. */
  readonly ends: number[];
  readonly next: Map<string | number, Wanted>;
}

/** Puts routes into a tree. */
export function wantedTree(routes: readonly Route[]): Wanted {
  const top: Wanted = { ends: [], next: new Map() };
  routes.forEach((route, index) => {
    let node = top;
    for (const step of route) {
      let next = node.next.get(step);
      if (!next) {
        next = { ends: [], next: new Map() };
        node.next.set(step, next);
      }
      node = next;
    }
    node.ends.push(index);
  });
  return top;
}
