import { describe, expect, test } from "vitest";
import { lint } from "../support/lint.js";

/** Areas 4 and 5 over whole instances: one cause behind many findings, and evidence that falls short. */

interface Sketch {
  readonly masks?: readonly (string | undefined)[];
  readonly groups?: readonly string[];
  readonly operators?: readonly object[];
  readonly users?: readonly object[];
  readonly profiles?: readonly string[];
  readonly directOnly?: boolean;
  readonly complete?: object;
}

const MASK = "Campaign - acme - (.*)";
const P = (name: string) => `Campaign - acme - ${name}`;
const ACCOUNTS = ["Adobe_Experience_Cloud", "Adobe_Marketing_Cloud"];

const ims = (name: string, groups?: readonly string[]) => ({
  name,
  email: `${name}@acme.example`,
  authenticationType: "ims",
  ...(groups ? { groups } : {}),
});
const user = (name: string, groups?: readonly string[], more: object = {}) => ({
  email: `${name}@acme.example`,
  ...(groups ? { groups } : {}),
  ...more,
});

function look({ masks = [MASK], groups, operators, users, profiles, directOnly, complete }: Sketch) {
  return lint(
    JSON.stringify({
      imsLint: "snapshot/v1",
      instance: { name: "acme_prod" },
      extAccounts: masks.map((imsRightsMask, index) => ({
        name: ACCOUNTS[index],
        imsRightsMask,
        tenant: "acme",
      })),
      groups: groups?.map((name) => ({ name })),
      operators,
      organization: {
        directOnly,
        users,
        groups: profiles?.map((groupName) => ({ groupName, type: "PRODUCT_PROFILE" })),
      },
      complete,
    }),
    { path: "prod.json" },
  );
}

type Linted = Awaited<ReturnType<typeof look>>;
const said = (linted: Linted, rule: string) =>
  linted.of(rule).map(({ verdict, subject }) => `${verdict} ${subject.kind} ${subject.name}`);

describe("one renamed group with 500 members", () => {
  const people = Array.from({ length: 500 }, (_, index) => `p${index}`);
  const linted = look({
    groups: ["delivery_eu", "report"],
    operators: [...people.map((name) => ims(name, ["delivery_eu"])), ims("rita", ["report"])],
    users: [...people.map((name) => user(name, [P("delivery")])), user("rita", [P("report")])],
    profiles: [P("delivery"), P("report")],
  });
  const areas = async () =>
    (await linted).report.results.filter(
      ({ rule, verdict }) => /^[45]\./.test(rule.control) && verdict === "fail",
    );

  test("is one finding, and 1,501 that follow from it", async () => {
    const roots = (await areas()).filter(({ causedBy }) => causedBy === null);
    expect(roots.map(({ rule, subject }) => [rule.id, subject.name])).toEqual([
      ["profile-has-group", P("delivery")],
    ]);
    const consequences = (await areas()).filter(({ causedBy }) => causedBy !== null);
    const count = (id: string) => consequences.filter(({ rule }) => rule.id === id).length;
    expect(consequences).toHaveLength(1501);
    expect(count("group-has-profile")).toBe(1);
    expect(count("operator-linked")).toBe(500);
    expect(count("user-linked")).toBe(500);
    expect(count("membership-drift")).toBe(500);
    for (const { causedBy } of consequences) {
      expect(causedBy).toEqual({
        rule: "profile-has-group",
        instance: "acme_prod",
        subject: { kind: "profile", name: P("delivery") },
      });
    }
  });

  test("those who are not concerned pass", async () => {
    for (const rule of ["operator-linked", "membership-drift"]) {
      expect((await linted).of(rule, "pass").map(({ subject }) => subject.name)).toEqual(["rita"]);
    }
  });
});

