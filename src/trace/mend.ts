import { brokenLink, type Linkage, type Profile } from "../model/linkage.js";
import { HIGH_PRIVILEGES } from "../model/privileges.js";
import type { OperatorGroup } from "../model/snapshot.schema.js";
import type { Instance } from "../model/workspace.js";
import { count } from "../report/words.js";
import type { Hindrance } from "./beyond.js";
import type { Following } from "./links.js";
import type { Link, TracedPerson } from "./trace.js";

/** One change, in words and as data. */
export interface Mend {
  readonly text: string;
  readonly change: Change;
  /** How many more things are broken. */
  readonly remaining: number;
}

type First = Omit<Mend, "remaining">;

export type Change =
  /** Mend the finding of this rule. */
  | { readonly is: "finding"; readonly rule: string }
  | { readonly is: "add-user"; readonly user: string; readonly profile?: string }
  | { readonly is: "activate-user"; readonly user: string }
  | { readonly is: "create-group"; readonly group: string }
  | { readonly is: "rename-profile"; readonly from: string; readonly to: string }
  | { readonly is: "assign-profile"; readonly profile: string }
  | { readonly is: "create-profile"; readonly profile: string };

/** The change that is to be made first: what stands in everybody's way, then the first link that is broken. */
export function mendOf(
  person: TracedPerson,
  { links, held }: Following,
  beyond: readonly Hindrance[],
  { linkage, instance }: { readonly linkage: Linkage | undefined; readonly instance: Instance },
): Mend | undefined {
  const blocking = beyond.filter(({ effect }) => effect === "blocks");
  const broken = links.filter(({ state }) => state === "broken");
  const first = firstMend(person, held, { blocking: blocking[0], broken: broken[0], linkage, instance });
  return first && { ...first, remaining: blocking.length + broken.length - 1 };
}

interface Broken {
  readonly blocking: Hindrance | undefined;
  readonly broken: Link | undefined;
  readonly linkage: Linkage | undefined;
  readonly instance: Instance;
}

function firstMend(
  { called }: TracedPerson,
  held: Following["held"],
  { blocking, broken, linkage, instance }: Broken,
): First | undefined {
  if (blocking) {
    const { rule, remedy } = blocking.result;
    return { text: remedy ?? rule.remedy, change: { is: "finding", rule: rule.id } };
  }
  switch (broken?.step) {
    case undefined:
      return undefined;
    case "user": {
      const profile = linkage && leadingProfiles(linkage)[0];
      const holding = profile
        ? `, with a product profile that leads to an operator group, such as "${profile.name}"`
        : "";
      return {
        text: `Add "${called}" to the organization in the Admin Console${holding}; where the operator has a mistyped e-mail, correct that instead.`,
        change: { is: "add-user", user: called, ...(profile ? { profile: profile.name } : {}) },
      };
    }
    case "status":
      return {
        text: `Make the user "${called}" active in the Admin Console.`,
        change: { is: "activate-user", user: called },
      };
    default:
      return held && linkage ? mendOfLink(held, linkage, instance) : undefined;
  }
}

function mendOfLink(held: NonNullable<Following["held"]>, linkage: Linkage, instance: Instance): First {
  const end = brokenLink(linkage, held);
  switch (end.is) {
    case "mask":
      return {
        text: "Make the association mask and the names of the product profiles agree to the letter; ims-lint explain mask-matches tells how.",
        change: { is: "finding", rule: "mask-matches" },
      };
    case "group": {
      const { similarGroup, captured = "" } = end.profile;
      const renamed =
        similarGroup?.name === undefined ? undefined : renamedTo(end.profile, similarGroup.name, linkage);
      if (renamed) return renamed;
      return {
        text: `Create an operator group with the internal name "${captured}" in Campaign (Administration > Access management > Operator groups).`,
        change: { is: "create-group", group: captured },
      };
    }
    case "near-miss": {
      const { profile } = end;
      const group = profile.similarGroup?.name;
      return (
        (group === undefined ? undefined : renamedTo(profile, group, linkage)) ?? give(linkage, instance)
      );
    }
    case "no-profile":
      return give(linkage, instance);
  }
}

/** The profile under a name that the mask takes to the group; undefined where no such name can be made, or it is taken. */
function renamedTo({ name }: Profile, group: string, { mask, profiles }: Linkage): First | undefined {
  const to = nameFor(group, mask);
  if (to === undefined || profiles.some((other) => other.name === to)) return undefined;
  return {
    text: `Rename the product profile "${name}" to "${to}" in the Admin Console.`,
    change: { is: "rename-profile", from: name, to },
  };
}

/** A profile that leads to a group, else one to be made. Nobody is made an administrator. */
function give(linkage: Linkage, { groups }: Instance): First {
  const [leading, ...others] = leadingProfiles(linkage);
  if (leading) {
    return {
      text: `Give the person the product profile "${leading.name}" in the Admin Console${orAnother(others.length)}.`,
      change: { is: "assign-profile", profile: leading.name },
    };
  }
  for (const group of groups?.records.slice(0, MOST_TRIED) ?? []) {
    const profile = group.name ? nameFor(group.name, linkage.mask) : undefined;
    if (profile === undefined || isPowerful(profile, group)) continue;
    return {
      text: `No product profile without the rights of administrators leads to an operator group yet: create one with the name "${profile}" in the Admin Console, and give it to the person.`,
      change: { is: "create-profile", profile },
    };
  }
  return {
    text: "No product profile without the rights of administrators leads to an operator group: create one whose name the mask matches, and whose captured part is the internal name of an operator group.",
    change: { is: "finding", rule: "profile-has-group" },
  };
}

function orAnother(others: number): string {
  if (others === 0) return "";
  return others === 1
    ? ", or the other that leads to an operator group"
    : `, or one of the ${count(others)} others that lead to an operator group`;
}

/** The profiles that lead to a group without the rights of administrators, each once. */
function leadingProfiles({ byGroup }: Linkage): Profile[] {
  const found = [...byGroup].flatMap(([group, profiles]) =>
    profiles.filter(({ name }) => !isPowerful(name, group)),
  );
  return [...new Map(found.map((profile) => [profile.name, profile])).values()];
}

/** A profile with «admin» in its name opens Control Panel too (CP help/discover/using/managing-permissions.md). */
function isPowerful(profile: string, { name = "", rights = [] }: OperatorGroup): boolean {
  const { groups, rights: high } = HIGH_PRIVILEGES;
  return /admin/i.test(profile) || groups.has(name) || rights.some((right) => right && high.has(right));
}

const MOST_TRIED = 50;

/** A name of a profile of which the mask captures just that group. */
function nameFor(group: string, mask: Linkage["mask"]): string | undefined {
  const name = `${mask.literalStart}${group}`;
  return mask.capture(name) === group ? name : undefined;
}
