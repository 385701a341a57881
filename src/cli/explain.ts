import { mappings } from "../../controls/index.js";
import { rules } from "../../rules/index.js";
import { rulesWith } from "../config/load.js";
import { LEVEL_OF } from "../config/policy.js";
import { asksInWords, claimsOf } from "../controls/claims.js";
import { controlOf } from "../evaluate/areas.js";
import { EVIDENCE, evidenceOf } from "../evaluate/evidence.js";
import { outdent } from "../evaluate/example.js";
import type { Example, Rule } from "../evaluate/rule.js";
import { EXIT } from "../judge/exit-code.js";
import { nearest } from "../model/nearest.js";
import { rulePage } from "../report/homepage.js";
import { printable, wrap } from "../report/terminal.js";
import { type Edges, UsageError } from "./edges.js";
import { readArguments } from "./options.js";
import { CONFIG_OPTIONS, findConfig, printPage, rootOf } from "./setup.js";

/** `ims-lint explain <rule>`: what, why, how to mend, controls, examples. */
export async function explain(args: readonly string[], edges: Edges): Promise<number> {
  const { values, positionals } = readArguments(args, CONFIG_OPTIONS);
  const [wanted, ...more] = positionals;
  if (wanted === undefined || more.length > 0)
    throw new UsageError("explain takes one rule: ims-lint explain <rule>.");
  const id = wanted.split("/")[0]?.replace(/^IMS-(?=\d)/i, "") ?? "";
  const isWanted = (candidate: Rule) => candidate.id === id || candidate.control === id;
  let known: readonly Rule[] = rules;
  // What comes with ims-lint can be explained whatever the config says.
  if (!known.some(isWanted)) {
    const config = await findConfig(values, rootOf(values.root, edges), edges);
    if (config === undefined) return EXIT.usage;
    known = rulesWith(rules, config);
  }
  const rule = known.find(isWanted);
  if (!rule) {
    const near = nearest(
      id,
      known.map((candidate) => candidate.id),
    );
    throw new UsageError(
      `There is no rule "${wanted}".${near ? ` Did you mean ${near}?` : " «ims-lint rules» lists them."}`,
    );
  }
  printPage(page(rule, Math.min(100, edges.stdout.columns || 100)), edges);
  return EXIT.ok;
}

function page(rule: Rule, width: number): string {
  const lines = [`${rule.id}  ${controlOf(rule)}  ${LEVEL_OF[rule.level]}`, "", `${rule.title}.`, ""];
  const paragraph = (title: string, text: string) => {
    lines.push(title, ...wrap(text, width - 2, (part) => part.length).map((line) => `  ${line}`), "");
  };
  paragraph("Why", rule.why);
  paragraph("What to do", rule.remedy);
  if (rule.fix !== undefined) paragraph("What --fix writes, in snapshots that are kept by hand", rule.fix);
  const stated = Object.entries(rule.definition ?? {});
  if (stated.length > 0) {
    lines.push("What it asks");
    for (const [key, value] of stated) lines.push(`  ${key}  ${printable(inOneLine(value))}`);
    lines.push("");
  }
  const clauses = Object.entries(rule.clauses ?? {});
  if (clauses.length > 0) {
    lines.push("Clauses, with levels of their own");
    for (const [name, clause] of clauses)
      lines.push(`  ${rule.id}/${name}  ${LEVEL_OF[clause.level]}`, `    ${clause.what}`);
    lines.push("");
  }
  const options = Object.entries(rule.options ?? {});
  if (options.length > 0) {
    lines.push("Options");
    for (const [name, option] of options) lines.push(`  ${name} (${option.default})  ${option.what}`);
    lines.push("");
  }
  const evidence = evidenceOf(rule);
  if (evidence.length > 0) {
    lines.push("Evidence it needs");
    for (const key of evidence) {
      lines.push(
        ...wrap(`${EVIDENCE[key].label}: ${EVIDENCE[key].how}`, width - 4, (part) => part.length).map(
          (line, index) => `${index === 0 ? "  " : "    "}${line}`,
        ),
      );
    }
    lines.push("");
  }
  controls(lines, rule, width);
  examples(lines, "Fails", rule.examples.fails?.slice(0, 1));
  examples(lines, "Passes", rule.examples.passes?.slice(0, 1));
  examples(lines, "To be looked at", rule.examples.review?.slice(0, 1));
  lines.push("Source", ...rule.source.map((source) => `  ${printable(source)}`), "");
  const page = rulePage(rule);
  if (page !== undefined) lines.push(page, "");
  return lines.join("\n");
}

function controls(lines: string[], { id }: Rule, width: number): void {
  const entries = claimsOf(id).map((claim) => ({
    title: `${claim.framework.title} ${claim.control.id}, ${claim.control.title}`,
    text: [claim.because, ...asksInWords(claim)].join(" "),
  }));
  for (const { framework, unmapped } of mappings) {
    for (const { rule, because } of unmapped) {
      if (rule === id) entries.push({ title: `${framework.title}: none`, text: because });
    }
  }
  if (entries.length === 0) return;
  const indented = (text: string, indent: string) =>
    wrap(text, width - indent.length, (word) => word.length).map((line) => `${indent}${line}`);
  lines.push("Controls it gives evidence to");
  for (const { title, text } of entries) lines.push(...indented(title, "  "), ...indented(text, "    "));
  lines.push("");
}

function inOneLine(value: unknown): string {
  return typeof value === "string" && value.trim() === value ? value : JSON.stringify(value);
}

function examples(lines: string[], title: string, list: readonly Example[] | undefined): void {
  for (const example of list ?? []) {
    lines.push(
      title,
      ...outdent(example.snapshot)
        .trimEnd()
        .split("\n")
        .map((line) => `  ${line}`),
      "",
    );
  }
}
