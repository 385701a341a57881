import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { closeApis, gitHub, TOKEN } from "../support/campaign-api.js";
import { site } from "../support/exports.js";
import type { Fault, GitHubApi, Upload } from "../support/github-api.js";
import { type Checks, lintPullRequest, pullRequest } from "../support/pull-request.js";
import { type Content, makeRepository, type Repository, removeRepositories } from "../support/repository.js";
import { runStep, type StepRun, type StepSetUp } from "../support/runner.js";

/** What is sent to code scanning, and what is not: the bundle, against a stand-in of GitHub's API. */

const FILE = "exports/acme.yaml";

const good = { [FILE]: site() };
const bad = { [FILE]: site({ callbackServer: "http://acme.campaign.example.com" }) };
const clean = makeRepository(good);
const harmless = pullRequest(good, { "README.md": "" });

afterAll(async () => {
  await closeApis();
  removeRepositories();
});

function wired<T extends StepSetUp>(api: GitHubApi, setUp: T): T {
  return {
    ...setUp,
    inputs: { "github-token": TOKEN, "upload-sarif": "true", comment: "false", ...setUp.inputs },
    env: { GITHUB_API_URL: api.url, ...setUp.env },
  };
}

/** Lints what was pushed to main; whatever is asked of the API must be what GitHub takes. */
async function lintPush(repository: Repository, api: GitHubApi, setUp: StepSetUp = {}): Promise<StepRun> {
  const step = await runStep(repository, wired(api, { sha: repository.git("rev-parse", "HEAD"), ...setUp }));
  expect(api.violations).toEqual([]);
  return step;
}

/** The same of a pull request. */
async function lintPull(api: GitHubApi, checks: Checks = {}, pull = harmless): Promise<StepRun> {
  const step = await lintPullRequest(pull, wired(api, checks));
  expect(api.violations).toEqual([]);
  return step;
}

function only<T>(values: readonly T[]): T {
  expect(values).toHaveLength(1);
  return values[0] as T;
}

function uploaded({ uploads }: GitHubApi): Upload {
  return only(uploads);
}

function refused(request: "upload" | "status", answer: Omit<Fault, "method" | "path">): Fault {
  const path = "/repos/{owner}/{repo}/code-scanning/sarifs";
  return request === "upload"
    ? { method: "POST", path, ...answer }
    : { method: "GET", path: `${path}/{sarif_id}`, ...answer };
}

/** Errors of the run itself, which lie in no file. */
function errors({ annotations }: StepRun): string[] {
  return annotations
    .filter(({ name, properties }) => name === "error" && properties.title === "ims-lint")
    .map(({ message }) => message);
}

/** The step fails for this reason, on its page, in its summary and in its log. */
function expectFailure(step: StepRun, reason: string): void {
  expect(step).toMatchObject({ exit: 1, outputs: { outcome: "error" } });
  expect(only(errors(step))).toContain(reason);
  expect(step.summary).toContain(reason);
  expect(step.log.split("::stop-commands::")[1]).toContain(reason);
}

describe.concurrent("the SARIF file is sent", () => {
  test("as the very file of the output sarif-file, with the time when the run began", async () => {
    const api = await gitHub();
    const before = Date.now();
    const step = await lintPush(makeRepository(bad), api);
    const { sarif, tool_name, started_at = "" } = uploaded(api);
    expect(sarif).toBe(readFileSync(step.outputs["sarif-file"] ?? "", "utf8"));
    expect(sarif).toContain("callback-https");
    expect(tool_name).toBe("ims-lint");
    expect(Date.parse(started_at)).toBeGreaterThanOrEqual(before - 1);
    expect(Date.parse(started_at)).toBeLessThan(Date.now());
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed" } });
    expect(errors(step)).toEqual([]);
  });

  test("as the file that the workflow names", async () => {
    const api = await gitHub();
    const repository = makeRepository(good);
    await lintPush(repository, api, { inputs: { "sarif-file": "out/ims.sarif" } });
    expect(uploaded(api).sarif).toBe(readFileSync(`${repository.folder}/out/ims.sarif`, "utf8"));
  });

  test("under the category that the workflow gives it", async () => {
    const api = await gitHub();
    await lintPush(clean, api, { inputs: { category: "production" } });
    const { runs } = JSON.parse(uploaded(api).sarif);
    expect(runs[0].automationDetails).toEqual({ id: "production/" });
  });

  test("without the names of people, on a public repository", async () => {
    const leaving = site().replace("users: [{ email: jane@", "users: [{ email: john@");
    const api = await gitHub();
    await lintPush(makeRepository({ [FILE]: leaving }), api, { payload: { repository: { private: false } } });
    expect(uploaded(api).sarif).toContain("operator-known-user");
    expect(uploaded(api).sarif).not.toMatch(/jane|john/i);
  });

  test("and the step passes once GitHub has processed it", async () => {
    const api = await gitHub({ processing: { polls: 2 } });
    const step = await lintPush(clean, api);
    expect(api.requests.map(({ method }) => method)).toEqual(["POST", "GET", "GET", "GET"]);
    expect(step).toMatchObject({ exit: 0, outputs: { outcome: "passed" }, annotations: [] });
    expect(step.summary).not.toContain("ode scanning");
  });

  test("of a pull request from a fork, where its token may", async () => {
    const api = await gitHub();
    const step = await lintPull(api, { isFromFork: true });
    expect(uploaded(api).commit_sha).toBe(harmless.merge);
    expect(step.exit).toBe(0);
  });
});

