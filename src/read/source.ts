import type { Span } from "./document.js";

/** A place as people count: lines and columns from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One line of a source, fit to be shown: secrets are masked and long lines cut. */
export interface Excerpt {
  readonly line: number;
  readonly text: string;
  /** The part of `text` that is meant, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** A line by its number, fit to be shown as an excerpt is. */
export interface ShownLine {
  readonly text: string;
  /** Whether it is as it is written: nothing of it is masked or cut. */
  readonly isWhole: boolean;
  /** What ends it in the source; empty at the end of a source without a last line end. */
  readonly ending: string;
}

const MASK = "***";
const CUT = "…";
/** Comments stand on lines that people write; a minified file is one line of megabytes. */
const MAX_COMMENT_LINE = 500;

/**
 * The text of a file. It is kept to find places in; `excerpt`, and `line` by it, is the only way in which a part of it
 * reaches people, and it masks every secret.
 */
export class SourceText {
  readonly #text: string;
  readonly #lineStarts: number[] = [0];
  /** Whether the line behind the last start is the last. */
  #hasAllLines = false;
  readonly #hasReturns: boolean;
  /** In order and without overlap, but for those that were told since an excerpt was asked for. */
  #secrets: Span[] = [];
  #isInOrder = true;
  /** Looks for what else is to be hidden. */
  readonly #searches: (() => readonly Span[])[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#hasReturns = text.includes("\r");
  }

  /** For readers alone: the text to parse and to find places in. */
  get raw(): string {
    return this.#text;
  }

  /**
   * Tells which spans hold a secret, before any excerpt is asked for. A comment behind a secret is hidden with it: it
   * may well hold the one before.
   */
  hide(spans: readonly Span[]): void {
    for (const span of spans) this.#secrets.push(span, ...this.#commentBehind(span));
    this.#isInOrder &&= spans.length === 0;
  }

  /** The same for spans that are only looked for where an excerpt is asked for, as most files are never shown. */
  hideFound(search: () => readonly Span[]): void {
    this.#searches.push(search);
  }

  #commentBehind({ end }: Span): Span[] {
    const rest = this.#text.slice(end, end + MAX_COMMENT_LINE);
    const line = /^[^\r\n]*/.exec(rest)?.[0] ?? "";
    const comment = line.search(/[ \t]#/);
    return comment < 0 ? [] : [{ start: end + comment + 1, end: end + line.length }];
  }

