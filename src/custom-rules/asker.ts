import type { EvidenceKey } from "../evaluate/rule.js";
import type { Instance } from "../model/workspace.js";
import { folded, type Test } from "./definition.js";
import type { Fault } from "./findings.js";
import { evidenceFor, isOfPeople, type ModelPlace } from "./place.js";
import { type Held, heldAt, heldBy } from "./values.js";
import { capital, fieldInWords, listed, otherInWords } from "./words.js";

/** Asks what a rule asks of values. */
export interface Asker {
  /** What is wrong with a value, or why that is not known; undefined where it is right. */
  ask(text: string, record: object | undefined): Fault | Doubt | undefined;
}

/** Why something is not known. */
export interface Doubt {
  readonly message: string;
  /** Empty where no export would settle it. */
  readonly missing: readonly EvidenceKey[];
}

interface Asked {
  readonly at: ModelPlace;
  readonly held: readonly Held[];
  readonly instance: Instance;
}

/** Makes ready what a rule asks of values; or says why nothing can be asked. */
export function askerOf(
  test: Exclude<Test, { is: "required" | "unique" }>,
  { at, held, instance }: Asked,
): Asker | { readonly hindrance: Doubt } {
  switch (test.is) {
    case "pattern":
      return patternAsker(test, held);
    case "oneOf":
      return oneOfAsker(test, at);
    case "equals":
      return equalsAsker(test, at, instance);
  }
}

/** Steps of the regular-expression engine that a pattern may cost in an instance: a few seconds at the very worst. */
const COST_BUDGET = 300_000_000;

function patternAsker(
  { pattern, finds, cost }: Extract<Test, { is: "pattern" }>,
  held: readonly Held[],
): Asker | { readonly hindrance: Doubt } {
  if (cost * held.reduce((sum, { value }) => sum + sizeOf(value), 0) > COST_BUDGET) {
    const message = "Matching the pattern against so much text takes too long, so ims-lint does not do it.";
    return { hindrance: { message, missing: [] } };
  }
  return {
    ask(text) {
      if (isHidden(text)) return HIDDEN;
      return finds(text)
        ? undefined
        : { problem: `does not match "${pattern}"`, expected: `text that matches ${pattern}` };
    },
  };
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 0);
  return typeof value === "string" ? value.length : 0;
}

function oneOfAsker({ values, ignoreCase }: Extract<Test, { is: "oneOf" }>, at: ModelPlace): Asker {
  const allowed = new Set(values.map((value) => folded(value, ignoreCase)));
  const fault = oneOfFault(values, at);
  return {
    ask(text) {
      if (isHidden(text)) return HIDDEN;
      return allowed.has(folded(text, ignoreCase)) ? undefined : fault;
    },
  };
}

function oneOfFault(values: readonly string[], at: ModelPlace): Fault {
  const [only = "", ...more] = values;
  // Names of people are not listed where nothing is wrong with them.
  if (isOfPeople(at)) {
    const allowed = more.length > 0 ? `one of the ${values.length}` : "the one";
    return { problem: `is not ${allowed} that the rule allows`, expected: `${allowed} that the rule allows` };
  }
  if (at.holds === "flag") return { problem: `must be ${only}`, expected: only };
  return more.length === 0
    ? { problem: `is not "${only}"`, expected: only }
    : { problem: `is none of ${listed(values)}`, expected: `one of ${listed(values)}` };
}

function equalsAsker(
  { other, ignoreCase }: Extract<Test, { is: "equals" }>,
  at: ModelPlace,
  instance: Instance,
): Asker | { readonly hindrance: Doubt } {
  const compare = (text: string, against: string, what: string, where: string): Fault | Doubt | undefined => {
    if (isHidden(text) || isHidden(against)) return HIDDEN;
    if (folded(text, ignoreCase) === folded(against, ignoreCase)) return undefined;
    const value = against === "" ? "is empty" : `is "${against}"`;
    return {
      problem: `differs from ${what}, which ${value}`,
      expected: against,
      others: { [where]: against },
    };
  };
  if ("single" in other) {
    const stated = statedAt(other.single, instance);
    if (typeof stated !== "string") return { hindrance: stated };
    const what = otherInWords(other.single);
    return { ask: (text) => compare(text, stated, what, other.single.written) };
  }
  const { field } = other;
  const what = `its ${fieldInWords(field)}`;
  return {
    ask(text, record) {
      const { value, owner } = heldBy(field, record ?? instance, instance);
      if (typeof value === "string" || typeof value === "boolean")
        return compare(text, String(value), what, field.written);
      return {
        message: `The ${fieldInWords(field)} of ${owner} is not in the export, so nothing can be compared with it.`,
        missing: [evidenceFor(at.root, field.keys[0])],
      };
    },
  };
}

/** The value of which there is one in an instance; where there are several, they must agree. */
function statedAt(place: ModelPlace, instance: Instance): string | Doubt {
  const what = otherInWords(place);
  const values = heldAt(place, instance).map(({ value }) => value);
  const texts = new Set(values.map((value) => (typeof value === "boolean" ? String(value) : value)));
  const [only] = texts;
  if (texts.size > 1 && !texts.has(undefined)) {
    return { message: `There are several values of ${what}, and they differ.`, missing: [] };
  }
  if (texts.size === 1 && typeof only === "string") return only;
  return {
    message: `${capital(what)} is not in the export, so nothing can be compared with it.`,
    missing: [evidenceFor(place.root, place.keys[0])],
  };
}

const HIDDEN: Doubt = {
  message: "The value held a secret, which is hidden, so it cannot be compared.",
  missing: [],
};

/** Whether a part of a value was taken out because it is a secret. */
export function isHidden(text: string): boolean {
  return text === "***" || text.includes("***@");
}