describe("a mask that matches nothing", () => {
  test("stands behind every operator and group", async () => {
    const linted = await look({
      masks: ["Campaign - tenant_id - (.*)"],
      groups: ["sales"],
      operators: [ims("jane", []), ims("john", ["sales"])],
      users: [user("jane", [P("sales")]), user("john", [P("sales")])],
      profiles: [P("sales")],
    });
    const cause = (rule: string) => linted.of(rule, "fail").map(({ causedBy }) => causedBy?.rule);
    expect(cause("mask-placeholder")).toEqual([undefined]);
    expect(cause("mask-matches")).toEqual(["mask-placeholder"]);
    expect(cause("mask-tenant")).toEqual(["mask-placeholder"]);
    expect(cause("operator-linked")).toEqual(["mask-matches", "mask-matches"]);
    expect(cause("group-has-profile")).toEqual(["mask-matches"]);
    expect(cause("membership-drift")).toEqual(["operator-linked"]);
  });

  test.each([
    ["Campaign - acme - (.&#42;)", "mask-html-entity"],
    ["Campaign \u2013 acme - (.*)", "mask-whitespace"],
    ["CampaignV6 - acme - (.*)", undefined],
  ])("%s: because of %s", async (mask, rule) => {
    const linted = await look({ masks: [mask], profiles: [P("sales")] });
    expect(linted.of("mask-matches", "fail").map(({ causedBy }) => causedBy?.rule)).toEqual([rule]);
  });

  test("in letter case alone leaves it open", async () => {
    const linted = await look({
      masks: ["campaign - acme - (.*)"],
      groups: ["sales"],
      operators: [ims("jane", ["sales"])],
      users: [user("jane", [P("sales")])],
      profiles: [P("sales")],
      directOnly: false,
    });
    expect(said(linted, "mask-matches")).toEqual(["review extAccount Adobe_Experience_Cloud"]);
    expect(said(linted, "profile-near-miss")).toEqual([`fail profile ${P("sales")}`]);
    expect(said(linted, "operator-linked")).toEqual(["unknown operator jane"]);
    expect(said(linted, "membership-drift")).toEqual(["unknown operator jane"]);
  });
});

describe("several IMS accounts", () => {
  const instance = {
    groups: ["sales"],
    operators: [ims("jane", ["sales"])],
    users: [user("jane", [P("sales")], { status: "active" })],
    profiles: [P("sales")],
  };

  test("with one mask are linked once", async () => {
    const linted = await look({ ...instance, masks: [MASK, MASK] });
    expect(said(linted, "mask-matches")).toHaveLength(2);
    expect(said(linted, "profile-has-group")).toEqual([`pass profile ${P("sales")}`]);
    expect(said(linted, "operator-linked")).toEqual(["pass operator jane"]);
  });

  test.each([
    ["two masks", [MASK, "Campaign - (.*)"]],
    ["a mask and none", [MASK, undefined]],
    ["a mask and an empty one", [MASK, ""]],
  ])("%s: what needs the mask is unknown because of account-unique", async (_, masks) => {
    const linted = await look({ ...instance, masks });
    for (const rule of [
      "profile-has-group",
      "group-has-profile",
      "operator-linked",
      "user-linked",
      "membership-drift",
    ]) {
      expect(linted.of(rule).map(({ verdict, because }) => [verdict, because?.rule])).toEqual([
        ["unknown", "account-unique"],
      ]);
    }
    expect(said(linted, "operator-known-user")).toEqual(["pass operator jane"]);
    expect(said(linted, "user-active")).toEqual(["pass operator jane"]);
  });
});

