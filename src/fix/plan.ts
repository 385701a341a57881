import type { File, FileDocument, Place, Workspace } from "../model/workspace.js";
import { isJson } from "../read/data/read.js";
import type { Document, Span } from "../read/document.js";
import { rewrite, type Unwritable } from "./scalar.js";

/** A value, and what it is meant to be. */
export interface Wanted {
  readonly place: Place;
  readonly from: string;
  readonly to: string;
}

/** A part of a file that gives way to another. Aliases let several values stand in one. */
export interface Edit<T extends Wanted> {
  readonly file: File;
  readonly span: Span;
  readonly text: string;
  readonly values: readonly T[];
  /** Whether the values stand there themselves, and not an alias of what does. */
  readonly isDirect: boolean;
}

/**
 * Why a value is not edited:
 *
 * - `evidence`: it stands in a real export, or in a snapshot that was made of some: it says what was, right or wrong
 * - `standard-input`: there is no file to write to
 * - `shared`: what stands there stands for other values too
 */
export type Hindrance = Unwritable | "evidence" | "standard-input" | "shared";

/** Where which text has to change for values to be what they are meant to be. */
export interface Plan<T extends Wanted> {
  readonly edits: readonly Edit<T>[];
  readonly refused: ReadonlyMap<T, Hindrance>;
}

/** Plans the edits of hand-kept snapshots; every other file is left as it is. Edits of one place become one. */
export function planEdits<T extends Wanted>(wanted: readonly T[], workspace: Workspace): Plan<T> {
  const { edits, refused } = editEach(wanted, workspace);
  const clashes = new Map(refused);
  return { edits: withoutClashes(edits, clashes), refused: clashes };
}

/** The same for each value as if it were the only one. */
export function editEach<T extends Wanted>(wanted: readonly T[], { files }: Workspace): Plan<T> {
  const refused = new Map<T, Hindrance>();
  const edits: Edit<T>[] = [];
  const byDocument = new Map<Document | undefined, T[]>();
  for (const value of wanted) {
    const group = byDocument.get(value.place.document);
    if (group) group.push(value);
    else byDocument.set(value.place.document, [value]);
  }
  for (const file of files) {
    for (const { document } of file.documents) {
      const values = byDocument.get(document) ?? [];
      byDocument.delete(document);
      const hindrance = hindranceOf(file);
      if (hindrance) for (const value of values) refused.set(value, hindrance);
      else if (values.length > 0) edits.push(...editsIn(file, document, values, refused));
    }
  }
  for (const value of [...byDocument.values()].flat()) refused.set(value, "unclear");
  return { edits, refused };
}

/** A file of which a part is evidence is evidence. */
function hindranceOf({ absolute, documents }: File): Hindrance | undefined {
  if (documents.some(isEvidence)) return "evidence";
  return absolute === undefined ? "standard-input" : undefined;
}

/** Whatever stands under `sources`, `ims-lint convert` wrote the snapshot; by hand nobody needs the key. */
function isEvidence({ document }: FileDocument): boolean {
  const { format, value } = document;
  return format !== "snapshot" || (typeof value === "object" && value !== null && "sources" in value);
}

function editsIn<T extends Wanted>(
  file: File,
  document: Document,
  values: readonly T[],
  refused: Map<T, Hindrance>,
): Edit<T>[] {
  const { raw } = document.source;
  const located = document.locate(values.map(({ place }) => place.routes[0] ?? []));
  const json = isJson(file.name, raw);
  return values.flatMap((value, index): Edit<T>[] => {
    const found = located[index];
    if (!found || found.isCollection) {
      refused.set(value, "unclear");
      return [];
    }
    const span = found.definition ?? found.value;
    const written = raw.slice(span.start, span.end);
    const result = rewrite(
      { written, from: value.from, isJson: json, inFlow: found.inFlow === true },
      value.to,
    );
    if (typeof result === "string") {
      refused.set(value, result);
      return [];
    }
    return [{ file, span, text: result.text, values: [value], isDirect: !found.definition }];
  });
}

/** Edits of one place are one, if they agree. */
function withoutClashes<T extends Wanted>(
  edits: readonly Edit<T>[],
  refused: Map<T, Hindrance>,
): readonly Edit<T>[] {
  const byPlace = new Map<string, Edit<T>[]>();
  for (const edit of edits) {
    const key = JSON.stringify([edit.file.name, edit.span.start]);
    const group = byPlace.get(key);
    if (group) group.push(edit);
    else byPlace.set(key, [edit]);
  }
  return [...byPlace.values()].flatMap((group) => {
    const [first] = group;
    const values = group.flatMap((edit) => edit.values);
    if (first && group.every(({ text }) => text === first.text)) return [{ ...first, values }];
    for (const value of values) refused.set(value, "shared");
    return [];
  });
}
