import { defineRule } from "../../src/evaluate/rule.js";

export default defineRule({
  id: "organization-known",
  control: "1.1",
  level: "must",
  since: "0.1.0",
  subject: "organization",
  title: "The Experience Cloud organization is known",
  why: "People log in as members of one organization: without its ID nobody can tell whether Campaign asks the right one.",
  remedy:
    "State the organization's id (24 characters and @AdobeOrg) and its name, as the Experience Cloud profile or the Admin Console shows them.",
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "core-services.en: help/interface/administration/organizations.md",
  ],
  needs: ["organization"],
  check({ organization }, verdict) {
    const fields = [
      { field: "id", words: "ID", value: organization.id },
      { field: "name", words: "name", value: organization.name },
    ];
    const empty = fields.filter(({ value }) => value?.trim() === "");
    for (const { field, words, value } of empty) {
      verdict.fail(organization, {
        message: `The organization's ${words} is empty: nobody can tell whose people log in here.`,
        at: [organization, field],
        observed: value,
      });
    }
    if (empty.length > 0) return;
    const absent = fields.filter(({ value }) => value === undefined).map(({ words }) => words);
    if (absent.length > 0) {
      verdict.unknown(organization, {
        message: `The organization's ${absent.join(" and ")} ${absent.length > 1 ? "are" : "is"} not in the export.`,
        missing: "organization",
      });
    } else {
      verdict.pass(organization);
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          organization: { id: "", name: Acme }
        `,
        at: '""',
      },
      {
        shows: "A blank name is none, whether the id is there or not",
        snapshot: `
          organization: { name: "  " }
        `,
        at: '"  "',
      },
    ],
    passes: [
      {
        snapshot: `
          organization: { id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg, name: Acme }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          organization: { name: Acme }
        `,
      },
      {
        shows: "A section with the users alone does not name the organization",
        snapshot: `
          organization:
            users: [ { email: jane@acme.example } ]
        `,
      },
      {
        shows: "No organization at all",
        snapshot: `
          extAccounts: []
        `,
      },
    ],
  },
});
