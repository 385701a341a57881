/** Comparing names that people took for the same. */
/** In what two names of one likeness can differ; the words stand in messages. */
export type Difference = "letter case" | "white space" | "the kind of dash";
export declare const DIFFERENCES: readonly Difference[];
/**
 * What Campaign may well ignore when it compares names: whether it does is not public. That it takes one character for
 * another, as with dashes, nothing suggests.
 */
export declare const PERHAPS_IGNORED: readonly Difference[];
/** One character of white space, the invisible ones and marks of direction too. */
export declare const SPACE: RegExp;
/** One dash of any kind. */
export declare const DASH: RegExp;
/** The name with the differences taken out: without white space, in lower case, every dash a hyphen. */
export declare function fold(name: string, differences: readonly Difference[]): string;
/** In what two names differ; undefined where they differ in anything else too. */
export declare function differencesOf(a: string, b: string): readonly Difference[] | undefined;
/** «letter case», «letter case and white space». */
export declare function differencesInWords(differences: readonly Difference[]): string;
/** Whether Campaign may ignore all of these differences. */
export declare function mayBeIgnored(differences: readonly Difference[]): boolean;
