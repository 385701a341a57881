/** The number at the end of a file's name without its extension, and the path without it. */
export function pageNumberOf(path: string): {
  readonly number: number | undefined;
  readonly listing: string;
} {
  const end = endOfStem(path);
  const start = path.slice(0, end).search(/[^/\\]*$/);
  const stem = path.slice(start, end);
  const [, before, digits] = /^(.*?)(\d{1,5})\)?$/s.exec(stem) ?? [];
  if (before === undefined || digits === undefined || isDate(stem) || isPartOfWord(before)) {
    return { number: undefined, listing: path };
  }
  const at = start + before.length;
  return { number: Number(digits), listing: path.slice(0, at) + path.slice(at + digits.length) };
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
