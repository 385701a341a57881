import { readSecret } from "../../model/leaves.js";
import { maskUserInfo } from "../../model/user-info.js";
import type { LeftOver, Route, Span } from "../document.js";
import type { SourceText } from "../source.js";
import type { Layout } from "./headers.js";
import { cellText, isBlank, isRagged, newRow, type Row, readRow, spanOf } from "./table.js";

/**
 * What may be a secret in the cells of a table that are not read, row by row. Those of a column are told up to a
 * number, and the last stands for all the others too; in excerpts every one is hidden.
 */
export class CellSecrets {
  readonly #told: LeftOver[] = [];
  /** By what they are alike in: how many there are, which is the last that is told, and its column. */
  readonly #alike = new Map<string, { count: number; last: number; title: string | undefined }>();
  readonly #isSuspect: boolean;

  constructor(
    readonly layout: Layout,
    source: SourceText,
  ) {
    this.#isSuspect = mayHoldSecrets(layout);
    if (this.#isSuspect) source.hideFound(() => secretSpans(layout));
  }

  /** Takes what is in a row. */
  take(row: Row, isWhole: boolean, route: Route): void {
    if (!this.#isSuspect) return;
    eachSecret(this.layout, row, isWhole, (value, span, title) => {
      const form = title === undefined ? kindOf(value) : formOf(value);
      const own = `${title ?? ""}:${form}`;
      const kind = this.#alike.has(own) || this.#alike.size < MOST_KINDS ? own : `:${form}`;
      const alike = this.#alike.get(kind) ?? { count: 0, last: 0, title };
      this.#alike.set(kind, alike);
      alike.count += 1;
      if (alike.count > MOST_ALIKE) return;
      alike.last = this.#told.length;
      alike.title = title;
      this.#told.push({ value, route: title === undefined ? route : [...route, title], span });
    });
  }

  leftOver(): readonly LeftOver[] {
    for (const { count, last, title } of this.#alike.values()) {
      const left = this.#told[last];
      if (!left || count <= MOST_ALIKE) continue;
      const record = title === undefined ? left.route : left.route.slice(0, -1);
      const route = [...record, `and ${count - MOST_ALIKE} more`, ...left.route.slice(record.length)];
      this.#told[last] = { ...left, route };
    }
    return this.#told;
  }
}

const MOST_ALIKE = 20;
/** A header can be made of nothing but columns of secrets. */
const MOST_KINDS = 50;

/** Whether a secret is in clear, encrypted or masked: one of them does not stand for another. */
function formOf(value: string): string {
  const secret = readSecret(value);
  return typeof secret === "object" ? secret.form : "";
}

/** The same of a cell in any column. What begins like a private key may be a certificate, which is no secret. */
function kindOf(value: string): string {
  return maskUserInfo(value) !== value ? "address" : String(value.includes("PRIVATE KEY"));
}

/** Whether the table holds anything that may be a secret, which nearly none does. */
function mayHoldSecrets({ table: { text }, secrets }: Layout): boolean {
  return secrets.size > 0 || holdsAddress(text) || text.includes(PRIVATE_KEY);
}

export function holdsAddress(text: string): boolean {
  return text.includes("@") && ADDRESS.test(text);
}

const ADDRESS = /:[\\/]/;
const PRIVATE_KEY = "-----BEGIN";

/** All of them, by reading the table again: there can be one in every row. */
function secretSpans(layout: Layout): Span[] {
  const { table, header, width } = layout;
  const spans: Span[] = [];
  const row = newRow();
  const add = (_value: string, span: Span) => spans.push(span);
  eachSecret(layout, header, true, add);
  for (let at = header.next; at < table.text.length; at = row.next) {
    readRow(table, at, row);
    eachSecret(layout, row, !isRagged(table, row, width), add);
  }
  return spans;
}

/**
 * Visits the cells that are not read. Nobody knows which cell of a ragged row belongs to a column of secrets: any of
 * them may be one.
 */
function eachSecret(
  { table, header, secrets, texts, names }: Layout,
  row: Row,
  isWhole: boolean,
  visit: (value: string, span: Span, title: string | undefined) => void,
): void {
  const { text } = table;
  const [title] = secrets.values();
  if (!isWhole && title !== undefined) {
    const { start, end } = row;
    if (!isBlank(table, row)) visit(text.slice(start, end), { start, end }, title);
    return;
  }
  for (let cell = 0; cell < row.count; cell++) {
    const isRead =
      isWhole && (texts.some((own) => own.cell === cell) || names.some((own) => own.cell === cell));
    if (isRead) continue;
    const value = cellText(text, row, cell);
    const own = row === header || value === "" ? undefined : secrets.get(cell);
    if (own !== undefined || mayBeSecret(value)) visit(value, spanOf(row, cell), own);
  }
}

function mayBeSecret(value: string): boolean {
  return value.includes(PRIVATE_KEY) || (holdsAddress(value) && maskUserInfo(value) !== value);
}
