import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { transformSync } from "esbuild";
import { rules } from "../rules/index.js";
import type { Rule } from "../src/evaluate/rule.js";

/** What is bundled by name; what these depend on comes with them. */
const BUNDLED = [
  "@actions/core",
  "@actions/github",
  "@octokit/plugin-retry",
  "@octokit/plugin-throttling",
  "fastest-levenshtein",
  "get-east-asian-width",
  "ignore",
  "js-yaml",
  "jsonc-parser",
  "picomatch",
  "re2js",
  "saxes",
  "yaml",
];

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
execFileSync(bin("tsc"), ["--project", "tsconfig.build.json"], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
for (const rule of rules) tuneForStart(rule);
bundle("build/src/cli/index.js", "dist/cli");
chmodSync("dist/cli/index.js", 0o755);
bundle("build/src/index.js", "dist/api");
bundle("build/src/action/index.js", "dist/action");
writeFileSync(
  "dist/api/index.mjs",
  'import api from "./index.js";\n\nexport const { ConfigError, lint, rules, version } = api;\n',
);
copyTypes("build/src/index.d.ts");
writeFileSync("dist/api/index.d.mts", 'export * from "./types/src/index.js";\n');
writeFileSync("dist/licenses.txt", licenses());

function bundle(entry: string, folder: string): void {
  run("ncc", ["build", entry, "--out", folder, "--target", "es2022", "--no-cache"]);
  // ncc minifies the entry alone, and takes the parentheses away that make the engine compile a module at once.
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".js"))) {
    const file = path.join(folder, name);
    const { code } = transformSync(readFileSync(file, "utf8"), {
      minify: true,
      target: "es2022",
      legalComments: "none",
    });
    writeFileSync(file, code.replace(/([,{]\d+:)\(\(([\w$,]*)\)=>\{/g, "$1(function($2){"));
  }
}

/**
 * Makes a compiled rule quick to load. Its examples are most of its text, and a run does not look at them: they ship
 * as one string, which costs the engine next to nothing. Its check runs once: the parentheses tell the engine to
 * compile it at once, and not to parse it twice.
 */
function tuneForStart(rule: Rule): void {
  const [file] = readdirSync("build/rules", { recursive: true, encoding: "utf8" }).filter(
    (name) => path.basename(name) === `${rule.id}.js`,
  );
  if (file === undefined) throw new Error(`build/rules has no ${rule.id}.js`);
  const target = path.join("build/rules", file);
  const data = JSON.stringify(JSON.stringify(rule.examples));
  const replacements: readonly (readonly [RegExp, string])[] = [
    [
      /\n {4}examples: \{\n[\s\S]*?\n {4}\},?\n\}\);/,
      `\n    get examples() { return JSON.parse(${data}); },\n});`,
    ],
    [/\n {4}(check|checkFile|checkWaivers)(\([\s\S]*?\n {4}\}),/, "\n    $1: (function $2),"],
  ];
  let text = readFileSync(target, "utf8");
  for (const [pattern, by] of replacements) {
    const tuned = text.replace(pattern, (_all, ...groups: string[]) =>
      by.replace(/\$([12])/g, (_sign, number) => groups[Number(number) - 1] ?? ""),
    );
    if (tuned === text) throw new Error(`${file}: not in the form that the build expects (${pattern})`);
    text = tuned;
  }
  writeFileSync(target, text);
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
  const texts = new Map<string, string>();
  const pending = BUNDLED.map((name) => ({ name, from: "." }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const folder = folderOf(next.name, next.from);
    const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    // Types leave nothing in a bundle.
    const title = `${manifest.name} ${manifest.version} (${manifest.license})`;
    if (texts.has(title) || /^@octokit\/(?:openapi-)?types$/.test(manifest.name)) continue;
    const file = readdirSync(folder).find(
      (entry) => /^licen[cs]e/i.test(entry) && statSync(path.join(folder, entry)).isFile(),
    );
    texts.set(title, `${title}\n\n${file ? readFileSync(path.join(folder, file), "utf8").trim() : ""}\n`);
    const own = Object.keys(manifest.dependencies ?? {});
    pending.push(...own.map((name) => ({ name, from: folder })));
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text)
    .join(`\n${"-".repeat(80)}\n\n`)
    .replaceAll("\r\n", "\n");
}

/** Where a package stands that another one needs: the nearest, from that one upwards. */
function folderOf(name: string, from: string): string {
  for (let at = from; ; at = path.dirname(at)) {
    const folder = path.join(at, "node_modules", name);
    if (existsSync(folder)) return folder;
    if (at === ".") throw new Error(`${name} is not installed`);
  }
}
