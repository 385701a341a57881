import { rules } from "../rules/index.js";
import { NO_CONFIG, type SetUp } from "../src/config/find.js";
import { loadConfig } from "../src/config/load.js";
import { LEVEL_OF } from "../src/config/policy.js";
import { loadWaivers } from "../src/config/waivers.js";
import { memoryFs } from "../src/discover/memory.js";
import { AREA_NAMES } from "../src/evaluate/areas.js";
import { EVIDENCE, evidenceOf } from "../src/evaluate/evidence.js";
import { asSnapshot, outdent } from "../src/evaluate/example.js";
import type { Example, FailingExample, Rule } from "../src/evaluate/rule.js";
import type { Verdict } from "../src/evaluate/verdict.js";
import { renderPretty } from "../src/report/pretty.js";
import { run } from "../src/run.js";
import { baselinePage } from "./baseline.js";
import { controlsOf, controlsPage } from "./docs-controls.js";
import { prose } from "./prose.js";

/** The date of the examples' runs, so that the pages stay the same. */
const AS_OF = new Date("2026-11-20T12:00:00Z");
const ONLY_BY_HAND =
  "It does so in snapshots that are kept by hand, where no other rule finds fault with what comes of it; of real exports it says what to set in Campaign.";
const MADE = "<!-- Made from the rules by `npm run generate`. Edit the rule, not this page. -->";

/** The rules' pages, their index, the baseline and the page of controls, path and text. */
export async function docFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>([
    ["docs/baseline.md", baselinePage(MADE)],
    ["docs/controls.md", controlsPage()],
    ["docs/rules/README.md", index()],
  ]);
  for (const rule of rules) files.set(`docs/rules/${rule.id}.md`, await page(rule));
  return files;
}

