import { leftOvers, setAsideMember } from "../asides.js";
import type { Document, Route } from "../document.js";
import { asExport, type Recognised } from "../export.js";
import { isRecord } from "../section.js";
import {
  bareKindOf,
  CLEAR,
  COMMON,
  isBeyondDoubt,
  isOfBareRecord,
  likenessOf,
  NAMED,
  WEAK,
} from "./attributes.js";
import { plainKeys } from "./badger-fish.js";
import { type CampaignRecords, type CapOf, fromCampaign, RECORD_KINDS, type RecordKind } from "./records.js";

/**
 * Records that acc-js-sdk or the SOAP API gave, as JSON: SimpleJson (docs/simpleJson.html) or the deprecated
 * BadgerFish. Lists stand under the name of their schema, alone or several in a file, in `…-collection` or not; a
 * single record under that name, or bare; and so do arrays of bare records. Undefined where there are none.
 */
export function recogniseCampaignJson(document: Document, isNamed: boolean): Recognised | undefined {
  if (!mayHoldRecords(document.value)) return undefined;
  const plain = plainKeys(document);
  const found = findRecords(plain.value, isNamed);
  if (!found) return nearlyOurs(plain.value, isNamed);
  const translated = fromCampaign(found.records, capOf(found.records));
  const { value } = document;
  if (isRecord(value)) for (const key of found.unread) setAsideMember(value, key, [], plain.asides);

  const inDocument = ([kind, index, ...steps]: Route): readonly Route[] => {
    if (kind === undefined) return [[]];
    const base = found.places.get(kind as RecordKind);
    if (!base) return [];
    if (index === undefined) return [base.at];
    return [plain.routeOf([...base.at, ...(base.isSingle ? [] : [index]), ...steps])];
  };
  const ofRecords = new Set(translated.asides);
  const leftOver = leftOvers(document, [...plain.asides, ...translated.asides], (aside) =>
    ofRecords.has(aside) ? inDocument(aside.route) : [aside.route],
  );
  const exported = asExport(
    { ...document, leftOver },
    {
      value: translated.value,
      format: "campaign-json",
      lists: translated.lists,
      faults: translated.faults((routes) => document.locate(routes.flatMap(inDocument))),
      routesOf: (route) => translated.routesOf(route).flatMap(inDocument),
      written: (route) => translated.written(route),
    },
  );
  return { exports: [exported] };
}

/**
 * A query without `lineCount` gives 200 records at most (acc-js-sdk docs/xtkQueryDef.html); those who ask for more ask
 * for 1000 or 10000.
 */
function capOf(records: CampaignRecords): CapOf {
  return (kind) => {
    const count = records[kind]?.length ?? 0;
    const isCut = count === USUAL_LIMIT || (count > 0 && count % 1000 === 0);
    return { limit: isCut ? count : USUAL_LIMIT, isCut };
  };
}

const USUAL_LIMIT = 200;

/** Whether a closer look is worth while. */
function mayHoldRecords(value: unknown): boolean {
  const holders: readonly unknown[] = Array.isArray(value) ? value : [value];
  return holders.some(
    (holder) =>
      isRecord(holder) &&
      Object.keys(holder).some((key) => kindOfList(key) ?? isOfBareRecord(key.replace(/^@/, ""))),
  );
}

interface Found {
  readonly records: CampaignRecords;
  readonly places: ReadonlyMap<RecordKind, Place>;
  /** Keys at the top that are none of ours. */
  readonly unread: readonly string[];
}

interface Place {
  readonly at: Route;
  /** Whether one record stands there, and not a list. */
  readonly isSingle: boolean;
}

function findRecords(value: unknown, isNamed: boolean): Found | undefined {
  if (Array.isArray(value)) return value.every(isRecord) ? bareRecords(value, false) : undefined;
  if (!isRecord(value)) return undefined;
  return bareRecords([value], true) ?? listsIn(value, isNamed);
}

