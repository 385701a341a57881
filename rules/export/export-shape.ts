import type { Detail } from "../../src/evaluate/rule.js";
import { defineFileRule } from "../../src/evaluate/rule.js";
import { NAME_FIELDS } from "../../src/model/origins.js";
import { lastingRoute, problemInWords } from "../../src/model/problems.js";
import { maskUserInfo } from "../../src/model/user-info.js";
import type { FileDocument, Place, Problem } from "../../src/model/workspace.js";

export default defineFileRule({
  id: "export-shape",
  control: "9.2",
  level: "must",
  clauses: {
    "unknown-key": { level: "info", what: "Every key of a snapshot is one that the format knows" },
  },
  since: "0.1.0",
  subject: "file",
  title: "The file has the shape of its format",
  why: "A value of the wrong type, or stated twice with a difference, counts as not known, so what it says is not checked.",
  remedy: "Mend the file at the place that is named, or export it again.",
  source: ["The format: schemas/snapshot.v1.schema.json"],
  checkFile({ file, document }, verdict) {
    if (!document) {
      verdict.notApplicable(file, "The file could not be read.");
      return;
    }
    const faults = new Map<string, number>();
    for (const problem of document.problems) {
      verdict.fail(file, {
        ...problemInWords(problem, document.document.written),
        ...evidenceOf(problem, document),
        property: propertyOf(problem, document, faults),
      });
    }
    if (document.problems.length === 0) verdict.pass(file);
  },
  examples: {
    fails: [
      {
        shows: "A value of the wrong type",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, active: perhaps } ]
        `,
        at: "perhaps",
      },
      {
        shows: "A word that the format does not know",
        snapshot: `
          instance: { deployment: on-premises }
        `,
        at: "on-premises",
      },
      {
        shows: "A key that is written twice",
        snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              clientId: Campaign1
              "clientId": Campaign2
        `,
        at: '"clientId"',
      },
      {
        shows: "A record that is there twice, with different values",
        snapshot: `
          groups:
            - { name: delivery, label: Delivery operators }
            - { label: Operators, name: "delivery" }
        `,
        at: '"delivery"',
      },
      {
        shows: "A mistyped key",
        clause: "unknown-key",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgID: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
        at: "imsOrgID",
      },
    ],
    passes: [
      {
        shows: "Typed values and their text mean the same; a value may be left empty",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: "1", packageAutoExport: false, imsOrgId: "", tenant: }
        `,
      },
      {
        shows: "The same record twice, without a difference",
        snapshot: `
          groups: [ { name: delivery }, { name: delivery } ]
        `,
      },
    ],
    notApplicable: [
      {
        shows: "A file that cannot be read has no shape",
        snapshot: `
          groups: [ { name: delivery }
        `,
      },
    ],
  },
});

/** What makes it the same problem tomorrow; of faults that are alike, the how manieth it is. */
function propertyOf(problem: Problem, { document }: FileDocument, faults: Map<string, number>): string {
  if (problem.kind === "fault") {
    const kind = [problem.fault.kind, problem.fault.detail].join(".");
    const number = (faults.get(kind) ?? 0) + 1;
    faults.set(kind, number);
    return number === 1 ? kind : `${kind}.${number}`;
  }
  // What differs in a record that is there twice is not known: another field of it is another problem.
  if (problem.kind === "record-twice") return [problem.kind, problem.name, ...problem.fields].join(".");
  return [problem.kind, ...lastingRoute(document.value, problem.route)].join(".");
}

/** Where the problem stands and what else belongs to it. */
function evidenceOf(problem: Problem, { document }: FileDocument): Omit<Detail, "message"> {
  const here: Place = { document, path: document.path, routes: [problem.route] };
  switch (problem.kind) {
    case "unknown-key":
      return {
        clause: "unknown-key",
        at: { ...here, part: "key" },
        observed: maskUserInfo(String(problem.route.at(-1))),
      };
    case "wrong-type":
      return { at: here, observed: problem.found, expected: problem.expected };
    case "unknown-value":
      return { at: here, observed: problem.found, expected: problem.allowed.join(", ") };
    case "duplicate-key": {
      const earlier: Place = { ...here, span: problem.earlier };
      return {
        at: { ...here, span: problem.later },
        related: [{ at: earlier, message: "The key is written here first." }],
      };
    }
    case "fault":
      return { at: { ...here, span: problem.fault.span } };
    case "record-twice": {
      const { earlier, fields } = problem;
      return {
        at: named(here, fields),
        related: [{ at: named(earlier, fields), message: `"${problem.name}" is here first.` }],
      };
    }
  }
}

/** A record by its name; a section, which has none, by the first field that differs. */
function named(place: Place, fields: readonly string[]): Place {
  const routes = place.routes.flatMap((route) => {
    const isRecord = typeof route.at(-1) === "number";
    const names = isRecord ? NAME_FIELDS : fields;
    return [...names.map((name) => [...route, name]), route];
  });
  return { ...place, routes };
}
