import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { closeApis, gitHub, TOKEN } from "../support/campaign-api.js";
import { site } from "../support/exports.js";
import type { Comment, Fault, GitHubApi, SeedComment } from "../support/github-api.js";
import {
  type Checks,
  lintPullRequest,
  type PullRequest,
  payloadOf,
  pullRequest,
} from "../support/pull-request.js";
import { removeRepositories } from "../support/repository.js";
import type { StepRun } from "../support/runner.js";

/** The one comment that a step keeps on a pull request: the bundle, against a stand-in of GitHub's API. */

const FILE = "exports/acme.yaml";
const MANY = 3000;

const good = { [FILE]: site() };
const bad = { [FILE]: site({ callbackServer: "http://acme.campaign.example.com" }) };
/** Brings a finding. */
const breaking = pullRequest(good, bad);
/** Mends one. */
const mending = pullRequest(bad, good);
/** Does neither. */
const harmless = pullRequest(good, { "README.md": "" });

afterAll(async () => {
  await closeApis();
  removeRepositories();
});

/** Lints a pull request; whatever is asked of the API must be what GitHub takes. */
async function lint(pull: PullRequest, api: GitHubApi, checks: Checks = {}): Promise<StepRun> {
  const step = await lintPullRequest(pull, {
    ...checks,
    inputs: { "github-token": TOKEN, ...checks.inputs },
    env: { GITHUB_API_URL: api.url, ...checks.env },
  });
  expect(api.violations).toEqual([]);
  return step;
}

/** A comment as this step writes it, for an API that is to hold it. */
async function written(pull = breaking, checks: Checks = {}): Promise<Comment> {
  const api = await gitHub();
  await lint(pull, api, checks);
  return only(api.comments);
}

function only<T>(values: readonly T[]): T {
  expect(values).toHaveLength(1);
  return values[0] as T;
}

function talk(length: number): SeedComment[] {
  return Array.from({ length }, (_, index) => ({ issue: 7, body: `I think so too, ${index}.` }));
}

function writes({ requests }: GitHubApi): string[] {
  return requests.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);
}

describe.concurrent("a pull request", () => {
  test("with findings gets one comment, which shows them and leads to the whole report", async () => {
    const api = await gitHub();
    const step = await lint(breaking, api);
    const { issue, body } = only(api.comments);
    expect(issue).toBe(7);
    expect(body).toContain("## ims-lint failed: 1 new");
    expect(body).toContain("### New (1)");
    expect(body).toContain(
      `[\`${FILE}:7\`](https://github.com/acme/campaign/blob/${breaking.merge}/${FILE}#L7)`,
    );
    expect(body).toContain("Callback server `http://acme.campaign.example.com` is not https");
    expect(body).toMatch(/whole report.*\(https:\/\/github\.com\/acme\/campaign\/actions\/runs\/42\)/);
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed" } });
  });

  test("that mends findings gets one that says so", async () => {
    const api = await gitHub();
    const step = await lint(mending, api);
    expect(only(api.comments).body).toContain("## ims-lint passed: 1 fixed");
    expect(step.exit).toBe(0);
  });

  test("that changes the config gets one that says how", async () => {
    const config = { "ims-lint.config.yaml": "rules: { callback-https: off }\n" };
    const api = await gitHub();
    await lint(pullRequest(good, config), api);
    expect(only(api.comments).body).toContain('- `rules.callback-https`: not stated → `"off"`');
  });

  test("with nothing to say of it gets none", async () => {
    const api = await gitHub({ comments: talk(1) });
    const step = await lint(harmless, api);
    expect(step).toMatchObject({ exit: 0, outputs: { outcome: "passed" } });
    expect(api.comments).toHaveLength(1);
    expect(writes(api)).toEqual([]);
  });

  test("with only what was there before gets none", async () => {
    const api = await gitHub();
    const step = await lint(pullRequest(bad, { "README.md": "" }), api);
    expect(step.outputs).toMatchObject({ outcome: "passed", unchanged: "1" });
    expect(api.comments).toEqual([]);
  });
});

