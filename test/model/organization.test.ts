import { describe, expect, test } from "vitest";
import { type Files, gatherFiles, onlyInstance } from "../support/gather.js";
import { lint } from "../support/lint.js";

/** What the exports of an organization say together, and what its users' profiles then prove. */

const page = (...users: object[]) => JSON.stringify({ lastPage: true, result: "success", users });
const user = (fields: object) => ({ email: "ana@acme.example", type: "federatedID", ...fields });
const table = (header: string, cells: string, name = "Ana") =>
  `Identity Type,Username,Domain,Email,First Name,Last Name,Country Code,ID,${header}\nFederated ID,ana@acme.example,acme.example,ana@acme.example,${name},,US,,${cells}\n`;
const USER_GROUPS = "User Group Name,Description,User Group Admins,Assigned Product Profiles\nteam,,,a\n";
const hand = (organization: string) =>
  `imsLint: snapshot/v1\ninstance: { name: repo }\norganization: { ${organization} }\n`;

describe("whether users' profiles leave out what is held through user groups", () => {
  const PAGE = { "users.json": page(user({ groups: ["a"] })) };
  const TABLE = { "users.csv": table("Product Configurations", "a") };

  test.each<[string, Files, boolean | undefined, boolean | undefined]>([
    ["no listing says it", PAGE, undefined, undefined],
    ["the config says so of a listing", PAGE, true, true],
    ["the config denies it of a listing", PAGE, false, false],
    ["no table says it", TABLE, undefined, undefined],
    ["nobody can deny it of a table", TABLE, false, undefined],
    ["nor say so", TABLE, true, undefined],
    ["of a table beside a listing neither", { ...TABLE, ...PAGE }, false, undefined],
    ["a table of user groups is none of users", { ...PAGE, "user-groups.csv": USER_GROUPS }, false, false],
    ["a snapshot says so", { "x.yaml": hand("directOnly: true") }, undefined, true],
    ["a snapshot denies it", { "x.yaml": hand("directOnly: false") }, undefined, false],
    ["the config counts before a snapshot", { "x.yaml": hand("directOnly: true") }, false, false],
    ["what cannot be read denies nothing", { "x.yaml": hand("directOnly: maybe") }, undefined, true],
    [
      "what is contradicted denies nothing",
      { "x.yaml": hand("directOnly: false"), "y.yaml": hand("directOnly: true") },
      undefined,
      true,
    ],
    [
      "a contradiction about something else says nothing of it",
      { "x.yaml": hand("id: A, name: Acme"), "y.yaml": hand("id: B, name: Acme") },
      undefined,
      undefined,
    ],
    [
      "what cannot be read of something else, neither",
      { "x.yaml": hand("name: { a: b }") },
      undefined,
      undefined,
    ],
  ])("%s", async (_name, files, stated, expected) => {
    const config = stated === undefined ? undefined : `instances: { repo: { directOnly: ${stated} } }`;
    expect((await onlyInstance(files, config)).organization?.directOnly).toBe(expected);
  });
});

describe("whether the user groups of users are listed", () => {
  test.each<[string, Files, boolean | undefined]>([
    [
      "a table with a column for them",
      { "users.csv": table("Product Configurations,User Groups", "a,b") },
      true,
    ],
    ["a table without one", { "users.csv": table("Product Configurations", "a") }, false],
    ["a listing", { "users.json": page(user({})) }, undefined],
    ["a snapshot", { "x.yaml": hand("listsUserGroups: false") }, false],
  ])("%s", async (_name, files, expected) => {
    expect((await onlyInstance(files)).organization?.listsUserGroups).toBe(expected);
  });
});