describe("without a usable mask", () => {
  test.each([
    [[], "account-present"],
    [[undefined], "mask-present"],
    [[""], "mask-present"],
    [["(*)"], "mask-syntax"],
    [["(?=x)(.*)"], "mask-syntax"],
    [["(.*) - (.*)"], "mask-capture"],
    [["Campaign - .*"], "mask-capture"],
  ] as const)("%s: unknown because of %s", async (masks, rule) => {
    const linted = await look({
      masks,
      groups: ["sales"],
      operators: [ims("jane", [])],
      users: [user("jane", [], { status: "locked" })],
      profiles: [P("sales")],
    });
    for (const id of [
      "profile-has-group",
      "profiles-share-group",
      "operator-linked",
      "user-linked",
      "admin-profile",
    ]) {
      expect(linted.of(id).map(({ verdict, because }) => [verdict, because?.rule])).toEqual([
        ["unknown", rule],
      ]);
    }
    expect(said(linted, "user-active")).toEqual(["fail operator jane"]);
  });

  test("one that costs too much against so many names is not evaluated, in any rule", async () => {
    const linted = await look({
      masks: ["(?:.?){1000}(.*)"],
      groups: ["sales"],
      profiles: Array.from({ length: 2000 }, (_, index) => P(`a long name of a profile, ${index}`)),
    });
    expect(said(linted, "mask-syntax")).toEqual(["unknown extAccount Adobe_Experience_Cloud"]);
    expect(linted.of("mask-syntax")[0]?.message).toContain("takes too long");
    for (const id of ["mask-scope", "mask-matches", "profile-has-group"]) {
      expect(linted.of(id).map(({ because }) => because?.rule)).toEqual(["mask-syntax"]);
    }
  });
});

describe("evidence that falls short", () => {
  test("one unknown where a column is missing as a whole, whatever the number of operators", async () => {
    const linted = await look({
      groups: ["sales"],
      operators: [ims("jane"), ims("john")],
      users: [user("jane"), user("john")],
      profiles: [P("sales")],
    });
    expect(linted.of("operator-linked").map(({ subject, missing }) => [subject.kind, missing])).toEqual([
      ["instance", ["userProfiles"]],
    ]);
    expect(linted.of("user-linked").map(({ subject, missing }) => [subject.kind, missing])).toEqual([
      ["instance", ["userProfiles"]],
    ]);
    expect(linted.of("user-active").map(({ subject, missing }) => [subject.kind, missing])).toEqual([
      ["instance", ["userStatus"]],
    ]);
    expect(linted.of("membership-drift").map(({ subject, missing }) => [subject.kind, missing])).toEqual([
      ["instance", ["operatorGroups"]],
    ]);
  });

  test("no group in the export proves nothing but the lack of any profile", async () => {
    const linted = await look({
      operators: [ims("jane"), ims("john")],
      users: [user("jane", [P("sales")]), user("john", [])],
      profiles: [P("sales")],
    });
    expect(said(linted, "operator-linked")).toEqual(
      expect.arrayContaining(["unknown instance acme_prod", "fail operator john"]),
    );
    expect(linted.of("profile-has-group").map(({ verdict, missing }) => [verdict, missing])).toEqual([
      ["unknown", ["groups"]],
    ]);
  });

  test("an operator's own group exists, whether it is in the list or not", async () => {
    const linted = await look({
      operators: [ims("jane", ["sales"]), ims("john", ["report"])],
      users: [user("jane", [P("sales")]), user("john", [P("sales")])],
      profiles: [P("sales")],
    });
    expect(said(linted, "membership-drift")).toEqual(
      expect.arrayContaining(["pass operator jane", "unknown operator john"]),
    );
  });

  test("a listing of direct holdings proves what is there, not what lacks", async () => {
    const linted = await look({
      groups: ["sales", "report"],
      operators: [ims("jane", ["sales"]), ims("john", ["sales"]), ims("rita", ["sales"])],
      users: [user("jane", [P("sales")]), user("john", []), user("rita", [P("report"), P("sales")])],
      profiles: [P("sales"), P("report")],
      directOnly: true,
    });
    expect(said(linted, "operator-linked").sort()).toEqual([
      "pass operator jane",
      "pass operator rita",
      "unknown operator john",
    ]);
    expect(said(linted, "membership-drift").sort()).toEqual([
      "fail operator rita",
      // The groups that jane's profiles give she has; others may be lacking.
      expect.stringMatching(/^unknown instance/),
      "unknown operator john",
    ]);
  });

  test("whether a built-in group has members must be known of every operator", async () => {
    const group = async (operators: readonly object[] | undefined, complete?: object) =>
      said(
        await look({
          groups: ["support"],
          profiles: [P("x")],
          ...(operators ? { operators } : {}),
          ...(complete ? { complete } : {}),
        }),
        "group-has-profile",
      );
    expect(await group([ims("jane", [])])).toEqual(["notApplicable group support"]);
    expect(await group([ims("jane", []), ims("john")])).toEqual(["unknown group support"]);
    expect(await group([ims("jane", [])], { operators: "unknown" })).toEqual(["unknown group support"]);
    expect(await group(undefined)).toEqual(["unknown group support"]);
    expect(await group([ims("jane", ["support"])])).toEqual(["fail group support"]);
  });
});

