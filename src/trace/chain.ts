import { inWords } from "../evaluate/evidence.js";
import { type Holdings, toldBy } from "../model/holdings.js";
import { differencesInWords } from "../model/likeness.js";
import { brokenLink, differencesToGroup, type Linkage, type Profile } from "../model/linkage.js";
import { nearest } from "../model/nearest.js";
import type { User } from "../model/snapshot.schema.js";
import type { Place } from "../model/workspace.js";
import { STANDS_AT } from "../model/workspace.js";
import { broken, holds, note, unknown } from "./link.js";
import type { Following } from "./links.js";
import { rightsOf } from "./rights.js";
import type { GrantedRights, HeldProfile, Link, TracedPerson, TraceQuestion } from "./trace.js";

/** From what a user holds over the mask to the operator groups and their rights. */
export function followProfiles(person: TracedPerson, user: User, question: TraceQuestion): Following {
  const { instance, evidence } = question;
  const resolved = evidence("linkage");
  const nothing = { profiles: [], otherProfiles: 0, rights: [], held: undefined };
  if ("missing" in resolved) {
    const link = unknown("mask", "The association mask is not in the export.", undefined, [resolved.missing]);
    return { ...nothing, links: [link] };
  }
  if ("because" in resolved) {
    const { because, message } = resolved;
    const place = because.subject ? instance.origins.place(because.subject, ["imsRightsMask"]) : undefined;
    return { ...nothing, links: [unknown("mask", message, place, [], because.rule)] };
  }
  const linkage = resolved.value;
  const held = linkage.holdings(user);
  const isOne = person.users.every((other) => linkage.holdings(other).reach === held.reach);
  const profiles = [...(held.matched ?? []), ...held.nearMisses].map((profile) =>
    heldProfile(profile, user, linkage, question),
  );
  const otherProfiles = Math.max(0, new Set(user.groups ?? []).size - profiles.length);
  const rule = "operator-linked";
  if (!isOne) {
    const text = `The ${person.users.length} users of that e-mail do not all hold a profile that leads to an operator group; with which of them the person logs in is not known.`;
    const link = unknown("profile", text, instance.origins.place(user, ["groups"]), [], rule);
    return { links: [link], profiles, otherProfiles, rights: [], held: undefined };
  }
  const several = person.users.length > 1 ? person.users.length : undefined;
  const rights = held.reach === "group" && !several ? rightsOf(person, held, question) : [];
  const links = [
    ...chain(held, linkage, user, question),
    ...(several && held.reach === "group"
      ? [
          note(
            "rights",
            `The person is ${several} users; with which of them the login is done, and so which rights come of it, is not known.`,
            instance.origins.place(user, []),
          ),
        ]
      : rightsLink(rights)),
  ];
  return { links, profiles, otherProfiles, rights, held };
}

/** From the profiles over the mask to the group. */
function chain(held: Holdings, linkage: Linkage, user: User, { instance }: TraceQuestion): Link[] {
  const rule = "operator-linked";
  const at = instance.origins.place(user, ["groups"]);
  const { matched = [], nearMisses, hiddenBy } = held;
  const [first] = matched;
  const maskText = `the association mask "${linkage.mask.text}"`;
  const profileLink = (count: number) =>
    holds(
      "profile",
      `Holds ${count === 1 ? "a product profile" : `${count} product profiles`} that the mask matches.`,
      at,
      rule,
    );
  const placeOf = (profile: Profile) => placeOfProfile(profile, user, instance.origins);
  switch (held.reach) {
    case "profiles-unknown":
      return [
        unknown(
          "profile",
          "The product profiles of this person are not in the export.",
          at,
          ["userProfiles"],
          rule,
        ),
      ];
    case "group": {
      const leading = matched.filter(({ leads }) => leads === "to-group" || leads === "to-messagecenter");
      const [one] = leading;
      return [
        profileLink(matched.length),
        holds(
          "mask",
          `Of "${one?.name}" ${maskText} captures "${one?.captured}".`,
          one && placeOf(one),
          rule,
        ),
        holds(
          "group",
          one?.group
            ? `Operator group "${one.group.name}" is there${leading.length > 1 ? `, and so are those of ${leading.length - 1} more` : ""}.`
            : "It opens Message Center, which needs no operator group.",
          one?.group ? instance.origins.place(one.group, []) : undefined,
          rule,
        ),
      ];
    }
    case "groups-unknown": {
      const lost = matched.find(({ leads }) => leads === "unknown") ?? first;
      const text = `Operator group "${lost?.captured}" is not in the export, whose list of groups may not be complete.`;
      return [
        profileLink(matched.length),
        holds(
          "mask",
          `Of "${lost?.name}" ${maskText} captures "${lost?.captured}".`,
          lost && placeOf(lost),
          rule,
        ),
        unknown(
          "group",
          text,
          lost && placeOf(lost),
          instance.groups ? ["groups", "completeness"] : ["groups"],
          rule,
        ),
      ];
    }
    case "more-unknown": {
      const [missing] = inWords(toldBy(hiddenBy));
      const text = `${whatIsHeld(held)}, and may hold more through a user group: the export does not tell${missing ? ` (${missing.label})` : ""}.`;
      return [unknown("profile", text, at, toldBy(hiddenBy), rule)];
    }
    case "likeness-unknown": {
      const like = matched.find(({ mayLead }) => mayLead) ?? nearMisses.find(({ mayLead }) => mayLead);
      const isMatched = like?.captured !== undefined;
      const how = like?.similarGroup
        ? `; it differs from operator group "${like.similarGroup.name}" in ${differencesInWords(differencesToGroup(like))}`
        : "";
      const text = isMatched
        ? `"${like?.name}" leads to "${like?.captured}"${how}. Whether Campaign minds that is not public.`
        : `"${like?.name}" misses ${maskText} by ${differencesInWords(like?.misses ?? [])}. Whether Campaign minds that is not public.`;
      return [
        holds("profile", `Holds "${like?.name}".`, at, rule),
        unknown(
          isMatched ? "group" : "mask",
          text,
          like && placeOf(like),
          [],
          isMatched ? "profile-has-group" : "profile-near-miss",
        ),
      ];
    }
    case "nothing":
      return brokenChain(held, linkage, { at, maskText, placeOf });
  }
}

