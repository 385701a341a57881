import { rmSync } from "node:fs";
import * as path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { closeApis, gitHub, TOKEN } from "../support/campaign-api.js";
import { site } from "../support/exports.js";
import type { Fault, GitHubApi, GitHubSetUp } from "../support/github-api.js";
import {
  type Checks,
  lintPullRequest,
  type PullRequest,
  payloadOf,
  pullRequest,
} from "../support/pull-request.js";
import { type Content, type Repository, removeRepositories } from "../support/repository.js";
import type { StepRun } from "../support/runner.js";

/** The base of a change that the clone does not hold, read from GitHub's API: the bundle, against a stand-in. */

const FILE = "exports/acme.yaml";

const good = { [FILE]: site() };
const bad = { [FILE]: site({ callbackServer: "http://acme.campaign.example.com" }) };
const breaking = pullRequest(good, bad);

afterAll(async () => {
  await closeApis();
  removeRepositories();
});

/** GitHub's API, which has all of a pull request's commits. */
function gitHubWith(pull: PullRequest, setUp: Partial<GitHubSetUp> = {}): Promise<GitHubApi> {
  return gitHub({ gitDir: pull.origin.folder, ...setUp });
}

/** Lints one commit without its history; whatever is asked of the API must be what GitHub takes. */
async function lintShallow(pull: PullRequest, api: GitHubApi, checks: Checks = {}): Promise<StepRun> {
  const step = await lintPullRequest(pull, {
    depth: 1,
    ...checks,
    inputs: { "github-token": TOKEN, comment: "false", ...checks.inputs },
    env: { GITHUB_API_URL: api.url, ...checks.env },
  });
  expect(api.violations).toEqual([]);
  return step;
}

/** The same with a clone that holds the base, without any API. */
function lintDeep(pull: PullRequest, checks: Checks = {}): Promise<StepRun> {
  return lintPullRequest(pull, { ...checks, inputs: { comment: "false", ...checks.inputs } });
}

/** What is compared of two runs: not where they put their files, and not the line on where the base was read. */
function verdictOf({ exit, outputs, annotations, summary }: StepRun) {
  const { "report-file": report, "sarif-file": sarif, ...counts } = outputs;
  return { exit, counts, annotations, summary: summary.replace(", read from GitHub's API", "") };
}

