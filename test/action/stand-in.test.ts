import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type GitHubApi, type GitHubSetUp, startGitHubApi } from "../support/github-api.js";

const TOKEN = "ghs_1234";
const NOWHERE = "0".repeat(40);
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const SARIF = '{"version":"2.1.0","runs":[]}';
const UPLOAD = { commit_sha: NOWHERE, ref: "refs/pull/7/merge", sarif: gzipSync(SARIF).toString("base64") };

let api: GitHubApi;
let gitDir: string;
/** `one`, then `two` upon it on main; `three` and `four` upon `one` on feature/ims; `alien` has no parent. */
let commits: Record<"one" | "two" | "three" | "four" | "alien", string>;

beforeAll(() => {
  gitDir = mkdtempSync(join(tmpdir(), "ims-lint-stand-in-"));
  git("init", "-q", "-b", "main");
  const one = commit("one", { "prod/serverConf.xml": "<serverConf/>\n", "näme with space.txt": "é\n" });
  const two = commit("two", { "prod/options.csv": "a;b\n", "bytes.bin": Buffer.from([0, 255, 10, 13]) });
  git("checkout", "-q", "-b", "feature/ims", one);
  const three = commit("three", { "qa/serverConf.xml": "<serverConf/>\n" });
  const four = commit("four", {});
  git("checkout", "-q", "--orphan", "alien");
  commits = { one, two, three, four, alien: commit("alien", {}) };
});

afterAll(() => rmSync(gitDir, { recursive: true }));
afterEach(async () => {
  vi.unstubAllEnvs();
  await api.close();
});

