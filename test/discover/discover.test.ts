import * as path from "node:path";
import { describe, expect, test } from "vitest";
import { type DiscoverRequest, discover } from "../../src/discover/discover.js";
import { globBases, instanceMatcher } from "../../src/discover/instances.js";
import { type MemoryFile, memoryFs } from "../../src/discover/memory.js";

/** What a run finds in /repo, the top of a git work tree; files are empty where a test does not say more. */

type Files = readonly string[] | Readonly<Record<string, MemoryFile>>;

interface SetUp extends Partial<Pick<DiscoverRequest, "paths" | "cwd" | "root">> {
  /** `files` of each instance of the config. */
  readonly globs?: Readonly<Record<string, readonly string[]>>;
  /** Folders that nobody may open. */
  readonly closed?: readonly string[];
  readonly hasGit?: boolean;
}

async function look(files: Files, { globs = {}, closed = [], hasGit = true, ...request }: SetUp = {}) {
  const named = Array.isArray(files) ? files.map((name) => [name, ""]) : Object.entries(files);
  const memory = memoryFs({
    ...(hasGit ? { "/repo/.git/HEAD": "" } : {}),
    ...Object.fromEntries(
      named.map(([name, content]) => [name.startsWith("/") ? name : `/repo/${name}`, content]),
    ),
  });
  const instances = Object.fromEntries(Object.entries(globs).map(([name, list]) => [name, { files: list }]));
  const read: string[] = [];
  const refuse = (folder: string) => {
    if (closed.some((name) => path.resolve(name) === folder)) {
      throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    }
  };
  const result = await discover({
    paths: ["."],
    cwd: "/repo",
    root: "/repo",
    stdinName: "<stdin>",
    fs: {
      ...memory,
      statSync: ((name: string, options: { throwIfNoEntry: false }) => {
        refuse(path.dirname(name));
        return memory.statSync(name, options);
      }) as typeof memory.statSync,
      readdirSync: ((folder: string, options: { withFileTypes: true }) => {
        read.push(folder);
        refuse(folder);
        return memory.readdirSync(folder, options);
      }) as typeof memory.readdirSync,
    },
    instancesOf: await instanceMatcher(instances),
    bases: await globBases(instances),
    ...request,
  });
  return {
    ...result,
    paths: result.found.map((file) => file.path),
    of: (name: string) => result.found.find((file) => file.path === name),
    whyNot: (name: string) => result.passedOver.find((other) => other.path === name),
    /** The folders that were opened. */
    read,
  };
}

describe("a folder", () => {
  test("every regular file in it counts, whatever its name", async () => {
    const { paths, found } = await look(["b/users", "a.XML", "b.yaml", "b/.hidden", "b/c/d/x.tar.gz"]);
    expect(paths).toEqual(["a.XML", "b.yaml", "b/.hidden", "b/c/d/x.tar.gz", "b/users"]);
    expect(found.some((file) => file.isNamed)).toBe(false);
  });

  test("files come in the order of code units", async () => {
    const { paths } = await look(["é", "a/b", "a-b", "a", "B", "😀", "\uffee"].map((name) => `${name}.x`));
    expect(paths).toEqual(["B.x", "a-b.x", "a.x", "a/b.x", "é.x", "😀.x", "\uffee.x"]);
  });

  test.each([".git", ".hg", ".svn", "node_modules"])("%s is never searched", async (name) => {
    const { paths, read } = await look([`${name}/a.yaml`, `deep/${name}/a.yaml`, "deep/a.yaml"], {
      globs: { acme: ["**"] },
    });
    expect(paths).toEqual(["deep/a.yaml"]);
    expect(read.some((folder) => folder.includes(name))).toBe(false);
  });

  test("one that is never searched can be named", async () => {
    const files = ["node_modules/x/a.yaml", "node_modules/x/node_modules/y/a.yaml"];
    expect((await look(files, { paths: ["node_modules/x"] })).paths).toEqual(["node_modules/x/a.yaml"]);
  });

  test("one that cannot be opened is told, and hides no other", async () => {
    const { found } = await look(["a/x", "m/x", "z/x"], { closed: ["/repo/m"] });
    expect(found.map(({ path, trouble, isNamed }) => [path, trouble, isNamed])).toEqual([
      ["a/x", undefined, false],
      ["m", "no-access", true],
      ["z/x", undefined, false],
    ]);
  });

  test("one that cannot be opened is told where it is named, too", async () => {
    const { found } = await look(["m/x"], { closed: ["/repo/m"], paths: ["m", "m/x"] });
    expect(found.map(({ path: name, trouble }) => [name, trouble])).toEqual([
      ["m", "no-access"],
      ["m/x", "no-access"],
    ]);
  });

  test("one that git ignores and that cannot be opened is no trouble", async () => {
    const { found, whyNot } = await look(
      { ".gitignore": "m", "m/x": "", "a.xml": "" },
      { closed: ["/repo/m"], globs: { acme: ["**/*.xml"] } },
    );
    expect(found.filter((file) => file.trouble)).toEqual([]);
    expect(whyNot("m")?.why).toBe("it cannot be opened");
  });

  test("one outside of the root is named by the way to it", async () => {
    const files = { "/data/a/x.csv": "" };
    expect((await look(files, { paths: ["/data"] })).paths).toEqual(["../data/a/x.csv"]);
  });

  test("the root can be the file system's own", async () => {
    const { paths } = await look(
      { "/a/.gitignore": "x", "/a/x": "", "/a/y": "" },
      { cwd: "/", root: "/", hasGit: false },
    );
    expect(paths).toEqual(["a/.gitignore", "a/y"]);
  });
});

