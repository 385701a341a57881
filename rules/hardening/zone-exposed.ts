import { defineRule } from "../../src/evaluate/rule.js";
import { zonesOf } from "../../src/model/server-settings.js";
import {
  BEYOND_LOOPBACK,
  inSubnet,
  inWords,
  relatedTo,
  risksOf,
  zonesUnstated,
} from "../../src/model/zone-risks.js";

/** What each of them does. */
const EXPOSING = {
  allowHTTP: "sessions can be opened from there without HTTPS",
  showErrors: "people there are shown the errors of the server, those of SQL too",
} as const;

export default defineRule({
  id: "zone-exposed",
  control: "7.2",
  level: "should",
  since: "0.1.0",
  subject: "zone",
  securitySeverity: "5.5",
  title: "HTTP and errors of the server are for loopback only",
  why: "From another machine, a session without HTTPS can be read on its way, and errors of the server tell how it is built.",
  remedy:
    'Set allowHTTP and showErrors of the security zone to "false" in serverConf.xml, or in config-<instance>.xml where they are overridden; what the machine itself needs goes into a zone for 127.0.0.1 and ::1 alone. Restart the server, export again.',
  source: ["campaign-classic.en: installation/using/security-zones.md"],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const unstated = zonesUnstated(serverConf);
    if (unstated) verdict.unknown(instance, unstated);
    for (const zone of zonesOf(serverConf)) {
      const names = ["allowHTTP", "showErrors"] as const;
      const { risks, open } = risksOf({ instance, serverConf }, zone, names, BEYOND_LOOPBACK);
      for (const { name, text, route, subnet } of risks) {
        verdict.fail(zone, {
          message: `${inWords(zone)} has ${name} set to "${text}" and is for other machines too, such as ${inSubnet(subnet)}: ${EXPOSING[name]}. Set it to "false".`,
          at: [serverConf, ...route],
          property: name,
          observed: text,
          expected: "false",
          related: relatedTo(subnet, serverConf),
        });
      }
      if (open) verdict.unknown(zone, open);
      else if (risks.length === 0) verdict.pass(zone);
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: lan
                allowHTTP: "true"
                showErrors: "false"
                subNetwork: { name: lan1, mask: 192.168.0.0/24 }
        `,
        at: '"true"',
      },
      {
        shows: "The subnets of nested zones count",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: vpn
                allowHTTP: "false"
                showErrors: "true"
                securityZone:
                  name: lan
                  allowHTTP: "false"
                  showErrors: "false"
                  subNetwork: [ { name: localhost, mask: 127.0.0.1/16 }, { name: lan6, mask: "fc00::/7" } ]
        `,
        at: '"true"',
      },
    ],
    passes: [
      {
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, allowHTTP: "false", showErrors: "false" }
        `,
      },
      {
        shows: "Loopback alone",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: local
                allowHTTP: "true"
                subNetwork: [ { name: localhost, mask: 127.0.0.1/32 }, { name: localhost6, mask: "::1/128" } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "The documented default is false, but only what is written is evidence",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: lan
                allowHTTP: "false"
                subNetwork: { name: lan1, mask: 192.168.0.0/24 }
        `,
      },
      {
        shows: "No subnet is stated",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, allowHTTP: "true", showErrors: "false" }
        `,
      },
      {
        shows: "The mask cannot be read, and no other subnet decides",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: lan
                allowHTTP: "true"
                showErrors: "false"
                subNetwork: [ { name: localhost, mask: 127.0.0.1 }, { name: lan1, mask: a.b.c.d/xx } ]
        `,
      },
      {
        shows: "There may be more subnets",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: local
                allowHTTP: "true"
                showErrors: "false"
                subNetwork: { name: localhost, mask: 127.0.0.1/32 }
          complete: { serverConf: unknown }
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
