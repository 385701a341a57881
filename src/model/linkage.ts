import {
  DIFFERENCES,
  type Difference,
  differencesOf,
  fold,
  mayBeIgnored,
  PERHAPS_IGNORED,
} from "./likeness.js";
import type { Mask } from "./mask.js";
import { type UserLookup, usersOf } from "./people.js";
import type { OperatorGroup, OrganizationGroup, User } from "./snapshot.schema.js";
import type { Completeness, Instance, Listing } from "./workspace.js";
import { STANDS_AT } from "./workspace.js";

/**
 * From a person to their rights: operator → user → product profile → mask → operator group. It is worked out once, here; rules
 * and reports only ask.
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
  readonly usersOf: UserLookup;
}

/** A product profile of the organization. */
export interface Profile {
  readonly name: string;
  /** Where it is listed, or where it was first seen: a record and a key of it. */
  readonly [STANDS_AT]: readonly [object, ...(string | number)[]];
  /** What the mask captures of its name; undefined where the mask does not match. */
  readonly captured: string | undefined;
  /** The mask does not match, and would but for these. */
  readonly misses: readonly Difference[] | undefined;
  /** The operator group it leads to. */
  readonly group: OperatorGroup | undefined;
  /**
   * Where no group has the captured name: `nowhere` where the list of groups is complete, else `unknown`.
   * `messagecenter` needs no group of its own (ACC technotes/using/ims-migration.md).
   */
  readonly leads: "to-group" | "to-messagecenter" | "nowhere" | "unknown" | "unmatched";
  /** A group that it would lead to but for letter case, white space or the kind of dash. */
  readonly similarGroup: OperatorGroup | undefined;
  /** Whether it leads to a group if Campaign ignores letter case and white space, which is not public. */
  readonly mayLead: boolean;
}

type ProfilePlace = Profile[typeof STANDS_AT];

/** The profiles of one user. */
export interface Holdings {
  /** Undefined where the export does not say what the user holds. */
  readonly matched: readonly Profile[] | undefined;
  /** Profiles that come near the mask. */
  readonly nearMisses: readonly Profile[];
  /** What may hide that the user holds more than is listed; undefined where all is told. */
  readonly hiddenBy: Hiding | undefined;
  readonly reach: Reach;
}

/**
 * How far a user gets. Only `nothing` is a lack that is proved.
 *
 * - `group`: to an operator group, or to Message Center
 * - `profiles-unknown`: what the user holds is not in the export
 * - `groups-unknown`: to a group that may be missing from the list
 * - `more-unknown`: the user may hold more than is listed
 * - `likeness-unknown`: to a group if Campaign ignores letter case and white space
 */
export type Reach =
  | "group"
  | "nothing"
  | "profiles-unknown"
  | "groups-unknown"
  | "more-unknown"
  | "likeness-unknown";

/**
 * Why more may be held than is listed.
 *
 * - `name`: a name in the list cannot be read
 * - `direct-only`: the listing leaves out what is held through user groups
 * - `user-group`: a name may be a user group, whose profiles are not in the export
 */
export type Hiding = "name" | "direct-only" | "user-group";

/** The evidence that would tell what is hidden. */
export function toldBy(
  hiding: Hiding | undefined,
): readonly ("userProfiles" | "directOnly" | "userGroups")[] {
  switch (hiding) {
    case "direct-only":
      return ["directOnly"];
    case "user-group":
      return ["directOnly", "userGroups"];
    case "name":
    case undefined:
      return ["userProfiles"];
  }
}

