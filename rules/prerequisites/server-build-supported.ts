import { defineRule } from "../../src/evaluate/rule.js";
import { NEWEST_AVAILABLE, standingOf, VERSION_TABLE_DATE } from "../../src/model/versions.js";

export default defineRule({
  id: "server-build-supported",
  control: "1.5",
  level: "should",
  since: "0.1.0",
  subject: "server",
  title: "The server's build is not deprecated",
  why: "Deprecated builds get no fixes any more and must be upgraded.",
  remedy: `Upgrade the server to build ${NEWEST_AVAILABLE.build} (${NEWEST_AVAILABLE.name}) or newer, and the client consoles with it.`,
  source: ["campaign-classic.en: rn/using/rn-overview.md"],
  needs: ["server"],
  check({ instance, server }, verdict) {
    const standing = standingOf(server, instance.console);
    const table = `the version table of ${VERSION_TABLE_DATE}`;
    switch (standing.kind) {
      case "not-stated":
        verdict.unknown(server, { message: "The server's build is not in the export.", missing: "server" });
        return;
      case "perhaps-v8":
        verdict.unknown(server, {
          message: `The client console is v8 and the server's own release is not stated, so ${table} cannot tell its build.`,
          missing: "server",
        });
        return;
      case "v8":
        verdict.notApplicable(
          server,
          `The server is of release "${server.releaseName}", and the build numbers of v8 are not public.`,
        );
        return;
      case "newer":
        verdict.notApplicable(server, `Server build ${standing.build} is newer than ${table}.`);
        return;
      case "unlisted":
        verdict.unknown(server, { message: `Server build ${standing.build} is not in ${table}.` });
        return;
      case "listed":
        break;
    }
    const { release, field } = standing;
    const found =
      field === "buildNumber" ? `build ${standing.build} (${release.name})` : `release ${release.name}`;
    switch (release.status) {
      case "Deprecated":
        verdict.fail(server, {
          message: `Server ${found} is deprecated, says ${table}: Adobe does not fix it any more.`,
          at: [server, field],
          observed: found,
          expected: `build ${NEWEST_AVAILABLE.build} or newer`,
        });
        return;
      case "General Availability":
        verdict.pass(server);
        return;
      case undefined:
        verdict.unknown(server, {
          message: `Of server ${found}, ${table} knows no status: the release notes print none.`,
        });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          server: { buildNumber: 9394@28aaec9, releaseName: 7.4.3 }
        `,
        at: "9394@28aaec9",
      },
      {
        shows: "The release alone",
        snapshot: `
          server: { releaseName: 7.3.5 }
        `,
        at: "7.3.5",
      },
    ],
    passes: [
      {
        snapshot: `
          server: { buildNumber: 9400 }
        `,
      },
    ],
    unknown: [
      {
        shows: "The release notes print no status",
        snapshot: `
          server: { buildNumber: "9349" }
        `,
      },
      {
        shows: "A build that the version table leaves out, whatever its release: it may be a patch",
        snapshot: `
          server: { buildNumber: "9360", releaseName: 7.3.3 }
        `,
      },
      {
        shows: "No build and no release",
        snapshot: `
          server: { buildNumber: "" }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "Newer than the version table",
        snapshot: `
          server: { buildNumber: "9412" }
        `,
      },
      {
        shows: "Build numbers of v8 are not public",
        snapshot: `
          server: { buildNumber: "9370", releaseName: 8.6.2 }
        `,
      },
    ],
  },
});
