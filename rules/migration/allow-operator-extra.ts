import { defineRule } from "../../src/evaluate/rule.js";
import { looksLikePattern, nativeAccessOf } from "../../src/model/allowed-operators.js";
import { fold, PERHAPS_IGNORED } from "../../src/model/likeness.js";
import type { Instance } from "../../src/model/workspace.js";

export default defineRule({
  id: "allow-operator-extra",
  control: "6.7",
  level: "should",
  since: "0.1.0",
  subject: "operator",
  securitySeverity: "5.5",
  title: "Nobody but Campaign's own operators may use the API without an Adobe ID",
  why: "Every further name is a login and password with which the API can be used past IMS, even after the migration.",
  remedy:
    "Move what uses the name to a technical account of the Adobe Developer Console, then take the element allowOperator out of shared/imsConfig/nonIMSAuthnAPI and restart the server.",
  source: [
    "campaign-classic.en: technotes/using/impact-ims-migration.md",
    "campaign-classic.en: technotes/using/ims-migration.md",
  ],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const access = nativeAccessOf(instance, serverConf);
    if (access.is === "everybody") {
      verdict.notApplicable(instance, access.why);
      return;
    }
    if (access.is !== "those-listed") {
      const { message, at } = access;
      verdict.unknown(instance, { message, at, missing: "serverConf", property: "" });
      return;
    }
    const { list } = access;
    const extra = new Set(list.extra);
    const isOperator = operatorsOf(instance);
    for (const login of list.logins.values()) {
      const { name } = login;
      if (!extra.has(login)) {
        verdict.pass(login);
        continue;
      }
      switch (looksLikePattern(name) ? "unknown" : isOperator(name)) {
        case "yes":
          verdict.review(login, {
            message: `Operator "${name}" may use the API without an Adobe ID (allowOperator): look whether anything still needs that.`,
          });
          break;
        case "no":
          verdict.fail(login, {
            message: `"${name}" may use the API without an Adobe ID (allowOperator), and there is no such operator: whoever creates one of this name gets in.`,
            observed: name,
            expected: "an operator, or no such name",
          });
          break;
        case "unknown":
          verdict.review(login, {
            message: `"${name}" may use the API without an Adobe ID (allowOperator); which operator that is the export does not tell. Look whether anything still needs it.`,
          });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          operators: [ { name: admin } ]
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI:
                  disableAPI: true
                  allowOperator: [ { name: admin }, { name: api_old } ]
        `,
        at: "api_old",
      },
    ],
    review: [
      {
        snapshot: `
          operators: [ { name: api_crm } ]
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI: { disableAPI: true, allowOperator: { name: api_crm } }
        `,
      },
      {
        shows: "Whether it is an operator is not in the export",
        snapshot: `
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI: { disableAPI: true, allowOperator: { name: api_crm } }
        `,
      },
      {
        shows: "A name that may be meant as a regular expression",
        snapshot: `
          operators: [ { name: api_crm } ]
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI: { disableAPI: true, allowOperator: { name: "api_.*" } }
        `,
      },
    ],
    passes: [
      {
        shows: "The default names, of which one stands for two operators",
        snapshot: `
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI:
                  disableAPI: true
                  allowOperator:
                    - { name: admin }
                    - { name: aemserver }
                    - { name: campaign-loginmonitor }
                    - { name: "internal|monitoring" }
        `,
      },
    ],
    unknown: [
      {
        shows: "The list is not in the export",
        snapshot: `
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true } } } }
        `,
      },
      {
        shows: "Whether the API is restricted is not in the export",
        snapshot: `
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { allowOperator: { name: api_crm } } } } }
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI: { disableAPI: false, allowOperator: { name: api_crm } }
        `,
      },
    ],
  },
});

/** Whether there is an operator of a name; one that differs in letter case or white space counts, as Campaign may not mind. */
function operatorsOf({ operators }: Instance): (name: string) => "yes" | "no" | "unknown" {
  const logins = new Set(operators?.records.map(({ name }) => fold(name ?? "", PERHAPS_IGNORED)));
  const lack = operators?.complete === "yes" ? "no" : "unknown";
  return (name) => (logins.has(fold(name, PERHAPS_IGNORED)) ? "yes" : lack);
}