/** Each request, by what it asks for. */
function asked({ requests }: GitHubApi): string[] {
  return requests.map(({ path }) => path.replace(/^\/repos\/acme\/campaign\//, ""));
}

function blob({ origin }: PullRequest, commit: string, path: string): string {
  return `git/blobs/${origin.git("rev-parse", `${commit}:${path}`)}`;
}

function refused(request: "tree" | "blob" | "comparison", answer: Omit<Fault, "method" | "path">): Fault {
  const paths = {
    tree: "git/trees/{tree_sha}",
    blob: "git/blobs/{file_sha}",
    comparison: "compare/{basehead}",
  };
  return { method: "GET", path: `/repos/{owner}/{repo}/${paths[request]}`, ...answer };
}

/** The run ends there, and says why on its page and in its summary. */
function reasonOf({ exit, outputs, annotations, summary }: StepRun): string {
  expect([exit, outputs.outcome]).toEqual([1, "error"]);
  expect(annotations).toHaveLength(1);
  const [{ name = "", message = "" } = {}] = annotations;
  expect(name).toBe("error");
  expect(summary).toContain("## ims-lint: error");
  return message;
}

const HTTP = "http://other.example.com";
const other = (callbackServer = "https://other.example.com") => site({ name: "other", callbackServer });

describe.concurrent("of a pull request's merge, checked out alone,", () => {
  test("the base is its first parent, and only what differs is asked for", async () => {
    const api = await gitHubWith(breaking);
    const step = await lintShallow(breaking, api);
    expect(asked(api)).toEqual([`git/trees/${breaking.base}`, blob(breaking, breaking.base, FILE)]);
    expect(step.summary).toContain(
      `Compared with the base, ${breaking.base.slice(0, 12)}, read from GitHub's API.`,
    );
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed", new: "1", unchanged: "0" } });
  });

  test("nothing is asked for where the clone holds the base", async () => {
    const api = await gitHubWith(breaking);
    const step = await lintShallow(breaking, api, { depth: 2 });
    expect(step.outputs).toMatchObject({ outcome: "failed", new: "1" });
    expect(asked(api)).toEqual([]);
  });

  test("the base is not the one that the event names, where others merged meanwhile", async () => {
    const pull = pullRequest(good, { "README.md": "" }, { "b/other.yaml": other(HTTP) });
    const first = pull.origin.git("rev-parse", "main~1");
    const api = await gitHubWith(pull);
    const step = await lintShallow(pull, api, { payload: payloadOf({ ...pull, base: first }) });
    expect(asked(api)).toEqual([`git/trees/${pull.base}`]);
    expect(step).toMatchObject({ exit: 0, outputs: { new: "0", unchanged: "2" } });
  });
});

/** A base, a change, what is said of it, and the files of the base that it takes. */
type Case = readonly [what: string, base: Content, changes: Content, said: object, files: readonly string[]];

const CASES: readonly Case[] = [
  ["what is new", good, bad, { new: "1" }, [FILE]],
  ["what is mended", bad, good, { fixed: "1" }, [FILE]],
  ["what stays", bad, { "README.md": "" }, { unchanged: "1" }, []],
  [
    "what is deleted",
    { ...bad, "b/other.yaml": other() },
    { [FILE]: null },
    { "no-longer-provable": "1" },
    [FILE],
  ],
  ["what comes", good, { "b/other.yaml": other(HTTP) }, { new: "2" }, []],
  ["what moves as it is", bad, { [FILE]: null, "prod/acme.yaml": text(bad) }, { unchanged: "1" }, []],
  [
    "what changes among others",
    { ...good, "b/other.yaml": other(HTTP), "README.md": "# Exports\n" },
    bad,
    { new: "1", unchanged: "2" },
    [FILE],
  ],
  [
    "what is there twice",
    { ...good, "b/other.yaml": other(HTTP), "c/other.yaml": other(HTTP) },
    { "b/other.yaml": null, "c/other.yaml": other() },
    { fixed: "1" },
    ["b/other.yaml"],
  ],
  [
    "what a config governs",
    { ...bad, "ims-lint.config.yaml": "rules: { callback-https: warning }\n" },
    { "ims-lint.config.yaml": "rules: { callback-https: off }\n" },
    { warning: "1", unchanged: "1" },
    ["ims-lint.config.yaml"],
  ],
  [
    "a file with a name that git would quote",
    { ...good, "exports/Größe 東京.yaml": other(HTTP) },
    { "exports/Größe 東京.yaml": other() },
    { fixed: "1" },
    ["exports/Größe 東京.yaml"],
  ],
  [
    "a file that is no UTF-8",
    { [FILE]: Buffer.concat([Buffer.from(text(bad)), Buffer.from([0x23, 0xff, 0x0a])]) },
    good,
    {},
    [FILE],
  ],
];

const LINKED: readonly Case[] = [
  [
    "a symbolic link to another file",
    {
      "exports/acme.yaml": { link: "../old/acme.yaml" },
      "old/acme.yaml": text(bad),
      "new/acme.yaml": text(good),
    },
    { "exports/acme.yaml": { link: "../new/acme.yaml" } },
    { fixed: "1" },
    ["exports/acme.yaml"],
  ],
  [
    "a symbolic link to another folder",
    { exports: { link: "old" }, "old/acme.yaml": text(good), "new/acme.yaml": text(bad) },
    { exports: { link: "new" }, "old/acme.yaml": null },
    { new: "1" },
    ["exports", "old/acme.yaml"],
  ],
  [
    "a symbolic link to what changes",
    { exports: { link: "states" }, "states/acme.yaml": text(good) },
    { "states/acme.yaml": text(bad) },
    { new: "1" },
    ["states/acme.yaml"],
  ],
  [
    "a symbolic link in the place of a file",
    { [FILE]: text(good), "b/acme.yaml": text(bad) },
    { [FILE]: { link: "../b/acme.yaml" } },
    { new: "1" },
    [FILE],
  ],
];

describe.concurrent("the verdict is that of a clone that holds the base, and only what differs is asked for:", () => {
  const isPosix = process.platform !== "win32";
  const onExports = LINKED.map((given) => [...given, "exports"] as const);
  const onAll = CASES.map((given) => [...given, "."] as const);

  test.each(isPosix ? [...onAll, ...onExports] : onAll)("%s", async (...given) => {
    const [, base, changes, said, files, paths] = given;
    const pull = pullRequest(base, changes);
    const api = await gitHubWith(pull);
    const inputs = { paths };
    const step = await lintShallow(pull, api, { inputs });
    expect(verdictOf(step)).toEqual(verdictOf(await lintDeep(pull, { inputs })));
    expect(step.outputs).toMatchObject({ outcome: expect.stringMatching(/passed|failed/), ...said });
    expect(asked(api).sort()).toEqual(
      [`git/trees/${pull.base}`, ...files.map((file) => blob(pull, pull.base, file))].sort(),
    );
  });
});

function text(content: Readonly<Record<string, string>>): string {
  return content[FILE] ?? "";
}

function many(count: number, of: (index: number) => Content[string], folder = "notes"): Content {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${folder}/${index}.yaml`, of(index)]),
  );
}

describe.concurrent("where very much differs", () => {
  test("files that are alike are asked for once", async () => {
    const notes = many(301, (index) => `a: ${index % 2}\n`);
    const pull = pullRequest({ ...good, ...notes }, { ...bad, ...many(301, () => null) });
    const api = await gitHubWith(pull);
    const step = await lintShallow(pull, api);
    expect(step.outputs).toMatchObject({ outcome: "failed", new: "1" });
    expect(asked(api)).toHaveLength(4);
  });

  test("it is told what to set, before any file is asked for", async () => {
    const pull = pullRequest(
      { ...good, ...many(300, (index) => `a: ${index}\n`) },
      { ...bad, ...many(300, () => null) },
    );
    const api = await gitHubWith(pull);
    const reason = reasonOf(await lintShallow(pull, api));
    expect(reason).toContain("301 files differ from the base of the change");
    expect(reason).toMatch(/fetch-depth: \d/);
    expect(asked(api)).toEqual([`git/trees/${pull.base}`]);
  });

  test("files elsewhere than in the paths do not count", async () => {
    const pull = pullRequest(
      { ...good, ...many(301, (index) => `a: ${index}\n`) },
      { ...bad, ...many(301, () => null) },
    );
    const api = await gitHubWith(pull);
    const step = await lintShallow(pull, api, { inputs: { paths: "exports" } });
    expect(step.outputs).toMatchObject({ outcome: "failed", new: "1" });
    expect(asked(api)).toEqual([`git/trees/${pull.base}`, blob(pull, pull.base, FILE)]);
  });

  test.runIf(process.platform !== "win32")("links that stay do not count", async () => {
    const links = many(301, (index) => ({ link: `../${FILE}?${index}` }));
    const pull = pullRequest({ ...good, ...links }, bad);
    const api = await gitHubWith(pull);
    const step = await lintShallow(pull, api, { inputs: { paths: "exports" } });
    expect(step.outputs).toMatchObject({ outcome: "failed", new: "1" });
    expect(asked(api)).toEqual([`git/trees/${pull.base}`, blob(pull, pull.base, FILE)]);
  });
});

describe.concurrent("of a pull request's head, checked out alone,", () => {
  const pull = pullRequest(good, bad, { "b/other.yaml": other(HTTP) });
  const fork = pull.origin.git("merge-base", pull.base, pull.head);
  const checks = { checkout: pull.head };
  /** As `fetch-depth: 0`, which fetches all branches. */
  const whole: Checks = {
    ...checks,
    depth: 0,
    prepare: ({ git }) => git("fetch", "--quiet", `file://${pull.origin.folder}`, "main"),
  };

  test("the base is where it branched off, as GitHub knows it", async () => {
    const api = await gitHubWith(pull);
    const step = await lintShallow(pull, api, checks);
    expect(asked(api)).toEqual([
      `compare/${pull.base}...${pull.head}`,
      `git/trees/${fork}`,
      blob(pull, fork, FILE),
    ]);
    expect(step.summary).toContain(`Compared with the base, ${fork.slice(0, 12)}, read from GitHub's API.`);
    expect(verdictOf(step)).toEqual(verdictOf(await lintDeep(pull, whole)));
    expect(step.outputs).toMatchObject({
      outcome: "failed",
      new: "1",
      fixed: "0",
      "no-longer-provable": "0",
    });
  });

  test("nothing is asked for where the clone holds both branches", async () => {
    const api = await gitHubWith(pull);
    const step = await lintShallow(pull, api, whole);
    expect(step.outputs).toMatchObject({ outcome: "failed", new: "1" });
    expect(asked(api)).toEqual([]);
  });

  test("no file is asked for where the clone holds it, but not the branch it is to be merged into", async () => {
    const api = await gitHubWith(pull);
    const step = await lintShallow(pull, api, { ...checks, depth: 2 });
    expect(step.outputs).toMatchObject({ outcome: "failed", new: "1" });
    expect(asked(api)).toEqual([`compare/${pull.base}...${pull.head}`]);
  });

  test.each([403, 404])(
    "it is told what to set if GitHub does not tell where that was (%i)",
    async (status) => {
      const api = await gitHubWith(pull, { faults: [refused("comparison", { status })] });
      const reason = reasonOf(await lintShallow(pull, api, checks));
      expect(reason).toContain(`GitHub's API answered ${status}`);
      expect(reason).toContain("0 where ref is set");
      expect(reason).toContain("contents: read");
    },
  );

  test("it is told what to set if there is no token", async () => {
    const api = await gitHubWith(pull);
    const reason = reasonOf(await lintShallow(pull, api, { ...checks, inputs: { "github-token": "" } }));
    expect(reason).toContain("there is no github-token");
    expect(reason).toContain("fetch-depth: 0");
    expect(asked(api)).toEqual([]);
  });
});

