import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import { text } from "node:stream/consumers";
import {
  type Answer,
  addComment,
  ENDPOINTS,
  type GitHub,
  NOT_FOUND,
  NUMBER,
  type Refusal,
} from "./github-endpoints.js";
import { answerMistakes, type Call, findCall, hasOperation, requestMistakes } from "./openapi.js";

export interface GitHubSetUp {
  /** The one repository there is: "acme/campaign". */
  readonly repository: string;
  readonly token: string;
  /** A work tree or bare repository that holds its objects; without it the repository is empty. */
  readonly gitDir?: string;
  /** Entries after which a tree is cut and `truncated`. GitHub's own limit is 100,000. */
  readonly treeLimit?: number;
  /** What has been written already; by "octocat", a user without part in the repository, unless told. */
  readonly comments?: readonly SeedComment[];
  /** How an uploaded SARIF file fares, once so many polls have found it pending: none, unless told. */
  readonly processing?: {
    readonly polls?: number;
    readonly status?: "complete" | "failed";
    readonly errors?: readonly string[];
  };
  readonly faults?: readonly Fault[];
}

/** An answer that a sound request gets in place of its ordinary one. */
export interface Fault {
  readonly method: string;
  /** The path's template in GitHub's description: "/repos/{owner}/{repo}/issues/{issue_number}/comments". */
  readonly path: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string goes out as HTML, anything else as JSON; without it, what GitHub usually says at the status. */
  readonly body?: unknown;
  /** How often; always, unless told. */
  readonly times?: number;
}

export interface GitHubApi {
  readonly url: string;
  readonly requests: readonly GitHubRequest[];
  /** What GitHub's description has against the requests, in words; what begins "stand-in:" is wrong in here. */
  readonly violations: readonly string[];
  readonly comments: readonly Comment[];
  readonly uploads: readonly Upload[];
  close(): Promise<void>;
}

export interface GitHubRequest {
  readonly method: string;
  /** As it was sent, percent-encoded, without the query. */
  readonly path: string;
  /** The path's template in GitHub's description; undefined where the description has no such operation. */
  readonly template: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed; the text where it is no JSON; undefined where none was sent. */
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly body: string;
  readonly login: string;
  readonly type: "Bot" | "User";
  readonly authorAssociation: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type SeedComment = Pick<Comment, "issue" | "body"> & Partial<Comment>;

/** An upload's fields under GitHub's names, with `sarif` unpacked. */
export interface Upload {
  readonly id: string;
  readonly commit_sha: string;
  readonly ref: string;
  readonly sarif: string;
  readonly checkout_uri?: string;
  readonly started_at?: string;
  readonly tool_name?: string;
  readonly validate?: boolean;
}

/**
 * A stand-in of GitHub's REST API on the loopback. It holds every request against GitHub's published description and
 * refuses with 400 what does not fit, so that no test passes by a request that GitHub would not take.
 */
export async function startGitHubApi(setUp: GitHubSetUp): Promise<GitHubApi> {
  for (const { method, path } of setUp.faults ?? [])
    if (!hasOperation(method, path)) throw new Error(`GitHub has no ${method} ${path} that could fail`);
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" ? address?.port : address}`;
  const github: GitHub = {
    ...{ ...setUp, host, url: `http://${host}`, rateResetAt: Math.floor(Date.now() / 1000) + 3600 },
    ...{ requests: [], violations: [], comments: [], uploads: [], polls: new Map() },
    failing: (setUp.faults ?? []).map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY })),
  };
  for (const comment of setUp.comments ?? []) addComment(github, comment);
  server.on("request", async (incoming, outgoing) => {
    const sent = await text(incoming).catch(() => undefined);
    if (sent === undefined) return; // The client went away in mid-request.
    try {
      send(github, outgoing, answerTo(github, incoming, sent));
    } catch (error) {
      github.violations.push(`stand-in: ${incoming.method} ${incoming.url}: ${error}`);
      send(github, outgoing, { status: 500, body: { message: `stand-in: ${error}` } });
    }
  });
  const { url, requests, violations, comments, uploads } = github;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url, requests, violations, comments, uploads, close };
}

