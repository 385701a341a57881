import { rules } from "../../rules/index.js";
import { loadConfig, rulesWith } from "../../src/config/load.js";
import { loadWaivers } from "../../src/config/waivers.js";
import { memoryFs } from "../../src/discover/memory.js";
import { asSnapshot, outdent } from "../../src/evaluate/example.js";
import type { Verdict } from "../../src/evaluate/verdict.js";
import type { Reported } from "../../src/report/report.js";
import { type RunRequest, type RunResult, run } from "../../src/run.js";

export { asSnapshot };

export const AS_OF = new Date("2026-11-20T12:00:00Z");

const WAIVERS = "ims-lint.waivers.yaml";

type Files = Readonly<Record<string, string | Buffer>>;
type Options = Omit<Partial<RunRequest>, "config"> & { config?: string; waivers?: string };

/** Lints files in memory: path → content. A config and waivers are YAML. */
export async function lintFiles(files: Files, options: Options = {}): Promise<RunResult> {
  return run(await requestOf(files, options));
}

/** What a run on files in memory is asked. */
export async function requestOf(
  files: Files,
  { config, waivers, ...more }: Options = {},
): Promise<RunRequest> {
  const absolute = Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`/repo/${path}`, content]),
  );
  const loaded =
    config === undefined
      ? { config: {}, mistakes: [] }
      : await loadConfig("ims-lint.config.yaml", Buffer.from(config), rules);
  if (loaded.mistakes.length > 0)
    throw new Error(loaded.mistakes.map((mistake) => mistake.message).join("\n"));
  const accepted =
    waivers === undefined
      ? undefined
      : await loadWaivers(WAIVERS, Buffer.from(outdent(waivers)), rulesWith(rules, loaded));
  if (accepted?.mistakes.length) throw new Error(accepted.mistakes.map(({ message }) => message).join("\n"));
  const found = accepted && { path: WAIVERS, bytes: Buffer.from(waivers ?? ""), waivers: accepted.waivers };
  return {
    rules,
    fs: memoryFs(absolute),
    cwd: "/repo",
    root: "/repo",
    paths: Object.keys(files),
    config: found ? { ...loaded, waivers: found } : loaded,
    stdin: () => Buffer.alloc(0),
    stdinName: "<stdin>",
    maxBytes: 1e9,
    failOn: undefined,
    showPasses: true,
    startedAt: AS_OF,
    asOf: AS_OF,
    presets: ["all"],
    ...more,
  };
}

/** Lints one snapshot; the line with the format and the indentation of the test may be left out. */
export async function lint(
  snapshot: string,
  options: Parameters<typeof lintFiles>[1] & { path?: string } = {},
) {
  const text = asSnapshot(snapshot);
  const { path = "prod.yaml", ...more } = options;
  const { report } = await lintFiles({ [path]: text }, more);
  return {
    report,
    text,
    /** What a rule said: all of it, or of one verdict. */
    of: (rule: string, verdict?: Verdict): Reported[] =>
      report.results.filter(
        (result) => result.rule.id === rule && (verdict === undefined || result.verdict === verdict),
      ),
    /** The source that a result's span selects. */
    selected: (result: Reported): string => select(text, result),
  };
}

/** The part of `text` between a result's places. */
export function select(text: string, { location }: Pick<Reported, "location">): string {
  const plain = text.replace(/^\ufeff/, "");
  const starts = [0, ...[...plain.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
  const offset = (line: number, column: number) => (starts[line - 1] ?? 0) + column - 1;
  return plain.slice(
    offset(location.startLine, location.startColumn),
    offset(location.endLine, location.endColumn),
  );
}
