import { type Aside, setAside } from "./asides.js";
import type { Family } from "./campaign-people.js";
import type { CampaignRecords } from "./campaign-records.js";
import type { Route } from "./document.js";
import { isRecord, type Section, valueAt } from "./section.js";

/** Who is in which operator group, from the rows of xtk:operatorGroup and from the links in operators. */
export function membershipSection(
  { operatorGroup }: CampaignRecords,
  family: Family,
  limit: number,
  asides: Aside[],
): Section | undefined {
  const links = linksOf(family);
  if (!operatorGroup && links.rows.length === 0) return undefined;
  const rows = (operatorGroup ?? []).map((row, index) => membershipOf(row, index, asides));
  return {
    key: "memberships",
    value: links.rows.length > 0 ? [...rows, ...links.rows] : rows,
    count: operatorGroup ? operatorGroup.length : links.rows.length,
    // Links are no entity of their own: they may be all of an operator's, or some.
    limit: operatorGroup ? limit : undefined,
    routesOf: ([at, key, ...rest]) => {
      if (typeof at !== "number") return [[operatorGroup ? "operatorGroup" : "operator"]];
      return at < rows.length ? routesOfRow(at, key, rest) : links.routesOf(at - rows.length, key);
    },
  };
}

interface Membership {
  operator?: unknown;
  group?: unknown;
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
  return membership;
}

/** A row that holds nothing but two names, without the elements around them. */
export function slimRow(row: Record<string, unknown>): Record<string, unknown> {
  const { operator, group } = row;
  if (!isPlain(row) || !isRecord(operator) || !isRecord(group)) return row;
  if (operator.name === undefined || group.name === undefined) return row;
  return { "operator-name": operator.name, "group-name": group.name };
}

/** Whether a row holds nothing but its two links, and those nothing but names, as nearly all do. */
function isPlain(row: Record<string, unknown>): boolean {
  for (const key in row) {
    const isName = key === "operator-name" || key === "group-name";
    if (!isName && ((key !== "operator" && key !== "group") || !isLink(row[key]))) return false;
  }
  return true;
}

function isLink(value: unknown): boolean {
  if (!isRecord(value)) return false;
  for (const key in value) if (key !== "name" && key !== "_operation") return false;
  return true;
}

function routesOfRow(index: number, key: string | number | undefined, rest: Route): readonly Route[] {
  const row: Route = ["operatorGroup", index];
  if (key === undefined) return [row];
  return [
    [...row, key, "name", ...rest],
    [...row, `${key}-name`, ...rest],
    // A row that is no object is left as it is.
    [...row, key, ...rest],
  ];
}

/** Children of an operator that link it to a group; which of them Campaign writes is not public. */
const LINKS = ["operator-group", "operatorGroup", "group"] as const;

/** Where a link holds the group's name. */
const NAMES: readonly Route[] = [["name"], ["group", "name"], ["group-name"]];

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
    if (!isRecord(item) || operator === undefined) return;
    const form = formOf(item);
    if (form < 0) return;
    rows.push({ operator, group: valueAt(item, NAMES[form] ?? []) });
    holders.push(at);
    places.push(place + form);
  };
  for (let at = 0; at < operators.length; at++) {
    const operator: unknown = operators[at];
    if (!isRecord(operator)) continue;
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
      return key === "group" ? [[...link, ...(NAMES[place & 3] ?? [])]] : [link];
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
