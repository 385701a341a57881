import { allowListOf } from "./allowed-operators.js";
import type { Operator, User } from "./snapshot.schema.js";
import type { Instance, Listing, Workspace } from "./workspace.js";

/** Who is who: operators in Campaign, users in the organization. */

/** Whether a login belongs to an Adobe technical account (ACC technotes/using/migrate-users-to-ims.md). */
export function isTechnicalAccount(operator: Operator): boolean {
  return isTechnicalAddress(operator.name) || isTechnicalAddress(operator.email);
}

const TECHNICAL = "@techacct.adobe.com";

function isTechnicalAddress(address: string | undefined): boolean {
  if (!address || address.length < TECHNICAL.length) return false;
  const at = address.lastIndexOf("@");
  return address.length - at >= TECHNICAL.length && address.slice(at).trim().toLowerCase() === TECHNICAL;
}

/**
 * Whether an operator logs in with an Adobe ID; undefined where no operator of the list says how.
 * The value of native login is not public, so everything but `ims` counts as native.
 */
export function loginOf(operators: Listing<Operator>): (operator: Operator) => "ims" | "native" | undefined {
  const says = operators.records.some((operator) => operator.authenticationType !== undefined);
  return ({ authenticationType: type }) => {
    if (!says) return undefined;
    return type === "ims" || type?.trim().toLowerCase() === "ims" ? "ims" : "native";
  };
}

/** The operators that log in with an Adobe ID. */
export interface ImsOperators {
  readonly people: readonly Person[];
  /** Technical accounts, which are no users of the organization. */
  readonly technical: readonly Operator[];
}

export interface Person {
  readonly operator: Operator;
  /** The users that the operator can be; none where the organization does not know this person. */
  readonly users: readonly User[];
}

/** Those who log in with an Adobe ID; undefined where no operator of the list says how. */
export function imsOperatorsOf(instance: Instance, operators: Listing<Operator>): ImsOperators | undefined {
  const login = loginOf(operators);
  const find = usersOf(instance);
  const people: Person[] = [];
  const technical: Operator[] = [];
  for (const operator of operators.records) {
    const how = login(operator);
    if (how === undefined) return undefined;
    if (how !== "ims") continue;
    if (isTechnicalAccount(operator)) technical.push(operator);
    else people.push({ operator, users: find(operator) });
  }
  return { people, technical };
}

/** How people call an operator: the login, else the e-mail. */
export function operatorName({ name, email, label }: Operator): string {
  return name || email || label || "without a login";
}