describe.concurrent("GitHub is told the commit that was linted, and the ref that leads to it:", () => {
  const { base, head, merge } = harmless;
  const onTarget = { eventName: "pull_request_target", sha: base, ref: "refs/heads/main" };

  test.each<[what: string, checks: Checks, commit: string, ref: string]>([
    ["the merge of a pull request", {}, merge, "refs/pull/7/merge"],
    ["its head, where that is checked out", { checkout: head, depth: 0 }, head, "refs/pull/7/head"],
    ["its head, on pull_request_target", { ...onTarget, checkout: head, depth: 0 }, head, "refs/pull/7/head"],
    ["its merge, on pull_request_target", { ...onTarget, checkout: merge }, merge, "refs/pull/7/merge"],
    [
      "what was pushed to a branch",
      { eventName: "push", checkout: base, sha: base, ref: "refs/heads/main", payload: {} },
      base,
      "refs/heads/main",
    ],
    [
      "what is to be merged from a queue",
      {
        eventName: "merge_group",
        ref: "refs/heads/gh-readonly-queue/main/pr-7-0123",
        payload: { merge_group: { base_sha: base } },
      },
      merge,
      "refs/heads/gh-readonly-queue/main/pr-7-0123",
    ],
  ])("%s", async (_, checks, commit, ref) => {
    const api = await gitHub();
    const step = await lintPull(api, checks);
    expect(uploaded(api)).toMatchObject({ commit_sha: commit, ref });
    expect(step).toMatchObject({ exit: 0, outputs: { outcome: "passed" } });
  });
});

