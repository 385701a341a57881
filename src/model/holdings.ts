import type { Profile } from "./linkage.js";
import { isAdministrative } from "./profile-names.js";
import type { User } from "./snapshot.schema.js";

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

/** What holdings are read by. */
export interface HoldingsContext {
  readonly byName: ReadonlyMap<string, Profile>;
  /** Names that bring no further profiles. */
  readonly givesNoMore: ReadonlySet<string>;
  /** Names that are known to be of user groups. */
  readonly userGroupNames: ReadonlySet<string>;
  /** Profiles of user groups. */
  readonly givenBy: ReadonlyMap<string, readonly string[]>;
  readonly directOnly: boolean | undefined;
  readonly listsUserGroups: boolean | undefined;
}

export function readHoldings(
  { groups, userGroups }: User,
  { byName, givesNoMore, userGroupNames, givenBy, directOnly, listsUserGroups }: HoldingsContext,
): Holdings {
  if (!groups) return UNKNOWN_HOLDINGS;
  const matched: Profile[] = [];
  let near: Profile[] | undefined;
  let hasUnreadable = false;
  let hasPerhapsUserGroup = listsUserGroups === false;
  for (const name of userGroups ?? []) {
    if (name === undefined) hasUnreadable = true;
    else if (!givenBy.has(name)) hasPerhapsUserGroup = true;
  }
  const held = givenBy.size === 0 ? groups : withGiven(groups, userGroups ?? [], givenBy);
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
      // Named as the mask wants it, so a profile; unless a user group has that name too.
      matched.push(profile);
      if (!userGroups && userGroupNames.has(name) && !givenBy.has(name)) hasPerhapsUserGroup = true;
      continue;
    }
    if (profile?.misses) {
      near ??= [];
      near.push(profile);
    }
    // What is told apart from the user groups, or given by one, is a profile.
    const isProfile = userGroups !== undefined || index >= groups.length;
    if (!isProfile && !givesNoMore.has(name) && !givenBy.has(name) && !isAdministrative(name)) {
      hasPerhapsUserGroup = true;
    }
  }
  const hiddenBy: Hiding | undefined = hasUnreadable
    ? "name"
    : directOnly === true
      ? "direct-only"
      : directOnly === undefined && hasPerhapsUserGroup
        ? "user-group"
        : undefined;
  const nearMisses = near ?? NONE;
  return { matched, nearMisses, hiddenBy, reach: reachOf(matched, nearMisses, hiddenBy !== undefined) };
}

/** What is listed, and what the user groups in it give. */
function withGiven(
  groups: readonly string[],
  userGroups: readonly string[],
  givenBy: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const given = [...groups, ...userGroups].flatMap((name) => givenBy.get(name) ?? []);
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

const NONE: readonly Profile[] = [];

const UNKNOWN_HOLDINGS: Holdings = {
  matched: undefined,
  nearMisses: [],
  hiddenBy: "name",
  reach: "profiles-unknown",
};
