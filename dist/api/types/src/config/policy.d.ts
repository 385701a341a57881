import type { Bearing, Rule } from "../evaluate/rule.js";
import type { Config } from "./config.schema.js";
import type { LevelSetting, Preset } from "./config.words.js";
/** How a failed rule is reported. */
export type Level = "error" | "warning" | "note";
export declare const LEVEL_OF: Readonly<Record<Bearing, Level>>;
/** Which rules run, at which levels, and why: preset, config and command line taken together. */
export interface Policy {
    readonly settings: readonly RuleInForce[];
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
    readonly clauses: Readonly<Record<string, {
        readonly level: LevelSetting;
        readonly origin: string;
    }>>;
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
/** Decides what is in force. */
export declare function decidePolicy(rules: readonly Rule[], config: Config, overrides: Overrides): Policy;
/** The area of a rule: the first figure of its control number. */
export declare function areaOf(rule: Rule): string;
/** Whether `item` (id, control number or area) means a rule. */
export declare function selects(item: string, rule: Rule): boolean;
