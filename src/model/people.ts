import type { Operator, User } from "./snapshot.schema.js";
import type { Instance, Listing } from "./workspace.js";

/** Who is who: operators in Campaign, users in the organization. */

/** Whether a login belongs to an Adobe technical account (ACC technotes/using/migrate-users-to-ims.md). */
export function isTechnicalAccount(operator: Operator): boolean {
  return isTechnicalAddress(operator.name) || isTechnicalAddress(operator.email);
}

function isTechnicalAddress(address: string | undefined): boolean {
  return address !== undefined && /@techacct\.adobe\.com\s*$/i.test(address);
}

/**
 * Whether an operator logs in with an Adobe ID; undefined where no operator of the list says how.
 * The value of native login is not public, so everything but `ims` counts as native.
 */
export function loginOf(operators: Listing<Operator>): (operator: Operator) => "ims" | "native" | undefined {
  const says = operators.records.some((operator) => operator.authenticationType !== undefined);
  return (operator) =>
    says ? (operator.authenticationType?.trim().toLowerCase() === "ims" ? "ims" : "native") : undefined;
}

/** The users that an operator can be; several where one person has accounts of several identity types. */
export type UserLookup = (operator: Operator) => readonly User[];

const lookups = new WeakMap<Listing<User>, UserLookup>();
const NOBODY: readonly User[] = [];

/** Finds operators' users: by e-mail, else by login, else as username@domain; letter case does not count. */
export function usersOf(instance: Instance): UserLookup {
  const users = instance.organization?.users;
  if (!users) return () => NOBODY;
  let lookup = lookups.get(users);
  if (!lookup) {
    let index: UserIndex | undefined;
    lookup = (operator) => {
      index ??= indexUsers(users.records);
      return find(operator, index);
    };
    lookups.set(users, lookup);
  }
  return lookup;
}

interface UserIndex {
  readonly byEmail: ReadonlyMap<string, readonly User[]>;
  readonly byUsername: ReadonlyMap<string, readonly User[]>;
  readonly byAddress: ReadonlyMap<string, readonly User[]>;
}

function find(operator: Operator, { byEmail, byUsername, byAddress }: UserIndex): readonly User[] {
  const email = keyOf(operator.email);
  const login = keyOf(operator.name);
  return (
    byEmail.get(email) ??
    byEmail.get(login) ??
    byUsername.get(login) ??
    byUsername.get(email) ??
    byAddress.get(email) ??
    byAddress.get(login) ??
    NOBODY
  );
}

function keyOf(text: string | undefined): string {
  return text?.trim().toLowerCase() ?? "";
}

function indexUsers(users: readonly User[]): UserIndex {
  const byEmail = new Map<string, User[]>();
  const byUsername = new Map<string, User[]>();
  const byAddress = new Map<string, User[]>();
  const add = (index: Map<string, User[]>, key: string, user: User) => {
    const known = index.get(key);
    if (known) known.push(user);
    else index.set(key, [user]);
  };
  for (const user of users) {
    const email = keyOf(user.email);
    const username = keyOf(user.username);
    if (email) add(byEmail, email, user);
    if (!username) continue;
    if (username !== email) add(byUsername, username, user);
    const domain = keyOf(user.domain);
    if (domain && !username.includes("@")) add(byAddress, `${username}@${domain}`, user);
  }
  return { byEmail, byUsername, byAddress };
}
