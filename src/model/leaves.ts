/**
 * The kinds of scalar that Campaign's exports hold, each read in every form in which it is met. The zod schemas and
 * the fast check share these functions, so both read the same value alike.
 */
export const NOT_OF_KIND: unique symbol = Symbol("not of this kind");
type Read<T> = T | typeof NOT_OF_KIND;

/** Text as written; typed values of JSON become their text. */
export function readText(value: unknown): Read<string> {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return NOT_OF_KIND;
}

/**
 * Yes or no: `true`/`false` or `"1"`/`"0"`, typed or as text; one record can hold both (acc-js-sdk, test/mock.js). An
 * empty attribute is false.
 */
export function readFlag(value: unknown): Read<boolean> {
  if (typeof value === "boolean") return value;
  if (value === 1) return true;
  if (value === 0) return false;
  if (typeof value !== "string") return NOT_OF_KIND;
  const text = value.trim().toLowerCase();
  if (text === "true") return true;
  if (text === "false" || text === "") return false;
  // A number stays the text it is written as in YAML: 1.0 and 1e0 are 1.
  const number = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return number === 1 ? true : number === 0 ? false : NOT_OF_KIND;
}

/** A whole number from 0, typed or as digits. */
export function readCount(value: unknown): Read<number> {
  if (typeof value === "string" && /^\d{1,9}$/.test(value)) return Number(value);
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1e9) return value;
  return NOT_OF_KIND;
}

/** A date with or without a time, ISO 8601 or as Campaign writes it (`2026-05-14 17:35:38.256Z`); without zone UTC. */
export function readDate(value: unknown): Read<Date> {
  if (value instanceof Date) return value;
  if (typeof value !== "string") return NOT_OF_KIND;
  const parts =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      value.trim(),
    );
  if (!parts) return NOT_OF_KIND;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] = parts;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const date = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}${offset}`,
  );
  const exists =
    !Number.isNaN(date.getTime()) &&
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
  return exists ? date : NOT_OF_KIND;
}

/** A day and no more, `2026-12-31`, that the calendar has. */
export function readDay(value: unknown): Read<string> {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return NOT_OF_KIND;
  return readDate(value) === NOT_OF_KIND ? NOT_OF_KIND : value;
}

/**
 * A secret after reading: its text is gone.
 *
 * - `clear`, `encrypted`: the file held its text, in clear or in Campaign's encrypted form (`@…=`)
 * - `stated`: the file only says that there is one
 * - `masked`: the file held asterisks in its place
 * - `empty`: the file says that there is none
 */
export class Secret {
  constructor(
    readonly form: "clear" | "encrypted" | "stated" | "masked" | "empty",
    /** Whether Campaign keeps it encrypted, where that is stated. */
    readonly saysEncrypted?: boolean,
  ) {}

  /** Whether Campaign has a value. */
  get present(): boolean {
    return this.form !== "empty";
  }

  /** Whether the file gives the value away. */
  get exposed(): boolean {
    return this.form === "clear" || this.form === "encrypted";
  }

  toString(): string {
    return "(secret)";
  }
  toJSON(): string {
    return "(secret)";
  }
}

/** Reads a secret and drops its text. `{ present, encrypted }` is the form that snapshots should hold. */
export function readSecret(value: unknown): Read<Secret> {
  if (value instanceof Secret) return value;
  if (typeof value === "number" || typeof value === "boolean") return new Secret("clear");
  if (typeof value === "string") {
    if (value === "") return new Secret("empty");
    if (/^[*•●]+$/.test(value)) return new Secret("masked");
    return new Secret(/^@\S+=$/.test(value) ? "encrypted" : "clear");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return NOT_OF_KIND;
  const { present, encrypted = null, ...more } = value as Record<string, unknown>;
  const isPresent = readFlag(present);
  // Anything else in there may be the secret itself.
  const isBare =
    Object.keys(more).length === 0 && (encrypted === null || readFlag(encrypted) !== NOT_OF_KIND);
  if (isPresent === NOT_OF_KIND || !isBare) return NOT_OF_KIND;
  if (!isPresent) return new Secret("empty");
  const isEncrypted = encrypted === null ? undefined : readFlag(encrypted) === true;
  return new Secret("stated", isEncrypted);
}
