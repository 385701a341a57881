import { describe, expect, test } from "vitest";
import { type Linkage, link, matchesNothing } from "../../src/model/linkage.js";
import { readMask } from "../../src/model/mask.js";
import { OriginTable } from "../../src/model/origins.js";
import { imsOperatorsOf, isTechnicalAccount, loginOf, usersOf } from "../../src/model/people.js";
import { profileNames } from "../../src/model/profile-names.js";
import { re2 } from "../../src/model/regex.js";
import type { Operator, OrganizationGroup, User } from "../../src/model/snapshot.schema.js";
import type { Completeness, Instance, Organization } from "../../src/model/workspace.js";

const MASK = "Campaign - acme - (.*)";

interface Sketch {
  readonly mask?: string;
  readonly groups?: readonly string[];
  readonly groupsComplete?: Completeness;
  readonly users?: readonly Partial<User>[];
  readonly listed?: readonly Partial<OrganizationGroup>[];
  readonly directOnly?: boolean;
}

function instanceOf({ groups, groupsComplete = "yes", users, listed, directOnly }: Sketch): Instance {
  const organization: Organization = {
    kind: "organization",
    id: undefined,
    name: undefined,
    listsUserGroups: undefined,
    directOnly,
    users: users && { records: users as User[], complete: "yes" },
    groups: listed && { records: listed as OrganizationGroup[], complete: "yes" },
  };
  return {
    kind: "instance",
    name: "acme_prod",
    groups: groups && {
      records: groups.map((name) => ({ name, label: undefined, rights: undefined })),
      complete: groupsComplete,
    },
    organization,
    settings: {},
    origins: new OriginTable([]),
  } as unknown as Instance;
}

function linked(sketch: Sketch): Linkage {
  const mask = readMask(sketch.mask ?? MASK, re2);
  if (mask.state !== "usable") throw new Error(mask.state);
  return link(instanceOf(sketch), mask);
}

const profile = (groupName: string) => ({ groupName, type: "PRODUCT_PROFILE" });

describe("profiles", () => {
  test("lead to the group of exactly the captured name", () => {
    const { matched, profiles } = linked({
      groups: ["delivery"],
      listed: ["delivery", "Delivery", "report", "messagecenter"]
        .map((name) => profile(`Campaign - acme - ${name}`))
        .concat(profile("Analytics")),
    });
    expect(matched.map(({ captured, leads }) => [captured, leads])).toEqual([
      ["delivery", "to-group"],
      ["Delivery", "nowhere"],
      ["report", "nowhere"],
      ["messagecenter", "to-messagecenter"],
    ]);
    expect(matched.map(({ similarGroup }) => similarGroup?.name)).toEqual([
      undefined,
      "delivery",
      undefined,
      undefined,
    ]);
    expect(profiles).toHaveLength(5);
  });

  test("lead nowhere only where all groups are known", () => {
    for (const groupsComplete of ["no", "unknown"] as const) {
      const { matched } = linked({ groups: [], groupsComplete, listed: [profile("Campaign - acme - a")] });
      expect(matched[0]?.leads).toBe("unknown");
    }
    expect(linked({ listed: [profile("Campaign - acme - a")] }).matched[0]?.leads).toBe("unknown");
  });

  test("may lead to a group if Campaign ignores case and white space, but not dashes", () => {
    const { profiles } = linked({
      groups: ["sales-eu", "Message Center"],
      listed: [
        "Campaign - acme - Sales-EU",
        "Campaign - acme - sales\u2013eu",
        "campaign - acme - sales-eu",
        "Campaign \u2013 acme - sales-eu",
        "Campaign - acme - MessageCenter",
        "campaign - acme - nothing",
      ].map(profile),
    });
    expect(profiles.map(({ mayLead }) => mayLead)).toEqual([true, false, true, false, true, false]);
    expect(profiles.map(({ misses }) => misses?.[0])).toEqual([
      undefined,
      undefined,
      "letter case",
      "the kind of dash",
      undefined,
      "letter case",
    ]);
  });

  test("that users hold are seen too, user groups and administrative groups are none", () => {
    const seen = profileNames(
      instanceOf({
        listed: [
          profile("P1"),
          { groupName: "Team", type: "USER_GROUP" },
          { groupName: "untyped" },
          { groupName: "_admin_untyped" },
          { groupName: "_real", type: "product_profile" },
        ],
        users: [
          { email: "a", groups: ["P1", "P2", "Team", "_org_admin", "_product_admin_Campaign", "_odd"] },
          { email: "b" },
        ],
      }),
    );
    expect([...(seen?.names.keys() ?? [])]).toEqual(["P1", "untyped", "_real", "P2", "_odd"]);
    expect(seen?.complete).toBe("yes");
  });

  test("nothing tells of them where neither list nor users do", () => {
    expect(profileNames(instanceOf({ users: [{ email: "a" }] }))).toBeUndefined();
    expect(profileNames(instanceOf({ users: [{ email: "a", groups: [] }] }))).toMatchObject({
      complete: "unknown",
    });
  });

  test("a mask matches nothing only where all profiles are known and none is perhaps the same", () => {
    expect(matchesNothing(linked({ listed: [profile("Analytics")] }))).toBe(true);
    expect(matchesNothing(linked({ listed: [profile("Campaign \u2013 acme \u2013 a")] }))).toBe(true);
    expect(matchesNothing(linked({ listed: [profile("campaign - acme - a")] }))).toBe(false);
    expect(matchesNothing(linked({ users: [{ email: "a", groups: ["Analytics"] }] }))).toBe(false);
  });
});

