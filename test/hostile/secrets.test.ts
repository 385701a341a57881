import { describe, expect, test } from "vitest";
import { cli } from "../support/cli.js";
import { lint } from "../support/lint.js";

/** No output of any format, verbosity or crash holds a secret, wherever in a file it stands. */

const SECRET = "hunter2";
const FORMATS = [
  ["--format", "pretty", "--show", "all", "--verbose"],
  ["--format", "json", "--show", "all"],
  ["--format", "sarif"],
];

const account = (fields: string) =>
  `imsLint: snapshot/v1\nextAccounts:\n- name: Adobe_Experience_Cloud\n  ${fields}\n`;
const places: Readonly<Record<string, string>> = {
  "client secret": account("clientSecret: hunter2"),
  "client secret as a block": account("clientSecret: |\n    hunter2\n    hunter2"),
  "client secret on lines": account('clientSecret: "hunter2\n    hunter2"'),
  "client secret by alias": `imsLint: snapshot/v1\nx-anchor: &s hunter2\nextAccounts: [ { name: Adobe_Experience_Cloud, clientSecret: *s, imsOrgId: x } ]\n`,
  "client secret by merge": `imsLint: snapshot/v1\nx-base: &b { clientSecret: hunter2 }\nextAccounts: [ { <<: *b, name: Adobe_Experience_Cloud, callbackServer: "http://x" } ]\n`,
  "client secret of a wrong type": account("clientSecret: [hunter2, { a: hunter2 }]"),
  "client secret in a record of a wrong type": account("clientSecret: { value: hunter2 }"),
  "client secret written twice": account("clientSecret: hunter2\n  clientSecret: other-hunter2"),
  "client secret under a mistyped key": account("clientSecrt: hunter2"),
  "a value under a key that nobody knows": account("token: hunter2\n  apiKeys: [ { key: hunter2 } ]"),
  "a list that is written twice": `imsLint: snapshot/v1\nextAccounts: [ { clientSecret: hunter2 } ]\nextAccounts: [ { clientSecret: hunter2x } ]\n`,
  "user info without a scheme": account("callbackServer: jane:hunter2@acme.example.com"),
  "user info where yes or no belongs": account('active: "https://jane:hunter2@acme.example.com"'),
  "a value beside the form that says there is one": account(
    "clientSecret: { present: true, value: hunter2 }",
  ),
  "a value in the form that says there is one": account(
    "clientSecret: { present: true, encrypted: hunter2 }",
  ),
  "an option that is named so":
    "imsLint: snapshot/v1\noptions: { password: hunter2, NmsServer_URL: x, other: [x] }\n",
  "user info in a key":
    'imsLint: snapshot/v1\nextAccounts: [ { name: x, "https://jane:hunter2@acme.example.com": 1 } ]\n',
  "a merged value that is overridden": account(
    "<<: { clientSecret: hunter2 }\n  imsServer: bad\n  clientSecret: { present: true }",
  ),
  "a merged value that is no mapping": account("<<: hunter2\n  imsServer: bad"),
  "a key that is a mapping": `imsLint: snapshot/v1\nextAccounts: [ { name: x, imsServer: bad, ? { clientSecret: hunter2 } : 1, ? [a] : { clientSecret: hunter2 } } ]\n`,
  "an alias in a field of text": account("clientSecret: &s hunter2\n  imsServer: *s"),
  "an anchor in a field of text": account("imsServer: &s hunter2\n  clientSecret: *s"),
  "an alias in a list": `imsLint: snapshot/v1\nextAccounts: [ { name: Adobe_Experience_Cloud, clientSecret: &s hunter2, imsRightsMask: "C - (.*)" } ]\norganization: { users: [ { email: j, groups: [*s] } ], groups: [] }\n`,
  "an alias as a key": `imsLint: snapshot/v1\nextAccounts: [ { name: x, clientSecret: &s hunter2, *s : 1 } ]\noptions: { *s : { a: 1 } }\n`,
  "an alias of a list of secrets": `imsLint: snapshot/v1\nextAccounts: [ { name: x, password: &s [hunter2] } ]\norganization: { users: [ { email: j, groups: *s } ] }\n`,
  "an alias of a mistyped secret": account("clientSecrt: &s hunter2\n  callbackServer: *s\n  imsOrgId: *s"),
  "user info in a key of the server configuration":
    'imsLint: snapshot/v1\nserverConf: { "https://jane:hunter2@acme.example.com": { password: x } }\n',
  "user info without scheme, behind slashes": account('imsServer: "//jane:hunter2@acme.example.com"'),
  "user info with spaces": account('imsServer: "https://jane:a hunter2@acme.example.com"'),
  "user info behind a broken scheme": account('imsServer: "https ://jane:hunter2@acme.example.com"'),
  "user info before a full-width at": account('imsServer: "https://jane:hunter2\uff20acme.example.com"'),
  "user info in a list of URLs": account('label: "https://a.example.com,https://jane:hunter2@b.example.com"'),
  "a list of secrets among the options": "imsLint: snapshot/v1\noptions: { password: [hunter2], x: [1] }\n",
  "XML where an object belongs": `imsLint: snapshot/v1\nserverConf: '<serverConf internalPassword="hunter2"/>'\n`,
  "password with a finding on its line": `imsLint: snapshot/v1\nextAccounts: [ { name: Adobe_Experience_Cloud, password: hunter2, callbackServer: "http://x", clientSecret: hunter2 } ]\n`,
  "password of an operator":
    "imsLint: snapshot/v1\noperators: [ { name: jane, password: hunter2, active: 1 } ]\n",
  "private key": account('description: "-----BEGIN PRIVATE KEY-----\\nhunter2\\n-----END PRIVATE KEY-----"'),
  "user info of the callback": account('callbackServer: "http://jane:hunter2@acme.example.com"'),
  "user info with odd characters": account('callbackServer: "https://jane:hunter2/x#y@acme.example.com"'),
  "user info of an access URL":
    'imsLint: snapshot/v1\ninstance: { url: "https://jane:hunter2@acme.example.com" }\nextAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://other.example.com" } ]\n',
  "user info in an option":
    'imsLint: snapshot/v1\noptions: { NmsServer_URL: "https://jane:hunter2@acme.example.com" }\nextAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://other.example.com" } ]\n',
  "user info in a name":
    'imsLint: snapshot/v1\ngroups: [ { name: "https://jane:hunter2@acme.example.com" }, { name: "https://jane:hunter2@acme.example.com", label: x } ]\n',
  "user info in a choice":
    'imsLint: snapshot/v1\ninstance: { deployment: "https://jane:hunter2@acme.example.com" }\n',
  "server configuration":
    "imsLint: snapshot/v1\nserverConf: { shared: { ims: { authIMSClientSecret: hunter2, authIMSTAPrivateKey: hunter2 }, dataStore: { dataSource: { dbcnx: { password: hunter2 } } } } }\n",
  "a file that cannot be parsed": 'imsLint: snapshot/v1\nextAccounts: [ { clientSecret: "hunter2" \n',
  "a parser that quotes": "imsLint: snapshot/v1\nclientSecret: *hunter2\n",
  "bytes that are no text": "imsLint: snapshot/v1\nclientSecret: hunter2\nx: \ud800\n",
};

