import type { InstanceSettings } from "../model/settings.js";

/** Which instance the config counts a path to, by the globs of its `files`. */
export async function instanceMatcher(
  instances: Readonly<Record<string, InstanceSettings | undefined>> | undefined,
): Promise<(path: string) => string | undefined> {
  const stated = Object.entries(instances ?? {}).filter(([, settings]) => settings?.files);
  if (stated.length === 0) return () => undefined;
  const { default: picomatch } = await import("picomatch");
  const matchers = stated.map(([name, settings]) => ({
    name,
    matches: picomatch([...(settings?.files ?? [])], { dot: true }),
  }));
  return (path) => matchers.find(({ matches }) => matches(path))?.name;
}
