import { maskReader } from "../../src/model/mask-reader.js";
import type { Reported } from "../../src/report/report.js";
import { traceRun } from "../../src/trace/report.js";
import type { Trace } from "../../src/trace/trace.js";
import { lintFiles } from "./lint.js";

/** Traces people on one snapshot, each in turn, with what the rules say of it. */
export async function traceAll(
  snapshot: object,
  names: readonly string[],
): Promise<{ readonly traces: readonly (Trace | undefined)[]; readonly results: readonly Reported[] }> {
  const result = await lintFiles({ "acme.json": JSON.stringify(snapshot) });
  const readMask = await maskReader(result.workspace);
  const traces = names.map(
    (who) => traceRun(result, { who, instance: undefined, isBrief: false, readMask }).traces[0]?.trace,
  );
  return { traces, results: result.report.results };
}
