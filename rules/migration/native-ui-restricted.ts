import { defineRule } from "../../src/evaluate/rule.js";
import { RESTRICTIONS_SINCE_WORDS as SINCE, standingOfRestriction } from "../../src/model/migration.js";
import { UI_RESTRICTION } from "../../src/model/restrictions.js";

export default defineRule({
  id: "native-ui-restricted",
  control: "6.4",
  level: "must",
  clauses: {
    early: { level: "should", what: `it is set on a server older than ${SINCE}, with which it came` },
  },
  since: "0.1.0",
  subject: "instance",
  securitySeverity: "5.5",
  title: "After the migration to IMS, the client console manages no operators of its own",
  why: "As long as the client console creates operators and sets their passwords, people can get in past the Admin Console.",
  remedy: `Set nonIMSOperatorMgmtInClientConsoleRestricted to true, in the element nonIMSOperatorMgmtInClientConsole below shared/imsConfig of the instance's configuration file, and restart the server; upgrade first where the server is older than ${SINCE}. Where Adobe runs the server, ask Adobe to do it.`,
  source: ["campaign-classic.en: technotes/using/impact-ims-migration.md"],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const { attribute } = UI_RESTRICTION;
    const standing = standingOfRestriction(instance, serverConf, UI_RESTRICTION);
    switch (standing.is) {
      case "before":
        verdict.notApplicable(instance, standing.why);
        return;
      case "on":
        verdict.pass(instance);
        return;
      case "open": {
        const { route, message, missing, because } = standing;
        verdict.unknown(instance, {
          message,
          at: [serverConf, ...route],
          missing,
          because,
          property: attribute,
        });
        return;
      }
      case "off":
        verdict.fail(instance, {
          message: `${attribute} is "${standing.text}" though the migration to IMS is done: the client console still creates operators who log in without an Adobe ID.`,
          at: [serverConf, ...standing.route],
          observed: standing.text,
          expected: "true",
          property: attribute,
        });
        return;
      case "early":
        verdict.fail(instance, {
          clause: "early",
          message: `${attribute} is "${standing.text}", and the server is older than ${SINCE}, with which it came: nobody can rely on it here.`,
          at: [serverConf, ...standing.route],
          observed: standing.text,
          expected: `${SINCE} or newer`,
          property: attribute,
        });
    }
  },
  examples: {
    fails: [
      {
        shows: "The config says that the migration is done",
        snapshot: `
          serverConf:
            shared:
              imsConfig:
                nonIMSOperatorMgmtInClientConsole: { nonIMSOperatorMgmtInClientConsoleRestricted: false }
        `,
        config: `
          instances: { prod: { migrated: true } }
        `,
        at: "false",
      },
      {
        shows: "The other restriction is on, so the migration is done; an empty attribute is none",
        snapshot: `
          serverConf:
            shared:
              imsConfig:
                nonIMSOperatorMgmtInClientConsole: { nonIMSOperatorMgmtInClientConsoleRestricted: "" }
                nonIMSAuthnAPI: { disableAPI: true }
        `,
        at: '""',
      },
      {
        shows: "On a build before the restriction was there",
        snapshot: `
          server: { buildNumber: "9368" }
          serverConf:
            shared:
              imsConfig:
                nonIMSOperatorMgmtInClientConsole: { nonIMSOperatorMgmtInClientConsoleRestricted: true }
        `,
        clause: "early",
        at: "true",
      },
    ],
    passes: [
      {
        snapshot: `
          server: { buildNumber: "9400" }
          serverConf:
            shared:
              imsConfig:
                nonIMSOperatorMgmtInClientConsole: { nonIMSOperatorMgmtInClientConsoleRestricted: true }
        `,
      },
    ],
    unknown: [
      {
        shows: "It is not in the export, and whether the migration is done is not known",
        snapshot: `
          serverConf: { shared: { imsConfig: {} } }
        `,
      },
      {
        shows: "The other restriction is not in the export",
        snapshot: `
          serverConf:
            shared:
              imsConfig:
                nonIMSOperatorMgmtInClientConsole: { nonIMSOperatorMgmtInClientConsoleRestricted: false }
        `,
      },
      {
        shows: "Without the build nobody knows whether the server has the restriction",
        snapshot: `
          serverConf:
            shared:
              imsConfig:
                nonIMSOperatorMgmtInClientConsole: { nonIMSOperatorMgmtInClientConsoleRestricted: true }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "Both restrictions are off",
        snapshot: `
          serverConf:
            shared:
              imsConfig:
                nonIMSOperatorMgmtInClientConsole: { nonIMSOperatorMgmtInClientConsoleRestricted: false }
                nonIMSAuthnAPI: { disableAPI: false }
        `,
      },
      {
        shows: "The config says that the migration is not done",
        snapshot: `
          serverConf: { shared: { imsConfig: {} } }
        `,
        config: `
          instances: { prod: { migrated: false } }
        `,
      },
    ],
  },
});
