import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discover, findRoot, relativeTo } from "../../src/discover/discover.js";
import { globBases, instanceMatcher } from "../../src/discover/instances.js";
import { type MemoryFile, memoryFs } from "../../src/discover/memory.js";
import { type Tracked, trackedFiles } from "../../src/discover/tracked.js";

/** What is found where git ignores something: in memory, and against git itself. */

interface SetUp {
  readonly paths?: readonly string[];
  readonly root?: string;
  readonly globs?: readonly string[];
  readonly tracked?: Tracked;
}

/** Finds files in memory; the patterns' own files are left out. */
async function look(files: Readonly<Record<string, MemoryFile>>, { globs = [], ...request }: SetUp = {}) {
  const all = Object.entries(files).map(([name, file]) => [
    name.startsWith("/") ? name : `/repo/${name}`,
    file,
  ]);
  const memory = memoryFs(Object.fromEntries(all));
  const read: string[] = [];
  const instances = { acme: { files: globs } };
  const result = await discover({
    paths: ["."],
    cwd: "/repo",
    root: "/repo",
    stdinName: "<stdin>",
    fs: {
      ...memory,
      readdirSync: ((folder: string, options: { withFileTypes: true }) => {
        read.push(relativeTo("/repo", folder));
        return memory.readdirSync(folder, options);
      }) as typeof memory.readdirSync,
    },
    instancesOf: await instanceMatcher(instances),
    bases: await globBases(instances),
    ...request,
  });
  const paths = result.found.map((file) => file.path).filter((name) => !name.endsWith(".gitignore"));
  return { ...result, paths, read };
}

const inGit = { ".git/HEAD": "" };

describe("what git ignores", () => {
  test("is passed over, and told to who asks", async () => {
    const { paths, passedOver, read } = await look({
      ...inGit,
      ".gitignore": "out/\n*.log",
      "out/a": "",
      "b.log": "",
      c: "",
    });
    expect(paths).toEqual(["c"]);
    expect(passedOver).toEqual([
      { path: "b.log", isTold: false, why: "git ignores it" },
      { path: "out", isTold: false, why: "git ignores it" },
    ]);
    expect(read).toEqual(["."]);
  });

  test("counts if it is named", async () => {
    const files = { ...inGit, ".gitignore": "*", "a/b": "", c: "" };
    expect((await look(files, { paths: ["a/b", "c"] })).paths).toEqual(["a/b", "c"]);
  });

  test("is what stands in .git/info/exclude too, which a .gitignore can take back", async () => {
    const files = { ...inGit, ".git/info/exclude": "a\nb", ".gitignore": "!b", a: "", b: "" };
    expect((await look(files)).paths).toEqual(["b"]);
  });

  test("is told by patterns above a root below the top of the work tree", async () => {
    const files = { ...inGit, ".gitignore": "a\n/sub/b", "sub/a": "", "sub/b": "", "sub/c": "" };
    expect((await look(files, { root: "/repo/sub", paths: ["sub"] })).paths).toEqual(["c"]);
  });

  test("is told by patterns without a work tree, from the root downwards", async () => {
    const files = { "/.gitignore": "b", ".gitignore": "a", "sub/a": "", "sub/b": "" };
    expect((await look(files, { paths: ["sub"] })).paths).toEqual(["sub/b"]);
  });

  test("in a work tree within another is told by its own patterns alone", async () => {
    const files = {
      ...inGit,
      ".gitignore": "a",
      "in/.git": "gitdir: …",
      "in/.gitignore": "b",
      "in/a": "",
      "in/b": "",
    };
    expect((await look(files)).paths).toEqual(["in/.git", "in/a"]);
  });

  test("differs in case", async () => {
    expect((await look({ ...inGit, ".gitignore": "A\nb/", a: "", "B/c": "" })).paths).toEqual(["B/c", "a"]);
  });

  test("is not told by a link", async () => {
    expect(
      (await look({ ...inGit, patterns: "a", ".gitignore": { link: "patterns" }, a: "" })).paths,
    ).toContain("a");
  });
});

