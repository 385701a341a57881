import type { Rule } from "../../src/evaluate/rule.js";

/** Area 6, migration to IMS, in the order of control numbers. */
export const migrationRules: readonly Rule[] = [];
