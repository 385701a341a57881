import { defineRule } from "../../src/evaluate/rule.js";
import { fold, PERHAPS_IGNORED } from "../../src/model/likeness.js";
import { operatorName } from "../../src/model/people.js";
import { zonesOf } from "../../src/model/server-settings.js";
import { zonesUnstated } from "../../src/model/zone-risks.js";

export default defineRule({
  id: "operator-zone",
  control: "7.7",
  level: "must",
  since: "0.1.0",
  subject: "operator",
  title: "Every operator's security zone is defined on the server",
  why: "An operator can log on only from the addresses of the zone; of a zone that the server does not know there are none.",
  remedy:
    "Choose a zone that is defined in Administration > Access management > Operators, Access rights > Edit access parameters… > Authorized connection zone, or define it in serverConf.xml or config-<instance>.xml and restart the server. Export again.",
  source: ["campaign-classic.en: installation/using/security-zones.md"],
  needs: ["operators", "serverConf"],
  check({ instance, operators, serverConf }, verdict) {
    const unstated = zonesUnstated(serverConf);
    if (unstated) {
      verdict.unknown(instance, unstated);
      return;
    }
    const securityZones = zonesOf(serverConf);
    if (
      operators.records.length > 0 &&
      operators.records.every((record) => record.securityZone === undefined)
    ) {
      verdict.unknown(instance, {
        message: "No operator in the export states a security zone.",
        at: [operators],
        missing: "securityZone",
      });
      return;
    }
    const names = new Set(securityZones.flatMap(({ name }) => name ?? []));
    const alike = new Map([...names].map((name) => [fold(name, PERHAPS_IGNORED), name]));
    const isWhole = instance.serverConfComplete === "yes";
    const nameless = securityZones.find(({ name }) => name === undefined);
    for (const operator of operators.records) {
      const { securityZone: zone } = operator;
      const at = [operator, "securityZone"] as const;
      const matter = `Security zone "${zone}" of operator "${operatorName(operator)}"`;
      const similar = zone && alike.get(fold(zone, PERHAPS_IGNORED));
      if (zone === undefined) {
        verdict.unknown(operator, {
          message: `The security zone of operator "${operatorName(operator)}" is not in the export.`,
          missing: "securityZone",
        });
      } else if (zone === "") {
        verdict.notApplicable(operator, "The operator is linked to no security zone.");
      } else if (names.has(zone)) {
        verdict.pass(operator);
      } else if (similar) {
        verdict.unknown(operator, {
          message: `${matter} is called "${similar}" on the server; whether Campaign takes the two for one is not public. Write it alike.`,
          at,
        });
      } else if (!isWhole) {
        verdict.unknown(operator, {
          message: `${matter} is not among those in the export, but serverConf.xml, which can define more, is not in it.`,
          at,
          missing: "serverConf",
        });
      } else if (nameless) {
        verdict.unknown(operator, {
          message: `${matter} is not among those in the export, but one of them states no name.`,
          at,
          missing: "serverConf",
        });
      } else {
        verdict.fail(operator, {
          message: `${matter} is not defined on the server: this person can log on from nowhere. Choose one that is defined.`,
          at,
          observed: zone,
          expected: expectedOf(names),
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          operators: [ { name: jane, securityZone: office } ]
          serverConf: { securityZone: { name: public, securityZone: [ { name: vpn }, { name: lan } ] } }
        `,
        at: "office",
      },
    ],
    passes: [
      {
        snapshot: `
          operators: [ { name: jane, securityZone: lan } ]
          serverConf: { securityZone: { name: public, securityZone: [ { name: vpn }, { name: lan } ] } }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "No zone",
        snapshot: `
          operators: [ { name: jane, securityZone: "" } ]
          serverConf: { securityZone: { name: public } }
        `,
      },
    ],
    unknown: [
      {
        shows: "No operator states its zone",
        snapshot: `
          operators: [ { name: jane }, { name: john } ]
          serverConf: { securityZone: { name: public } }
        `,
      },
      {
        shows: "One does not",
        snapshot: `
          operators: [ { name: jane }, { name: john, securityZone: public } ]
          serverConf: { securityZone: { name: public } }
        `,
      },
      {
        shows: "The zone may be defined in serverConf.xml",
        snapshot: `
          operators: [ { name: jane, securityZone: office } ]
          serverConf: { securityZone: { name: public } }
          complete: { serverConf: unknown }
        `,
      },
      {
        shows: "The same but for letter case",
        snapshot: `
          operators: [ { name: jane, securityZone: LAN } ]
          serverConf: { securityZone: { name: lan } }
        `,
      },
      {
        shows: "A zone without a name",
        snapshot: `
          operators: [ { name: jane, securityZone: office } ]
          serverConf: { securityZone: [ { name: lan }, { allowHTTP: false } ] }
        `,
      },
      {
        shows: "No zones in the export",
        snapshot: `
          operators: [ { name: jane, securityZone: office } ]
          serverConf: { shared: {} }
        `,
      },
    ],
  },
});

/** The zones there are, the first of many. */
function expectedOf(names: ReadonlySet<string>): string {
  const [...all] = names;
  const shown = all.slice(0, 10).join(", ");
  if (all.length === 0) return "a zone that is defined; there is none";
  return `one of ${shown}${all.length > 10 ? ", …" : ""}`;
}
