import { SaxesParser } from "saxes";
import { type Aside, setAside } from "../asides.js";
import { type LeftOver, MAX_DEPTH, type Route, type Span, type Unreadable } from "../document.js";
import type { Fault } from "../export.js";
import { syntaxFault } from "./faults.js";
import { textSpan } from "./locate.js";
import { betweenElements, DOCTYPE, eachAttribute, endOfMarkup, nameOfDoctype } from "./scan.js";

/** Attributes of an element, in an object of their own that may be kept; without those whose value is not known. */
export type Attributes = Record<string, unknown>;

/** What is made of a text. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  /** `text`: all of the element's own; undefined where there is nothing but white space, or where it is not known. */
  close(text: string | undefined): void;
}

/**
 * One pass over an XML text. Nothing that a document type declaration says is followed: no entity is expanded, no file
 * is fetched. What it alone could define makes a value unknown.
 */
export class XmlPass {
  readonly faults: Fault[] = [];
  readonly leftOver: LeftOver[] = [];
  /** How many elements are open around the one in hand. */
  depth = -1;
  readonly #parser = new SaxesParser({ position: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  /** Of each open element: its name, its attributes, where its content begins, its text so far. */
  readonly #names: string[] = [];
  readonly #attributes: Attributes[] = [];
  readonly #contents: number[] = [];
  readonly #texts: (string | undefined)[] = [];
  /** White space behind that text, which belongs to it if more of it follows. */
  readonly #spaces: string[] = [];
  #doctype: Span | undefined;
  /** Behind the name of the start tag in hand, or a little further. */
  #nameEnd = 0;
  /** An entity that is not known was met since the last event. */
  #hasUnknown = false;

  constructor(readonly text: string) {}

