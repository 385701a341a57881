import { defineRule } from "../../src/evaluate/rule.js";
import { ADMINISTRATION, privilegesOf } from "../../src/model/privileges.js";

export default defineRule({
  id: "webapp-admin",
  control: "6.14",
  level: "should",
  since: "0.1.0",
  subject: "operator",
  securitySeverity: "6.5",
  title: "The operator of web applications is no administrator",
  why: "Web applications run as the operator webapp, for everybody on the internet; as installed it has the right ADMINISTRATION, so a fault in one of them opens all of Campaign.",
  remedy:
    "Create a named right of its own for the operator webapp, give it to the operator in the place of ADMINISTRATION (admin), and grant it read and write access to the folders that the web applications use.",
  source: [
    "campaign-classic.en: installation/using/access-management.md",
    "campaign-classic.en: platform/using/access-management-operators.md",
  ],
  needs: ["operators"],
  check({ instance, operators }, verdict) {
    const webapp = operators.records.find(({ name }) => name === "webapp");
    if (!webapp && operators.complete === "yes") {
      verdict.notApplicable(instance, "There is no operator webapp.");
      return;
    }
    if (!webapp) {
      verdict.unknown(instance, {
        message:
          "Operator webapp is not among the operators in the export, but the list may not be complete.",
        at: [operators],
        missing: ["operators", "completeness"],
      });
      return;
    }
    const privilege = privilegesOf(instance, ADMINISTRATION)(webapp);
    switch (privilege.is) {
      case "held":
        verdict.fail(webapp, {
          message: `Operator "webapp" is an administrator by ${privilege.through}: a fault in a web application opens all of Campaign.`,
          at: [webapp, privilege.key],
          observed: privilege.through,
          expected: "neither group nor right admin",
          property: "privileges",
        });
        return;
      case "not-held":
        verdict.pass(webapp);
        return;
      case "unknown":
        verdict.unknown(webapp, {
          message: `Whether operator "webapp" is an administrator, as it is when installed, is not known: not all of its groups and rights are in the export.`,
          missing: privilege.missing,
          property: "privileges",
        });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          operators: [ { name: webapp, rights: [admin] } ]
        `,
        at: "rights",
      },
      {
        shows: "By a right of its group",
        snapshot: `
          groups: [ { name: web, rights: [export, admin] } ]
          operators: [ { name: webapp, groups: [web] } ]
        `,
        at: "groups",
      },
    ],
    passes: [
      {
        snapshot: `
          operators: [ { name: webapp, groups: [], rights: [webapp] } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "The rights are not in the export",
        snapshot: `
          operators: [ { name: webapp, groups: [] } ]
        `,
      },
      {
        shows: "There may be more operators",
        snapshot: `
          operators: [ { name: jane } ]
          complete: { operators: unknown }
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          operators: [ { name: jane } ]
        `,
      },
    ],
  },
});
