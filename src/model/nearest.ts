import { distance } from "fastest-levenshtein";

/**
 * The candidate that a mistyped word most likely means; undefined where none is close. `close` is how many letters
 * may be wrong.
 */
export function nearest(
  word: string,
  candidates: readonly string[],
  close = Math.max(2, Math.floor(word.length / 3)),
): string | undefined {
  let best: string | undefined;
  let bestDistance = close + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const apart = distance(word.toLowerCase(), candidate.toLowerCase());
    if (apart < bestDistance) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}
