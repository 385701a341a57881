import { LISTS } from "../model/settings.js";
import type { Rule } from "./rule.js";

/**
 * What a verdict can rest on, in words: what it is called, and how to get it; docs/exporting.md tells it step by step.
 * Only menu paths that a page names stand here: package export (ACC platform/using/working-with-data-packages.md),
 * external accounts (ACC installation/using/external-accounts.md), installed packages (the page on coupons), Help >
 * About… (ACC platform/using/launching-adobe-campaign.md), organization ID (CORE administration/organizations.md),
 * Admin Console (helpx.adobe.com, enterprise/using: users, user-groups).
 */
export const EVIDENCE = {
  packages: {
    label: "installed packages",
    how: "save client.getSessionInfo() of acc-js-sdk as session-info.json, or state as «packages» what Administration > Configuration > Package management > Installed packages lists",
  },
  packageLabels: {
    label: "the packages' labels",
    how: "state as «packages» the labels that Administration > Configuration > Package management > Installed packages lists, or the integration package's id as «integrationPackage» in ims-lint.config.yaml",
  },
  extAccounts: {
    label: "external accounts",
    how: "export a package with the entity nms:extAccount (Tools > Advanced > Export package…), or query nms:extAccount with acc-js-sdk",
  },
  imsAccountField: {
    label: "all fields of the IMS external account",
    how: "export nms:extAccount by a package definition with «Include default values», or copy the missing field from the form of the account, Administration > Platform > External accounts",
  },
  clientSecret: {
    label: "whether the IMS client secret is filled in",
    how: "look at the form of the account and state «clientSecret: { present: true }» or «{ present: false }» in a snapshot; packages leave it out, and the secret itself belongs in no file",
  },
  groups: {
    label: "operator groups",
    how: "export a package with the entity xtk:group (Tools > Advanced > Export package…), or query xtk:group with acc-js-sdk",
  },
  operators: {
    label: "operators",
    how: "export a package with the entity xtk:operator (Tools > Advanced > Export package…), or query xtk:operator with acc-js-sdk",
  },
  operatorLogin: {
    label: "how operators log in",
    how: "export a package with the entity xtk:operator, or query it with acc-js-sdk for @email and [access/@authenticationType]",
  },
  operatorEmail: {
    label: "the operators' e-mails",
    how: "query xtk:operator with acc-js-sdk for @name and @email, or state «email» of each operator in a snapshot; a package leaves empty ones out unless its definition says «Include default values»",
  },
  operatorRights: {
    label: "the named rights of operators and groups",
    how: "state «rights» of each operator and of each operator group in a snapshot, as their forms show them, Administration > Access management",
  },
  operatorGroups: {
    label: "the operators' groups",
    how: "export xtk:operatorGroup in a package, or query it with acc-js-sdk for [operator/@name] and [group/@name], or state «groups» of each operator",
  },
  memberships: {
    label: "all memberships in operator groups",
    how: "export every row of xtk:operatorGroup (package, or acc-js-sdk with [operator/@name] and [group/@name]), then state «complete: [memberships]» of the instance in ims-lint.config.yaml",
  },
  organization: {
    label: "the organization",
    how: "state its id and name as «organization» of a snapshot of the instance; Ctrl+i in Experience Cloud shows the id as «Current Org ID»",
  },
  users: {
    label: "users of the organization",
    how: "save every page of GET /v2/usermanagement/users/{orgId}/{page}?directOnly=false (User Management API), or take Admin Console > Users > Export users list to CSV",
  },
  userProfiles: {
    label: "the users' product profiles",
    how: "export the users from the User Management API with directOnly=false, or take Admin Console > Users > Export users list to CSV",
  },
  userStatus: {
    label: "the users' status",
    how: "export the users from the User Management API, which tells «status», or state it of each user in a snapshot; the CSV of the Admin Console leaves it out",
  },
  directOnly: {
    label: "whether profiles held through user groups are listed",
    how: "export the users from the User Management API with directOnly=false, and state «directOnly: false» of the instance in ims-lint.config.yaml; of a CSV nobody can tell",
  },
  directListing: {
    label: "which profiles are held directly",
    how: "export the users from the User Management API with directOnly=true, in a folder of its own, and state «directOnly: true» of the instance in ims-lint.config.yaml",
  },
  userGroups: {
    label: "which product profiles the user groups give",
    how: "take the CSV of the user groups from Admin Console > Users > User groups, with the column «Assigned Product Profiles», or export the users with directOnly=false",
  },
  profiles: {
    label: "product profiles",
    how: "save every page of GET /v2/usermanagement/groups/{orgId}/{page} (User Management API), or state their names as «organization.groups» of a snapshot",
  },
  server: {
    label: "the server's build",
    how: "save client.getSessionInfo() of acc-js-sdk as session-info.json, or state as «server» what Help > About… of the client console tells",
  },
  console: {
    label: "the client console's build",
    how: "state what Help > About… of the client console tells as «console», with «buildNumber» and «releaseName»",
  },
  url: {
    label: "the instance's access URL",
    how: "state it as «instance.url» of a snapshot, or as «url» of the instance in ims-lint.config.yaml",
  },
  environment: {
    label: "the environment of the instance",
    how: "state it as «instance.environment» of a snapshot, or as «environment» of the instance in ims-lint.config.yaml: production, stage, development",
  },
  deployment: {
    label: "who runs the servers",
    how: "state it as «instance.deployment» of a snapshot: on-premise, hybrid, hosted or managed",
  },
  serverConf: {
    label: "the server configuration",
    how: "copy serverConf.xml and config-<instance>.xml from the folder conf of the server's installation, without passwords; where Adobe runs the server, state as «serverConf» what you know",
  },
  internalPassword: {
    label: "whether the operator internal has a password",
    how: "look at internalPassword of shared/authentication/xtk in serverConf.xml and config-<instance>.xml, and state «internalPassword: { present: true }» or «{ present: false }» at that place of a snapshot's «serverConf»; the password itself belongs in no file",
  },
  serverAttributes: {
    label: "attributes of the server configuration that it leaves to their defaults",
    how: "write each of them with its value into serverConf.xml or config-<instance>.xml and copy the file again, or state it under «serverConf» of a snapshot",
  },
  options: {
    label: "options",
    how: "export a package with the entity xtk:option (Tools > Advanced > Export package…), or query xtk:option with acc-js-sdk",
  },
  securityZone: {
    label: "the operators' security zones",
    how: "query xtk:operator with acc-js-sdk for @name and @securityZone, or state «securityZone» of each operator in a snapshot",
  },
  schemas: {
    label: "extensions of the schema nms:extAccount",
    how: "export a package with the entity xtk:srcSchema (Tools > Advanced > Export package…) that holds them",
  },
  exported: {
    label: "the date of the export",
    how: "state it as «exported» of a snapshot; packages and session info bear it by themselves",
  },
  completeness: {
    label: "that a list is complete",
    how: "export the list without a filter, then name it under «complete» of the instance in ims-lint.config.yaml, such as complete: [operators, groups]",
  },
  pages: {
    label: "all pages of a listing",
    how: "save every page of the User Management API up to the one with lastPage true, and number the files: users-0.json, users-1.json",
  },
  migrated: {
    label: "whether the migration to IMS is done",
    how: "state «migrated: true» or «migrated: false» of the instance in ims-lint.config.yaml",
  },
  technicalOperators: {
    label: "which operators APIs use",
    how: "state their logins as «technicalOperators» of the instance in ims-lint.config.yaml; an empty list says that there are none",
  },
  expectations: {
    label: "what Adobe provisioned",
    how: "state it under «instances.<name>.expect» in ims-lint.config.yaml: clientId, scopes, callbackAllowlist, productContext, users",
  },
} as const;

