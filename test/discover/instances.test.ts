import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { globBases, instanceMatcher } from "../../src/discover/instances.js";

/** Which instance the config counts a path to. */

const matches = async (files: readonly string[], path: string) =>
  (await instanceMatcher({ acme: { files } }))(path).length > 0;

describe("the globs of an instance", () => {
  test.each([
    ["exports/**", "exports/a/b.xml", true],
    ["exports/*.xml", "exports/a/b.xml", false],
    ["exports", "exports/a/.b", true],
    ["exports/", "exports/a", true],
    ["./exports//a", "exports/a/b", true],
    ["exports", "exports2/a", false],
    [".", "a/b", true],
    ["./", "a", true],
    ["users (1).csv", "users (1).csv", true],
    ["[old]", "[old]/a", true],
    ["!(a|b)/c", "x/c", true],
    ["!(a|b)/c", "a/c", false],
    ["+(a|b).xml", "abba.xml", true],
    ["+(a|b).xml", "abc.xml", false],
    ["*/*/*/*.xml", "a/b/c/d.xml", true],
    ["*/*/*/*.xml", "a/b/d.xml", false],
    ["*/*/*/*", "a/b/c/d/e/f", true],
    ["**/!(old)/*-*.xml", "x/new/a-b.xml", true],
    ["**/!(old)/*-*.xml", "old/a-b.xml", false],
    ["../shared/*", "../shared/a", true],
  ])("%s and %s", async (glob, path, expected) => {
    expect(await matches([glob], path)).toBe(expected);
  });

  test("take out again what begins with an exclamation mark, wherever it stands", async () => {
    const files = ["!exports/old", "exports", "!./exports/*.md"];
    expect(await matches(files, "exports/a")).toBe(true);
    expect(await matches(files, "exports/old/a")).toBe(false);
    expect(await matches(files, "exports/a.md")).toBe(false);
  });

  test("are not asked where there are none", async () => {
    const of = await instanceMatcher({ acme: {}, globex: undefined, initech: { files: [] } });
    expect(of("a")).toEqual([]);
  });

  test("match by any of several names, each instance once", async () => {
    const of = await instanceMatcher({ b: { files: ["x"] }, a: { files: ["y", "x"] } });
    expect(of("y", "x")).toEqual(["b", "a"]);
  });

  test("match the same with many wildcards as with few", async () => {
    const part = fc.constantFrom("a", "*", "**", "?", "*a", "a*b*", "{a,b*}", "[ab]*", "@(a|b)*", ".");
    const name = fc.constantFrom("a", "b", "ab", ".a", "aab", "c");
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 2, maxLength: 5 }).map((parts) => parts.join("/")),
        fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join("/")),
        async (glob, path) => {
          const tidy = glob
            .split("/")
            .filter((other) => other !== ".")
            .join("/");
          fc.pre(tidy !== "");
          expect(await matches([glob], path)).toBe(picomatch([tidy, `${tidy}/**`], { dot: true })(path));
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 500) },
    );
  });

  test.each(["*a*a*a*a*a*a*a*a*b", "**/a**/a**/a**/a**/a**/b", "+(a*|a)+(a*|a)b", "!(x)*a*a*a*a*a*a*b"])(
    "cost little, however hostile: %s",
    async (glob) => {
      const startedAt = performance.now();
      expect(await matches([glob], "a".repeat(250))).toBe(false);
      expect(await matches([glob], "aa/".repeat(300))).toBe(false);
      expect(performance.now() - startedAt).toBeLessThan(1000);
    },
  );
});

test.each([
  ["exports/prod/*.xml", "exports/prod", false],
  ["./exports/prod/", "exports/prod", true],
  ["**/*.xml", "", false],
  ["a/{b,c}/d", "a", false],
  ["exports/\\[old\\]/a.xml", "exports/[old]/a.xml", true],
  [".", "", false],
])("%s looks in «%s»", async (glob, path, isLiteral) => {
  expect(await globBases({ acme: { files: [glob, `!${glob}`] }, globex: { files: [glob] } })).toEqual([
    { path, isLiteral },
  ]);
});