describe("a named folder", () => {
  test.each([
    ["is ignored", { ".gitignore": "exports/" }, "exports"],
    ["lies in an ignored one", { ".gitignore": "exports", "exports/.gitignore": "a" }, "exports/acme"],
    ["is empty to git", { ".gitignore": "/exports/*" }, "exports"],
    ["says so itself", { "exports/acme/.gitignore": "*\n!.gitignore" }, "exports/acme"],
    [
      "lies in a folder that is never searched",
      { "exports/node_modules/.gitignore": "*" },
      "exports/node_modules/acme",
    ],
  ])("is searched all the same if it %s", async (_name, patterns, folder) => {
    const files = {
      ...inGit,
      ...patterns,
      [`${folder}/a`]: "",
      [`${folder}/b/c`]: "",
      [`${folder}/b/.gitignore`]: "d",
      [`${folder}/b/d`]: "",
    };
    expect((await look(files, { paths: [folder] })).paths).toEqual([`${folder}/a`, `${folder}/b/c`]);
    expect((await look(files)).paths).toEqual([]);
    expect((await look(files, { paths: [".", folder] })).paths).toEqual([`${folder}/a`, `${folder}/b/c`]);
    expect(
      (await look(files, { paths: [folder, "."] })).passedOver.filter(({ path: name }) =>
        name.endsWith("/a"),
      ),
    ).toEqual([]);
  });

  test("that is not ignored keeps to the patterns above it", async () => {
    const files = {
      ...inGit,
      ".gitignore": "*.log\n/exports/b",
      "exports/a.log": "",
      "exports/b": "",
      "exports/c": "",
    };
    expect((await look(files, { paths: ["exports"] })).paths).toEqual(["exports/c"]);
  });

  test("that is the root keeps to a list of what is wanted", async () => {
    const files = { ...inGit, ".gitignore": "*\n!*/\n!*.xml", "a.xml": "", "b/c.xml": "", "b/d.csv": "" };
    expect((await look(files)).paths).toEqual(["a.xml", "b/c.xml"]);
  });
});

describe("what the config names counts, ignored or not", () => {
  const files = {
    ...inGit,
    ".gitignore": "exports/\nvendor/\n*.xml",
    "a.xml": "",
    "exports/acme/a.xml": "",
    "exports/acme/b.csv": "",
    "exports/globex/a.xml": "",
    "vendor/x/a.xml": "",
    "exports/acme/node_modules/a.xml": "",
  };
  test.each([
    [["exports/acme/*.xml"], ["exports/acme/a.xml"], [".", "exports", "exports/acme"]],
    [["exports/acme"], ["exports/acme/a.xml", "exports/acme/b.csv"], [".", "exports", "exports/acme"]],
    [["exports/acme/b.csv"], ["exports/acme/b.csv"], [".", "exports", "exports/acme"]],
    [["*.xml"], ["a.xml"], undefined],
    [["**/a.xml", "!vendor"], ["a.xml", "exports/acme/a.xml", "exports/globex/a.xml"], undefined],
    [["missing/**"], [], ["."]],
  ])("%j", async (globs, expected, opened) => {
    const { paths, read } = await look(files, { globs });
    expect(paths).toEqual(expected);
    if (opened) expect(read).toEqual(opened);
    expect(read.some((folder) => folder.includes("node_modules"))).toBe(false);
  });
});

describe("what git tracks is found, ignored or not", () => {
  const files = {
    ...inGit,
    ".gitignore": "out/\n*.log\n",
    "out/tracked": "",
    "out/deep/er/tracked.log": "",
    "out/new": "",
    "out/other/new": "",
    "tracked.log": "",
    "new.log": "",
    found: "",
  };
  const tracked = trackedFiles(["out/tracked", "out/deep/er/tracked.log", "tracked.log", "out/gone"]);

  test("and no ignored folder is opened that holds none of it", async () => {
    const { paths, read, passedOver } = await look(files, { tracked });
    expect(paths).toEqual(["found", "out/deep/er/tracked.log", "out/tracked", "tracked.log"]);
    expect(read).not.toContain("out/other");
    expect(passedOver.map(({ path: name }) => name)).toEqual(["new.log"]);
  });

  test("in a folder that is named, and through a link too", async () => {
    expect((await look(files, { tracked, paths: ["out/deep"] })).paths).toEqual(["out/deep/er/tracked.log"]);
    const linked = { ...inGit, ".gitignore": "out/\n", "out/a": "", "out/b": "", link: { link: "out" } };
    expect((await look(linked, { tracked: trackedFiles(["out/a"]) })).paths).toEqual(["out/a"]);
  });
});

