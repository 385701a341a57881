import type { Rule } from "../../src/evaluate/rule.js";

/** Area 8, environments, in the order of control numbers. */
export const environmentsRules: readonly Rule[] = [];