/** Records without a key that says what they are; all of one kind, as far as they show it. */
function bareRecords(records: Record<string, unknown>[], isSingle: boolean): Found | undefined {
  const kinds = new Set(records.map(bareKindOf));
  const isMixed = kinds.delete(undefined);
  const [kind] = kinds;
  if (!kind || kinds.size > 1) return undefined;
  // Rows of links have no name; of the others every record has one.
  if (isMixed && !records.every(({ name }) => typeof name === "string")) return undefined;
  return {
    records: { [kind]: records },
    places: new Map([[kind, { at: [], isSingle }]]),
    unread: [],
  };
}

/**
 * The lists under the names of schemas. Other programs have groups, operators and options as well: beside keys that
 * are not Campaign's, a list must have attributes that are beyond doubt, and in a file that was only found always.
 */
function listsIn(value: Record<string, unknown>, isNamed: boolean): Found | undefined {
  const lists: { kind: RecordKind; key: string; records: Record<string, unknown>[]; place: Place }[] = [];
  const unread: string[] = [];
  for (const key of Object.keys(value)) {
    const list = listUnder(key, value[key]);
    if (list && !lists.some(({ kind }) => kind === list.kind)) lists.push({ key, ...list });
    else if (!BESIDE_LISTS.has(key)) unread.push(key);
  }
  const likeness = lists.map(({ kind, records }) =>
    records.length === 0 ? WEAK : likenessOf(kind, records),
  );
  const isAlone = unread.length === 0;
  const isOurs = lists.some(({ kind, records }, at) => {
    if (!isNamed && COMMON.has(kind)) return isBeyondDoubt(kind, records, isAlone && lists.length === 1);
    return likeness[at] === CLEAR || (isAlone && likeness[at] === WEAK);
  });
  if (!isOurs) return undefined;
  const isRead = (index: number) => (likeness[index] ?? 0) >= (isAlone ? NAMED : WEAK);
  return {
    records: Object.fromEntries(
      lists.filter((_list, at) => isRead(at)).map(({ kind, records }) => [kind, records]),
    ),
    places: new Map(lists.map(({ kind, place }) => [kind, place])),
    unread: [...unread, ...lists.flatMap(({ key }, at) => (isRead(at) ? [] : [key]))],
  };
}

/** What can stand beside the lists: the mark of a BadgerFish object, the schema, white space of XML. */
const BESIDE_LISTS: ReadonlySet<string> = new Set(["__representation", "xtkschema", "$", "#text"]);

function listUnder(
  key: string,
  value: unknown,
): { kind: RecordKind; records: Record<string, unknown>[]; place: Place } | undefined {
  const kind = kindOfList(key);
  if (!kind) return undefined;
  if (key !== kind) {
    if (!isRecord(value)) return undefined;
    const inner = listUnder(kind, value[kind] ?? []);
    return inner && { ...inner, place: { at: [key, ...inner.place.at], isSingle: inner.place.isSingle } };
  }
  if (Array.isArray(value)) return { kind, records: value, place: { at: [key], isSingle: false } };
  return isRecord(value) ? { kind, records: [value], place: { at: [key], isSingle: true } } : undefined;
}

/** The kind of the records that stand under a key. */
function kindOfList(key: string): RecordKind | undefined {
  return RECORD_KINDS.find((name) => key === name || key === `${name}-collection`);
}

/** A list that says by its name that it is Campaign's, and holds something else. */
function nearlyOurs(value: unknown, isNamed: boolean): Recognised | undefined {
  if (!isRecord(value)) return undefined;
  for (const key of Object.keys(value)) {
    const list = listUnder(key, value[key]);
    if (!list || !(isNamed || CAMPAIGNS_WORDS.has(list.kind))) continue;
    const why = `what stands under ${key} has none of the attributes that Campaign gives it`;
    return { foreign: { why, isNear: true } };
  }
  return undefined;
}

/** The names that no other program is known to use. */
const CAMPAIGNS_WORDS: ReadonlySet<RecordKind> = new Set(["extAccount", "srcSchema"]);
