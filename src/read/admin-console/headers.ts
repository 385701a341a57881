import type { Fault, Foreign } from "../export.js";
import { SECRET_KEY } from "../secret-key.js";
import { cellText, endOfLine, openTable, type Row, spanOf, type Table } from "./table.js";

/**
 * The tables of the Admin Console, by their headers: «Export users list to CSV», and the user groups. Which columns
 * there are has changed over the years (helpx enterprise/using/bulk-upload-users.html and user-groups.html;
 * AdobeDocs/experience-manager-cloud-service.en, bulk-principal-uploading.md).
 */

/** Whether a text begins with a header of the Admin Console; quotes that cannot be read do not matter. */
export function looksLikeAdminConsoleCsv(head: string): boolean {
  const beginning = head.slice(0, LONGEST_HEADER);
  const table = openTable(beginning);
  if (!table) return false;
  const header = beginning.slice(table.start, endOfLine(beginning, table.start));
  return "list" in recognise(header.split(String.fromCharCode(table.delimiter)).map(headerName));
}

/** A minified file of another format is one line of megabytes. */
const LONGEST_HEADER = 4096;

/** A header as it is compared: letter case, and the spaces and quotes around it, do not count. */
function headerName(written: string): string {
  if (written.length > LONGEST_NAME) return written;
  return written.replace(/^[\s"'\u201c\u201d]+|[\s"'\u201c\u201d]+$/g, "").toLowerCase();
}

/** More than any header of ours, spaces and quotes included. */
const LONGEST_NAME = 100;

/** Columns of the users that are read, and the fields they become. */
const USER_COLUMNS: ReadonlyMap<string, string> = new Map([
  ["email", "email"],
  ["username", "username"],
  ["domain", "domain"],
  ["first name", "firstname"],
  ["last name", "lastname"],
  ["country code", "country"],
  ["id", "id"],
  ["identity type", "type"],
  ["product configurations", "groups"],
  ["user groups", "userGroups"],
]);

/** Columns of the user groups that are read. */
const GROUP_COLUMNS: ReadonlyMap<string, string> = new Map([
  ["user group name", "groupName"],
  ["assigned product profiles", "profiles"],
]);

/** Headers that hardly any other table has, read or not. */
const PARTICULAR = [
  "identity type",
  "product configurations",
  "product configurations administered",
  "user groups administered",
  "products administered",
  "contracts administered",
  "auto assigned products",
  "user group name",
  "user group admins",
  "assigned product profiles",
];

const OTHERS = ["admin roles", "developer access", "description"];

/** Which table the headers are of; of headers that are nearly ours, what is missing. */
function recognise(names: readonly string[]): { readonly list: "users" | "groups" } | Foreign {
  const has = (name: string) => names.includes(name);
  const isOfUsers = has("email");
  if (isOfUsers && (has("identity type") || has("product configurations"))) return { list: "users" };
  if (has("user group name") && has("assigned product profiles")) return { list: "groups" };
  const isKnown = (name: string) =>
    USER_COLUMNS.has(name) || GROUP_COLUMNS.has(name) || PARTICULAR.includes(name) || OTHERS.includes(name);
  const isNear =
    (PARTICULAR.some(has) && names.filter(isKnown).length >= 3) ||
    (isOfUsers && names.some((name) => PROFILES.test(name)));
  if (!isNear) return { why: "a table with other columns than the Admin Console exports", isNear };
  const missing = isOfUsers
    ? "Product Configurations"
    : has("user group name")
      ? "Assigned Product Profiles"
      : has("user group admins") || has("assigned product profiles")
        ? "User Group Name"
        : "Email";
  return { why: `a table like an Admin Console export, but without the column «${missing}»`, isNear };
}

const PROFILES = /^product (?:configuration|profile)/;

/** What the columns of a table are. */
export interface Layout {
  readonly list: "users" | "groups";
  readonly table: Table;
  readonly header: Row;
  /** Cells that a row has; empty headers at the end do not count. */
  readonly width: number;
  readonly texts: readonly Column[];
  /** The columns of names, each of which is a list of each record. */
  readonly names: readonly Column[];
  /** Whether the user groups that people are in have a column. */
  readonly listsUserGroups: boolean;
  /** Headers of columns that hold secrets. */
  readonly secrets: ReadonlyMap<number, string>;
  readonly faults: readonly Fault[];
  /** Whether the columns that people are known by could be read. */
  readonly isSure: boolean;
}

export interface Column {
  readonly cell: number;
  readonly field: string;
  /** The header as the file writes it. */
  readonly title: string;
}

/** Lays out a table by its header, of which no column counts that comes twice; of any other table, what it is. */
export function layOut(table: Table, header: Row): Layout | Foreign {
  const titles = header.starts
    .slice(0, header.count)
    .map((_start, cell) => cellText(table.text, header, cell).trim());
  const names = titles.map(headerName);
  const recognised = titles.length > 1 ? recognise(names) : ofOneColumn(titles[0] ?? "");
  if (!("list" in recognised)) return recognised;
  const columns: Column[] = [];
  const faults: Fault[] = [];
  let isSure = true;
  for (const [name, field] of recognised.list === "users" ? USER_COLUMNS : GROUP_COLUMNS) {
    const cell = names.indexOf(name);
    if (cell < 0) continue;
    const title = titles[cell] ?? "";
    const second = names.indexOf(name, cell + 1);
    if (second < 0) columns.push({ cell, field, title });
    else
      faults.push({ kind: "double-header", span: spanOf(header, second), detail: titles[second] ?? title });
    isSure &&= second < 0 || !IDENTITY.includes(field);
  }
  const isOfNames = ({ field }: Column) => OF_NAMES.includes(field);
  return {
    list: recognised.list,
    table,
    header,
    width: names.findLastIndex((name) => name !== "") + 1,
    texts: columns.filter((column) => !isOfNames(column)),
    names: columns.filter(isOfNames),
    listsUserGroups: columns.some(({ field }) => field === "userGroups"),
    secrets: new Map([...titles.entries()].filter(([, title]) => SECRET_KEY.test(title))),
    faults,
    isSure,
  };
}

/** Lists of names. */
const OF_NAMES = ["groups", "userGroups", "profiles"];

/** What people are found by. */
const IDENTITY = ["email", "username", "domain", "groupName"];

/** A table of one column is hardly one, but some programs put each row in quotes when they save. */
function ofOneColumn(title: string): Foreign {
  return looksLikeAdminConsoleCsv(title)
    ? { why: "an Admin Console export of which each row was put in quotes", isNear: true }
    : { why: "a text that does not begin with the header of an Admin Console export", isNear: false };
}
