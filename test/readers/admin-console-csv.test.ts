import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownNames } from "../../src/model/listed-names.js";
import { readCsv } from "../../src/read/admin-console/exports.js";
import { looksLikeAdminConsoleCsv } from "../../src/read/admin-console/headers.js";
import type { Located, Route } from "../../src/read/document.js";
import { decode } from "../../src/read/encoding.js";
import type { Export, Recognised } from "../../src/read/export.js";
import { SourceText } from "../../src/read/source.js";

const HEADER =
  "Identity Type,Username,Domain,Email,First Name,Last Name,Country Code,ID,Product Configurations,Admin Roles," +
  "Product Configurations Administered,User Groups,User Groups Administered,Products Administered," +
  "Contracts Administered,Developer Access,Auto Assigned Products";
const JANE =
  'Federated ID,jane,acme.example,jane@acme.example,Jane,"Doe, Dr.",GB,17,"Campaign - acme - delivery,Analytics",' +
  "Org,,All,,,,,";

const read = (text: string, isNamed = true): Recognised =>
  readCsv("users.csv", new SourceText(text), isNamed);

function exportOf(text: string): Export {
  const recognised = read(text);
  if (!("exports" in recognised))
    throw new Error(JSON.stringify(recognised, ["foreign", "unreadable", "why", "detail"]));
  const [only] = recognised.exports;
  if (!only) throw new Error("no export");
  return only;
}

const usersOf = (text: string) => organizationOf(exportOf(text)).users ?? [];

function organizationOf({ value }: Export) {
  return (value as { organization: Record<"users" | "groups", Record<string, unknown>[] | undefined> })
    .organization;
}

const placeOf = (file: Export, ...route: Route): Located | undefined =>
  file.locate([["organization", ...route]])[0];

function textAt(file: Export, ...route: Route): string | undefined {
  const span = placeOf(file, ...route)?.value;
  return span && file.source.raw.slice(span.start, span.end);
}

describe("users", () => {
  test("become those of a snapshot", () => {
    const file = exportOf(`${HEADER}\r\n${JANE}\r\n`);
    expect(file.value).toEqual({
      organization: {
        users: [
          {
            email: "jane@acme.example",
            username: "jane",
            domain: "acme.example",
            firstname: "Jane",
            lastname: "Doe, Dr.",
            country: "GB",
            id: "17",
            type: "federatedID",
            groups: ["Campaign - acme - delivery", "Analytics"],
            userGroups: ["All"],
          },
        ],
        listsUserGroups: true,
      },
    });
    expect(file).toMatchObject({
      format: "admin-console-csv",
      lists: [{ key: "users", route: ["organization", "users"], count: 1, complete: "yes" }],
      faults: [],
      leftOver: [],
    });
  });

  test("of the oldest header have their product configurations alone", () => {
    const header =
      "Identity Type,Username,Domain,Email,First Name,Last Name,Country Code,Product Configurations,Admin Roles," +
      "Product Configurations Administered";
    const [user] = usersOf(`${header}\nAdobe ID,,,a@b.example,,,,P,,\n`);
    expect(user).toEqual({ type: "adobeID", email: "a@b.example", groups: ["P"] });
  });

  test("are none under a header that is alone, and all of them", () => {
    const file = exportOf(HEADER);
    expect(file.value).toEqual({ organization: { users: [], listsUserGroups: true } });
    expect(file.lists).toMatchObject([{ count: 0, complete: "yes" }]);
  });

  test.each([
    [
      "no name in two columns",
      "Email,Product Configurations,User Groups\na@b,,",
      { groups: [], userGroups: [] },
    ],
    [
      "each column's",
      "Email,User Groups,Product Configurations\na@b,G,P",
      { groups: ["P"], userGroups: ["G"] },
    ],
    [
      "user groups alone",
      "Email,Product Configurations,User Groups\na@b,,G",
      { groups: [], userGroups: ["G"] },
    ],
    ["profiles of a table without user groups", "Email,Product Configurations\na@b,P", { groups: ["P"] }],
    [
      "user groups of a table without profiles",
      "Email,Identity Type,User Groups\na@b,x,G",
      { userGroups: ["G"] },
    ],
    ["what no column tells", "Email,Identity Type\na@b,Adobe ID", {}],
  ])("hold %s", (_what, text, lists) => {
    const { email: _email, type: _type, ...held } = usersOf(text)[0] ?? {};
    expect(held).toEqual(lists);
  });

  test("have nothing where a cell is empty, but an e-mail address", () => {
    const header = "Identity Type,Username,Domain,Email,First Name,Last Name,Country Code,ID";
    expect(usersOf(`${header}\nAdobe ID,,,,,, ,""\n`)).toEqual([{ type: "adobeID", email: "" }]);
  });

  test("of a table without user groups may be in any", () => {
    const told = (header: string) => exportOf(`${header}\n`).value;
    expect(told("Email,Product Configurations")).toEqual({
      organization: { users: [], listsUserGroups: false },
    });
    expect(told("Email,Product Configurations,User Groups")).toEqual({
      organization: { users: [], listsUserGroups: true },
    });
  });

  test.each([
    ["Adobe ID", "adobeID"],
    ["enterprise id", "enterpriseID"],
    [" FEDERATED ID ", "federatedID"],
    ["Business ID", "Business ID"],
    ["", ""],
  ])("of the identity type «%s» are %s", (written, type) => {
    expect(usersOf(`Email,Identity Type\na@b,${written}`)[0]?.type).toBe(type);
  });
});

