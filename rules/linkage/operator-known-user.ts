import { defineRule } from "../../src/evaluate/rule.js";
import { membershipOf, operatorName } from "../../src/model/people.js";
import type { Operator } from "../../src/model/snapshot.schema.js";

export default defineRule({
  id: "operator-known-user",
  control: "5.5",
  level: "must",
  since: "0.1.0",
  subject: "operator",
  title: "Every operator who logs in with an Adobe ID is a user of the organization",
  why: "IMS lets in only people whom the organization knows; who is not among its users cannot log in to Campaign.",
  remedy:
    "Add the person to the organization in the Admin Console, correct the e-mail of the operator, or delete the operator.",
  source: [
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    "campaign-classic.en: technotes/using/migrate-users-to-ims.md",
  ],
  needs: ["imsOperators", "users"],
  check({ instance, imsOperators, users }, verdict) {
    const causedBy =
      instance.organization && users.records.length === 0
        ? { rule: "users-in-organization", subject: instance.organization }
        : undefined;
    for (const operator of imsOperators.technical) {
      verdict.notApplicable(operator, "A technical account is no user of the organization.");
    }
    for (const person of imsOperators.people) {
      const { operator } = person;
      switch (membershipOf(person, users)) {
        case "user":
          verdict.pass(operator);
          break;
        case "perhaps-more":
          verdict.unknown(operator, {
            message: `Operator ${called(operator)} is not among the ${users.records.length} users in the export; there may be more.`,
            missing: ["users", "completeness"],
          });
          break;
        case "email-unknown":
          verdict.unknown(operator, {
            message: `Operator ${called(operator)} is not among the users by login, and the e-mail is not in the export.`,
            missing: "operatorLogin",
          });
          break;
        case "no-user":
          verdict.fail(operator, {
            message: `Operator ${called(operator)} is not among the ${users.records.length} users of the organization: this person cannot log in.`,
            at: operator.email ? [operator, "email"] : [operator, "name"],
            observed: operator.email || operator.name,
            expected: "the e-mail of a user of the organization",
            causedBy,
          });
          break;
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users: [ { email: john@acme.example } ]
        `,
        at: "jane@acme.example",
      },
      {
        shows: "The login stands in for an empty e-mail",
        snapshot: `
          operators: [ { name: jane@acme.example, email: "", authenticationType: ims } ]
          organization:
            users: [ { email: john@acme.example } ]
        `,
        at: "jane@acme.example",
      },
    ],
    passes: [
      {
        shows: "By e-mail, in any letter case",
        snapshot: `
          operators: [ { name: jane, email: Jane@ACME.example, authenticationType: ims } ]
          organization:
            users: [ { email: jane@acme.example } ]
        `,
      },
      {
        shows: "By login, as user name or as user name and domain, whatever the status",
        snapshot: `
          operators:
            - { name: jdoe, authenticationType: ims }
            - { name: jroe@acme.example, authenticationType: ims }
          organization:
            users:
              - { email: jane.doe@acme.example, username: jdoe, status: locked }
              - { email: jane.roe@acme.example, username: jroe, domain: acme.example }
        `,
      },
      {
        shows: "Operators with a native login are none of its subjects",
        snapshot: `
          operators:
            - { name: jane, email: jane@acme.example, authenticationType: ims }
            - { name: admin, email: "", authenticationType: "" }
          organization:
            users: [ { email: jane@acme.example } ]
        `,
      },
    ],
    notApplicable: [
      {
        shows: "A technical account",
        snapshot: `
          operators:
            - { name: 3f2a@techacct.adobe.com, email: 3f2a@techacct.adobe.com, authenticationType: ims }
          organization: { users: [] }
        `,
      },
      {
        shows: "Nobody logs in with an Adobe ID",
        snapshot: `
          operators: [ { name: jane, authenticationType: "" } ]
          organization: { users: [] }
        `,
      },
    ],
    unknown: [
      {
        shows: "Not all users are in the export",
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users: [ { email: john@acme.example } ]
          complete: { users: unknown }
        `,
      },
      {
        shows: "The e-mail is not in the export",
        snapshot: `
          operators: [ { name: jane, authenticationType: ims } ]
          organization:
            users: [ { email: jane@acme.example } ]
        `,
      },
      {
        shows: "How operators log in is not in the export",
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example } ]
          organization:
            users: [ { email: john@acme.example } ]
        `,
      },
    ],
  },
});

function called(operator: Operator): string {
  const name = operatorName(operator);
  return operator.email && operator.email !== name ? `"${name}" ("${operator.email}")` : `"${name}"`;
}
