import type { Buffer } from "node:buffer";
import type { FileSystem, Found } from "../discover/discover.js";
import type { ReadResult, UnreadableReason } from "./document.js";
import { bearsMark, read } from "./read.js";

/** How files are read. */
export interface Reading {
  readonly fs: FileSystem;
  readonly stdin: () => Buffer;
  /** Larger files are refused. */
  readonly maxBytes: number;
  /** Told before each file is read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A file as it was read, and what the config says of it. */
export interface FileRead {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly result: ReadResult;
  /** The instance that the config counts this file to. */
  readonly instance: string | undefined;
}

/** A file that was passed over. */
export interface Skipped {
  readonly path: string;
  /** Whether people must hear of it, and not only who asks. */
  readonly isTold: boolean;
  readonly why: string;
}

/** Reads the files that count, and says why the others do not. */
export async function readAll(
  found: readonly Found[],
  request: Reading,
): Promise<{ files: FileRead[]; skipped: Skipped[] }> {
  const files: FileRead[] = [];
  const skipped: Skipped[] = [];
  for (const [index, file] of found.entries()) {
    request.onProgress?.(index, found.length);
    const result = await readOne(file, request);
    if ("why" in result)
      skipped.push({ path: file.path, isTold: file.isNamed || result.isTold === true, why: result.why });
    else files.push(result);
  }
  return { files, skipped };
}

/** Reads a file that counts; of one that does not, says why. */
async function readOne(found: Found, request: Reading): Promise<FileRead | { why: string; isTold?: true }> {
  const { path, instance } = found;
  const unreadable = (reason: UnreadableReason, detail = ""): FileRead => ({
    path,
    bytes: new Uint8Array(),
    result: { unreadable: { reason, detail }, source: undefined },
    instance,
  });
  if (found.trouble) return unreadable(found.trouble);
  let bytes: Buffer;
  try {
    if (found.absolute !== undefined) {
      const { size } = request.fs.statSync(found.absolute);
      if (size > request.maxBytes) {
        return found.isNamed
          ? unreadable("too-large", `${size} bytes, more than --max-bytes ${request.maxBytes}`)
          : { why: `larger than --max-bytes (${size} bytes)`, isTold: true };
      }
      bytes = request.fs.readFileSync(found.absolute);
    } else {
      bytes = request.stdin();
    }
  } catch {
    return found.isNamed ? unreadable("no-access") : { why: "cannot be read" };
  }
  if (!found.isNamed && !bearsMark(bytes)) return { why: "no key «imsLint»: not a snapshot" };
  const result = await read(path, bytes);
  if (!result.documents) {
    return found.isNamed || bearsMark(bytes) ? { path, bytes, result, instance } : { why: "not a snapshot" };
  }
  const snapshots = result.documents.filter((document) => versionOf(document.value) !== undefined);
  if (snapshots.length === 0) return { why: "no key «imsLint» at the top: not a snapshot" };
  const foreign = snapshots.find((document) => versionOf(document.value) !== "snapshot/v1");
  if (foreign) {
    const [place] = foreign.locate([["imsLint"]]);
    const offset = place ? { offset: place.value.start } : {};
    const detail = String(versionOf(foreign.value)).slice(0, 60);
    return {
      path,
      bytes,
      result: { unreadable: { reason: "unknown-version", detail, ...offset }, source: foreign.source },
      instance,
    };
  }
  return { path, bytes, result: { documents: snapshots }, instance };
}

/** The value of the key `imsLint` at the top. */
function versionOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "imsLint")) return undefined;
  return (value as { imsLint: unknown }).imsLint ?? "";
}
