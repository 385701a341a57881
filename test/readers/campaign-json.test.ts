import fc from "fast-check";
import { describe, expect, test } from "vitest";
import snapshotSchema from "../../schemas/snapshot.v1.schema.json" with { type: "json" };
import { checkShape, secretsIn } from "../../src/model/shape.js";
import { compileShape } from "../../src/model/shape-compile.js";
import { bearsDataMark, recogniseData } from "../../src/read/data/exports.js";
import { readText } from "../../src/read/data/read.js";
import type { Route, Span } from "../../src/read/document.js";
import type { Export, Recognised } from "../../src/read/export.js";

/** Records of Campaign as JSON, from acc-js-sdk: what they become, where it stands, and what is none of ours. */

async function recognise(
  data: unknown,
  { path = "prod/export.json", isNamed = false } = {},
): Promise<Recognised> {
  const result = await readText(path, typeof data === "string" ? data : JSON.stringify(data, null, 1));
  const [document] = result.documents ?? [];
  if (!document) throw new Error("not read");
  return recogniseData(document, path, isNamed);
}

async function read(data: unknown, options: Parameters<typeof recognise>[1] = {}): Promise<Export> {
  const recognised = await recognise(data, { isNamed: true, ...options });
  if (!("exports" in recognised)) throw new Error(JSON.stringify(recognised));
  const [first] = recognised.exports;
  if (!first) throw new Error("no export");
  return first;
}

/** The source of the value at the end of a route of the snapshot. */
function selected(read: Export, ...route: Route): string | undefined {
  const [place] = read.locate([route]);
  return place && read.source.raw.slice(place.value.start, place.value.end);
}

const ACCOUNT = {
  name: "Adobe_Experience_Cloud",
  active: "1",
  imsServer: "https://ims-na1.adobelogin.com",
  imsOrgId: "4D5E6F708192A3B49F1C2B3A@AdobeOrg",
  imsRightsMask: "Campaign - acme - (.*)",
};

describe("external accounts", () => {
  test.each([
    ["a list", { extAccount: [ACCOUNT] }],
    ["a single record under its name", { extAccount: ACCOUNT }],
    ["a collection", { "extAccount-collection": { extAccount: [ACCOUNT] } }],
    ["a collection of one", { "extAccount-collection": { extAccount: ACCOUNT } }],
    ["a bare record", ACCOUNT],
    ["an array of bare records", [ACCOUNT]],
    [
      "an array of bare records in BadgerFish",
      [Object.fromEntries(Object.entries(ACCOUNT).map(([k, v]) => [`@${k}`, v]))],
    ],
    ["BadgerFish", { extAccount: Object.fromEntries(Object.entries(ACCOUNT).map(([k, v]) => [`@${k}`, v])) }],
    ["beside other keys", { madeAt: "2026-11-20", extAccount: [ACCOUNT] }],
  ])("%s", async (_name, data) => {
    const found = await read(data);
    expect(found.format).toBe("campaign-json");
    expect(found.value).toEqual({ extAccounts: [ACCOUNT] });
    expect(selected(found, "extAccounts", 0, "imsOrgId")).toBe('"4D5E6F708192A3B49F1C2B3A@AdobeOrg"');
    expect(found.written?.(["extAccounts", 0, "imsOrgId"])).toBe(
      'imsOrgId of extAccount "Adobe_Experience_Cloud"',
    );
  });

  test("an array of bare records is one where any of them shows what they are", async () => {
    const pop = { name: "pop", type: "3" };
    const found = await read([pop, ACCOUNT, { name: "ftp" }]);
    expect(found.value).toEqual({ extAccounts: [pop, ACCOUNT, { name: "ftp" }] });
    expect(selected(found, "extAccounts", 0, "type")).toBe('"3"');
    expect(found.lists).toMatchObject([{ key: "extAccounts", count: 3 }]);
    const { name, imsServer } = ACCOUNT;
    expect((await read([pop, { name, imsServer }])).value).toEqual({
      extAccounts: [pop, { name, imsServer }],
    });
    const jane = { name: "jane", access: { authenticationType: "ims" } };
    expect((await read([{ name: "webapp" }, jane])).value).toMatchObject({
      operators: [{ name: "webapp" }, { name: "jane", authenticationType: "ims" }],
    });
  });

  test("the place of an absent value is its record's, of the list its own", async () => {
    const found = await read('{"extAccount":[{"name":"a","imsServer":""},{"name":"b","label":"B"}]}');
    expect(selected(found, "extAccounts", 1, "imsServer")).toBeUndefined();
    expect(selected(found, "extAccounts", 1, "name")).toBe('"b"');
    expect(found.locate([["extAccounts"]])[0]?.key).toEqual({ start: 1, end: 13 });
  });

  test("an attribute keeps its name beside an element of that name, which is searched for secrets", async () => {
    const found = await read({
      extAccount: [{ ...ACCOUNT, "@server": "https://a.example.com", server: { password: "hunter2" } }],
    });
    expect(found.value).toEqual({ extAccounts: [{ ...ACCOUNT, server: "https://a.example.com" }] });
    expect(selected(found, "extAccounts", 0, "server")).toBe('"https://a.example.com"');
    expect(found.leftOver).toMatchObject([
      { value: "hunter2", route: ["extAccount", 0, "server", "password"] },
    ]);
    const [left] = found.leftOver;
    expect(found.source.raw.slice(left?.span.start, left?.span.end)).toBe('"hunter2"');
  });
});

