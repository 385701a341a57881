/** Comparing names that people took for the same: letter case, white space, the kind of dash. */

/** One character of white space, the invisible kinds too. */
export const SPACE = /^[\s\u00ad\u200b-\u200d\u2060\ufeff]$/;
/** One dash of any kind. */
export const DASH = /^[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/;

const ALL_SPACE = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;
const ALL_DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** The name without white space, in lower case, every dash a hyphen. */
export function squash(name: string): string {
  return name.replace(ALL_SPACE, "").replace(ALL_DASHES, "-").toLowerCase();
}

/** In what two names of one likeness differ, in words: «letter case», «white space», «the kind of dash». */
export function differenceInWords(a: string, b: string): string {
  const differences: string[] = [];
  const plain = (name: string) => name.replace(ALL_DASHES, "-");
  if (a.replace(ALL_SPACE, "").toLowerCase() !== b.replace(ALL_SPACE, "").toLowerCase()) {
    differences.push("the kind of dash");
  }
  if (plain(a).toLowerCase() !== plain(b).toLowerCase()) differences.push("white space");
  if (plain(a).replace(ALL_SPACE, "") !== plain(b).replace(ALL_SPACE, "")) differences.push("letter case");
  return differences.length > 1
    ? `${differences.slice(0, -1).join(", ")} and ${differences.at(-1)}`
    : (differences[0] ?? "nothing");
}
