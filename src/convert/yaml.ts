import { Document, isMap, isScalar, isSeq, type Node, Scalar, visit, YAMLMap } from "yaml";
import { printable, printableYaml } from "../report/terminal.js";
import type { ConvertedSnapshot } from "./snapshots.js";

/** Snapshots as one commented YAML file, a document each. */
export function toYaml(snapshots: readonly ConvertedSnapshot[]): string {
  return snapshots.map(writeOne).join("---\n");
}

function writeOne({ value, files, remarks }: ConvertedSnapshot): string {
  const document = new Document(value);
  document.commentBefore = comment([
    `Made by «ims-lint convert» of ${files.length === 1 ? "one file" : `${files.length} files`}, listed under sources.`,
    "What no file says is left out, and counts as not known. Of secrets it tells only whether there was one.",
    "This is evidence: mend Campaign, not this file, and export again.",
  ]);
  const top = document.contents;
  if (isMap(top)) {
    for (const { key } of top.items) {
      if (!isScalar(key)) continue;
      const remark = remarks.get(String(key.value));
      if (remark !== undefined) key.commentBefore = comment([remark]);
      key.spaceBefore = true;
    }
    for (const { key, value: list } of top.items) {
      if (!isScalar(key) || key.value !== "extAccounts") layOut(list as Node | null);
    }
    const organization = top.get("organization");
    if (isMap(organization)) for (const { value: list } of organization.items) layOut(list as Node | null);
  }
  visit(document, {
    Scalar(_key, scalar) {
      // Everything that a terminal could take for a command is written as an escape, which needs quotes.
      if (typeof scalar.value === "string" && !isPlain(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return printableYaml(document.toString({ lineWidth: 0, flowCollectionPadding: true }));
}

/** The records of a list stand in a line each. */
function layOut(list: Node | null): void {
  if (!isSeq(list)) return;
  for (const record of list.items) {
    if (record instanceof YAMLMap) record.flow = true;
  }
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => ` ${printable(line)}`).join("\n");
}

function isPlain(text: string): boolean {
  const inLine = text.replaceAll("\n", "");
  // Not every YAML parser takes the last two characters of a plane as they are; a plain << merges maps.
  return inLine === printable(inLine) && !/[\ufffe\uffff]/.test(inLine) && inLine !== "<<";
}
