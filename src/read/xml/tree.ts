import { setOwn } from "../document.js";
import type { Attributes } from "./pass.js";

/**
 * Trees of elements: attributes and children under their names, repeated children in a list, text under `$`. Where a
 * child has the name of an attribute, the attribute stands under `@name`, which is no name in XML.
 */
export class XmlTree {
  readonly #open: Attributes[] = [];

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** Begins a tree, or an element of the one that is open. */
  open(name: string, element: Attributes): void {
    const parent = this.#open.at(-1);
    if (parent) addChild(parent, name, element);
    this.#open.push(element);
  }

  close(text: string | undefined): void {
    const element = this.#open.pop();
    if (element && text !== undefined) element.$ = text;
  }
}

function addChild(parent: Attributes, name: string, child: Attributes): void {
  const before = Object.hasOwn(parent, name) ? parent[name] : undefined;
  if (Array.isArray(before)) {
    before.push(child);
  } else if (typeof before === "string") {
    parent[`@${name}`] = before;
    setOwn(parent, name, child);
  } else {
    setOwn(parent, name, before === undefined ? child : [before, child]);
  }
}
