import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { asPage, cli } from "../support/cli.js";
import { asSnapshot, lintFiles } from "../support/lint.js";

/** The page on custom rules shows what happens. */

const page = readFileSync("docs/custom-rules.md", "utf8");
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text = ""]) => ({
  language,
  text,
}));
const yaml = blocks.filter(({ language }) => language === "yaml").map(({ text }) => text);
const configs = yaml.filter((text) => text.includes("customRules:"));
const named = (name: string) => yaml.find((text) => text.startsWith(`# ${name}\n`)) ?? "";

test("the run on the first screen is a real one", async () => {
  const screen = blocks.find(({ text }) => text.startsWith("$ npx ims-lint"))?.text ?? "";
  const [command = "", ...shown] = screen.split("\n");
  const argv = command.split(" ").slice(3);
  const names = ["acme.yaml", "ims-lint.config.yaml"];
  const run = await cli(argv, { files: Object.fromEntries(names.map((name) => [name, named(name)])) });
  expect(asPage(argv, run)).toContain(shown.join("\n").trim());
  expect(run.exit).toBe(1);
});

test.each(configs)("a config is valid: %#", async (text) => {
  const { stderr, exit } = await cli(["config"], { files: { "ims-lint.config.yaml": text } });
  expect(stderr).toBe("");
  expect(exit).toBe(0);
});

test("every check is shown, and every key has its row", () => {
  for (const check of ["pattern", "oneOf", "required", "unique", "equals"]) {
    expect(
      configs.some((text) => text.includes(`    ${check}: `)),
      check,
    ).toBe(true);
  }
  for (const key of [
    "at",
    "where",
    "instances",
    "environments",
    "ignoreCase",
    "level",
    "title",
    "why",
    "remedy",
  ])
    expect(page).toMatch(new RegExp(`^\\| \`${key}\` +\\|`, "m"));
});

test("the checks that are shown fail where they should", async () => {
  const config = configs.find((text) => text.includes("acme-mail-domain:"));
  const snapshot = asSnapshot(`
    instance: { url: "https://acme.campaign.example.com" }
    extAccounts:
      - name: Adobe_Experience_Cloud
        active: false
        callbackServer: https://old.example.com
        productContext: dma_campaign
    groups: [ { name: a, label: One }, { name: b, label: One } ]
    operators: [ { name: jane, label: "", email: jane@elsewhere.example, authenticationType: ims } ]
  `);
  const { report } = await lintFiles({ "prod.yaml": snapshot }, { config: config ?? "", only: ["C"] });
  const failed = report.results.filter(({ verdict }) => verdict === "fail").map(({ rule }) => rule.id);
  expect(failed.sort()).toEqual([
    "acme-account-type",
    "acme-callback",
    "acme-enabled",
    "acme-labels",
    "acme-login-is-mail",
    "acme-mail-domain",
    "acme-one-label",
  ]);
});