describe("operators and groups", () => {
  test("the login type is lifted out of access, and found there", async () => {
    const found = await read({
      operator: [
        { name: "jane", access: { authenticationType: "ims" } },
        { name: "joe", authenticationType: "ims", email: "joe@example.com" },
        { name: "jim", access: {} },
      ],
    });
    expect(found.value).toMatchObject({
      operators: [{ authenticationType: "ims" }, { authenticationType: "ims" }, { name: "jim" }],
    });
    expect(found.locate([["operators", 2, "authenticationType"]])).toEqual([undefined]);
    const [lifted, own] = found.locate([0, 1].map((at) => ["operators", at, "authenticationType"]));
    const { raw } = found.source;
    expect(lifted?.value.start).toBe(raw.indexOf('"ims"'));
    expect(own?.value.start).toBe(raw.lastIndexOf('"ims"'));
  });

  test("two login types that differ are none", async () => {
    const found = await read({
      operator: [{ name: "jane", authenticationType: "", access: { authenticationType: "ims" } }],
    });
    expect(found.value).toMatchObject({ operators: [{ authenticationType: undefined }] });
  });

  test("groups and named rights among operators are told apart by type", async () => {
    const found = await read({
      operator: [
        { name: "delivery", label: "Delivery operators", type: 1 },
        { name: "jane", type: "0", email: "jane@example.com" },
        { name: "sql", type: "2", password: "x" },
        { name: "joe", type: 0, access: { authenticationType: "ims" } },
      ],
      group: [{ name: "admin", label: "Administrators" }],
    });
    expect(found.value).toMatchObject({
      operators: [{ name: "jane" }, { name: "joe", authenticationType: "ims" }],
      groups: [{ name: "admin" }, { name: "delivery" }],
    });
    expect(selected(found, "operators", 1, "name")).toBe('"joe"');
    expect(selected(found, "operators", 1, "authenticationType")).toBe('"ims"');
    expect(selected(found, "groups", 0, "label")).toBe('"Administrators"');
    expect(selected(found, "groups", 1, "label")).toBe('"Delivery operators"');
    expect(found.lists.map(({ key, count }) => [key, count])).toEqual([
      ["operators", 4],
      ["groups", 2],
    ]);
    expect(found.leftOver).toMatchObject([{ value: "x", route: ["operator", 2, "password"] }]);
  });

  test("what Campaign may call rights and groups is not what a snapshot calls so", async () => {
    const found = await read({
      operator: [{ name: "jane", type: 0, rights: { right: "admin" }, groups: "x" }],
    });
    expect(checkShape(found.value, compileShape(snapshotSchema), { isForeign: true }).problems).toEqual([]);
  });
});

