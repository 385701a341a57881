import { cutMessage } from "../model/cut.js";
import { problemInWords } from "../model/problems.js";
import { hideSecrets } from "../model/secrecy.js";
import { type Checked, checkShape } from "../model/shape.js";
import { compileShape, type Shape } from "../model/shape-compile.js";
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

/** A mistake that the shape alone cannot tell. */
export interface OwnMistake {
  readonly route: Route;
  readonly message: string;
  /** Whether the key is meant, not the value. */
  readonly isKey?: boolean;
}

/** What a file of settings is called, and what it makes of the problems in it. */
export interface Settings {
  /** «The config», at the beginning of a sentence. */
  readonly title: string;
  readonly schema: object;
  /** The shape for this very file, where the schema alone does not tell it. */
  shapeFor?(shape: Shape, value: unknown): Shape;
  /** Values that may hold a secret where the shape does not look for one. */
  secretsOf?(value: unknown): readonly Route[];
  /** What the shape cannot tell. */
  more?(
    checked: Checked,
    problems: readonly Problem[],
  ): readonly OwnMistake[] | Promise<readonly OwnMistake[]>;
  /** Words of its own for a problem, and whether an unknown key stops the run. */
  tell?(problem: Problem): { readonly message?: string; readonly isFatal: boolean } | undefined;
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

async function check(document: Document, settings: Settings): Promise<CheckedFile> {
  const compiled = compileShape(settings.schema);
  const shape = settings.shapeFor?.(compiled, document.value) ?? compiled;
  const checked = checkShape(document.value, shape, document);
  hideSecrets(document, [
    ...checked.secrets.map((secret) => secret.route),
    ...checked.hidden,
    ...(settings.secretsOf?.(document.value) ?? []),
  ]);
  const problems: Problem[] = [
    ...document.duplicates.map((duplicate) => ({ kind: "duplicate-key" as const, ...duplicate })),
    ...checked.problems,
  ];
  const own = (await settings.more?.(checked, problems)) ?? [];
  const told = [
    ...problems.map((problem) => toldOf(problem, settings)),
    ...own.map((mistake): Told => ({ ...mistake, isFatal: true })),
  ];
  const isObject = typeof checked.value === "object" && checked.value !== null;
  return {
    value: isObject ? (checked.value as object) : undefined,
    document,
    mistakes: placed(told, document),
  };
}

/** A mistake, before its place is a line and a column. */
interface Told extends OwnMistake {
  readonly isFatal: boolean;
  readonly span?: Span;
}

function toldOf(problem: Problem, settings: Settings): Told {
  const isKey = problem.kind === "unknown-key";
  return {
    message: problemInWords(problem).message,
    isFatal: !isKey,
    ...settings.tell?.(problem),
    route: problem.route,
    isKey,
    ...(problem.kind === "duplicate-key" ? { span: problem.later } : {}),
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
