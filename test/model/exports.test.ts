import { describe, expect, test } from "vitest";
import { lintFiles } from "../support/lint.js";

/** Real exports, put together: what they prove, what they cannot, and where their findings stand. */

const P = "Campaign - acme - ";
const entities = (schema: string, ...records: string[]) =>
  `<entities schema="${schema}">${records.join("\n")}</entities>`;
const pack = (...inner: string[]) =>
  `<package buildDate="2026-11-14 17:35:38.256Z" buildNumber="9400">${inner.join("\n")}</package>`;
const ACCOUNT = entities(
  "nms:extAccount",
  `<extAccount active="1" name="Adobe_Experience_Cloud" imsRightsMask="${P}(.*)"/>`,
);
const operator = (name: string) =>
  `<operator name="${name}" email="${name}@acme.example"><access authenticationType="ims"/></operator>`;
const row = (name: string, group: string, type = "") =>
  `<operatorGroup><operator _operation="none" name="${name}"/><group _operation="none" name="${group}"${type}/></operatorGroup>`;
const group = (name: string) => `<group name="${name}" label="${name}"/>`;
const page = (lastPage: boolean, ...users: object[]) =>
  JSON.stringify({ lastPage, result: "success", users });
const user = (name: string, ...groups: string[]) => ({
  email: `${name}@acme.example`,
  status: "active",
  type: "federatedID",
  groups,
});
const profiles = (...names: string[]) =>
  JSON.stringify({
    lastPage: true,
    result: "success",
    groups: names.map((groupName) => ({ groupName, type: "PRODUCT_PROFILE" })),
  });
const table = (header: string, ...rows: string[]) =>
  `Identity Type,Username,Domain,Email,First Name,Last Name,Country Code,ID,${header}\n${rows.join("\n")}\n`;
const tableRow = (name: string, rest: string) =>
  `Federated ID,${name}@acme.example,acme.example,${name}@acme.example,,,US,,${rest}`;
const declare = (...lists: string[]) =>
  `instances: { acme: { complete: [${lists.join(", ")}] }, b: { complete: [${lists.join(", ")}] } }`;

async function verdicts(files: Readonly<Record<string, string>>, rule: string, config?: string) {
  const { report } = await lintFiles(files, { paths: ["."], ...(config === undefined ? {} : { config }) });
  return report.results
    .filter((result) => result.rule.id === rule)
    .map(({ subject, verdict }) => `${subject.name}: ${verdict}`)
    .sort();
}

describe("operators in groups", () => {
  const site = (...rows: string[]) => ({
    "acme/a.xml": pack(
      ACCOUNT,
      entities("xtk:operator", operator("ana")),
      entities("xtk:group", group("delivery"), group("workflow")),
      entities("xtk:operatorGroup", ...rows),
    ),
    "users.json": page(true, user("ana", `${P}delivery`)),
    "groups.json": profiles(`${P}delivery`),
  });
  const whole = declare("operators", "groups", "memberships");

  test.each([
    ["a group of its own name", [row("ana", "delivery")], "ana: pass"],
    ["a name that a named right has too", [row("ana", "delivery"), row("ana", "workflow")], "acme: unknown"],
    [
      "a named right that says so",
      [row("ana", "delivery"), row("ana", "workflow", ' type="2"')],
      "ana: pass",
    ],
    ["a group that says so", [row("ana", "delivery"), row("ana", "workflow", ' type="1"')], "ana: fail"],
    ["what is no group in the list", [row("ana", "delivery"), row("ana", "fileAccess2")], "ana: pass"],
  ])("%s", async (_name, rows, verdict) => {
    expect(await verdicts(site(...rows), "membership-drift", whole)).toEqual([verdict]);
  });

  test("rows that may not be all prove no lack", async () => {
    expect(await verdicts(site(row("other", "delivery")), "membership-drift")).toEqual(["acme: unknown"]);
  });
});

