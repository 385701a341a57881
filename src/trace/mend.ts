import { brokenLink, type Linkage, type Profile } from "../model/linkage.js";
import type { Instance } from "../model/workspace.js";
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
      const profile = linkage && leadingProfile(linkage);
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

/** The profile under a name that the mask takes to the group; undefined where no such name can be made. */
function renamedTo({ name }: Profile, group: string, { mask }: Linkage): First | undefined {
  const to = nameFor(group, mask);
  if (to === undefined) return undefined;
  return {
    text: `Rename the product profile "${name}" to "${to}" in the Admin Console.`,
    change: { is: "rename-profile", from: name, to },
  };
}

/** A profile that leads to a group, else one to be made. */
function give({ byGroup, mask }: Linkage, { groups }: Instance): First {
  const leading = leadingProfile({ byGroup });
  if (leading) {
    const others = new Set([...byGroup.values()].flat().map(({ name }) => name)).size - 1;
    const more = others > 0 ? `, or one of the ${others} others that lead to an operator group` : "";
    return {
      text: `Give the person the product profile "${leading.name}" in the Admin Console${more}.`,
      change: { is: "assign-profile", profile: leading.name },
    };
  }
  for (const { name: group } of groups?.records.slice(0, MOST_TRIED) ?? []) {
    const profile = group ? nameFor(group, mask) : undefined;
    if (profile === undefined) continue;
    return {
      text: `No product profile leads to an operator group yet: create one with the name "${profile}" in the Admin Console, and give it to the person.`,
      change: { is: "create-profile", profile },
    };
  }
  return {
    text: "No product profile leads to an operator group: create one whose name the mask matches, and whose captured part is the internal name of an operator group.",
    change: { is: "finding", rule: "profile-has-group" },
  };
}

function leadingProfile({ byGroup }: Pick<Linkage, "byGroup">): Profile | undefined {
  for (const [profile] of byGroup.values()) if (profile) return profile;
  return undefined;
}

const MOST_TRIED = 20;

/** A name of a profile of which the mask captures just that group. */
function nameFor(group: string, mask: Linkage["mask"]): string | undefined {
  const name = `${mask.literalStart}${group}`;
  return mask.capture(name) === group ? name : undefined;
}
