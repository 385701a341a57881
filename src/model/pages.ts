import type { Page } from "../read/export.js";
import type { Part } from "./part.js";
import type { ListName } from "./settings.js";
import type { ListFact } from "./workspace.js";

/**
 * Tells of every list whether it is whole, as far as its format tells: a package or a query of just as many records as
 * one export can hold may be cut off, and a listing in pages is whole when none is missing up to the last. What is
 * found out of pages replaces what each file alone could say.
 */
export function judgeLists(parts: readonly Part[]): ReadonlyMap<Part, readonly ListFact[]> {
  const facts = new Map<Part, ListFact[]>();
  const tell = (part: Part, fact: ListFact) => {
    const known = facts.get(part);
    if (known) known.push(fact);
    else facts.set(part, [fact]);
  };
  const listings = new Map<string, Sheet[]>();
  for (const part of parts) {
    for (const { key, route, count, limit, complete, page } of part.document.lists) {
      if (key === "serverConf") continue;
      if (!page) {
        const isCut = limit !== undefined && complete === "no";
        tell(part, { kind: "list", name: key, route, count, state: isCut ? "perhaps-cut" : "whole", limit });
        continue;
      }
      const id = JSON.stringify([page.listing, key, part.file.instances]);
      const sheet: Sheet = { part, key, route, count, page };
      const known = listings.get(id);
      if (known) known.push(sheet);
      else listings.set(id, [sheet]);
    }
  }
  for (const sheets of listings.values()) {
    const { state, pages } = hasTwins(sheets)
      ? { state: "pages-unclear" as const, pages: "two pages are the same, so another was not saved" }
      : judgePages(sheets.map(({ page }) => page));
    const [first] = sheets;
    if (!first) continue;
    for (const { part, key } of sheets) {
      part.complete[key] = state === "whole" ? "yes" : state === "pages-missing" ? "no" : "unknown";
    }
    const count = sheets.reduce((sum, sheet) => sum + sheet.count, 0);
    tell(first.part, {
      kind: "list",
      name: first.key,
      route: first.route,
      count,
      state,
      limit: undefined,
      pages,
    });
  }
  return facts;
}

interface Sheet {
  readonly part: Part;
  readonly key: ListName;
  readonly route: ListFact["route"];
  readonly count: number;
  readonly page: Page;
}

/** Whether a page was saved twice: then another was not. */
function hasTwins(sheets: readonly Sheet[]): boolean {
  const files = [...new Set(sheets.map(({ part }) => part.file.bytes))];
  return files.some((bytes, at) =>
    files.slice(0, at).some((other) => other.length === bytes.length && Buffer.compare(other, bytes) === 0),
  );
}

/** Pages are numbered from 0 (UMAPI docs/en/api/getUsers.md). */
function judgePages(pages: readonly Page[]): Pick<ListFact, "state" | "pages"> {
  const lasts = pages.filter(({ isLast }) => isLast);
  // A browser that saves a second file of a name numbers it: users.json, users (1).json.
  const unnumbered = pages.filter(({ number }) => number === undefined);
  const [first] = unnumbered.length === 1 && pages.length > 1 ? unnumbered : [];
  const numbers = pages.flatMap((page) => page.number ?? (page === first ? 0 : [])).sort((a, b) => a - b);
  const [only] = pages;
  if (pages.length === 1 && only) {
    if (!only.isLast) return { state: "pages-missing", pages: "every page after this one" };
    return only.number !== undefined && only.number > 0
      ? {
          state: "pages-unclear",
          pages: `the pages before page ${only.number} are not there, if the file's name numbers a page`,
        }
      : { state: "whole" };
  }
  if (lasts.length === 0) return { state: "pages-missing", pages: "the last page" };
  if (numbers.length < pages.length || new Set(numbers).size < numbers.length || lasts.length > 1) {
    return { state: "pages-unclear" };
  }
  const last = lasts[0]?.number ?? 0;
  // Counted from 1, or without page 0: nobody can tell.
  if (numbers[0] === 1)
    return {
      state: "pages-unclear",
      pages: "page 0 is not there, if the names of the files number the pages",
    };
  if (last !== numbers.at(-1)) return { state: "pages-unclear" };
  const missing: number[] = [];
  for (let number = 0; number < last && missing.length < 10; number++) {
    if (!numbers.includes(number)) missing.push(number);
  }
  if (missing.length === 0) return { state: "whole" };
  return { state: "pages-missing", pages: `page${missing.length > 1 ? "s" : ""} ${missing.join(", ")}` };
}
