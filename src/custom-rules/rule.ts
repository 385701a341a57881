import type { Bearing, Concern, Rule } from "../evaluate/rule.js";
import type { Instance } from "../model/workspace.js";
import { checkOf } from "./check.js";
import type { Definition } from "./definition.js";
import { factsOf, isOfPeople, type ModelPlace } from "./place.js";
import { allInWords, capital, fieldInWords, listed, manyInWords, otherInWords } from "./words.js";

/** The words of a custom rule; what its config leaves out has words of ours. */
export interface Words {
  readonly title: string | undefined;
  readonly why: string | undefined;
  readonly remedy: string | undefined;
}

/** Makes a rule of what the config says, that stands among the others. */
export function customRule(
  definition: Definition,
  more: {
    readonly level: Bearing;
    /** Its place among the custom rules, from 1. */
    readonly number: number;
    readonly words: Words;
    /** Path of the config. */
    readonly source: string;
    /** What the config says, as plain data. */
    readonly stated: Readonly<Record<string, unknown>>;
  },
): Rule {
  const { at, id } = definition;
  const { level, number, words, source, stated } = more;
  return {
    id,
    control: `C.${number}`,
    level,
    since: "",
    subject: factsOf(at).subject,
    title: words.title ?? titleOf(definition),
    why: words.why ?? "The config of these exports asks for it.",
    remedy: words.remedy ?? remedyOf(at, id),
    source: [source],
    needs: needsOf(definition),
    definition: stated,
    examples: {},
    concerns: (instance) => concernOf(definition, instance),
    check: checkOf(definition),
  };
}

function needsOf({ at, test }: Definition): Rule["needs"] {
  const single = test.is === "equals" && "single" in test.other ? [test.other.single] : [];
  const needs = [at, ...single].flatMap((place) => factsOf(place).need ?? []);
  return [...new Set(needs)];
}

/** What is right, said of the places where it is right: «Label of every operator group matches "^ACME "». */
function titleOf({ at, where, test }: Definition): string {
  if (at.keys.length === 0) return `There are ${manyInWords(at.root)}`;
  const conditions = where.map(({ field, values }) => `${field} ${values.map(quoted).join(" or ")}`);
  const filter = conditions.length > 0 ? ` with ${conditions.join(" and ")}` : "";
  const what = `${at.isEach ? "Every " : ""}${fieldInWords(at)} of ${allInWords(at)}${filter}`;
  switch (test.is) {
    case "pattern":
      return capital(`${what} matches ${quoted(test.pattern)}`);
    case "oneOf": {
      const { length } = test.values;
      if (isOfPeople(at)) return capital(`${what} is one of those that are allowed (${length})`);
      if (at.holds === "flag") return capital(`${what} is ${test.values.join()}`);
      return capital(`${what} is ${length > 1 ? "one of " : ""}${listed(test.values)}`);
    }
    case "required":
      return capital(`${what} ${at.holds === "list" ? "are not empty" : "is filled in"}`);
    case "unique":
      return `No two ${manyInWords(at.root)}${filter} have the same ${fieldInWords(at)}`;
    case "equals": {
      const { other } = test;
      return capital(
        `${what} equals ${"field" in other ? `its ${fieldInWords(other.field)}` : otherInWords(other.single)}`,
      );
    }
  }
}

function quoted(value: string): string {
  return `"${value}"`;
}

function remedyOf({ root }: ModelPlace, id: string): string {
  const place = root.startsWith("organization") ? "in the Admin Console" : "in Campaign";
  return `Correct it ${place} and export again; or correct the rule, «customRules.${id}» in the config.`;
}

/** Whether the rule is about an instance at all. */
function concernOf(
  { instances, environments }: Definition,
  { name, environment }: Instance,
): Concern | undefined {
  if (instances.length > 0 && !instances.some((glob) => fits(glob, name))) {
    return { verdict: "notApplicable", message: "The rule is about other instances." };
  }
  if (environments.length === 0) return undefined;
  if (environment === undefined) {
    const message = "The rule is about some environments, and which one this instance is in is not known.";
    return { verdict: "unknown", message, missing: "environment" };
  }
  if (environments.includes(environment)) return undefined;
  const message = `The rule is about other environments than "${environment}".`;
  return { verdict: "notApplicable", message };
}

/** Whether a name is as a glob says, in which `*` stands for any characters. */
function fits(glob: string, name: string): boolean {
  const [first = "", ...parts] = glob.split("*");
  const last = parts.pop();
  if (last === undefined) return name === glob;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
