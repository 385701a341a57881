import type { Document, Route } from "../read/document.js";
import type { FileRead } from "../read/files.js";
import { joinList, joinSections, type NameOf, type Part, segment } from "./join.js";
import { OriginTable } from "./origins.js";
import type { InstanceSettings } from "./settings.js";
import { checkShape, secretsIn } from "./shape.js";
import { compileShape, type Shape } from "./shape-compile.js";
import type { OrganizationSection, Snapshot } from "./snapshot.schema.js";
import { maskUserInfo } from "./user-info.js";
import type {
  File,
  FileDocument,
  Instance,
  Listing,
  Organization,
  Place,
  SecretRecord,
  Workspace,
} from "./workspace.js";

/** Puts documents together: each is checked, its secrets are dropped, and the parts of an instance are joined. */
export function assemble(
  files: readonly FileRead[],
  snapshotSchema: object,
  settings: Readonly<Record<string, InstanceSettings | undefined>>,
): Workspace {
  const shape = compileShape(snapshotSchema);
  const parts = new Map<string, Part[]>();
  const nameOfFile = fileNames(files);
  const assembled = files.map((file): File => {
    const documents = (file.result.documents ?? []).map((document): FileDocument => {
      const part = readPart(document, shape);
      const stated = part.snapshot.instance?.name || file.instance;
      const instance = stated || numbered(nameOfFile(file), document);
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
  const checked = checkShape(document.value, shape, document.hasAliases);
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

/**
 * What an instance is called whose snapshot does not say it, and the config neither: the file's name; where several
 * files bear that name, with its folder, so that they stay instances of their own.
 */
function fileNames(files: readonly FileRead[]): (file: FileRead) => string {
  const plain = (path: string) => path.replace(/\.(?:ya?ml|json)$/i, "");
  const base = (path: string) => plain(path.split("/").at(-1) ?? path);
  const counts = new Map<string, number>();
  for (const { path } of files) counts.set(base(path), (counts.get(base(path)) ?? 0) + 1);
  return ({ path }) => ((counts.get(base(path)) ?? 0) > 1 ? plain(path) : base(path));
}

/** A file can hold several snapshots without a name. */
function numbered(name: string, { index }: Document): string {
  return index === 0 ? name : `${name}#${index + 1}`;
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
  hasAliases: false,
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
      if (typeof step === "string") return maskUserInfo(step);
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
    // A statement that cannot be read, or that another contradicts, is no proof that nothing is left out.
    directOnly:
      settings.directOnly ?? section.directOnly ?? (isUnclear(parts, "directOnly") ? true : undefined),
    users,
    groups,
  };
  origins.alias(organization, section);
  return organization;
}

/** Whether a field of the organization is stated, and still not known. */
function isUnclear(parts: readonly Part[], field: string): boolean {
  return parts.some(({ problems }) =>
    problems.some(
      (problem) =>
        problem.route[0] === "organization" &&
        (problem.route[1] === field || (problem.kind === "record-twice" && problem.fields.includes(field))),
    ),
  );
}