describe("user groups", () => {
  const HEADERS = "User Group Name,Description,User Group Admins,Assigned Product Profiles";

  test("are groups with the profiles they give, and no list of profiles", () => {
    const file = exportOf(`${HEADERS}\nAll,,Adobe ID-a@b.example,"P,Q"\nNone,x,,\n`);
    expect(file.value).toEqual({
      organization: {
        groups: [
          { groupName: "All", type: "USER_GROUP", profiles: ["P", "Q"] },
          { groupName: "None", type: "USER_GROUP", profiles: [] },
        ],
      },
    });
    expect(file.lists).toEqual([
      { key: "profiles", route: ["organization", "groups"], count: 2, complete: "unknown" },
    ]);
    expect(textAt(file, "groups", 0)).toBe("All");
    expect(textAt(file, "groups", 0, "profiles", 1)).toBe("Q");
    expect(placeOf(file, "groups", 0, "type")).toBeUndefined();
    expect(file.written?.(["organization", "groups", 1, "profiles"])).toBe(
      "«Assigned Product Profiles» of row 3",
    );
  });
});

describe("headers", () => {
  test.each([
    ["in other letters", "EMAIL,product configurations"],
    ["with spaces around them", " Email , Product Configurations "],
    ["in quotes", '"Email","Product Configurations"'],
    ["between semicolons", "Email;Product Configurations"],
    ["between tabs", "Email\tProduct Configurations"],
    ["in quotes, between semicolons, with a comma in one", '"a,b,c";"Email";"Product Configurations"'],
    ["behind the separator's line", "sep=|\r\nEmail|Product Configurations"],
    ["behind the separator's line in quotes", '"sep=;"\nEmail;Product Configurations'],
    ["behind blank lines", "\r\n \r\nEmail,Product Configurations"],
    ["behind a byte-order mark", "\ufeffEmail,Product Configurations"],
    ["with empty ones at the end", "Email,Product Configurations,,"],
  ])("are recognised %s", (_how, header) => {
    expect(looksLikeAdminConsoleCsv(header)).toBe(true);
    expect(looksLikeAdminConsoleCsv(`${header}\r\n"a`)).toBe(true);
    expect(exportOf(`${header}\r\n`).value).toMatchObject({ organization: { users: [] } });
  });

  test.each([
    ["lacks the e-mail", HEADER.replace("Email,", ""), "«Email»"],
    [
      "lacks identity type and configurations",
      "Email,User Groups,User Groups Administered",
      "«Product Configurations»",
    ],
    ["has profiles under another name", "Email,Product Profiles", "«Product Configurations»"],
    ["lacks the profiles", "User Group Name,Description,User Group Admins", "«Assigned Product Profiles»"],
    ["lacks the group", "Description,User Group Admins,Assigned Product Profiles", "«User Group Name»"],
    ["is in quotes as a whole", `"${HEADER}"`, "each row was put in quotes"],
  ])("are near where the table %s", (_how, header, why) => {
    expect(read(`${header}\nx`, false)).toEqual({
      foreign: { why: expect.stringContaining(why), isNear: true },
    });
  });

  test.each([
    ["of a list of people", "Email,First Name,Last Name,Username,Domain,ID,Country Code"],
    ["of a User Sync Tool source", "firstname,lastname,email,country,groups,type,username,domain"],
    ["of anything", "a,b\n1,2"],
    ["of no table", "Email"],
    ["that cannot be read", 'a,b"c'],
    ["of nothing", ""],
    ["of blank lines", " \r\n\n"],
  ])("%s are foreign", (_what, text) => {
    expect(looksLikeAdminConsoleCsv(text)).toBe(false);
    expect(read(text, false)).toMatchObject({ foreign: { isNear: false } });
  });

  test("are looked for at the beginning of a text alone", () => {
    expect(looksLikeAdminConsoleCsv(`${"x,".repeat(5_000_000)}Email,Identity Type`)).toBe(false);
    expect(looksLikeAdminConsoleCsv(`a\n${HEADER}`)).toBe(false);
  });

  test("that come twice count for nothing, and leave people unknown where they are known by them", () => {
    const text = "Email,Product Configurations,User Groups, email \na@b,P,G,c@d\n";
    const file = exportOf(text);
    expect(file.value).toEqual({
      organization: { users: [{ groups: ["P"], userGroups: ["G"] }], listsUserGroups: true },
    });
    expect(file.lists).toMatchObject([{ count: 1, complete: "unknown", hasLeftOut: true }]);
    const start = text.indexOf(" email ");
    expect(file.faults).toEqual([
      { kind: "double-header", span: { start, end: start + 7 }, detail: "email" },
    ]);
  });

  test("of names that come twice leave the names of the other column", () => {
    const file = exportOf("Email,Product Configurations,User Groups,User Groups\na@b,P,G,H\n");
    expect(file.value).toEqual({
      organization: { users: [{ email: "a@b", groups: ["P"] }], listsUserGroups: false },
    });
    expect(file.lists).toEqual([
      { key: "users", route: ["organization", "users"], count: 1, complete: "yes" },
    ]);
    expect(file.faults).toHaveLength(1);
  });

  test("that come twice and are not read are no fault", () => {
    expect(exportOf("Email,Identity Type,x,X\n").faults).toEqual([]);
  });
});

