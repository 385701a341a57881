import type { Route } from "../read/document.js";
import { Secret } from "./leaves.js";
import type { OriginTable, Segment } from "./origins.js";
import type { Part } from "./part.js";
import type { ListName } from "./settings.js";
import type { Completeness, Listing, Place, Problem } from "./workspace.js";

export type AnyRecord = Readonly<Record<string, string | undefined>>;
export type NameOf = (record: AnyRecord) => string | undefined;

interface ListPart extends Segment {
  readonly part: Part;
  /** As the file states it, or its format. */
  readonly complete: Completeness | undefined;
  /** What is whole together: the pages of one listing, else the document. */
  readonly claim: unknown;
  readonly isBroken: boolean;
}

export function segment(
  part: Part,
  route: Route,
  records: readonly (object | undefined)[] | undefined,
  key: ListName,
): ListPart | undefined {
  if (!records) return undefined;
  const list = part.document.lists.find((other) => other.key === key);
  const isBroken =
    list?.hasLeftOut === true || part.checked.broken.some((broken) => broken.join("/") === route.join("/"));
  const claim = list?.page?.listing ?? part;
  return { part, document: part.document, route, records, complete: part.complete[key], claim, isBroken };
}

/** How the records of a list are joined. */
export interface JoinedList {
  readonly key: ListName;
  readonly nameOf: NameOf;
  /** Fields in which records of one name may differ and be two. */
  readonly apart: readonly string[];
  /** What counts of the later of two records of one name, where two formats tell the same in different ways. */
  readonly reconcile?: (
    earlier: AnyRecord,
    later: AnyRecord,
    formats: readonly [string, string],
  ) => Reconciled;
  readonly origins: OriginTable;
}

/** Two records of one name, as they are to be compared. */
export interface Reconciled {
  readonly earlier: AnyRecord;
  readonly later: AnyRecord;
}

/**
 * Joins a list's parts. A record that comes twice counts once; of values that differ none counts. A record that
 * cannot be read, or has no name, may be the one that is missed: such a list is not complete. External accounts are
 * not looked for by name alone, so one without a name hides nothing. The parts' own records stay as they are: a part
 * can serve several instances.
 */
export function joinList(
  parts: readonly (ListPart | undefined)[],
  list: JoinedList,
): Listing<object> | undefined {
  const segments = parts.filter((part) => part !== undefined);
  const [only] = segments;
  if (!only) return undefined;
  // By name; the few names that come twice are looked at more closely.
  const first = new Map<string, AnyRecord>();
  const others = new Map<string, AnyRecord[]>();
  const dropped = new Set<object>();
  const merges = new Map<object, Merged>();
  const pieceOf = new Map<object, ListPart>();
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
      if (segments.length > 1) pieceOf.set(record, piece);
      if (!known) {
        first.set(name, record);
        return;
      }
      const namesakes = others.get(name) ?? [known];
      const isOne = namesakes.length === 1;
      const earlier = namesakes.find((other) =>
        list.apart.every(
          (field) =>
            other[field] === record[field] ||
            // What one of two leaves unsaid, the other may say.
            (isOne && segments.length > 1 && (other[field] === undefined || record[field] === undefined)),
        ),
      );
      if (!earlier) {
        others.set(name, [...namesakes, record]);
        return;
      }
      dropped.add(record);
      const merged = merges.get(earlier) ?? { record: copyOf(earlier), sources: new Map() };
      merges.set(earlier, merged);
      const holder = pieceOf.get(earlier) ?? piece;
      const fields = mergeInto(merged, holder, { segment: piece, index }, record, list);
      if (fields.length > 0) {
        tell(piece.part, {
          kind: "record-twice",
          route: [...piece.route, index],
          earlier: placeIn(holder, earlier),
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
        piece.records.flatMap((record) =>
          record === undefined || dropped.has(record) ? [] : [merges.get(record)?.record ?? record],
        ),
      );
  const stated = wholeness(segments, list);
  const listing: Listing<object> = {
    records,
    complete: stated === "yes" && !isSure ? "unknown" : stated,
    isSound: isSure,
  };
  list.origins.addList(listing, segments);
  for (const [original, { record, sources }] of merges) list.origins.addMerged(record, original, sources);
  return listing;
}

/** A record that is made of several, and where the fields stand that the first of them lacks. */
interface Merged {
  readonly record: AnyRecord;
  readonly sources: Map<string, { readonly segment: Segment; readonly index: number }>;
}

/** Adds to a merged record what a later one says; returns the fields in which they differ. */
function mergeInto(
  { record, sources }: Merged,
  holder: ListPart,
  source: { readonly segment: ListPart; readonly index: number },
  later: AnyRecord,
  { reconcile }: JoinedList,
): string[] {
  let added = later;
  if (reconcile) {
    const reconciled = reconcile(record, later, [
      holder.part.document.format,
      source.segment.part.document.format,
    ]);
    Object.assign(record, reconciled.earlier);
    added = reconciled.later;
  }
  for (const key of Object.keys(added)) {
    if (record[key] === undefined && added[key] !== undefined) sources.set(key, source);
  }
  return dropDiffering(record, added);
}

/** Tells a problem once: a part that serves several instances is joined for each of them. */
function tell(part: Part, problem: Extract<Problem, { kind: "record-twice" }>): void {
  const known = told.get(part) ?? new Set();
  told.set(part, known);
  const { route, earlier, fields } = problem;
  const key = JSON.stringify([route, earlier.path, earlier.routes, fields]);
  if (!known.has(key)) part.problems.push(problem);
  known.add(key);
}

const told = new WeakMap<Part, Set<string>>();

/** A record that can be changed without changing the one in the file. */
function copyOf<T>(value: T): T {
  if (!isElement(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)])) as T;
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
  const words = segments.flatMap(({ complete }) => complete ?? []);
  const stated = (["no", "unknown"] as const).find((word) => words.includes(word)) ?? "yes";
  const all = others.length === 0 && isSound ? first.records : segments.flatMap((piece) => piece.records);
  const listing: Listing<object> = {
    records: all.every((record) => record !== undefined)
      ? (all as readonly object[])
      : all.filter((record) => record !== undefined),
    complete: stated === "yes" && !isSound ? "unknown" : stated,
    isSound,
  };
  origins.addList(listing, segments);
  return listing;
}

