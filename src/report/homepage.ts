import type { Rule } from "../evaluate/rule.js";

/** Where the project lives; the same as in package.json. */
export const HOMEPAGE = "https://github.com/ims-lint/ims-lint";

/** The page of a rule; a rule that the config defines has none. */
export function rulePage({ id, definition }: Pick<Rule, "id" | "definition">): string | undefined {
  return definition === undefined ? `${HOMEPAGE}/blob/main/docs/rules/${id}.md` : undefined;
}

/** The page that tells how to get each export. */
export const EXPORTING_PAGE = `${HOMEPAGE}/blob/main/docs/exporting.md`;