describe("who is a subject", () => {
  test("native operators are none, technical accounts are notApplicable", async () => {
    const linted = await look({
      groups: ["sales"],
      operators: [
        { name: "admin", authenticationType: "", groups: ["admin"] },
        { name: "old", email: "old@acme.example" },
        { name: "3f2a@techacct.adobe.com", authenticationType: "ims", groups: [] },
        ims("jane", ["sales"]),
      ],
      users: [user("jane", [P("sales")], { status: "active" })],
      profiles: [P("sales")],
    });
    for (const rule of ["operator-known-user", "operator-linked", "user-active", "membership-drift"]) {
      expect(said(linted, rule).sort()).toEqual([
        "notApplicable operator 3f2a@techacct.adobe.com",
        "pass operator jane",
      ]);
    }
  });

  test("where no operator says how it logs in, there is one unknown", async () => {
    const linted = await look({
      groups: ["sales"],
      operators: [{ name: "jane" }, { name: "john" }],
      users: [],
      profiles: [P("sales")],
    });
    for (const rule of ["operator-known-user", "operator-linked", "user-active", "membership-drift"]) {
      expect(
        linted.of(rule).map(({ verdict, subject, missing }) => [verdict, subject.kind, missing]),
      ).toEqual([["unknown", "instance", ["operatorLogin"]]]);
    }
  });

  test("where nobody logs in with an Adobe ID, there is one notApplicable", async () => {
    const linted = await look({ operators: [{ name: "jane", authenticationType: "0" }], users: [] });
    expect(said(linted, "operator-known-user")).toEqual(["notApplicable instance acme_prod"]);
  });

  test("an empty organization stands behind every operator whom it does not know", async () => {
    const linted = await look({ operators: [ims("jane")], users: [] });
    expect(linted.of("operator-known-user").map(({ causedBy }) => causedBy?.rule)).toEqual([
      "users-in-organization",
    ]);
    expect(linted.of("user-active").map(({ verdict, because }) => [verdict, because])).toEqual([
      [
        "unknown",
        { rule: "operator-known-user", instance: "acme_prod", subject: { kind: "operator", name: "jane" } },
      ],
    ]);
  });
});

describe("several users of one e-mail", () => {
  const two = (a: object, b: object) =>
    look({
      groups: ["sales"],
      operators: [ims("jane", ["sales"])],
      users: [
        user("jane", undefined, { type: "federatedID", ...a }),
        user("JANE", undefined, { type: "adobeID", ...b }),
      ],
      profiles: [P("sales"), P("lost")],
      directOnly: false,
    });

  test("who agree are judged as one", async () => {
    const linted = await two(
      { groups: [P("sales")], status: "active" },
      { groups: [P("sales")], status: "Active" },
    );
    for (const rule of ["operator-known-user", "operator-linked", "user-active", "membership-drift"]) {
      expect(said(linted, rule)).toEqual(["pass operator jane"]);
    }
  });

  test("who differ are unknown", async () => {
    const linted = await two({ groups: [P("sales")], status: "active" }, { groups: [], status: "removed" });
    expect(said(linted, "operator-known-user")).toEqual(["pass operator jane"]);
    for (const rule of ["operator-linked", "user-active", "membership-drift"]) {
      expect(said(linted, rule)).toEqual(["unknown operator jane"]);
      expect(linted.of(rule)[0]?.message).toContain("2 users");
    }
  });
});

