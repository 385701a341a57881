import type { Rule } from "../evaluate/rule.js";
import { maskUserInfo } from "../model/user-info.js";
import { type ConfigMistake, readChecked } from "./checked-file.js";
import type { Config } from "./config.schema.js";

export type { ConfigMistake };

/** The names a config can have; it is looked for at the root alone. */
export const CONFIG_NAMES = ["ims-lint.config.yaml", "ims-lint.config.yml", "ims-lint.config.json"] as const;

export interface LoadedConfig {
  readonly config: Config;
  readonly mistakes: readonly ConfigMistake[];
}

/** Reads a config, and checks it by the schema that is published. */
export async function loadConfig(path: string, bytes: Buffer, rules: readonly Rule[]): Promise<LoadedConfig> {
  const { default: schema } = await import("../../schemas/config.v1.schema.json");
  const { value, mistakes } = await readChecked(path, bytes, {
    title: "The config",
    schema,
    tell(problem) {
      const { kind, route } = problem;
      // A rule that is not known may be one that was meant to be off, or on.
      return kind === "unknown-key" && route.length === 2 && route[0] === "rules"
        ? { message: unknownRule(String(route[1]), problem.nearest, rules), isFatal: true }
        : undefined;
    },
  });
  return { config: (value ?? {}) as Config, mistakes };
}

/** What is wrong with the name of a rule, or of a rule and its clause. */
export function unknownRule(written: string, near: string | undefined, rules: readonly Rule[]): string {
  const name = maskUserInfo(written);
  const [id, clause] = name.split("/");
  const rule = rules.find((candidate) => candidate.id === id);
  const hint = near ? ` Did you mean "${near}"?` : " «ims-lint rules» lists them.";
  if (!rule || clause === undefined) return `There is no rule "${name}".${hint}`;
  const clauses = Object.keys(rule.clauses ?? {});
  const known = clauses.length > 0 ? `Its clauses: ${clauses.join(", ")}.` : "It has no clauses.";
  return `Rule ${rule.id} has no clause "${clause}". ${known}`;
}
