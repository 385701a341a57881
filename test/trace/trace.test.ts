import { describe, expect, test } from "vitest";
import { cli } from "../support/cli.js";

/** `ims-lint trace` beyond one person on one sound instance. */

interface Site {
  readonly name?: string;
  readonly operators?: readonly object[];
  readonly users?: readonly object[];
  readonly more?: object;
  readonly account?: object;
}

function site({ name = "acme", operators = [], users = [], more = {}, account = {} }: Site): string {
  return JSON.stringify({
    imsLint: "snapshot/v1",
    instance: { name, url: `https://${name}.example.com` },
    packages: [{ label: "Integration with the Adobe Experience Cloud" }],
    extAccounts: [
      {
        name: "Adobe_Experience_Cloud",
        active: true,
        callbackServer: `https://${name}.example.com`,
        imsRightsMask: `Campaign - ${name} - (.*)`,
        ...account,
      },
    ],
    groups: [{ name: "delivery", rights: [] }],
    operators,
    organization: { directOnly: false, users },
    ...more,
  });
}

const ims = (login: string) => ({ name: login, email: `${login}@acme.example`, authenticationType: "ims" });
const user = (login: string, groups: readonly string[] = [], more: object = {}) => ({
  email: `${login}@acme.example`,
  status: "active",
  groups,
  ...more,
});
const HOLDS = ["Campaign - acme - delivery"];

async function outcomes(files: Readonly<Record<string, string>>, ...argv: string[]) {
  const run = await cli(["trace", "--format", "json", ...argv], { files });
  const { traces, instances } = JSON.parse(run.stdout);
  const found = traces.map(({ instance, person, outcome }: Record<string, string>) => [
    instance,
    person,
    outcome,
  ]);
  return { exit: run.exit, found, traces, instances };
}

describe("who is meant", () => {
  const files = {
    "acme.json": site({
      operators: [{ ...ims("jane"), email: "j.doe@acme.example" }],
      users: [user("j.doe", HOLDS, { username: "jdoe", domain: "corp" }), user("solo", HOLDS)],
    }),
  };

  test.each(["jane", "JANE", "j.doe@acme.example", "jdoe", "jdoe@corp", " j.doe@ACME.example "])(
    "%j is one person, as operator and as user",
    async (who) => {
      const { found, traces, exit } = await outcomes(files, who);
      expect(found).toEqual([["acme", "j.doe@acme.example", "can-log-in"]]);
      expect(traces[0]).toMatchObject({ operator: "jane", users: [{ name: "j.doe@acme.example" }] });
      expect(exit).toBe(0);
    },
  );

  test("a user without an operator is traced, as the first login makes one", async () => {
    expect(await outcomes(files, "solo@acme.example")).toMatchObject({
      found: [["acme", "solo@acme.example", "can-log-in"]],
      exit: 0,
    });
  });

  test("users of one e-mail are one person, and with which of them nobody knows", async () => {
    const twice = {
      "acme.json": site({ users: [user("jane", HOLDS), user("jane", [], { type: "adobeID" })] }),
    };
    const { found, traces } = await outcomes(twice, "jane@acme.example");
    expect(found).toEqual([["acme", "jane@acme.example", "unknown"]]);
    expect(traces[0].users).toHaveLength(2);
  });

  test("a login that is another's e-mail is two people", async () => {
    const both = {
      "acme.json": site({
        operators: [
          ims("jane"),
          { name: "jane@acme.example", email: "other@acme.example", authenticationType: "ims" },
        ],
        users: [user("jane", HOLDS), user("other", HOLDS)],
      }),
    };
    const { found } = await outcomes(both, "jane@acme.example");
    expect(found.map(([, person]: string[]) => person).sort()).toEqual([
      "jane@acme.example",
      "other@acme.example",
    ]);
  });
});

