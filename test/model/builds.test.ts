import { describe, expect, test } from "vitest";
import { type Files, onlyInstance } from "../support/gather.js";

/** What several exports of an instance say of its server. The names of the files are against the ranks. */

const pack = (build: string) =>
  `<package buildDate="2026-11-14" buildNumber="${build}"><entities schema="xtk:group"><group name="admin"/></entities></package>`;
const session = (build: string | undefined, release: string) =>
  JSON.stringify({ serverInfo: { buildNumber: build, releaseName: release, instanceName: "acme" } });
const snapshot = (build: string | undefined, release: string) =>
  `imsLint: snapshot/v1\ninstance: { name: acme }\nserver: { ${build === undefined ? "" : `buildNumber: "${build}", `}releaseName: "${release}" }\n`;

const PACK = { "acme/1.xml": pack("9400@p") };
const SESSION = { "acme/2.json": session("9400@s", "of the session") };
const SNAPSHOT = { "acme/3.yaml": snapshot("9400@h", "by hand") };

const serverOf = async (...files: Files[]) => (await onlyInstance(Object.assign({}, ...files))).server;

describe("the server's build", () => {
  test.each<[string, Files[], object]>([
    ["a package alone", [PACK], { buildNumber: "9400@p" }],
    [
      "session info before a package",
      [PACK, SESSION],
      { buildNumber: "9400@s", releaseName: "of the session" },
    ],
    [
      "a snapshot before session info",
      [SESSION, SNAPSHOT],
      { buildNumber: "9400@h", releaseName: "by hand" },
    ],
    ["a snapshot before a package", [PACK, SNAPSHOT], { buildNumber: "9400@h", releaseName: "by hand" }],
    ["a snapshot before all", [PACK, SESSION, SNAPSHOT], { buildNumber: "9400@h", releaseName: "by hand" }],
    [
      "what the first does not say comes from the next",
      [SESSION, { "acme/3.yaml": snapshot(undefined, "by hand") }],
      { buildNumber: "9400@s", releaseName: "by hand" },
    ],
    [
      "what the first leaves empty comes from the next",
      [SESSION, { "acme/3.yaml": snapshot("", "") }],
      { buildNumber: "9400@s", releaseName: "of the session" },
    ],
    [
      "empty everywhere is empty",
      [{ "acme/3.yaml": snapshot("", "") }],
      { buildNumber: "", releaseName: "" },
    ],
  ])("%s", async (_name, files, expected) => {
    expect(await serverOf(...files)).toEqual(expected);
  });

  test("is not known where the exports come from several, whatever their rank", async () => {
    const none = { buildNumber: undefined, releaseName: undefined };
    expect(await serverOf(PACK, { "acme/2.json": session("9394", "7.4.4") })).toEqual(none);
    expect(await serverOf(SESSION, { "acme/3.yaml": snapshot("9394", "by hand") })).toEqual(none);
  });

  test("says each file's own, in the order of their ranks", async () => {
    const { builds } = await onlyInstance({ ...PACK, ...SESSION, ...SNAPSHOT });
    expect(builds.map(({ build, place }) => `${build} in ${place.path}`)).toEqual([
      "9400@h in acme/3.yaml",
      "9400@s in acme/2.json",
      "9400@p in acme/1.xml",
    ]);
  });

  test("is not stated where no file says it", async () => {
    const { server, builds } = await onlyInstance({ "acme/1.xml": pack("") });
    expect({ server, builds }).toEqual({ server: undefined, builds: [] });
  });
});
