import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";

/**
 * `npm run new-rule -- <area folder> <rule-id> <control>`: a rule to fill in, in its area's list, with examples, its
 * stable id and its page. It judges whether a label is filled in until it is given its own check.
 */
const [area = "", id = "", control = ""] = process.argv.slice(2);
const folder = path.join("rules", area);
const file = path.join(folder, `${id}.ts`);
if (!existsSync(path.join(folder, "index.ts"))) refuse(`there is no area rules/${area}`);
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
  refuse(`"${id}" is no id: lower-case words joined by hyphens`);
if (!/^[1-9]\.\d+$/.test(control)) refuse(`"${control}" is no control number, such as 3.24`);
const ids: Record<string, string> = JSON.parse(readFileSync("test/rules/stable-ids.json", "utf8"));
const [figure] = readFileSync(path.join(folder, "index.ts"), "utf8").match(/(?<=Area )\d/) ?? [];
if (figure !== control.split(".")[0]) refuse(`control numbers of rules/${area} begin with ${figure}`);
if (ids[control] !== undefined) refuse(`control ${control} is ${ids[control]}`);
if (Object.values(ids).includes(id)) refuse(`there is a rule ${id}`);

writeFileSync(file, rule());
const index = path.join(folder, "index.ts");
writeFileSync(index, withRule(readFileSync(index, "utf8")));
ids[control] = id;
writeFileSync("test/rules/stable-ids.json", `${JSON.stringify(ids, null, 2)}\n`);
execFileSync(process.execPath, ["--import", "tsx", "scripts/generate.ts"], { stdio: "inherit" });
execFileSync(path.join("node_modules", ".bin", "biome"), ["check", "--write", folder], {
  stdio: "ignore",
  shell: process.platform === "win32",
});
console.log(`wrote ${file}, its entry in ${index}, docs/rules/${id}.md and the config's schema`);
console.log(
  "next: give it its words, its check, its examples and its controls (controls/*.json); then npm run generate and npm test",
);

function refuse(why: string): never {
  console.error(`new-rule: ${why}\nusage: npm run new-rule -- <area folder> <rule-id> <control>`);
  process.exit(2);
}

/** The control number of the rule in a file. */
function controlOf(name: string): number {
  return Number(/control: "\d+\.(\d+)"/.exec(readFileSync(path.join(folder, `${name}.ts`), "utf8"))?.[1]);
}

/** The area's list with the new rule in the order of control numbers. */
function withRule(text: string): string {
  const names = [...text.matchAll(/import (\w+) from "\.\/([a-z0-9-]+)\.js";/g)].map(
    ([, name = "", from = ""]) => ({ name, from }),
  );
  names.push({ name: id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()), from: id });
  const imports = [...names].sort((a, b) => (a.from < b.from ? -1 : 1));
  const list = [...names].sort((a, b) => controlOf(a.from) - controlOf(b.from));
  const head = text.slice(text.indexOf("\n\n/**"), text.lastIndexOf("["));
  const lines = imports.map(({ name, from }) => `import ${name} from "./${from}.js";`);
  return [
    'import type { Rule } from "../../src/evaluate/rule.js";',
    ...lines,
    `${head.slice(1)}[`,
    ...list.map(({ name }) => `  ${name},`),
    "];\n",
  ].join("\n");
}

function rule(): string {
  return `import { defineRule } from "../../src/evaluate/rule.js";

export default defineRule({
  id: "${id}",
  control: "${control}",
  level: "should",
  since: "${JSON.parse(readFileSync("package.json", "utf8")).version}",
  subject: "extAccount",
  title: "The IMS external account has a label",
  why: "Say why it matters, in a sentence.",
  remedy: "Say what to do. Save in Campaign, restart the server, export again.",
  source: ["campaign-classic.en: the page that says so"],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
    for (const account of imsAccounts) {
      if (account.label === undefined) {
        verdict.unknown(account, { message: "The label is not in the export.", missing: "imsAccountField" });
      } else if (account.label === "") {
        verdict.fail(account, { message: "Label is empty.", at: [account, "label"], observed: "" });
      } else {
        verdict.pass(account);
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: \`
          extAccounts:
            - { name: Adobe_Experience_Cloud, label: "" }
        \`,
        at: '""',
      },
    ],
    passes: [
      {
        snapshot: \`
          extAccounts:
            - { name: Adobe_Experience_Cloud, label: MAC }
        \`,
      },
    ],
    unknown: [
      {
        snapshot: \`
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        \`,
      },
    ],
  },
});
`;
}
