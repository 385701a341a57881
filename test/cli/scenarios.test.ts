import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asPage, type CliSetUp, cli } from "../support/cli.js";

/** Whole runs, each as a page in test/cli/scenarios/ that a person can read and judge. */

const example = (name: string) => readFileSync(`examples/${name}`, "utf8");
const examples = {
  "examples/acme-prod.yaml": example("acme-prod.yaml"),
  "examples/globex-dev.yaml": example("globex-dev.yaml"),
  "examples/globex-stage.yaml": example("globex-stage.yaml"),
};
const account = (fields: string) => `imsLint: snapshot/v1
instance: { name: acme_prod }
extAccounts:
  - name: Adobe_Experience_Cloud
${fields.replace(/^/gm, "    ")}
`;
const http = account('callbackServer: "http://acme.campaign.example.com"');

/** A risk that is accepted, one whose last day is past, one that covers nothing, and one that cannot be accepted. */
const waivers = `waivers:
  - rule: callback-https
    instance: acme_*
    reason: The certificate is ordered.
    owner: jane@acme.example
    ticket: OPS-12
    approvedBy: ciso@acme.example
    expires: 2026-12-31
  - { rule: client-id, reason: Adobe has not answered yet., expires: 2026-10-31 }
  - { rule: account-name, subject: Other, reason: Historical. }
  - { rule: secret-exposed, reason: We know. }
`;
const accepted = account(`clientId: ""
# ims-lint: ignore[account-exported] It goes into packages on purpose.
packageAutoExport: true
callbackServer: "http://acme.campaign.example.com"
password: hunter2`);

/** One instance, and people who get in and who do not. */
const people = {
  "acme.yaml": `imsLint: snapshot/v1
instance: { name: acme, url: "https://acme.campaign.example.com" }
packages: [{ label: Integration with the Adobe Experience Cloud }]
extAccounts:
  - name: Adobe_Experience_Cloud
    active: true
    imsServer: https://ims-na1.adobelogin.com
    clientId: Campaign1
    clientSecret: { present: true }
    callbackServer: https://acme.campaign.example.com
    imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg
    imsRightsMask: Campaign - acme - (.*)
groups:
  - { name: delivery, rights: [folderInsert, export] }
  - { name: workflow }
operators:
  - { name: jane, email: jane@acme.example, authenticationType: ims, rights: [] }
  - { name: lost, email: lost@acme.example, authenticationType: ims }
  - { name: old, email: old@acme.example, authenticationType: native }
  - { name: 3f2a@techacct.adobe.com, authenticationType: ims }
organization:
  directOnly: false
  users:
    - { email: jane@acme.example, status: active, type: federatedID, groups: ["Campaign - acme - delivery", Analytics] }
    - { email: gone@acme.example, status: disabled, type: federatedID, groups: ["Campaign - acme - delivery"] }
    - { email: near@acme.example, status: active, type: federatedID, groups: ["Campaign – acme - delivery"] }
    - { email: none@acme.example, status: active, type: federatedID, groups: [Analytics] }
    - { email: case@acme.example, status: active, type: federatedID, groups: ["campaign - acme - delivery"] }
    - { email: flow@acme.example, status: active, type: federatedID, groups: ["Campaign - acme - workflows"] }
    - { email: team@acme.example, status: active, type: federatedID, groups: [Marketing] }
  groups:
    - { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }
    - { groupName: Marketing, type: USER_GROUP, profiles: ["Campaign - acme - delivery"] }
`,
};
const directOnly = {
  "acme.yaml": people["acme.yaml"]
    .replace("directOnly: false", "directOnly: true")
    .replace("clientId: Campaign1", 'clientId: ""'),
};

const fixable = account(
  `imsOrgId: 4d5e6f708192a3b49f1c2b3a # from the form
userScope: 'openid, AdobeID'
imsRightsMask: "Campaign - acme - (.&#42;) "
clientSecret: hunter2
clientId: Campaign1
callbackServer: http://acme.campaign.example.com`,
);

