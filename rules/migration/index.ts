import type { Rule } from "../../src/evaluate/rule.js";
import adminCount from "./admin-count.js";
import adminOperator from "./admin-operator.js";
import allowOperatorDefault from "./allow-operator-default.js";
import allowOperatorExtra from "./allow-operator-extra.js";
import imsEndpointConfig from "./ims-endpoint-config.js";
import jwtRetired from "./jwt-retired.js";
import ldapWithIms from "./ldap-with-ims.js";
import messagecenterProfile from "./messagecenter-profile.js";
import nativeApiRestricted from "./native-api-restricted.js";
import nativeOperatorLockedOut from "./native-operator-locked-out.js";
import nativeUiRestricted from "./native-ui-restricted.js";
import operatorEmail from "./operator-email.js";
import operatorEmailUnique from "./operator-email-unique.js";
import operatorIms from "./operator-ims.js";
import serverImsCompatible from "./server-ims-compatible.js";
import technicalOperator from "./technical-operator.js";
import webappAdmin from "./webapp-admin.js";

/** Area 6, migration to IMS, in the order of control numbers. */
export const migrationRules: readonly Rule[] = [
  operatorIms,
  operatorEmail,
  operatorEmailUnique,
  nativeUiRestricted,
  nativeApiRestricted,
  allowOperatorDefault,
  allowOperatorExtra,
  nativeOperatorLockedOut,
  technicalOperator,
  jwtRetired,
  imsEndpointConfig,
  adminOperator,
  adminCount,
  webappAdmin,
  ldapWithIms,
  serverImsCompatible,
  messagecenterProfile,
];
