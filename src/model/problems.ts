import type { Route } from "../read/document.js";
import type { Fault } from "../read/export.js";
import { valueAt } from "../read/section.js";
import { NAME_FIELDS } from "./origins.js";
import { maskUserInfo } from "./user-info.js";
import type { Problem } from "./workspace.js";

/** A problem of a document's shape, in words: what is wrong, and what to do. */
export function problemInWords(
  problem: Problem,
  /** How the file itself calls a place; without it the keys are told. */
  written?: (route: Route) => string,
): { message: string; remedy: string } {
  const where = problem.kind !== "duplicate-key" && written ? written(problem.route) : inWords(problem.route);
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
    case "duplicate-key": {
      const { differs, more } = problem;
      const others =
        more === undefined ? "" : ` So ${more === 1 ? "is 1 more key" : `are ${more} more keys`}.`;
      return {
        message: differs
          ? `${where} is written twice with different values, so it counts as not known.${others}`
          : `${where} is written twice.${others}`,
        remedy: "Keep the one that is right.",
      };
    }
    case "record-twice":
      return {
        message: `"${problem.name}" is there twice and differs in ${problem.fields.join(", ")}; what differs counts as not known.`,
        remedy: "Export again, or keep the record that is right.",
      };
    case "fault":
      return faultInWords(problem.fault);
  }
}

/** A place by names that stay the same while records come and go: a record by what it is called, not by its number. */
export function lastingRoute(value: unknown, route: Route): string[] {
  return route.map((step, at) => {
    if (typeof step !== "number") return step;
    const record = valueAt(value, route.slice(0, at + 1));
    const name = NAME_FIELDS.map((field) => valueAt(record, [field])).find(
      (text) => typeof text === "string" && text,
    );
    return typeof name === "string" ? name : String(step);
  });
}

function faultInWords({ kind, detail }: Fault): { message: string; remedy: string } {
  switch (kind) {
    case "doctype":
      return {
        message:
          "The file holds a document type declaration, which no export of Campaign has; it is not followed: nothing is fetched, and no entity of it is expanded.",
        remedy: "Find out who put it there, and export the file again.",
      };
    case "entity":
      return {
        message: `The value holds the entity "${cut(detail)}", which XML does not know; it is not expanded, and the value counts as not known.`,
        remedy: "Export the file again, or write the character itself.",
      };
    case "ragged-row":
      return {
        message: `The row has ${detail}, so which cell belongs to which column is not known; it is left out.`,
        remedy: "Export the file again; do not edit it in a program that splits cells.",
      };
    case "double-header":
      return {
        message: `The column ${cut(detail)} is there twice, so it counts as not known.`,
        remedy: "Export the file again, or keep the column that is right.",
      };
    case "twice":
      return {
        message: `The option "${cut(detail)}" is there twice with different values, so it counts as not known.`,
        remedy: "Export the file again, or keep the value that is right.",
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