const exports = Object.fromEntries(
  [
    "ims-lint.config.yaml",
    "initech_prod/extaccount.xml",
    "initech_prod/operators.xml",
    "initech_prod/session-info.json",
    "user-groups.csv",
    "users.csv",
    "groups-0.json",
  ].map((name) => [name, example(`exports/${name}`)]),
);
const broken = { "initech_prod/schema.xml": '<package><entities schema="xtk:srcSchema"><srcSchema' };
const loosened = {
  "prod.yaml": "imsLint: snapshot/v1\nexported: 2026-08-01\n",
  "ims-lint.config.yaml": "preset: all\nrules: { export-stale: { level: note, maxAgeDays: 120 } }\n",
};
const groups = `imsLint: snapshot/v1
instance: { name: acme_prod }
groups:
  - { name: delivery, label: ACME Delivery }
  - { name: report, label: Reports }
`;
const ownRules = `customRules:
  acme-label-prefix:
    level: error
    title: Every operator group's label begins with ACME
    why: The service desk finds groups by it.
    remedy: Rename the label in Campaign.
    at: groups[].label
    pattern: "^ACME "
  acme-one-label: { at: "groups[].label", unique: true, where: { name: [delivery, report] } }
  acme-zone: { at: "operators[].securityZone", oneOf: [lan, vpn], environments: [production] }
`;
const own = { "prod.yaml": groups, "ims-lint.config.yaml": ownRules };
/** How an archive begins, which a workbook is as well. */
const archive = new Uint8Array([0x50, 0x4b, 0x03, 0x04]);