describe("refused and recorded is", () => {
  it.each<[what: string, request: string, body: unknown, mistake: string]>([
    ["an unknown path", "GET isues", undefined, "GitHub has no such path"],
    ["a wrong method", "PUT issues/1/comments", undefined, "GitHub has no PUT here, only GET, POST"],
    [
      "an unknown query parameter",
      "GET issues/1/comments?perpage=100",
      undefined,
      "query/perpage is no parameter of this operation",
    ],
    [
      "a query parameter of a wrong type",
      "GET issues/1/comments?page=a",
      undefined,
      "query/page must be integer",
    ],
    [
      "a query parameter given twice",
      "GET issues/1/comments?page=1&page=2",
      undefined,
      "query/page must be integer",
    ],
    [
      "a query parameter in a wrong format",
      "GET issues/1/comments?since=today",
      undefined,
      'query/since must match format "date-time"',
    ],
    ["a path of a wrong type", "GET issues/one/comments", undefined, "path/issue_number must be integer"],
    [
      "a slash in a segment",
      "GET git/blobs/prod%2FserverConf.xml",
      undefined,
      "path/file_sha must be one segment of the path",
    ],
    ["a path badly encoded", "GET git/blobs/%E4", undefined, "the path is not well percent-encoded"],
    ["a lack of a body", "POST issues/1/comments", undefined, "body is required"],
    ["a body without what it needs", "POST issues/1/comments", {}, "body must have required property 'body'"],
    ["a property of a wrong type", "POST issues/1/comments", { body: 1 }, "body/body must be string"],
    [
      "an unknown property",
      "POST issues/1/comments",
      { body: "", text: "" },
      "body/text is no property of this operation",
    ],
    [
      "an unknown property deep inside",
      "POST git/trees",
      { tree: [{ path: "a", name: "a" }] },
      "body/tree/0/name is no property of this operation",
    ],
    [
      "a property that is ruled out",
      "POST code-scanning/sarifs",
      { ...UPLOAD, category: "a" },
      'body must NOT have additional properties ("category")',
    ],
    [
      "a value that does not fit its pattern",
      "POST code-scanning/sarifs",
      { ...UPLOAD, ref: "main" },
      'body/ref must match pattern "^refs/(heads|tags|pull)/.*$"',
    ],
    [
      "a SARIF file that is not packed",
      "POST code-scanning/sarifs",
      { ...UPLOAD, sarif: btoa(SARIF) },
      "body/sarif must be JSON, compressed by gzip, in base64",
    ],
    ["a body where none belongs", "DELETE issues/comments/1", {}, "body is none of this operation's"],
  ])("%s", async (_, asked, body, mistake) => {
    await start();
    const [method, path] = asked.split(" ");
    expect((await ask(asked, { body })).status).toBe(400);
    expect(api.violations).toEqual([
      `${method} /repos/acme/campaign/${path?.replace(/\?.*/, "")}: ${mistake}`,
    ]);
    expect([api.requests.length, api.comments, api.uploads]).toEqual([1, [], []]);
  });

  it.each<[what: string, headers: Record<string, string>, body: string, mistake: string]>([
    ["a body that is no JSON", {}, "{", "body must be object"],
    [
      "another media type",
      { "content-type": "text/plain" },
      "{}",
      "content-type is text/plain, not application/json",
    ],
    [
      "another token",
      { authorization: "token ghs_4321" },
      '{"body":""}',
      'authorization is neither "token" nor "Bearer" with the token that was given out',
    ],
  ])("%s", async (_, headers, body, mistake) => {
    await start();
    const refused = await fetch(`${api.url}/repos/acme/campaign/issues/1/comments`, {
      method: "POST",
      headers: { authorization: `token ${TOKEN}`, "content-type": "application/json", ...headers },
      body,
    });
    expect([refused.status, await refused.json()]).toEqual([400, { message: mistake }]);
    expect(api.violations).toEqual([`POST /repos/acme/campaign/issues/1/comments: ${mistake}`]);
  });

  it("a request without the headers GitHub asks for, at another host", async () => {
    await start();
    const { port } = new URL(api.url);
    const path = "/repos/acme/campaign/issues/1/comments";
    const status = await new Promise((answered) => {
      request({ port, host: "127.0.0.1", path, headers: { host: "github.example.com" } }, (response) =>
        answered(response.resume().statusCode),
      ).end();
    });
    expect(status).toBe(400);
    expect(api.violations.map((violation) => violation.replace(`GET ${path}: `, ""))).toEqual([
      `host is github.example.com, not 127.0.0.1:${port}`,
      "accept is missing",
      "user-agent is missing",
      "authorization is missing",
    ]);
  });

  it("a sound request that the stand-in has no answer to", async () => {
    await start();
    expect((await ask("GET labels")).status).toBe(500);
    expect(api.violations).toEqual([expect.stringMatching(/^stand-in: GET .*not among the operations/)]);
  });

  it("an answer of its own that does not fit", async () => {
    await start({ comments: [{ issue: 1, body: "", authorAssociation: "STRANGER" }] });
    expect((await ask("GET issues/1/comments")).status).toBe(500);
    expect(api.violations).toEqual([
      expect.stringMatching(
        /^stand-in: GET .*200\/0\/author_association must be equal to one of the allowed/,
      ),
    ]);
  });

  it("a fault of an operation that GitHub does not have", async () => {
    await start();
    const fault = { method: "GET", path: "/repos/{owner}/{repo}/issues/{number}/comments", status: 500 };
    await expect(start({ faults: [fault] })).rejects.toThrow("GitHub has no GET");
  });
});

