import * as z from "zod";
import type { Rule } from "../evaluate/rule.js";
import { count, flag, optional, text } from "../model/kinds.js";
import { type InstanceSettings, LISTS } from "../model/settings.js";
import { FAIL_ON, type FailOn, LEVELS, type LevelSetting, PRESETS, type Preset } from "./config.words.js";

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
      `IMS-${rule.control}. ${rule.title}.`,
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
  readonly integrationPackage?: string | undefined;
  readonly waivers?: string | undefined;
  readonly instances?: Readonly<Record<string, InstanceSettings | undefined>> | undefined;
}

export type RuleSetting =
  | LevelSetting
  | ({ readonly level?: LevelSetting } & Readonly<Record<string, unknown>>);
