import { areKnown, type KnownNames, resolveListed } from "../../model/listed-names.js";
import type { Unreadable } from "../document.js";
import type { Export, ExportedList, Recognised } from "../export.js";
import type { SourceText } from "../source.js";
import { type Layout, layOut, looksLikeAdminConsoleCsv } from "./headers.js";
import { locate, type Rows, written } from "./places.js";
import { CellSecrets, holdsAddress } from "./secrets.js";
import { cellText, isBlank, isRagged, newRow, openTable, type Row, readRow } from "./table.js";

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
  const rows = readRows(layout, source);
  if ("unreadable" in rows) return { ...rows, source };
  return { exports: [asExport(path, source, layout, rows)] };
}

function asExport(path: string, source: SourceText, layout: Layout, rows: Rows): Export {
  const { records, count, faults, leftOver } = rows;
  const isWhole = layout.isSure && count === records.length;
  const list = {
    route: ["organization", layout.list],
    count,
    ...(isWhole ? {} : { hasLeftOut: true as const }),
  };
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
        ...(layout.list === "users" ? { listsUserGroups: layout.listsUserGroups } : {}),
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
    joinedCells: { resolve: resolver(rows) },
  };
}

function readRows(layout: Layout, source: SourceText): Rows | { unreadable: Unreadable } {
  const { table, header, list, texts, names, width } = layout;
  const { text } = table;
  const rows: Rows = {
    records: [],
    names: names.map(() => []),
    hasBareCommas: [],
    starts: [],
    numbers: [],
    count: 0,
    faults: [],
    leftOver: [],
  };
  const cells = names.map((): string[] => []);
  const secrets = new CellSecrets(layout, source);
  const route = ["organization", list];
  secrets.take(header, true, route);
  const row = newRow();
  let ragged = 0;
  for (let at = header.next, number = table.number + 1; at < text.length; at = row.next, number++) {
    const misquote = readRow(table, at, row);
    if (misquote) return { unreadable: { reason: "syntax", ...misquote } };
    if (isBlank(table, row)) continue;
    rows.count += 1;
    const isSwallowing =
      hasBreak(text, row) && [...texts, ...names].some(({ cell }) => isBroken(text, row, cell));
    if (isSwallowing || isRagged(table, row, width)) {
      ragged += 1;
      if (ragged <= MOST_RAGGED) {
        const span = { start: row.start, end: row.end };
        const detail = isSwallowing
          ? "a line break in a cell, so it may hold several rows"
          : `${row.count} ${row.count === 1 ? "cell" : "cells"}, where the header has ${width}`;
        rows.faults.push({ kind: "ragged-row", span, detail });
      }
      secrets.take(row, false, route);
      continue;
    }
    const record: Record<string, unknown> = {};
    for (const { field, cell } of texts) {
      const value = cellText(text, row, cell);
      if (CAN_BE_ABSENT.has(field) && value.trim() === "") continue;
      record[field] = field === "type" ? identityType(value) : value;
    }
    if (list === "groups") record.type = "USER_GROUP";
    for (const [order, { cell }] of names.entries()) cells[order]?.push(cellText(text, row, cell));
    secrets.take(row, true, [...route, rows.records.length]);
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
  return { ...rows, leftOver: secrets.leftOver() };
}

/** Every row has a cell for these, filled or not: an empty one says nothing. */
const CAN_BE_ABSENT: ReadonlySet<string> = new Set([
  "username",
  "domain",
  "firstname",
  "lastname",
  "country",
  "id",
]);

/** A quote that is not closed takes the rows behind it into its cell. */
function hasBreak(text: string, row: Row): boolean {
  const at = text.indexOf("\n", row.start);
  return at >= 0 && at < row.end;
}

/** Names can stand in lines of their own; an e-mail behind a line break is somebody else's. */
function isBroken(text: string, row: Row, cell: number): boolean {
  return /[\r\n].*@/s.test(cellText(text, row, cell).trim());
}

/** Rows that are told one by one: in a file that lost its cells it is all of them. */
const MOST_RAGGED = 20;

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
 * (AdobeDocs/experience-manager-cloud-service.en, bulk-principal-uploading.md); where a column does so too, a comma
 * and a space belong to a name. Where every comma of it is followed by a space, it may separate or not, and each part is
 * taken for a name until the names are told apart.
 */
function giveNames({ names: columns }: Layout, rows: Rows, cells: readonly (readonly string[])[]): void {
  for (const [order, { field }] of columns.entries()) {
    const isTight = cells[order]?.some((cell) => TIGHT_COMMA.test(cell)) ?? false;
    rows.hasBareCommas[order] = isTight;
    for (const [index, record] of rows.records.entries()) {
      const names = namesIn(cells[order]?.[index] ?? "", isTight);
      record[field] = names;
      rows.names[order]?.push(names);
    }
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

/**
 * Where no cell of a column joins names without a space, "A, B" may be two names or one. Unless every part is a name
 * that is known, nobody can tell, and one name that cannot be read stands for all of the cell.
 */
function resolver({ names, hasBareCommas }: Rows): (known: KnownNames) => void {
  /** What the cells said that nobody could tell: with more names it may be told. */
  const untold = new Map<(string | undefined)[], string[]>();
  return (known) => {
    const isKnownName = [...known.next.values()].some(({ next }) => next.size > 0);
    for (const [order, column] of names.entries()) {
      const isTight = hasBareCommas[order] ?? false;
      // Where no known name holds a comma, none can be put together.
      if (isTight && untold.size === 0 && !isKnownName) continue;
      for (const listed of column) {
        if (listed.length === 1 && listed[0] !== undefined && !listed[0].includes(",")) continue;
        const parts = isRead(listed) ? listed : untold.get(listed);
        if (!parts) continue;
        const resolved = resolveListed(parts, known);
        if (!isTight && parts.length > 1 && !areKnown(resolved, known)) {
          untold.set(listed, [...parts]);
          replace(listed, [undefined]);
        } else if (resolved !== listed) {
          replace(listed, resolved);
        }
      }
    }
  };
}

function isRead(listed: (string | undefined)[]): listed is string[] {
  return listed.length > 0 && listed[0] !== undefined;
}

function replace(listed: (string | undefined)[], names: readonly (string | undefined)[]): void {
  listed.length = 0;
  for (const name of names) listed.push(name);
}
