import { rules } from "../../rules/index.js";
import { rulesWith } from "../config/load.js";
import { decidePolicy } from "../config/policy.js";
import { controlOf } from "../evaluate/areas.js";
import { EXIT } from "../judge/exit-code.js";
import { maskUserInfo } from "../model/user-info.js";
import { printable, printableJson } from "../report/terminal.js";
import { type Edges, UsageError } from "./edges.js";
import { oneOf, readArguments } from "./options.js";
import { CONFIG_OPTIONS, findConfig, rootOf, WAIVER_OPTIONS } from "./setup.js";

/** `ims-lint config`: what is in force, and why. */
export async function showConfig(args: readonly string[], edges: Edges): Promise<number> {
  const { values, positionals } = readArguments(args, {
    ...CONFIG_OPTIONS,
    ...WAIVER_OPTIONS,
    format: { type: "string" },
  });
  if (positionals.length > 0) throw new UsageError("config takes no paths.");
  const format = oneOf("--format", values.format ?? "pretty", ["pretty", "json"]);
  const root = rootOf(values.root, edges);
  const setUp = await findConfig(values, root, edges);
  if (setUp === undefined) return EXIT.usage;
  const { config } = setUp;
  const policy = decidePolicy(rulesWith(rules, setUp), config, {});
  if (format === "json") {
    const { toControlsV1 } = await import("../report/controls.js");
    const inForce = policy.settings.map(({ rule, level, origin, clauses, options }) => ({
      rule: rule.id,
      control: controlOf(rule),
      level,
      origin,
      clauses,
      options,
    }));
    const json = JSON.stringify(
      {
        config: setUp.path ?? null,
        waivers: setUp.waivers?.path ?? null,
        root,
        settings: config,
        rules: inForce,
        controls: toControlsV1(policy),
      },
      null,
      2,
    );
    edges.stdout.write(printableJson(`${maskUserInfo(json)}\n`));
    return EXIT.ok;
  }
  const lines = [
    `config  ${setUp.path === undefined ? "none; ims-lint init writes one" : printable(setUp.path)}`,
    `waivers ${setUp.waivers === undefined ? "none" : `${printable(setUp.waivers.path)} (${setUp.waivers.waivers.length})`}`,
    `root    ${printable(root)}`,
    `preset  ${[config.preset ?? "recommended"].flat().join(", ")}`,
    `failOn  ${config.failOn ?? "error"}`,
  ];
  for (const [name, settings] of Object.entries(config.instances ?? {})) {
    lines.push("", `instance ${printable(maskUserInfo(name))}`);
    for (const [key, value] of Object.entries(settings ?? {})) {
      if (value !== undefined) lines.push(`  ${key}  ${printable(JSON.stringify(value))}`);
    }
  }
  lines.push("", "rules");
  const width = Math.max(...policy.settings.map(({ rule }) => rule.id.length + 12));
  for (const { rule, level, origin, clauses, options } of policy.settings) {
    const set = Object.entries(options).map(([name, value]) => `${name}=${value}`);
    lines.push(`  ${rule.id.padEnd(width)}  ${level.padEnd(7)}  ${[origin, ...set].join(", ")}`);
    for (const [name, clause] of Object.entries(clauses)) {
      const own = level === "off" ? { level: "off", origin } : clause;
      lines.push(`    ${`/${name}`.padEnd(width - 2)}  ${own.level.padEnd(7)}  ${own.origin}`);
    }
  }
  const { costInWords } = await import("../controls/claims.js");
  const costs = policy.settings.flatMap(costInWords);
  if (costs.length > 0) lines.push("", "controls", ...costs.map((cost) => `  ${cost}`));
  edges.stdout.write(`${lines.join("\n")}\n`);
  return EXIT.ok;
}
