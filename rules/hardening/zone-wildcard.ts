import { defineRule } from "../../src/evaluate/rule.js";
import { joined } from "../../src/model/joined-names.js";
import { zonesOf } from "../../src/model/server-settings.js";
import {
  EVERY_ADDRESS,
  inSubnet,
  inWords,
  permittedBy,
  risksOf,
  ZONE_ATTRIBUTES,
  zonesUnstated,
} from "../../src/model/zone-risks.js";

export default defineRule({
  id: "zone-wildcard",
  control: "7.5",
  level: "should",
  since: "0.1.0",
  subject: "zone",
  securitySeverity: "6.5",
  title: "No security zone that is less secure takes in every address",
  why: "Each attribute of a security zone that is true makes it less secure; with a subnet of all addresses (*, 0.0.0.0/0 or ::/0) that holds for everybody on the network.",
  remedy:
    "In serverConf.xml or config-<instance>.xml, set every attribute of the zone that takes in all addresses to false, or give the zone only the addresses that need what it allows; the subnets of nested zones count as its own. Restart the server, export again.",
  source: ["campaign-classic.en: installation/using/security-zones.md"],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const unstated = zonesUnstated(serverConf);
    if (unstated) verdict.unknown(instance, unstated);
    for (const zone of zonesOf(serverConf)) {
      const { on } = permittedBy(serverConf, zone, ZONE_ATTRIBUTES);
      // One that is true is enough, whatever the others are.
      const names = on.length > 0 ? on.map(({ name }) => name) : ZONE_ATTRIBUTES;
      const { risks, open } = risksOf({ instance, serverConf }, zone, names, EVERY_ADDRESS);
      const [first] = risks;
      if (first) {
        const { mask, route } = first.subnet;
        verdict.fail(zone, {
          message: `${inWords(zone)} takes in every address, by ${inSubnet(first.subnet)}, and has ${joined(names)} set to true: everybody is let in on these terms. Give it only the addresses that need this, or set ${risks.length > 1 ? "them" : "it"} to "false".`,
          at: [serverConf, ...(mask?.route ?? route)],
          // Which attributes are true, and where the subnet is nested, may change: it is one finding.
          property: "",
          observed: mask?.text,
          expected: "no subnet of all addresses",
          related: risks.map(({ name, text, route }) => ({
            at: [serverConf, ...route],
            message: `${name} is "${text}".`,
          })),
        });
      } else if (open) {
        verdict.unknown(zone, { ...open, property: "" });
      } else {
        verdict.pass(zone);
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: public, showErrors: "true", subNetwork: { name: all, mask: "*" } }
        `,
        at: '"*"',
      },
      {
        shows: "By the subnet of a nested zone",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: public
                allowDebug: "true"
                securityZone: { name: lan, subNetwork: [ { name: lan1, mask: 10.0.0.0/8 }, { name: any, mask: 0.0.0.0/0 } ] }
        `,
        at: "0.0.0.0/0",
      },
      {
        shows: "Every address of IPv6",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: public, allowHTTP: "true", subNetwork: { name: all6, mask: "::/0" } }
        `,
        at: '"::/0"',
      },
    ],
    passes: [
      {
        shows: "Nothing is allowed",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: public
                allowEmptyPassword: "false"
                allowUserPassword: "false"
                allowSQLInjection: "false"
                allowHTTP: "false"
                showErrors: "false"
                sessionTokenOnly: "false"
                allowDebug: "false"
                subNetwork: { name: all, mask: "*" }
        `,
      },
      {
        shows: "Only some addresses",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, showErrors: "true", subNetwork: { name: lan1, mask: 10.0.0.0/8 } }
        `,
      },
    ],
    unknown: [
      {
        shows: "What is not stated may be true",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: public, allowHTTP: "false", subNetwork: { name: all, mask: "*" } }
        `,
      },
      {
        shows: "The mask cannot be read",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, showErrors: "true", subNetwork: { name: lan1, mask: 10.0.*.* } }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "There are no security zones",
        snapshot: `
          serverConf: { shared: { securityZone: [] } }
        `,
      },
    ],
  },
});
