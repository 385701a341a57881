/**
 * GitHub follows an alert through later commits by a hash of the line it stands on. Its upload action computes that hash
 * itself and warns where a SARIF file says something else, so this is its algorithm, of github/codeql-action,
 * src/fingerprints.ts:
 *
 * - The hash of a line is that of 100 UTF-16 units from its start on, whichever lines they stand on. Spaces and tabs
 *   are left out; `\r\n`, `\r` and `\n` are all `\n`; the end of the file is U+FFFF, and zeros fill what is missing.
 * - It is a polynomial of these in 37, modulo 2^64, in hexadecimal without leading zeros.
 * - `:n` tells lines with the same hash apart: the n-th of them from the top.
 *
 * @param text What the action reads: the file as UTF-8, with its byte-order mark.
 * @param lines Those wanted, from 1. What is beyond the end has no hash.
 */
export function lineHashes(text: string, lines: ReadonlySet<number>): Map<number, string> {
  let last = 0;
  for (const line of lines) last = Math.max(last, line);
  const { highs, lows } = hashUpTo(text, last);
  const candidates = new Set<number>();
  for (const line of lines) {
    const low = lows[line - 1];
    if (low !== undefined) candidates.add(low);
  }
  const hashes = new Map<number, string>();
  const counts = new Map<string, number>();
  for (const [index, low] of lows.entries()) {
    if (!candidates.has(low)) continue;
    const hash = inHexadecimal(highs[index] ?? 0, low);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    if (lines.has(index + 1)) hashes.set(index + 1, `${hash}:${count}`);
  }
  return hashes;
}

const WINDOW = 100;
const BASE = 37;
const END_OF_FILE = 0xffff;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** What a unit that leaves the window was multiplied by on its way, 37^100, in two halves. */
const LEAVING = BigInt(BASE) ** BigInt(WINDOW);
const LEAVING_LOW = Number(BigInt.asIntN(32, LEAVING));
const LEAVING_HIGH = Number(BigInt.asIntN(32, (LEAVING - BigInt(LEAVING_LOW)) >> 32n));

/** A power of two above the window, so that an index wraps around by masking. */
const RING = 128;

/**
 * The hashes of the lines up to `last`, each as two signed halves: high * 2^32 + low. They roll on: a unit that enters
 * multiplies what is there by 37, and the one that leaves is taken out again. No sum reaches 2^53, so all are exact;
 * and as both halves stay small integers, the engine keeps them in registers.
 */
function hashUpTo(text: string, last: number): { highs: number[]; lows: number[] } {
  const highs: number[] = [];
  const lows: number[] = [];
  const window = new Uint16Array(RING);
  /** How many units had been taken when a line began; lines whose window is not full yet. */
  const starts = new Int32Array(RING);
  let begun = 0;
  let due = -1;
  let taken = 0;
  let high = 0;
  let low = 0;
  let isLineStart = true;
  let isAfterCr = false;
  const end = last > 0 ? text.length + WINDOW : 0;
  for (let at = 0; at < end; at++) {
    let unit = at < text.length ? text.charCodeAt(at) : at === text.length ? END_OF_FILE : 0;
    const isSecondOfPair = isAfterCr && unit === LF;
    isAfterCr = unit === CR;
    if (unit === SPACE || unit === TAB || isSecondOfPair) continue;
    if (isAfterCr) unit = LF;
    if (isLineStart) {
      if (due < 0) due = taken + WINDOW;
      starts[begun & (RING - 1)] = taken;
      begun += 1;
    }
    isLineStart = unit === LF;

    const leaving = window[(taken - WINDOW) & (RING - 1)] ?? 0;
    window[taken & (RING - 1)] = unit;
    taken += 1;
    const sum = BASE * low + unit - leaving * LEAVING_LOW;
    low = sum | 0;
    high = (BASE * high + (sum - low) / 2 ** 32 - leaving * LEAVING_HIGH) | 0;

    if (taken === due) {
      highs.push(high);
      lows.push(low);
      if (lows.length === last) break;
      due = lows.length < begun ? (starts[lows.length & (RING - 1)] ?? 0) + WINDOW : -1;
    }
  }
  return { highs, lows };
}

function inHexadecimal(high: number, low: number): string {
  const upper = (low < 0 ? high - 1 : high) >>> 0;
  const lower = low >>> 0;
  return upper === 0 ? lower.toString(16) : upper.toString(16) + lower.toString(16).padStart(8, "0");
}
