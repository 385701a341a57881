import { ADDRESS_KEY, maskUserInfo } from "../model/user-info.js";
import type { Document, LeftOver, Located, Route } from "./document.js";
import { SECRET_KEY } from "./secret-key.js";
import { isRecord } from "./section.js";

/** A part of an export that has no place in a snapshot, and that could be a secret. */
export interface Aside {
  readonly value: unknown;
  readonly route: Route;
  /** Where in the snapshot it would stand, if its own route does not tell what it is. */
  readonly as?: Route;
  /** Whether it is the key at the end of the route, and not what stands under it. */
  readonly isKey?: true;
}

/**
 * Sets aside what could be a secret in a part of an export that counts for nothing. Whether it is one is decided
 * where all secrets are; the rest would only cost time.
 *
 * @param used a key of `value` whose member counts, and is looked at there
 */
export function setAside(value: unknown, route: Route, asides: Aside[], used?: string | number): void {
  if (isRecord(value) && used !== undefined) {
    const steps = [...route];
    for (const key in value) if (key !== used) visitMember(value, key, steps, asides);
  } else {
    visit(value, [...route], asides);
  }
}

/** The same for one member of an object, with its key. */
export function setAsideMember(
  holder: Record<string, unknown>,
  key: string,
  route: Route,
  asides: Aside[],
): void {
  visitMember(holder, key, [...route], asides);
}

/** The same for a value that would stand under another key in the snapshot: that one may say that it is a secret. */
export function setAsideAs(value: unknown, as: Route, route: Route, asides: Aside[]): void {
  const found: Aside[] = [];
  visit(value, [...as], found);
  for (const aside of found) {
    asides.push({ ...aside, route: [...route, ...aside.route.slice(as.length)], as: aside.route });
  }
}

/**
 * Finds the places of what was set aside, so that it is searched for secrets with all else that counts for nothing.
 *
 * @param routesOf where an aside can stand in the document, the likeliest first
 */
export function leftOvers(
  document: Document,
  asides: readonly Aside[],
  routesOf: (aside: Aside) => readonly Route[] = ({ route }) => [route],
): readonly LeftOver[] {
  if (asides.length === 0) return document.leftOver;
  const own = asides.flatMap((aside) => routesOf(aside).map((route) => ({ aside, route })));
  const located = document.locate(own.map(({ route }) => route));
  const found = new Map<Aside, LeftOver>();
  own.forEach(({ aside, route }, index) => {
    const place = located[index];
    if (place && !found.has(aside)) found.set(aside, leftOverAt(aside, place, route));
  });
  return [...document.leftOver, ...asides.map((aside) => found.get(aside) ?? leftOverAt(aside))];
}

/** What was set aside, where it was found: under the route that tells what it is. */
export function leftOverAt(aside: Aside, place?: Located, route = aside.route): LeftOver {
  const { value, as = route, isKey } = aside;
  if (isKey) return { value, route: as.slice(0, -1), span: place?.key ?? NOWHERE };
  return { value, route: as, span: place?.extent ?? NOWHERE };
}

const NOWHERE = { start: 0, end: 0 };

/** `steps` is one array for all of a value: records come by the thousand, and few of them hold anything of note. */
function visit(value: unknown, steps: (string | number)[], asides: Aside[]): void {
  if (value === null || value === undefined) return;
  const key = steps.at(-1);
  const isSecret = typeof key === "string" && isSecretKey(key);
  if (isSecret || (typeof value === "string" && couldHoldSecret(value, key))) {
    asides.push({ value, route: [...steps] });
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      steps.push(index);
      visit(value[index], steps, asides);
      steps.pop();
    }
  } else if (isRecord(value)) {
    for (const inner in value) visitMember(value, inner, steps, asides);
  }
}

/** A key can be an address too. */
function visitMember(
  holder: Record<string, unknown>,
  key: string,
  steps: (string | number)[],
  asides: Aside[],
): void {
  steps.push(key);
  if (key.includes("@", 1) && maskUserInfo(key) !== key) {
    asides.push({ value: key, route: [...steps], isKey: true });
  }
  visit(holder[key], steps, asides);
  steps.pop();
}

/** A private key, or user info in an address. An e-mail address is neither. */
function couldHoldSecret(text: string, key: string | number | undefined): boolean {
  if (text.length > 30 && text.includes("-----BEGIN")) return true;
  if (!text.includes("@") && !text.includes("\uff20")) return false;
  return /[\\/]/.test(text) || ADDRESS_KEY.test(String(key));
}

const secretKeys = new Map<string, boolean>();

/** The keys of records are few, and met again and again. */
function isSecretKey(key: string): boolean {
  const known = secretKeys.get(key);
  if (known !== undefined) return known;
  const is = SECRET_KEY.test(key);
  if (secretKeys.size < 1000) secretKeys.set(key, is);
  return is;
}
