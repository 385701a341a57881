import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import type { Route } from "../../src/read/document.js";
import { readXml } from "../../src/read/xml/exports.js";

/** Places in any XML: what stands at the place of a value must be that value when it is read again. */

/** An element as it is meant, and how it is written. */
interface Element {
  readonly attributes: readonly {
    name: string;
    value: string;
    quote: string;
    space: string;
    equals: string;
  }[];
  readonly children: readonly (Element | string)[];
  readonly name: string;
  readonly isShort: boolean;
}

const name = fc.constantFrom("a", "b", "c", "d-e", "f.g", "é", "constructor", "name");
const value = fc.string({
  unit: fc.constantFrom("x", " ", "<", ">", "&", '"', "'", "\u{1f600}", "é", "/", "=", "-", "]"),
});
const space = fc.constantFrom(" ", "\n  ", "\r\n\t", "  ");
const attribute = fc.record({
  name: fc.constantFrom("a", "b", "k", "l", "name", "__proto__", "x:y"),
  value,
  quote: fc.constantFrom('"', "'"),
  space,
  equals: fc.constantFrom("=", " = ", "\r\n="),
});
/** Markup that is no value, and text in its forms. */
const between = fc.oneof(
  fc.constantFrom("", "\n", "  \r\n", "<!-- a='1' > <a> ]]> -->", "<?pi <a b='> ?>"),
  value.map((text) => `<![CDATA[${text.replaceAll("]]>", "")}]]>`),
  value.map((text) => `t${escaped(text, "")}t`),
);
const { element } = fc.letrec<{ element: Element }>((tie) => ({
  element: fc.record({
    name,
    attributes: fc.uniqueArray(attribute, { selector: (item) => item.name, maxLength: 4 }),
    children: fc.array(fc.oneof({ depthSize: "small", withCrossShrink: true }, between, tie("element")), {
      maxLength: 5,
    }),
    isShort: fc.boolean(),
  }),
}));

test("every value of any XML stands at its place", () => {
  fc.assert(
    fc.property(
      element,
      fc.constantFrom("", "<?xml version='1.0'?>\r\n<!-- <a/> -->", "<!DOCTYPE a [<!ENTITY x '>'>]>"),
      (top, prolog) => {
        const text = `${prolog}${write({ ...top, name: "serverConf" })}`;
        const recognised = readXml("a.xml", Buffer.from(text), true);
        if (!("exports" in recognised)) throw new Error(JSON.stringify(recognised));
        const [document] = recognised.exports;
        expect(document?.value).toEqual({ serverConf: meant(top) });
        const routes = routesOf(document?.value, []);
        const places = document?.locate(routes.map(([route]) => route)) ?? [];
        routes.forEach(([route, expected], index) => {
          const place = places[index];
          if (!place) throw new Error(`nothing at ${route.join("/")}`);
          const at = text.slice(place.value.start, place.value.end);
          if (typeof expected === "string") {
            expect(readAgain(route.at(-1) === "$" ? `<a>${at}</a>` : `<a b=${at}/>`)).toBe(expected);
          } else {
            const isList = Array.isArray(expected);
            const tag = isList ? route.at(-1) : [...route].reverse().find((step) => typeof step === "string");
            expect(at).toBe(`<${tag}`);
            expect(text.slice(place.extent.start, place.extent.end)).toMatch(/>$/);
          }
        });
      },
    ),
    { numRuns: 500 },
  );
});

/** The one value in a small XML: of its attribute, or its text. */
function readAgain(text: string): string {
  return runsOf(text).join("");
}

/** Values of attributes of the root, and the runs of text directly in it. */
function runsOf(text: string): string[] {
  const parser = new SaxesParser();
  const runs: string[] = [];
  let depth = 0;
  const addText = (run: string) => {
    if (depth === 1) runs.push(run);
  };
  parser.on("attribute", (item) => {
    if (depth === 0) runs.push(item.value);
  });
  parser.on("opentag", () => {
    depth += 1;
  });
  parser.on("closetag", () => {
    depth -= 1;
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  return runs;
}

function write({ name: tag, attributes, children, isShort }: Element): string {
  const inside = attributes.map(
    (item) =>
      `${item.space}${item.name}${item.equals}${item.quote}${escaped(item.value, item.quote)}${item.quote}`,
  );
  const content = children.map((child) => (typeof child === "string" ? child : write(child))).join("");
  return isShort && children.length === 0
    ? `<${tag}${inside.join("")} />`
    : `<${tag}${inside.join("")}>${content}</${tag}\n>`;
}

function escaped(text: string, quote: string): string {
  const inText = text.replaceAll("&", "&amp;").replaceAll("<", "&#60;").replaceAll("]]>", "]]&gt;");
  return quote === "" ? inText : inText.replaceAll(quote, quote === '"' ? "&quot;" : "&#x27;");
}

/** The tree that an element is. */
function meant({ attributes, children }: Element): Record<string, unknown> {
  const tree: [string, unknown][] = attributes.map((item) => [item.name, item.value]);
  const inner = children.filter((child) => typeof child !== "string");
  for (const tag of new Set(inner.map((child) => child.name))) {
    const own = inner.filter((child) => child.name === tag).map(meant);
    const attribute = tree.find(([key]) => key === tag);
    if (attribute) attribute[0] = `@${tag}`;
    tree.push([tag, own.length === 1 ? own[0] : own]);
  }
  const texts = textOf(children);
  if (texts !== undefined) tree.push(["$", texts]);
  return Object.fromEntries(tree);
}

/** The text of an element, without the runs of white space around it. */
function textOf(children: Element["children"]): string | undefined {
  const content = children.map((child) => (typeof child === "string" ? child : "<child/>")).join("");
  const runs = runsOf(`<a>${content}</a>`);
  const first = runs.findIndex((run) => run.trim() !== "");
  const last = runs.findLastIndex((run) => run.trim() !== "");
  return first < 0 ? undefined : runs.slice(first, last + 1).join("");
}

function routesOf(value: unknown, route: Route): [Route, unknown][] {
  if (typeof value !== "object" || value === null) return [[route, value]];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    routesOf(member, [...route, Array.isArray(value) ? Number(key) : key]),
  );
  return route.length === 0 ? inner : [[route, value], ...inner];
}
