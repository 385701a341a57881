import type { Document, Route } from "../read/document.js";
import type { FileRead } from "../read/files.js";
import { allot } from "./allot.js";
import { serverOf } from "./builds.js";
import { joinList, joinRows, joinSections, type NameOf, segment } from "./join.js";
import { resolveCells } from "./joined-cells.js";
import { giveGroups } from "./memberships.js";
import { declared, type JoinedOrganization, joinOrganization, withSettings } from "./organization.js";
import { OriginTable } from "./origins.js";
import { judgeLists } from "./pages.js";
import { type Part, readPart, secretsOf } from "./part.js";
import { type Element, overlay } from "./server-conf.js";
import type { InstanceSettings } from "./settings.js";
import { compileShape } from "./shape-compile.js";
import type { Membership, Snapshot } from "./snapshot.schema.js";
import type { Completeness, File, Instance, Listing, Place, Workspace } from "./workspace.js";

/** What assembling needs to know beside the files. */
export interface Surroundings {
  /** The published JSON Schema of the snapshot, whose shape every export has been given. */
  readonly snapshotSchema: object;
  /** What the config says of instances. */
  readonly settings: Readonly<Record<string, InstanceSettings | undefined>>;
  /** Name of the folder at the root; exports that lie there are the instance of that name. */
  readonly rootName: string;
}

/** Puts documents together: each is checked, its secrets are dropped, and the parts of an instance are joined. */
export function assemble(
  files: readonly FileRead[],
  { snapshotSchema, settings, rootName }: Surroundings,
): Workspace {
  const shape = compileShape(snapshotSchema);
  const byFile = new Map(
    files.map((file) => [file, file.exports.map((document) => readPart(file, document, shape))]),
  );
  const parts = [...byFile.values()].flat();
  resolveCells(parts);
  const lists = judgeLists(parts);
  const order = new Map(parts.map((part, index) => [part, index]));
  const organizations = new Map<string, JoinedOrganization | undefined>();
  const instancesOf = new Map<Part, string[]>(parts.map((part) => [part, []]));
  const allotted = allot(parts, rootName);
  const uses = new Map<Part, number>();
  for (const { parts: own } of allotted) for (const part of own) uses.set(part, (uses.get(part) ?? 0) + 1);
  const instances = allotted.map(({ name, parts: own, shared }) => {
    for (const part of [...own, ...shared]) instancesOf.get(part)?.push(name);
    const ofOrganization = [...own.filter(({ snapshot }) => snapshot.organization), ...shared];
    const id = ofOrganization.map((part) => order.get(part)).join();
    if (!organizations.has(id)) organizations.set(id, joinOrganization(ofOrganization));
    const organization = organizations.get(id);
    const known = Object.hasOwn(settings, name) ? settings[name] : undefined;
    const isShared = own.some((part) => (uses.get(part) ?? 0) > 1);
    return joinParts(name, { own, shared, isShared }, organization, known ?? {});
  });
  const assembled = files.map((file): File => {
    const { path, absolute, bytes, unreadable, source } = file;
    return {
      kind: "file",
      name: path,
      absolute,
      bytes,
      documents: (byFile.get(file) ?? []).map((part) => ({
        document: part.document,
        instances: instancesOf.get(part) ?? [],
        exported: part.snapshot.exported,
        buildNumber: part.snapshot.server?.buildNumber,
        lists: lists.get(part) ?? [],
        problems: part.problems,
        secrets: secretsOf(part),
        hidden: part.checked.hidden,
      })),
      unreadable,
      unreadableAt: unreadablePlace(path, source, unreadable?.offset),
    };
  });
  return { instances, files: assembled };
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
  index: 0,
  value: undefined,
  duplicates: [],
  hasAliases: false,
  leftOver: [],
  locate: (routes: readonly Route[]) => routes.map(() => undefined),
};

interface PartsOfInstance {
  readonly own: readonly Part[];
  /** Exports of the organization. */
  readonly shared: readonly Part[];
  /** Whether some of its own parts are another instance's too. */
  readonly isShared: boolean;
}

