import type { Rule } from "../evaluate/rule.js";
import { cutMessage } from "../model/cut.js";
import { problemInWords } from "../model/problems.js";
import { hideSecrets } from "../model/secrecy.js";
import { checkShape } from "../model/shape.js";
import { compileShape } from "../model/shape-compile.js";
import { maskUserInfo } from "../model/user-info.js";
import { read } from "../read/data/read.js";
import type { Document } from "../read/document.js";
import type { Excerpt, Position } from "../read/source.js";
import type { Config } from "./config.schema.js";

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
  readonly mistakes: readonly ConfigMistake[];
}

/** Reads a config, and checks it by the schema that is published. */
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

function check(document: Document, schema: object, rules: readonly Rule[]): LoadedConfig {
  const checked = checkShape(document.value, compileShape(schema), document);
  hideSecrets(document, [...checked.secrets.map((secret) => secret.route), ...checked.hidden]);
  const problems = [
    ...document.duplicates.map((duplicate) => ({ kind: "duplicate-key" as const, ...duplicate })),
    ...checked.problems,
  ];
  const located = document.locate(problems.map((problem) => problem.route));
  const mistakes = problems.map((problem, index): ConfigMistake => {
    const place = located[index];
    const isKey = problem.kind === "unknown-key";
    const span =
      problem.kind === "duplicate-key"
        ? problem.later
        : ((isKey ? place?.key : place?.value) ?? { start: 0, end: 0 });
    const isRule = isKey && problem.route.length === 2 && problem.route[0] === "rules";
    return {
      path: document.path,
      position: document.source.position(span.start),
      message: cutMessage(
        isRule
          ? unknownRule(String(problem.route[1]), problem.nearest, rules)
          : problemInWords(problem).message,
        null,
      ),
      // A rule that is not known may be one that was meant to be off, or on.
      isFatal: !isKey || isRule,
      excerpt: document.source.excerpt(span, 100),
    };
  });
  mistakes.sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column);
  const isObject = typeof checked.value === "object" && checked.value !== null;
  return { config: isObject ? (checked.value as Config) : {}, mistakes };
}

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
