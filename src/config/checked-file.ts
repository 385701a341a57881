import { cutMessage } from "../model/cut.js";
import { problemInWords } from "../model/problems.js";
import { hideSecrets } from "../model/secrecy.js";
import { checkShape } from "../model/shape.js";
import { compileShape } from "../model/shape-compile.js";
import type { Problem } from "../model/workspace.js";
import { read } from "../read/data/read.js";
import type { Document, Route, Span } from "../read/document.js";
import type { Excerpt, Position } from "../read/source.js";

/** A mistake in a settings file, in its place. */
export interface ConfigMistake {
  readonly path: string;
  readonly position: Position;
  readonly message: string;
  /** A key that is not known is told and ignored; everything else stops the run. */
  readonly isFatal: boolean;
  readonly excerpt: Excerpt | undefined;
}

/** A problem of the shape, or one that only the file's own reader sees. */
export type Told = Problem | { readonly kind: "own"; readonly route: Route; readonly message: string };

/** What a file of settings is called, and what it makes of the problems in it. */
export interface Settings {
  /** «The config», at the beginning of a sentence. */
  readonly title: string;
  readonly schema: object;
  /** What the shape cannot tell. */
  more?(value: unknown, problems: readonly Problem[]): readonly Extract<Told, { kind: "own" }>[];
  /** Words of its own for a problem, and whether an unknown key stops the run. */
  tell?(problem: Problem): { readonly message: string; readonly isFatal: boolean } | undefined;
}

/** A file after the check by the schema that is published. */
export interface CheckedFile {
  /** Undefined where the file holds nothing, or cannot be read. */
  readonly value: object | undefined;
  readonly document: Document | undefined;
  readonly mistakes: readonly ConfigMistake[];
}

/** Reads a file of settings, YAML or JSON, and checks it. */
export async function readChecked(path: string, bytes: Buffer, settings: Settings): Promise<CheckedFile> {
  const result = await read(path, bytes);
  const broken = (message: string, position: Position): CheckedFile => ({
    value: undefined,
    document: undefined,
    mistakes: [
      { path, position, message: `${settings.title} ${message}`, isFatal: true, excerpt: undefined },
    ],
  });
  if (!result.documents) {
    const { unreadable, source } = result;
    const position = source && unreadable.offset !== undefined ? source.position(unreadable.offset) : START;
    return broken(`cannot be read: ${unreadable.detail || unreadable.reason}.`, position);
  }
  const [document, second] = result.documents;
  if (!document) return { value: undefined, document: undefined, mistakes: [] };
  if (second) return broken("holds several documents; only one is allowed.", START);
  return check(document, settings);
}

const START: Position = { line: 1, column: 1 };

function check(document: Document, settings: Settings): CheckedFile {
  const checked = checkShape(document.value, compileShape(settings.schema), document);
  hideSecrets(document, [...checked.secrets.map((secret) => secret.route), ...checked.hidden]);
  const problems: Problem[] = [
    ...document.duplicates.map((duplicate) => ({ kind: "duplicate-key" as const, ...duplicate })),
    ...checked.problems,
  ];
  const told: Told[] = [...problems, ...(settings.more?.(checked.value, problems) ?? [])];
  const located = document.locate(told.map(({ route }) => route));
  const mistakes = told.map((problem, index): ConfigMistake => {
    const place = located[index];
    const isKey = problem.kind === "unknown-key";
    const span: Span =
      problem.kind === "duplicate-key"
        ? problem.later
        : ((isKey ? place?.key : place?.value) ?? { start: 0, end: 0 });
    const { message, isFatal } =
      problem.kind === "own"
        ? { message: problem.message, isFatal: true }
        : (settings.tell?.(problem) ?? { message: problemInWords(problem).message, isFatal: !isKey });
    return {
      path: document.path,
      position: document.source.position(span.start),
      message: cutMessage(message, null),
      isFatal,
      excerpt: document.source.excerpt(span, 100),
    };
  });
  mistakes.sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column);
  const isObject = typeof checked.value === "object" && checked.value !== null;
  return { value: isObject ? (checked.value as object) : undefined, document, mistakes };
}
