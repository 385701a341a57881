import type { Membership, Operator, OperatorGroup } from "./snapshot.schema.js";
import type { Completeness, Listing } from "./workspace.js";

/**
 * Gives operators the groups that rows of xtk:operatorGroup put them in, and tells whether those are all they have.
 * Nothing is known of an operator without a row unless the rows are complete.
 *
 * Groups and named rights are one family (BLOG 2019-03-15), and a row does not say which of the two it links to: only
 * what is listed as a group is one.
 */
export function giveGroups(
  operators: Listing<Operator> | undefined,
  rows: Listing<Membership> | undefined,
  groups: Listing<OperatorGroup> | undefined,
  stated: Completeness,
): Completeness {
  if (!operators || !rows) return stated;
  const isGroup = new Set(groups?.records.map(({ name }) => name));
  const byOperator = new Map<string, string[]>();
  let isSure = true;
  for (const { operator, group } of rows.records) {
    if (!operator || !group) {
      isSure = false;
    } else if (!isGroup.has(group)) {
      // A named right, unless the group is missing from the list.
      if (groups?.complete !== "yes") isSure = false;
    } else {
      const known = byOperator.get(operator);
      if (!known) byOperator.set(operator, [group]);
      else if (!known.includes(group)) known.push(group);
    }
  }
  const complete: Completeness = rows.complete === "yes" && !isSure ? "unknown" : rows.complete;
  for (const operator of operators.records as WithGroups[]) {
    const found = operator.name === undefined ? undefined : byOperator.get(operator.name);
    if (operator.groups) {
      for (const group of found ?? []) if (!operator.groups.includes(group)) operator.groups.push(group);
    } else if (found || complete === "yes") {
      operator.groups = found ?? [];
    }
  }
  return complete;
}

type WithGroups = { -readonly [K in keyof Operator]: Operator[K] };
