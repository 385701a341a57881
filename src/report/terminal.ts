import type { Excerpt } from "../read/source.js";

/**
 * What a terminal may be sent. Every value from a file goes through `printable`: control characters could move the
 * cursor, recolour or retitle the terminal, and direction marks could show a text as another one.
 */

// C0 and C1 controls, DEL, line and paragraph separators, direction marks and isolates, invisible joiners, tags, lone surrogates.
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** The text with everything that a terminal would act on written as an escape, `\u{1b}`. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    if (character === "\n") return "\\n";
    if (character === "\t") return "\\t";
    if (character === "\r") return "\\r";
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}

/**
 * JSON that a terminal can be sent: what it would act on is written as a JSON escape, so that readers of JSON see the
 * same text.
 */
export function printableJson(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The same for YAML in which every such character stands in double quotes. */
export function printableYaml(yaml: string): string {
  return yaml
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(UNPRINTABLE, (character) => {
      if (character === "\n") return character;
      const code = character.codePointAt(0) ?? 0;
      return code > 0xffff
        ? `\\U${code.toString(16).padStart(8, "0")}`
        : `\\u${code.toString(16).padStart(4, "0")}`;
    });
}

/** How many columns a text takes. Loaded on demand: nearly every export is plain ASCII. */
export type Measure = (text: string) => number;

/** Whether a text may hold characters that are not one column wide: marks, wide ones, emoji. */
export function isWide(text: string): boolean {
  return /[^\x00-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e]/.test(text);
}

/** A measure that is right for texts that may, or may not, be wide. */
export async function measureFor(wide: boolean): Promise<Measure> {
  if (!wide) return (part) => part.length;
  const { eastAsianWidth } = await import("get-east-asian-width");
  const segments = new Intl.Segmenter();
  return (part) => {
    if (!isWide(part)) return part.length;
    let width = 0;
    for (const { segment } of segments.segment(part)) {
      const emoji = /\p{Emoji_Presentation}|\ufe0f/u.test(segment);
      const isMark = /^\p{Mark}+$/u.test(segment);
      width += isMark ? 0 : emoji ? 2 : eastAsianWidth(segment.codePointAt(0) ?? 0x20);
    }
    return width;
  };
}

/** A source line as a terminal shows it: the line, and marks below the part that is meant. */
export interface Frame {
  readonly number: string;
  readonly line: string;
  /** Spaces up to the marks. */
  readonly indent: string;
  readonly marks: string;
}

/** Makes a frame of an excerpt; wide characters take their columns. */
export function frameOf({ line, text, from, to }: Excerpt, measure: Measure): Frame {
  const before = printable(text.slice(0, from));
  const meant = printable(text.slice(from, to));
  return {
    number: String(line),
    line: `${before}${meant}${printable(text.slice(to))}`,
    indent: " ".repeat(measure(before)),
    marks: "^".repeat(Math.max(1, measure(meant))),
  };
}

/** Breaks a text into lines of at most `width` columns, at spaces. A word that is longer stays whole. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    const columns = measure(word);
    if (line !== "" && used + 1 + columns > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line = line === "" ? word : `${line} ${word}`;
    used += (used === 0 ? 0 : 1) + columns;
  }
  lines.push(line);
  return lines;
}
