import { type Difference } from "./likeness.js";
import { type Unusable } from "./mask-syntax.js";
import type { ExtAccount } from "./snapshot.schema.js";
/**
 * How ims-lint reads an association mask. Adobe's pages disagree (a pattern whose captured part is the group, or a
 * prefix), so this is a reading, stated in the docs: a regular expression in RE2 syntax, matched against the whole
 * name of a product profile, case sensitively, with exactly one capture group. Without any, and without other
 * metacharacters, it is a literal prefix.
 */
export type MaskReading = {
    readonly state: "absent";
} | {
    readonly state: "empty";
} | Unusable | Mask;
/** A mask that can be matched. */
export interface Mask {
    readonly state: "usable";
    readonly text: string;
    /** Capture groups; a prefix has none. */
    readonly captures: number;
    /** Read as a literal prefix. */
    readonly isPrefix: boolean;
    /** The text with which every match begins, as far as it is plain. */
    readonly literalStart: string;
    /** What the mask captures of a profile's name; undefined where it does not match. */
    capture(profile: string): string | undefined;
    /** How the mask would match a name that it does not match, if some differences did not count. */
    nearMiss(profile: string): NearMiss | undefined;
    /** Steps that one character of a name can cost. */
    readonly cost: number;
}
/** A name that the mask would match if it were written a little differently. */
export interface NearMiss {
    /** All in which name and mask differ, and no more. */
    readonly differences: readonly Difference[];
    /** What the mask captures then, the differences folded. */
    readonly captured: string;
}
export interface RegexEngine {
    compile(pattern: string, flags: {
        readonly ignoreCase: boolean;
    }): Compiled | {
        readonly error: string;
        readonly fragment: string;
    };
}
export interface Compiled {
    readonly groups: number;
    /** Instructions of the program: its cost for each character of input. */
    readonly size: number;
    /** The first capture of a match of the whole text, "" without groups; undefined without a match. */
    match(text: string): string | undefined;
}
/** Reads a mask on the given engine. */
export declare function readMask(mask: string | undefined, engine: RegexEngine): MaskReading;
/** What a rule says, in place of its own verdict, of a mask that cannot be used: the rule about that stands behind. */
export declare function whyUnusable(account: ExtAccount, mask: Exclude<MaskReading, Mask>): {
    message: string;
    at: readonly [{
        name: string | undefined;
        label: string | undefined;
        type: string | undefined;
        active: boolean | undefined;
        packageAutoExport: boolean | undefined;
        imsServer: string | undefined;
        userScope: string | undefined;
        clientId: string | undefined;
        clientSecret: import("./leaves.js").Secret | undefined;
        password: import("./leaves.js").Secret | undefined;
        callbackServer: string | undefined;
        imsOrgId: string | undefined;
        imsRightsMask: string | undefined;
        productContext: string | undefined;
        server: string | undefined;
        tenant: string | undefined;
    }, "imsRightsMask"];
    because: {
        rule: "mask-present" | "mask-syntax";
        subject: {
            name: string | undefined;
            label: string | undefined;
            type: string | undefined;
            active: boolean | undefined;
            packageAutoExport: boolean | undefined;
            imsServer: string | undefined;
            userScope: string | undefined;
            clientId: string | undefined;
            clientSecret: import("./leaves.js").Secret | undefined;
            password: import("./leaves.js").Secret | undefined;
            callbackServer: string | undefined;
            imsOrgId: string | undefined;
            imsRightsMask: string | undefined;
            productContext: string | undefined;
            server: string | undefined;
            tenant: string | undefined;
        };
    };
};
/** Whether a mask matches any name, so that every product profile leads to a group. */
export declare function matchesAnything(mask: Mask): boolean;
