import type { SourceText } from "./source.js";

/**
 * One document of a file: plain values, and the means to say where each of them stands.
 * A YAML file can hold several; they share their source.
 */
export interface Document {
  /** Path relative to the root, `/` on every system; `<stdin>` where no name was given. */
  readonly path: string;
  /** Which document of its file, from 0. */
  readonly index: number;
  /**
   * The values. Objects, arrays, `null`, strings, and from JSON also numbers and booleans: scalars of YAML stay
   * the text they were written as.
   */
  readonly value: unknown;
  readonly source: SourceText;
  /** Keys that were written twice. */
  readonly duplicates: readonly DuplicateKey[];
  /** Whether a value can stand in several places. */
  readonly hasAliases: boolean;
  /** What is written in the file and has no place in `value`: it counts for nothing, but may hold secrets. */
  readonly leftOver: readonly LeftOver[];
  /** Spans of the values at the end of `routes`, in their order; undefined where nothing stands there. */
  locate(routes: readonly Route[]): (Located | undefined)[];
}

/** The keys and indexes that lead from a document's top to a value. */
export type Route = readonly (string | number)[];

/** Offsets into the source in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a value stands. */
export interface Located {
  /** The value with its quotes; of an object or a list, its opening. */
  readonly value: Span;
  /** The key it stands under, with its quotes; undefined in a list. */
  readonly key: Span | undefined;
  readonly isCollection: boolean;
  /** All of the value, from its first character to its last, or a little further. */
  readonly extent: Span;
  /** Where an alias stands for the value: the value itself, at its anchor. */
  readonly definition?: Span;
  /** Of YAML: it stands between brackets or braces, where a comma ends a text without quotes. */
  readonly inFlow?: true;
}

/** A key that an object holds more than once. */
export interface DuplicateKey {
  readonly route: Route;
  readonly earlier: Span;
  readonly later: Span;
  /** Whether any values of the key differ; then the value counts as unknown and is not in `value`. */
  readonly differs: boolean;
  /** Of the last one that is told: how many more keys are written again. */
  readonly more?: number;
}

/** A value that another one of its key took the place of, or that stands under no key that can be read. */
export interface LeftOver {
  readonly value: unknown;
  /** Where it would stand. */
  readonly route: Route;
  readonly span: Span;
}

/** Why a file could not become a document. Texts of parsers are never quoted: they repeat the source, secrets too. */
export interface Unreadable {
  readonly reason: UnreadableReason;
  /** What the parser expected or met, in words of ours; empty where `reason` says all. */
  readonly detail: string;
  /** Offset in the source, where one is known. */
  readonly offset?: number;
}

export type UnreadableReason =
  | "not-there"
  | "no-access"
  | "too-large"
  | "encoding"
  | "syntax"
  | "too-deep"
  | "too-many-aliases"
  | "unknown-version"
  | "saved-error";

/** What a reader makes of one file. */
export type ReadResult =
  | { readonly documents: readonly Document[]; readonly unreadable?: undefined }
  | {
      readonly documents?: undefined;
      readonly unreadable: Unreadable;
      readonly source: SourceText | undefined;
    };

/** The deepest nesting that is read; the same in every format. */
export const MAX_DEPTH = 100;

/** Sets a property of a plain object, whatever its name (`__proto__` too). */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}
