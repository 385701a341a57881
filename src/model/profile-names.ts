import type { OrganizationGroup } from "./snapshot.schema.js";
import type { Completeness, Instance } from "./workspace.js";

/** The names of an organization: which are product profiles, which user groups, which neither. */

/** The names of product profiles that were seen, and whether they are all. */
export interface ProfileNames {
  readonly names: ReadonlyMap<string, ProfilePlace>;
  readonly complete: Completeness;
}

/** Where a profile is listed, or was first seen: a record and a key of it. */
export type ProfilePlace = readonly [object, ...(string | number)[]];

const seenProfiles = new WeakMap<Instance, { readonly seen: ProfileNames | undefined }>();

/** The product profiles that an instance's organization is known to have; undefined where nothing tells. */
export function profileNames(instance: Instance): ProfileNames | undefined {
  let known = seenProfiles.get(instance);
  if (!known) {
    known = { seen: seeProfiles(instance) };
    seenProfiles.set(instance, known);
  }
  return known.seen;
}

function seeProfiles({ organization }: Instance): ProfileNames | undefined {
  const listed = organization?.groups;
  const users = organization?.users?.records ?? [];
  const names = new Map<string, ProfilePlace>();
  const others = new Set<string>();
  for (const { userGroups } of users) for (const name of userGroups ?? []) others.add(name);
  for (const group of listed?.records ?? []) {
    const kind = kindOf(group);
    if (group.groupName !== undefined && kind !== "profile" && kind !== "perhaps-profile") {
      others.add(group.groupName);
    }
  }
  for (const group of listed?.records ?? []) {
    if (group.groupName === undefined) continue;
    const kind = kindOf(group);
    // What one listing leaves untyped, another may know.
    const isProfile = kind === "profile" || (kind === "perhaps-profile" && !others.has(group.groupName));
    if (isProfile) names.set(group.groupName, [group, "groupName"]);
  }
  for (const group of listed?.records ?? []) {
    group.profiles?.forEach((name, index) => {
      if (name !== undefined && !names.has(name)) names.set(name, [group, "profiles", index]);
    });
  }
  let seesHoldings = false;
  for (const user of users) {
    if (!user.groups) continue;
    seesHoldings = true;
    for (let index = 0; index < user.groups.length; index++) {
      const name = user.groups[index];
      if (name === undefined || names.has(name) || others.has(name) || isAdministrative(name)) continue;
      names.set(name, [user, "groups", index]);
    }
  }
  if (!listed && !seesHoldings) return undefined;
  return { names, complete: listed?.complete ?? "unknown" };
}

/** What a record among the organization's groups is; the listing leaves the type out at times (UMAPI docs/en/api). */
export function kindOf({ type = "", productName, groupName = "" }: OrganizationGroup) {
  switch (type.trim().toUpperCase()) {
    case "PRODUCT_PROFILE":
      return "profile";
    case "USER_GROUP":
      return "user-group";
    case "":
      if (isAdministrative(groupName)) return "other";
      return productName ? "profile" : "perhaps-profile";
    default:
      return "other";
  }
}

/** Names of administrative groups: `_org_admin`, `_product_admin_…`, `_admin_…`, `_developer_…` (UMAPI docs/en/api). */
export function isAdministrative(name: string): boolean {
  return name.startsWith("_") && /^_(?:[a-z]+_)*(?:admin|developer)(?:_|$)/i.test(name);
}

/** Names in users' cells that bring no further profiles: profiles and administrative groups, but no user groups. */
export function namesWithoutMembers({ organization }: Pick<Instance, "organization">): ReadonlySet<string> {
  const names = new Set<string>();
  for (const group of organization?.groups?.records ?? []) {
    if (group.groupName === undefined) continue;
    const kind = kindOf(group);
    if (kind === "profile" || kind === "other") names.add(group.groupName);
  }
  for (const group of organization?.groups?.records ?? []) {
    if (group.groupName !== undefined && kindOf(group) === "user-group") names.delete(group.groupName);
  }
  return names;
}

/** The profiles that the members of user groups hold, where an export tells them. */
export function profilesOfUserGroups({
  organization,
}: Pick<Instance, "organization">): ReadonlyMap<string, readonly string[]> {
  const given = new Map<string, readonly string[]>();
  for (const { groupName, profiles } of organization?.groups?.records ?? []) {
    if (groupName !== undefined && profiles) given.set(groupName, profiles);
  }
  return given;
}
