import type { Config } from "../config/config.schema.js";
import { OF_ORGANIZATIONS } from "../model/allot.js";
import { maskUserInfo } from "../model/user-info.js";
import type { Report } from "./report.js";

/**
 * What is off about a run as a whole, and about no finding: settings and exports that had no effect, or not the usual
 * one. Sentences in plain
 * text.
 */
export async function remarksOn({ report }: { readonly report: Report }, config: Config): Promise<string[]> {
  return [
    ...refused(report),
    ...(await loosened(report)),
    ...lonely(report),
    ...unmet(report, config),
    ...unmetByRules(report, config),
  ];
}

function refused({ policy }: Report): string[] {
  return policy.refused.map((key) => `${key} always runs; its level cannot be lowered.`);
}

/** Options with which a pass is no evidence any more for some control. */
async function loosened({ policy }: Report): Promise<string[]> {
  // No control asks for less than an option's default, so the mapping need not be read for those.
  const settings = policy.settings.filter(({ rule, options }) =>
    Object.entries(rule.options ?? {}).some(([name, option]) => (options[name] ?? 0) > option.default),
  );
  if (settings.length === 0) return [];
  const { costInWords } = await import("../controls/claims.js");
  return settings.flatMap(costInWords);
}

/** An export of the organization that lies where it serves no instance. */
function lonely({ inputs }: Report): string[] {
  const isOfInstance = (format: Report["inputs"][number]["format"]) =>
    format !== undefined && !OF_ORGANIZATIONS.has(format);
  const instances = new Set(
    inputs.filter(({ format }) => isOfInstance(format)).flatMap((input) => input.instances),
  );
  if (instances.size === 0) return [];
  return inputs
    .filter(
      ({ format, instances: served }) =>
        format !== undefined && !isOfInstance(format) && !served.some((name) => instances.has(name)),
    )
    .map(
      ({ file }) =>
        `${file.name} serves no instance: put it into a folder above theirs, or name it under instances.<name>.files in the config.`,
    );
}

/** An instance that the config names and no file is: its settings had no effect. */
function unmet({ inputs }: Report, { instances = {} }: Config): string[] {
  const met = new Set(inputs.flatMap((input) => input.instances));
  return Object.keys(instances)
    .filter((name) => !met.has(name))
    .map((name) => `The config speaks of instance "${maskUserInfo(name)}", which is in none of the files.`);
}

/** The same of an instance that a rule of the config is about. */
function unmetByRules({ inputs }: Report, { customRules = {} }: Config): string[] {
  const met = new Set(inputs.flatMap((input) => input.instances));
  return Object.entries(customRules).flatMap(([id, rule]) =>
    (rule?.instances ?? [])
      .filter((name) => !name.includes("*") && !met.has(name))
      .map((name) => `Rule ${id} is about instance "${name}", which is in none of the files.`),
  );
}
