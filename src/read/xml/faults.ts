import type { Unreadable } from "../document.js";
import { BANG, endOfMarkup, QUESTION } from "./scan.js";

/**
 * What is off in a text that is no well-formed XML. The parser's messages quote names, so only their beginnings are
 * looked at.
 *
 * @param position where the parser stands, behind what it stumbled over
 * @param inside where the content of the innermost open element begins; 0 where none is open
 */
export function syntaxFault(text: string, message: string, position: number, inside: number): Unreadable {
  const isAtEnd = AT_END.some((begin) => message.startsWith(begin));
  const ampersand = isAtEnd ? unescapedAmpersand(text, inside) : -1;
  if (ampersand >= 0) return syntax(AMPERSAND, ampersand);
  const [, words, place] = FAULTS.find(([begin]) => message.startsWith(begin)) ?? DECLARATION;
  const offset = place(text, position, inside);
  return syntax(words === "" ? disallowed(text, offset) : words, offset);
}

function syntax(detail: string, offset: number): Unreadable {
  return { reason: "syntax", detail, offset };
}

type Place = (text: string, position: number, inside: number) => number;

/** The character that the parser stumbled over. */
const here: Place = (_text, position) => Math.max(0, position - 1);
/** The tag in which it did, or that it had just read. */
const tag: Place = (text, position) => Math.max(0, text.lastIndexOf("<", position - 1));
const reference: Place = (text, position) => {
  const before = position < 2 ? -1 : text.lastIndexOf(";", position - 2);
  return Math.max(0, text.indexOf("&", before + 1));
};
/** Text that stands where none may. */
const strayText: Place = (text, position) => {
  const start = position < 2 ? 0 : text.lastIndexOf(">", position - 2) + 1;
  return start + (/\S/.exec(text.slice(start, position))?.index ?? 0);
};
/** The start tag of the innermost element that is open. */
const openTag: Place = (text, _position, inside) => Math.max(0, text.lastIndexOf("<", inside - 1));
const end: Place = (text) => text.length;
const start: Place = () => 0;

const AMPERSAND = "an & that is not escaped: write &amp;";

const FAULTS: readonly (readonly [begin: string, words: string, place: Place])[] = [
  ["disallowed character.", "", here],
  ["disallowed character in tag name", "a < that begins no tag, or a character that no name has", tag],
  ["disallowed character in attribute name", "a character that no attribute's name has", here],
  ["disallowed character in closing tag", "an end tag with more than a name", tag],
  ["disallowed character in entity name", AMPERSAND, reference],
  ["disallowed character in processing instruction", "a processing instruction without a proper name", tag],
  ["processing instruction", "a processing instruction without a proper name", tag],
  ["undefined entity", AMPERSAND, reference],
  ["empty entity name", AMPERSAND, reference],
  ["malformed character entity", "a reference to a character that XML does not have", reference],
  ["attribute without value", "an attribute without a value", here],
  ["unquoted attribute value", "an attribute's value without quotes", here],
  ["no whitespace between attributes", "two attributes without a space between them", here],
  ["duplicate attribute", "a tag with an attribute that is written twice", tag],
  ["forward-slash", "a / in a tag that is not followed by >", here],
  ["unexpected close tag", "an end tag of another element than the one that is open", tag],
  ["unmatched closing tag", "an end tag of an element that is not open", tag],
  ["weird empty close tag", "an end tag without a name", tag],
  ["unclosed tag", "an element that does not end", openTag],
  ["unexpected end", "the file ends in the middle of a tag, a comment or a section", end],
  ["text data outside", "text outside of the root element", strayText],
  ["document must contain", "no element", end],
  ["documents may contain only one", "a second root element", tag],
  ["malformed comment", "a comment with -- in it", here],
  ["inappropriately located doctype", "a document type declaration that is not at the top", tag],
  ["incorrect syntax", "a <! that begins neither a comment nor a CDATA section", tag],
  ['the string "]]>"', "the characters ]]> in a text: write ]]&gt;", here],
  ["an XML declaration must be", "an XML declaration that is not at the very beginning of the file", tag],
  [
    "the XML declaration must appear",
    "an XML declaration that is not at the very beginning of the file",
    tag,
  ],
];

const DECLARATION: (typeof FAULTS)[number] = ["", "an XML declaration that is not as it must be", start];

/** What the parser complains of only at the end of the file. */
const AT_END = ["unclosed tag", "unexpected end", "document must contain"];

function disallowed(text: string, offset: number): string {
  return text.charAt(offset) === "<"
    ? "a < in an attribute's value: write &lt;"
    : "a control character, which XML does not allow";
}

/** An `&` behind which no `;` comes keeps the parser waiting to the end of the file; -1 where it was something else. */
function unescapedAmpersand(text: string, inside: number): number {
  const ampersand = text.indexOf("&", Math.max(inside, text.lastIndexOf(";") + 1));
  if (ampersand < 0) return -1;
  for (let at = text.indexOf("<", inside); at >= 0 && at < ampersand; ) {
    const behind = endOfMarkup(text, at);
    const next = text.charCodeAt(at + 1);
    if (behind > ampersand) return next === BANG || next === QUESTION ? -1 : ampersand;
    at = text.indexOf("<", behind);
  }
  return ampersand;
}
