import { type Aside, setAside } from "../asides.js";
import { type Document, type Route, setOwn } from "../document.js";
import { isRecord, valueAt } from "../section.js";

/** What a document of Campaign's JSON holds, its attributes under plain keys. */
export interface PlainKeys {
  readonly value: unknown;
  /** With their routes in the document. */
  readonly asides: Aside[];
  /** The document's own route for one of plain keys. */
  routeOf(route: Route): Route;
}

/**
 * Takes the `@` off keys. BadgerFish, the SDK's deprecated form, has it before all attributes; SimpleJson where an
 * element and an attribute have one name (acc-js-sdk docs/simpleJson.html). There the attribute keeps the name.
 */
export function plainKeys({ value, source }: Document): PlainKeys {
  const asides: Aside[] = [];
  const mayHavePrefixes = source.raw.includes('"@') || source.raw.includes("'@");
  if (!mayHavePrefixes || !hasPrefix(value)) return { value, asides, routeOf: (route) => route };
  return {
    value: withoutPrefixes(value, [], asides),
    asides,
    routeOf: (route) => {
      const above = route.slice(0, -1);
      const holder = valueAt(value, above);
      const attribute = `@${route.at(-1)}`;
      return isRecord(holder) && isAttribute(holder, attribute) ? [...above, attribute] : route;
    },
  };
}

function hasPrefix(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasPrefix);
  if (!isRecord(value)) return false;
  for (const key in value) if (isAttribute(value, key) || hasPrefix(value[key])) return true;
  return false;
}

function withoutPrefixes(value: unknown, route: Route, asides: Aside[]): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => withoutPrefixes(item, [...route, index], asides));
  if (!isRecord(value)) return value;
  const plain: Record<string, unknown> = {};
  for (const key in value) {
    if (isAttribute(value, key)) setOwn(plain, key.slice(1), value[key]);
    else if (isAttribute(value, `@${key}`)) setAside(value[key], [...route, key], asides);
    else setOwn(plain, key, withoutPrefixes(value[key], [...route, key], asides));
  }
  return plain;
}

/** An attribute is a scalar: what else stands under such a key is none. */
function isAttribute(record: Record<string, unknown>, key: string): boolean {
  if (key.length < 2 || !key.startsWith("@") || !Object.hasOwn(record, key)) return false;
  return typeof record[key] !== "object";
}
