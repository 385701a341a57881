import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Edges } from "../../src/cli/edges.js";
import { main } from "../../src/cli/main.js";
import { AS_OF } from "../support/lint.js";

/** `--fix` and `--fix-dry-run` on files of the disk: what is written, and how. */

const WRONG = "4D5E6F708192A3B49F1C2B3A";
const RIGHT = `${WRONG}@AdobeOrg`;
const snapshot = (more = "") =>
  `# kept by hand\nimsLint: snapshot/v1\nextAccounts:\n  - name: Adobe_Experience_Cloud\n    imsOrgId: ${WRONG} # from the form\n${more}`;
const ONLY = ["--only", "org-id-format,mask-html-entity"];

const isPosix = process.platform !== "win32";
let folder = "";
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "ims-lint-fix-"));
  fs.mkdirSync(path.join(folder, ".git"));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);
const write = (name: string, text: string | Buffer) => {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), text);
};
const read = (name: string) => fs.readFileSync(at(name), "utf8");
const names = () => fs.readdirSync(folder).filter((name) => name !== ".git");

/** Runs the command line in the folder; some of the file system can be other than it is. */
async function cli(argv: readonly string[], own: Partial<Edges["fs"]> = {}) {
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY: false,
    columns: undefined,
  });
  const exit = await main({
    argv,
    env: {},
    cwd: folder,
    fs: { ...fs, ...own },
    stdin: () => Buffer.alloc(0),
    stdout: output("stdout"),
    stderr: output("stderr"),
    now: () => AS_OF,
  });
  return { ...written, exit };
}

describe("--fix", () => {
  test("writes the file, and nothing beside it; the report is of what it made", async () => {
    write("prod.yaml", snapshot());
    fs.chmodSync(at("prod.yaml"), 0o640);
    const run = await cli(["--fix", ...ONLY]);
    expect(read("prod.yaml")).toBe(snapshot().replace(WRONG, RIGHT));
    if (isPosix) expect(fs.statSync(at("prod.yaml")).mode & 0o777).toBe(0o640);
    expect(names()).toEqual(["prod.yaml"]);
    expect(run.exit).toBe(0);
    expect(run.stdout).toContain("0 errors");
    expect(run.stderr).toContain("ims-lint: fixed 1 value in 1 file\n");
  });

  test("counts values and files", async () => {
    write("a.yaml", snapshot('    imsRightsMask: "Campaign - a - (.&#42;)"\n'));
    write("b.yaml", snapshot());
    const run = await cli(["--fix", ...ONLY]);
    expect(run.stderr).toContain("ims-lint: fixed 3 values in 2 files\n");
  });

  test("ends with what is left", async () => {
    write("prod.yaml", snapshot('    imsRightsMask: "Campaign - a - (.&word;)"\n'));
    expect((await cli(["--fix", ...ONLY])).exit).toBe(1);
    expect(read("prod.yaml")).toContain(RIGHT);
  });

  test("a file that needs nothing is not touched", async () => {
    write("prod.yaml", snapshot().replace(WRONG, RIGHT));
    fs.utimesSync(at("prod.yaml"), 1, 1);
    const run = await cli(["--fix", ...ONLY]);
    expect(fs.statSync(at("prod.yaml")).mtimeMs).toBe(1000);
    expect(run.stderr).toBe("ims-lint: nothing was fixed\n");
  });

  test("what somebody has accepted stays as it is", async () => {
    write("prod.yaml", snapshot());
    write("ims-lint.waivers.yaml", "waivers: [ { rule: org-id-format, reason: Historical. } ]\n");
    const { stderr } = await cli(["--fix", ...ONLY]);
    expect(read("prod.yaml")).toBe(snapshot());
    expect(stderr).toContain("nothing was fixed");
    expect((await cli(["--fix", "--no-waivers", ...ONLY])).stderr).toContain("fixed 1 value in 1 file");
  });

  test("a file that lies elsewhere is mended if it is named", async () => {
    write("elsewhere/prod.yaml", snapshot());
    write("here/.git/HEAD", "");
    await cli(["--fix", ...ONLY, "--root", "here", "elsewhere/prod.yaml"]);
    expect(read("elsewhere/prod.yaml")).toContain(RIGHT);
  });

  test("a report that would take the place of an input stops it before anything is written", async () => {
    write("prod.yaml", snapshot());
    const run = await cli(["--fix", "--format", "json=prod.yaml", "prod.yaml"]);
    expect(run.exit).toBe(2);
    expect(read("prod.yaml")).toBe(snapshot());
  });
});

