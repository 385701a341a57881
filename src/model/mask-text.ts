import { DASH, SPACE } from "./likeness.js";

/** What is wrong in the mere text of an association mask, whatever it matches. */

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/gi;

/** Those that a mask meets on its way through a web page or an XML file. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
  ["ast", "*"],
  ["period", "."],
  ["lpar", "("],
  ["rpar", ")"],
  ["ndash", "\u2013"],
  ["mdash", "\u2014"],
]);

/** The HTML and XML entities in a mask, in their order; what stands in the name of a profile is none. */
export function entitiesIn(mask: string, profiles: Iterable<string>): string[] {
  const entities = [...mask.matchAll(ENTITY)];
  if (entities.length === 0) return [];
  const names = [...profiles];
  return entities
    .filter(([entity]) => !names.some((name) => name.includes(entity)))
    .map(([entity]) => entity);
}

/**
 * The mask with its entities decoded, those that were encoded twice too. Words that are not known stay, and what stands
 * in the name of a profile.
 */
export function decodeEntities(mask: string, profiles: readonly string[]): string {
  return decode(mask, profiles, (word) => NAMED.get(word.toLowerCase()), asTyped);
}

/** The same to the letter: dashes and spaces stay what they are, and so do words in a letter case that HTML lacks. */
export function decodeExactly(mask: string, profiles: readonly string[]): string {
  const named = (word: string) => NAMED.get(word === word.toUpperCase() ? word.toLowerCase() : word);
  return decode(mask, profiles, named, (char) => char);
}

function decode(
  mask: string,
  profiles: readonly string[],
  named: (word: string) => string | undefined,
  written: (char: string) => string,
): string {
  let decoded = mask;
  for (let round = 0; round < 3; round++) {
    const before = decoded;
    decoded = decoded.replace(ENTITY, (entity, decimal?: string, hex?: string, word?: string) => {
      if (profiles.some((name) => name.includes(entity))) return entity;
      if (word !== undefined) return written(named(word) ?? entity);
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? written(String.fromCodePoint(code)) : entity;
    });
    if (decoded === before) break;
  }
  return decoded;
}

/** The space and the hyphen of the keyboard in place of their typographic kin. */
function asTyped(char: string): string {
  if (DASH.test(char)) return "-";
  if (INVISIBLE.test(char)) return "";
  return SPACE.test(char) ? " " : char;
}

const PLACEHOLDERS: readonly RegExp[] = [
  /tenant[_-]id/gi,
  /internal_name/gi,
  // In «(?P<name>…)» it is the name of a group.
  /(?<!\(\?P?)<[A-Za-z][^<>]*>/g,
  /(?<![A-Za-z])your[_-][\w-]*/gi,
  /(?<![A-Za-z0-9])x{3,}(?![A-Za-z0-9])/gi,
  /(?<![A-Za-z0-9])example(?![A-Za-z0-9])/gi,
];

/** Texts of a sample that were never replaced, in their order; what stands in the name of a profile is none. */
export function placeholdersIn(mask: string, profiles: Iterable<string>): string[] {
  const text = mask.replace(/\\(\W)/g, "$1");
  const found = PLACEHOLDERS.flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .map(([word]) => word);
  const words = [...new Set(found)];
  if (words.length === 0) return [];
  const seen = new Set<string>();
  for (const profile of profiles) {
    for (const word of words) if (profile.includes(word)) seen.add(word);
  }
  return words.filter((word) => !seen.has(word));
}

/** A character, or several, that people do not see, and that keep a mask from matching. */
export interface Oddity {
  /** From 0. */
  readonly at: number;
  readonly text: string;
  readonly what: string;
}

/** White space and dashes that are most likely not meant; what a profile has too is none. */
export function odditiesIn(mask: string, isPrefix: boolean, profiles: Iterable<string>): Oddity[] {
  const found = [...endsOf(mask, isPrefix), ...insideOf(mask)].sort((a, b) => a.at - b.at);
  if (found.length === 0) return [];
  const names = [...profiles];
  return found
    .filter(({ excuses }) => !names.some(excuses))
    .map(({ at, text, what }) => ({ at, text, what }));
}

interface Candidate extends Oddity {
  /** Whether a profile of this name shows that it is meant. */
  excuses(profile: string): boolean;
}

/** One space before or after the mask; a prefix ends in one. */
function* endsOf(mask: string, isPrefix: boolean): Generator<Candidate> {
  if (/^ (?! )/.test(mask)) {
    yield { at: 0, text: " ", what: "a space at the start", excuses: (name) => name.startsWith(" ") };
  }
  if (/(?<! ) $/.test(mask) && !isPrefix && !/\\ $/.test(mask)) {
    const at = mask.length - 1;
    yield { at, text: " ", what: "a space at the end", excuses: (name) => name.endsWith(" ") };
  }
}

function* insideOf(mask: string): Generator<Candidate> {
  for (const match of mask.matchAll(/ {2,}/g)) {
    const [text] = match;
    yield {
      at: match.index,
      text,
      what: `${text.length} spaces in a row`,
      excuses: (name) => name.includes(text),
    };
  }
  for (let at = 0; at < mask.length; at++) {
    const text = mask.charAt(at);
    if (text === " " || text === "-" || !(SPACE.test(text) || DASH.test(text))) continue;
    yield { at, text, what: nameOf(text), excuses: (name) => name.includes(text) };
  }
}

const NAMES: Readonly<Record<string, string>> = {
  "\t": "a tab",
  "\n": "a line break",
  "\r": "a line break",
  "\u00a0": "a non-breaking space",
  "\u202f": "a narrow non-breaking space",
  "\u00ad": "a soft hyphen",
  "\u200b": "a zero-width space",
  "\u200c": "a zero-width non-joiner",
  "\u200d": "a zero-width joiner",
  "\u2060": "a word joiner",
  "\ufeff": "a zero-width space",
  "\u2010": "a typographic hyphen",
  "\u2011": "a non-breaking hyphen",
  "\u2012": "a figure dash",
  "\u2013": "an en dash",
  "\u2014": "an em dash",
  "\u2212": "a minus sign",
};

function nameOf(char: string): string {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return `${NAMES[char] ?? (DASH.test(char) ? "another dash" : "an invisible character")} (${code})`;
}

/** The mask as it was most likely meant. */
export function tidy(mask: string, isPrefix: boolean): string {
  const plain = Array.from(mask, asTyped).join("").replace(/ {2,}/g, " ").trimStart();
  return isPrefix ? plain : plain.trimEnd();
}

/** The mask without the white space around it; what a prefix ends in belongs to it. */
export function trimEnds(mask: string, isPrefix: boolean): string {
  let start = 0;
  let end = mask.length;
  while (start < end && SPACE.test(mask.charAt(start))) start += 1;
  // A space behind a back-slash is meant.
  while (!isPrefix && end > start && SPACE.test(mask.charAt(end - 1)) && mask.charAt(end - 2) !== "\\") {
    end -= 1;
  }
  return mask.slice(start, end);
}

/** White space that takes no room. */
const INVISIBLE = /^[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/;
