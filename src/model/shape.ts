import type { LeftOver, Route, Span } from "../read/document.js";
import { SECRET_KEY } from "../read/secret-key.js";
import {
  NOT_OF_KIND,
  readCount,
  readDate,
  readDay,
  readFlag,
  readSecret,
  readText,
  Secret,
} from "./leaves.js";
import { nearest } from "./nearest.js";
import type { Fields, Shape } from "./shape-compile.js";
import { ADDRESS_KEY, maskAddress, maskUserInfo } from "./user-info.js";

/**
 * The fast check of a document against a published JSON Schema: one walk over the values that checks them, reads the
 * scalars, drops every secret and collects what is off. The JSON Schemas are generated from the zod schemas, which
 * take too long to load for every run; a test holds the two together.
 */
export function checkShape(
  value: unknown,
  shape: Shape,
  {
    hasAliases = false,
    isForeign = false,
  }: {
    readonly hasAliases?: boolean;
    /** Of another format, whose records have keys that the shape need not know. */
    readonly isForeign?: boolean;
  } = {},
): Checked {
  const walk = new Walk(isForeign);
  const result = walk.read(value, shape);
  const { secrets, hidden, broken, numbers } = walk;
  if (hasAliases) walk.hideEchoes(result);
  const problems = hasAliases
    ? walk.problems.map((problem) => ({
        ...problem,
        route: problem.route.map((step) => (walk.isEcho(step) ? "***" : step)),
      }))
    : walk.problems;
  return { value: result, problems, secrets, hidden, broken, numbers };
}

export interface Checked {
  /** The same objects, read in place: what is not of its kind has become undefined. */
  readonly value: unknown;
  readonly problems: readonly ShapeProblem[];
  readonly secrets: readonly FoundSecret[];
  /** Routes of values that may be secrets for all that is known, so that nothing may show them. */
  readonly hidden: readonly Route[];
  /** Routes of the lists of which a record could not be read. */
  readonly broken: readonly Route[];
  /** Routes of the texts that were typed numbers, whose writing the parser has not kept. */
  readonly numbers: readonly Route[];
}

/** The secrets in a value that counts for nothing; its text is dropped all the same. */
export function secretsIn({ value, route, span }: LeftOver): FoundSecret[] {
  const walk = new Walk();
  const key = route.at(-1);
  walk.read(typeof key === "string" ? { [key]: value } : value, { kind: "any" });
  const own = typeof key === "string" ? 1 : 0;
  return walk.secrets.map((found) => ({ ...found, route: [...route, ...found.route.slice(own)], span }));
}

/** Something that is not as the format requires. */
export type ShapeProblem =
  | { readonly kind: "wrong-type"; readonly route: Route; readonly expected: string; readonly found: string }
  | {
      readonly kind: "unknown-value";
      readonly route: Route;
      readonly found: string;
      readonly allowed: readonly string[];
      readonly nearest: string | undefined;
    }
  | { readonly kind: "unknown-key"; readonly route: Route; readonly nearest: string | undefined };

/** A place where a secret was written, stated or hidden. */
export interface FoundSecret {
  readonly route: Route;
  readonly secret: Secret;
  /** Where it stands, where no route leads to it. */
  readonly span?: Span;
  /** What gives it away as a secret: its key, or what its value holds. */
  readonly because: "key" | "url" | "private-key";
}

class Walk {
  readonly problems: ShapeProblem[] = [];
  readonly secrets: FoundSecret[] = [];
  readonly hidden: Route[] = [];
  readonly broken: Route[] = [];
  readonly numbers: Route[] = [];
  readonly #route: (string | number)[] = [];
  /** Texts of secrets, for as long as the walk lasts. */
  readonly #texts = new Set<string>();

  constructor(private readonly isForeign = false) {}

