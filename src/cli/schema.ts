import configSchema from "../../schemas/config.v1.schema.json";
import reportSchema from "../../schemas/report.v1.schema.json";
import snapshotSchema from "../../schemas/snapshot.v1.schema.json";
import traceSchema from "../../schemas/trace.v1.schema.json";
import waiversSchema from "../../schemas/waivers.v1.schema.json";
import { EXIT } from "../judge/exit-code.js";
import { type Edges, UsageError } from "./edges.js";
import { oneOf, readArguments } from "./options.js";

const SCHEMAS = {
  snapshot: snapshotSchema,
  config: configSchema,
  waivers: waiversSchema,
  report: reportSchema,
  trace: traceSchema,
} as const;

/** `ims-lint schema <name>`: prints a JSON Schema. */
export async function printSchema(args: readonly string[], { stdout }: Edges): Promise<number> {
  const { positionals } = readArguments(args, {});
  const names = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];
  const [wanted, ...more] = positionals;
  if (wanted === undefined || more.length > 0)
    throw new UsageError(`schema takes one name: ${names.join(", ")}.`);
  stdout.write(`${JSON.stringify(SCHEMAS[oneOf("schema", wanted, names)], null, 2)}\n`);
  return EXIT.ok;
}
