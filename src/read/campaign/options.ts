import { type Aside, setAside, setAsideAs } from "../asides.js";
import { type Route, setOwn } from "../document.js";
import { type Cap, isRecord, type Section, type Twice, valueAt } from "../section.js";

/**
 * Options, name: value. One whose value cannot be told, or that comes twice with different values, is left out: it is
 * not known.
 */
export function optionSection(records: Record<string, unknown>[], cap: Cap, asides: Aside[]): Section {
  const found = new Map<string, Option>();
  const twice: Twice[] = [];
  const leave = (name: string, { index, place, value }: Option) =>
    setAsideAs(value, ["options", name], ["option", index, ...place], asides);
  records.forEach((record, index) => {
    if (!isRecord(record)) return;
    const { name } = record;
    const place = typeof name === "string" ? placeOfValue(record) : undefined;
    setAside(record, ["option", index], asides, place?.[0]);
    if (!place || typeof name !== "string") return;
    const option = { index, place, value: valueAt(record, place), isKnown: true };
    const first = found.get(name);
    if (!first) {
      found.set(name, option);
      return;
    }
    leave(name, option);
    if (!first.isKnown || String(first.value) === String(option.value)) return;
    first.isKnown = false;
    leave(name, first);
    twice.push({ name, route: ["option", index, "name"] });
  });
  const options: Record<string, unknown> = {};
  for (const [name, { value, isKnown }] of found) if (isKnown) setOwn(options, name, value);
  return {
    key: "options",
    value: options,
    count: records.length,
    cap,
    twice,
    routesOf: ([name, ...rest]) => {
      if (name === undefined) return [["option"]];
      const option = found.get(String(name));
      return option ? [["option", option.index, ...option.place, ...rest]] : [];
    },
  };
}

/** The first record of a name. */
interface Option {
  readonly index: number;
  readonly place: Route;
  readonly value: unknown;
  isKnown: boolean;
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
