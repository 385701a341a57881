import type { Rule } from "./rule.js";
/**
 * What a verdict can rest on, in words: what it is called, and how to export it. Menu paths are those of the client
 * console (Explorer > Administration …) and of the Admin Console.
 */
export declare const EVIDENCE: {
    readonly packages: {
        readonly label: "installed packages";
        readonly how: "list them under Administration > Configuration > Package management > Installed packages, as «packages»";
    };
    readonly packageLabels: {
        readonly label: "the packages' labels";
        readonly how: "list the packages with their «label», or state the integration package's id as «integrationPackage» in ims-lint.config.yaml";
    };
    readonly extAccounts: {
        readonly label: "external accounts";
        readonly how: "export them from Administration > Platform > External accounts, as «extAccounts»";
    };
    readonly imsAccountField: {
        readonly label: "all fields of the IMS external account";
        readonly how: "copy the missing field from the form of the account, Administration > Platform > External accounts";
    };
    readonly clientSecret: {
        readonly label: "whether the IMS client secret is filled in";
        readonly how: "look at the form of the account, and state it as «clientSecret: { present: true }» or «{ present: false }»; packages leave it out, and the secret itself belongs in no file";
    };
    readonly groups: {
        readonly label: "operator groups";
        readonly how: "export them from Administration > Access management > Operator groups, as «groups»";
    };
    readonly operators: {
        readonly label: "operators";
        readonly how: "export them from Administration > Access management > Operators, as «operators»";
    };
    readonly operatorLogin: {
        readonly label: "how operators log in";
        readonly how: "export the operators with «authenticationType» and «email»";
    };
    readonly operatorGroups: {
        readonly label: "the operators' groups";
        readonly how: "export the operators with the groups they belong to, as «groups» of each operator";
    };
    readonly organization: {
        readonly label: "the organization";
        readonly how: "state its id and name, from Admin Console > Settings or the Experience Cloud profile, as «organization»";
    };
    readonly users: {
        readonly label: "users of the organization";
        readonly how: "export them from Admin Console > Users > Export users list to CSV, as «organization.users»";
    };
    readonly userProfiles: {
        readonly label: "the users' product profiles";
        readonly how: "export the users with their product profiles, as «groups» of each user, and with «directOnly: false»";
    };
    readonly userStatus: {
        readonly label: "the users' status";
        readonly how: "export the users with «status» (User Management API)";
    };
    readonly profiles: {
        readonly label: "product profiles";
        readonly how: "export them from Admin Console > Products > Adobe Campaign, or the User Management API, as «organization.groups»";
    };
    readonly server: {
        readonly label: "the server's build";
        readonly how: "read it in Help > About, as «server» with «buildNumber» and «releaseName»";
    };
    readonly console: {
        readonly label: "the client console's build";
        readonly how: "read it in Help > About of the client console, as «console» with «buildNumber» and «releaseName»";
    };
    readonly url: {
        readonly label: "the instance's access URL";
        readonly how: "state it as «instance.url», or as «url» of the instance in ims-lint.config.yaml";
    };
    readonly deployment: {
        readonly label: "who runs the servers";
        readonly how: "state it as «instance.deployment»: on-premise, hybrid, hosted or managed";
    };
    readonly serverConf: {
        readonly label: "the server configuration";
        readonly how: "take serverConf.xml and config-<instance>.xml from the server, as «serverConf»";
    };
    readonly exported: {
        readonly label: "the date of the export";
        readonly how: "state it as «exported»";
    };
    readonly completeness: {
        readonly label: "that a list is complete";
        readonly how: "state it under «complete» of the snapshot, or of the instance in ims-lint.config.yaml";
    };
    readonly expectations: {
        readonly label: "what Adobe provisioned";
        readonly how: "state it under «instances.<name>.expect» in ims-lint.config.yaml";
    };
};
export type EvidenceKey = keyof typeof EVIDENCE;
/** What a rule needs, as evidence that can be exported. */
export declare function evidenceOf(rule: Rule): EvidenceKey[];
