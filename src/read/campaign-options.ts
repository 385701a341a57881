import { type Aside, setAside } from "./asides.js";
import { type Route, setOwn } from "./document.js";
import { isRecord, type Section, valueAt } from "./section.js";

/**
 * Options, name: value. One whose value cannot be told, or that comes twice with different values, is left out: it is
 * not known.
 */
export function optionSection(records: Record<string, unknown>[], limit: number, asides: Aside[]): Section {
  const found = new Map<string, { index: number; value: unknown }>();
  const unclear = new Set<string>();
  records.forEach((record, index) => {
    if (!isRecord(record)) return;
    const place = placeOfValue(record);
    setAside(record, ["option", index], asides, place?.[0]);
    if (!place || typeof record.name !== "string") return;
    const value = valueAt(record, place);
    const known = found.get(record.name);
    if (!known) found.set(record.name, { index, value });
    else if (String(known.value) !== String(value)) unclear.add(record.name);
  });
  const options: Record<string, unknown> = {};
  for (const [name, { value }] of found) if (!unclear.has(name)) setOwn(options, name, value);
  return {
    key: "options",
    value: options,
    count: records.length,
    limit,
    routesOf: ([name, ...rest]) => {
      if (name === undefined) return [["option"]];
      const index = found.get(String(name))?.index;
      const record = index === undefined ? undefined : records[index];
      if (index === undefined || !record) return [];
      return [["option", index, ...(placeOfValue(record) ?? []), ...rest]];
    },
  };
}

/**
 * Where an option's value stands, as a route in its record. The data type says which attribute holds it (acc-js-sdk
 * src/xtkCaster.js, `_variantStorageAttribute`); without one it is the only one that is there, or the only one that
 * is not its default, as a query that asks for all of them gets all.
 */
function placeOfValue(record: Record<string, unknown>): Route | undefined {
  const stored = STORED_AT.get(String(record.dataType));
  if (stored) return placeOf(record, stored);
  const there = ATTRIBUTES.flatMap((attribute) => {
    const place = placeOf(record, attribute);
    return place ? [place] : [];
  });
  if (there.length === 1) return there[0];
  const set = there.filter((place) => !["", "0"].includes(String(valueAt(record, place))));
  return set.length === 1 ? set[0] : undefined;
}

/** An attribute, or an element with a text: `{ "$memoValue": "…" }` or `{ "memoValue": { "$": "…" } }`. */
function placeOf(record: Record<string, unknown>, attribute: string): Route | undefined {
  const value = record[attribute];
  if (isRecord(value) && value.$ !== undefined) return [attribute, "$"];
  if (value !== undefined && value !== null) return [attribute];
  return record[`$${attribute}`] === undefined ? undefined : [`$${attribute}`];
}

const ATTRIBUTES = ["stringValue", "longValue", "doubleValue", "timeStampValue", "memoValue", "value"];

const STORED_AT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    stringValue: ["6", "string", "primarykey", "int64", "uuid"],
    memoValue: ["12", "13", "memo", "CDATA"],
    longValue: ["1", "byte", "2", "short", "3", "long", "15", "boolean"],
    doubleValue: ["4", "5", "float", "double"],
    timeStampValue: ["7", "datetime", "datetimetz", "datetimenotz", "10", "date"],
  }).flatMap(([attribute, types]) => types.map((type) => [type, attribute] as const)),
);