describe("memberships", () => {
  test.each([
    ["a list", { operatorGroup: [{ operator: { name: "jane" }, group: { name: "delivery" } }] }],
    ["a bare row", { operator: { name: "jane" }, group: { name: "delivery" } }],
    [
      "a bare row with a label",
      { operator: { name: "jane" }, group: { name: "delivery", label: "Delivery" } },
    ],
    ["flat names", { operatorGroup: [{ "operator-name": "jane", "group-name": "delivery" }] }],
    ["a link", { operator: [{ name: "jane", type: 0, "operator-group": { name: "delivery" } }] }],
    [
      "links",
      { operator: [{ name: "jane", type: 0, operatorGroup: [{}, { group: { name: "delivery" } }] }] },
    ],
    [
      "a link with a flat name",
      { operator: [{ name: "jane", type: 0, group: [{ "group-name": "delivery" }] }] },
    ],
    [
      "behind a group among operators",
      {
        operator: [
          { name: "g", type: 1 },
          { name: "jane", group: { name: "delivery" } },
        ],
      },
    ],
  ])("%s", async (_name, data) => {
    const found = await read(data);
    expect(found.value).toMatchObject({ memberships: [{ operator: "jane", group: "delivery" }] });
    expect(selected(found, "memberships", 0, "operator")).toBe('"jane"');
    expect(selected(found, "memberships", 0, "group")).toBe('"delivery"');
    expect(selected(found, "memberships", 0)).toMatch(/^\{/);
    expect(found.lists.find(({ key }) => key === "memberships")).toMatchObject({
      count: 1,
      complete: "unknown",
    });
  });

  test("rows and links together", async () => {
    const found = await read({
      operatorGroup: [
        { operator: { name: "jane" } },
        { operator: { name: "joe" }, group: { name: "admin" } },
      ],
      operator: [{ name: "jane", type: 0, group: [{ name: "delivery" }, { name: "report" }] }],
    });
    expect((found.value as { memberships: unknown }).memberships).toEqual([
      { operator: "jane" },
      { operator: "joe", group: "admin" },
      { operator: "jane", group: "delivery" },
      { operator: "jane", group: "report" },
    ]);
    expect(selected(found, "memberships", 3, "group")).toBe('"report"');
  });

  test.each([
    ["rows", { operatorGroup: [{ operator: { name: "jane" }, group: { name: "sql", type: 2 } }] }],
    ["a bare row", { operator: { name: "jane" }, group: { name: "sql", type: 2 } }],
    ["flat rows", { operatorGroup: [{ "operator-name": "jane", "group-name": "sql", "group-type": 2 }] }],
    [
      "BadgerFish",
      { operatorGroup: [{ operator: { "@name": "jane" }, group: { "@name": "sql", "@type": 2 } }] },
    ],
    ["links", { operator: [{ name: "jane", type: 0, "operator-group": [{ name: "sql", type: 2 }] }] }],
    [
      "links to links",
      { operator: [{ name: "jane", type: 0, operatorGroup: { group: { name: "sql", type: 2 } } }] },
    ],
    [
      "flat links",
      { operator: [{ name: "jane", type: 0, group: { "group-name": "sql", "group-type": 2 } }] },
    ],
  ])("%s keep the type of what is linked to", async (_name, data) => {
    const found = await read(data);
    expect(found.value).toMatchObject({ memberships: [{ operator: "jane", group: "sql", type: 2 }] });
    expect(selected(found, "memberships", 0, "type")).toBe("2");
  });

  test("deletions are none, and the others keep their places", async () => {
    const gone = { name: "gone", _operation: "delete" };
    const found = await read({
      operatorGroup: [
        { operator: { name: "a" }, group: gone },
        { operator: { name: "b" }, group: { name: "kept" } },
        { operator: gone, group: { name: "c", password: "p" } },
        { _operation: "delete", operator: { name: "d" }, group: { name: "d" } },
        { operator: { name: "e" }, group: { name: "kept too" } },
      ],
      operator: [
        { name: "f", type: 0, group: [gone, { name: "linked" }], operatorGroup: { group: gone } },
        { name: "g", type: 0, _operation: "delete", group: { name: "g" } },
        { name: "h", type: 0, "operator-group": { _operation: "delete", group: { name: "h" } } },
      ],
    });
    expect((found.value as { memberships: unknown }).memberships).toEqual([
      { operator: "b", group: "kept" },
      { operator: "e", group: "kept too" },
      { operator: "f", group: "linked" },
    ]);
    expect([0, 1, 2].map((row) => selected(found, "memberships", row, "group"))).toEqual([
      '"kept"',
      '"kept too"',
      '"linked"',
    ]);
    expect(found.leftOver).toMatchObject([{ value: "p", route: ["operatorGroup", 2, "group", "password"] }]);
  });
});

describe("options", () => {
  test.each([
    ["by the data type", { dataType: "6", stringValue: "x", longValue: "1" }, "x"],
    ["a number", { dataType: 3, stringValue: "", longValue: 0 }, 0],
    ["a memo", { dataType: "12", memoValue: { $: "x" } }, "x"],
    ["a memo in short", { dataType: "12", $memoValue: "x" }, "x"],
    ["the only one", { stringValue: "" }, ""],
    [
      "the only one that is set",
      { stringValue: "", longValue: "1", doubleValue: 0, timeStampValue: "" },
      "1",
    ],
  ])("%s", async (_name, attributes, value) => {
    const found = await read({ option: [{ name: "A", ...attributes }] });
    expect(found.value).toEqual({ options: { A: value } });
    expect(selected(found, "options", "A")).toBe(JSON.stringify(value));
  });

  test("one whose value cannot be told is left out", async () => {
    const found = await read({
      option: [
        { name: "default", dataType: "3" },
        { name: "either", stringValue: "", longValue: "0" },
        { name: "twice", stringValue: "a" },
        { name: "twice", stringValue: "b" },
        { name: "same", stringValue: "c" },
        { name: "same", stringValue: "c" },
        { stringValue: "nameless" },
      ],
    });
    expect(found.value).toEqual({ options: { same: "c" } });
    expect(found.lists).toMatchObject([{ key: "options", count: 7, complete: "unknown", limit: 200 }]);
  });

  test("keys of prototypes are names like any other", async () => {
    const found = await read(
      '{"option":[{"name":"__proto__","stringValue":"x"},{"name":"constructor","stringValue":"y"}]}',
    );
    const { options } = found.value as { options: object };
    expect(Object.entries(options)).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
    expect(selected(found, "options", "__proto__")).toBe('"x"');
    expect(selected(found, "options", "toString")).toBeUndefined();
  });

  test("one that comes twice with different values is told, and its values are searched for secrets", async () => {
    const option = [
      { name: "password", stringValue: "p" },
      { name: "url", stringValue: "https://u:p@a" },
      { name: "password", memoValue: "q" },
      { name: "same", stringValue: "x" },
      { name: "same", longValue: "x" },
      { name: "clientSecret", stringValue: "r" },
      { name: "clientSecret", stringValue: "r" },
      { name: "url", stringValue: "" },
      { name: "password", stringValue: "p" },
      { name: 7, stringValue: "https://u:q@a" },
    ];
    const found = await read({ option });
    expect(found.value).toEqual({ options: { same: "x", clientSecret: "r" } });
    const text = (span: Span) => found.source.raw.slice(span.start, span.end);
    expect(found.faults.map(({ kind, detail, span }) => [kind, detail, text(span)])).toEqual([
      ["twice", "password", '"password"'],
      ["twice", "url", '"url"'],
    ]);
    expect(found.faults[0]?.span.start).toBe(found.source.raw.indexOf('"password"', 50));
    expect(found.leftOver.map(({ route, span }) => [route.join("/"), text(span)])).toEqual([
      ["options/password", '"q"'],
      ["options/password", '"p"'],
      ["options/clientSecret", '"r"'],
      ["options/url", '"https://u:p@a"'],
      ["options/password", '"p"'],
      ["option/9/stringValue", '"https://u:q@a"'],
    ]);
  });

  test("what counts for nothing is searched for secrets, the value where it counts", async () => {
    const found = await read({
      option: [
        {
          name: "A",
          stringValue: "https://a:b@example.com",
          desc: "see https://c:d@example.com",
          _cs: "a@b.c",
        },
      ],
    });
    expect(found.leftOver).toMatchObject([{ route: ["option", 0, "desc"] }]);
    expect(checkShape(found.value, compileShape(snapshotSchema)).secrets).toMatchObject([
      { route: ["options", "A"] },
    ]);
  });
});

describe("schema extensions", () => {
  const condition = "$(loginId) = 0 or $(login) = 'admin'";
  const extension = {
    namespace: "cus",
    name: "extAccount",
    extendedSchema: "nms:extAccount",
    element: {
      name: "extAccount",
      attribute: [{ name: "password", accessibleIf: condition }, { name: "label" }],
      element: [{ name: "wapPush", attribute: { name: "password", accessibleIf: "false" } }],
    },
  };

  test("conditions by attribute, those of nested elements by their path", async () => {
    const found = await read({ srcSchema: [extension] });
    expect(found.value).toEqual({
      schemas: [
        { name: "nms:extAccount", accessibleIf: { password: condition, "wapPush/@password": "false" } },
      ],
    });
    expect(selected(found, "schemas", 0, "name")).toBe('"nms:extAccount"');
    expect(selected(found, "schemas", 0, "accessibleIf", "password")).toBe(JSON.stringify(condition));
    expect(selected(found, "schemas", 0, "accessibleIf", "wapPush/@password")).toBe('"false"');
    expect(selected(found, "schemas", 0, "accessibleIf")).toBe("{");
  });

  test("several extensions of one schema are one", async () => {
    const found = await read({
      srcSchema: [
        extension,
        {
          ...extension,
          namespace: "sec",
          element: { name: "extAccount", attribute: { name: "clientSecret", accessibleIf: "x" } },
        },
      ],
    });
    expect(found.value).toMatchObject({
      schemas: [{ accessibleIf: { password: condition, clientSecret: "x" } }],
    });
    expect(selected(found, "schemas", 0, "accessibleIf", "clientSecret")).toBe('"x"');
    expect(found.lists).toMatchObject([{ key: "schemas", count: 2 }]);
  });

  test("elements of other names are not the entity", async () => {
    const other = { name: "other", accessibleIf: "x", attribute: { name: "password", accessibleIf: "x" } };
    const own = await read({ srcSchema: [{ ...extension, element: [other, extension.element] }] });
    expect(own.value).toMatchObject({
      schemas: [{ accessibleIf: { password: condition, "wapPush/@password": "false" } }],
    });
    expect(own.value).not.toHaveProperty(["schemas", 0, "accessibleIf", "."]);
    expect(selected(own, "schemas", 0, "accessibleIf", "password")).toBe(JSON.stringify(condition));
    const none = await read({ srcSchema: [{ ...extension, name: "other", element: other }] });
    expect(none.value).toEqual({ schemas: [{ name: "nms:extAccount", accessibleIf: {} }] });
  });

  test.each([
    [["", "x"], "x"],
    [[" ", "x", "y"], "x"],
    [["x", ""], "x"],
    [["", " "], ""],
  ])("of the conditions %j on one attribute %j counts", async (conditions, counting) => {
    const srcSchema = conditions.map((accessibleIf) => ({
      ...extension,
      element: { name: "extAccount", attribute: { name: "password", accessibleIf } },
    }));
    const found = await read({ srcSchema });
    expect(found.value).toMatchObject({ schemas: [{ accessibleIf: { password: counting } }] });
    expect(selected(found, "schemas", 0, "accessibleIf", "password")).toBe(JSON.stringify(counting));
  });

  test.each([
    ["without its content", { extendedSchema: "nms:recipient" }, { name: "nms:recipient" }],
    ["without conditions", { element: { name: "a" } }, { name: "cus:a", accessibleIf: {} }],
    [
      "with one for all",
      { element: { name: "a", accessibleIf: "x" } },
      { name: "cus:a", accessibleIf: { ".": "x" } },
    ],
  ])("%s", async (_name, record, schema) => {
    const found = await read({ srcSchema: { namespace: "cus", name: "a", ...record } });
    expect(found.value).toEqual({ schemas: [schema] });
  });
});

describe("completeness", () => {
  const accounts = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `a${at}`, imsServer: "" }));

  test.each([
    [199, "unknown"],
    [200, "no"],
    [201, "unknown"],
    [400, "unknown"],
    [999, "unknown"],
    [1000, "no"],
    [3000, "no"],
  ])("%d records", async (count, complete) => {
    const found = await read({ extAccount: accounts(count) });
    const limit = complete === "no" ? count : 200;
    expect(found.lists).toEqual([{ key: "extAccounts", route: ["extAccounts"], count, complete, limit }]);
  });

  test("an empty list is one", async () => {
    const found = await read({ operator: [] });
    expect(found.value).toEqual({ operators: [] });
    expect(found.lists).toMatchObject([{ key: "operators", count: 0, complete: "unknown" }]);
  });

  test("groups out of a list of operators that may be cut off may be cut off", async () => {
    const operator = Array.from({ length: 200 }, (_, at) => ({ name: `a${at}`, type: at % 2, email: "" }));
    const found = await read({ operator });
    expect(found.lists.map(({ key, complete }) => [key, complete])).toEqual([
      ["operators", "no"],
      ["groups", "no"],
    ]);
  });
});

