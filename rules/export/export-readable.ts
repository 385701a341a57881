import { defineFileRule } from "../../src/evaluate/rule.js";
import type { Unreadable } from "../../src/model/workspace.js";

export default defineFileRule({
  id: "export-readable",
  control: "9.1",
  level: "must",
  since: "0.1.0",
  subject: "file",
  isProtected: true,
  title: "Every file can be read",
  why: "What stands in a file that cannot be read is not checked, so the run is incomplete.",
  remedy: "Export the file again, or mend it at the place that is named.",
  source: ["The formats: YAML 1.2, JSON (RFC 8259), UTF-8 or UTF-16 with a byte-order mark"],
  checkFile({ file }, verdict) {
    const { unreadable } = file;
    if (!unreadable) {
      verdict.pass(file);
      return;
    }
    const isMissing = unreadable.reason === "not-there";
    verdict.fail(file, {
      message: inWords(unreadable),
      at: file.unreadableAt,
      property: unreadable.reason,
      ...(isMissing
        ? {
            remedy:
              "Name a file or folder that is there: whatever names this one, command line, workflow or config.",
          }
        : {}),
    });
  },
  examples: {
    fails: [
      {
        shows: "The place is the parser's",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud }
          groups: []
        `,
      },
    ],
    passes: [
      {
        snapshot: `
          groups: []
        `,
      },
    ],
  },
});

function inWords({ reason, detail }: Unreadable): string {
  switch (reason) {
    case "not-there":
      return "There is no such file or folder.";
    case "no-access":
      return "The file cannot be opened: access is denied, or it is no regular file.";
    case "too-large":
      return `The file is too large: ${detail}.`;
    case "encoding":
      return detail
        ? `The file cannot be decoded: ${detail}.`
        : "The file is neither UTF-8 nor UTF-16 with a byte-order mark.";
    case "syntax":
      return `The file cannot be parsed: ${detail}.`;
    case "too-deep":
      return "The file nests deeper than 100 levels.";
    case "too-many-aliases":
      return "The aliases of the file stand for more than a million values.";
    case "unknown-version":
      return `The file's format "${detail}" is not known to this version of ims-lint; it reads snapshot/v1.`;
    case "saved-error":
      return `The file is no export but an error that the API answered: ${detail}. Make the call again, and save its answer.`;
  }
}
