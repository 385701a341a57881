import { defineRule } from "../../src/evaluate/rule.js";
import { NEWEST_AVAILABLE, standingOf, VERSION_TABLE_DATE } from "../../src/model/versions.js";

export default defineRule({
  id: "console-latest",
  control: "1.4",
  level: "should",
  since: "0.1.0",
  subject: "console",
  title: "The client console is of the newest General Availability build",
  why: "Login with an Adobe ID asks for the latest version of the client console.",
  remedy: `Upgrade the server to build ${NEWEST_AVAILABLE.build} or newer and install the client console of that build.`,
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "campaign-classic.en: rn/using/rn-overview.md",
  ],
  needs: ["console"],
  check({ instance, console: client }, verdict) {
    const standing = standingOf(client, instance.server);
    const table = `the version table of ${VERSION_TABLE_DATE}`;
    switch (standing.kind) {
      case "not-stated":
        verdict.unknown(client, {
          message: "The client console's build is not in the export.",
          missing: "console",
        });
        return;
      case "perhaps-v8":
        verdict.unknown(client, {
          message: `The server is v8 and the console's own release is not stated, so ${table} cannot tell its build.`,
          missing: "console",
        });
        return;
      case "v8":
        verdict.notApplicable(
          client,
          `The client console is of release "${client.releaseName}", and the build numbers of v8 are not public.`,
        );
        return;
      case "newer":
        verdict.notApplicable(client, `Client console build ${standing.build} is newer than ${table}.`);
        return;
      case "listed":
      case "unlisted":
        break;
    }
    if (standing.build >= NEWEST_AVAILABLE.build) {
      verdict.pass(client);
      return;
    }
    const isByRelease = standing.kind === "listed" && standing.field === "releaseName";
    const found = isByRelease ? `release ${standing.release.name}` : `build ${standing.build}`;
    verdict.fail(client, {
      message: `Client console ${found} is older than build ${NEWEST_AVAILABLE.build} (${NEWEST_AVAILABLE.name}), the newest that is generally available in ${table}: login with an Adobe ID asks for the latest console.`,
      at: [client, isByRelease ? "releaseName" : "buildNumber"],
      observed: found,
      expected: `build ${NEWEST_AVAILABLE.build} or newer`,
    });
  },
  examples: {
    fails: [
      {
        snapshot: `
          console: { buildNumber: 9394@28aaec9, releaseName: 7.4.3 }
        `,
        at: "9394@28aaec9",
      },
      {
        shows: "Every build of the release is older",
        snapshot: `
          console: { releaseName: 7.3.5 }
        `,
        at: "7.3.5",
      },
    ],
    passes: [
      {
        snapshot: `
          console: { buildNumber: "9400", releaseName: 7.4.4 }
        `,
      },
    ],
    unknown: [
      {
        shows: "A release that the version table does not know, and no build",
        snapshot: `
          console: { releaseName: 7.3.3.IMS }
        `,
      },
      {
        shows: "No console",
        snapshot: `
          server: { buildNumber: "9400" }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "Newer than the version table",
        snapshot: `
          console: { buildNumber: "9412", releaseName: 7.4.5 }
        `,
      },
      {
        shows: "Build numbers of v8 are not public",
        snapshot: `
          console: { buildNumber: "9370", releaseName: 8.6.2 }
        `,
      },
    ],
  },
});
