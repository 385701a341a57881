import { defineFileRule } from "../../src/evaluate/rule.js";
import type { Place } from "../../src/model/workspace.js";

export default defineFileRule({
  id: "export-stale",
  control: "9.4",
  level: "should",
  since: "0.1.0",
  subject: "file",
  title: "The export is recent",
  why: "An old export tells how the instance was, not how it is.",
  remedy: "Export again, and state the new date as «exported».",
  source: ["The format: schemas/snapshot.v1.schema.json"],
  options: {
    maxAgeDays: {
      default: 90,
      what: "How many days old an export may be; a date without a time is its midnight, UTC.",
    },
  },
  checkFile({ file, document, asOf, options }, verdict) {
    if (!document) {
      verdict.notApplicable(file, "The file could not be read.");
      return;
    }
    const { exported } = document;
    const place: Place = { document: document.document, path: file.name, routes: [["exported"], []] };
    const isBroken = document.problems.some(({ route }) => route.length === 1 && route[0] === "exported");
    if (!exported) {
      verdict.unknown(file, {
        message: isBroken
          ? "The date of the export cannot be read."
          : "The file does not say when it was exported.",
        at: place,
        missing: "exported",
        because: isBroken ? { rule: "export-shape", subject: file } : undefined,
      });
      return;
    }
    const maxAge = options.maxAgeDays ?? 0;
    const age = (asOf.getTime() - exported.getTime()) / DAY;
    if (age <= maxAge) {
      verdict.pass(file);
      return;
    }
    const days = Math.floor(age);
    verdict.fail(file, {
      message: `The export is of ${dayOf(exported)}, ${days > maxAge ? `${days} days` : `a little more than ${days} days`} before this run: the instance may have changed since.`,
      at: place,
      observed: exported.toISOString(),
      expected: `at most ${maxAge} days before ${dayOf(asOf)}`,
    });
  },
  examples: {
    fails: [
      {
        snapshot: `
          exported: 2025-11-20T09:00:00Z
        `,
        at: "2025-11-20T09:00:00Z",
      },
    ],
    passes: [
      {
        snapshot: `
          exported: 2026-11-20T09:00:00Z
        `,
      },
      {
        shows: "Exactly 90 days before the run",
        snapshot: `
          exported: "2026-08-22 12:00:00.000Z"
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          groups: []
        `,
      },
      {
        shows: "A day that does not exist",
        snapshot: `
          exported: 2026-02-30
        `,
      },
    ],
    notApplicable: [
      {
        shows: "A file in a format that is not known",
        snapshot: `
          imsLint: snapshot/v2
          exported: 2026-11-20
        `,
      },
    ],
  },
});

const DAY = 24 * 60 * 60 * 1000;

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
