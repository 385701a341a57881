import type { getOctokit } from "@actions/github";

/** GitHub's REST API for one repository, at the server that the runner names. */
export interface Api {
  readonly octokit: ReturnType<typeof getOctokit>;
  readonly owner: string;
  readonly repo: string;
}

/** How an answer failed, in words; nothing of the request is quoted. */
export function failureInWords(error: unknown): string {
  const { status, message, response } = error as {
    status?: number;
    message?: string;
    response?: { headers?: Record<string, string | undefined>; data?: unknown };
  };
  if (status === undefined || response === undefined) {
    const code = (error as { cause?: { code?: string } }).cause?.code;
    return `GitHub's API cannot be reached${code ? ` (${code})` : ""}`;
  }
  if (isRateLimited(error)) return `GitHub's API allows no more requests for now (${status})`;
  const said = message
    ?.split("\n")[0]
    ?.replace(/ - https?:\/\/\S+$/, "")
    .slice(0, 300);
  return `GitHub's API answered ${status}${said ? `: ${said}` : ""}`;
}

/** Whether an error is what GitHub's API answered, or that it could not be reached. */
export function isOfApi(error: unknown): boolean {
  return error instanceof Error && error.name === "HttpError";
}

/** Whether the token may not do it, or may not even see it. */
export function isForbidden(error: unknown): boolean {
  const { status } = error as { status?: number };
  return (status === 403 || status === 404 || status === 401) && !isRateLimited(error);
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