describe("what is not written", () => {
  const isLeft = async (own: Partial<Edges["fs"]>, why: string, argv: readonly string[] = []) => {
    const run = await cli(["--fix", ...ONLY, ...argv], own);
    expect(run.stderr).toContain(why);
    expect(run.stderr).toContain("nothing was fixed");
    expect(run.stdout).toContain("1 error,");
    return run;
  };

  test.runIf(isPosix)("what a link leads to", async () => {
    write("real/prod.yaml", snapshot());
    fs.symlinkSync(at("real/prod.yaml"), at("link.yaml"));
    await isLeft({}, "link.yaml:5:15 is not fixed: the file is reached through a symbolic link", [
      "link.yaml",
    ]);
    expect(read("real/prod.yaml")).toBe(snapshot());
    expect(fs.lstatSync(at("link.yaml")).isSymbolicLink()).toBe(true);
  });

  test.runIf(isPosix)("what lies behind a linked folder", async () => {
    write("real/prod.yaml", snapshot());
    fs.symlinkSync(at("real"), at("linked"));
    await isLeft({}, "symbolic link", ["linked/prod.yaml"]);
    expect(read("real/prod.yaml")).toBe(snapshot());
  });

  test("a file with another name", async () => {
    write("prod.yaml", snapshot());
    fs.linkSync(at("prod.yaml"), at("same.txt"));
    await isLeft({}, "another name too (a hard link)", ["prod.yaml"]);
    expect(read("same.txt")).toBe(snapshot());
  });

  test("a file that may not be written", async () => {
    write("prod.yaml", snapshot());
    const accessSync = () => {
      throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    };
    await isLeft({ accessSync }, "the file may not be written");
    expect(read("prod.yaml")).toBe(snapshot());
  });

  test("a file that changed while it was linted", async () => {
    write("prod.yaml", snapshot());
    const writeFileSync: typeof fs.writeFileSync = (name, ...rest) => {
      fs.writeFileSync(at("prod.yaml"), snapshot("groups: []\n"));
      fs.writeFileSync(name, ...rest);
    };
    const run = await isLeft({ writeFileSync }, "prod.yaml is not fixed: it has changed since it was read");
    expect(run.exit).toBe(2);
    expect(read("prod.yaml")).toBe(snapshot("groups: []\n"));
    expect(names()).toEqual(["prod.yaml"]);
  });

  test("a file for which there is no room", async () => {
    write("prod.yaml", snapshot());
    const writeFileSync: typeof fs.writeFileSync = (name) => {
      fs.writeFileSync(name, "half of it");
      throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
    };
    const run = await isLeft({ writeFileSync }, "prod.yaml is not fixed: it cannot be written (ENOSPC)");
    expect(run.exit).toBe(2);
    expect(read("prod.yaml")).toBe(snapshot());
    expect(names()).toEqual(["prod.yaml"]);
  });

  test("one of two files, and the report tells both as they are", async () => {
    write("a.yaml", snapshot());
    write("b.yaml", snapshot());
    const renameSync: typeof fs.renameSync = (from, to) => {
      if (String(to).endsWith("a.yaml")) throw Object.assign(new Error("EPERM"), { code: "EPERM" });
      fs.renameSync(from, to);
    };
    const run = await cli(["--fix", ...ONLY], { renameSync });
    expect(run.exit).toBe(2);
    expect(run.stderr).toContain("a.yaml is not fixed");
    expect(run.stderr).toContain("fixed 1 value in 1 file");
    expect(run.stdout).toMatch(/^a\.yaml:5:15 {2}error/);
    expect(run.stdout).not.toMatch(/^b\.yaml/m);
    expect(names()).toEqual(["a.yaml", "b.yaml"]);
  });

  test("exports, of which it is told what to set in Campaign", async () => {
    const xml = `<package><entities schema="nms:extAccount"><extAccount name="Adobe_Experience_Cloud" imsOrgId="${WRONG}"/></entities></package>`;
    write("account.xml", xml);
    await isLeft(
      {},
      `In Campaign: Administration > Platform > External accounts > Adobe_Experience_Cloud: set IMS organization ID to "${RIGHT}"`,
    );
    expect(read("account.xml")).toBe(xml);
  });
});

describe("--fix-dry-run", () => {
  test("writes nothing; its diff makes of the file what --fix makes of it", async () => {
    const text = snapshot(
      '    imsRightsMask: "Campaign - a - (.&#42;)"\ngroups: []\noperators: []\noptions: {}\n# end',
    );
    for (const [name, content] of Object.entries({
      "prod.yaml": text,
      "a folder/crlf.yaml": text.replaceAll("\n", "\r\n"),
    })) {
      write(name, content);
      const run = await cli(["--fix-dry-run", ...ONLY, name]);
      expect(read(name)).toBe(content);
      execFileSync("git", ["apply", "-p1", "-"], { cwd: folder, input: run.stdout });
      const applied = read(name);
      write(name, content);
      const fixed = await cli(["--fix", ...ONLY, name]);
      expect(read(name)).toBe(applied);
      expect(run.exit).toBe(fixed.exit);
    }
  });

  test("files get the report of the mended state", async () => {
    write("prod.yaml", snapshot());
    const run = await cli(["--fix-dry-run", ...ONLY, "--format", "json=report.json", "prod.yaml"]);
    expect(run.stdout).toContain(`+    imsOrgId: ${RIGHT} # from the form\n`);
    expect(JSON.parse(read("report.json")).summary.error).toBe(0);
  });

  test("says so where there is nothing to fix, and prints nothing", async () => {
    write("prod.yaml", snapshot().replace(WRONG, RIGHT));
    const run = await cli(["--fix-dry-run", ...ONLY]);
    expect(run).toEqual({
      stdout: "",
      stderr: "ims-lint: there is nothing to fix; 0 errors, 0 warnings and 0 notes are left\n",
      exit: 0,
    });
  });
});
