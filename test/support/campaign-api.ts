import { type GitHubApi, type GitHubSetUp, startGitHubApi } from "./github-api.js";

/** GitHub's API as a step in the repository acme/campaign finds it. */

export const TOKEN = "ghs_1234";

const apis: GitHubApi[] = [];

export async function gitHub(setUp: Partial<GitHubSetUp> = {}): Promise<GitHubApi> {
  const api = await startGitHubApi({ repository: "acme/campaign", token: TOKEN, ...setUp });
  apis.push(api);
  return api;
}

/** Closes all that were opened. */
export async function closeApis(): Promise<void> {
  await Promise.all(apis.splice(0).map((api) => api.close()));
}
