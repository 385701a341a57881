import { describe, expect, test } from "vitest";
import { recogniseData } from "../../src/read/data/exports.js";
import { readText } from "../../src/read/data/read.js";
import type { Route } from "../../src/read/document.js";
import type { Export, Recognised } from "../../src/read/export.js";
import { pageNumberOf } from "../../src/read/user-management/page-number.js";
import { lintFiles } from "../support/lint.js";

/** Listings of the User Management API: what they become, whether they are whole, and errors that were saved. */

async function recognise(data: unknown, { path = "users.json", isNamed = false } = {}): Promise<Recognised> {
  const result = await readText(path, typeof data === "string" ? data : JSON.stringify(data, null, 1));
  const [document] = result.documents ?? [];
  if (!document) throw new Error("not read");
  return recogniseData(document, path, isNamed);
}

async function read(data: unknown, options: Parameters<typeof recognise>[1] = {}): Promise<Export> {
  const recognised = await recognise(data, options);
  if (!("exports" in recognised)) throw new Error(JSON.stringify(recognised));
  const [first] = recognised.exports;
  if (!first) throw new Error("no export");
  return first;
}

function selected(read: Export, ...route: Route): string | undefined {
  const [place] = read.locate([route]);
  return place && read.source.raw.slice(place.value.start, place.value.end);
}

const JANE = {
  email: "jane@example.com",
  status: "active",
  groups: ["Campaign - acme - delivery", "Marketing"],
  username: "jane",
  domain: "example.com",
  type: "federatedID",
};
const JOE = { email: "joe@example.com", status: "active", type: "adobeID" };
const PROFILE = {
  type: "PRODUCT_PROFILE",
  groupName: "Campaign - acme - delivery",
  memberCount: 26,
  productName: "Campaign",
};

function page(content: object, lastPage: unknown = true) {
  return { lastPage, result: "success", ...content };
}

describe("users", () => {
  test("a user without groups holds none, which stands at the user", async () => {
    const found = await read(page({ users: [JANE, JOE] }));
    expect(found.format).toBe("user-management-api");
    expect(found.value).toEqual({ organization: { users: [JANE, { ...JOE, groups: [] }] } });
    expect(selected(found, "organization", "users", 0, "groups", 1)).toBe('"Marketing"');
    expect(selected(found, "organization", "users", 1, "email")).toBe('"joe@example.com"');
    const [lack, record] = found.locate([
      ["organization", "users", 1, "groups"],
      ["organization", "users", 1],
    ]);
    expect(lack).toEqual(record);
    expect(found.written?.(["organization", "users", 1, "email"])).toBe("users[1].email");
  });

  test("a single user is a selection", async () => {
    const found = await read({ result: "success", user: JANE });
    expect(found.value).toEqual({ organization: { users: [JANE] } });
    expect(found.lists).toEqual([
      { key: "users", route: ["organization", "users"], count: 1, complete: "unknown" },
    ]);
    expect(selected(found, "organization", "users", 0, "email")).toBe('"jane@example.com"');
  });

  test("those of one group are a selection, in pages or not", async () => {
    const whole = await read(page({ groupName: "Marketing", users: [JANE, JOE] }));
    expect(whole.value).toEqual({ organization: { users: [JANE, JOE] } });
    expect(whole.lists).toEqual([
      { key: "users", route: ["organization", "users"], count: 2, complete: "unknown" },
    ]);
    const first = await read(page({ groupName: "Marketing", users: [JANE] }, false));
    expect(first.lists).toMatchObject([{ complete: "no" }]);
  });

  test("keys that are not read are left alone, but searched for secrets", async () => {
    const found = await read(
      page({ users: [{ ...JOE, adminRoles: ["org"] }], request: { clientSecret: "s3cret" } }),
    );
    expect(found.value).toMatchObject({ organization: { users: [{ adminRoles: ["org"] }] } });
    expect(found.leftOver).toMatchObject([{ value: "s3cret", route: ["request", "clientSecret"] }]);
  });

  test("values of another type are left for the check of the shape", async () => {
    const found = await read(
      page({ users: [null, "x", { ...JOE, groups: "Marketing" }, { ...JOE, groups: null }] }),
    );
    expect(found.value).toEqual({
      organization: { users: [null, "x", { ...JOE, groups: "Marketing" }, { ...JOE, groups: [] }] },
    });
  });

  test("YAML, where lastPage is text", async () => {
    const yaml = "lastPage: true\nresult: success\nusers:\n  - {email: joe@example.com, type: adobeID}\n";
    const found = await read(yaml, { path: "users.yaml" });
    expect(found.lists).toMatchObject([{ complete: "yes", page: { isLast: true } }]);
    expect(selected(found, "organization", "users", 0, "email")).toBe("joe@example.com");
  });
});

