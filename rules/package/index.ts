import type { Rule } from "../../src/evaluate/rule.js";

/** Area 2, package, in the order of control numbers. */
export const packageRules: readonly Rule[] = [];
