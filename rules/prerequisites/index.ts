import type { Rule } from "../../src/evaluate/rule.js";

/** Area 1, prerequisites, in the order of control numbers. */
export const prerequisitesRules: readonly Rule[] = [];
