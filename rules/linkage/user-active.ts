import { defineRule } from "../../src/evaluate/rule.js";
import { operatorName, standingOf } from "../../src/model/people.js";

export default defineRule({
  id: "user-active",
  control: "5.8",
  level: "must",
  since: "0.1.0",
  subject: "operator",
  title: "The user of every operator who logs in with an Adobe ID is active",
  why: "IMS turns disabled, locked and removed users away, whatever Campaign grants them.",
  remedy: "Make the user active in the Admin Console, or delete the operator of a person who has left.",
  source: [
    "umapi-documentation: docs/en/api",
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
  ],
  needs: ["imsOperators", "users"],
  check({ instance, imsOperators, users }, verdict) {
    const says = users.records.some(({ status }) => status !== undefined);
    let needsStatus = false;
    for (const operator of imsOperators.technical) {
      verdict.notApplicable(operator, "A technical account is no user of the organization.");
    }
    for (const { operator, users: own } of imsOperators.people) {
      const [user] = own;
      if (!user) {
        verdict.unknown(operator, {
          message: `Operator "${operatorName(operator)}" is not among the users in the export, so the status is not known.`,
          because: { rule: "operator-known-user", subject: operator },
        });
        continue;
      }
      const standing = standingOf(user);
      if (own.length > 1 && own.some((other) => standingOf(other) !== standing)) {
        verdict.unknown(operator, {
          message: `Operator "${operatorName(operator)}" is ${own.length} users of the organization, of different status (${own.map(({ status }) => status || "not stated").join(", ")}); with which of them the person logs in is not known.`,
          at: [user],
        });
        continue;
      }
      switch (standing) {
        case "active":
          verdict.pass(operator);
          break;
        case "shut-out":
          verdict.fail(operator, {
            message: `The user of operator "${operatorName(operator)}" is "${user.status}" in the organization: this person cannot log in.`,
            at: [user, "status"],
            observed: user.status,
            expected: "active",
            related: [{ at: [operator], message: "The operator." }],
          });
          break;
        case "not-stated":
          if (says) {
            verdict.unknown(operator, {
              message: `The status of the user of operator "${operatorName(operator)}" is not in the export.`,
              at: [user],
              missing: "userStatus",
            });
          } else needsStatus = true;
          break;
        case "not-known":
          verdict.unknown(operator, {
            message: `The user of operator "${operatorName(operator)}" has the status "${user.status}", which is none of active, disabled, locked and removed.`,
            at: [user, "status"],
          });
          break;
      }
    }
    if (needsStatus) {
      verdict.unknown(instance, {
        message: "No user in the export has a status.",
        at: [users],
        missing: "userStatus",
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users: [ { email: jane@acme.example, status: disabled } ]
        `,
        at: "disabled",
      },
      {
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users: [ { email: jane@acme.example, status: "Locked" } ]
        `,
        at: '"Locked"',
      },
    ],
    passes: [
      {
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users: [ { email: jane@acme.example, status: active } ]
        `,
      },
    ],
    notApplicable: [
      {
        shows: "A technical account",
        snapshot: `
          operators: [ { name: 3f2a@techacct.adobe.com, authenticationType: ims } ]
          organization: { users: [] }
        `,
      },
    ],
    unknown: [
      {
        shows: "The CSV of the Admin Console has no status",
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users: [ { email: jane@acme.example } ]
        `,
      },
      {
        shows: "No such user",
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization: { users: [] }
        `,
      },
      {
        shows: "Two users of one e-mail, of different status",
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users:
              - { email: jane@acme.example, type: federatedID, status: active }
              - { email: jane@acme.example, type: adobeID, status: removed }
        `,
      },
      {
        shows: "A word that no page knows",
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users: [ { email: jane@acme.example, status: pending } ]
        `,
      },
    ],
  },
});
