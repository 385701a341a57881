/** One instance and its organization, in every form in which people have it. */

const ORG = "4D5E6F708192A3B49F1C2B3A@AdobeOrg";

export interface Account {
  readonly [field: string]: string | boolean;
}

/** What the forms are made of. */
export interface Site {
  readonly account: Account;
  readonly groups: readonly string[];
  /** Login, e-mail, how they log in, their groups. */
  readonly operators: readonly {
    readonly name: string;
    readonly email: string;
    readonly login: string;
    readonly groups: readonly string[];
  }[];
  readonly users: readonly { readonly email: string; readonly groups: readonly string[] }[];
  readonly profiles: readonly string[];
}

/** A site with something right and something wrong in every area that exports can tell of. */
export const SITE: Site = {
  account: {
    name: "Adobe_Experience_Cloud",
    label: "MAC",
    active: true,
    imsServer: "https://ims-na1.adobelogin.com",
    userScope: "openid,AdobeID,read_organizations",
    clientId: "Campaign1",
    callbackServer: "http://acme.campaign.example.com",
    imsOrgId: ORG,
    imsRightsMask: "Campaign - acme - (.*)",
    productContext: "dma_campaign_classic",
    server: "https://marketing.adobe.com",
    tenant: "acme",
  },
  groups: ["delivery", "administration", "content, drafts"],
  operators: [
    { name: "jane", email: "jane@acme.example", login: "ims", groups: ["delivery"] },
    { name: "john", email: "john@acme.example", login: "ims", groups: ["administration", "delivery"] },
    { name: "mary", email: "mary@acme.example", login: "ims", groups: ["content, drafts"] },
    { name: "paul", email: "paul@acme.example", login: "ims", groups: ["delivery"] },
    { name: "webapp", email: "", login: "password", groups: [] },
  ],
  users: [
    { email: "jane@acme.example", groups: ["Campaign - acme - delivery"] },
    { email: "john@acme.example", groups: ["Campaign - acme - administration"] },
    {
      email: "mary@acme.example",
      groups: ["Campaign - acme - content, drafts", "Campaign - acme - delivery"],
    },
    { email: "lost@acme.example", groups: ["Campaign - acme - reports"] },
  ],
  profiles: [
    "Campaign - acme - delivery",
    "Campaign - acme - administration",
    "Campaign - acme - content, drafts",
    "Campaign - acme - reports",
    "campaign - acme - operation",
  ],
};

/** The site as a snapshot. */
export function asSnapshotFile({ account, groups, operators, users, profiles }: Site): string {
  return JSON.stringify({
    imsLint: "snapshot/v1",
    instance: { name: "acme" },
    server: { buildNumber: "9400" },
    extAccounts: [account],
    groups: groups.map((name) => ({ name })),
    operators: operators.map(({ login, ...operator }) => ({ ...operator, authenticationType: login })),
    organization: {
      directOnly: false,
      users: users.map((user) => ({ ...user, type: "federatedID" })),
      groups: profiles.map((groupName) => ({ groupName, type: "PRODUCT_PROFILE" })),
    },
  });
}

/** As data packages of Campaign and tables of the Admin Console. */
export function asPackageAndCsv(site: Site): Record<string, string> {
  const { account, groups, operators, users } = site;
  return {
    "acme/accounts.xml": packageOf("nms:extAccount", [element("extAccount", flags(account))]),
    "acme/people.xml": packageOf(
      "xtk:group",
      groups.map((name) => element("group", { name })),
      `<entities schema="xtk:operator">${operators
        .map(
          ({ name, email, login }) =>
            `<operator ${attributes({ name, email })}><access authenticationType="${login}"/></operator>`,
        )
        .join("\n")}</entities>`,
      `<entities schema="xtk:operatorGroup">${operators
        .flatMap(({ name, groups: own }) =>
          own.map(
            (group) =>
              `<operatorGroup><operator _operation="none" name="${name}"/><group _operation="none" name="${group}"/></operatorGroup>`,
          ),
        )
        .join("\n")}</entities>`,
    ),
    "users.csv": [
      "Identity Type,Username,Domain,Email,First Name,Last Name,Country Code,Product Configurations,Admin Roles,Product Configurations Administered,User Groups",
      ...users.map(
        ({ email, groups: own }) => `Federated ID,${email},acme.example,${email},,,US,"${own.join(",")}",,,`,
      ),
    ].join("\r\n"),
  };
}

/** As JSON of acc-js-sdk and pages of the User Management API. */
export function asSdkAndApi(site: Site): Record<string, string> {
  const { account, groups, operators, users, profiles } = site;
  return {
    "acme/accounts.json": JSON.stringify({ extAccount: [flags(account)] }),
    "acme/operators.json": JSON.stringify({
      operator: operators.map(({ name, email, login }) => ({
        name,
        email,
        access: { authenticationType: login },
      })),
    }),
    "acme/groups.json": JSON.stringify({ group: groups.map((name) => ({ name, label: name })) }),
    "acme/memberships.json": JSON.stringify({
      operatorGroup: operators.flatMap(({ name, groups: own }) =>
        own.map((group) => ({ operator: { name }, group: { name: group } })),
      ),
    }),
    "acme/session.json": JSON.stringify({
      serverInfo: { buildNumber: "9400", instanceName: "acme", releaseName: "7.4.4" },
      userInfo: { login: "admin" },
    }),
    "users-0.json": page(false, users.slice(0, 2).map(asUser)),
    "users-1.json": page(true, users.slice(2).map(asUser)),
    "groups.json": JSON.stringify({
      lastPage: true,
      result: "success",
      groups: profiles.map((groupName) => ({ type: "PRODUCT_PROFILE", groupName })),
    }),
  };
}

/** What a config can say of exports that do not tell themselves whether they are whole. */
export const DECLARED = `
instances:
  acme:
    complete: [extAccounts, groups, operators, memberships, profiles]
    directOnly: false
`;

function asUser({ email, groups }: Site["users"][number]) {
  return { email, status: "active", type: "federatedID", groups };
}

function page(lastPage: boolean, users: readonly object[]): string {
  return JSON.stringify({ lastPage, result: "success", users });
}

/** Campaign writes yes and no as 1 and 0. */
function flags(account: Account): Record<string, string> {
  return Object.fromEntries(
    Object.entries(account).map(([key, value]) => [
      key,
      typeof value === "boolean" ? (value ? "1" : "0") : value,
    ]),
  );
}

function packageOf(schema: string, records: readonly string[], ...more: readonly string[]): string {
  return `<package author="Jane (jane)" buildDate="2026-11-14 17:35:38.256Z" buildNumber="9400" buildVersion="6.7">
  <entities schema="${schema}">
    ${records.join("\n    ")}
  </entities>
  ${more.join("\n  ")}
</package>
`;
}

function element(name: string, fields: Readonly<Record<string, string>>): string {
  return `<${name} ${attributes(fields)}/>`;
}

function attributes(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, value]) =>
        `${key}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`,
    )
    .join("\n      ");
}