export type EvidenceKey = keyof typeof EVIDENCE;

/** Evidence in words, as people are told of it. */
export interface EvidenceInWords {
  readonly label: string;
  readonly how: string;
}

/** What would settle an unknown, in words. A list that is there, but may not be all, is told apart from one that is missing. */
export function inWords(missing: readonly EvidenceKey[]): EvidenceInWords[] {
  if (!missing.includes("completeness")) return missing.map((key) => EVIDENCE[key]);
  return missing.flatMap((key): EvidenceInWords[] => {
    if (key === "completeness") return missing.length === 1 ? [EVIDENCE[key]] : [];
    if (!isList(key)) return [EVIDENCE[key]];
    return [
      {
        label: `that the list of ${EVIDENCE[key].label} is complete`,
        how: `export it without a filter, then state it of the instance in ims-lint.config.yaml: complete: [${key}]`,
      },
    ];
  });
}

function isList(key: EvidenceKey): boolean {
  return (LISTS as readonly string[]).includes(key);
}

/** What a rule needs, as evidence that can be exported. */
export function evidenceOf(rule: Rule): EvidenceKey[] {
  const keys = rule.needs.flatMap((need): readonly EvidenceKey[] => {
    if (need === "imsAccounts") return ["extAccounts"];
    if (need === "xtkOptions") return ["options"];
    if (need === "imsOperators") return ["operators", "operatorLogin"];
    if (need === "linkage") return ["extAccounts", "imsAccountField", "profiles", "groups"];
    return need in EVIDENCE ? [need as EvidenceKey] : [];
  });
  return [...new Set(keys)];
}
