import type { Document, ReadResult, Route } from "../read/document.js";
import { Secret } from "./leaves.js";
import { OriginTable, type Segment } from "./origins.js";
import type { InstanceSettings, ListName } from "./settings.js";
import { type Checked, checkShape, compileShape, type Shape, secretsIn } from "./shape.js";
import type { OrganizationSection, Snapshot } from "./snapshot.schema.js";
import type {
  Completeness,
  File,
  FileDocument,
  Instance,
  Listing,
  Organization,
  Place,
  Problem,
  SecretRecord,
  Workspace,
} from "./workspace.js";

/** A file as it was read, and what the config says of it. */
export interface FileRead {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly result: ReadResult;
  /** The instance that the config counts this file to. */
  readonly instance: string | undefined;
}

/** A part of an instance: what one document says of it. */
interface Part {
  readonly document: Document;
  readonly snapshot: Snapshot;
  readonly checked: Checked;
  readonly problems: Problem[];
}

/** Puts documents together: each is checked, its secrets are dropped, and the parts of an instance are joined. */
export function assemble(
  files: readonly FileRead[],
  snapshotSchema: object,
  settings: Readonly<Record<string, InstanceSettings | undefined>>,
): Workspace {
  const shape = compileShape(snapshotSchema);
  const parts = new Map<string, Part[]>();
  const assembled = files.map((file): File => {
    const documents = (file.result.documents ?? []).map((document): FileDocument => {
      const part = readPart(document, shape);
      const instance = instanceName(part.snapshot, file, document);
      const known = parts.get(instance);
      if (known) known.push(part);
      else parts.set(instance, [part]);
      return {
        document,
        instance,
        exported: part.snapshot.exported,
        problems: part.problems,
        secrets: secretsOf(part),
        hidden: part.checked.hidden,
      };
    });
    const { unreadable } = file.result;
    const source = file.result.documents ? undefined : file.result.source;
    return {
      kind: "file",
      name: file.path,
      bytes: file.bytes,
      documents,
      unreadable,
      unreadableAt: unreadablePlace(file.path, source, unreadable?.offset),
    };
  });
  const instances = [...parts].map(([name, ofInstance]) =>
    joinParts(name, ofInstance, (Object.hasOwn(settings, name) ? settings[name] : undefined) ?? {}),
  );
  return { instances, files: assembled };
}

function readPart(document: Document, shape: Shape): Part {
  const checked = checkShape(document.value, shape);
  restoreNumbers(document, checked.numbers);
  const duplicates = document.duplicates.map((duplicate) => ({
    kind: "duplicate-key" as const,
    ...duplicate,
  }));
  return {
    document,
    snapshot: (checked.value ?? {}) as Snapshot,
    checked,
    problems: [...duplicates, ...checked.problems],
  };
}

/** Puts the text of typed numbers back as it was written: `1e3`, `7.10`. */
function restoreNumbers(document: Document, routes: readonly Route[]): void {
  const located = document.locate(routes);
  routes.forEach((route, index) => {
    const span = located[index]?.value;
    const holder = route
      .slice(0, -1)
      .reduce<unknown>((value, step) => (value as Route)[step as number], document.value);
    const last = route.at(-1);
    if (span && last !== undefined) {
      (holder as Record<string | number, unknown>)[last] = document.source.raw.slice(span.start, span.end);
    }
  });
}

/** The snapshot's own word, else the config's, else the name of the file. */
function instanceName(snapshot: Snapshot, file: FileRead, document: Document): string {
  const stated = snapshot.instance?.name ?? file.instance;
  if (stated) return stated;
  const base = file.path.split("/").at(-1) ?? file.path;
  const name = base.replace(/\.(?:ya?ml|json)$/i, "");
  return document.index === 0 ? name : `${name}#${document.index + 1}`;
}

function unreadablePlace(
  path: string,
  source: Document["source"] | undefined,
  offset: number | undefined,
): Place {
  const span = { start: offset ?? 0, end: offset ?? 0 };
  if (!source) return { document: undefined, path, routes: [] };
  return { document: { ...NO_DOCUMENT, path, source }, path, routes: [], span };
}

const NO_DOCUMENT = {
  format: "yaml" as const,
  index: 0,
  value: undefined,
  duplicates: [],
  leftOver: [],
  locate: (routes: readonly Route[]) => routes.map(() => undefined),
};

