import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { Comment, Fault, GitHubRequest, GitHubSetUp, SeedComment, Upload } from "./github-api.js";

/** What the stand-in of GitHub's API knows of the operations that it plays. */

export const ENDPOINTS: Readonly<
  Record<string, (github: GitHub, request: GitHubRequest) => Answer | Refusal>
> = {
  "GET /git/commits/{commit_sha}": (github, { parameters: { commit_sha = "" } }) => {
    if (objectId(github, commit_sha, "commit") !== commit_sha) return NOT_FOUND;
    const { commit, ...about } = commitAnswer(github, commit_sha, "git/commits");
    const { sha, node_id, url, html_url, parents } = about;
    const { author, committer, tree, message, verification } = commit;
    return ok({ sha, node_id, url, html_url, author, committer, tree, message, parents, verification });
  },

  "GET /git/trees/{tree_sha}": (github, { parameters: { tree_sha = "" }, query }) => {
    const tree = objectId(github, tree_sha, "tree");
    if (tree === undefined) return NOT_FOUND;
    // Any value makes it recursive, "0" and "false" too.
    const depth = query.recursive === undefined ? [] : ["-r", "-t"];
    const listed = git(github, "ls-tree", "-z", "-l", ...depth, tree)
      .toString()
      .split("\0")
      .slice(0, -1);
    const entries = listed.map((entry) => {
      const [, mode, type, sha, size, path] = /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(entry) ?? [];
      // A submodule's commit is none of this repository's, so it has no address.
      if (type === "commit") return { path, mode, type, sha };
      const url = `${apiUrl(github)}/git/${type}s/${sha}`;
      return { path, mode, type, sha, ...(type === "blob" && { size: Number(size) }), url };
    });
    const limit = github.treeLimit ?? 100_000;
    // Asked by a commit, GitHub answers with the commit's id: https://github.com/cscheid/rgithub/issues/43
    const sha = objectId(github, tree_sha, "object");
    const about = { sha, url: `${apiUrl(github)}/git/trees/${sha}`, truncated: entries.length > limit };
    return ok({ ...about, tree: entries.slice(0, limit) });
  },

  "GET /git/blobs/{file_sha}": (github, { parameters: { file_sha: sha = "" }, headers }) => {
    const form = "The sha parameter must be exactly 40 characters and contain only [0-9a-f].";
    if (!/^[0-9a-f]{40}$/.test(sha)) return { status: 422, refusal: form };
    if (objectId(github, sha, "blob") === undefined) return NOT_FOUND;
    const content = git(github, "cat-file", "blob", sha);
    const raw = /application\/vnd\.github\.(?:v3\.)?raw(?:\+json)?(?![\w+.])/.exec(headers.accept ?? "");
    if (raw) return ok(content, { "content-type": `${raw[0]}; charset=utf-8` });
    const about = { sha, node_id: nodeId("Blob", sha), url: `${apiUrl(github)}/git/blobs/${sha}` };
    const base64 = content.toString("base64").replaceAll(/.{1,60}/g, "$&\n");
    return ok({ ...about, size: content.length, content: base64, encoding: "base64" });
  },

  // Without `files`, which GitHub adds to the first page.
  "GET /compare/{basehead}": (github, request) => {
    const { basehead = "" } = request.parameters;
    const [, from = "", to = ""] = /^(.+?)\.\.\.(.+)$/.exec(basehead) ?? [];
    const base = objectId(github, from, "commit");
    const head = objectId(github, to, "commit");
    if (base === undefined || head === undefined) return NOT_FOUND;
    const fork = gitLine(github, "merge-base", base, head);
    if (!fork) return { status: 404, refusal: `No common ancestor between ${from} and ${to}.` };
    const [ahead, behind] = [commitsSince(github, base, head), commitsSince(github, head, base)];
    const way = ahead.length === 0 ? "behind" : behind.length === 0 ? "ahead" : "diverged";
    // Not asked for pages, GitHub tells of the last 250.
    const paged = "page" in request.query || "per_page" in request.query;
    const { shown, headers } = paged
      ? pageOf(github, request, ahead)
      : { shown: ahead.slice(-250), headers: {} };
    const html = `https://github.com/${github.repository}/compare/${basehead}`;
    const body = {
      url: `${apiUrl(github)}/compare/${basehead}`,
      ...{ html_url: html, permalink_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` },
      base_commit: commitAnswer(github, base),
      merge_base_commit: commitAnswer(github, fork),
      status: base === head ? "identical" : way,
      ...{ ahead_by: ahead.length, behind_by: behind.length, total_commits: ahead.length },
      commits: shown.map((sha) => commitAnswer(github, sha)),
    };
    return ok(body, headers);
  },

  "GET /issues/{issue_number}/comments": (github, request) => {
    const since = Date.parse(request.query.since ?? "1970-01-01");
    const all = github.comments
      .filter(({ issue }) => issue === Number(request.parameters.issue_number))
      .filter(({ updatedAt }) => Date.parse(updatedAt) >= since);
    const { shown, headers } = pageOf(github, request, all);
    return ok(
      shown.map((comment) => commentAnswer(github, comment)),
      headers,
    );
  },

  "POST /issues/{issue_number}/comments": (github, { parameters, body }) => {
    const written = body as Pick<Comment, "body">; // The description has been asked.
    if (isTooLong(written)) return tooLong({ code: "unprocessable", field: "data", subject: "Body" });
    const bot = { login: "github-actions[bot]", type: "Bot" } as const;
    const comment = addComment(github, { ...written, ...bot, issue: Number(parameters.issue_number) });
    const answer = commentAnswer(github, comment);
    return { status: 201, body: answer, headers: { location: answer.url } };
  },

  "PATCH /issues/comments/{comment_id}": (github, { parameters, body }) => {
    const written = body as Pick<Comment, "body">; // The description has been asked.
    const at = github.comments.findIndex(({ id }) => id === Number(parameters.comment_id));
    const comment = github.comments[at];
    if (!comment) return NOT_FOUND;
    if (isTooLong(written)) return tooLong({ code: "custom", field: "body", subject: "body" });
    const edited = { ...comment, ...written, updatedAt: timestamp(Date.now()) };
    github.comments[at] = edited;
    return ok(commentAnswer(github, edited));
  },

  "POST /code-scanning/sarifs": (github, { method, path, body }) => {
    const upload = body as Omit<Upload, "id">; // The description has been asked.
    const sarif = unpacked(upload.sarif);
    if (sarif === undefined) {
      github.violations.push(`${method} ${path}: body/sarif must be JSON, compressed by gzip, in base64`);
      return { status: 400, refusal: "sarif is invalid" };
    }
    const id = randomUUID();
    github.uploads.push({ ...upload, id, sarif });
    return { status: 202, body: { id, url: `${apiUrl(github)}/code-scanning/sarifs/${id}` } };
  },

  "GET /code-scanning/sarifs/{sarif_id}": (github, { parameters: { sarif_id = "" } }) => {
    if (!github.uploads.some(({ id }) => id === sarif_id)) return NOT_FOUND;
    const { polls = 0, status = "complete", errors } = github.processing ?? {};
    const polled = github.polls.get(sarif_id) ?? 0;
    github.polls.set(sarif_id, polled + 1);
    if (polled < polls) return ok({ processing_status: "pending" });
    const analyses_url = `${apiUrl(github)}/code-scanning/analyses?sarif_id=${sarif_id}`;
    return ok({ processing_status: status, analyses_url, ...(errors && { errors }) });
  },
};

function commitAnswer(github: GitHub, sha: string, place = "commits") {
  const format = ["%T", "%P", "%an", "%ae", "%at", "%cn", "%ce", "%ct", "%B"].join("%x00");
  const fields = git(github, "log", "-1", `--format=${format}`, sha).toString().split("\0");
  const [tree, parents = "", name, email, writtenAt, by, byEmail, committedAt, message = ""] = fields;
  const api = apiUrl(github);
  const html = `https://github.com/${github.repository}/commit`;
  const address = (id: string) => ({ sha: id, url: `${api}/${place}/${id}`, html_url: `${html}/${id}` });
  return {
    ...address(sha),
    node_id: nodeId("Commit", sha),
    comments_url: `${api}/commits/${sha}/comments`,
    commit: {
      url: `${api}/git/commits/${sha}`,
      author: { name, email, date: timestamp(Number(writtenAt) * 1000) },
      committer: { name: by, email: byEmail, date: timestamp(Number(committedAt) * 1000) },
      message: message.trimEnd(),
      comment_count: 0,
      tree: { sha: tree, url: `${api}/git/trees/${tree}` },
      verification: UNSIGNED,
    },
    // Their accounts: neither has one.
    ...{ author: null, committer: null },
    parents: parents.split(" ").filter(Boolean).map(address),
  };
}

function commentAnswer(github: GitHub, comment: Comment) {
  const { id, issue, body, login, type, authorAssociation, createdAt, updatedAt } = comment;
  const user = `${github.url}/users/${encodeURIComponent(login)}`;
  return {
    id,
    node_id: nodeId("IssueComment", String(id)),
    url: `${apiUrl(github)}/issues/comments/${id}`,
    html_url: `https://github.com/${github.repository}/issues/${issue}#issuecomment-${id}`,
    issue_url: `${apiUrl(github)}/issues/${issue}`,
    body,
    user: {
      ...{ login, type, id: type === "Bot" ? 41898282 : 583231, node_id: nodeId("User", login) },
      ...{ site_admin: false, gravatar_id: "", avatar_url: "https://avatars.githubusercontent.com/u/1" },
      url: user,
      html_url: `https://github.com/${encodeURIComponent(login)}`,
      followers_url: `${user}/followers`,
      following_url: `${user}/following{/other_user}`,
      gists_url: `${user}/gists{/gist_id}`,
      starred_url: `${user}/starred{/owner}{/repo}`,
      subscriptions_url: `${user}/subscriptions`,
      organizations_url: `${user}/orgs`,
      repos_url: `${user}/repos`,
      events_url: `${user}/events{/privacy}`,
      received_events_url: `${user}/received_events`,
    },
    ...{ created_at: createdAt, updated_at: updatedAt, author_association: authorAssociation },
    performed_via_github_app: null,
  };
}

export function addComment({ comments }: GitHub, written: SeedComment): Comment {
  const now = timestamp(Date.now());
  const by = { login: "octocat", type: "User", authorAssociation: "NONE" } as const;
  const comment = { id: 1_000_001 + comments.length, ...by, createdAt: now, updatedAt: now, ...written };
  comments.push(comment);
  return comment;
}

// In code points, as Ruby, in which GitHub is written, counts.
function isTooLong({ body }: Pick<Comment, "body">): boolean {
  return [...body].length > 65_536;
}

/** New and edited comments are refused in different words: https://github.com/suzuki-shunsuke/github-comment/issues/124 */
function tooLong({ subject, ...error }: { code: string; field: string; subject: string }): Refusal {
  const message = `${subject} is too long (maximum is 65536 characters)`;
  return {
    status: 422,
    refusal: "Validation Failed",
    errors: [{ resource: "IssueComment", ...error, message }],
  };
}

/** A page of a list, and the way to the others, in which GitHub calls the repository by its number. */
function pageOf<T>({ url }: GitHub, { path, query }: GitHubRequest, all: readonly T[]) {
  const size = Math.min(Math.max(Number(query.per_page ?? 30), 1), 100);
  const page = Math.max(Number(query.page ?? 1), 1);
  const last = Math.ceil(all.length / size);
  const here = url + path.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${NUMBER}`);
  const link = (rel: string, to: number) =>
    `<${here}?${new URLSearchParams({ ...query, page: String(to) })}>; rel="${rel}"`;
  const back = page > 1 ? [link("prev", page - 1)] : [];
  const on = page < last ? [link("next", page + 1), link("last", last)] : [];
  const links = [...back, ...on, ...(page > 1 ? [link("first", 1)] : [])];
  const headers: Record<string, string> = links.length > 0 ? { link: links.join(", ") } : {};
  return { shown: all.slice((page - 1) * size, page * size), headers };
}

function objectId(github: GitHub, name: string, type: "commit" | "tree" | "blob" | "object") {
  // No name, though git takes it for a revision: main~1, @{1}.
  if (/^-|\.\.|@\{|[\s~^:?*[\\]/.test(name) || github.gitDir === undefined) return undefined;
  return gitLine(github, "rev-parse", "--verify", "--quiet", `${name}^{${type}}`);
}

function commitsSince(github: GitHub, base: string, head: string): string[] {
  return git(github, "rev-list", "--reverse", `${base}..${head}`).toString().split("\n").filter(Boolean);
}

/** What git answers in one line; undefined where it has no answer. */
function gitLine(github: GitHub, ...argv: readonly string[]): string | undefined {
  try {
    return git(github, ...argv)
      .toString()
      .trim();
  } catch (error) {
    // Git's own way to say no; anything louder is a mistake of the test's.
    if (error instanceof Error && "status" in error && error.status === 1) return undefined;
    throw error;
  }
}

function git({ gitDir = "" }: GitHub, ...argv: readonly string[]): Buffer {
  // Nothing of the surroundings: a hook, under which tests may run, sets GIT_DIR.
  const env = { PATH: process.env.PATH };
  return execFileSync("git", ["-C", gitDir, ...argv], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 2 ** 30,
  });
}

function unpacked(packed: string): string | undefined {
  try {
    const sarif = gunzipSync(Buffer.from(packed, "base64")).toString();
    JSON.parse(sarif);
    return sarif;
  } catch {
    return undefined;
  }
}

function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, body, headers };
}

function apiUrl({ url, repository }: GitHub): string {
  return `${url}/repos/${repository}`;
}

function nodeId(kind: string, id: string): string {
  return Buffer.from(`${kind}:${id}`).toString("base64url");
}

function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, "");
}

export const NUMBER = 1296269;
export const NOT_FOUND: Refusal = { status: 404, refusal: "Not Found" };
const UNSIGNED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

export interface GitHub extends Omit<GitHubSetUp, "comments"> {
  readonly host: string;
  readonly url: string;
  readonly rateResetAt: number;
  readonly requests: GitHubRequest[];
  readonly violations: string[];
  readonly comments: Comment[];
  readonly uploads: Upload[];
  /** How often the processing of an upload was asked for. */
  readonly polls: Map<string, number>;
  readonly failing: { readonly fault: Fault; left: number }[];
}

export interface Answer {
  readonly status: number;
  /** A buffer or a string goes out as it is, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Refusal {
  readonly status: number;
  readonly refusal: string;
  readonly errors?: readonly unknown[];
  readonly headers?: Readonly<Record<string, string>>;
}
