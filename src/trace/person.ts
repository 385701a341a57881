import { nearest } from "../model/nearest.js";
import { operatorName, userName, usersOf } from "../model/people.js";
import type { User } from "../model/snapshot.schema.js";
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

/** Every operator, and every user of the organization who is none. */
export function everybodyOf(instance: Instance): TracedPerson[] {
  const find = usersOf(instance);
  const operators = instance.operators?.records ?? [];
  const known = new Set(operators.flatMap((operator) => find(operator)));
  const users = instance.organization?.users?.records ?? [];
  return [
    ...operators.map((operator) => ({
      called: operator.email || operatorName(operator),
      operator,
      users: find(operator),
    })),
    ...withoutOperator(users.filter((user) => !known.has(user))),
  ];
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
export const MOST_COMPARED = 20_000;

function namesOfUser({ email, username, domain }: User): string[] {
  const address = username && domain && !username.includes("@") ? `${username}@${domain}` : undefined;
  return [email, username, address].map(keyOf).filter(Boolean);
}

function keyOf(name: string | undefined): string {
  return name?.trim().toLowerCase() ?? "";
}
