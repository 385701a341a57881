import { printable } from "./terminal.js";

/**
 * Text in Markdown as GitHub reads it (GFM), for the middle of a line. What comes from a file is shown, never obeyed: no markup, no HTML, no link,
 * no mention of a person, no reference to an issue.
 */

/** A message or another sentence: its values, in quotes, become code; the words around them are escaped. */
export function inMarkdown(text: string): string {
  const parts = printable(text).split('"');
  // A quote without its end.
  if (parts.length % 2 === 0) parts.push(`"${parts.pop() ?? ""}`);
  return joined(
    parts.flatMap((part, index) => {
      if (index % 2 === 0) return prose(part);
      return [part === "" ? '""' : code(part)];
    }),
  );
}

/** A value as a code span; backticks in it cannot end it. */
export function code(value: string): string {
  const shown = printable(value);
  if (shown.trim() === "") return shown === "" ? '""' : `<code>${shown.replace(/ /g, "&nbsp;")}</code>`;
  const longest = (shown.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** The same in a cell of a table, where a bar would end it, code or not. */
export function codeInCell(value: string): string {
  if (!/\\\|/.test(value)) return code(value).replaceAll("|", "\\|");
  // Renderers differ in whether a bar behind a backslash ends a cell.
  const shown = printable(value).replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<code>${shown}</code>`;
}

/** A link; the text is Markdown already. An address holds nothing that could end it. */
export function link(text: string, address: string | undefined): string {
  return address === undefined ? text : `[${text}](${address.replace(/[()<>\s\\]/g, percentEncoded)})`;
}

/** As `encodeURIComponent`, parentheses too. */
function percentEncoded(character: string): string {
  return encodeURIComponent(character).replace("(", "%28").replace(")", "%29");
}

/** Words with a character that GitHub makes something of, wherever it stands, are shown as code. */
const ACTIVE = /[@#$]|:\/\/|www\.|GH-\d|:[\w+-]+:/i;

function prose(text: string): string[] {
  return text.split(/(\s+)/).map((word) => {
    if (!ACTIVE.test(word)) return escaped(word);
    const [, before = "", core = "", after = ""] = /^([([{«<]*)(.*?)([)\]}».,;:!?>]*)$/su.exec(word) ?? [];
    return joined([escaped(before), core === "" ? "" : code(core), escaped(after)]);
  });
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&|~]/g, "\\$&");
}

/** Two code spans side by side would be one. */
function joined(parts: readonly string[]): string {
  return parts.reduce(
    (text, part) => text + (text.endsWith("`") && part.startsWith("`") ? " " : "") + part,
    "",
  );
}
