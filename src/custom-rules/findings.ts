import type { Verdicts } from "../evaluate/rule.js";
import type { Instance } from "../model/workspace.js";
import type { Definition } from "./definition.js";
import { evidenceFor } from "./place.js";
import type { Held } from "./values.js";
import { capital, fieldInWords, sentence, subjectInWords } from "./words.js";

/** What custom rules say of values: all in one form, whatever is asked. */

/** A custom rule at one instance. */
export interface Scene {
  readonly rule: Definition;
  readonly instance: Instance;
  readonly verdict: Verdicts;
}

/** What is wrong with a value. */
export interface Fault {
  /** The end of a sentence that begins with the value. */
  readonly problem: string;
  readonly expected: string;
  /** What the value was held against, by where it stands. */
  readonly others?: Readonly<Record<string, string>>;
  readonly related?: Parameters<Verdicts["fail"]>[1]["related"];
}

/** Reports a value that is wrong. */
export function fail(held: Held, text: string, fault: Fault, { rule, verdict }: Scene): void {
  const { problem, expected, others, related = [] } = fault;
  verdict.fail(held.subject, {
    message: withTitle(`${valueInWords(held, text, rule)} ${problem}`, rule),
    at: held.at,
    property: held.property,
    observed: text,
    expected,
    related,
    // Another value there is another fault.
    values: { [rule.at.written]: text, ...others },
  });
}

/** Reports what is empty, be it a text, a list or a secret. */
export function failEmpty(held: Held, { rule, verdict }: Scene): void {
  verdict.fail(held.subject, {
    message: withTitle(`${subjectInWords(rule.at, held.owner)} empty`, rule),
    at: held.at,
    property: held.property,
    observed: "",
    expected: "a value",
  });
}

/** «Label "Reports" of operator group "report"», «Label of operator group "report" is empty and» */
function valueInWords(held: Held, text: string, { at }: Definition): string {
  const field = capital(fieldInWords(at));
  if (text === "") return `${field} of ${held.owner} is empty and`;
  return at.holds === "flag"
    ? `${field} of ${held.owner} is ${text} and`
    : `${field} "${text}" of ${held.owner}`;
}

/** Reports a value of which nothing is known. */
export function tellUnknown(held: Held, { rule: { at }, verdict }: Scene): void {
  verdict.unknown(held.subject, {
    message: `${subjectInWords(at, held.owner)} not in the export.`,
    missing: evidenceFor(at.root, at.keys[0]),
    at: held.at,
    property: held.property,
  });
}

/** What is wrong, and what would be right in the words of who wrote the rule. */
export function withTitle(problem: string, { title }: Pick<Definition, "title">): string {
  return sentence(title === undefined ? problem : `${problem}: ${title}`);
}