/** Secrets with names made of records' names, not of their positions. */
function secretsOf(part: Part): SecretRecord[] {
  const inLeftOver = part.document.leftOver.flatMap(secretsIn);
  return [...part.checked.secrets, ...inLeftOver].map((found) => {
    let value: unknown = part.document.value;
    const names = found.route.map((step) => {
      value = (value as Record<string | number, unknown> | undefined)?.[step];
      if (typeof step === "string") return step;
      const record = (value ?? {}) as Record<string, unknown>;
      const name = [record.name, record.label, record.groupName, record.email].find(
        (item) => typeof item === "string",
      );
      return typeof name === "string" ? name : String(step + 1);
    });
    return { kind: "secret", name: names.join("/"), ...found };
  });
}

function joinParts(name: string, parts: readonly Part[], settings: InstanceSettings): Instance {
  const origins = new OriginTable(parts.map((part) => part.document));
  const list = <K extends "packages" | "extAccounts" | "groups" | "operators" | "schemas">(
    key: K,
    nameOf: NameOf,
  ) =>
    joinList(
      parts.map((part) => segment(part, [key], part.snapshot[key], key)),
      { nameOf, apart: [], settings, key, origins },
    ) as Listing<NonNullable<Snapshot[K]>[number]> | undefined;
  const section = <T extends object>(
    key: string,
    read: (snapshot: Snapshot) => T | undefined,
  ): T | undefined =>
    joinSections(
      parts.map((part) => ({ part, route: [key], value: read(part.snapshot) })),
      origins,
    );
  const about = section("instance", (snapshot) => snapshot.instance);
  const organization = section("organization", (snapshot) => snapshot.organization);
  return {
    kind: "instance",
    name,
    environment: settings.environment ?? about?.environment,
    url: settings.url ?? about?.url,
    deployment: about?.deployment,
    server: section("server", (snapshot) => snapshot.server),
    console: section("console", (snapshot) => snapshot.console),
    packages: list("packages", (record) => record.id || record.label),
    extAccounts: list("extAccounts", (record) => record.name),
    groups: list("groups", (record) => record.name),
    operators: list("operators", (record) => record.name),
    schemas: list("schemas", (record) => record.name),
    options: section("options", (snapshot) => snapshot.options),
    serverConf: section("serverConf", (snapshot) => snapshot.serverConf),
    organization: organization && joinOrganization(organization, parts, settings, origins),
    settings,
    origins,
  };
}

function joinOrganization(
  section: OrganizationSection,
  parts: readonly Part[],
  settings: InstanceSettings,
  origins: OriginTable,
): Organization {
  const users = joinList(
    parts.map((part) => segment(part, ["organization", "users"], part.snapshot.organization?.users, "users")),
    { nameOf: (user) => user.email || user.username, apart: ["type"], settings, key: "users", origins },
  ) as Organization["users"];
  const groups = joinList(
    parts.map((part) =>
      segment(part, ["organization", "groups"], part.snapshot.organization?.groups, "profiles"),
    ),
    {
      nameOf: (group) => group.groupName,
      apart: ["type", "productName"],
      settings,
      key: "profiles",
      origins,
    },
  ) as Organization["groups"];
  const organization: Organization = {
    kind: "organization",
    id: section.id,
    name: section.name,
    directOnly: settings.directOnly ?? section.directOnly,
    users,
    groups,
  };
  origins.alias(organization, section);
  return organization;
}

type AnyRecord = Readonly<Record<string, string | undefined>>;
type NameOf = (record: AnyRecord) => string | undefined;

interface ListPart extends Segment {
  readonly part: Part;
  readonly complete: Completeness;
  readonly isBroken: boolean;
}

function segment(
  part: Part,
  route: Route,
  records: readonly (object | undefined)[] | undefined,
  key: ListName,
): ListPart | undefined {
  if (!records) return undefined;
  const isBroken = part.checked.broken.some((broken) => broken.join("/") === route.join("/"));
  const complete = part.snapshot.complete?.[key] ?? "yes";
  return { part, document: part.document, route, records, complete, isBroken };
}

/**
 * Joins a list's parts. A record that comes twice counts once; of values that differ none counts. A record that
 * cannot be read, or has no name, may be the one that is missed: such a list is not complete. External accounts are
 * not looked for by name alone, so one without a name hides nothing.
 */
