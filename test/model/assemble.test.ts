import { describe, expect, test } from "vitest";
import { lint, lintFiles } from "../support/lint.js";

/** Several files of one instance are one instance; what they contradict each other in is not known. */

const files = (...parts: string[]) =>
  Object.fromEntries(
    parts.map((part, index) => [
      `${index + 1}.yaml`,
      `imsLint: snapshot/v1\ninstance: { name: acme }\n${part}\n`,
    ]),
  );
const verdicts = async (parts: string[], rule: string, options: Parameters<typeof lintFiles>[1] = {}) => {
  const { report } = await lintFiles(files(...parts), options);
  return report.results.filter((result) => result.rule.id === rule).map((result) => result.verdict);
};
const account = (field: string) => `extAccounts: [ { name: Adobe_Experience_Cloud, ${field} } ]`;

describe("several files of one instance", () => {
  test("their lists are joined", async () => {
    const parts = [account("active: true"), "groups: [ { name: delivery } ]"];
    expect(await verdicts(parts, "account-enabled")).toEqual(["pass"]);
  });

  test("fields of one record are joined", async () => {
    expect(await verdicts([account("active: 1"), account('tenant: ""')], "tenant")).toEqual(["fail"]);
    expect(await verdicts([account("active: 1"), account('tenant: ""')], "export-shape")).toEqual([
      "pass",
      "pass",
    ]);
  });

  test.each([2, 3])("what %i of them contradict each other in is not known", async (count) => {
    const urls = ["https://a.example", "https://b.example", "http://c.example"].slice(0, count);
    const parts = urls.map((url) => account(`callbackServer: "${url}"`));
    expect(await verdicts(parts, "callback-https")).toEqual(["unknown"]);
    const shape = await verdicts(parts, "export-shape");
    expect(shape.filter((verdict) => verdict === "fail")).toHaveLength(count - 1);
  });

  test("the order of memberships is no contradiction", async () => {
    const parts = [
      "operators: [ { name: j, groups: [a, b] } ]",
      "operators: [ { name: j, groups: [b, a] } ]",
    ];
    expect(await verdicts(parts, "export-shape")).toEqual(["pass", "pass"]);
  });

  test("parts of the server configuration are joined", async () => {
    const parts = [
      "serverConf: { web: { redirection: { IMSOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } } }",
      "serverConf: { web: { relay: { a: 1 } } }\norganization: { id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }",
    ];
    expect(await verdicts(parts, "export-shape")).toEqual(["pass", "pass"]);
    expect(await verdicts(parts, "org-id-consistent")).toEqual(["pass"]);
  });

  test("a list that one file says is not complete is not, whatever the others leave unsaid", async () => {
    const parts = ["extAccounts: []\ncomplete: { extAccounts: no }", "extAccounts: [ { name: other } ]"];
    expect(await verdicts(parts, "account-present")).toEqual(["unknown"]);
  });

  test("the config can say that a list is complete of which nobody knows, but not of one that is known to lack records", async () => {
    const config = "instances: { acme: { complete: [extAccounts] } }";
    const parts = (word: string) => [`extAccounts: [ { name: other } ]\ncomplete: { extAccounts: ${word} }`];
    expect(await verdicts(parts("unknown"), "account-present", { config })).toEqual(["fail"]);
    expect(await verdicts(parts("no"), "account-present", { config })).toEqual(["unknown"]);
  });

  test.each([
    ["contradict each other", "directOnly: true", "directOnly: false"],
    ["cannot be read", "directOnly: maybe", "name: Acme"],
  ])("statements on direct holdings that %s prove no lack", async (_name, first, second) => {
    const parts = [
      `${account('imsRightsMask: "C - (.*)"')}
groups: [ { name: d } ]
operators: [ { name: j, email: j@x, authenticationType: ims } ]
organization: { ${first}, users: [ { email: j@x, groups: [] } ] }`,
      `organization: { ${second} }`,
    ];
    expect(await verdicts(parts, "operator-linked")).toEqual(["unknown"]);
  });

  test("a pass about a file stands in that file", async () => {
    const { report } = await lintFiles(files("groups: []", "operators: []", "packages: []"));
    const passes = report.results.filter((result) => result.rule.id === "export-shape");
    expect(passes.map((result) => [result.subject.name, result.location.path])).toEqual([
      ["1.yaml", "1.yaml"],
      ["2.yaml", "2.yaml"],
      ["3.yaml", "3.yaml"],
    ]);
  });
});

test("snapshots without a name in files of one name are instances of their own", async () => {
  const text = (url: string) => `imsLint: snapshot/v1\n${account(`callbackServer: "${url}"`)}\n`;
  const { report } = await lintFiles({
    "prod/export.yaml": text("https://a.example"),
    "stage/export.yaml": text("http://b.example"),
    "other.yaml": `imsLint: snapshot/v1\n---\nimsLint: snapshot/v1\n`,
  });
  expect(report.inputs.map((input) => input.instances)).toEqual([
    ["other", "other#2"],
    ["prod/export"],
    ["stage/export"],
  ]);
  const results = report.results.filter(
    (result) => result.rule.id === "callback-https" && result.verdict !== "unknown",
  );
  expect(results.map((result) => [result.instance, result.verdict])).toEqual([
    ["prod/export", "pass"],
    ["stage/export", "fail"],
  ]);
});

describe("numbers for yes and no", () => {
  test.each(["1", "1.0", "1e0", "+1"])("%s is yes in YAML", async (written) => {
    expect((await lint(account(`active: ${written}`))).of("account-enabled", "pass")).toHaveLength(1);
  });
  test.each(["0", "-0", "0.0", '""'])("%s is no in YAML", async (written) => {
    expect((await lint(account(`active: ${written}`))).of("account-enabled", "fail")).toHaveLength(1);
  });
  test.each(["2", "yes", "on", "0x1"])("%s is neither", async (written) => {
    const linted = await lint(account(`active: ${written}`));
    expect(linted.of("account-enabled", "unknown")).toHaveLength(1);
    expect(linted.of("export-shape", "fail").map(linted.selected)).toEqual([written]);
  });
});

describe("files that the config counts to an instance", () => {
  const snapshot = "imsLint: snapshot/v1\ngroups: []\n";
  const instanceOf = async (files: readonly string[], path: string) => {
    const config = `instances: { acme: { files: ${JSON.stringify(files)} } }`;
    const { report } = await lintFiles({ [path]: snapshot }, { config, paths: ["."] });
    return report.inputs.flatMap((input) => input.instances);
  };
  test.each([
    [["exports/prod"], "exports/prod/a.yaml", "acme"],
    [["exports/prod/"], "exports/prod/deep/a.yaml", "acme"],
    [["./exports/*.yaml"], "exports/a.yaml", "acme"],
    [["exports/*.txt"], "exports/a.txt", "acme"],
    [["exports", "!exports/a.yaml"], "exports/a.yaml", "a"],
    [["exports", "!exports/a.yaml"], "exports/b.yaml", "acme"],
    [["exports/*.yaml"], "other/a.yaml", "a"],
  ])("%j and %s", async (globs, path, instance) => {
    expect(await instanceOf(globs, path)).toEqual([instance]);
  });
});
