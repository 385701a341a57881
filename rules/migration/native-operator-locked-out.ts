import { defineRule } from "../../src/evaluate/rule.js";
import { nativeAccessOf } from "../../src/model/allowed-operators.js";
import { whySpared } from "../../src/model/migration.js";
import { loginOf, operatorName } from "../../src/model/people.js";

export default defineRule({
  id: "native-operator-locked-out",
  control: "6.8",
  level: "must",
  since: "0.1.0",
  subject: "operator",
  title: "No native operator is locked out of the API",
  why: "While disableAPI is true, the API turns away operators without an Adobe ID that allowOperator does not name; what logs in as one of them stops working.",
  remedy:
    "Let the person log in with an Adobe ID, or move what uses the operator to a technical account, and delete operators that nobody uses. Where neither can be done yet, name the operator as an element allowOperator of shared/imsConfig/nonIMSAuthnAPI and restart the server.",
  source: ["campaign-classic.en: technotes/using/impact-ims-migration.md"],
  needs: ["serverConf", "operators"],
  check({ instance, serverConf, operators }, verdict) {
    const access = nativeAccessOf(instance, serverConf);
    if (access.is === "everybody") {
      verdict.notApplicable(instance, access.why);
      return;
    }
    if (access.is === "restriction-unknown") {
      const { message, at } = access;
      verdict.unknown(instance, { message, at, missing: "serverConf", property: "" });
      return;
    }
    const list = access.is === "those-listed" ? access.list : undefined;
    const login = loginOf(operators);
    const open: Record<"login" | "list" | "pattern", number> = { login: 0, list: 0, pattern: 0 };
    for (const operator of operators.records) {
      const { name } = operator;
      const spared = whySpared(operator);
      const how = login(operator);
      if (spared) {
        verdict.notApplicable(operator, spared);
      } else if (how === "ims") {
        verdict.pass(operator);
      } else if (how === undefined) {
        open.login += 1;
      } else if (name === undefined) {
        verdict.unknown(operator, {
          message: `The login of operator "${operatorName(operator)}" is not in the export, so whether the API takes it is not known.`,
          missing: "operators",
          property: "name",
        });
      } else {
        switch (list?.allows(name)) {
          case "yes":
            verdict.pass(operator);
            break;
          case "perhaps-alike":
            verdict.unknown(operator, {
              message: `Operator "${name}" may use the API (allowOperator) by a name that differs in letter case or white space; whether Campaign minds is not public.`,
              at: [operator, "name"],
            });
            break;
          case "perhaps-pattern":
            open.pattern += 1;
            break;
          case "no":
            if (!list?.isComplete) {
              open.list += 1;
              break;
            }
            verdict.fail(operator, {
              message: `Operator "${name}" does not log in with an Adobe ID and is not among the operators that may use the API (allowOperator): while disableAPI is true, the API turns it away.`,
              at: [operator, "name"],
              observed: name,
              expected: "a login with an Adobe ID, or its name in allowOperator",
              related: [{ at: list.standsAt, message: "The operators that may." }],
            });
            break;
          case undefined:
            open.list += 1;
        }
      }
    }
    if (open.login > 0) {
      verdict.unknown(instance, {
        message: "No operator in the export tells how it logs in.",
        at: [operators],
        missing: "operatorLogin",
        property: "",
      });
    }
    if (open.list > 0) {
      verdict.unknown(instance, {
        message:
          access.is === "list-unknown"
            ? access.message
            : `${counted(open.list)} not in the list of the operators that may use the API (allowOperator), but it may not be complete.`,
        at: access.is === "list-unknown" ? access.at : list?.standsAt,
        missing: "serverConf",
        property: "",
      });
    }
    if (open.pattern > 0) {
      verdict.unknown(instance, {
        message: `${counted(open.pattern)} not in the list of the operators that may use the API (allowOperator) but for a name that looks like a regular expression; whether Campaign reads it so is not public.`,
        at: list?.standsAt,
        property: "",
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
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI: { disableAPI: true, allowOperator: [ { name: admin }, { name: aemserver } ] }
        `,
        at: "api_crm",
      },
    ],
    passes: [
      {
        snapshot: `
          operators:
            - { name: jane, authenticationType: ims }
            - { name: api_crm, authenticationType: "" }
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI: { disableAPI: true, allowOperator: [ { name: admin }, { name: api_crm } ] }
        `,
      },
      {
        shows: "A name that stands for two operators",
        snapshot: `
          operators: [ { name: api_crm, authenticationType: "" } ]
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI: { disableAPI: true, allowOperator: { name: "api_crm|api_web" } }
        `,
      },
    ],
    unknown: [
      {
        shows: "No operator tells how it logs in",
        snapshot: `
          operators: [ { name: api_crm } ]
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true, allowOperator: [] } } } }
        `,
      },
      {
        shows: "Who may use the API is not in the export",
        snapshot: `
          operators: [ { name: api_crm, authenticationType: "" } ]
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true } } } }
        `,
      },
      {
        shows: "Whether the API is restricted is not in the export",
        snapshot: `
          operators: [ { name: api_crm, authenticationType: "" } ]
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { allowOperator: [] } } } }
        `,
      },
      {
        shows: "A name that differs in letter case, and one that may be meant as a regular expression",
        snapshot: `
          operators:
            - { name: api_crm, authenticationType: "" }
            - { name: batch_1, authenticationType: "" }
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI: { disableAPI: true, allowOperator: [ { name: API_CRM }, { name: "batch_.*" } ] }
        `,
      },
      {
        shows: "The configuration may not be complete",
        snapshot: `
          operators: [ { name: api_crm, authenticationType: "" } ]
          serverConf:
            shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true, allowOperator: { name: admin } } } }
          complete: { serverConf: unknown }
        `,
      },
      {
        shows: "An operator without its login",
        snapshot: `
          operators: [ { label: Newsletter, authenticationType: "" } ]
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true, allowOperator: [] } } } }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "The API takes every operator",
        snapshot: `
          operators: [ { name: api_crm, authenticationType: "" } ]
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: false } } } }
        `,
      },
      {
        shows: "An operator that comes with Campaign",
        snapshot: `
          operators: [ { name: webapp, authenticationType: "" } ]
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true, allowOperator: [] } } } }
        `,
      },
    ],
  },
});

function counted(operators: number): string {
  return operators === 1 ? "1 native operator is" : `${operators} native operators are`;
}
