import type { EvidenceKey } from "../evaluate/evidence.js";
import type { Holdings } from "../model/holdings.js";
import { nearest } from "../model/nearest.js";
import { isTechnicalAccount, membershipOf, operatorName, standingOf, userName } from "../model/people.js";
import type { User } from "../model/snapshot.schema.js";
import { followProfiles } from "./chain.js";
import { broken, holds, note, unknown } from "./link.js";
import { MOST_COMPARED } from "./person.js";
import type { GrantedRights, HeldProfile, Link, TracedPerson, TraceQuestion } from "./trace.js";

/** The way of one person, link by link. */
export interface Following {
  readonly links: readonly Link[];
  readonly profiles: readonly HeldProfile[];
  readonly otherProfiles: number;
  readonly rights: readonly GrantedRights[];
  /** What the person holds; undefined where it is not known, or where no mask can be used. */
  readonly held: Holdings | undefined;
}

/** Follows a person from the operator to the rights, by the same model that the rules ask. */
export function followLinks(person: TracedPerson, question: TraceQuestion): Following {
  const { users } = person;
  const ownLinks = [operatorLink(person, question), userLink(person, question)];
  const [user] = users;
  if (!user) return { links: ownLinks, profiles: [], otherProfiles: 0, rights: [], held: undefined };
  const reached = followProfiles(person, user, question);
  return { ...reached, links: [...ownLinks, statusLink(user, users, question), ...reached.links] };
}

function operatorLink({ operator, called }: TracedPerson, { instance, login }: TraceQuestion): Link {
  const { operators } = instance;
  if (!operator) {
    if (!operators)
      return unknown("operator", "The export does not hold operators.", undefined, ["operators"]);
    if (operators.complete !== "yes") {
      const text = `No operator in the export is called "${called}", but there may be more, and how such an operator logs in is not known.`;
      return unknown("operator", text, instance.origins.place(operators, []), ["operators", "completeness"]);
    }
    const text = `Campaign has no operator "${called}" in the export; it makes one at the first login with an Adobe ID.`;
    return note("operator", text, instance.origins.place(operators, []));
  }
  const place = instance.origins.place(operator, []);
  const name = operatorName(operator);
  if (isTechnicalAccount(operator)) {
    return note(
      "operator",
      `Operator "${name}" is a technical account: programs use it, and nobody logs in with it.`,
      place,
    );
  }
  switch (login(operator)) {
    case "ims":
      return holds("operator", `Operator "${name}" logs in with an Adobe ID.`, place);
    case "native":
      return unknown(
        "operator",
        `Operator "${name}" logs in with a password of Campaign. What happens when this person logs in with an Adobe ID all the same is not public.`,
        place,
        [],
        "operator-ims",
      );
    case undefined:
      return unknown("operator", `How operator "${name}" logs in is not in the export.`, place, [
        "operatorLogin",
      ]);
  }
}

function userLink({ operator, users, called }: TracedPerson, question: TraceQuestion): Link {
  const { instance, hints } = question;
  const listing = instance.organization?.users;
  const rule = "operator-known-user";
  if (operator && isTechnicalAccount(operator)) {
    return note("user", "A technical account is no user of the organization.", undefined);
  }
  if (!listing) {
    return unknown("user", "The export does not hold users of the organization.", undefined, ["users"], rule);
  }
  const [user, ...others] = users;
  if (user) {
    const more =
      others.length > 0
        ? `, and ${others.length} more of that e-mail (${others.map(typeOf).join(", ")})`
        : "";
    const text = `The organization knows "${userName(user)}", ${typeOf(user)}${more}.`;
    return holds("user", text, instance.origins.place(user, []), rule);
  }
  const place = instance.origins.place(listing, []);
  const membership = operator ? membershipOf({ operator, users }, listing) : undefined;
  if (membership === "email-unknown") {
    const text = `No user of the organization is called "${called}", and the e-mail of the operator is not in the export.`;
    return unknown("user", text, place, ["operatorLogin"], rule);
  }
  const { operators } = instance;
  if (!operator && operators?.complete !== "yes" && !called.includes("@")) {
    const text = `No user of the organization is called "${called}"; the operator of that login may have the e-mail of one, and is not in the export.`;
    const missing: EvidenceKey[] = operators ? ["operators", "completeness"] : ["operators"];
    return unknown("user", text, place, missing, rule);
  }
  // Of somebody who is nowhere, the nearest name is told apart.
  const near = hints && operator ? nearest(called, namesOf(listing.records)) : undefined;
  const hint = near === undefined ? "" : ` The nearest is "${near}".`;
  const among = `"${called}" is not among the ${listing.records.length} users of the organization in the export`;
  if (listing.complete !== "yes") {
    return unknown("user", `${among}; there may be more.${hint}`, place, ["users", "completeness"], rule);
  }
  return broken("user", `${among}, who are all.${hint}`, place, rule);
}

function namesOf(users: readonly User[]): string[] {
  return users.length > MOST_COMPARED ? [] : users.map(userName);
}

function typeOf({ type }: User): string {
  return type ? `identity type ${type}` : "identity type not stated";
}

function statusLink(user: User, users: readonly User[], { instance }: TraceQuestion): Link {
  const rule = "user-active";
  const place = instance.origins.place(user, ["status"]);
  const standing = standingOf(user);
  if (users.some((other) => standingOf(other) !== standing)) {
    const all = users.map(({ status }) => status || "not stated").join(", ");
    const text = `The users of that e-mail are of different status (${all}); with which of them the person logs in is not known.`;
    return unknown("status", text, place, [], rule);
  }
  switch (standing) {
    case "active":
      return holds("status", "The user is active.", place, rule);
    case "shut-out":
      return broken("status", `The user is "${user.status}", so IMS turns this person away.`, place, rule);
    case "not-stated":
      return unknown("status", "The status of the user is not in the export.", place, ["userStatus"], rule);
    case "not-known":
      return unknown(
        "status",
        `The user has the status "${user.status}", which is none that is known.`,
        place,
        [],
        rule,
      );
  }
}