describe("several instances", () => {
  const files = {
    "acme.json": site({ operators: [ims("jane")], users: [user("jane", HOLDS)] }),
    "globex.json": site({ name: "globex", operators: [ims("jane")], users: [user("jane", HOLDS)] }),
    "other.json": site({ name: "other" }),
  };

  test("are traced one by one, also where nobody knows the person", async () => {
    expect(await outcomes(files, "jane")).toMatchObject({
      found: [
        ["acme", "jane@acme.example", "can-log-in"],
        ["globex", "jane@acme.example", "cannot-log-in"],
        ["other", "jane", "cannot-log-in"],
      ],
      exit: 1,
    });
  });

  test("can be one that is named", async () => {
    expect((await outcomes(files, "jane", "--instance", "acme")).exit).toBe(0);
    expect((await outcomes(files, "jane", "--instance", "other")).found).toEqual([
      ["other", "jane", "cannot-log-in"],
    ]);
  });
});

describe("what is in everybody's way", () => {
  const people = { operators: [ims("jane")], users: [user("jane", HOLDS)] };
  const beyond = async (given: Site) => {
    const { traces, found, instances } = await outcomes(
      { "acme.json": site({ ...people, ...given }) },
      "jane",
    );
    return { outcome: found[0]?.[2], trace: traces[0], beyond: instances[0].beyond };
  };

  test("leaves open whose users the exports name, where the IDs of organizations differ", async () => {
    const ids = {
      account: { imsOrgId: "4D5E6F708192A3B49F1C2B3A@AdobeOrg" },
      more: {
        organization: {
          id: "0A1B2C3D4E5F60718293A4B5@AdobeOrg",
          directOnly: false,
          users: [user("jane", HOLDS)],
        },
      },
    };
    expect((await beyond(ids)).outcome).toBe("unknown");
  });

  test("keeps out who holds all that it takes", async () => {
    const { outcome, trace } = await beyond({ account: { active: false } });
    expect(outcome).toBe("cannot-log-in");
    expect(trace.links.every(({ state }: { state: string }) => state !== "broken")).toBe(true);
    expect(trace.mend).toMatchObject({ change: { is: "finding", rule: "account-enabled" }, remaining: 0 });
  });

  test("tells what people see of it", async () => {
    const callback = await beyond({ account: { callbackServer: "http://acme.example.com" } });
    expect(callback.trace.symptom).toContain("sent to adobe.com");
    const mask = await beyond({ account: { imsRightsMask: "" } });
    expect(mask.trace.symptom).toContain("any right matching the expression");
    expect(mask.outcome).toBe("cannot-log-in");
  });

  test("is in the way though somebody has accepted it", async () => {
    const files = {
      "acme.json": site({ ...people, account: { active: false } }),
      "ims-lint.waivers.yaml": "waivers: [ { rule: account-enabled, reason: r } ]\n",
    };
    const { found, instances } = await outcomes(files, "jane");
    expect(found[0]?.[2]).toBe("cannot-log-in");
    expect(instances[0].beyond).toContainEqual(
      expect.objectContaining({ rule: "account-enabled", effect: "blocks", isAccepted: true }),
    );
  });

  test("is in the way though the config does not want to be told of it", async () => {
    const files = {
      "acme.json": site({ ...people, account: { callbackServer: "http://acme.example.com" } }),
      "ims-lint.config.yaml": "rules: { callback-https: off }\n",
    };
    expect(await outcomes(files, "jane")).toMatchObject({
      found: [["acme", "jane@acme.example", "cannot-log-in"]],
    });
  });

  test("blocks nobody where there are several accounts and one of them may count", async () => {
    const accounts = [{ active: false }, { active: true }].map((more, index) => ({
      name: ["Adobe_Experience_Cloud", "Adobe_Marketing_Cloud"][index],
      callbackServer: "https://acme.example.com",
      imsRightsMask: "Campaign - acme - (.*)",
      ...more,
    }));
    const found = await beyond({ more: { extAccounts: accounts } });
    expect(found.outcome).toBe("can-log-in");
    expect(found.beyond).toContainEqual(
      expect.objectContaining({ effect: "threatens", rule: "account-enabled" }),
    );
  });
});

