import type { Rule } from "../src/evaluate/rule.js";
import { accountRules } from "./account/index.js";
import { environmentsRules } from "./environments/index.js";
import { exportRules } from "./export/index.js";
import { hardeningRules } from "./hardening/index.js";
import { linkageRules } from "./linkage/index.js";
import { maskRules } from "./mask/index.js";
import { migrationRules } from "./migration/index.js";
import { packageRules } from "./package/index.js";
import { prerequisitesRules } from "./prerequisites/index.js";

/** Every rule, in the order of its control number. */
export const rules: readonly Rule[] = [
  ...prerequisitesRules,
  ...packageRules,
  ...accountRules,
  ...maskRules,
  ...linkageRules,
  ...migrationRules,
  ...hardeningRules,
  ...environmentsRules,
  ...exportRules,
];
