import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { docFiles } from "../../scripts/docs.js";
import { schemaFiles } from "../../scripts/schemas.js";

/** What ships: the package's content, and the bundle where nothing is installed. */

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
let folder = "";
let unpacked = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ims-lint-pack-"));
  execFileSync(npm, ["pack", "--silent", "--pack-destination", folder], {
    shell: process.platform === "win32",
  });
  const [tarball = ""] = readdirSync(folder);
  execFileSync("tar", ["-xzf", tarball], { cwd: folder });
  unpacked = path.join(folder, "package");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], cwd = unpacked): { stdout: string; exit: number } {
  const { NODE_PATH: _, ...env } = process.env;
  try {
    return {
      stdout: execFileSync(process.execPath, [...args], { cwd, env, encoding: "utf8", stdio: "pipe" }),
      exit: 0,
    };
  } catch (error) {
    const { stdout, status } = error as { stdout: string; status: number };
    return { stdout, exit: status };
  }
}

describe("npm pack", () => {
  test("holds what people need, and nothing else", () => {
    const top = readdirSync(unpacked).sort();
    expect(top).toEqual([
      "LICENSE",
      "README.md",
      "controls",
      "dist",
      "docs",
      "examples",
      "package.json",
      "schemas",
    ]);
    expect(readdirSync(path.join(unpacked, "dist")).sort()).toEqual(["api", "cli", "licenses.txt"]);
    const manifest = JSON.parse(readFileSync(path.join(unpacked, "package.json"), "utf8"));
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(manifest.scripts.install ?? manifest.scripts.postinstall).toBeUndefined();
    for (const target of [
      manifest.bin["ims-lint"],
      manifest.main,
      manifest.types,
      manifest.exports["."].import.default,
      manifest.exports["."].import.types,
      manifest.exports["."].require.types,
    ]) {
      expect(existsSync(path.join(unpacked, target)), target).toBe(true);
    }
  });

  test("the command runs with nothing installed", () => {
    expect(run(["dist/cli/index.js", "--version"]).stdout.trim()).toBe(
      JSON.parse(readFileSync("package.json", "utf8")).version,
    );
    const passing = run(["dist/cli/index.js", "--as-of", "2026-11-21", "examples/acme-prod.yaml"]);
    expect(passing.stdout).toContain("0 errors, 0 warnings, 0 notes");
    expect(passing.exit).toBe(0);
    expect(run(["dist/cli/index.js", "--as-of", "2026-11-21", "examples"]).exit).toBe(1);
    for (const format of ["json", "sarif"]) {
      expect(() =>
        JSON.parse(run(["dist/cli/index.js", "--format", format, "examples"]).stdout),
      ).not.toThrow();
    }
    for (const command of [["rules"], ["explain", "callback-https"], ["config"], ["schema", "report"]]) {
      expect(run(["dist/cli/index.js", ...command]).exit, command.join(" ")).toBe(0);
    }
  });

  test("a pipe that closes early is no error", () => {
    const script = `"${process.execPath}" dist/cli/index.js --format json --show pass examples | head -c 100`;
    if (process.platform !== "win32")
      expect(() => execFileSync("sh", ["-c", script], { cwd: unpacked })).not.toThrow();
  });

  test("a big report reaches a pipe whole", () => {
    const script = `"${process.execPath}" dist/cli/index.js --format json --show pass examples | wc -c`;
    if (process.platform === "win32") return;
    const piped = Number(execFileSync("sh", ["-c", script], { cwd: unpacked, encoding: "utf8" }));
    expect(piped).toBeGreaterThan(65_536);
    expect(piped).toBe(
      Buffer.byteLength(run(["dist/cli/index.js", "--format", "json", "--show", "pass", "examples"]).stdout),
    );
  });

  test("the API works as an ES module and as CommonJS", () => {
    const files = `{ "a.yaml": "imsLint: snapshot/v1\\nextAccounts: []\\n" }`;
    const esm = `import { lint, rules, version } from "ims-lint"; const r = await lint({ files: ${files} }); console.log(r.format, r.summary.error, rules.length > 40, version)`;
    const cjs = `const { lint } = require("ims-lint"); lint({ files: ${files} }).then((r) => console.log(r.summary.error))`;
    expect(run(["--input-type=module", "-e", esm]).stdout).toBe("ims-lint/report/v1 1 true 0.1.0\n");
    expect(run(["-e", cjs]).stdout).toBe("1\n");
  });

  test("the types need nothing that is not shipped", () => {
    const types = readdirSync(path.join(unpacked, "dist/api/types"), { recursive: true, encoding: "utf8" });
    for (const file of types.filter((name) => name.endsWith(".d.ts"))) {
      const text = readFileSync(path.join(unpacked, "dist/api/types", file), "utf8");
      for (const [, from = ""] of text.matchAll(/from "([^"]+)"/g)) expect(from, file).toMatch(/^\./);
    }
  });

  test("a program in strict TypeScript compiles against them alone", () => {
    const project = path.join(unpacked, "consumer");
    mkdirSync(project, { recursive: true });
    const program = `import { ConfigError, type LintOptions, lint, type ReportV1, rules, version } from "ims-lint";
const options: LintOptions = { files: { "a.yaml": "" }, preset: "all", levels: { "callback-https": "note" } };
export const report: Promise<ReportV1> = lint(options);
export const text: string = version + rules[0]?.id + new ConfigError("x").code;
`;
    for (const name of ["a.mts", "b.cts"]) writeFileSync(path.join(project, name), program);
    const options = {
      module: "nodenext",
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
      lib: ["es2022"],
      target: "es2022",
    };
    writeFileSync(
      path.join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, include: ["*.mts", "*.cts"] }),
    );
    const tsc = path.resolve("node_modules/typescript/bin/tsc");
    expect(run([tsc, "-p", project], unpacked)).toEqual({ stdout: "", exit: 0 });
  });

  test("the lock files name no registry", () => {
    for (const lock of ["package-lock.json", "bench/package-lock.json", "test/node24/package-lock.json"]) {
      expect(readFileSync(lock, "utf8")).not.toContain('"resolved"');
    }
  });
});

test("schemas and pages are fresh: npm run generate", async () => {
  for (const [file, content] of [...schemaFiles(), ...(await docFiles())]) {
    expect(readFileSync(file, "utf8"), file).toBe(content);
  }
});
