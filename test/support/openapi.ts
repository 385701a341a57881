import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";

/** A request as GitHub's description sees it: an operation, and what the path says. */
export interface Call {
  readonly template: string;
  readonly operation: Operation;
  /** The path's parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The operation a request is for, its path percent-encoded as it was sent; or in words why GitHub has none. */
export function findCall(method: string, path: string): Call | string {
  const here = routes().filter(({ pattern }) => pattern.test(path));
  if (here.length === 0) return "GitHub has no such path";
  const route = here.find((candidate) => candidate.method === method);
  if (!route) return `GitHub has no ${method} here, only ${here.map((other) => other.method).join(", ")}`;
  const { template, operation, names, pattern } = route;
  try {
    const values = (pattern.exec(path) ?? []).slice(1).map(decodeURIComponent);
    return {
      template,
      operation,
      parameters: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""])),
    };
  } catch {
    return "the path is not well percent-encoded";
  }
}

export function hasOperation(method: string, template: string): boolean {
  return routes().some((route) => route.method === method && route.template === template);
}

/** What the description has against a request, in words. A body is parsed; undefined where none was sent. */
export function requestMistakes(
  { operation, parameters }: Call,
  sent: { readonly query: URLSearchParams; readonly contentType: string | undefined; readonly body: unknown },
): string[] {
  const described = parametersOf(operation);
  const mistakes = [...new Set(sent.query.keys())]
    .filter((name) => !described.some((parameter) => parameter.in === "query" && parameter.name === name))
    .map((name) => `query/${name} is no parameter of this operation`);
  for (const parameter of described) {
    const at = `${parameter.in}/${parameter.name}`;
    const text = parameters[parameter.name] ?? "";
    const values = parameter.in === "query" ? sent.query.getAll(parameter.name) : [text];
    if (values.length > 0) mistakes.push(...parameterMistakes(parameter.schema, values, at));
    else if (parameter.required) mistakes.push(`${at} is required`);
    if (parameter.in === "path" && !parameter["x-multi-segment"] && text.includes("/"))
      mistakes.push(`${at} must be one segment of the path`);
  }
  return [...mistakes, ...bodyMistakes(operation, sent)];
}

/** What the description has against an answer with a JSON body, in words. */
export function answerMistakes({ operation }: Call, status: number, body: unknown): string[] {
  const described = operation.responses[status];
  const schema = described && resolve(described).content?.["application/json"]?.schema;
  if (schema) return schemaMistakes(schema, body, String(status));
  // Any operation may fail in ways its description does not list, always in one of the two common forms.
  if (status < 400) return [`${status} is not described as JSON`];
  return schemaMistakes(status === 422 ? VALIDATION_ERROR : BASIC_ERROR, body, String(status));
}

function bodyMistakes(
  { requestBody }: Operation,
  { contentType, body }: { readonly contentType: string | undefined; readonly body: unknown },
): string[] {
  if (body === undefined) return requestBody?.required ? ["body is required"] : [];
  if (!requestBody) return ["body is none of this operation's"];
  const media = contentType?.split(";")[0]?.trim() ?? "missing";
  const schema = requestBody.content[media]?.schema;
  if (!schema) return [`content-type is ${media}, not ${Object.keys(requestBody.content).join(" or ")}`];
  return [...schemaMistakes(schema, body, "body"), ...unnamedProperties([schema], body, "body")];
}

/** A parameter is text on the wire: it must fit as the number or truth value it spells, as text, or as a list. */
function parameterMistakes(schema: Schema, values: readonly string[], at: string): string[] {
  const [text = "", ...more] = values;
  const spelled: unknown = /^(?:-?(?:0|[1-9]\d*)|true|false)$/.test(text) ? JSON.parse(text) : text;
  const readings = more.length > 0 ? [values] : [spelled, text, values];
  const mistakes = readings.map((value) => schemaMistakes(schema, value, at));
  return mistakes.some((none) => none.length === 0) ? [] : (mistakes[0] ?? []);
}

function schemaMistakes(schema: Schema, value: unknown, at: string): string[] {
  const validate = ajv().compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const name: unknown = params.additionalProperty;
    return `${at}${instancePath} ${message}${typeof name === "string" ? ` ("${name}")` : ""}`;
  });
}

