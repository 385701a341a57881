/**
 * The number at the end of a file's name without its extension, and what all pages of its listing have in common: the
 * path without the number and what joins it to the name. `users.json` and `users (1).json` are pages of one listing.
 */
export function pageNumberOf(path: string): {
  readonly number: number | undefined;
  readonly listing: string;
} {
  const end = endOfStem(path);
  const start = path.slice(0, end).search(/[^/\\]*$/);
  const stem = path.slice(start, end);
  const [, before, digits] = /^(.*?)(\d{1,5})\)?$/s.exec(stem) ?? [];
  const isNumbered = before !== undefined && !isDate(stem) && !isPartOfWord(before);
  return {
    number: isNumbered ? Number(digits) : undefined,
    listing: path.slice(0, start) + withoutJoint(isNumbered ? before : stem) + path.slice(end),
  };
}

function endOfStem(path: string): number {
  const extension = /\.[a-z][a-z0-9]*$/i.exec(path);
  return extension ? extension.index : path.length;
}

/** A date, a date and a time, or a year. */
function isDate(stem: string): boolean {
  return /(?<!\d)(?:19|20)\d\d(?:-?\d\d(?:-?\d\d(?:[T_ -]?\d\d[-.:]?\d\d(?:[-.:]?\d\d)?)?)?)?$/.test(stem);
}

/** A number goes on before these five digits, or it is that of a version (`umapi-v2`). */
function isPartOfWord(before: string): boolean {
  return /\d$|(?<![a-z])v$/i.test(before);
}

/** A name without the separators and the word `page` at its end. */
function withoutJoint(name: string): string {
  return name.replace(SEPARATORS, "").replace(PAGE, "").replace(SEPARATORS, "");
}

const SEPARATORS = /(?<![\s._(-])[\s._(-]+$/;
const PAGE = /(?<![A-Za-z])[Pp][Aa][Gg][Ee]$|(?<=[a-z])Page$/;
