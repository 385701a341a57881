/** The parts of a mask, and why it does not compile. */
export interface Token {
    readonly kind: "literal" | "special" | "escape" | "quote" | "class" | "open-class" | "open" | "close" | "repeat" | "or";
    /** From 0. */
    readonly at: number;
    readonly text: string;
}
/** Takes a mask apart. The texts of the tokens, one after the other, are the mask. */
export declare function tokensOf(mask: string): Token[];
/** The text with which every match of a mask begins, as far as it is plain. */
export declare function literalStartOf(mask: string): string;
/** Why a mask cannot be used: in no dialect, or not in RE2's. */
export type Unusable = {
    readonly state: "invalid";
    /** What is wrong, as the end of the sentence «the mask …». */
    readonly problem: string;
    /** At which character, from 0. */
    readonly at: number | undefined;
} | {
    readonly state: "unsupported";
    /** Why ims-lint cannot evaluate it, as the end of the sentence «the mask …». */
    readonly reason: string;
    readonly at: number | undefined;
};
/** Explains why RE2 refuses a mask. What is not wrong in every dialect is only unsupported. */
export declare function explain(mask: string, failure: {
    error: string;
    fragment: string;
}): Unusable;