/** GitHub ignores properties it does not know, so its schemas leave objects open: a misspelt one would pass. */
function unnamedProperties(schemas: readonly Schema[], value: unknown, at: string): string[] {
  const shapes = schemas.flatMap(withParts);
  if (Array.isArray(value)) {
    const items = shapes.flatMap((shape) => shape.items ?? []);
    return value.flatMap((item, index) => unnamedProperties(items, item, `${at}/${index}`));
  }
  if (!isObject(value) || shapes.some((shape) => shape.additionalProperties !== undefined)) return [];
  if (shapes.every((shape) => shape.properties === undefined)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const named = shapes.flatMap((shape) => shape.properties?.[name] ?? []);
    if (named.length === 0) return [`${at}/${name} is no property of this operation`];
    return unnamedProperties(named, inner, `${at}/${name}`);
  });
}

function withParts(schema: Schema): Schema[] {
  const whole = resolve(schema);
  const parts = [...(whole.allOf ?? []), ...(whole.anyOf ?? []), ...(whole.oneOf ?? [])];
  return [whole, ...parts.flatMap(withParts)];
}

function parametersOf({ parameters = [] }: Operation): Parameter[] {
  return parameters.map((parameter) => resolve(parameter));
}

// ajv knows the description's components under this name.
const ROOT = "github";
const BASIC_ERROR: Schema = { $ref: `${ROOT}#/components/schemas/basic-error` };
const VALIDATION_ERROR: Schema = { $ref: `${ROOT}#/components/schemas/validation-error` };

/** The description is 13 MB: it is read when the first question comes, and once. */
const description = once(() => {
  const file = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");
  const published: Published = JSON.parse(readFileSync(file, "utf8"));
  const { examples: _, ...components } = published.components;
  return { paths: asJsonSchema(published.paths), components: asJsonSchema(components) };
});

const ajv = once(() => {
  const formats = { uri: (text: string) => URL.canParse(text), "date-time": DATE_TIME };
  const checker = new Ajv({ strict: false, validateSchema: false, allErrors: true, logger: false, formats });
  return checker.addSchema({ components: description().components }, ROOT);
});

const routes = once(() => {
  const all = Object.entries(description().paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => routeOf(method.toUpperCase(), template, operation)),
  );
  // Of two templates a path fits, the one that spells more of its segments out is meant, and then the one with fewer
  // parameters: Octokit keeps compare/{base}...{head}, GitHub's older form, beside compare/{basehead}.
  const spelled = ({ template }: Route) => template.split("/").filter((part) => !part.includes("{")).length;
  return all.sort((one, other) => spelled(other) - spelled(one) || one.names.length - other.names.length);
});

function routeOf(method: string, template: string, operation: Operation): Route {
  const long = parametersOf(operation).filter((parameter) => parameter["x-multi-segment"]);
  const names: string[] = [];
  const pattern = template.replaceAll(/\{([^}]+)\}|[.*+?^$()[\]\\|]/g, (found, name?: string) => {
    if (name === undefined) return `\\${found}`;
    names.push(name);
    return long.some((parameter) => parameter.name === name) ? "(.+)" : "([^/]+)";
  });
  return { method, template, operation, names, pattern: new RegExp(`^${pattern}$`) };
}

/**
 * A part of the description as ajv reads it: references lead to the root, and what OpenAPI 3.0 calls `nullable` is a
 * choice with null, since ajv takes `nullable` only beside a `type` and not for an `enum`.
 */
function asJsonSchema<T>(part: T): T {
  const rewritten = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(rewritten);
    if (!isObject(node)) return node;
    const { nullable, ...schema } = Object.fromEntries(
      Object.entries(node).map(([key, value]) =>
        key === "$ref" && typeof value === "string" ? [key, ROOT + value] : [key, rewritten(value)],
      ),
    );
    if (nullable === true) return { anyOf: [schema, { type: "null" }] };
    return nullable === undefined ? schema : { ...schema, nullable };
  };
  return rewritten(part) as T;
}

function resolve<T extends object>(node: T | Reference): T {
  if (!("$ref" in node)) return node;
  const [, ...keys] = node.$ref.slice(`${ROOT}#/`.length).split("/");
  const target = keys.reduce<unknown>(
    (within, key) => (isObject(within) ? within[key] : undefined),
    description().components,
  );
  if (!isObject(target)) throw new Error(`GitHub's description has no ${node.$ref}`);
  // The kind of thing that stands where the reference stood: the published document is taken at its word.
  return resolve(target as T | Reference);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// RFC 3339, section 5.6.
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

interface Route {
  readonly method: string;
  readonly template: string;
  readonly operation: Operation;
  /** Its groups are the path's parameters, named in `names`. */
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** As much of a published OpenAPI 3.0 document as is read here. */
interface Published {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly examples: unknown };
}

interface Reference {
  readonly $ref: string;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Operation {
  readonly externalDocs?: { readonly url: string };
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content } | Reference>>;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required?: boolean;
  readonly schema: Schema;
  readonly "x-multi-segment"?: boolean;
}

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
