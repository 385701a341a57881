import { cutValue } from "../model/cut.js";
import { type File, type Instance, type Place, STANDS_AT } from "../model/workspace.js";
import type { At, Subject, SubjectKind } from "./verdict.js";

/** Where the recorder stands: the instance and the file that are looked at. */
export interface Scene {
  readonly instance: Instance | undefined;
  readonly file: File | undefined;
}

/** What a verdict is about, in a word and a name; `kind` is what the rule is about. */
export function nameOf(subject: object, kind: SubjectKind, { instance, file }: Scene): Subject {
  // The instance stands in where a rule's own subject is not in the export.
  const own =
    subject === instance
      ? "instance"
      : subject === instance?.organization
        ? "organization"
        : subject === file
          ? "file"
          : kind;
  const record = subject as Readonly<Record<string, unknown>>;
  const name = NAME_FIELDS.map((field) => record[field]).find(
    (value) => typeof value === "string" && value !== "",
  );
  return { kind: own, name: typeof name === "string" ? cutValue(name) : own };
}

const NAME_FIELDS = ["name", "groupName", "email", "username", "label", "id"];

/** Where something stands: by a record and keys, by what it stands for, or by a place that is known already. */
export function placeOf(at: At, { instance, file }: Scene): Place {
  if (!isRoute(at)) return at;
  const [of, ...keys] = at;
  if (of === file) return { document: file.documents[0]?.document, path: file.name, routes: [] };
  if (!instance) return file ? { document: undefined, path: file.name, routes: [] } : NOWHERE;
  if (of === instance && keys.length === 0) return instance.origins.start;
  const standsAt = (of as { [STANDS_AT]?: readonly [object, ...(string | number)[]] })[STANDS_AT];
  const [record, ...own] = standsAt ?? [of];
  return instance.origins.place(record, [...own, ...keys]);
}

const NOWHERE: Place = { document: undefined, path: "", routes: [] };

function isRoute(at: At): at is Exclude<At, Place> {
  return Array.isArray(at);
}
