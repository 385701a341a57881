import { defineFileRule } from "../../src/evaluate/rule.js";
import type { FileDocument, ListFact, Place } from "../../src/model/workspace.js";

export default defineFileRule({
  id: "export-truncated",
  control: "9.3",
  level: "should",
  since: "0.1.0",
  subject: "list",
  title: "No list of an export is cut off",
  why: "What was cut off is not checked, and nothing can be shown to be missing from the list.",
  remedy:
    "Export the rest: a package in parts, by a filter on the names; a query with a lineCount that is larger than the list; a listing of the User Management API page by page, up to the one with lastPage true.",
  source: [
    "campaign-classic.en: production/using/duplicating-environments.md",
    "campaign.en: v8/dev/packages.md",
    "umapi-documentation: docs/en/api/getUsers.md",
  ],
  checkFile({ file, document }, verdict) {
    for (const list of document?.lists ?? []) {
      const at: Place = { document: document?.document, path: file.name, routes: [list.route, []] };
      // A list is named by what it holds; the file tells which of several it is.
      const property = file.name;
      switch (list.state) {
        case "whole":
          verdict.pass(list, at);
          break;
        case "perhaps-cut":
          verdict.fail(list, {
            message: `The list of ${WORDS[list.name]} holds exactly ${list.count} records, ${limitInWords(list, document)}: the rest may be cut off.`,
            at,
            observed: `${list.count} records`,
            expected: `fewer than ${list.limit} records in one file`,
            property,
          });
          break;
        case "pages-missing":
          verdict.fail(list, {
            message: `Pages of the listing of ${WORDS[list.name]} are missing: ${list.pages}.`,
            at,
            observed: `${list.count} records without ${list.pages}`,
            expected: "every page up to the one with lastPage true",
            property,
          });
          break;
        case "pages-unclear":
          verdict.unknown(list, {
            message: `Whether pages of the listing of ${WORDS[list.name]} are missing is not known: ${list.pages ?? "the names of the files do not number the pages"}.`,
            at,
            missing: "pages",
          });
      }
    }
  },
  examples: {
    fails: [
      {
        shows: "A page of the User Management API that is not the last",
        snapshot: `
          { "lastPage": false, "result": "success", "users": [ { "email": "jane@acme.example" } ] }
        `,
        at: '"users"',
      },
    ],
    passes: [
      {
        snapshot: `
          { "lastPage": true, "result": "success", "users": [ { "email": "jane@acme.example" } ] }
        `,
      },
    ],
    unknown: [
      {
        shows: "Two pages, and no number says which",
        snapshot: `
          { "lastPage": false, "result": "success", "users": [ { "email": "jane@acme.example" } ] }
          ---
          { "lastPage": true, "result": "success", "users": [ { "email": "john@acme.example" } ] }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "A snapshot says itself which of its lists are complete",
        snapshot: `
          operators: [ { name: jane } ]
        `,
      },
    ],
  },
});

function limitInWords({ limit = 0 }: ListFact, document: FileDocument | undefined): string {
  if (document?.document.format === "campaign-package") return `the most that a package exports of an entity`;
  return limit === 200
    ? "the most that a query returns which states no lineCount"
    : "so round a number that it may be the query's lineCount";
}

const WORDS: Readonly<Record<ListFact["name"], string>> = {
  packages: "installed packages",
  extAccounts: "external accounts",
  groups: "operator groups",
  operators: "operators",
  memberships: "operators in groups",
  options: "options",
  schemas: "schemas",
  users: "users",
  profiles: "product profiles and user groups",
  serverConf: "settings of the server",
};