describe("who holds no profile that leads to a group has none", () => {
  const site = (organization: string, groups: string) => `
    extAccounts: [ { name: Adobe_Experience_Cloud, active: true, imsRightsMask: "Campaign - acme - (.*)" } ]
    groups: [ { name: delivery } ]
    operators: [ { name: ana, email: ana@acme.example, authenticationType: ims } ]
    organization: { ${organization} users: [ { email: ana@acme.example, groups: [ ${groups} ] } ], groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }, { groupName: other, type: PRODUCT_PROFILE } ] }
  `;

  test.each([
    ["", "", "fail"],
    ["", "other", "fail"],
    ["", "a name that may be a user group", "unknown"],
    ["listsUserGroups: true,", "other", "fail"],
    ["listsUserGroups: false,", "", "unknown"],
    ["listsUserGroups: false,", "other", "unknown"],
    ["directOnly: true,", "", "unknown"],
    ["directOnly: true, listsUserGroups: false,", "", "unknown"],
    ["directOnly: false,", "", "fail"],
    ["directOnly: false,", "a name that may be a user group", "fail"],
    ["directOnly: false, listsUserGroups: false,", "", "fail"],
    ["directOnly: maybe,", "", "unknown"],
    ["listsUserGroups: false,", '"Campaign - acme - delivery"', "pass"],
    ["directOnly: true,", '"Campaign - acme - delivery"', "pass"],
  ])("where it says {%s} and lists [%s]: %s", async (organization, groups, verdict) => {
    const { of } = await lint(site(organization, groups));
    expect(of("operator-linked").map((result) => result.verdict)).toEqual([verdict]);
  });
});

describe("a user whom both the table and the listing tell of", () => {
  async function joined(files: Files) {
    const workspace = await gatherFiles(files);
    const problems = workspace.files.flatMap(({ documents }) =>
      documents.flatMap((document) => document.problems),
    );
    return {
      users: workspace.instances[0]?.organization?.users?.records,
      differing: problems.flatMap((problem) => (problem.kind === "record-twice" ? problem.fields : [])),
    };
  }
  /** The order of the names decides which is read first. */
  const bothWays = (csv: string, json: string): [string, Files][] => [
    ["table first", { "1.csv": csv, "2.json": json }],
    ["listing first", { "1.json": json, "2.csv": csv }],
  ];

  test.each(
    bothWays(
      table("Product Configurations", "a"),
      page(user({ groups: ["b"], firstname: "Änn", country: "FR" })),
    ),
  )("holds what either says, %s", async (_name, files) => {
    const { users, differing } = await joined(files);
    expect(differing).toEqual([]);
    expect([...(users?.[0]?.groups ?? [])].sort()).toEqual(["a", "b"]);
  });

  test("has the details of whoever is read first", async () => {
    const [tableFirst, listingFirst] = bothWays(
      table("Product Configurations", "a"),
      page(user({ groups: [], firstname: "Änn", lastname: "Ó", status: "active" })),
    );
    expect((await joined(tableFirst?.[1] ?? {})).users).toMatchObject([
      { firstname: "Ana", lastname: "Ó", status: "active" },
    ]);
    expect((await joined(listingFirst?.[1] ?? {})).users).toMatchObject([
      { firstname: "Änn", country: "US" },
    ]);
  });

  test.each(
    bothWays(
      table("Product Configurations,User Groups", "a,team"),
      page(user({ groups: ["a", "team", "_org_admin"] })),
    ),
  )("is told alike where the table has a column for user groups, %s", async (_name, files) => {
    expect((await joined(files)).differing).toEqual([]);
  });

  test.each(bothWays(table("Product Configurations,User Groups", "a,"), page(user({ groups: ["a", "b"] }))))(
    "is told of differently where the listing has what the table has a column for, %s",
    async (_name, files) => {
      const { users, differing } = await joined(files);
      expect(differing).toEqual(["groups"]);
      expect(users?.[0]?.groups).toBeUndefined();
    },
  );

  test("is compared in all where both are of one format", async () => {
    const files = {
      "1.csv": table("Product Configurations", "a"),
      "2.csv": table("Product Configurations", "b", "Anna"),
    };
    expect((await joined(files)).differing.sort()).toEqual(["firstname", "groups"]);
  });
});
