import type { Rule } from "../evaluate/rule.js";
import { cutMessage } from "../model/cut.js";
import { problemInWords } from "../model/problems.js";
import { hideSecrets } from "../model/secrecy.js";
import { type Checked, checkShape, type FoundSecret } from "../model/shape.js";
import { compileShape } from "../model/shape-compile.js";
import { maskUserInfo } from "../model/user-info.js";
import type { Problem } from "../model/workspace.js";
import { read } from "../read/data/read.js";
import type { Document, Route, Span } from "../read/document.js";
import type { Excerpt, Position } from "../read/source.js";
import type { Config } from "./config.schema.js";
import type { CustomRules } from "./custom-rules.js";
import { CUSTOM_RULES, customIdsIn, withCustomIds } from "./custom-shape.js";

/** The names a config can have; it is looked for at the root alone. */
export const CONFIG_NAMES = ["ims-lint.config.yaml", "ims-lint.config.yml", "ims-lint.config.json"] as const;

/** A mistake in the config, in its place. */
export interface ConfigMistake {
  readonly path: string;
  readonly position: Position;
  readonly message: string;
  /** A key that is not known is told and ignored; everything else stops the run. */
  readonly isFatal: boolean;
  readonly excerpt: Excerpt | undefined;
}

export interface LoadedConfig {
  readonly config: Config;
  /** The rules that it defines. */
  readonly customRules?: readonly Rule[];
  readonly mistakes: readonly ConfigMistake[];
}

/** All rules there are: those that come with ims-lint, and those that the config defines. */
export function rulesWith(builtIn: readonly Rule[], { customRules = [] }: LoadedConfig): readonly Rule[] {
  return customRules.length > 0 ? [...builtIn, ...customRules] : builtIn;
}

/**
 * Reads a config, and checks it by the schema that is published.
 *
 * @param rules those that come with ims-lint
 */
export async function loadConfig(path: string, bytes: Buffer, rules: readonly Rule[]): Promise<LoadedConfig> {
  const { default: schema } = await import("../../schemas/config.v1.schema.json");
  const result = await read(path, bytes);
  if (!result.documents) {
    const { unreadable, source } = result;
    const position = source && unreadable.offset !== undefined ? source.position(unreadable.offset) : START;
    const message = `The config cannot be read: ${unreadable.detail || unreadable.reason}.`;
    return { config: {}, mistakes: [{ path, position, message, isFatal: true, excerpt: undefined }] };
  }
  const [document, second] = result.documents;
  if (!document) return { config: {}, mistakes: [] };
  if (second) {
    const message = "The config holds several documents; only one is allowed.";
    return { config: {}, mistakes: [{ path, position: START, message, isFatal: true, excerpt: undefined }] };
  }
  return check(document, schema, rules);
}

const START: Position = { line: 1, column: 1 };

async function check(document: Document, schema: object, builtIn: readonly Rule[]): Promise<LoadedConfig> {
  const shape = withCustomIds(compileShape(schema), customIdsIn(document.value));
  const checked = checkShape(document.value, shape, document);
  hideSecrets(document, [...checked.secrets.map((secret) => secret.route), ...checked.hidden]);
  const problems: readonly Problem[] = [
    ...document.duplicates.map((duplicate) => ({ kind: "duplicate-key" as const, ...duplicate })),
    ...checked.problems,
  ];
  const isObject = typeof checked.value === "object" && checked.value !== null;
  const config = isObject ? (checked.value as Config) : {};
  const own = await readOwn(config, { checked, problems, path: document.path, builtIn });
  const told = [
    ...problems.map((problem) => toldOf(problem, builtIn)),
    ...own.secrets.map(
      ({ route, because }): Told => ({ route, message: SECRET_WORDS[because], isFatal: true }),
    ),
    ...own.mistakes.map((mistake): Told => ({ ...mistake, isFatal: true })),
  ];
  return { config, customRules: own.rules, mistakes: placed(told, document) };
}

