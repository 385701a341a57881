import type { Membership, Operator, OperatorGroup } from "./snapshot.schema.js";
import type { Completeness, Listing } from "./workspace.js";

/**
 * Gives operators the groups that rows of xtk:operatorGroup put them in, and tells whether those are all they have.
 * Nothing is known of an operator without a row unless the rows are complete.
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
  if (!operators || !rows) return { complete: stated, provesGroups: false };
  const isGroup = new Set(groups?.records.map(({ name }) => name));
  const byOperator = new Map<string, string[]>();
  /** Operators of which a row can mean a group or a right. */
  const unclear = new Set<string>();
  let isSure = true;
  let provesGroups = false;
  for (const { operator, group, type } of rows.records) {
    if (type === NAMED_RIGHT) continue;
    if (!operator || !group) {
      isSure = false;
    } else if (type !== GROUP && NAMED_RIGHTS.has(group)) {
      unclear.add(operator);
    } else if (type !== GROUP && !isGroup.has(group)) {
      // A named right, unless the group is missing from the list.
      if (groups?.complete !== "yes") isSure = false;
    } else {
      provesGroups ||= !isGroup.has(group);
      const known = byOperator.get(operator);
      if (!known) byOperator.set(operator, [group]);
      else if (!known.includes(group)) known.push(group);
    }
  }
  const complete: Completeness = rows.complete === "yes" && !isSure ? "unknown" : rows.complete;
  for (const operator of operators.records as WithGroups[]) {
    if (operator.name === undefined) continue;
    const found = byOperator.get(operator.name);
    if (unclear.has(operator.name)) {
      operator.groups = undefined;
    } else if (operator.groups) {
      for (const group of found ?? []) if (!operator.groups.includes(group)) operator.groups.push(group);
    } else if (found || complete === "yes") {
      operator.groups = found ?? [];
    }
  }
  return { complete, provesGroups };
}

/** What the rows tell. */
export interface Memberships {
  /** Whether the groups of an operator are all that it has. */
  readonly complete: Completeness;
  /** Whether they name groups that are not listed: then the list of groups is not complete. */
  readonly provesGroups: boolean;
}

/** Types of one family: operators, groups, named rights. */
const GROUP = "1";
const NAMED_RIGHT = "2";

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

type WithGroups = { -readonly [K in keyof Operator]: Operator[K] };