describe("from the git repository comes", () => {
  it("a commit", async () => {
    await start({ gitDir });
    const response = await ask(`GET git/commits/${commits.two}`);
    expect(await response.json()).toMatchObject({
      sha: commits.two,
      tree: { sha: git("rev-parse", `${commits.two}^{tree}`) },
      parents: [{ sha: commits.one, url: `${api.url}/repos/acme/campaign/git/commits/${commits.one}` }],
      author: { name: "Ada", email: "ada@example.com", date: "2026-11-20T12:00:00Z" },
      message: "two\n\nIts reason.",
    });
    expect(response.headers.get("x-ratelimit-limit")).toBe("1000");
    expect(response.headers.get("x-ratelimit-remaining")).toBe("999");
    expect(Number(response.headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000);
    expect(api.violations).toEqual([]);
  });

  it("a commit of this repository, whichever one git is told of", async () => {
    vi.stubEnv("GIT_DIR", "/nowhere");
    await start({ gitDir });
    expect(await told(`GET git/commits/${commits.one}`)).toMatchObject({ sha: commits.one, parents: [] });
  });

  it("a tree, all of it, by the id of a tree or a commit or by a branch's name", async () => {
    await start({ gitDir });
    const id = git("rev-parse", "main^{tree}");
    for (const [name, sha] of [
      [id, id] as const,
      [commits.two, commits.two] as const,
      ["main", commits.two] as const,
    ]) {
      const answer = await told<Tree>(`GET git/trees/${name}?recursive=1`);
      expect([answer.sha, answer.truncated]).toEqual([sha, false]);
      expect(answer.tree.map(({ path, type, size }) => [path, type, size])).toEqual([
        ["bytes.bin", "blob", 4],
        ["näme with space.txt", "blob", 3],
        ["prod", "tree", undefined],
        ["prod/options.csv", "blob", 4],
        ["prod/serverConf.xml", "blob", 14],
      ]);
    }
    expect(api.violations).toEqual([]);
  });

  it("a tree, its uppermost level, by a branch's name with a slash", async () => {
    await start({ gitDir });
    for (const name of ["feature/ims", "feature%2Fims"]) {
      const { tree } = await told<Tree>(`GET git/trees/${name}`);
      expect(tree.map(({ path }) => path)).toEqual(["näme with space.txt", "prod", "qa"]);
    }
    expect(api.violations).toEqual([]);
  });

  it("a tree cut at a limit", async () => {
    await start({ gitDir, treeLimit: 2 });
    const { tree, truncated } = await told<Tree>(`GET git/trees/${commits.two}?recursive=1`);
    expect([tree.length, truncated]).toEqual([2, true]);
  });

  it("a blob, in base64 or as it is", async () => {
    await start({ gitDir });
    const path = `GET git/blobs/${git("rev-parse", "main:bytes.bin")}`;
    expect(await told(path)).toMatchObject({ encoding: "base64", size: 4, content: "AP8KDQ==\n" });
    for (const form of ["raw+json", "v3.raw", "raw", "v3.raw+json"]) {
      const accept = `application/vnd.github.${form}`;
      const response = await ask(path, { headers: { accept } });
      expect(response.headers.get("content-type")).toBe(`${accept}; charset=utf-8`);
      expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 10, 13]);
    }
    expect(api.violations).toEqual([]);
  });

  it("what two commits have in common", async () => {
    await start({ gitDir });
    const { one, two, three, four } = commits;
    const forked = await ask(`GET compare/${two}...feature/ims?per_page=1`);
    expect(forked.headers.get("link")).toMatch(/per_page=1&page=2>; rel="next"/);
    expect(await forked.json()).toMatchObject({
      ...{ status: "diverged", ahead_by: 2, behind_by: 1, total_commits: 2 },
      ...{ base_commit: { sha: two }, merge_base_commit: { sha: one }, commits: [{ sha: three }] },
    });
    const whole = { ahead_by: 2, commits: [{ sha: three }, { sha: four }] };
    expect(await told(`GET compare/${two}...${four}`)).toMatchObject(whole);
    expect(await told(`GET compare/${one}...${two}`)).toMatchObject({
      status: "ahead",
      commits: [{ sha: two }],
    });
    expect(await told(`GET compare/${one}...main?page=2`)).toMatchObject({ ahead_by: 1, commits: [] });
    expect(await told(`GET compare/${two}...${one}`)).toMatchObject({ status: "behind", commits: [] });
    expect(await told(`GET compare/${two}...main`)).toMatchObject({ status: "identical", commits: [] });
    expect(api.violations).toEqual([]);
  });

  it.each<[what: string, path: () => string, status: number, message: string]>([
    ["a commit that is not there", () => `git/commits/${NOWHERE}`, 404, "Not Found"],
    ["a commit by a short id", () => `git/commits/${commits.one.slice(0, 8)}`, 404, "Not Found"],
    ["a tree that is not there", () => `git/trees/${NOWHERE}`, 404, "Not Found"],
    ["a tree by a revision that is no name", () => "git/trees/main~1", 404, "Not Found"],
    ["a blob that is not there", () => `git/blobs/${NOWHERE}`, 404, "Not Found"],
    ["a blob that is a commit", () => `git/blobs/${commits.one}`, 404, "Not Found"],
    [
      "a blob by a name",
      () => "git/blobs/main",
      422,
      "The sha parameter must be exactly 40 characters and contain only [0-9a-f].",
    ],
    ["a comparison with what is not there", () => `compare/main...${NOWHERE}`, 404, "Not Found"],
    [
      "a comparison of strangers",
      () => "compare/main...alien",
      404,
      "No common ancestor between main and alien.",
    ],
  ])("no answer but a refusal in GitHub's form to %s", async (_, path, status, message) => {
    await start({ gitDir });
    const response = await ask(`GET ${path()}`);
    expect(response.status).toBe(status);
    const documentation_url = expect.stringMatching(/^https:\/\/docs\.github\.com\/rest\//);
    expect(await response.json()).toEqual({ message, documentation_url, status: String(status) });
    expect(api.violations).toEqual([]);
  });

  it("nothing, where it is empty or another one", async () => {
    await start();
    expect((await ask("GET git/trees/main")).status).toBe(409);
    expect((await ask("GET /repos/acme/other/git/trees/main")).status).toBe(404);
    expect((await ask("POST /repos/acme/other/issues/1/comments", { body: { body: "" } })).status).toBe(404);
    expect([api.comments, api.violations]).toEqual([[], []]);
  });
});

