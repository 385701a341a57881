import { version } from "../../package.json";
import { rules } from "../../rules/index.js";
import type { LevelSetting } from "../config/config.words.js";
import { LEVEL_OF } from "../config/policy.js";
import { EXIT } from "../judge/exit-code.js";
import { maskReader } from "../model/mask-reader.js";
import { nearest } from "../model/nearest.js";
import { printable } from "../report/terminal.js";
import { type RunResult, run } from "../run.js";
import { renderTrace } from "../trace/pretty.js";
import { traceRun } from "../trace/report.js";
import { colorOn } from "./color.js";
import { type Edges, UsageError } from "./edges.js";
import { asOfFrom, oneOf, readArguments } from "./options.js";
import {
  CONFIG_OPTIONS,
  findConfig,
  INPUT_OPTIONS,
  inputOf,
  rootOf,
  tellSkipped,
  WAIVER_OPTIONS,
} from "./setup.js";

const TRACE_OPTIONS = {
  ...CONFIG_OPTIONS,
  ...INPUT_OPTIONS,
  ...WAIVER_OPTIONS,
  all: { type: "boolean" },
  instance: { type: "string" },
  format: { type: "string" },
  "as-of": { type: "string" },
  color: { type: "string" },
  "no-color": { type: "boolean" },
} as const;

/** `ims-lint trace <login|e-mail> [paths…]`: why a person can, or cannot, log in, link by link. */
export async function trace(args: readonly string[], edges: Edges): Promise<number> {
  const { values, positionals } = readArguments(args, TRACE_OPTIONS);
  const [first, ...rest] = positionals;
  const who = values.all ? undefined : first;
  const paths = values.all ? positionals : rest;
  if (!values.all && (who === undefined || who.trim() === "")) {
    throw new UsageError(
      "trace takes a login or an e-mail: ims-lint trace <login|e-mail> [paths…]; --all traces everybody.",
    );
  }
  const format = oneOf("--format", values.format ?? "pretty", ["pretty", "json"]);
  const root = rootOf(values.root, edges);
  const startedAt = edges.now();
  const config = await findConfig(values, root, edges);
  if (config === undefined) return EXIT.usage;
  const result = await run({
    ...inputOf(values, paths, root, edges),
    rules,
    config,
    only: AREAS,
    levels: USUAL_LEVELS,
    failOn: "never",
    showPasses: false,
    withoutWaivers: values["no-waivers"] === true,
    startedAt,
    asOf: asOfFrom(values["as-of"]) ?? startedAt,
  });
  tellSkipped(result.skipped, result.report.inputs.length === 0, values.verbose === true, edges);
  tellUnread(result, edges);
  if (result.report.inputs.length === 0) return EXIT.nothing;
  const names = result.workspace.instances.map(({ name }) => name);
  if (values.instance !== undefined && !names.includes(values.instance)) {
    const near = nearest(values.instance, names);
    throw new UsageError(
      `--instance: no export is of "${printable(values.instance)}".${near ? ` Did you mean "${printable(near)}"?` : ` There is ${names.map(printable).join(", ")}.`}`,
    );
  }
  const readMask = await maskReader(result.workspace);
  const isBrief = who === undefined && format === "pretty";
  const report = traceRun(result, { who, instance: values.instance, isBrief, readMask });
  if (format === "json") {
    const { renderTraceJson } = await import("../trace/trace-json.js");
    edges.stdout.write(renderTraceJson(report, version));
  } else {
    const width = Math.min(edges.stdout.columns || 100, 140);
    edges.stdout.write(await renderTrace(report, { color: colorOn(values, edges), width }));
  }
  return report.exitCode;
}

/** What bears on a login: prerequisites, package, account, mask. The links of people are followed here. */
const AREAS = ["1", "2", "3", "4"];

/** What keeps people out does so whether somebody wants to be told of it or not. */
const USUAL_LEVELS: ReadonlyMap<string, LevelSetting> = new Map(
  rules.flatMap(({ id, level, clauses = {} }) => [
    [id, LEVEL_OF[level]],
    ...Object.entries(clauses).map(([name, clause]): [string, LevelSetting] => [
      `${id}/${name}`,
      LEVEL_OF[clause.level],
    ]),
  ]),
);

/** Which inputs could not be read, and why: without them much is not known. */
function tellUnread({ report }: RunResult, edges: Edges): void {
  for (const { rule, verdict, location, message } of report.results) {
    if (!rule.checkFile || verdict !== "fail" || !report.inputs.some(isUnreadAt(location.path))) continue;
    const place = `${location.path}:${location.startLine}:${location.startColumn}`;
    edges.stderr.write(`ims-lint: ${printable(`${place} ${message}`)}\n`);
  }
}

function isUnreadAt(path: string) {
  return ({ file }: RunResult["report"]["inputs"][number]) =>
    file.name === path && file.unreadable !== undefined;
}