  /** Reads the text; returns why that cannot be done. */
  run(handler: XmlHandler): Unreadable | undefined {
    const parser = this.#parser;
    parser.ENTITIES = Object.assign(Object.create(this.#unknownEntities()), KNOWN_ENTITIES);
    parser.on("opentagstart", (tag) => {
      tag.attributes = newAttributes();
      this.#nameEnd = this.#parser.position;
    });
    parser.on("opentag", ({ name, attributes }) => {
      this.#open(name, attributes);
      handler.open(name, attributes);
    });
    parser.on("closetag", () => {
      handler.close(this.#closeText());
      this.depth -= 1;
    });
    parser.on("text", (text) => this.#addText(text));
    parser.on("cdata", (text) => this.#addText(text));
    parser.on("doctype", () => this.#noteDoctype());
    parser.on("error", ({ message }) => {
      throw new Stop(syntaxFault(this.text, message, this.#position, this.#contents[this.depth] ?? 0));
    });
    try {
      parser.write(this.text).close();
    } catch (error) {
      if (error instanceof Stop) return error.unreadable;
      throw error;
    }
    return undefined;
  }

  /** What stands between the elements and says nothing that is read: comments, instructions, a declaration. */
  betweenElements(): Span[] {
    return betweenElements(this.text, this.#doctype);
  }

  /** Where the start tag in hand begins. */
  get tagStart(): number {
    return this.text.lastIndexOf("<", this.#nameEnd - 1);
  }

  /** Sets aside what could be a secret in a start tag that counts for nothing. */
  leaveTag(attributes: Attributes): void {
    const asides: Aside[] = NO_ASIDES;
    setAside(attributes, [], asides);
    if (asides.length === 0) return;
    const values = new Map(asides.splice(0).map(({ value, route }) => [route[0], value]));
    eachAttribute(this.text, this.tagStart, (name, _at, start, end) => {
      if (!values.has(name)) return;
      this.leftOver.push({ value: values.get(name), route: this.#route(name), span: { start, end } });
    });
  }

  /** The same for the text of the element that ends. */
  leaveText(text: string): void {
    const asides: Aside[] = [];
    setAside(text, [this.#names[this.depth] ?? ""], asides);
    const span = asides.length > 0 ? textSpan(this.text, this.#contents[this.depth] ?? 0) : undefined;
    if (span) this.leftOver.push({ value: text, route: this.#route(), span });
  }

  get #position(): number {
    return Math.min(this.#parser.position, this.text.length);
  }

  #open(name: string, attributes: Attributes): void {
    const depth = this.depth + 1;
    if (depth >= MAX_DEPTH) throw new Stop({ reason: "too-deep", detail: "", offset: this.tagStart });
    this.depth = depth;
    this.#names[depth] = name;
    this.#attributes[depth] = attributes;
    this.#contents[depth] = this.#position;
    this.#texts[depth] = undefined;
    this.#spaces[depth] = "";
    if (this.#hasUnknown) this.#dropUnknown(attributes);
  }

  #addText(text: string): void {
    const { depth } = this;
    if (depth < 0) return;
    const before = this.#texts[depth];
    if (this.#hasUnknown) {
      this.#hasUnknown = false;
      this.#texts[depth] = UNKNOWN;
    } else if (isBlank(text)) {
      if (before !== undefined) this.#spaces[depth] += text;
    } else if (before !== UNKNOWN) {
      this.#texts[depth] = before === undefined ? text : before + this.#spaces[depth] + text;
      this.#spaces[depth] = "";
    }
  }

  #closeText(): string | undefined {
    const { depth } = this;
    const text = this.#texts[depth];
    if (text !== UNKNOWN) return text;
    const span = textSpan(this.text, this.#contents[depth] ?? 0);
    if (span) this.#leaveUnknown(span, span, this.#route());
    return undefined;
  }

  /** Takes values with an entity that is not known out of a start tag. */
  #dropUnknown(attributes: Attributes): void {
    this.#hasUnknown = false;
    eachAttribute(this.text, this.tagStart, (name, _at, start, end) => {
      if (!String(attributes[name]).includes(UNKNOWN)) return;
      delete attributes[name];
      this.#leaveUnknown({ start, end }, { start: start + 1, end: end - 1 }, this.#route(name));
    });
  }

  /** What is written could be a secret all the same. */
  #leaveUnknown(span: Span, content: Span, route: Route): void {
    const value = this.text.slice(content.start, content.end);
    const entity = ENTITY.exec(value)?.[0] ?? "";
    this.faults.push({ kind: "entity", span, detail: entity.slice(0, 100) });
    this.leftOver.push({ value, route, span });
  }

  /** What the parser finds where XML itself defines no entity of a name. A reference without a proper name is an error. */
  #unknownEntities(): object {
    return new Proxy(Object.create(null), {
      get: (_target, name) => {
        if (typeof name !== "string" || !NAME.test(name)) return undefined;
        this.#hasUnknown = true;
        return UNKNOWN;
      },
    });
  }

  /** The declaration that the parser has just read; only comments and instructions can stand before it. */
  #noteDoctype(): void {
    let start = this.text.indexOf("<");
    while (start >= 0 && !this.text.startsWith(DOCTYPE, start)) {
      start = this.text.indexOf("<", endOfMarkup(this.text, start));
    }
    this.#doctype = { start: Math.max(0, start), end: this.#position };
    this.faults.push({ kind: "doctype", span: nameOfDoctype(this.text, this.#doctype.start), detail: "" });
  }

  /** The names of the open elements, each followed by the `name` it was given, so that places can be told apart. */
  #route(attribute?: string): Route {
    const route: string[] = [];
    for (let depth = 0; depth <= this.depth; depth++) {
      const { name } = this.#attributes[depth] ?? {};
      route.push(this.#names[depth] ?? "");
      if (typeof name === "string" && name !== "" && (attribute !== undefined || depth < this.depth))
        route.push(name);
    }
    return attribute === undefined ? route : [...route, attribute];
  }
}

/**
 * The parser's own objects are hash tables, which cost about half as much again to keep. These have the layout of their kind,
 * and inherit from nothing but an empty object: an attribute can be called `constructor` or `__proto__`.
 */
function newAttributes(): Record<string, string> {
  return new Holder() as Record<string, string>;
}

class Holder {}
Object.setPrototypeOf(Holder.prototype, null);
Reflect.deleteProperty(Holder.prototype, "constructor");

const KNOWN_ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What stands for an entity that is not known: no XML text can hold this character, not even by its number. */
const UNKNOWN = "\uffff";

const NAME = /^[\p{L}_:][\p{L}\p{M}\p{N}_:.\u00b7-]*$/u;

/** A reference to what is neither a character nor one of XML's own entities. */
const ENTITY = /&(?!#|(?:amp|lt|gt|quot|apos);)[^;]*;/;

/** Start tags come by the hundred thousand, and hardly one holds a secret. */
const NO_ASIDES: Aside[] = [];

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x20) return false;
  return true;
}

/** Ends the parser, which goes on after errors. */
class Stop extends Error {
  constructor(readonly unreadable: Unreadable) {
    super(unreadable.reason);
  }
}