describe("comments", () => {
  it("are created as the workflow's bot, edited and listed", async () => {
    await start({ comments: [{ issue: 7, body: "First.", login: "ada", authorAssociation: "OWNER" }] });
    const created = await ask("POST issues/7/comments", { body: { body: "Second." } });
    expect(created.status).toBe(201);
    const second = await json<Listed>(created);
    const bot = { user: { login: "github-actions[bot]", type: "Bot" }, author_association: "NONE" };
    expect(second).toMatchObject({ ...bot, body: "Second.", url: created.headers.get("location") });
    const edit = await told(`PATCH issues/comments/${second.id}`, { body: { body: "Changed." } });
    expect(edit).toMatchObject({ ...bot, id: second.id, body: "Changed." });
    expect(await told("GET issues/7/comments")).toMatchObject([
      { body: "First.", user: { login: "ada", type: "User" }, author_association: "OWNER" },
      { body: "Changed." },
    ]);
    expect(await told("GET issues/8/comments")).toEqual([]);
    expect((await ask("PATCH issues/comments/1", { body: { body: "" } })).status).toBe(404);
    expect(api.comments).toMatchObject([
      { issue: 7, login: "ada", body: "First." },
      { issue: 7, login: "github-actions[bot]", body: "Changed." },
    ]);
    expect(api.violations).toEqual([]);
  });

  it("are listed by pages that lead to one another", async () => {
    await start({ comments: Array.from({ length: 65 }, (_, at) => ({ issue: 7, body: `${at}` })) });
    const pages: [bodies: string[], rels: string[]][] = [];
    let next: string | undefined = "/repos/acme/campaign/issues/7/comments";
    while (next !== undefined) {
      const response = await ask(`GET ${next}`);
      const links = [...(response.headers.get("link") ?? "").matchAll(/<([^>]+)>; rel="(\w+)"/g)];
      const listed = await json<Listed[]>(response);
      pages.push([listed.map(({ body }) => body), links.map(([, , rel = ""]) => rel)]);
      next = links.find(([, , rel]) => rel === "next")?.[1]?.replace(api.url, "");
    }
    expect(pages.map(([bodies, rels]) => [bodies.length, rels.join()])).toEqual([
      [30, "next,last"],
      [30, "prev,next,last,first"],
      [5, "prev,first"],
    ]);
    expect(new Set(pages.flatMap(([bodies]) => bodies)).size).toBe(65);
    const whole = await ask("GET issues/7/comments?per_page=100&page=1");
    expect([whole.headers.get("link"), (await json<Listed[]>(whole)).length]).toEqual([null, 65]);
    expect(api.violations).toEqual([]);
  });

  it("are listed from a moment on", async () => {
    const moments = ["2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"];
    await start({ comments: moments.map((updatedAt) => ({ issue: 7, body: "", updatedAt })) });
    const listed = await told<Listed[]>("GET issues/7/comments?since=2026-11-02T00:00:00Z");
    expect(listed.map(({ updated_at }) => updated_at)).toEqual(["2026-11-02T00:00:00Z"]);
  });

  it("take 65,536 characters and no more", async () => {
    await start();
    const full = await ask("POST issues/7/comments", { body: { body: "😀".repeat(65_536) } });
    expect(full.status).toBe(201);
    const { id } = await json<Listed>(full);
    for (const operation of ["POST issues/7/comments", `PATCH issues/comments/${id}`]) {
      const refused = await ask(operation, { body: { body: "x".repeat(65_537) } });
      expect(refused.status).toBe(422);
      const message = expect.stringMatching(/^body is too long \(maximum is 65536 characters\)$/i);
      expect(await refused.json()).toMatchObject({ message: "Validation Failed", errors: [{ message }] });
    }
    expect(api.comments.map(({ body }) => body.length)).toEqual([2 * 65_536]);
    expect(api.violations).toEqual([]);
  });
});

