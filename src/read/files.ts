import type { Buffer } from "node:buffer";
import type { FileSystem, Found } from "../discover/discover.js";
import { readHead } from "../discover/head.js";
import { HEAD, mayBeExport, readExport } from "./detect.js";
import type { Unreadable, UnreadableReason } from "./document.js";
import type { Export } from "./export.js";
import type { SourceText } from "./source.js";

/** Files that are larger are a mistake, or an attack; in bytes, unless somebody says otherwise. */
export const MAX_BYTES = 100 * 1024 * 1024;

/** How files are read. */
export interface Reading {
  readonly fs: FileSystem;
  readonly stdin: () => Buffer;
  /** Larger files are refused. */
  readonly maxBytes: number;
  /** Contents that count in the place of what a file holds, by its absolute path. */
  readonly contents?: ReadonlyMap<string, Buffer>;
  /** Told before each file is read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A file as it was read, and what is said of it elsewhere. */
export interface FileRead {
  readonly path: string;
  /** Where it was read; undefined of standard input. */
  readonly absolute: string | undefined;
  readonly bytes: Uint8Array;
  /** What it holds; none where it could not be read. */
  readonly exports: readonly Export[];
  readonly unreadable: Unreadable | undefined;
  /** Of what could not be read. */
  readonly source: SourceText | undefined;
  /** Named on the command line or in the config. */
  readonly isNamed: boolean;
  /** The instances that the config counts this file to. */
  readonly instances: readonly string[];
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
async function readOne(
  found: Found,
  request: Reading,
): Promise<FileRead | { why: string; isTold?: boolean }> {
  const { path, absolute, instances, isNamed } = found;
  const file = { path, absolute, isNamed, instances, exports: [], unreadable: undefined, source: undefined };
  const refuse = (reason: UnreadableReason, detail = ""): FileRead => ({
    ...file,
    bytes: new Uint8Array(),
    unreadable: { reason, detail },
  });
  if (found.trouble) return refuse(found.trouble);
  let bytes: Buffer;
  try {
    if (found.absolute === undefined) {
      bytes = request.stdin();
    } else {
      const { size } = request.fs.statSync(found.absolute);
      const isTooLarge = size > request.maxBytes;
      if (isTooLarge && isNamed) {
        return refuse("too-large", `${size} bytes, more than --max-bytes ${request.maxBytes}`);
      }
      if (!isNamed && size > HEAD && !mayBeExport(path, readHead(request.fs, found.absolute, HEAD))) {
        return { why: NO_EXPORT };
      }
      if (isTooLarge) return { why: `larger than --max-bytes (${size} bytes)`, isTold: true };
      bytes = request.contents?.get(found.absolute) ?? request.fs.readFileSync(found.absolute);
    }
  } catch {
    return isNamed ? refuse("no-access") : { why: "cannot be read" };
  }
  if (!isNamed && !mayBeExport(path, bytes)) return { why: NO_EXPORT };
  const recognised = await readExport(path, bytes, isNamed);
  if ("foreign" in recognised) return { why: recognised.foreign.why, isTold: recognised.foreign.isNear };
  if ("exports" in recognised) return { ...file, bytes, exports: recognised.exports };
  return { ...file, bytes, unreadable: recognised.unreadable, source: recognised.source };
}

const NO_EXPORT = "nothing that an export begins with";