describe.concurrent("of another change, checked out alone, the base is", () => {
  test.each<[what: string, checks: Checks]>([
    [
      "that of the merge queue",
      { eventName: "merge_group", payload: { merge_group: { base_sha: breaking.base } } },
    ],
    [
      "what was there before a push",
      {
        eventName: "push",
        ref: "refs/heads/main",
        payload: { before: breaking.base },
        inputs: { "fail-scope": "new" },
      },
    ],
  ])("%s", async (_, checks) => {
    const api = await gitHubWith(breaking);
    const step = await lintShallow(breaking, api, checks);
    expect(asked(api)).toEqual([`git/trees/${breaking.base}`, blob(breaking, breaking.base, FILE)]);
    expect(step.outputs).toMatchObject({ outcome: "failed", new: "1" });
  });
});

describe.concurrent("where a clone holds the base, but not all that is in it,", () => {
  test("the verdict is that of a whole one (filter: blob:none)", async () => {
    const deleted = pullRequest({ ...bad, "b/other.yaml": other() }, { [FILE]: null });
    for (const pull of [breaking, deleted]) {
      const api = await gitHubWith(pull);
      const step = await lintShallow(pull, api, { prepare: (checkout) => fetchWithoutFiles(checkout, pull) });
      expect(verdictOf(step)).toEqual(verdictOf(await lintDeep(pull)));
      expect(step.outputs.outcome).toBe("failed");
    }
  });

  test.each<[what: string, base: Content, changes: Content, file: string]>([
    ["a file that changes", good, bad, FILE],
    ["a file that is deleted", { ...bad, "b/other.yaml": other() }, { [FILE]: null }, FILE],
    [
      "the config",
      { ...bad, "ims-lint.config.yaml": "rules: { callback-https: off }\n" },
      { "ims-lint.config.yaml": "rules: { callback-https: error }\n" },
      "ims-lint.config.yaml",
    ],
  ])("%s is asked for", async (_, base, changes, file) => {
    const pull = pullRequest(base, changes);
    const api = await gitHubWith(pull);
    const step = await lintShallow(pull, api, {
      depth: 2,
      prepare: ({ folder, git }) => {
        // So few objects lie in files of their own.
        const id = git("rev-parse", `${pull.base}:${file}`);
        rmSync(path.join(folder, ".git/objects", id.slice(0, 2), id.slice(2)));
      },
    });
    expect(verdictOf(step)).toEqual(verdictOf(await lintDeep(pull)));
    expect(asked(api)).toEqual([blob(pull, pull.base, file)]);
  });
});

