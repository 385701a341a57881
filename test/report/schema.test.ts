import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { CORE_SCHEMA, load, loadAll } from "js-yaml";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.js";
import { asSnapshot } from "../../src/evaluate/example.js";
import { cli } from "../support/cli.js";

/** What is published as JSON Schema holds: for the reports that are written, and for the files that are read. */

const schema = (name: string) => JSON.parse(readFileSync(`schemas/${name}.v1.schema.json`, "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
const isReport = ajv.compile(schema("report"));
const isSnapshot = ajv.compile(schema("snapshot"));
const isConfig = ajv.compile(schema("config"));

const examples = ["acme-prod", "globex-dev", "globex-stage"].map(
  (name) => [name, readFileSync(`examples/${name}.yaml`, "utf8")] as const,
);

describe("reports", () => {
  test.each<readonly [string, string]>([
    ...examples,
    ["broken", "imsLint: ["],
    [
      "odd",
      "imsLint: snapshot/v1\nextAccounts: [1, { name: [x], y: z, clientSecret: s }]\noperators: {}\nexported: soon\n",
    ],
    [
      "two",
      "imsLint: snapshot/v1\ninstance: { name: a }\n---\nimsLint: snapshot/v1\ninstance: { name: b }\n",
    ],
  ])("of %s", async (_name, text) => {
    const { stdout } = await cli(["--format", "json", "--show", "all", "--preset", "all", "a.yaml"], {
      files: { "a.yaml": text },
    });
    expect(isReport(JSON.parse(stdout)) || isReport.errors).toBe(true);
  });

  test("two runs differ in nothing but when they started", async () => {
    const files = Object.fromEntries(examples.map(([name, text]) => [`${name}.yaml`, text]));
    const argv = ["--format", "json", "--show", "all", "--as-of", "2026-11-20"];
    const [first, second] = [await cli(argv, { files }), await cli(argv, { files })];
    const plain = (text: string) => text.replace(/"startedAt": "[^"]*"/, "");
    expect(plain(first.stdout)).toBe(plain(second.stdout));
  });
});

describe("snapshots and configs", () => {
  test.each(examples)("%s", (_name, text) => {
    for (const document of loadAll(text, { schema: CORE_SCHEMA })) {
      expect(isSnapshot(document) || isSnapshot.errors).toBe(true);
    }
  });

  test("every passing example of a rule, and every config of one", () => {
    for (const { id, examples: own } of rules) {
      const all = Object.values(own).flat();
      for (const { config } of all)
        if (config) expect(isConfig(load(config)) || isConfig.errors, id).toBe(true);
      for (const { snapshot } of id === "export-shape" ? [] : (own.passes ?? [])) {
        for (const document of loadAll(asSnapshot(snapshot))) {
          const isExport = !Object.hasOwn(document as object, "imsLint");
          expect(isExport || isSnapshot(document) || isSnapshot.errors, `${id}\n${snapshot}`).toBe(true);
        }
      }
    }
  });
});

test.each([["li@globex.example"], ["nobody"], ["--all"]])("a trace of %s", async (who) => {
  const isTrace = ajv.compile(schema("trace"));
  const files = Object.fromEntries(examples.map(([name, text]) => [`${name}.yaml`, text]));
  const { stdout } = await cli(["trace", "--format", "json", who], { files });
  isTrace(JSON.parse(stdout));
  expect(isTrace.errors ?? []).toEqual([]);
});

test("waivers, and what is none", () => {
  const isWaivers = ajv.compile(schema("waivers"));
  const waiver = { rule: "callback-https", reason: "r", expires: "2026-12-31", owner: null };
  expect(isWaivers({ waivers: [waiver] })).toBe(true);
  expect(isWaivers({ waivers: [{ rule: "callback-https" }] })).toBe(false);
  expect(isWaivers({})).toBe(false);
});