describe("session info", () => {
  const serverInfo = {
    buildNumber: "9394",
    instanceName: "acme_prod",
    releaseName: "7.3.4",
    majNumber: "6",
    serverDate: "2026-11-20 09:00:00.000Z",
  };
  const userInfo = {
    login: "admin",
    "installed-package": [
      { name: "core", namespace: "nms" },
      { name: "campaign", namespace: "nms", label: "Campaign" },
      { name: "nameless" },
    ],
  };

  test.each([
    ["at the top", { serverInfo, userInfo }],
    ["below sessionInfo", { sessionInfo: { serverInfo, userInfo } }],
  ])("%s", async (_name, data) => {
    const found = await read(data);
    expect(found.format).toBe("session-info");
    expect(found.value).toEqual({
      exported: "2026-11-20 09:00:00.000Z",
      server: { buildNumber: "9394", releaseName: "7.3.4" },
      instance: { name: "acme_prod" },
      packages: [{ id: "nms:core" }, { id: "nms:campaign", label: "Campaign" }, {}],
    });
    expect(found.lists).toEqual([{ key: "packages", route: ["packages"], count: 3, complete: "yes" }]);
    expect(selected(found, "server", "buildNumber")).toBe('"9394"');
    expect(selected(found, "instance", "name")).toBe('"acme_prod"');
    expect(selected(found, "packages", 1, "id")).toBe('"campaign"');
    expect(selected(found, "packages", 1, "label")).toBe('"Campaign"');
    expect(found.written?.(["packages", 1, "id"])).toMatch(/userInfo\.installed-package\[1\]\.name$/);
  });

  test("BadgerFish, one package", async () => {
    const found = await read({
      serverInfo: { "@buildNumber": 9394, "@releaseName": "7.3.4" },
      userInfo: { "installed-package": { "@name": "core", "@namespace": "nms" } },
    });
    expect(found.value).toEqual({
      server: { buildNumber: 9394, releaseName: "7.3.4" },
      packages: [{ id: "nms:core" }],
    });
    expect(selected(found, "server", "buildNumber")).toBe("9394");
    expect(selected(found, "packages", 0, "id")).toBe('"core"');
    expect(selected(found, "packages", 0)).toBe("{");
  });

  test("without userInfo nothing is known of the packages", async () => {
    const found = await read({ serverInfo });
    expect(found.value).not.toHaveProperty("packages");
    expect(found.lists).toEqual([]);
  });
});

