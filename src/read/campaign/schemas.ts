import { type Aside, setAside } from "../asides.js";
import { type Route, setOwn } from "../document.js";
import { type Cap, isRecord, type Section } from "../section.js";

/**
 * Schema extensions, one record for each schema that is extended, with the conditions of `accessibleIf`: which
 * attribute can be read by whom (ACC installation/using/privacy.md). Attributes of the entity go by their name, those
 * of its elements by their path (`wapPush/@password`), elements by theirs, and the entity itself by `.`. Only the
 * element of the schema's own name is the entity: others at the top are types to be used elsewhere.
 */
export function schemaSection(records: Record<string, unknown>[], cap: Cap, asides: Aside[]): Section {
  const extensions = new Map<string, Extension>();
  const nameless: Extension[] = [];
  records.forEach((record, index) => {
    if (!isRecord(record)) return;
    setAside(record, ["srcSchema", index], asides);
    const name = nameOf(record);
    const known = name === undefined ? undefined : extensions.get(name);
    const extension = known ?? { name, index, conditions: new Map(), isKnown: true };
    if (!known) {
      if (name === undefined) nameless.push(extension);
      else extensions.set(name, extension);
    }
    const entity = name?.slice(name.indexOf(":") + 1) ?? record.name;
    // A query that asks for the names alone tells nothing of what is in the schema.
    if (record.element === undefined && record.attribute === undefined) extension.isKnown = false;
    for (const { item, route } of itemsOf(record.element, ["srcSchema", index, "element"])) {
      if (item.name === entity) collect(item, route, [], extension.conditions);
    }
  });
  const all = [...extensions.values(), ...nameless];
  return {
    key: "schemas",
    value: all.map(schemaOf),
    count: records.length,
    cap,
    routesOf: ([at, key, attribute]) =>
      routesOfSchema(typeof at === "number" ? all[at] : undefined, key, attribute),
  };
}

interface Extension {
  readonly name: string | undefined;
  /** Of the first record that extends this schema. */
  readonly index: number;
  /** Of several extensions with a condition for one attribute the first counts that restricts it. */
  readonly conditions: Map<string, Condition>;
  isKnown: boolean;
}

interface Condition {
  readonly value: unknown;
  readonly route: Route;
}

/** The schema that is extended; a schema of its own goes by its own name. */
function nameOf({ extendedSchema, namespace, name }: Record<string, unknown>): string | undefined {
  if (typeof extendedSchema === "string" && extendedSchema !== "") return extendedSchema;
  return typeof namespace === "string" && typeof name === "string" ? `${namespace}:${name}` : undefined;
}

/** The conditions of an element, of its attributes and of the elements in it. */
function collect(
  element: unknown,
  route: Route,
  path: readonly string[],
  found: Map<string, Condition>,
): void {
  if (!isRecord(element)) return;
  note(element, route, path.join("/") || ".", found);
  for (const { item, route: at } of itemsOf(element.attribute, [...route, "attribute"])) {
    if (typeof item.name !== "string") continue;
    note(item, at, path.length > 0 ? `${path.join("/")}/@${item.name}` : item.name, found);
  }
  for (const { item, route: at } of itemsOf(element.element, [...route, "element"])) {
    if (typeof item.name === "string") collect(item, at, [...path, item.name], found);
  }
}

function note(
  holder: Record<string, unknown>,
  route: Route,
  name: string,
  found: Map<string, Condition>,
): void {
  const value = holder.accessibleIf;
  if (value === undefined) return;
  const known = found.get(name);
  if (known && (isBlank(value) || !isBlank(known.value))) return;
  found.set(name, { value, route: [...route, "accessibleIf"] });
}

function isBlank(condition: unknown): boolean {
  return condition === null || (typeof condition === "string" && condition.trim() === "");
}

/** Elements of one name with their routes; one that comes once is no list. */
function itemsOf(holder: unknown, route: Route): { item: Record<string, unknown>; route: Route }[] {
  if (!Array.isArray(holder)) return isRecord(holder) ? [{ item: holder, route }] : [];
  return holder.flatMap((item: unknown, index) =>
    isRecord(item) ? [{ item, route: [...route, index] }] : [],
  );
}

function schemaOf({ name, conditions, isKnown }: Extension): Record<string, unknown> {
  const schema: Record<string, unknown> = name === undefined ? {} : { name };
  if (isKnown) {
    const accessibleIf: Record<string, unknown> = {};
    for (const [attribute, { value }] of conditions) setOwn(accessibleIf, attribute, value);
    schema.accessibleIf = accessibleIf;
  }
  return schema;
}

function routesOfSchema(
  extension: Extension | undefined,
  key: string | number | undefined,
  attribute: string | number | undefined,
): readonly Route[] {
  if (!extension) return [["srcSchema"]];
  const record: Route = ["srcSchema", extension.index];
  if (key === "name")
    return [
      [...record, "extendedSchema"],
      [...record, "name"],
    ];
  if (key !== "accessibleIf") return [record];
  const condition = attribute === undefined ? undefined : extension.conditions.get(String(attribute));
  return condition ? [condition.route] : [[...record, "element"], record];
}
