import { describe, expect, test } from "vitest";
import { Secret } from "../../src/model/leaves.js";
import { type Element, type Layer, overlay } from "../../src/model/server-conf.js";
import { asExport, type Export } from "../../src/read/export.js";
import { SourceText } from "../../src/read/source.js";
import { onlyInstance } from "../support/gather.js";

/** config-<instance>.xml over serverConf.xml. */

function layer(path: string, value: Element): Layer {
  return { document: emptyDocument(path), route: ["serverConf"], value };
}

function emptyDocument(path: string): Export {
  const source = new SourceText("");
  const document = { path, index: 0, source, duplicates: [], hasAliases: false, leftOver: [] };
  return asExport(
    { ...document, value: undefined, locate: (routes) => routes.map(() => undefined) },
    { value: undefined, format: "server-configuration", routesOf: () => [] },
  );
}

const lay = (over: Element, under: Element) => overlay(layer("own", over), layer("default", under));

describe("an instance's own configuration over the default", () => {
  test.each<[string, Element, Element, Element]>([
    ["an attribute counts before the default", { a: "own" }, { a: "default" }, { a: "own" }],
    [
      "an attribute that is not there leaves the default",
      { b: "own" },
      { a: "default" },
      { a: "default", b: "own" },
    ],
    ["an empty attribute hides the default", { a: "" }, { a: "default" }, { a: "" }],
    ["an attribute is filled where the default is empty", { a: "own" }, { a: "" }, { a: "own" }],
    [
      "elements are laid on each other at any depth",
      { shared: { ims: { a: "", c: "own" } } },
      { shared: { ims: { a: "default", b: "default" }, x: "1" }, web: { y: "2" } },
      { shared: { ims: { a: "", b: "default", c: "own" }, x: "1" }, web: { y: "2" } },
    ],
    ["an element of its own is added", { web: { a: "1" } }, { shared: {} }, { shared: {}, web: { a: "1" } }],
    ["an attribute stands in the place of an element", { a: "own" }, { a: { b: "1" } }, { a: "own" }],
    [
      "an element stands in the place of an attribute",
      { a: { b: "1" } },
      { a: "default" },
      { a: { b: "1" } },
    ],
    ["an attribute that is empty in the default is one", { a: { b: "1" } }, { a: "" }, { a: { b: "1" } }],
    [
      "a single element with another id and no name is one of its own",
      { zone: { subNetwork: { id: "cus1", mask: "10.0.0.1" } } },
      { zone: { subNetwork: { id: "all", mask: "*" } } },
      {
        zone: {
          subNetwork: [
            { id: "all", mask: "*" },
            { id: "cus1", mask: "10.0.0.1" },
          ],
        },
      },
    ],
  ])("%s", (_name, over, under, expected) => {
    expect(lay(over, under).value).toEqual(expected);
  });

  test("a secret is an attribute", () => {
    const [own, other] = [new Secret("empty"), new Secret("clear")];
    expect(lay({ password: own }, { password: other }).value.password).toBe(own);
    expect(lay({}, { password: other }).value.password).toBe(other);
  });
});

describe("repeated elements", () => {
  test.each<[string, unknown, unknown, unknown]>([
    [
      "are one where they share their name, in the order of the default",
      [
        { name: "c", x: "own" },
        { name: "b", x: "" },
      ],
      [
        { name: "a", x: "default" },
        { name: "b", x: "default", y: "default" },
      ],
      [
        { name: "a", x: "default" },
        { name: "b", x: "", y: "default" },
        { name: "c", x: "own" },
      ],
    ],
    [
      "are all kept where they have no name",
      [{ x: "1" }, { x: "2" }],
      [{ x: "3" }],
      [{ x: "3" }, { x: "1" }, { x: "2" }],
    ],
    [
      "an empty name is none",
      [{ name: "", x: "1" }],
      [{ name: "", x: "2" }, { name: "b" }],
      [{ name: "", x: "2" }, { name: "b" }, { name: "", x: "1" }],
    ],
    [
      "one over several",
      { name: "b", x: "own" },
      [{ name: "a" }, { name: "b", x: "" }],
      [{ name: "a" }, { name: "b", x: "own" }],
    ],
    [
      "several over one",
      [{ name: "a", x: "own" }, { name: "b" }],
      { name: "a", y: "" },
      [{ name: "a", x: "own", y: "" }, { name: "b" }],
    ],
    [
      "one over one of the same name is one",
      { name: "a", x: "own" },
      { name: "a", y: "" },
      { name: "a", x: "own", y: "" },
    ],
    [
      "one over one of another name is two",
      { name: "b", x: "own" },
      { name: "a" },
      [{ name: "a" }, { name: "b", x: "own" }],
    ],
    ["one with a name over one without is two", { name: "b" }, { x: "1" }, [{ x: "1" }, { name: "b" }]],
    ["one over one without names is one", { x: "own" }, { x: "default", y: "1" }, { x: "own", y: "1" }],
    ["a list of one stays a list", [{ x: "own" }], { y: "1" }, [{ x: "own", y: "1" }]],
    ["in the default, too", { x: "own" }, [{ y: "1" }], [{ x: "own", y: "1" }]],
    [
      "of a name that comes twice in the default only the first is overridden",
      { name: "a", x: "own" },
      [
        { name: "a", x: "1" },
        { name: "a", x: "2" },
      ],
      [
        { name: "a", x: "own" },
        { name: "a", x: "2" },
      ],
    ],
  ])("%s", (_name, over, under, expected) => {
    expect(lay({ el: over }, { el: under }).value.el).toEqual(expected);
  });
});