test("keys that are addresses are searched for secrets", async () => {
  const url = "https://u:p@a.example";
  const found = await read({
    extAccount: [ACCOUNT],
    [url]: 1,
    option: [{ name: "x", stringValue: "y", [url]: {} }],
  });
  expect(
    found.leftOver.map(({ value, span }) => [value, found.source.raw.slice(span.start, span.end)]),
  ).toEqual([
    [url, JSON.stringify(url)],
    [url, JSON.stringify(url)],
  ]);
  for (const left of found.leftOver) expect(secretsIn(left)).toHaveLength(1);
});

test("YAML, whose scalars are text", async () => {
  const yaml =
    "option:\n  - name: XtkLdap_Active\n    dataType: 15\n    longValue: 0\noperator:\n  - {name: jane, type: 1}\n";
  const found = await read(yaml, { path: "a.yaml" });
  expect(found.value).toMatchObject({ options: { XtkLdap_Active: "0" }, groups: [{ name: "jane" }] });
  expect(selected(found, "options", "XtkLdap_Active")).toBe("0");
});

describe("not ours", () => {
  test.each([
    ["package.json", { name: "acme", version: "1.0.0", dependencies: { zod: "4" } }],
    ["tsconfig.json", { compilerOptions: { strict: true }, include: ["src"] }],
    ["a list of Kubernetes", { apiVersion: "v1", kind: "List", items: [{ kind: "OperatorGroup" }] }],
    ["values of a chart", { operatorGroup: { create: true }, operator: { image: "x" } }],
    ["groups of another program", { group: [{ name: "x" }] }],
    ["labelled groups beside other keys", { group: [{ name: "x", label: "X" }], total: 1 }],
    ["operators of another program", { operator: [{ name: "plus", symbol: "+" }] }],
    ["options of another program", { option: [{ name: "x", default: 1 }] }],
    ["options with values", { option: [{ name: "x", stringValue: "y", dataType: "string" }] }],
    ["operators with a type", { operator: [{ name: "plus", type: "binary" }] }],
    ["operators with a word for access", { operator: [{ name: "plus", access: "public" }] }],
    ["groups of which one has no label", { group: [{ name: "x", label: "X" }, { name: "y" }] }],
    ["groups with members", { group: [{ name: "x", label: "X", members: [] }] }],
    ["labelled groups beside operators", { group: [{ name: "x", label: "X" }], operator: [{ name: "x" }] }],
    ["an empty list of options", { option: [] }],
    ["the config of another program of Adobe", { imsOrgId: "A@AdobeOrg", clientId: "x", clientSecret: "y" }],
    ["a record with one such field", { name: "x", imsServer: "y" }],
    ["another server's info", { serverInfo: { name: "mcp", version: "1", buildNumber: "2" } }],
    ["an array of mixed records", [ACCOUNT, { name: "x", access: { authenticationType: "ims" } }]],
    ["an array of which one record has no name", [ACCOUNT, { label: "x" }]],
    ["an array of more than records", [ACCOUNT, "x"]],
    ["rows of links beside records", [{ operator: { name: "a" }, group: { name: "b" } }, { name: "x" }]],
    ["an empty array", []],
    ["an empty object", {}],
    ["a number", 1],
    ["null", null],
  ])("%s", async (_name, data) => {
    expect(await recognise(data)).toMatchObject({ foreign: { isNear: false } });
  });

  test.each([
    ["labelled groups", { group: [{ name: "delivery", label: "Delivery", "createdBy-id": "1" }] }],
    ["operators with a login", { operator: [{ name: "jane" }, { name: "joe", authenticationType: "ims" }] }],
    [
      "operators with an element for it",
      { operator: [{ name: "jane", access: { authenticationType: "" } }] },
    ],
    ["an operator with a zone", { operator: { "@name": "jane", "@securityZone": "lan" } }],
    ["options with values and their types", { option: [{ name: "x", dataType: 6, stringValue: "y" }] }],
    ["an option by its name", { option: [{ name: "NmsServer_URL" }] }],
    [
      "weak lists beside a clear one",
      { extAccount: [ACCOUNT], option: [], operator: [{ name: "x", type: 0 }] },
    ],
  ])("but, though only found: %s", async (_name, data) => {
    expect(await recognise(data)).toHaveProperty("exports");
  });

  test.each([
    ["under a name of Campaign's own", { extAccount: [{ foo: 1 }] }, false],
    ["under any of the names, in a file that was named", { group: [{ name: "x" }] }, true],
  ])("nearly: %s", async (_name, data, isNamed) => {
    const recognised = await recognise(data, { isNamed });
    expect(recognised).toMatchObject({
      foreign: { isNear: true, why: expect.stringContaining("attributes") },
    });
  });
});