test.concurrent("the comment tells what went otherwise than the workflow wants", async () => {
  const path = "/repos/{owner}/{repo}/code-scanning/sarifs";
  const api = await gitHub({ faults: [{ method: "POST", path, status: 403 }] });
  await lint(breaking, api, { isFromFork: true, inputs: { "upload-sarif": "true" } });
  expect(only(api.comments).body).toContain("Nothing was sent to code scanning");
});

describe.concurrent("the next run", () => {
  test("writes in the place of the comment before", async () => {
    const api = await gitHub({ comments: talk(2) });
    await lint(breaking, api);
    const before = api.comments[2];
    await lint(breaking, api, { env: { GITHUB_RUN_ID: "43" } });
    expect(api.comments).toHaveLength(3);
    expect(api.comments[2]).toMatchObject({ id: before?.id, body: expect.stringContaining("/runs/43)") });
    expect(before?.body).not.toContain("/runs/43)");
  });

  test("says in that comment that nothing is wrong any more", async () => {
    const api = await gitHub();
    await lint(breaking, api);
    const before = only(api.comments);
    expect(before.body).toContain("callback-https");
    await lint(harmless, api, { env: { GITHUB_RUN_ID: "43" } });
    const after = only(api.comments);
    expect(after.id).toBe(before.id);
    expect(after.body).toContain("## ims-lint passed: nothing new");
    expect(after.body).not.toContain("callback-https");
  });

  test("that is the same run once more writes there too", async () => {
    const api = await gitHub();
    await lint(breaking, api);
    await lint(harmless, api, { env: { GITHUB_RUN_ATTEMPT: "2" } });
    expect(only(api.comments).body).toContain("nothing new");
  });

  test("finds the comment behind 220 others", async () => {
    const { body, login, type } = await written();
    const api = await gitHub({ comments: [...talk(220), { issue: 7, body, login, type }, ...talk(29)] });
    await lint(harmless, api, { env: { GITHUB_RUN_ID: "43" } });
    expect(api.comments).toHaveLength(250);
    expect(api.comments[220]?.body).toContain("nothing new");
    expect(api.comments.filter((other) => other.body.includes("ims-lint"))).toHaveLength(1);
  });

  test("leaves a comment of a still newer run as it is, and says so", async () => {
    const { body, login, type } = await written(breaking, { env: { GITHUB_RUN_ID: "10000000043" } });
    const api = await gitHub({ comments: [{ issue: 7, body, login, type }] });
    const step = await lint(harmless, api, { env: { GITHUB_RUN_ID: "9999999999" } });
    expect(only(api.comments).body).toBe(body);
    expect(writes(api)).toEqual([]);
    expect(step.exit).toBe(0);
    expect(step.summary).toContain("The comment on the pull request is of a newer run");
  });
});

describe.concurrent("a run that ends with an error", () => {
  const broken = { checkout: breaking.base };

  test("says so in the comment that is there", async () => {
    const api = await gitHub();
    await lint(mending, api);
    const step = await lint(breaking, api, { ...broken, env: { GITHUB_RUN_ID: "43" } });
    const { body } = only(api.comments);
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "error" } });
    expect(body).toContain("## ims-lint: error");
    expect(body).toContain("is not of pull request 7");
    expect(body).not.toContain("passed");
    await lint(harmless, api, { env: { GITHUB_RUN_ID: "44" } });
    expect(only(api.comments).body).toContain("nothing new");
  });

  test("writes none where none is", async () => {
    const api = await gitHub();
    const step = await lint(breaking, api, broken);
    expect(step.outputs.outcome).toBe("error");
    expect(api.comments).toEqual([]);
  });

  test("ends all the same if the comment cannot be written", async () => {
    const api = await gitHub({ faults: [refused("list", { status: 403 })] });
    const step = await lint(breaking, api, broken);
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "error" } });
    expect(step.summary).toContain("is not of pull request 7");
  });
});