  /** Whether the same stands at a place of this text and of another: of secrets too, and without showing them. */
  holdsSame(span: Span, other: SourceText, otherSpan: Span): boolean {
    const text = unquoted(this.#text.slice(span.start, span.end));
    return text === unquoted(other.#text.slice(otherSpan.start, otherSpan.end));
  }

  /** Line and column of an offset. `\n`, `\r\n` and a lone `\r` end a line. */
  position(offset: number): Position {
    const starts = this.#linesTo(offset);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** The line on which `span` begins, cut to about `width` characters around the span. */
  excerpt(span: Span, width: number): Excerpt {
    const { line } = this.position(span.start);
    const starts = this.#linesTo(span.start);
    const lineStart = starts[line - 1] ?? 0;
    let lineEnd = starts[line] ?? this.#text.length;
    while (lineEnd > lineStart && /[\r\n]/.test(this.#text.charAt(lineEnd - 1))) lineEnd -= 1;
    const spanEnd = Math.min(Math.max(span.end, span.start), lineEnd);

    // A window in the source first, so that a line of many megabytes is never copied.
    const room = Math.max(20, width);
    const shownSpan = Math.min(spanEnd - span.start, room);
    const lead = Math.min(span.start - lineStart, Math.max(10, Math.floor((room - shownSpan) / 2)));
    let windowStart = lineEnd - lineStart <= room ? lineStart : span.start - lead;
    let windowEnd = lineEnd - lineStart <= room ? lineEnd : Math.min(lineEnd, windowStart + room);
    if (isLowSurrogate(this.#text, windowStart)) windowStart += 1;
    if (isLowSurrogate(this.#text, windowEnd)) windowEnd -= 1;

    let text = windowStart > lineStart ? CUT : "";
    let from = -1;
    let to = -1;
    const mark = (offset: number) => {
      if (from < 0 && offset >= span.start) from = text.length;
      if (to < 0 && offset >= spanEnd && from >= 0) to = text.length;
    };
    let at = windowStart;
    const copyTo = (end: number) => {
      for (const stop of [span.start, spanEnd, end]) {
        if (stop > at && stop <= end) {
          mark(at);
          text += this.#text.slice(at, stop);
          at = stop;
        }
      }
      mark(at);
    };
    for (const secret of this.#secretsWithin(windowStart, windowEnd)) {
      if (secret.start > at) copyTo(secret.start);
      mark(at);
      text += MASK;
      at = Math.max(at, Math.min(secret.end, windowEnd));
      if (from < 0 && span.start < at) from = text.length - MASK.length;
      mark(at);
    }
    copyTo(windowEnd);
    if (from < 0) from = text.length;
    if (to < 0) to = text.length;
    if (windowEnd < lineEnd) text += CUT;
    return { line, text, from, to: Math.max(from, to) };
  }

  /** The line of a number, from 1, cut to about `width` characters around a span in it; undefined where there is none. */
  line(number: number, width: number, around?: Span): ShownLine | undefined {
    while (this.#lineStarts.length <= number && !this.#hasAllLines)
      this.#linesTo(this.#lineStarts.at(-1) ?? 0);
    const start = this.#lineStarts[number - 1];
    if (start === undefined || start === this.#text.length) return undefined;
    const written = this.#text.slice(start, this.#lineStarts[number]);
    const ending = /(?:\r\n?|\n)$/.exec(written)?.[0] ?? "";
    const { text } = this.excerpt(around ?? { start, end: start }, width);
    return { text, isWhole: text + ending === written, ending };
  }

  #secretsWithin(start: number, end: number): Span[] {
    const secrets = this.#secretsInOrder();
    let low = 0;
    let high = secrets.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((secrets[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const within: Span[] = [];
    for (let at = low; at < secrets.length; at++) {
      const secret = secrets[at];
      if (!secret || secret.start >= end) break;
      within.push(secret);
    }
    return within;
  }

  #secretsInOrder(): readonly Span[] {
    for (const search of this.#searches.splice(0)) {
      for (const span of search()) this.#secrets.push(span);
      this.#isInOrder = false;
    }
    if (this.#isInOrder) return this.#secrets;
    const merged: Span[] = [];
    for (const { start, end } of this.#secrets.sort((a, b) => a.start - b.start)) {
      const last = merged.at(-1);
      if (last && start <= last.end)
        merged[merged.length - 1] = { start: last.start, end: Math.max(end, last.end) };
      else merged.push({ start, end });
    }
    this.#secrets = merged;
    this.#isInOrder = true;
    return merged;
  }

  /** Where the lines begin, as far as the one behind `offset`; the rest of a big file is not looked at. */
  #linesTo(offset: number): readonly number[] {
    const starts = this.#lineStarts;
    const lineEnd = this.#hasReturns ? /\r\n?|\n/g : undefined;
    for (let last = starts.at(-1) ?? 0; last <= offset && !this.#hasAllLines; last = starts.at(-1) ?? 0) {
      let next: number;
      if (lineEnd) {
        lineEnd.lastIndex = last;
        next = lineEnd.test(this.#text) ? lineEnd.lastIndex : 0;
      } else {
        next = this.#text.indexOf("\n", last) + 1;
      }
      if (next === 0) this.#hasAllLines = true;
      else starts.push(next);
    }
    return starts;
  }
}

/** Without the quotes around it, which are the file's and not the value's. */
function unquoted(written: string): string {
  return /^(["']).*\1$/s.test(written) ? written.slice(1, -1) : written;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
