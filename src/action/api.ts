import type { getOctokit } from "@actions/github";

/** GitHub's REST API for one repository, at the server that the runner names. */
export interface Api {
  readonly octokit: ReturnType<typeof getOctokit>;
  readonly owner: string;
  readonly repo: string;
}

/** What answers in the place of GitHub's API: a proxy's page, for people. */
export class NotTheApi extends Error {
  override readonly name = "NotTheApi";
  readonly code = "IMS_LINT_API";
}

/** How an answer failed, in words; nothing of the request is quoted. */
export function failureInWords(error: unknown): string {
  const { status, message, response } = error as {
    status?: number;
    message?: string;
    response?: { headers?: Record<string, string | undefined>; data?: unknown };
  };
  if (error instanceof NotTheApi) return "what answers is not GitHub's API";
  if (status === undefined || response === undefined) {
    const code = codeOf(error);
    return `GitHub's API cannot be reached${code ? ` (${code})` : ""}`;
  }
  if (isRateLimited(error)) return `GitHub's API allows no more requests for now (${status})`;
  // A page is for people with a browser.
  const words = typeof response.data === "string" ? undefined : message;
  const said = words
    ?.split("\n")[0]
    ?.replace(/ - https?:\/\/\S+$/, "")
    .replace(/\.$/, "")
    .slice(0, 300);
  return `GitHub's API answered ${status}${said ? `: ${said}` : ""}`;
}

/** Whether an error is what GitHub's API answered, or that it could not be reached. */
export function isOfApi(error: unknown): boolean {
  return error instanceof NotTheApi || (error instanceof Error && error.name === "HttpError");
}

/** The system's own word for what failed, however deep it lies. */
function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return undefined;
}

/** Whether the token may not do it, or may not even see it. GitHub answers 403 for other reasons too: a locked conversation, an archived repository. */
export function isForbidden(error: unknown): boolean {
  const { status, message } = error as { status?: number; message?: string };
  return status === 404 || (status === 403 && /^Resource not accessible/.test(message ?? ""));
}

function isRateLimited(error: unknown): boolean {
  const { status, message, response } = error as {
    status?: number;
    message?: string;
    response?: { headers?: Record<string, string | undefined> };
  };
  if (status === 429) return true;
  const { "x-ratelimit-remaining": remaining, "retry-after": after } = response?.headers ?? {};
  return status === 403 && (remaining === "0" || after !== undefined || /rate limit/i.test(message ?? ""));
}
