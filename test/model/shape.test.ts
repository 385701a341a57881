import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.js";
import configJson from "../../schemas/config.v1.schema.json";
import snapshotJson from "../../schemas/snapshot.v1.schema.json";
import waiversJson from "../../schemas/waivers.v1.schema.json";
import { configSchema } from "../../src/config/config.schema.js";
import { waiversSchema } from "../../src/config/waivers.schema.js";
import { Secret } from "../../src/model/leaves.js";
import { checkShape } from "../../src/model/shape.js";
import { compileShape, type Shape } from "../../src/model/shape-compile.js";
import { snapshotSchema } from "../../src/model/snapshot.schema.js";
import { maskUserInfo } from "../../src/model/user-info.js";

/** The fast check and the zod schemas are one: they accept the same and read the same. */
describe("the fast check against zod", () => {
  test.each([
    ["snapshot", snapshotJson, snapshotSchema],
    ["config", configJson, configSchema(rules)],
    ["waivers", waiversJson, waiversSchema],
  ] as const)("%s", (_name, json, schema) => {
    const shape = compileShape(json);
    fc.assert(
      fc.property(anyOf(shape, 0), (value) => {
        const parsed = schema.safeParse(copy(value));
        const checked = checkShape(copy(value), shape);
        const faults = checked.problems.filter((problem) => problem.kind !== "unknown-key");
        // null stands for a value that is not known; zod takes it for fields, the walk for whole documents too.
        fc.pre(value !== null);
        expect(faults.length === 0).toBe(parsed.success);
        if (!parsed.success) return;
        for (const { route } of checked.problems) drop(checked.value, route);
        expect(plain(checked.value)).toEqual(plain(parsed.data));
      }),
      { numRuns: 600 },
    );
  });

  const odd = fc.oneof(
    fc.constantFrom<unknown>(
      "",
      "x",
      "true",
      "1",
      "0",
      "010",
      "2026-11-20",
      "2026-02-30",
      "snapshot/v1",
      "error",
      "@x=",
    ),
    fc.constantFrom<unknown>(0, 1, 2, 1.5, true, false, [], {}, [1], { present: true }, { present: "x" }),
  );

  // The walk masks the user info of addresses, zod does not.
  const harmless = fc.string({ maxLength: 5 }).filter((text) => !text.includes("@"));

  /** Values that fit a shape, with some that do not strewn in. */
  function anyOf(shape: Shape, depth: number): fc.Arbitrary<unknown> {
    const fitting = fittingOf(shape, depth);
    return depth === 0
      ? fitting
      : fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: odd });
  }

  function fittingOf(shape: Shape, depth: number): fc.Arbitrary<unknown> {
    switch (shape.kind) {
      case "text":
        return fc.oneof(harmless, fc.integer({ min: 0, max: 99 }), fc.boolean());
      case "flag":
        return fc.constantFrom<unknown>(true, false, 0, 1, "0", "1", "true", "False", "");
      case "count":
        return fc.constantFrom<unknown>(0, 7, "30");
      case "date":
        return fc.constantFrom(
          "2026-11-20",
          "2026-11-20T09:00:00Z",
          "2026-05-14 17:35:38.256Z",
          "2026-11-20T09:00+02:00",
        );
      case "day":
        return fc.constantFrom("2026-11-20", "2024-02-29");
      case "secret":
        return fc.constantFrom<unknown>(
          "",
          "***",
          "@abc=",
          { present: true },
          { present: "0", encrypted: 1 },
        );
      case "choice":
        return fc.constantFrom(...shape.values);
      case "list":
        return fc.array(anyOf(shape.item, depth + 1), { maxLength: 3 });
      case "record": {
        const model = Object.fromEntries(
          shape.fields.keys().map((key) => [key, anyOf(shape.fields.get(key) ?? { kind: "any" }, depth + 1)]),
        );
        const known = fc.record(model, { requiredKeys: [...shape.required] });
        if (!shape.rest) return known;
        return fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), anyOf(shape.rest, depth + 1), {
          maxKeys: 3,
        });
      }
      case "either":
        return fc.oneof(...shape.shapes.map((option) => fittingOf(option, depth)));
      case "any":
        return fc.oneof(
          harmless,
          fc.integer(),
          fc.dictionary(fc.string({ maxLength: 3 }), harmless, { maxKeys: 2 }),
        );
    }
  }

  /** A copy in which no object stands in two places, as in any document. */
  function copy(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value));
  }

  /** Takes a key out that no schema knows: the walk leaves it, zod does not. */
  function drop(value: unknown, route: readonly (string | number)[]): void {
    const holder = route
      .slice(0, -1)
      .reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], value);
    delete (holder as Record<string | number, unknown>)[route.at(-1) ?? ""];
  }

  /** Without what is not known. */
  function plain(value: unknown): unknown {
    if (value instanceof Secret) return `secret: ${value.form}`;
    if (value instanceof Date) return value.toISOString();
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
    return Object.fromEntries(entries.map(([key, member]) => [key, plain(member)]));
  }
});

describe("user info of URLs", () => {
  test.each([
    ["https://jane:pw@acme.example/x", "https://***@acme.example/x"],
    ["https://jane@acme.example", "https://***@acme.example"],
    ["https://jane:p@ss@acme.example", "https://***@acme.example"],
    ["https://jane:p/ss@acme.example", "https://***@acme.example"],
    ["https:\\\\jane:pw@acme.example", "https:\\\\***@acme.example"],
    ["see http://a:b@c and http://d:e@f", "see http://***@c and http://***@f"],
  ])("%s is masked", (text, masked) => {
    expect(maskUserInfo(text)).toBe(masked);
  });

  test.each([
    "https://acme.example/@jane",
    "https://acme.example:8443/path@x",
    "https://acme.example?mail=jane@acme.example",
    "jane@acme.example",
    "4D5E6F708192A3B49F1C2B3A@AdobeOrg",
  ])("%s holds none", (text) => {
    expect(maskUserInfo(text)).toBe(text);
  });
});
