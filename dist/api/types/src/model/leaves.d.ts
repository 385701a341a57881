/**
 * The kinds of scalar that Campaign's exports hold, each read in every form in which it is met. The zod schemas and
 * the fast check share these functions, so both read the same value alike.
 */
export declare const NOT_OF_KIND: unique symbol;
type Read<T> = T | typeof NOT_OF_KIND;
/** Text as written; typed values of JSON become their text. */
export declare function readText(value: unknown): Read<string>;
/**
 * Yes or no: `true`/`false` or `"1"`/`"0"`, typed or as text; one record can hold both (acc-js-sdk, test/mock.js). An
 * empty attribute is false.
 */
export declare function readFlag(value: unknown): Read<boolean>;
/** A whole number from 0, typed or as digits. */
export declare function readCount(value: unknown): Read<number>;
/** A date with or without a time, ISO 8601 or as Campaign writes it (`2026-05-14 17:35:38.256Z`); without zone UTC. */
export declare function readDate(value: unknown): Read<Date>;
/**
 * A secret after reading: its text is gone.
 *
 * - `clear`, `encrypted`: the file held its text, in clear or in Campaign's encrypted form (`@…=`)
 * - `stated`: the file only says that there is one
 * - `masked`: the file held asterisks in its place
 * - `empty`: the file says that there is none
 */
export declare class Secret {
    readonly form: "clear" | "encrypted" | "stated" | "masked" | "empty";
    constructor(form: "clear" | "encrypted" | "stated" | "masked" | "empty");
    /** Whether Campaign has a value. */
    get present(): boolean;
    /** Whether the file gives the value away. */
    get exposed(): boolean;
    toString(): string;
    toJSON(): string;
}
/** Reads a secret and drops its text. `{ present, encrypted }` is the form that snapshots should hold. */
export declare function readSecret(value: unknown): Read<Secret>;
export {};
