import { describe, expect, test } from "vitest";
import { type Files, gatherFiles, listFacts } from "../support/gather.js";

/** Whether lists are whole, as far as their formats tell: pages, and exports that hold just as many as they can. */

const page = (isLast: boolean, count = 1) =>
  JSON.stringify({
    lastPage: isLast,
    result: "success",
    users: Array.from({ length: count }, (_, at) => ({ email: `${isLast}${at}@acme.example` })),
  });
const [MORE, LAST] = [page(false, 2), page(true, 1)];

/** `users` pages of those numbers, the last of which has lastPage. */
const numbered = (...numbers: number[]): Files =>
  Object.fromEntries(
    numbers.map((number, at) => [`users-${number}.json`, at === numbers.length - 1 ? LAST : MORE]),
  );

/** Pages of one text are a case of their own. */
const apart = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      typeof text === "string" ? text.replace('"users":', `"of":"${name}","users":`) : text,
    ]),
  );

async function judged(files: Files) {
  const workspace = await gatherFiles(apart(files));
  const complete = workspace.instances.map(({ organization }) => organization?.users?.complete);
  return { facts: listFacts(workspace), complete };
}

describe("pages of a listing", () => {
  test.each<[string, Files, string, string | undefined, string]>([
    ["all of them", numbered(0, 1, 2), "whole", undefined, "yes"],
    ["one that is the last", { "users.json": LAST }, "whole", undefined, "yes"],
    ["one that is page 0, and the last", { "users-0.json": LAST }, "whole", undefined, "yes"],
    [
      "one that is not the last",
      { "users-0.json": MORE },
      "pages-missing",
      "every page after this one",
      "no",
    ],
    [
      "the last alone",
      { "users-4.json": LAST },
      "pages-unclear",
      "the pages before page 4 are not there, if the file's name numbers a page",
      "unknown",
    ],
    [
      "the first two of more",
      { "users-0.json": MORE, "users-1.json": MORE },
      "pages-missing",
      "the last page",
      "no",
    ],
    ["a gap", numbered(0, 2), "pages-missing", "page 1", "no"],
    ["several gaps", numbered(0, 2, 5), "pages-missing", "pages 1, 3, 4", "no"],
    [
      "more gaps than are told",
      numbered(0, 50),
      "pages-missing",
      "pages 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
      "no",
    ],
    ["the first two missing", numbered(2, 3), "pages-missing", "pages 0, 1", "no"],
    [
      "counted from 1",
      numbered(1, 2),
      "pages-unclear",
      "page 0 is not there, if the names of the files number the pages",
      "unknown",
    ],
    [
      "a page behind the last",
      { "users-0.json": MORE, "users-1.json": LAST, "users-2.json": MORE },
      "pages-unclear",
      undefined,
      "unknown",
    ],
    [
      "two that are the last, the higher one first",
      { "users-1.json": LAST, "users_0.json": LAST },
      "pages-unclear",
      undefined,
      "unknown",
    ],
    [
      "two that are the last",
      { "users-0.json": LAST, "users-1.json": LAST },
      "pages-unclear",
      undefined,
      "unknown",
    ],
    [
      "two of one number",
      { "users-1.json": LAST, "users_1.json": MORE, "users-0.json": MORE },
      "pages-unclear",
      undefined,
      "unknown",
    ],
    [
      "one without a number is the first",
      { "users.json": MORE, "users (1).json": LAST },
      "whole",
      undefined,
      "yes",
    ],
    [
      "one without a number beside page 0",
      { "users.json": MORE, "users-0.json": LAST },
      "pages-unclear",
      undefined,
      "unknown",
    ],
    [
      "two pages in one file",
      { "users.yaml": `${MORE}\n---\n${LAST}` },
      "pages-unclear",
      undefined,
      "unknown",
    ],
  ])("%s", async (_name, files, state, pages, word) => {
    const { facts, complete } = await judged(files);
    expect(facts.map((fact) => [fact.state, fact.pages])).toEqual([[state, pages]]);
    expect(complete).toEqual([word]);
  });

  test("are told of once, with all their records, at the first of them", async () => {
    const { facts } = await judged(numbered(0, 1, 2));
    expect(facts).toMatchObject([{ name: "users", count: 5, file: "users-0.json", limit: undefined }]);
  });

  test("of other names and folders are other listings", async () => {
    const { facts } = await judged({ "a-0.json": MORE, "b-1.json": LAST, "org/a-1.json": LAST });
    expect(facts.map(({ file, state }) => `${file}: ${state}`)).toEqual([
      "a-0.json: pages-missing",
      "b-1.json: pages-unclear",
      "org/a-1.json: pages-unclear",
    ]);
  });

  test("of users and of groups are two listings", async () => {
    const groups = JSON.stringify({
      lastPage: true,
      result: "success",
      groups: [{ groupName: "Campaign - acme - admin", type: "PRODUCT_PROFILE" }],
    });
    const { facts } = await judged({ "org-0.json": MORE, "org-1.json": groups });
    expect(facts.map(({ name, state }) => `${name}: ${state}`)).toEqual([
      "users: pages-missing",
      "profiles: pages-unclear",
    ]);
  });
});

describe("exports of just as many records as they can hold", () => {
  const pack = (count: number) =>
    `<package><entities schema="xtk:group">${'<group name="a"/>'.repeat(count)}</entities></package>`;
  const query = (count: number) =>
    JSON.stringify({ group: Array.from({ length: count }, (_, at) => ({ name: `g${at}`, label: "" })) });

  test.each<[string, Files, object]>([
    ["a package of 999", { "a.xml": pack(999) }, { count: 999, state: "whole", limit: 1000 }],
    ["a package of 1000", { "a.xml": pack(1000) }, { count: 1000, state: "perhaps-cut", limit: 1000 }],
    ["a package of 1001", { "a.xml": pack(1001) }, { count: 1001, state: "whole", limit: 1000 }],
    ["a query of 199", { "a.json": query(199) }, { count: 199, state: "whole", limit: 200 }],
    ["a query of 200", { "a.json": query(200) }, { count: 200, state: "perhaps-cut", limit: 200 }],
    ["a query of 2000", { "a.json": query(2000) }, { count: 2000, state: "perhaps-cut", limit: 2000 }],
  ])("%s", async (_name, files, expected) => {
    const { facts } = await judged(files);
    expect(facts).toMatchObject([{ name: "groups", ...expected }]);
  });

  test("nothing is told of a server's configuration, which is no list", async () => {
    const { facts } = await judged({ "serverConf.xml": "<serverConf><web/></serverConf>" });
    expect(facts).toEqual([]);
  });

  test("nothing is told of snapshots, which say so themselves", async () => {
    const { facts } = await judged({ "a.yaml": "imsLint: snapshot/v1\ngroups: []\n" });
    expect(facts).toEqual([]);
  });
});

test("a page that was saved twice stands where another should", async () => {
  const files = { "users-0.json": MORE, "users-1.json": MORE, "users-2.json": LAST };
  const workspace = await gatherFiles(files);
  expect(listFacts(workspace)).toMatchObject([
    { state: "pages-unclear", pages: "two pages are the same, so another was not saved" },
  ]);
  expect(workspace.instances[0]?.organization?.users?.complete).toBe("unknown");
});
