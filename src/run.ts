import * as path from "node:path";
import snapshotSchemaJson from "../schemas/snapshot.v1.schema.json";
import type { FailOn } from "./config/config.words.js";
import type { SetUp } from "./config/find.js";
import { type LoadedConfig, rulesWith } from "./config/load.js";
import { decidePolicy, type Overrides, type Policy } from "./config/policy.js";
import { discover, type Found, type PassedOver } from "./discover/discover.js";
import { globBases, instanceMatcher } from "./discover/instances.js";
import type { Tracked } from "./discover/tracked.js";
import { type Evaluation, evaluate } from "./evaluate/evaluate.js";
import type { Rule } from "./evaluate/rule.js";
import type { AcceptedRisks } from "./judge/accept.js";
import { judge } from "./judge/judge.js";
import { suppressionsIn } from "./judge/suppressions.js";
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
  readonly config: LoadedConfig & Pick<SetUp, "bytes" | "waivers">;
  /** Whether waivers and comments that accept a finding are left aside. */
  readonly withoutWaivers?: boolean | undefined;
  /** What a change may not accept by itself, and which waivers it leaves. */
  readonly ofChange?: Pick<AcceptedRisks, "suppressible" | "proposed">;
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

/** What was gathered for the rules to look at. */
export interface Gathered {
  readonly workspace: Workspace;
  readonly skipped: readonly Skipped[];
}

/** The pipeline: paths → files → documents → workspace → results → report. */
export async function run(request: RunRequest): Promise<RunResult> {
  return conclude(await gather(request), request);
}

/** The first half of the pipeline: paths → files → documents → workspace. */
export async function gather(request: GatherRequest): Promise<Gathered> {
  return read(await find(request), request);
}

/** What discovery met. */
export interface Search {
  readonly found: readonly Found[];
  readonly passedOver: readonly PassedOver[];
}

/** Paths → files. */
export async function find(request: GatherRequest): Promise<Search> {
  const { instances } = request.config.config;
  const [instancesOf, bases] = await Promise.all([instanceMatcher(instances), globBases(instances)]);
  return discover({ ...request, instancesOf, bases });
}

/** Files → documents → workspace. */
export async function read({ found, passedOver }: Search, request: GatherRequest): Promise<Gathered> {
  const { files, skipped } = await readAll(found, request);
  const workspace = assemble(files, {
    snapshotSchema: snapshotSchemaJson,
    settings: request.config.config.instances ?? {},
    rootName: path.basename(request.root) || "instance",
  });
  return { workspace, skipped: [...passedOver, ...skipped] };
}

/** Workspace → results, of some rules. */
export async function ask(
  workspace: Workspace,
  rules: readonly Rule[],
  policy: Policy,
  request: RunRequest,
): Promise<Evaluation> {
  return evaluate({
    workspace,
    rules,
    allRules: rulesWith(request.rules, request.config),
    asOf: request.asOf,
    integrationPackage: request.config.config.integrationPackage,
    readMask: await maskReader(workspace),
    optionsOf: policy.optionsOf,
  });
}

/** The second half of the pipeline: workspace → results → report. */
export async function conclude({ workspace, skipped }: Gathered, request: RunRequest): Promise<RunResult> {
  const { config, bytes } = request.config;
  const rules = rulesWith(request.rules, request.config);
  const policy = decidePolicy(rules, config, request);
  const evaluation = await ask(workspace, policy.rules, policy, request);
  const report = judge(evaluation, {
    workspace,
    policy,
    allRules: rules,
    risks: request.withoutWaivers
      ? null
      : {
          waivers: request.config.waivers?.waivers ?? [],
          suppressions: await suppressionsIn(workspace),
          ...request.ofChange,
        },
    stated: Object.keys(config.instances ?? {}),
    failOn: request.failOn ?? config.failOn ?? "error",
    showPasses: request.showPasses,
    startedAt: request.startedAt,
    asOf: request.asOf,
    configBytes: bytes,
    waiverBytes: request.config.waivers?.bytes,
  });
  return { report, workspace, skipped };
}
