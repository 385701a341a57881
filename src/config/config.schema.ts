import * as z from "zod";
import { controlOf } from "../evaluate/areas.js";
import type { Rule } from "../evaluate/rule.js";
import { count, flag, optional, text } from "../model/kinds.js";
import { type InstanceSettings, LISTS } from "../model/settings.js";
import {
  FAIL_ON,
  type FailOn,
  LEVELS,
  type Level,
  type LevelSetting,
  PRESETS,
  type Preset,
  RULE_LEVELS,
} from "./config.words.js";

/** The config, `ims-lint.config.yaml`: data, never code. */

const level = z.enum(LEVELS);

const expectations = z.object({
  clientId: optional(text).describe("IMS client identifier that Adobe provisioned."),
  scopes: optional(z.array(text)).describe("IMS scopes that Adobe provisioned."),
  callbackAllowlist: optional(z.array(text)).describe("Callback URLs on the IMS allowlist."),
  productContext: optional(text).describe("Product context, where it is not dma_campaign_classic."),
  users: optional(z.array(text)).describe("E-mails of the people who must be able to log in."),
});

const instanceSettings: z.ZodType<InstanceSettings> = z.object({
  files: optional(z.array(text)).describe("Globs of the files of this instance, relative to the root."),
  environment: optional(text).describe("production, stage, development, …"),
  url: optional(text).describe("Access URL, with which people open the instance."),
  migrated: optional(flag).describe("Whether the migration to IMS is done."),
  technicalOperators: optional(z.array(text)).describe("Logins of the operators that APIs use."),
  complete: optional(z.array(z.enum(LISTS))).describe("Lists that hold every record there is."),
  directOnly: optional(flag).describe(
    "Whether the users' profiles leave out what is held through a user group.",
  ),
  expect: optional(expectations).describe(
    "What Adobe provisioned and what you agreed on, to be compared with.",
  ),
});

const texts = z.union([text, z.array(text)]);

const customRule: z.ZodType<CustomRule> = z.object({
  level: optional(z.enum(RULE_LEVELS)).describe("How a fail is reported. Default: warning."),
  title: optional(text).describe("What is right, as a statement."),
  why: optional(text).describe("Why it matters."),
  remedy: optional(text).describe("What to do where it fails."),
  at: text.describe("A place in the snapshot's names, with [] behind a list: groups[].label."),
  where: optional(z.record(z.string(), optional(texts))).describe(
    "Only records with these values: field: value, or a list of values.",
  ),
  instances: optional(z.array(text)).describe("Only these instances; * stands for any characters."),
  environments: optional(z.array(text)).describe("Only instances of these environments."),
  pattern: optional(text).describe("Check: a regular expression (RE2) that matches somewhere in the value."),
  oneOf: optional(z.array(text)).describe("Check: the values that are allowed."),
  required: optional(flag).describe("Check: true, where a value must not be empty."),
  unique: optional(flag).describe("Check: true, where no two records may have the same value."),
  equals: optional(text).describe(
    "Check: another place with the same value: .email of the same record, or instance.url.",
  ),
  ignoreCase: optional(flag).describe("Whether letter case does not count in the check."),
});

/** The config's schema for these rules. */
export function configSchema(rules: readonly Rule[]) {
  const settings: Record<string, z.ZodType> = {};
  for (const rule of rules) {
    const options: Record<string, z.ZodType> = {};
    for (const [name, option] of Object.entries(rule.options ?? {})) {
      options[name] = optional(count).describe(`${option.what} Default: ${option.default}.`);
    }
    const withOptions = z.object({ level: optional(level), ...options });
    settings[rule.id] = optional(z.union([level, withOptions])).describe(
      `${controlOf(rule)}. ${rule.title}.`,
    );
    for (const [name, clause] of Object.entries(rule.clauses ?? {})) {
      settings[`${rule.id}/${name}`] = optional(level).describe(clause.what);
    }
  }
  return z
    .object({
      preset: optional(z.union([z.enum(PRESETS), z.array(z.enum(PRESETS))])).describe(
        "Which areas are checked.",
      ),
      failOn: optional(z.enum(FAIL_ON)).describe("From which level on the exit code is 1."),
      rules: optional(z.object(settings)).describe("Level and options of single rules and clauses."),
      customRules: optional(z.record(z.string(), optional(customRule))).describe(
        "Rules of your own, by id: a place, a check, and their words.",
      ),
      integrationPackage: optional(text).describe(
        "Id of the package «Integration with the Adobe Experience Cloud» on this product version.",
      ),
      waivers: optional(text).describe(
        "The file of accepted risks, relative to the root. Default: ims-lint.waivers.yaml, where there is one.",
      ),
      instances: optional(z.record(z.string(), optional(instanceSettings))).describe(
        "The instances, by name.",
      ),
    })
    .meta({
      title: "ims-lint config",
      description: "Settings of ims-lint: ims-lint.config.yaml at the root.",
    });
}

/** The config after the check; levels and options stay as they are written. */
export interface Config {
  readonly preset?: Preset | readonly Preset[] | undefined;
  readonly failOn?: FailOn | undefined;
  readonly rules?: Readonly<Record<string, RuleSetting | undefined>> | undefined;
  readonly customRules?: Readonly<Record<string, CustomRule | undefined>> | undefined;
  readonly integrationPackage?: string | undefined;
  readonly waivers?: string | undefined;
  readonly instances?: Readonly<Record<string, InstanceSettings | undefined>> | undefined;
}

/** A rule of the user's own, as it is written. */
export interface CustomRule {
  readonly level?: Level | undefined;
  readonly title?: string | undefined;
  readonly why?: string | undefined;
  readonly remedy?: string | undefined;
  readonly at: string;
  readonly where?: Readonly<Record<string, string | readonly string[] | undefined>> | undefined;
  readonly instances?: readonly string[] | undefined;
  readonly environments?: readonly string[] | undefined;
  readonly pattern?: string | undefined;
  readonly oneOf?: readonly string[] | undefined;
  readonly required?: boolean | undefined;
  readonly unique?: boolean | undefined;
  readonly equals?: string | undefined;
  readonly ignoreCase?: boolean | undefined;
}

export type RuleSetting =
  | LevelSetting
  | ({ readonly level?: LevelSetting } & Readonly<Record<string, unknown>>);
