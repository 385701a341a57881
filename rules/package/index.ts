import type { Rule } from "../../src/evaluate/rule.js";
import audiencePackage from "./audience-package.js";
import integrationPackage from "./integration-package.js";

/** Area 2, package, in the order of control numbers. */
export const packageRules: readonly Rule[] = [integrationPackage, audiencePackage];