  read(value: unknown, shape: Shape): unknown {
    if (value === null || value === undefined) return undefined;
    switch (shape.kind) {
      case "text": {
        const text = readText(value);
        if (typeof value === "number") this.numbers.push([...this.#route]);
        return text === NOT_OF_KIND ? this.#wrongType("text", value) : this.#withoutSecrets(text);
      }
      case "flag":
        return this.#leaf(value, readFlag(value), "yes or no (true, false, 1 or 0)");
      case "count":
        return this.#leaf(value, readCount(value), "a whole number");
      case "date":
        return this.#leaf(value, readDate(value), "a date such as 2026-11-20 or 2026-11-20T09:00:00Z");
      case "day":
        return this.#leaf(value, readDay(value), "a day such as 2026-12-31");
      case "secret":
        return this.#secret(value);
      case "choice":
        return this.#choice(value, shape.values);
      case "list":
        return this.#list(value, shape.item);
      case "record":
        return this.#record(value, shape);
      case "either":
        return this.#either(value, shape.shapes);
      case "any":
        return this.#scrub(value);
    }
  }

  #leaf<T>(value: unknown, read: T | typeof NOT_OF_KIND, expected: string): T | undefined {
    return read === NOT_OF_KIND ? this.#wrongType(expected, value) : read;
  }

  #choice(value: unknown, allowed: readonly string[]): string | undefined {
    const text = readText(value);
    if (text === NOT_OF_KIND) return this.#wrongType(`one of ${allowed.join(", ")}`, value);
    if (allowed.includes(text)) return text;
    const found = String(this.#withoutSecrets(text));
    this.problems.push({
      kind: "unknown-value",
      route: [...this.#route],
      found,
      allowed,
      nearest: nearest(found, allowed),
    });
    return undefined;
  }

  #list(value: unknown, item: Shape): unknown[] | undefined {
    if (!Array.isArray(value)) return this.#wrongType("a list", value);
    const route = this.#route;
    let isBroken = false;
    for (let index = 0; index < value.length; index++) {
      const before = value[index];
      if (item.kind === "text" && isPlainText(before)) continue;
      route.push(index);
      const after = before === null ? this.#wrongType(wordOf(item), before) : this.read(before, item);
      route.pop();
      if (after !== before) value[index] = after;
      isBroken ||= after === undefined;
    }
    if (isBroken) this.broken.push([...route]);
    return value;
  }

  #record(value: unknown, shape: Extract<Shape, { kind: "record" }>): object | undefined {
    if (!isRecord(value)) return this.#wrongType("an object", value);
    const route = this.#route;
    for (const key in value) {
      const before = value[key];
      if (before === undefined) continue;
      const field = shape.fields.get(key) ?? shape.rest;
      if (field?.kind === "text" && isPlainText(before) && field !== shape.rest) continue;
      route.push(key);
      this.#key(key);
      const after = !field
        ? this.#unknownMember(key, before, value, shape.fields)
        : field === shape.rest && this.#isSecretEntry(key)
          ? this.#secret(before)
          : this.read(before, field);
      route.pop();
      if (this.#isAddress(key)) this.#rename(value, key, after);
      else if (after !== before) value[key] = after;
    }
    for (const key of this.isForeign ? [] : shape.required) {
      if (!Object.hasOwn(value, key)) return this.#wrongType(`an object with ${key}`, value);
    }
    return value;
  }

  /** A key can be an address too. */
  #key(key: string): void {
    if (!this.#isAddress(key)) return;
    this.secrets.push({ route: [...this.#route], secret: new Secret("clear"), because: "url" });
  }

  #isAddress(key: string): boolean {
    return key.includes("@") && maskUserInfo(key) !== key;
  }

  /** The value stays, under a key that can be shown. */
  #rename(holder: Record<string, unknown>, key: string, value: unknown): void {
    delete holder[key];
    holder[maskUserInfo(key)] = value;
  }

  /** An entry of a map, such as an option. The conditions of schema extensions go by the names of what they guard. */
  #isSecretEntry(key: string): boolean {
    return SECRET_KEY.test(key) && this.#route.at(-2) !== "accessibleIf";
  }

  /** A key that no schema knows. A mistyped secret is a secret; of anything else nobody knows. */
  #unknownMember(
    key: string,
    value: unknown,
    holder: Record<string, unknown>,
    fields: Pick<Fields, "get" | "keys">,
  ): unknown {
    if (this.isForeign) return this.#scrubMember(key, value, holder);
    const known = fields.keys();
    this.problems.push({ kind: "unknown-key", route: [...this.#route], nearest: nearest(key, known) });
    const secrets = known.filter((name) => fields.get(name)?.kind === "secret");
    const isMistyped = typeof value !== "object" && nearest(key, secrets, 2) !== undefined;
    if (isMistyped) return this.#secret(value);
    this.hidden.push([...this.#route]);
    return this.#scrubMember(key, value, holder);
  }

  #either(value: unknown, shapes: readonly Shape[]): unknown {
    const fitting = shapes.find((shape) =>
      Array.isArray(value)
        ? shape.kind === "list"
        : isRecord(value)
          ? shape.kind === "record"
          : !/list|record/.test(shape.kind),
    );
    return fitting ? this.read(value, fitting) : this.#wrongType(shapes.map(wordOf).join(" or "), value);
  }

  #secret(value: unknown): Secret | undefined {
    const secret = readSecret(value);
    if (secret === NOT_OF_KIND) {
      // Whatever it is, it stands where a secret belongs.
      if (holdsText(value)) this.#exposed(value);
      return this.#wrongType("nothing but { present: true, encrypted: true } or { present: false }", value);
    }
    this.secrets.push({ route: [...this.#route], secret, because: "key" });
    if (secret.exposed) this.#remember(value);
    return secret;
  }

  /** A secret in a form of its own. */
  #exposed(value: unknown): void {
    this.secrets.push({ route: [...this.#route], secret: new Secret("clear"), because: "key" });
    this.#remember(value);
  }

  #remember(value: unknown): void {
    if (typeof value === "string") this.#texts.add(value);
    else if (typeof value === "object" && value !== null) {
      for (const inner of Object.values(value)) this.#remember(inner);
    }
  }

  /** In a document with aliases a secret can stand in other places too, under keys of no secrecy, or as a key. */
  hideEchoes(value: unknown): void {
    if (this.#texts.size === 0 || typeof value !== "object" || value === null || value instanceof Secret)
      return;
    const holder = value as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      const inner = holder[key];
      if (typeof inner === "string" && this.#texts.has(inner)) holder[key] = "***";
      else this.hideEchoes(inner);
      if (!Array.isArray(value) && this.#texts.has(key)) {
        delete holder[key];
        holder["***"] = inner;
      }
    }
  }

  /** Whether a step of a route is a secret itself. */
  isEcho(step: string | number): boolean {
    return typeof step === "string" && this.#texts.has(step);
  }

  /** Values that no schema knows: kept as they are, but for their secrets. */
  #scrub(value: unknown): unknown {
    if (typeof value === "string") return this.#withoutSecrets(value);
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        this.#route.push(index);
        value[index] = this.#scrub(item);
        this.#route.pop();
      });
    } else if (isRecord(value)) {
      for (const key in value) {
        this.#route.push(key);
        this.#key(key);
        const inner = this.#scrubMember(key, value[key], value);
        if (this.#isAddress(key)) this.#rename(value, key, inner);
        else value[key] = inner;
        this.#route.pop();
      }
    }
    return value;
  }

  #scrubMember(key: string, value: unknown, holder: Record<string, unknown>): unknown {
    if (!SECRET_KEY.test(key) || value === null || value === undefined) return this.#scrub(value);
    const read = readSecret(value);
    // serverConf.xml: dbcnx @password is encrypted where @encrypted says so.
    const secret =
      read === NOT_OF_KIND
        ? undefined
        : read.exposed && this.#route.at(-2) === "dbcnx" && readFlag(holder.encrypted) === true
          ? new Secret("stated")
          : read;
    if (!secret) {
      // An element that happens to be named so holds attributes; anything else is a secret in a form of its own.
      const isElement = isRecord(value) && /password$/i.test(key) && !("$" in value || "value" in value);
      this.hidden.push([...this.#route]);
      if (isElement || !holdsText(value)) return this.#scrub(value);
      this.#exposed(value);
      return new Secret("clear");
    }
    this.secrets.push({ route: [...this.#route], secret, because: "key" });
    if (secret.exposed) this.#remember(value);
    return secret;
  }

  /** Masks the user info of URLs and drops private keys, wherever they stand. */
  #withoutSecrets(text: string): string {
    const masked = ADDRESS_KEY.test(String(this.#route.at(-1))) ? maskAddress(text) : maskUserInfo(text);
    if (masked !== text) {
      this.secrets.push({ route: [...this.#route], secret: new Secret("clear"), because: "url" });
      return masked;
    }
    if (text.includes("-----BEGIN") && text.includes("PRIVATE KEY")) {
      this.secrets.push({ route: [...this.#route], secret: new Secret("clear"), because: "private-key" });
      return "***";
    }
    return text;
  }

  #wrongType(expected: string, value: unknown): undefined {
    this.#scrub(value);
    if (typeof value === "string" && /secret|password|private|authIMS/i.test(value))
      this.hidden.push([...this.#route]);
    this.problems.push({ kind: "wrong-type", route: [...this.#route], expected, found: wordFor(value) });
    return undefined;
  }
}

/** Text that holds no secret, which nearly all of an export is: no address and no private key is without a colon. */
function isPlainText(value: unknown): boolean {
  return (
    typeof value === "string" && !value.includes(":") && (value.length < 30 || !value.includes("-----BEGIN"))
  );
}

/** Whether a value holds any text or number that could be a secret; yes and no are none. */
function holdsText(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(holdsText);
  return value !== null && value !== undefined && readFlag(value) === NOT_OF_KIND;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Secret);
}

function wordFor(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "object":
      return "an object";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return "text";
  }
}

function wordOf(shape: Shape): string {
  switch (shape.kind) {
    case "list":
      return "a list";
    case "record":
      return "an object";
    case "choice":
      return `one of ${shape.values.join(", ")}`;
    case "either":
      return shape.shapes.map(wordOf).join(" or ");
    case "count":
      return "a whole number";
    default:
      return shape.kind === "any" ? "a value" : shape.kind;
  }
}
