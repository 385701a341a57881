import snapshotSchema from "../../schemas/snapshot.v1.schema.json";
import { readPlace } from "../custom-rules/place.js";
import { customRule, type Words } from "../custom-rules/rule.js";
import type { Bearing, Rule } from "../evaluate/rule.js";
import { compileShape, type Shape } from "../model/shape-compile.js";
import type { Config, CustomRule } from "./config.schema.js";
import type { Level } from "./config.words.js";
import { type PatternReader, patternReader, readTest } from "./custom-checks.js";
import { readWhere } from "./custom-where.js";

/** A mistake in a custom rule; the route leads from the top of the config. */
export interface CustomMistake {
  readonly route: readonly (string | number)[];
  readonly message: string;
  /** Whether the last key of the route is meant, not the value there. */
  readonly isKey: boolean;
}

/** Tells a mistake under some keys of the rule that is read; without any it is about the rule as a whole. */
export type Tell = (keys: readonly (string | number)[], message: string, part?: "key") => undefined;

export interface CustomRules {
  /** In the order of the config; those with mistakes are left out. */
  readonly rules: readonly Rule[];
  readonly mistakes: readonly CustomMistake[];
}

/** What reading custom rules needs to know beside them. */
export interface CustomSurroundings {
  /** Path of the config. */
  readonly path: string;
  readonly builtIn: readonly Rule[];
  /** Ids of rules of which a part could not be read, which is told elsewhere. */
  readonly broken: ReadonlySet<string>;
}

/** Makes rules of what the config says under `customRules`, after its shape was checked. */
export async function readCustomRules(
  stated: NonNullable<Config["customRules"]>,
  surroundings: CustomSurroundings,
): Promise<CustomRules> {
  const { path, builtIn, broken } = surroundings;
  const mistakes: CustomMistake[] = [];
  const entries = Object.entries(stated);
  if (entries.length > MAX_RULES) {
    const message = `There are ${entries.length} custom rules; ims-lint takes ${MAX_RULES} at most.`;
    return { rules: [], mistakes: [{ route: ["customRules"], message, isKey: true }] };
  }
  const snapshot = compileShape(snapshotSchema);
  const readPattern = await patternReader(entries.map(([, rule]) => rule));
  const ids = new Set(builtIn.map(({ id }) => id));
  const rules = entries.flatMap(([id, rule], index) => {
    const tell: Tell = (keys, message, part) => {
      const isKey = keys.length === 0 || part === "key";
      mistakes.push({ route: ["customRules", id, ...keys], message, isKey });
    };
    const problem = problemOfId(id, ids);
    if (problem !== undefined) tell([], problem);
    if (broken.has(id)) return [];
    if (!rule) {
      tell([], "The rule is empty: it takes a place, «at», and a check.");
      return [];
    }
    return readRule({ id, rule, number: index + 1, path }, { snapshot, readPattern, tell }) ?? [];
  });
  const own = new Set(mistakes.map(({ route }) => route[1]));
  return { rules: rules.filter(({ id }) => !own.has(id)), mistakes };
}

/** More than any team keeps, and few enough to be asked in no time. */
const MAX_RULES = 200;

function problemOfId(id: string, builtIn: ReadonlySet<string>): string | undefined {
  if (builtIn.has(id)) {
    return `"${id}" is a rule of ims-lint. Its level is set under «rules»; give your own rule another name.`;
  }
  return /^[a-z][a-z0-9-]{1,63}$/.test(id)
    ? undefined
    : "The name of a rule is made of lower-case letters, figures and hyphens, begins with a letter, and has 2 to 64 characters.";
}

interface Entry {
  readonly id: string;
  readonly rule: CustomRule;
  readonly number: number;
  readonly path: string;
}

interface Reading {
  readonly snapshot: Shape;
  readonly readPattern: PatternReader;
  readonly tell: Tell;
}

const BEARING: Readonly<Record<Level, Bearing>> = { error: "must", warning: "should", note: "info" };

function readRule(
  { id, rule, number, path }: Entry,
  { snapshot, readPattern, tell }: Reading,
): Rule | undefined {
  const { level = "warning", title, why, remedy, ...stated } = rule;
  if (hasUnprintable(rule, tell)) return undefined;
  const words = readWords({ title, why, remedy }, tell);
  const instances = readNames("instances", rule.instances, tell);
  const environments = readNames("environments", rule.environments, tell);
  const at = readPlace(rule.at, snapshot);
  if ("problem" in at) return tell(["at"], at.problem);
  const where = readWhere(rule.where, { at, snapshot, tell });
  const test = readTest(rule, { at, snapshot, readPattern, tell });
  if (!test) return undefined;
  return customRule(
    { id, at, where, instances, environments, test, title: words.title },
    { level: BEARING[level], number, words, source: path, stated: plain(stated) },
  );
}

/** Without what is not stated. */
function plain(stated: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}

/** GitHub shows that much of what a rule says (docs.github.com, SARIF support). */
const MAX_WORDS = { title: 255, why: 1_000, remedy: 1_000 } as const;

/** Words in one line, as a folded text of YAML has line breaks; a title without the full stop that follows it. */
function readWords(stated: Words, tell: Tell): Words {
  const read = (key: keyof Words) => {
    const text = stated[key]?.replace(/\s+/g, " ").trim();
    if (text === "") return tell([key], `"${key}" is empty: leave it out, or say something.`);
    if (text !== undefined && text.length > MAX_WORDS[key]) {
      return tell([key], `"${key}" has ${text.length} characters; at most ${MAX_WORDS[key]} are shown.`);
    }
    return text;
  };
  return { title: read("title")?.replace(/\.$/, ""), why: read("why"), remedy: read("remedy") };
}

function readNames(
  key: "instances" | "environments",
  names: readonly (string | undefined)[] | undefined,
  tell: Tell,
): readonly string[] {
  if (names?.length === 0) tell([key], `"${key}" names none, so the rule would never be asked.`);
  return names?.flatMap((name) => name ?? []) ?? [];
}

/** Control characters, marks of direction and what else is not seen: a rule's texts stand in every output. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Whether a text of the rule holds what nobody sees; line breaks in words do not count. */
function hasUnprintable(rule: CustomRule, tell: Tell): boolean {
  let found = false;
  const look = (value: unknown, keys: readonly (string | number)[]): void => {
    if (typeof value === "string") {
      const isWords = typeof keys[0] === "string" && Object.hasOwn(MAX_WORDS, keys[0]);
      const character = UNPRINTABLE.exec(isWords ? value.replace(/\s+/g, " ") : value)?.[0];
      if (character === undefined) return;
      found = true;
      const code = character.codePointAt(0) ?? 0;
      const hex = code.toString(16).toUpperCase().padStart(4, "0");
      const hint = keys[0] === "pattern" ? ` Write it as \\x{${hex}}.` : "";
      tell(keys, `The text holds a character that nobody sees, U+${hex}.${hint}`);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (!Array.isArray(value) && UNPRINTABLE.test(key)) {
          found = true;
          tell(keys, "The key holds a character that nobody sees.");
        } else {
          look(inner, [...keys, Array.isArray(value) ? Number(key) : key]);
        }
      }
    }
  };
  look(rule, []);
  return found;
}
