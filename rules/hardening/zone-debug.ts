import { defineRule } from "../../src/evaluate/rule.js";
import { zonesOf } from "../../src/model/server-settings.js";
import { inSubnet, inWords, relatedTo, risksOf, WIDE, zonesUnstated } from "../../src/model/zone-risks.js";

export default defineRule({
  id: "zone-debug",
  control: "7.4",
  level: "should",
  since: "0.1.0",
  subject: "zone",
  securitySeverity: "4.5",
  title: "Debug mode is for small subnets only",
  why: "allowDebug lets people run web applications in debug mode and shows them the rules of the relay: only those who build web applications, surveys and reports need it. More than one network of the usual size, that is a mask wider than /24 (IPv4) or /64 (IPv6, where a single network has that size), is more than these.",
  remedy:
    'Set allowDebug of the security zone to "false" in serverConf.xml, or in config-<instance>.xml where it is overridden, or keep it in a zone with the addresses alone of those who need it. Restart the server, export again.',
  source: ["campaign-classic.en: installation/using/security-zones.md"],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const unstated = zonesUnstated(serverConf);
    if (unstated) verdict.unknown(instance, unstated);
    for (const zone of zonesOf(serverConf)) {
      const { risks, open } = risksOf({ instance, serverConf }, zone, ["allowDebug"], WIDE);
      for (const { name, text, route, subnet } of risks) {
        verdict.fail(zone, {
          message: `${inWords(zone)} has allowDebug set to "${text}" for many addresses, such as ${inSubnet(subnet)}: whoever is there is shown the rules of the relay and can debug web applications. Set it to "false", or keep the zone to those who need it.`,
          at: [serverConf, ...route],
          property: name,
          observed: text,
          expected: "false, or subnets no wider than /24 (IPv6: /64)",
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
              securityZone: { name: vpn, allowDebug: "true", subNetwork: { name: vpn1, mask: 10.0.0.0/8 } }
        `,
        at: '"true"',
      },
      {
        shows: "A wildcard in a nested zone",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: public
                allowDebug: "true"
                securityZone: { name: all, allowDebug: "false", subNetwork: { name: any, mask: "*" } }
        `,
        at: '"true"',
      },
      {
        shows: "IPv6",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: vpn, allowDebug: "true", subNetwork: { name: vpn6, mask: "fd00:12::/48" } }
        `,
        at: '"true"',
      },
    ],
    passes: [
      {
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: public, allowDebug: "false", subNetwork: { name: all, mask: "*" } }
        `,
      },
      {
        shows: "Small subnets",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: vpn
                allowDebug: "true"
                subNetwork: [ { name: vpn1, mask: 10.1.2.0/24 }, { name: jane, mask: 10.1.3.7 }, { name: vpn6, mask: "fd00:12::/64" } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "The documented default is false, but only what is written is evidence",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: vpn, subNetwork: { name: vpn1, mask: 10.0.0.0/8 } }
        `,
      },
      {
        shows: "A subnet without a mask",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: vpn, allowDebug: "true", subNetwork: { name: vpn1 } }
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
