import { rules } from "../../rules/index.js";
import { LEVEL_OF, selects } from "../config/policy.js";
import { AREA_NAMES } from "../evaluate/areas.js";
import { EXIT } from "../judge/exit-code.js";
import { rulePage } from "../report/homepage.js";
import { type Edges, UsageError } from "./edges.js";
import { listOf, oneOf, readArguments } from "./options.js";

/** `ims-lint rules`: the catalogue. */
export async function listRules(args: readonly string[], { stdout }: Edges): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: "string" },
    only: { type: "string", multiple: true },
  });
  if (positionals.length > 0)
    throw new UsageError("rules takes no paths; to see one rule: ims-lint explain <rule>.");
  const format = oneOf("--format", values.format ?? "pretty", ["pretty", "json"]);
  const only = listOf(values.only);
  const listed = rules.filter((rule) => only.length === 0 || only.some((item) => selects(item, rule)));
  if (listed.length === 0) throw new UsageError(`--only ${only.join(", ")} selects no rule.`);
  if (format === "json") {
    const data = listed.map((rule) => ({
      id: rule.id,
      control: `IMS-${rule.control}`,
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
      fixable: rule.fix !== undefined,
      since: rule.since,
      page: rulePage(rule.id),
    }));
    stdout.write(`${JSON.stringify(data, null, 2)}\n`);
    return EXIT.ok;
  }
  const width = Math.max(...listed.map((rule) => rule.id.length));
  let area = "";
  for (const rule of listed) {
    const [of = ""] = rule.control.split(".");
    if (of !== area) stdout.write(`${area === "" ? "" : "\n"}${of} ${AREA_NAMES[of] ?? ""}\n`);
    area = of;
    const level = LEVEL_OF[rule.level].padEnd(7);
    stdout.write(`  ${`IMS-${rule.control}`.padEnd(8)}  ${rule.id.padEnd(width)}  ${level}  ${rule.title}\n`);
    for (const [name, clause] of Object.entries(rule.clauses ?? {})) {
      stdout.write(
        `  ${"".padEnd(8)}  ${`  /${name}`.padEnd(width)}  ${LEVEL_OF[clause.level].padEnd(7)}  ${clause.what}\n`,
      );
    }
  }
  return EXIT.ok;
}
