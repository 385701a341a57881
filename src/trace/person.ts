import { nearest } from "../model/nearest.js";
import { isTechnicalAccount, loginOf, operatorName, userName, usersOf } from "../model/people.js";
import type { Operator, User } from "../model/snapshot.schema.js";
import type { Instance } from "../model/workspace.js";
import type { TracedPerson } from "./trace.js";

/**
 * The people of an instance who are called so: by login, e-mail, user name, or user name and domain; letter case does
 * not count. Several where a login is one person's and an e-mail another's.
 */
export function peopleCalled(who: string, instance: Instance): TracedPerson[] {
  const wanted = keyOf(who);
  const find = usersOf(instance);
  const operators = instance.operators?.records ?? [];
  const users = (instance.organization?.users?.records ?? []).filter((user) =>
    namesOfUser(user).includes(wanted),
  );
  const named = operators.filter(({ name, email }) => keyOf(name) === wanted || keyOf(email) === wanted);
  const ofUsers =
    users.length === 0
      ? []
      : operators.filter((operator) => find(operator).some((user) => users.includes(user)));
  const people = [...new Set([...named, ...ofUsers])].map(
    (operator): TracedPerson => ({
      called: operator.email || operatorName(operator),
      operator,
      users: find(operator),
    }),
  );
  const known = new Set(people.flatMap((person) => person.users));
  return [...people, ...withoutOperator(users.filter((user) => !known.has(user)))];
}

/** Who is not there: nobody of the instance is called so. */
export function nobody(who: string): TracedPerson {
  return { called: who, operator: undefined, users: [] };
}

/** Users who are no operators yet; those of one e-mail are one person. */
function withoutOperator(users: readonly User[]): TracedPerson[] {
  const byName = new Map<string, User[]>();
  for (const user of users) {
    const key = keyOf(userName(user));
    const known = byName.get(key);
    if (known) known.push(user);
    else byName.set(key, [user]);
  }
  return [...byName.values()].map((own) => ({
    called: own[0] ? userName(own[0]) : "",
    operator: undefined,
    users: own,
  }));
}

/** Everybody whom a login with an Adobe ID may concern, and how many are left out. */
export interface Everybody {
  readonly people: readonly TracedPerson[];
  /** Operators that log in with a password of Campaign, or whose login the export does not tell. */
  readonly natives: number;
  readonly technical: number;
  /** Users of the organization who are no operators and hold nothing that comes near the mask. */
  readonly others: number;
}

/** @param concerns Whether what a user holds may lead to this instance. */
export function everybodyOf(instance: Instance, concerns: (user: User) => boolean): Everybody {
  const find = usersOf(instance);
  const { operators } = instance;
  const login = operators ? loginOf(operators) : () => undefined;
  const all = operators?.records ?? [];
  const technical = all.filter(isTechnicalAccount);
  const ims = all.filter((operator) => !isTechnicalAccount(operator) && login(operator) === "ims");
  const known = new Set(all.flatMap((operator: Operator) => find(operator)));
  const left = (instance.organization?.users?.records ?? []).filter((user) => !known.has(user));
  const concerned = left.filter(concerns);
  return {
    people: [
      ...ims.map((operator) => ({
        called: operator.email || operatorName(operator),
        operator,
        users: find(operator),
      })),
      ...withoutOperator(concerned),
    ],
    natives: all.length - technical.length - ims.length,
    technical: technical.length,
    others: left.length - concerned.length,
  };
}

/** The name in an instance that comes nearest to one that is not there. */
export function nearestName(who: string, { operators, organization }: Instance): string | undefined {
  const names = [
    ...(operators?.records ?? []).flatMap(({ name, email }) => [name, email]),
    ...(organization?.users?.records ?? []).flatMap(({ email, username }) => [email, username]),
  ].flatMap((name) => name || []);
  return names.length > MOST_COMPARED ? undefined : nearest(who, [...new Set(names)]);
}

/** Nobody looks for the nearest of very many. */
const MOST_COMPARED = 50_000;

function namesOfUser({ email, username, domain }: User): string[] {
  const address = username && domain && !username.includes("@") ? `${username}@${domain}` : undefined;
  return [email, username, address].map(keyOf).filter(Boolean);
}

function keyOf(name: string | undefined): string {
  return name?.trim().toLowerCase() ?? "";
}
