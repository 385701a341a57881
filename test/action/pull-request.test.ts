import { readdirSync, symlinkSync } from "node:fs";
import * as path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { site } from "../support/exports.js";
import { type Checks, lintPullRequest, pullRequest } from "../support/pull-request.js";
import { type Content, removeRepositories, temporaryFolder } from "../support/repository.js";
import type { StepRun } from "../support/runner.js";

/** What a pull request brings, makes worse, mends, and hides: the bundle, on real repositories. */

afterAll(removeRepositories);

const FILE = "exports/acme.yaml";
const HTTP = "http://acme.campaign.example.com";
const good = { [FILE]: site() };
const bad = { [FILE]: site({ callbackServer: HTTP }) };

function lint(base: Content, changes: Content, checks: Checks = {}): Promise<StepRun> {
  return lintPullRequest(pullRequest(base, changes), checks);
}

/** What the step says of the change, in numbers; only what is not 0. */
function changes({ outputs }: StepRun): Record<string, number> {
  const names = ["no-longer-provable", "new", "worse", "fixed", "unchanged"];
  return Object.fromEntries(
    names.map((name) => [name, Number(outputs[name])]).filter(([, number]) => number),
  );
}

describe("a finding", () => {
  test("that is new fails the step, on its very line", async () => {
    const step = await lint(good, bad);
    expect(step.exit).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: "failed", new: "1", error: "1" });
    expect(step.annotations).toEqual([
      {
        name: "error",
        properties: {
          file: FILE,
          line: "7",
          endLine: "7",
          col: "21",
          endColumn: "53",
          title: "callback-https (new)",
        },
        message: expect.stringContaining(`Callback server "${HTTP}" is not https`),
      },
    ]);
    expect(step.summary).toContain("## ims-lint failed: 1 new");
  });

  test("that was there before does not", async () => {
    const step = await lint(bad, {
      [FILE]: `# reviewed\n${site({ callbackServer: HTTP })}`,
      "README.md": "",
    });
    expect(changes(step)).toEqual({ unchanged: 1 });
    expect(step).toMatchObject({ exit: 0, annotations: [], outputs: { outcome: "passed", error: "1" } });
    expect(step.summary).toContain("<summary>Unchanged (1)</summary>");
  });

  test("that was there before counts if the workflow says so", async () => {
    const step = await lint(bad, { "README.md": "" }, { inputs: { "fail-scope": "all" } });
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed", unchanged: "1" } });
    expect(step.annotations).toMatchObject([{ name: "error", properties: { title: "callback-https" } }]);
    expect(step.summary).toContain("### Unchanged (1)");
  });

  test("that is mended is told", async () => {
    const step = await lint(bad, good);
    expect(changes(step)).toEqual({ fixed: 1 });
    expect(step).toMatchObject({ exit: 0, annotations: [], outputs: { outcome: "passed" } });
    expect(step.summary).toContain("## ims-lint passed: 1 fixed");
  });

  test("that gets worse fails the step", async () => {
    // 24 characters that are no upper-case hexadecimal are a warning, others an error.
    const withId = (id: string) => ({ [FILE]: site().replaceAll("4D5E6F708192A3B49F1C2B3A@", `${id}@`) });
    const warned = withId("4d5e6f708192a3b49f1c2b3a");
    const inputs = { "fail-on": "error" };
    const step = await lint(warned, withId("4D5E"), { inputs });
    expect(step.outputs.worse).toBe("1");
    expect(step.annotations.map(({ properties }) => properties.title)).toContain(
      "org-id-format (worse, was warning)",
    );
    expect(step.exit).toBe(1);
    const back = await lint(withId("4D5E"), warned, { inputs });
    expect(back.outputs).toMatchObject({ outcome: "passed", worse: "0", new: "0" });
  });

  test("of a level below fail-on does not fail the step", async () => {
    const step = await lint(good, { [FILE]: site().replace("tenant: acme", 'tenant: ""') });
    expect(step.outputs).toMatchObject({ outcome: "passed", new: "1", warning: "1" });
    expect(step.annotations).toMatchObject([{ name: "warning", properties: { title: "tenant (new)" } }]);
    const strict = await lint(
      good,
      { [FILE]: site().replace("tenant: acme", 'tenant: ""') },
      { inputs: { "fail-on": "warning" } },
    );
    expect(strict.exit).toBe(1);
  });

  test("in a file that others changed meanwhile is none of this change", async () => {
    const step = await lintPullRequest(pullRequest(good, { "README.md": "x" }, bad));
    expect(changes(step)).toEqual({ unchanged: 1 });
    expect(step.exit).toBe(0);
  });

  test("that cannot be known any more fails the step where unknowns count", async () => {
    const inputs = { "fail-on": "unknown" };
    const less = { [FILE]: site().replace(/^groups:.*\n/m, "") };
    expect((await lint(good, less, { inputs })).exit).toBe(1);
    expect((await lint(less, { "README.md": "" }, { inputs })).exit).toBe(0);
  });
});

