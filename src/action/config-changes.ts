import type { SetUp } from "../config/find.js";
import { areNames } from "../custom-rules/place.js";
import { maskUserInfo } from "../model/user-info.js";
import { isRecord } from "../read/section.js";

/** A setting that differs between two configs. */
export interface ConfigChange {
  /** `rules.callback-https` */
  readonly key: string;
  /** Undefined where it is not stated. */
  readonly before: unknown;
  readonly after: unknown;
  /** Whether they are what people are called. */
  readonly isOfPeople: boolean;
}

/**
 * The settings in which two configs differ, with the risks that they accept, in the order of their keys. What only their
 * text differs in is none.
 */
export function configChanges(base: SetUp, head: SetUp): ConfigChange[] {
  const before = settingsOf(base);
  const after = settingsOf(head);
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys
    .filter((key) => JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key)))
    .map((key) => ({
      key: maskUserInfo(key),
      before: before.get(key),
      after: after.get(key),
      isOfPeople: [base, head].some((setUp) => isOfPeople(key, setUp)),
    }));
}

function isOfPeople(key: string, { config: { customRules = {} } }: SetUp): boolean {
  if (/\.expect\.users$|^waiver of .*\.(?:owner|approvedBy)$/.test(key)) return true;
  const [, id = "", condition] = /^customRules\.([^.]+)\.(?:oneOf|where\.(.+))$/.exec(key) ?? [];
  const place = Object.hasOwn(customRules, id) ? customRules[id]?.at : undefined;
  const [list = "", field = ""] = place?.split("[].") ?? [];
  return areNames(list, condition ?? field);
}

function settingsOf({ config, waivers }: SetUp): Map<string, unknown> {
  const settings = new Map<string, unknown>();
  const walk = (value: unknown, key: string) => {
    if (isRecord(value)) {
      for (const [name, inner] of Object.entries(value)) walk(inner, key === "" ? name : `${key}.${name}`);
    } else if (value !== undefined) {
      settings.set(key, value);
    }
  };
  walk(config, "");
  for (const { name, reason, owner, ticket, approvedBy, expires } of waivers?.waivers ?? []) {
    walk({ reason, owner, ticket, approvedBy, expires }, `waiver of ${name}`);
  }
  return settings;
}
