import type { EvidenceKey } from "../evaluate/evidence.js";
import type { Place } from "../model/workspace.js";
import type { Link } from "./trace.js";

/** Makes links, each in one of the states that it can have. */

export function holds(step: Link["step"], text: string, place: Place | undefined, rule?: string): Link {
  return { step, state: "holds", text, place, rule, missing: [] };
}

export function note(step: Link["step"], text: string, place: Place | undefined): Link {
  return { step, state: "note", text, place, rule: undefined, missing: [] };
}

export function broken(step: Link["step"], text: string, place: Place | undefined, rule: string): Link {
  return { step, state: "broken", text, place, rule, missing: [] };
}

export function unknown(
  step: Link["step"],
  text: string,
  place: Place | undefined,
  missing: readonly EvidenceKey[],
  rule?: string,
): Link {
  return { step, state: "unknown", text, place, rule, missing };
}