describe("lists that are cut off", () => {
  const accounts = (count: number) =>
    entities("nms:extAccount", ...Array.from({ length: count }, (_, at) => `<extAccount name="x${at}"/>`));
  const all = declare("extAccounts", "users");

  test.each([
    [999, "acme: fail"],
    [1000, "acme: unknown"],
  ])("%i accounts of a package, which the config declares complete", async (count, verdict) => {
    expect(await verdicts({ "acme/a.xml": pack(accounts(count)) }, "account-present", all)).toEqual([
      verdict,
    ]);
  });

  test("a thousand in one of two entities of a package", async () => {
    const files = { "acme/a.xml": pack(accounts(1000), accounts(1)) };
    expect(await verdicts(files, "account-present", all)).toEqual(["acme: unknown"]);
  });

  test("a thousand beside a snapshot that calls its own list complete", async () => {
    const files = {
      "acme/a.xml": pack(accounts(1000)),
      "acme/b.yaml":
        "imsLint: snapshot/v1\ninstance: { name: acme }\nextAccounts: [ { name: z } ]\ncomplete: { extAccounts: yes }\n",
    };
    expect(await verdicts(files, "account-present", all)).toEqual(["acme: unknown"]);
  });

  test.each([
    [199, "acme: fail"],
    [200, "acme: unknown"],
    [201, "acme: fail"],
    [3000, "acme: unknown"],
  ])("%i accounts of a query", async (count, verdict) => {
    const extAccount = Array.from({ length: count }, (_, at) => ({ name: `x${at}`, type: "3" }));
    const files = { "acme/a.json": JSON.stringify({ extAccount }) };
    expect(await verdicts(files, "account-present", all)).toEqual([verdict]);
  });

  test("a package that nobody declares complete", async () => {
    const files = { "acme/a.xml": pack(accounts(3)) };
    expect(await verdicts(files, "account-present")).toEqual(["acme: unknown"]);
    expect(await verdicts(files, "export-truncated")).toEqual(["extAccounts: pass"]);
  });
});

describe("pages of a listing", () => {
  const site = (pages: Readonly<Record<string, string>>) => ({
    "acme/a.xml": pack(ACCOUNT, entities("xtk:operator", operator("zoe"))),
    ...pages,
  });
  const [first, middle, last] = [page(false, user("ana")), page(false, user("ben")), page(true, user("cy"))];

  test.each([
    ["numbered from 0", { "users-0.json": first, "users-1.json": last }, "pass", "fail"],
    ["of a browser", { "users.json": first, "users (1).json": last }, "pass", "fail"],
    ["one alone, the last", { "users.json": last }, "pass", "fail"],
    ["one alone, not the last", { "users.json": first }, "fail", "unknown"],
    ["one alone, of a higher number", { "users-3.json": last }, "unknown", "unknown"],
    ["with a gap", { "users-0.json": first, "users-2.json": last }, "fail", "unknown"],
    ["without the last", { "users-0.json": first, "users-1.json": middle }, "fail", "unknown"],
    [
      "counted from 1, or without page 0",
      { "users-1.json": first, "users-2.json": last },
      "unknown",
      "unknown",
    ],
    ["without numbers", { "users-a.json": first, "users-b.json": last }, "fail", "unknown"],
  ])("%s", async (_name, pages, truncated, known) => {
    const said = await verdicts(site(pages), "export-truncated");
    expect(said.filter((line) => line.startsWith("users"))).toContain(`users: ${truncated}`);
    expect(await verdicts(site(pages), "operator-known-user")).toEqual([`zoe: ${known}`]);
  });

  test("a listing that lacks whom another knows is not whole", async () => {
    const pages = { "agency.json": last, "users-0.json": first };
    expect(await verdicts(site(pages), "operator-known-user")).toEqual(["zoe: unknown"]);
  });
});

