import type { Rule } from "../../src/evaluate/rule.js";
import accountCloned from "./account-cloned.js";
import callbackDistinct from "./callback-distinct.js";
import maskDistinct from "./mask-distinct.js";
import sameImsServer from "./same-ims-server.js";
import sameOrganization from "./same-organization.js";

/** Area 8, environments, in the order of control numbers. */
export const environmentsRules: readonly Rule[] = [
  sameImsServer,
  callbackDistinct,
  maskDistinct,
  accountCloned,
  sameOrganization,
];
