import type { Buffer } from "node:buffer";
import * as path from "node:path";
import snapshotSchemaJson from "../schemas/snapshot.v1.schema.json";
import type { FailOn } from "./config/config.words.js";
import { type LoadedConfig, rulesWith } from "./config/load.js";
import { decidePolicy, type Overrides } from "./config/policy.js";
import { discover } from "./discover/discover.js";
import { globBases, instanceMatcher } from "./discover/instances.js";
import type { Tracked } from "./discover/tracked.js";
import { evaluate } from "./evaluate/evaluate.js";
import type { Rule } from "./evaluate/rule.js";
import { judge } from "./judge/judge.js";
import { assemble } from "./model/assemble.js";
import { maskReader } from "./model/mask-reader.js";
import type { Workspace } from "./model/workspace.js";
import { type Reading, readAll, type Skipped } from "./read/files.js";
import type { Report } from "./report/report.js";

/** Everything a run depends on; the command line, the Action and the API fill it in. */
export interface RunRequest extends Overrides, Reading {
  /** Those that come with ims-lint; the config can define more. */
  readonly rules: readonly Rule[];
  readonly cwd: string;
  /** Reports name paths relative to it; the config is looked for in it. */
  readonly root: string;
  readonly paths: readonly string[];
  /** Files that are found even where git would ignore them. */
  readonly tracked?: Tracked | undefined;
  readonly config: LoadedConfig & { readonly bytes?: Buffer };
  readonly stdinName: string;
  readonly failOn: FailOn | undefined;
  readonly showPasses: boolean;
  readonly startedAt: Date;
  readonly asOf: Date;
}

/** A report, what it rests on, and what was passed over on the way. */
export interface RunResult {
  readonly report: Report;
  readonly workspace: Workspace;
  readonly skipped: readonly Skipped[];
}

/** What gathering needs: where to look, and what the config says of instances. */
export type GatherRequest = Pick<RunRequest, "paths" | "cwd" | "root" | "stdinName" | "config" | "tracked"> &
  Reading;

/** The first half of the pipeline: paths → files → documents → workspace. */
export async function gather(
  request: GatherRequest,
): Promise<{ workspace: Workspace; skipped: readonly Skipped[] }> {
  const { config } = request.config;
  const [instancesOf, bases] = await Promise.all([
    instanceMatcher(config.instances),
    globBases(config.instances),
  ]);
  const { found, passedOver } = await discover({ ...request, instancesOf, bases });
  const { files, skipped } = await readAll(found, request);
  const workspace = assemble(files, {
    snapshotSchema: snapshotSchemaJson,
    settings: config.instances ?? {},
    rootName: path.basename(request.root) || "instance",
  });
  return { workspace, skipped: [...passedOver, ...skipped] };
}

/** The pipeline: paths → files → documents → workspace → results → report. */
export async function run(request: RunRequest): Promise<RunResult> {
  const { config } = request.config;
  const { workspace, skipped } = await gather(request);
  const rules = rulesWith(request.rules, request.config);
  const policy = decidePolicy(rules, config, request);
  const evaluation = evaluate({
    workspace,
    rules: policy.rules,
    allRules: rules,
    asOf: request.asOf,
    integrationPackage: config.integrationPackage,
    readMask: await maskReader(workspace),
    optionsOf: policy.optionsOf,
  });
  const report = judge(evaluation, {
    workspace,
    policy,
    allRules: rules,
    failOn: request.failOn ?? config.failOn ?? "error",
    showPasses: request.showPasses,
    startedAt: request.startedAt,
    asOf: request.asOf,
    configBytes: request.config.bytes,
  });
  return { report, workspace, skipped };
}