interface ChainPlaces {
  readonly at: Place;
  readonly maskText: string;
  readonly placeOf: (profile: Profile) => Place;
}

function brokenChain(held: Holdings, linkage: Linkage, { at, maskText, placeOf }: ChainPlaces): Link[] {
  const rule = "operator-linked";
  const end = brokenLink(linkage, held);
  switch (end.is) {
    case "mask":
      return [
        holds("profile", "What this person holds is in the export.", at, rule),
        broken(
          "mask",
          `${capital(maskText)} matches no product profile of the organization at all.`,
          at,
          "mask-matches",
        ),
      ];
    case "group": {
      const { name, captured } = end.profile;
      return [
        holds("profile", `Holds "${name}".`, at, rule),
        holds("mask", `Of it ${maskText} captures "${captured}".`, placeOf(end.profile), rule),
        broken(
          "group",
          `Campaign has no operator group "${captured}".`,
          placeOf(end.profile),
          "profile-has-group",
        ),
      ];
    }
    case "near-miss": {
      const { name, misses = [] } = end.profile;
      const text = `It misses ${maskText} by ${differencesInWords(misses)}.`;
      return [
        holds("profile", `Holds "${name}".`, at, rule),
        broken("mask", text, placeOf(end.profile), "profile-near-miss"),
      ];
    }
    case "no-profile":
      return [broken("profile", `Holds no product profile that ${maskText} matches.`, at, rule)];
  }
}

function whatIsHeld({ matched = [], nearMisses }: Holdings): string {
  const [lost] = matched;
  if (lost) return `Holds "${lost.name}", which leads to no operator group`;
  const [near] = nearMisses;
  return near
    ? `Holds "${near.name}", which just misses the association mask`
    : "Holds no product profile that the association mask matches";
}

function heldProfile(
  profile: Profile,
  user: User,
  linkage: Linkage,
  { instance, givenBy }: TraceQuestion,
): HeldProfile {
  const { name, captured, misses = [], leads, group, similarGroup } = profile;
  const isDirect = user.groups?.includes(name) === true;
  const through = [...(user.groups ?? []), ...(user.userGroups ?? [])].filter(
    (other) => other !== undefined && givenBy.get(other)?.includes(name),
  );
  const nearestGroup = () => {
    if (group) return undefined;
    const names = (instance.groups?.records ?? []).flatMap((record) => record.name ?? []);
    return similarGroup?.name ?? nearest(captured ?? linkage.mask.nearMiss(name)?.captured ?? "", names);
  };
  return {
    name,
    through: isDirect ? [] : [...new Set(through)],
    captured,
    misses,
    leads,
    group: group?.name,
    nearestGroup,
    place: placeOfProfile(profile, user, instance.origins),
  };
}

/** Where the person holds it; through a user group, where it is listed or was first seen. */
function placeOfProfile(profile: Profile, user: User, origins: TraceQuestion["instance"]["origins"]): Place {
  const index = user.groups?.indexOf(profile.name) ?? -1;
  if (index >= 0) return origins.place(user, ["groups", index]);
  const [record, ...keys] = profile[STANDS_AT];
  return origins.place(record, keys);
}

function rightsLink(rights: readonly GrantedRights[]): Link[] {
  const [first] = rights;
  if (!first) return [];
  const names = [...new Set(rights.flatMap(({ rights: own = [] }) => own))];
  const isAll = rights.every(({ rights: own }) => own !== undefined);
  if (!isAll) {
    const known = names.length > 0 ? `, beside ${names.join(", ")}` : "";
    return [
      note(
        "rights",
        `The named rights of ${rights
          .filter(({ rights: own }) => !own)
          .map(({ from }) => from)
          .join(", ")} are not in the export${known}.`,
        first.place,
      ),
    ];
  }
  const text = names.length > 0 ? `Named rights: ${names.join(", ")}.` : "No named right comes of it.";
  return [note("rights", text, first.place)];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
