/** The published JSON Schemas, compiled for the walk over a document. */

type Leaf = "text" | "flag" | "count" | "date" | "day" | "secret";

/** A compiled JSON Schema, of the subset that the zod schemas need. */
export type Shape =
  | { readonly kind: Leaf }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly item: Shape }
  | {
      readonly kind: "record";
      readonly fields: Pick<Fields, "get" | "keys">;
      /** Of any other key; undefined where no other key is known. */
      readonly rest: Shape | undefined;
      /** Keys without which the record is of no use. */
      readonly required: readonly string[];
    }
  | { readonly kind: "either"; readonly shapes: readonly Shape[] }
  | { readonly kind: "any" };

interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly required?: readonly string[];
}

const LEAVES: ReadonlySet<string> = new Set<Leaf>(["text", "flag", "count", "date", "day", "secret"]);

/** Compiles a JSON Schema that zod made. */
export function compileShape(schema: object): Shape {
  return compile(schema as JsonSchema);
}

/** Fields are compiled when a document has them: most snapshots hold a few of all there are. */
function compile(schema: JsonSchema): Shape {
  const leaf = schema.$ref?.replace("#/$defs/", "");
  if (leaf !== undefined && LEAVES.has(leaf)) return { kind: leaf as Leaf };
  if (schema.anyOf) {
    const options = schema.anyOf.filter((option) => option.type !== "null");
    const [only] = options;
    return options.length === 1 && only ? compile(only) : { kind: "either", shapes: options.map(compile) };
  }
  if (schema.enum) return { kind: "choice", values: schema.enum };
  if (schema.const !== undefined) return { kind: "choice", values: [schema.const] };
  if (schema.items) return { kind: "list", item: compile(schema.items) };
  if (schema.type === "object") {
    const rest = schema.additionalProperties;
    return {
      kind: "record",
      fields: new Fields(schema.properties ?? {}),
      rest: typeof rest === "object" ? compile(rest) : undefined,
      required: schema.required ?? [],
    };
  }
  return { kind: "any" };
}

/** The fields of a record, each compiled when it is asked for. */
export class Fields {
  readonly #compiled = new Map<string, Shape>();
  constructor(private readonly properties: Readonly<Record<string, JsonSchema>>) {}

  keys(): string[] {
    return Object.keys(this.properties);
  }

  get(key: string): Shape | undefined {
    const known = this.#compiled.get(key);
    if (known || !Object.hasOwn(this.properties, key)) return known;
    const schema = this.properties[key];
    if (!schema) return undefined;
    const shape = compile(schema);
    this.#compiled.set(key, shape);
    return shape;
  }
}
