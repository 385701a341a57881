import { CampaignPackages } from "./campaign-package.js";
import type { Recognised } from "./export.js";
import { ServerConfiguration } from "./server-configuration.js";
import { SourceText } from "./source.js";
import { type Attributes, type XmlHandler, XmlPass } from "./xml.js";
import { decodeXml } from "./xml-encoding.js";

/** Reads an XML file: Campaign's packages or the configuration of a server. Others are none of our business. */
export function readXml(path: string, bytes: Buffer, isNamed: boolean): Recognised {
  const decoded = decodeXml(bytes);
  const text = typeof decoded === "string" ? decoded : decoded.text;
  const source = new SourceText(text);
  const isOurs = isNamed || MARK.test(text);
  if (typeof decoded !== "string") {
    const { detail, offset } = decoded;
    return isOurs ? { unreadable: { reason: "encoding", detail, offset }, source } : BROKEN;
  }
  if (!isNamed && !NEAR_MARK.test(text)) return foreign("XML without <entities> or <serverConf>");
  const pass = new XmlPass(text);
  const root = new Root(pass);
  const unreadable = pass.run(root);
  if (unreadable) return isOurs ? { unreadable, source } : BROKEN;
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

/** What makes even a broken file ours. */
const MARK = /<entities\s[^<>]*\bschema\s*=|<serverConf[\s/>]/i;

/** What our files hold, and those that were nearly ours: a file that was found without any of it is not parsed. */
const NEAR_MARK = /<(?:entities|serverConf|package|extAccount|srcSchema|\w+-collection)[\s/>]/i;

const BROKEN = foreign("broken XML, and none of ours");

function foreign(why: string): Recognised {
  return { foreign: { why, isNear: false } };
}
