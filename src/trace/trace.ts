import type { EvidenceKey } from "../evaluate/evidence.js";
import type { Resolved } from "../evaluate/needs.js";
import type { Need } from "../evaluate/rule.js";
import type { Difference } from "../model/likeness.js";
import { isBuiltIn, isTechnicalAccount, loginOf } from "../model/people.js";
import { profilesOfUserGroups } from "../model/profile-names.js";
import type { Operator, User } from "../model/snapshot.schema.js";
import type { Instance, Place } from "../model/workspace.js";
import type { Reported } from "../report/report.js";
import { type Hindrance, hindrancesIn } from "./beyond.js";
import { type Following, followLinks } from "./links.js";
import { type Mend, mendOf } from "./mend.js";

/** Why a person can, or cannot, log in to an instance with an Adobe ID: every link of the way, and what stands beside it. */
export interface Trace {
  readonly instance: string;
  readonly person: TracedPerson;
  readonly outcome: Outcome;
  /** How it is with the person's own links, whatever stands in everybody's way. */
  readonly links: readonly Link[];
  readonly profiles: readonly HeldProfile[];
  /** Profiles that are held and do not come near the mask. */
  readonly otherProfiles: number;
  readonly rights: readonly GrantedRights[];
  /** What stands in the way of everybody, may do so, or cannot be known to. */
  readonly beyond: readonly Hindrance[];
  /** What the person sees, as far as it is documented. */
  readonly symptom: string | undefined;
  /** The one change that would mend it; undefined where nothing is broken. */
  readonly mend: Mend | undefined;
}

/** One person: an operator of Campaign, the users of the organization that it can be, or both. */
export interface TracedPerson {
  readonly called: string;
  /** Undefined where Campaign has none yet: it makes one at the first login. */
  readonly operator: Operator | undefined;
  readonly users: readonly User[];
}

/**
 * - `unknown`: no link is broken, and not every link is proven
 * - `no-login`: a technical account, with which nobody logs in
 */
export type Outcome = "can-log-in" | "cannot-log-in" | "unknown" | "no-login";

/** The links, in their order. */
export const STEPS = ["operator", "user", "status", "profile", "mask", "group", "rights"] as const;
export type Step = (typeof STEPS)[number];

export interface Link {
  readonly step: Step;
  /** `note`: it neither holds nor breaks. */
  readonly state: "holds" | "broken" | "unknown" | "note";
  readonly text: string;
  readonly place: Place | undefined;
  /** The rule that reports the same. */
  readonly rule: string | undefined;
  /** What would settle an unknown link. */
  readonly missing: readonly EvidenceKey[];
}

/** A product profile of the person that the mask matches, or nearly. */
export interface HeldProfile {
  readonly name: string;
  /** User groups that give it; none where it is held directly. */
  readonly through: readonly string[];
  /** What the mask captures; undefined where it does not match. */
  readonly captured: string | undefined;
  /** In what the name and the mask differ, where it does not match. */
  readonly misses: readonly Difference[];
  readonly leads: "to-group" | "to-messagecenter" | "nowhere" | "unknown" | "unmatched";
  /** The operator group that it leads to. */
  readonly group: string | undefined;
  /** The group that comes nearest, where it leads to none. */
  nearestGroup(): string | undefined;
  readonly place: Place;
}

export interface GrantedRights {
  /** «operator group "delivery"», «the operator itself». */
  readonly from: string;
  /** Undefined where the export does not tell. */
  readonly rights: readonly string[] | undefined;
  readonly place: Place;
}

/** What a trace rests on. */
export interface TraceQuestion {
  readonly instance: Instance;
  /** The evidence, as the rules have it. */
  readonly evidence: <N extends Need>(need: N) => Resolved<N>;
  readonly beyond: readonly Hindrance[];
  /** How operators log in. */
  readonly login: (operator: Operator) => "ims" | "native" | undefined;
  /** The profiles that user groups give. */
  readonly givenBy: ReadonlyMap<string, readonly string[]>;
  /** Whether names that come near are looked for, which takes long where it is done for everybody. */
  readonly hints: boolean;
}

/** What tracing on an instance rests on, worked out once for all its people. */
export function questionOf(
  instance: Instance,
  {
    evidence,
    results,
    hints,
  }: Pick<TraceQuestion, "evidence" | "hints"> & { readonly results: readonly Reported[] },
): TraceQuestion {
  const { operators } = instance;
  return {
    instance,
    evidence,
    hints,
    beyond: hindrancesIn(results),
    login: operators ? loginOf(operators) : () => undefined,
    givenBy: profilesOfUserGroups(instance),
  };
}

/** Traces one person on one instance. */
export function tracePerson(person: TracedPerson, question: TraceQuestion): Trace {
  const { instance, evidence, beyond } = question;
  const following = followLinks(person, question);
  const linkage = evidence("linkage");
  const login = person.operator && question.login(person.operator);
  const isIms = person.operator === undefined || login === "ims";
  const outcome = outcomeOf(person, following, { beyond, isIms });
  // Operators that come with Campaign and have a password are nobody, and have no Adobe ID to mend.
  const isAsked =
    outcome !== "no-login" && !(login === "native" && person.operator && isBuiltIn(person.operator));
  return {
    instance: instance.name,
    person,
    outcome,
    links: following.links,
    profiles: following.profiles,
    otherProfiles: following.otherProfiles,
    rights: following.rights,
    beyond,
    symptom: outcome === "cannot-log-in" && isAsked ? symptomOf(following, beyond) : undefined,
    mend: isAsked
      ? mendOf(person, following, beyond, {
          instance,
          linkage: "value" in linkage ? linkage.value : undefined,
        })
      : undefined,
  };
}

interface Circumstances {
  readonly beyond: readonly Hindrance[];
  /** Whether the operator is known to log in with an Adobe ID, as one does whom the first login makes. */
  readonly isIms: boolean;
}

function outcomeOf(
  { operator }: TracedPerson,
  { links }: Following,
  { beyond, isIms }: Circumstances,
): Outcome {
  if (operator && isTechnicalAccount(operator)) return "no-login";
  // What an operator with a password may do with an Adobe ID that leads to no right is not public.
  const isShut = ({ step, state }: Link) =>
    state === "broken" && (isIms || step === "user" || step === "status");
  if (links.some(isShut)) return "cannot-log-in";
  if (beyond.some(({ effect }) => effect === "blocks")) return "cannot-log-in";
  const isProven =
    links.every(({ state }) => state !== "unknown" && state !== "broken") &&
    !beyond.some(isOfAnotherOrganization);
  return isProven ? "can-log-in" : "unknown";
}

/** Where the IDs of organizations differ, the users in the export may be those of another one. */
function isOfAnotherOrganization({ result }: Hindrance): boolean {
  return result.rule.id === "org-id-consistent" && result.verdict === "fail";
}

/** Where no right matches, Campaign says so (ims-troubleshooting.md); of other broken links nothing is public. */
const NO_RIGHT = "Campaign shows «Login does not have any right matching the expression».";

function symptomOf({ links }: Following, beyond: readonly Hindrance[]): string | undefined {
  const first = beyond.find(({ effect }) => effect === "blocks");
  if (first) return first.symptom;
  const broken = links.find(({ state }) => state === "broken");
  switch (broken?.step) {
    case "profile":
    case "mask":
    case "group":
      return NO_RIGHT;
    case "user":
      return "What is shown to somebody whom the organization does not know is not public.";
    case "status":
      return "IMS turns this person away before Campaign is asked; its words are not public.";
    default:
      return undefined;
  }
}
