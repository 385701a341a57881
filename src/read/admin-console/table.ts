import type { Span } from "../document.js";

/**
 * Tables as text (RFC 4180): where one begins, what stands between its cells, and where the cells of a row are. Rows
 * are read as offsets, one at a time, so a cell costs nothing until it is asked for, and is found again by the same
 * reading that gave its value.
 */
export interface Table {
  readonly text: string;
  /** UTF-16 unit that stands between cells. */
  readonly delimiter: number;
  /** Where the header begins. */
  readonly start: number;
  /** The header's row, as a spreadsheet counts. */
  readonly number: number;
}

/** The cells of one row, each with its quotes. Used again from row to row: of the offsets `count` are this row's. */
export interface Row {
  start: number;
  /** Behind the last cell. */
  end: number;
  /** Where the next row begins. */
  next: number;
  count: number;
  readonly starts: number[];
  readonly ends: number[];
}

/** A quote where none can stand. */
export interface Misquote {
  readonly offset: number;
  readonly detail: string;
}

/**
 * Finds the header: the first line that is not blank, behind the line `sep=;` that Excel writes and reads. Without
 * that line the delimiter is the one of comma, semicolon and tab that the header holds most of.
 */
export function openTable(text: string): Table | undefined {
  const separator = SEPARATOR_LINE.exec(text);
  const from = separator?.[0].length ?? 0;
  const begin = /\S/g;
  begin.lastIndex = from;
  const first = begin.exec(text)?.index;
  if (first === undefined) return undefined;
  const start = Math.max(from, text.lastIndexOf("\n", first) + 1, text.lastIndexOf("\r", first) + 1);
  const blanks = text.slice(from, start).match(/\r\n?|\n/g)?.length ?? 0;
  const delimiter = separator?.[1] ?? delimiterOf(text.slice(start, endOfLine(text, start)));
  return { text, delimiter: delimiter.charCodeAt(0), start, number: blanks + 1 };
}

const SEPARATOR_LINE = /^"?sep=([^\r\n"])"?(?:\r\n?|\n|$)/i;

function delimiterOf(header: string): string {
  const unquoted = header.replace(/"[^"]*"?/g, "");
  let most = { delimiter: ",", count: 0 };
  for (const delimiter of [",", ";", "\t"]) {
    const count = unquoted.split(delimiter).length - 1;
    if (count > most.count) most = { delimiter, count };
  }
  return most.delimiter;
}

/** Where the line ends that `at` stands on. */
export function endOfLine(text: string, at: number): number {
  const lineEnd = /[\r\n]/g;
  lineEnd.lastIndex = at;
  return lineEnd.exec(text)?.index ?? text.length;
}

export function newRow(): Row {
  return { start: 0, end: 0, next: 0, count: 0, starts: [], ends: [] };
}

/** Reads the row that begins at `at` into `row`. `\n`, `\r\n` and a lone `\r` end a row, in any mixture. */
export function readRow({ text, delimiter }: Table, at: number, row: Row): Misquote | undefined {
  const { length } = text;
  row.start = at;
  row.count = 0;
  for (let start = at; ; start = row.end + 1) {
    let end = start;
    if (text.charCodeAt(start) === QUOTE) {
      end = endOfQuoted(text, start);
      if (end < 0) return { offset: start, detail: UNCLOSED };
      if (end < length && !isBetweenCells(text.charCodeAt(end), delimiter))
        return { offset: end - 1, detail: BEHIND };
    } else {
      for (; end < length; end++) {
        const unit = text.charCodeAt(end);
        if (isBetweenCells(unit, delimiter)) break;
        if (unit === QUOTE) return { offset: end, detail: WITHIN };
      }
    }
    row.starts[row.count] = start;
    row.ends[row.count] = end;
    row.count += 1;
    row.end = end;
    if (end >= length || text.charCodeAt(end) !== delimiter) break;
  }
  const isPair = text.charCodeAt(row.end) === RETURN && text.charCodeAt(row.end + 1) === NEWLINE;
  row.next = row.end + (isPair ? 2 : 1);
  return undefined;
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

const UNCLOSED = "a quote that opens a cell is never closed";
const BEHIND = "text follows a quote that closes a cell; a quote within a cell is written twice";
const WITHIN =
  "a quote stands in a cell that does not begin with one; such a cell is put in quotes, and its own are written twice";

function isBetweenCells(unit: number, delimiter: number): boolean {
  return unit === delimiter || unit === NEWLINE || unit === RETURN;
}

/** Behind the quote that closes the one at `start`; -1 where none does. */
function endOfQuoted(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote >= 0 && text.charCodeAt(quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2);
  return quote < 0 ? -1 : quote + 1;
}

/** Whether a row holds nothing but white space: a blank line, or one of a spreadsheet that was saved. */
export function isBlank({ text }: Table, row: Row): boolean {
  for (let cell = 0; cell < row.count; cell++) {
    if (cellText(text, row, cell).trim() !== "") return false;
  }
  return true;
}

/** Whether a row has other cells than a header of so many; empty ones behind the last column do not count. */
export function isRagged({ text }: Table, row: Row, width: number): boolean {
  if (row.count < width) return true;
  for (let cell = width; cell < row.count; cell++) {
    if (cellText(text, row, cell).trim() !== "") return true;
  }
  return false;
}

/** Where a cell stands, with its quotes. */
export function spanOf(row: Row, cell: number): Span {
  return { start: row.starts[cell] ?? row.end, end: row.ends[cell] ?? row.end };
}

/** What a cell says: without the quotes around it, and with its own once. */
export function cellText(text: string, row: Row, cell: number): string {
  const start = row.starts[cell] ?? row.end;
  const end = row.ends[cell] ?? row.end;
  if (text.charCodeAt(start) !== QUOTE) return text.slice(start, end);
  const inner = text.slice(start + 1, end - 1);
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}

/** Where the parts between the commas of a cell stand, without the white space around them; blank ones are left out. */
export function partsWithin(text: string, cell: Span): Span[] {
  const quotes = text.charCodeAt(cell.start) === QUOTE ? 1 : 0;
  const parts: Span[] = [];
  let start = cell.start + quotes;
  for (const written of text.slice(start, cell.end - quotes).split(",")) {
    const part = written.trim();
    const partStart = start + written.length - written.trimStart().length;
    if (part !== "") parts.push({ start: partStart, end: partStart + part.length });
    start += written.length + 1;
  }
  return parts;
}
