import { expect, test } from "vitest";
import { cli } from "../support/cli.js";

/** Levels, clauses and causes: what is off says so, and nothing bad hides behind something harmless. */

const twoIds = `imsLint: snapshot/v1
extAccounts: [ { name: Adobe_Experience_Cloud, imsOrgId: 4d5e6f708192a3b49f1c2b3a@AdobeOrg } ]
organization: { id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg, name: Acme }
`;
const json = async (argv: readonly string[], snapshot: string) =>
  JSON.parse((await cli(["--format", "json", ...argv, "a.yaml"], { files: { "a.yaml": snapshot } })).stdout);

test("a clause that is off is not applicable, in results, summary and rules alike", async () => {
  const report = await json(["--only", "3.11", "--rule", "org-id-format/non-hex=off"], twoIds);
  const [result] = report.results.filter((item: { rule: string }) => item.rule === "org-id-format");
  expect(result).toMatchObject({ verdict: "notApplicable", level: null, clause: "non-hex" });
  const [count] = report.rules.filter((item: { rule: string }) => item.rule === "org-id-format");
  expect(count).toMatchObject({ fail: 0, notApplicable: 1 });
  expect(report.summary).toMatchObject({ error: 0, warning: 0, note: 0 });
});

test("the rules' counts add up to the summary", async () => {
  const { rules, summary } = await json([], twoIds);
  const sum = (verdict: string) =>
    rules.reduce((total: number, item: Record<string, number>) => total + (item[verdict] ?? 0), 0);
  expect(sum("fail")).toBe(summary.error + summary.warning + summary.note);
  for (const verdict of ["pass", "unknown", "notApplicable", "review"])
    expect(sum(verdict)).toBe(summary[verdict]);
});

test("an error that follows from a warning is shown by itself", async () => {
  const { stdout, exit } = await cli(["--only", "3.11,3.12", "a.yaml"], { files: { "a.yaml": twoIds } });
  expect(stdout).toContain("warning  org-id-format/non-hex");
  expect(stdout).toContain("error  org-id-consistent");
  expect(exit).toBe(1);
});

test("what follows from a rule that is off is shown by itself", async () => {
  const snapshot = `imsLint: snapshot/v1
extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)", tenant: acme } ]
groups: [ { name: report } ]
operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
organization: { directOnly: false, users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ] }
`;
  const shown = async (...argv: string[]) =>
    (await cli([...argv, "a.yaml"], { files: { "a.yaml": snapshot } })).stdout;
  expect(await shown("--only", "5.1,5.6")).not.toContain("error  operator-linked");
  expect(await shown("--only", "5.6")).toContain("error  operator-linked");
  expect(await shown("--rule", "profile-has-group=off")).toContain("error  operator-linked");
});

test.each([
  ["--rule", ["--rule", "secret-exposed=off"], {}],
  ["the config", [], { "ims-lint.config.yaml": "rules: { secret-exposed: note }\n" }],
])("a rule that always runs cannot be lowered by %s, and that is told", async (_name, argv, files) => {
  const secret = "imsLint: snapshot/v1\nextAccounts: [ { name: x, clientSecret: y } ]\n";
  const run = await cli([...argv, "--only", "3.7", "a.yaml"], { files: { "a.yaml": secret, ...files } });
  expect(run.stdout).toContain("error  secret-exposed");
  expect(run.stderr).toContain("secret-exposed always runs");
});

test.each([
  [["chek"], "Did you mean ims-lint check?", 4],
  [["help", "chek"], "Did you mean check?", 2],
  [["--format"], "--format needs a value", 2],
  [["--quiet=yes"], "--quiet takes no value", 2],
])("%j is answered with help", async (argv, words, code) => {
  const run = await cli(argv);
  expect(run.stderr).toContain(words);
  expect(run.exit).toBe(code);
});
