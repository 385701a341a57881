import { describe, expect, test } from "vitest";
import { type Files, gatherFiles, instancesByFile } from "../support/gather.js";

/** Which instances the files are of, and what these are called. */

const PACK = '<package><entities schema="xtk:group"><group name="admin"/></entities></package>';
const CONF = "<serverConf><web/></serverConf>";
const USERS = JSON.stringify({ lastPage: true, result: "success", users: [{ email: "ana@acme.example" }] });
const CSV =
  "Identity Type,Username,Domain,Email,First Name,Last Name,Country Code,ID,Product Configurations\nFederated ID,a,acme.example,a@acme.example,,,US,,\n";
const session = (instanceName: string) =>
  JSON.stringify({ serverInfo: { instanceName, releaseName: "7.4.4" } });
const snapshot = (...lines: string[]) => `imsLint: snapshot/v1\n${lines.join("\n")}\n`;

type Case = [string, Files, Record<string, readonly string[]>];

async function allotted(files: Files, config?: string, paths?: readonly string[]) {
  return instancesByFile(await gatherFiles(files, { config, ...(paths ? { paths } : {}) }));
}

describe("exports in a folder", () => {
  test.each<Case>([
    ["are the instance of that name", { "exports/acme/a.xml": PACK }, { "exports/acme/a.xml": ["acme"] }],
    ["at the root are that of the root's name", { "a.xml": PACK }, { "a.xml": ["repo"] }],
    [
      "are called as the session info in it says",
      { "a/a.xml": PACK, "a/s.json": session("acme_prod") },
      { "a/a.xml": ["acme_prod"], "a/s.json": ["acme_prod"] },
    ],
    [
      "are called so by several session infos that agree",
      { "a/a.xml": PACK, "a/s.json": session("acme_prod"), "a/t.json": session("acme_prod") },
      { "a/a.xml": ["acme_prod"], "a/s.json": ["acme_prod"], "a/t.json": ["acme_prod"] },
    ],
    [
      "are called as the folder where session infos differ",
      { "a/a.xml": PACK, "a/s.json": session("acme_prod"), "a/t.json": session("acme_dev") },
      { "a/a.xml": ["a"], "a/s.json": ["a"], "a/t.json": ["a"] },
    ],
    [
      "are called as the folder where the session info has no name",
      { "a/a.xml": PACK, "a/s.json": session("") },
      { "a/a.xml": ["a"], "a/s.json": ["a"] },
    ],
    [
      "bear the whole path where two folders have one name",
      { "x/prod/a.xml": PACK, "y/prod/a.xml": PACK, "y/dev/a.xml": PACK },
      { "x/prod/a.xml": ["x/prod"], "y/dev/a.xml": ["dev"], "y/prod/a.xml": ["y/prod"] },
    ],
    [
      "of one server in two folders stay apart",
      { "new/s.json": session("acme"), "old/s.json": session("acme") },
      { "new/s.json": ["acme (new)"], "old/s.json": ["acme (old)"] },
    ],
    [
      "are those of a snapshot that says the same name",
      { "acme/a.xml": PACK, "hand.yaml": snapshot("instance: { name: acme }") },
      { "acme/a.xml": ["acme"], "hand.yaml": ["acme"] },
    ],
  ])("%s", async (_name, files, expected) => {
    expect(await allotted(files)).toEqual(expected);
  });
});

