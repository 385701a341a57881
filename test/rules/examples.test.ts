import { CORE_SCHEMA, load, mergeTag } from "js-yaml";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.js";
import type { Example, FailingExample } from "../../src/evaluate/rule.js";
import type { Verdict } from "../../src/evaluate/verdict.js";
import { asSnapshot, lint } from "../support/lint.js";

/** Every example of every rule, as it is written and as the same values in JSON. */
const KINDS = {
  fails: "fail",
  passes: "pass",
  unknown: "unknown",
  notApplicable: "notApplicable",
  review: "review",
} as const;

/** Rules about how a file is written: JSON has other faults, and no comments. */
const ABOUT_YAML: ReadonlySet<string> = new Set(["export-readable", "export-shape", "waiver-unused"]);

for (const rule of rules) {
  describe(rule.id, () => {
    for (const [kind, verdict] of Object.entries(KINDS)) {
      const examples: readonly (Example & FailingExample)[] = rule.examples[kind as keyof typeof KINDS] ?? [];
      examples.forEach((example, index) => {
        const name = `${kind} ${index + 1}${example.shows ? `: ${example.shows}` : ""}`;
        test(`${name} (YAML)`, () => check(example, verdict));
        // A JSON file holds one document.
        const isOne = !/^\s*---$/m.test(example.snapshot);
        if (isOne && !ABOUT_YAML.has(rule.id)) {
          test(`${name} (JSON)`, () =>
            check({ ...example, snapshot: asJson(example.snapshot) }, verdict, true));
        }
      });
    }
  });

  async function check(example: Example & FailingExample, verdict: Verdict, isJson = false): Promise<void> {
    const options = {
      ...(example.config === undefined ? {} : { config: example.config }),
      ...(example.waivers === undefined ? {} : { waivers: example.waivers }),
    };
    const linted = await lint(example.snapshot, { ...options, path: isJson ? "prod.json" : "prod.yaml" });
    const results = linted.of(rule.id);
    const said = results.map(
      (result) => `${result.verdict}${result.clause ? `/${result.clause}` : ""}: ${result.message}`,
    );
    const fitting = results.filter(
      (result) => result.verdict === verdict && result.clause === (example.clause ?? null),
    );
    expect(fitting, `${verdict} of ${rule.id}, which said\n${said.join("\n")}`).not.toHaveLength(0);
    if (verdict === "pass") expect(said.filter((line) => !/^(?:pass|notApplicable)/.test(line))).toEqual([]);
    if (verdict !== "fail") expect(said.filter((line) => line.startsWith("fail"))).toEqual([]);
    if (example.at !== undefined && !isJson) {
      expect(fitting.map(linted.selected)).toContain(example.at);
    }
  }
}

function asJson(snapshot: string): string {
  return JSON.stringify(load(asSnapshot(snapshot), { schema: CORE_SCHEMA.withTags(mergeTag) }), null, 2);
}
