import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.js";
import type { Rule } from "../../src/evaluate/rule.js";

/** What must hold of every rule. */

/** Ids stand in waivers, baselines and auditors' files: none may go or change. New ones are added here. */
const STABLE_IDS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync("test/rules/stable-ids.json", "utf8"),
);

const files = readdirSync("rules", { recursive: true, encoding: "utf8" })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => file.endsWith(".ts") && !file.endsWith("index.ts"));

test("ids and control numbers are stable", () => {
  expect(Object.fromEntries(rules.map((rule) => [rule.control, rule.id]))).toEqual(STABLE_IDS);
});

test("every file in rules/ is in the catalogue, under its id", () => {
  expect(files.map((file) => path.posix.basename(file, ".ts")).sort()).toEqual(
    rules.map(({ id }) => id).sort(),
  );
});

test("rules come in the order of their control numbers", () => {
  const order = rules.map(({ control }) => control.split(".").map(Number));
  const sorted = [...order].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
  expect(order).toEqual(sorted);
});

test("src names no rule, and rules import only what a rule may", () => {
  for (const file of files) {
    const text = readFileSync(path.join("rules", file), "utf8");
    for (const [, from = ""] of text.matchAll(/from "([^"]+)"/g)) {
      expect(from, file).toMatch(/^\.\.\/\.\.\/src\/(?:evaluate\/rule|model\/[a-z.-]+)\.js$/);
    }
  }
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  for (const file of sources) {
    expect(readFileSync(path.join("src", file), "utf8"), file).not.toMatch(
      /from "[^"]*rules\/(?!index\.js)[a-z]+\//,
    );
  }
});

test("control numbers are written in one place, as a rule of the config is not in the published baseline", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => readFileSync(path.join("src", file), "utf8").includes("`IMS-$"));
  expect(sources).toEqual([path.join("evaluate", "areas.ts")]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("has its words", () => {
    for (const text of [rule.title, rule.why, rule.remedy, rule.since]) expect(text.trim()).not.toBe("");
    expect(rule.title).not.toMatch(/[.!]$/);
    expect(`${rule.why}${rule.remedy}`).not.toContain("!");
    expect(rule.why).toMatch(/\.$/);
    expect(rule.remedy).toMatch(/\.$/);
    expect(rule.source.length).toBeGreaterThan(0);
    expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
  });

  test("has its page", () => {
    expect(existsSync(`docs/rules/${id}.md`)).toBe(true);
  });

  test("shows every verdict that it can give", () => {
    const { fails = [], passes = [], unknown = [], notApplicable = [], review = [] } = rule.examples;
    const shown = { pass: passes, fail: fails, unknown, notApplicable, review };
    for (const verdict of verdictsOf(rule)) expect(shown[verdict], verdict).not.toHaveLength(0);
    const clauses = new Set(fails.map((example) => example.clause).filter(Boolean));
    expect([...clauses].sort()).toEqual(Object.keys(rule.clauses ?? {}).sort());
  });
});

type Verdict = "pass" | "fail" | "unknown" | "notApplicable" | "review";

/** The verdicts that stand in the rule's file, and `unknown` where it needs evidence. */
function verdictsOf(rule: Rule): Set<Verdict> {
  const file = files.find((name) => path.posix.basename(name, ".ts") === rule.id);
  const text = readFileSync(path.join("rules", file ?? ""), "utf8");
  const said = [...text.matchAll(/\b(?:verdict|verdicts)\.(pass|fail|unknown|notApplicable|review)\(/g)];
  const verdicts = new Set(said.map(([, verdict]) => verdict as Verdict));
  if (rule.needs.length > 0) verdicts.add("unknown");
  return verdicts;
}
