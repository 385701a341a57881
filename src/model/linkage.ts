import { type Holdings, readHoldings } from "./holdings.js";
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
import {
  kindOf,
  namesWithoutMembers,
  type ProfilePlace,
  profileNames,
  profilesOfUserGroups,
} from "./profile-names.js";
import type { OperatorGroup, User } from "./snapshot.schema.js";
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
  const byOnly = { mixed: new Map<string, Holdings>(), apart: new Map<string, Holdings>() };
  const userGroupNames = new Set(
    instance.organization?.groups?.records.flatMap((group) =>
      kindOf(group) === "user-group" ? (group.groupName ?? []) : [],
    ),
  );
  const context = { byName, givesNoMore, userGroupNames, givenBy, directOnly, listsUserGroups };
  return {
    mask,
    profiles,
    matched,
    profilesComplete: seen?.complete ?? "unknown",
    groupsComplete: groups.complete,
    byGroup,
    usersOf: usersOf(instance),
    holdings(user) {
      const only = user.groups?.length === 1 && !user.userGroups?.length ? user.groups[0] : undefined;
      const alike = user.userGroups ? byOnly.apart : byOnly.mixed;
      let known = only === undefined ? holdings.get(user) : alike.get(only);
      if (!known) {
        known = readHoldings(user, context);
        if (only === undefined) holdings.set(user, known);
        else alike.set(only, known);
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

/** Where the way of somebody who reaches nothing ends. */
export type BrokenLink =
  /** The mask matches no profile at all. */
  | { readonly is: "mask" }
  /** A profile that the mask matches leads to a group that Campaign does not have. */
  | { readonly is: "group"; readonly profile: Profile }
  /** A profile just misses the mask. */
  | { readonly is: "near-miss"; readonly profile: Profile }
  /** No profile comes near the mask. */
  | { readonly is: "no-profile" };

/** The link that is broken where `holdings` reach nothing. */
export function brokenLink(linkage: Linkage, { matched = [], nearMisses }: Holdings): BrokenLink {
  if (matchesNothing(linkage)) return { is: "mask" };
  const [lost] = matched;
  if (lost) return { is: "group", profile: lost };
  const near = nearMisses.find(({ similarGroup }) => similarGroup !== undefined) ?? nearMisses[0];
  return near ? { is: "near-miss", profile: near } : { is: "no-profile" };
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
