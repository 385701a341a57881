import { areMixed } from "../model/builds.js";
import { NOT_OF_KIND, readFlag, Secret } from "../model/leaves.js";
import { type Element, isElement } from "../model/server-conf.js";
import { attributesAt } from "../model/server-settings.js";
import { LISTS, type ListName } from "../model/settings.js";
import { compileShape, type Shape } from "../model/shape-compile.js";
import type { Membership, User } from "../model/snapshot.schema.js";
import type { FileDocument, Instance, Listing, Workspace } from "../model/workspace.js";
import { SECRET_KEY } from "../read/secret-key.js";

/** A snapshot as plain data, and what its readers must know. */
export interface ConvertedSnapshot {
  readonly instance: string;
  /** In the order of the format's keys. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Files that it was made of. */
  readonly files: readonly string[];
  /** By key of the snapshot: where its values come from, and what is known of their completeness. */
  readonly remarks: ReadonlyMap<string, string>;
}

/** Turns every instance into a snapshot. Of secrets it holds only whether they were there, and in which form. */
export function toSnapshots(
  workspace: Workspace,
  snapshotSchema: object,
  sha256: (bytes: Uint8Array) => string,
): ConvertedSnapshot[] {
  const shape = compileShape(snapshotSchema);
  return workspace.instances.map((instance) => {
    const sources = sourcesOf(instance, workspace);
    const data = {
      imsLint: "snapshot/v1",
      exported: oldest(sources),
      ...sectionsOf(instance),
      complete: completenessOf(instance),
      sources: sources.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) })),
    };
    return {
      instance: instance.name,
      value: plain(data, shape) as Record<string, unknown>,
      files: sources.map(({ path }) => path),
      remarks: remarksOn(instance, sources),
    };
  });
}

interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly documents: readonly FileDocument[];
}

function sourcesOf({ name }: Instance, { files }: Workspace): Source[] {
  return files.flatMap((file) => {
    const documents = file.documents.filter(({ instances }) => instances.includes(name));
    return documents.length > 0 ? [{ path: file.name, bytes: file.bytes, documents }] : [];
  });
}

/** A snapshot is as old as the oldest of what it was made of, where all of that has a date. */
function oldest(sources: readonly Source[]): string | undefined {
  const all = sources.flatMap(({ documents }) => documents);
  const dates = all.flatMap(({ exported }) => exported ?? []);
  if (dates.length < all.length) return undefined;
  const [first] = dates.sort((a, b) => a.getTime() - b.getTime());
  return first?.toISOString();
}

function sectionsOf(instance: Instance): Record<string, unknown> {
  const { name, environment, url, deployment, organization } = instance;
  return {
    instance: { name, environment, url, deployment },
    server: areMixed(instance.builds) ? undefined : instance.server,
    console: instance.console,
    packages: instance.packages?.records,
    extAccounts: instance.extAccounts?.records,
    groups: instance.groups?.records,
    operators: instance.operators?.records,
    memberships: openMemberships(instance),
    options: instance.options && safeOptions(instance.options),
    serverConf: instance.serverConf && withoutEmptyDefault(instance.serverConf, instance),
    organization: organization && {
      id: organization.id,
      name: organization.name,
      directOnly: organization.directOnly,
      listsUserGroups: organization.listsUserGroups,
      users: organization.users?.records.map(whollyKnown),
      groups: organization.groups?.records,
    },
    schemas: instance.schemas?.records,
  };
}

/** Rows that leave open whether they mean a group or a named right; what the others say stands in the operators. */
function openMemberships({ openMemberships: open }: Instance): readonly Membership[] | undefined {
  return open.size === 0 ? undefined : [...open.values()].flat();
}

/** Options can hold passwords of what they set up. */
function safeOptions(options: NonNullable<Instance["options"]>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(options).filter(([name, value]) => isSafe(name, value)));
}

const ORG_ID = ["web", "redirection", "IMSOrgId"] as const;

/** An ID that serverConf.xml leaves empty is its default; in a snapshot it would be the instance's own word. */
function withoutEmptyDefault(serverConf: Element, { ownServerConf = {} }: Instance): unknown {
  const [web, redirection, attribute] = ORG_ID;
  const isOwn = attributesAt(ownServerConf, [web, redirection], attribute).length > 0;
  return isOwn ? serverConf : withoutEmpty(serverConf, ORG_ID);
}

function withoutEmpty(value: unknown, route: readonly string[]): unknown {
  const [key, ...rest] = route;
  if (Array.isArray(value)) return value.map((item: unknown) => withoutEmpty(item, route));
  if (key === undefined) return value === "" ? undefined : value;
  return isElement(value) && Object.hasOwn(value, key)
    ? { ...value, [key]: withoutEmpty(value[key], rest) }
    : value;
}

/** A person of whom some names cannot be read: without them the others would tell too much. */
function whollyKnown(user: User): User {
  const isKnown = [user.groups, user.userGroups].every(
    (names) => names?.every((name) => name !== undefined) ?? true,
  );
  return isKnown ? user : { ...user, groups: undefined, userGroups: undefined };
}