test("a quote that takes other people's rows into its cell makes a row that nobody can read", () => {
  const head = "Identity Type,Email,Product Configurations,User Groups";
  const file = exportOf(
    `${head}\nFederated ID,ana@acme.example,"P,Team\nFederated ID,ben@acme.example,Q",Team\nFederated ID,cy@acme.example,P,\n`,
  );
  expect(file.value).toMatchObject({ organization: { users: [{ email: "cy@acme.example" }] } });
  expect(file.lists).toMatchObject([{ complete: "unknown", hasLeftOut: true }]);
  expect(file.faults).toMatchObject([
    { kind: "ragged-row", detail: "a line break in a cell, so it may hold several rows" },
  ]);
});

describe("rows", () => {
  const HEAD = "Email,Identity Type,Product Configurations\n";

  test.each([
    ["fewer cells", "a@b,Adobe ID", "2 cells, where the header has 3"],
    ["a single cell", "a@b", "1 cell, where the header has 3"],
    ["more cells", "a@b,,P,Q", "4 cells, where the header has 3"],
  ])("of %s are left out, and the list may miss somebody", (_what, row, detail) => {
    const file = exportOf(`${HEAD}x@y,,\n${row}\nz@y,,\n`);
    expect(organizationOf(file).users).toMatchObject([{ email: "x@y" }, { email: "z@y" }]);
    expect(file.lists).toMatchObject([{ count: 3, complete: "unknown", hasLeftOut: true }]);
    const start = file.source.raw.indexOf(row);
    expect(file.faults).toEqual([{ kind: "ragged-row", span: { start, end: start + row.length }, detail }]);
    expect(textAt(file, "users", 1)).toBe("z@y");
    expect(file.written?.(["organization", "users", 1])).toBe("row 4");
  });

  test("may have empty cells behind the last column", () => {
    const file = exportOf(`${HEAD}a@b,,P,, \n`);
    expect(file.faults).toEqual([]);
    expect(file.lists).toMatchObject([{ count: 1, complete: "yes" }]);
  });

  test("that are blank count as rows of the sheet alone", () => {
    const file = exportOf(`${HEAD}\n  \n,,\n"","",""\na@b,,\n\n`);
    expect(file.lists).toMatchObject([{ count: 1, complete: "yes" }]);
    expect(file.written?.(["organization", "users", 0, "email"])).toBe("«Email» of row 6");
  });

  test("end with any line end, in any mixture", () => {
    const text = `${HEAD.trimEnd()}\r\na@b,,"line\r\nend"\rc@d,,\ne@f,,`;
    expect(usersOf(text)).toMatchObject([
      { email: "a@b", groups: ["line\r\nend"] },
      { email: "c@d" },
      { email: "e@f" },
    ]);
  });

  test.each([
    ["a quote that is never closed", `${HEAD}a@b,"Adobe ID,\nc@d,,\n`, '"Adobe', 0],
    ["text behind a closing quote", `${HEAD}a@b,"Adobe" ID,\n`, '" ID', 0],
    ["a quote within a cell", `${HEAD}a@b,Adobe "ID",\n`, '"ID', 0],
    ["such a quote in the header", 'Email,Identity Type,"a"b\n', '"b', 0],
  ])("with %s cannot be read", (_what, text, at) => {
    const result = read(text, false);
    expect(result).toMatchObject({ unreadable: { reason: "syntax", offset: text.indexOf(at) } });
    expect("unreadable" in result && result.unreadable.detail).toMatch(/quote/);
    expect("unreadable" in result && result.source?.raw).toBe(text);
  });

  test("of a named file that is none of ours cannot be read either", () => {
    expect(read('a,b"c', true)).toMatchObject({ unreadable: { reason: "syntax", offset: 3 } });
  });
});

