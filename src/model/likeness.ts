/** Comparing names that people took for the same. */

/** In what two names of one likeness can differ; the words stand in messages. */
export type Difference = "letter case" | "white space" | "the kind of dash";
export const DIFFERENCES: readonly Difference[] = ["letter case", "white space", "the kind of dash"];

/**
 * What Campaign may well ignore when it compares names: whether it does is not public. That it takes one character for
 * another, as with dashes, nothing suggests.
 */
export const PERHAPS_IGNORED: readonly Difference[] = ["letter case", "white space"];

/** One character of white space, the invisible ones and marks of direction too. */
export const SPACE = /^[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/;
/** One dash of any kind. */
export const DASH = /^[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/;

const ALL_SPACE = /[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;
const ALL_DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** The name with the differences taken out: without white space, in lower case, every dash a hyphen. */
export function fold(name: string, differences: readonly Difference[]): string {
  let folded = name;
  if (differences.includes("white space")) folded = folded.replace(ALL_SPACE, "");
  if (differences.includes("the kind of dash")) folded = folded.replace(ALL_DASHES, "-");
  if (differences.includes("letter case")) folded = folded.toLowerCase();
  return folded;
}

/** In what two names differ; undefined where they differ in anything else too. */
export function differencesOf(a: string, b: string): readonly Difference[] | undefined {
  if (fold(a, DIFFERENCES) !== fold(b, DIFFERENCES)) return undefined;
  return DIFFERENCES.filter((difference) => {
    const others = DIFFERENCES.filter((other) => other !== difference);
    return fold(a, others) !== fold(b, others);
  });
}

/** «letter case», «letter case and white space». */
export function differencesInWords(differences: readonly Difference[]): string {
  return differences.length > 1
    ? `${differences.slice(0, -1).join(", ")} and ${differences.at(-1)}`
    : (differences[0] ?? "nothing");
}

/** Whether Campaign may ignore all of these differences. */
export function mayBeIgnored(differences: readonly Difference[]): boolean {
  return differences.every((difference) => PERHAPS_IGNORED.includes(difference));
}
