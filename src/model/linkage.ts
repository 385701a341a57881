import { squash } from "./likeness.js";
import type { Mask } from "./mask.js";
import type { Operator, OperatorGroup, OrganizationGroup, User } from "./snapshot.schema.js";
import type { Completeness, Instance, Listing } from "./workspace.js";
import { STANDS_AT } from "./workspace.js";

/**
 * From a person to their rights: user → product profile → mask → operator group → operator. It is worked out once,
 * here; rules and reports only ask.
 */
export interface Linkage {
  readonly mask: Mask;
  /** Every product profile that was seen. */
  readonly profiles: readonly Profile[];
  /** The profiles that the mask matches. */
  readonly matched: readonly Profile[];
  /** Whether every profile of the organization was seen. */
  readonly profilesComplete: Completeness;
  readonly groupsComplete: Completeness;
  /** The matched profiles that lead to a group, by the group. */
  readonly byGroup: ReadonlyMap<OperatorGroup, readonly Profile[]>;
  /** What a user holds. */
  holdings(user: User): Holdings;
  /** The users that an operator can be: by e-mail, else by login, else as username@domain. */
  usersOf(operator: Operator): readonly User[];
}

/** A product profile of the organization. */
export interface Profile {
  readonly name: string;
  /** Where it is listed, or where it was first seen: a record and a key of it. */
  readonly [STANDS_AT]: readonly [object, ...(string | number)[]];
  /** What the mask captures of its name; undefined where the mask does not match. */
  readonly captured: string | undefined;
  /** The mask would match but for letter case, white space or the kind of dash. */
  readonly isNearMiss: boolean;
  /** The operator group it leads to. */
  readonly group: OperatorGroup | undefined;
  /**
   * Where no group has the captured name: `no` where the list of groups is complete, else `unknown`.
   * `messagecenter` needs no group of its own (ACC technotes/using/ims-migration.md).
   */
  readonly leads: "to-group" | "to-messagecenter" | "nowhere" | "unknown" | "unmatched";
  /** A group whose name differs from the captured one only in letter case, white space or the kind of dash. */
  readonly similarGroup: OperatorGroup | undefined;
}

type ProfilePlace = Profile[typeof STANDS_AT];

/** The profiles of one user. */
export interface Holdings {
  /** Undefined where the export does not say what the user holds. */
  readonly matched: readonly Profile[] | undefined;
  /** Profiles that come near the mask. */
  readonly nearMisses: readonly Profile[];
  /** Whether the user may hold more than is listed: through a user group, or in a listing of direct holdings. */
  readonly mayHoldMore: boolean;
}

/** The product profiles that an instance's organization is known to have. */
export function profileNames(
  instance: Instance,
): { names: Map<string, ProfilePlace>; complete: Completeness } | undefined {
  const { organization } = instance;
  const listed = organization?.groups;
  const names = new Map<string, ProfilePlace>();
  const others = new Set<string>();
  for (const group of listed?.records ?? []) {
    if (group.groupName === undefined) continue;
    if (isProfile(group)) names.set(group.groupName, [group, "groupName"]);
    else others.add(group.groupName);
  }
  let seesHoldings = false;
  for (const user of organization?.users?.records ?? []) {
    if (!user.groups) continue;
    seesHoldings = true;
    user.groups.forEach((name, index) => {
      // Names that begin with an underscore are administrative groups (UMAPI docs/en/api).
      if (name === undefined || names.has(name) || others.has(name) || name.startsWith("_")) return;
      names.set(name, [user, "groups", index]);
    });
  }
  if (!listed && !seesHoldings) return undefined;
  return { names, complete: listed?.complete ?? "unknown" };
}

/** A record without a type may be a profile: the listing leaves it out at times. */
function isProfile(group: OrganizationGroup): boolean {
  return group.type === undefined || group.type === "" || group.type.toUpperCase() === "PRODUCT_PROFILE";
}

/** Works the linkage of an instance out. */
export function link(instance: Instance, mask: Mask): Linkage {
  const groups = indexGroups(instance.groups);
  const seen = profileNames(instance) ?? {
    names: new Map<string, ProfilePlace>(),
    complete: "unknown" as const,
  };
  const groupsComplete = instance.groups?.complete ?? "unknown";
  const profiles = [...seen.names].map(([name, at]) => readProfile(name, at, mask, groups, groupsComplete));
  const byName = new Map(profiles.map((profile) => [profile.name, profile]));
  const matched = profiles.filter((profile) => profile.captured !== undefined);
  const byGroup = new Map<OperatorGroup, Profile[]>();
  for (const profile of matched) {
    if (!profile.group) continue;
    const known = byGroup.get(profile.group);
    if (known) known.push(profile);
    else byGroup.set(profile.group, [profile]);
  }
  const userGroups = userGroupNames(instance);
  let users: UserIndex | undefined;
  const holdings = new Map<User, Holdings>();
  return {
    mask,
    profiles,
    matched,
    profilesComplete: seen.complete,
    groupsComplete,
    byGroup,
    holdings(user) {
      const known = holdings.get(user);
      if (known) return known;
      const result = readHoldings(user, byName, instance, userGroups);
      holdings.set(user, result);
      return result;
    },
    usersOf(operator) {
      users ??= indexUsers(instance.organization?.users?.records ?? []);
      return findUsers(operator, users);
    },
  };
}

