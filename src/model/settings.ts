/** What the config can say of an instance: facts that no export holds. */
export interface InstanceSettings {
  /** Globs of the files of this instance. */
  readonly files?: readonly string[] | undefined;
  readonly environment?: string | undefined;
  /** Access URL. */
  readonly url?: string | undefined;
  /** Whether the migration to IMS is done. */
  readonly migrated?: boolean | undefined;
  /** Logins of the operators that APIs use. */
  readonly technicalOperators?: readonly string[] | undefined;
  /** Lists that hold every record there is. */
  readonly complete?: readonly ListName[] | undefined;
  /** Whether the users' profiles leave out what is held through a user group. */
  readonly directOnly?: boolean | undefined;
  readonly expect?: Expectations | undefined;
}

/** What Adobe provisioned and what was agreed on, to be compared with. */
export interface Expectations {
  readonly clientId?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly callbackAllowlist?: readonly string[] | undefined;
  readonly productContext?: string | undefined;
  readonly users?: readonly string[] | undefined;
}

/** The lists whose completeness counts; `memberships` are those of operators in operator groups. */
export const LISTS = [
  "packages",
  "extAccounts",
  "groups",
  "operators",
  "memberships",
  "options",
  "schemas",
  "users",
  "profiles",
  "serverConf",
] as const;
export type ListName = (typeof LISTS)[number];
