import type { Rule } from "../../src/evaluate/rule.js";

/** Area 4, association mask, in the order of control numbers. */
export const maskRules: readonly Rule[] = [];