test("a link brings in nothing that git ignores where it lies, but what the config names", async () => {
  const files = {
    ...inGit,
    ".gitignore": "exports/",
    "exports/a/x": "",
    one: { link: "exports/a/x" },
    all: { link: "exports/a" },
  };
  expect((await look(files)).paths).toEqual([]);
  expect((await look(files, { globs: ["all/*"] })).paths).toEqual(["exports/a/x"]);
  expect((await look(files, { paths: ["exports"] })).paths).toEqual(["exports/a/x"]);
});

test("a link that git ignores is not followed", async () => {
  const files = {
    ...inGit,
    ".gitignore": "/sub/link\nno-link/",
    "x/y": "",
    "sub/link": { link: "../x" },
    "sub/no-link": { link: "../z" },
    "z/y": "",
  };
  expect((await look(files, { paths: ["sub"] })).paths).toEqual(["z/y"]);
});

test("hostile patterns cost little", async () => {
  const deep = `${"aaa/".repeat(80)}a`;
  const patterns = ["**/a*/**/a*/**/a*/**/a*/**/b", "*a*a*a*a*a*a*a*a*b", "**/a*a*/**/*a*b/**/c"];
  const startedAt = performance.now();
  const { paths } = await look({ ...inGit, ".gitignore": patterns.join("\n"), [deep]: "" });
  expect(paths).toEqual([deep]);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

test("patterns are read up to a size, and none by half", async () => {
  const size = 256 * 1024;
  const patterns = `a\n${"#".repeat(size - 4)}\nbc\nd`;
  expect(patterns.slice(0, size)).toMatch(/\nb$/);
  const { paths } = await look({ ...inGit, ".gitignore": patterns, a: "", b: "", bc: "", d: "" });
  expect(paths).toEqual(["b", "bc", "d"]);
});

const hasGit = process.platform !== "win32" && spawnSync("git", ["--version"]).status === 0;

describe.runIf(hasGit)("git itself agrees", () => {
  let folder = "";
  beforeAll(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), "ims-lint-git-")));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  const git = (cwd: string, ...args: string[]) =>
    execFileSync("git", ["-c", "core.excludesFile=", "-c", "core.ignoreCase=false", ...args], {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: "1" },
    });

  /** Writes a work tree; what git does not ignore in it, and what is found. */
  async function compare(files: Readonly<Record<string, string>>) {
    const root = fs.mkdtempSync(path.join(folder, "tree-"));
    git(root, "init", "--quiet");
    for (const [name, content] of Object.entries(files)) {
      const absolute = path.join(root, name);
      fs.mkdirSync(path.dirname(absolute), { recursive: true });
      fs.writeFileSync(absolute, content);
    }
    const listed = git(root, "ls-files", "--others", "--exclude-standard", "-z")
      .split("\0")
      .filter(Boolean)
      .sort();
    const { found } = await discover({
      paths: [root],
      cwd: root,
      root: findRoot(root, fs),
      stdinName: "<stdin>",
      fs,
      instancesOf: () => [],
      bases: [],
    });
    return { git: listed, found: found.map((file) => file.path) };
  }

  const tree = [
    "a.xml",
    "b.csv",
    "build/a.xml",
    "build/deep/b.csv",
    "sub/a.xml",
    "sub/build/a.xml",
    "sub/build/b.csv",
    "sub/deep/er/a.xml",
    "sub/[x] y/a.xml",
    "sub/ #1/b.csv",
    "sub/!b/b.csv",
    "sub/x\\y/a.xml",
  ];
  const plain = Object.fromEntries(tree.map((name) => [name, ""]));

  test.each<[string, Readonly<Record<string, string>>]>([
    ["names and folders", { ".gitignore": "build/\n*.csv" }],
    ["anchors", { ".gitignore": "/a.xml\nsub/build\nbuild/deep" }],
    ["globstars", { ".gitignore": "**/er\nsub/**/b.csv\nbuild/**" }],
    ["taken back", { ".gitignore": "*.xml\n!sub/a.xml\n!/build/*.xml" }],
    ["not taken back in an ignored folder", { ".gitignore": "sub\n!sub/a.xml" }],
    ["a deeper file takes back", { ".gitignore": "build\n*.csv", "sub/.gitignore": "!build" }],
    [
      "a deeper file ignores again",
      { ".gitignore": "!*.xml", "sub/.gitignore": "*.xml", "sub/deep/.gitignore": "!a.xml" },
    ],
    [
      "deeper anchors",
      { "sub/.gitignore": "/build/b.csv\nbuild/a.xml\n/deep/", "sub/deep/.gitignore": "/er" },
    ],
    ["everything but", { ".gitignore": "*\n!*/\n!*.xml" }],
    ["everything", { "sub/.gitignore": "*" }],
    ["only folders", { "sub/.gitignore": "*/" }],
    ["everything below", { "sub/.gitignore": "**" }],
    ["everything below, anchored", { "sub/.gitignore": "/**\n!/a.xml" }],
    [
      "odd folder names",
      {
        "sub/[x] y/.gitignore": "a.xml",
        "sub/ #1/.gitignore": "/b.csv",
        "sub/!b/.gitignore": "*.csv",
        "sub/x\\y/.gitignore": "a.xml",
      },
    ],
    ["escapes", { ".gitignore": "\\!b\n\\[x\\] y\n \\#1", "sub/.gitignore": "\\!b/b.csv\n!\\!b" }],
    [
      "comments and blanks",
      { ".gitignore": "# build\n\n  \nbuild/   \n#", "sub/.gitignore": "/\n!\n!/\n//a.xml" },
    ],
    ["sets", { ".gitignore": "[a-c].*\n!b.[!x]*", "sub/.gitignore": "[" }],
    [
      "line ends and a byte-order mark",
      { ".gitignore": "\ufeff*.csv\r\nbuild/\r\n", "sub/.gitignore": "\ufeffdeep\r\n" },
    ],
    [
      "exclude is weaker",
      { ".git/info/exclude": "build\n*.csv", ".gitignore": "!b.csv", "sub/.gitignore": "!build" },
    ],
    ["the files of patterns themselves", { ".gitignore": ".gitignore", "sub/.gitignore": "a.xml" }],
  ])("%s", async (_name, patterns) => {
    const verdict = await compare({ ...plain, ...patterns });
    expect(verdict.git).not.toEqual(Object.keys({ ...plain, ...patterns }).sort());
    expect(verdict.found).toEqual(verdict.git);
  });

  test("whatever the patterns", async () => {
    const part = fc.constantFrom("a", "b", "*", "a*", "?", "[ab]", "**", "\\a", "ab");
    const pattern = fc
      .tuple(
        fc.constantFrom("", "", "!"),
        fc.constantFrom("", "", "/"),
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("", "", "/", " ", "/ "),
      )
      .map(([sign, anchor, parts, end]) => sign + anchor + parts.join("/") + end);
    const patterns = fc.array(pattern, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));
    const names = ["a", "b", "ab"];
    const files = names.flatMap((x) => names.flatMap((y) => [`${x}/${y}/a`, `${x}/${y}/b`, `${x}/c${y}`]));
    const empty = Object.fromEntries(files.map((name) => [name, ""]));
    await fc.assert(
      fc.asyncProperty(patterns, patterns, patterns, async (top, middle, deep) => {
        const verdict = await compare({
          ...empty,
          ".gitignore": top,
          "a/.gitignore": middle,
          "a/b/.gitignore": deep,
        });
        expect(verdict.found).toEqual(verdict.git);
      }),
      { numRuns: Number(process.env.RUNS ?? 60) },
    );
  });

  test("real links", async () => {
    const root = fs.mkdtempSync(path.join(folder, "links-"));
    fs.mkdirSync(path.join(root, "in/data"), { recursive: true });
    fs.writeFileSync(path.join(root, "out.xml"), "");
    fs.writeFileSync(path.join(root, "in/data/a.xml"), "");
    const links = {
      loop: ".",
      up: "../..",
      out: "../out.xml",
      file: "data/a.xml",
      data2: "data",
      gone: "nowhere",
    };
    for (const [name, target] of Object.entries(links)) fs.symlinkSync(target, path.join(root, "in", name));
    fs.symlinkSync("in", path.join(root, "alias"));
    const rooted = (cwd: string, ...paths: string[]) =>
      discover({ paths, cwd, root: cwd, stdinName: "<stdin>", fs, instancesOf: () => [], bases: [] });
    const names = ({ found }: Awaited<ReturnType<typeof rooted>>) => found.map((file) => file.path);
    const own = path.join(root, "in");
    expect(names(await rooted(own, "."))).toEqual(["data/a.xml"]);
    expect(names(await rooted(own, "file", ".", "out"))).toEqual(["file", "out"]);
    expect(names(await rooted(path.join(root, "alias"), "."))).toEqual(["data/a.xml"]);
    expect(names(await rooted(root, "alias"))).toEqual(["in/data/a.xml", "out.xml"]);
  });
});