describe("groups", () => {
  test("product profiles and user groups", async () => {
    const found = await read(page({ groups: [PROFILE, { type: "USER_GROUP", groupName: "Marketing" }] }));
    expect(found.value).toEqual({
      organization: { groups: [PROFILE, { type: "USER_GROUP", groupName: "Marketing" }] },
    });
    expect(found.lists).toMatchObject([
      { key: "profiles", route: ["organization", "groups"], count: 2, complete: "yes" },
    ]);
    expect(selected(found, "organization", "groups", 0, "memberCount")).toBe("26");
    expect(selected(found, "organization", "groups")).toBe("[");
  });
});

describe("pages", () => {
  test.each([
    ["users.json", true, "yes", undefined],
    ["users-0.json", true, "yes", 0],
    ["users-1.json", true, "unknown", 1],
    ["users-2.json", true, "unknown", 2],
    ["users-2026-11-20.json", true, "yes", undefined],
    ["users-0.json", false, "no", 0],
    ["users.json", false, "no", undefined],
  ])("%s, last: %s → %s", async (path, isLast, complete, number) => {
    const found = await read(page({ users: [JOE] }, isLast), { path: `exports/${path}` });
    expect(found.lists).toMatchObject([{ complete, page: { number, isLast } }]);
  });

  test("pages of one listing, and of two lists under one name", async () => {
    const listing = async (data: object, path: string) =>
      (await read(data, { path })).lists[0]?.page?.listing;
    const first = await listing(page({ users: [JOE] }, false), "a/0.json");
    for (const path of ["a/1.json", "a/(2).json", "a/page3.json", "a/page.json"]) {
      expect(await listing(page({ users: [JOE] }), path)).toBe(first);
    }
    expect(await listing(page({ users: [JOE] }), "b/1.json")).not.toBe(first);
    expect(await listing(page({ groups: [PROFILE] }), "a/1.json")).not.toBe(first);
  });

  test.each([
    ["users-0.json", 0, "users.json"],
    ["a.1/users_page3.json", 3, "a.1/users.json"],
    ["users-page-3.json", 3, "users.json"],
    ["users Page (3).json", 3, "users.json"],
    ["usersPage3.json", 3, "users.json"],
    ["homepage3.json", 3, "homepage.json"],
    ["users.2", 2, "users"],
    ["users.2.json", 2, "users.json"],
    ["users (1).json", 1, "users.json"],
    ["users-2026-11-20-4.json", 4, "users-2026-11-20.json"],
    ["users-007.json", 7, "users.json"],
    ["12.json", 12, ".json"],
    ["a/page-12.json", 12, "a/.json"],
  ])("%s is page %d", (path, number, listing) => {
    expect(pageNumberOf(path)).toEqual({ number, listing });
  });

  test.each([
    "users.json",
    "users-2026-11-20.json",
    "users_20261120.json",
    "users-20261120T0900.json",
    "users-2026-11-20T09-00-00.json",
    "users-2026.json",
    "users-1763629200.json",
    "umapi-v2.json",
    "1/users.json",
    "users-4D5E6F708192A3B49F1C2B3A@AdobeOrg.json",
  ])("%s has no number", (path) => {
    expect(pageNumberOf(path)).toEqual({ number: undefined, listing: path });
  });
});

describe("deprecated listings, in files that were named", () => {
  test("users", async () => {
    const older = {
      email: "jane@example.com",
      firstName: "Jane",
      lastName: "Doe",
      countryCode: "US",
      userType: "enterpriseID",
    };
    const found = await read([older, { ...older, groups: ["Marketing"] }], { isNamed: true });
    expect(found.value).toMatchObject({
      organization: {
        users: [
          {
            email: "jane@example.com",
            firstname: "Jane",
            lastname: "Doe",
            country: "US",
            type: "enterpriseID",
            groups: [],
          },
          { groups: ["Marketing"] },
        ],
      },
    });
    expect(found.lists).toMatchObject([{ key: "users", count: 2, complete: "unknown" }]);
    expect(selected(found, "organization", "users", 0, "type")).toBe('"enterpriseID"');
    expect(selected(found, "organization", "users", 1, "groups", 0)).toBe('"Marketing"');
  });

  test("user groups", async () => {
    const found = await read([{ groupId: 39127441, name: "Marketing", type: "USER_GROUP", userCount: 2 }], {
      isNamed: true,
    });
    expect(found.value).toMatchObject({
      organization: { groups: [{ groupName: "Marketing", memberCount: 2 }] },
    });
    expect(selected(found, "organization", "groups", 0, "groupName")).toBe('"Marketing"');
    expect(selected(found, "organization", "groups", 0, "memberCount")).toBe("2");
  });

  test("files that were only found are not taken for one", async () => {
    const users = [{ email: "jane@example.com", userType: "enterpriseID" }];
    expect(await recognise(users)).toMatchObject({ foreign: { isNear: false } });
  });
});