describe("names in one cell", () => {
  const groupsOf = (...cells: string[]) =>
    usersOf(`Email,Product Configurations\n${cells.map((cell) => `a@b,"${cell}"\n`).join("")}`).map(
      ({ groups }) => groups,
    );

  test.each([
    ["nothing", ["A"], [["A"]]],
    ["commas", ["A,B"], [["A", "B"]]],
    [
      "a comma and a space in the whole file",
      ["A, B", "C,  D"],
      [
        ["A", "B"],
        ["C", "D"],
      ],
    ],
    ["commas, of which some belong to names", ["A,B, C", "D, E"], [["A", "B, C"], ["D, E"]]],
    ["commas with nothing between them", [",A, ,B,", " , "], [["A", "B"], []]],
    ["line ends", ["A,\nB"], [["A", "B"]]],
  ])("are joined by %s", (_how, cells, names) => {
    expect(groupsOf(...cells)).toEqual(names);
  });

  test("are put together by known names, within their cell", () => {
    const file = exportOf('Email,Product Configurations,User Groups\na@b,"A, B, C",D\nc@d,"A,C","C, D"\n');
    file.joinedCells?.resolve(knownNames(["A, B", "C,D", "C"]));
    expect(organizationOf(file).users).toMatchObject([
      { groups: ["A, B", "C"], userGroups: ["D"] },
      { groups: ["A", "C"], userGroups: ["C,D"] },
    ]);
    const shown = [0, 1].map((user) => [
      ...[0, 1].map((name) => textAt(file, "users", user, "groups", name)),
      textAt(file, "users", user, "userGroups", 0),
    ]);
    expect(shown).toEqual([
      ["A, B", "C", "D"],
      ["A", "C", '"C, D"'],
    ]);
    expect(file.written?.(["organization", "users", 0, "groups", 1])).toBe(
      "«Product Configurations» of row 2",
    );
    expect(file.written?.(["organization", "users", 0, "userGroups", 0])).toBe("«User Groups» of row 2");
  });

  describe("of a file that joins none without a space", () => {
    const HEAD = "Email,Product Configurations,User Groups\n";
    const listsOf = (file: Export) =>
      organizationOf(file).users?.map(({ groups, userGroups }) => [groups, userGroups]);

    test("are one name that cannot be read, unless all of a cell are known", () => {
      const file = exportOf(`${HEAD}a@b,"A, B",X\nc@d,"A, C","D,  E"\ne@f,"F, G, A",\ng@h,"A,\nX",\n`);
      file.joinedCells?.resolve(knownNames(["A", "B", "D,E", "F, G"]));
      expect(listsOf(file)).toEqual([
        [["A", "B"], ["X"]],
        [[undefined], ["D,E"]],
        [["F, G", "A"], []],
        [[undefined], []],
      ]);
      expect(textAt(file, "users", 1, "groups", 0)).toBe('"A, C"');
      expect(textAt(file, "users", 1, "groups", 1)).toBeUndefined();
      expect(textAt(file, "users", 2, "groups", 1)).toBe("A");
    });

    test("are read once more names are known, and only then", () => {
      const file = exportOf(`${HEAD}a@b,"A, B","C, D"\n`);
      file.joinedCells?.resolve(knownNames([]));
      expect(listsOf(file)).toEqual([[[undefined], [undefined]]]);
      file.joinedCells?.resolve(knownNames(["A", "B", "C"]));
      expect(listsOf(file)).toEqual([[["A", "B"], [undefined]]]);
      file.joinedCells?.resolve(knownNames(["C, D"]));
      expect(listsOf(file)?.[0]?.[1]).toEqual(["C, D"]);
    });

    test("stay as they are where another cell of the column shows how names are joined", () => {
      const file = exportOf(`${HEAD}a@b,"A, B",\nc@d,"C,D",\n`);
      file.joinedCells?.resolve(knownNames([]));
      expect(listsOf(file)).toEqual([
        [["A, B"], []],
        [["C", "D"], []],
      ]);
    });

    test("are not told apart by a cell of another column", () => {
      const file = exportOf(`${HEAD}a@b,"A, B","C,D"\n`);
      file.joinedCells?.resolve(knownNames([]));
      expect(listsOf(file)).toEqual([[[undefined], ["C", "D"]]]);
    });
  });

  test("are put together as often as names become known", () => {
    const file = exportOf('Email,Product Configurations\na@b,"A,B,C,D"\n');
    file.joinedCells?.resolve(knownNames(["A,B"]));
    file.joinedCells?.resolve(knownNames(["C,D"]));
    expect(organizationOf(file).users?.[0]?.groups).toEqual(["A,B", "C,D"]);
    expect(textAt(file, "users", 0, "groups", 1)).toBe("C,D");
  });
});

