import { expect, test } from "vitest";
import { readXml } from "../../src/read/xml/exports.js";

/** Files made to hang, overflow or flood: each must be read, or refused, in little time. */

const SIZE = 4_000_000;
const package_ = (records: string, schema = "xtk:operator") =>
  `<package><entities schema="${schema}">${records}</entities></package>`;

test.each([
  ["a million nested elements", "<a>".repeat(1e6) + "</a>".repeat(1e6), "too-deep"],
  ["a hundred thousand unclosed tags", `<serverConf>${"<a b='1'>".repeat(1e5)}`, "too-deep"],
  ["end tags without an end", `<serverConf>${"</a>".repeat(1e5)}`, "syntax"],
  ["an & that never ends", package_(`<operator name="&${"x".repeat(SIZE)}"/>`), "syntax"],
  ["a comment that never ends", `<serverConf><!--${"-".repeat(SIZE)}`, "syntax"],
  ["a tag that never ends", `<serverConf a="1" ${"b ".repeat(SIZE / 2)}`, "syntax"],
  ["quotes without an end", `<serverConf>${"<a b='".repeat(1e5)}`, "syntax"],
])("%s", (_what, text, reason) => {
  expect(readXml("a.xml", Buffer.from(text), true)).toMatchObject({ unreadable: { reason } });
});

test.each([
  ["one attribute of 4 MB", package_(`<operator name="${"x".repeat(SIZE)}"/>`), 0],
  ["a million attributes' worth of entities", package_(`<operator name="${"&amp;".repeat(SIZE / 5)}"/>`), 0],
  ["800,000 unknown entities in one value", package_(`<operator name="${"&a;".repeat(800_000)}"/>`), 1],
  [
    "100,000 unknown entities",
    package_(Array.from({ length: 1e5 }, (_, at) => `<operator name="&a${at};"/>`).join("")),
    1e5,
  ],
  [
    "a tag of 20,000 secrets",
    package_(`<x ${Array.from({ length: 20_000 }, (_, at) => `a${at}privateKey="p"`).join(" ")}/>`, "nms:x"),
    0,
  ],
  [
    "texts in one another",
    package_(`${"<a>&x;".repeat(90)}${"y".repeat(1e5)}${"</a>".repeat(90)}`, "nms:x"),
    90,
  ],
  ["200,000 sections of text", package_(`<operator>${"<![CDATA[x]]>".repeat(2e5)}</operator>`), 0],
  ["a prolog of 100,000 comments", `${"<!-- -->".repeat(1e5)}<!DOCTYPE a>${package_("")}`, 1],
])("%s", (_what, text, faults) => {
  const recognised = readXml("a.xml", Buffer.from(text), true);
  if (!("exports" in recognised)) throw new Error(JSON.stringify(recognised));
  expect(recognised.exports[0]?.faults).toHaveLength(faults);
});

test.each([
  ["a declaration that never ends", `<!DOCTYPE a${"b".repeat(SIZE)}`],
  ["a declaration's own that never ends", `<!DOCTYPE a [${"<!ENTITY b '>'>".repeat(SIZE / 20)}`],
  ["a prolog of comments", `${"<!-- -->".repeat(2e5)}<entities schema="nms:x">`],
  ["instructions that never end", "<?a ".repeat(2e5)],
])("what may be ours, and was only found: %s", (_what, text) => {
  const recognised = readXml("a.xml", Buffer.from(text), false);
  expect("unreadable" in recognised || "foreign" in recognised).toBe(true);
});

test("secrets in tens of thousands of packages go to their own", () => {
  const one = '<package><entities schema="a:b"><x password="p"/></entities></package>';
  const recognised = readXml("a.xml", Buffer.from(`<builder>${one.repeat(50_000)}</builder>`), true);
  if (!("exports" in recognised)) throw new Error(JSON.stringify(recognised));
  expect(recognised.exports).toHaveLength(50_000);
  expect(recognised.exports.every(({ leftOver }) => leftOver.length === 1)).toBe(true);
});

test("a place among many, and many places, are found in one pass", () => {
  const count = 50_000;
  const records = Array.from(
    { length: count },
    (_, at) => `<operator name="o${at}"><access authenticationType="ims"/></operator>`,
  );
  const text = package_(records.join("\n"));
  const recognised = readXml("a.xml", Buffer.from(text), true);
  if (!("exports" in recognised)) throw new Error(JSON.stringify(recognised));
  const routes = records.map((_, at) => ["operators", at, "name"]);
  const places = recognised.exports[0]?.locate(routes) ?? [];
  expect(places.map((place) => place && text.slice(place.value.start, place.value.end))).toEqual(
    records.map((_, at) => `"o${at}"`),
  );
});

test("children by the hundred thousand are found in one pass", () => {
  const count = 100_000;
  const text = `<serverConf>${"<a b='1'><c/></a>".repeat(count)}</serverConf>`;
  const recognised = readXml("a.xml", Buffer.from(text), true);
  if (!("exports" in recognised)) throw new Error(JSON.stringify(recognised));
  const routes = Array.from({ length: count }, (_, at) => ["serverConf", "a", at, "b"]);
  const places = recognised.exports[0]?.locate(routes) ?? [];
  expect(
    places.filter((place) => place && text.slice(place.value.start, place.value.end) === "'1'"),
  ).toHaveLength(count);
});
