import type { Rule } from "./rule.js";

/**
 * What a verdict can rest on, in words: what it is called, and how to export it. The menu paths of the client console
 * stand in Adobe's pages: external accounts (installation/using/external-accounts.md), operators
 * and operator groups (the pages on access management), installed packages (the page on coupons).
 */
export const EVIDENCE = {
  packages: {
    label: "installed packages",
    how: "list them under Administration > Configuration > Package management > Installed packages, as «packages»",
  },
  packageLabels: {
    label: "the packages' labels",
    how: "list the packages with their «label», or state the integration package's id as «integrationPackage» in ims-lint.config.yaml",
  },
  extAccounts: {
    label: "external accounts",
    how: "export them from Administration > Platform > External accounts, as «extAccounts»",
  },
  imsAccountField: {
    label: "all fields of the IMS external account",
    how: "copy the missing field from the form of the account, Administration > Platform > External accounts",
  },
  clientSecret: {
    label: "whether the IMS client secret is filled in",
    how: "look at the form of the account, and state it as «clientSecret: { present: true }» or «{ present: false }»; packages leave it out, and the secret itself belongs in no file",
  },
  groups: {
    label: "operator groups",
    how: "export them from Administration > Access management > Operator groups, as «groups»",
  },
  operators: {
    label: "operators",
    how: "export them from Administration > Access management > Operators, as «operators»",
  },
  operatorLogin: {
    label: "how operators log in",
    how: "export the operators with «authenticationType» and «email»",
  },
  operatorGroups: {
    label: "the operators' groups",
    how: "export the operators with the groups they belong to, as «groups» of each operator",
  },
  organization: {
    label: "the organization",
    how: "state its id and name, from the Admin Console or the Experience Cloud profile, as «organization»",
  },
  users: {
    label: "users of the organization",
    how: "export them from Admin Console > Users > Export users list to CSV, as «organization.users»",
  },
  userProfiles: {
    label: "the users' product profiles",
    how: "export the users with their product profiles, as «groups» of each user, and with «directOnly: false»",
  },
  userStatus: {
    label: "the users' status",
    how: "export the users with «status» (User Management API)",
  },
  profiles: {
    label: "product profiles",
    how: "take them from the product Adobe Campaign in the Admin Console, or the User Management API, as «organization.groups»",
  },
  server: {
    label: "the server's build",
    how: "state it as «server», with «buildNumber» and «releaseName»",
  },
  console: {
    label: "the client console's build",
    how: "state it as «console», with «buildNumber» and «releaseName»",
  },
  url: {
    label: "the instance's access URL",
    how: "state it as «instance.url», or as «url» of the instance in ims-lint.config.yaml",
  },
  deployment: {
    label: "who runs the servers",
    how: "state it as «instance.deployment»: on-premise, hybrid, hosted or managed",
  },
  serverConf: {
    label: "the server configuration",
    how: "take serverConf.xml and config-<instance>.xml from the server, as «serverConf»",
  },
  exported: {
    label: "the date of the export",
    how: "state it as «exported»",
  },
  completeness: {
    label: "that a list is complete",
    how: "state it under «complete» of the snapshot, or of the instance in ims-lint.config.yaml",
  },
  expectations: {
    label: "what Adobe provisioned",
    how: "state it under «instances.<name>.expect» in ims-lint.config.yaml",
  },
} as const;

export type EvidenceKey = keyof typeof EVIDENCE;

/** What a rule needs, as evidence that can be exported. */
export function evidenceOf(rule: Rule): EvidenceKey[] {
  const keys = rule.needs.flatMap((need): readonly EvidenceKey[] => {
    if (need === "imsAccounts") return ["extAccounts"];
    if (need === "imsOperators") return ["operators", "operatorLogin"];
    if (need === "linkage") return ["extAccounts", "imsAccountField", "profiles", "groups"];
    return need in EVIDENCE ? [need as EvidenceKey] : [];
  });
  return [...new Set(keys)];
}
