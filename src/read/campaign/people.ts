import { type Aside, setAside } from "../asides.js";
import type { Route } from "../document.js";
import { isRecord, type Section } from "../section.js";
import { membershipSection } from "./memberships.js";
import type { CampaignRecords, CapOf } from "./records.js";

/** Operators, operator groups, and who is in which. */
export function peopleSections(records: CampaignRecords, capOf: CapOf, asides: Aside[]): Section[] {
  const family = sortOut(records.operator, asides);
  return [
    operatorSection(records, family, capOf),
    groupSection(records, family, capOf, asides),
    membershipSection(records, family, capOf, asides),
  ].filter((section) => section !== undefined);
}

/** Operators, groups and named rights, told apart. */
export interface Family {
  /** The same array, unless others were among them. */
  readonly operators: Record<string, unknown>[];
  readonly groups: readonly { readonly record: Record<string, unknown>; readonly index: number }[];
  /** The index of an operator's record. */
  indexOf(operator: number): number;
}

/** They are one family, told apart by `type`: 0, 1 and 2 (floriancourgey/blog, 2019-03-15). */
function sortOut(records: Record<string, unknown>[] = [], asides: Aside[]): Family {
  const groups: { record: Record<string, unknown>; index: number }[] = [];
  let operators = records;
  let from: number[] | undefined;
  records.forEach((record, index) => {
    const type = isRecord(record) ? String(record.type) : "";
    if (type === "1" || type === "2") {
      if (!from) {
        from = [...records.keys()].slice(0, index);
        operators = records.slice(0, index);
      }
      if (type === "2") {
        setAside(record, ["operator", index], asides);
      } else {
        dropForeign(record, "operator", index, asides);
        groups.push({ record, index });
      }
      return;
    }
    if (from) {
      from.push(index);
      operators.push(record);
    }
    if (!isRecord(record)) return;
    liftAuthentication(record);
    dropForeign(record, "operator", index, asides);
  });
  return { operators, groups, indexOf: (operator) => from?.[operator] ?? operator };
}

/**
 * The login type stands in the child `access` (V8 technotes/upgrades/ims-migration-old.md), in a query that asks for
 * it so beside the name. Where the two differ, it is not known.
 */
export function liftAuthentication(operator: Record<string, unknown>): void {
  const { access, authenticationType: own } = operator;
  if (!isRecord(access) || access.authenticationType === undefined) return;
  if (own === undefined) {
    operator.authenticationType = access.authenticationType;
    // Nothing else is in it, mostly: then nobody has to look at it again.
    if (Object.keys(access).length === 1) operator.access = undefined;
  }
  if (own !== undefined && own !== access.authenticationType) operator.authenticationType = undefined;
}

/** How Campaign writes rights and groups below a record is not public: a snapshot's keys of these names are others. */
function dropForeign(record: Record<string, unknown>, kind: string, index: number, asides: Aside[]): void {
  for (const key of FOREIGN) {
    if (record[key] === undefined) continue;
    setAside(record[key], [kind, index, key], asides);
    record[key] = undefined;
  }
}

const FOREIGN = ["groups", "rights"] as const;

function operatorSection(
  { operator }: CampaignRecords,
  { operators, indexOf }: Family,
  capOf: CapOf,
): Section | undefined {
  return (
    operator && {
      key: "operators",
      value: operators,
      count: operator.length,
      cap: capOf("operator"),
      routesOf: ([at, ...steps]) => {
        if (typeof at !== "number") return [["operator"]];
        const record: Route = ["operator", indexOf(at)];
        const own = [...record, ...steps];
        return steps[0] === "authenticationType" ? [[...record, "access", ...steps], own] : [own];
      },
    }
  );
}

function groupSection(
  { group }: CampaignRecords,
  { groups: moved }: Family,
  capOf: CapOf,
  asides: Aside[],
): Section | undefined {
  if (!group && moved.length === 0) return undefined;
  const own = group ?? [];
  own.forEach((record, index) => {
    if (isRecord(record)) dropForeign(record, "group", index, asides);
  });
  const groups = moved.length > 0 ? [...own, ...moved.map(({ record }) => record)] : own;
  return {
    key: "groups",
    value: groups,
    count: groups.length,
    cap: moved.length > 0 && !capOf("group").isCut ? capOf("operator") : capOf("group"),
    routesOf: ([at, ...steps]) => {
      if (typeof at !== "number") return [[group ? "group" : "operator"]];
      const origin = moved[at - own.length];
      return [origin ? ["operator", origin.index, ...steps] : ["group", at, ...steps]];
    },
  };
}
