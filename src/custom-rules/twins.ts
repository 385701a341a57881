import type { Listing } from "../model/workspace.js";
import { isHidden } from "./asker.js";
import { folded, type Test } from "./definition.js";
import { fail, type Scene, tellUnknown } from "./findings.js";
import { factsOf } from "./place.js";
import { type Held, isWhole } from "./values.js";
import { capital, fieldInWords, manyInWords } from "./words.js";

interface TwinQuestion {
  readonly scene: Scene;
  readonly test: Extract<Test, { is: "unique" }>;
  readonly listing: Listing<object>;
  /** Whether it is known of every record whether the rule is about it. */
  readonly isClear: boolean;
}

/**
 * Tells which records share a value. Each further one points at the first, of which nothing is said then. That a value is
 * nobody else's is only known where the list is complete and every value in it is known.
 */
export function tellTwins(held: readonly Held[], { scene, test, listing, isClear }: TwinQuestion): void {
  const { rule, instance, verdict } = scene;
  const field = fieldInWords(rule.at);
  const firsts = new Map<string, Held>();
  const shared = new Set<Held>();
  let isKnown = isClear;
  for (const one of held) {
    const { value: text } = one;
    if (typeof text !== "string" || isHidden(text)) {
      isKnown = false;
      tellUnknown(one, scene);
      continue;
    }
    if (text === "") {
      verdict.notApplicable(one.subject, `${capital(field)} of ${one.owner} is empty.`);
      continue;
    }
    const key = folded(text, test.ignoreCase);
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, one);
      continue;
    }
    shared.add(first);
    const problem = `is also that of ${first.owner}`;
    const related = [{ at: first.at, message: `The first is ${first.owner}.` }];
    fail(one, text, { problem, expected: "a value of its own", related }, scene);
  }
  const own = [...firsts.values()].filter((one) => !shared.has(one));
  if (own.length === 0) return;
  if (isKnown && isWhole(listing)) {
    for (const one of own) verdict.pass(one.subject);
    return;
  }
  const none = `No ${shared.size > 0 ? "other " : ""}${field} comes twice among the ${manyInWords(rule.at.root)} in the export`;
  const list = factsOf(rule.at).list;
  verdict.unknown(instance, {
    message: `${none}, but ${isWhole(listing) ? "some are not known" : "the list may not be complete"}.`,
    missing: isWhole(listing) || !list ? [] : [list, "completeness"],
    at: [listing],
    property: "complete",
  });
}
