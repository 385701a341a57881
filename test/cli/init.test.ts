import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import type { ReportV1 } from "../../src/index.js";
import { cli } from "../support/cli.js";

/** `ims-lint init`: what it finds, what it writes, and that a run with what it wrote says the same as before. */

type Files = Readonly<Record<string, string>>;

const account = JSON.stringify({
  extAccount: [{ name: "Adobe_Experience_Cloud", imsRightsMask: "Campaign - acme - (.*)" }],
});
const session = (instanceName: string) =>
  JSON.stringify({ serverInfo: { instanceName, buildNumber: "9400", releaseName: "7.4.4" } });
const users = `Email,Identity Type,Product Configurations\nana@acme.example,Adobe ID,Campaign - acme - delivery\n`;
const serverConf = "<serverConf><shared/></serverConf>";
const snapshot = (name?: string) =>
  `imsLint: snapshot/v1\n${name === undefined ? "" : `instance: { name: ${name} }\n`}console: { buildNumber: "9400" }\n`;
const shipped = Object.fromEntries(
  readdirSync("examples/exports", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "ims-lint.config.yaml")
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [file.split(path.sep).join("/"), readFileSync(file, "utf8")];
    }),
);

interface WrittenConfig {
  readonly instances: Readonly<Record<string, { readonly files?: readonly string[] } | null>>;
}

async function filesStated(files: Files, ...args: string[]) {
  const run = await cli(["init", ...args], { files });
  expect(run.exit).toBe(0);
  const { instances } = load(String(run.files["ims-lint.config.yaml"])) as WrittenConfig;
  return Object.fromEntries(Object.entries(instances).map(([name, settings]) => [name, settings?.files]));
}

const LAYOUTS: Readonly<Record<string, { files: Files; stated: Record<string, string[] | undefined> }>> = {
  "a folder for each instance, the organization above": {
    files: shipped,
    stated: {
      initech_prod: ["examples/exports/initech_prod"],
      initech_stage: ["examples/exports/initech_stage"],
    },
  },
  "a folder that session info gives another name": {
    files: { "exports/p/a.json": account, "exports/p/s.json": session("acme_prod") },
    stated: { acme_prod: ["exports/p"] },
  },
  "two folders that session info gives one name": {
    files: { "a/s.json": session("acme"), "b/s.json": session("acme") },
    stated: { "acme (a)": ["a"], "acme (b)": ["b"] },
  },
  "an instance in the folder of another": {
    files: { "exports/a.json": account, "exports/stage/a.json": account, "exports/users.csv": users },
    stated: { exports: undefined, stage: ["exports/stage"] },
  },
  "the files of several instances in a folder": {
    files: {
      "conf/serverConf.xml": serverConf,
      "conf/config-a.xml": serverConf,
      "conf/config-b.xml": serverConf,
    },
    stated: { a: undefined, b: undefined },
  },
  "the root itself": { files: { "a.json": account }, stated: { repo: undefined } },
  "a snapshot that says its name": {
    files: { "exports/prod.yaml": snapshot("acme_prod") },
    stated: { acme_prod: undefined },
  },
  "a snapshot of that name beside exports": {
    files: { "exports/acme/a.json": account, "exports/acme/by-hand.yaml": snapshot("acme") },
    stated: { acme: ["exports/acme"] },
  },
  "a snapshot of another name beside exports": {
    files: { "exports/acme/a.json": account, "exports/acme/by-hand.yaml": snapshot("other") },
    stated: { acme: undefined, other: undefined },
  },
  "the organization alone": { files: { "exports/users.csv": users }, stated: { exports: undefined } },
  "names that YAML and globs take for more": {
    files: { "ex ports/[a] #1: *b/a.json": account },
    stated: { "[a] #1: *b": ["ex ports/[a] #1: *b"] },
  },
};

describe.each(Object.entries(LAYOUTS))("%s", (_name, { files, stated }) => {
  test("is what the config states", async () => {
    expect(await filesStated(files)).toEqual(stated);
  });

  test("has the results with the config that it has without", async () => {
    const { "ims-lint.config.yaml": config } = (await cli(["init"], { files })).files;
    const results = async (all: Files) => {
      const { stdout, stderr } = await cli(["--format", "json", "--show", "pass"], { files: all });
      expect(stderr).toBe("");
      const { inputs, results } = JSON.parse(stdout) as ReportV1;
      return { inputs, results };
    };
    const before = await results(files);
    expect(before.results.length).toBeGreaterThan(0);
    expect(await results({ ...files, "ims-lint.config.yaml": String(config) })).toEqual(before);
  });
});

test("a snapshot without a name joins the exports that it lies beside", async () => {
  const files = { "exports/acme/a.json": account, "exports/acme/by-hand.yaml": snapshot() };
  expect(await filesStated(files)).toEqual({ acme: ["exports/acme"] });
});

test("what stands behind # is a valid config when it is switched on", async () => {
  const { files } = await cli(["init"], { files: { "exports/acme/a.json": account } });
  const config = String(files["ims-lint.config.yaml"])
    .replace(
      /^( *)# (?=(?:rules|customRules|integrationPackage|url|complete|directOnly|migrated|expect):)/gm,
      "$1",
    )
    .replace(/^( *)# {3}(?=\w)/gm, "$1  ");
  const run = await cli(["config"], {
    files: { "exports/acme/a.json": account, "ims-lint.config.yaml": config },
  });
  expect(run.stderr).toBe("");
  expect(run.exit).toBe(0);
  for (const key of [
    "complete",
    "directOnly",
    "migrated",
    "integrationPackage",
    "customRules",
    "expect",
    "url",
  ]) {
    expect(config).toMatch(new RegExp(`^ *${key}:`, "m"));
  }
});

describe("what git ignores", () => {
  test.each([
    ["a folder", "exports/\n", "exports"],
    ["all that is in a folder", "exports/*\n", "exports"],
    ["a folder of one instance", "exports/acme\n*.csv\n", "exports/acme"],
  ])("%s is named, and nothing written", async (_name, gitignore, named) => {
    const files = {
      ".gitignore": `dist/\n${gitignore}`,
      "dist/a.json": "{}",
      "exports/acme/a.json": account,
      "exports/acme/s.json": session("acme"),
      "exports/users.csv": users,
    };
    const run = await cli(["init"], { files });
    expect(run.stderr).toBe(`ims-lint: ${named} is ignored by git; name it: ims-lint init ${named}\n`);
    expect(run.exit).toBe(3);
    expect(Object.keys(run.files)).toEqual(Object.keys(files));

    const again = await cli(["init", named], { files });
    expect(again.stdout).toBe(`wrote ims-lint.config.yaml\nnext: ims-lint ${named}\n`);
    expect(String(again.files["ims-lint.config.yaml"])).toContain('files: ["exports/acme"]');
  });

  test("a folder without exports is no matter", async () => {
    const files = { ".gitignore": "dist/\n", "dist/a.json": "{}" };
    const run = await cli(["init"], { files });
    expect(run.exit).toBe(0);
    expect(run.files).toHaveProperty(["exports/my_instance.yaml"]);
  });

  test("what is found elsewhere is enough", async () => {
    const files = { ".gitignore": "old/\n", "old/a.json": account, "exports/acme/a.json": account };
    expect(await filesStated(files)).toEqual({ acme: ["exports/acme"] });
  });
});
