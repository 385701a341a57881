import { leftOverAt } from "../asides.js";
import type { Document, Located, Route, Span } from "../document.js";
import { asExport, type Export, type Foreign } from "../export.js";
import type { SourceText } from "../source.js";
import { foundIn, wantedTree } from "../wanted.js";
import { locateAttributes, locateElement } from "../xml/locate.js";
import type { Attributes, XmlHandler, XmlPass } from "../xml/pass.js";
import { XmlTree } from "../xml/tree.js";
import { type CampaignRecords, fromCampaign, RECORD_KINDS, type RecordKind, slimmed } from "./records.js";

/**
 * Campaign's data packages: `<package>` as root or inside `<pkgDesc>` or `<builder>`, with several
 * `<entities schema="ns:name">`, each with elements named after the schema's local name (V8 v8/dev/packages.md). What
 * is not read is passed over, but for what could be a secret.
 */
export class CampaignPackages implements XmlHandler {
  readonly #packages: Package[] = [];
  /** The record that is being read. */
  readonly #record = new XmlTree();
  #entities: Entities | undefined;
  /** The depth of the package that is open. */
  #packageDepth = -1;
  #foreign: Foreign = { why: 'an XML file without <entities schema="…"> or <serverConf>', isNear: false };

  constructor(readonly pass: XmlPass) {}

  open(name: string, attributes: Attributes): void {
    const { pass } = this;
    if (this.#record.isOpen) {
      this.#record.open(name, attributes);
    } else if (this.#entities) {
      const { depth, kind } = this.#entities;
      const isRecord =
        kind !== undefined && name === kind && pass.depth === depth + 1 && isExported(attributes);
      if (isRecord) this.#openRecord(kind, attributes);
      else pass.leaveTag(attributes);
    } else {
      pass.leaveTag(attributes);
      this.#openEnvelope(name, attributes);
    }
  }

  close(text: string | undefined): void {
    const { depth } = this.pass;
    if (this.#record.isOpen) {
      this.#record.close(text);
      if (!this.#record.isOpen) this.#slimRecord();
      return;
    }
    if (text !== undefined) this.pass.leaveText(text);
    if (this.#entities?.depth === depth) this.#closeEntities(this.#entities);
    if (this.#packageDepth === depth) this.#packageDepth = -1;
  }

  /** One export for each package that has entities; why the file is none of ours where there is none. */
  toExports(path: string, source: SourceText): Export[] | Foreign {
    const packages = this.#packages.filter(({ hasEntities }) => hasEntities);
    if (packages.length === 0) return this.#foreign;
    const starts = packages.map(({ start }) => start);
    const faults = shareOut(this.pass.faults, starts);
    const leftOver = shareOut(this.pass.leftOver, starts);
    return packages.map((own, index) =>
      exportOf(own, { path, index, source, leftOver: leftOver[index] ?? [] }, faults[index] ?? []),
    );
  }

  #openRecord(kind: RecordKind, attributes: Attributes): void {
    const { records, starts } = this.#current();
    records[kind]?.push(attributes);
    starts[kind]?.push(this.pass.tagStart);
    this.#record.open(kind, attributes);
  }

  /** Records come by the ten thousand: what is not needed of one is let go before the next is read. */
  #slimRecord(): void {
    const kind = this.#entities?.kind;
    const list = kind && this.#current().records[kind];
    const record = list?.at(-1);
    if (kind && list && record) list[list.length - 1] = slimmed(kind, record);
  }

  /** What stands around the records. */
  #openEnvelope(name: string, attributes: Attributes): void {
    const { depth, tagStart } = this.pass;
    const isInPackage = this.#packageDepth >= 0;
    if (name === "package" && !isInPackage) {
      this.#packageDepth = depth;
      this.#packages.push(newPackage(tagStart, attributes, false));
      if (MADE_BY_CAMPAIGN.some((key) => key in attributes))
        this.#isNear("a <package> without any <entities>");
    } else if (name === "entities") {
      this.#openEntities(attributes, isInPackage);
    } else if (name === "version" && depth === this.#packageDepth + 1 && isInPackage) {
      this.#current().version = { start: tagStart, attributes };
    } else if (depth === 0 && SINGLE_RECORDS.includes(name)) {
      this.#isNear(`the XML of one record (<${name}>): export a package that holds it`);
    } else if (COLLECTIONS.includes(name)) {
      this.#isNear(`a SOAP answer (<${name}>): save it as JSON with acc-js-sdk, or export a package`);
    }
  }

