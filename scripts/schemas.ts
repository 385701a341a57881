import * as z from "zod";
import { rules } from "../rules/index.js";
import { configSchema } from "../src/config/config.schema.js";
import { waiversSchema } from "../src/config/waivers.schema.js";
import { snapshotSchema } from "../src/model/snapshot.schema.js";
import { reportSchema } from "../src/report/report.schema.js";
import { traceSchema } from "../src/trace/trace.schema.js";

/** The published JSON Schemas, path and text, made from the zod schemas. */
export function schemaFiles(): Map<string, string> {
  const input = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input" });
  const files = new Map<string, object>([
    ["schemas/snapshot.v1.schema.json", input(snapshotSchema)],
    ["schemas/config.v1.schema.json", input(configSchema(rules))],
    ["schemas/waivers.v1.schema.json", input(waiversSchema)],
    ["schemas/trace.v1.schema.json", input(traceSchema)],
    ["schemas/report.v1.schema.json", input(reportSchema)],
  ]);
  return new Map([...files].map(([path, schema]) => [path, `${JSON.stringify(schema, null, 2)}\n`]));
}
