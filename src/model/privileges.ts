import { GROUP, mayBeRight, NAMED_RIGHT } from "./memberships.js";
import type { Membership, Operator, OperatorGroup } from "./snapshot.schema.js";
import type { Instance } from "./workspace.js";

/** Groups and named rights that an operator is looked for with. */
export interface Wanted {
  readonly groups: ReadonlySet<string>;
  readonly rights: ReadonlySet<string>;
}

/**
 * Everything, bypassing all checks; programs on the server; SQL on the database (ACC
 * installation/using/access-management.md).
 */
export const HIGH_PRIVILEGES: Wanted = {
  groups: new Set(["admin"]),
  rights: new Set(["admin", "createProcess", "sql"]),
};

/** The administrator's alone. */
export const ADMINISTRATION: Wanted = { groups: new Set(["admin"]), rights: new Set(["admin"]) };

/** Whether an operator has what is looked for. */
export type Privilege =
  /** `through`: the group or right, in words; `key`: where the operator's record says so. */
  | { readonly is: "held"; readonly through: string; readonly key: "groups" | "rights" }
  | { readonly is: "not-held" }
  | { readonly is: "unknown"; readonly missing: readonly PrivilegeEvidence[] };

export type PrivilegeEvidence = "operatorGroups" | "memberships" | "operatorRights" | "groups";

/** Looks operators up: by their groups, the rights of those, and rights given to them directly. */
export function privilegesOf(
  { groups, memberships, openMemberships }: Instance,
  wanted: Wanted,
): (operator: Operator) => Privilege {
  const byName = new Map<string, OperatorGroup>();
  for (const group of groups?.records ?? []) if (group.name) byName.set(group.name, group);
  const throughGroup = (name: string): string | undefined => {
    if (wanted.groups.has(name)) return `group "${name}"`;
    const right = byName.get(name)?.rights?.find((own) => wanted.rights.has(own));
    return right && `group "${name}", which has the right "${right}"`;
  };
  /** What a row gives for certain, though it need not say whether it means a group or a right. */
  const throughRow = ({ group: name, type }: Membership): string | undefined => {
    if (!name || type === NAMED_RIGHT) return undefined;
    if (type === GROUP || !mayBeRight(name)) return throughGroup(name);
    if (!wanted.rights.has(name)) return undefined;
    if (wanted.groups.has(name)) return `group or right "${name}"`;
    return groups?.complete === "yes" && !byName.has(name) ? `right "${name}"` : undefined;
  };
  return (operator) => {
    for (const right of operator.rights ?? []) {
      if (wanted.rights.has(right)) return { is: "held", through: `right "${right}"`, key: "rights" };
    }
    for (const name of operator.groups ?? []) {
      const through = throughGroup(name);
      if (through) return { is: "held", through, key: "groups" };
    }
    for (const row of openMemberships.get(operator.name ?? "") ?? []) {
      const through = throughRow(row);
      if (through) return { is: "held", through, key: "groups" };
    }
    const missing = new Set<PrivilegeEvidence>();
    if (!isWhole(operator.groups)) missing.add("operatorGroups");
    else if (memberships !== "yes") missing.add("memberships");
    if (!isWhole(operator.rights)) missing.add("operatorRights");
    for (const name of operator.groups ?? []) {
      const group = byName.get(name);
      if (!group) missing.add("groups");
      else if (!isWhole(group.rights)) missing.add("operatorRights");
    }
    return missing.size === 0 ? { is: "not-held" } : { is: "unknown", missing: [...missing] };
  };
}

/** Whether a list is stated, and every name in it could be read. */
function isWhole(names: readonly (string | undefined)[] | undefined): boolean {
  return names?.every((name) => name !== undefined) ?? false;
}
