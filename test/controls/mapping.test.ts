import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { mappings } from "../../controls/index.js";
import { rules } from "../../rules/index.js";

/** What must hold of the mapping from rules to controls, which is data. */

const sentence = z.string().regex(/^[A-Z][^.]*(?:\.\d[^.]*)*\.$/, "one sentence");
const mapping = z.strictObject({
  framework: z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string().min(1),
    edition: z.string().min(1),
    publisher: z.string().min(1),
    url: z.url({ protocol: /^https$/ }),
    tag: z.string().regex(/^[\w-]+$/),
  }),
  mapping: z.strictObject({ version: z.string().regex(/^\d+\.\d+\.\d+$/), date: z.iso.date() }),
  controls: z.array(
    z.strictObject({
      id: z.string().regex(/^(?:[A-Z]{2}-\d+(?:\(\d+\))?|A\.[5-8]\.\d+|\d+\.\d+)$/),
      title: z.string().regex(/^[A-Z].*[^.\s]$/),
      rules: z
        .array(
          z.strictObject({
            rule: z.string(),
            because: sentence,
            asks: z.record(z.string(), z.int().positive()).optional(),
          }),
        )
        .min(1),
    }),
  ),
  unmapped: z.array(z.strictObject({ rule: z.string(), because: sentence })),
});

const claims = mappings.flatMap(({ framework, controls }) =>
  controls.flatMap((control) => control.rules.map((argument) => ({ ...argument, framework, control }))),
);
const unmapped = mappings.flatMap(({ unmapped, framework }) =>
  unmapped.map((entry) => ({ ...entry, framework })),
);

test("every file in controls/ has the shape, and is in the list under its id", () => {
  const names = readdirSync("controls").filter((name) => name.endsWith(".json"));
  for (const name of names) {
    expect(() => mapping.parse(JSON.parse(readFileSync(`controls/${name}`, "utf8"))), name).not.toThrow();
  }
  expect(mappings.map(({ framework }) => `${framework.id}.json`).sort()).toEqual(names.sort());
  expect(unique(mappings.map(({ framework }) => framework.tag))).toHaveLength(names.length);
});

test("controls come once, in the order of their numbers", () => {
  for (const { controls } of mappings) {
    const ids = controls.map(({ id }) => id);
    const sorted = unique(ids).sort(new Intl.Collator("en", { numeric: true }).compare);
    expect(ids).toEqual(sorted);
  }
});

test("a rule is claimed once for a control", () => {
  const pairs = claims.map(({ framework, control, rule }) => `${framework.id} ${control.id} ${rule}`);
  expect(unique(pairs)).toEqual(pairs);
});

test("every claim has an argument of its own", () => {
  const sentences = [...claims, ...unmapped].map(({ because }) => because);
  expect(unique(sentences)).toEqual(sentences);
});

describe.each(mappings.map((each) => [each.framework.title, each.framework] as const))(
  "%s",
  (_, framework) => {
    test.each(rules.map(({ id }) => id))("says what %s gives evidence to, or why to nothing", (id) => {
      const isOf = (entry: { readonly rule: string; readonly framework: typeof framework }) =>
        entry.rule === id && entry.framework === framework;
      expect(claims.some(isOf)).not.toBe(unmapped.some(isOf));
    });
  },
);

test("only rules of the catalogue are mapped", () => {
  const known = new Set(rules.map(({ id }) => id));
  const mapped = unique([...claims, ...unmapped].map(({ rule }) => rule));
  expect(mapped.filter((id) => !known.has(id))).toEqual([]);
});

describe("what a control asks of options", () => {
  test("is said of each option of a rule, and of nothing else", () => {
    for (const { id, options = {} } of rules) {
      for (const { control, asks = {} } of claims.filter(({ rule }) => rule === id)) {
        expect(Object.keys(asks).sort(), `${id} for ${control.id}`).toEqual(Object.keys(options).sort());
      }
    }
  });

  test("is never less than the default, which would cost every run its evidence", () => {
    for (const { id, options = {} } of rules) {
      for (const [name, option] of Object.entries(options)) {
        for (const { control, asks } of claims.filter(({ rule }) => rule === id)) {
          expect(asks?.[name], `${id} for ${control.id}`).toBeGreaterThanOrEqual(option.default);
        }
      }
    }
  });
});

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
