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

/** `ims-lint rules`: the catalogue, with the rules that the config defines. */
export async function listRules(args: readonly string[], edges: Edges): Promise<number> {
  const { stdout } = edges;
  const { values, positionals } = readArguments(args, {
    ...CONFIG_OPTIONS,
    format: { type: "string" },
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
  if (format === "json") {
    const data = listed.map((rule) => ({
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
      since: rule.since || null,
      page: rulePage(rule) ?? null,
    }));
    stdout.write(printableJson(`${JSON.stringify(data, null, 2)}\n`));
    return EXIT.ok;
  }
  printPage(catalogue(listed), edges);
  return EXIT.ok;
}

/** Area by area, a line a rule and a clause. */
function catalogue(listed: readonly Rule[]): string {
  const lines: string[] = [];
  const width = Math.max(...listed.map((rule) => rule.id.length));
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
