import { defineRule, type EvidenceKey } from "../../src/evaluate/rule.js";
import { operatorNames } from "../../src/model/people.js";
import { HIGH_PRIVILEGES, privilegesOf } from "../../src/model/privileges.js";
import type { Operator } from "../../src/model/snapshot.schema.js";

export default defineRule({
  id: "admin-count",
  control: "6.13",
  level: "should",
  since: "0.1.0",
  subject: "instance",
  securitySeverity: "5.5",
  options: { max: { default: 3, what: "How many operators may have such rights." } },
  title: "Few operators have the rights of an administrator",
  why: "Who has the group or right admin, or the right createProcess or sql, can run programs on the server or any SQL on the database, past every other right.",
  remedy:
    "Take the group admin and the rights admin, createProcess and sql away from operators who can do without; who logs in with an Adobe ID gets the group from a product profile in the Admin Console.",
  source: ["campaign-classic.en: installation/using/access-management.md"],
  needs: ["operators"],
  check({ instance, operators, options: { max = 3 } }, verdict) {
    const privilege = privilegesOf(instance, HIGH_PRIVILEGES);
    const holders: Operator[] = [];
    const missing = new Set<EvidenceKey>();
    let open = 0;
    for (const operator of operators.records) {
      const held = privilege(operator);
      if (held.is === "held") holders.push(operator);
      if (held.is !== "unknown") continue;
      open += 1;
      for (const key of held.missing) missing.add(key);
    }
    const known = holders.length;
    if (known > max) {
      verdict.fail(instance, {
        message: `${known} operators have the group or right "admin", or the right "createProcess" or "sql": ${operatorNames(holders)}. At most ${max} should, as no other right holds them back.`,
        at: [operators],
        observed: `${known} operators`,
        expected: `${max} at most`,
        property: "privileges",
        related: holders.slice(0, 5).map((operator) => ({ at: [operator], message: "One of them." })),
      });
    } else if (known + open > max || operators.complete !== "yes") {
      if (operators.complete !== "yes")
        for (const key of ["operators", "completeness"] as const) missing.add(key);
      verdict.unknown(instance, {
        message: `${counted(known)} the group or right "admin", or the right "createProcess" or "sql"; ${
          open > 0
            ? `whether ${open === 1 ? "1 other has" : `${open} others have`} is not known`
            : "there may be more, as the list may not be complete"
        }.`,
        at: [operators],
        missing: [...missing],
        property: "privileges",
      });
    } else {
      verdict.pass(instance);
    }
  },
  examples: {
    fails: [
      {
        shows: "By group, by right, and by a right of the group",
        snapshot: `
          groups: [ { name: ops, rights: [createProcess] } ]
          operators:
            - { name: admin, rights: [admin] }
            - { name: jane, groups: [admin] }
            - { name: john, groups: [ops] }
            - { name: mary, rights: [sql] }
        `,
        at: "operators",
      },
    ],
    passes: [
      {
        snapshot: `
          groups: [ { name: delivery, rights: [export] } ]
          operators:
            - { name: admin, groups: [], rights: [admin] }
            - { name: jane, groups: [delivery], rights: [] }
        `,
      },
      {
        shows: "Of few operators it does not matter what they have",
        snapshot: `
          operators: [ { name: admin }, { name: jane } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "What some of them have is not in the export",
        snapshot: `
          operators:
            - { name: admin, rights: [admin] }
            - { name: jane, groups: [delivery] }
            - { name: john, groups: [delivery] }
            - { name: mary, groups: [delivery] }
        `,
      },
      {
        shows: "There may be more operators",
        snapshot: `
          operators: [ { name: admin, groups: [], rights: [admin] } ]
          complete: { operators: unknown }
        `,
      },
    ],
  },
});

function counted(operators: number): string {
  if (operators === 0) return "No operator is known to have";
  return operators === 1 ? "1 operator has" : `${operators} operators have`;
}