/** The names of product profiles that were seen, and whether they are all. */
export interface ProfileNames {
  readonly names: ReadonlyMap<string, ProfilePlace>;
  readonly complete: Completeness;
}

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
  const names = new Map<string, ProfilePlace>();
  const others = new Set<string>();
  const given = new Map<string, ProfilePlace>();
  for (const group of listed?.records ?? []) {
    if (group.groupName === undefined) continue;
    const kind = kindOf(group);
    if (kind === "profile" || kind === "perhaps-profile") names.set(group.groupName, [group, "groupName"]);
    else others.add(group.groupName);
    group.profiles?.forEach((name, index) => {
      if (name !== undefined && !names.has(name)) given.set(name, [group, "profiles", index]);
    });
  }
  for (const [name, at] of given) if (!names.has(name)) names.set(name, at);
  let seesHoldings = false;
  for (const user of organization?.users?.records ?? []) {
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
function kindOf({ type = "", productName, groupName = "" }: OrganizationGroup) {
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
function isAdministrative(name: string): boolean {
  return name.startsWith("_") && /^_(?:[a-z]+_)*(?:admin|developer)(?:_|$)/i.test(name);
}

/** Works the linkage of an instance out. */
export function link(instance: Instance, mask: Mask): Linkage {
  const groups = indexGroups(instance.groups);
  const seen = profileNames(instance);
  const profiles = [...(seen?.names ?? [])].map(([name, at]) => readProfile(name, at, mask, groups));
  const byName = new Map(profiles.map((profile) => [profile.name, profile]));
  const matched = profiles.filter((profile) => profile.captured !== undefined);
  const byGroup = new Map<OperatorGroup, Profile[]>();
  for (const profile of matched) {
    if (!profile.group) continue;
    const known = byGroup.get(profile.group);
    if (known) known.push(profile);
    else byGroup.set(profile.group, [profile]);
  }
  const givesNoMore = namesWithoutMembers(instance);
  const givenBy = profilesOfUserGroups(instance);
  const { directOnly, listsUserGroups } = instance.organization ?? {};
  const holdings = new Map<User, Holdings>();
  /** Most people hold one profile, and many the same. */
  const byOnly = new Map<string, Holdings>();
  const context = { byName, givesNoMore, givenBy, directOnly, listsUserGroups };
  return {
    mask,
    profiles,
    matched,
    profilesComplete: seen?.complete ?? "unknown",
    groupsComplete: groups.complete,
    byGroup,
    usersOf: usersOf(instance),
    holdings(user) {
      const only = user.groups?.length === 1 ? user.groups[0] : undefined;
      let known = only === undefined ? holdings.get(user) : byOnly.get(only);
      if (!known) {
        known = readHoldings(user, context);
        if (only === undefined) holdings.set(user, known);
        else byOnly.set(only, known);
      }
      return known;
    },
  };
}

/**
 * Whether the mask is known to match no profile at all: what people then lack follows from it. Where a profile would
 * match if Campaign ignored letter case and white space, it is not known.
 */
export function matchesNothing({ matched, profiles, profilesComplete }: Linkage): boolean {
  return (
    profilesComplete === "yes" &&
    matched.length === 0 &&
    !profiles.some(({ misses }) => misses && mayBeIgnored(misses))
  );
}

interface GroupIndex {
  readonly complete: Completeness;
  readonly exact: ReadonlyMap<string, OperatorGroup>;
  /** By the name without what Campaign may ignore. */
  readonly perhapsSame: ReadonlyMap<string, OperatorGroup>;
  /** By the name without any difference of likeness. */
  readonly alike: ReadonlyMap<string, OperatorGroup>;
}

function indexGroups(groups: Listing<OperatorGroup> | undefined): GroupIndex {
  const exact = new Map<string, OperatorGroup>();
  const perhapsSame = new Map<string, OperatorGroup>();
  const alike = new Map<string, OperatorGroup>();
  const add = (index: Map<string, OperatorGroup>, key: string, group: OperatorGroup) => {
    if (!index.has(key)) index.set(key, group);
  };
  for (const group of groups?.records ?? []) {
    if (!group.name) continue;
    add(exact, group.name, group);
    add(perhapsSame, fold(group.name, PERHAPS_IGNORED), group);
    add(alike, fold(group.name, DIFFERENCES), group);
  }
  return { complete: groups?.complete ?? "unknown", exact, perhapsSame, alike };
}

const MESSAGE_CENTER = "messagecenter";

function readProfile(name: string, at: ProfilePlace, mask: Mask, groups: GroupIndex): Profile {
  const captured = mask.capture(name);
  if (captured === undefined) {
    const near = mask.nearMiss(name);
    const similar = near && similarTo(near.captured, groups);
    return {
      name,
      [STANDS_AT]: at,
      captured,
      misses: near?.differences,
      group: undefined,
      leads: "unmatched",
      similarGroup: similar?.group,
      mayLead:
        near !== undefined &&
        mayBeIgnored(near.differences) &&
        (similar?.mayBeSame === true || groups.complete !== "yes"),
    };
  }
  const group = groups.exact.get(captured);
  const similar = group ? undefined : similarTo(captured, groups);
  return {
    name,
    [STANDS_AT]: at,
    captured,
    misses: undefined,
    group,
    leads: group
      ? "to-group"
      : captured === MESSAGE_CENTER
        ? "to-messagecenter"
        : groups.complete === "yes"
          ? "nowhere"
          : "unknown",
    similarGroup: similar?.group,
    mayLead: similar?.mayBeSame === true,
  };
}

/** A group of a name like the captured one, and whether Campaign may take them for the same. */
function similarTo(
  captured: string,
  groups: GroupIndex,
): { group: OperatorGroup | undefined; mayBeSame: boolean } | undefined {
  const key = fold(captured, PERHAPS_IGNORED);
  const same = groups.perhapsSame.get(key);
  if (same || key === MESSAGE_CENTER) return { group: same, mayBeSame: true };
  const group = groups.alike.get(fold(captured, DIFFERENCES));
  return group && { group, mayBeSame: false };
}

/** In what a profile's captured name differs from that of the group like it. */
export function differencesToGroup({ captured, similarGroup }: Profile): readonly Difference[] {
  return (captured !== undefined && similarGroup?.name && differencesOf(captured, similarGroup.name)) || [];
}

/** Names in users' cells that bring no further profiles: profiles and administrative groups, but no user groups. */
function namesWithoutMembers(instance: Instance): ReadonlySet<string> {
  const names = new Set<string>();
  for (const group of instance.organization?.groups?.records ?? []) {
    if (group.groupName === undefined) continue;
    const kind = kindOf(group);
    if (kind === "profile" || kind === "other") names.add(group.groupName);
  }
  for (const group of instance.organization?.groups?.records ?? []) {
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

const NONE: readonly Profile[] = [];
const UNKNOWN_HOLDINGS: Holdings = {
  matched: undefined,
  nearMisses: [],
  hiddenBy: "name",
  reach: "profiles-unknown",
};

interface HoldingsContext {
  readonly byName: ReadonlyMap<string, Profile>;
  /** Names that bring no further profiles. */
  readonly givesNoMore: ReadonlySet<string>;
  /** Profiles of user groups. */
  readonly givenBy: ReadonlyMap<string, readonly string[]>;
  readonly directOnly: boolean | undefined;
  readonly listsUserGroups: boolean | undefined;
}

function readHoldings(
  { groups }: User,
  { byName, givesNoMore, givenBy, directOnly, listsUserGroups }: HoldingsContext,
): Holdings {
  if (!groups) return UNKNOWN_HOLDINGS;
  const matched: Profile[] = [];
  let nearMisses = NONE;
  let hasUnreadable = false;
  let hasPerhapsUserGroup = listsUserGroups === false;
  const held = givenBy.size === 0 ? groups : withGiven(groups, givenBy);
  // Most people hold a few profiles; who holds thousands must not cost their square.
  const seen = held.length > 20 ? new Set<string>() : undefined;
  for (let index = 0; index < held.length; index++) {
    const name = held[index];
    if (name === undefined) {
      hasUnreadable = true;
      continue;
    }
    if (seen ? seen.has(name) : index > 0 && held.indexOf(name) < index) continue;
    seen?.add(name);
    const profile = byName.get(name);
    if (profile?.captured !== undefined) {
      matched.push(profile);
      continue;
    }
    if (profile?.misses) nearMisses = [...nearMisses, profile];
    if (!givesNoMore.has(name) && !givenBy.has(name) && !isAdministrative(name)) hasPerhapsUserGroup = true;
  }
  const hiddenBy: Hiding | undefined = hasUnreadable
    ? "name"
    : directOnly === true
      ? "direct-only"
      : directOnly === undefined && hasPerhapsUserGroup
        ? "user-group"
        : undefined;
  return { matched, nearMisses, hiddenBy, reach: reachOf(matched, nearMisses, hiddenBy !== undefined) };
}

/** What is listed, and what the user groups in it give. */
function withGiven(
  groups: readonly string[],
  givenBy: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const given = groups.flatMap((name) => givenBy.get(name) ?? []);
  return given.length === 0 ? groups : [...groups, ...given];
}

function reachOf(matched: readonly Profile[], nearMisses: readonly Profile[], mayHoldMore: boolean): Reach {
  for (const { leads } of matched) if (leads === "to-group" || leads === "to-messagecenter") return "group";
  if (matched.some(({ leads }) => leads === "unknown")) return "groups-unknown";
  if (mayHoldMore) return "more-unknown";
  if (matched.some(({ mayLead }) => mayLead) || nearMisses.some(({ mayLead }) => mayLead)) {
    return "likeness-unknown";
  }
  return "nothing";
}
