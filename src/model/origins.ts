import type { Document, Route } from "../read/document.js";
import { valueAt } from "../read/section.js";
import type { Listing, Origins, Place } from "./workspace.js";

/** A part of a list: the records of one document. */
export interface Segment {
  readonly document: Document;
  readonly route: Route;
  /** As in the document: what could not be read is undefined. */
  readonly records: readonly (object | undefined)[];
}

export interface SectionPart {
  readonly document: Document;
  readonly route: Route;
  readonly value: object;
}

/** The fields by which a record is known to people, the best first. */
export const NAME_FIELDS = ["name", "groupName", "email", "username", "label", "id"];

/**
 * Where the records of an instance stand. Nothing is kept per record: the few that are reported are looked up in
 * their lists.
 */
export class OriginTable implements Origins {
  readonly start: Place;
  readonly #sections = new Map<object, readonly SectionPart[]>();
  readonly #lists = new Map<object, readonly Segment[]>();
  readonly #records = new Map<object, { segment: Segment; index: number }>();
  readonly #layered = new Map<object, (element: object) => readonly SectionPart[]>();
  readonly #adopted: OriginTable[] = [];
  readonly #merged = new Map<
    object,
    { original: object; sources: ReadonlyMap<string, { segment: Segment; index: number }> }
  >();
  #indexed = false;
  #lookups = 0;

  constructor(documents: readonly Document[]) {
    const [first] = documents;
    this.start = { document: first, path: first?.path ?? "", routes: [] };
  }

  addSection(of: object, parts: readonly SectionPart[]): void {
    this.#sections.set(of, parts);
  }

  /** A record that was made of several: what `original` lacks stands in the others, by its field. */
  addMerged(
    record: object,
    original: object,
    sources: ReadonlyMap<string, { readonly segment: Segment; readonly index: number }>,
  ): void {
    this.#merged.set(record, { original, sources });
  }

  addList(listing: Listing<object>, segments: readonly Segment[]): void {
    this.#lists.set(listing, segments);
    this.#indexed = false;
  }

  /** Lets `of` stand where `section` stands. */
  alias(of: object, section: object): void {
    this.#sections.set(of, this.#sections.get(section) ?? []);
  }

  /** A section of which every element can come from files of its own. */
  addLayered(of: object, partsOf: (element: object) => readonly SectionPart[]): void {
    this.#layered.set(of, partsOf);
  }

  /** Lets `of` stand where `listing` stands. */
  sameList(of: Listing<object>, listing: Listing<object>): void {
    this.#lists.set(of, this.#lists.get(listing) ?? []);
  }

  /** Knows from now on what `other` knows. */
  adopt(other: OriginTable): void {
    this.#adopted.push(other);
  }

  place(of: object, keys: readonly (string | number)[]): Place {
    return this.#find(of, keys) ?? this.start;
  }

  #find(of: object, keys: readonly (string | number)[]): Place | undefined {
    const layered = this.#layered.get(of);
    if (layered) return layeredPlace(of, layered, keys);
    const parts = this.#sections.get(of);
    if (parts) return this.#sectionPlace(parts, keys);
    const [segment] = this.#lists.get(of) ?? [];
    if (segment) return place(segment.document, [segment.route]);
    for (const other of this.#adopted) {
      const adopted = other.#find(of, keys);
      if (adopted) return adopted;
    }
    const merged = this.#merged.get(of);
    const other = merged?.sources.get(String(keys[0] ?? ""));
    const found = other ?? this.#record(merged?.original ?? of);
    if (!found) return undefined;
    const route = [...found.segment.route, found.index];
    const names = NAME_FIELDS.filter((field) => valueAt(of, [field]) !== undefined).map((field) => [
      ...route,
      field,
    ]);
    const wanted = keys.length > 0 && valueAt(of, keys) !== undefined ? [[...route, ...keys]] : [];
    return place(found.segment.document, [...wanted, ...names, route]);
  }

  #sectionPlace(parts: readonly SectionPart[], keys: readonly (string | number)[]): Place {
    const holder = parts.find((part) => keys.length > 0 && valueAt(part.value, keys) !== undefined);
    if (holder) return place(holder.document, [[...holder.route, ...keys]]);
    const [first] = parts;
    if (!first) return this.start;
    const names = NAME_FIELDS.filter((field) => valueAt(first.value, [field]) !== undefined);
    return place(first.document, [...names.map((field) => [...first.route, field]), first.route]);
  }

  /** A few records are looked for in their lists; for many an index pays. */
  #record(of: object): { segment: Segment; index: number } | undefined {
    if (this.#lookups < LOOKUPS_WITHOUT_INDEX) {
      this.#lookups += 1;
      for (const segments of this.#lists.values()) {
        for (const segment of segments) {
          const index = segment.records.indexOf(of);
          if (index >= 0) return { segment, index };
        }
      }
      return undefined;
    }
    this.#index();
    return this.#records.get(of);
  }

  #index(): void {
    if (this.#indexed) return;
    this.#indexed = true;
    for (const segments of this.#lists.values()) {
      for (const segment of segments) {
        segment.records.forEach((record, index) => {
          if (record) this.#records.set(record, { segment, index });
        });
      }
    }
  }
}

const LOOKUPS_WITHOUT_INDEX = 100;

/** The place in the file whose layer says it, of an element of a section in layers. */
function layeredPlace(
  of: object,
  partsOf: (element: object) => readonly SectionPart[],
  keys: readonly (string | number)[],
): Place | undefined {
  const last = keys.at(-1);
  const holder = keys.length > 0 ? valueAt(of, keys.slice(0, -1)) : of;
  const element = Array.isArray(holder) ? valueAt(holder, keys.slice(-1)) : holder;
  const parts = typeof element === "object" && element !== null ? partsOf(element) : [];
  const own = last === undefined || element !== holder ? [] : [last];
  const [first] = parts;
  const stated = parts.find(({ value }) => own.length > 0 && valueAt(value, own) !== undefined);
  if (stated) return place(stated.document, [[...stated.route, ...own], stated.route]);
  return first && place(first.document, [first.route]);
}

function place(document: Document, routes: readonly Route[]): Place {
  return { document, path: document.path, routes };
}
