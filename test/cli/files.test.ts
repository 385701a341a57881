import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cli } from "../support/cli.js";
import { lint } from "../support/lint.js";

/** Files as they are found, named and written, by the bundle that ships, on a real disk. */

const bundle = path.resolve("dist/cli/index.js");
const snapshot =
  'imsLint: snapshot/v1\nextAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "http://x.example" } ]\n';
const isPosix = process.platform !== "win32";
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ims-lint-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bundle, "--only", "3.7", ...args], {
    cwd: folder,
    encoding: "utf8",
    timeout: 20_000,
  });
  return { stdout, stderr, exit: status };
}

describe("found", () => {
  test("each file once, however it is named", () => {
    writeFileSync(path.join(folder, "a.yaml"), snapshot);
    const { stdout } = run(".", "a.yaml", "./a.yaml", "--format", "json");
    expect(JSON.parse(stdout).inputs).toHaveLength(1);
  });

  test("symbolic links are followed inside the root, each file once, and node_modules are passed over", () => {
    mkdirSync(path.join(folder, "node_modules/x"), { recursive: true });
    writeFileSync(path.join(folder, "node_modules/x/a.yaml"), snapshot);
    writeFileSync(path.join(folder, "b.yaml"), snapshot);
    if (isPosix) {
      symlinkSync(folder, path.join(folder, "loop"));
      symlinkSync("b.yaml", path.join(folder, "a.yaml"));
      symlinkSync(path.resolve("examples"), path.join(folder, "out"));
    }
    const { stdout } = run(".", "--format", "json");
    expect(JSON.parse(stdout).inputs.map((input: { path: string }) => input.path)).toEqual(["b.yaml"]);
  });

  test("what git ignores counts if it is named", () => {
    mkdirSync(path.join(folder, "exports"));
    writeFileSync(path.join(folder, ".gitignore"), "exports/\n");
    writeFileSync(path.join(folder, "exports/a.yaml"), snapshot);
    writeFileSync(path.join(folder, "b.yaml"), snapshot);
    const inputs = (...args: string[]) =>
      JSON.parse(run(...args, "--format", "json").stdout).inputs.map((input: { path: string }) => input.path);
    expect(inputs()).toEqual(["b.yaml"]);
    expect(inputs("exports")).toEqual(["exports/a.yaml"]);
    expect(inputs("exports/a.yaml")).toEqual(["exports/a.yaml"]);
  });

  test("a folder that cannot be opened is told, and hides no other", async () => {
    const files = { "a/x.yaml": snapshot, "m/x.yaml": snapshot, "z/x.yaml": snapshot };
    const { stdout, exit } = await cli(["--only", "3.7", "."], { files, closed: ["/repo/m"] });
    expect(stdout).toContain("a/x.yaml:2");
    expect(stdout).toContain("z/x.yaml:2");
    expect(stdout).toContain("m:1:1  error  export-readable");
    expect(exit).toBe(4);
  });

  test.runIf(isPosix)("a special file is refused, not waited for", () => {
    execFileSync("mkfifo", [path.join(folder, "pipe")]);
    for (const file of ["pipe", "/dev/zero"]) {
      const { stdout, exit } = run(file);
      expect(stdout).toContain("it is no regular file");
      expect(exit).toBe(4);
    }
  });

  test.runIf(isPosix)("what a shell passes for <(command) is read", () => {
    writeFileSync(path.join(folder, "a.yaml"), snapshot);
    const script = `"${process.execPath}" "${bundle}" --only 3.7 <(cat a.yaml)`;
    const { stdout } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
    expect(stdout).toContain("callback-https");
  });
});

describe("written", () => {
  test("several formats to several files", () => {
    writeFileSync(path.join(folder, "a.yaml"), snapshot);
    const { exit, stdout } = run(
      "a.yaml",
      "--format",
      "pretty",
      "--format",
      "json=r.json",
      "--format",
      "sarif=r.sarif",
    );
    expect(stdout).toContain("callback-https");
    expect(exit).toBe(1);
    expect(JSON.parse(readFileSync(path.join(folder, "r.json"), "utf8")).format).toBe("ims-lint/report/v1");
    expect(JSON.parse(readFileSync(path.join(folder, "r.sarif"), "utf8")).version).toBe("2.1.0");
  });

  test.each([
    ["over an input", ["a.yaml", "--format", "json=./a.yaml"], "would overwrite an input"],
    ["twice", ["a.yaml", "--format", "json=r", "--format", "sarif=r"], "cannot go to one file"],
    ["into no folder", ["a.yaml", "--format", "json=no/where/r.json"], "cannot write no/where/r.json"],
  ])("never %s", (_name, args, words) => {
    writeFileSync(path.join(folder, "a.yaml"), snapshot);
    const { stderr, exit } = run(...args);
    expect(stderr).toContain(words);
    expect(exit).toBe(2);
    expect(readFileSync(path.join(folder, "a.yaml"), "utf8")).toBe(snapshot);
  });
});

test("rules whose ids begin like a control number can be selected", async () => {
  const { exit } = await cli(["--only", "ims-server-endpoint", "a.yaml"], { files: { "a.yaml": snapshot } });
  expect(exit).toBe(0);
});

test("records with an empty name are several records", async () => {
  const accounts = await lint(`
    extAccounts:
      - { name: "", imsRightsMask: "Campaign - acme - (.*)" }
      - { name: "", imsRightsMask: "Other - (.*)" }
    packages:
      - { id: "", label: Core }
      - { id: "", label: Integration with the Adobe Experience Cloud }
  `);
  expect(accounts.of("account-present", "pass")).toHaveLength(1);
  expect(accounts.of("account-unique", "fail")).toHaveLength(1);
  expect(accounts.of("integration-package", "pass")).toHaveLength(1);
  expect(accounts.of("export-shape", "fail")).toEqual([]);
});

test("an account without a name hides no other account", async () => {
  const linted = await lint('extAccounts: [ { label: MAC, imsRightsMask: "Campaign - acme - (.*)" } ]');
  expect(linted.of("account-unique", "pass")).toHaveLength(1);
});