describe("hostile values", () => {
  const keys =
    "name type access operator group operator-group operator-name dataType stringValue memoValue $memoValue element " +
    "attribute accessibleIf namespace extendedSchema rights groups $ @name authenticationType password email __proto__ " +
    "constructor installed-package serverDate buildNumber label";
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, 1, 2, "", "x", "1", "2", "https://a:b@c.d"),
      tie("list"),
      tie("object"),
    ),
    list: fc.array(tie("any"), { maxLength: 3 }),
    object: fc.dictionary(fc.constantFrom(...keys.split(" ")), tie("any"), { maxKeys: 5 }),
  }));
  const listWith = (record: object) => fc.array(any, { maxLength: 4 }).map((more) => [...more, record]);
  const data = fc.oneof(
    fc.record({
      extAccount: listWith({ imsOrgId: "" }),
      operator: listWith({ name: "jane", securityZone: "lan" }),
      group: fc.oneof(any, listWith({ name: "delivery", label: "x" })),
      operatorGroup: listWith({ operator: { name: "jane" }, group: { name: "delivery" } }),
      option: listWith({ name: "A", stringValue: "x" }),
      srcSchema: listWith({ name: "a", extendedSchema: "nms:a" }),
    }),
    fc.record({
      serverInfo: fc.record({ instanceName: any, releaseName: fc.constant("7.3.4") }),
      userInfo: any,
    }),
    fc.record({ lastPage: fc.boolean(), users: listWith({ email: "a@b.c", type: "adobeID" }), groups: any }),
  );

  test("wrong types everywhere are told with their places, and nothing throws", async () => {
    const shape = compileShape(snapshotSchema);
    await fc.assert(
      fc.asyncProperty(data, async (hostile) => {
        const { value, locate, lists, leftOver, written, source } = await read(JSON.stringify(hostile));
        const { problems, secrets } = checkShape(value, shape, { isForeign: true });
        const routes = [...problems, ...secrets, ...lists].map(({ route }) => route);
        for (const place of locate(routes)) expect(place).toBeDefined();
        for (const route of routes) expect(written?.(route)).toEqual(expect.any(String));
        for (const { value: left, span } of leftOver) {
          const written: unknown = JSON.parse(source.raw.slice(span.start, span.end));
          if (typeof left === "string") expect(written).toBe(left);
        }
        expect(({} as Record<string, unknown>).name).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  test("every list has a place", async () => {
    const found = await read({
      operator: [
        { name: "g", type: 1 },
        { name: "j", group: { name: "g" } },
      ],
    });
    expect(found.lists.map(({ route }) => selected(found, ...route))).toEqual(["[", "[", "["]);
  });
});

describe("a mark in what cannot be parsed", () => {
  test.each([
    '{"extAccount":[{"name":"a","imsOrgId":"x",',
    '{"lastPage": true, "users": [',
    '{"result": "error.organization.invalid_id", ',
    '{"serverInfo":{"@buildNumber":"9394",',
    "operator:\n  - name: jane\n    access: { authenticationType: ims\n",
    '{"operatorGroup":[{"operator":{"name":"x"},"group":{',
    '{"option":[{"name":"A","stringValue":"x"',
    '\n[ {"imsOrgId": "x",',
    "# saved\n---\n'@imsServer': x\n",
    '{"result":"success","lastPage":true,"users":[',
  ])("%s", (text) => {
    expect(bearsDataMark(text)).toBe(true);
  });

  test.each([
    '{"name":"acme",',
    '{"users":[',
    '{"group":[{"name":"x"',
    '{"result":"an error."',
    '"lastPageUsers": 1',
    '{"name":"acme","imsOrgId":"x",',
    'Call it:\n\n  imsOrgId: x\n  {"extAccount":[{"imsServer":"x"',
    "  imsOrgId: x\n",
    "const x = { imsOrgId: 1 }",
  ])("not %s", (text) => {
    expect(bearsDataMark(text)).toBe(false);
  });

  test.each(["[", "{ ", "\n", "# \n", "- ", " "])(
    "is looked for in little time behind very many %j",
    (text) => {
      expect(bearsDataMark(`${text.repeat(500_000)}x`)).toBe(false);
    },
  );
});
