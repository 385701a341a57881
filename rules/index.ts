import type { Rule } from "../src/evaluate/rule.js";
import accountPresent from "./account/account-present.js";
import callbackHttps from "./account/callback-https.js";
import orgIdFormat from "./account/org-id-format.js";
import exportReadable from "./export/export-readable.js";

/** Every rule, in the order of its control number. */
export const rules: readonly Rule[] = [accountPresent, callbackHttps, orgIdFormat, exportReadable];
