import { Buffer } from "node:buffer";
import type { FileSystem } from "./discover.js";

/**
 * The first bytes of a regular file, or all of a shorter one. A pipe has no head to look at: what is read of it is gone.
 *
 * @throws what opening or reading throws
 */
export function readHead(fs: FileSystem, absolute: string, bytes: number): Buffer {
  const file = fs.openSync(absolute, "r");
  try {
    const head = Buffer.allocUnsafe(bytes);
    let length = 0;
    while (length < head.length) {
      const read = fs.readSync(file, head, length, head.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return head.subarray(0, length);
  } finally {
    fs.closeSync(file);
  }
}
