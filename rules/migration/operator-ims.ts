import { defineRule } from "../../src/evaluate/rule.js";
import { isImsMandatory } from "../../src/model/ims-versions.js";
import { whySpared } from "../../src/model/migration.js";
import { loginOf, operatorName } from "../../src/model/people.js";

export default defineRule({
  id: "operator-ims",
  control: "6.1",
  level: "should",
  clauses: {
    v8: { level: "must", what: "the server is of release 8.6 or later, which lets nobody else in" },
  },
  since: "0.1.0",
  subject: "operator",
  title: "Every operator logs in with an Adobe ID",
  why: "A login and password that Campaign keeps by itself is one that nobody sees or takes away in the Admin Console; Adobe asks every operator to use IMS, and v8 lets nobody else in.",
  remedy:
    "Give the person a product profile in the Admin Console and an e-mail in the operator's form, then enable «Connect with Adobe ID» for the operator; delete operators of people who have left.",
  source: [
    "campaign-classic.en: technotes/using/migrate-users-to-ims.md",
    "campaign.en: technotes/upgrades/migrate-users-to-ims.md",
  ],
  needs: ["operators", "imsOperators"],
  check({ instance: { server }, operators }, verdict) {
    const login = loginOf(operators);
    const isMandatory = isImsMandatory(server);
    for (const operator of operators.records) {
      const spared = whySpared(operator);
      if (spared) {
        verdict.notApplicable(operator, spared);
      } else if (login(operator) === "ims") {
        verdict.pass(operator);
      } else if (operator.name === undefined) {
        verdict.unknown(operator, {
          message: `The login of operator "${operatorName(operator)}" is not in the export, so whether it comes with Campaign is not known.`,
          missing: "operators",
          property: "authenticationType",
        });
      } else {
        verdict.fail(operator, {
          message: isMandatory
            ? `Operator "${operatorName(operator)}" does not log in with an Adobe ID, and server release "${server?.releaseName}" lets nobody else in.`
            : `Operator "${operatorName(operator)}" does not log in with an Adobe ID: the Admin Console has no say over this login.`,
          at: [operator, "authenticationType"],
          ...(isMandatory ? { clause: "v8" } : {}),
          observed: operator.authenticationType,
          expected: "ims",
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          operators:
            - { name: jane, email: jane@acme.example, authenticationType: ims }
            - { name: john, email: john@acme.example, authenticationType: "" }
        `,
        at: '""',
      },
      {
        shows: "In an export that tells the login of others, none is native login",
        snapshot: `
          operators:
            - { name: jane, email: jane@acme.example, authenticationType: ims }
            - { name: john, email: john@acme.example }
        `,
        at: "john",
      },
      {
        shows: "From v8.6 on it is mandatory",
        snapshot: `
          server: { releaseName: 8.6.1 }
          operators: [ { name: john, authenticationType: native } ]
        `,
        clause: "v8",
        at: "native",
      },
      {
        shows: "8.6.4, of limited availability, is the exception",
        snapshot: `
          server: { releaseName: 8.6.4 }
          operators: [ { name: john, authenticationType: native } ]
        `,
        at: "native",
      },
    ],
    passes: [
      {
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "No operator tells how it logs in",
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example } ]
        `,
      },
      {
        shows: "Without its login nobody knows whether it comes with Campaign",
        snapshot: `
          operators: [ { label: Administrator, authenticationType: "" } ]
        `,
      },
    ],
    notApplicable: [
      {
        shows: "An operator that comes with Campaign, and a technical account",
        snapshot: `
          operators:
            - { name: admin, authenticationType: "" }
            - { name: 3f2a@techacct.adobe.com, authenticationType: ims }
        `,
      },
    ],
  },
});
