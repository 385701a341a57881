import { isUtf8 } from "node:buffer";

/** Text of a file: UTF-8, or UTF-16 with a byte-order mark (what PowerShell writes); the mark is not part of it. */
export function decode(bytes: Buffer): string | { text: string; offset: number } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString("utf16le");
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = hasMark ? bytes.subarray(3) : bytes;
  const text = content.toString("utf8");
  // Where the decoder replaced nothing, there was nothing wrong.
  if (!text.includes("\ufffd") || isUtf8(content)) return text;
  return { text, offset: firstReplaced(content, text) };
}

/** What can be made out of the text, whatever the encoding: to look for marks in. */
export function decodeLeniently(bytes: Buffer): string {
  const decoded = decode(bytes);
  return typeof decoded === "string" ? decoded : decoded.text;
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
