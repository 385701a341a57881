import type { Route } from "../read/document.js";
import { Secret } from "./leaves.js";
/**
 * The fast check of a document against a published JSON Schema: one walk over the values that checks them, reads the
 * scalars, drops every secret and collects what is off. The JSON Schemas are generated from the zod schemas, which
 * take too long to load for every run; a test holds the two together.
 */
export declare function checkShape(value: unknown, shape: Shape): Checked;
export interface Checked {
    /** The same objects, read in place: what is not of its kind has become undefined. */
    readonly value: unknown;
    readonly problems: readonly ShapeProblem[];
    readonly secrets: readonly FoundSecret[];
    /** Routes of values that may be secrets for all that is known, so that nothing may show them. */
    readonly hidden: readonly Route[];
    /** Routes of the lists of which a record could not be read. */
    readonly broken: readonly Route[];
    /** Routes of the texts that were typed numbers, whose writing the parser has not kept. */
    readonly numbers: readonly Route[];
}
/** Something that is not as the format requires. */
export type ShapeProblem = {
    readonly kind: "wrong-type";
    readonly route: Route;
    readonly expected: string;
    readonly found: string;
} | {
    readonly kind: "unknown-value";
    readonly route: Route;
    readonly found: string;
    readonly allowed: readonly string[];
    readonly nearest: string | undefined;
} | {
    readonly kind: "unknown-key";
    readonly route: Route;
    readonly nearest: string | undefined;
};
/** A place where a secret was written, stated or hidden. */
export interface FoundSecret {
    readonly route: Route;
    readonly secret: Secret;
    /** What gives it away as a secret: its key, or what its value holds. */
    readonly because: "key" | "url" | "private-key";
}
type Leaf = "text" | "flag" | "count" | "date" | "secret";
/** A compiled JSON Schema, of the subset that the zod schemas need. */
export type Shape = {
    readonly kind: Leaf;
} | {
    readonly kind: "choice";
    readonly values: readonly string[];
} | {
    readonly kind: "list";
    readonly item: Shape;
} | {
    readonly kind: "record";
    readonly fields: ReadonlyMap<string, Shape>;
    /** Of any other key; undefined where no other key is known. */
    readonly rest: Shape | undefined;
    /** Keys without which the record is of no use. */
    readonly required: readonly string[];
} | {
    readonly kind: "either";
    readonly shapes: readonly Shape[];
} | {
    readonly kind: "any";
};
/** Compiles a JSON Schema that zod made. */
export declare function compileShape(schema: object): Shape;
/** Keys under which secrets stand, wherever they are met (external account, operator, serverConf.xml). */
export declare const SECRET_KEY: RegExp;
/**
 * Replaces the user info of every URL in a text by `***`. What stands between the slashes and the last `@` of a word
 * counts as user info unless a `/`, `?` or `#` ends a plain host, with or without a port, before it.
 */
export declare function maskUserInfo(text: string): string;
export {};
