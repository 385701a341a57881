import { defineRule } from "../../src/evaluate/rule.js";
import { RESTRICTIONS_SINCE_WORDS as SINCE, standingOfRestriction } from "../../src/model/migration.js";
import { API_RESTRICTION } from "../../src/model/restrictions.js";

export default defineRule({
  id: "native-api-restricted",
  control: "6.5",
  level: "must",
  clauses: {
    early: { level: "should", what: `it is set on a server older than ${SINCE}, with which it came` },
  },
  since: "0.1.0",
  subject: "instance",
  securitySeverity: "6.5",
  title: "After the migration to IMS, the API takes no logins of Campaign's own",
  why: "As long as the API takes a login and password that Campaign keeps by itself, whoever knows one gets in past the Admin Console.",
  remedy: `Move every API to a technical account, then set disableAPI to true, in the element nonIMSAuthnAPI below shared/imsConfig of the instance's configuration file, and restart the server; upgrade first where the server is older than ${SINCE}. Where Adobe runs the server, ask Adobe to do it.`,
  source: ["campaign-classic.en: technotes/using/impact-ims-migration.md"],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const { attribute } = API_RESTRICTION;
    const standing = standingOfRestriction(instance, serverConf, API_RESTRICTION);
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
          message: `${attribute} is "${standing.text}" though the migration to IMS is done: the API still takes a login and password without an Adobe ID.`,
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
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: "0" } } } }
        `,
        config: `
          instances: { prod: { migrated: true } }
        `,
        at: '"0"',
      },
      {
        shows: "The other restriction is on, so the migration is done",
        snapshot: `
          serverConf:
            shared:
              imsConfig:
                nonIMSOperatorMgmtInClientConsole: { nonIMSOperatorMgmtInClientConsoleRestricted: true }
                nonIMSAuthnAPI: { disableAPI: false }
        `,
        at: "false",
      },
      {
        shows: "On a release before the restriction was there",
        snapshot: `
          server: { releaseName: 7.3.3.IMS }
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true } } } }
        `,
        clause: "early",
        at: "true",
      },
    ],
    passes: [
      {
        snapshot: `
          server: { buildNumber: "9383" }
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true } } } }
        `,
      },
      {
        shows: "Build numbers of v8 are not those of v7",
        snapshot: `
          server: { buildNumber: "9370", releaseName: 8.6.2 }
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true } } } }
        `,
      },
    ],
    unknown: [
      {
        shows: "The migration is done, and the attribute is not in the export",
        snapshot: `
          serverConf: { shared: { imsConfig: {} } }
        `,
        config: `
          instances: { prod: { migrated: true } }
        `,
      },
      {
        shows: "A value that is neither true nor false",
        snapshot: `
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: "on" } } } }
        `,
        config: `
          instances: { prod: { migrated: true } }
        `,
      },
      {
        shows: "Without the build nobody knows whether the server has the restriction",
        snapshot: `
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true } } } }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "The config says that the migration is not done",
        snapshot: `
          serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: false } } } }
        `,
        config: `
          instances: { prod: { migrated: false } }
        `,
      },
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
    ],
  },
});
