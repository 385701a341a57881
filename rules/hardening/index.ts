import type { Rule } from "../../src/evaluate/rule.js";

/** Area 7, server hardening, in the order of control numbers. */
export const hardeningRules: readonly Rule[] = [];
