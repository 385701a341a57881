import { defineRule } from "../../src/evaluate/rule.js";

export default defineRule({
  id: "users-in-organization",
  control: "1.2",
  level: "must",
  since: "0.1.0",
  subject: "organization",
  title: "The organization has users",
  why: "Only people who are users of the Experience Cloud organization can log in with their Adobe ID.",
  remedy: "Add the people to the organization in the Admin Console, then export its users again.",
  source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
  needs: ["organization", "users"],
  check({ organization, users }, verdict) {
    if (users.records.length > 0) {
      verdict.pass(organization);
    } else if (users.complete === "yes") {
      verdict.fail(organization, {
        message: "The organization has no users: nobody can log in with an Adobe ID.",
        at: [users],
        observed: "no users",
      });
    } else {
      verdict.unknown(organization, {
        message: "The export lists no users of the organization, and the list may not be complete.",
        at: [users],
        missing: ["users", "completeness"],
      });
    }
  },
  examples: {
    fails: [
      {
        shows: "An empty list is evidence",
        snapshot: `
          organization: { name: Acme, users: [] }
        `,
        at: "[]",
      },
    ],
    passes: [
      {
        snapshot: `
          organization:
            users: [ { email: jane@acme.example } ]
        `,
      },
      {
        shows: "One user of an incomplete list is enough",
        snapshot: `
          organization:
            users: [ { email: jane@acme.example } ]
          complete: { users: no }
        `,
      },
    ],
    unknown: [
      {
        shows: "A list that may not be complete proves no lack",
        snapshot: `
          organization: { name: Acme, users: [] }
          complete: { users: unknown }
        `,
      },
      {
        shows: "No list",
        snapshot: `
          organization: { name: Acme }
        `,
      },
    ],
  },
});
