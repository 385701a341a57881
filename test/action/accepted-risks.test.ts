import { afterAll, describe, expect, test } from "vitest";
import { site } from "../support/exports.js";
import { type Checks, lintPullRequest, pullRequest } from "../support/pull-request.js";
import { type Content, removeRepositories } from "../support/repository.js";
import type { StepRun } from "../support/runner.js";

/** Accepted risks on pull requests: a change cannot accept what it brings. The bundle, on real repositories. */

afterAll(removeRepositories);

const FILE = "exports/acme.yaml";
const WAIVERS = "ims-lint.waivers.yaml";
const HTTP = "http://acme.campaign.example.com";
const IGNORE = " # ims-lint: ignore[callback-https] The certificate is ordered.";
const good = { [FILE]: site() };
const bad = { [FILE]: site({ callbackServer: HTTP }) };
const commented = { [FILE]: site({ callbackServer: HTTP }).replace(/^.*callbackServer:.*$/m, `$&${IGNORE}`) };
const waived = {
  [WAIVERS]: "waivers: [ { rule: callback-https, reason: Ordered., owner: jane@acme.example } ]\n",
};
const trusts = { inputs: { "trust-head-config": "true" } };

function lint(base: Content, changes: Content, checks: Checks = {}): Promise<StepRun> {
  return lintPullRequest(pullRequest(base, changes), checks);
}

describe("a waiver", () => {
  test("of the base covers what a change brings", async () => {
    const step = await lint({ ...good, ...waived }, bad);
    expect(step).toMatchObject({ exit: 0, outputs: { new: "0", error: "0", waived: "1" } });
    expect(step.summary).toContain("<summary>Accepted (1)</summary>");
  });

  test("that a change brings along does not, and is told", async () => {
    const step = await lint(good, { ...bad, ...waived });
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1", waived: "0" } });
    expect(step.summary).toContain('`waiver of callback-https.reason`: not stated → `"Ordered."`');
  });

  test("of the head counts where the workflow trusts it, and mends nothing", async () => {
    const step = await lint(bad, waived, trusts);
    expect(step).toMatchObject({ exit: 0, outputs: { fixed: "0", waived: "1" } });
    expect(step.summary).toContain("1 no longer checked");
  });

  test("with mistakes fails the change that brings it, in its place", async () => {
    const step = await lint(good, { [WAIVERS]: "waivers: [ { rule: callback-http, reason: r } ]\n" });
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed", new: "0" } });
    expect(step.annotations).toMatchObject([{ name: "error", properties: { file: WAIVERS, line: "1" } }]);
  });

  test("is not called unused where the change that mends the fault takes it out", async () => {
    const checks = { inputs: { "fail-on": "warning" } };
    const both = await lint({ ...bad, ...waived }, { ...good, [WAIVERS]: null }, checks);
    expect(both).toMatchObject({ exit: 0, outputs: { new: "0" } });
    const left = await lint({ ...bad, ...waived }, good, checks);
    expect(left).toMatchObject({ exit: 1, outputs: { new: "1" } });
    expect(left.annotations[0]?.properties).toMatchObject({ file: WAIVERS, title: "waiver-unused (new)" });
  });

  test("that is kept for another reason is called unused where the change mends the fault", async () => {
    const checks = { inputs: { "fail-on": "warning" } };
    const reworded = { [WAIVERS]: "waivers: [ { rule: callback-https, reason: Still ordered. } ]\n" };
    const step = await lint({ ...bad, ...waived }, { ...good, ...reworded }, checks);
    expect(step.annotations[0]?.properties).toMatchObject({ title: "waiver-unused (new)" });
  });

  test("whose last day is past is mended by a new one, and by no mistaken one", async () => {
    const until = (day: string) => ({
      [WAIVERS]: `waivers: [ { rule: callback-https, reason: r, expires: ${day} } ]\n`,
    });
    const base = { ...bad, ...until("2020-01-31") };
    expect(await lint(base, until("2999-12-31"))).toMatchObject({ exit: 0, outputs: { fixed: "1" } });
    expect(await lint(base, until("2020-02-29"))).toMatchObject({ exit: 0, outputs: { fixed: "0" } });
    expect(await lint(base, until("2999-02-29"))).toMatchObject({ exit: 1, outputs: { fixed: "0" } });
  });

  test("names nobody where people are masked", async () => {
    const step = await lint({ ...good, ...waived }, bad, { isPublic: true });
    expect(step.summary).toContain("owner person");
    expect(step.summary + step.log).not.toContain("jane@acme.example");
  });

  test("of a person, which covers nothing, names nobody where people are masked", async () => {
    const ofJane = { [WAIVERS]: "waivers: [ { rule: account-unique, subject: jane, reason: r } ]\n" };
    const step = await lint(good, ofJane, { isPublic: true, inputs: trusts.inputs });
    expect(step.outputs).toMatchObject({ new: "1" });
    expect(step.summary + step.log).not.toContain("jane");
    const open = await lint(good, ofJane, { inputs: trusts.inputs });
    expect(open.summary).toContain("waiver account-unique, subject `jane`<br>");
  });

  test("keeps its finding out of code scanning, which knows no suppressions", async () => {
    const { sarif, outputs } = await lint({ ...good, ...waived }, bad);
    expect(outputs.waived).toBe("1");
    expect(sarif?.runs[0]?.results?.map(({ ruleId }) => ruleId)).not.toContain("callback-https");
  });
});

describe("a comment", () => {
  test("that a change brings does not accept what it brings", async () => {
    expect(await lint(good, commented)).toMatchObject({ exit: 1, outputs: { new: "1", suppressed: "0" } });
    expect(await lint(good, commented, trusts)).toMatchObject({
      exit: 0,
      outputs: { new: "0", suppressed: "1" },
    });
  });

  test("of the base goes on to count", async () => {
    const moved = { [FILE]: `# reviewed\n${commented[FILE]}` };
    expect(await lint(commented, moved)).toMatchObject({ exit: 0, outputs: { suppressed: "1" } });
  });

  test("of the base does not accept another value", async () => {
    const other = commented[FILE].replace(HTTP, "http://other.example.com");
    const step = await lint(commented, { [FILE]: other });
    expect(step).toMatchObject({ exit: 1, outputs: { suppressed: "0" } });
    expect(step.annotations.map(({ properties }) => properties.title)).toContain("callback-https (new)");
  });

  test("of the base moves with its file", async () => {
    const unnamed = commented[FILE].replace("name: acme, ", "");
    const moved = { [FILE]: null, "exports/moved.yaml": unnamed };
    expect(await lint({ [FILE]: unnamed }, moved)).toMatchObject({
      exit: 0,
      outputs: { new: "0", suppressed: "1" },
    });
  });

  test("that is taken out gives its finding back", async () => {
    expect(await lint(commented, bad)).toMatchObject({ exit: 1, outputs: { new: "1" } });
  });
});
