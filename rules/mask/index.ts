import type { Rule } from "../../src/evaluate/rule.js";
import maskCapture from "./mask-capture.js";
import maskHtmlEntity from "./mask-html-entity.js";
import maskMatches from "./mask-matches.js";
import maskPlaceholder from "./mask-placeholder.js";
import maskPresent from "./mask-present.js";
import maskScope from "./mask-scope.js";
import maskSyntax from "./mask-syntax.js";
import maskTenant from "./mask-tenant.js";
import maskWhitespace from "./mask-whitespace.js";

/** Area 4, association mask, in the order of control numbers. */
export const maskRules: readonly Rule[] = [
  maskPresent,
  maskSyntax,
  maskCapture,
  maskHtmlEntity,
  maskPlaceholder,
  maskWhitespace,
  maskScope,
  maskTenant,
  maskMatches,
];