describe("a named file", () => {
  test("counts, whatever its name, and is named as it was", async () => {
    const { found } = await look(["a.log", "sub/b"], { paths: ["../a.log", "./b"], cwd: "/repo/sub" });
    expect(found).toEqual([
      { path: "a.log", absolute: path.resolve("/repo/a.log"), isNamed: true, instances: [] },
      { path: "sub/b", absolute: path.resolve("/repo/sub/b"), isNamed: true, instances: [] },
    ]);
  });

  test.each([
    [["./a", "a"], ["a"]],
    [["link", "a"], ["link"]],
    [["a", "link"], ["a"]],
    [[".", "link"], ["link"]],
    [["folder/a", "link", "."], ["folder/a"]],
  ])("%j is one file", async (paths, expected) => {
    const { found } = await look({ a: "", link: { link: "a" }, folder: { link: "/repo" } }, { paths });
    expect(found.map((file) => [file.path, file.isNamed])).toEqual(expected.map((name) => [name, true]));
  });

  test("may be a link to anywhere", async () => {
    const { found } = await look({ link: { link: "/data/a" }, "/data/a": "" }, { paths: ["link"] });
    expect(found).toEqual([
      { path: "link", absolute: path.resolve("/repo/link"), isNamed: true, instances: [] },
    ]);
  });

  test.each(["missing", "dangling", "loop", "a/b"])("%s is not there", async (name) => {
    const files = { a: "", dangling: { link: "nowhere" }, loop: { link: "loop" } };
    expect((await look(files, { paths: [name] })).of(name)).toMatchObject({
      trouble: "not-there",
      isNamed: true,
    });
  });

  test("standard input is named by its option, once", async () => {
    const { found } = await look([], { paths: ["-", "-"] });
    expect(found).toEqual([{ path: "<stdin>", absolute: undefined, isNamed: true, instances: [] }]);
  });

  test("keeps its name where the root was reached through a link", async () => {
    const files = { "/real/a": "", "/real/b/c": "", "/link": { link: "/real" } };
    const { paths } = await look(files, { root: "/link", cwd: "/real", paths: ["a", "b"], hasGit: false });
    expect(paths).toEqual(["a", "b/c"]);
  });
});

describe("a link in a folder", () => {
  test("inside the root is followed to where the file really lies", async () => {
    const { paths } = await look(
      {
        "data/x": "",
        "data/more/y": "",
        "sub/file": { link: "../data/x" },
        "sub/folder": { link: "/repo/data/more" },
      },
      { paths: ["sub"] },
    );
    expect(paths).toEqual(["data/more/y", "data/x"]);
  });

  test("out of the root is not followed", async () => {
    const { paths, whyNot } = await look({
      "/data/x": "",
      "/repository/x": "",
      file: { link: "/data/x" },
      folder: { link: "../data" },
      chain: { link: "folder/x" },
      namesake: { link: "/repository" },
      root: { link: "/" },
    });
    expect(paths).toEqual([]);
    for (const name of ["file", "folder", "chain", "namesake", "root"]) {
      expect(whyNot(name)).toEqual({ path: name, isTold: false, why: "a link that leads out of the root" });
    }
  });

  test("of a folder outside of the root stays in that folder", async () => {
    const files = {
      "/data/a": "",
      "/data/in": { link: "sub" },
      "/data/sub/b": "",
      "/data/out": { link: "/repo" },
      x: "",
    };
    expect((await look(files, { paths: ["/data"] })).paths).toEqual(["../data/a", "../data/sub/b"]);
  });

  test("that leads in circles or nowhere ends", async () => {
    const { paths, whyNot, read } = await look({
      "a/x": "",
      "a/up": { link: ".." },
      "a/self": { link: "." },
      "b/a": { link: "../a" },
      ping: { link: "pong" },
      pong: { link: "ping" },
      gone: { link: "nowhere" },
    });
    expect(paths).toEqual(["a/x"]);
    expect(read).toHaveLength(3);
    for (const name of ["ping", "pong", "gone"]) expect(whyNot(name)?.why).toBe("a link that leads nowhere");
  });

  test("brings in nothing of what is never searched", async () => {
    const files = {
      "node_modules/x/a": "",
      a: { link: "node_modules/x/a" },
      "b/x": { link: "/repo/node_modules/x" },
    };
    expect((await look(files, { globs: { acme: ["**"] } })).paths).toEqual([]);
  });
});

