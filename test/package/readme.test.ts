import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { asPage, cli } from "../support/cli.js";
import { lint, lintFiles } from "../support/lint.js";

/** What the README shows is what happens. */

const readme = readFileSync("README.md", "utf8");
const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text = ""]) => ({
  language,
  text,
}));

test("the run on the first screen is a real one", async () => {
  const screen = blocks.find(({ text }) => text.startsWith("$ npx ims-lint"))?.text ?? "";
  const [command = "", ...shown] = screen.split("\n");
  const argv = command.split(" ").slice(3);
  const files = { "examples/globex-stage.yaml": readFileSync("examples/globex-stage.yaml", "utf8") };
  const run = asPage(argv, await cli(argv, { files })).split("\n");
  let at = 0;
  for (const line of shown.filter((text) => text !== "" && text !== "…")) {
    const found = run.indexOf(line, at);
    expect(found, line).toBeGreaterThanOrEqual(at);
    at = found + 1;
  }
});

test("the snapshot and the config are valid", async () => {
  const yaml = blocks.filter(({ language }) => language === "yaml").map(({ text }) => text);
  const snapshot = yaml.find((text) => text.startsWith("imsLint:")) ?? "";
  const config = yaml.find((text) => text.startsWith("preset:")) ?? "";
  expect(load(snapshot)).toBeTypeOf("object");
  const { of, report } = await lint(snapshot);
  expect(of("export-shape").filter(({ verdict }) => verdict !== "pass")).toEqual([]);
  expect(report.summary.error).toBe(0);
  const { report: configured } = await lintFiles(
    { "exports/prod/a.yaml": snapshot.replace("name: acme_prod, ", "") },
    { config },
  );
  expect(configured.inputs.map(({ instances }) => instances)).toEqual([["acme_prod"]]);
});

test("every exit code and format is told", async () => {
  for (const code of [0, 1, 2, 3, 4, 70]) expect(readme).toMatch(new RegExp(`^\\| ${code} +\\|`, "m"));
  const { stdout } = await cli(["check", "--help"]);
  for (const format of ["pretty", "json", "sarif"]) {
    expect(readme).toMatch(new RegExp(`^\\| \`${format}\` +\\|`, "m"));
    expect(stdout).toContain(format);
  }
});
