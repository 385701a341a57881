import { defineRule } from "../../src/evaluate/rule.js";
import type { Product } from "../../src/model/snapshot.schema.js";
import {
  isV8,
  readBuild,
  readRelease,
  releaseOfBuild,
  VERSION_TABLE_DATE,
} from "../../src/model/versions.js";

export default defineRule({
  id: "console-version",
  control: "1.3",
  level: "must",
  clauses: {
    "other-build": {
      level: "should",
      what: "The client console is of the server's very build, not only of its release",
    },
  },
  since: "0.1.0",
  subject: "console",
  title: "The client console is of the server's version",
  why: "People log in through the client console, which must be of the server's version and should be of its build.",
  remedy: "Install the client console of the server's build, and state its release and build again.",
  source: ["campaign-classic.en: installation/using/installing-the-client-console.md"],
  needs: ["console", "server"],
  check({ console: client, server }, verdict) {
    const [clientBuild, serverBuild] = [readBuild(client.buildNumber), readBuild(server.buildNumber)];
    const isSameBuild = clientBuild !== undefined && clientBuild === serverBuild;
    const releases = compareReleases(client, server, isSameBuild);
    switch (releases.are) {
      case "different":
        verdict.fail(client, {
          message: `The client console is of release ${releases.client}, the server of ${releases.server}${releases.source}: the console must be of the server's version.`,
          at: [client, releases.isByBuild ? "buildNumber" : "releaseName"],
          observed: releases.client,
          expected: releases.server,
        });
        return;
      case "unknown":
        verdict.unknown(client, {
          message: `The export does not tell whether the client console and the server are of one release${releases.source}.`,
          missing: stillMissing(client.releaseName, server.releaseName),
        });
        return;
      case "same":
        break;
    }
    if (isSameBuild) {
      verdict.pass(client);
    } else if (clientBuild === undefined || serverBuild === undefined) {
      verdict.unknown(client, {
        message:
          "The client console and the server are of one release; whether of one build, the export does not tell.",
        missing: stillMissing(clientBuild, serverBuild),
      });
    } else {
      verdict.fail(client, {
        clause: "other-build",
        message: `The client console is of build ${clientBuild}, the server of ${serverBuild}: it should be of the server's build.`,
        at: [client, "buildNumber"],
        observed: String(clientBuild),
        expected: String(serverBuild),
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          server: { buildNumber: "9400", releaseName: 7.4.4 }
          console: { buildNumber: "9399", releaseName: 7.4.3 }
        `,
        at: "7.4.3",
      },
      {
        shows: "Builds that the version table knows tell their release",
        snapshot: `
          server: { buildNumber: 9400 }
          console: { buildNumber: 9399@28aaec9 }
        `,
        at: "9399@28aaec9",
      },
      {
        shows: "The same release, another build",
        clause: "other-build",
        snapshot: `
          server: { buildNumber: 9399@28aaec9, releaseName: 7.4.3 }
          console: { buildNumber: "9394", releaseName: 7.4.3 }
        `,
        at: '"9394"',
      },
    ],
    passes: [
      {
        snapshot: `
          server: { buildNumber: "9400", releaseName: 7.4.4 }
          console: { buildNumber: 9400@28aaec9, releaseName: 7.4.4 }
        `,
      },
      {
        shows: "Equal builds are enough",
        snapshot: `
          server: { buildNumber: "9395" }
          console: { buildNumber: "9395" }
        `,
      },
    ],
    unknown: [
      {
        shows: "The same release; the console's build is not stated",
        snapshot: `
          server: { buildNumber: "9400", releaseName: 7.4.4 }
          console: { releaseName: 7.4.4 }
        `,
      },
      {
        shows: "A build that the version table does not know, without its release",
        snapshot: `
          server: { buildNumber: "9400", releaseName: 7.4.4 }
          console: { buildNumber: "9395" }
        `,
      },
      {
        shows: "No console",
        snapshot: `
          server: { buildNumber: "9400", releaseName: 7.4.4 }
        `,
      },
    ],
  },
});

type Comparison =
  | { readonly are: "same" }
  | { readonly are: "unknown"; readonly source: string }
  | {
      readonly are: "different";
      readonly client: string;
      readonly server: string;
      /** Whether the console's release is known by its build. */
      readonly isByBuild: boolean;
      readonly source: string;
    };

function compareReleases(client: Product, server: Product, isSameBuild: boolean): Comparison {
  const [a, b] = [releaseOf(client, server), releaseOf(server, client)];
  // The build numbers of v8 are not public: one that equals a build of v7 does not make it v7.
  const isMixed = a !== undefined && b !== undefined && isV8(client) !== isV8(server);
  const isPart = a !== undefined && b !== undefined && (isPartOf(a.name, b.name) || isPartOf(b.name, a.name));
  // One build is one release, unless two are stated in so many words.
  const areStated = a?.isByBuild === false && b?.isByBuild === false && !isPart;
  if (isSameBuild && !isMixed && !(areStated && a?.name !== b?.name)) return { are: "same" };
  const usesTable = [a, b].some((release) => release === undefined || release.isByBuild);
  const source = usesTable ? ` (releases by build: version table of ${VERSION_TABLE_DATE})` : "";
  if (!a || !b || isPart) return { are: "unknown", source };
  if (a.name === b.name) return { are: "same" };
  return { are: "different", client: a.name, server: b.name, isByBuild: a.isByBuild, source };
}

/** The release as stated in full, else the one that the version table knows the build to be of. */
function releaseOf(product: Product, beside: Product): { name: string; isByBuild: boolean } | undefined {
  const stated = readRelease(product.releaseName);
  if (stated !== undefined && (isV8(product) || stated.split(".").length > 2)) {
    return { name: stated, isByBuild: false };
  }
  const build = readBuild(product.buildNumber);
  // What runs beside v8 may be v8, whose builds the table does not know.
  const release = build === undefined || isV8(beside) ? undefined : releaseOfBuild(build);
  if (release) return { name: release.name, isByBuild: true };
  return stated === undefined ? undefined : { name: stated, isByBuild: false };
}

/** Whether `7.3` or `7.3.3` may be meant by, or patched to, `7.3.3` or `7.3.3.ims`. */
function isPartOf(short: string, long: string): boolean {
  return long.startsWith(`${short}.`);
}

function stillMissing(client: unknown, server: unknown): ("console" | "server")[] {
  const missing: ("console" | "server")[] = [];
  if (client === undefined) missing.push("console");
  if (server === undefined) missing.push("server");
  return missing.length > 0 ? missing : ["console", "server"];
}
