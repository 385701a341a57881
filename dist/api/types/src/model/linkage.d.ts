import { type Difference } from "./likeness.js";
import type { Mask } from "./mask.js";
import { type UserLookup } from "./people.js";
import type { OperatorGroup, User } from "./snapshot.schema.js";
import type { Completeness, Instance } from "./workspace.js";
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
    /** Whether the user may hold more than is listed: through a user group, or in a listing of direct holdings. */
    readonly mayHoldMore: boolean;
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
export type Reach = "group" | "nothing" | "profiles-unknown" | "groups-unknown" | "more-unknown" | "likeness-unknown";
/** The names of product profiles that were seen, and whether they are all. */
export interface ProfileNames {
    readonly names: ReadonlyMap<string, ProfilePlace>;
    readonly complete: Completeness;
}
/** The product profiles that an instance's organization is known to have; undefined where nothing tells. */
export declare function profileNames(instance: Instance): ProfileNames | undefined;
/** Works the linkage of an instance out. */
export declare function link(instance: Instance, mask: Mask): Linkage;
/**
 * Whether the mask is known to match no profile at all: what people then lack follows from it. Where a profile would
 * match if Campaign ignored letter case and white space, it is not known.
 */
export declare function matchesNothing({ matched, profiles, profilesComplete }: Linkage): boolean;
/** In what a profile's captured name differs from that of the group like it. */
export declare function differencesToGroup({ captured, similarGroup }: Profile): readonly Difference[];
export {};
