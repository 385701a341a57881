import { distance } from "fastest-levenshtein";

/** The candidate that a mistyped word most likely means; undefined where none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const close = Math.max(2, Math.floor(word.length / 3));
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
