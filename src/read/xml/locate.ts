import type { Located, Route, Span } from "../document.js";
import { type Wanted, wantedTree } from "../wanted.js";
import {
  BANG,
  behind,
  CDATA,
  eachAttribute,
  endOfContent,
  endOfElement,
  endOfMarkup,
  endOfName,
  endOfTag,
  isCdata,
  isEmptyTag,
  QUESTION,
  SLASH,
  skipSpace,
} from "./scan.js";

/** Places in a text that is known to be well-formed XML, found again by a scan of what is asked for alone. */

/**
 * Finds what is wanted of the element whose start tag begins at `start`, in one pass over it. Routes are those of its
 * tree: attributes and children by name, repeated children by their index, text as `$`; where an attribute has the
 * name of a child, as `@name`.
 */
export function locateElement(text: string, start: number, wanted: Wanted): void {
  new Locator(text).element(start, [], [wanted]);
}

/** The same for the attributes of the element alone; returns where its start tag stands. */
export function locateAttributes(text: string, start: number, wanted: Wanted): Located {
  const end = new Locator(text).attributes(start, [wanted]);
  const key = { start: start + 1, end: endOfName(text, start + 1) };
  return { value: { start, end: key.end }, key, isCollection: true, extent: { start, end } };
}

/** All of the text of the element whose content begins at `start`, from its first character to its last. */
export function textSpan(text: string, start: number): Span | undefined {
  const wanted = wantedTree([TEXT]);
  new Locator(text).content(start, [wanted]);
  return wanted.next.get("$")?.found?.value;
}

const TEXT: Route = ["$"];

class Locator {
  constructor(readonly text: string) {}

  /** Visits an element as the only child of its name and as an item of a list; returns the offset behind it. */
  element(start: number, lone: readonly Wanted[], items: readonly Wanted[]): number {
    const { text } = this;
    const key = { start: start + 1, end: endOfName(text, start + 1) };
    const targets = [...lone, ...items];
    const seeksInside = targets.some(({ next }) => next.size > 0);
    const inside = seeksInside ? this.attributes(start, targets) : endOfTag(text, start);
    const end = isEmptyTag(text, inside)
      ? inside
      : seeksInside
        ? this.content(inside, targets)
        : endOfContent(text, inside);
    const place = { value: { start, end: key.end }, isCollection: true, extent: { start, end } };
    for (const target of lone) if (target.ends.length > 0) target.found = { ...place, key };
    for (const target of items) if (target.ends.length > 0) target.found = { ...place, key: undefined };
    return end;
  }

  attributes(start: number, targets: readonly Wanted[]): number {
    return eachAttribute(this.text, start, (name, at, valueStart, end) => {
      for (const { next } of targets) {
        const target = next.get(name);
        const besideChild = next.get(`@${name}`);
        if (!target && !besideChild) continue;
        const value = { start: valueStart, end };
        const key = { start: at, end: at + name.length };
        const found = { value, key, isCollection: false, extent: value };
        if (target) target.found = found;
        if (besideChild) besideChild.found = found;
      }
    });
  }

  /** Visits the children and the text behind a start tag; returns the offset behind the end tag. */
  content(start: number, targets: readonly Wanted[]): number {
    const { text } = this;
    const children = new Map<string, Siblings>();
    const words = new Words(text);
    let at = start;
    for (;;) {
      const markup = text.indexOf("<", at);
      if (markup < 0) return text.length;
      words.add(at, markup, at, markup);
      const next = text.charCodeAt(markup + 1);
      if (next === SLASH) {
        for (const siblings of children.values()) settle(siblings);
        words.settle(targets);
        return behind(text, ">", markup);
      }
      if (next === BANG || next === QUESTION) {
        at = endOfMarkup(text, markup);
        if (isCdata(text, markup)) words.add(markup + CDATA.length, at - 3, markup, at);
        continue;
      }
      const name = text.slice(markup + 1, endOfName(text, markup + 1));
      at = this.#child(name, markup, targets, children);
    }
  }

  #child(name: string, start: number, targets: readonly Wanted[], children: Map<string, Siblings>): number {
    const nodes = nextOf(targets, name);
    if (nodes.length === 0) return endOfElement(this.text, start);
    const siblings = children.get(name) ?? { nodes, count: 0, first: start, end: start, name };
    children.set(name, siblings);
    const index = siblings.count;
    siblings.count += 1;
    // The first can be the only one, or the first of a list.
    const lone = index === 0 ? nodes : [];
    const items = nextOf(nodes, index);
    siblings.end =
      lone.length + items.length > 0 ? this.element(start, lone, items) : endOfElement(this.text, start);
    return siblings.end;
  }
}

function nextOf(targets: readonly Wanted[], step: string | number): Wanted[] {
  const nodes: Wanted[] = [];
  for (const { next } of targets) {
    const node = next.get(step);
    if (node) nodes.push(node);
  }
  return nodes;
}

/** Children of one name. */
interface Siblings {
  readonly nodes: readonly Wanted[];
  readonly name: string;
  readonly first: number;
  count: number;
  end: number;
}

/** A lone child is no list, and several are nothing but one. */
function settle({ nodes, name, first, count, end }: Siblings): void {
  for (const node of nodes) {
    for (const [step, inner] of node.next) if ((typeof step === "number") === (count === 1)) forget(inner);
    if (count === 1 || node.ends.length === 0) continue;
    const nameEnd = first + 1 + name.length;
    node.found = {
      value: { start: first, end: nameEnd },
      key: { start: first + 1, end: nameEnd },
      isCollection: true,
      extent: { start: first, end },
    };
  }
}

function forget(node: Wanted): void {
  node.found = undefined;
  for (const inner of node.next.values()) forget(inner);
}

/** Gathers where the text of an element stands: white space around it, as between elements, is none of it. */
class Words {
  #start = -1;
  #end = -1;

  constructor(readonly text: string) {}

  /** Adds a run of text from `start` to `end` that is written from `from` to `to`. */
  add(start: number, end: number, from: number, to: number): void {
    if (skipSpace(this.text, start) >= end) return;
    if (this.#start < 0) this.#start = from;
    this.#end = to;
  }

  settle(targets: readonly Wanted[]): void {
    if (this.#start < 0) return;
    const span = { start: this.#start, end: this.#end };
    const found: Located = { value: span, key: undefined, isCollection: false, extent: span };
    for (const { next } of targets) {
      const target = next.get("$");
      if (target) target.found = found;
    }
  }
}
