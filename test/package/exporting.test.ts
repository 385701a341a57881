import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.js";
import { cli } from "../support/cli.js";
import { lintFiles } from "../support/lint.js";

/** The page that tells how to export says what the program does. */

const page = readFileSync("docs/exporting.md", "utf8");
const blocks = [...page.matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm)].map(
  ([, indent = "", language, text = ""]) => ({
    language,
    text: text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }),
);
const yaml = blocks.filter(({ language }) => language === "yaml").map(({ text }) => text);
const snapshots = yaml.filter((text) => /^imsLint:/m.test(text));
const configs = yaml.filter((text) => /^instances:/m.test(text));

test("every rule has its row, and no row names another", () => {
  const section = /^## Which rules need which export\n([\s\S]*?)^## /m.exec(page)?.[1] ?? "";
  const named = [...section.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, id]) => id),
  );
  expect(named.sort()).toEqual(rules.map(({ id }) => id).sort());
});

test("every block of YAML is a snapshot or a config", () => {
  expect(snapshots.length).toBeGreaterThan(0);
  expect(configs.length).toBeGreaterThan(2);
  expect(snapshots.length + configs.length).toBe(yaml.length);
});

test.each(snapshots)("a snapshot has the shape of its format: %#", async (text) => {
  const { report } = await lintFiles({ "exports/initech_prod/by-hand.yaml": text });
  const off = report.results.filter(({ rule, verdict }) => rule.id === "export-shape" && verdict !== "pass");
  expect(off).toEqual([]);
  expect(report.inputs.map(({ instances }) => instances)).toEqual([["initech_prod"]]);
});

test.each(configs)("a config is valid: %#", async (text) => {
  const { stderr, exit } = await cli(["config"], { files: { "ims-lint.config.yaml": text } });
  expect(stderr).toBe("");
  expect(exit).toBe(0);
});

test("the script can be parsed, and asks for no secret", () => {
  const [script = ""] = blocks.filter(({ language }) => language === "js").map(({ text }) => text);
  expect(() => new Script(script)).not.toThrow();
  expect(script).toContain("executeQuery");
  expect(script).not.toMatch(/secret|password/i);
});

describe.each(["README.md", "docs/exporting.md", "docs/custom-rules.md"])("the links of %s", (file) => {
  const text = readFileSync(file, "utf8");
  const targets = [...text.matchAll(/\]\(((?!https?:)[^)\s]+)\)/g)].map(([, target = ""]) => target);

  test.each([...new Set(targets)])("%s", (target) => {
    const [name = "", anchor] = target.split("#");
    const to = name === "" ? file : path.join(path.dirname(file), name);
    expect(existsSync(to)).toBe(true);
    if (anchor === undefined) return;
    const anchors = [...readFileSync(to, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, "")
        .replaceAll(" ", "-"),
    );
    expect(anchors).toContain(anchor);
  });
});
