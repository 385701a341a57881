import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { transformSync } from "esbuild";

/**
 * Builds what ships: TypeScript → build/ → bundles without dependencies in dist/. The bundler reads the compiled
 * JavaScript, as it knows no TypeScript 7. Types of the public API are copied as far as it reaches.
 */
const bin = (name: string) => path.join("node_modules", ".bin", name);
const run = (name: string, args: readonly string[]) =>
  execFileSync(bin(name), args, {
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });

rmSync("build", { recursive: true, force: true });
rmSync("dist", { recursive: true, force: true });
execFileSync(bin("tsc"), ["--declaration", "--noEmit", "false"], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
bundle("build/src/cli/index.js", "dist/cli");
chmodSync("dist/cli/index.js", 0o755);
bundle("build/src/index.js", "dist/api");
writeFileSync(
  "dist/api/index.mjs",
  'import api from "./index.js";\n\nexport const { ConfigError, lint, rules, version } = api;\n',
);
copyTypes("build/src/index.d.ts");
writeFileSync("dist/licenses.txt", licenses());

function bundle(entry: string, folder: string): void {
  run("ncc", ["build", entry, "--out", folder, "--minify", "--target", "es2022", "--no-cache"]);
  // ncc minifies the entry alone; the parts that are loaded on demand start faster when they are small.
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".index.js")) continue;
    const file = path.join(folder, name);
    const { code } = transformSync(readFileSync(file, "utf8"), {
      minify: true,
      target: "es2022",
      legalComments: "none",
    });
    writeFileSync(file, code);
  }
}

/** The declarations that the public API reaches by relative imports. */
function copyTypes(entry: string): void {
  const pending = [entry];
  const done = new Set<string>();
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (done.has(file)) continue;
    done.add(file);
    const text = readFileSync(file, "utf8");
    const target = path.join("dist/api/types", path.relative("build", file));
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(file, target);
    for (const [, from = ""] of text.matchAll(/from "(\.[^"]+)\.js"/g)) {
      pending.push(path.join(path.dirname(file), `${from}.d.ts`));
    }
  }
}

/** The licences of what is bundled. */
function licenses(): string {
  const bundled = [
    "fastest-levenshtein",
    "get-east-asian-width",
    "js-yaml",
    "jsonc-parser",
    "picomatch",
    "re2js",
  ];
  return bundled
    .map((name) => {
      const folder = path.join("node_modules", name);
      const file = readdirSync(folder).find(
        (entry) => /^licen[cs]e/i.test(entry) && statSync(path.join(folder, entry)).isFile(),
      );
      const { version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
      return `${name} ${version} (${license})\n\n${file ? readFileSync(path.join(folder, file), "utf8").trim() : ""}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}