describe("evidence that is taken away", () => {
  const unprovable = (step: StepRun) => {
    expect(changes(step)).toMatchObject({ "no-longer-provable": 1 });
    expect(step.exit).toBe(1);
    expect(step.outputs.outcome).toBe("failed");
    expect(step.annotations.map(({ properties }) => properties.title)).toContain(
      "callback-https (no longer provable)",
    );
    expect(step.summary).toMatch(/### No longer provable \(1\)[\s\S]*It failed: Callback server/);
  };
  const other = { "exports/globex.yaml": site({ name: "globex", mask: "Campaign - globex - (.*)" }) };

  test("with the whole export", async () => {
    const step = await lint({ ...bad, ...other }, { [FILE]: null });
    unprovable(step);
    expect(step.summary).toContain("No export is of instance `acme` any more");
  });

  test("with the value alone", async () => {
    unprovable(await lint(bad, { [FILE]: site().replace(/ *callbackServer:.*\n/, "") }));
  });

  test("with the mark by which the file was known", async () => {
    unprovable(
      await lint(
        { ...bad, ...other },
        { [FILE]: site({ callbackServer: HTTP }).replace("imsLint", "imslint") },
      ),
    );
  });

  test("by moving the file where nobody looks", async () => {
    const step = await lint(
      { ...bad, ...other },
      { [FILE]: null, "archive/acme.yaml": site({ callbackServer: HTTP }) },
      { inputs: { paths: "exports" } },
    );
    unprovable(step);
  });

  test("by a list that is not said to be whole any more", async () => {
    const broken = site({ groups: [] });
    const head = site({ groups: [], more: "complete: { groups: unknown, profiles: unknown }\n" });
    const step = await lint({ [FILE]: broken }, { [FILE]: head });
    expect(Number(step.outputs["no-longer-provable"])).toBeGreaterThan(0);
    expect(step.exit).toBe(1);
    expect(step.summary).toContain("profile-has-group");
  });

  test("stands first, before what is new", async () => {
    const step = await lint(
      { ...bad, ...other },
      {
        [FILE]: null,
        "exports/globex.yaml": site({ name: "globex", callbackServer: HTTP }),
      },
    );
    const { summary } = step;
    expect(summary.indexOf("### No longer provable")).toBeGreaterThan(0);
    expect(summary.indexOf("### No longer provable")).toBeLessThan(summary.indexOf("### New"));
    expect(step.annotations[0]?.properties.title).toContain("no longer provable");
  });

  test("with all exports there are", async () => {
    const step = await lint(bad, { [FILE]: null });
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "nothing", "sarif-file": "" } });
    expect(step.summary).toContain("### No longer provable (1)");
    expect(step.annotations).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining("Nothing in the paths is an export") }),
    );
  });
});

