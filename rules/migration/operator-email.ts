import { defineRule } from "../../src/evaluate/rule.js";
import { whySpared } from "../../src/model/migration.js";
import { operatorName } from "../../src/model/people.js";
import { trimSpace } from "../../src/model/white-space.js";

export default defineRule({
  id: "operator-email",
  control: "6.2",
  level: "must",
  since: "0.1.0",
  subject: "operator",
  title: "Every operator has an e-mail",
  why: "The migration to IMS finds the Adobe ID of an operator by the e-mail; without one the operator cannot be migrated.",
  remedy:
    "Enter the person's e-mail under Contact points of the operator's form (Administration > Access management > Operators), or delete the operator of a person who has left.",
  source: ["campaign-classic.en: technotes/using/migrate-users-to-ims.md"],
  needs: ["operators"],
  check({ instance, operators }, verdict) {
    const says = operators.records.some(({ email }) => email !== undefined);
    let needsEmail = false;
    for (const operator of operators.records) {
      const { name, email } = operator;
      const spared = whySpared(operator);
      if (spared) {
        verdict.notApplicable(operator, spared);
      } else if (email === undefined && !says) {
        needsEmail = true;
      } else if (email === undefined) {
        verdict.unknown(operator, {
          message: `The e-mail of operator "${operatorName(operator)}" is not in the export.`,
          missing: "operatorEmail",
        });
      } else if (trimSpace(email) !== "") {
        verdict.pass(operator);
      } else if (name === undefined) {
        verdict.unknown(operator, {
          message:
            "The login of an operator without an e-mail is not in the export, so whether it comes with Campaign is not known.",
          missing: "operators",
          property: "email",
        });
      } else {
        verdict.fail(operator, {
          message: `E-mail of operator "${operatorName(operator)}" is empty: the migration to IMS cannot tell whose Adobe ID it is.`,
          at: [operator, "email"],
          observed: email,
          expected: "the e-mail of the person's Adobe ID",
        });
      }
    }
    if (needsEmail) {
      verdict.unknown(instance, {
        message: "The export does not tell the e-mail of any operator.",
        at: [operators],
        missing: "operatorEmail",
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          operators: [ { name: john, email: "" } ]
        `,
        at: '""',
      },
      {
        shows: "White space is none",
        snapshot: `
          operators: [ { name: john, email: " ", authenticationType: ims } ]
        `,
        at: '" "',
      },
    ],
    passes: [
      {
        snapshot: `
          operators: [ { name: john, email: john@acme.example } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "The export has no e-mails",
        snapshot: `
          operators: [ { name: jane }, { name: john } ]
        `,
      },
      {
        shows: "An export may leave empty e-mails out",
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example }, { name: john } ]
        `,
      },
      {
        shows: "Without its login nobody knows whether it comes with Campaign",
        snapshot: `
          operators: [ { label: Administrator, email: "" } ]
        `,
      },
    ],
    notApplicable: [
      {
        shows: "An operator that comes with Campaign, and a technical account",
        snapshot: `
          operators: [ { name: webapp, email: "" }, { name: 3f2a@techacct.adobe.com, email: "" } ]
        `,
      },
    ],
  },
});
