import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { site } from "../support/exports.js";
import { lintPullRequest, payloadOf, pullRequest } from "../support/pull-request.js";
import { checkOut, makeRepository, removeRepositories, temporaryFolder } from "../support/repository.js";
import { runStep } from "../support/runner.js";

/** What is checked out, on which event, and what it is compared with. */

afterAll(removeRepositories);

const FILE = "exports/acme.yaml";
const HTTP = "http://acme.campaign.example.com";
const good = { [FILE]: site() };
const bad = { [FILE]: site({ callbackServer: HTTP }) };

describe("a pull request whose head is checked out", () => {
  test("is compared with where it branched off", async () => {
    // What others mend or break in the meantime is none of its doing.
    const pull = pullRequest(bad, { "README.md": "x" }, good);
    const step = await lintPullRequest(pull, {
      checkout: pull.head,
      depth: 0,
      prepare: ({ git }) => {
        git("fetch", "--quiet", `file://${pull.origin.folder}`, "main:refs/remotes/origin/main");
      },
    });
    expect(step).toMatchObject({ exit: 0, outputs: { unchanged: "1", fixed: "0", new: "0" } });
    expect(step.summary).toContain(`https://github.com/acme/campaign/blob/${pull.head}/${FILE}#L7`);
  });

  test("with commits of the workflow on top is too", async () => {
    const pull = pullRequest(good, bad);
    const step = await lintPullRequest(pull, {
      checkout: pull.head,
      depth: 0,
      prepare: (checkout) => void checkout.commit({ "generated.txt": "x" }),
    });
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1" } });
  });

  test("in a clone that is cut off says what to set", async () => {
    const pull = pullRequest(good, bad);
    const step = await lintPullRequest(pull, { checkout: pull.head, depth: 1 });
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "error" } });
    expect(step.annotations[0]?.message).toMatch(/branched off is not in the clone.*fetch-depth: 0/);
  });
});

describe("a clone that is cut off, without a token", () => {
  const pull = pullRequest(good, bad);

  test("says what to set", async () => {
    const step = await lintPullRequest(pull, { depth: 1 });
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "error" } });
    const [{ message } = { message: "" }] = step.annotations;
    expect(message).toContain(`${pull.base.slice(0, 12)}, is not in the clone`);
    expect(message).toContain("fetch-depth: 2");
    expect(message).toContain("contents: read");
    expect(step.summary).toContain("## ims-lint: error");
  });

  test("is linted all the same where the workflow trusts the head, and everything is new", async () => {
    const step = await lintPullRequest(pull, { depth: 1, inputs: { "trust-head-config": "true" } });
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed", new: "" } });
    expect(step.annotations).toMatchObject([{ properties: { title: "callback-https" } }]);
    expect(step.summary).toContain("Until then everything counts as new.");
  });
});

describe("what is not of the pull request", () => {
  const pull = pullRequest(good, bad);

  test("is not linted in its place: a run on pull_request_target has the base", async () => {
    for (const trust of ["true", "false"]) {
      const step = await lintPullRequest(pull, {
        checkout: pull.base,
        eventName: "pull_request_target",
        sha: pull.base,
        ref: "refs/heads/main",
        inputs: { "trust-head-config": trust },
      });
      expect(step).toMatchObject({ exit: 1, outputs: { outcome: "error" } });
      expect(step.annotations[0]?.message).toMatch(/is not of pull request 7.*pull_request_target/);
    }
  });

  test("is no git repository at all", async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "acme.yaml"), site({ callbackServer: HTTP }));
    const setUp = { eventName: "pull_request", payload: payloadOf(pull) };
    const step = await runStep(folder, setUp);
    expect(step.annotations[0]?.message).toContain("in no git repository");
    const trusted = await runStep(folder, { ...setUp, inputs: { "trust-head-config": "true" } });
    expect(trusted).toMatchObject({ exit: 1, outputs: { outcome: "failed", error: "1" } });
  });

  test("is a pull request that is closed: all of it is linted", async () => {
    const payload = { ...(payloadOf(pull) as object), action: "closed" };
    const step = await lintPullRequest(pull, { checkout: pull.base, payload });
    expect(step).toMatchObject({ exit: 0, outputs: { outcome: "passed", new: "" } });
  });
});

describe("a pull request from a fork", () => {
  test("is compared as any other, and needs no token", async () => {
    const step = await lintPullRequest(pullRequest(good, bad), { isFromFork: true, isPublic: true });
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1" } });
    expect(step.summary).toContain("There is no github-token, so no comment was written");
  });
});