describe("a SARIF file", () => {
  it("is kept unpacked, and processed after some polls", async () => {
    await start({ processing: { polls: 2 } });
    const response = await ask("POST code-scanning/sarifs", { body: { ...UPLOAD, tool_name: "ims-lint" } });
    expect(response.status).toBe(202);
    const { id, url } = await json<{ id: string; url: string }>(response);
    expect(api.uploads).toEqual([{ ...UPLOAD, tool_name: "ims-lint", id, sarif: SARIF }]);
    const poll = `GET ${new URL(url).pathname}`;
    for (const processing_status of ["pending", "pending", "complete", "complete"])
      expect(await told(poll)).toMatchObject({ processing_status });
    expect((await ask("GET code-scanning/sarifs/none")).status).toBe(404);
    expect(api.violations).toEqual([]);
  });

  it("may fail", async () => {
    await start({ processing: { status: "failed", errors: ["too many runs"] } });
    const { id } = await json<{ id: string }>(await ask("POST code-scanning/sarifs", { body: UPLOAD }));
    const failure = { processing_status: "failed", errors: ["too many runs"] };
    expect(await told(`GET code-scanning/sarifs/${id}`)).toMatchObject(failure);
    expect(api.violations).toEqual([]);
  });
});

describe("a fault", () => {
  it("comes as often as it is told, with the headers it is given", async () => {
    const headers = { "Retry-After": "1", "X-RateLimit-Remaining": "7" };
    await start({ faults: [{ method: "GET", path: COMMENTS, status: 503, headers, times: 2 }] });
    const failed = await ask("GET issues/7/comments");
    expect([failed.status, failed.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(failed.headers.get("x-ratelimit-remaining")).toBe("7");
    expect((await ask("POST issues/7/comments", { body: { body: "" } })).status).toBe(201);
    expect((await ask("GET issues/7/comments")).status).toBe(503);
    expect((await ask("GET issues/7/comments")).status).toBe(200);
    expect(api.violations).toEqual([]);
  });

  it("does not hide that a request was wrong", async () => {
    await start({ faults: [{ method: "GET", path: COMMENTS, status: 503 }] });
    expect((await ask("GET issues/7/comments?perpage=1")).status).toBe(400);
    expect(api.violations).toHaveLength(1);
  });

  it.each<[status: number, headers: Record<string, string>, message: string]>([
    [401, {}, "Bad credentials"],
    [403, {}, "Resource not accessible by integration"],
    [403, { "retry-after": "1" }, "You have exceeded a secondary rate limit."],
    [403, { "x-ratelimit-remaining": "0" }, "API rate limit exceeded"],
    [404, {}, "Not Found"],
    [422, {}, "Validation Failed"],
    [429, {}, "You have exceeded a secondary rate limit."],
    [502, {}, "Server Error"],
  ])("says what GitHub says at %i with headers %j", async (status, headers, message) => {
    await start({ faults: [{ method: "GET", path: COMMENTS, status, headers }] });
    const failed = await ask("GET issues/7/comments");
    expect(failed.status).toBe(status);
    const said = { message: expect.stringContaining(message), status: String(status) };
    expect(await failed.json()).toMatchObject(said);
  });

  it("may bring a body of its own", async () => {
    const fault = { method: "GET", path: COMMENTS, status: 502, times: 1 };
    await start({
      faults: [
        { ...fault, body: "<h1>Unicorn</h1>" },
        { ...fault, body: { message: "Busy" } },
      ],
    });
    const page = await ask("GET issues/7/comments");
    expect([page.headers.get("content-type"), await page.text()]).toEqual(["text/html", "<h1>Unicorn</h1>"]);
    expect(await (await ask("GET issues/7/comments")).json()).toEqual({ message: "Busy" });
  });
});

it("every request is kept as it came, in order", async () => {
  await start();
  await ask("GET git/trees/feature%2Fims?recursive=1");
  await ask("POST issues/7/comments", { body: { body: "Hello." } });
  await ask("GET commits/main/status");
  await ask("GET /nowhere");
  expect(api.requests).toMatchObject([
    {
      method: "GET",
      path: "/repos/acme/campaign/git/trees/feature%2Fims",
      template: "/repos/{owner}/{repo}/git/trees/{tree_sha}",
      parameters: { owner: "acme", repo: "campaign", tree_sha: "feature/ims" },
      query: { recursive: "1" },
      headers: { authorization: `Bearer ${TOKEN}` },
    },
    { method: "POST", template: COMMENTS, body: { body: "Hello." } },
    { template: "/repos/{owner}/{repo}/commits/{ref}/status", parameters: { ref: "main" } },
    { path: "/nowhere", template: undefined },
  ]);
});

interface Tree {
  readonly sha: string;
  readonly truncated: boolean;
  readonly tree: readonly { readonly path: string; readonly type: string; readonly size?: number }[];
}

interface Listed {
  readonly id: number;
  readonly body: string;
  readonly updated_at: string;
}

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function start(setUp: Partial<GitHubSetUp> = {}): Promise<void> {
  api = await startGitHubApi({ repository: "acme/campaign", token: TOKEN, ...setUp });
}

/** Sends a request such as "GET issues/1/comments": of the repository, unless its path is absolute. */
function ask(what: string, { headers = {}, body }: Sent = {}): Promise<Response> {
  const [method = "", path = ""] = what.split(" ");
  return fetch(api.url + (path.startsWith("/") ? path : `/repos/acme/campaign/${path}`), {
    method,
    headers: {
      authorization: `Bearer ${TOKEN}`,
      "content-type": "application/json; charset=utf-8",
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function told<T>(what: string, sent: Sent = {}): Promise<T> {
  const response = await ask(what, sent);
  expect(response.status).toBe(200);
  return json(response);
}

async function json<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

function commit(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(gitDir, path)), { recursive: true });
    writeFileSync(join(gitDir, path), content);
  }
  git("add", "--all");
  git("commit", "-q", "--allow-empty", "-m", `${name}\n\nIts reason.`);
  return git("rev-parse", "HEAD");
}

function git(...argv: readonly string[]): string {
  const [name, email, date] = ["Ada", "ada@example.com", "2026-11-20T12:00:00Z"];
  const author = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date };
  const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
  const env = { PATH: process.env.PATH, ...author, ...committer };
  return execFileSync("git", ["-C", gitDir, ...argv], { env })
    .toString()
    .trim();
}
