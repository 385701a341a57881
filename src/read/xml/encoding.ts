import { TextDecoder } from "node:util";
import { decode } from "../encoding.js";

/** A text, or why there is none: then `text` is what can be made of the bytes, to look for marks in and to show. */
export type Decoded = string | { readonly text: string; readonly detail: string; readonly offset: number };

/**
 * The text of an XML file without its byte-order mark. A mark decides, then the bytes of the first `<`, then the
 * declared encoding; without any of them it is UTF-8 (XML 1.0, appendix F).
 */
export function decodeXml(bytes: Buffer): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === LESS && second === 0)) return utf16(bytes, "LE");
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === LESS)) return utf16(bytes, "BE");
  const declared = DECLARED.exec(bytes.toString("latin1", 0, 300));
  const label = declared?.[3]?.trim().toLowerCase() ?? "";
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says: editors convert without a word.
  if (first === 0xef || label === "" || /^(?:utf-?8$|utf-?16|ucs-?2$)/.test(label)) return utf8(bytes);
  let decoder: { fatal: TextDecoder; lenient: TextDecoder };
  try {
    decoder = { fatal: new TextDecoder(label, { fatal: true }), lenient: new TextDecoder(label) };
  } catch {
    const detail = `declared encoding "${label.slice(0, 40)}" is not known`;
    return { text: bytes.toString("latin1"), detail, offset: declared?.[1]?.length ?? 0 };
  }
  if (decoder.fatal.encoding === "windows-1252") return windows1252(bytes);
  try {
    return decoder.fatal.decode(bytes);
  } catch {
    const text = decoder.lenient.decode(bytes);
    return { text, detail: notIn(decoder.fatal.encoding), offset: Math.max(0, text.indexOf("\ufffd")) };
  }
}

const LESS = 0x3c;

/** The declaration up to the label, the quote, and the label. */
const DECLARED = /^(<\?xml\s[^>]*?\bencoding\s*=\s*(["']))([^"'>]*)\2/i;

function utf8(bytes: Buffer): Decoded {
  const decoded = decode(bytes);
  return typeof decoded === "string" ? decoded : { ...decoded, detail: notIn("UTF-8") };
}

function utf16(bytes: Buffer, order: "LE" | "BE"): Decoded {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const text = (order === "LE" ? even : Buffer.from(even).swap16())
    .toString("utf16le")
    .replace(/^\ufeff/, "");
  const lone = text.search(/\p{Surrogate}/u);
  if (lone < 0 && even.length === bytes.length) return text;
  return { text, detail: notIn("UTF-16"), offset: lone < 0 ? text.length : lone };
}

/** Node 20 decodes windows-1252 as if it were ISO-8859-1, so the 32 characters that differ are put in here. */
function windows1252(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (control) => C1.charAt(control.charCodeAt(0) - 0x80));
}

const C1 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function notIn(encoding: string): string {
  return `bytes that are not ${encoding}`;
}
