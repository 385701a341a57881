import type { Rule } from "../../src/evaluate/rule.js";
import accountPresent from "./account-present.js";
import callbackHttps from "./callback-https.js";
import orgIdFormat from "./org-id-format.js";

/** Area 3, external account, in the order of control numbers. */
export const accountRules: readonly Rule[] = [accountPresent, callbackHttps, orgIdFormat];
