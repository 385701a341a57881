import { ADDRESS_KEY } from "../model/user-info.js";
import type { Document, LeftOver, Route } from "./document.js";
import { SECRET_KEY } from "./secret-key.js";
import { isRecord } from "./section.js";

/** A part of an export that has no place in a snapshot, and that could be a secret. */
export interface Aside {
  readonly value: unknown;
  readonly route: Route;
}

/**
 * Sets aside what could be a secret in a part of an export that counts for nothing. Whether it is one is decided
 * where all secrets are; the rest would only cost time.
 *
 * @param used a key of `value` whose member counts, and is looked at there
 */
export function setAside(value: unknown, route: Route, asides: Aside[], used?: string | number): void {
  if (isRecord(value) && used !== undefined) {
    for (const key in value) if (key !== used) visit(value[key], [...route, key], asides);
  } else {
    visit(value, [...route], asides);
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
    if (place && !found.has(aside)) found.set(aside, { value: aside.value, route, span: place.extent });
  });
  return [...document.leftOver, ...asides.map((aside) => found.get(aside) ?? { ...aside, span: NOWHERE })];
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
    for (const inner in value) {
      steps.push(inner);
      visit(value[inner], steps, asides);
      steps.pop();
    }
  }
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
