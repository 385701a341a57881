import type { InstanceSettings } from "../model/settings.js";

/** Which instances a file counts to; with several paths, by any of them. In the order of the config. */
export type InstanceMatcher = (...paths: string[]) => readonly string[];

/** Where a glob of the config looks. */
export interface GlobBase {
  /** The part before the first special character, up to a slash: `exports` of `exports/*.xml`; empty of `*.xml`. */
  readonly path: string;
  /** Whether that is all of it: it names one file or folder. */
  readonly isLiteral: boolean;
}

type Instances = Readonly<Record<string, InstanceSettings | undefined>> | undefined;

/** Matches paths relative to the root with the globs of the instances' `files`. */
export async function instanceMatcher(instances: Instances): Promise<InstanceMatcher> {
  const stated = Object.entries(instances ?? {}).filter(([, settings]) => settings?.files?.length);
  if (stated.length === 0) return () => NONE;
  const within = await globMatcher(stated.flatMap(([, { files = [] } = {}]) => files));
  const matchers = stated.map(([name, settings]) => {
    const wanted = within(wantedGlobs(settings));
    const unwanted = within((settings?.files ?? []).filter(isExclusion).map((glob) => tidy(glob.slice(1))));
    return { name, matches: (path: string) => wanted(path) && !unwanted(path) };
  });
  return (...paths) => {
    const matched = matchers.filter(({ matches }) => paths.some(matches));
    return matched.length === 0 ? NONE : matched.map(({ name }) => name);
  };
}

const NONE: readonly string[] = [];

/** Matches paths with any of some globs of the config. */
async function globMatcher(
  all: readonly string[],
): Promise<(globs: readonly string[]) => (path: string) => boolean> {
  const { default: picomatch } = await import("picomatch");
  const linear = all.some((glob) => costOf(glob) > CHEAP)
    ? (await import("../model/regex.js")).re2
    : undefined;
  const matcher = (glob: string): ((path: string) => boolean) => {
    // A folder means all that is in it.
    const both = [glob, `${glob}/**`];
    const cost = costOf(glob);
    if (linear && cost > CHEAP) {
      const sources = both.map((pattern) =>
        withoutLookahead(picomatch.makeRe(pattern, { dot: true }).source),
      );
      const compiled = linear.compile(sources.join("|"), { ignoreCase: false });
      if ("match" in compiled) return (path) => !path.startsWith("../") && compiled.match(path) !== undefined;
    }
    return cost > BEARABLE ? () => false : picomatch(both, { dot: true });
  };
  return (globs) => {
    const matchers = globs.map(matcher);
    return (path) =>
      matchers.some((matches) => matches(path)) ||
      // A path is meant as it is written, too: `users (1).csv` is no pattern to people.
      globs.some((glob) => path === glob || path.startsWith(`${glob}/`));
  };
}

/**
 * How many wildcards can give way to one another: a native expression takes as many times longer with each of them as
 * a path is long. Above `CHEAP`, the engine for all expressions from input is used. It has no `!(…)`; a glob with that
 * is matched natively all the same, as long as the time is bearable.
 */
function costOf(glob: string): number {
  return /[*+]\(/.test(glob) ? Number.POSITIVE_INFINITY : (glob.match(/\*+/g)?.length ?? 0);
}

const CHEAP = 2;
const BEARABLE = 4;

/**
 * A glob as an expression without looking ahead, which the engine lacks. picomatch looks ahead for `.` and `..`, which no
 * path inside the root holds, and for a `*` that is a whole name, which no empty name matches.
 */
function withoutLookahead(source: string): string {
  return source
    .replace(/\(\?=\.\)\[\^\/\]\*\?(?=(?:\(\?:)?\\\/|\)*\$)/g, "[^/]+?")
    .replace(/\(\?!(?:\(\?:\^\|\\\/\))?\\\.\{1,2\}\(\?:\\\/\|\$\)\)|\(\?=\.\)/g, "");
}

/** Where the globs of all instances look. */
export async function globBases(instances: Instances): Promise<readonly GlobBase[]> {
  const globs = new Set(Object.values(instances ?? {}).flatMap(wantedGlobs));
  if (globs.size === 0) return [];
  const { default: picomatch } = await import("picomatch");
  return [...globs].map((glob) => {
    const { base, isGlob } = picomatch.scan(glob);
    return { path: base.replace(/\\(.)/g, "$1"), isLiteral: !isGlob };
  });
}

function wantedGlobs(settings: InstanceSettings | undefined): string[] {
  return (settings?.files ?? []).filter((glob) => !isExclusion(glob)).map(tidy);
}

/** What begins with an exclamation mark is taken out again; `!(a|b)` is a pattern. */
function isExclusion(glob: string): boolean {
  return glob.startsWith("!") && !glob.startsWith("!(");
}

/** `./exports//prod/` → `exports/prod`; the root itself → `**`. */
function tidy(glob: string): string {
  const names = glob.split("/").filter((name, index) => name !== "." && (name !== "" || index === 0));
  return names.join("/") || "**";
}
