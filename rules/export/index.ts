import type { Rule } from "../../src/evaluate/rule.js";
import exportReadable from "./export-readable.js";
import exportShape from "./export-shape.js";
import exportStale from "./export-stale.js";

/** Area 9, the export itself, in the order of control numbers. */
export const exportRules: readonly Rule[] = [exportReadable, exportShape, exportStale];