const json: Readonly<Record<string, string>> = {
  "client secret":
    '{"imsLint":"snapshot/v1","extAccounts":[{"name":"Adobe_Experience_Cloud","clientSecret":"hunter2","callbackServer":"http://x"}]}',
  "an escaped client secret":
    '{"imsLint":"snapshot/v1","extAccounts":[{"name":"Adobe_Experience_Cloud","clientSecret":"hunter2\\u0021","callbackServer":"http://x"}]}',
  "written twice":
    '{"imsLint":"snapshot/v1","extAccounts":[{"name":"Adobe_Experience_Cloud","clientSecret":"hunter2", "clientSecret":"hunter2x"}]}',
  "a number":
    '{"imsLint":"snapshot/v1","extAccounts":[{"name":"Adobe_Experience_Cloud","clientSecret":2002,"callbackServer":"http://x"}]}',
  "cut off": '{"imsLint":"snapshot/v1","extAccounts":[{"clientSecret":"hunter2"',
};

const cases = [
  ...Object.entries(places).map(([name, text]) => [`YAML, ${name}`, "prod.yaml", text] as const),
  ...Object.entries(json).map(([name, text]) => [`JSON, ${name}`, "prod.json", text] as const),
];

describe.each(cases)("%s", (_name, file, text) => {
  test.each(FORMATS.map((format) => [format[1] ?? "", format] as const))("%s", async (_format, args) => {
    const { stdout, stderr, exit } = await cli([...args, file], { files: { [file]: text } });
    expect(stdout + stderr).not.toContain(SECRET);
    expect(stdout + stderr).not.toContain("2002");
    expect([0, 1, 4]).toContain(exit);
  });
});

test.each([
  ["a key written twice", "imsServer: x\n  clientSecret: not-real\n  clientSecret: other"],
  ["a merged value that is overridden", "<<: { clientSecret: not-real }\n  clientSecret: { present: true }"],
  ["a key that is a mapping", "? { clientSecret: not-real }\n  : 1"],
])("%s holds a secret all the same", async (_name, fields) => {
  expect((await lint(account(fields))).of("secret-exposed", "fail")).not.toHaveLength(0);
});

test.each([
  "{ present: true, value: hunter2 }",
  "{ present: true, encrypted: hunter2 }",
  "{ present: hunter2 }",
  "[hunter2]",
])("clientSecret: %s is a secret in clear, in no form that a snapshot may have", async (form) => {
  const linted = await lint(account(`clientSecret: ${form}`));
  expect(linted.of("secret-exposed", "fail")).toHaveLength(1);
  expect(linted.of("export-shape", "fail")).toHaveLength(1);
});

test.each([
  ["serverConf: { shared: { authentication: { xtk: { internalPassword: x, encrypted: true } } } }", 1],
  ["serverConf: { shared: { dataStore: { dataSource: { dbcnx: { password: x, encrypted: true } } } } }", 0],
  [
    "serverConf: { shared: { dataStore: { dataSource: { dbcnx: { password: x, encrypted: 'false' } } } } }",
    1,
  ],
  ["serverConf: { dbcnx: { password: { $: x } } }", 1],
  ["serverConf: { policy: { password: { minLength: 8 } } }", 0],
  ["extAccounts: [ { name: x, clientSecret: {} } ]", 0],
  ["extAccounts: [ { name: x, clientSecret: { encrypted: true } } ]", 0],
  ["extAccounts: [ { name: x, clientSecret: '***' } ]", 0],
  ["schemas: [ { name: 'nms:extAccount', accessibleIf: { password: '$(loginId) = 0' } } ]", 0],
])("%s exposes %i", async (snapshot, count) => {
  expect((await lint(snapshot)).of("secret-exposed", "fail")).toHaveLength(count);
});

test("a config with user info is told without it", async () => {
  const files = {
    "prod.yaml": account('callbackServer: "https://a.example.com"'),
    "ims-lint.config.yaml":
      'instances: { prod: { url: "https://jane:hunter2@b.example.com", nonsense: hunter } }\n',
  };
  for (const args of [["prod.yaml", "--show", "all"], ["config"], ["config", "--format", "json"]]) {
    const { stdout, stderr } = await cli(args, { files });
    expect(stdout + stderr).not.toContain(SECRET);
  }
});