test("a review of a pull request is a run on it, which does not govern itself", async () => {
  const pull = pullRequest(good, { ...bad, "ims-lint.config.yaml": "rules: { callback-https: off }\n" });
  for (const eventName of ["pull_request_review", "pull_request_review_comment"]) {
    const step = await lintPullRequest(pull, { eventName });
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1" } });
  }
});

test("a merge that GitHub did not make is compared with where the head branched off", async () => {
  const pull = pullRequest(good, { "README.md": "x" });
  // Its author merges what has the flaw already.
  const { origin } = pull;
  origin.git("checkout", "--quiet", "--detach", pull.base);
  origin.commit(bad);
  origin.git("merge", "--quiet", "--no-ff", "--message", "own merge", pull.head);
  const own = origin.git("rev-parse", "HEAD");
  const step = await lintPullRequest(pull, { checkout: own, depth: 0 });
  expect(step).toMatchObject({ exit: 1, outputs: { new: "1" } });
});

describe("a push", () => {
  const repository = makeRepository(bad);
  const before = repository.git("rev-parse", "HEAD");
  const after = repository.commit({ "README.md": "x" });
  const payload = { before, after, repository: { private: true } };
  const pushed = { sha: after, payload };

  test("is linted whole", async () => {
    const step = await runStep(checkOut(repository, after), pushed);
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed", error: "1", new: "" } });
    expect(step.annotations).toMatchObject([{ properties: { title: "callback-https", file: FILE } }]);
    expect(step.summary).toContain("## ims-lint failed: 1 error, 0 warnings, 0 notes");
  });

  test("is governed by the config that it brings", async () => {
    const configured = repository.commit({ "ims-lint.config.yaml": "rules: { callback-https: off }\n" });
    const step = await runStep(checkOut(repository, configured, 2), { ...pushed, sha: configured });
    expect(step.exit).toBe(0);
  });

  test("is judged by one config, before and after", async () => {
    const url = "instances: { acme: { url: https://other.example.com } }\n";
    const site1 = makeRepository({
      "exports/acme.yaml": site().replace(/, url: "[^"]*"/, ""),
      "ims-lint.config.yaml": url,
    });
    const first = site1.git("rev-parse", "HEAD");
    const second = site1.commit({ "README.md": "x" });
    const step = await runStep(checkOut(site1, second, 2), {
      sha: second,
      payload: { before: first, repository: { private: true } },
      inputs: { "fail-scope": "new" },
    });
    expect(step).toMatchObject({ exit: 0, outputs: { new: "0", unchanged: "1", error: "1" } });
  });

  test("is compared with what was there before, if the workflow says so", async () => {
    const inputs = { "fail-scope": "new" };
    const step = await runStep(checkOut(repository, after, 2), { ...pushed, inputs });
    expect(step).toMatchObject({ exit: 0, outputs: { unchanged: "1", new: "0" } });
    const cut = await runStep(checkOut(repository, after, 1), { ...pushed, inputs });
    expect(cut).toMatchObject({ exit: 1, outputs: { new: "" } });
    expect(cut.summary).toContain("fetch-depth: 0");
    const first = { ...payload, before: "0".repeat(40) };
    const branch = await runStep(checkOut(repository, after, 2), { ...pushed, inputs, payload: first });
    expect(branch.exit).toBe(1);
    expect(branch.summary).toContain("There is no state before this push, so everything counts as new.");
  });
});

test("a merge queue is compared with what it merges into, and does not govern itself", async () => {
  const pull = pullRequest(bad, { "ims-lint.config.yaml": "rules: { callback-https: off }\n" });
  const step = await runStep(checkOut(pull.origin, pull.merge, 2), {
    eventName: "merge_group",
    sha: pull.merge,
    payload: { merge_group: { base_sha: pull.base, head_sha: pull.merge }, repository: { private: true } },
  });
  expect(step).toMatchObject({ exit: 0, outputs: { unchanged: "1", error: "1" } });
});

test.each([
  ["schedule", { schedule: "0 0 * * *" }],
  ["workflow_dispatch", { inputs: null }],
  ["something_new", null],
])("%s lints everything", async (eventName, payload) => {
  const repository = makeRepository(bad);
  const step = await runStep(repository, { eventName, payload });
  expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed", error: "1" } });
});