describe("the table and the listing of the same users", () => {
  const site = (listing: string, csv: string) => ({
    "acme/a.xml": pack(
      ACCOUNT,
      entities("xtk:operator", operator("ana")),
      entities("xtk:group", group("delivery")),
    ),
    "users-0.json": listing,
    "users.csv": csv,
    "groups.json": profiles(`${P}delivery`, `${P}other`),
  });
  const listed = (...groups: string[]) =>
    page(true, { ...user("ana", ...groups), id: "A1", lastname: "Ánó" });

  test("do not contradict each other by their formats", async () => {
    const csv = table("Product Configurations,Admin Roles", tableRow("ana", `${P}delivery,System`));
    const files = site(listed(`${P}delivery`, "_org_admin"), csv);
    const shape = await verdicts(files, "export-shape");
    expect(shape.filter((line) => !line.endsWith("pass"))).toEqual([]);
    expect(await verdicts(files, "operator-linked")).toEqual(["ana: pass"]);
  });

  test("contradict each other where both have a column for it", async () => {
    const csv = table("Product Configurations,User Groups", tableRow("ana", `${P}delivery,`));
    const files = site(listed(`${P}other`), csv);
    expect(await verdicts(files, "export-shape")).toContain("users.csv: fail");
    expect(await verdicts(files, "operator-linked")).not.toContain("ana: fail");
  });

  test("user groups are no profiles", async () => {
    const header = "Product Configurations,User Groups";
    const files = {
      ...site(page(true), table(header, tableRow("ana", `,${P}team`))),
      "users-0.json": "{}",
    };
    expect(await verdicts(files, "profile-has-group")).not.toContain(`${P}team: fail`);
    expect(await verdicts(files, "operator-linked")).toEqual(["ana: unknown"]);
    const withGroups = {
      ...files,
      "user-groups.csv": `User Group Name,Description,User Group Admins,Assigned Product Profiles\n${P}team,,,${P}delivery\n`,
    };
    expect(await verdicts(withGroups, "operator-linked")).toEqual(["ana: pass"]);
  });

  test("a row that is left out proves no lack", async () => {
    const csv = table(
      "Product Configurations",
      tableRow("zoe", ""),
      "Federated ID,ana@acme.example,acme.example,ana@acme.example",
    );
    const files = { ...site("{}", csv) };
    expect(await verdicts(files, "operator-known-user", declare("users"))).toEqual(["ana: unknown"]);
  });
});

describe("exports that serve several instances", () => {
  test("are the same for each, whatever another adds to them", async () => {
    const instance = pack(
      ACCOUNT,
      entities("xtk:operator", operator("ana")),
      entities("xtk:group", group("delivery")),
    );
    const files = {
      "0.csv": table("Product Configurations,User Groups", tableRow("ana", `${P}delivery,`)),
      "a/a.xml": instance,
      "a/users-0.json": page(true, { ...user("ana", `${P}other`), status: "locked" }),
      "b/b.xml": instance,
    };
    const { report } = await lintFiles(files);
    const ofB = report.results.filter(({ instance: name }) => name === "b");
    expect(ofB.filter(({ rule, verdict }) => rule.id === "user-active" && verdict === "fail")).toEqual([]);
    expect(
      ofB.find(({ rule, subject }) => rule.id === "operator-linked" && subject.name === "ana")?.verdict,
    ).toBe("pass");
  });

  test("tell a problem once", async () => {
    const conf = (id: string) => `<serverConf><web><redirection IMSOrgId="${id}"/></web></serverConf>`;
    const { report } = await lintFiles({
      "conf/serverConf.xml": conf("a"),
      "conf/serverConf-old.xml": conf("b"),
      "conf/config-x.xml": "<serverConf/>",
      "conf/config-y.xml": "<serverConf/>",
    });
    const problems = report.results.filter(
      ({ rule, verdict }) => rule.id === "export-shape" && verdict === "fail",
    );
    expect(problems).toHaveLength(1);
  });
});

describe("a folder of configuration", () => {
  const conf = (id: string) => `<serverConf><web><redirection IMSOrgId="${id}"/></web></serverConf>`;
  const inputs = async (files: Readonly<Record<string, string>>) => {
    const { report } = await lintFiles(files);
    return Object.fromEntries(report.inputs.map(({ file, instances }) => [file.name, instances]));
  };

  test("of one instance lies with its other exports", async () => {
    const files = {
      "prod/a.xml": pack(ACCOUNT),
      "prod/serverConf.xml": conf("a"),
      "prod/config-acme.xml": conf("b"),
    };
    const expected = {
      "prod/a.xml": ["prod"],
      "prod/serverConf.xml": ["prod"],
      "prod/config-acme.xml": ["prod"],
    };
    expect(await inputs(files)).toEqual(expected);
    expect(await inputs({ ...files, "prod/config-default.xml": "<serverConf/>" })).toEqual({
      ...expected,
      "prod/config-default.xml": [],
    });
  });

  test("of several instances is each one's", async () => {
    const files = {
      "conf/serverConf.xml": conf("a"),
      "conf/config-x.xml": conf("b"),
      "conf/config-y.xml.txt": conf(""),
    };
    expect(await inputs(files)).toEqual({
      "conf/serverConf.xml": ["x", "y"],
      "conf/config-x.xml": ["x"],
      "conf/config-y.xml.txt": ["y"],
    });
  });
});

