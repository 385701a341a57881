import type { Route } from "../read/document.js";
import { NOT_OF_KIND, readFlag, readText, Secret } from "./leaves.js";
import { type Element, isElement } from "./server-conf.js";

/** Questions to the server configuration: which attributes and elements it has, and where they stand. */

/** An element, and how it is reached from the root. */
export interface Found {
  readonly element: Element;
  readonly route: Route;
}

/** An attribute that is stated: its value as text, and how it is reached from the root. */
export interface Attribute {
  readonly text: string;
  readonly route: Route;
}

/** Every element at a path; one that is repeated is a list. */
export function elementsAt(serverConf: Element, path: readonly string[]): Found[] {
  let found: Found[] = [{ element: serverConf, route: [] }];
  for (const name of path) found = found.flatMap((parent) => childrenOf(parent, name));
  return found;
}

/** Every element of one name, wherever it stands, outer ones before those nested in them. */
export function elementsNamed(serverConf: Element, name: string): Found[] {
  const found: Found[] = [];
  const walk = (parent: Found): void => {
    for (const key of Object.keys(parent.element)) {
      for (const child of childrenOf(parent, key)) {
        if (key === name) found.push(child);
        walk(child);
      }
    }
  };
  walk({ element: serverConf, route: [] });
  return found;
}

/** The elements of one name in an element. */
export function childrenOf({ element, route }: Found, name: string): Found[] {
  const child = Object.hasOwn(element, name) ? element[name] : undefined;
  if (Array.isArray(child)) {
    return child.flatMap((item: unknown, index) =>
      isElement(item) ? [{ element: item, route: [...route, name, index] }] : [],
    );
  }
  return isElement(child) ? [{ element: child, route: [...route, name] }] : [];
}

/** An attribute of an element; undefined where it is not stated. */
export function attributeOf({ element, route }: Found, name: string): Attribute | undefined {
  const value = Object.hasOwn(element, name) ? element[name] : undefined;
  const text = readText(value);
  return text === NOT_OF_KIND ? undefined : { text, route: [...route, name] };
}

/** Every statement of the attribute `name` of the elements at a path. */
export function attributesAt(serverConf: Element, path: readonly string[], name: string): Attribute[] {
  return elementsAt(serverConf, path).flatMap((found) => attributeOf(found, name) ?? []);
}

/** A secret attribute, as far as it is known: never its text. */
export interface SecretAttribute {
  readonly secret: Secret;
  readonly route: Route;
}

/** Every statement of a secret attribute. */
export function secretsAt(serverConf: Element, path: readonly string[], name: string): SecretAttribute[] {
  return elementsAt(serverConf, path).flatMap((found) => secretOf(found, name) ?? []);
}

/** A secret attribute of an element; undefined where it is not stated. */
export function secretOf({ element, route }: Found, name: string): SecretAttribute | undefined {
  const value = Object.hasOwn(element, name) ? element[name] : undefined;
  return value instanceof Secret ? { secret: value, route: [...route, name] } : undefined;
}

/**
 * What an attribute says that is true or false.
 *
 * - `absent`: it is not stated
 * - `unclear`: it is stated, and is neither; or it is stated several times, and not alike
 */
export type Flag =
  | { readonly is: "true" | "false"; readonly route: Route; readonly text: string }
  | { readonly is: "unclear"; readonly route: Route; readonly text: string }
  | { readonly is: "absent" };

/** Reads statements of one attribute as true or false. */
export function flagOf(statements: readonly (Attribute | undefined)[]): Flag {
  const stated = statements.filter((statement) => statement !== undefined);
  const [first, ...others] = stated;
  if (!first) return { is: "absent" };
  const value = readFlag(first.text);
  if (value === NOT_OF_KIND || others.some(({ text }) => readFlag(text) !== value)) {
    return { is: "unclear", ...first };
  }
  return { is: value ? "true" : "false", ...first };
}

/** A security zone (ACC installation/using/security-zones.md). */
export interface Zone extends Found {
  /** Undefined where it has no name. */
  readonly name: string | undefined;
  /** Its own, then those of the zones nested in it. */
  readonly subnets: readonly Subnet[];
}

/** A range of addresses from which people reach a zone. */
export interface Subnet extends Found {
  readonly name: string | undefined;
  /** Name of the zone that it is written in. */
  readonly zone: string | undefined;
  readonly mask: Attribute | undefined;
  readonly proxy: Attribute | undefined;
}

/** Every security zone, outer ones before those nested in them. The parent of the outermost is not public: any will do. */
export function zonesOf(serverConf: Element): Zone[] {
  return elementsNamed(serverConf, "securityZone").map(readZone);
}

function readZone(found: Found): Zone {
  const name = nameOf(found);
  const own = childrenOf(found, "subNetwork").map(
    (subnet): Subnet => ({
      ...subnet,
      name: nameOf(subnet),
      zone: name,
      mask: attributeOf(subnet, "mask"),
      proxy: attributeOf(subnet, "proxy"),
    }),
  );
  const nested = childrenOf(found, "securityZone").flatMap((inner) => readZone(inner).subnets);
  return { ...found, name, subnets: [...own, ...nested] };
}

function nameOf(found: Found): string | undefined {
  return attributeOf(found, "name")?.text || undefined;
}
