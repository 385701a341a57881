import type { Buffer } from "node:buffer";
import snapshotSchemaJson from "../schemas/snapshot.v1.schema.json";
import type { FailOn } from "./config/config.words.js";
import { type LoadedConfig, readConfig } from "./config/load.js";
import { decidePolicy, type Overrides } from "./config/policy.js";
import { discover } from "./discover/discover.js";
import { instanceMatcher } from "./discover/instances.js";
import { evaluate } from "./evaluate/evaluate.js";
import type { Rule } from "./evaluate/rule.js";
import { judge } from "./judge/judge.js";
import { assemble } from "./model/assemble.js";
import { maskReader } from "./model/mask-reader.js";
import { type Reading, readAll, type Skipped } from "./read/files.js";
import type { Report } from "./report/report.js";

/** Everything a run depends on; the command line, the Action and the API fill it in. */
export interface RunRequest extends Overrides, Reading {
  readonly rules: readonly Rule[];
  readonly cwd: string;
  /** Reports name paths relative to it; the config is looked for in it. */
  readonly root: string;
  readonly paths: readonly string[];
  readonly config: LoadedConfig & { readonly bytes?: Buffer };
  readonly stdinName: string;
  readonly failOn: FailOn | undefined;
  readonly showPasses: boolean;
  readonly startedAt: Date;
  readonly asOf: Date;
}

/** A report, and what was passed over on the way. */
export interface RunResult {
  readonly report: Report;
  readonly skipped: readonly Skipped[];
}

/** The pipeline: paths → files → documents → workspace → results → report. */
export async function run(request: RunRequest): Promise<RunResult> {
  const { config } = request.config;
  const found = discover({ ...request, instanceOf: await instanceMatcher(config.instances) });
  const { files, skipped } = await readAll(found, request);
  const workspace = assemble(files, snapshotSchemaJson, config.instances ?? {});
  const policy = decidePolicy(request.rules, config, request);
  const evaluation = evaluate({
    workspace,
    rules: policy.rules,
    allRules: request.rules,
    asOf: request.asOf,
    integrationPackage: config.integrationPackage,
    readMask: await maskReader(workspace),
    optionsOf: policy.optionsOf,
  });
  const report = judge(evaluation, {
    workspace,
    policy,
    allRules: request.rules,
    failOn: request.failOn ?? config.failOn ?? "error",
    showPasses: request.showPasses,
    startedAt: request.startedAt,
    asOf: request.asOf,
    configBytes: request.config.bytes,
  });
  return { report, skipped };
}

/** Reads a config by the schema that is published. */
export async function loadConfig(path: string, bytes: Buffer, rules: readonly Rule[]): Promise<LoadedConfig> {
  const { default: schema } = await import("../schemas/config.v1.schema.json");
  return readConfig(path, bytes, schema, rules);
}