describe("places", () => {
  const file = exportOf(
    `sep=;\r\n\r\nEmail;"Identity Type";Product Configurations;User Groups\r\n${[
      'a@b;"Adobe ID";"P ""x"", é😀 ,Q";G',
      '"multi\r\nline";;;" H "',
      '"";Federated ID;R;""',
    ].join("\r\n")}`,
  );
  const { raw } = file.source;

  test.each<[Route, string]>([
    [["users", 0], "a@b"],
    [["users", 0, "email"], "a@b"],
    [["users", 0, "type"], '"Adobe ID"'],
    [["users", 0, "groups"], '"P ""x"", é😀 ,Q"'],
    [["users", 0, "groups", 0], 'P ""x"", é😀'],
    [["users", 0, "groups", 1], "Q"],
    [["users", 0, "userGroups", 0], "G"],
    [["users", 1], '"multi\r\nline"'],
    [["users", 1, "type"], ""],
    [["users", 1, "groups"], ""],
    [["users", 1, "userGroups"], '" H "'],
    [["users", 1, "userGroups", 0], '" H "'],
    [["users", 2], "Federated ID"],
    [["users", 2, "email"], '""'],
    [["users", 2, "groups", 0], "R"],
    [["users"], 'Email;"Identity Type";Product Configurations;User Groups'],
    [[], 'Email;"Identity Type";Product Configurations;User Groups'],
  ])("of %j is %s", (route, text) => {
    expect(textAt(file, ...route)).toBe(text);
  });

  test.each<Route[]>([
    [["users", 3]],
    [["users", 0, "status"]],
    [["users", 0, "groups", 2]],
    [["users", 0, "email", 0]],
    [["groups"]],
  ])("of %j is nowhere", (route) => {
    expect(placeOf(file, ...route)).toBeUndefined();
  });

  test("tell the header as the key, and the row as all of a record", () => {
    const [row, cell, list] = file.locate(
      [[], ["type"], ["groups"]].map((route) => ["organization", "users", 0, ...route]),
    );
    const shown = (span: { start: number; end: number } | undefined) =>
      span && raw.slice(span.start, span.end);
    expect(row?.isCollection).toBe(true);
    expect(shown(row?.extent)).toBe('a@b;"Adobe ID";"P ""x"", é😀 ,Q";G');
    expect(shown(cell?.key)).toBe('"Identity Type"');
    expect(cell?.isCollection).toBe(false);
    expect(list?.isCollection).toBe(true);
    expect(shown(list?.extent)).toBe('"P ""x"", é😀 ,Q"');
  });

  test.each<[Route, string]>([
    [["users"], "row 2"],
    [["users", 0], "row 3"],
    [["users", 0, "status"], "row 3"],
    [["users", 2, "type"], "«Identity Type» of row 5"],
    [["users", 0, "groups"], "«Product Configurations» of row 3"],
    [["users", 0, "userGroups", 0], "«User Groups» of row 3"],
  ])("of %j are written as %s", (route, text) => {
    expect(file.written?.(["organization", ...route])).toBe(text);
  });

  test("do not count a byte-order mark", () => {
    const decoded = decode(Buffer.from(`\ufeff${HEADER}\r\n${JANE}`));
    const marked = exportOf(String(decoded));
    expect(marked.source.position(placeOf(marked, "users", 0, "type")?.value.start ?? -1)).toEqual({
      line: 2,
      column: 1,
    });
  });

  test("of many names in many rows take time that grows with the text", () => {
    const names = Array.from({ length: 50_000 }, (_, name) => `N${name}`).join(",");
    const large = exportOf(`Email;Product Configurations\na@b;${names}\n${"c@d;X\n".repeat(50_000)}`);
    const started = performance.now();
    const places = large.locate(
      Array.from({ length: 50_000 }, (_, name) => [
        ["organization", "users", 0, "groups", name],
        ["organization", "users", name + 1, "groups", 0],
      ]).flat(),
    );
    expect(places.every((place) => place !== undefined)).toBe(true);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("secrets", () => {
  const URL = "https://jane:hunter2,x@acme.example";

  test("in columns that are not read, in ragged rows and in the header are handed over with their place", () => {
    const text = `Email,Identity Type,Notes,${"https://h:p@x"},Password\na@b,,"${URL}",,s3cret\nragged,"${URL}"\nc@d,,https://acme.example,,\n`;
    const { leftOver, source } = exportOf(text);
    expect(leftOver.map(({ value, route }) => [value, route.join("/")])).toEqual([
      ["https://h:p@x", "organization/users"],
      [URL, "organization/users/0"],
      ["s3cret", "organization/users/0/Password"],
      // Of a row with other cells than the header nobody knows which is the password.
      [`ragged,"${URL}"`, "organization/users/Password"],
    ]);
    expect(leftOver.map(({ span }) => source.raw.slice(span.start, span.end))).toEqual([
      "https://h:p@x",
      `"${URL}"`,
      "s3cret",
      `ragged,"${URL}"`,
    ]);
  });

  test("in ragged rows of a table without a column of secrets are those of their cells", () => {
    const { leftOver } = exportOf(`Email,Identity Type\na@b,,"${URL}"\n`);
    expect(leftOver.map(({ value, route }) => [value, route.join("/")])).toEqual([
      [URL, "organization/users"],
    ]);
  });

  test("of a column are told up to a number, the last for all the others, and each form by itself", () => {
    const rows = Array.from({ length: 100 }, (_, at) => `u${at}@b,,${at < 70 ? "***" : "s3cret"}\n`);
    const { leftOver } = exportOf(`Email,Identity Type,password\n${rows.join("")}`);
    expect(leftOver).toHaveLength(40);
    expect(leftOver.filter(({ route }) => route.length > 4)).toMatchObject([
      { value: "***", route: ["organization", "users", 19, "and 50 more", "password"] },
      { value: "s3cret", route: ["organization", "users", 89, "and 10 more", "password"] },
    ]);
  });

  test("behind very many certificates a private key is told", () => {
    const cell = (what: string) => `a@b,,-----BEGIN ${what}-----\n`;
    const { leftOver } = exportOf(
      `Email,Identity Type,Notes\n${cell("CERTIFICATE").repeat(50)}${cell("PRIVATE KEY")}`,
    );
    expect(leftOver.at(-1)).toMatchObject({ value: "-----BEGIN PRIVATE KEY-----" });
    expect(leftOver).toHaveLength(21);
  });

  test("of very many columns, or in very many ragged rows, are few", () => {
    const titles = Array.from({ length: 50_000 }, (_, at) => `k${at}privateKey`).join(",");
    const row = "x,".repeat(50_001);
    expect(exportOf(`Email,Identity Type,${titles}\n${row}x\n`).leftOver.length).toBeLessThan(1100);
    const { leftOver, source } = exportOf(`Email,Identity Type,password\n${"a@b,s3cret\n".repeat(200_000)}`);
    expect(leftOver).toHaveLength(20);
    const last = source.raw.lastIndexOf("a@b");
    expect(source.excerpt({ start: last, end: last + 3 }, 80).text).toBe("***");
  });

  test("in a cell of names stay in one piece, and are the whole cell when they are masked", () => {
    const file = exportOf(`Email,Product Configurations\na@b,"${URL}, P"\n`);
    const groups = organizationOf(file).users?.[0]?.groups as string[];
    expect(groups).toEqual([`${URL}, P`]);
    groups[0] = "***";
    expect(textAt(file, "users", 0, "groups", 0)).toBe(`"${URL}, P"`);
  });
});

test("any table is read as another parser reads it, and every cell is where it was written", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "é", "😀", " ", '"', ",", ";", "\t", "\n", "\r"),
    maxLength: 6,
  });
  const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
  const tables = fc.record({
    delimiter: fc.constantFrom(",", ";", "\t"),
    rows: fc.array(
      fc.record({
        cells: fc.tuple(cell, cell, cell, cell),
        quoted: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
        lineEnd,
      }),
      { maxLength: 8 },
    ),
    endsWithLine: fc.boolean(),
  });
  fc.assert(
    fc.property(tables, ({ delimiter, rows, endsWithLine }) => {
      let text = ["Email", "Username", "Identity Type", "Description"].join(delimiter);
      const written: { span: string; start: number; value: string }[][] = [];
      let end = "\r\n";
      for (const row of rows) {
        text += end;
        end = row.lineEnd;
        written.push(
          row.cells.map((value, index) => {
            if (index > 0) text += delimiter;
            const isQuoted = row.quoted[index] || /[",;\t\r\n]/.test(value);
            const span = isQuoted ? `"${value.replaceAll('"', '""')}"` : value;
            text += span;
            return { span, start: text.length - span.length, value };
          }),
        );
      }
      if (endsWithLine) text += end;

      const file = exportOf(text);
      const kept = written.filter((cells) => cells.some(({ value }) => value.trim() !== ""));
      const fields = ["email", "username", "type"];
      expect(organizationOf(file).users).toEqual(
        kept.map(([email, username, type]) => ({
          email: email?.value,
          ...(username?.value.trim() ? { username: username.value } : {}),
          type: type?.value,
        })),
      );
      expect(file.faults).toEqual([]);
      const routes = kept.flatMap((_cells, index) =>
        fields.map((field) => ["organization", "users", index, field]),
      );
      const spans = kept.flatMap((cells) =>
        cells.slice(0, 3).map(({ start, span }) => ({ start, end: start + span.length })),
      );
      expect(file.locate(routes).map((place) => place?.value)).toEqual(spans);

      const options = { delimiter, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true };
      const [, ...others] = parse(text, options) as string[][];
      const theirs = others.filter((cells) => cells.some((value) => value.trim() !== ""));
      expect(kept.map((cells) => cells.map(({ value }) => value))).toEqual(theirs);
    }),
    { numRuns: 500 },
  );
});

test("no text stops the reader, and what it refuses another parser refuses too", () => {
  const unit = fc.constantFrom("a", '"', ",", "\n", "\r", " ");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), (rest) => {
      const text = `Email,Identity Type\n${rest}`;
      const isRefused = "unreadable" in read(text);
      let isRefusedByOther = false;
      try {
        parse(text, { record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true });
      } catch {
        isRefusedByOther = true;
      }
      expect(isRefused).toBe(isRefusedByOther);
    }),
    { numRuns: 2000 },
  );
});
