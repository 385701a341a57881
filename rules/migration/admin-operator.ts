import { defineRule } from "../../src/evaluate/rule.js";
import { fold, PERHAPS_IGNORED } from "../../src/model/likeness.js";

const ADMIN = "admin";

export default defineRule({
  id: "admin-operator",
  control: "6.12",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  title: "The operator «admin» is still there",
  why: "Campaign uses this operator itself to execute processing, even where nobody logs in as it; it must be neither deleted nor disabled.",
  remedy:
    "Bring the operator admin back from a backup or with the help of Adobe support. To keep people from using it, forbid it access from the rich client and restrict its security zone instead.",
  source: ["campaign-classic.en: installation/using/access-management.md"],
  needs: ["operators"],
  check({ instance, operators }, verdict) {
    const logins = new Set(operators.records.map(({ name }) => name));
    const alike = operators.records.find(
      ({ name }) => name !== undefined && fold(name, PERHAPS_IGNORED) === ADMIN,
    );
    const property = ADMIN;
    if (logins.has(ADMIN)) {
      verdict.pass(instance);
    } else if (alike) {
      verdict.unknown(instance, {
        message: `Operator "${alike.name}" is not quite "admin": it differs in letter case or white space, and whether Campaign minds is not public.`,
        at: [alike, "name"],
        property,
      });
    } else if (operators.complete === "yes") {
      verdict.fail(instance, {
        message: `Operator "admin" is not among the operators of the instance: Campaign executes processing as this operator.`,
        at: [operators],
        observed: `${operators.records.length} operators`,
        expected: ADMIN,
        property,
      });
    } else {
      verdict.unknown(instance, {
        message: `Operator "admin" is not among the operators in the export, but the list may not be complete.`,
        at: [operators],
        missing: ["operators", "completeness"],
        property,
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          operators: [ { name: jane } ]
        `,
        at: "operators",
      },
    ],
    passes: [
      {
        snapshot: `
          operators: [ { name: admin }, { name: jane } ]
          complete: { operators: unknown }
        `,
      },
    ],
    unknown: [
      {
        shows: "There may be more operators",
        snapshot: `
          operators: [ { name: jane } ]
          complete: { operators: unknown }
        `,
      },
      {
        shows: "Whether Campaign minds letter case is not public",
        snapshot: `
          operators: [ { name: Admin } ]
        `,
      },
    ],
  },
});
