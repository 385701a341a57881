import { describe, expect, test } from "vitest";
import { instanceOfFile, isInstanceFile } from "../../src/read/campaign/instance-file.js";
import type { Route } from "../../src/read/document.js";
import type { Export, Recognised } from "../../src/read/export.js";
import { readXml } from "../../src/read/xml/exports.js";

/** What becomes of an XML file. */

function read(text: string | Buffer, path = "/repo/export.xml", isNamed = true): Recognised {
  return readXml(path, typeof text === "string" ? Buffer.from(text) : text, isNamed);
}

function exportsOf(recognised: Recognised): readonly Export[] {
  if (!("exports" in recognised)) throw new Error(`no export: ${JSON.stringify(recognised)}`);
  return recognised.exports;
}

function only(text: string, path?: string): Export {
  const [first, ...more] = exportsOf(read(text, path));
  if (!first || more.length > 0) throw new Error("not one export");
  return first;
}

/** The source under the values at the end of some routes. */
function written(document: Export, ...routes: Route[]): (string | undefined)[] {
  return document
    .locate(routes)
    .map((place) => place && document.source.raw.slice(place.value.start, place.value.end));
}

const entities = (schema: string, records: string) => `<entities schema="${schema}">${records}</entities>`;
const accounts = (records: string) => `<package>${entities("nms:extAccount", records)}</package>`;

