import { printable } from "../report/terminal.js";

/** A value as it is written in a file. */
export interface WrittenValue {
  /** With its quotes. */
  readonly written: string;
  /** What is read of it. */
  readonly from: string;
  readonly isJson: boolean;
  /** Of YAML: whether a comma or a bracket ends a text without quotes here. */
  readonly inFlow: boolean;
}

/**
 * Why a written value is not rewritten:
 *
 * - `block`: it stands in a block of YAML, `|` or `>`
 * - `several-lines`: it goes over several lines
 * - `no-text`: it is written as a number or a word, without quotes where they belong
 * - `unprintable`: what it should be holds a character that nobody sees
 * - `unclear`: what is written does not come to what was read
 */
export type Unwritable = "block" | "several-lines" | "no-text" | "unprintable" | "unclear";

/** What takes the place of a written value, in its own style; what stays of the value stays as it is written. */
export function rewrite(
  { written, from, isJson, inFlow }: WrittenValue,
  to: string,
): { readonly text: string } | Unwritable {
  if (printable(to) !== to) return "unprintable";
  if (/[\r\n]/.test(written)) return /^[|>]/.test(written) ? "block" : "several-lines";
  const [quote] = written;
  if (quote === '"') return inDoubleQuotes(written, from, to);
  if (isJson) return "no-text";
  if (quote === "'") {
    const inside = written.slice(1, -1);
    if (inside.replaceAll("''", "'") !== from) return "unclear";
    return { text: `'${to.replaceAll("'", "''")}'` };
  }
  if (/^[|>]/.test(written)) return "block";
  if (written !== from) return "unclear";
  return { text: isPlain(to, inFlow) ? to : JSON.stringify(to) };
}

/** One character, or one escape, of a text in double quotes. */
const UNIT = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|[^\\]/gu;

function inDoubleQuotes(written: string, from: string, to: string): { readonly text: string } | Unwritable {
  const units = [...written.slice(1, -1).matchAll(UNIT)].map(([raw]) => ({ raw, text: meaningOf(raw) }));
  if (units.map(({ text }) => text).join("") !== from) return "unclear";
  let before = "";
  let start = 0;
  for (const { raw, text } of units) {
    if (!to.startsWith(text, start)) break;
    before += raw;
    start += text.length;
  }
  let after = "";
  let end = to.length;
  for (const { raw, text } of units.reverse()) {
    if (end - text.length < start || !to.startsWith(text, end - text.length)) break;
    after = raw + after;
    end -= text.length;
  }
  return { text: `"${before}${JSON.stringify(to.slice(start, end)).slice(1, -1)}${after}"` };
}

/** What an escape stands for, in JSON and in YAML; of one that is not known, what it cannot be. */
function meaningOf(raw: string): string {
  if (!raw.startsWith("\\")) return raw;
  const code = raw.length > 2 ? Number.parseInt(raw.slice(2), 16) : Number.NaN;
  if (code <= 0x10ffff) return raw.length > 6 ? String.fromCodePoint(code) : String.fromCharCode(code);
  return ESCAPES[raw.charAt(1)] ?? raw;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  " ": " ",
  "0": "\0",
  a: "\u0007",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\u001b",
  _: "\u00a0",
  N: "\u0085",
  L: "\u2028",
  P: "\u2029",
};

/** Whether a text reads as itself without quotes in YAML. Some that would are quoted all the same. */
function isPlain(text: string, inFlow: boolean): boolean {
  return (
    /^[^\s\-?:,[\]{}#&*!|>'"%@`~.]/.test(text) &&
    !/\s$|:$|:\s|\s#/.test(text) &&
    !(inFlow && /[,[\]{}]/.test(text)) &&
    !/^(?:null|true|false|yes|no|on|off)$/i.test(text) &&
    Number.isNaN(Number(text))
  );
}