describe("places", () => {
  test("of what only one of several files says is that file", async () => {
    const files = {
      "acme/a.yaml":
        "imsLint: snapshot/v1\ninstance: { name: acme }\nextAccounts: [ { name: Adobe_Experience_Cloud, clientSecret: { present: true } } ]\n",
      "acme/b.xml": pack(
        entities(
          "nms:extAccount",
          `<extAccount name="Adobe_Experience_Cloud"\n  callbackServer="http://acme.example"/>`,
        ),
      ),
    };
    const { report } = await lintFiles(files);
    const [found] = report.results.filter(
      ({ rule, verdict }) => rule.id === "callback-https" && verdict === "fail",
    );
    expect(found?.location).toMatchObject({ path: "acme/b.xml", startLine: 2, startColumn: 18 });
  });

  test("of an instance's own file lie over the defaults, an empty attribute too", async () => {
    const files = {
      "acme/a.xml": pack(
        entities(
          "nms:extAccount",
          '<extAccount name="Adobe_Experience_Cloud" imsOrgId="4D5E6F708192A3B49F1C2B3A@AdobeOrg"/>',
        ),
      ),
      "acme/config-acme.xml":
        '<serverconf>\n<web><redirection IMSOrgId="0A1B2C3D4E5F60718293A4B5@AdobeOrg"/></web></serverconf>',
      "acme/serverConf.xml":
        '<serverConf><web><redirection IMSOrgId="4D5E6F708192A3B49F1C2B3A@AdobeOrg"/></web></serverConf>',
    };
    const of = async (all: Readonly<Record<string, string>>) => {
      const { report } = await lintFiles(all);
      return report.results.find(({ rule }) => rule.id === "org-id-consistent");
    };
    const failed = await of(files);
    expect(failed?.verdict).toBe("fail");
    expect(failed?.relatedLocations[0]?.location).toMatchObject({
      path: "acme/config-acme.xml",
      startLine: 2,
    });
    const hidden = {
      ...files,
      "acme/config-acme.xml": '<serverconf><web><redirection IMSOrgId=""/></web></serverconf>',
    };
    // The empty attribute hides the default: one statement is left.
    expect((await of(hidden))?.verdict).toBe("unknown");
  });

  test("of passes are those of their lists and secrets", async () => {
    const files = {
      "a/a.xml": pack(ACCOUNT),
      "b/b.xml": pack(entities("nms:extAccount", '<extAccount name="Adobe_Experience_Cloud" password=""/>')),
      "users.json": page(true),
    };
    const { report } = await lintFiles(files);
    const passes = report.results.filter(
      ({ rule, verdict }) => ["export-truncated", "secret-exposed"].includes(rule.id) && verdict === "pass",
    );
    expect(passes.map(({ subject, location }) => [subject.name, location.path]).sort()).toEqual([
      ["extAccounts", "a/a.xml"],
      ["extAccounts", "b/b.xml"],
      ["extAccounts/Adobe_Experience_Cloud/password", "b/b.xml"],
      ["users", "users.json"],
    ]);
  });
});

test("a package that installs something says nothing of the server", async () => {
  const installed = `<package namespace="nms" name="funcs" buildVersion="6.1" buildNumber="10000">${entities("xtk:funcList", '<funcList name="x"/>')}</package>`;
  const files = { "acme/a.xml": pack(ACCOUNT), "acme/b.xml": installed };
  expect(await verdicts(files, "export-mixed-builds")).toEqual(["acme: pass"]);
});

test("exports of different builds leave the server's build unknown", async () => {
  const other = pack(entities("xtk:group", group("delivery"))).replace("9400", "9394");
  const files = { "acme/a.xml": pack(ACCOUNT), "acme/b.xml": other };
  expect(await verdicts(files, "export-mixed-builds")).toEqual(["acme: fail"]);
  expect(await verdicts(files, "server-build-supported")).toEqual(["acme: unknown"]);
});

test("files of two instances give each the groups that its own files tell", async () => {
  const files = {
    "x/a.xml": pack(
      ACCOUNT,
      entities("xtk:operator", operator("ana")),
      entities("xtk:group", group("delivery")),
    ),
    "b/rows.xml": pack(entities("xtk:operatorGroup", row("ana", "delivery"))),
    "users.json": page(true, user("ana", `${P}delivery`)),
  };
  const config = `instances:
  a: { files: ["x/**", "users.json"], complete: [groups, memberships] }
  b: { files: ["x/**", "b/**", "users.json"], complete: [groups, memberships] }
`;
  const { report } = await lintFiles(files, { config });
  const said = report.results.filter(({ rule }) => rule.id === "membership-drift");
  expect(said.map(({ instance, verdict }) => [instance, verdict]).sort()).toEqual([
    ["a", "unknown"],
    ["b", "pass"],
  ]);
});