  #openEntities({ schema }: Attributes, isInPackage: boolean): void {
    const { depth, tagStart } = this.pass;
    if (typeof schema !== "string" || !SCHEMA.test(schema)) {
      if (isInPackage) this.#isNear("a <package> whose <entities> have no schema such as nms:extAccount");
      return;
    }
    const kind = SCHEMAS.get(schema);
    if (!isInPackage && !this.#packages.at(-1)?.isImplied)
      this.#packages.push(newPackage(tagStart, {}, true));
    const current = this.#current();
    current.hasEntities = true;
    this.#entities = { depth, kind, before: (kind && current.records[kind]?.length) ?? 0 };
    if (kind === undefined || current.records[kind]) return;
    current.records[kind] = [];
    current.starts[kind] = [];
    current.listStarts[kind] = tagStart;
  }

  #closeEntities({ kind, before }: Entities): void {
    const { records, full } = this.#current();
    if (kind && (records[kind]?.length ?? 0) - before === LIMIT) full.add(kind);
    this.#entities = undefined;
  }

  #current(): Package {
    const current = this.#packages.at(-1);
    if (!current) throw new Error("no package is open");
    return current;
  }

  #isNear(why: string): void {
    this.#foreign = { why, isNear: true };
  }
}

/** An element `entities` that is open. */
interface Entities {
  readonly depth: number;
  /** Of its records, if they are read. */
  readonly kind: RecordKind | undefined;
  /** Records of the kind that the package held before. */
  readonly before: number;
}

/** A package while it is read. */
interface Package {
  /** Where its start tag begins; of entities without a package around them, theirs. */
  readonly start: number;
  readonly attributes: Attributes;
  readonly isImplied: boolean;
  /** A child that can tell the date instead (V8 v8/dev/packages.md). */
  version: { readonly start: number; readonly attributes: Attributes } | undefined;
  hasEntities: boolean;
  readonly records: { [K in RecordKind]?: Attributes[] };
  /** Where the start tags of the records begin. */
  readonly starts: { [K in RecordKind]?: number[] };
  /** Where the first `entities` of a kind begin. */
  readonly listStarts: { [K in RecordKind]?: number };
  /** Kinds of which one `entities` holds as many records as an export can. */
  readonly full: Set<RecordKind>;
}

function newPackage(start: number, attributes: Attributes, isImplied: boolean): Package {
  const none = { records: {}, starts: {}, listStarts: {}, full: new Set<RecordKind>() };
  return { start, attributes, isImplied, version: undefined, hasEntities: false, ...none };
}

/** A link to a record that exists already, or the order to delete it, is no export of the record. */
function isExported({ _operation }: Attributes): boolean {
  return _operation !== "none" && _operation !== "delete";
}

/** The most records of an entity in one package (ACC platform/using/working-with-data-packages.md). */
const LIMIT = 1000;

const SCHEMAS: ReadonlyMap<string, RecordKind> = new Map(
  RECORD_KINDS.map((kind) => [`${kind === "extAccount" ? "nms" : "xtk"}:${kind}`, kind]),
);

/** A namespace and a name. */
const SCHEMA = /^[\w.-]+:[\w.-]+$/;

/** Attributes by which a `<package>` of Campaign is told from those of package managers. */
const MADE_BY_CAMPAIGN = ["buildNumber", "buildVersion", "buildDate", "vendor"];

