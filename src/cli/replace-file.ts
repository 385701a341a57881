import type { Buffer } from "node:buffer";
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import * as path from "node:path";
import { isWithin, realOf } from "../discover/paths.js";
import type { Obstacle } from "../fix/mend.js";
import type { Edges } from "./edges.js";

/** What speaks against putting another file in the place of one. */
export function obstacleTo(absolute: string, root: string, fs: Edges["fs"]): Obstacle | undefined {
  try {
    const stats = fs.lstatSync(absolute);
    if (stats.isSymbolicLink() || isBehindLink(absolute, root, fs)) return "link";
    if (!stats.isFile()) return "special";
    if (stats.nlink > 1) return "several-names";
    fs.accessSync(absolute, constants.W_OK);
    fs.accessSync(path.dirname(absolute), constants.W_OK);
    return undefined;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return "no-access";
  }
}

/** Whether a link on the way from the root leads elsewhere. What the root itself is reached through is nobody's matter. */
function isBehindLink(absolute: string, root: string, fs: Edges["fs"]): boolean {
  const real = realOf(absolute, fs);
  const realRoot = realOf(root, fs);
  if (isWithin(realRoot, absolute)) return real !== absolute;
  return isWithin(root, absolute) && real !== path.join(realRoot, path.relative(root, absolute));
}

/**
 * Puts new bytes in the place of a file's, all at once: they are written beside it, under its mode and owner, and take
 * its name. Returns why not, where the file holds other bytes than expected by now, or cannot be written.
 */
export function replaceFile(
  absolute: string,
  expected: Buffer,
  bytes: Buffer,
  fs: Edges["fs"],
): string | undefined {
  const temporary = path.join(path.dirname(absolute), `.ims-lint-${randomUUID()}`);
  try {
    const { mode, uid, gid } = fs.lstatSync(absolute);
    fs.writeFileSync(temporary, bytes, { flag: "wx", mode: 0o600 });
    const own = fs.lstatSync(temporary);
    if (own.uid !== uid || own.gid !== gid) fs.chownSync(temporary, uid, gid);
    fs.chmodSync(temporary, mode & 0o7777);
    // As late as can be: what somebody has written since is not to be lost.
    if (fs.readFileSync(absolute).equals(expected)) fs.renameSync(temporary, absolute);
    else {
      fs.rmSync(temporary, { force: true });
      return "it has changed since it was read";
    }
    return undefined;
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    if (codeOf(error) === undefined) throw error;
    return `it cannot be written (${codeOf(error)})`;
  }
}

/** Of an error of the file system. */
function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
