import type { KnownNames } from "../model/listed-names.js";
import type { ListName } from "../model/settings.js";
import type { Document, Located, Route, Span, Unreadable } from "./document.js";
import type { SourceText } from "./source.js";

/**
 * A document that is known to be an export. Whatever the file's own shape, `value` has that of a snapshot, and `locate`
 * takes routes of that shape: nothing behind the readers needs to know the format.
 */
export interface Export extends Document {
  readonly format: ExportFormat;
  /** What the format tells of its lists beyond their records; one for each list that `value` holds. */
  readonly lists: readonly ExportedList[];
  /** What the file holds beside its values and should not. */
  readonly faults: readonly Fault[];
  /** How the file itself calls a place, in words that people find it by; routes of a snapshot are found by the keys. */
  readonly written?: (route: Route) => string;
  /** Where lists of names were read from cells that join them by commas. */
  readonly joinedCells?: JoinedCells;
}

/** Lists of names that stand in one cell each; a name that holds commas may have come apart. */
export interface JoinedCells {
  /** Tells the names apart by those that a listing knows, in `value` itself; places stay right. */
  resolve(known: KnownNames): void;
}

/** The formats that are read; the report names them so. */
export type ExportFormat =
  | "snapshot"
  | "campaign-package"
  | "campaign-json"
  | "session-info"
  | "user-management-api"
  | "admin-console-csv"
  | "server-configuration";

/** A list of an export, as far as its format tells whether it is whole. */
export interface ExportedList {
  readonly key: ListName;
  /** Where it stands, as a route of the snapshot. */
  readonly route: Route;
  /** Records that the file holds, of which some may not be in `value`. */
  readonly count: number;
  /** Whether the file holds every record there is, as far as the file alone can tell. */
  readonly complete: "yes" | "no" | "unknown";
  /** The most records that one export of this format holds; `count` of just as many may be cut off. */
  readonly limit?: number;
  /** Records were left out because nobody can read them: then nothing makes the list complete. */
  readonly hasLeftOut?: true;
  /** Of a listing in pages. */
  readonly page?: Page;
}

export interface Page {
  /** The listing that it belongs to: the path without the page's number. */
  readonly listing: string;
  /** The page's number, as the file's name tells it. */
  readonly number: number | undefined;
  readonly isLast: boolean;
}

/** Something that stands in a file, and that is not followed. */
export interface Fault {
  /**
   * - `doctype`: a document type declaration, which can define entities and name files to fetch
   * - `entity`: an entity that only such a declaration could define, so the value is not known
   * - `ragged-row`: a row with fewer or more cells than the header
   * - `double-header`: a header that comes twice, so which column counts is not known
   * - `twice`: an option that comes twice with different values
   */
  readonly kind: "doctype" | "entity" | "ragged-row" | "double-header" | "twice";
  readonly span: Span;
  /** The entity, the header, the option's name, or the numbers of cells, in words. */
  readonly detail: string;
}

/** What a file turned out to be. */
export type Recognised =
  | { readonly exports: readonly Export[] }
  | { readonly unreadable: Unreadable; readonly source: SourceText | undefined }
  | { readonly foreign: Foreign };

/** A file that is none of ours. */
export interface Foreign {
  /** What it is, or what is off, as the end of a sentence: `an XML file without <entities schema="…">`. */
  readonly why: string;
  /** Whether it looks like an export that went wrong: people hear of it even if it was only found. */
  readonly isNear: boolean;
}

/** Shows a document in the shape of a snapshot. */
export function asExport(
  document: Document,
  as: {
    readonly value: unknown;
    readonly format: ExportFormat;
    readonly lists?: readonly ExportedList[];
    readonly faults?: readonly Fault[];
    /** Where a route of the snapshot can stand in the document, the likeliest first. */
    readonly routesOf: (route: Route) => readonly Route[];
    readonly written?: (route: Route) => string;
  },
): Export {
  const { value, format, lists = [], faults = [], routesOf, written } = as;
  return {
    ...document,
    value,
    format,
    lists,
    faults,
    ...(written ? { written } : {}),
    locate(routes) {
      const own: Route[] = [];
      const starts = routes.map((route) => {
        const start = own.length;
        own.push(...routesOf(route));
        return start;
      });
      const located = document.locate(own);
      return routes.map((_route, index): Located | undefined => {
        const end = starts[index + 1] ?? own.length;
        for (let at = starts[index] ?? 0; at < end; at++) if (located[at]) return located[at];
        return undefined;
      });
    },
  };
}
