import { distance } from "fastest-levenshtein";
import { DIFFERENCES, differencesInWords, fold } from "./likeness.js";
import type { Mask } from "./mask.js";

/** A profile that a mask does not match, and where the two part. */
export interface NearName {
  readonly name: string;
  readonly how: string;
}

/** The names that come nearest to a mask that matches none of them. */
export function nearestNames(mask: Mask, names: Iterable<string>, count: number): NearName[] {
  const start = fold(mask.literalStart, DIFFERENCES);
  const ranked = Array.from(names, (name) => {
    const misses = mask.nearMiss(name)?.differences;
    const apart = misses ? -1 : distance(fold(name, DIFFERENCES).slice(0, start.length), start);
    return { name, misses, apart };
  });
  ranked.sort((a, b) => a.apart - b.apart || (a.name < b.name ? -1 : 1));
  return ranked.slice(0, count).map(({ name, misses }) => ({
    name,
    how: misses ? `differs only in ${differencesInWords(misses)}` : parting(mask.literalStart, name),
  }));
}

/** «has "V6 - acme" where the mask has " - acme - "». */
function parting(start: string, name: string): string {
  let at = 0;
  while (at < start.length && start[at] === name[at]) at += 1;
  if (start === "") return "does not fit the pattern";
  if (at === start.length) return "begins as the mask does, but the rest does not fit";
  const wanted = excerpt(start.slice(at));
  return at === name.length
    ? `ends where the mask goes on with "${wanted}"`
    : `has "${excerpt(name.slice(at))}" from character ${at + 1} on, where the mask has "${wanted}"`;
}

function excerpt(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
