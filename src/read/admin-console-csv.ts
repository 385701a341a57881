import { type KnownNames, resolveListed } from "../model/listed-names.js";
import { locate, type Rows, written } from "./admin-console-places.js";
import { cellText, isBlank, newRow, openTable, type Row, readRow, spanOf } from "./csv.js";
import { type Layout, layOut, looksLikeAdminConsoleCsv } from "./csv-headers.js";
import type { LeftOver, Route, Unreadable } from "./document.js";
import type { Export, ExportedList, Recognised } from "./export.js";
import type { SourceText } from "./source.js";

/** Reads what the Admin Console exports as CSV: the users of the organization, or its user groups. */
export function readCsv(path: string, source: SourceText, isNamed: boolean): Recognised {
  const table = openTable(source.raw);
  if (!table) return { foreign: { why: "an empty file", isNear: false } };
  const header = newRow();
  const misquote = readRow(table, table.start, header);
  if (misquote) {
    const isOurs = isNamed || looksLikeAdminConsoleCsv(source.raw);
    if (!isOurs) return { foreign: { why: "broken, and none of our formats", isNear: false } };
    return { unreadable: { reason: "syntax", ...misquote }, source };
  }
  const layout = layOut(table, header);
  if (!("list" in layout)) return { foreign: layout };
  const rows = readRows(layout);
  if ("unreadable" in rows) return { ...rows, source };
  return { exports: [asExport(path, source, layout, rows)] };
}

function asExport(path: string, source: SourceText, layout: Layout, rows: Rows): Export {
  const { records, count, faults, leftOver } = rows;
  const list = { route: ["organization", layout.list], count };
  const isWhole = layout.isSure && count === records.length;
  const lists: ExportedList[] =
    layout.list === "users"
      ? [{ ...list, key: "users", complete: isWhole ? "yes" : "unknown" }]
      : // User groups are no profiles; those that they give are some of them.
        [{ ...list, key: "profiles", complete: "unknown" }];
  return {
    path,
    index: 0,
    format: "admin-console-csv",
    value: {
      organization: {
        [layout.list]: records,
        ...(layout.list === "users" && !layout.listsUserGroups ? { listsUserGroups: false } : {}),
      },
    },
    source,
    duplicates: [],
    hasAliases: false,
    leftOver,
    lists,
    faults: [...layout.faults, ...faults],
    locate: (routes) => locate(layout, rows, routes),
    written: (route) => written(layout, rows, route),
    joinedCells: { resolve: (known) => resolve(rows, known) },
  };
}

function readRows(layout: Layout): Rows | { unreadable: Unreadable } {
  const { table, header, list, texts, names, width } = layout;
  const { text } = table;
  const rows: Rows = {
    records: [],
    names: [],
    starts: [],
    numbers: [],
    firsts: [],
    count: 0,
    faults: [],
    leftOver: [],
  };
  const cells = names.map((): string[] => []);
  const isRead = new Set([...texts, ...names].map(({ cell }) => cell));
  const isSuspect = mayHoldSecrets(layout);
  const route = ["organization", list];
  if (isSuspect) leaveSecrets(layout, header, isRead, route, rows.leftOver);
  const row = newRow();
  let ragged = 0;
  for (let at = header.next, number = table.number + 1; at < text.length; at = row.next, number++) {
    const misquote = readRow(table, at, row);
    if (misquote) return { unreadable: { reason: "syntax", ...misquote } };
    if (isBlank(table, row)) continue;
    rows.count += 1;
    if (isRagged(text, row, width)) {
      ragged += 1;
      if (ragged <= MOST_RAGGED) {
        const span = { start: row.start, end: row.end };
        const detail = `${row.count} ${row.count === 1 ? "cell" : "cells"}, where the header has ${width}`;
        rows.faults.push({ kind: "ragged-row", span, detail });
      }
      if (isSuspect) leaveSecrets(layout, row, new Set(), route, rows.leftOver);
      continue;
    }
    const record: Record<string, unknown> = {};
    for (const { field, cell } of texts) {
      const value = cellText(text, row, cell);
      record[field] = field === "type" ? identityType(value) : value;
    }
    if (list === "groups") record.type = "USER_GROUP";
    for (const [order, { cell }] of names.entries()) cells[order]?.push(cellText(text, row, cell));
    if (isSuspect) leaveSecrets(layout, row, isRead, [...route, rows.records.length], rows.leftOver);
    rows.records.push(record);
    rows.starts.push(row.start);
    rows.numbers.push(number);
  }
  if (ragged > MOST_RAGGED) {
    const last = rows.faults.pop();
    const more = ragged - MOST_RAGGED;
    if (last) rows.faults.push({ ...last, detail: `${last.detail}, and so it is with ${more} more rows` });
  }
  giveNames(layout, rows, cells);
  return rows;
}

