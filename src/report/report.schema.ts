import * as z from "zod";
import { EVIDENCE, type EvidenceKey } from "../evaluate/evidence.js";
import { SUBJECT_KINDS, VERDICTS } from "../evaluate/verdict.js";
import type { ReportV1 } from "./report.v1.js";

/** The schema of the published report. The compiler holds it and the interface together. */

const count = z.int().nonnegative();
const subject = z.object({ kind: z.enum(SUBJECT_KINDS), name: z.string() });
const cause = z.object({ rule: z.string(), instance: z.string().nullable(), subject });
const location = z.object({
  path: z.string().describe("Relative to the root, / on every system."),
  startLine: z.int().positive(),
  startColumn: z.int().positive().describe("From 1, in UTF-16 units."),
  endLine: z.int().positive(),
  endColumn: z.int().positive().describe("Exclusive."),
});
const verdicts = { fail: count, pass: count, unknown: count, notApplicable: count, review: count };

const result = z.object({
  rule: z.string(),
  clause: z.string().nullable(),
  control: z.string().describe("IMS-3.7, or C.1 of a rule that the config defines"),
  verdict: z.enum(VERDICTS),
  level: z.enum(["error", "warning", "note"]).nullable().describe("Null unless the verdict is fail."),
  instance: z.string().nullable(),
  subject,
  message: z.string(),
  observed: z.string().nullable(),
  expected: z.string().nullable(),
  remedy: z.string().nullable(),
  because: cause.nullable().describe("The rule whose verdict stands in the way of this one."),
  causedBy: cause.nullable().describe("The fail from which this one follows."),
  settledBy: z
    .array(z.enum(Object.keys(EVIDENCE) as [EvidenceKey, ...EvidenceKey[]]))
    .describe("The evidence that would settle an unknown."),
  location,
  related: z.array(z.object({ message: z.string(), location })),
  fingerprint: z.string().describe("Made of rule, clause, instance, subject and property, never of lines."),
  waiver: z.null(),
  baseline: z.null(),
});

export const reportSchema = z
  .object({
    format: z.literal("ims-lint/report/v1"),
    tool: z.object({ name: z.literal("ims-lint"), version: z.string() }),
    run: z.object({
      startedAt: z
        .string()
        .describe("The only value that differs between two runs on the same input and date."),
      asOf: z.string(),
      complete: z.boolean().describe("False where some input could not be read."),
      exitCode: z.int(),
      rulesetSha256: z.string(),
      configSha256: z.string().nullable(),
    }),
    inputs: z.array(
      z.object({
        path: z.string(),
        format: z
          .enum([
            "snapshot",
            "campaign-package",
            "campaign-json",
            "session-info",
            "user-management-api",
            "admin-console-csv",
            "server-configuration",
          ])
          .nullable(),
        instance: z.string().nullable(),
        exportedAt: z.string().nullable(),
        buildNumber: z.string().nullable(),
        bytes: count,
        sha256: z.string(),
      }),
    ),
    summary: z.object({
      error: count,
      warning: count,
      note: count,
      pass: count,
      unknown: count,
      notApplicable: count,
      review: count,
      waived: count,
      suppressed: count,
    }),
    rules: z.array(
      z.object({ rule: z.string(), control: z.string(), instance: z.string().nullable(), ...verdicts }),
    ),
    results: z.array(result),
    evidence: z
      .record(z.string(), z.object({ label: z.string(), how: z.string() }))
      .describe("What the keys under settledBy mean: what the evidence is called, and how to export it."),
  })
  .meta({
    title: "ims-lint report",
    description: "What --format json writes.",
  }) satisfies z.ZodType<ReportV1>;
