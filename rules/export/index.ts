import type { Rule } from "../../src/evaluate/rule.js";
import exportReadable from "./export-readable.js";

/** Area 9, the export itself, in the order of control numbers. */
export const exportRules: readonly Rule[] = [exportReadable];
