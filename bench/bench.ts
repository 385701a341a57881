import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { dump } from "js-yaml";

/**
 * Whole processes, side by side in one run: A B A B …, so that a machine that slows down slows both. Prints the median
 * of the ratios. `npm run bench` builds nothing: it measures what is in dist/.
 */
interface Comparison {
  readonly name: string;
  readonly goal: number | undefined;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** What our process finds in its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

const folder = mkdtempSync(path.join(tmpdir(), "ims-lint-bench-"));
const cli = path.resolve("dist/cli/index.js");
if (!existsSync(cli)) throw new Error("dist/ is missing: npm run build");
const { resolve } = createRequire(import.meta.url);
const jsYaml = resolve("js-yaml");
const spectral = path.resolve("bench/node_modules/.bin/spectral");
const RUNS = Number(process.env.RUNS ?? 11);

const tiny = write("tiny.json", JSON.stringify(account()));
const large = snapshot(20_000);
const largeJson = write("large.json", JSON.stringify(large, null, 2));
const largeYaml = write("large.yaml", dump(large));
const rulesOfPatterns = "account-name,callback-https,org-id-format,mask-html-entity";

const comparisons: Comparison[] = [
  { name: "start-up, a tiny snapshot / node -e 0", goal: 1.7, ours: [cli, tiny], theirs: ["-e", "0"] },
  {
    name: "20,000 operators as JSON / JSON.parse",
    goal: 3,
    ours: [cli, largeJson],
    theirs: ["-e", `JSON.parse(require("fs").readFileSync(${JSON.stringify(largeJson)}, "utf8"))`],
  },
  {
    name: "20,000 operators as YAML / js-yaml load",
    goal: 1.4,
    ours: [cli, largeYaml],
    theirs: [
      "-e",
      `require(${JSON.stringify(jsYaml)}).load(require("fs").readFileSync(${JSON.stringify(largeYaml)}, "utf8"))`,
    ],
  },
];
const people = 20_000;
const exported = path.join(folder, "exported");
const packageFile = write("exported/acme/people.xml", asPackage(snapshot(people)));
const tableFile = write("exported/users.csv", asTable(snapshot(people)));
comparisons.push({
  name: "20,000 operators as package and CSV / saxes and csv-parse",
  goal: 1.5,
  ours: [cli, exported],
  theirs: [
    "-e",
    `const { readFileSync } = require("fs");
    const parser = new (require(${JSON.stringify(resolve("saxes"))}).SaxesParser)();
    let tags = 0;
    parser.on("opentag", () => { tags += 1; });
    parser.write(readFileSync(${JSON.stringify(packageFile)}, "utf8")).close();
    require(${JSON.stringify(resolve("csv-parse/sync"))}).parse(readFileSync(${JSON.stringify(tableFile)}, "utf8"));`,
  ],
});
comparisons.push({
  name: "a pull request over 20,000 operators / the command line on its head",
  goal: 3,
  ours: [path.resolve("dist/action/index.js")],
  theirs: [cli, exported],
  env: pullRequest(),
});
comparisons.push({
  name: "2,000 profiles that just miss the mask and 2,000 groups / 1,000 of each",
  goal: 2,
  ours: [cli, write("near2000.json", JSON.stringify(nearMisses(2_000)))],
  theirs: [cli, write("near1000.json", JSON.stringify(nearMisses(1_000)))],
});
if (existsSync(spectral)) {
  const ruleset = path.resolve("bench/spectral.yaml");
  const small = write("small.yaml", dump(snapshot(20)));
  const middle = write("middle.yaml", dump(snapshot(2_000)));
  for (const [size, file] of [
    ["20", small],
    ["2,000", middle],
  ] as const) {
    comparisons.push({
      name: `four pattern rules, ${size} operators / Spectral's CLI`,
      goal: undefined,
      ours: [cli, "--only", rulesOfPatterns, file],
      theirs: [spectral, "lint", "--quiet", "--ruleset", ruleset, file],
    });
  }
} else {
  console.log("Spectral is not installed: npm ci --prefix bench");
}

for (const { name, goal, ours, theirs, env } of comparisons) {
  const ratios: number[] = [];
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let run = -1; run < RUNS; run++) {
    const a = time(ours, env);
    const b = time(theirs);
    if (run < 0) continue;
    ratios.push(a / b);
    times.ours.push(a);
    times.theirs.push(b);
  }
  const wanted = goal === undefined ? "" : `  (goal ${goal}x)`;
  console.log(
    `${median(ratios).toFixed(2)}x  ${name}${wanted}  ${median(times.ours).toFixed(0)} ms / ${median(times.theirs).toFixed(0)} ms`,
  );
}

