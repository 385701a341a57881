import type { Rule } from "../../src/evaluate/rule.js";
import internalPassword from "./internal-password.js";
import operatorZone from "./operator-zone.js";
import serverOrgId from "./server-org-id.js";
import sessionHardening from "./session-hardening.js";
import unsafeOptions from "./unsafe-options.js";
import urlPermission from "./url-permission.js";
import zoneDebug from "./zone-debug.js";
import zoneExposed from "./zone-exposed.js";
import zoneForbidden from "./zone-forbidden.js";
import zoneProxy from "./zone-proxy.js";
import zoneSessionToken from "./zone-session-token.js";
import zoneWildcard from "./zone-wildcard.js";

/** Area 7, server hardening, in the order of control numbers. */
export const hardeningRules: readonly Rule[] = [
  zoneForbidden,
  zoneExposed,
  zoneSessionToken,
  zoneDebug,
  zoneWildcard,
  zoneProxy,
  operatorZone,
  internalPassword,
  sessionHardening,
  serverOrgId,
  urlPermission,
  unsafeOptions,
];
