import * as z from "zod";
import { EVIDENCE, type EvidenceKey } from "../evaluate/evidence.js";
import { SUBJECT_KINDS, VERDICTS } from "../evaluate/verdict.js";
import type { ReportV1 } from "./report.v1.js";

/** The schema of the published report. The compiler holds it and the interface together. */

const count = z.int().nonnegative();
const subject = z.object({ kind: z.enum(SUBJECT_KINDS), name: z.string() });
const cause = z.object({ rule: z.string(), instance: z.string().nullable(), subject });
export const location = z.object({
  path: z.string().describe("Relative to the root, / on every system."),
  startLine: z.int().positive(),
  startColumn: z.int().positive().describe("From 1, in UTF-16 units."),
  endLine: z.int().positive(),
  endColumn: z.int().positive().describe("Exclusive."),
});
const verdicts = {
  fail: count,
  pass: count,
  unknown: count,
  notApplicable: count,
  review: count,
  waived: count.describe("Findings that are accepted; no other number holds them."),
  suppressed: count,
};

const result = z.object({
  rule: z.string(),
  clause: z.string().nullable(),
  control: z.string().describe("IMS-3.7, or C.1 of a rule that the config defines"),
  verdict: z.enum(VERDICTS),
  level: z
    .enum(["error", "warning", "note"])
    .nullable()
    .describe(
      "Null unless the verdict is fail. An accepted finding keeps its level, and is not counted under it.",
    ),
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
  fix: z
    .object({ replacement: z.string() })
    .nullable()
    .describe(
      "What the value at the location is meant to be, where nothing else can be meant; --fix writes it into snapshots that are kept by hand.",
    ),
  waiver: z
    .object({
      kind: z.enum(["waiver", "suppression"]),
      reason: z.string(),
      owner: z.string().nullable(),
      ticket: z.string().nullable(),
      approvedBy: z.string().nullable(),
      expires: z.string().nullable().describe("The last day on which it counts, UTC."),
      location,
    })
    .nullable()
    .describe("Who has accepted the finding, and why."),
  baseline: z.null(),
});

const control = z.object({
  control: z.string(),
  title: z.string(),
  counts: z.array(z.string()).describe("Rules whose verdicts, in rules, count as evidence."),
  loosened: z
    .array(
      z.object({
        rule: z.string(),
        option: z.string(),
        value: z.int(),
        asks: z.int().describe("The largest value with which a pass counts."),
      }),
    )
    .describe("Rules with an option that is looser than the control asks: their passes do not count."),
  off: z.array(z.string()).describe("Rules that did not run."),
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
      waiversSha256: z.string().nullable(),
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
    controls: z
      .array(
        z.object({
          framework: z.string().describe("nist-sp-800-53-r5"),
          title: z.string(),
          edition: z.string(),
          mapping: z.string().describe("Version of the mapping from rules to controls."),
          controls: z
            .array(control)
            .describe("Controls to which rules contribute evidence; none satisfies one as a whole."),
          unchecked: z
            .array(z.string())
            .describe("Controls to which only rules that are off would give evidence."),
        }),
      )
      .describe(
        "Which rules count as evidence for which controls of which frameworks, as they were in force.",
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
