import { expect, test } from "vitest";
import { cli } from "../support/cli.js";

/**
 * What counts for nothing is hidden in every code frame, however its secret is written. Everything stands on one line,
 * so that any finding shows it, if it is to be seen.
 */

const account =
  '<extAccount name="Adobe_Experience_Cloud" imsServer="https://adobeid-na1-stg1.services.adobe.com" callbackServer="http://acme.example.com" imsOrgId="x"/>';
const xml = (attributes: string, inside = "") =>
  `<package buildDate="2026-05-14" buildNumber="9383" ${attributes}>${inside}<entities schema="nms:extAccount">${account}</entities></package>`;
const record = JSON.stringify({
  name: "Adobe_Experience_Cloud",
  imsServer: "https://adobeid-na1-stg1.services.adobe.com",
  callbackServer: "http://acme.example.com",
  imsOrgId: "x",
});

test.each([
  ["in plain", "prod/a.xml", xml('vendor="https://u:hunter2@h.example"')],
  ["by an entity", "prod/a.xml", xml('vendor="https://u:hunter2&#64;h.example"')],
  ["by an entity of hexadecimals", "prod/a.xml", xml('vendor="https:&#x2F;&#x2f;u:hunter2&#x40;h.example"')],
  ["in a field of addresses", "prod/a.xml", xml('server="u:hunter2&#64;h.example"')],
  ["in a text", "prod/a.xml", xml("", "<note>https://u:hunter2&#64;h.example</note>")],
  ["in a private key", "prod/a.xml", xml('vendor="-&#45;---BEGIN PRIVATE KEY----- hunter2"')],
  [
    "by an escape",
    "prod/a.json",
    `{"note":"https:\\/\\/u:hunter2\\u0040h.example","extAccount":[${record}]}`,
  ],
])("user info %s is in no code frame", async (_how, path, text) => {
  const { stdout, stderr } = await cli([path, "--show", "all", "--verbose"], { files: { [path]: text } });
  // The line is shown, or the test would prove nothing.
  expect(stdout).toMatch(/\|.*callbackServer/);
  expect(stdout + stderr).not.toContain("hunter2");
});

const doctype = '<!DOCTYPE package [<!ENTITY a "hunter2"><!-- "]> --><!ENTITY b "hunter2">]>';
const snapshot = (fields: string) =>
  `{"imsLint":"snapshot/v1","extAccounts":[{"name":"Adobe_Experience_Cloud",${fields},"callbackServer":"http://a"}]}`;
const table = (header: string, row: string) =>
  `Email,Identity Type,Product Configurations${header}\nj@acme.example,Odd ID,P${row}\nj@acme.example,Adobe ID,Q\n`;

test.each([
  ["a comment of XML", "prod/a.xml", xml("", '<!-- clientSecret="hunter2"\n -->')],
  ["an instruction of XML", "prod/a.xml", xml("", '<?old clientSecret="hunter2" <?>')],
  ["a comment behind a section of text", "prod/a.xml", xml("", "<x><![CDATA[<!--]]></x><!--hunter2-->")],
  ["a document type declaration", "prod/a.xml", `${doctype}${xml("")}`],
  [
    "a key written three times",
    "prod.json",
    snapshot('"clientSecret":"hunter2","clientSecret":"hunter2","clientSecret":"hunter2"'),
  ],
  [
    "a key written to and fro",
    "prod.json",
    snapshot('"clientSecret":"hunter2","clientSecret":"x","clientSecret":"hunter2"'),
  ],
  [
    "a key written twice in one that is",
    "prod.json",
    snapshot('"x":[{"password":"hunter2","password":"hunter2"}],"x":1'),
  ],
  [
    "a key written to and fro in YAML",
    "prod.yaml",
    snapshot("clientSecret: hunter2, clientSecret: x, clientSecret: hunter2"),
  ],
  [
    "a key written three times in YAML",
    "prod.yaml",
    snapshot("clientSecret: hunter2, clientSecret: hunter2, clientSecret: hunter2"),
  ],
  ["a comment of YAML", "prod.yaml", `${snapshot("x: y")} # password: hunter2`],
  ["a comment of YAML with an address", "prod.yaml", `${snapshot("x: y")} # https://u:hunter2@a`],
  ["a ragged row", "users.csv", table(",Password", ",x,hunter2")],
  [
    "an option that comes twice",
    "prod/a.json",
    `{"extAccount":[${record}],"option":[{"name":"password","stringValue":"hunter2"},{"name":"password","stringValue":"hunter2"},{"name":"password","stringValue":"x"}]}`,
  ],
  ["a key that is an address", "prod/a.json", `{"https://u:hunter2@a":[1],"extAccount":[${record}]}`],
])("%s is in no code frame", async (_what, path, text) => {
  const { stdout, stderr } = await cli([path, "--show", "all", "--verbose"], { files: { [path]: text } });
  expect(stdout).toMatch(/\d \|.*\*\*\*/);
  expect(stdout + stderr).not.toContain("hunter2");
});

test("comments of YAML without such words are shown", async () => {
  const text =
    "imsLint: snapshot/v1\nextAccounts:\n- callbackServer: http://a # of Jane\n  name: Adobe_Experience_Cloud\n";
  const { stdout } = await cli(["prod.yaml"], { files: { "prod.yaml": text } });
  expect(stdout).toContain("# of Jane");
});

test("a document type declaration is shown by its name", async () => {
  const { stdout } = await cli(["a.xml"], { files: { "a.xml": `${doctype}\n${xml("")}` } });
  expect(stdout).toMatch(/\| <!DOCTYPE package\*\*\*\n/);
});