/** Rows that are told one by one: in a file that lost its cells it is all of them. */
const MOST_RAGGED = 20;

/** Empty cells behind the last column do not count. */
function isRagged(text: string, row: Row, width: number): boolean {
  if (row.count < width) return true;
  for (let cell = width; cell < row.count; cell++) {
    if (cellText(text, row, cell).trim() !== "") return true;
  }
  return false;
}

function identityType(written: string): string {
  return IDENTITY_TYPES.get(written.trim().toLowerCase()) ?? written;
}

/** As the User Management API calls them. */
const IDENTITY_TYPES: ReadonlyMap<string, string> = new Map([
  ["adobe id", "adobeID"],
  ["enterprise id", "enterpriseID"],
  ["federated id", "federatedID"],
]);

/**
 * Splits the cells of names at their commas, as a first guess. The Admin Console joins names without a space
 * (AdobeDocs/experience-manager-cloud-service.en, bulk-principal-uploading.md); where the file does so too, a comma
 * and a space belong to a name. Where every comma of the file is followed by a space, people have written it, and
 * such commas separate.
 */
function giveNames(
  { names: [column] }: Layout,
  rows: Rows,
  [cells, more]: readonly (readonly string[])[],
): void {
  if (!column || !cells) return;
  const hasTight = (cell: string) => TIGHT_COMMA.test(cell);
  const isTight = cells.some(hasTight) || more?.some(hasTight) === true;
  for (const [index, record] of rows.records.entries()) {
    const first = namesIn(cells[index] ?? "", isTight);
    const names = more ? first.concat(namesIn(more[index] ?? "", isTight)) : first;
    record[column.field] = names;
    rows.names.push(names);
    rows.firsts.push(first.length);
  }
}

const TIGHT_COMMA = /,[^\s,]/;

/** What may hold a password stays in one piece: half of an address is not known for one. */
function namesIn(cell: string, isTight: boolean): string[] {
  if (!cell.includes(",") || holdsAddress(cell)) return cell.trim() === "" ? [] : [cell.trim()];
  const names: string[] = [];
  for (const part of cell.split(",")) {
    const name = part.trim();
    if (name === "") continue;
    const isJoined = isTight && names.length > 0 && part.trimStart() !== part;
    if (isJoined) names[names.length - 1] += `,${part.trimEnd()}`;
    else names.push(name);
  }
  return names;
}

function resolve({ names, firsts }: Rows, known: KnownNames): void {
  for (const [index, listed] of names.entries()) {
    const cell = listed.slice(0, firsts[index]);
    const more = listed.slice(firsts[index]);
    const first = resolveListed(cell, known);
    const second = resolveListed(more, known);
    if (first === cell && second === more) continue;
    listed.length = 0;
    for (const name of first) listed.push(name);
    for (const name of second) listed.push(name);
    firsts[index] = first.length;
  }
}

/** Whether the table holds anything that may be a secret, which nearly none does. */
function mayHoldSecrets({ table: { text }, secrets }: Layout): boolean {
  return secrets.size > 0 || holdsAddress(text) || text.includes(PRIVATE_KEY);
}

function holdsAddress(text: string): boolean {
  return text.includes("@") && ADDRESS.test(text);
}

const ADDRESS = /:[\\/]/;
const PRIVATE_KEY = "-----BEGIN";

/** Takes what may be a secret in the cells that are not read. */
function leaveSecrets(
  { table: { text }, header, secrets }: Layout,
  row: Row,
  isRead: ReadonlySet<number>,
  route: Route,
  leftOver: LeftOver[],
): void {
  for (let cell = 0; cell < row.count; cell++) {
    if (isRead.has(cell)) continue;
    const span = spanOf(row, cell);
    const value = cellText(text, row, cell);
    const title = row === header || value === "" ? undefined : secrets.get(cell);
    if (title !== undefined) leftOver.push({ value, route: [...route, title], span });
    else if (holdsAddress(value) || value.includes(PRIVATE_KEY)) leftOver.push({ value, route, span });
  }
}
