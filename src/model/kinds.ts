import * as z from "zod";
import { NOT_OF_KIND, readCount, readDate, readDay, readFlag, readSecret, readText } from "./leaves.js";

/** The zod schemas of the scalar kinds; the schema files of snapshot and config are built of them. */

const ask = <In, Out>(input: z.ZodType<In>, read: (value: unknown) => Out | typeof NOT_OF_KIND) =>
  input.transform((value, context): Out => {
    const result = read(value);
    if (result !== NOT_OF_KIND) return result as Out;
    context.addIssue({ code: "custom", message: "not of this kind" });
    return z.NEVER;
  });

const scalar = z.union([z.string(), z.number(), z.boolean()]);

export const text = ask(scalar, readText).meta({
  id: "text",
  description: "Text; typed values are taken as written.",
});

export const flag = ask(scalar, readFlag).meta({
  id: "flag",
  description: 'Yes or no: true, false, 1, 0, or the same as text ("1", "true").',
  examples: [true, false, "1", "0"],
});

export const count = ask(z.union([z.number(), z.string()]), readCount).meta({
  id: "count",
  description: "A whole number.",
});

export const date = ask(z.string(), readDate).meta({
  id: "date",
  description: "A date, with or without time: 2026-11-20, 2026-11-20T09:00:00Z.",
});

export const day = ask(z.string(), readDay).meta({
  id: "day",
  description: "A day, and no more: 2026-12-31.",
});

export const secret = ask(
  z.union([scalar, z.strictObject({ present: scalar, encrypted: scalar.nullish() })]),
  readSecret,
).meta({
  id: "secret",
  description:
    "Only whether there is one: { present: true, encrypted: true }. Never put the secret itself here.",
});

/** A field that may be absent or null, which mean the same: not known. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined);