test("a payload that is no JSON is none", async () => {
  const broken = path.join(temporaryFolder(), "event.json");
  writeFileSync(broken, "{");
  for (const file of [broken, "/nowhere", ""]) {
    const step = await runStep(makeRepository(good), { env: { GITHUB_EVENT_PATH: file } });
    expect(step).toMatchObject({ exit: 0, outputs: { outcome: "passed" } });
  }
});

describe("kinds of work trees", () => {
  const pull = pullRequest(good, bad);
  const payload = payloadOf(pull);
  const event = { eventName: "pull_request", sha: pull.merge, payload };

  test("one whose .git is a file", async () => {
    const tree = path.join(temporaryFolder(), "tree");
    pull.origin.git("worktree", "add", "--quiet", "--detach", tree, pull.merge);
    expect(await runStep(tree, event)).toMatchObject({ exit: 1, outputs: { new: "1" } });
  });

  test("one in a folder of the workspace", async () => {
    const workspace = temporaryFolder();
    cpSync(checkOut(pull.origin, pull.merge, 2).folder, path.join(workspace, "campaign"), {
      recursive: true,
    });
    const step = await runStep(workspace, { ...event, inputs: { "working-directory": "campaign" } });
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1" } });
    expect(step.annotations[0]?.properties.file).toBe(FILE);
  });

  test("a sparse one is compared as far as it goes", async () => {
    const more = { ...bad, "other/globex.yaml": site({ name: "globex", callbackServer: HTTP }) };
    const sparse = pullRequest(more, { "README.md": "x" });
    const step = await lintPullRequest(sparse, {
      prepare: ({ git }) => git("sparse-checkout", "set", "exports"),
    });
    expect(step).toMatchObject({ exit: 0, outputs: { unchanged: "1", "no-longer-provable": "0" } });
  });

  test("one whose files are written with other line ends", async () => {
    const step = await lintPullRequest(
      pullRequest({ ...bad, ".gitattributes": "*.yaml text eol=crlf\n" }, { "README.md": "x" }),
    );
    expect(step).toMatchObject({ exit: 0, outputs: { unchanged: "1", new: "0" } });
  });

  test("names with spaces, quotes and umlauts", async () => {
    // Windows has no quotes in names.
    const quote = process.platform === "win32" ? "'" : '"';
    const name = `exports/Größe ${quote}acme${quote} #1.yaml`;
    const step = await lintPullRequest(
      pullRequest({ [name]: site() }, { [name]: site({ callbackServer: HTTP }) }),
    );
    expect(step.annotations[0]?.properties.file).toBe(name);
    expect(step.summary).toContain(
      `exports/Gr%C3%B6%C3%9Fe%20${process.platform === "win32" ? "'acme'" : "%22acme%22"}%20%231.yaml#L7`,
    );
  });

  test("a submodule and a dead link beside the exports", async () => {
    const origin = pullRequest({ ...good, "exports/dead": { link: "nowhere" } }, bad);
    const step = await lintPullRequest(origin, {
      prepare: ({ git, folder }) => {
        git("update-index", "--add", "--cacheinfo", `160000,${origin.base},exports/sub`);
        mkdirSync(path.join(folder, "exports/sub"));
      },
    });
    expect(step).toMatchObject({ exit: 1, outputs: { new: "1" } });
  });

  test("without git on the machine, it says that there is no base", async () => {
    const checkout = checkOut(pull.origin, pull.merge, 2);
    const step = await runStep(checkout, { ...event, env: { PATH: temporaryFolder() } });
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "error" } });
    expect(step.annotations[0]?.message).toContain("git");
  });
});

describe("the work tree", () => {
  test("is left as it was", async () => {
    const { origin, merge } = pullRequest(good, bad);
    const checkout = checkOut(origin, merge, 2);
    const index = path.join(checkout.folder, ".git/index");
    const before = readFileSync(index);
    await runStep(checkout);
    expect(readFileSync(index)).toEqual(before);
    expect(checkout.git("status", "--porcelain")).toBe("");
  });

  test("may lack files that git has", async () => {
    const pull = pullRequest(
      { ...good, "exports/globex.yaml": site({ name: "globex", callbackServer: HTTP }) },
      {
        "README.md": "x",
      },
    );
    const step = await lintPullRequest(pull, {
      prepare: ({ folder }) => rmSync(path.join(folder, "exports/globex.yaml")),
    });
    expect(step.summary).toContain("No export is of instance `globex` any more");
    expect(Number(step.outputs["no-longer-provable"])).toBeGreaterThan(0);
    expect(step.exit).toBe(1);
  });
});
