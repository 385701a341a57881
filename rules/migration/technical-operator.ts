import { defineRule } from "../../src/evaluate/rule.js";
import { allowListOf, nativeAccessOf } from "../../src/model/allowed-operators.js";
import { fold, PERHAPS_IGNORED } from "../../src/model/likeness.js";
import { isTechnicalAccount, loginOf, operatorName } from "../../src/model/people.js";
import { STANDS_AT } from "../../src/model/workspace.js";

export default defineRule({
  id: "technical-operator",
  control: "6.9",
  level: "should",
  since: "0.1.0",
  subject: "operator",
  title: "APIs use technical accounts, not operators with a login and password",
  why: "The password of such an operator stands in scripts and other systems, where nobody renews it; API calls should come with the token of a technical account, and v8 takes nothing else.",
  remedy:
    "Create a project with the Adobe Campaign API and OAuth Server-to-Server in the Adobe Developer Console, give it the product profiles that the operator's groups call for, let the API calls use its token, then delete the operator.",
  source: [
    "campaign-classic.en: technotes/using/ims-migration.md",
    "campaign-classic.en: technotes/using/impact-ims-migration.md",
  ],
  needs: ["operators"],
  check({ instance, settings, operators }, verdict) {
    const { technicalOperators } = settings;
    const stated = new Map(technicalOperators?.map((name) => [fold(name, PERHAPS_IGNORED), name]));
    const found = new Set<string>();
    const list = allowListOf(instance);
    const allowed = new Map(list?.extra.map((login) => [login.name, login]));
    const access = instance.serverConf && nativeAccessOf(instance, instance.serverConf);
    /** Whether all that can use the API natively are those that are named. */
    let isClosed = access?.is === "those-listed" && access.list.isComplete;
    const login = loginOf(operators);
    let withoutLogin = 0;
    for (const operator of operators.records) {
      const { name } = operator;
      if (name === undefined) continue;
      const key = fold(name, PERHAPS_IGNORED);
      const isStated = stated.has(key);
      const allowedAs = allowed.get(name);
      if (isStated) found.add(key);
      if (!isStated && !allowedAs) {
        isClosed &&= !list?.allows(name).startsWith("perhaps");
        continue;
      }
      const how = isTechnicalAccount(operator) ? "ims" : login(operator);
      if (how === "ims") {
        verdict.pass(operator);
      } else if (how === undefined) {
        withoutLogin += 1;
      } else {
        verdict.fail(operator, {
          message: `Operator "${operatorName(operator)}" is used for APIs (${isStated ? "the config says so" : "allowOperator names it"}) and does not log in by IMS: whoever gets hold of its password can use them.`,
          at: [operator, "name"],
          observed: operator.authenticationType,
          expected: "a technical account",
          related: allowedAs ? [{ at: [allowedAs], message: "It may use the API without an Adobe ID." }] : [],
        });
      }
    }
    for (const [key, name] of stated) {
      if (found.has(key)) continue;
      // Where the list of operators stands, so does what is missing from it.
      const subject = { name, [STANDS_AT]: [operators] as const };
      if (operators.complete === "yes") {
        verdict.notApplicable(
          subject,
          "The config names this operator for APIs; it is no operator any more.",
        );
      } else {
        verdict.unknown(subject, {
          message: `"${name}", which the config names for APIs, is not among the operators in the export, and the list may not be complete.`,
          missing: ["operators", "completeness"],
        });
      }
    }
    if (withoutLogin > 0) {
      verdict.unknown(instance, {
        message: "No operator in the export tells how it logs in.",
        at: [operators],
        missing: "operatorLogin",
        property: "login",
      });
    }
    if (!technicalOperators && !isClosed) {
      verdict.unknown(instance, {
        message: "Which operators APIs use, no export tells and the config does not say.",
        missing: "technicalOperators",
        property: "technicalOperators",
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          operators:
            - { name: jane, authenticationType: ims }
            - { name: api_crm, authenticationType: "" }
        `,
        config: `
          instances: { prod: { technicalOperators: [api_crm] } }
        `,
        at: "api_crm",
      },
      {
        shows: "The API is open to an operator beside the default ones",
        snapshot: `
          operators: [ { name: api_crm, authenticationType: "" } ]
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI: { disableAPI: true, allowOperator: [ { name: admin }, { name: api_crm } ] }
        `,
        at: "api_crm",
      },
    ],
    passes: [
      {
        shows: "A technical account",
        snapshot: `
          operators:
            - { name: 3f2a@techacct.adobe.com, authenticationType: ims }
            - { name: jane, authenticationType: ims }
        `,
        config: `
          instances: { prod: { technicalOperators: ["3f2a@techacct.adobe.com"] } }
        `,
      },
    ],
    unknown: [
      {
        shows: "Nobody says which operators APIs use",
        snapshot: `
          operators: [ { name: api_crm, authenticationType: "" } ]
        `,
      },
      {
        shows: "No operator tells how it logs in",
        snapshot: `
          operators: [ { name: api_crm } ]
        `,
        config: `
          instances: { prod: { technicalOperators: [api_crm] } }
        `,
      },
      {
        shows: "It is not in the export, and there may be more operators",
        snapshot: `
          operators: [ { name: jane, authenticationType: ims } ]
          complete: { operators: unknown }
        `,
        config: `
          instances: { prod: { technicalOperators: [api_crm] } }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "The config says that APIs use none",
        snapshot: `
          operators: [ { name: api_crm, authenticationType: "" } ]
        `,
        config: `
          instances: { prod: { technicalOperators: [] } }
        `,
      },
      {
        shows: "The operator is gone",
        snapshot: `
          operators: [ { name: jane, authenticationType: ims } ]
        `,
        config: `
          instances: { prod: { technicalOperators: [api_crm] } }
        `,
      },
    ],
  },
});
