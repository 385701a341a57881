/** The scope that carries the product profiles; without it no group can match (inferred). */
export const PROFILE_SCOPE = "additional_info.projectedProductContext";

/** Scopes that Adobe's pages show in full. What else an organization may have is not public. */
export const KNOWN_SCOPES = [
  "openid",
  "avatar",
  "audiencemanager_api",
  "read_organizations",
  "session",
  PROFILE_SCOPE,
  "AdobeID",
] as const;

/** The scopes in a field, whatever separates them. */
export function scopesIn(userScope: string): string[] {
  return userScope.split(/[\s,;\u00ad\u200b-\u200d\u2060\ufeff]+/).filter((scope) => scope !== "");
}

/** The known scope that differs from this one in letter case alone. */
export function meantScope(scope: string): string | undefined {
  const known: readonly string[] = KNOWN_SCOPES;
  if (known.includes(scope)) return undefined;
  return known.find((candidate) => candidate.toLowerCase() === scope.toLowerCase());
}
