import { defineRule, type EvidenceKey } from "../../src/evaluate/rule.js";
import { whySpared } from "../../src/model/migration.js";
import { operatorName } from "../../src/model/people.js";
import type { Operator } from "../../src/model/snapshot.schema.js";
import { trimSpace } from "../../src/model/white-space.js";

export default defineRule({
  id: "operator-email-unique",
  control: "6.3",
  level: "must",
  since: "0.1.0",
  subject: "operator",
  title: "No two operators share an e-mail",
  why: "The migration to IMS wants an e-mail of its own for every operator: of two with the same, nobody can say whose Adobe ID it is.",
  remedy:
    "Give each operator the e-mail of the person who uses it (Contact points of the operator's form), and delete operators that nobody uses.",
  source: ["campaign-classic.en: technotes/using/migrate-users-to-ims.md"],
  needs: ["operators"],
  check({ instance, operators }, verdict) {
    const sharing = new Map<string, Operator[]>();
    /** Operators whose e-mail could be any. */
    let withoutEmail = 0;
    for (const operator of operators.records) {
      const spared = whySpared(operator);
      const email = operator.email === undefined ? undefined : trimSpace(operator.email).toLowerCase();
      if (spared) {
        verdict.notApplicable(operator, spared);
      } else if (email === undefined || operator.name === undefined) {
        withoutEmail += 1;
      } else if (email === "") {
        verdict.notApplicable(operator, "E-mail is empty, which operator-email reports.");
      } else {
        const others = sharing.get(email);
        if (others) others.push(operator);
        else sharing.set(email, [operator]);
      }
    }
    const isProven = operators.complete === "yes" && withoutEmail === 0;
    let open = withoutEmail;
    for (const [first, ...further] of sharing.values()) {
      if (!first) continue;
      for (const operator of further) {
        verdict.fail(operator, {
          message: `Operator "${operatorName(operator)}" has the e-mail "${operator.email}" that operator "${operatorName(first)}" has too: the migration to IMS cannot tell whose Adobe ID it is.`,
          at: [operator, "email"],
          observed: operator.email,
          expected: "an e-mail that no other operator has",
          related: [{ at: [first, "email"], message: `Operator "${operatorName(first)}" has it too.` }],
        });
      }
      if (further.length > 0) continue;
      if (isProven) verdict.pass(first);
      else open += 1;
    }
    if (open > 0) {
      const missing: EvidenceKey[] = withoutEmail > 0 ? ["operatorEmail"] : [];
      if (operators.complete !== "yes") missing.push("operators", "completeness");
      verdict.unknown(instance, {
        message: `Whether ${open === 1 ? "1 operator shares its e-mail" : `${open} operators share their e-mails`} with another is not known: ${
          withoutEmail > 0
            ? `the e-mail of ${withoutEmail === 1 ? "1 operator" : `${withoutEmail} operators`} is not in the export`
            : "the list of operators may not be complete"
        }.`,
        at: [operators],
        missing,
      });
    }
  },
  examples: {
    fails: [
      {
        shows: "Letter case does not tell e-mails apart",
        snapshot: `
          operators:
            - { name: jane, email: jane@acme.example }
            - { name: jane.admin, email: Jane@ACME.example }
        `,
        at: "Jane@ACME.example",
      },
      {
        shows: "A list that may not be complete holds two all the same",
        snapshot: `
          operators:
            - { name: jane, email: team@acme.example }
            - { name: john, email: " team@acme.example" }
          complete: { operators: unknown }
        `,
        at: '" team@acme.example"',
      },
    ],
    passes: [
      {
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example }, { name: john, email: john@acme.example } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "Another operator may have it",
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example } ]
          complete: { operators: unknown }
        `,
      },
      {
        shows: "John's e-mail is not in the export",
        snapshot: `
          operators: [ { name: jane, email: jane@acme.example }, { name: john } ]
        `,
      },
    ],
    notApplicable: [
      {
        shows: "Operators that come with Campaign, a technical account and one without an e-mail",
        snapshot: `
          operators:
            - { name: admin, email: team@acme.example }
            - { name: webapp, email: team@acme.example }
            - { name: 3f2a@techacct.adobe.com, email: 3f2a@techacct.adobe.com }
            - { name: john, email: "" }
        `,
      },
    ],
  },
});