describe("a file that only moved", () => {
  test("takes its findings with it", async () => {
    const step = await lint(bad, { [FILE]: null, "exports/moved/acme.yaml": site({ callbackServer: HTTP }) });
    expect(changes(step)).toEqual({ unchanged: 1 });
    expect(step.exit).toBe(0);
  });

  test("takes its instance with it, which is called after it", async () => {
    const nameless = site({ callbackServer: HTTP }).replace("name: acme, ", "");
    const step = await lint(
      { "exports/acme_prd.yaml": nameless },
      {
        "exports/acme_prd.yaml": null,
        "exports/acme_prod.yaml": nameless,
      },
    );
    expect(changes(step)).toEqual({ unchanged: 1 });
  });

  test("and changed keeps its findings, as its instance keeps its name", async () => {
    const step = await lint(bad, {
      [FILE]: null,
      "exports/moved.yaml": site({ callbackServer: HTTP, more: "options: {}\n" }),
    });
    expect(changes(step)).toEqual({ unchanged: 1 });
  });

  test("does not lend its old flaws to another instance in its place", async () => {
    const nameless = site({ callbackServer: HTTP }).replace("name: acme, ", "");
    const step = await lint(
      { "exports/stage.yaml": nameless },
      {
        "exports/stage.yaml": null,
        "exports/prod.yaml": nameless
          .replace("Name: Acme", "Name: Acme Prod")
          .replace("tenant: acme", "tenant: prod"),
      },
    );
    expect(changes(step)).toMatchObject({ "no-longer-provable": 1, new: expect.any(Number) });
    expect(step.exit).toBe(1);
  });
});

describe("an unreadable file", () => {
  const broken = "imsLint: snapshot/v1\nextAccounts: [\n";

  test("fails the step where the change broke it", async () => {
    const step = await lint(bad, { [FILE]: broken });
    expect(step.exit).toBe(1);
    expect(step.outputs).toMatchObject({ new: "1", "no-longer-provable": "1", "sarif-file": "" });
    expect(step.summary).toContain("**Incomplete:**");
  });

  test("does not where it was broken before", async () => {
    const step = await lint({ ...good, "exports/old.yaml": broken }, { "README.md": "" });
    expect(step).toMatchObject({ exit: 0, outputs: { unchanged: "1", outcome: "passed", "sarif-file": "" } });
    expect(step.summary).toContain("**Incomplete:**");
  });

  test("does where the change touches it and it is broken still", async () => {
    const old = { ...good, "exports/old.yaml": broken };
    const step = await lint(old, { "exports/old.yaml": `${broken}# more\n` });
    expect(changes(step)).toEqual({ "no-longer-provable": 1 });
    expect(step.exit).toBe(1);
  });
});