describe("packages", () => {
  const PACKAGE = [
    "<?xml version='1.0'?>",
    "<!-- <entities schema='nms:extAccount'><extAccount name='no'/></entities> -->",
    `<package author="Jane (jane)" buildDate="2026-05-14 17:35:38.256Z" buildNumber='9383' buildVersion="6.7">`,
    `  <entities schema="nms:extAccount">`,
    `    <extAccount active="1" imsOrgId = 'A&amp;B'`,
    `                imsRightsMask="a > b" name="IMS"/>`,
    `  </entities>`,
    `  <entities schema="xtk:operator">`,
    `    <operator name="jane"><access authenticationType="ims"/></operator>`,
    `    <operator name="joe" label=""/>`,
    `  </entities>`,
    `  <entities schema="xtk:option"><option name="O" dataType="12"><memoValue><![CDATA[a<b]]></memoValue></option></entities>`,
    `</package>`,
  ].join("\r\n");

  test("have the shape of a snapshot", () => {
    const document = only(PACKAGE);
    expect(document.format).toBe("campaign-package");
    expect(document.value).toMatchObject({
      server: { buildNumber: "9383" },
      exported: "2026-05-14 17:35:38.256Z",
      extAccounts: [{ active: "1", imsOrgId: "A&B", imsRightsMask: "a > b", name: "IMS" }],
      operators: [
        { name: "jane", authenticationType: "ims" },
        { name: "joe", label: "" },
      ],
      options: { O: "a<b" },
    });
    expect(document.value).not.toHaveProperty("server.releaseName");
  });

  test("tell where everything stands", () => {
    const document = only(PACKAGE);
    expect(
      written(
        document,
        ["server", "buildNumber"],
        ["exported"],
        ["extAccounts", 0, "imsOrgId"],
        ["extAccounts", 0, "imsRightsMask"],
        ["operators", 0, "authenticationType"],
        ["operators", 1],
        ["operators", 1, "label"],
        ["operators", 1, "email"],
        ["operators"],
        ["options", "O"],
        [],
      ),
    ).toEqual([
      "'9383'",
      '"2026-05-14 17:35:38.256Z"',
      "'A&amp;B'",
      '"a > b"',
      '"ims"',
      "<operator",
      '""',
      undefined,
      "<entities",
      "<![CDATA[a<b]]>",
      "<package",
    ]);
  });

  test("say how a place is called", () => {
    const document = only(PACKAGE);
    expect(document.written?.(["server", "buildNumber"])).toBe("buildNumber of package");
    expect(document.written?.(["extAccounts", 0, "imsOrgId"])).toBe('imsOrgId of extAccount "IMS"');
  });

  test("a record's key is the name of its attribute, its extent all of the element", () => {
    const text = accounts('<extAccount name="A"><x>></x></extAccount><extAccount name="B"/>');
    const [record, name] = only(text).locate([
      ["extAccounts", 0],
      ["extAccounts", 1, "name"],
    ]);
    const slice = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
    expect(slice(record?.extent)).toBe('<extAccount name="A"><x>></x></extAccount>');
    expect(record?.isCollection).toBe(true);
    expect(slice(name?.key)).toBe("name");
  });

  test.each([
    ["pkgDesc", `<pkgDesc>${accounts('<extAccount name="A"/>')}</pkgDesc>`],
    ["builder", `<builder><x/>${accounts('<extAccount name="A"/>')}</builder>`],
    ["nothing", entities("nms:extAccount", '<extAccount name="A"/>')],
  ])("are read inside of %s", (_envelope, text) => {
    expect(only(text).value).toEqual({ extAccounts: [{ name: "A" }] });
  });

  test("several entities of one schema are one list, an empty one is an empty list", () => {
    const account = (name: string) => entities("nms:extAccount", `<extAccount name="${name}"/>`);
    const text = `<package>${account("A")}${entities("xtk:group", "")}${account("B")}</package>`;
    const document = only(text);
    expect(document.value).toEqual({ extAccounts: [{ name: "A" }, { name: "B" }], groups: [] });
    expect(written(document, ["extAccounts", 1, "name"])).toEqual(['"B"']);
  });

  test("links, deletions and other elements are no records", () => {
    const text = accounts(
      '<extAccount _operation="none" name="A"/><extAccount _operation="delete" name="B"/><folder name="F"/><extAccount _operation="update" name="C"><extAccount name="D"/></extAccount>',
    );
    expect(only(text).value).toMatchObject({ extAccounts: [{ name: "C" }] });
    expect(only(text).lists).toMatchObject([{ key: "extAccounts", count: 1 }]);
  });

  test.each([
    [999, "unknown"],
    [1000, "no"],
    [1001, "unknown"],
  ])("of %i records the completeness is %s", (count, complete) => {
    const document = only(accounts('<extAccount name="A"/>'.repeat(count)));
    expect(document.lists).toEqual([
      { key: "extAccounts", route: ["extAccounts"], count, complete, limit: 1000 },
    ]);
  });

  test("several entities of one schema are one list that is cut where one of them is full", () => {
    const group = (count: number) => entities("xtk:group", '<group name="G"/>'.repeat(count));
    const complete = (...counts: number[]) =>
      only(`<package>${group(0)}${counts.map(group).join("")}</package>`).lists[0];
    expect(complete(1000, 500)).toMatchObject({ count: 1500, complete: "no", limit: 1000 });
    expect(complete(500, 1000)).toMatchObject({ count: 1500, complete: "no", limit: 1000 });
    expect(complete(600, 400)).toMatchObject({ count: 1000, complete: "no", limit: 1000 });
    expect(complete(600, 900)).toMatchObject({ count: 1500, complete: "unknown", limit: 1000 });
  });

  const dated = 'buildDate="2026-05-14"';
  test.each([
    [`${dated} buildNumber="*"`, undefined],
    [`${dated} buildNumber=""`, undefined],
    [`${dated} buildVersion="6.7"`, undefined],
    [`${dated} buildNumber="9383@abc"`, { buildNumber: "9383@abc" }],
    ['buildDate="" buildNumber="9383"', undefined],
    ['namespace="nms" name="core" buildNumber="10000"', undefined],
  ])("the server of <package %s> is %j", (attribute, server) => {
    const text = accounts("").replace("<package", `<package ${attribute}`);
    expect((only(text).value as { server?: object }).server).toEqual(server);
  });

  test("without any entities that are read say nothing of the server", () => {
    const text = `<package ${dated} buildNumber="9383">${entities("nms:country", '<country name="C"/>')}</package>`;
    expect(only(text).value).toEqual({ exported: "2026-05-14" });
  });

  test("memberships have the type of what is linked to, and none that are deleted", () => {
    const row = (operator: string, group: string, attributes = "") =>
      `<operatorGroup ${attributes}><operator ${operator}/><group ${group}/></operatorGroup>`;
    const text = `<package>${entities(
      "xtk:operatorGroup",
      [
        row('name="a"', 'name="gone" _operation="delete"'),
        row('name="b" _operation="none"', 'name="sql" type="2" _operation="none"'),
        row('name="c" _operation="delete"', 'name="gone"'),
        row('name="d"', 'name="gone"', '_operation="delete"'),
        row('name="e"', 'name="delivery" password="p"'),
      ].join(""),
    )}${entities(
      "xtk:operator",
      [
        '<operator name="f"><operator-group name="import" type="2"/><operator-group name="gone" _operation="delete"/></operator>',
        '<operator name="g"><operatorGroup><group name="admin" type="1"/></operatorGroup></operator>',
        '<operator name="h"><operatorGroup><group name="gone" _operation="delete"/></operatorGroup></operator>',
      ].join(""),
    )}</package>`;
    const document = only(text);
    expect(document.value).toMatchObject({
      memberships: [
        { operator: "b", group: "sql", type: "2" },
        { operator: "e", group: "delivery" },
        { operator: "f", group: "import", type: "2" },
        { operator: "g", group: "admin", type: "1" },
      ],
    });
    expect((document.value as { memberships: object[] }).memberships[1]).not.toHaveProperty("type");
    expect(document.lists.find(({ key }) => key === "memberships")).toMatchObject({ count: 4 });
    const types = [0, 2, 3].map((index): Route => ["memberships", index, "type"]);
    const groups = [1, 3].map((index): Route => ["memberships", index, "group"]);
    expect(written(document, ...types, ...groups)).toEqual(['"2"', '"2"', '"1"', '"delivery"', '"admin"']);
    expect(document.leftOver.map(({ value, span }) => [value, text.slice(span.start, span.end)])).toEqual([
      ["p", '"p"'],
    ]);
  });

  test("the date can stand in the version", () => {
    const text = accounts("").replace("<package>", '<package buildDate=""><version buildDate="2013-01-09"/>');
    const document = only(text);
    expect(document.value).toMatchObject({ exported: "2013-01-09" });
    expect(written(document, ["exported"])).toEqual(['"2013-01-09"']);
  });

  test("each package of a file is an export with its own build, secrets and faults", () => {
    const one = (build: string, name: string) =>
      `<package buildDate="2026" buildNumber="${build}">${entities("nms:extAccount", `<extAccount name="${name}" label="&x;"/>`)}${entities("nms:x", `<x password="${name}"/>`)}</package>`;
    const documents = exportsOf(read(`<builder>${one("9383", "A")}${one("9400", "B")}</builder>`));
    expect(documents.map(({ value }) => value)).toEqual([
      { server: { buildNumber: "9383" }, exported: "2026", extAccounts: [{ name: "A" }] },
      { server: { buildNumber: "9400" }, exported: "2026", extAccounts: [{ name: "B" }] },
    ]);
    expect(documents.map(({ faults }) => faults.length)).toEqual([1, 1]);
    expect(documents.map(({ leftOver }) => leftOver.map(({ value }) => value))).toEqual([
      ["&x;", "A"],
      ["&x;", "B"],
    ]);
    expect(documents.map((document) => written(document, ["extAccounts", 0, "name"]))).toEqual([
      ['"A"'],
      ['"B"'],
    ]);
  });

  test("entities that are not read are an export of nothing", () => {
    const document = only(
      `<package>${entities("nms:recipient", '<recipient email="a@b.example"/>')}</package>`,
    );
    expect(document).toMatchObject({ value: {}, lists: [], leftOver: [], faults: [] });
  });

  test("names of JavaScript's own objects are names like others", () => {
    const text = accounts(
      '<extAccount name="A" constructor="c" __proto__="p" toString="t"><valueOf a="1"/></extAccount>',
    );
    const [record] = (only(text).value as { extAccounts: Record<string, unknown>[] }).extAccounts;
    expect(Object.entries(record ?? {})).toEqual([
      ["name", "A"],
      ["constructor", "c"],
      ["__proto__", "p"],
      ["toString", "t"],
      ["valueOf", { a: "1" }],
    ]);
  });

  test("a child does not hide an attribute of its name", () => {
    const text = accounts('<extAccount name="A" password="p"><password v="1"/></extAccount>');
    const document = only(text);
    expect(document.value).toMatchObject({ extAccounts: [{ "@password": "p", password: { v: "1" } }] });
    expect(
      written(
        document,
        ["extAccounts", 0, "@password"],
        ["extAccounts", 0, "password"],
        ["extAccounts", 0, "password", "v"],
      ),
    ).toEqual(['"p"', "<password", '"1"']);
  });
});