describe("what more may be held", () => {
  const site = (...more: string[]) => ({
    "acme/a.xml": pack(
      ACCOUNT,
      entities("xtk:operator", operator("ana")),
      entities("xtk:group", group("delivery")),
      ...more,
    ),
    "groups.json": profiles(`${P}delivery`, `${P}marketing`),
  });
  const whole = (more = "") => `instances: { acme: { complete: [operators, groups, memberships]${more} } }\n`;

  test("the table's empty cell does not contradict what the listing shows through a user group", async () => {
    const files = {
      ...site(),
      "users.json": page(true, user("ana", "Team", `${P}delivery`)),
      "users.csv": table("Product Configurations,User Groups", tableRow("ana", ",Team")),
    };
    expect(await verdicts(files, "export-shape")).not.toContain("users.csv: fail");
    expect(await verdicts(files, "operator-linked")).toEqual(["ana: pass"]);
  });

  test("leaves open whether the groups in Campaign are all that profiles give", async () => {
    const rows = entities("xtk:operatorGroup", row("ana", "delivery"));
    const files = { ...site(rows), "users.json": page(true, user("ana", "Team", `${P}delivery`)) };
    expect(await verdicts(files, "membership-drift", whole(", directOnly: true"))).toEqual(["acme: unknown"]);
    expect(await verdicts(files, "membership-drift", whole(", directOnly: false"))).toEqual(["ana: pass"]);
  });

  test("a row to a group that is not listed counts, and shows that the list is not complete", async () => {
    const rows = entities(
      "xtk:operatorGroup",
      row("ana", "delivery", ' type="1"'),
      row("ana", "marketing", ' type="1"'),
    );
    const files = { ...site(rows), "users.json": page(true, user("ana", `${P}delivery`)) };
    const config = whole(", directOnly: false");
    expect(await verdicts(files, "membership-drift", config)).toEqual(["ana: fail"]);
    expect(await verdicts(files, "profile-has-group", config)).toContain(`${P}marketing: unknown`);
  });

  test("one person is one user, where the table leaves out the identity type", async () => {
    const files = {
      ...site(),
      "users.json": page(true, user("ana", `${P}delivery`)),
      "users.csv": `Username,Domain,Email,Product Configurations,User Groups\nana,acme.example,ana@acme.example,${P}delivery,\n`,
    };
    expect(await verdicts(files, "user-active")).toEqual(["ana: pass"]);
  });

  test("what a user group gives may be held directly too", async () => {
    const files = {
      ...site(),
      "users.json": page(true, user("ana", "Team", `${P}delivery`)),
      "user-groups.csv": `User Group Name,Description,User Group Admins,Assigned Product Profiles\nTeam,,,${P}delivery\n`,
    };
    expect(await verdicts(files, "profile-direct", whole(", directOnly: false"))).toContain(
      `${P}delivery: unknown`,
    );
  });
});

test("the template of new instances counts for none, whatever folder the config names", async () => {
  const conf = (id: string) => `<serverConf><web><redirection IMSOrgId="${id}"/></web></serverConf>`;
  const files = {
    "acme/a.xml": pack(
      entities(
        "nms:extAccount",
        '<extAccount name="Adobe_Experience_Cloud" imsOrgId="4D5E6F708192A3B49F1C2B3A@AdobeOrg"/>',
      ),
    ),
    "acme/serverConf.xml": conf("4D5E6F708192A3B49F1C2B3A@AdobeOrg"),
    "acme/config-acme.xml": "<serverConf/>",
    "acme/config-default.xml": conf("0A1B2C3D4E5F60718293A4B5@AdobeOrg"),
  };
  const config = "instances: { acme: { files: [acme] } }\n";
  expect(await verdicts(files, "org-id-consistent")).toEqual(["acme: pass"]);
  expect(await verdicts(files, "org-id-consistent", config)).toEqual(["acme: pass"]);
});

test("a name with a comma is told apart by the operator group that it leads to", async () => {
  const files = {
    "acme/a.xml": pack(
      ACCOUNT,
      entities("xtk:operator", operator("ana")),
      entities("xtk:group", group("a,b")),
    ),
    "users.csv": table("Product Configurations,User Groups", tableRow("ana", `"${P}a,b",`)),
  };
  expect(await verdicts(files, "operator-linked", declare("groups", "operators"))).toEqual(["ana: pass"]);
});