interface GroupIndex {
  readonly exact: ReadonlyMap<string, OperatorGroup>;
  readonly squashed: ReadonlyMap<string, OperatorGroup>;
}

function indexGroups(groups: Listing<OperatorGroup> | undefined): GroupIndex {
  const exact = new Map<string, OperatorGroup>();
  const squashed = new Map<string, OperatorGroup>();
  for (const group of groups?.records ?? []) {
    if (group.name === undefined) continue;
    exact.set(group.name, group);
    squashed.set(squash(group.name), group);
  }
  return { exact, squashed };
}

function readProfile(
  name: string,
  at: ProfilePlace,
  mask: Mask,
  groups: GroupIndex,
  groupsComplete: Completeness,
): Profile {
  const captured = mask.capture(name);
  if (captured === undefined) {
    const isNearMiss = mask.captureLoosely(name) !== undefined;
    return {
      name,
      [STANDS_AT]: at,
      captured,
      isNearMiss,
      group: undefined,
      leads: "unmatched",
      similarGroup: undefined,
    };
  }
  const group = groups.exact.get(captured);
  const similarGroup = group ? undefined : groups.squashed.get(squash(captured));
  const leads = group
    ? "to-group"
    : captured === "messagecenter"
      ? "to-messagecenter"
      : groupsComplete === "yes"
        ? "nowhere"
        : "unknown";
  return { name, [STANDS_AT]: at, captured, isNearMiss: false, group, leads, similarGroup };
}

/** Names that are no profiles: user groups whose profiles the export does not tell. */
function userGroupNames(instance: Instance): {
  readonly known: ReadonlySet<string>;
  readonly listed: boolean;
} {
  const records = instance.organization?.groups?.records ?? [];
  return {
    known: new Set(
      records.flatMap((group) =>
        group.groupName !== undefined && group.type?.toUpperCase() === "USER_GROUP" ? [group.groupName] : [],
      ),
    ),
    listed: instance.organization?.groups !== undefined,
  };
}

function readHoldings(
  user: User,
  byName: ReadonlyMap<string, Profile>,
  instance: Instance,
  userGroups: ReturnType<typeof userGroupNames>,
): Holdings {
  if (!user.groups) return { matched: undefined, nearMisses: [], mayHoldMore: true };
  const { directOnly, groups: listing } = instance.organization ?? {};
  const listedProfiles = new Set((listing?.records ?? []).filter(isProfile).map((group) => group.groupName));
  const matched: Profile[] = [];
  const nearMisses: Profile[] = [];
  // A name in the cell that the reader could not make out, too, may be a profile.
  let holdsUserGroup = user.groups.some((name) => name === undefined);
  for (const name of new Set(user.groups)) {
    const profile = byName.get(name);
    if (profile?.captured !== undefined) matched.push(profile);
    else if (profile?.isNearMiss) nearMisses.push(profile);
    if (userGroups.known.has(name)) holdsUserGroup = true;
    else if (profile?.captured === undefined && !name.startsWith("_") && !listedProfiles.has(name)) {
      // Not listed as a profile and not matched: it may be a user group, and give more.
      holdsUserGroup = true;
    }
  }
  return {
    matched,
    nearMisses,
    mayHoldMore: directOnly === true || (directOnly === undefined && holdsUserGroup),
  };
}

interface UserIndex {
  readonly byEmail: ReadonlyMap<string, readonly User[]>;
  readonly byLogin: ReadonlyMap<string, readonly User[]>;
  readonly byAddress: ReadonlyMap<string, readonly User[]>;
}

function indexUsers(users: readonly User[]): UserIndex {
  const byEmail = new Map<string, User[]>();
  const byLogin = new Map<string, User[]>();
  const byAddress = new Map<string, User[]>();
  const add = (index: Map<string, User[]>, key: string | undefined, user: User) => {
    if (!key) return;
    const known = index.get(key.toLowerCase());
    if (known) known.push(user);
    else index.set(key.toLowerCase(), [user]);
  };
  for (const user of users) {
    add(byEmail, user.email, user);
    add(byLogin, user.username, user);
    if (user.username && user.domain) add(byAddress, `${user.username}@${user.domain}`, user);
  }
  return { byEmail, byLogin, byAddress };
}

function findUsers(operator: Operator, users: UserIndex): readonly User[] {
  const email = operator.email?.trim().toLowerCase();
  const login = operator.name?.trim().toLowerCase();
  return (
    (email ? users.byEmail.get(email) : undefined) ??
    (login ? (users.byEmail.get(login) ?? users.byLogin.get(login)) : undefined) ??
    (email ? users.byAddress.get(email) : undefined) ??
    (login ? users.byAddress.get(login) : undefined) ??
    []
  );
}

/** Whether a login belongs to an Adobe technical account (ACC technotes/using/migrate-users-to-ims.md). */
export function isTechnicalAccount(operator: Operator): boolean {
  return [operator.name, operator.email].some((address) =>
    /@techacct\.adobe\.com$/i.test(address?.trim() ?? ""),
  );
}

/**
 * Whether an operator logs in with an Adobe ID; undefined where no operator of the list says how.
 * The value of native login is not public, so everything but `ims` counts as native.
 */
export function loginOf(operators: Listing<Operator>): (operator: Operator) => "ims" | "native" | undefined {
  const says = operators.records.some((operator) => operator.authenticationType !== undefined);
  return (operator) => (says ? (operator.authenticationType === "ims" ? "ims" : "native") : undefined);
}
