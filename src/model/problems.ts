import { maskUserInfo } from "./user-info.js";
import type { Problem } from "./workspace.js";

/** A problem of a document's shape, in words: what is wrong, and what to do. */
export function problemInWords(problem: Problem): { message: string; remedy: string } {
  const where = inWords(problem.route);
  switch (problem.kind) {
    case "wrong-type":
      return {
        message: `${where} is ${problem.found}, where ${problem.expected} belongs; it counts as not known.`,
        remedy: `Write ${problem.expected}.`,
      };
    case "unknown-value": {
      const hint = problem.nearest ? ` Did you mean "${problem.nearest}"?` : "";
      return {
        message: `${where} is "${problem.found}", which is none of ${problem.allowed.join(", ")}.${hint}`,
        remedy: `Write ${problem.nearest ? `"${problem.nearest}"` : `one of ${problem.allowed.join(", ")}`}.`,
      };
    }
    case "unknown-key": {
      const hint = problem.nearest ? ` Did you mean "${problem.nearest}"?` : "";
      return {
        message: `${where} is not known here and is ignored.${hint}`,
        remedy: problem.nearest ? `Write "${problem.nearest}", or take it out.` : "Take it out.",
      };
    }
    case "duplicate-key":
      return {
        message: problem.differs
          ? `${where} is written twice with different values, so it counts as not known.`
          : `${where} is written twice.`,
        remedy: "Keep the one that is right.",
      };
    case "record-twice":
      return {
        message: `"${problem.name}" is there twice and differs in ${problem.fields.join(", ")}; what differs counts as not known.`,
        remedy: "Export again, or keep the record that is right.",
      };
  }
}

/** `extAccounts[0].imsOrgId`; keys come from the file and can be of any length. */
function inWords(route: readonly (string | number)[]): string {
  let text = "";
  for (const step of route) {
    if (typeof step === "number") text += `[${step}]`;
    else text += text === "" ? cut(step) : `.${cut(step)}`;
  }
  return text === "" ? "The document" : `"${text}"`;
}

function cut(written: string): string {
  const key = maskUserInfo(written);
  return key.length > 80 ? `${key.slice(0, 80)}…` : key;
}
