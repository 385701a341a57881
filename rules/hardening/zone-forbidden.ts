import { defineRule } from "../../src/evaluate/rule.js";
import { zonesOf } from "../../src/model/server-settings.js";
import { inWords, permittedBy, zonesUnstated } from "../../src/model/zone-risks.js";

/** Never to be true, and what each of them does. */
const FORBIDDEN = {
  allowEmptyPassword: "operators can log on there without a password",
  allowUserPassword:
    "login and password can be sent there as a parameter, so that web servers and proxies write them into their logs",
  allowSQLInjection: "an old syntax that lets people inject SQL works there",
} as const;

export default defineRule({
  id: "zone-forbidden",
  control: "7.1",
  level: "must",
  since: "0.1.0",
  subject: "zone",
  securitySeverity: "8.0",
  title: "No security zone allows empty passwords, passwords as parameters or SQL injection",
  why: "These attributes were only made for the migration from Campaign v5 and v6.0 and are never to be true: they let passwords be empty or end up in log files, and SQL be injected.",
  remedy:
    'Set allowEmptyPassword, allowUserPassword and allowSQLInjection of the security zone to "false" in serverConf.xml, or in config-<instance>.xml where they are overridden. Restart the server, export again.',
  source: ["campaign-classic.en: installation/using/security-zones.md"],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const unstated = zonesUnstated(serverConf);
    if (unstated) verdict.unknown(instance, unstated);
    for (const zone of zonesOf(serverConf)) {
      const names = ["allowEmptyPassword", "allowUserPassword", "allowSQLInjection"] as const;
      const { on, open } = permittedBy(serverConf, zone, names);
      for (const { name, text, route } of on) {
        verdict.fail(zone, {
          message: `${inWords(zone)} has ${name} set to "${text}": ${FORBIDDEN[name]}. Set it to "false".`,
          at: [serverConf, ...route],
          property: name,
          observed: text,
          expected: "false",
        });
      }
      if (open) verdict.unknown(zone, open);
      else if (on.length === 0) verdict.pass(zone);
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, allowEmptyPassword: "true", allowUserPassword: "false", allowSQLInjection: "false" }
        `,
        at: '"true"',
      },
      {
        shows: "Each attribute is a finding of its own",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, allowEmptyPassword: false, allowUserPassword: 1, allowSQLInjection: true }
        `,
        at: "1",
      },
      {
        shows: "A nested zone, whatever the outer one says",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: public
                allowEmptyPassword: false
                allowUserPassword: false
                allowSQLInjection: false
                securityZone: { name: lan, allowEmptyPassword: false, allowUserPassword: false, allowSQLInjection: true }
        `,
        at: "true",
      },
    ],
    passes: [
      {
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, allowEmptyPassword: "false", allowUserPassword: "false", allowSQLInjection: "0" }
        `,
      },
    ],
    unknown: [
      {
        shows: "The documented default is false, but only what is written is evidence",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, allowEmptyPassword: "false" }
        `,
      },
      {
        shows: "Neither true nor false",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, allowEmptyPassword: "never", allowUserPassword: "false", allowSQLInjection: "false" }
        `,
      },
      {
        shows: "No security zone is stated",
        snapshot: `
          serverConf: { web: {} }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "There are none",
        snapshot: `
          serverConf: { shared: { securityZone: [] } }
        `,
      },
    ],
  },
});
