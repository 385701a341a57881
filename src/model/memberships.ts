import type { Membership, Operator, OperatorGroup } from "./snapshot.schema.js";
import type { Completeness, Listing } from "./workspace.js";

/**
 * Gives operators the groups that rows of xtk:operatorGroup put them in, and tells whether those are all they have; of
 * named rights those that a row calls so. Nothing is known of an operator without a row unless the rows are complete.
 *
 * Groups and named rights are one family (BLOG 2019-03-15), and a row need not say which of the two it links to: then
 * only what is listed as a group is one, and a name that both have leaves open what its operator has.
 */
export function giveGroups(
  /** Records of this instance alone: their groups are filled in. */
  operators: Listing<Operator> | undefined,
  rows: Listing<Membership> | undefined,
  groups: Listing<OperatorGroup> | undefined,
  stated: Completeness,
): Memberships {
  if (!operators || !rows) return { complete: stated, provesGroups: false, open: NONE };
  const isGroup = new Set(groups?.records.map(({ name }) => name));
  const byOperator = new Map<string, string[]>();
  const rightsOf = new Map<string, string[]>();
  /** Operators of which a row can mean a group or a right. */
  const unclear = new Set<string>();
  let isSure = true;
  let provesGroups = false;
  for (const { operator, group, type } of rows.records) {
    if (type === NAMED_RIGHT) {
      if (operator && group) add(rightsOf, operator, group);
    } else if (!operator || !group) {
      isSure = false;
    } else if (type !== GROUP && NAMED_RIGHTS.has(group)) {
      unclear.add(operator);
    } else if (type !== GROUP && !isGroup.has(group)) {
      // A named right, unless the group is missing from the list.
      if (groups?.complete !== "yes") isSure = false;
    } else {
      provesGroups ||= !isGroup.has(group);
      add(byOperator, operator, group);
    }
  }
  const complete: Completeness = rows.complete === "yes" && !isSure ? "unknown" : rows.complete;
  for (const operator of operators.records as Changeable[]) {
    if (operator.name === undefined) continue;
    const rights = rightsOf.get(operator.name);
    if (rights) operator.rights = [...new Set([...(operator.rights ?? []), ...rights])];
    const found = byOperator.get(operator.name);
    if (unclear.has(operator.name)) {
      operator.groups = undefined;
    } else if (operator.groups) {
      for (const group of found ?? []) if (!operator.groups.includes(group)) operator.groups.push(group);
    } else if (found || complete === "yes") {
      operator.groups = found ?? [];
    }
  }
  return { complete, provesGroups, open: openRows(rows, unclear) };
}

function add(namesOf: Map<string, string[]>, operator: string, name: string): void {
  const known = namesOf.get(operator);
  if (!known) namesOf.set(operator, [name]);
  else if (!known.includes(name)) known.push(name);
}

function openRows(rows: Listing<Membership>, unclear: ReadonlySet<string>): Memberships["open"] {
  if (unclear.size === 0) return NONE;
  const open = new Map<string, Membership[]>([...unclear].map((operator) => [operator, []]));
  for (const row of rows.records) open.get(row.operator ?? "")?.push(row);
  return open;
}

const NONE: Memberships["open"] = new Map();

/** What the rows tell. */
export interface Memberships {
  /** Whether the groups of an operator are all that it has. */
  readonly complete: Completeness;
  /** Whether they name groups that are not listed: then the list of groups is not complete. */
  readonly provesGroups: boolean;
  /** The rows of operators of whom one can mean a group or a right. */
  readonly open: ReadonlyMap<string, readonly Membership[]>;
}

/** Types of one family: operators, groups, named rights. */
export const GROUP = "1";
export const NAMED_RIGHT = "2";

/** Whether a row that does not say what it links to can mean a named right. */
export function mayBeRight(name: string): boolean {
  return NAMED_RIGHTS.has(name);
}

/** The named rights of which the names are public: some groups have the same (BLOG 2019-03-15; ACC installation/using/access-management.md). */
const NAMED_RIGHTS: ReadonlySet<string> = new Set([
  "admin",
  "folderInsert",
  "folderDelete",
  "folderEdit",
  "import",
  "recipientImport",
  "export",
  "sql",
  "createProcess",
  "fileAccess",
  "workflow",
  "central",
  "local",
]);

type Changeable = { -readonly [K in keyof Operator]: Operator[K] };