function index(): string {
  const lines = [
    MADE,
    "",
    "# The rules",
    "",
    "**must** is reported as an error, **should** as a warning, **info** as a note. A clause is a part of a rule with a level of its own. Rules with a mark under `--fix` can be mended by it, in snapshots that are kept by hand.",
    "[Which controls of NIST SP 800-53, ISO/IEC 27001 and CIS Controls](../controls.md) the rules give evidence to.",
    "",
  ];
  let area = "";
  for (const rule of rules) {
    const [of = ""] = rule.control.split(".");
    if (of !== area) {
      lines.push(
        `## ${of} ${AREA_NAMES[of] ?? ""}`,
        "",
        "| no. | rule | level | --fix | what it asks |",
        "|---|---|---|---|---|",
      );
    }
    area = of;
    const next = rules[rules.indexOf(rule) + 1];
    const fix = rule.fix === undefined ? "" : "✓";
    lines.push(
      `| IMS-${rule.control} | [${rule.id}](${rule.id}.md) | ${rule.level} | ${fix} | ${cell(rule.title)} |`,
    );
    for (const [name, clause] of Object.entries(rule.clauses ?? {})) {
      lines.push(`| | ${rule.id}/${name} | ${clause.level} | | ${cell(clause.what)} |`);
    }
    if (next?.control.split(".")[0] !== of) lines.push("");
  }
  return lines.join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

async function page(rule: Rule): Promise<string> {
  const lines = [MADE, "", `# ${rule.id}`, "", `**${prose(rule.title)}.**`, "", facts(rule), ""];
  lines.push("## Why", "", prose(rule.why), "", "## What to do", "", prose(rule.remedy), "");
  if (rule.fix !== undefined) {
    lines.push("## What --fix writes", "", prose(rule.fix), "", ONLY_BY_HAND, "");
  }
  const clauses = Object.entries(rule.clauses ?? {});
  if (clauses.length > 0) {
    lines.push("## Clauses", "");
    for (const [name, clause] of clauses)
      lines.push(`- \`${rule.id}/${name}\` (${clause.level}): ${prose(clause.what)}.`);
    lines.push("");
  }
  const options = Object.entries(rule.options ?? {});
  if (options.length > 0) {
    lines.push("## Options", "");
    for (const [name, option] of options)
      lines.push(`- \`${name}\` (${option.default}): ${prose(option.what)}`);
    lines.push(
      "",
      fenced(
        "yaml",
        `rules:\n  ${rule.id}: { level: ${LEVEL_OF[rule.level]}, ${options.map(([name, option]) => `${name}: ${option.default}`).join(", ")} }\n`,
      ),
      "",
    );
  }
  await section(lines, "Examples that fail", rule, rule.examples.fails, "fail");
  await section(lines, "Examples to be looked at by a person", rule, rule.examples.review, "review");
  await section(lines, "Examples that pass", rule, rule.examples.passes, undefined);
  await section(lines, "When it is not known", rule, rule.examples.unknown, "unknown");
  await section(lines, "When it does not apply", rule, rule.examples.notApplicable, "notApplicable");
  lines.push(...controlsOf(rule), "## Evidence", "");
  const evidence = evidenceOf(rule);
  if (evidence.length === 0) lines.push("Any snapshot.");
  for (const key of evidence) lines.push(`- ${EVIDENCE[key].label}: ${prose(EVIDENCE[key].how)}`);
  lines.push("", "## Source", "", ...rule.source.map((source) => `- ${prose(source)}`), "");
  return lines.join("\n");
}

function facts(rule: Rule): string {
  const security = rule.securitySeverity ? ` · security severity ${rule.securitySeverity}` : "";
  const always = rule.isProtected ? " · always runs, cannot be lowered" : "";
  return `IMS-${rule.control} · ${rule.level} (${LEVEL_OF[rule.level]})${security} · since ${rule.since}${always}`;
}

async function section(
  lines: string[],
  title: string,
  rule: Rule,
  examples: readonly (Example & FailingExample)[] | undefined,
  show: Verdict | undefined,
): Promise<void> {
  if (!examples || examples.length === 0) return;
  lines.push(`## ${title}`, "");
  for (const example of examples) {
    if (example.shows) lines.push(`${prose(example.shows)}:`, "");
    lines.push(fenced("yaml", asSnapshot(example.snapshot)), "");
    if (example.config) lines.push("with the config", "", fenced("yaml", outdent(example.config)), "");
    if (example.waivers) lines.push("with the waivers", "", fenced("yaml", outdent(example.waivers)), "");
    if (show) lines.push(fenced("text", await outputOf(rule, example, show)), "");
    if (example.fixed !== undefined) lines.push(`\`--fix\` writes \`${example.fixed}\` there.`, "");
  }
}

/** What ims-lint prints of an example. */
async function outputOf(rule: Rule, example: Example, show: Verdict): Promise<string> {
  const text = asSnapshot(example.snapshot);
  const { report } = await run({
    rules,
    fs: memoryFs({ "/prod.yaml": text }),
    cwd: "/",
    root: "/",
    paths: ["/prod.yaml"],
    config: await configOf(example),
    stdin: () => Buffer.alloc(0),
    stdinName: "",
    maxBytes: 1e9,
    failOn: undefined,
    showPasses: false,
    startedAt: AS_OF,
    asOf: AS_OF,
    presets: ["all"],
  });
  const results = report.results.filter((result) => result.rule === rule && result.verdict === show);
  const output = await renderPretty(
    { ...report, results },
    {
      color: false,
      links: false,
      width: 100,
      show: new Set([show]),
      unfold: true,
      quiet: show === "fail",
      offersFix: false,
    },
  );
  // The summary counts all rules; the page is about one.
  const lines = output.trimEnd().split("\n");
  return `${(show === "fail" ? lines : lines.slice(1, -2)).join("\n").trimEnd()}\n`;
}

async function configOf({ config, waivers }: Example): Promise<SetUp> {
  const loaded =
    config === undefined
      ? NO_CONFIG
      : await loadConfig("ims-lint.config.yaml", Buffer.from(outdent(config)), rules);
  if (waivers === undefined) return loaded;
  const bytes = Buffer.from(outdent(waivers));
  const path = "ims-lint.waivers.yaml";
  return { ...loaded, waivers: { path, bytes, ...(await loadWaivers(path, bytes, rules)) } };
}

function fenced(language: string, text: string): string {
  const fence = text.includes("```") ? "````" : "```";
  return `${fence}${language}\n${text.endsWith("\n") ? text : `${text}\n`}${fence}`;
}
