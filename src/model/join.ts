import type { Route } from "../read/document.js";
import { Secret } from "./leaves.js";
import type { OriginTable, Segment } from "./origins.js";
import type { Part } from "./part.js";
import type { ListName } from "./settings.js";
import type { Completeness, Listing, Place } from "./workspace.js";

type AnyRecord = Readonly<Record<string, string | undefined>>;
export type NameOf = (record: AnyRecord) => string | undefined;

interface ListPart extends Segment {
  readonly part: Part;
  /** As the file states it. */
  readonly complete: Completeness | undefined;
  readonly isBroken: boolean;
}

export function segment(
  part: Part,
  route: Route,
  records: readonly (object | undefined)[] | undefined,
  key: ListName,
): ListPart | undefined {
  if (!records) return undefined;
  const isBroken = part.checked.broken.some((broken) => broken.join("/") === route.join("/"));
  return { part, document: part.document, route, records, complete: part.complete[key], isBroken };
}

/**
 * Joins a list's parts. A record that comes twice counts once; of values that differ none counts. A record that
 * cannot be read, or has no name, may be the one that is missed: such a list is not complete. External accounts are
 * not looked for by name alone, so one without a name hides nothing.
 */
export function joinList(
  parts: readonly (ListPart | undefined)[],
  list: {
    readonly nameOf: NameOf;
    /** Fields in which records of one name may differ and be two. */
    readonly apart: readonly string[];
    readonly key: ListName;
    readonly origins: OriginTable;
  },
): Listing<object> | undefined {
  const segments = parts.filter((part) => part !== undefined);
  const [only] = segments;
  if (!only) return undefined;
  // By name; the few names that come twice are looked at more closely.
  const first = new Map<string, AnyRecord>();
  const others = new Map<string, AnyRecord[]>();
  const dropped = new Set<object>();
  let isSure = true;
  for (const piece of segments) {
    isSure &&= !piece.isBroken;
    piece.records.forEach((item, index) => {
      const record = item as AnyRecord | undefined;
      const name = record && list.nameOf(record);
      if (!record || name === undefined) {
        isSure &&= list.key === "extAccounts" && record !== undefined;
        return;
      }
      // Records with an empty name are not one record.
      if (name === "") return;
      const known = first.get(name);
      if (!known) {
        first.set(name, record);
        return;
      }
      const namesakes = others.get(name) ?? [known];
      const earlier = namesakes.find((other) => list.apart.every((field) => other[field] === record[field]));
      if (!earlier) {
        others.set(name, [...namesakes, record]);
        return;
      }
      dropped.add(record);
      const at = placeIn(segments, earlier);
      const fields = dropDiffering(earlier, record);
      if (fields.length > 0) {
        piece.part.problems.push({
          kind: "record-twice",
          route: [...piece.route, index],
          earlier: at,
          name,
          fields,
        });
      }
    });
  }
  const isWhole = segments.length === 1 && dropped.size === 0 && !only.isBroken;
  const records = isWhole
    ? (only.records as readonly object[])
    : segments.flatMap((piece) =>
        piece.records.filter((record) => record !== undefined && !dropped.has(record)),
      );
  const stated = mostCertain(segments);
  const listing: Listing<object> = {
    records: records as readonly object[],
    complete: stated === "yes" && !isSure ? "unknown" : stated,
    isSound: isSure,
  };
  list.origins.addList(listing, segments);
  return listing;
}

/** Joins rows that have no name of their own; the same row twice says no more than once. */
export function joinRows(
  parts: readonly (ListPart | undefined)[],
  origins: OriginTable,
): Listing<object> | undefined {
  const segments = parts.filter((part) => part !== undefined);
  const [first, ...others] = segments;
  if (!first) return undefined;
  const isSound = segments.every(({ isBroken }) => !isBroken);
  const stated = mostCertain(segments);
  const records = others.length === 0 && isSound ? first.records : segments.flatMap((piece) => piece.records);
  const listing: Listing<object> = {
    records: records.every((record) => record !== undefined)
      ? (records as readonly object[])
      : records.filter((record) => record !== undefined),
    complete: stated === "yes" && !isSound ? "unknown" : stated,
    isSound,
  };
  origins.addList(listing, segments);
  return listing;
}