function joinList(
  parts: readonly (ListPart | undefined)[],
  list: {
    readonly nameOf: NameOf;
    /** Fields in which records of one name may differ and be two. */
    readonly apart: readonly string[];
    readonly settings: InstanceSettings;
    readonly key: ListName;
    readonly origins: OriginTable;
  },
): Listing<object> | undefined {
  const segments = parts.filter((part) => part !== undefined);
  const [only] = segments;
  if (!only) return undefined;
  // By name; the few names that come twice are looked at more closely.
  const first = new Map<string, AnyRecord>();
  const others = new Map<string, AnyRecord[]>();
  const dropped = new Set<object>();
  let isSure = true;
  for (const piece of segments) {
    isSure &&= !piece.isBroken;
    piece.records.forEach((item, index) => {
      const record = item as AnyRecord | undefined;
      const name = record && list.nameOf(record);
      if (!record || name === undefined) {
        isSure &&= list.key === "extAccounts" && record !== undefined;
        return;
      }
      // Records with an empty name are not one record.
      if (name === "") return;
      const known = first.get(name);
      if (!known) {
        first.set(name, record);
        return;
      }
      const namesakes = others.get(name) ?? [known];
      const earlier = namesakes.find((other) => list.apart.every((field) => other[field] === record[field]));
      if (!earlier) {
        others.set(name, [...namesakes, record]);
        return;
      }
      dropped.add(record);
      const at = placeIn(segments, earlier);
      const fields = dropDiffering(earlier, record);
      if (fields.length > 0) {
        piece.part.problems.push({
          kind: "record-twice",
          route: [...piece.route, index],
          earlier: at,
          name,
          fields,
        });
      }
    });
  }
  const isWhole = segments.length === 1 && dropped.size === 0 && !only.isBroken;
  const records = isWhole
    ? (only.records as readonly object[])
    : segments.flatMap((piece) =>
        piece.records.filter((record) => record !== undefined && !dropped.has(record)),
      );
  const stated = list.settings.complete?.includes(list.key)
    ? "yes"
    : (["yes", "no", "unknown"] as const).find((word) => segments.some((piece) => piece.complete === word));
  const listing: Listing<object> = {
    records: records as readonly object[],
    complete: stated === "yes" && !isSure ? "unknown" : (stated ?? "unknown"),
  };
  list.origins.addList(listing, segments);
  return listing;
}

/** Where a record of a list stands. */
function placeIn(segments: readonly ListPart[], record: AnyRecord): Place {
  const piece = segments.find(({ records }) => records.includes(record));
  if (!piece) throw new Error("a record is in none of its list's parts");
  const { document, route, records } = piece;
  return { document, path: document.path, routes: [[...route, records.indexOf(record)]] };
}

/** Names of the fields in which two records of one name differ; the earlier record loses their values. */
function dropDiffering(earlier: AnyRecord, later: AnyRecord): string[] {
  const fields: string[] = [];
  for (const key of new Set([...Object.keys(earlier), ...Object.keys(later)])) {
    const [a, b] = [earlier[key], later[key]];
    if (a === undefined) (earlier as Record<string, unknown>)[key] = b;
    if (a === undefined || b === undefined || isSame(a, b)) continue;
    (earlier as Record<string, unknown>)[key] = undefined;
    fields.push(key);
  }
  return fields;
}

/** Secrets can be compared by their form alone: their text is gone. */
function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Secret || b instanceof Secret)
    return a instanceof Secret && b instanceof Secret && a.form === b.form;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Joins the sections of one name: a field counts where all parts that state it agree. */
function joinSections<T extends object>(
  pieces: readonly { readonly part: Part; readonly route: Route; readonly value: T | undefined }[],
  origins: OriginTable,
): T | undefined {
  const stated = pieces.flatMap(({ part, route, value }) => (value ? [{ part, route, value }] : []));
  const [first, ...others] = stated;
  if (!first) return undefined;
  origins.addSection(
    first.value,
    stated.map(({ part, route, value }) => ({ document: part.document, route, value: { ...value } })),
  );
  const at: Place = { document: first.part.document, path: first.part.document.path, routes: [first.route] };
  for (const { part, route, value } of others) {
    const { users: _a, groups: _b, ...comparable } = value as Record<string, unknown>;
    const { users: _c, groups: _d, ...known } = first.value as Record<string, unknown>;
    const before = { ...known };
    const fields = dropDiffering(known as AnyRecord, comparable as AnyRecord);
    for (const key of Object.keys({ ...known, ...before })) {
      (first.value as Record<string, unknown>)[key] = known[key];
    }
    if (fields.length > 0) {
      part.problems.push({ kind: "record-twice", route, earlier: at, name: String(route[0]), fields });
    }
  }
  return first.value;
}
