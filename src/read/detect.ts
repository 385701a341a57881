import { readText } from "./data/read.js";
import type { Document } from "./document.js";
import { decode, decodeLeniently } from "./encoding.js";
import type { Export, Foreign, Recognised } from "./export.js";
import { SourceText } from "./source.js";

/**
 * Finds out what a file is, by its content, and reads it. A file that was only found, and not named, must bear our
 * marks: a foreign one is none of our business, broken or not.
 */
export async function readExport(path: string, bytes: Buffer, isNamed: boolean): Promise<Recognised> {
  if (isZip(bytes)) {
    const why = "a ZIP archive or an Excel workbook: unpack it, or save it as CSV (UTF-8)";
    return foreign(why, isNamed || WORKBOOK.test(path));
  }
  if (looksLikeXml(bytes)) return (await import("./xml/exports.js")).readXml(path, bytes, isNamed);
  const decoded = decode(bytes);
  if (typeof decoded !== "string") {
    const isTold = isNamed || bearsMark(decoded.text) || (await isAdminConsoleTable(decoded.text));
    if (!isTold) return foreign("no text in UTF-8 or UTF-16", false);
    return {
      unreadable: { reason: "encoding", detail: "", offset: decoded.offset },
      source: new SourceText(decoded.text),
    };
  }
  if (await isTable(path, decoded)) {
    const { readCsv } = await import("./admin-console/exports.js");
    return readCsv(path, new SourceText(decoded), isNamed);
  }
  return readData(path, decoded, isNamed);
}

/** How far into a file that has none of our extensions marks are looked for, in bytes. */
export const HEAD = 64 * 1024;

/** Whether the beginning of a file makes it worth while to read the rest. */
export function mayBeExport(path: string, head: Buffer): boolean {
  if (EXTENSIONS.test(path) || WORKBOOK.test(path) || looksLikeXml(head)) return true;
  const text = decodeLeniently(head);
  return bearsMark(text) || mayBeTable(text);
}

const EXTENSIONS = /\.(?:ya?ml|json|xml|csv)$/i;

/** A table of the Admin Console that was saved in a format of its own. */
const WORKBOOK = /(?:users?|groups?)[^/]*\.xlsx$/i;

/** Snapshots, and what SDK and User Management API give. A YAML file can hold several documents. */
async function readData(path: string, text: string, isNamed: boolean): Promise<Recognised> {
  if (!isNamed && !bearsMark(text)) return foreign(NO_MARK, false);
  const result = await readText(path, text);
  if (!result.documents) {
    if (!isNamed && !(await isOurs(path, text))) return foreign("broken, and none of our formats", false);
    return result;
  }
  const exports: Export[] = [];
  let refused: Foreign | undefined;
  for (const document of result.documents) {
    const recognised = await recognise(document, path, isNamed);
    if ("exports" in recognised) exports.push(...recognised.exports);
    else if ("unreadable" in recognised) return recognised;
    else if (!refused?.isNear) refused = recognised.foreign;
  }
  if (exports.length > 0) return { exports };
  return { foreign: refused ?? { why: "an empty file", isNear: false } };
}

async function recognise(document: Document, path: string, isNamed: boolean): Promise<Recognised> {
  const version = versionOf(document.value);
  if (version === undefined)
    return (await import("./data/exports.js")).recogniseData(document, path, isNamed);
  if (version === "snapshot/v1") {
    return { exports: [{ ...document, format: "snapshot", lists: [], faults: [] }] };
  }
  const [place] = document.locate([["imsLint"]]);
  const offset = place ? { offset: place.value.start } : {};
  const detail = String(version).slice(0, 60);
  return { unreadable: { reason: "unknown-version", detail, ...offset }, source: document.source };
}

/** The value of the key `imsLint` at the top. */
function versionOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "imsLint")) return undefined;
  return (value as { imsLint: unknown }).imsLint ?? "";
}

/** Whether a text that cannot be parsed is ours all the same. */
async function isOurs(path: string, text: string): Promise<boolean> {
  // Pages, programs and templates quote exports; they are none.
  if (!/\.(?:ya?ml|json)$|(?:^|\/)[^./]+$/i.test(path)) return false;
  return SNAPSHOT.test(text) || (await import("./data/exports.js")).bearsDataMark(text);
}

/** The key of a snapshot, at the beginning of a line or of an object. */
const SNAPSHOT = /^(?:[\s{]{0,100})["']?imsLint["']?[ \t]{0,9}:[ \t]{0,9}["']?snapshot\//m;

/** Whether a text could be an export: asked of files that were found, before anything is parsed. */
export function bearsMark(text: string): boolean {
  return hasSnapshotKey(text) || DATA_MARKS.test(text);
}

/** A key `imsLint` that begins a line or an object. */
function hasSnapshotKey(text: string): boolean {
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
    const before = text.slice(Math.max(0, at - 100), at);
    const after = text.slice(at + MARK.length, at + MARK.length + 100);
    const begins = at <= 100 ? /(?:^|[\n\r{,])\s*["']?$/ : /[\n\r{,]\s*["']?$/;
    if (begins.test(before) && /^["']?\s*:/.test(after)) return true;
  }
  return false;
}

const MARK = "imsLint";

/** Keys of the SDK's records and of the User Management API, as JSON or YAML write them. */
const DATA_MARKS =
  /(?:["'{,[]|^)@?(?:extAccount|operator|operatorGroup|group|option|srcSchema|serverInfo|imsOrgId|imsRightsMask|imsServer|lastPage|sessionInfo)(?:-collection)?["']?[ \t]{0,9}:|["']?result["']?[ \t]{0,9}:[ \t]{0,9}["']?error\.|["']?type["']?[ \t]{0,9}:[ \t]{0,9}["']?(?:adobeID|enterpriseID|federatedID|PRODUCT_PROFILE|USER_GROUP)\b/m;

async function isTable(path: string, text: string): Promise<boolean> {
  if (/\.csv$/i.test(path)) return true;
  return isAdminConsoleTable(text);
}

async function isAdminConsoleTable(text: string): Promise<boolean> {
  return mayBeTable(text) && (await import("./admin-console/headers.js")).looksLikeAdminConsoleCsv(text);
}

/** Words of which every header of the Admin Console has one. */
function mayBeTable(text: string): boolean {
  return /Email|User Group Name/i.test(text.slice(0, 1000));
}

const NO_MARK = "none of the keys of an export";

function foreign(why: string, isNear: boolean): Recognised {
  return { foreign: { why, isNear } };
}

function isZip(bytes: Buffer): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** A `<` and a name, in any encoding that XML is written in. */
function looksLikeXml(bytes: Buffer): boolean {
  const head = bytes
    .subarray(0, 200)
    .toString("latin1")
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "");
  return /^\s*<[!?a-z_]/i.test(head.replace(/\0/g, ""));
}
