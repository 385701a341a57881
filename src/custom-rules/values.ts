import type { At, EvidenceKey } from "../evaluate/rule.js";
import { imsAccountsOf } from "../model/ims-account.js";
import { Secret } from "../model/leaves.js";
import { loginOf } from "../model/people.js";
import { lastingRoute } from "../model/problems.js";
import { attributeOf, elementsAt } from "../model/server-settings.js";
import type { Operator } from "../model/snapshot.schema.js";
import { type Instance, type Listing, STANDS_AT } from "../model/workspace.js";
import type { Condition } from "./definition.js";
import { factsOf, type ModelPlace, type Root } from "./place.js";
import { nameIn, ownerInWords } from "./words.js";

/** A value of an instance at a place, and whose it is. */
export interface Held {
  /** What the verdict is about. */
  readonly subject: object;
  /** The record that holds it, where the place leads through a list. */
  readonly record: object | undefined;
  /** Undefined where it is not in the export. */
  readonly value: unknown;
  readonly at: At;
  /** Tells it from the other values of its subject. */
  readonly property: string;
  /** «operator group "report"» */
  readonly owner: string;
}

/** The values at a place of which there is one in an instance, or a few in the server configuration. */
export function heldAt(place: ModelPlace, instance: Instance): readonly Held[] {
  const { root, keys, written } = place;
  const [key = ""] = keys;
  const record = undefined;
  const owner = ownerInWords(place, undefined);
  const held = { record, property: written, owner };
  switch (root) {
    case "instance": {
      const isOfConfig = ownValue(instance.settings, [key]) !== undefined;
      const at: At = isOfConfig ? [instance] : [instance, key];
      return [{ ...held, subject: instance, value: ownValue(instance, keys), at }];
    }
    case "server":
    case "console":
    case "organization": {
      const section = instance[root];
      return section
        ? [{ ...held, subject: section, value: ownValue(section, keys), at: [section, ...keys] }]
        : [];
    }
    case "options": {
      const { options } = instance;
      if (!options) return [];
      const subject = { name: key, [STANDS_AT]: [options, key] };
      return [{ ...held, subject, value: ownValue(options, keys), at: [options, key] }];
    }
    case "serverConf":
      return attributesIn(place, instance);
    default:
      return [];
  }
}

/** Every statement of an attribute; one that is not known where no element is there that could have it. */
function attributesIn(place: ModelPlace, instance: Instance): Held[] {
  const { serverConf } = instance;
  if (!serverConf) return [];
  const { keys, written } = place;
  const name = keys.at(-1) ?? "";
  const common = { subject: instance, record: undefined, owner: ownerInWords(place, undefined) };
  const elements = elementsAt(serverConf, keys.slice(0, -1));
  if (elements.length === 0) {
    return [{ ...common, value: undefined, at: [serverConf], property: written }];
  }
  return elements.map((found) => {
    const route = [...found.route, name];
    const named = nameIn(found.element);
    const own = ownValue(found.element, [name]);
    return {
      ...common,
      value: own instanceof Secret ? own : attributeOf(found, name)?.text,
      at: [serverConf, ...route],
      property: ["serverConf", ...lastingRoute(serverConf, route)].join("."),
      owner: elements.length > 1 && named !== undefined ? `${common.owner} ("${named}")` : common.owner,
    };
  });
}

/** The list of records that a place leads through; undefined where it is not in the export. */
export function listOf(root: Root, instance: Instance): Listing<object> | undefined {
  switch (root) {
    case "packages":
    case "extAccounts":
    case "groups":
    case "operators":
    case "schemas":
      return instance[root];
    case "imsAccounts":
      return instance.extAccounts && { ...instance.extAccounts, records: imsAccountsOf(instance) };
    case "organization.users":
      return instance.organization?.users;
    case "organization.groups":
      return instance.organization?.groups;
    default:
      return undefined;
  }
}

/** Whether a list holds every record there is. */
export function isWhole({ complete, isSound }: Listing<object>): boolean {
  return complete === "yes" && isSound !== false;
}

/** The records that a rule is about. */
export interface Selected {
  readonly records: readonly object[];
  /** Of how many more that is not known, and which fields would tell. */
  readonly unclear: number;
  readonly unclearFields: ReadonlySet<string>;
}

/** Holds the records of a list against the conditions of a rule. */
export function select(
  { records: all }: Listing<object>,
  where: readonly Condition[],
  { operators }: Instance,
): Selected {
  if (where.length === 0) return { records: all, unclear: 0, unclearFields: new Set() };
  const isByLogin = operators?.records === all && where.some(({ field }) => field === LOGIN);
  const fieldOf = isByLogin ? fieldOfOperators(operators) : stated;
  const records: object[] = [];
  const unclearFields = new Set<string>();
  let unclear = 0;
  const allowed = where.map(({ field, values }) => ({ field, values: new Set(values) }));
  for (const record of all) {
    const conditions = allowed.map(({ field, values }) => {
      const value = fieldOf(record, field);
      return { field, holds: value === undefined ? undefined : values.has(value) };
    });
    if (conditions.some(({ holds }) => holds === false)) continue;
    const open = conditions.filter(({ holds }) => holds === undefined);
    if (open.length === 0) {
      records.push(record);
      continue;
    }
    unclear += 1;
    for (const { field } of open) unclearFields.add(field);
  }
  return { records, unclear, unclearFields };
}

type FieldOf = (record: object, field: string) => string | undefined;

const stated: FieldOf = (record, field) => {
  const value = ownValue(record, [field]);
  return typeof value === "string" || typeof value === "boolean" ? String(value) : undefined;
};

const LOGIN = "authenticationType";

/** How an operator logs in is read as every rule reads it: in a list that tells it, who says nothing logs in natively. */
function fieldOfOperators(operators: Listing<Operator>): FieldOf {
  const login = loginOf(operators);
  const ways = new Map<object, string | undefined>(
    operators.records.map((operator) => [operator, login(operator)]),
  );
  return (record, field) => {
    const way = field === LOGIN ? ways.get(record) : undefined;
    return way === "native" ? (stated(record, field) ?? "") : (way ?? stated(record, field));
  };
}

/** A record's value at a place. */
export function heldBy(place: ModelPlace, record: object, instance: Instance): Held {
  const { root, keys } = place;
  // Packages and schemas are no subjects of their own.
  const isOwn = factsOf(place).subject !== "instance";
  const field = keys.join(".");
  return {
    subject: isOwn ? record : instance,
    record,
    value: ownValue(record, keys),
    at: [record, ...keys],
    property: isOwn ? field : [root, nameIn(record) ?? "", field].join("."),
    owner: ownerInWords(place, record),
  };
}

/** What would tell that a list in a record holds all its entries; undefined where it does. */
export function doubtOf({ root, keys }: ModelPlace, instance: Instance): EvidenceKey | undefined {
  if (keys[0] !== "groups") return undefined;
  if (root === "operators") return instance.memberships === "yes" ? undefined : "memberships";
  if (root !== "organization.users") return undefined;
  return instance.organization?.directOnly === false ? undefined : "directOnly";
}

/** What an object itself holds at the end of some keys. */
function ownValue(of: object, keys: readonly string[]): unknown {
  let at: unknown = of;
  for (const key of keys) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}
