import type { InstanceSettings } from "../model/settings.js";

/** Which instance the config counts a path to, by the globs of its `files`. */
export async function instanceMatcher(
  instances: Readonly<Record<string, InstanceSettings | undefined>> | undefined,
): Promise<(path: string) => string | undefined> {
  const stated = Object.entries(instances ?? {}).filter(([, settings]) => settings?.files);
  if (stated.length === 0) return () => undefined;
  const { default: picomatch } = await import("picomatch");
  const matchers = stated.map(([name, settings]) => {
    const globs = (settings?.files ?? []).map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, ""));
    // A folder means all that is in it; what begins with an exclamation mark is taken out again.
    const within = (patterns: readonly string[]) =>
      picomatch(
        patterns.flatMap((glob) => [glob, `${glob}/**`]),
        { dot: true },
      );
    const wanted = within(globs.filter((glob) => !glob.startsWith("!")));
    const unwanted = within(globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1)));
    return { name, matches: (path: string) => wanted(path) && !unwanted(path) };
  });
  return (path) => matchers.find(({ matches }) => matches(path))?.name;
}
