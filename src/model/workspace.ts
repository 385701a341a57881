import type { Document, DuplicateKey, Route, Span, Unreadable } from "../read/document.js";
import type { Export, Fault } from "../read/export.js";
import type { InstanceSettings, ListName } from "./settings.js";

export type { Unreadable };

import type { Secret } from "./leaves.js";
import type { FoundSecret, ShapeProblem } from "./shape.js";
import type {
  ExtAccount,
  Membership,
  Operator,
  OperatorGroup,
  OrganizationGroup,
  Package,
  Product,
  SchemaExtension,
  User,
} from "./snapshot.schema.js";

/** Everything that one run looks at. */
export interface Workspace {
  readonly instances: readonly Instance[];
  /** Every file that counts, readable or not, in the order of the paths. */
  readonly files: readonly File[];
}

/** A Campaign instance, put together of what was exported of it. What is undefined is not known. */
export interface Instance {
  readonly kind: "instance";
  readonly name: string;
  readonly environment: string | undefined;
  /** Access URL, of the config or the snapshot. */
  readonly url: string | undefined;
  readonly deployment: string | undefined;
  /** Its build is not known where the exports come from different builds. */
  readonly server: Product | undefined;
  /** The server's build, as each file states it. */
  readonly builds: readonly Build[];
  readonly console: Product | undefined;
  readonly packages: Listing<Package> | undefined;
  readonly extAccounts: Listing<ExtAccount> | undefined;
  readonly groups: Listing<OperatorGroup> | undefined;
  readonly operators: Listing<Operator> | undefined;
  /** Whether the groups of an operator are all that it has in Campaign. */
  readonly memberships: Completeness;
  /** Rows of xtk:operatorGroup by operator, of those whose groups they leave open: one can mean a group or a named right. */
  readonly openMemberships: ReadonlyMap<string, readonly Membership[]>;
  readonly options: Readonly<Record<string, string | undefined>> | undefined;
  readonly serverConf: Readonly<Record<string, unknown>> | undefined;
  /** What the instance itself states of it, in config-<instance>.xml or a snapshot: without serverConf.xml beneath. */
  readonly ownServerConf: Readonly<Record<string, unknown>> | undefined;
  /** Whether the server configuration is whole: config-<instance>.xml alone tells what differs from serverConf.xml. */
  readonly serverConfComplete: Completeness;
  readonly schemas: Listing<SchemaExtension> | undefined;
  readonly organization: Organization | undefined;
  /** What the config says of this instance. */
  readonly settings: InstanceSettings;
  /** Where its records stand. */
  readonly origins: Origins;
}

/** An Experience Cloud organization, as far as it was exported. */
export interface Organization {
  readonly kind: "organization";
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** Whether users' profiles leave out what is held through user groups; undefined where nothing says. */
  readonly directOnly: boolean | undefined;
  /** Of users from a table: whether it has a column of the user groups they are in. */
  readonly listsUserGroups: boolean | undefined;
  readonly users: Listing<User> | undefined;
  /** Product profiles, user groups and the like. */
  readonly groups: Listing<OrganizationGroup> | undefined;
}

export type Completeness = "yes" | "no" | "unknown";

/** A list, and whether it holds every record there is. */
export interface Listing<T> {
  readonly records: readonly T[];
  readonly complete: Completeness;
  /** False where a record could not be read, or has no name: then nobody can say that the list is complete. */
  readonly isSound?: boolean;
}

/** The build that a file states. */
export interface Build {
  readonly build: string;
  readonly place: Place;
}

/** What a list's format tells of it. */
export interface ListFact {
  readonly kind: "list";
  readonly name: ListName;
  readonly route: Route;
  readonly count: number;
  /**
   * - `whole`: nothing speaks for a cut
   * - `perhaps-cut`: it holds just as many records as one export can hold
   * - `pages-missing`: pages of the listing are not there
   * - `pages-unclear`: which page is which cannot be told
   */
  readonly state: "whole" | "perhaps-cut" | "pages-missing" | "pages-unclear";
  readonly limit?: number | undefined;
  /** The missing pages, in words. */
  readonly pages?: string | undefined;
}

/** A file that counts. */
export interface File {
  readonly kind: "file";
  readonly name: string;
  /** Where it was read; undefined of standard input. */
  readonly absolute: string | undefined;
  readonly bytes: Uint8Array;
  readonly documents: readonly FileDocument[];
  readonly unreadable: Unreadable | undefined;
  /** Start of what could not be read. */
  readonly unreadableAt: Place;
}

/** A document with what was found while it was read. */
export interface FileDocument {
  readonly document: Export;
  /** The instances that it is of; an organization's exports can serve several. */
  readonly instances: readonly string[];
  readonly exported: Date | undefined;
  readonly buildNumber: string | undefined;
  readonly lists: readonly ListFact[];
  readonly problems: readonly Problem[];
  readonly secrets: readonly SecretRecord[];
  /** Values that are no known secret, and that no excerpt shows all the same. */
  readonly hidden: readonly Route[];
}

/** What is off in a document. */
export type Problem =
  | ShapeProblem
  | ({ readonly kind: "duplicate-key" } & DuplicateKey)
  | { readonly kind: "fault"; readonly route: Route; readonly fault: Fault }
  | {
      readonly kind: "record-twice";
      readonly route: Route;
      readonly earlier: Place;
      readonly name: string;
      readonly fields: readonly string[];
    };

/** A secret with a name that stays the same between runs. */
export interface SecretRecord extends FoundSecret {
  readonly kind: "secret";
  /** Where it belongs, such as `extAccounts/Adobe_Experience_Cloud/clientSecret`. */
  readonly name: string;
  readonly secret: Secret;
}

/**
 * Where something stands, before it is a line and a column: routes, of which the first that leads to a value counts,
 * or a span. Without either it is the start of the document.
 */
export interface Place {
  readonly document: Document | undefined;
  /** Of the file, where there is no document. */
  readonly path: string;
  readonly routes: readonly Route[];
  readonly span?: Span;
  /** What is meant of the value that a route leads to: its key, not the value itself. */
  readonly part?: "key";
}

/** Under this key an object that is no record of an export says which record it stands for, and which key of it. */
export const STANDS_AT: unique symbol = Symbol("stands at");

/** Finds the place of any record or section of an instance. */
export interface Origins {
  /** Where `of`, or the value at the end of `keys` below it, stands; the nearest place that exists. */
  place(of: object, keys: readonly (string | number)[]): Place;
  /** The start of the file that holds the instance, or would hold what is missing. */
  readonly start: Place;
}