describe("what an operator holds", () => {
  const one = (held: readonly string[], inCampaign: readonly string[], profiles = held) =>
    look({
      groups: ["sales", "report"],
      operators: [ims("jane", inCampaign)],
      users: [user("jane", held)],
      profiles: [...profiles, P("report")],
      directOnly: false,
    });
  const drift = async (held: readonly string[], inCampaign: readonly string[]) => {
    const [result] = (await one(held, inCampaign)).of("membership-drift");
    return [result?.verdict, result?.causedBy?.rule];
  };

  test("real-time messaging counts as linked, and gives no group", async () => {
    const linted = await one([P("messagecenter")], []);
    expect(said(linted, "operator-linked")).toEqual(["pass operator jane"]);
    expect(said(linted, "membership-drift")).toEqual(["pass operator jane"]);
    expect(said(linted, "user-linked")).toEqual(["pass user jane@acme.example"]);
  });

  test("both sides of a drift are shown", async () => {
    const [result] = (await one([P("sales")], ["report"])).of("membership-drift", "fail");
    expect(result?.message).toContain("in Campaign: report; from profiles: sales");
    expect(result?.observed).toBe("report");
    expect(result?.expected).toBe("sales");
  });

  test("a drift has its cause", async () => {
    expect(await drift([P("sales")], ["sales", "report"])).toEqual(["fail", undefined]);
    expect(await drift([P("sales"), P("lost")], ["sales", "renamed"])).toEqual(["fail", "profile-has-group"]);
    expect(await drift([P("sales"), P("lost")], ["sales", "a", "b"])).toEqual(["fail", undefined]);
    expect(await drift([], ["sales"])).toEqual(["fail", "operator-linked"]);
    expect(await drift([], [])).toEqual(["pass", undefined]);
    expect(await drift([P("Sales")], ["sales"])).toEqual(["unknown", undefined]);
  });

  test("a dash in the profile's name is its own cause", async () => {
    const linted = await one(["Campaign - acme \u2013 sales"], [], ["Campaign - acme \u2013 sales"]);
    expect(linted.of("operator-linked", "fail").map(({ causedBy }) => causedBy?.rule)).toEqual([
      "profile-near-miss",
    ]);
    expect(linted.of("group-has-profile", "fail").map(({ causedBy }) => causedBy?.rule)).toEqual([
      "profile-near-miss",
    ]);
  });
});

test("the members of a profile that opens Control Panel are told, five by name", async () => {
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  const linted = await look({ users: names.map((name) => user(name, [P("Admin")])), profiles: [P("Admin")] });
  expect(linted.of("admin-profile", "review")[0]?.message).toContain(
    '7 users ("a@acme.example", "b@acme.example", "c@acme.example", "d@acme.example", "e@acme.example", …)',
  );
  const direct = await look({ users: [user("a", [])], profiles: [P("Admin")], directOnly: true });
  expect(direct.of("admin-profile", "review")[0]?.message).toContain("at least 0 users");
});

test("a group that is like the captured name is told at its place", async () => {
  const linted = await look({ groups: ["Sales EU"], profiles: [P("sales-eu"), P("SalesEU")] });
  const [first, second] = linted.of("profile-has-group", "fail");
  expect([first, second].map((result) => result?.relatedLocations.length).sort()).toEqual([0, 1]);
  const alike = [first, second].find((result) => result?.relatedLocations.length === 1);
  expect(alike?.message).toContain('"Sales EU", which differs only in white space');
});