/** As `filter: blob:none` and `fetch-depth: 2` of actions/checkout: only the files of the work tree are there. */
function fetchWithoutFiles({ folder, git }: Repository, { origin, merge }: PullRequest): void {
  origin.git("config", "uploadpack.allowFilter", "true");
  origin.git("config", "uploadpack.allowAnySHA1InWant", "true");
  rmSync(path.join(folder, ".git"), { recursive: true });
  git("init", "--quiet");
  git("remote", "add", "origin", `file://${origin.folder}`);
  git("fetch", "--quiet", "--depth=2", "--filter=blob:none", "origin", merge);
  git("checkout", "--quiet", "--force", "--detach", merge);
}

describe.concurrent("the run ends, and says what to set,", () => {
  test("where there is no token", async () => {
    const api = await gitHubWith(breaking);
    const reason = reasonOf(await lintShallow(breaking, api, { inputs: { "github-token": "" } }));
    expect(reason).toContain(breaking.base.slice(0, 12));
    expect(reason).toContain("fetch-depth: 2");
    expect(reason).toContain("contents: read");
    expect(asked(api)).toEqual([]);
  });

  test("where the repository is too large to be listed", async () => {
    const api = await gitHubWith(breaking, { treeLimit: 1 });
    const reason = reasonOf(await lintShallow(breaking, api));
    expect(reason).toContain("too many files");
    expect(reason).toContain("fetch-depth: 0");
  });

  test.each<[request: "tree" | "blob", status: number]>([
    ["tree", 403],
    ["tree", 404],
    ["blob", 403],
    ["blob", 404],
  ])("where the token may not read it (%s, %i)", async (request, status) => {
    const api = await gitHubWith(breaking, { faults: [refused(request, { status })] });
    const reason = reasonOf(await lintShallow(breaking, api));
    expect(reason).toContain(`GitHub's API answered ${status}`);
    expect(reason).toContain("the permission contents: read");
    expect(reason).toContain("fetch-depth: 2");
  });

  test("where the limit of requests is used up", async () => {
    const headers = {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 3600),
    };
    const api = await gitHubWith(breaking, { faults: [refused("tree", { status: 403, headers })] });
    const reason = reasonOf(await lintShallow(breaking, api));
    expect(reason).toContain("GitHub's API allows no more requests for now (403)");
    expect(reason).toContain("fetch-depth: 2");
    expect(asked(api)).toHaveLength(1);
  });

  test("where somebody else answers in GitHub's place", async () => {
    const page = { status: 200, body: "<html>Log in</html>" };
    const api = await gitHubWith(breaking, { faults: [refused("tree", page)] });
    const reason = reasonOf(await lintShallow(breaking, api));
    expect(reason).toContain("fetch-depth: 2");
    expect(reason).not.toContain("cannot be reached");
  });

  test("where GitHub cannot be reached", async () => {
    const api = await gitHubWith(breaking);
    await api.close();
    const reason = reasonOf(await lintShallow(breaking, api));
    expect(reason).toContain("GitHub's API cannot be reached");
    expect(reason).toContain("fetch-depth: 2");
  });
});

