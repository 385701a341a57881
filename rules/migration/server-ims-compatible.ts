import { defineRule } from "../../src/evaluate/rule.js";
import { COMPATIBLE_SINCE, imsCompatibility, RESTRICTIONS_SINCE } from "../../src/model/ims-versions.js";
import { VERSION_TABLE_DATE } from "../../src/model/versions.js";

const { build, release, v8 } = COMPATIBLE_SINCE;

export default defineRule({
  id: "server-ims-compatible",
  control: "6.16",
  level: "must",
  since: "0.1.0",
  subject: "server",
  title: "The server is of a version with which operators can be migrated to IMS",
  why: `The migration needs what came with ${release}, with the patches 7.3.2.IMS and 7.3.3.IMS and, of v8, with ${v8} (versions as of ${VERSION_TABLE_DATE}).`,
  remedy: `Upgrade the server to build ${build} (${release}) or newer, for the restrictions of native login too to ${RESTRICTIONS_SINCE.build} (${RESTRICTIONS_SINCE.release}) or newer, and the client consoles with it; a server of v8 to ${v8} or newer.`,
  source: [
    "campaign-classic.en: technotes/using/ac-ims.md",
    "campaign.en: technotes/upgrades/migrate-users-to-ims.md",
  ],
  needs: ["server"],
  check({ instance, server }, verdict) {
    const compatibility = imsCompatibility(server, instance.console);
    switch (compatibility.is) {
      case "yes":
        verdict.pass(server);
        return;
      case "no": {
        const { found, field } = compatibility;
        verdict.fail(server, {
          message: `Operators cannot be migrated to IMS on server ${found}: Adobe does not list it as compatible.`,
          at: [server, field],
          observed: found,
          expected: `build ${build} (${release}) or newer; of v8, ${v8} or newer`,
          property: "",
        });
        return;
      }
      case "unknown": {
        const { why, found, field } = compatibility;
        verdict.unknown(server, {
          message: WHY_UNKNOWN[why](found),
          at: why === "not-stated" ? undefined : [server, field],
          missing: "server",
          property: "",
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          server: { buildNumber: 9349@1c2d3e4, releaseName: 7.2.2 }
        `,
        at: "9349@1c2d3e4",
      },
      {
        shows: "Newer than the first, and not in Adobe's list",
        snapshot: `
          server: { buildNumber: "9364" }
        `,
        at: '"9364"',
      },
      {
        shows: "The release alone",
        snapshot: `
          server: { releaseName: 7.3.4 }
        `,
        at: "7.3.4",
      },
      {
        shows: "v8 before the migration could be done",
        snapshot: `
          server: { buildNumber: "9360", releaseName: 8.4.1 }
        `,
        at: "8.4.1",
      },
    ],
    passes: [
      {
        snapshot: `
          server: { buildNumber: "9368" }
        `,
      },
      {
        shows: "A patched release",
        snapshot: `
          server: { buildNumber: "9359", releaseName: 7.3.3.IMS }
        `,
      },
      {
        shows: "v8",
        snapshot: `
          server: { releaseName: 8.5.2 }
        `,
      },
    ],
    unknown: [
      {
        shows: "It may carry the patch",
        snapshot: `
          server: { buildNumber: "9356", releaseName: 7.3.2 }
        `,
      },
      {
        shows: "The builds of the patches are not public",
        snapshot: `
          server: { buildNumber: "9361" }
        `,
      },
      {
        shows: "Neither build nor release",
        snapshot: `
          server: { buildNumber: "*" }
        `,
      },
      {
        shows: "Release and build do not fit",
        snapshot: `
          server: { buildNumber: "9349", releaseName: 7.3.3.IMS }
        `,
      },
      {
        shows: "The console is v8, so the server may be",
        snapshot: `
          server: { buildNumber: "9349" }
          console: { buildNumber: "9349", releaseName: 8.6.2 }
        `,
      },
    ],
  },
});

const WHY_UNKNOWN = {
  "not-stated": () => "The export does not tell the server's build, nor a release that is known.",
  "perhaps-v8": (found) =>
    `The client console is v8 and the server's own release is not stated, so ${found} may be one of v8, whose numbers are not public.`,
  "perhaps-patched": (found) =>
    `Server ${found} may carry the patch for IMS (7.3.2.IMS, 7.3.3.IMS), whose builds are not public; state its release as Help > About… of the client console tells it.`,
  contradictory: (found) => `Server ${found} does not fit its release, which has the patch for IMS.`,
} as const satisfies Record<string, (found: string) => string>;