function answerTo(github: GitHub, incoming: IncomingMessage, sent: string): Answer {
  const { method = "", url = "", headers } = incoming;
  const [path = "", search = ""] = url.split(/\?(.*)/s);
  const query = new URLSearchParams(search);
  const body = sent === "" ? undefined : parsed(sent);
  const call = findCall(method, path.replace(BY_NUMBER, `/repos/${github.repository}`));
  const { template, parameters } = typeof call === "string" ? { template: undefined, parameters: {} } : call;
  const request = { method, path, template, parameters, query: Object.fromEntries(query), body, headers };
  github.requests.push(request);
  const mistakes = headerMistakes(github, headers);
  if (typeof call === "string") mistakes.push(call);
  else mistakes.push(...requestMistakes(call, { query, contentType: headers["content-type"], body }));
  github.violations.push(...mistakes.map((mistake) => `${method} ${path}: ${mistake}`));
  if (typeof call === "string" || mistakes.length > 0)
    return { status: 400, body: { message: mistakes.join("; ") } };
  const fault = faultOf(github, request);
  if (fault) return inFull(fault, call);
  const answer = inFull(ordinaryAnswer(github, request), call);
  const own = Buffer.isBuffer(answer.body) ? [] : answerMistakes(call, answer.status, answer.body);
  if (own.length > 0) throw new Error(own.join("; "));
  return answer;
}

function headerMistakes({ host, token }: GitHub, headers: IncomingHttpHeaders): string[] {
  const { authorization } = headers;
  const mistakes = headers.host === host ? [] : [`host is ${headers.host}, not ${host}`];
  if (!headers.accept) mistakes.push("accept is missing");
  if (!headers["user-agent"]) mistakes.push("user-agent is missing");
  if (!authorization) mistakes.push("authorization is missing");
  else if (authorization !== `token ${token}` && authorization !== `Bearer ${token}`)
    mistakes.push('authorization is neither "token" nor "Bearer" with the token that was given out');
  return mistakes;
}

function faultOf({ failing }: GitHub, { method, template }: GitHubRequest): Answer | Refusal | undefined {
  const next = failing.find(
    ({ fault, left }) => left > 0 && fault.method === method && fault.path === template,
  );
  if (!next) return undefined;
  next.left -= 1;
  const { status, headers = {}, body } = next.fault;
  if (body !== undefined) return { status, headers, body };
  const named = new Headers(headers);
  const spent = named.get("x-ratelimit-remaining") === "0";
  if (spent) return { status, headers, refusal: "API rate limit exceeded for installation ID 1." };
  const slow = status === 429 || (status === 403 && named.has("retry-after"));
  if (slow) return { status, headers, refusal: SECONDARY_LIMIT };
  if (status === 401) return { status, headers, refusal: "Bad credentials" };
  if (status === 403) return { status, headers, refusal: "Resource not accessible by integration" };
  if (status === 422) return { status, headers, refusal: "Validation Failed" };
  return { status, headers, refusal: status >= 500 ? "Server Error" : (STATUS_CODES[status] ?? "") };
}

/** A refusal in the form that GitHub gives all of them. */
function inFull(answer: Answer | Refusal, { operation }: Call): Answer {
  if (!("refusal" in answer)) return answer;
  const { refusal: message, status, errors, headers = {} } = answer;
  const documentation_url = operation.externalDocs?.url ?? "https://docs.github.com/rest";
  const body = { message, ...(errors && { errors }), documentation_url, status: String(status) };
  return { status, headers, body };
}

function send(github: GitHub, outgoing: ServerResponse, { status, headers = {}, body }: Answer): void {
  outgoing.statusCode = status;
  outgoing.setHeader(
    "content-type",
    typeof body === "string" ? "text/html" : "application/json; charset=utf-8",
  );
  // What a workflow's own token has: 1,000 requests an hour in a repository.
  outgoing.setHeader("x-ratelimit-limit", 1000);
  outgoing.setHeader("x-ratelimit-remaining", 1000 - github.requests.length);
  outgoing.setHeader("x-ratelimit-reset", github.rateResetAt);
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  outgoing.end(typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

function ordinaryAnswer(github: GitHub, request: GitHubRequest): Answer | Refusal {
  const { owner, repo } = request.parameters;
  if (`${owner}/${repo}`.toLowerCase() !== github.repository.toLowerCase()) return NOT_FOUND;
  const operation = `${request.method} ${request.template}`.replace("/repos/{owner}/{repo}", "");
  const endpoint = ENDPOINTS[operation];
  if (!endpoint) throw new Error("not among the operations the stand-in knows");
  if (operation.startsWith("GET /git/") && github.gitDir === undefined)
    return { status: 409, refusal: "Git Repository is empty." };
  return endpoint(github, request);
}

function parsed(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    return sent;
  }
}

/** Links to further pages name the repository by its number. */
const BY_NUMBER = new RegExp(`^/repositories/${NUMBER}(?=/)`);
const SECONDARY_LIMIT =
  "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