describe("every element knows the layers that say something of it", () => {
  const overlaid = lay(
    {
      zone: [
        { name: "new", deep: { x: "1" } },
        { name: "lan", x: "own" },
      ],
      own: { inner: { x: "1" } },
    },
    { zone: [{ name: "all" }, { name: "lan", y: "1" }], theirs: { inner: { x: "1" } }, web: {} },
  );
  const layersAt = (...keys: (string | number)[]) => {
    const element = keys.reduce<unknown>(
      (value, key) => (value as Record<string | number, unknown>)[key],
      overlaid.value,
    );
    return overlaid
      .layersOf(element as object)
      .map(({ document, route }) => `${document.path}: ${route.join("/")}`);
  };

  test.each<[(string | number)[], string[]]>([
    [[], ["own: serverConf", "default: serverConf"]],
    [["zone", 0], ["default: serverConf/zone/0"]],
    [
      ["zone", 1],
      ["own: serverConf/zone/1", "default: serverConf/zone/1"],
    ],
    [["zone", 2], ["own: serverConf/zone/0"]],
    [["zone", 2, "deep"], ["own: serverConf/zone/0/deep"]],
    [["own"], ["own: serverConf/own"]],
    [["own", "inner"], ["own: serverConf/own/inner"]],
    [["theirs", "inner"], ["default: serverConf/theirs/inner"]],
    [["web"], ["default: serverConf/web"]],
  ])("%j", (keys, layers) => {
    expect(layersAt(...keys)).toEqual(layers);
  });

  test("what is no element has none", () => {
    expect(overlaid.layersOf({})).toEqual([]);
  });
});

describe("the files of a server", () => {
  const DEFAULT = '<serverConf><web><redirection IMSOrgId="default" x="1"/></web></serverConf>';
  const own = (id: string) => `<serverConf><web><redirection IMSOrgId="${id}"/></web></serverConf>`;

  test.each<[string, Record<string, string>, object, string]>([
    [
      "both",
      { "conf/config-acme.xml": own(""), "conf/serverConf.xml": DEFAULT },
      { IMSOrgId: "", x: "1" },
      "yes",
    ],
    ["the default alone", { "conf/serverConf.xml": DEFAULT }, { IMSOrgId: "default", x: "1" }, "yes"],
    ["the instance's own alone", { "conf/config-acme.xml": own("own") }, { IMSOrgId: "own" }, "unknown"],
    [
      "a snapshot over the default",
      {
        "conf/serverConf.xml": DEFAULT,
        "conf/by-hand.yaml":
          'imsLint: snapshot/v1\ninstance: { name: conf }\nserverConf: { web: { redirection: { IMSOrgId: "by hand" } } }\n',
      },
      { IMSOrgId: "by hand", x: "1" },
      "yes",
    ],
  ])("%s", async (_name, files, redirection, complete) => {
    const { serverConf, serverConfComplete } = await onlyInstance(files);
    expect(serverConf).toMatchObject({ web: { redirection } });
    expect((serverConf as { web: { redirection: object } }).web.redirection).toEqual(redirection);
    expect(serverConfComplete).toBe(complete);
  });
});