describe("saved errors", () => {
  test.each([
    [
      "of the API, found",
      { result: "error.organization.invalid_id", message: "Bad organization Id" },
      false,
      "error.organization.invalid_id: Bad organization Id",
    ],
    ["without a message", { result: "error.apikey.invalid" }, false, "error.apikey.invalid"],
    ["of an action", { completed: 0, result: "error" }, true, "error"],
    [
      "of the gateway",
      { error_code: "401013", message: "Oauth token is not valid" },
      true,
      "401013: Oauth token is not valid",
    ],
    [
      "of a deprecated API",
      { errorMessage: "GROUP_NOT_FOUND", errorCode: "GROUP_NOT_FOUND" },
      true,
      "GROUP_NOT_FOUND: GROUP_NOT_FOUND",
    ],
    [
      "with a password",
      { result: "error.api.x", message: "see https://jane:pw@example.com/" },
      false,
      "error.api.x: see https://***@example.com/",
    ],
  ])("%s", async (_name, data, isNamed, detail) => {
    const recognised = await recognise(data, { isNamed });
    expect(recognised).toMatchObject({ unreadable: { reason: "saved-error", detail } });
    if (!("unreadable" in recognised) || !recognised.source) throw new Error("no source");
    const at = recognised.source.raw.slice(recognised.unreadable.offset);
    expect(at.startsWith(JSON.stringify(detail.split(":")[0]))).toBe(true);
  });

  test("a long message is cut", async () => {
    const recognised = await recognise({ result: "error.x", message: "y".repeat(1000) });
    if (!("unreadable" in recognised)) throw new Error("no error");
    expect(recognised.unreadable.detail).toHaveLength(300);
  });

  test("what was only found is an error of the API or none", async () => {
    for (const data of [{ error_code: "1", message: "x" }, { result: "error" }, { result: "errors.x" }]) {
      expect(await recognise(data)).toMatchObject({ foreign: { isNear: false } });
    }
  });
});

describe("not ours", () => {
  test.each([
    ["users without lastPage", { users: [{ name: "x" }] }],
    ["another program's users without lastPage", { users: [{ ...JANE, type: "guest" }] }],
    ["another program's pages", { lastPage: true, users: [{ id: 1 }] }],
    ["the number of the last page", { lastPage: 3, users: [{ ...JANE, type: "guest" }] }],
    ["another program's answer", { result: "success", user: { email: "x@example.com", type: "guest" } }],
  ])("%s", async (_name, data) => {
    expect(await recognise(data)).toMatchObject({ foreign: { isNear: false } });
  });

  test.each([
    ["a page behind the last", { lastPage: true, result: "Not found" }, false],
    ["users without lastPage, named", { users: [JANE] }, true],
    ["a list of pages, named", [page({ users: [JANE] })], true],
    ["a deprecated listing without names, named", { id: "x", licenseConfigurations: [] }, true],
  ])("nearly: %s", async (_name, data, isNamed) => {
    expect(await recognise(data, { isNamed })).toMatchObject({ foreign: { isNear: true } });
  });
});

test("users without lastPage are told where they are found, those of other programs are not", async () => {
  const { skipped } = await lintFiles(
    {
      "ours.json": JSON.stringify({ users: [{ email: "jane@acme.example", type: "federatedID" }] }),
      "other.json": JSON.stringify({ users: [{ email: "jane@acme.example", type: "guest" }] }),
    },
    { paths: ["."] },
  );
  expect(skipped.filter(({ isTold }) => isTold)).toEqual([
    {
      path: "ours.json",
      isTold: true,
      why: "users or groups without lastPage, which every page of the User Management API has",
    },
  ]);
});
