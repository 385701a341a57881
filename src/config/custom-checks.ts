import type { OtherPlace, Test } from "../custom-rules/definition.js";
import { factsOf, type ModelPlace, readPlace } from "../custom-rules/place.js";
import { explain } from "../model/mask-syntax.js";
import type { Shape } from "../model/shape-compile.js";
import type { CustomRule } from "./config.schema.js";
import type { Tell } from "./custom-rules.js";
import { readValues } from "./custom-values.js";

/** The checks that a rule can make, of which it makes one. */
const TESTS = ["pattern", "oneOf", "required", "unique", "equals"] as const;

interface TestQuestion {
  readonly at: ModelPlace;
  readonly snapshot: Shape;
  readonly readPattern: PatternReader;
  readonly tell: Tell;
}

/** Reads what a rule asks of its place. */
export function readTest(rule: CustomRule, question: TestQuestion): Test | undefined {
  const { at, tell } = question;
  const stated = TESTS.filter((name) => rule[name] !== undefined);
  const [is, second] = stated;
  if (is === undefined) return tell([], `The rule asks nothing: it takes one of ${TESTS.join(", ")}.`);
  if (second !== undefined)
    return tell(
      [second],
      `The rule asks ${stated.join(" and ")}: one check a rule, so make two of it.`,
      "key",
    );
  if ((is === "required" || is === "unique") && rule[is] === false)
    return tell([is], `"${is}: false" asks nothing: take the rule out.`);
  const problem = misfit(is, at);
  if (problem !== undefined) return tell(["at"], problem);
  if (is === "required" && rule.ignoreCase)
    return tell(["ignoreCase"], "Whether a value is there has no letter case.", "key");
  const ignoreCase = rule.ignoreCase === true;
  switch (is) {
    case "pattern":
      return question.readPattern(rule.pattern ?? "", { ignoreCase, tell });
    case "oneOf": {
      const values = readValues(rule.oneOf ?? [], { place: at, keys: ["oneOf"], tell });
      return values && { is, values, ignoreCase };
    }
    case "required":
      return { is };
    case "unique":
      return { is, ignoreCase };
    case "equals": {
      const other = readOther(rule.equals ?? "", question);
      return other && { is, other, ignoreCase };
    }
  }
}

/** Why a check does not fit a place. */
function misfit(is: (typeof TESTS)[number], at: ModelPlace): string | undefined {
  const { written, holds, isEach, keys } = at;
  const isOfList = factsOf(at).list !== undefined;
  if (is === "required") {
    return isEach
      ? `"required" asks whether there is any: leave the last [] out, ${written.replace(/\[\]$/, "")}.`
      : undefined;
  }
  if (holds === "secret")
    return `${written} is a secret, of which ims-lint keeps nothing but whether there is one: only "required" can be asked.`;
  if (holds === "list") {
    const each =
      keys.length > 0 ? `write ${written}[] for all that is in it` : `name a field, as ${written}[].name`;
    return `${written} is a list, of which only "required" can be asked; or ${each}.`;
  }
  if (is === "unique" && (!isOfList || isEach))
    return `"unique" compares the records of a list by one field, such as operators[].label; ${written} is none.`;
  if (holds === "flag" && (is === "unique" || is === "pattern"))
    return `${written} is true or false: ask «oneOf: [true]» or «oneOf: [false]».`;
  return undefined;
}

/** Reads the place that a value is compared with. */
function readOther(written: string, { at, snapshot, tell }: TestQuestion): OtherPlace | undefined {
  const isOwn = written.startsWith(".");
  const isOfList = factsOf(at).list !== undefined;
  if (isOwn && !isOfList)
    return tell(
      ["equals"],
      `"${written}" is a field of the same record; ${at.written} is in no record of a list.`,
    );
  const place = readPlace(isOwn ? `${at.root}[]${written}` : written, snapshot);
  if ("problem" in place) return tell(["equals"], place.problem);
  if (!isOwn && factsOf(place).list !== undefined)
    return tell(
      ["equals"],
      `${written} leads through a list: compare with a place of which there is one, such as instance.url, or with a field of the same record, such as .email.`,
    );
  if (place.isEach || place.holds !== at.holds)
    return tell(["equals"], `${written} holds ${KINDS[place.holds]}, ${at.written} ${KINDS[at.holds]}.`);
  if (place.root === at.root && place.keys.join(".") === at.keys.join("."))
    return tell(["equals"], `${written} is the place itself.`);
  return isOwn ? { field: { ...place, written } } : { single: place };
}

const KINDS: Readonly<Record<ModelPlace["holds"], string>> = {
  text: "text",
  flag: "true or false",
  secret: "a secret",
  list: "a list",
};

/** Compiles patterns. */
export type PatternReader = (
  pattern: string,
  context: { readonly ignoreCase: boolean; readonly tell: Tell },
) => Test | undefined;

/** Longer than any pattern that people can read. */
const MAX_LENGTH = 1_000;
/** What all patterns of a config may come to, in steps of their programs: they are compiled in a second. */
const MAX_SIZE = 100_000;

/** A reader of patterns; the engine is loaded only where there is one. */
export async function patternReader(rules: readonly (CustomRule | undefined)[]): Promise<PatternReader> {
  const hasPattern = rules.some((rule) => rule?.pattern !== undefined);
  const engine = hasPattern ? await import("../model/regex.js") : undefined;
  let size = 0;
  return (pattern, { ignoreCase, tell }) => {
    const refuse = (why: string) => tell(["pattern"], `The pattern ${why}.`);
    if (pattern === "") return refuse("is empty, so it matches everything");
    if (pattern.length > MAX_LENGTH)
      return refuse(`has ${pattern.length} characters; ims-lint takes ${MAX_LENGTH}`);
    if (!engine || size > MAX_SIZE) return refuse("and those before it are too large together");
    const found = engine.finder(pattern, { ignoreCase });
    if ("error" in found) {
      const why = explain(pattern, found);
      const where = why.at === undefined ? "" : `, at character ${why.at + 1}`;
      return refuse(`${why.state === "invalid" ? why.problem : why.reason}${where}`);
    }
    size += found.size;
    return { is: "pattern", pattern, finds: found.finds, cost: found.size };
  };
}
