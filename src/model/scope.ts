/** The scope that carries the product profiles; without it no group can match (inferred). */
export const PROFILE_SCOPE = "additional_info.projectedProductContext";

/** Scopes that Adobe's pages show in full. What else an organization may have is not public. */
const KNOWN_SCOPES = [
  "openid",
  "avatar",
  "audiencemanager_api",
  "read_organizations",
  "session",
  PROFILE_SCOPE,
  "AdobeID",
] as const;

const SEPARATOR = /[\s,;\u00ad\u200b-\u200d\u2060\ufeff]+/;

/** The scopes in a field, whatever separates them. */
export function scopesIn(userScope: string): string[] {
  return userScope.split(SEPARATOR).filter((scope) => scope !== "");
}

/** Neighbours with white space alone between them: two scopes, or one that a line break has split. */
export function looseNeighbours(userScope: string): (readonly [string, string])[] {
  const parts = userScope.split(new RegExp(`(${SEPARATOR.source})`));
  return parts.flatMap((separator, index) => {
    const [left = "", right = ""] = [parts[index - 1], parts[index + 1]];
    const isLoose = index % 2 === 1 && !/[,;]/.test(separator);
    return isLoose && left !== "" && right !== "" ? [[left, right] as const] : [];
  });
}

/** Whether a scope is one of the known ones, in whatever letter case. */
export function isKnownScope(scope: string): boolean {
  return KNOWN_SCOPES.some((known) => known.toLowerCase() === scope.toLowerCase());
}

/** The known scope that differs from this one in letter case alone. */
export function meantScope(scope: string): string | undefined {
  const known: readonly string[] = KNOWN_SCOPES;
  if (known.includes(scope)) return undefined;
  return known.find((candidate) => candidate.toLowerCase() === scope.toLowerCase());
}
