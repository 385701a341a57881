import type { Rule } from "../../src/evaluate/rule.js";

/** Area 5, users, profiles, groups, in the order of control numbers. */
export const linkageRules: readonly Rule[] = [];
