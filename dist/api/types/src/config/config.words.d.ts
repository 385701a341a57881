/** The words of the config and the command line. Apart from the schema, which takes long to load. */
export declare const PRESETS: readonly ["recommended", "migration", "hardening", "all"];
export type Preset = (typeof PRESETS)[number];
export declare const LEVELS: readonly ["off", "note", "warning", "error"];
export type LevelSetting = (typeof LEVELS)[number];
/** How a failed rule is reported. */
export type Level = Exclude<LevelSetting, "off">;
export declare const RULE_LEVELS: readonly ["note", "warning", "error"];
export declare const FAIL_ON: readonly ["error", "warning", "note", "unknown", "never"];
export type FailOn = (typeof FAIL_ON)[number];
/** The names that the file of waivers can have; it is looked for at the root, unless the config names another. */
export declare const WAIVER_NAMES: readonly ["ims-lint.waivers.yaml", "ims-lint.waivers.yml", "ims-lint.waivers.json"];
