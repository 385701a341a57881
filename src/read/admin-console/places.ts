import { piecesOf } from "../../model/listed-names.js";
import type { LeftOver, Located, Route, Span } from "../document.js";
import type { Fault } from "../export.js";
import { foundIn, type Wanted, wantedTree } from "../wanted.js";
import type { Layout } from "./headers.js";
import { cellText, newRow, partsWithin, type Row, readRow, spanOf } from "./table.js";

/** What the rows of a table say, and where they stand. */
export interface Rows {
  readonly records: Record<string, unknown>[];
  /** Of each column of names, and of each record: the list, the same as in the record. */
  readonly names: (string | undefined)[][][];
  /** Of each column of names: whether any cell joins them without a space; then a comma and a space belong to a name. */
  readonly hasBareCommas: boolean[];
  /** Of each record: where its row begins. */
  readonly starts: number[];
  /** Of each record: its row, as a spreadsheet counts. */
  readonly numbers: number[];
  /** Rows that are not blank, of which some may be no records. */
  count: number;
  readonly faults: Fault[];
  readonly leftOver: readonly LeftOver[];
}

/** Finds places: the rows that are asked for are read again, each once. */
export function locate(layout: Layout, rows: Rows, routes: readonly Route[]): (Located | undefined)[] {
  const { header, table, list } = layout;
  const top = wantedTree(routes);
  const organization = top.next.get("organization");
  const records = organization?.next.get(list);
  for (const holder of [top, organization, records]) {
    if (!holder) continue;
    const value = { start: header.start, end: header.end };
    const extent = { start: header.start, end: table.text.length };
    holder.found = { value, key: undefined, isCollection: true, extent };
  }
  const row = newRow();
  for (const [index, record] of records?.next ?? []) {
    const start = rows.starts[Number(index)];
    if (start === undefined) continue;
    readRow(table, start, row);
    locateTexts(row, record, layout);
    locateNames(row, record, layout, rows, Number(index));
  }
  return foundIn(top, routes);
}

/** A record stands where its person or group is named. */
function locateTexts(row: Row, record: Wanted, { table: { text }, texts, header }: Layout): void {
  for (const { cell, field } of texts) {
    const node = record.next.get(field);
    const span = spanOf(row, cell);
    if (node) node.found = { value: span, key: spanOf(header, cell), isCollection: false, extent: span };
  }
  const naming = texts.find(({ cell }) => cellText(text, row, cell).trim() !== "") ?? texts[0];
  const extent = { start: row.start, end: row.end };
  record.found = { value: spanOf(row, naming?.cell ?? 0), key: undefined, isCollection: true, extent };
}

function locateNames(
  row: Row,
  record: Wanted,
  { table, names, header }: Layout,
  rows: Rows,
  index: number,
): void {
  for (const [order, { cell, field }] of names.entries()) {
    const list = record.next.get(field);
    if (!list) continue;
    const span = spanOf(row, cell);
    const key = spanOf(header, cell);
    list.found = { value: span, key, isCollection: true, extent: span };
    if (list.next.size === 0) continue;
    namesWithin(table.text, span, rows.names[order]?.[index] ?? []).forEach((value, at) => {
      const name = list.next.get(at);
      if (name) name.found = { value, key, isCollection: false, extent: value };
    });
  }
}

/**
 * Where the names of a cell stand: each takes as many parts of the cell as it has itself. One that is alone is the
 * cell, and where a secret was masked in one, so that they do not tally, the whole cell stands for each.
 */
function namesWithin(text: string, cell: Span, names: readonly (string | undefined)[]): Span[] {
  if (names.length === 1) return [cell];
  const counts = names.map((name) => (name === undefined ? 0 : piecesOf(name).length));
  const parts = partsWithin(text, cell);
  if (counts.reduce((sum, count) => sum + count, 0) !== parts.length) return names.map(() => cell);
  let at = 0;
  return counts.map((count) => {
    const start = parts[at]?.start ?? cell.start;
    at += count;
    return { start, end: parts[at - 1]?.end ?? cell.end };
  });
}

/** How people find a place in a spreadsheet: `«Email» of row 12`. */
export function written(layout: Layout, rows: Rows, [, , index, field]: Route): string {
  const row = `row ${rows.numbers[Number(index)] ?? layout.table.number}`;
  const column = [...layout.texts, ...layout.names].find((own) => own.field === field);
  return column ? `«${column.title}» of ${row}` : row;
}
