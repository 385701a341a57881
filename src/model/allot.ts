import { instanceOfFile, isInstanceFile } from "../read/campaign/instance-file.js";
import type { ExportFormat } from "../read/export.js";
import { cutValue } from "./cut.js";
import type { Part } from "./part.js";

/** Which parts are one instance, and which organization exports serve it. */
export interface Allotted {
  readonly name: string;
  readonly parts: readonly Part[];
  /** Exports of the organization; they can serve several instances. */
  readonly shared: readonly Part[];
}

/**
 * Puts parts together as instances. A snapshot says what it belongs to, else the config does, else the folder: its
 * exports are one instance, named by the session info in it, else after the folder. Exports of an organization serve
 * every instance in their folder and below.
 */
export function allot(parts: readonly Part[], rootName: string): Allotted[] {
  const own = new Map<string, Part[]>();
  const add = (name: string, part: Part) => {
    const known = own.get(name);
    if (known) known.push(part);
    else own.set(name, [part]);
  };
  const snapshots = parts.filter(({ document }) => document.format === "snapshot");
  const nameOfSnapshot = snapshotNames(snapshots);
  for (const part of snapshots) add(nameOfSnapshot(part), part);

  const exports = parts.filter(({ document }) => document.format !== "snapshot");
  const ofInstances = exports.filter((part) => !isOfOrganization(part));
  const nameOfExport = folderNames(ofInstances, rootName, isAlone(parts));
  for (const part of ofInstances) {
    const configured = part.file.instances;
    if (isTemplate(part) && configured.length > 0 && !part.file.isNamed) continue;
    for (const name of configured.length > 0 ? configured : nameOfExport(part)) add(name, part);
  }

  const ofOrganizations = exports.filter(isOfOrganization);
  const folders = [...own].map(([name, ofInstance]) => ({
    name,
    folders: new Set(ofInstance.map(({ file }) => folderOf(file.path))),
    hasOrganization: ofInstance.some(
      ({ snapshot }) => snapshot.organization?.users ?? snapshot.organization?.groups,
    ),
  }));
  const shared = new Map<string, Part[]>();
  const nameOfOther = folderNames(ofOrganizations, rootName, isAlone(parts));
  for (const part of ofOrganizations) {
    const folder = folderOf(part.file.path);
    const served =
      part.file.instances.length > 0
        ? part.file.instances
        : folders
            .filter((instance) => [...instance.folders].some((other) => isWithin(other, folder)))
            .map(({ name }) => name);
    for (const name of served.length > 0 ? served : nameOfOther(part)) {
      // A snapshot's own users and profiles are never merged with others; its organization's id and name can be stated.
      if (folders.some((instance) => instance.name === name && instance.hasOrganization)) continue;
      const known = shared.get(name);
      if (known) known.push(part);
      else shared.set(name, [part]);
    }
  }
  const names = [...new Set([...own.keys(), ...shared.keys()])];
  return names.map((name) => ({
    name: cutValue(name),
    parts: own.get(name) ?? [],
    shared: shared.get(name) ?? [],
  }));
}

/** Exports of an organization, which can serve several instances. */
export const OF_ORGANIZATIONS: ReadonlySet<ExportFormat> = new Set([
  "user-management-api",
  "admin-console-csv",
]);

function isOfOrganization({ document }: Part): boolean {
  return OF_ORGANIZATIONS.has(document.format);
}

/** One file that was given alone is one instance. */
function isAlone(parts: readonly Part[]): boolean {
  return parts.length > 0 && parts.every(({ file }) => file === parts[0]?.file && file.isNamed);
}

/**
 * What a snapshot's instance is called that does not say it, and the config neither: as the file; where several
 * files bear that name, with its folder, so that they stay instances of their own.
 */
function snapshotNames(snapshots: readonly Part[]): (part: Part) => string {
  const files = new Set(snapshots.map(({ file }) => file));
  const counts = new Map<string, number>();
  for (const { path } of files) counts.set(stemOf(path), (counts.get(stemOf(path)) ?? 0) + 1);
  return ({ snapshot, document, file }) => {
    const stated = snapshot.instance?.name || file.instances[0];
    if (stated) return stated;
    const name = (counts.get(stemOf(file.path)) ?? 0) > 1 ? withoutExtension(file.path) : stemOf(file.path);
    return document.index === 0 ? name : `${name}#${document.index + 1}`;
  };
}

/** The instances that exports belong to which only lie in a folder; one, but for serverConf.xml. */
function folderNames(
  parts: readonly Part[],
  rootName: string,
  alone: boolean,
): (part: Part) => readonly string[] {
  const byFolder = new Map<string, Part[]>();
  for (const part of parts) {
    const folder = folderOf(part.file.path);
    const known = byFolder.get(folder);
    if (known) known.push(part);
    else byFolder.set(folder, [part]);
  }
  const plain = (folder: string) => folder.split("/").at(-1) || rootName;
  const counts = new Map<string, number>();
  for (const folder of byFolder.keys()) counts.set(plain(folder), (counts.get(plain(folder)) ?? 0) + 1);
  const named = new Map<Part, readonly string[]>();
  const nameOf = (folder: string, inFolder: readonly Part[]): string => {
    const stated = new Set(inFolder.flatMap(({ snapshot }) => snapshot.instance?.name || []));
    const [only] = stated;
    if (stated.size === 1 && only !== undefined) return only;
    const [first] = inFolder;
    if (alone && first) return instanceOf(first) ?? stemOf(first.file.path);
    return (counts.get(plain(folder)) ?? 0) > 1 ? folder || rootName : plain(folder);
  };
  const folders = [...byFolder].map(([folder, inFolder]) => ({
    folder,
    inFolder,
    name: nameOf(folder, inFolder),
  }));
  for (const { folder, inFolder, name: plainName } of folders) {
    // Exports of one server in two folders are of two days, or of a copy.
    const isShared = folders.some((other) => other.folder !== folder && other.name === plainName);
    const name = isShared ? `${plainName} (${folder || "."})` : plainName;
    // A server's folder of configuration holds the files of all its instances: then each is its own.
    const ofFiles = new Set(inFolder.flatMap((part) => instanceOf(part) ?? []));
    for (const part of inFolder) {
      const own = ofFiles.size > 1 ? instanceOf(part) : undefined;
      const isDefault = ofFiles.size > 1 && part.document.format === "server-configuration";
      const isSpare = isTemplate(part) && inFolder.some((other) => !isTemplate(other));
      named.set(part, isSpare ? [] : own !== undefined ? [own] : isDefault ? [...ofFiles] : [name]);
    }
  }
  return (part) => named.get(part) ?? [rootName];
}

/** `acme` of config-acme.xml. */
function instanceOf({ file, document }: Part): string | undefined {
  return document.format === "server-configuration" ? instanceOfFile(file.path) : undefined;
}

/** config-default.xml, from which Campaign makes new instances: it is none itself. */
function isTemplate({ file, document }: Part): boolean {
  return (
    document.format === "server-configuration" &&
    isInstanceFile(file.path) &&
    instanceOfFile(file.path) === undefined
  );
}

function folderOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}

function isWithin(folder: string, outer: string): boolean {
  if (outer === "") return !folder.startsWith("..");
  return folder === outer || folder.startsWith(`${outer}/`);
}

function stemOf(path: string): string {
  return withoutExtension(path.split("/").at(-1) ?? path);
}

function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.(?:ya?ml|json|xml|csv)$/i, "");
}
