import { IMS_ACCOUNT_NAMES } from "../../model/ims-account.js";
import { isRecord } from "../section.js";
import type { RecordKind } from "./records.js";

/**
 * How much records look like Campaign's: `CLEAR` has attributes that no other program has, `WEAK` such as others may
 * have too, `NAMED` nothing but what every record has.
 */
export const CLEAR = 3;
export const WEAK = 2;
export const NAMED = 1;
type Likeness = 0 | typeof NAMED | typeof WEAK | typeof CLEAR;

/** The most that any record of a list has. */
export function likenessOf(kind: RecordKind, records: readonly unknown[]): Likeness {
  let most: Likeness = 0;
  for (const record of records) {
    const likeness = isRecord(record) ? lookOf(kind, record) : 0;
    if (likeness > most) most = likeness;
    if (most === CLEAR) break;
  }
  return most;
}

function lookOf(kind: RecordKind, record: Record<string, unknown>): Likeness {
  const { clear, weak } = ATTRIBUTES[kind];
  if (kind === "operatorGroup") {
    if (isLink(record.operator) && isLink(record.group)) return CLEAR;
    return hasAny(record, weak) ? WEAK : 0;
  }
  if (kind !== "extAccount" && !hasName(record)) return 0;
  if (hasAny(record, clear) || (kind === "operator" && hasLogin(record))) return CLEAR;
  return !hasName(record) ? 0 : hasAny(record, weak) ? WEAK : NAMED;
}

/**
 * Whether a list that was only found is Campaign's by itself. Other programs have groups, operators and options too,
 * with attributes of the same names.
 */
export function isBeyondDoubt(kind: RecordKind, records: readonly unknown[], isOnlyKey: boolean): boolean {
  switch (kind) {
    case "operator":
      return records.some((record) => isRecord(record) && hasName(record) && isOperator(record));
    case "option":
      return records.some((record) => isRecord(record) && isOption(record));
    case "group":
      return isOnlyKey && records.length > 0 && records.every(isGroup);
    default:
      return false;
  }
}

function isOperator({ access, authenticationType, securityZone }: Record<string, unknown>): boolean {
  return isRecord(access) || isText(authenticationType) || isText(securityZone);
}

function isOption(record: Record<string, unknown>): boolean {
  const { name, dataType } = record;
  if (typeof name !== "string") return false;
  return (
    /^(?:Nms|Xtk|Restrict)/.test(name) ||
    (/^\d+$/.test(String(dataType)) && hasAny(record, ATTRIBUTES.option.clear))
  );
}

function isGroup(record: unknown): boolean {
  if (!isRecord(record) || !hasName(record) || !isText(record.label)) return false;
  return Object.keys(record).every((key) => GROUP.has(key));
}

/** The kinds of which other programs have records too. */
export const COMMON: ReadonlySet<RecordKind> = new Set(["operator", "option", "group"]);

/** Attributes of every entity (acc-js-sdk test/mock.js), and the type, which tells groups from operators. */
const GROUP: ReadonlySet<string> = new Set(
  "name label id type desc created createdBy-id lastModified modifiedBy-id _cs xtkschema".split(" "),
);

/** What a record is that stands under no name. Programs of Adobe that are not Campaign have an `imsOrgId` too. */
export function bareKindOf(value: unknown): RecordKind | undefined {
  if (!isRecord(value)) return undefined;
  const ims = IMS_ATTRIBUTES.filter((key) => isText(value[key]));
  const isSure = ims.length >= 2 || IMS_ACCOUNT_NAMES.some((name) => name === value.name);
  if (isSure && ims.some((key) => CAMPAIGNS_OWN.has(key))) return "extAccount";
  if (hasName(value) && hasLogin(value)) return "operator";
  const { operator, group } = value;
  const isRow = isLink(operator) && isLink(group) && Object.keys(value).every((key) => ROW.has(key));
  return isRow && !hasLogin(operator) ? "operatorGroup" : undefined;
}

/** Whether a record that stands under no name could have this key. */
export function isOfBareRecord(key: string): boolean {
  return key === "access" || key === "operator" || IMS_ATTRIBUTES.includes(key);
}

const CAMPAIGNS_OWN: ReadonlySet<string> = new Set(["imsServer", "imsRightsMask", "callbackServer"]);
const IMS_ATTRIBUTES = ["imsServer", "imsOrgId", "imsRightsMask", "callbackServer", "userScope", "clientId"];

/** Attributes beside the name, from acc-js-sdk test/mock.js and V8 technotes/upgrades/ims-migration-old.md. */
const ATTRIBUTES: Readonly<Record<RecordKind, { clear: readonly string[]; weak: readonly string[] }>> = {
  extAccount: { clear: IMS_ATTRIBUTES, weak: "id label type active account server provider port".split(" ") },
  operator: { clear: ["securityZone"], weak: ["access", "type", "email", "operator-group", "operatorGroup"] },
  group: { clear: [], weak: ["label"] },
  operatorGroup: { clear: [], weak: ["operator-name", "group-name", "operator-id", "group-id"] },
  option: {
    clear: ["stringValue", "longValue", "doubleValue", "timeStampValue", "memoValue", "$memoValue"],
    weak: ["dataType"],
  },
  srcSchema: { clear: ["extendedSchema", "entitySchema"], weak: ["namespace"] },
};

/** What a bare row of xtk:operatorGroup can hold. */
const ROW: ReadonlySet<string> = new Set([
  "operator",
  "group",
  "operator-id",
  "group-id",
  "id",
  "_cs",
  "xtkschema",
]);

function hasName(record: Record<string, unknown>): boolean {
  return isText(record.name);
}

function hasLogin({ access }: Record<string, unknown>): boolean {
  return isRecord(access) && isText(access.authenticationType);
}

function isLink(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && hasName(value);
}

function hasAny(record: Record<string, unknown>, keys: readonly string[]): boolean {
  return keys.some((key) => record[key] !== undefined);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}
