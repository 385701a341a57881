import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.js";
import { asSnapshot, lintFiles } from "../support/lint.js";
import { mendFiles } from "../support/mend.js";

/** What --fix makes of every example that fails: what the example says, and nothing else. */

const failing = rules.flatMap((rule) =>
  (rule.examples.fails ?? []).map((example, index) => ({ rule, example, index })),
);

describe.each(failing)("$rule.id, example $index", ({ rule, example }) => {
  const text = asSnapshot(example.snapshot);
  const options = { presets: [], only: [rule.id], ...(example.config ? { config: example.config } : {}) };

  test(example.fixed === undefined ? "is left as it is" : "is fixed, and nothing beside it", async () => {
    const mended = await mendFiles({ "prod.yaml": text }, options);
    const { at = "", fixed } = example;
    expect(mended.text("prod.yaml")).toBe(fixed === undefined ? text : text.replace(at, fixed));
    if (fixed === undefined) return;
    expect(text.split(at)).toHaveLength(2);
    const [before, after] = [await failsOf(text), await failsOf(mended.text("prod.yaml"))];
    expect(before.filter((fail) => !after.includes(fail)).some((fail) => fail.startsWith(rule.id))).toBe(
      true,
    );
    expect(after.filter((fail) => !before.includes(fail))).toEqual([]);
  });

  /** What all rules find. */
  async function failsOf(snapshot: string): Promise<string[]> {
    const { config } = options;
    const { report } = await lintFiles({ "prod.yaml": snapshot }, config === undefined ? {} : { config });
    return report.results
      .filter(({ verdict }) => verdict === "fail")
      .map((result) => [result.rule.id, result.clause, result.subject.name, result.property].join(" | "));
  }
});

test("a rule says what --fix writes if an example shows it, and only then", () => {
  const shown = new Set(
    failing.flatMap(({ rule, example }) => (example.fixed === undefined ? [] : [rule.id])),
  );
  expect(rules.filter(({ fix }) => fix !== undefined).map(({ id }) => id)).toEqual(
    rules.map(({ id }) => id).filter((id) => shown.has(id)),
  );
});
