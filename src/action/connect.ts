import { getOctokit } from "@actions/github";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import type { Api } from "./api.js";

/** A wait that people can be asked for; a used-up limit can last an hour. */
const MAX_WAIT = 60;

const ignore = () => undefined;

/** Server errors are tried again three times, limits as often as GitHub asks for a short wait. */
export function connect(token: string, repository: string): Api {
  const [owner = "", repo = ""] = repository.split("/");
  const isBearable = (wait: number, _options: object, _octokit: object, tried: number) =>
    wait <= MAX_WAIT && tried < 2;
  const octokit = getOctokit(
    token,
    {
      throttle: { onRateLimit: isBearable, onSecondaryRateLimit: isBearable },
      userAgent: "ims-lint",
      // What is to be told of a request, the caller tells.
      log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    },
    retry,
    throttling,
  );
  return { octokit, owner, repo };
}
