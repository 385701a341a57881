/** Snapshots for tests of whole runs: one instance that passes, and ways to break it. */

export interface Site {
  readonly name?: string;
  readonly callbackServer?: string;
  readonly mask?: string;
  /** Operator groups that are there. */
  readonly groups?: readonly string[];
  readonly more?: string;
}

/** A small instance; with no changes, nothing fails in it. */
export function site({
  name = "acme",
  callbackServer = `https://${name}.campaign.example.com`,
  mask = `Campaign - ${name} - (.*)`,
  groups = ["delivery"],
  more = "",
}: Site = {}): string {
  return `imsLint: snapshot/v1
instance: { name: ${name}, url: "https://${name}.campaign.example.com" }
extAccounts:
  - name: Adobe_Experience_Cloud
    active: true
    imsServer: https://ims-na1.adobelogin.com
    callbackServer: ${callbackServer}
    imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg
    imsRightsMask: ${mask}
    server: https://marketing.adobe.com
    tenant: ${name}
groups: [${groups.map((group) => `{ name: ${group} }`).join(", ")}]
operators:
  - { name: jane, email: jane@acme.example, authenticationType: ims, groups: [delivery] }
organization:
  id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg
  name: Acme
  directOnly: false
  users: [{ email: jane@acme.example, status: active, groups: ["Campaign - ${name} - delivery"] }]
  groups: [{ groupName: "Campaign - ${name} - delivery", type: PRODUCT_PROFILE }]
${more}`;
}
