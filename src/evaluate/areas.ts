import type { Rule } from "./rule.js";

/** The area of the rules that the config defines. */
export const CUSTOM_AREA = "C";

/** The areas of the catalogue, by what stands first in the control number. */
export const AREA_NAMES: Readonly<Record<string, string>> = {
  "1": "Prerequisites",
  "2": "Package",
  "3": "External account",
  "4": "Association mask",
  "5": "Users, profiles, groups",
  "6": "Migration to IMS",
  "7": "Server hardening",
  "8": "Environments",
  "9": "The export itself",
  [CUSTOM_AREA]: "Your own rules",
};

/** A rule's control number, as people are told it: IMS-3.7 of the published baseline, C.1 of the config's own rules. */
export function controlOf({ control, definition }: Pick<Rule, "control" | "definition">): string {
  return definition === undefined ? `IMS-${control}` : control;
}