/** A mistake, before its place is a line and a column. */
interface Told {
  readonly route: Route;
  readonly message: string;
  readonly isFatal: boolean;
  /** Whether the key is meant, not the value. */
  readonly isKey?: boolean;
  readonly span?: Span;
}

function toldOf(problem: Problem, rules: readonly Rule[]): Told {
  const { kind, route } = problem;
  const isKey = kind === "unknown-key";
  const isRule = isKey && route.length === 2 && route[0] === "rules";
  // Without a part of a custom rule, another rule would be asked.
  const isOfCustomRule = route[0] === CUSTOM_RULES;
  const message = isRule
    ? unknownRule(String(route[1]), problem.nearest, rules)
    : isOfCustomRule && route.length === 2 && kind === "wrong-type"
      ? "A custom rule takes a place, «at», and a check."
      : problemInWords(problem).message;
  return {
    route,
    message: isOfCustomRule && isKey ? message.replace(" and is ignored", "") : message,
    // A rule that is not known may be one that was meant to be off, or on.
    isFatal: !isKey || isRule || isOfCustomRule,
    isKey,
    ...(kind === "duplicate-key" ? { span: problem.later } : {}),
  };
}

/** Gives mistakes their places, in the order of the file. */
function placed(told: readonly Told[], document: Document): ConfigMistake[] {
  const located = document.locate(told.map(({ route }) => route));
  return told
    .map(({ message, isFatal, isKey, ...stated }, index): ConfigMistake => {
      const place = located[index];
      const span = stated.span ?? (isKey ? place?.key : place?.value) ?? { start: 0, end: 0 };
      return {
        path: document.path,
        position: document.source.position(span.start),
        message: cutMessage(message, null),
        isFatal,
        excerpt: document.source.excerpt(span, 100),
      };
    })
    .sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column);
}

interface OwnQuestion {
  readonly checked: Checked;
  readonly problems: readonly Problem[];
  readonly path: string;
  readonly builtIn: readonly Rule[];
}

/** The rules that a config defines. What is hidden in one as a secret is none of what was written, so it is told. */
async function readOwn(
  { customRules }: Config,
  { checked, problems, path, builtIn }: OwnQuestion,
): Promise<CustomRules & { readonly secrets: readonly FoundSecret[] }> {
  const isOfCustomRule = ({ route }: { readonly route: Route }) => route[0] === CUSTOM_RULES;
  const secrets = checked.secrets.filter(isOfCustomRule);
  if (!customRules) return { rules: [], mistakes: [], secrets };
  const broken = new Set(
    [...problems, ...secrets].filter(isOfCustomRule).map(({ route }) => String(route[1])),
  );
  const { readCustomRules } = await import("./custom-rules.js");
  return { ...(await readCustomRules(customRules, { path, builtIn, broken })), secrets };
}

const SECRET_WORDS: Readonly<Record<FoundSecret["because"], string>> = {
  key: "A secret stands here, or would: ims-lint keeps nothing of it but whether there is one, so it cannot be compared.",
  url: 'The text looks like an address with a login in it, which ims-lint hides everywhere. In a pattern, write "@" as \\x40.',
  "private-key": "The text holds a private key, which ims-lint hides everywhere.",
};

function unknownRule(written: string, near: string | undefined, rules: readonly Rule[]): string {
  const name = maskUserInfo(written);
  const [id, clause] = name.split("/");
  const rule = rules.find((candidate) => candidate.id === id);
  const hint = near ? ` Did you mean "${near}"?` : " «ims-lint rules» lists them.";
  if (!rule || clause === undefined) return `There is no rule "${name}".${hint}`;
  const clauses = Object.keys(rule.clauses ?? {});
  const known = clauses.length > 0 ? `Its clauses: ${clauses.join(", ")}.` : "It has no clauses.";
  return `Rule ${rule.id} has no clause "${clause}". ${known}`;
}
