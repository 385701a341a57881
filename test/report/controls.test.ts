import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { toReportV1 } from "../../src/report/json.js";
import { remarksOn } from "../../src/report/remarks.js";
import type { Report } from "../../src/report/report.js";
import { renderSarif } from "../../src/report/sarif.js";
import { lintFiles } from "../support/lint.js";

/** Whether a rule counts as evidence for a control, as the rule is in force. */

const RECENT = { "prod.yaml": "imsLint: snapshot/v1\nexported: 2026-11-01\n" };
const CIS = "cis-controls-v8";

describe("a rule as it ships", () => {
  test("counts for all its controls", async () => {
    const { report } = await lintFiles(RECENT);
    expect(controlOf(report, CIS, "5.1")?.counts).toContain("export-stale");
    expect(controlOf(report, CIS, "5.1")?.loosened).toEqual([]);
    expect(ruleOf(report, "export-stale").tags).toEqual(expect.arrayContaining(["CIS-v8/5.1", "CIS-v8/6.8"]));
    expect(ruleOf(report, "export-stale").notCounted).toBeUndefined();
    expect(await remarksOn({ report }, {})).toEqual([]);
  });

  test("counts whatever its level is", async () => {
    const { report } = await lintFiles(RECENT, { config: "rules: { export-stale: note }" });
    expect(controlOf(report, CIS, "5.1")?.counts).toContain("export-stale");
  });
});

describe("a rule with a loosened option", () => {
  const config = "rules: { export-stale: { level: warning, maxAgeDays: 92 } }";
  const looser = "rules: { export-stale: { level: warning, maxAgeDays: 93 } }";

  test("counts where the control asks for no less", async () => {
    const { report } = await lintFiles(RECENT, { config });
    expect(controlOf(report, CIS, "5.1")?.counts).toContain("export-stale");
    expect(controlOf(report, "nist-sp-800-53-r5", "CA-7")).toMatchObject({
      counts: [],
      loosened: [{ rule: "export-stale", option: "maxAgeDays", value: 92, asks: 90 }],
    });
  });

  test("does not count beyond it, though it passes", async () => {
    const { report } = await lintFiles(RECENT, { config: looser });
    const passed = report.counts.find(({ rule }) => rule.id === "export-stale")?.verdicts.pass;
    expect(passed).toBe(1);
    expect(controlOf(report, CIS, "5.1")?.counts).not.toContain("export-stale");
    expect(controlOf(report, CIS, "5.1")?.loosened).toEqual([
      { rule: "export-stale", option: "maxAgeDays", value: 93, asks: 92 },
    ]);
    expect(controlOf(report, CIS, "6.8")?.counts).toContain("export-stale");
  });

  test("leaves the tags in SARIF off, and says why", async () => {
    const { report } = await lintFiles(RECENT, { config: looser });
    const { tags, targets, notCounted } = ruleOf(report, "export-stale");
    expect(tags.filter((tag) => tag.includes("/"))).toEqual(["CIS-v8/6.8"]);
    expect(targets).toEqual(["6.8"]);
    expect(notCounted).toContainEqual({
      controls: ["CIS-v8/5.1"],
      why: "maxAgeDays is 93, and the control asks for 92 at most.",
    });
  });

  test("is remarked on once", async () => {
    const { report } = await lintFiles(RECENT, { config: looser });
    expect(await remarksOn({ report }, {})).toEqual([
      "export-stale: as maxAgeDays is 93, a pass is no evidence for NIST SP 800-53 r5 AC-2, CA-7; ISO/IEC 27001:2022 A.5.18, A.5.36; CIS Controls v8 5.1. What they ask for: ims-lint explain export-stale.",
    ]);
  });

  test("that is off costs nothing more", async () => {
    const off = "rules: { export-stale: { level: off, maxAgeDays: 93 } }";
    const { report } = await lintFiles(RECENT, { config: off });
    expect(await remarksOn({ report }, {})).toEqual([]);
  });
});

describe("a rule that is off", () => {
  test("is told apart from those that count", async () => {
    const { report } = await lintFiles(RECENT, { config: "rules: { callback-https: off }" });
    const control = controlOf(report, "nist-sp-800-53-r5", "SC-8");
    expect(control?.off).toContain("callback-https");
    expect(control?.counts).not.toContain("callback-https");
  });

  test("leaves a control unchecked where no other rule is about it", async () => {
    const { report } = await lintFiles(RECENT, { only: ["callback-https"] });
    const cis = toReportV1(report, "0.1.0").controls.find(({ framework }) => framework === CIS);
    const checked = cis?.controls.map(({ control }) => control);
    expect([checked, cis?.unchecked].map((ids) => ids?.includes("3.10"))).toEqual([true, false]);
    expect([checked, cis?.unchecked].map((ids) => ids?.includes("5.1"))).toEqual([false, true]);
  });

  test("has no control in SARIF", async () => {
    const { report } = await lintFiles(RECENT, { config: "rules: { callback-https: off }" });
    const { tags, targets, notCounted } = ruleOf(report, "callback-https");
    expect(tags.filter((tag) => tag.includes("/"))).toEqual([]);
    expect(targets).toEqual([]);
    expect(notCounted).toEqual([
      {
        controls: ["NIST-800-53-r5/SC-8", "NIST-800-53-r5/SC-23", "ISO-27001-2022/A.8.24", "CIS-v8/3.10"],
        why: "The rule is off (config).",
      },
    ]);
  });
});

test("relationships in SARIF point into the taxonomies", async () => {
  const { report } = await lintFiles(RECENT);
  const run = runOf(report);
  const { rules = [], supportedTaxonomies = [] } = run.tool.driver;
  expect(supportedTaxonomies.map(({ name }) => name)).toEqual(run.taxonomies?.map(({ name }) => name));
  for (const { id, relationships = [], properties } of rules) {
    const tags = relationships.map(({ target }) => {
      const taxonomy = run.taxonomies?.[target.toolComponent?.index ?? -1];
      expect(taxonomy?.taxa?.[target.index ?? -1]?.id, id).toBe(target.id);
      return target.id;
    });
    const tagged = (properties?.tags ?? []).filter((tag) => tag.includes("/"));
    expect(
      tagged.map((tag) => tag.split("/")[1]),
      id,
    ).toEqual(tags);
    expect(tags.length, id).toBeGreaterThan(0);
  }
});

function controlOf(report: Report, framework: string, control: string) {
  return toReportV1(report, "0.1.0")
    .controls.find((each) => each.framework === framework)
    ?.controls.find((each) => each.control === control);
}

function ruleOf(report: Report, id: string) {
  const rule = runOf(report).tool.driver.rules?.find((each) => each.id === id);
  return {
    tags: rule?.properties?.tags ?? [],
    targets: (rule?.relationships ?? []).map(({ target }) => target.id),
    notCounted: rule?.properties?.controlsNotCounted,
  };
}

function runOf(report: Report) {
  const [run] = (JSON.parse(renderSarif(report, "0.1.0")) as Log).runs;
  if (!run) throw new Error("no run");
  return run;
}