/** Names that are Campaign's alone. */
const SINGLE_RECORDS = ["extAccount", "srcSchema"];
const COLLECTIONS = RECORD_KINDS.map((kind) => `${kind}-collection`);

/** Gives each package what stands in it or behind it, and the first what stands before it too. */
function shareOut<T extends { readonly span: Span }>(items: readonly T[], starts: readonly number[]): T[][] {
  const shares = starts.map((): T[] => []);
  for (const item of items) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= item.span.start) low = middle;
      else high = middle - 1;
    }
    shares[low]?.push(item);
  }
  return shares;
}

function exportOf(
  own: Package,
  file: Pick<Document, "path" | "index" | "source" | "leftOver">,
  faults: Export["faults"],
): Export {
  const translated = fromCampaign(own.records as CampaignRecords, (kind) => ({
    limit: LIMIT,
    isCut: own.full.has(kind) || own.records[kind]?.length === LIMIT,
  }));
  const locate = (routes: readonly Route[]) => locateIn(own, file.source.raw, routes);
  const places = locate(translated.asides.map(({ route }) => route));
  const asides = translated.asides.flatMap((aside, index) => {
    const place = places[index];
    return place ? [leftOverAt(aside, place)] : [];
  });
  const document: Document = {
    ...file,
    leftOver: [...file.leftOver, ...asides],
    value: own.records,
    duplicates: [],
    hasAliases: false,
    locate,
  };
  const envelope = envelopeOf(own);
  return asExport(document, {
    value: { ...envelope.value, ...translated.value },
    format: "campaign-package",
    lists: translated.lists,
    faults: [...faults, ...translated.faults(locate)],
    routesOf: (route) => envelope.routes.get(route[0]) ?? translated.routesOf(route),
    written: (route) => {
      const [place] = envelope.routes.get(route[0]) ?? [];
      return place ? place.toReversed().join(" of ") : translated.written(route);
    },
  });
}

/**
 * What a package tells of the server that it comes from. `buildVersion` is no release: on v7 it is always 6.7. The
 * packages that Campaign is installed from have a build number of their own, but no date, or nothing that is read.
 */
function envelopeOf({ attributes, version, records }: Package): {
  readonly value: { readonly server?: object; readonly exported?: unknown };
  readonly routes: ReadonlyMap<unknown, readonly Route[]>;
} {
  const { buildNumber, buildDate } = attributes;
  const exported = isStated(buildDate) ? buildDate : version?.attributes.buildDate;
  const isExport = isStated(exported) && Object.keys(records).length > 0;
  return {
    value: {
      ...(isExport && isStated(buildNumber) && buildNumber !== "*" ? { server: { buildNumber } } : {}),
      ...(isStated(exported) ? { exported } : {}),
    },
    routes: new Map([
      ["server", [["package", "buildNumber"]]],
      ["exported", [[isStated(buildDate) ? "package" : "version", "buildDate"]]],
    ]),
  };
}

function isStated(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

/** Of each record that is asked for its own text is scanned, and nothing else. */
function locateIn(own: Package, text: string, routes: readonly Route[]): (Located | undefined)[] {
  if (routes.length === 0) return [];
  const wanted = wantedTree(routes);
  const { version } = own;
  wanted.found = locateAttributes(text, own.start, wanted.next.get("package") ?? wantedTree([]));
  const ofVersion = wanted.next.get("version");
  if (version && ofVersion) locateAttributes(text, version.start, ofVersion);
  for (const kind of RECORD_KINDS) {
    const list = wanted.next.get(kind);
    const listStart = own.listStarts[kind];
    if (!list || listStart === undefined) continue;
    list.found = locateAttributes(text, listStart, wantedTree([]));
    for (const [index, record] of list.next) {
      const start = typeof index === "number" ? own.starts[kind]?.[index] : undefined;
      if (start !== undefined) locateElement(text, start, record);
    }
  }
  return foundIn(wanted, routes);
}