/** Lists count as complete in a snapshot, so only the others are told. */
function completenessOf(instance: Instance): Partial<Record<ListName, string>> | undefined {
  const words: Partial<Record<ListName, string>> = {};
  for (const key of LISTS) {
    const word = completeOf(instance, key);
    if (word === undefined || word === "yes") continue;
    // What the config could not make complete stays so.
    words[key] = instance.settings.complete?.includes(key) ? "no" : word;
  }
  return Object.keys(words).length > 0 ? words : undefined;
}

function completeOf(instance: Instance, key: ListName): Listing<unknown>["complete"] | undefined {
  switch (key) {
    case "users":
      return instance.organization?.users?.complete;
    case "profiles":
      return instance.organization?.groups?.complete;
    case "memberships":
      return instance.operators ? instance.memberships : undefined;
    case "serverConf":
      return instance.serverConf ? instance.serverConfComplete : undefined;
    case "options":
      return undefined;
    default:
      return instance[key]?.complete;
  }
}

function remarksOn(instance: Instance, sources: readonly Source[]): ReadonlyMap<string, string> {
  const remarks = new Map<string, string>();
  const { environment, url } = instance.settings;
  if (environment !== undefined || url !== undefined) {
    remarks.set("instance", "environment or url as the config says");
  }
  for (const key of REMARKED) {
    const from = sources.filter(({ documents }) =>
      documents.some(({ document }) => holds(document.value, key)),
    );
    if (from.length === 0 || (key === "server" && areMixed(instance.builds))) continue;
    const word = (LISTS as readonly string[]).includes(key)
      ? completeOf(instance, key as ListName)
      : undefined;
    const isDeclared = instance.settings.complete?.includes(key as ListName) && word === "yes";
    const lack =
      word === "no"
        ? "; some are missing"
        : word === "unknown"
          ? "; whether these are all is not known"
          : isDeclared
            ? "; complete, as the config says"
            : "";
    remarks.set(key, `from ${from.map(({ path }) => path).join(", ")}${lack}`);
  }
  if (instance.openMemberships.size > 0) {
    remarks.set("memberships", "rows that do not say whether they mean an operator group or a named right");
  }
  return remarks;
}

const REMARKED = [
  "server",
  "console",
  "packages",
  "extAccounts",
  "groups",
  "operators",
  "options",
  "serverConf",
  "organization",
  "schemas",
] as const;

function holds(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && (value as Record<string, unknown>)[key] !== undefined;
}

/** What the format knows of a value, as plain data; what is not known is left out. */
function plain(value: unknown, shape: Shape): unknown {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Secret) return stated(value);
  if (value instanceof Date) return value.toISOString();
  switch (shape.kind) {
    case "list":
      // Names of which one cannot be read are not known; without it they would seem to be all.
      if (shape.item.kind === "text" && Array.isArray(value) && value.some((item) => item === undefined)) {
        return undefined;
      }
      return Array.isArray(value)
        ? value.map((item) => plain(item, shape.item)).filter((item) => item !== undefined)
        : undefined;
    case "record": {
      const record = value as Record<string, unknown>;
      const keys = shape.rest ? Object.keys(record) : shape.fields.keys();
      const entries = keys.flatMap((key) => {
        const inner = plain(record[key], shape.fields.get(key) ?? shape.rest ?? { kind: "any" });
        return inner === undefined ? [] : [[key, inner] as const];
      });
      return Object.fromEntries(entries);
    }
    case "any":
      return anything(value);
    default:
      return value;
  }
}

/** A value that no schema describes, but for its secrets. */
function anything(value: unknown): unknown {
  if (value instanceof Secret) return stated(value);
  if (Array.isArray(value)) return value.map(anything);
  if (typeof value !== "object" || value === null) return value;
  // An element that bears the name of a secret may hold it in a form of its own.
  const safe = Object.entries(value).filter(([key, inner]) => isSafe(key, inner));
  return Object.fromEntries(safe.map(([key, inner]) => [key, anything(inner)]));
}

/**
 * Whether a value can be handed on. The server configuration has attributes alone: text in it is a mistake. Other keys than those
 * that are known to hold secrets can hold one; yes and no are none.
 */
function isSafe(key: string, value: unknown): boolean {
  if (value instanceof Secret) return true;
  if (key === "$" || (SECRET_KEY.test(key) && typeof value === "object")) return false;
  return !PERHAPS_SECRET.test(key) || typeof value === "object" || readFlag(value) !== NOT_OF_KIND;
}

const PERHAPS_SECRET = /pass(?:word|wd|phrase)|pwd|secret|api_?key|token|private|credential/i;

/** That there was a secret, and in which form; the text was dropped when it was read. */
function stated({ form, present, saysEncrypted }: Secret): object {
  switch (form) {
    case "clear":
      return { present, encrypted: false };
    case "encrypted":
      return { present, encrypted: true };
    case "stated":
      return saysEncrypted === undefined ? { present } : { present, encrypted: saysEncrypted };
    case "masked":
    case "empty":
      return { present };
  }
}
