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
  explain: [["explain", "org-id-format"], {}],
  "explain a mistyped rule": [["explain", "callback-http"], {}],
  rules: [["rules"], {}],
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