describe("the config", () => {
  const CONFIG = "ims-lint.config.yaml";
  const OFF = "rules: { callback-https: off }\n";

  test("that a change loosens does not govern its own check, and what it would change is told", async () => {
    const step = await lint(
      { ...good, [CONFIG]: "failOn: warning\n" },
      { ...bad, [CONFIG]: `failOn: never\n${OFF}` },
    );
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1" } });
    expect(step.summary).toContain('- `failOn`: `"warning"` → `"never"`');
    expect(step.summary).toContain('- `rules.callback-https`: not stated → `"off"`');
    expect(step.summary).toContain("This change is judged by the config of its base");
  });

  test("that a change brings along does not govern it either", async () => {
    expect(await lint(good, { ...bad, [CONFIG]: OFF })).toMatchObject({ exit: 1, outputs: { new: "1" } });
  });

  test("that a change takes away governs it", async () => {
    expect(await lint({ ...good, [CONFIG]: OFF }, { ...bad, [CONFIG]: null })).toMatchObject({
      exit: 0,
      outputs: { new: "0" },
    });
  });

  test("of the head governs where the workflow trusts it", async () => {
    const trusts = { inputs: { "trust-head-config": "true" } };
    const step = await lint({ ...bad, [CONFIG]: "failOn: warning\n" }, { [CONFIG]: OFF }, trusts);
    expect(step).toMatchObject({ exit: 0, outputs: { fixed: "0", unchanged: "0" } });
    expect(step.summary).toContain("ims-lint passed: 1 no longer checked");
    expect(step.summary).toContain("The workflow trusts the config that this change brings");
    const lower = await lint(bad, { [CONFIG]: "rules: { callback-https: note }\n" }, trusts);
    expect(lower).toMatchObject({ exit: 0, outputs: { unchanged: "1", note: "1" } });
    const higher = await lint(
      { ...bad, [CONFIG]: "rules: { callback-https: note }\n" },
      { [CONFIG]: "rules: { callback-https: error }\n" },
      trusts,
    );
    expect(higher).toMatchObject({ exit: 1, outputs: { worse: "1" } });
  });

  test("with mistakes fails the change that brings it, in its place", async () => {
    const step = await lint(good, { [CONFIG]: "failOn: sometimes\nextra: 1\n" });
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed", new: "0" } });
    expect(step.annotations).toMatchObject([
      { name: "error", properties: { file: CONFIG, line: "1", title: "ims-lint config" } },
      { name: "warning", properties: { file: CONFIG, line: "2", title: "ims-lint config" } },
    ]);
    expect(step.summary).toContain(
      "**The config that this change brings cannot be used.** The config has mistakes:",
    );
  });

  test("with mistakes in the base ends the run, and says how to get out of it", async () => {
    const step = await lint({ ...good, [CONFIG]: "failOn: sometimes\n" }, { [CONFIG]: "failOn: error\n" });
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "error" } });
    expect(step.annotations[0]?.message).toMatch(/config of the base has mistakes.*trust-head-config: true/);
    expect(step.summary).toContain("## ims-lint: error");
  });

  test("that could not be used once it is merged fails the change that brings it", async () => {
    const named = { ...good, "ci/ims.yaml": OFF };
    for (const [base, changes, inputs] of [
      [{ ...good, [CONFIG]: OFF }, { "ims-lint.config.json": "{}" }, {}],
      [{ ...good, [CONFIG]: OFF }, { [CONFIG]: null, [`${CONFIG}/x`]: "" }, {}],
      [named, { "ci/ims.yaml": null }, { config: "ci/ims.yaml" }],
      [{ ...good, [CONFIG]: OFF }, { [CONFIG]: { link: "/etc/passwd" } }, {}],
    ] as const) {
      const step = await lint(base, changes, { inputs });
      expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed", new: "0" } });
      expect(step.annotations).toMatchObject([{ name: "error", properties: { title: "ims-lint config" } }]);
      expect(step.summary).toContain("ims-lint failed: a config that cannot be used");
    }
  });

  test("of another checkout, or that git does not track, is the workflow's", async () => {
    const warned = { [FILE]: site().replace("tenant: acme", 'tenant: ""') };
    const untracked = await lint(good, warned, {
      inputs: { config: "policy.yaml" },
      prepare: (checkout) => checkout.write({ "policy.yaml": "failOn: warning\n" }),
    });
    expect(untracked).toMatchObject({ exit: 1, outputs: { new: "1", warning: "1" } });
    expect(untracked.summary).not.toContain("**Config.**");
  });

  test("can have a name of its own, and come with the change", async () => {
    const inputs = { config: "ci/ims.yaml" };
    expect((await lint({ ...good, "ci/ims.yaml": OFF }, bad, { inputs })).exit).toBe(0);
    expect((await lint(good, { ...bad, "ci/ims.yaml": OFF }, { inputs })).exit).toBe(1);
    const missing = await lint(good, bad, { inputs });
    expect(missing.annotations[0]?.message).toBe("The config ims.yaml cannot be read (ENOENT).");
  });
});

