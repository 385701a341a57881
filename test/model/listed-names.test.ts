import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownNames, resolveListed } from "../../src/model/listed-names.js";

describe("names of one cell", () => {
  test.each<{ why: string; known: string[]; parts: string[]; names: string[] }>([
    {
      why: "rejoin to a known name",
      known: ["Acme, EMEA"],
      parts: ["Delivery", "Acme", "EMEA"],
      names: ["Delivery", "Acme, EMEA"],
    },
    {
      why: "rejoin whatever the white space at the commas",
      known: ["A ,B,\tC"],
      parts: ["A", "B", "C"],
      names: ["A ,B,\tC"],
    },
    {
      why: "rejoin to the longest known name",
      known: ["A, B", "A, B, C", "A"],
      parts: ["A", "B", "C", "A", "B", "A"],
      names: ["A, B, C", "A, B", "A"],
    },
    {
      why: "rejoin to a shorter one where the longest ends differently",
      known: ["A, B", "A, B, C, D"],
      parts: ["A", "B", "C"],
      names: ["A, B", "C"],
    },
    { why: "stay apart where only a part is known", known: ["A, B"], parts: ["A", "C"], names: ["A", "C"] },
    { why: "differ in letter case", known: ["A, B"], parts: ["a", "B"], names: ["a", "B"] },
    {
      why: "come apart where all of a joined part is known",
      known: ["B", "C", "D, E"],
      parts: ["A", "B, C, D, E"],
      names: ["A", "B", "C", "D, E"],
    },
    {
      why: "stay joined where not all of it is known",
      known: ["B", "D"],
      parts: ["A", "B,  C"],
      names: ["A", "B,  C"],
    },
    {
      why: "rejoin across a joined part, of which the rest stays",
      known: ["A, B"],
      parts: ["A", "B,  C, D"],
      names: ["A, B", "C, D"],
    },
    { why: "of a joined part stay as written", known: ["B,C"], parts: ["B, C"], names: ["B,C"] },
    { why: "that are none", known: ["A, B"], parts: [], names: [] },
  ])("$why", ({ known, parts, names }) => {
    expect(resolveListed(parts, knownNames(known))).toEqual(names);
  });

  test("are the same array where nothing changes", () => {
    const known = knownNames(["A, B", "C"]);
    for (const parts of [["A", "C"], ["C"], ["X, Y"], []]) expect(resolveListed(parts, known)).toBe(parts);
  });

  test("that are known and joined without doubt come back", () => {
    // No piece of one name is a piece of another, so there is one way alone to tell them apart.
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.nat({ max: 5 })), (counts, picks) => {
        const known = counts.map((count, name) =>
          Array.from({ length: count }, (_, piece) => `n${name}p${piece}`).join(", "),
        );
        const held = [...picks.take(8)].map((pick) => known[pick % known.length] ?? "");
        const parts = held.flatMap((name) => name.split(", "));
        expect(resolveListed(parts, knownNames(known))).toEqual(held);
      }),
    );
  });

  test("are told apart in time that grows with the cell", () => {
    const known = knownNames([`${"A,".repeat(100_000)}B`, `${"A,".repeat(100)}B`]);
    const parts = new Array<string>(100_000).fill("A");
    const started = performance.now();
    expect(resolveListed(parts, known)).toBe(parts);
    expect(resolveListed([parts.join(", ")], known)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
