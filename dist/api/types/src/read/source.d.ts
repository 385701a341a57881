import type { Span } from "./document.js";
/** A place as people count: lines and columns from 1, columns in UTF-16 units. */
export interface Position {
    readonly line: number;
    readonly column: number;
}
/** One line of a source, fit to be shown: secrets are masked and long lines cut. */
export interface Excerpt {
    readonly line: number;
    readonly text: string;
    /** The part of `text` that is meant, end exclusive. */
    readonly from: number;
    readonly to: number;
}
/**
 * The text of a file. It is kept to find places in; `excerpt` is the only way in which a part of it reaches people,
 * and it masks every secret.
 */
export declare class SourceText {
    #private;
    constructor(text: string);
    /** For readers alone: the text to parse and to find places in. */
    get raw(): string;
    /**
     * Tells which spans hold a secret, before any excerpt is asked for. A comment behind a secret is hidden with it: it
     * may well hold the one before.
     */
    hide(spans: readonly Span[]): void;
    /** Line and column of an offset. `\n`, `\r\n` and a lone `\r` end a line. */
    position(offset: number): Position;
    /** The line on which `span` begins, cut to about `width` characters around the span. */
    excerpt(span: Span, width: number): Excerpt;
}