describe("where evidence falls short", () => {
  test.each([
    ["no users", { more: { organization: {} }, operators: [ims("jane")] }, "user", ["users"]],
    [
      "users that may not be all",
      { operators: [ims("jane")], more: { complete: { users: "unknown" } } },
      "user",
      ["users", "completeness"],
    ],
    ["no status", { users: [{ email: "jane@acme.example", groups: HOLDS }] }, "status", ["userStatus"]],
    [
      "no profiles",
      { users: [{ email: "jane@acme.example", status: "active" }] },
      "profile",
      ["userProfiles"],
    ],
    ["no groups", { users: [user("jane", HOLDS)], more: { groups: undefined } }, "group", ["groups"]],
    [
      "no login type",
      { operators: [{ name: "jane", email: "jane@acme.example" }], users: [user("jane", HOLDS)] },
      "operator",
      ["operatorLogin"],
    ],
    [
      "no accounts",
      { users: [user("jane", HOLDS)], more: { extAccounts: undefined } },
      "mask",
      ["extAccounts"],
    ],
  ] as const)(
    "%s: the link is unknown, and says what would settle it",
    async (_what, given, step, settledBy) => {
      const { found, traces, exit } = await outcomes(
        { "acme.json": site(given as Site) },
        "jane@acme.example",
      );
      expect(found[0]?.[2]).toBe("unknown");
      expect(exit).toBe(1);
      expect(traces[0].links).toContainEqual(expect.objectContaining({ step, state: "unknown", settledBy }));
    },
  );
});

