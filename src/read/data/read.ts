import type { ReadResult } from "../document.js";
import { decode } from "../encoding.js";
import { SourceText } from "../source.js";
import { readJson } from "./json.js";

/** Reads the bytes of a file of data, YAML or JSON, into documents. */
export async function read(path: string, bytes: Buffer): Promise<ReadResult> {
  const decoded = decode(bytes);
  if (typeof decoded !== "string") {
    return {
      unreadable: { reason: "encoding", detail: "", offset: decoded.offset },
      source: new SourceText(decoded.text),
    };
  }
  return readText(path, decoded);
}

/** The same of a text that is decoded already. */
export async function readText(path: string, text: string): Promise<ReadResult> {
  const source = new SourceText(text);
  if (isJson(path, text)) return readJson(path, source);
  return (await import("./yaml.js")).readYaml(path, source);
}

/** Whether a text is read as JSON: by the content, as extensions are often wrong; YAML can begin with a brace too, so the extension decides then. */
export function isJson(path: string, text: string): boolean {
  const first = /^\s*(\S)/.exec(text)?.[1];
  if (first !== "{" && first !== "[") return /\.json$/i.test(path);
  return !/\.ya?ml$/i.test(path);
}