describe("one file that is given alone", () => {
  test.each([
    ["exports/prod.xml", PACK, "prod"],
    ["exports/PROD.XML", PACK, "PROD"],
    ["exports/config-acme.xml", CONF, "acme"],
    ["exports/config-acme.xml.txt", CONF, "acme"],
    ["exports/serverConf.xml", CONF, "serverConf"],
    ["exports/session.json", session("acme_prod"), "acme_prod"],
    ["exports/users.json", USERS, "users"],
    ["exports/users.csv", CSV, "users"],
    ["exports/prod.yaml", snapshot("groups: []"), "prod"],
    ["exports/prod.backup", PACK, "prod.backup"],
    ["exports/two.xml", `<builder>${PACK}${PACK}</builder>`, "two"],
  ])("%s is called after itself", async (path, text, name) => {
    expect(await allotted({ [path]: text }, undefined, [path])).toEqual({ [path]: [name] });
  });

  test("only where it is named, and alone", async () => {
    const files = { "exports/prod.xml": PACK, "exports/stage.xml": PACK };
    const both = { "exports/prod.xml": ["exports"], "exports/stage.xml": ["exports"] };
    expect(await allotted({ "exports/prod.xml": PACK })).toEqual({ "exports/prod.xml": ["exports"] });
    expect(await allotted(files, undefined, Object.keys(files))).toEqual(both);
  });
});

describe("a server's folder of configuration", () => {
  test("gives serverConf.xml to every instance, and other exports to none of them", async () => {
    const files = {
      "conf/config-x.xml": CONF,
      "conf/config-y.xml": CONF,
      "conf/config-default.xml": CONF,
      "conf/people.xml": PACK,
      "conf/serverConf.xml": CONF,
    };
    expect(await allotted(files)).toEqual({
      "conf/config-default.xml": [],
      "conf/config-x.xml": ["x"],
      "conf/config-y.xml": ["y"],
      "conf/people.xml": ["conf"],
      "conf/serverConf.xml": ["x", "y"],
    });
  });

  test("with the template alone is an instance of its own", async () => {
    expect(await allotted({ "conf/config-default.xml": CONF })).toEqual({
      "conf/config-default.xml": ["conf"],
    });
  });
});

describe("snapshots", () => {
  test.each<Case>([
    ["say what they are of", { "a/x.yaml": snapshot("instance: { name: acme }") }, { "a/x.yaml": ["acme"] }],
    ["are called as the file otherwise", { "a/x.yaml": snapshot("groups: []") }, { "a/x.yaml": ["x"] }],
    ["an empty name is none", { "a/x.yaml": snapshot('instance: { name: "" }') }, { "a/x.yaml": ["x"] }],
    [
      "bear their folder where two files have one name",
      {
        "a/x.yaml": snapshot("groups: []"),
        "b/x.yml": snapshot("groups: []"),
        "b/z.yaml": snapshot("groups: []"),
      },
      { "a/x.yaml": ["a/x"], "b/x.yml": ["b/x"], "b/z.yaml": ["z"] },
    ],
    [
      "of one file are numbered",
      { "x.yaml": `${snapshot("groups: []")}---\n${snapshot("groups: []")}` },
      { "x.yaml": ["x", "x#2"] },
    ],
    [
      "of one name are one instance",
      { "a.yaml": snapshot("instance: { name: acme }"), "b.yaml": snapshot("instance: { name: acme }") },
      { "a.yaml": ["acme"], "b.yaml": ["acme"] },
    ],
  ])("%s", async (_name, files, expected) => {
    expect(await allotted(files)).toEqual(expected);
  });
});