describe("everybody", () => {
  const all = (given: Site) => outcomes({ "acme.json": site(given) }, "--all");

  test("is everybody, and who is not meant to get in decides nothing", async () => {
    const { found, traces, exit } = await all({
      operators: [
        ims("jane"),
        { name: "old", email: "old@acme.example", authenticationType: "native" },
        { name: "x@techacct.adobe.com", authenticationType: "ims" },
      ],
      users: [user("jane", HOLDS), user("other", ["Analytics"])],
    });
    expect(found.map(([, person, outcome]: string[]) => [person, outcome])).toEqual([
      ["jane@acme.example", "can-log-in"],
      ["old@acme.example", "cannot-log-in"],
      ["x@techacct.adobe.com", "no-login"],
      ["other@acme.example", "cannot-log-in"],
    ]);
    expect(traces.map(({ isExpected }: { isExpected: boolean }) => isExpected)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(exit).toBe(0);
  });

  test("is not known where no operator says how it logs in, nor where the mask is not known", async () => {
    const bare = await all({
      operators: [{ name: "jane", email: "jane@acme.example" }],
      users: [user("jane", HOLDS)],
    });
    expect([bare.found[0]?.[2], bare.exit]).toEqual(["unknown", 1]);
    const maskless = await all({ users: [user("jane", HOLDS)], account: { imsRightsMask: undefined } });
    expect([maskless.found[0]?.[2], maskless.exit]).toEqual(["unknown", 1]);
  });

  test("is nobody where nothing tells who there is, and that is no success", async () => {
    const files = { "acme.json": site({ more: { operators: undefined, organization: undefined } }) };
    const { instances, exit } = await outcomes(files, "--all");
    expect(instances).toMatchObject([{ instance: "acme", settledBy: ["operators", "users"] }]);
    expect(exit).toBe(1);
    expect((await cli(["trace", "--all"], { files })).stdout).toContain("to know: operators:");
  });
});

describe("the command", () => {
  test("says which input could not be read, and why", async () => {
    const files = {
      "acme.json": site({ users: [user("jane", HOLDS)] }),
      "broken.yaml": "imsLint: snapshot/v1\na: [",
    };
    const run = await cli(["trace", "jane@acme.example", "acme.json", "broken.yaml"], { files });
    expect(run.stderr).toContain("broken.yaml:2:");
    expect(run.exit).toBe(4);
    expect((await cli(["trace", "--all", "jane", "acme.json"], { files })).stderr).toContain("jane:1:1");
  });

  test("ends as others do", async () => {
    const files = { "acme.json": site({ users: [user("jane", HOLDS)] }) };
    const exit = async (...argv: string[]) => (await cli(["trace", ...argv], { files })).exit;
    expect(await exit("jane@acme.example", "acme.json")).toBe(0);
    expect(await exit("jane@acme.example", "nowhere.json")).toBe(4);
    expect(await exit("jane@acme.example", "acme.json", "nowhere.json")).toBe(4);
    expect((await cli(["trace", "jane"], { files: { "package.json": "{}" } })).exit).toBe(3);
    expect(await exit()).toBe(2);
  });

  test("prints nothing that a terminal would act on", async () => {
    const evil = "\u001b[31mjane\u202e";
    const files = {
      "acme.json": site({
        operators: [{ ...ims("x"), email: evil, label: evil }],
        users: [{ email: evil, status: evil, groups: [evil] }],
      }),
    };
    const run = await cli(["trace", "x"], { files });
    expect(run.stdout).not.toMatch(/[\u001b\u202e]/);
    expect((await cli(["trace", "--all"], { files })).stdout).not.toMatch(/[\u001b\u202e]/);
  });

  test("traces everybody of 20,000", async () => {
    const logins = Array.from({ length: 20_000 }, (_, index) => `p${index}`);
    const files = {
      "acme.json": site({ operators: logins.map(ims), users: logins.map((login) => user(login, HOLDS)) }),
    };
    const run = await cli(["trace", "--all"], { files });
    expect(run.stdout).toContain("acme: 20,000 can log in · 0 cannot · 0 not known");
    expect(run.exit).toBe(0);
  });
});

describe("what is not proven is not said", () => {
  const outcomeOf = async (given: Site, who = "jane@acme.example") => {
    const { found, traces, instances } = await outcomes({ "acme.json": site(given) }, who);
    return { outcome: found[0]?.[2], trace: traces[0], instances };
  };

  test.each([
    ["white space", { imsOrgId: " 4D5E6F708192A3B49F1C2B3A@AdobeOrg" }, "can-log-in"],
    ["letter case", { imsOrgId: "4D5E6F708192A3B49F1C2B3A@adobeorg" }, "can-log-in"],
    ["another length", { imsOrgId: "4D5E6F708192A3B49F1C2B3@AdobeOrg" }, "cannot-log-in"],
    ["nothing there", { imsOrgId: "" }, "cannot-log-in"],
  ])(
    "%s in the organization ID keeps out only where that is known to count",
    async (_what, account, expected) => {
      const { outcome, instances } = await outcomeOf({
        operators: [ims("jane")],
        users: [user("jane", HOLDS)],
        account,
      });
      expect(outcome).toBe(expected);
      expect(instances[0].beyond).toContainEqual(
        expect.objectContaining({
          rule: "org-id-format",
          effect: expected === "can-log-in" ? "threatens" : "blocks",
        }),
      );
    },
  );

  test("somebody with a password of Campaign is not told to be locked out", async () => {
    const native = { name: "admin", email: "", authenticationType: "" };
    const files = { "acme.json": site({ operators: [ims("jane"), native], users: [user("jane", HOLDS)] }) };
    const { found, traces } = await outcomes(files, "admin");
    expect(found[0]?.[2]).toBe("cannot-log-in");
    expect(traces[0]).toMatchObject({ mend: null, symptom: null });
    expect((await cli(["trace", "admin"], { files })).stdout).toContain(
      "admin on acme: cannot log in with an Adobe ID",
    );
  });

  test("what an Adobe ID without a profile gives somebody with a password is not public", async () => {
    const native = { name: "jane", email: "jane@acme.example", authenticationType: "" };
    const operators = [native, ims("john")];
    expect((await outcomeOf({ operators, users: [user("jane")] })).outcome).toBe("unknown");
    expect((await outcomeOf({ operators, users: [user("jane", [], { status: "disabled" })] })).outcome).toBe(
      "cannot-log-in",
    );
  });

  test("an operator who may be missing from the list may log in with a password", async () => {
    const given = { operators: [ims("john")], users: [user("jane", HOLDS)] };
    const { outcome, trace } = await outcomeOf({ ...given, more: { complete: { operators: "unknown" } } });
    expect(outcome).toBe("unknown");
    expect(trace.links[0]).toMatchObject({
      step: "operator",
      state: "unknown",
      settledBy: ["operators", "completeness"],
    });
  });

  test("a login without its operator tells no e-mail, so nobody is missing among the users", async () => {
    const given = { users: [user("jane", HOLDS)], more: { operators: undefined } };
    const { outcome, trace } = await outcomeOf(given, "jdoe");
    expect(outcome).toBe("unknown");
    expect(trace.links).toContainEqual(
      expect.objectContaining({ step: "user", state: "unknown", settledBy: ["operators"] }),
    );
    expect((await outcomeOf(given, "jdoe@acme.example")).outcome).toBe("cannot-log-in");
  });
});

describe("the places", () => {
  test("are those of the person, not of who holds the same", async () => {
    const given = {
      operators: [ims("jane")],
      users: [user("john", HOLDS), user("jane", ["Analytics", ...HOLDS])],
    };
    const text = JSON.stringify(JSON.parse(site(given)), null, 1);
    const { traces } = await outcomes({ "acme.json": text }, "jane");
    const line = text.split("\n").findLastIndex((one) => one.includes(HOLDS[0] as string)) + 1;
    const mask = traces[0].links.find(({ step }: { step: string }) => step === "mask");
    expect(mask.location.startLine).toBe(line);
    expect(traces[0].profiles[0].location.startLine).toBe(line);
  });
});

describe("the change that is proposed", () => {
  const GROUPS = [
    { name: "admin", rights: ["admin"] },
    { name: "bosses", rights: ["admin"] },
    { name: "delivery", rights: ["export"] },
  ];
  const mendOf = async (users: readonly object[], groups: readonly object[] = GROUPS) => {
    const { traces } = await outcomes(
      { "acme.json": site({ operators: [ims("jane")], users, more: { groups } }) },
      "jane",
    );
    return traces[0].mend;
  };

  test("makes nobody an administrator", async () => {
    const boss = user("boss", ["Campaign - acme - admin", "Campaign - acme - bosses"]);
    expect((await mendOf([user("jane"), boss, user("john", HOLDS)])).change).toEqual({
      is: "assign-profile",
      profile: HOLDS[0],
    });
    expect((await mendOf([user("jane")])).change).toEqual({ is: "create-profile", profile: HOLDS[0] });
    expect((await mendOf([user("jane"), boss])).change).toEqual({ is: "create-profile", profile: HOLDS[0] });
  });

  test("renames no profile to the name of another", async () => {
    const near = "campaign – acme - delivery";
    expect((await mendOf([user("jane", [near])])).change).toMatchObject({ is: "rename-profile" });
    expect((await mendOf([user("jane", [near]), user("john", HOLDS)])).change).toEqual({
      is: "assign-profile",
      profile: HOLDS[0],
    });
  });

  test("says one other in the singular", async () => {
    const { text } = await mendOf(
      [user("jane"), user("john", [...HOLDS, "Campaign - acme - report"])],
      [{ name: "delivery" }, { name: "report" }],
    );
    expect(text).toContain("or the other that leads to an operator group");
  });
});