/**
 * Whether the parts together hold every record there is. One that says so is believed if it holds all that the others
 * hold: what it lacks it cannot have looked at. What nobody says anything of is a snapshot's, and whole.
 */
function wholeness(segments: readonly ListPart[], { key, nameOf }: JoinedList): Completeness {
  const outspoken = segments.filter(({ complete }) => complete !== undefined);
  if (outspoken.length === 0) return "yes";
  const whole = outspoken.filter(({ complete }) => complete === "yes");
  const isAlone = (claim: unknown) => outspoken.every((other) => other.claim === claim);
  // Packages are listed by id in one place and by label in another.
  const believed = [...new Set(whole.map(({ claim }) => claim))].some(
    (claim) => isAlone(claim) || key === "packages" || holdsAll(outspoken, claim, nameOf),
  );
  if (believed) return "yes";
  return outspoken.some(({ complete }) => complete === "no") ? "no" : "unknown";
}

function holdsAll(segments: readonly ListPart[], claim: unknown, nameOf: NameOf): boolean {
  const names = (pieces: readonly ListPart[]) =>
    pieces.flatMap(({ records }) => records.map((record) => record && nameOf(record as AnyRecord)));
  const own = new Set(names(segments.filter((other) => other.claim === claim)));
  return names(segments.filter((other) => other.claim !== claim)).every((name) => own.has(name));
}

/** Where a record of a list stands. */
function placeIn({ document, route, records }: ListPart, record: AnyRecord): Place {
  let indexes = indexesOf.get(records);
  if (!indexes) {
    indexes = new Map(records.map((other, index) => [other, index]));
    indexesOf.set(records, indexes);
  }
  return { document, path: document.path, routes: [[...route, indexes.get(record) ?? 0]] };
}

const indexesOf = new WeakMap<object, ReadonlyMap<object | undefined, number>>();

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
  const joined = others.length === 0 ? first.value : copyOf(first.value);
  origins.addSection(
    joined,
    stated.map(({ part, route, value }) => ({ document: part.document, route, value })),
  );
  const earlier: Place = {
    document: first.part.document,
    path: first.part.document.path,
    routes: [first.route],
  };
  for (const { part, route, value } of others) {
    // The lists of an organization are joined record by record.
    const { users: _users, groups: _groups, ...comparable } = value as Record<string, unknown>;
    const isOfOrganization = route[0] === "organization";
    const fields = dropDiffering(
      joined as unknown as AnyRecord,
      (isOfOrganization ? comparable : value) as AnyRecord,
    );
    if (fields.length > 0)
      tell(part, { kind: "record-twice", route, earlier, name: String(route[0]), fields });
  }
  return joined;
}
