import type { Document, Route } from "../read/document.js";

/**
 * The server configuration in two layers: serverConf.xml, and config-<instance>.xml, which overrides it. An attribute
 * that is empty in the instance file hides the default all the same (ACC integrations/using/pipeline-troubleshooting.md).
 */

/** An element of the configuration: attributes are keys, elements nest, repeated elements are lists. */
export type Element = Readonly<Record<string, unknown>>;

/** One layer, and where it stands. */
export interface Layer {
  readonly document: Document;
  readonly route: Route;
  readonly value: Element;
}

export interface Overlaid {
  readonly value: Element;
  /** The layers that say something of an element of `value`, the one that counts first. */
  readonly layersOf: (element: object) => readonly Layer[];
}

/** Lays `over` on `under`, attribute by attribute. Repeated elements are one where they share their `name`. */
export function overlay(over: Layer, under: Layer): Overlaid {
  const sources = new Map<object, readonly Layer[]>();
  const value = merge(over, under, sources);
  return { value, layersOf: (element) => sources.get(element) ?? [] };
}

function merge(over: Layer, under: Layer, sources: Map<object, readonly Layer[]>): Element {
  const merged: Record<string, unknown> = {};
  sources.set(merged, [over, under]);
  for (const key of new Set([...Object.keys(under.value), ...Object.keys(over.value)])) {
    const [above, below] = [children(over, key), children(under, key)];
    if (!above || !below) {
      const stated = over.value[key] === undefined ? under : over;
      merged[key] = keep(stated, key, sources);
    } else {
      const both = mergeChildren(above, below, sources);
      const isList = Array.isArray(over.value[key]) || Array.isArray(under.value[key]) || both.length > 1;
      merged[key] = isList ? both : both[0];
    }
  }
  return merged;
}

/** The elements of one name; undefined where it is an attribute, or not there. */
function children({ document, route, value }: Layer, key: string): readonly Layer[] | undefined {
  const child = value[key];
  if (Array.isArray(child)) {
    return child.flatMap((item: unknown, index) =>
      isElement(item) ? [{ document, route: [...route, key, index], value: item }] : [],
    );
  }
  return isElement(child) ? [{ document, route: [...route, key], value: child }] : undefined;
}

function mergeChildren(
  above: readonly Layer[],
  below: readonly Layer[],
  sources: Map<object, readonly Layer[]>,
): Element[] {
  const [first] = above;
  const [second] = below;
  const isSingle = above.length === 1 && below.length === 1 && first && second;
  if (isSingle && nameOf(first) === nameOf(second) && !areApart(first, second))
    return [merge(first, second, sources)];
  const left = new Map<unknown, Layer>();
  // Without a name, or with the name of another: each is one of its own.
  for (const layer of above)
    left.set(left.has(nameOf(layer) ?? layer) ? layer : (nameOf(layer) ?? layer), layer);
  const merged = below.map((layer) => {
    const name = nameOf(layer);
    const own = name === undefined ? undefined : left.get(name);
    if (!own || name === undefined) return whole(layer, sources);
    left.delete(name);
    return merge(own, layer, sources);
  });
  return [...merged, ...[...left.values()].map((layer) => whole(layer, sources))];
}

function nameOf({ value }: Layer): string | undefined {
  return typeof value.name === "string" && value.name !== "" ? value.name : undefined;
}

/** Subnets can have an id in the place of a name (ACC installation/using/security-zones.md). */
function areApart({ value: one }: Layer, { value: other }: Layer): boolean {
  return typeof one.id === "string" && typeof other.id === "string" && one.id !== other.id;
}

function keep(layer: Layer, key: string, sources: Map<object, readonly Layer[]>): unknown {
  const inner = children(layer, key);
  for (const child of inner ?? []) whole(child, sources);
  return layer.value[key];
}

/** An element of one layer alone, with all that is in it. */
function whole(layer: Layer, sources: Map<object, readonly Layer[]>): Element {
  sources.set(layer.value, [layer]);
  for (const key of Object.keys(layer.value)) keep(layer, key, sources);
  return layer.value;
}

/** Whether a value is an element; a secret is an attribute. */
export function isElement(value: unknown): value is Element {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) === Object.prototype
  );
}
