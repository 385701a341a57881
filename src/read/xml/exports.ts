import { CampaignPackages } from "../campaign/package.js";
import { ServerConfiguration } from "../campaign/server-configuration.js";
import type { Recognised } from "../export.js";
import { SourceText } from "../source.js";
import { decodeXml } from "./encoding.js";
import { type Attributes, type XmlHandler, XmlPass } from "./pass.js";
import { behind, DOCTYPE, endOfMarkup, endOfName } from "./scan.js";

/** Reads an XML file: Campaign's packages or the configuration of a server. Others are none of our business. */
export function readXml(path: string, bytes: Buffer, isNamed: boolean): Recognised {
  const decoded = decodeXml(bytes);
  const text = typeof decoded === "string" ? decoded : decoded.text;
  const source = new SourceText(text);
  const isOurs = isNamed || isBrokenOurs(path, text);
  if (typeof decoded !== "string") {
    const { detail, offset } = decoded;
    return isOurs ? { unreadable: { reason: "encoding", detail, offset }, source } : BROKEN;
  }
  if (!isNamed && !NEAR_MARK.test(text)) return foreign("XML without <entities> or <serverConf>");
  const pass = new XmlPass(text);
  const root = new Root(pass);
  const unreadable = pass.run(root);
  if (unreadable) return isOurs ? { unreadable, source } : BROKEN;
  source.hideFound(() => pass.betweenElements());
  const { reader } = root;
  if (reader instanceof ServerConfiguration) return { exports: [reader.toExport(path, source)] };
  const exports = reader.toExports(path, source);
  return "why" in exports ? { foreign: exports } : { exports };
}

/** Gives everything to the reader that the root element calls for. */
class Root implements XmlHandler {
  reader: CampaignPackages | ServerConfiguration;

  constructor(readonly pass: XmlPass) {
    this.reader = new CampaignPackages(pass);
  }

  open(name: string, attributes: Attributes): void {
    const isRoot = this.pass.depth === 0;
    if (isRoot && ServerConfiguration.isRoot(name)) this.reader = new ServerConfiguration(this.pass);
    this.reader.open(name, attributes);
  }

  close(text: string | undefined): void {
    this.reader.close(text);
  }
}

/** Whether a file that cannot be parsed is ours all the same; pages and programs quote exports. */
function isBrokenOurs(path: string, text: string): boolean {
  return /\.xml$|(?:^|\/)[^./]+$/i.test(path) && ROOTS.has(rootOf(text)) && MARK.test(text);
}

const ROOTS: ReadonlySet<string> = new Set(["package", "pkgdesc", "builder", "entities", "serverconf"]);

const MARK = /<entities\s[^<>]*\bschema\s*=\s*["'][\w.-]+:[\w.-]+["']|<serverConf[\s/>]/i;

/** The name of the first element, in lower case. */
function rootOf(text: string): string {
  let at = text.indexOf("<");
  while (at >= 0) {
    const isElement = !/[!?]/.test(text.charAt(at + 1));
    if (isElement) return text.slice(at + 1, Math.min(endOfName(text, at + 1), at + 100)).toLowerCase();
    at = text.indexOf("<", text.startsWith(DOCTYPE, at) ? endOfDoctype(text, at) : endOfMarkup(text, at));
  }
  return "";
}

/** As far as it can be told without a parser. */
function endOfDoctype(text: string, start: number): number {
  const end = text.indexOf(">", start);
  const subset = text.slice(start, end).indexOf("[");
  return end < 0 ? text.length : subset < 0 ? end : behind(text, ">", behind(text, "]", start + subset));
}

/** What our files hold, and those that were nearly ours: a file that was found without any of it is not parsed. */
const NEAR_MARK = /<(?:entities|serverConf|package|extAccount|srcSchema|\w+-collection)[\s/>]/i;

const BROKEN = foreign("broken XML, and none of ours");

function foreign(why: string): Recognised {
  return { foreign: { why, isNear: false } };
}
