import { type AnyRecord, joinList, joinSections, type Reconciled, segment } from "./join.js";
import { OriginTable } from "./origins.js";
import type { Part } from "./part.js";
import { isAdministrative } from "./profile-names.js";
import type { InstanceSettings } from "./settings.js";
import type { User } from "./snapshot.schema.js";
import type { Completeness, Listing, Organization } from "./workspace.js";

/** An organization, and where its records stand. */
export interface JoinedOrganization {
  readonly organization: Organization;
  /** Whether users come from a table of the Admin Console, of which nobody can say how it was made. */
  readonly hasTable: boolean;
  readonly origins: OriginTable;
}

/** Joins what parts say of an organization; undefined where none says anything. */
export function joinOrganization(parts: readonly Part[]): JoinedOrganization | undefined {
  const origins = new OriginTable(parts.map(({ document }) => document));
  const section = joinSections(
    parts.map((part) => ({ part, route: ["organization"], value: part.snapshot.organization })),
    origins,
  );
  if (!section) return undefined;
  const users = joinList(
    parts.map((part) => segment(part, ["organization", "users"], part.snapshot.organization?.users, "users")),
    {
      // E-mails are compared without case.
      nameOf: (user) => (user.email || user.username)?.toLowerCase(),
      apart: ["type"],
      key: "users",
      reconcile: reconcileUsers,
      origins,
    },
  ) as Organization["users"];
  const groups = joinList(
    parts.map((part) =>
      segment(part, ["organization", "groups"], part.snapshot.organization?.groups, "profiles"),
    ),
    { nameOf: (group) => group.groupName, apart: ["type", "productName"], key: "profiles", origins },
  ) as Organization["groups"];
  const organization: Organization = {
    kind: "organization",
    id: section.id,
    name: section.name,
    listsUserGroups: section.listsUserGroups,
    // A statement that cannot be read, or that another contradicts, is no proof that nothing is left out.
    directOnly: section.directOnly ?? (isUnclear(parts, "directOnly") ? true : undefined),
    users,
    groups,
  };
  origins.alias(organization, section);
  // Only tables say whether they list user groups.
  const hasTable = section.listsUserGroups !== undefined;
  return { organization, hasTable, origins };
}

/**
 * The table of the Admin Console and the listing of the API tell the same people in different ways: the table leaves
 * administrative groups out, the listing what is held through user groups, and each has words of its own for the rest. Both
 * tell what is held; they contradict each other where the listing names more of somebody who is in no user group.
 */
function reconcileUsers(
  earlier: AnyRecord,
  later: AnyRecord,
  formats: readonly [string, string],
): Reconciled {
  const [before, after] = formats;
  if (before === after) return { earlier, later };
  const [one, other] = [earlier, later].map(asUser) as [User, User];
  const details = { ...later };
  for (const key of DETAILS) if (earlier[key] !== undefined) delete details[key];
  if (!one.groups || !other.groups) return { earlier, later: details };
  const [table, listing] = after === "admin-console-csv" ? [other, one] : [one, other];
  const inTable = new Set([...(table.groups ?? []), ...(table.userGroups ?? [])]);
  const beside = (listing.groups ?? []).filter((name) => !inTable.has(name) && !isAdministrative(name));
  // Who is in no user group holds nothing through one.
  if (table.userGroups?.length === 0 && beside.length > 0) return { earlier, later: details };
  const groups = [...new Set([...one.groups, ...other.groups])] as unknown as string;
  return { earlier: { ...earlier, groups }, later: { ...details, groups } };
}

const DETAILS = ["username", "domain", "firstname", "lastname", "country", "id"] as const;

function asUser(record: AnyRecord): User {
  return record as unknown as User;
}

/** The organization as an instance's settings see it: the config can say more of the lists than the files. */
export function withSettings(
  { organization, hasTable, origins }: JoinedOrganization,
  settings: InstanceSettings,
): Organization {
  const { users, groups } = organization;
  const own: Organization = {
    ...organization,
    directOnly: (hasTable ? undefined : settings.directOnly) ?? organization.directOnly,

    users: users && declared(users, settings.complete?.includes("users"), origins),
    groups: groups && declared(groups, settings.complete?.includes("profiles"), origins),
  };
  origins.alias(own, organization);
  return own;
}

/**
 * A list of which the config may say that it is complete. It cannot say so of one that is known to be cut off, or that
 * holds records which cannot be read.
 */
export function declared<T>(
  listing: Listing<T>,
  isDeclared: boolean | undefined,
  origins: OriginTable,
): Listing<T> {
  const complete: Completeness =
    isDeclared && listing.complete === "unknown" && listing.isSound !== false ? "yes" : listing.complete;
  if (complete === listing.complete) return listing;
  const own = { ...listing, complete };
  origins.sameList(own as Listing<object>, listing as Listing<object>);
  return own;
}

/** Whether a field of the organization is stated, and still not known. */
function isUnclear(parts: readonly Part[], field: string): boolean {
  return parts.some(({ problems }) =>
    problems.some(
      (problem) =>
        problem.route[0] === "organization" &&
        (problem.route[1] === field || (problem.kind === "record-twice" && problem.fields.includes(field))),
    ),
  );
}
