import type { Document, Route } from "../read/document.js";
import type { Export } from "../read/export.js";
import type { FileRead } from "../read/files.js";
import type { ListName } from "./settings.js";
import { type Checked, checkShape, secretsIn } from "./shape.js";
import type { Shape } from "./shape-compile.js";
import type { Snapshot } from "./snapshot.schema.js";
import { maskUserInfo } from "./user-info.js";
import type { Completeness, Problem, SecretRecord } from "./workspace.js";

/** What one document says, checked; its secrets are gone. */
export interface Part {
  readonly file: FileRead;
  readonly document: Export;
  readonly snapshot: Snapshot;
  readonly checked: Checked;
  readonly problems: Problem[];
  /** What the document says of its lists, or its format does. */
  readonly complete: Partial<Record<ListName, Completeness>>;
}

/** Checks a document against the snapshot's shape, which exports of other formats have been given by their readers. */
export function readPart(file: FileRead, document: Export, shape: Shape): Part {
  const isSnapshot = document.format === "snapshot";
  const checked = checkShape(document.value, shape, {
    hasAliases: document.hasAliases,
    isForeign: !isSnapshot,
  });
  restoreNumbers(document, checked.numbers);
  const snapshot = (checked.value ?? {}) as Snapshot;
  const duplicates = document.duplicates.map((duplicate) => ({
    kind: "duplicate-key" as const,
    ...duplicate,
  }));
  const faults = document.faults.map((fault) => ({ kind: "fault" as const, route: [], fault }));
  return {
    file,
    document,
    snapshot,
    checked,
    problems: [...duplicates, ...faults, ...checked.problems],
    complete: completenessOf(document, snapshot),
  };
}

function completenessOf({ lists }: Export, { complete }: Snapshot): Partial<Record<ListName, Completeness>> {
  const words: Partial<Record<ListName, Completeness>> = {};
  for (const list of lists) words[list.key] = list.complete;
  for (const [key, word] of Object.entries(complete ?? {})) if (word) words[key as ListName] = word;
  return words;
}

/** Puts the text of typed numbers back as it was written: `1e3`, `7.10`. */
function restoreNumbers(document: Document, routes: readonly Route[]): void {
  if (routes.length === 0) return;
  const located = document.locate(routes);
  routes.forEach((route, index) => {
    const span = located[index]?.value;
    const holder = route
      .slice(0, -1)
      .reduce<unknown>((value, step) => (value as Route)[step as number], document.value);
    const last = route.at(-1);
    if (span && last !== undefined) {
      (holder as Record<string | number, unknown>)[last] = document.source.raw.slice(span.start, span.end);
    }
  });
}

/** Secrets with names made of records' names, not of their positions. */
export function secretsOf(part: Part): SecretRecord[] {
  const inLeftOver = part.document.leftOver.flatMap(secretsIn);
  return [...part.checked.secrets, ...inLeftOver].map((found) => {
    let value: unknown = part.document.value;
    const names = found.route.map((step) => {
      value = (value as Record<string | number, unknown> | undefined)?.[step];
      if (typeof step === "string") return maskUserInfo(step);
      const record = (value ?? {}) as Record<string, unknown>;
      const name = [record.name, record.label, record.groupName, record.email].find(
        (item) => typeof item === "string",
      );
      return typeof name === "string" ? name : String(step + 1);
    });
    return { kind: "secret", name: names.join("/"), ...found };
  });
}
