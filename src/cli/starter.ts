/** What «ims-lint init» writes. */

/** An instance, as the config names it. */
export interface FoundInstance {
  readonly name: string;
  /** Its folders, relative to the root. */
  readonly folders: readonly string[];
}

export function configFor(instances: readonly FoundInstance[]): string {
  return `# Settings of ims-lint. «ims-lint config» shows what is in force, «ims-lint schema config» every key.
preset: recommended # or migration, hardening, all
failOn: error # or warning, note, unknown, never

# Levels of single rules and clauses: off, note, warning or error.
# rules:
#   org-id-format/non-hex: note

# Rules of your own: a place, a check, and your words.
# customRules:
#   acme-label-prefix: { at: "groups[].label", pattern: "^ACME " }

# The id of «Integration with the Adobe Experience Cloud» on this product version, where packages are listed by id.
# integrationPackage: nms:someId

instances:
${instances.map(instanceFor).join("")}`;
}

function instanceFor({ name, folders }: FoundInstance): string {
  const files =
    folders.length > 0 ? `    files: [${folders.map((folder) => JSON.stringify(folder)).join(", ")}]\n` : "";
  return `  ${JSON.stringify(name)}:
${files}    # The address with which people open the instance; the callback server is compared with it.
    # url: https://acme.campaign.example.com
    # Lists that were exported whole, without a filter; a package or a query does not tell.
    # complete: [extAccounts, groups, operators, memberships]
    # How the User Management API was asked: false where profiles that are held through user groups are in.
    # directOnly: false
    # Whether the migration to IMS is done.
    # migrated: true
    # What Adobe provisioned, to be compared with:
    # expect:
    #   clientId: Campaign1
    #   scopes: [openid, AdobeID, read_organizations, additional_info.projectedProductContext]
    #   callbackAllowlist: ["https://acme.campaign.example.com"]
    #   users: [jane@acme.example]
`;
}

/** The instance of the snapshot below. */
export const SNAPSHOT_NAME = "my_instance";

export const SNAPSHOT = `# A snapshot of a Campaign instance, for ims-lint. Fill in what you know and delete the rest: what is absent is
# reported as not known, what is empty ("" or []) as empty. Never write a secret here.
imsLint: snapshot/v1
# exported: 2026-11-20
instance:
  name: ${SNAPSHOT_NAME}
  # environment: production
  # deployment: on-premise                   # or hybrid, hosted, managed
  # The address with which people open the instance:
  # url: https://acme.campaign.example.com

# Administration > Platform > External accounts: the account of type Adobe Experience Cloud
# extAccounts:
#   - name: Adobe_Experience_Cloud           # Internal name
#     active: true                           # Enabled
#     imsServer: https://ims-na1.adobelogin.com
#     clientId: Campaign1                    # IMS client identifier
#     clientSecret: { present: true }        # only whether there is one
#     userScope: openid,AdobeID,read_organizations,additional_info.projectedProductContext
#     callbackServer: https://acme.campaign.example.com
#     imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg
#     imsRightsMask: Campaign - acme - (.*)  # Association mask
#     productContext: dma_campaign_classic
#     packageAutoExport: false               # Automatically exported in packages
#     server: https://marketing.adobe.com
#     tenant: acme

# Administration > Configuration > Package management > Installed packages
# packages:
#   - label: Integration with the Adobe Experience Cloud

# Administration > Access management
# groups:
#   - { name: delivery, label: Delivery operators }
# operators:
#   - { name: jane, email: jane@acme.example, authenticationType: ims, groups: [delivery] }

# Build and release of the server, and of the client console
# server: { releaseName: 7.4.4, buildNumber: "9400" }
# console: { releaseName: 7.4.4, buildNumber: "9400" }

# Adobe Admin Console
# organization:
#   id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg
#   name: Acme
#   directOnly: false
#   users:
#     - { email: jane@acme.example, status: active, groups: ["Campaign - acme - delivery"] }
#   groups:
#     - { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }
`;