describe("files of the config", () => {
  test("count to every instance whose globs match, in the order of the config", async () => {
    const { of } = await look(["shared/users.csv", "prod/a.xml", "dev/a.xml"], {
      globs: { prod: ["prod/**", "shared/**"], dev: ["dev", "shared/*.csv"] },
    });
    expect(of("shared/users.csv")).toMatchObject({ instances: ["prod", "dev"] });
    expect(of("prod/a.xml")?.instances).toEqual(["prod"]);
    expect(of("dev/a.xml")?.instances).toEqual(["dev"]);
  });

  test("a path names its file; a pattern or a folder names a place, where foreign files may lie", async () => {
    const { of } = await look(["prod/a.xml", "prod/README", "dev/a.xml"], {
      globs: { prod: ["prod/a.xml", "prod/*"], dev: ["dev"] },
    });
    expect(of("prod/a.xml")?.isNamed).toBe(true);
    expect(of("prod/README")?.isNamed).toBe(false);
    expect(of("dev/a.xml")?.isNamed).toBe(false);
  });

  test.each([
    ["exports/a.xml", true],
    ["exports/b.xml", true],
    ["missing.xml", false],
    ["missing", false],
    ["exports/missing/", false],
    ["./exports//missing.xml", false],
  ])("a path without a pattern must be there: %s", async (file, isThere) => {
    const { found } = await look(
      { "exports/a.xml": "", "exports/b.xml": { link: "a.xml" } },
      { globs: { acme: [file] } },
    );
    const missing = found.filter((other) => other.trouble);
    const name = file.replace("./exports//", "exports/").replace(/\/$/, "");
    expect(missing).toEqual(
      isThere
        ? []
        : [
            {
              path: name,
              absolute: path.resolve("/repo", name),
              isNamed: true,
              instances: ["acme"],
              trouble: "not-there",
            },
          ],
    );
  });

  test.each([
    ["a pattern", ["missing/*.xml"], ["."]],
    ["what is taken out again", ["missing.xml", "!missing.xml"], ["."]],
    ["what lies elsewhere", ["missing.xml"], ["exports"]],
    ["anything in a run on files", ["exports/missing.xml"], ["exports/a.xml"]],
    ["what lies outside of the root", ["../missing.xml"], ["."]],
  ])("%s is not missed", async (_name, files, paths) => {
    const { found } = await look(["exports/a.xml"], { globs: { acme: files }, paths });
    expect(found.filter((file) => file.trouble)).toEqual([]);
  });

  test("are missed in a named folder", async () => {
    const { of } = await look(["exports/a.xml"], { globs: { acme: ["exports/b.xml"] }, paths: ["exports"] });
    expect(of("exports/b.xml")?.trouble).toBe("not-there");
  });

  test.each(["latest", "latest/**", "latest/*.xml", "latest/a.xml", "one.xml", "2026/*.xml"])(
    "are matched through a link that the config names: %s",
    async (glob) => {
      const { found } = await look(
        { "2026/a.xml": "", latest: { link: "2026" }, "one.xml": { link: "latest/a.xml" } },
        { globs: { acme: [glob] } },
      );
      expect(found.map((file) => [file.path, file.instances])).toEqual([["2026/a.xml", ["acme"]]]);
    },
  );

  test("a link out of the root is told if the config names it", async () => {
    const files = { exports: { link: "/data" }, "/data/a.xml": "" };
    const { paths, whyNot } = await look(files, { globs: { acme: ["exports/**"] } });
    expect(paths).toEqual([]);
    expect(whyNot("exports")?.isTold).toBe(true);
  });

  test("a file that is named through a link counts by both places", async () => {
    const { of } = await look(
      { link: { link: "exports/a.xml" }, "exports/a.xml": "" },
      { globs: { dev: ["link"], prod: ["exports"] }, paths: ["link"] },
    );
    expect(of("link")?.instances).toEqual(["dev", "prod"]);
  });
});

test("a folder of 100,000 files is listed without a look at each", async () => {
  const count = { stat: 0, real: 0 };
  const memory = memoryFs({});
  const entries = Array.from({ length: 100_000 }, (_, index) => ({
    name: `${index}.xml`,
    isFile: () => true,
    isDirectory: () => false,
    isSymbolicLink: () => false,
  }));
  const { found } = await discover({
    paths: ["."],
    cwd: "/repo",
    root: "/repo",
    stdinName: "<stdin>",
    fs: {
      ...memory,
      readdirSync: (() => entries) as unknown as typeof memory.readdirSync,
      statSync: ((name: string) => {
        count.stat++;
        return name === path.resolve("/repo") ? { isDirectory: () => true } : undefined;
      }) as typeof memory.statSync,
      realpathSync: ((name: string) => {
        count.real++;
        return name;
      }) as typeof memory.realpathSync,
    },
    instancesOf: await instanceMatcher(undefined),
    bases: [],
  });
  expect(found).toHaveLength(100_000);
  expect(count.stat + count.real).toBeLessThan(20);
});