/** Some operators, each in quotes; of many the first five, and how many more there are. */
export function operatorNames(operators: readonly Operator[]): string {
  const names = operators.slice(0, 5).map((operator) => `"${operatorName(operator)}"`);
  const more = operators.length - names.length;
  if (more > 0) return `${names.join(", ")} and ${more} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join("");
}

/** How people call a user: the e-mail, else the user name. */
export function userName({ email, username, id }: User): string {
  return email || username || id || "without an e-mail";
}

/**
 * Whether an operator is a user of the organization.
 *
 * - `perhaps-more`: not among those of a list that may not be complete
 * - `email-unknown`: not found by the login, and the e-mail is not in the export
 */
export type Membership = "user" | "no-user" | "perhaps-more" | "email-unknown";

export function membershipOf({ operator, users: own }: Person, users: Listing<User>): Membership {
  if (own.length > 0) return "user";
  if (users.complete !== "yes") return "perhaps-more";
  return operator.email === undefined && !operator.name?.includes("@") ? "email-unknown" : "no-user";
}

/** How a user stands with IMS, which turns away whoever is not active. */
export type Standing = "active" | "shut-out" | "not-stated" | "not-known";

/** The words are those of the User Management API. */
export function standingOf({ status }: User): Standing {
  if (status === undefined) return "not-stated";
  switch (status === "active" ? status : status.trim().toLowerCase()) {
    case "active":
      return "active";
    case "disabled":
    case "locked":
    case "removed":
      return "shut-out";
    default:
      return "not-known";
  }
}

/** Some users, each in quotes; of many the first five. */
export function userNames(users: readonly User[]): string {
  const names = users.slice(0, 5).map((user) => `"${userName(user)}"`);
  return `${names.join(", ")}${users.length > names.length ? ", …" : ""}`;
}

/** What a person is called: by what nobody else is, and by what others can be called too. */
export interface Called {
  /** Login, e-mail, user name, id. */
  readonly own: readonly string[];
  /** Label, first and last name. */
  readonly shared: readonly string[];
}

/** What the people of a workspace are called; operators that come with Campaign and technical accounts are nobody. */
export function* peopleOf({ instances }: Workspace): Iterable<Called> {
  for (const instance of instances) {
    const { operators, organization, settings } = instance;
    for (const operator of operators?.records ?? []) {
      if (isTechnicalAccount(operator) || isBuiltIn(operator)) continue;
      yield { own: stated(operator.name, operator.email), shared: stated(operator.label) };
    }
    for (const { email, username, domain, id, firstname, lastname } of organization?.users?.records ?? []) {
      const full = firstname && lastname ? [`${firstname} ${lastname}`, `${lastname} ${firstname}`] : [];
      const address = username && domain ? `${username}@${domain}` : undefined;
      yield { own: stated(email, username, id, address), shared: [...stated(firstname, lastname), ...full] };
    }
    for (const email of settings.expect?.users ?? []) yield { own: stated(email), shared: [] };
    // Who is named as an operator can be one that was deleted.
    const allowed = allowListOf(instance)?.extra.map(({ name }) => name) ?? [];
    for (const name of [...allowed, ...(settings.technicalOperators ?? [])]) {
      if (isTechnicalAddress(name) || BUILT_IN.has(name)) continue;
      yield { own: stated(name), shared: [] };
    }
  }
}

/** Whether an operator comes with Campaign (ACC installation/using/access-management.md, and the migration pages). */
export function isBuiltIn({ name }: Operator): boolean {
  return name !== undefined && BUILT_IN.has(name);
}

const BUILT_IN: ReadonlySet<string> = new Set([
  "admin",
  "billing",
  "crmOperator",
  "interaction",
  "mobileApp",
  "monitoring",
  "neolane",
  "webapp",
  "aemserver",
  "central",
  "local",
]);

function stated(...names: (string | undefined)[]): string[] {
  return names.flatMap((name) => (name === undefined || name.trim() === "" ? [] : [name]));
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
    lookup = lookIn(users.records);
    lookups.set(users, lookup);
  }
  return lookup;
}

type UserIndex = ReadonlyMap<string, readonly User[]>;

/** The second and third index are made only where somebody is not found by the first. */
function lookIn(users: readonly User[]): UserLookup {
  const byEmail = once(() => indexBy(users, ({ email }) => keyOf(email)));
  const byUsername = once(() => indexBy(users, ({ username }) => keyOf(username)));
  const byAddress = once(() =>
    indexBy(users, ({ username, domain }) =>
      username && domain && !username.includes("@") ? `${keyOf(username)}@${keyOf(domain)}` : "",
    ),
  );
  return (operator) => {
    const email = keyOf(operator.email);
    const found = byEmail().get(email);
    if (found) return found;
    const login = keyOf(operator.name);
    return (
      byEmail().get(login) ??
      byUsername().get(login) ??
      byUsername().get(email) ??
      byAddress().get(email) ??
      byAddress().get(login) ??
      NOBODY
    );
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function indexBy(users: readonly User[], keyOfUser: (user: User) => string): UserIndex {
  const index = new Map<string, User[]>();
  for (const user of users) {
    const key = keyOfUser(user);
    if (!key) continue;
    const known = index.get(key);
    if (known) known.push(user);
    else index.set(key, [user]);
  }
  return index;
}

function keyOf(text: string | undefined): string {
  return text?.trim().toLowerCase() ?? "";
}
