import { type Aside, setAside } from "../asides.js";
import type { Route } from "../document.js";
import { isRecord, type Section, valueAt } from "../section.js";
import type { Family } from "./people.js";
import type { CampaignRecords, CapOf } from "./records.js";

/** Who is in which operator group, from the rows of xtk:operatorGroup and from the links in operators. */
export function membershipSection(
  { operatorGroup }: CampaignRecords,
  family: Family,
  capOf: CapOf,
  asides: Aside[],
): Section | undefined {
  const links = linksOf(family);
  if (!operatorGroup && links.rows.length === 0) return undefined;
  const { rows, indexOf } = rowsOf(operatorGroup ?? [], asides);
  return {
    key: "memberships",
    value: links.rows.length > 0 ? [...rows, ...links.rows] : rows,
    count: operatorGroup ? operatorGroup.length : links.rows.length,
    // Links are no entity of their own: they may be all of an operator's, or some.
    cap: operatorGroup ? capOf("operatorGroup") : undefined,
    routesOf: ([at, key, ...rest]) => {
      if (typeof at !== "number") return [[operatorGroup ? "operatorGroup" : "operator"]];
      return at < rows.length ? routesOfRow(indexOf(at), key, rest) : links.routesOf(at - rows.length, key);
    },
  };
}

interface Membership {
  operator?: unknown;
  group?: unknown;
  /** Of what stands as the group: a named right is linked to like one. */
  type?: unknown;
}

interface Rows {
  readonly rows: Membership[];
  /** The index of a membership's row. */
  indexOf(membership: number): number;
}

/** The rows, but for those that say that there is no membership any more. */
function rowsOf(records: Record<string, unknown>[], asides: Aside[]): Rows {
  const rows: Membership[] = [];
  let from: number[] | undefined;
  records.forEach((row, index) => {
    if (isDeleted(row)) {
      from ??= [...rows.keys()];
      setAside(row, ["operatorGroup", index], asides);
      return;
    }
    from?.push(index);
    rows.push(membershipOf(row, index, asides));
  });
  return { rows, indexOf: (membership) => from?.[membership] ?? membership };
}

/** Whether a row or a link is an order to delete what it names, or leads to such an order. */
function isDeleted(link: unknown): boolean {
  if (!isRecord(link)) return false;
  const { _operation, operator, group } = link;
  return _operation === "delete" || isDeletion(operator) || isDeletion(group);
}

function isDeletion(value: unknown): boolean {
  return isRecord(value) && value._operation === "delete";
}

/** A row of xtk:operatorGroup: links to an operator and a group, each by its name. */
function membershipOf(row: Record<string, unknown>, index: number, asides: Aside[]): Membership {
  if (!isRecord(row)) return row;
  const { operator, group } = row;
  if (!isPlain(row)) setAside(row, ["operatorGroup", index], asides);
  const membership: Membership = {};
  const login = isRecord(operator) ? operator.name : row["operator-name"];
  const name = isRecord(group) ? group.name : row["group-name"];
  if (login !== undefined) membership.operator = login;
  if (name !== undefined) membership.group = name;
  const type = (isRecord(group) ? group.type : undefined) ?? row["group-type"];
  if (type !== undefined) membership.type = type;
  return membership;
}

/** A row that holds nothing but its two links, without the elements around them. */
export function slimRow(row: Record<string, unknown>): Record<string, unknown> {
  const { operator, group } = row;
  if (!isPlain(row) || !isRecord(operator) || !isRecord(group)) return row;
  if (operator.name === undefined || group.name === undefined) return row;
  const slim: Record<string, unknown> = { "operator-name": operator.name, "group-name": group.name };
  if (group.type !== undefined) slim["group-type"] = group.type;
  return slim;
}

/** Whether a row holds nothing but its two links, and those nothing but what is read, as nearly all do. */
function isPlain(row: Record<string, unknown>): boolean {
  for (const key in row) {
    if (key === "operator-name" || key === "group-name" || key === "group-type") continue;
    if ((key !== "operator" && key !== "group") || !isPlainLink(row[key], key === "group")) return false;
  }
  return true;
}

function isPlainLink(value: unknown, isGroup: boolean): boolean {
  if (!isRecord(value)) return false;
  for (const key in value) {
    const isRead = key === "name" || (isGroup && key === "type");
    if (!isRead && (key !== "_operation" || value._operation === "delete")) return false;
  }
  return true;
}

function routesOfRow(index: number, key: string | number | undefined, rest: Route): readonly Route[] {
  const row: Route = ["operatorGroup", index];
  if (key === undefined) return [row];
  if (key === "type") {
    return [
      [...row, "group", key, ...rest],
      [...row, "group-type", ...rest],
    ];
  }
  return [
    [...row, key, "name", ...rest],
    [...row, `${key}-name`, ...rest],
    // A row that is no object is left as it is.
    [...row, key, ...rest],
  ];
}

/** Children of an operator that link it to a group; which of them Campaign writes is not public. */
const LINKS = ["operator-group", "operatorGroup", "group"] as const;

/** Where a link holds the group's name, and beside it the type. */
const NAMES: readonly Route[] = [["name"], ["group", "name"], ["group-name"]];
const TYPES: readonly Route[] = [["type"], ["group", "type"], ["group-type"]];

interface Links {
  readonly rows: Membership[];
  routesOf(index: number, key: string | number | undefined): readonly Route[];
}

/** The links in operators, as memberships. */
function linksOf({ operators, indexOf }: Family): Links {
  const rows: Membership[] = [];
  /** Of each row the operator, and where the link stands in it: place in a list, name of the link, form of the name. */
  const holders: number[] = [];
  const places: number[] = [];
  const add = (item: unknown, at: number, place: number) => {
    const operator = operators[at]?.name;
    if (!isRecord(item) || operator === undefined || isDeleted(item)) return;
    const form = formOf(item);
    if (form < 0) return;
    const membership: Membership = { operator, group: valueAt(item, NAMES[form] ?? []) };
    const type = valueAt(item, TYPES[form] ?? []);
    if (type !== undefined) membership.type = type;
    rows.push(membership);
    holders.push(at);
    places.push(place + form);
  };
  for (let at = 0; at < operators.length; at++) {
    const operator: unknown = operators[at];
    if (!isRecord(operator) || isDeletion(operator)) continue;
    for (let link = 0; link < LINKS.length; link++) {
      const child = operator[LINKS[link] ?? ""];
      if (!Array.isArray(child)) add(child, at, link * 4);
      else
        for (let index = 0; index < child.length; index++) add(child[index], at, (index + 1) * 16 + link * 4);
    }
  }
  return {
    rows,
    routesOf(index, key) {
      const holder = holders[index];
      const place = places[index];
      if (holder === undefined || place === undefined) return [];
      const operator: Route = ["operator", indexOf(holder)];
      if (key === "operator") return [[...operator, "name"]];
      const position = Math.floor(place / 16) - 1;
      const link: Route = [...operator, LINKS[(place >> 2) & 3] ?? "", ...(position < 0 ? [] : [position])];
      const inLink = key === "group" ? NAMES : key === "type" ? TYPES : [];
      return [[...link, ...(inLink[place & 3] ?? [])]];
    },
  };
}

/** In which of its forms a link names a group; -1 for none. */
function formOf(link: Record<string, unknown>): number {
  for (let form = 0; form < NAMES.length; form++) {
    const name = valueAt(link, NAMES[form] ?? []);
    if (typeof name === "string" || typeof name === "number") return form;
  }
  return -1;
}