const scenarios: Readonly<Record<string, readonly [argv: readonly string[], setUp?: CliSetUp]>> = {
  "the instance that passes": [["examples/acme-prod.yaml"], { files: examples }],
  "the mistakes people make": [["examples/globex-stage.yaml"], { files: examples }],
  "a mask pasted from a page": [["examples/globex-dev.yaml"], { files: examples }],
  "accounts alone leave the rest unknown": [["prod.yaml"], { files: { "prod.yaml": http } }],
  quiet: [["--quiet", "prod.yaml"], { files: { "prod.yaml": http } }],
  "unknowns one by one": [
    ["--show", "unknown", "--only", "2", "prod.yaml"],
    { files: { "prod.yaml": http } },
  ],
  "passes one by one": [
    ["--show", "pass", "--only", "3.1,3.3", "prod.yaml"],
    { files: { "prod.yaml": http } },
  ],
  json: [["--format", "json", "--only", "callback-https", "prod.yaml"], { files: { "prod.yaml": http } }],
  "standard input": [["--only", "3.7", "--stdin-name", "from-pipe.yaml", "-"], { stdin: http }],
  "color and links": [
    ["--only", "3.7", "prod.yaml"],
    {
      files: { "prod.yaml": http },
      isTTY: true,
      columns: 70,
      env: { TERM_PROGRAM: "WezTerm", TERM: "xterm" },
    },
  ],
  "no color": [
    ["--only", "3.7", "prod.yaml"],
    { files: { "prod.yaml": http }, isTTY: true, env: { NO_COLOR: "1" } },
  ],
  "a minified file": [
    ["--only", "3.7", "prod.json"],
    {
      files: {
        "prod.json": JSON.stringify({
          imsLint: "snapshot/v1",
          groups: Array.from({ length: 200 }, (_, index) => ({ name: `group${index}` })),
          extAccounts: [
            {
              name: "Adobe_Experience_Cloud",
              clientSecret: "hunter2",
              callbackServer: "http://acme.example.com",
            },
          ],
        }),
      },
    },
  ],
  "wide characters": [
    ["--only", "3.11", "prod.yaml"],
    {
      files: {
        "prod.yaml":
          'imsLint: snapshot/v1\nextAccounts: [ { label: "東京😀", name: Adobe_Experience_Cloud, imsOrgId: "組織" } ]\n',
      },
    },
  ],
  "a secret in the file": [
    ["--only", "3.15", "prod.yaml"],
    {
      files: {
        "prod.yaml": account(
          'clientId: Campaign1\nclientSecret: hunter2 # hunter2-old\npassword: "@aGVsbG8="',
        ),
      },
    },
  ],
  "a file that cannot be parsed": [
    ["prod.yaml", "other.yaml", "--only", "3.7"],
    {
      files: {
        "prod.yaml": 'imsLint: snapshot/v1\nextAccounts: [ { password: "hunter2" }\ngroups: []\n',
        "other.yaml": http,
      },
    },
  ],
  "a file that is not there": [["nowhere.yaml"], {}],
  "nothing recognised": [["."], { files: { "package.json": "{}", "README.md": "" } }],
  "nothing recognised, told why": [["--verbose"], { files: { "package.json": "{}", "a.yaml": "a: [" } }],
  "named but foreign": [["package.json"], { files: { "package.json": "{}" } }],
  "a format that is newer": [["prod.yaml"], { files: { "prod.yaml": "imsLint: snapshot/v9\n" } }],
  "config mistakes": [
    ["prod.yaml"],
    {
      files: {
        "prod.yaml": http,
        "ims-lint.config.yaml":
          "preset: recomended\nrules:\n  callback-http: off\n  org-id-format/nonhex: note\n  callback-https: warn\n  export-stale: { level: error, maxAgeDays: soon }\ninstanses: {}\n",
      },
    },
  ],
  "a config key that is not known": [
    ["--only", "3.7", "prod.yaml"],
    { files: { "prod.yaml": http, "ims-lint.config.yaml": "failon: never\n" } },
  ],
  "levels by config": [
    ["prod.yaml", "--only", "3.7"],
    {
      files: {
        "prod.yaml": http,
        "ims-lint.config.yaml": "failOn: error\nrules: { callback-https: note }\n",
      },
    },
  ],
  "config in force": [
    ["config"],
    {
      files: {
        "ims-lint.config.yaml":
          "preset: [recommended, hardening]\nrules:\n  callback-https: warning\n  org-id-format: off\n  secret-exposed: off\ninstances:\n  acme_prod: { url: https://acme.example.com, expect: { clientId: Campaign1 } }\n",
      },
    },
  ],
  "an instance in the config that is in no file": [
    ["--only", "3.7"],
    { files: { "prod.yaml": http, "ims-lint.config.yaml": "instances: { acme_prd: { migrated: true } }\n" } },
  ],
  "trace who gets in": [["trace", "JANE", "acme.yaml"], { files: people }],
  "trace who is disabled": [["trace", "gone@acme.example"], { files: people }],
  "trace who just misses the mask": [["trace", "near@acme.example"], { files: people }],
  "trace who misses it by letter case": [["trace", "case@acme.example"], { files: people }],
  "trace who holds no profile": [["trace", "none@acme.example"], { files: people }],
  "trace whose group is not there": [["trace", "flow@acme.example"], { files: people }],
  "trace through a user group": [["trace", "team@acme.example"], { files: people }],
  "trace who is no user": [["trace", "lost"], { files: people }],
  "trace who has a password of campaign": [["trace", "old"], { files: people }],
  "trace a technical account": [["trace", "3f2a@techacct.adobe.com"], { files: people }],
  "trace nobody": [["trace", "jan@acme.example"], { files: people }],
  "trace what is hidden and in the way": [["trace", "none@acme.example"], { files: directOnly }],
  "trace everybody": [["trace", "--all"], { files: people }],
  "trace as json": [["trace", "flow@acme.example", "--format", "json"], { files: people }],
  "trace without a name": [["trace"], { files: people }],
  "trace on an instance that is not there": [["trace", "jane", "--instance", "acne"], { files: people }],
  "accepted risks": [
    ["prod.yaml", "--only", "3.3,3.7,3.13,3.21,9.6"],
    { files: { "prod.yaml": accepted, "ims-lint.waivers.yaml": waivers } },
  ],
  "accepted risks in json": [
    ["--format", "json", "--only", "3.7", "prod.yaml"],
    { files: { "prod.yaml": http, "ims-lint.waivers.yaml": waivers } },
  ],
  "accepted risks in markdown": [
    ["--format", "markdown", "--only", "3.7,3.21", "prod.yaml"],
    { files: { "prod.yaml": accepted, "ims-lint.waivers.yaml": waivers } },
  ],
  "the naked truth": [
    ["prod.yaml", "--no-waivers", "--only", "3.7,3.21,9.6", "--quiet"],
    { files: { "prod.yaml": accepted, "ims-lint.waivers.yaml": "not: [sound" } },
  ],
  "mistakes in the waivers": [
    ["prod.yaml"],
    {
      files: {
        "prod.yaml": http,
        "ims-lint.waivers.yaml": `waivers:
  - { rule: callback-http, reason: x, expires: 2026-02-30 }
  - { rule: org-id-format/nonhex, reason: " ", expires: 2026-12-31T10:00:00Z }
  - { rule: callback-https, reason: x, expire: 2026-12-31, note: seen }
  - { reason: x }
  - { rule: callback-https, reason: x, expires: }
`,
      },
    },
  ],
  "waivers that are not there": [["prod.yaml", "--waivers", "risks.yaml"], { files: { "prod.yaml": http } }],
  explain: [["explain", "org-id-format"], {}],
  "explain a mistyped rule": [["explain", "callback-http"], {}],
  "a custom rule": [["prod.yaml", "--only", "C"], { files: own }],
  "a custom rule in json": [
    ["prod.yaml", "--only", "acme-label-prefix", "--format", "json"],
    { files: { ...own, "prod.yaml": groups } },
  ],
  "a custom rule in markdown": [
    ["prod.yaml", "--only", "C", "--format", "markdown", "--rule", "acme-label-prefix=note"],
    { files: own },
  ],
  "custom rules listed": [["rules", "--only", "C"], { files: own }],
  "custom rules listed as json": [["rules", "--only", "acme-one-label", "--format", "json"], { files: own }],
  "custom rules left out": [["rules", "--only", "C", "--no-config"], { files: own }],
  "explain a custom rule": [["explain", "acme-label-prefix"], { files: own }],
  "explain a mistyped custom rule": [["explain", "acme-label"], { files: own }],
  "a level for a custom rule that is not there": [["prod.yaml", "--rule", "acme-labels=off"], { files: own }],
  "custom rules with mistakes": [
    ["prod.yaml"],
    {
      files: {
        "prod.yaml": groups,
        "ims-lint.config.yaml": `customRules:
  callback-https: { at: "imsAccounts[].callbackServer", required: true }
  acme-label:
    at: groups[].lable
    pattern: "^ACME"
  acme-prefix:
    at: groups[].label
    pattern: "^(ACME"
  acme-secret:
    at: imsAccounts[].clientSecret
    pattern: hunter2
  acme-filter:
    at: operators[].email
    required: true
    wher: { authenticationType: ims }
  acme-nothing:
    at: groups[].label
rules: { acme-lable: off }
`,
      },
    },
  ],
  rules: [["rules"], {}],
  "rules by framework": [["rules", "--framework", "cis", "--only", "3.14,9.4"], {}],
  "rules by framework as json": [
    ["rules", "--framework", "cis", "--format", "json", "--only", "3.14,9.4"],
    {},
  ],
  "a framework that is not there": [["rules", "--framework", "soc"], {}],
  "an option looser than controls ask": [["--only", "9.4", "prod.yaml"], { files: loosened }],
  "an option looser than controls ask, in force": [["config"], { files: loosened }],
  "rules as json": [["rules", "--format", "json", "--only", "org-id-format"], {}],
  "an option that is not there": [["--formt", "json"], {}],
  "a format that is not there": [["--format", "sarf"], {}],
  "fix a snapshot": [
    ["--fix", "--only", "3.7,3.11,3.17,4.4,4.6", "prod.yaml"],
    { files: { "prod.yaml": fixable } },
  ],
  "fix by a dry run": [["--fix-dry-run", "prod.yaml"], { files: { "prod.yaml": fixable } }],
  "fix nothing": [["--fix", "--quiet", "--only", "3.7", "prod.yaml"], { files: { "prod.yaml": http } }],
  "fix what is evidence": [
    ["--fix", "--quiet", "--only", "4.4,4.6", "exports"],
    {
      files: {
        "exports/account.xml":
          '<package><entities schema="nms:extAccount"><extAccount name="Adobe_Experience_Cloud"\n  imsRightsMask="Campaign - acme - (.&amp;#42;) "/></entities></package>',
      },
    },
  ],
  "fix and only show": [["--fix", "--fix-dry-run"], {}],
  "fix and another format for standard output": [["--fix-dry-run", "--format", "json"], {}],
  "two formats for standard output": [["--format", "json", "--format", "sarif"], {}],
  "a level for a rule that is not there": [["--rule", "callback=off"], {}],
  "a date that is none": [["--as-of", "tomorrow"], {}],
  "real exports": [
    ["--only", "3", "initech_prod", "users.csv", "user-groups.csv", "groups-0.json"],
    { files: exports },
  ],
  "workflow commands": [["--format", "github", "examples/globex-stage.yaml"], { files: examples }],
  markdown: [["--format", "markdown", "examples/globex-stage.yaml"], { files: examples }],
  "markdown where the lines can be opened": [
    ["--format", "markdown", "--only", "3.7", "prod.yaml"],
    {
      files: { "prod.yaml": http },
      env: {
        GITHUB_SERVER_URL: "https://github.com",
        GITHUB_REPOSITORY: "acme/campaign",
        GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
      },
    },
  ],
  "a workbook and an archive": [
    ["users.xlsx", "package.xml", "prod.yaml", "--only", "3.7"],
    { files: { "users.xlsx": archive, "package.xml": archive, "prod.yaml": http } },
  ],
  "a workbook and an archive that were found": [
    ["--verbose", "--only", "3.7"],
    { files: { "users.xlsx": archive, "package.xml": archive, "prod.yaml": http } },
  ],
  "convert real exports": [["convert"], { files: exports }],
  "convert what cannot all be read": [
    ["convert", "-o", "snapshot.yaml"],
    { files: { "initech_prod/extaccount.xml": exports["initech_prod/extaccount.xml"] ?? "", ...broken } },
  ],
  "convert what cannot be read": [["convert", "-o", "snapshot.yaml"], { files: broken }],
  "convert nothing": [["convert"], { files: { "README.md": "" } }],
  "convert over a file": [
    ["convert", "-o", "old.yaml", "prod.yaml"],
    { files: { "prod.yaml": http, "old.yaml": "" } },
  ],
  "convert over an input": [
    ["convert", "--force", "--output", "prod.yaml"],
    { files: { "prod.yaml": http } },
  ],
  help: [["--help"], {}],
  "help for convert": [["convert", "--help"], {}],
  "help for check": [["check", "--help"], {}],
  "help for explain": [["help", "explain"], {}],
  "help for rules": [["rules", "--help"], {}],
  "init without snapshots": [["init"], {}],
  "init with snapshots": [["init"], { files: { "prod.yaml": http } }],
  "init where a config is": [["init"], { files: { "ims-lint.config.yaml": "" } }],
};

describe("scenarios", () => {
  test.each(Object.entries(scenarios))("%s", async (name, [argv, setUp]) => {
    const run = await cli(argv, setUp);
    const file = `scenarios/${name.replace(/[^a-z]+/g, "-")}.md`;
    await expect(asPage(argv, run)).toMatchFileSnapshot(file);
    expect(run.stdout + run.stderr).not.toContain("hunter2");
  });
});
