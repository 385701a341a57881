import fc from "fast-check";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { expect, test } from "vitest";
import { read } from "../../src/read/data/read.js";
import type { Route } from "../../src/read/document.js";

/** Places in any JSON, against those of another parser; and in the same values as YAML's JSON subset. */

test("every value of any JSON is where another parser finds it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, "\t"), async (value, indent) => {
      const text = `\n${JSON.stringify([value], null, indent)}\r\n`;
      const { documents } = await read("a.json", Buffer.from(text));
      const routes = routesOf([value], []);
      const places = documents?.[0]?.locate(routes) ?? [];
      const tree = parseTree(text);
      routes.forEach((route, index) => {
        const node = tree && findNodeAtLocation(tree, [...route]);
        const { extent } = places[index] ?? {};
        expect(extent, JSON.stringify(route)).toEqual({
          start: node?.offset,
          end: (node?.offset ?? 0) + (node?.length ?? 0),
        });
      });
    }),
    { numRuns: 300 },
  );
});

test("JSON read as YAML has the same scalars in the same places", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 3, noUnicodeString: true }), async (value) => {
      const text = JSON.stringify([value], null, 1);
      const json = (await read("a.json", Buffer.from(text))).documents?.[0];
      const yaml = (await read("a.yaml", Buffer.from(text))).documents?.[0];
      const routes = routesOf([value], []).filter((route) => !isCollection(at([value], route)));
      const spans = (document: typeof json) => document?.locate(routes).map((place) => place?.value);
      expect(spans(yaml)).toEqual(spans(json));
    }),
    { numRuns: 300 },
  );
});

function routesOf(value: unknown, route: Route): Route[] {
  if (!isCollection(value)) return [route];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    routesOf(member, [...route, Array.isArray(value) ? Number(key) : key]),
  );
  return [route, ...inner];
}

function isCollection(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function at(value: unknown, route: Route): unknown {
  return route.reduce<unknown>((holder, step) => (holder as Record<string | number, unknown>)[step], value);
}
