/** Where the project lives; the same as in package.json. */
export const HOMEPAGE = "https://github.com/ims-lint/ims-lint";

/** The page of a rule. */
export function rulePage(id: string): string {
  return `${HOMEPAGE}/blob/main/docs/rules/${id}.md`;
}

/** The page that tells how to get each export. */
export const EXPORTING_PAGE = `${HOMEPAGE}/blob/main/docs/exporting.md`;
