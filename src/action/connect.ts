import { getOctokit } from "@actions/github";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { type Api, NotTheApi } from "./api.js";

/** A wait that people can be asked for; a used-up limit can last an hour. */
const MAX_WAIT = 60;

const ignore = () => undefined;

/** Of one try, in ms; without an end, what never answers would hold the run for twenty minutes. */
const MAX_TRY = 30_000;

/** What another try does not mend: what the request is to blame for, and limits, which are waited for elsewhere. */
const FINAL = [400, 401, 403, 404, 409, 410, 413, 422, 429, 451];

/** Server errors are tried again three times, limits as often as GitHub asks for a short wait. */
export function connect(token: string, repository: string): Api {
  const [owner = "", repo = ""] = repository.split("/");
  const isBearable = (wait: number, _options: object, _octokit: object, tried: number) =>
    wait <= MAX_WAIT && tried < 2;
  const octokit = getOctokit(
    token,
    {
      throttle: { onRateLimit: isBearable, onSecondaryRateLimit: isBearable },
      retry: { doNotRetry: FINAL },
      userAgent: "ims-lint",
      // What is to be told of a request, the caller tells.
      log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    },
    // The first is the innermost: it sees each try.
    endTries,
    retry,
    throttling,
  );
  octokit.hook.after("request", ({ data }) => {
    if (typeof data === "string") throw new NotTheApi("What answers is not GitHub's API.");
  });
  return { octokit, owner, repo };
}

/** Ends a try that gets no answer; there is no other then. */
function endTries({ hook }: { readonly hook: Api["octokit"]["hook"] }): object {
  hook.before("request", (options) => {
    options.request = { ...options.request, signal: AbortSignal.timeout(MAX_TRY) };
  });
  hook.error("request", (error, options) => {
    if (options.request.signal?.aborted) options.request.retries = 0;
    throw error;
  });
  return {};
}
