import type { Condition } from "../custom-rules/definition.js";
import { factsOf, type ModelPlace, readPlace } from "../custom-rules/place.js";
import type { Shape } from "../model/shape-compile.js";
import type { CustomRule } from "./config.schema.js";
import type { Tell } from "./custom-rules.js";
import { readValues } from "./custom-values.js";

/** Reads which records a rule is about: fields, and the values that they must have. */
export function readWhere(
  stated: CustomRule["where"],
  { at, snapshot, tell }: { readonly at: ModelPlace; readonly snapshot: Shape; readonly tell: Tell },
): Condition[] {
  if (!stated) return [];
  const isOfRecords = factsOf(at).list !== undefined && at.keys.length > 0;
  if (!isOfRecords) {
    tell(["where"], `"where" tells records of a list apart; ${at.written} leads through none.`, "key");
    return [];
  }
  return Object.entries(stated).flatMap(([field, values]) => {
    const keys = ["where", field];
    const place = readPlace(`${at.root}[].${field}`, snapshot);
    if ("problem" in place) {
      tell(keys, place.problem, "key");
      return [];
    }
    if (place.holds === "list" || place.holds === "secret" || place.isEach) {
      tell(keys, `"where" takes fields that hold one value, which ${field} does not.`, "key");
      return [];
    }
    const allowed = readValues(values === undefined ? [] : [values].flat(), { place, keys, tell });
    return allowed ? [{ field, values: allowed }] : [];
  });
}
