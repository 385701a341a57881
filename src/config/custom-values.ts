import type { ModelPlace } from "../custom-rules/place.js";
import { NOT_OF_KIND, readFlag } from "../model/leaves.js";
import { nearest } from "../model/nearest.js";
import type { Tell } from "./custom-rules.js";

interface ValuesQuestion {
  readonly place: ModelPlace;
  readonly keys: readonly string[];
  readonly tell: Tell;
}

/** Reads values that a place is to have: as its values are, so that none is named that can never be there. */
export function readValues(
  stated: readonly (string | undefined)[],
  { place, keys, tell }: ValuesQuestion,
): readonly string[] | undefined {
  const { holds, choices, written } = place;
  const values = stated.flatMap((value) => value ?? []);
  if (values.length === 0) return tell(keys, "There is no value, so nothing could be right.");
  if (holds === "flag") {
    const flags = new Set(values.map((value) => readFlag(value)));
    if (flags.has(NOT_OF_KIND)) return tell(keys, `${written} is true or false: write one of them.`);
    return flags.size > 1
      ? tell(keys, `${written} is true or false, so both allow everything.`)
      : [...flags].map(String);
  }
  const unknown = choices && values.find((value) => !choices.includes(value));
  if (choices && unknown !== undefined) {
    const near = nearest(unknown, choices);
    const hint = near ? ` Did you mean "${near}"?` : "";
    return tell(keys, `"${unknown}" is never there: ${written} is one of ${choices.join(", ")}.${hint}`);
  }
  return values;
}
