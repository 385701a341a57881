/** The words of the config and the command line. Apart from the schema, which takes long to load. */

export const PRESETS = ["recommended", "migration", "hardening", "all"] as const;
export type Preset = (typeof PRESETS)[number];

export const LEVELS = ["off", "note", "warning", "error"] as const;
export type LevelSetting = (typeof LEVELS)[number];

/** How a failed rule is reported. */
export type Level = Exclude<LevelSetting, "off">;

export const RULE_LEVELS = ["note", "warning", "error"] as const satisfies readonly Level[];

export const FAIL_ON = ["error", "warning", "note", "unknown", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** The names that the file of waivers can have; it is looked for at the root, unless the config names another. */
export const WAIVER_NAMES = [
  "ims-lint.waivers.yaml",
  "ims-lint.waivers.yml",
  "ims-lint.waivers.json",
] as const;