describe.concurrent("a comment that begins as ours", () => {
  test.each(["NONE", "CONTRIBUTOR", "FIRST_TIME_CONTRIBUTOR"])(
    "is not touched if somebody wrote it whose part in the repository is %s",
    async (authorAssociation) => {
      const { body } = await written();
      const forged = `${body}\nMerge it, all is well.`;
      const api = await gitHub({ comments: [{ issue: 7, body: forged, authorAssociation }] });
      await lint(breaking, api);
      await lint(breaking, api, { env: { GITHUB_RUN_ID: "43" } });
      expect(api.comments.map((comment) => [comment.login, comment.body.includes("/runs/43)")])).toEqual([
        ["octocat", false],
        ["github-actions[bot]", true],
      ]);
      expect(api.comments[0]?.body).toBe(forged);
    },
  );

  test("is not obeyed by a run that is older than it claims to be", async () => {
    const { body } = await written(breaking, { env: { GITHUB_RUN_ID: "99999999999" } });
    const api = await gitHub({ comments: [{ issue: 7, body }] });
    await lint(breaking, api);
    expect(api.comments.map(({ login }) => login)).toEqual(["octocat", "github-actions[bot]"]);
  });

  test("is ours if one of the team wrote it, whose token the workflow may have", async () => {
    const { body } = await written();
    const api = await gitHub({ comments: [{ issue: 7, body, login: "jane", authorAssociation: "MEMBER" }] });
    await lint(harmless, api);
    expect(only(api.comments).body).toContain("nothing new");
  });
});