describe.concurrent("the run goes on", () => {
  test.each(["tree", "blob"] as const)("after a server error that passes (%s)", async (request) => {
    const api = await gitHubWith(breaking, { faults: [refused(request, { status: 502, times: 1 })] });
    const step = await lintShallow(breaking, api);
    expect(asked(api)).toHaveLength(3);
    expect(verdictOf(step)).toEqual(verdictOf(await lintDeep(breaking)));
  });

  test("without a base if the workflow trusts the head, and everything counts as new", async () => {
    const api = await gitHubWith(breaking);
    const inputs = { "github-token": "", "trust-head-config": "true" };
    const step = await lintShallow(breaking, api, { inputs });
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed", error: "1", new: "" } });
    expect(step.summary).toContain("fetch-depth: 2");
    expect(step.summary).toContain("everything counts as new");
  });
});

test("the file of waivers that the config of the base names is read, whatever it is called", async () => {
  const config = { "ims-lint.config.yaml": "waivers: risks.yaml\n" };
  const waives = (reason: string) => ({
    "risks.yaml": `waivers: [ { rule: callback-https, reason: ${reason} } ]\n`,
  });
  const pull = pullRequest({ ...bad, ...config, ...waives("Ordered.") }, waives("Ordered again."));
  const step = await lintShallow(pull, await gitHubWith(pull), { inputs: { paths: "exports" } });
  expect(step).toMatchObject({ exit: 0, outputs: { waived: "1" } });
});
