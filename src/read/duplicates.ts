import type { DuplicateKey, Route } from "./document.js";

/**
 * The keys written twice that are told one by one: a file of nothing else would be a report of nothing else. The last
 * one says how many more there are.
 */
export function told(duplicates: readonly DuplicateKey[]): DuplicateKey[] {
  const all: DuplicateKey[] = [];
  let route: Route | undefined;
  let ofKey = 0;
  for (const duplicate of duplicates) {
    ofKey = isSame(duplicate.route, route) ? ofKey + 1 : 1;
    route = duplicate.route;
    if (ofKey <= MOST_OF_A_KEY && all.length < MOST) all.push(duplicate);
  }
  const more = duplicates.length - all.length;
  const last = all.at(-1);
  if (last && more > 0) all[all.length - 1] = { ...last, more };
  return all;
}

const MOST_OF_A_KEY = 20;
const MOST = 100;

/** Whether two values hold the same, in whatever order their keys were written. Neither nests deeper than is read. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [own, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(own);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && isSame(own[key], other[key]));
}
