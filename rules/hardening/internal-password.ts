import { defineRule } from "../../src/evaluate/rule.js";
import { secretsAt } from "../../src/model/server-settings.js";

export default defineRule({
  id: "internal-password",
  control: "7.8",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  securitySeverity: "8.0",
  title: "The operator internal has a password",
  why: "The operator internal may do everything on the server; with an empty password nothing but its security zone stands in the way.",
  remedy:
    "On the server run nlserver config -internalpassword, which writes the password, encrypted, as internalPassword of shared/authentication/xtk. State it in the export as { present: true }, never the password itself.",
  source: [
    "campaign-classic.en: installation/using/the-server-configuration-file.md",
    "campaign-classic.en: installation/using/configuring-campaign-server.md",
  ],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const stated = secretsAt(serverConf, ["shared", "authentication", "xtk"], "internalPassword");
    const empty = stated.filter(({ secret }) => !secret.present);
    const [first] = stated;
    if (!first) {
      verdict.unknown(instance, {
        message:
          "Whether the operator internal has a password is not in the export: internalPassword of shared/authentication/xtk is not stated. The documented default is empty, but ims-lint takes no default for evidence.",
        at: [serverConf],
        property: "internalPassword",
        missing: "internalPassword",
      });
    } else if (empty.length === 0) {
      verdict.pass(instance);
    } else if (empty.length < stated.length) {
      verdict.unknown(instance, {
        message:
          "The password of the operator internal is stated several times, as empty and as filled in; which of them counts is not known.",
        at: [serverConf, ...(empty[0]?.route ?? [])],
        property: "internalPassword",
      });
    } else {
      verdict.fail(instance, {
        message:
          "The password of the operator internal (internalPassword of shared/authentication/xtk) is empty: nothing but its security zone keeps people from administering the server. Give it one.",
        at: [serverConf, ...first.route],
        property: "internalPassword",
        observed: "",
        expected: "a password",
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          serverConf: { shared: { authentication: { xtk: { internalPassword: "" } } } }
        `,
        at: '""',
      },
      {
        shows: "Stated in a snapshot's own words",
        snapshot: `
          serverConf: { shared: { authentication: { xtk: { internalPassword: { present: false } } } } }
        `,
      },
    ],
    passes: [
      {
        snapshot: `
          serverConf: { shared: { authentication: { xtk: { internalPassword: { present: true } } } } }
        `,
      },
    ],
    unknown: [
      {
        shows: "Taken out of the copy, as it should be",
        snapshot: `
          serverConf: { shared: { authentication: { xtk: { internalSecurityZone: lan } } } }
        `,
      },
      {
        shows: "Stated twice",
        snapshot: `
          serverConf:
            shared:
              authentication: { xtk: [ { internalPassword: "" }, { internalPassword: { present: true } } ] }
        `,
      },
      {
        shows: "No server configuration",
        snapshot: `
          operators: []
        `,
      },
    ],
  },
});