describe("what counts for nothing", () => {
  test.each([
    ["an entity that is not read", entities("nms:x", '<x name="N"><y password="p"/></x>'), '"p"'],
    ["a link", entities("nms:extAccount", '<extAccount _operation="none" clientSecret="p"/>'), '"p"'],
    [
      "another element",
      entities("nms:extAccount", '<other server="https://u:p@h.example"/>'),
      '"https://u:p@h.example"',
    ],
    ["a text", entities("nms:x", "<x><password> p </password></x>"), " p "],
    ["the envelope", `<password>p</password>${entities("nms:x", "")}`, "p"],
    ["a group's own list", entities("xtk:group", '<group name="G"><rights password="p"/></group>'), '"p"'],
  ])("is searched for secrets: %s", (_what, content, secret) => {
    const { leftOver, source } = only(`<package>${content}</package>`);
    expect(leftOver.map(({ span }) => source.raw.slice(span.start, span.end))).toEqual([secret]);
  });

  test("is told by the names that lead to it", () => {
    const text = `<package>${entities("nms:x", '<x name="N"><y password="p"/></x>')}</package>`;
    expect(only(text).leftOver[0]?.route).toEqual(["package", "entities", "x", "N", "y", "password"]);
  });
});

describe("entities that only a document type could define", () => {
  const DOCTYPE =
    '<!DOCTYPE package [<!-- "> --><!ENTITY x "boo>m"><!ENTITY y SYSTEM "file:///etc/passwd">]>';

  test("are not expanded, and their values are not known", () => {
    const text = `<!-- <!DOCTYPE a> -->${DOCTYPE}${accounts('<extAccount name="a&amp;b" label="1&x;&y;2" clientSecret="s&x;"/>')}`;
    const document = only(text);
    expect(document.value).toEqual({ extAccounts: [{ name: "a&b" }] });
    expect(
      document.faults.map(({ kind, span, detail }) => [kind, text.slice(span.start, span.end), detail]),
    ).toEqual([
      ["doctype", "<!DOCTYPE package", ""],
      ["entity", '"1&x;&y;2"', "&x;"],
      ["entity", '"s&x;"', "&x;"],
    ]);
    expect(document.leftOver.map(({ value, route }) => [value, route.at(-1)])).toEqual([
      ["1&x;&y;2", "label"],
      ["s&x;", "clientSecret"],
    ]);
    expect(written(document, ["extAccounts", 0, "name"])).toEqual(['"a&amp;b"']);
  });

  test("make a text unknown too", () => {
    const text = `<serverConf><a>one <!-- c -->&x; two</a></serverConf>`;
    const document = only(text);
    expect(document.value).toEqual({ serverConf: { a: {} } });
    expect(document.faults.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "one <!-- c -->&x; two",
    ]);
  });

  test("a thousand nested ones cost nothing", () => {
    const lines = Array.from({ length: 1000 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`);
    const text = `<!DOCTYPE package [${lines.join("")}]>${accounts('<extAccount name="&e999;"/>')}`;
    expect(only(text).value).toEqual({ extAccounts: [{}] });
  });
});

describe("the server configuration", () => {
  const CONF = `<?xml version="1.0"?>
<serverconf>
  <shared>
    <imsConfig><nonIMSAuthnAPI disableAPI="true"><allowOperator name="admin"/></nonIMSAuthnAPI></imsConfig>
    <securityZone name="public"><subNetwork name="all" mask="*"/><subNetwork name="lan"/></securityZone>
    <securityZone name='vpn'/>
    <note> a <![CDATA[b]]></note>
  </shared>
  <web><redirection IMSOrgId=""/></web>
</serverconf>`;

  test("is mirrored", () => {
    expect(only(CONF, "/repo/serverConf.xml").value).toEqual({
      serverConf: {
        shared: {
          imsConfig: { nonIMSAuthnAPI: { disableAPI: "true", allowOperator: { name: "admin" } } },
          securityZone: [
            { name: "public", subNetwork: [{ name: "all", mask: "*" }, { name: "lan" }] },
            { name: "vpn" },
          ],
          note: { $: " a b" },
        },
        web: { redirection: { IMSOrgId: "" } },
      },
    });
  });

  test("tells where everything stands, and how it is called", () => {
    const document = only(CONF);
    const shared = ["serverConf", "shared"];
    const routes: Route[] = [
      ["serverConf", "web", "redirection", "IMSOrgId"],
      [...shared, "securityZone", 0, "subNetwork", 1, "name"],
      [...shared, "securityZone", 1],
      [...shared, "securityZone"],
      [...shared, "imsConfig", "nonIMSAuthnAPI", "allowOperator", "name"],
      [...shared, "note", "$"],
      ["serverConf"],
    ];
    expect(written(document, ...routes)).toEqual([
      '""',
      '"lan"',
      "<securityZone",
      "<securityZone",
      '"admin"',
      " a <![CDATA[b]]>",
      "<serverconf",
    ]);
    expect(routes.map((route) => document.written?.(route))).toEqual([
      "serverConf/web/redirection/@IMSOrgId",
      "serverConf/shared/securityZone[1]/subNetwork[2]/@name",
      "serverConf/shared/securityZone[2]",
      "serverConf/shared/securityZone",
      "serverConf/shared/imsConfig/nonIMSAuthnAPI/allowOperator/@name",
      "serverConf/shared/note/text()",
      "serverConf",
    ]);
  });

  test("an only child is in no list, and several are not one", () => {
    const document = only(CONF);
    const shared = ["serverConf", "shared"];
    const routes: Route[] = [
      [...shared, "imsConfig", 0, "nonIMSAuthnAPI"],
      [...shared, "securityZone", "name"],
    ];
    expect(written(document, ...routes)).toEqual([undefined, undefined]);
  });

  test.each([
    ["/repo/serverConf.xml", "yes"],
    ["/repo/config-acme_prod.xml", "unknown"],
    ["/repo/conf/Config-a.XML", "unknown"],
    ["/repo/config-acme.xml.txt", "unknown"],
    ["/repo/config-default.xml", "unknown"],
    ["/repo/config-.xml", "yes"],
    ["/repo/config-a/b.xml", "yes"],
  ])("%s is complete: %s", (path, complete) => {
    expect(only("<serverConf/>", path).lists).toEqual([
      { key: "serverConf", route: ["serverConf"], count: 1, complete },
    ]);
  });
});

test.each([
  ["config-acme.xml", "acme"],
  ["conf/Config-ACME_prod.XML", "ACME_prod"],
  ["config-acme.xml.txt", "acme"],
  ["config-acme (1).xml", "acme"],
  ["config-acme(12).xml.bak", "acme"],
  ["config-acme.xml (2)", "acme"],
  ["config-acme - Copy (2).xml", "acme"],
  ["config-acme", "acme"],
  ["config-acme.txt", "acme"],
  ["config-acme.prod.xml", "acme.prod"],
  ["config-acme.prod", "acme.prod"],
  ["config-default.xml", undefined],
  ["config-default (1).xml.txt", undefined],
  ["config-.xml", undefined],
  ["config-a/b.xml", undefined],
  ["serverConf.xml", undefined],
  ["my-config-acme.xml", undefined],
])("%s is the file of the instance %s", (path, instance) => {
  expect(instanceOfFile(path)).toBe(instance);
  expect(isInstanceFile(path)).toBe(instance !== undefined || /config-default/.test(path));
});

describe("foreign files", () => {
  test.each([
    ["<project/>", false],
    ['<package format="2"><name>ros</name></package>', false],
    ["<entities><entity/></entities>", false],
    ["<serverConfig/>", false],
    ['<package buildNumber="9383"></package>', true],
    ["<package><entities><extAccount/></entities></package>", true],
    ["<Envelope><Body><extAccount-collection><extAccount/></extAccount-collection></Body></Envelope>", true],
    ['<extAccount imsOrgId="x"/>', true],
  ])("%s looks like ours: %j", (text, isNear) => {
    expect(read(text)).toEqual({ foreign: { why: expect.any(String), isNear } });
    expect(read(text, "/repo/a.xml", false)).toEqual({ foreign: { why: expect.any(String), isNear } });
  });

  test.each([
    ["<a><b></a>", false],
    ["<package><b></package>", false],
    ["<entities a='1'", false],
    ["<package><entities\n a='1' schema='nms:x'></package>", true],
    ["<package><entities schema='public'></package>", false],
    ["<!-- <a> --><?x <b>?><!DOCTYPE builder [ <!ENTITY c '1'> ]>\n<pkgDesc><entities schema='nms:x'>", true],
    ["<html><pre><entities schema='nms:x'></html>", false],
    ["<SERVERCONF>", true],
    ["<a><serverConf></a>", false],
  ])("broken %s is ours: %j", (text, isOurs) => {
    expect("unreadable" in read(text, "/repo/a.xml", false)).toBe(isOurs);
    expect(read(text)).toMatchObject({ unreadable: { reason: "syntax" } });
  });

  test.each([
    ["export.XML", true],
    ["prod/export", true],
    ["export.html", false],
    ["export.xml.tpl", false],
    ["a.d/export", true],
  ])("broken by the name of %s is ours: %j", (path, isOurs) => {
    const text = "<package><entities schema='nms:x'></package>";
    expect("unreadable" in read(text, `/repo/${path}`, false)).toBe(isOurs);
    expect("unreadable" in read(text, `/repo/${path}`)).toBe(true);
  });

  test("entities of a schema without a namespace are another program's", () => {
    const text = '<entities schema="public"><operator name="x"/></entities>';
    expect(read(text, "/repo/a.xml", false)).toMatchObject({ foreign: { isNear: false } });
    expect(read(`<package>${text}</package>`)).toMatchObject({ foreign: { isNear: true } });
  });
});

describe("broken files", () => {
  /** `^` stands before the place that is told. */
  test.each([
    ["<a><b c='1'><b>^</a>", "end tag"],
    ["<a>^</b></a>", "end tag"],
    ["<a>^<b>text", "does not end"],
    ["<a b='x ^& y'/>", "&amp;"],
    ["<a>x ^& y</a><!-- & -->", "&amp;"],
    ["<a b='x ^& y' c='z;'/>", "&amp;"],
    ["^<a><![CDATA[if (a && b", "does not end"],
    ["<a b='x ^< y'/>", "&lt;"],
    ["<a>1 ^< 2</a>", "begins no tag"],
    ["<a b ^c='1'/>", "without a value"],
    ["<a b=^c/>", "without quotes"],
    ["<a b='1'^c='2'/>", "without a space"],
    ["<a>^<b c='1' c='2'/></a>", "written twice"],
    ["<a/>^<b/>", "second root"],
    ["<a/> ^text", "outside"],
    ["^text", "outside"],
    ["<a>^&#x1;</a>", "character"],
    ["<a>^\u0001</a>", "control character"],
    ["<a><!-- a --^ b --></a>", "comment"],
    [" ^<?xml version='1.0'?><a/>", "very beginning"],
    ["<!-- only a comment -->^", "no element"],
    ["<package buildNumber='93^", "ends in the middle"],
    ["<a>]]^></a>", "]]&gt;"],
    ["<a>^&lt </a>", "&amp;"],
  ])("%s", (marked, words) => {
    const offset = marked.indexOf("^");
    expect(read(marked.replace("^", ""))).toMatchObject({
      unreadable: { reason: "syntax", detail: expect.stringContaining(words), offset },
    });
  });

  test("never quote the source", () => {
    const recognised = read('<a password="hunter2" password="hunter2"><hunter2>');
    expect(JSON.stringify("unreadable" in recognised && recognised.unreadable)).not.toContain("hunter2");
  });

  test.each([
    [99, false],
    [100, false],
    [101, true],
  ])("%i elements in one another are too deep: %j", (depth, isTooDeep) => {
    const inner = depth - 1;
    const text = `<serverConf>${"<a>".repeat(inner)}${"</a>".repeat(inner)}</serverConf>`;
    const recognised = read(text);
    expect("unreadable" in recognised && recognised.unreadable.reason === "too-deep").toBe(isTooDeep);
  });
});

describe("encodings", () => {
  const text = (encoding: string, name = "Zoë €") =>
    `<?xml version='1.0' encoding='${encoding}'?>${accounts(`<extAccount name="${name}"/>`)}`;
  const bom = (...bytes: number[]) => Buffer.from(bytes);
  const utf16le = (value: string) => Buffer.from(value, "utf16le");
  const utf16be = (value: string) => utf16le(value).swap16();
  const windows = (value: string) => Buffer.from(value.replace("€", "\x80"), "latin1");

  test.each([
    ["UTF-8", Buffer.from(text("UTF-8"))],
    ["no declaration", Buffer.from(accounts('<extAccount name="Zoë €"/>'))],
    ["UTF-8 with a mark", Buffer.concat([bom(0xef, 0xbb, 0xbf), Buffer.from(text("ISO-8859-1"))])],
    ["UTF-16LE with a mark", Buffer.concat([bom(0xff, 0xfe), utf16le(text("utf-16"))])],
    ["UTF-16BE with a mark", Buffer.concat([bom(0xfe, 0xff), utf16be(text("utf-16"))])],
    ["UTF-16LE", utf16le(text("UTF-16"))],
    ["UTF-16BE", utf16be(text("UTF-16"))],
    ["UTF-8 that says UTF-16", Buffer.from(text("UTF-16"))],
    ["ISO-8859-1", windows(text("ISO-8859-1"))],
    ["Windows-1252", windows(text("Windows-1252"))],
  ])("%s", (_name, bytes) => {
    const [document] = exportsOf(read(bytes));
    expect(document?.value).toEqual({ extAccounts: [{ name: "Zoë €" }] });
    expect(document && written(document, ["extAccounts", 0, "name"])).toEqual(['"Zoë €"']);
  });

  test("Shift_JIS", () => {
    const [before, after] = text("Shift_JIS", "|").split("|");
    const bytes = Buffer.concat([
      Buffer.from(before ?? ""),
      bom(0x8a, 0x88, 0x93, 0xae),
      Buffer.from(after ?? ""),
    ]);
    expect(exportsOf(read(bytes))[0]?.value).toEqual({
      extAccounts: [{ name: "\u6d3b\u52d5" }],
    });
  });

  test.each([
    ["an unknown one", Buffer.from(text("x-foo")), 'declared encoding "x-foo" is not known', 30],
    ["no UTF-8", Buffer.concat([Buffer.from("<a>é"), bom(0xff)]), "bytes that are not UTF-8", 4],
    [
      "no Shift_JIS",
      Buffer.concat([Buffer.from("<?xml version='1.0' encoding='sjis'?><a>"), bom(0x80)]),
      "bytes that are not shift_jis",
      40,
    ],
    ["half a character", Buffer.concat([utf16le("<a/>"), bom(0x20)]), "bytes that are not UTF-16", 4],
    ["half a pair", utf16le("<a>\ud800</a>"), "bytes that are not UTF-16", 3],
  ])("%s is unreadable", (_name, bytes, detail, offset) => {
    expect(read(bytes)).toMatchObject({ unreadable: { reason: "encoding", detail, offset } });
  });

  test("a foreign file in an unknown one is foreign", () => {
    const bytes = Buffer.from("<?xml version='1.0' encoding='x-foo'?><a/>");
    expect(read(bytes, "/repo/a.xml", false)).toMatchObject({ foreign: { isNear: false } });
  });
});
