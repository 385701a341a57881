import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import type { ExportFormat } from "../../src/read/export.js";
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

test("every format that is read has its row", () => {
  const rows: Readonly<Record<ExportFormat, string>> = {
    snapshot: "[snapshot]",
    "campaign-package": "data package",
    "campaign-json": "acc-js-sdk or the SOAP API",
    "session-info": "session info",
    "user-management-api": "User Management API",
    "admin-console-csv": "Admin Console CSV",
    "server-configuration": "`serverConf.xml`",
  };
  for (const words of Object.values(rows)) {
    expect(readme.split("\n").filter((line) => line.startsWith("|") && line.includes(words))).toHaveLength(1);
  }
});

test("the example to begin with is two instances of one organization", async () => {
  const folder = /^npx \. (\S+)$/m.exec(readme)?.[1] ?? "";
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).split(path.sep).join("/"));
  const { report } = await lintFiles(Object.fromEntries(files.map((file) => [file, readFileSync(file)])), {
    paths: [folder],
  });
  expect([...new Set(report.inputs.flatMap(({ instances }) => instances))].sort()).toEqual([
    "initech_prod",
    "initech_stage",
  ]);
  expect(report.summary.error).toBeGreaterThan(0);
});

test("every exit code and format is told", async () => {
  for (const code of [0, 1, 2, 3, 4, 70]) expect(readme).toMatch(new RegExp(`^\\| ${code} +\\|`, "m"));
  const { stdout } = await cli(["check", "--help"]);
  for (const format of ["pretty", "json", "sarif"]) {
    expect(readme).toMatch(new RegExp(`^\\| \`${format}\` +\\|`, "m"));
    expect(stdout).toContain(format);
  }
});

test("the accepted risks of docs/waivers.md are accepted", async () => {
  const page = readFileSync("docs/waivers.md", "utf8");
  const [waivers = "", snapshot = ""] = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
    ([, text = ""]) => text,
  );
  const { report } = await lintFiles({ "acme_stage.yaml": snapshot }, { waivers });
  expect(report.summary.suppressed).toBe(2);
  const unused = report.results.filter(({ rule }) => rule.id === "waiver-unused");
  // The snapshot says nothing of what the waivers are for.
  expect(unused.map(({ verdict }) => verdict).sort()).toEqual(["pass", "pass", "unknown", "unknown"]);
});

test("the trace of docs/trace.md is a real one", () => {
  const page = readFileSync("docs/trace.md", "utf8");
  const shown = /^```text\n\$ npx ims-lint trace [^\n]+\n([\s\S]*?)^```$/m.exec(page)?.[1]?.split("\n") ?? [];
  const run = readFileSync("test/cli/scenarios/trace-whose-group-is-not-there.md", "utf8").split("\n");
  let at = 0;
  for (const line of shown.filter((text) => text !== "" && text !== "…")) {
    const found = run.indexOf(line, at);
    expect(found, line).toBeGreaterThanOrEqual(at);
    at = found + 1;
  }
  expect(at).toBeGreaterThan(20);
});
