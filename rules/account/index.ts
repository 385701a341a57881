import type { Rule } from "../../src/evaluate/rule.js";
import accountEnabled from "./account-enabled.js";
import accountExported from "./account-exported.js";
import accountHosted from "./account-hosted.js";
import accountName from "./account-name.js";
import accountPresent from "./account-present.js";
import accountUnique from "./account-unique.js";
import callbackAllowlisted from "./callback-allowlisted.js";
import callbackHttps from "./callback-https.js";
import callbackMatchesInstance from "./callback-matches-instance.js";
import callbackUrl from "./callback-url.js";
import clientId from "./client-id.js";
import clientSecretPresent from "./client-secret-present.js";
import imsServerEndpoint from "./ims-server-endpoint.js";
import imsServerProduction from "./ims-server-production.js";
import orgIdConsistent from "./org-id-consistent.js";
import orgIdFormat from "./org-id-format.js";
import productContext from "./product-context.js";
import scopeProvisioned from "./scope-provisioned.js";
import scopeRequired from "./scope-required.js";
import scopeSyntax from "./scope-syntax.js";
import secretAccessRestricted from "./secret-access-restricted.js";
import secretExposed from "./secret-exposed.js";
import tenant from "./tenant.js";

/** Area 3, external account, in the order of control numbers. */
export const accountRules: readonly Rule[] = [
  accountPresent,
  accountUnique,
  accountName,
  accountEnabled,
  imsServerEndpoint,
  imsServerProduction,
  callbackHttps,
  callbackUrl,
  callbackMatchesInstance,
  callbackAllowlisted,
  orgIdFormat,
  orgIdConsistent,
  clientId,
  clientSecretPresent,
  secretExposed,
  scopeRequired,
  scopeSyntax,
  scopeProvisioned,
  productContext,
  tenant,
  accountExported,
  secretAccessRestricted,
  accountHosted,
];
