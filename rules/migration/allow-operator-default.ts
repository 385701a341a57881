import { defineRule } from "../../src/evaluate/rule.js";
import { type Allowed, DEFAULT_ALLOWED, nativeAccessOf } from "../../src/model/allowed-operators.js";
import { STANDS_AT } from "../../src/model/workspace.js";

export default defineRule({
  id: "allow-operator-default",
  control: "6.6",
  level: "must",
  since: "0.1.0",
  subject: "operator",
  title: "The default operators may use the API when it is closed to native login",
  why: "These operators log in without an Adobe ID by design; once disableAPI is true, the API turns away all whom the list does not name, them too.",
  remedy:
    "Put the name back as an element allowOperator of shared/imsConfig/nonIMSAuthnAPI, in the instance's configuration file or in serverConf.xml, and restart the server. Adobe says that the four default names must not be modified.",
  source: ["campaign-classic.en: technotes/using/impact-ims-migration.md"],
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
    const lacking: string[] = [];
    for (const name of DEFAULT_ALLOWED) {
      const subject = { name, [STANDS_AT]: list.standsAt };
      const held = list.holds(name);
      if (held === "yes") {
        verdict.pass(subject);
      } else if (held !== "no") {
        verdict.unknown(subject, {
          message: `"${name}" is not in the list of the operators that may use the API (allowOperator); ${WHY_PERHAPS[held]}`,
        });
      } else if (list.isComplete) {
        verdict.fail(subject, {
          message: `"${name}" is not in the list of the operators that may use the API (allowOperator): while disableAPI is true, the API turns it away.`,
          observed: [...list.logins.keys()].map((login) => `"${login}"`).join(", "),
          expected: name,
        });
      } else {
        lacking.push(`"${name}"`);
      }
    }
    if (lacking.length > 0) {
      verdict.unknown(instance, {
        message: `The list of the operators that may use the API (allowOperator) lacks ${lacking.join(", ")}, but it may not be complete.`,
        at: list.standsAt,
        missing: "serverConf",
        property: "",
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI:
                  disableAPI: true
                  allowOperator: [ { name: admin }, { name: campaign-loginmonitor }, { name: "internal|monitoring" } ]
        `,
        at: "allowOperator",
      },
      {
        shows: "An empty list is evidence",
        snapshot: `
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: "1", allowOperator: [] } } } }
        `,
        at: "[]",
      },
    ],
    passes: [
      {
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
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { allowOperator: [] } } } }
        `,
      },
      {
        shows: "The configuration may not be complete",
        snapshot: `
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true, allowOperator: [] } } } }
          complete: { serverConf: unknown }
        `,
      },
      {
        shows:
          "Whether Campaign minds letter case is not public, nor how it reads the sign between two names",
        snapshot: `
          serverConf:
            shared:
              imsConfig:
                nonIMSAuthnAPI:
                  disableAPI: true
                  allowOperator:
                    - { name: Admin }
                    - { name: aemserver }
                    - { name: campaign-loginmonitor }
                    - { name: internal }
                    - { name: monitoring }
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: false, allowOperator: [] } } } }
        `,
      },
    ],
  },
});

const WHY_PERHAPS: Readonly<Record<Exclude<Allowed, "yes" | "no">, string>> = {
  "perhaps-alike": "whether Campaign takes a name that is written otherwise for the same is not public.",
  "perhaps-pattern":
    "another name looks like a regular expression, and whether Campaign reads it so is not public.",
};
