import type { Route } from "../document.js";
import { asExport, type Export } from "../export.js";
import { isRecord } from "../section.js";
import type { SourceText } from "../source.js";
import { foundIn, wantedTree } from "../wanted.js";
import { locateElement } from "../xml/locate.js";
import type { Attributes, XmlHandler, XmlPass } from "../xml/pass.js";
import { XmlTree } from "../xml/tree.js";
import { isInstanceFile } from "./instance-file.js";

/** serverConf.xml and config-<instance>.xml. The root is `<serverConf>` in the docs, `<serverconf>` in a real file. */
export class ServerConfiguration implements XmlHandler {
  readonly #tree = new XmlTree();
  #start = 0;
  #root: Attributes = {};

  constructor(readonly pass: XmlPass) {}

  static isRoot(name: string): boolean {
    return name.toLowerCase() === "serverconf";
  }

  open(name: string, attributes: Attributes): void {
    const element = { ...attributes };
    if (this.pass.depth === 0) {
      this.#start = this.pass.tagStart;
      this.#root = element;
    }
    this.#tree.open(name, element);
  }

  close(text: string | undefined): void {
    this.#tree.close(text);
  }

  /** The elements mirrored; an attribute that is empty stays, as it overrides the default. */
  toExport(path: string, source: SourceText): Export {
    const serverConf = this.#root;
    const start = this.#start;
    const { faults, leftOver } = this.pass;
    const document = {
      path,
      index: 0,
      value: serverConf,
      source,
      duplicates: [],
      hasAliases: false,
      leftOver,
      locate(routes: readonly Route[]) {
        const wanted = wantedTree(routes);
        if (routes.length > 0) locateElement(source.raw, start, wanted);
        return foundIn(wanted, routes);
      },
    };
    return asExport(document, {
      value: { serverConf },
      format: "server-configuration",
      lists: [
        {
          key: "serverConf",
          route: ["serverConf"],
          count: 1,
          complete: isInstanceFile(path) ? "unknown" : "yes",
        },
      ],
      faults,
      routesOf: ([key, ...rest]) => (key === undefined || key === "serverConf" ? [rest] : []),
      written: ([, ...rest]) => inWords(serverConf, rest),
    });
  }
}

/** `serverConf/shared/securityZone[2]/@name` */
function inWords(root: Attributes, route: Route): string {
  let words = "serverConf";
  let value: unknown = root;
  for (const step of route) {
    value = isRecord(value) || Array.isArray(value) ? (value as Attributes)[step] : undefined;
    if (typeof step === "number") words += `[${step + 1}]`;
    else if (step === "$") words += "/text()";
    else words += isElement(value) ? `/${step}` : `/@${step.replace(/^@/, "")}`;
  }
  return words;
}

/** An attribute is text, or what became of its text. */
function isElement(value: unknown): boolean {
  return Array.isArray(value) || (isRecord(value) && Object.getPrototypeOf(value) === Object.prototype);
}