describe("what a user holds", () => {
  function reachOf(groups: string[] | undefined, more: Sketch = {}) {
    const sketch: Sketch = { groups: ["delivery"], listed: LISTED, ...more };
    const user = { email: "jane@acme.example", groups } as User;
    return linked({ ...sketch, users: [user] }).holdings(user).reach;
  }
  const LISTED = [
    profile("Campaign - acme - delivery"),
    profile("Campaign - acme - lost"),
    profile("Analytics"),
    { groupName: "Team", type: "USER_GROUP" },
    { groupName: "untyped" },
    { groupName: "other product", productName: "Adobe Target" },
    { groupName: "Admins", type: "SYSADMIN_GROUP" },
  ];

  test.each([
    ["a profile that leads to a group", ["Campaign - acme - delivery", "Team"], "group"],
    ["one that leads nowhere", ["Campaign - acme - lost"], "nothing"],
    [
      "profiles of other products and administrative groups",
      ["Analytics", "other product", "Admins", "_org_admin"],
      "nothing",
    ],
    ["none", [], "nothing"],
    ["a user group", ["Team"], "more-unknown"],
    ["a name without a type, which may be a user group", ["untyped"], "more-unknown"],
    ["a name that is in no list", ["Something"], "more-unknown"],
    ["no word", undefined, "profiles-unknown"],
  ])("%s", (_, groups, expected) => expect(reachOf(groups)).toBe(expected));

  test("a listing of direct holdings proves no lack", () => {
    expect(reachOf([], { directOnly: true })).toBe("more-unknown");
    expect(reachOf(["Campaign - acme - delivery"], { directOnly: true })).toBe("group");
  });

  test("a listing of all holdings does, whatever user groups there are", () => {
    expect(reachOf(["Team", "Something"], { directOnly: false })).toBe("nothing");
  });

  test("a name that could not be read may be a profile", () => {
    const unreadable = [undefined] as unknown as string[];
    expect(reachOf(unreadable, { directOnly: false })).toBe("more-unknown");
  });

  test("a group that may not be in the list, or only differs in letter case", () => {
    expect(reachOf(["Campaign - acme - lost"], { groupsComplete: "unknown" })).toBe("groups-unknown");
    expect(reachOf(["Campaign - acme - Delivery"])).toBe("likeness-unknown");
    expect(reachOf(["campaign - acme - delivery"], { directOnly: false })).toBe("likeness-unknown");
    expect(reachOf(["Campaign - acme \u2013 delivery"], { directOnly: false })).toBe("nothing");
  });
});

describe("who is who", () => {
  const users: readonly Partial<User>[] = [
    { email: "jane@acme.example", username: "jane@acme.example", type: "federatedID" },
    { email: "Jane@Acme.example ", type: "adobeID" },
    { email: "john.doe@acme.example", username: "jdoe", domain: "acme.example" },
    { username: "mary@acme.example" },
    { email: "", username: "" },
  ];
  const find = usersOf(instanceOf({ users }));
  const found = (operator: Partial<Operator>) =>
    find(operator as Operator).map((user) => users.indexOf(user));

  test.each([
    ["by e-mail, in any case, and all of them", { name: "x", email: " JANE@acme.example" }, [0, 1]],
    ["by e-mail before login", { name: "jdoe", email: "jane@acme.example" }, [0, 1]],
    ["by a login that is an e-mail", { name: "jane@acme.example" }, [0, 1]],
    ["by a login that is a user name", { name: "JDoe", email: "" }, [2]],
    ["by user name and domain", { name: "x", email: "jdoe@acme.example" }, [2]],
    ["by an e-mail that stands as user name", { name: "x", email: "mary@acme.example" }, [3]],
    ["empty values find nobody", { name: "", email: "" }, []],
    ["nobody", { name: "x", email: "x@acme.example" }, []],
  ])("%s", (_, operator, expected) => expect(found(operator)).toEqual(expected));

  test("technical accounts are known by login or e-mail", () => {
    expect(isTechnicalAccount({ name: "3f2a@TechAcct.adobe.com" } as Operator)).toBe(true);
    expect(isTechnicalAccount({ name: "x", email: "3f2a@techacct.adobe.com " } as Operator)).toBe(true);
    expect(isTechnicalAccount({ name: "x@techacct.adobe.com.example", email: "" } as Operator)).toBe(false);
  });

  test("everything but ims is native where any operator says how it logs in", () => {
    const list = (...types: (string | undefined)[]) => ({
      records: types.map(
        (authenticationType, index) => ({ name: `o${index}`, authenticationType }) as Operator,
      ),
      complete: "yes" as const,
    });
    const operators = list("ims", "", undefined, "0", "IMS");
    expect(operators.records.map(loginOf(operators))).toEqual(["ims", "native", "native", "native", "ims"]);
    const silent = list(undefined);
    expect(silent.records.map(loginOf(silent))).toEqual([undefined]);
    expect(imsOperatorsOf(instanceOf({}), silent)).toBeUndefined();
    expect(imsOperatorsOf(instanceOf({}), list())).toEqual({ people: [], technical: [] });
  });
});
