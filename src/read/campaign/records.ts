import { maskUserInfo } from "../../model/user-info.js";
import type { Aside } from "../asides.js";
import type { Document, Route } from "../document.js";
import type { ExportedList, Fault } from "../export.js";
import { type Cap, inKeys, isRecord, type Section, type Twice } from "../section.js";
import { slimRow } from "./memberships.js";
import { optionSection } from "./options.js";
import { liftAuthentication, peopleSections } from "./people.js";
import { schemaSection } from "./schemas.js";

/** The entities of Campaign that are read: nms:extAccount, xtk:operator, …, by the local name of their schema. */
export const RECORD_KINDS = [
  "extAccount",
  "operator",
  "group",
  "operatorGroup",
  "option",
  "srcSchema",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/**
 * Records of Campaign's entities as plain trees: attributes and children under their names, without any prefix (a
 * child element as an object, repeated ones as an array), the text of an element under `$`.
 */
export type CampaignRecords = { readonly [K in RecordKind]?: Record<string, unknown>[] };

export type CapOf = (kind: RecordKind) => Cap;

/** Campaign's records in the shape of a snapshot, and the way back. */
export interface Translated {
  /** extAccounts, operators, groups, memberships, options, schemas: those of which there are records. */
  readonly value: Record<string, unknown>;
  readonly lists: readonly ExportedList[];
  /** What of the records is not in `value` and could hold a secret, with its route in the records. */
  readonly asides: readonly Aside[];
  /** What comes twice with different values, placed by the routes of the records. */
  faults(locate: Document["locate"]): readonly Fault[];
  /** Where a route of the snapshot can stand in the records (`[kind, index, ...keys]`), the likeliest first. */
  routesOf(route: Route): readonly Route[];
  /** A place in words that lead to it in the file: `imsOrgId of extAccount "Adobe_Experience_Cloud"`. */
  written(route: Route): string;
}

/**
 * Translates records of a package or a query. They are read in place: external accounts, operators and groups are the
 * same objects in `value`, with what no snapshot knows left in them. A package and a query are selections, so no list
 * is known to be whole, and one of just as many records as an export can hold may be cut off.
 *
 * @param capOf what is known of the limit of an export, by the kind of the records
 */
export function fromCampaign(records: CampaignRecords, capOf: CapOf): Translated {
  const asides: Aside[] = [];
  const sections = new Map<string | number, Section>();
  const add = (section: Section | undefined) => {
    if (section) sections.set(section.key, section);
  };
  const { extAccount, option, srcSchema } = records;
  if (extAccount) {
    add({
      key: "extAccounts",
      value: extAccount,
      count: extAccount.length,
      cap: capOf("extAccount"),
      routesOf: (rest) => [["extAccount", ...rest]],
    });
  }
  for (const section of peopleSections(records, capOf, asides)) add(section);
  if (option) add(optionSection(option, capOf("option"), asides));
  if (srcSchema) add(schemaSection(srcSchema, capOf("srcSchema"), asides));

  const routesOf = (route: Route): readonly Route[] => {
    const [key, ...rest] = route;
    return key === undefined ? [[]] : (sections.get(key)?.routesOf(rest) ?? []);
  };
  return {
    value: Object.fromEntries([...sections].map(([key, { value }]) => [key, value])),
    lists: [...sections.values()].map(listOf),
    asides,
    faults: (locate) =>
      faultsOf(
        [...sections.values()].flatMap(({ twice = [] }) => twice),
        locate,
      ),
    routesOf,
    written: (route) => inWords(records, routesOf(route)[0] ?? route),
  };
}

/** A record without the elements that are not needed once it is read; what it says stays the same. */
export function slimmed(kind: RecordKind, record: Record<string, unknown>): Record<string, unknown> {
  if (kind === "operatorGroup") return slimRow(record);
  if (kind === "operator") liftAuthentication(record);
  return record;
}

function faultsOf(twice: readonly Twice[], locate: Document["locate"]): Fault[] {
  const places = locate(twice.map(({ route }) => route));
  return twice.map(({ name }, index) => {
    const span = places[index]?.value ?? { start: 0, end: 0 };
    return { kind: "twice", span, detail: maskUserInfo(name) };
  });
}

function listOf({ key, count, cap }: Section): ExportedList {
  const complete = cap?.isCut ? "no" : "unknown";
  return { key, route: [key], count, complete, ...(cap ? { limit: cap.limit } : {}) };
}

function inWords(records: CampaignRecords, [kind, index, ...steps]: Route): string {
  if (typeof index !== "number") return String(kind ?? "the file");
  const record: unknown = records[kind as RecordKind]?.[index];
  const name =
    isRecord(record) && typeof record.name === "string" ? ` "${maskUserInfo(record.name)}"` : `[${index}]`;
  return `${steps.length > 0 ? `${inKeys(steps)} of ` : ""}${kind}${name}`;
}