for (const [name, input] of [
  ["JSON", largeJson],
  ["YAML", largeYaml],
  ["package and CSV", exported],
] as const) {
  console.log(
    `${peakMemory([cli, input])} MiB  peak, 20,000 operators as ${name}  (goal under 200 MB = 190 MiB)`,
  );
}

/** The most memory that a Node process holds, in MiB. */
function peakMemory(args: readonly string[]): number {
  const script =
    'process.on("exit", () => require("fs").writeSync(2, "\\nPEAK " + process.resourceUsage().maxRSS + "\\n"));';
  const hook = write("peak.cjs", script);
  const { stderr } = spawnSync(process.execPath, ["--require", hook, ...args], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return Math.round(Number(/PEAK (\d+)/.exec(stderr)?.[1]) / 1024);
}

/** Milliseconds that a whole Node process takes. */
function time(args: readonly string[], own: Readonly<Record<string, string>> = {}): number {
  // Reading another certificate store adds to every start, and flatters ratios.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const start = process.hrtime.bigint();
  const { error } = spawnSync(process.execPath, [...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...env, ...own },
    maxBuffer: 1e9,
  });
  if (error) throw error;
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/**
 * Makes the exported files the head of a pull request that mends the association mask, and returns the environment in
 * which the runner starts the Action on it.
 */
function pullRequest(): Record<string, string> {
  const git = (...args: string[]) => {
    const identity = ["-c", "user.name=Jane", "-c", "user.email=jane@acme.example"];
    const { stdout, status } = spawnSync("git", [...identity, ...args], { cwd: exported, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")} failed`);
    return stdout.trim();
  };
  const text = readFileSync(packageFile, "utf8");
  writeFileSync(packageFile, text.replace("(.*)", "(.*"));
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "base");
  const base = git("rev-parse", "HEAD");
  writeFileSync(packageFile, text);
  git("commit", "--quiet", "--all", "--message", "head");
  const head = git("rev-parse", "HEAD");
  git("checkout", "--quiet", base);
  git("merge", "--quiet", "--no-ff", "--message", "merge", head);
  const repository = { full_name: "acme/campaign" };
  const event = {
    action: "opened",
    repository: { private: true },
    pull_request: { number: 1, base: { sha: base, repo: repository }, head: { sha: head, repo: repository } },
  };
  return {
    GITHUB_WORKSPACE: exported,
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: write("event.json", JSON.stringify(event)),
    GITHUB_REPOSITORY: "acme/campaign",
    GITHUB_SHA: git("rev-parse", "HEAD"),
    GITHUB_OUTPUT: write("output", ""),
    GITHUB_STEP_SUMMARY: write("summary", ""),
    RUNNER_TEMP: folder,
    INPUT_PATHS: ".",
  };
}

/** What many begin with: the external account, and nothing else. */
function account(): object {
  const { imsLint, instance, extAccounts } = snapshot(0);
  return { imsLint, instance, extAccounts };
}

/** An instance that is in order, with so many operators. */
function snapshot(operators: number) {
  const numbers = Array.from({ length: operators }, (_, index) => index);
  const profile = (index: number) => `Campaign - acme - group${index % 40}`;
  return {
    imsLint: "snapshot/v1",
    exported: "2026-11-20T09:00:00Z",
    instance: { name: "acme_prod", url: "https://acme.campaign.example.com", deployment: "on-premise" },
    packages: [{ label: "Integration with the Adobe Experience Cloud" }],
    extAccounts: [
      {
        name: "Adobe_Experience_Cloud",
        active: true,
        imsServer: "https://ims-na1.adobelogin.com",
        clientId: "Campaign1",
        userScope: "openid,AdobeID,read_organizations,additional_info.projectedProductContext",
        callbackServer: "https://acme.campaign.example.com",
        imsOrgId: "4D5E6F708192A3B49F1C2B3A@AdobeOrg",
        imsRightsMask: "Campaign - acme - (.*)",
        tenant: "acme",
      },
    ],
    groups: Array.from({ length: 40 }, (_, index) => ({ name: `group${index}`, label: `Group ${index}` })),
    operators: numbers.map((index) => ({
      name: `user${index}@acme.example`,
      label: `Person Number ${index}`,
      email: `user${index}@acme.example`,
      authenticationType: "ims",
      groups: [`group${index % 40}`],
      rights: [],
    })),
    organization: {
      id: "4D5E6F708192A3B49F1C2B3A@AdobeOrg",
      name: "Acme",
      directOnly: false,
      users: numbers.map((index) => ({
        email: `user${index}@acme.example`,
        status: "active",
        type: "federatedID",
        groups: [profile(index)],
      })),
      groups: Array.from({ length: 40 }, (_, index) => ({
        groupName: profile(index),
        type: "PRODUCT_PROFILE",
      })),
    },
  };
}

/** Its account, groups and operators as Campaign exports them: attributes in the order of the alphabet. */
function asPackage({ extAccounts, groups, operators }: ReturnType<typeof snapshot>): string {
  const element = (name: string, fields: object, inner = "") => {
    const attributes = Object.entries(fields)
      .filter(([, value]) => typeof value !== "object")
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `${key}="${value === true ? 1 : value}"`);
    return `    <${name} ${attributes.join("\n      ")}${inner ? `>\n      ${inner}\n    </${name}>` : "/>"}\n`;
  };
  const entities = (schema: string, records: readonly string[]) =>
    `  <entities schema="${schema}">\n${records.join("")}  </entities>\n`;
  return `<package author="Jane (jane)" buildDate="2026-11-14 17:35:38.256Z" buildNumber="9400" buildVersion="6.7">
${entities(
  "nms:extAccount",
  extAccounts.map((account) => element("extAccount", account)),
)}${entities(
  "xtk:group",
  groups.map((group) => element("group", group)),
)}${entities(
  "xtk:operator",
  operators.map(({ authenticationType, ...operator }) =>
    element("operator", operator, `<access authenticationType="${authenticationType}"/>`),
  ),
)}${entities(
  "xtk:operatorGroup",
  operators.map(
    ({ name, groups: [group] }) =>
      `    <operatorGroup><operator _operation="none" name="${name}"/><group _operation="none" name="${group}"/></operatorGroup>\n`,
  ),
)}</package>\n`;
}

/** Its users as the Admin Console exports them. */
function asTable({ organization }: ReturnType<typeof snapshot>): string {
  const header =
    "Identity Type,Username,Domain,Email,First Name,Last Name,Country Code,Product Configurations,Admin Roles,Product Configurations Administered,User Groups";
  const rows = organization.users.map(
    ({ email, groups }) =>
      `Federated ID,${email},acme.example,${email},Person,Number,US,"${groups.join(",")}",,,`,
  );
  return `${[header, ...rows].join("\r\n")}\r\n`;
}

/** Profiles that miss the mask by letter case, groups that miss them by white space, and a person in each. */
function nearMisses(count: number) {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const profile = (index: number) => `campaign - acme - Team ${index}`;
  return {
    imsLint: "snapshot/v1",
    instance: { name: "acme" },
    extAccounts: [{ name: "Adobe_Experience_Cloud", imsRightsMask: "Campaign - acme - (.*)" }],
    groups: numbers.map((index) => ({ name: `team  ${index}` })),
    operators: numbers.map((index) => ({
      name: `p${index}`,
      email: `p${index}@acme.example`,
      authenticationType: "ims",
    })),
    organization: {
      directOnly: false,
      users: numbers.map((index) => ({ email: `p${index}@acme.example`, groups: [profile(index)] })),
      groups: numbers.map((index) => ({ groupName: profile(index), type: "PRODUCT_PROFILE" })),
    },
  };
}
