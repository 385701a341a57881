import * as z from "zod";
import { location } from "../report/report.schema.js";
import { STEPS } from "./trace.js";
import type { TraceV1 } from "./trace.v1.js";

/** The schema of a published trace. The compiler holds it and the interface together. */

const count = z.int().nonnegative();

const link = z.object({
  step: z.enum(STEPS),
  state: z.enum(["holds", "broken", "unknown", "note"]),
  text: z.string(),
  rule: z.string().nullable().describe("The rule that reports the same."),
  settledBy: z.array(z.string()).describe("The evidence that would settle an unknown link."),
  location: location.nullable(),
});

const profile = z.object({
  name: z.string(),
  through: z.array(z.string()).describe("User groups that give it; empty where it is held directly."),
  captured: z.string().nullable(),
  differences: z.array(z.string()).describe("In what name and mask differ, where it does not match."),
  leads: z.enum(["to-group", "to-messagecenter", "nowhere", "unknown", "unmatched"]),
  group: z.string().nullable(),
  nearestGroup: z.string().nullable(),
  location,
});

const hindrance = z.object({
  effect: z.enum(["blocks", "threatens", "unknown"]),
  rule: z.string(),
  clause: z.string().nullable(),
  message: z.string(),
  isAccepted: z.boolean().describe("Whether somebody has accepted the finding."),
  symptom: z.string().nullable(),
  location,
});

const trace = z.object({
  instance: z.string(),
  person: z.string(),
  operator: z.string().nullable().describe("Login of the operator; null where Campaign has none yet."),
  users: z.array(z.object({ name: z.string(), type: z.string().nullable(), status: z.string().nullable() })),
  outcome: z.enum(["can-log-in", "cannot-log-in", "unknown", "no-login"]),
  isExpected: z
    .boolean()
    .describe("Whether the person is meant to get in; with --all only these decide the exit code."),
  links: z.array(link),
  profiles: z.array(profile).describe("Product profiles that the association mask matches, or nearly."),
  otherProfiles: count,
  rights: z.array(z.object({ from: z.string(), rights: z.array(z.string()).nullable(), location })),
  symptom: z.string().nullable().describe("What the person sees, as far as it is documented."),
  mend: z
    .object({ text: z.string(), change: z.record(z.string(), z.string()), remaining: count })
    .nullable()
    .describe("The one change that would mend it."),
});

export const traceSchema = z
  .object({
    format: z.literal("ims-lint/trace/v1"),
    tool: z.object({ name: z.literal("ims-lint"), version: z.string() }),
    asked: z.string().nullable().describe("Who was asked for; null where everybody was."),
    asOf: z.string(),
    complete: z.boolean().describe("False where some input could not be read."),
    exitCode: z.int(),
    traces: z.array(trace),
    instances: z.array(
      z.object({
        instance: z.string(),
        beyond: z
          .array(hindrance)
          .describe("What stands in everybody's way, may do so, or cannot be known to."),
        settledBy: z
          .array(z.string())
          .describe("With --all: the evidence that would tell who there is, where nothing does."),
      }),
    ),
  })
  .meta({
    title: "ims-lint trace",
    description: "What ims-lint trace --format json writes.",
  }) satisfies z.ZodType<TraceV1>;
