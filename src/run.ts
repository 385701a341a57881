import type { Buffer } from "node:buffer";
import snapshotSchemaJson from "../schemas/snapshot.v1.schema.json";
import type { Config } from "./config/config.schema.js";
import type { FailOn } from "./config/config.words.js";
import { type LoadedConfig, readConfig } from "./config/load.js";
import { decidePolicy, type Overrides } from "./config/policy.js";
import { discover, type FileSystem, type Found } from "./discover/discover.js";
import { evaluate } from "./evaluate/evaluate.js";
import type { Rule } from "./evaluate/rule.js";
import { judge } from "./judge/judge.js";
import { assemble, type FileRead } from "./model/assemble.js";
import { type MaskReading, needsEngine, type RegexEngine, readMask } from "./model/mask.js";
import type { Workspace } from "./model/workspace.js";
import type { UnreadableReason } from "./read/document.js";
import { bearsMark, read } from "./read/read.js";
import type { Report } from "./report/report.js";

/** Everything a run depends on; the command line, the Action and the API fill it in. */
export interface RunRequest extends Overrides {
  readonly rules: readonly Rule[];
  readonly fs: FileSystem;
  readonly cwd: string;
  /** Reports name paths relative to it; the config is looked for in it. */
  readonly root: string;
  readonly paths: readonly string[];
  readonly config: LoadedConfig & { readonly bytes?: Buffer };
  readonly stdin: () => Buffer;
  readonly stdinName: string;
  readonly maxBytes: number;
  readonly failOn: FailOn | undefined;
  readonly showPasses: boolean;
  readonly startedAt: Date;
  readonly asOf: Date;
  /** Told before each file is read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A report, and what was passed over on the way. */
export interface RunResult {
  readonly report: Report;
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  readonly path: string;
  readonly isNamed: boolean;
  readonly why: string;
}

/** The pipeline: paths → files → documents → workspace → results → report. */
export async function run(request: RunRequest): Promise<RunResult> {
  const { config } = request.config;
  const found = discover({ ...request, instanceOf: await instanceMatcher(config) });
  const { files, skipped } = await readAll(found, request);
  const workspace = assemble(files, snapshotSchemaJson, config);
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

async function instanceMatcher({ instances }: Config): Promise<(path: string) => string | undefined> {
  const stated = Object.entries(instances ?? {}).filter(([, settings]) => settings?.files);
  if (stated.length === 0) return () => undefined;
  const { default: picomatch } = await import("picomatch");
  const matchers = stated.map(([name, settings]) => ({
    name,
    matches: picomatch([...(settings?.files ?? [])], { dot: true }),
  }));
  return (path) => matchers.find(({ matches }) => matches(path))?.name;
}

async function readAll(
  found: readonly Found[],
  request: RunRequest,
): Promise<{ files: FileRead[]; skipped: Skipped[] }> {
  const files: FileRead[] = [];
  const skipped: Skipped[] = [];
  for (const [index, file] of found.entries()) {
    request.onProgress?.(index, found.length);
    const result = await readOne(file, request);
    if ("why" in result) skipped.push({ path: file.path, isNamed: file.isNamed, why: result.why });
    else files.push(result);
  }
  return { files, skipped };
}

/** Reads a file that counts; of one that does not, says why. */
async function readOne(found: Found, request: RunRequest): Promise<FileRead | { why: string }> {
  const { path, instance } = found;
  const unreadable = (reason: UnreadableReason, detail = ""): FileRead => ({
    path,
    bytes: new Uint8Array(),
    result: { unreadable: { reason, detail }, source: undefined },
    instance,
  });
  if (found.trouble) return unreadable(found.trouble);
  let bytes: Buffer;
  try {
    if (found.absolute !== undefined) {
      const { size } = request.fs.statSync(found.absolute);
      if (size > request.maxBytes) {
        return found.isNamed
          ? unreadable("too-large", `${size} bytes, more than --max-bytes ${request.maxBytes}`)
          : { why: `larger than --max-bytes (${size} bytes)` };
      }
      bytes = request.fs.readFileSync(found.absolute);
    } else {
      bytes = request.stdin();
    }
  } catch {
    return found.isNamed ? unreadable("no-access") : { why: "cannot be read" };
  }
  if (!found.isNamed && !bearsMark(bytes)) return { why: "no key «imsLint»: not a snapshot" };
  const result = await read(path, bytes);
  if (!result.documents) {
    return found.isNamed || bearsMark(bytes) ? { path, bytes, result, instance } : { why: "not a snapshot" };
  }
  const snapshots = result.documents.filter((document) => versionOf(document.value) !== undefined);
  if (snapshots.length === 0) return { why: "no key «imsLint» at the top: not a snapshot" };
  const foreign = snapshots.find((document) => versionOf(document.value) !== "snapshot/v1");
  if (foreign) {
    const [place] = foreign.locate([["imsLint"]]);
    const offset = place ? { offset: place.value.start } : {};
    const detail = String(versionOf(foreign.value)).slice(0, 60);
    return {
      path,
      bytes,
      result: { unreadable: { reason: "unknown-version", detail, ...offset }, source: foreign.source },
      instance,
    };
  }
  return { path, bytes, result: { documents: snapshots }, instance };
}

/** The value of the key `imsLint` at the top. */
function versionOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "imsLint")) return undefined;
  return (value as { imsLint: unknown }).imsLint ?? "";
}

/** Reads masks, each once; the engine is loaded only where there is a mask to read. */
async function maskReader(workspace: Workspace): Promise<(mask: string | undefined) => MaskReading> {
  const hasMask = workspace.instances.some((instance) =>
    instance.extAccounts?.records.some(({ imsRightsMask }) => imsRightsMask && needsEngine(imsRightsMask)),
  );
  const engine: RegexEngine = hasMask ? (await import("./model/regex.js")).re2 : NO_ENGINE;
  const known = new Map<string | undefined, MaskReading>();
  return (mask) => {
    const reading = known.get(mask) ?? readMask(mask, engine);
    known.set(mask, reading);
    return reading;
  };
}

const NO_ENGINE: RegexEngine = { compile: () => ({ error: "no engine", fragment: "" }) };
