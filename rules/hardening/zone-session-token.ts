import { defineRule } from "../../src/evaluate/rule.js";
import { messageCenterInstalled } from "../../src/model/packages.js";
import { zonesOf } from "../../src/model/server-settings.js";
import {
  BEYOND_LOOPBACK,
  inSubnet,
  inWords,
  relatedTo,
  risksOf,
  zonesUnstated,
} from "../../src/model/zone-risks.js";

export default defineRule({
  id: "zone-session-token",
  control: "7.3",
  level: "should",
  since: "0.1.0",
  subject: "zone",
  securitySeverity: "5.5",
  title: "Requests need the security token, but for loopback",
  why: "With sessionTokenOnly a page on another site can make the browser of an operator act in Campaign (CSRF), and scripts can read the session cookie.",
  remedy:
    'Set sessionTokenOnly of the security zone to "false" in serverConf.xml, or in config-<instance>.xml where it is overridden. Message Center with several execution instances needs it: then in a zone of its own, with those addresses alone. Restart the server, export again.',
  source: [
    "campaign-classic.en: installation/using/security-zones.md",
    "campaign-classic.en: message-center/using/configuring-instances.md",
  ],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const unstated = zonesUnstated(serverConf);
    if (unstated) verdict.unknown(instance, unstated);
    const { packages } = instance;
    const messageCenter = packages && messageCenterInstalled(packages);
    for (const zone of zonesOf(serverConf)) {
      const names = ["sessionTokenOnly"] as const;
      const { risks, open } = risksOf({ instance, serverConf }, zone, names, BEYOND_LOOPBACK);
      const [risk] = risks;
      if (open) {
        verdict.unknown(zone, open);
      } else if (!risk) {
        verdict.pass(zone);
      } else {
        const { name: property, text, route, subnet } = risk;
        const found = `${inWords(zone)} has sessionTokenOnly set to "${text}" and is for other machines too, such as ${inSubnet(subnet)}`;
        const at = [serverConf, ...route] as const;
        const related = relatedTo(subnet, serverConf);
        const detail = { at, property, observed: text, expected: "false", related };
        switch (messageCenter?.state) {
          case "no":
            verdict.fail(zone, {
              ...detail,
              message: `${found}: operators there are open to cross-site request forgery (CSRF). Set it to "false".`,
            });
            break;
          case "yes":
            verdict.review(zone, {
              ...detail,
              message: `${found}, and a package of Message Center is installed: look whether several execution instances need this, and whether the zone holds their addresses alone.`,
            });
            break;
          default:
            verdict.unknown(zone, {
              message: `${found}. Only the execution instances of Message Center need that, and whether a package of Message Center is installed is not known.`,
              at,
              property,
              missing: messageCenter ? ["packages", "completeness"] : "packages",
            });
        }
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          packages: [ { id: "nms:core" } ]
          serverConf:
            shared:
              securityZone:
                name: lan
                sessionTokenOnly: "true"
                subNetwork: { name: lan1, mask: 192.168.0.0/16 }
        `,
        at: '"true"',
      },
    ],
    review: [
      {
        shows: "Execution instances of Message Center may need it",
        snapshot: `
          packages: [ { id: "nms:messageCenter" } ]
          serverConf:
            shared:
              securityZone:
                name: lan
                sessionTokenOnly: "true"
                subNetwork: { name: lan1, mask: 192.168.0.0/16 }
        `,
      },
    ],
    passes: [
      {
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: lan
                sessionTokenOnly: "false"
                subNetwork: { name: lan1, mask: 192.168.0.0/16 }
        `,
      },
      {
        shows: "Loopback alone",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: local
                sessionTokenOnly: "true"
                subNetwork: [ { name: localhost, mask: 127.0.0.1/16 }, { name: localhost6, mask: "::1/128" } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "Without the packages nobody can tell whether Message Center needs it",
        snapshot: `
          serverConf:
            shared:
              securityZone:
                name: lan
                sessionTokenOnly: "true"
                subNetwork: { name: lan1, mask: 192.168.0.0/16 }
        `,
      },
      {
        shows: "There may be more packages",
        snapshot: `
          packages: [ { id: "nms:core" } ]
          serverConf:
            shared:
              securityZone:
                name: lan
                sessionTokenOnly: "true"
                subNetwork: { name: lan1, mask: 192.168.0.0/16 }
          complete: { packages: unknown }
        `,
      },
      {
        shows: "The documented default is false, but only what is written is evidence",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, subNetwork: { name: lan1, mask: 192.168.0.0/16 } }
        `,
      },
      {
        shows: "No subnet is stated",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, sessionTokenOnly: "true" }
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