describe("exports of an organization", () => {
  const two = { "acme/a.xml": PACK, "other/a.xml": PACK };
  test.each<Case>([
    [
      "in an instance's folder are its",
      { ...two, "acme/users.json": USERS },
      { "acme/users.json": ["acme"] },
    ],
    ["above are everyone's", { ...two, "users.json": USERS }, { "users.json": ["acme", "other"] }],
    ["as a table, too", { ...two, "users.csv": CSV }, { "users.csv": ["acme", "other"] }],
    [
      "above are of those below alone",
      { "org/acme/a.xml": PACK, "other/a.xml": PACK, "org/users.json": USERS },
      { "org/users.json": ["acme"] },
    ],
    ["below are nobody's", { ...two, "acme/org/users.json": USERS }, { "acme/org/users.json": ["org"] }],
    ["beside are nobody's", { ...two, "org/users.json": USERS }, { "org/users.json": ["org"] }],
    [
      "in a folder whose name another begins with are not the other's",
      { "acme-stage/a.xml": PACK, "acme/b.xml": PACK, "acme/users.json": USERS },
      { "acme/users.json": ["acme"] },
    ],
    [
      "are a snapshot's where it lies",
      { "hand/x.yaml": snapshot("instance: { name: acme }"), "hand/users.json": USERS },
      { "hand/users.json": ["acme"] },
    ],
  ])("%s", async (_name, files, expected) => {
    expect(await allotted(files)).toMatchObject(expected);
  });

  test("at the root do not serve what lies outside of it", async () => {
    const files = { "../acme/a.xml": PACK, "users.json": USERS, "b/b.xml": PACK };
    expect(await allotted(files, undefined, Object.keys(files))).toEqual({
      "../acme/a.xml": ["acme"],
      "b/b.xml": ["b"],
      "users.json": ["b"],
    });
  });
});

describe("a snapshot's own organization", () => {
  const hand = (organization: string) => ({
    "x.yaml": snapshot("instance: { name: acme }", `organization: ${organization}`),
    "users.json": USERS,
  });

  test.each(["{ users: [] }", "{ users: [ { email: ana@acme.example } ] }", "{ groups: [] }"])(
    "%s is not merged with exports",
    async (organization) => {
      const { instances, files } = await gatherFiles(hand(organization));
      expect(instancesByFile({ instances, files })["users.json"]).toEqual([]);
      expect(instances).toHaveLength(1);
      const stated = organization.includes("ana") ? ["ana@acme.example"] : [];
      expect(instances[0]?.organization?.users?.records.map(({ email }) => email) ?? []).toEqual(stated);
    },
  );

  test("says its id and name, and takes users from exports", async () => {
    const { instances } = await gatherFiles(hand("{ id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg, name: Acme }"));
    expect(instances.map(({ organization }) => organization)).toMatchObject([
      {
        id: "4D5E6F708192A3B49F1C2B3A@AdobeOrg",
        name: "Acme",
        users: { records: [{ email: "ana@acme.example" }], complete: "yes" },
      },
    ]);
  });

  test("keeps exports from its own instance only", async () => {
    const found = await allotted({ ...hand("{ users: [] }"), "other/a.xml": PACK });
    expect(found["users.json"]).toEqual(["other"]);
  });
});

describe("the config says which files are whose", () => {
  const files = (glob: string, ...names: string[]) =>
    `instances: { ${names.map((name) => `${name}: { files: ["${glob}"] }`).join(", ")} }`;

  test("of an organization's exports for several instances", async () => {
    const all = { "a/a.xml": PACK, "b/b.xml": PACK, "c/c.xml": PACK, "org/users.json": USERS };
    expect(await allotted(all, files("org/**", "b", "a"))).toEqual({
      "a/a.xml": ["a"],
      "b/b.xml": ["b"],
      "c/c.xml": ["c"],
      "org/users.json": ["a", "b"],
    });
  });

  test("of exports at the root for one instance alone", async () => {
    const all = { "a/a.xml": PACK, "b/b.xml": PACK, "users.json": USERS };
    expect((await allotted(all, files("*.json", "a")))["users.json"]).toEqual(["a"]);
  });

  test("of an instance's exports for several", async () => {
    expect(await allotted({ "x/a.xml": PACK }, files("x/**", "b", "a"))).toEqual({ "x/a.xml": ["b", "a"] });
  });

  test("before the session info, after a snapshot's own word", async () => {
    const all = {
      "x/s.json": session("said"),
      "x/h.yaml": snapshot("instance: { name: said }"),
      "x/n.yaml": snapshot("groups: []"),
    };
    expect(await allotted(all, files("x/**", "named"))).toEqual({
      "x/h.yaml": ["said"],
      "x/n.yaml": ["named"],
      "x/s.json": ["named"],
    });
  });
});
