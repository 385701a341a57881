import { isUtf8 } from "node:buffer";
import type { ReadResult } from "./document.js";
import { readJson } from "./json.js";
import { SourceText } from "./source.js";

/** Reads the bytes of a file into documents, with the reader of its format. */
export async function read(path: string, bytes: Buffer): Promise<ReadResult> {
  const decoded = decode(bytes);
  if (typeof decoded !== "string") {
    return {
      unreadable: { reason: "encoding", detail: "", offset: decoded.offset },
      source: new SourceText(decoded.text),
    };
  }
  const source = new SourceText(decoded);
  if (looksLikeJson(path, decoded)) return readJson(path, source);
  return (await import("./yaml.js")).readYaml(path, source);
}

/**
 * Whether bytes could be a snapshot: a key `imsLint` begins a line or an object. Asked of files that were found, not
 * named, before anything is parsed.
 */
export function bearsMark(bytes: Buffer): boolean {
  const decoded = decode(bytes);
  const text = typeof decoded === "string" ? decoded : decoded.text;
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
    const before = text.slice(Math.max(0, at - 100), at);
    const after = text.slice(at + MARK.length, at + MARK.length + 100);
    const begins = at <= 100 ? /(?:^|[\n\r{,])\s*["']?$/ : /[\n\r{,]\s*["']?$/;
    if (begins.test(before) && /^["']?\s*:/.test(after)) return true;
  }
  return false;
}

const MARK = "imsLint";

/** UTF-8, or UTF-16 with a byte-order mark (what PowerShell writes); the mark is not part of the text. */
function decode(bytes: Buffer): string | { text: string; offset: number } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString("utf16le");
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = hasMark ? bytes.subarray(3) : bytes;
  const text = content.toString("utf8");
  if (isUtf8(content)) return text;
  return { text, offset: firstReplaced(content, text) };
}

/** Offset in the decoded text of the first bytes that are not UTF-8. */
function firstReplaced(bytes: Buffer, text: string): number {
  let counted = 0;
  let offset = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) {
    offset += Buffer.byteLength(text.slice(counted, at));
    counted = at;
    if (bytes.subarray(offset, offset + 3).toString("latin1") !== "\u00ef\u00bf\u00bd") return at;
  }
  return 0;
}

/** By the content, as extensions are often wrong; YAML can begin with a brace too, so the extension decides then. */
function looksLikeJson(path: string, text: string): boolean {
  const first = /^\s*(\S)/.exec(text)?.[1];
  if (first !== "{" && first !== "[") return /\.json$/i.test(path);
  return !/\.ya?ml$/i.test(path);
}
