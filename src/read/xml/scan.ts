import type { Span } from "../document.js";

/** Steps through a text that is known to be well-formed XML. Each gives the offset behind what it steps over. */

export const CDATA = "<![CDATA[";
export const BANG = 0x21;
export const SLASH = 0x2f;
const EQUAL = 0x3d;
const GREATER = 0x3e;
export const QUESTION = 0x3f;

/** Visits the attributes of a start tag, each with where it begins and ends; returns the offset behind the tag. */
export function eachAttribute(
  text: string,
  start: number,
  visit: (name: string, start: number, valueStart: number, end: number) => void,
): number {
  let at = endOfName(text, start + 1);
  for (;;) {
    at = skipSpace(text, at);
    const unit = text.charCodeAt(at);
    if (unit === GREATER) return at + 1;
    if (unit === SLASH || Number.isNaN(unit)) return at + 2;
    const nameEnd = endOfName(text, at);
    const value = skipSpace(text, skipSpace(text, nameEnd) + 1);
    const end = behind(text, text.charAt(value), value + 1);
    visit(text.slice(at, nameEnd), at, value, end);
    at = end;
  }
}

/** The offset behind the tag, comment, CDATA section or processing instruction that begins at `start`. */
export function endOfMarkup(text: string, start: number): number {
  const next = text.charCodeAt(start + 1);
  if (next === QUESTION) return behind(text, "?>", start + 2);
  if (next !== BANG) return endOfTag(text, start);
  return isCdata(text, start) ? behind(text, "]]>", start + CDATA.length) : behind(text, "-->", start + 4);
}

/** Comments, processing instructions but for the XML declaration, and the document type declaration. */
export function betweenElements(text: string, doctype: Span | undefined): Span[] {
  const spans: Span[] = [];
  // A < begins nothing else in a well-formed text; in a section of text it is a character like any other.
  const begin = /<(?:\?|!--|!\[CDATA\[|!DOCTYPE)/g;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const start = match.index;
    const end = doctype && text.startsWith(DOCTYPE, start) ? doctype.end : endOfMarkup(text, start);
    const isShown = isCdata(text, start) || /^<\?xml\s/.test(text.slice(start, start + 6));
    if (!isShown) spans.push({ start: start + shownOf(text, start), end });
    begin.lastIndex = end;
  }
  return spans;
}

/** The beginning of a document type declaration, with the name in it. */
export function nameOfDoctype(text: string, start: number): Span {
  const beginning = /<!DOCTYPE\s{0,100}[^\s[<>"']{0,100}/y;
  beginning.lastIndex = start;
  beginning.test(text);
  return { start, end: Math.max(start, beginning.lastIndex) };
}

/** Of a declaration its name is shown. */
function shownOf(text: string, start: number): number {
  return text.startsWith(DOCTYPE, start) ? nameOfDoctype(text, start).end - start : 0;
}

export const DOCTYPE = "<!DOCTYPE";

export function isCdata(text: string, at: number): boolean {
  return text.startsWith(CDATA, at);
}

/** The offset behind the element that begins at `start`. */
export function endOfElement(text: string, start: number): number {
  const inside = endOfTag(text, start);
  return isEmptyTag(text, inside) ? inside : endOfContent(text, inside);
}

/** The offset behind the end tag of the element whose content begins at `start`. */
export function endOfContent(text: string, start: number): number {
  let depth = 1;
  for (let at = text.indexOf("<", start); at >= 0; ) {
    const next = text.charCodeAt(at + 1);
    const end = endOfMarkup(text, at);
    if (next === SLASH) depth -= 1;
    else if (next !== BANG && next !== QUESTION && !isEmptyTag(text, end)) depth += 1;
    if (depth === 0) return end;
    at = text.indexOf("<", end);
  }
  return text.length;
}

/** Whether the tag that ends before `end` is an element of its own: `<a/>`. */
export function isEmptyTag(text: string, end: number): boolean {
  return text.charCodeAt(end - 2) === SLASH;
}

export function endOfTag(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === GREATER) return at + 1;
    if (unit !== 0x22 && unit !== 0x27) continue;
    const close = text.indexOf(text.charAt(at), at + 1);
    if (close < 0) break;
    at = close;
  }
  return text.length;
}

export function endOfName(text: string, start: number): number {
  let at = start;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === EQUAL || unit === SLASH || unit === GREATER || isSpace(unit) || Number.isNaN(unit))
      return at;
    at += 1;
  }
}

export function skipSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

export function behind(text: string, mark: string, start: number): number {
  const at = text.indexOf(mark, start);
  return at < 0 ? text.length : at + mark.length;
}
