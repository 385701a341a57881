import type { Rule } from "../../src/evaluate/rule.js";
import exportMixedBuilds from "./export-mixed-builds.js";
import exportReadable from "./export-readable.js";
import exportShape from "./export-shape.js";
import exportStale from "./export-stale.js";
import exportTruncated from "./export-truncated.js";
import waiverExpired from "./waiver-expired.js";
import waiverUnused from "./waiver-unused.js";

/** Area 9, the export itself, in the order of control numbers. */
export const exportRules: readonly Rule[] = [
  exportReadable,
  exportShape,
  exportTruncated,
  exportStale,
  exportMixedBuilds,
  waiverUnused,
  waiverExpired,
];