describe("a rule of the config's own", () => {
  const CONFIG = "ims-lint.config.yaml";
  const rule = (pattern: string) =>
    `customRules: { acme-tenant: { at: "imsAccounts[].tenant", pattern: "${pattern}", level: error } }\n`;
  const trusts = { inputs: { "trust-head-config": "true" } };

  test("of the base governs a change that breaks it, and one that takes it out", async () => {
    const changed = { [FILE]: site().replace("tenant: acme", "tenant: other") };
    const step = await lint({ ...good, [CONFIG]: rule("^acme") }, changed);
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1" } });
    expect(step.annotations).toMatchObject([
      { name: "error", properties: { file: FILE, title: "acme-tenant (new)" } },
    ]);
    const without = await lint({ ...good, [CONFIG]: rule("^acme") }, { ...changed, [CONFIG]: "{}\n" });
    expect(without).toMatchObject({ exit: 1, outputs: { new: "1" } });
    expect(without.summary).toContain('- `customRules.acme-tenant.pattern`: `"^acme"` → not stated');
  });

  test("that a change brings does not govern it, but its mistakes fail it", async () => {
    expect(await lint(good, { [CONFIG]: rule("^never") })).toMatchObject({ exit: 0, outputs: { new: "0" } });
    const step = await lint(good, { [CONFIG]: rule("(never") });
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed" } });
    expect(step.annotations).toMatchObject([{ name: "error", properties: { file: CONFIG, line: "1" } }]);
  });

  test("that is gone, or asks something else, leaves its findings no longer checked", async () => {
    const before = { ...good, [CONFIG]: rule("^never") };
    for (const config of ["{}\n", rule("^acme"), `${rule("^never")}rules: { acme-tenant: off }\n`]) {
      const step = await lint(before, { [CONFIG]: config }, trusts);
      expect(step).toMatchObject({ exit: 0, outputs: { fixed: "0", unchanged: "0" } });
      expect(step.summary).toContain("1 no longer checked");
    }
    const kept = await lint(before, { [CONFIG]: `${rule("^never")}failOn: error\n` }, trusts);
    expect(kept).toMatchObject({ exit: 0, outputs: { unchanged: "1" } });
  });

  test("that fails for another value fails anew, and is fixed by one that is right", async () => {
    const tenant = (name: string) => ({ [FILE]: site().replace("tenant: acme", `tenant: ${name}`) });
    const base = { ...tenant("one"), [CONFIG]: rule("^acme") };
    expect((await lint(base, tenant("two"))).outputs).toMatchObject({ outcome: "failed", new: "1" });
    expect((await lint(base, tenant("acme-stage"))).outputs).toMatchObject({ outcome: "passed", fixed: "1" });
  });

  test("is not got rid of by another environment", async () => {
    const inProduction = (environment: string) => ({
      [FILE]: site().replace("{ name: acme,", `{ name: acme, environment: ${environment},`),
    });
    const config = rule("^never").replace("level:", "environments: [production], level:");
    const step = await lint({ ...inProduction("production"), [CONFIG]: config }, inProduction("stage"));
    expect(step).toMatchObject({ exit: 1, outputs: { fixed: "0", "no-longer-provable": "1" } });
  });
});

describe("an instance", () => {
  const globex = { "exports/globex.yaml": site({ name: "globex", mask: "Campaign - globex - (.*)" }) };

  test("that is put out of sight fails the step, even where nothing of it failed", async () => {
    const step = await lint(
      { ...good, ...globex },
      {
        [FILE]: site({ callbackServer: "http://evil.example.com" }).replace("imsLint", "imslint"),
      },
    );
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed", new: "0" } });
    expect(step.annotations).toMatchObject([
      { name: "error", properties: { title: "file out of sight", file: FILE } },
    ]);
    expect(step.summary).toContain(
      "File `exports/acme.yaml` is not read any more: it is there, but no longer taken for an export.",
    );
  });

  test("that the config speaks of cannot take another name", async () => {
    const config = { "ims-lint.config.yaml": "instances: { acme: { expect: { clientId: a } } }\n" };
    const step = await lint({ ...good, ...config }, { [FILE]: site({ name: "acme2" }) });
    expect(step.exit).toBe(1);
    expect(step.annotations[0]?.message).toContain("the config still speaks of it");
  });

  test("that is retired is told", async () => {
    const step = await lint({ ...good, ...globex }, { [FILE]: null });
    expect(step).toMatchObject({ exit: 0, outputs: { outcome: "passed" } });
    expect(step.summary).toContain("- No export is of instance `acme` any more");
  });
});

describe("where everything counts", () => {
  test("so does evidence that is taken away", async () => {
    const inputs = { "fail-scope": "all" };
    const step = await lint(bad, { [FILE]: site().replace(/ *callbackServer:.*\n/, "") }, { inputs });
    expect(step).toMatchObject({
      exit: 1,
      outputs: { outcome: "failed", error: "0", "no-longer-provable": "1" },
    });
    expect(step.annotations).toMatchObject([
      { name: "error", properties: { title: "callback-https (no longer provable)" } },
      {
        name: "warning",
        message: expect.stringMatching(/^2 results cannot be known any more: 1 × callback-matches-instance/),
      },
    ]);
    expect(step.summary).toContain("1 no longer provable");
  });
});

