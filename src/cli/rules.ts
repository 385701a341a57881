import { rules } from "../../rules/index.js";
import { rulesWith } from "../config/load.js";
import { LEVEL_OF, selects } from "../config/policy.js";
import { AREA_NAMES, controlOf } from "../evaluate/areas.js";
import type { Rule } from "../evaluate/rule.js";
import { EXIT } from "../judge/exit-code.js";
import { rulePage } from "../report/homepage.js";
import { printableJson } from "../report/terminal.js";
import { type Edges, UsageError } from "./edges.js";
import { listOf, oneOf, readArguments } from "./options.js";
import { CONFIG_OPTIONS, findConfig, printPage, rootOf } from "./setup.js";

/** `ims-lint rules`: the catalogue with the rules that the config defines, by area or by the controls of a framework. */
export async function listRules(args: readonly string[], edges: Edges): Promise<number> {
  const { stdout } = edges;
  const { values, positionals } = readArguments(args, {
    ...CONFIG_OPTIONS,
    format: { type: "string" },
    framework: { type: "string", multiple: true },
    only: { type: "string", multiple: true },
  });
  if (positionals.length > 0)
    throw new UsageError("rules takes no paths; to see one rule: ims-lint explain <rule>.");
  const format = oneOf("--format", values.format ?? "pretty", ["pretty", "json"]);
  const only = listOf(values.only);
  const config = await findConfig(values, rootOf(values.root, edges), edges);
  if (config === undefined) return EXIT.usage;
  const listed = rulesWith(rules, config).filter(
    (rule) => only.length === 0 || only.some((item) => selects(item, rule)),
  );
  if (listed.length === 0) throw new UsageError(`--only ${only.join(", ")} selects no rule.`);
  if (values.framework) {
    const { mappingsOf, byControl } = await import("./rules-by-control.js");
    const mappings = mappingsOf(listOf(values.framework), listed);
    const width = Math.min(120, stdout.columns || 100);
    stdout.write(format === "json" ? asJson(mappings) : byControl(mappings, listed, width));
    return EXIT.ok;
  }
  if (format === "json") stdout.write(printableJson(asJson(await asData(listed))));
  else printPage(byArea(listed), edges);
  return EXIT.ok;
}

function asJson(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

async function asData(listed: readonly Rule[]) {
  const { claimsOf } = await import("../controls/claims.js");
  return listed.map((rule) => ({
    id: rule.id,
    control: controlOf(rule),
    level: LEVEL_OF[rule.level],
    title: rule.title,
    clauses: Object.entries(rule.clauses ?? {}).map(([id, clause]) => ({
      id,
      level: LEVEL_OF[clause.level],
      title: clause.what,
    })),
    subject: rule.subject,
    securitySeverity: rule.securitySeverity ?? null,
    options: rule.options ?? {},
    controls: claimsOf(rule.id).map(({ framework, control, because, asks }) => ({
      framework: framework.id,
      edition: framework.edition,
      control: control.id,
      title: control.title,
      because,
      asks: asks ?? {},
    })),
    fixable: rule.fix !== undefined,
    since: rule.since || null,
    page: rulePage(rule) ?? null,
  }));
}

function byArea(listed: readonly Rule[]): string {
  const width = Math.max(...listed.map((rule) => rule.id.length));
  const lines: string[] = [];
  let area = "";
  for (const rule of listed) {
    const [of = ""] = rule.control.split(".");
    if (of !== area) lines.push(...(area === "" ? [] : [""]), `${of} ${AREA_NAMES[of] ?? ""}`);
    area = of;
    const level = LEVEL_OF[rule.level].padEnd(7);
    lines.push(`  ${controlOf(rule).padEnd(8)}  ${rule.id.padEnd(width)}  ${level}  ${rule.title}`);
    for (const [name, clause] of Object.entries(rule.clauses ?? {})) {
      lines.push(
        `  ${"".padEnd(8)}  ${`  /${name}`.padEnd(width)}  ${LEVEL_OF[clause.level].padEnd(7)}  ${clause.what}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}
