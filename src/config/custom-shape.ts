import { compileShape, type Shape } from "../model/shape-compile.js";
import { isRecord } from "../read/section.js";
import { LEVELS } from "./config.words.js";

/** Under which key of the config the rules of the user's own stand. */
export const CUSTOM_RULES = "customRules";

/** The ids of the rules that a config defines, before it was checked. */
export function customIdsIn(config: unknown): readonly string[] {
  const stated = isRecord(config) && Object.hasOwn(config, CUSTOM_RULES) ? config[CUSTOM_RULES] : undefined;
  return isRecord(stated) ? Object.keys(stated) : [];
}

/** The shape of a config that can set the levels of some more rules. */
export function withCustomIds(config: Shape, ids: readonly string[]): Shape {
  const rules = config.kind === "record" ? config.fields.get("rules") : undefined;
  if (ids.length === 0 || config.kind !== "record" || rules?.kind !== "record") return config;
  const own = new Map(ids.map((id) => [id, SETTING]));
  return withFields(config, new Map([["rules", withFields(rules, own)]]));
}

function withFields(
  record: Extract<Shape, { kind: "record" }>,
  more: ReadonlyMap<string, Shape>,
): Extract<Shape, { kind: "record" }> {
  const { fields } = record;
  return {
    ...record,
    fields: {
      get: (key) => more.get(key) ?? fields.get(key),
      keys: () => [...new Set([...fields.keys(), ...more.keys()])],
    },
  };
}

const SETTING: Shape = compileShape({
  anyOf: [{ enum: [...LEVELS] }, { type: "object", properties: { level: { enum: [...LEVELS] } } }],
});