describe.concurrent("a comment of its own has", () => {
  test.each<[what: string, env: Record<string, string>]>([
    ["another step", { GITHUB_ACTION: "__ims-lint_ims-lint_2" }],
    ["another job", { GITHUB_JOB: "staging" }],
    [
      "another workflow",
      { GITHUB_WORKFLOW_REF: "acme/campaign/.github/workflows/staging.yml@refs/heads/main" },
    ],
  ])("%s", async (_, env) => {
    const api = await gitHub();
    await lint(breaking, api);
    await lint(mending, api, { env });
    const again = { GITHUB_RUN_ID: "43" };
    await lint(breaking, api, { env: again });
    await lint(mending, api, { env: { ...env, ...again } });
    expect(api.comments.map(({ body }) => /## ims-lint (\w+)/.exec(body)?.[1])).toEqual(["failed", "passed"]);
    expect(api.comments.filter(({ body }) => body.includes("/runs/43)"))).toHaveLength(2);
  });

  test.each<[by: string, one: Record<string, string>, other: Record<string, string>]>([
    ["category", { category: "production" }, { category: "staging" }],
    ["paths", { paths: "." }, { paths: "exports" }],
    ["working-directory", { "working-directory": "." }, { "working-directory": "exports" }],
  ])("each leg of a matrix, told apart by %s", async (_, one, other) => {
    const api = await gitHub();
    await lint(breaking, api, { inputs: one });
    await lint(mending, api, { inputs: other });
    expect(api.comments.map(({ body }) => /## ims-lint (\w+)/.exec(body)?.[1])).toEqual(["failed", "passed"]);
  });

  test("not the same workflow on another branch", async () => {
    const api = await gitHub();
    await lint(breaking, api);
    const GITHUB_WORKFLOW_REF = "acme/campaign/.github/workflows/ims.yml@refs/pull/7/merge";
    await lint(breaking, api, { env: { GITHUB_WORKFLOW_REF } });
    expect(api.comments).toHaveLength(1);
  });
});

describe.concurrent(`of ${MANY} findings`, () => {
  /** Operators whom the organization does not know; their names take more bytes than characters. */
  const operators = Array.from(
    { length: MANY },
    (_, index) =>
      `  - { name: "Kampagne für 東京 ${index}", email: tokyo${index}@acme.example, authenticationType: ims, groups: [delivery] }`,
  );
  const crowded = { [FILE]: site().replace(/^ {2}- \{ name: jane, .*$/m, `$&\n${operators.join("\n")}`) };

  test.each<[what: string, title: string, pull: PullRequest, inputs: Record<string, string>]>([
    ["new", "### New (3,000)", pullRequest(good, crowded), {}],
    ["mended", "<details><summary>Fixed (3,000)</summary>", pullRequest(crowded, good), {}],
    [
      "old, but counted",
      "### Unchanged (3,000)",
      pullRequest(crowded, { "README.md": "" }),
      { "fail-scope": "all" },
    ],
  ])("that are %s, the comment shows as many as GitHub takes, and counts the others", async (...given) => {
    const [, title, pull, inputs] = given;
    const api = await gitHub();
    await lint(pull, api, { inputs });
    const { body } = only(api.comments);
    expect([...body].length).toBeLessThanOrEqual(65_536);
    const section = body.slice(body.indexOf(title)).split("… and ");
    const shown = section[0]?.match(/^- \*\*error\*\* /gm)?.length ?? 0;
    const left = Number(/^[\d,]+(?= more, in \[the summary)/.exec(section[1] ?? "")?.[0].replace(",", ""));
    expect(shown).toBeGreaterThan(50);
    expect(shown + left).toBe(MANY);
  });

  test("the comment has room for all that is not known, by what would settle it", async () => {
    const api = await gitHub();
    await lint(pullRequest(good, crowded), api);
    const [, unknowns = ""] = only(api.comments).body.split("<summary>Not known");
    expect(unknowns).toContain("Settles [`account-hosted`]");
    expect(unknowns).not.toMatch(/… and [\d,]+ more/);
  });
});

describe.concurrent("names of people", () => {
  /** The organization does not know Jane any more. */
  const leaving = pullRequest(good, {
    [FILE]: site().replace("users: [{ email: jane@", "users: [{ email: john@"),
  });

  test.each<[what: string, checks: Checks]>([
    ["on a public repository", { isPublic: true }],
    ["on a private one, if the workflow says so", { inputs: { people: "mask" } }],
  ])("are masked %s, in the comment and all else", async (_, checks) => {
    const api = await gitHub();
    const step = await lint(leaving, api, checks);
    const { body } = only(api.comments);
    expect(body).toContain("operator-known-user");
    expect(body).toMatch(/Operator `person \d+`/);
    for (const told of [
      body,
      step.log,
      step.summary,
      JSON.stringify(step.report),
      JSON.stringify(step.sarif),
    ])
      expect(told).not.toMatch(/jane|john/i);
  });

  test("are shown on a private one", async () => {
    const api = await gitHub();
    await lint(leaving, api);
    expect(only(api.comments).body).toContain("Operator `jane`");
  });
});

const LIST = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const EDIT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";

function refused(request: "list" | "create" | "edit", answer: Omit<Fault, "method" | "path">): Fault {
  const methods = { list: "GET", create: "POST", edit: "PATCH" } as const;
  return { method: methods[request], path: request === "edit" ? EDIT : LIST, ...answer };
}

/** What the summary says in place of the comment. */
function excuse({ summary }: StepRun): string {
  return only(summary.split("\n").filter((line) => line.startsWith("No comment was written")));
}

function usedUp(): Record<string, string> {
  const inAnHour = Math.floor(Date.now() / 1000) + 3600;
  return { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(inAnHour) };
}

describe.concurrent("what keeps GitHub from taking the comment is told, and changes nothing else:", () => {
  const unhindered = {
    breaking: gitHub().then((api) => lint(breaking, api)),
    mending: gitHub().then((api) => lint(mending, api)),
  };
  const PERMISSION = "It takes the permission pull-requests: write";
  const READ_ONLY = `${PERMISSION}; a pull request from a fork or of Dependabot gets a token that can only read.`;

  test.each<[what: string, fault: Fault, told: string, checks?: Checks]>([
    [
      "a token that can only read",
      refused("create", { status: 403 }),
      `403: Resource not accessible by integration. ${PERMISSION}.`,
    ],
    [
      "a token that cannot even read",
      refused("list", { status: 403 }),
      `403: Resource not accessible by integration. ${PERMISSION}.`,
    ],
    ["the token of a fork", refused("create", { status: 403 }), READ_ONLY, { isFromFork: true }],
    [
      "the token of Dependabot",
      refused("create", { status: 403 }),
      READ_ONLY,
      { env: { GITHUB_ACTOR: "dependabot[bot]" } },
    ],
    [
      "a repository that the token does not see",
      refused("list", { status: 404 }),
      `404: Not Found. ${PERMISSION}.`,
    ],
    ["a text that GitHub does not take", refused("create", { status: 422 }), "422: Validation Failed."],
    [
      "a used-up limit",
      refused("create", { status: 403, headers: usedUp() }),
      "GitHub's API allows no more requests for now (403).",
    ],
    [
      "words that would be commands, or call people",
      refused("create", { status: 422, body: { message: "No, @acme/team <b>\n::error::forged" } }),
      "422: No, `@acme/team` \\<b\\>.",
    ],
  ])("%s", async (_, fault, told, checks) => {
    const api = await gitHub({ faults: [fault] });
    for (const [pull, exit] of [
      [breaking, 1],
      [mending, 0],
    ] as const) {
      const usual = await unhindered[pull === breaking ? "breaking" : "mending"];
      const step = await lint(pull, api, checks);
      expect(excuse(step)).toContain(told);
      expect(step.exit).toBe(exit);
      expect(step.summary.replace(`${excuse(step)}\n\n`, "")).toBe(usual.summary);
      expect(step.annotations).toEqual(usual.annotations);
      expect(countsOf(step)).toEqual(countsOf(usual));
    }
    expect(api.comments).toEqual([]);
  });

  function countsOf({ outputs }: StepRun) {
    return { ...outputs, "report-file": "", "sarif-file": "" };
  }

  test.each<[what: string, fault: Fault, told: string]>([
    [
      "a locked conversation",
      refused("create", {
        status: 403,
        body: { message: "Unable to create comment because issue is locked." },
      }),
      "issue is locked",
    ],
    [
      "an archived repository",
      refused("create", { status: 403, body: { message: "Repository was archived so is read-only." } }),
      "archived",
    ],
    ["a token that is none", refused("list", { status: 401 }), "Bad credentials"],
  ])("%s, without talk of a permission that is not to blame", async (_, fault, told) => {
    const step = await lint(breaking, await gitHub({ faults: [fault] }));
    expect(excuse(step)).toContain(told);
    expect(excuse(step)).not.toMatch(/pull-requests: write|\.\./);
  });
});

describe.concurrent("a server error", () => {
  test.each(["list", "edit"] as const)("that passes delays the comment (%s)", async (request) => {
    const { body, login, type } = await written();
    const faults = [refused(request, { status: 502, times: 1 })];
    const api = await gitHub({ comments: [{ issue: 7, body, login, type }], faults });
    const step = await lint(harmless, api);
    expect(only(api.comments).body).toContain("nothing new");
    expect(step.summary).not.toContain("No comment");
  });

  test("that lasts is told", async () => {
    const api = await gitHub({ faults: [refused("list", { status: 503 })] });
    const step = await lint(breaking, api);
    expect(excuse(step)).toContain("GitHub's API answered 503: Server Error.");
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed" } });
    expect(api.requests.length).toBeLessThanOrEqual(4);
  });

  test("that is a whole page is not quoted", async () => {
    const page = "<!DOCTYPE html>\n<html><title>Unicorn! · GitHub</title></html>";
    const step = await lint(
      breaking,
      await gitHub({ faults: [refused("create", { status: 502, body: page })] }),
    );
    expect(excuse(step)).toBe("No comment was written on the pull request: GitHub's API answered 502.");
  });

  test("to a first comment is not answered by a second one, as the first may stand there", async () => {
    const api = await gitHub({ faults: [refused("create", { status: 502, times: 1 })] });
    const step = await lint(breaking, api);
    expect(writes(api)).toHaveLength(1);
    expect(excuse(step)).toContain("GitHub's API answered 502");
    await lint(breaking, api);
    expect(api.comments).toHaveLength(1);
  });
});

describe.concurrent("a limit of requests", () => {
  test.each([403, 429])("that ends soon is waited for as long as GitHub asks (%i)", async (status) => {
    const faults = [refused("list", { status, headers: { "retry-after": "3" }, times: 1 })];
    const api = await gitHub({ faults });
    const moments = watch(api);
    const step = await lint(breaking, api);
    expect(api.comments).toHaveLength(1);
    expect(step.summary).not.toContain("No comment");
    const [first = 0, second = 0] = moments();
    expect(second - first).toBeGreaterThan(2_500);
  });

  test("that ends within a minute is waited for, though no answer is waited for so long", async () => {
    const faults = [refused("list", { status: 403, headers: { "retry-after": "35" }, times: 1 })];
    const api = await gitHub({ faults });
    const step = await lint(breaking, api);
    expect(api.comments).toHaveLength(1);
    expect(step.summary).not.toContain("No comment");
  });

  test.each<[what: string, status: number, headers: () => Record<string, string>]>([
    ["used up", 403, usedUp],
    ["used up", 429, usedUp],
    ["that asks for an hour", 403, () => ({ "retry-after": "3600" })],
    ["that asks for an hour", 429, () => ({ "retry-after": "3600" })],
  ])("%s is not waited for (%i)", async (_, status, headers) => {
    const api = await gitHub({ faults: [refused("list", { status, headers: headers() })] });
    const step = await lint(breaking, api);
    expect(api.requests).toHaveLength(1);
    expect(excuse(step)).toContain(`GitHub's API allows no more requests for now (${status}).`);
  });

  test.each([403, 429])("that does not end is left after two waits (%i)", async (status) => {
    const api = await gitHub({ faults: [refused("list", { status, headers: { "retry-after": "1" } })] });
    const step = await lint(breaking, api);
    expect(api.requests).toHaveLength(3);
    expect(excuse(step)).toContain(`GitHub's API allows no more requests for now (${status}).`);
  });
});

/** When each request came. */
function watch({ requests }: GitHubApi): () => number[] {
  const moments: number[] = [];
  const look = setInterval(() => {
    while (moments.length < requests.length) moments.push(Date.now());
  }, 10).unref();
  return () => {
    clearInterval(look);
    return moments;
  };
}

describe.concurrent("an API", () => {
  test("that cannot be reached is told, with why", async () => {
    const api = await gitHub();
    await api.close();
    const step = await lint(breaking, api);
    expect(excuse(step)).toContain("GitHub's API cannot be reached (ECONNREFUSED).");
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed" } });
  });

  test("in whose place somebody else answers is not called unreachable", async () => {
    const api = await gitHub({ faults: [refused("list", { status: 200, body: "<html>Log in</html>" })] });
    const step = await lint(breaking, api);
    expect(excuse(step)).not.toContain("cannot be reached");
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed" } });
  });

  test("that never answers is not waited for longer than a minute", { timeout: 120_000 }, async () => {
    const silent = createServer();
    await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
    const { port } = silent.address() as AddressInfo;
    const running = lintPullRequest(breaking, {
      inputs: { "github-token": TOKEN },
      env: { GITHUB_API_URL: `http://127.0.0.1:${port}` },
    });
    const step = await Promise.race([running, sleep(60_000)]);
    silent.close();
    silent.closeAllConnections();
    await running;
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed" } });
    expect(excuse(await running)).toContain("GitHub's API cannot be reached");
  });
});

describe.concurrent("nothing is asked of GitHub", () => {
  test("without a token, which is told", async () => {
    const api = await gitHub();
    const step = await lint(breaking, api, { inputs: { "github-token": "" } });
    expect(api.requests).toEqual([]);
    expect(step.summary).toContain(
      "There is no github-token, so no comment was written on the pull request.",
    );
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed" } });
  });

  test("where no comment is wanted", async () => {
    const api = await gitHub();
    const step = await lint(breaking, api, { inputs: { comment: "false" } });
    expect(api.requests).toEqual([]);
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed" } });
    expect(step.summary).not.toContain("omment");
  });

  test.each<[what: string, checks: Checks]>([
    ["of a push", { eventName: "push", ref: "refs/heads/main", payload: {} }],
    ["of a merge queue", { eventName: "merge_group", payload: { merge_group: { base_sha: breaking.base } } }],
    [
      "of a pull request that is closed",
      { payload: { ...(payloadOf(breaking) as object), action: "closed" } },
    ],
  ])("%s, which has nowhere to comment", async (_, checks) => {
    const api = await gitHub();
    const step = await lint(breaking, api, checks);
    expect(api.requests).toEqual([]);
    expect(step).toMatchObject({ exit: 1, outputs: { outcome: "failed" } });
    expect(step.summary).not.toContain("omment");
  });
});

test("the comment does not send people to a summary that the workflow leaves out", async () => {
  const api = await gitHub();
  await lint(breaking, api, { inputs: { summary: "false" } });
  expect(only(api.comments).body).toContain("https://github.com/acme/campaign/actions/runs/42");
  expect(only(api.comments).body).not.toMatch(/summary of the run/);
});
