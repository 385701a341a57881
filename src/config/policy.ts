import { CUSTOM_AREA } from "../evaluate/areas.js";
import type { Bearing, Rule } from "../evaluate/rule.js";
import type { Config, RuleSetting } from "./config.schema.js";
import type { Level, LevelSetting, Preset } from "./config.words.js";

export const LEVEL_OF: Readonly<Record<Bearing, Level>> = { must: "error", should: "warning", info: "note" };

/** Which rules run, at which levels, and why: preset, config and command line taken together. */
export interface Policy {
  readonly settings: readonly RuleInForce[];
  /** Settings that would lower a rule that always runs; they have no effect. */
  readonly refused: readonly string[];
  /** The rules that run. */
  readonly rules: readonly Rule[];
  /** The level of a fail; null where the clause is off. */
  levelOf(rule: Rule, clause: string | null): Level | null;
  optionsOf(rule: Rule): Readonly<Record<string, number>>;
}

/** What is in force for a rule, and who said so. */
export interface RuleInForce {
  readonly rule: Rule;
  readonly level: LevelSetting;
  readonly origin: string;
  readonly clauses: Readonly<Record<string, { readonly level: LevelSetting; readonly origin: string }>>;
  readonly options: Readonly<Record<string, number>>;
}

/** What the command line adds to the config. */
export interface Overrides {
  readonly presets?: readonly Preset[];
  /** Ids, control numbers (`3.7`, `IMS-3.7`) or areas (`3`); nothing else runs. */
  readonly only?: readonly string[];
  /** By rule id, or rule id and clause. */
  readonly levels?: ReadonlyMap<string, LevelSetting>;
}

/** The areas of the catalogue that each preset checks. The config's own rules are checked with every one of them. */
const AREAS: Readonly<Record<Preset, readonly string[]>> = {
  recommended: ["1", "2", "3", "4", "5", "8", "9"],
  migration: ["1", "2", "3", "4", "5", "6", "8", "9"],
  hardening: ["1", "2", "3", "4", "5", "7", "8", "9"],
  all: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
};

/** Decides what is in force. */
export function decidePolicy(rules: readonly Rule[], config: Config, overrides: Overrides): Policy {
  const stated = config.preset === undefined ? [] : [config.preset].flat();
  const fromLine = overrides.presets ?? [];
  const presets: readonly Preset[] =
    fromLine.length > 0 ? fromLine : stated.length > 0 ? stated : ["recommended"];
  const areas = new Set([CUSTOM_AREA, ...presets.flatMap((preset) => AREAS[preset])]);
  const presetOrigin = `preset ${presets.join(", ")}`;
  const settings = rules.map((rule): RuleInForce => {
    const { level, origin } = ruleLevel(rule, { areas, presetOrigin, config, overrides });
    const clauses: Record<string, { level: LevelSetting; origin: string }> = {};
    for (const name of Object.keys(rule.clauses ?? {})) {
      clauses[name] = clauseLevel(rule, name, config, overrides);
    }
    return { rule, level, origin, clauses, options: optionsOf(rule, config.rules?.[rule.id]) };
  });
  const byRule = new Map(settings.map((setting) => [setting.rule, setting]));
  return {
    settings,
    refused: refusedSettings(rules, config, overrides),
    rules: settings.filter((setting) => setting.level !== "off").map((setting) => setting.rule),
    levelOf(rule, clause) {
      const setting = byRule.get(rule);
      const level = clause === null ? setting?.level : setting?.clauses[clause]?.level;
      return level === undefined || level === "off" ? null : level;
    },
    optionsOf: (rule) => byRule.get(rule)?.options ?? {},
  };
}

/** Rule ids, or ids and clauses, whose stated level is lower than a protected rule's own. */
function refusedSettings(rules: readonly Rule[], config: Config, overrides: Overrides): string[] {
  return rules
    .filter((rule) => rule.isProtected)
    .flatMap((rule) => [
      { key: rule.id, usual: LEVEL_OF[rule.level] },
      ...Object.entries(rule.clauses ?? {}).map(([name, clause]) => ({
        key: `${rule.id}/${name}`,
        usual: LEVEL_OF[clause.level],
      })),
    ])
    .filter(({ key, usual }) => {
      const wanted = overrides.levels?.get(key) ?? levelIn(config.rules?.[key]);
      return wanted !== undefined && isAbove(usual, wanted);
    })
    .map(({ key }) => key);
}

interface Sources {
  readonly areas: ReadonlySet<string>;
  readonly presetOrigin: string;
  readonly config: Config;
  readonly overrides: Overrides;
}

function ruleLevel(rule: Rule, sources: Sources): { level: LevelSetting; origin: string } {
  const { config, overrides } = sources;
  const usual = LEVEL_OF[rule.level];
  const stated = levelIn(config.rules?.[rule.id]);
  const fromLine = overrides.levels?.get(rule.id);
  if (rule.isProtected) {
    const level = [fromLine, stated].find((wanted) => wanted !== undefined && isAbove(wanted, usual));
    return { level: level ?? usual, origin: "always runs" };
  }
  if (overrides.only && overrides.only.length > 0 && !overrides.only.some((item) => selects(item, rule))) {
    return { level: "off", origin: "--only" };
  }
  if (fromLine) return { level: fromLine, origin: "--rule" };
  if (stated) return { level: stated, origin: "config" };
  const isSelected = overrides.only && overrides.only.length > 0;
  if (!isSelected && !sources.areas.has(areaOf(rule))) return { level: "off", origin: sources.presetOrigin };
  const origin = rule.definition === undefined ? sources.presetOrigin : "config";
  return { level: usual, origin: isSelected ? "--only" : origin };
}

function clauseLevel(
  rule: Rule,
  name: string,
  config: Config,
  overrides: Overrides,
): { level: LevelSetting; origin: string } {
  const key = `${rule.id}/${name}`;
  const usual = LEVEL_OF[rule.clauses?.[name]?.level ?? rule.level];
  const fromLine = overrides.levels?.get(key);
  const stated = levelIn(config.rules?.[key]);
  const wanted = fromLine ?? stated;
  if (rule.isProtected && !(wanted && isAbove(wanted, usual))) return { level: usual, origin: "always runs" };
  if (wanted) return { level: wanted, origin: fromLine ? "--rule" : "config" };
  return { level: usual, origin: "rule" };
}

/** The area of a rule: the first figure of its control number. */
export function areaOf(rule: Rule): string {
  return rule.control.split(".")[0] ?? "";
}

/** Whether `item` (id, control number or area) means a rule. */
export function selects(item: string, rule: Rule): boolean {
  const wanted = item.replace(/^IMS-(?=\d)/i, "");
  return wanted === rule.id || wanted === rule.control || wanted === areaOf(rule);
}

const ORDER: readonly LevelSetting[] = ["off", "note", "warning", "error"];

function isAbove(level: LevelSetting, other: LevelSetting): boolean {
  return ORDER.indexOf(level) > ORDER.indexOf(other);
}

function levelIn(setting: RuleSetting | undefined): LevelSetting | undefined {
  return typeof setting === "object" ? setting.level : setting;
}

function optionsOf(rule: Rule, setting: RuleSetting | undefined): Record<string, number> {
  const options: Record<string, number> = {};
  for (const [name, option] of Object.entries(rule.options ?? {})) {
    const stated =
      typeof setting === "object" ? (setting as Readonly<Record<string, unknown>>)[name] : undefined;
    options[name] = typeof stated === "number" ? stated : option.default;
  }
  return options;
}
