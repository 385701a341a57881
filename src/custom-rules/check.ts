import { EVIDENCE } from "../evaluate/evidence.js";
import type { Rule } from "../evaluate/rule.js";
import { Secret } from "../model/leaves.js";
import type { Listing } from "../model/workspace.js";
import { type Asker, askerOf } from "./asker.js";
import type { Definition } from "./definition.js";
import { judgeEntries } from "./entries.js";
import { fail, failEmpty, type Scene, tellUnknown, withTitle } from "./findings.js";
import { evidenceFor, factsOf } from "./place.js";
import { tellTwins } from "./twins.js";
import { doubtOf, type Held, heldAt, heldBy, isWhole, listOf, type Selected, select } from "./values.js";
import { manyInWords, wholeInWords } from "./words.js";

/** The check of a custom rule: one for all of them, led by what the config says. */
export function checkOf(rule: Definition): NonNullable<Rule["check"]> {
  return ({ instance }, verdict) => {
    const scene = { rule, instance, verdict };
    const { at } = rule;
    const listing = listOf(at.root, instance);
    if (factsOf(at).list === undefined) judge(heldAt(at, instance), scene);
    else if (!listing) tellMissing(scene);
    else if (at.keys.length === 0) judgeList(listing, scene);
    else judgeRecords(listing, scene);
  };
}

/** Of a list as a whole only one thing can be asked: that it holds anything. */
function judgeList(listing: Listing<object>, { rule, instance, verdict }: Scene): void {
  const { root, written: property } = rule.at;
  const at = [listing] as const;
  const { list } = factsOf(rule.at);
  if (listing.records.length > 0) {
    verdict.pass(instance);
  } else if (isWhole(listing)) {
    const message = withTitle(`There are no ${manyInWords(root)}`, rule);
    verdict.fail(instance, { message, at, property, observed: "0", expected: "at least 1" });
  } else {
    const message = `There are no ${manyInWords(root)} in the export, but the list may not be complete.`;
    verdict.unknown(instance, { message, missing: list ? [list, "completeness"] : [], at, property });
  }
}

function judgeRecords(listing: Listing<object>, scene: Scene): void {
  const { rule, instance, verdict } = scene;
  const { at, where, test } = rule;
  const selected = select(listing, where, instance);
  if (selected.unclear > 0) tellUnclear(selected, scene);
  const held = selected.records.map((record) => heldBy(at, record, instance));
  if (held.length > 1 && held.every(({ value }) => value === undefined)) {
    verdict.unknown(instance, {
      message: `The export tells the ${wholeInWords(at)} of none of the ${held.length} ${manyInWords(at.root)}.`,
      missing: evidenceFor(at.root, at.keys[0]),
      at: [listing],
      property: at.written,
    });
  } else if (test.is === "unique") {
    tellTwins(held, { scene, test, listing, isClear: selected.unclear === 0 });
  } else {
    judge(held, scene);
  }
}

/** A list that is not in the export at all. */
function tellMissing({ rule, instance, verdict }: Scene): void {
  const missing = evidenceFor(rule.at.root, undefined);
  verdict.unknown(instance, { message: `The export does not hold ${EVIDENCE[missing].label}.`, missing });
}

/** Records of which the export does not tell whether the rule is about them. */
function tellUnclear({ unclear, unclearFields }: Selected, { rule: { at }, instance, verdict }: Scene): void {
  const fields = [...unclearFields].map((field) => `«${field}»`).join(" and ");
  verdict.unknown(instance, {
    message: `The export does not tell ${fields} of ${unclear} ${manyInWords(at.root)}, so whether the rule is about them is not known.`,
    missing: [...new Set([...unclearFields].map((field) => evidenceFor(at.root, field)))],
    property: "where",
  });
}

function judge(held: readonly Held[], scene: Scene): void {
  const { rule, instance, verdict } = scene;
  const { test, at } = rule;
  // Without a subject nothing is asked, and nothing has to be known.
  if (held.length === 0) return;
  if (test.is === "required" || test.is === "unique") {
    for (const one of held) judgeFilled(one, scene);
    return;
  }
  const asker = askerOf(test, { at, held, instance });
  if ("hindrance" in asker) {
    verdict.unknown(instance, asker.hindrance);
  } else if (at.isEach) {
    judgeEntries(held, asker, scene);
  } else {
    for (const one of held) judgeValue(one, asker, scene);
  }
}

function judgeFilled(held: Held, scene: Scene): void {
  const { rule, instance, verdict } = scene;
  const { value, subject } = held;
  const isList = Array.isArray(value);
  const isEmpty = isList ? value.length === 0 : value instanceof Secret ? !value.present : value === "";
  const doubt = isList ? doubtOf(rule.at, instance) : undefined;
  if (value === undefined) {
    tellUnknown(held, scene);
  } else if (!isEmpty) {
    verdict.pass(subject);
  } else if (doubt !== undefined) {
    const message = `The export holds no ${wholeInWords(rule.at)} of ${held.owner}, but may not hold all.`;
    verdict.unknown(subject, { message, missing: doubt, at: held.at, property: held.property });
  } else {
    failEmpty(held, scene);
  }
}

function judgeValue(held: Held, asker: Asker, scene: Scene): void {
  const { value, subject, at, property } = held;
  const { verdict } = scene;
  if (typeof value !== "string" && typeof value !== "boolean") {
    tellUnknown(held, scene);
    return;
  }
  const answer = asker.ask(String(value), held.record);
  if (answer === undefined) verdict.pass(subject);
  else if ("missing" in answer) verdict.unknown(subject, { ...answer, at, property });
  else fail(held, String(value), answer, scene);
}