/** What a file says outright counts more than the silence of another. */
function mostCertain(segments: readonly ListPart[]): Completeness {
  const words = segments.map((piece) => piece.complete).filter((word) => word !== undefined);
  return (["yes", "no", "unknown"] as const).find((word) => words.includes(word)) ?? "yes";
}

/** Where a record of a list stands. */
function placeIn(segments: readonly ListPart[], record: AnyRecord): Place {
  const piece = segments.find(({ records }) => records.includes(record));
  if (!piece) throw new Error("a record is in none of its list's parts");
  const { document, route, records } = piece;
  return { document, path: document.path, routes: [[...route, records.indexOf(record)]] };
}

/** Fields of which two statements differ: a third one does not settle it. */
const conflicts = new WeakMap<object, Set<string>>();

/** Names of the fields in which two records of one name differ; the earlier record loses their values. */
function dropDiffering(earlier: AnyRecord, later: AnyRecord, identity: object = earlier): string[] {
  const fields: string[] = [];
  const differing = conflicts.get(identity) ?? new Set();
  conflicts.set(identity, differing);
  for (const key of new Set([...Object.keys(earlier), ...Object.keys(later)])) {
    const [a, b] = [earlier[key], later[key]] as [unknown, unknown];
    if (b === undefined) continue;
    if (a === undefined) {
      if (differing.has(key)) fields.push(key);
      else (earlier as Record<string, unknown>)[key] = b;
    } else if (isElement(a) && isElement(b)) {
      fields.push(...dropDiffering(a, b).map((inner) => `${key}.${inner}`));
    } else if (!isSame(a, b)) {
      (earlier as Record<string, unknown>)[key] = undefined;
      differing.add(key);
      fields.push(key);
    }
  }
  return fields;
}

/** An element of the server configuration, which several files can describe a part of. */
function isElement(value: unknown): value is AnyRecord {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Secret) &&
    !(value instanceof Date)
  );
}

/** Secrets can be compared by their form alone: their text is gone. */
function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Secret || b instanceof Secret)
    return a instanceof Secret && b instanceof Secret && a.form === b.form;
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

/** Memberships and rights are sets. */
function inOrder(value: unknown): unknown {
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? [...value].sort() : value;
}

/** Joins the sections of one name: a field counts where all parts that state it agree. */
export function joinSections<T extends object>(
  pieces: readonly { readonly part: Part; readonly route: Route; readonly value: T | undefined }[],
  origins: OriginTable,
): T | undefined {
  const stated = pieces.flatMap(({ part, route, value }) => (value ? [{ part, route, value }] : []));
  const [first, ...others] = stated;
  if (!first) return undefined;
  origins.addSection(
    first.value,
    stated.map(({ part, route, value }) => ({ document: part.document, route, value: { ...value } })),
  );
  const at: Place = { document: first.part.document, path: first.part.document.path, routes: [first.route] };
  for (const { part, route, value } of others) {
    const { users: _a, groups: _b, ...comparable } = value as Record<string, unknown>;
    const { users: _c, groups: _d, ...known } = first.value as Record<string, unknown>;
    const before = { ...known };
    const fields = dropDiffering(known as AnyRecord, comparable as AnyRecord, first.value);
    for (const key of Object.keys({ ...known, ...before })) {
      (first.value as Record<string, unknown>)[key] = known[key];
    }
    if (fields.length > 0) {
      part.problems.push({ kind: "record-twice", route, earlier: at, name: String(route[0]), fields });
    }
  }
  return first.value;
}