describe("what a change cannot do", () => {
  test("hide an export behind a new ignore pattern", async () => {
    const step = await lint(good, {
      ...bad,
      ".gitignore": "exports/\n*.yaml\n",
      "exports/.gitignore": "*\n",
    });
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1", "no-longer-provable": "0" } });
  });

  test("lead the linter out of the workspace", async () => {
    const outside = temporaryFolder();
    const step = await lint(good, {
      "exports/more": { link: outside },
      "exports/passwd": { link: "/etc/passwd" },
    });
    expect(step).toMatchObject({ exit: 0, outputs: { new: "0" } });
    expect(step.report?.inputs.map(({ path }) => path)).toEqual([FILE]);
  });

  test("lead a path that the workflow names out of it", async () => {
    const outside = temporaryFolder();
    const step = await lint(good, { exports: { link: outside } }, { inputs: { paths: "exports" } });
    expect(step.exit).toBe(1);
    expect(step.report?.inputs).toMatchObject([{ path: "exports", format: null }]);
    expect(step.outputs).toMatchObject({ error: "1", new: "1" });
    const config = await lint(
      { ...good, "ci.yaml": "failOn: never\n" },
      { ...bad, "ci.yaml": { link: path.join(outside, "x.yaml") } },
      { inputs: { config: "ci.yaml", "trust-head-config": "true" } },
    );
    expect(config.outputs.outcome).toBe("error");
  });

  test("have a report written through a link of its own", async () => {
    const outside = temporaryFolder();
    for (const link of [path.join(outside, "stolen"), "exports/acme.yaml"]) {
      const step = await lint(good, { "ims.sarif": { link } }, { inputs: { "sarif-file": "ims.sarif" } });
      expect(step).toMatchObject({ exit: 1, outputs: { outcome: "error" } });
      expect(step.annotations[0]?.message).toContain("which is a link");
    }
    const folder = await lint(
      good,
      { out: { link: outside } },
      { inputs: { "sarif-file": "out/ims.sarif" } },
    );
    expect(folder.annotations[0]?.message).toContain("which is not in the workspace");
    const input = await lint(good, {}, { inputs: { "sarif-file": FILE } });
    expect(input.annotations[0]?.message).toContain("which is an input");
  });

  test("bring git to run a program, by a repository in the repository", async () => {
    const folder = temporaryFolder();
    const evil = `[core]\n\tbare = false\n\tworktree = .\n\tfsmonitor = "touch ${folder}/owned; false"\n`;
    const bare = {
      "sub/HEAD": "ref: refs/heads/main\n",
      "sub/config": evil,
      "sub/objects/x": "",
      "sub/refs/x": "",
    };
    const step = await lint(
      { ...bare, "sub/acme.yaml": site() },
      { "sub/acme.yaml": site({ callbackServer: HTTP }) },
      { inputs: { "working-directory": "sub" } },
    );
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1" } });
    expect(step.annotations[0]?.properties.file).toBe("sub/acme.yaml");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("pass something else for its base, by a link", async () => {
    const config = "failOn: warning\n";
    const step = await lint(
      { ...good, "ims-lint.config.yaml": config },
      {
        ...bad,
        "ims-lint.config.yaml": "failOn: never\n",
        zz: { link: config },
        [config]: "failOn: never\n",
      },
    );
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1" } });
    expect(step.summary).toContain('- `failOn`: `"warning"` → `"never"`');
    const dangling = await lint(
      { ...bad, "exports/b.yaml": site({ name: "b" }) },
      {
        [FILE]: site().replace(/ *callbackServer:.*\n/, ""),
        zz: { link: site({ callbackServer: HTTP }) },
      },
    );
    expect(dangling).toMatchObject({ exit: 1, outputs: { "no-longer-provable": "1" } });
  });

  test("have files written in another form to hide them", async () => {
    const attributes = { ".gitattributes": "exports/acme.yaml working-tree-encoding=UTF-32LE\n" };
    const globex = { "exports/globex.yaml": site({ name: "globex", mask: "Campaign - globex - (.*)" }) };
    const pull = pullRequest({ ...good, ...globex }, {});
    const { origin } = pull;
    origin.git("checkout", "--quiet", "topic");
    origin.write(attributes);
    origin.git("add", ".gitattributes");
    origin.git("commit", "--quiet", "--message", "attributes");
    const head = origin.git("rev-parse", "HEAD");
    origin.git("checkout", "--quiet", "--force", "--detach", pull.base);
    origin.git("merge", "--quiet", "--no-ff", "--message", "merge", head);
    const merge = origin.git("rev-parse", "HEAD");
    const step = await lintPullRequest({ ...pull, head, merge });
    expect(step.exit).toBe(1);
    expect(step.annotations[0]?.properties.title).toBe("file out of sight");
  });

  test("hide a tracked export in a folder that is never searched, or in a submodule", async () => {
    const globex = { "exports/globex.yaml": site({ name: "globex", mask: "Campaign - globex - (.*)" }) };
    const moved = { [FILE]: null, "exports/node_modules/acme.yaml": site({ callbackServer: HTTP }) };
    expect(await lint({ ...good, ...globex }, moved)).toMatchObject({ exit: 1, outputs: { new: "1" } });
    const pull = pullRequest({ ...globex, "team/acme.yaml": site() }, { "team/acme.yaml": null });
    const step = await lintPullRequest(pull, {
      prepare: ({ git }) => void git("update-index", "--add", "--cacheinfo", `160000,${pull.base},team`),
    });
    expect(step.annotations[0]?.properties.title).toBe("file out of sight");
  });

  test("bring a git of its own", async () => {
    const folder = temporaryFolder();
    const program = `#!/bin/sh\ntouch ${folder}/owned\n`;
    const step = await lint({ ...good, git: program, "git.exe": program }, bad, {
      prepare: (checkout) => checkout.git("update-index", "--chmod=+x", "git"),
      env: { PATH: `.${path.delimiter}${process.env.PATH}` },
    });
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1" } });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("files that git does not track", () => {
  test("are linted, and count as new", async () => {
    const step = await lint(
      good,
      {},
      {
        prepare: (checkout) =>
          checkout.write({ "exports/globex.yaml": site({ name: "globex", callbackServer: HTTP }) }),
      },
    );
    expect(step.exit).toBe(1);
    expect(Number(step.outputs.new)).toBeGreaterThan(0);
    // GitHub has no line of it to open.
    expect(step.summary).toMatch(/at `exports\/globex\.yaml:\d+`/);
  });

  test("are passed over where git ignores them", async () => {
    const step = await lint(
      { ...good, ".gitignore": "globex.yaml\n" },
      {},
      {
        prepare: (checkout) =>
          checkout.write({ "exports/globex.yaml": site({ name: "globex", callbackServer: HTTP }) }),
      },
    );
    expect(step).toMatchObject({ exit: 0, outputs: { new: "0" } });
  });
});

test("links lead to the lines at the commit that is checked out, and of the base", async () => {
  const pull = pullRequest(
    { ...bad, "exports/globex.yaml": site({ name: "globex" }) },
    {
      [FILE]: null,
      "exports/globex.yaml": site({ name: "globex", callbackServer: "http://globex.example.com" }),
    },
  );
  const { summary } = await lintPullRequest(pull);
  const blob = (commit: string) => `https://github.com/acme/campaign/blob/${commit}/exports/`;
  expect(summary).toContain(`](${blob(pull.merge)}globex.yaml#L7)`);
  expect(summary).toContain(`](${blob(pull.base)}acme.yaml#L7)`);
});

test("a working directory has a root of its own only if it is a repository", async () => {
  const step = await lint(
    { "team/exports/acme.yaml": site() },
    {
      "team/exports/acme.yaml": site({ callbackServer: HTTP }),
    },
    { inputs: { "working-directory": "team", paths: "exports" } },
  );
  expect(step.annotations[0]?.properties.file).toBe("team/exports/acme.yaml");
  const nowhere = await lint(good, bad, { inputs: { "working-directory": "nowhere" } });
  expect(nowhere.annotations[0]?.message).toContain('working-directory is "nowhere"');
  const outside = await lint(good, bad, {
    inputs: { "working-directory": "link" },
    prepare: ({ folder }) => symlinkSync(temporaryFolder(), path.join(folder, "link")),
  });
  expect(outside.outputs.outcome).toBe("error");
});
