import type { Config } from "../config/config.schema.js";
import { cutValue } from "../evaluate/cut.js";
import { maskUserInfo } from "../model/user-info.js";
import { isRecord } from "../read/section.js";

/** A setting that differs between two configs. */
export interface ConfigChange {
  /** `rules.callback-https` */
  readonly key: string;
  /** As JSON; undefined where it is not stated. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The settings in which two configs differ, in the order of their keys. What only their text differs in is none. */
export function configChanges(base: Config, head: Config): ConfigChange[] {
  const before = settingsOf(base);
  const after = settingsOf(head);
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => ({ key: maskUserInfo(key), before: shown(before.get(key)), after: shown(after.get(key)) }));
}

function settingsOf(config: Config): Map<string, string> {
  const settings = new Map<string, string>();
  const walk = (value: unknown, key: string) => {
    if (isRecord(value)) {
      for (const [name, inner] of Object.entries(value)) walk(inner, key === "" ? name : `${key}.${name}`);
    } else if (value !== undefined) {
      settings.set(key, JSON.stringify(value));
    }
  };
  walk(config, "");
  return settings;
}

function shown(value: string | undefined): string | undefined {
  return value === undefined ? undefined : cutValue(maskUserInfo(value));
}
