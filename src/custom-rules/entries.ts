import type { UnknownDetail } from "../evaluate/rule.js";
import type { Asker } from "./asker.js";
import { fail, type Scene, tellUnknown } from "./findings.js";
import { doubtOf, type Held } from "./values.js";
import { capital, manyInWords, wholeInWords } from "./words.js";

/**
 * Asks of every entry of the lists in records. That all are right is only known where a list holds all; of those of which
 * that is not known, one unknown tells.
 */
export function judgeEntries(held: readonly Held[], asker: Asker, scene: Scene): void {
  const { rule, instance, verdict } = scene;
  const doubt = doubtOf(rule.at, instance);
  const field = wholeInWords(rule.at);
  let doubtful = 0;
  for (const one of held) {
    const entries: unknown = one.value;
    if (!Array.isArray(entries)) tellUnknown(one, scene);
    else if (askAll(one, entries, asker, scene)) continue;
    else if (doubt !== undefined) doubtful += 1;
    else if (entries.length > 0) verdict.pass(one.subject);
    else verdict.notApplicable(one.subject, `${capital(one.owner)} has no ${field}.`);
  }
  if (doubtful === 0 || doubt === undefined) return;
  verdict.unknown(instance, {
    message: `The export may not hold all ${field} of ${doubtful} ${manyInWords(rule.at.root)}.`,
    missing: doubt,
    property: "entries",
  });
}

/** Reports what is wrong with entries, or not known; whether there was anything. */
function askAll(held: Held, entries: readonly unknown[], asker: Asker, scene: Scene): boolean {
  const { rule, verdict } = scene;
  const known = new Map<unknown, number>();
  // An entry that comes twice is looked at once.
  entries.forEach((entry, index) => {
    if (!known.has(entry)) known.set(entry, index);
  });
  let hasSaid = false;
  for (const [entry, index] of known) {
    const at = [held.record ?? held.subject, ...rule.at.keys, index] as const;
    if (typeof entry !== "string") {
      tellUnknown({ ...held, at }, scene);
      hasSaid = true;
      continue;
    }
    const answer = asker.ask(entry, held.record);
    if (answer === undefined) continue;
    hasSaid = true;
    const property = `${held.property}.${entry}`;
    if ("missing" in answer) {
      const detail: UnknownDetail = { ...answer, at, property };
      verdict.unknown(held.subject, detail);
    } else {
      fail({ ...held, at, property }, entry, answer, scene);
    }
  }
  return hasSaid;
}
