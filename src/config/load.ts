import type { Rule } from "../evaluate/rule.js";
import { problemInWords } from "../model/problems.js";
import type { Checked, FoundSecret } from "../model/shape.js";
import { maskUserInfo } from "../model/user-info.js";
import type { Problem } from "../model/workspace.js";
import type { Route } from "../read/document.js";
import { type ConfigMistake, type OwnMistake, readChecked, type Settings } from "./checked-file.js";
import type { Config } from "./config.schema.js";
import { CUSTOM_RULES, customIdsIn, withCustomIds } from "./custom-shape.js";

export type { ConfigMistake };

/** The names a config can have; it is looked for at the root alone. */
export const CONFIG_NAMES = ["ims-lint.config.yaml", "ims-lint.config.yml", "ims-lint.config.json"] as const;

export interface LoadedConfig {
  readonly config: Config;
  /** The rules that it defines. */
  readonly customRules?: readonly Rule[];
  readonly mistakes: readonly ConfigMistake[];
}

/** All rules there are: those that come with ims-lint, and those that the config defines. */
export function rulesWith(
  builtIn: readonly Rule[],
  { customRules = [] }: Pick<LoadedConfig, "customRules">,
): readonly Rule[] {
  return customRules.length > 0 ? [...builtIn, ...customRules] : builtIn;
}

/**
 * Reads a config, and checks it by the schema that is published.
 *
 * @param rules those that come with ims-lint
 */
export async function loadConfig(path: string, bytes: Buffer, rules: readonly Rule[]): Promise<LoadedConfig> {
  const { default: schema } = await import("../../schemas/config.v1.schema.json");
  let customRules: readonly Rule[] = [];
  const { value, mistakes } = await readChecked(path, bytes, {
    title: "The config",
    schema,
    shapeFor: (shape, written) => withCustomIds(shape, customIdsIn(written)),
    async more(checked, problems) {
      const own = await readOwn(checked, { problems, path, builtIn: rules });
      customRules = own.rules;
      return own.mistakes;
    },
    tell: (problem) => tell(problem, rules),
  });
  return { config: (value ?? {}) as Config, customRules, mistakes };
}

function tell(problem: Problem, rules: readonly Rule[]): ReturnType<NonNullable<Settings["tell"]>> {
  const { kind, route } = problem;
  const isKey = kind === "unknown-key";
  // A rule that is not known may be one that was meant to be off, or on.
  if (isKey && route.length === 2 && route[0] === "rules") {
    return { message: unknownRule(String(route[1]), problem.nearest, rules), isFatal: true };
  }
  if (route[0] !== CUSTOM_RULES) return undefined;
  // Without a part of a custom rule, another rule would be asked.
  if (isKey) {
    return { message: problemInWords(problem).message.replace(" and is ignored", ""), isFatal: true };
  }
  return kind === "wrong-type" && route.length === 2
    ? { message: "A custom rule takes a place, «at», and a check.", isFatal: true }
    : undefined;
}

interface OwnQuestion {
  readonly problems: readonly Problem[];
  readonly path: string;
  readonly builtIn: readonly Rule[];
}

/** The rules that a config defines. What is hidden in one as a secret is none of what was written, so it is told. */
async function readOwn(
  { value, secrets }: Checked,
  { problems, path, builtIn }: OwnQuestion,
): Promise<{ readonly rules: readonly Rule[]; readonly mistakes: readonly OwnMistake[] }> {
  const isOfCustomRule = ({ route }: { readonly route: Route }) => route[0] === CUSTOM_RULES;
  const own = secrets.filter(isOfCustomRule);
  const hidden = own.map(({ route, because }) => ({ route, message: SECRET_WORDS[because] }));
  const { customRules } = (value ?? {}) as Config;
  if (!customRules) return { rules: [], mistakes: hidden };
  const broken = new Set([...problems, ...own].filter(isOfCustomRule).map(({ route }) => String(route[1])));
  const { readCustomRules } = await import("./custom-rules.js");
  const read = await readCustomRules(customRules, { path, builtIn, broken });
  return { rules: read.rules, mistakes: [...hidden, ...read.mistakes] };
}

const SECRET_WORDS: Readonly<Record<FoundSecret["because"], string>> = {
  key: "A secret stands here, or would: ims-lint keeps nothing of it but whether there is one, so it cannot be compared.",
  url: 'The text looks like an address with a login in it, which ims-lint hides everywhere. In a pattern, write "@" as \\x40.',
  "private-key": "The text holds a private key, which ims-lint hides everywhere.",
};

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