function joinParts(
  name: string,
  { own: parts, shared, isShared }: PartsOfInstance,
  organization: JoinedOrganization | undefined,
  settings: InstanceSettings,
): Instance {
  const origins = new OriginTable([...parts, ...shared].map((part) => part.document));
  if (organization) origins.adopt(organization.origins);
  const list = <K extends "packages" | "extAccounts" | "groups" | "operators" | "schemas">(
    key: K,
    nameOf: NameOf,
  ) => {
    const joined = joinList(
      parts.map((part) => segment(part, [key], part.snapshot[key], key)),
      { nameOf, apart: [], key, origins },
    ) as Listing<NonNullable<Snapshot[K]>[number]> | undefined;
    return joined && declared(joined, settings.complete?.includes(key), origins);
  };
  const section = <T extends object>(
    key: string,
    read: (snapshot: Snapshot) => T | undefined,
  ): T | undefined =>
    joinSections(
      parts.map((part) => ({ part, route: [key], value: read(part.snapshot) })),
      origins,
    );
  const about = section("instance", (snapshot) => snapshot.instance);
  const memberships = joinRows(
    parts.map((part) => segment(part, ["memberships"], part.snapshot.memberships, "memberships")),
    origins,
  ) as Listing<Membership> | undefined;
  const listed = list("operators", (record) => record.name);
  const operators = isShared && listed ? copied(listed, origins) : listed;
  const groups = list("groups", (record) => record.name);
  const given = giveGroups(
    operators,
    memberships && declared(memberships, settings.complete?.includes("memberships"), origins),
    groups,
    membershipsStated(parts, settings),
  );
  const { product, builds } = serverOf(parts, origins);
  const serverConf = serverConfOf(parts, origins);
  const instance: Instance = {
    kind: "instance",
    name,
    environment: settings.environment ?? about?.environment,
    url: settings.url ?? about?.url,
    deployment: about?.deployment,
    server: product,
    builds,
    console: section("console", (snapshot) => snapshot.console),
    packages: list("packages", (record) => record.id || record.label),
    extAccounts: list("extAccounts", (record) => record.name),
    groups: groups && given.provesGroups ? withMore(groups, origins) : groups,
    operators,
    memberships: given.complete,
    openMemberships: given.open,
    schemas: list("schemas", (record) => record.name),
    options: section("options", (snapshot) => snapshot.options),
    serverConf: serverConf?.value,
    ownServerConf: serverConf?.own,
    serverConfComplete: settings.complete?.includes("serverConf")
      ? "yes"
      : (serverConf?.complete ?? "unknown"),
    organization: organization && withSettings(organization, settings),
    settings,
    origins,
  };
  if (about) origins.alias(instance, about);
  return instance;
}

/** A list of which another export names records that it lacks. */
function withMore<T>(listing: Listing<T>, origins: OriginTable): Listing<T> {
  const own: Listing<T> = { ...listing, complete: listing.complete === "yes" ? "unknown" : listing.complete };
  origins.sameList(own as Listing<object>, listing as Listing<object>);
  return own;
}

/** A list whose records can be changed though another instance has them too. */
function copied<T extends object>(listing: Listing<T>, origins: OriginTable): Listing<T> {
  const records = listing.records.map((record) => {
    const copy = { ...record };
    origins.addMerged(copy, record, new Map());
    return copy;
  });
  const own = { ...listing, records };
  origins.sameList(own as Listing<object>, listing as Listing<object>);
  return own;
}

/** What is stated of the groups that operators have in their own record: all, unless somebody says otherwise. */
function membershipsStated(parts: readonly Part[], settings: InstanceSettings): Completeness {
  const words = parts.flatMap(({ complete, snapshot }) =>
    snapshot.operators && !snapshot.memberships ? (complete.memberships ?? "yes") : [],
  );
  const stated = (["no", "unknown"] as const).find((word) => words.includes(word)) ?? "yes";
  return stated === "unknown" && settings.complete?.includes("memberships") ? "yes" : stated;
}

/** The server configuration: what the instance's own file says lies over serverConf.xml. */
function serverConfOf(
  parts: readonly Part[],
  origins: OriginTable,
): { value: Element; own: Element | undefined; complete: Completeness } | undefined {
  const pieces = parts.map((part) => ({ part, route: ["serverConf"], value: part.snapshot.serverConf }));
  const stated = pieces.filter(({ value }) => value !== undefined);
  const isDefault = ({ part }: (typeof pieces)[number]) =>
    part.document.format === "server-configuration" && part.complete.serverConf === "yes";
  const under = joinSections(stated.filter(isDefault), origins);
  const over = joinSections(
    stated.filter((piece) => !isDefault(piece)),
    origins,
  );
  const value = over ?? under;
  if (!value) return undefined;
  const words = stated.map(({ part }) => part.complete.serverConf ?? "yes");
  const complete = words.includes("yes") ? "yes" : "unknown";
  const layer = (of: Element | undefined, isUnder: boolean) => {
    const { document } = stated.find((piece) => isDefault(piece) === isUnder)?.part ?? {};
    return document && of && { document, route: ["serverConf"], value: of };
  };
  const [above, below] = [layer(over, false), layer(under, true)];
  if (!above || !below) return { value, own: over, complete };
  const overlaid = overlay(above, below);
  origins.addLayered(overlaid.value, overlaid.layersOf);
  return { value: overlaid.value, own: over, complete };
}
