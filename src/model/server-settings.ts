import type { Route } from "../read/document.js";
import { NOT_OF_KIND, readFlag, readText, Secret } from "./leaves.js";
import { type Element, isElement } from "./server-conf.js";
import { type Block, readBlock } from "./subnet.js";
import { STANDS_AT } from "./workspace.js";

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
  readonly [STANDS_AT]: readonly [Element, ...Route];
}

/** A range of addresses from which people reach a zone. */
export interface Subnet extends Found {
  /** With the name of its zone, as names repeat across zones: `lan/lan1`. */
  readonly name: string;
  readonly mask: Attribute | undefined;
  /** The addresses that the mask stands for; undefined where it cannot be read. */
  readonly block: Block | undefined;
  readonly proxy: Attribute | undefined;
  readonly [STANDS_AT]: readonly [Element, ...Route];
}

/** Every security zone, outer ones before those nested in them. The parent of the outermost is not public: any will do. */
export function zonesOf(serverConf: Element): readonly Zone[] {
  return securityOf(serverConf).zones;
}

/** The subnets of all security zones, each once. */
export function subnetsOf(serverConf: Element): readonly Subnet[] {
  return securityOf(serverConf).subnets;
}

/** Whether the configuration says that there are security zones, or with an empty list that there are none. */
export function statesZones(serverConf: Element): boolean {
  return securityOf(serverConf).isStated;
}

interface Security {
  readonly zones: readonly Zone[];
  readonly subnets: readonly Subnet[];
  readonly isStated: boolean;
}

/** Several rules ask. */
const read = new WeakMap<Element, Security>();

function securityOf(serverConf: Element): Security {
  let security = read.get(serverConf);
  if (!security) {
    security = readSecurity(serverConf);
    read.set(serverConf, security);
  }
  return security;
}

function readSecurity(serverConf: Element): Security {
  const zones: Zone[] = [];
  const subnets: Subnet[] = [];
  let isStated = false;
  const walk = (parent: Found): void => {
    for (const key of Object.keys(parent.element)) {
      const isZone = key === "securityZone";
      if (isZone && Array.isArray(parent.element[key])) isStated = true;
      for (const child of childrenOf(parent, key)) {
        if (isZone) readZone(child);
        else walk(child);
      }
    }
  };
  // What is nested in a zone is read between its own subnets and the next zone's, so its subnets stand in a row.
  const readZone = (found: Found): void => {
    isStated = true;
    const name = nameOf(found);
    const [place, start] = [zones.length, subnets.length];
    const zone: Zone = { ...found, name, subnets: [], [STANDS_AT]: [serverConf, ...found.route] };
    zones.push(zone);
    for (const child of childrenOf(found, "subNetwork")) subnets.push(readSubnet(child, name, serverConf));
    walk(found);
    zones[place] = { ...zone, subnets: subnets.slice(start) };
  };
  walk({ element: serverConf, route: [] });
  return { zones, subnets, isStated };
}

function readSubnet(found: Found, zone: string | undefined, serverConf: Element): Subnet {
  const mask = attributeOf(found, "mask");
  // The page on security zones shows subnets with an id in the place of a name.
  const own = nameOf(found) ?? (attributeOf(found, "id")?.text || mask?.text || "subNetwork");
  return {
    ...found,
    name: `${zone ?? "securityZone"}/${own}`,
    mask,
    block: mask && readBlock(mask.text),
    proxy: attributeOf(found, "proxy"),
    [STANDS_AT]: [serverConf, ...found.route],
  };
}

function nameOf(found: Found): string | undefined {
  return attributeOf(found, "name")?.text || undefined;
}
