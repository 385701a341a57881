import type { Operator, User } from "./snapshot.schema.js";
import type { Instance, Listing } from "./workspace.js";
/** Who is who: operators in Campaign, users in the organization. */
/** Whether a login belongs to an Adobe technical account (ACC technotes/using/migrate-users-to-ims.md). */
export declare function isTechnicalAccount(operator: Operator): boolean;
/**
 * Whether an operator logs in with an Adobe ID; undefined where no operator of the list says how.
 * The value of native login is not public, so everything but `ims` counts as native.
 */
export declare function loginOf(operators: Listing<Operator>): (operator: Operator) => "ims" | "native" | undefined;
/** The users that an operator can be; several where one person has accounts of several identity types. */
export type UserLookup = (operator: Operator) => readonly User[];
/** Finds operators' users: by e-mail, else by login, else as username@domain; letter case does not count. */
export declare function usersOf(instance: Instance): UserLookup;