describe.concurrent("the step fails", () => {
  test("if GitHub cannot process the file, with GitHub's own reasons", async () => {
    const reasons = ["rule x has no text", "the commit is not there"];
    const api = await gitHub({ processing: { polls: 1, status: "failed", errors: reasons } });
    expectFailure(await lintPush(clean, api), reasons.join("; "));
  });

  test("if GitHub cannot process it and does not say why", async () => {
    const api = await gitHub({ processing: { status: "failed" } });
    expectFailure(await lintPush(clean, api), "GitHub gives no reason");
  });

  test("and no headline says that it passed", async () => {
    const api = await gitHub({ processing: { status: "failed", errors: ["no"] } });
    const step = await lintPush(clean, api);
    expect(step.exit).toBe(1);
    expect(step.summary).toMatch(/^## ims-lint/);
    expect(step.summary).not.toMatch(/^## .*passed/);
    expect(step.log).not.toContain("ims-lint passed");
  });

  test("without obeying what GitHub says", async () => {
    const reason = "no\n::warning::forged, @acme/team <b>";
    const api = await gitHub({ processing: { status: "failed", errors: [reason] } });
    const step = await lintPush(clean, api);
    expect(step.annotations).toHaveLength(1);
    expect(step.summary).toContain("`@acme/team` \\<b\\>");
  });

  test("for its findings all the same", async () => {
    const api = await gitHub({ processing: { status: "failed", errors: ["no"] } });
    const step = await lintPush(makeRepository(bad), api);
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed", error: "1" } });
    expect(only(errors(step))).toContain("no");
  });

  test.each<[what: string, fault: Fault, reason: string]>([
    [
      "if the token may not send it",
      refused("upload", { status: 403 }),
      "It takes the permission security-events: write",
    ],
    [
      "if code scanning is off",
      refused("upload", {
        status: 403,
        body: { message: "Code scanning is not enabled for this repository." },
      }),
      "Code scanning is not enabled for this repository",
    ],
    ["if GitHub knows no such repository", refused("upload", { status: 404 }), "security-events: write"],
    [
      "if the commit or ref is none of GitHub's",
      refused("upload", { status: 422 }),
      "422: Validation Failed",
    ],
    ["if it is too large", refused("upload", { status: 413 }), "413: Payload Too Large"],
    ["if GitHub is down", refused("upload", { status: 503 }), "503: Server Error"],
  ])("%s", async (_, fault, reason) => {
    const api = await gitHub({ faults: [fault] });
    expectFailure(await lintPush(clean, api), reason);
    expect(api.uploads).toEqual([]);
  });

  test("if GitHub cannot be reached", async () => {
    const api = await gitHub();
    await api.close();
    expectFailure(await lintPush(clean, api), "GitHub's API cannot be reached (ECONNREFUSED)");
  });

  test("if there is no token", async () => {
    const api = await gitHub();
    const step = await lintPush(clean, api, { inputs: { "github-token": "" } });
    expectFailure(step, "There is no github-token, so nothing was sent to code scanning");
    expect(api.requests).toEqual([]);
  });

  test("for a pull request of the repository itself, whose token may", async () => {
    const api = await gitHub({ faults: [refused("upload", { status: 403 })] });
    expectFailure(await lintPull(api), "It takes the permission security-events: write");
  });

  test("for a fork, if it is not the token that is to blame", async () => {
    const api = await gitHub({ faults: [refused("upload", { status: 422 })] });
    expectFailure(await lintPull(api, { isFromFork: true }), "422: Validation Failed");
  });
});

describe.concurrent("a file that is too large", () => {
  test("is not sent again and again", async () => {
    const api = await gitHub({ faults: [refused("upload", { status: 413 })] });
    await lintPush(clean, api);
    expect(api.requests).toHaveLength(1);
  });
});

describe.concurrent("a server error that passes", () => {
  test.each(["upload", "status"] as const)("is overcome (%s)", async (request) => {
    const api = await gitHub({ faults: [refused(request, { status: 502, times: 1 })] });
    const step = await lintPush(clean, api);
    expect(uploaded(api).ref).toBe("refs/heads/main");
    expect(step).toMatchObject({ exit: 0, outputs: { outcome: "passed" } });
  });
});

describe.concurrent("where GitHub took the file and does not tell what became of it, the step", () => {
  test.each([403, 503])("does not say that nothing was sent, or taken (%i)", async (status) => {
    const api = await gitHub({ faults: [refused("status", { status })] });
    const step = await lintPush(clean, api);
    expect(uploaded(api).ref).toBe("refs/heads/main");
    expect(step.summary).toContain(`GitHub's API answered ${status}`);
    expect(step.summary).not.toMatch(/Nothing was sent|did not take/);
  });
});

test.concurrent("a file that GitHub took and does not know everywhere yet is asked for again", async () => {
  const api = await gitHub({ faults: [refused("status", { status: 404, times: 2 })] });
  const step = await lintPush(clean, api);
  expect(api.requests.map(({ method }) => method)).toEqual(["POST", "GET", "GET", "GET"]);
  expect(step).toMatchObject({ exit: 0, outputs: { outcome: "passed" }, annotations: [] });
});

describe.concurrent("it is only noted", () => {
  test.each<[who: string, checks: Checks]>([
    ["a fork", { isFromFork: true }],
    ["Dependabot", { env: { GITHUB_ACTOR: "dependabot[bot]" } }],
  ])("that the token of %s may not send it", async (_, checks) => {
    const api = await gitHub({ faults: [refused("upload", { status: 403 })] });
    const step = await lintPull(api, checks);
    expect(step).toMatchObject({ exit: 0, outputs: { outcome: "passed" }, annotations: [] });
    expect(step.summary).toContain(
      "security-events: write, which GitHub gives to no pull request from a fork or of Dependabot.",
    );
    expect(step.summary.split("\n")[0]).toContain("passed");
  });

  test.each<[what: string, content: Content, outcome: string]>([
    [
      "of a run that could not read all",
      { ...good, "exports/b.yaml": "imsLint: snapshot/v1\n- a: [" },
      "incomplete",
    ],
    ["where nothing is an export", { [FILE]: "a: 1\n" }, "nothing"],
  ])("that nothing is sent %s, as GitHub would close alerts", async (_, content, outcome) => {
    const api = await gitHub();
    const step = await lintPush(makeRepository(content), api);
    expect(step).toMatchObject({ exit: 1, outputs: { outcome, "sarif-file": "" } });
    expect(api.requests).toEqual([]);
    expect(step.summary).toContain("Nothing was sent to code scanning");
  });

  test("that nothing is sent where nothing is an export, which is not called incomplete", async () => {
    const step = await lintPush(makeRepository({ [FILE]: "a: 1\n" }), await gitHub());
    expect(step.summary).toContain("Nothing was sent to code scanning");
    expect(step.summary).not.toContain("incomplete");
  });

  test("that nothing is sent of a pull request that passes, but is read in part", async () => {
    const broken = { "exports/b.yaml": "imsLint: snapshot/v1\n- a: [" };
    const api = await gitHub();
    const step = await lintPull(api, {}, pullRequest({ ...good, ...broken }, { "README.md": "" }));
    expect(step).toMatchObject({ exit: 0, outputs: { outcome: "passed", "sarif-file": "" } });
    expect(api.requests).toEqual([]);
    expect(step.summary).toContain("Nothing was sent to code scanning");
  });
});

describe.concurrent("nothing is sent", () => {
  test("unless the workflow says so", async () => {
    const api = await gitHub();
    const step = await lintPush(clean, api, { inputs: { "upload-sarif": "false" } });
    expect(api.requests).toEqual([]);
    expect(step).toMatchObject({ exit: 0, outputs: { outcome: "passed" } });
    expect(step.sarif?.runs).toHaveLength(1);
    expect(step.summary).not.toContain("ode scanning");
  });
});
