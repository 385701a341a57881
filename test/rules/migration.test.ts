import { describe, expect, test } from "vitest";
import type { Reported } from "../../src/report/report.js";
import { lint, lintFiles, select } from "../support/lint.js";

/** Area 6 at the edges that the rules' own examples do not show. */

/** What a rule says, short: of whom, the verdict, the clause, and what would settle an unknown. */
function inShort({ verdict, clause, subject, missing, because }: Reported): string {
  const words = [`${subject.name}: ${clause ? `${verdict}/${clause}` : verdict}`];
  if (because) words.push(`because ${because.rule}`);
  if (missing.length > 0) words.push(`(${missing.join(", ")})`);
  return words.join(" ");
}

/** A snapshot of the instance `prod` as JSON, so that every value is as the test writes it. */
async function says(rule: string, sections: object, config?: string): Promise<string[]> {
  const snapshot = JSON.stringify({ imsLint: "snapshot/v1", instance: { name: "prod" }, ...sections });
  const linted = await lint(snapshot, { path: "prod.json", ...(config === undefined ? {} : { config }) });
  return linted.of(rule).map(inShort).sort();
}

const restrictions = (ui: unknown, api: unknown) => ({
  shared: {
    imsConfig: {
      nonIMSOperatorMgmtInClientConsole: { nonIMSOperatorMgmtInClientConsoleRestricted: ui },
      nonIMSAuthnAPI: { disableAPI: api },
    },
  },
});
const allowing = (...names: unknown[]) => ({
  shared: {
    imsConfig: { nonIMSAuthnAPI: { disableAPI: true, allowOperator: names.map((name) => ({ name })) } },
  },
});
const DEFAULTS = ["admin", "aemserver", "campaign-loginmonitor", "internal|monitoring"];
const native = (name: string) => ({ name, authenticationType: "" });
const ims = (name: string) => ({ name, authenticationType: "ims" });
const NEW = { server: { buildNumber: "9400" } };
const stated = (settings: string) => `instances: { prod: { ${settings} } }`;

describe("after the migration", () => {
  const RULES = ["native-ui-restricted", "native-api-restricted"] as const;
  const both = async (ui: unknown, api: unknown, config?: string) => {
    const sections = { ...NEW, serverConf: restrictions(ui, api) };
    return (await Promise.all(RULES.map((rule) => says(rule, sections, config)))).flat();
  };

  test.each<[string, unknown, unknown, string | undefined, string, string]>([
    ["both are on", true, "true", undefined, "pass", "pass"],
    ["the config and one say so", true, false, "migrated: true", "pass", "fail"],
    ["one says so, and the config does not", "1", 0, "migrated: false", "pass", "fail"],
    ["both are off", false, "false", undefined, "notApplicable", "notApplicable"],
    ["both are off, and the config says it is done", "0", "", "migrated: true", "fail", "fail"],
    [
      "both are off, and the config says it is not",
      false,
      false,
      "migrated: false",
      "notApplicable",
      "notApplicable",
    ],
    ["one is on, the other is not stated", 1, undefined, undefined, "pass", "unknown (serverConf)"],
    [
      "one is off, the other is not stated",
      false,
      undefined,
      undefined,
      "unknown (migrated, serverConf)",
      "unknown (migrated, serverConf)",
    ],
    [
      "the config says it is done, one is not stated",
      false,
      undefined,
      "migrated: true",
      "fail",
      "unknown (serverConf)",
    ],
    [
      "the config says it is not, none is stated",
      undefined,
      undefined,
      "migrated: false",
      "notApplicable",
      "notApplicable",
    ],
    [
      "none is stated",
      undefined,
      undefined,
      undefined,
      "unknown (migrated, serverConf)",
      "unknown (migrated, serverConf)",
    ],
    ["null is not stated", null, null, "migrated: true", "unknown (serverConf)", "unknown (serverConf)"],
    ["a word is neither", "yes", "no", "migrated: true", "unknown (serverConf)", "unknown (serverConf)"],
    ["a word beside one that is on", true, "no", undefined, "pass", "unknown (serverConf)"],
    [
      "a list is no attribute",
      [true],
      { a: true },
      "migrated: true",
      "unknown (serverConf)",
      "unknown (serverConf)",
    ],
  ])("%s", async (_name, ui, api, settings, ofUi, ofApi) => {
    const config = settings === undefined ? undefined : stated(settings);
    expect(await both(ui, api, config)).toEqual([`prod: ${ofUi}`, `prod: ${ofApi}`]);
  });

  test("two statements of one attribute that are not alike settle nothing", async () => {
    const serverConf = {
      shared: { imsConfig: { nonIMSAuthnAPI: [{ disableAPI: true }, { disableAPI: false }] } },
    };
    expect(await says("native-api-restricted", { ...NEW, serverConf }, stated("migrated: true"))).toEqual([
      "prod: unknown (serverConf)",
    ]);
    const alike = { shared: { imsConfig: { nonIMSAuthnAPI: [{ disableAPI: 1 }, { disableAPI: "true" }] } } };
    expect(await says("native-api-restricted", { ...NEW, serverConf: alike })).toEqual(["prod: pass"]);
  });

  test.each<[object, object | undefined, string]>([
    [{ buildNumber: "9383" }, undefined, "pass"],
    [{ buildNumber: "9382" }, undefined, "fail/early"],
    [{ buildNumber: "9368@1a2b3c4" }, undefined, "fail/early"],
    [{ buildNumber: "9999" }, undefined, "pass"],
    [{ releaseName: "7.4.1" }, undefined, "pass"],
    [{ releaseName: "7.4.10" }, undefined, "pass"],
    [{ releaseName: "7.3.3.IMS" }, undefined, "fail/early"],
    [{ releaseName: "21.1.4" }, undefined, "fail/early"],
    [{ releaseName: "20.3.1" }, undefined, "unknown (server)"],
    [{ releaseName: "7.4" }, undefined, "unknown (server)"],
    [{ releaseName: "8.5.2", buildNumber: "9370" }, undefined, "pass"],
    [{ buildNumber: "*" }, undefined, "unknown (server)"],
    [{ buildNumber: "9370" }, { releaseName: "8.6.1" }, "unknown (server)"],
    [{ buildNumber: "9390" }, { releaseName: "8.6.1" }, "pass"],
  ])("a restriction that is on, on server %j beside console %j: %s", async (server, console, verdict) => {
    const sections = { server, ...(console ? { console } : {}), serverConf: restrictions(true, undefined) };
    expect(await says("native-ui-restricted", sections)).toEqual([`prod: ${verdict}`]);
  });

  test("exports of two builds are the cause where the build decides", async () => {
    const part = (more: object) =>
      JSON.stringify({ imsLint: "snapshot/v1", instance: { name: "prod" }, ...more });
    const { report } = await lintFiles({
      "a.json": part({ server: { buildNumber: "9368" }, serverConf: restrictions(true, true) }),
      "b.json": part({ server: { buildNumber: "9400" } }),
    });
    const said = report.results.filter(({ rule }) => rule.id === "native-api-restricted");
    expect(said.map(inShort)).toEqual(["prod: unknown because export-mixed-builds (server)"]);
  });

  test("the place of a value is its own, of one that is not stated the configuration", async () => {
    const linted = await lint(
      `
      server: { buildNumber: "9400" }
      serverConf:
        shared:
          imsConfig:
            nonIMSAuthnAPI: { disableAPI: "no" }
      `,
      { config: stated("migrated: true") },
    );
    expect(linted.of("native-api-restricted").map(linted.selected)).toEqual(['"no"']);
    expect(linted.of("native-ui-restricted").map(linted.selected)).toEqual(["serverConf"]);
  });
});

describe("the configuration in two files", () => {
  const serverConf = (inner: string) =>
    `<serverConf><shared><imsConfig>${inner}</imsConfig></shared></serverConf>`;
  const ALLOWED = DEFAULTS.map((name) => `<allowOperator name="${name}"/>`).join("");
  const UNDER = serverConf(
    `<nonIMSOperatorMgmtInClientConsole nonIMSOperatorMgmtInClientConsoleRestricted="false"/><nonIMSAuthnAPI disableAPI="false">${ALLOWED}</nonIMSAuthnAPI>`,
  );
  const session = JSON.stringify({ serverInfo: { buildNumber: "9400", instanceName: "prod" }, userInfo: {} });

  async function verdicts(files: Record<string, string>, config?: string) {
    const { report } = await lintFiles(
      { "prod/session.json": session, ...files },
      config === undefined ? {} : { config },
    );
    return {
      of: (rule: string) =>
        report.results
          .filter((result) => result.rule.id === rule)
          .map(inShort)
          .sort(),
      places: (rule: string) =>
        report.results
          .filter((result) => result.rule.id === rule)
          .map((result) => [result.location.path, select(files[result.location.path] ?? "", result)]),
    };
  }

  test("is that of the instance where it says something", async () => {
    const over = serverConf(
      '<nonIMSAuthnAPI disableAPI="true"><allowOperator name="api_crm"/></nonIMSAuthnAPI>',
    );
    const { of, places } = await verdicts({ "prod/serverConf.xml": UNDER, "prod/config-prod.xml": over });
    expect(of("native-api-restricted")).toEqual(["prod: pass"]);
    expect(of("native-ui-restricted")).toEqual(["prod: fail"]);
    expect(places("native-ui-restricted")).toEqual([["prod/serverConf.xml", '"false"']]);
    expect(of("allow-operator-default")).toEqual(DEFAULTS.map((name) => `${name}: pass`));
    expect(of("allow-operator-extra")).toContain("api_crm: review");
    expect(places("allow-operator-extra")[0]).toEqual(["prod/config-prod.xml", '"api_crm"']);
  });

  test("is hidden by an empty attribute", async () => {
    const on = UNDER.replaceAll('="false"', '="true"');
    const over = serverConf('<nonIMSAuthnAPI disableAPI=""/>');
    const { of, places } = await verdicts({ "prod/serverConf.xml": on, "prod/config-prod.xml": over });
    expect(of("native-api-restricted")).toEqual(["prod: fail"]);
    expect(places("native-api-restricted")).toEqual([["prod/config-prod.xml", '""']]);
    expect(of("allow-operator-default")).toEqual(["prod: notApplicable"]);
  });

  test("lacks nothing for certain where the instance's file is alone", async () => {
    const over = serverConf(
      '<nonIMSAuthnAPI disableAPI="true"><allowOperator name="admin"/></nonIMSAuthnAPI>',
    );
    const files = { "prod/config-prod.xml": over };
    expect((await verdicts(files)).of("allow-operator-default")).toEqual([
      "admin: pass",
      "prod: unknown (serverConf)",
    ]);
    const declared = await verdicts(files, "instances: { prod: { complete: [serverConf] } }");
    expect(declared.of("allow-operator-default").filter((line) => line.endsWith("fail"))).toHaveLength(3);
  });

  test("shows a key of a service account, and never what it is", async () => {
    const over =
      '<serverConf><shared><ims authIMSEndpoint="" authIMSTAPrivateKey="@bm90LWEtcmVhbC1rZXk="/></shared></serverConf>';
    const { report } = await lintFiles({ "prod/session.json": session, "prod/config-prod.xml": over });
    const said = report.results.filter(({ rule }) =>
      ["jwt-retired", "ims-endpoint-config"].includes(rule.id),
    );
    expect(said.map(({ verdict }) => verdict)).toEqual(["fail", "fail"]);
    for (const result of said) {
      expect(JSON.stringify([result.message, result.observed, result.excerpt(200)])).not.toContain(
        "bm90LWEt",
      );
    }
  });
});

describe("operators", () => {
  test("are spared where they come with Campaign, whatever they state", async () => {
    const operators = [
      { name: "webapp", email: "", authenticationType: "" },
      { name: "campaign-loginmonitor", email: "", authenticationType: "" },
      { name: "Ana@TECHACCT.adobe.com", email: "", authenticationType: "" },
    ];
    for (const rule of ["operator-ims", "operator-email", "operator-email-unique"]) {
      expect(await says(rule, { operators })).toEqual(
        operators.map(({ name }) => `${name}: notApplicable`).sort(),
      );
    }
    expect(await says("native-operator-locked-out", { operators, serverConf: allowing("admin") })).toEqual(
      operators.map(({ name }) => `${name}: notApplicable`).sort(),
    );
  });

  test("that nobody tells the login of are one unknown", async () => {
    const operators = [{ name: "jane" }, { name: "john" }, { name: "mary" }];
    const sections = { operators, serverConf: allowing(...DEFAULTS), options: { XtkLdap_Active: "1" } };
    const unknown = ["prod: unknown (operatorLogin)"];
    expect(await says("operator-ims", sections)).toEqual(unknown);
    expect(await says("native-operator-locked-out", sections)).toEqual(unknown);
    expect(await says("ldap-with-ims", sections)).toEqual(unknown);
    expect(await says("technical-operator", sections, stated("technicalOperators: [jane, john]"))).toEqual(
      unknown,
    );
  });

  test.each([
    ["8.6", "fail/v8"],
    ["8.6.0", "fail/v8"],
    ["v8.7.1", "fail/v8"],
    ["8.10.1", "fail/v8"],
    ["8.6.4", "fail"],
    ["8.6.40", "fail/v8"],
    ["8.5.2", "fail"],
    ["7.4.4", "fail"],
    ["", "fail"],
  ])("who log in natively on release %j", async (releaseName, verdict) => {
    expect(await says("operator-ims", { server: { releaseName }, operators: [native("john")] })).toEqual([
      `john: ${verdict}`,
    ]);
  });

  test("whose e-mail an export leaves out are unknown one by one, and all together where it has none", async () => {
    expect(
      await says("operator-email", {
        operators: [{ name: "jane", email: "" }, { name: "john" }, { name: "mary" }],
      }),
    ).toEqual(["jane: fail", "john: unknown (operatorEmail)", "mary: unknown (operatorEmail)"]);
    expect(await says("operator-email", { operators: [{ name: "jane" }, { name: "john" }] })).toEqual([
      "prod: unknown (operatorEmail)",
    ]);
    expect(await says("operator-email", {})).toEqual(["prod: unknown (operators)"]);
  });

  test("who share an e-mail point at the first of them", async () => {
    const linted = await lint(`
      operators:
        - { name: jane, email: team@acme.example }
        - { name: john, email: "" }
        - { name: mary, email: " TEAM@acme.example " }
        - { name: paul, email: paul@acme.example }
        - { name: rita, email: Team@acme.example }
        - { name: admin, email: paul@acme.example }
    `);
    const said = linted.of("operator-email-unique");
    expect(said.filter(({ verdict }) => verdict !== "notApplicable").map(inShort)).toEqual([
      "mary: fail",
      "paul: pass",
      "rita: fail",
    ]);
    for (const fail of said.filter(({ verdict }) => verdict === "fail")) {
      expect(fail.relatedLocations.map(({ location }) => location.startLine)).toEqual([3]);
    }
  });

  test("of whom there may be more can have anybody's e-mail, which is said once", async () => {
    const operators = ["jane", "john"].map((name) => ({ name, email: `${name}@acme.example` }));
    const complete = { operators: "unknown" };
    expect(await says("operator-email-unique", { operators, complete })).toEqual([
      "prod: unknown (operators, completeness)",
    ]);
    expect(
      await says("operator-email-unique", { operators: [...operators, { name: "mary" }], complete }),
    ).toEqual(["prod: unknown (operatorEmail, operators, completeness)"]);
    expect(
      await says("operator-email-unique", { operators, complete }, stated("complete: [operators]")),
    ).toEqual(["jane: pass", "john: pass"]);
  });

  test("that cannot be read leave it open whether admin is there", async () => {
    expect(await says("admin-operator", { operators: [{ name: "jane" }, 7] })).toEqual([
      "prod: unknown (operators, completeness)",
    ]);
    expect(await says("admin-operator", { operators: [] })).toEqual(["prod: fail"]);
    expect(await says("admin-operator", { operators: [{ name: " admin" }] })).toEqual(["prod: unknown"]);
  });
});

describe("who may use the API natively", () => {
  const RULES = ["allow-operator-default", "allow-operator-extra", "native-operator-locked-out"];

  test.each<[string, unknown, string]>([
    ["is not restricted", false, "prod: notApplicable"],
    ["is not restricted by an empty attribute", "", "prod: notApplicable"],
    ["is not stated", undefined, "prod: unknown (serverConf)"],
    ["is a word", "on", "prod: unknown (serverConf)"],
    ["is restricted, and the list is not stated", "1", "prod: unknown (serverConf)"],
  ])("where the API %s is one verdict", async (_name, disableAPI, verdict) => {
    const sections = {
      operators: [native("john"), native("mary"), ims("jane")],
      serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI } } } },
    };
    for (const rule of RULES) {
      expect(
        (await says(rule, sections)).filter((line) => line !== "jane: pass"),
        rule,
      ).toEqual([verdict]);
    }
  });

  test("is not known where the list is no list of elements", async () => {
    for (const allowOperator of [
      "admin",
      ["admin", "aemserver"],
      [{ name: "admin" }, "aemserver"],
      [{}],
      null,
    ]) {
      const serverConf = { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true, allowOperator } } } };
      const said = await says("native-operator-locked-out", { operators: [native("john")], serverConf });
      expect(said, JSON.stringify(allowOperator)).toEqual(["prod: unknown (serverConf)"]);
      expect(await says("allow-operator-default", { serverConf })).not.toContain("aemserver: fail");
    }
  });

  test("are the two operators of a name that holds both, in either order", async () => {
    const operators = [native("api_a"), native("api_b"), native("api_c"), native("api_a|api_b")];
    for (const name of ["api_a|api_b", "api_b|api_a", "|api_b||api_a"]) {
      expect(await says("native-operator-locked-out", { operators, serverConf: allowing(name) })).toEqual([
        "api_a: pass",
        "api_a|api_b: fail",
        "api_b: pass",
        "api_c: fail",
      ]);
    }
    expect(await says("allow-operator-extra", { operators, serverConf: allowing("api_a|api_x") })).toEqual([
      "api_a: review",
      "api_x: fail",
    ]);
  });

  test("are not told by a name that is written otherwise", async () => {
    const serverConf = allowing("Admin", " aemserver", "campaign-loginmonitor", "monitoring|internal");
    expect(await says("allow-operator-default", { serverConf })).toEqual([
      "admin: unknown",
      "aemserver: unknown",
      "campaign-loginmonitor: pass",
      "internal|monitoring: unknown",
    ]);
    expect(await says("allow-operator-default", { serverConf: allowing("admin", "internal") })).toEqual([
      "admin: pass",
      "aemserver: fail",
      "campaign-loginmonitor: fail",
      "internal|monitoring: fail",
    ]);
    expect(await says("allow-operator-default", { serverConf: allowing(".*") })).toEqual(
      DEFAULTS.map((name) => `${name}: unknown`),
    );
  });

  test("is reviewed where it may be an operator, and fails only where it is none", async () => {
    const serverConf = allowing("api_crm", "API_WEB", "api_old", "batch.*");
    const operators = [native("api_crm"), native("api_web")];
    expect(await says("allow-operator-extra", { operators, serverConf })).toEqual([
      "API_WEB: review",
      "api_crm: review",
      "api_old: fail",
      "batch.*: review",
    ]);
    const partial = { operators, serverConf, complete: { operators: "unknown" } };
    expect(await says("allow-operator-extra", partial)).toContain("api_old: review");
  });

  test("leaves out natives one by one, and says once what a pattern or an open list leaves open", async () => {
    const operators = [native("john"), native("mary"), native("API_crm"), ims("jane")];
    const locked = (serverConf: object, more = {}) =>
      says("native-operator-locked-out", { operators, serverConf, ...more });
    expect(await locked(allowing("admin", "api_crm"))).toEqual([
      "API_crm: unknown",
      "jane: pass",
      "john: fail",
      "mary: fail",
    ]);
    expect(await locked(allowing("admin", "j.*"))).toEqual(["jane: pass", "prod: unknown"]);
    expect(await locked(allowing("admin"), { complete: { serverConf: "unknown" } })).toEqual([
      "jane: pass",
      "prod: unknown (serverConf)",
    ]);
  });
});

describe("operators that APIs use", () => {
  test("are those of the config in any letter case, and those that may beside the default ones", async () => {
    const operators = [
      native("api_crm"),
      native("api_web"),
      ims("api_new"),
      native("aemserver"),
      native("john"),
    ];
    const serverConf = allowing(...DEFAULTS, "api_web");
    expect(
      await says(
        "technical-operator",
        { operators, serverConf },
        stated("technicalOperators: [API_CRM, api_new]"),
      ),
    ).toEqual(["api_crm: fail", "api_new: pass", "api_web: fail"]);
  });

  test("can be no others once the API is closed to all but the default ones", async () => {
    const operators = [native("john")];
    expect(await says("technical-operator", { operators, serverConf: allowing(...DEFAULTS) })).toEqual([
      "prod: notApplicable",
    ]);
    expect(await says("technical-operator", { operators, serverConf: allowing(...DEFAULTS, "j.*") })).toEqual(
      ["prod: unknown (technicalOperators)"],
    );
    expect(
      await says("technical-operator", { operators, serverConf: allowing(...DEFAULTS, "John") }),
    ).toEqual(["prod: unknown (technicalOperators)"]);
    expect(await says("technical-operator", { operators, serverConf: restrictions(true, false) })).toEqual([
      "prod: unknown (technicalOperators)",
    ]);
  });

  test("are no technical accounts, whatever those state", async () => {
    const name = "3f2a@techacct.adobe.com";
    expect(
      await says(
        "technical-operator",
        { operators: [native(name)] },
        stated(`technicalOperators: ["${name}"]`),
      ),
    ).toEqual([`${name}: pass`]);
  });
});

describe("administrators", () => {
  const KNOWN = { groups: [{ name: "delivery", rights: [] }] };
  const admins = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `admin${index}`, groups: ["admin"] }));
  const others = (count: number, more: object) =>
    Array.from({ length: count }, (_, index) => ({ name: `other${index}`, ...more }));
  const HARMLESS = { groups: ["delivery"], rights: ["export"] };

  test.each<[string, object[], string]>([
    ["three of them", [...admins(3), ...others(9, HARMLESS)], "pass"],
    ["four of them", [...admins(4), ...others(9, {})], "fail"],
    [
      "three, and one more of whom nothing is known",
      [...admins(3), ...others(1, {})],
      "unknown (operatorGroups, operatorRights)",
    ],
    [
      "three, and one more whose rights are not known",
      [...admins(3), ...others(1, { groups: [] })],
      "unknown (operatorRights)",
    ],
    [
      "three, and one more in a group that is not listed",
      [...admins(3), ...others(1, { groups: ["ops"], rights: [] })],
      "unknown (groups)",
    ],
    ["two, and one of whom nothing is known", [...admins(2), ...others(1, {})], "pass"],
  ])("%s", async (_name, operators, verdict) => {
    expect(await says("admin-count", { ...KNOWN, operators })).toEqual([`prod: ${verdict}`]);
  });

  test("are as many as the config allows, and are named up to five", async () => {
    const snapshot = JSON.stringify({
      imsLint: "snapshot/v1",
      instance: { name: "prod" },
      operators: admins(7),
    });
    const allow = (max: number) => ({
      path: "prod.json",
      config: `rules: { admin-count: { level: error, max: ${max} } }`,
    });
    expect((await lint(snapshot, allow(7))).of("admin-count").map(inShort)).toEqual(["prod: pass"]);
    const [fail] = (await lint(snapshot, allow(6))).of("admin-count");
    expect(fail?.message).toContain('"admin0", "admin1", "admin2", "admin3", "admin4" and 2 more');
    expect(fail?.message).toContain("At most 6");
    expect(fail?.relatedLocations).toHaveLength(5);
  });

  test("may be more where memberships or operators may be", async () => {
    const operators = [...admins(1), ...others(3, HARMLESS)];
    expect(await says("admin-count", { ...KNOWN, operators, complete: { memberships: "unknown" } })).toEqual([
      "prod: unknown (memberships)",
    ]);
    expect(await says("admin-count", { ...KNOWN, operators, complete: { operators: "no" } })).toEqual([
      "prod: unknown (operators, completeness)",
    ]);
  });

  const row = (operator: string, group: string, type?: string) => ({
    operator,
    group,
    ...(type ? { type } : {}),
  });
  const names = ["ana", "ben", "cleo", "dan"];

  test.each<[string, object[], object[], string]>([
    ["admin, whatever it means", names.map((name) => row(name, "admin")), [{ name: "admin" }], "fail"],
    [
      "admin by its type",
      names.map((name, at) => row(name, "admin", at % 2 ? "1" : "2")),
      [{ name: "admin" }],
      "fail",
    ],
    ["the right sql by its type", names.map((name) => row(name, "sql", "2")), [], "fail"],
    ["sql, which no group is called", names.map((name) => row(name, "sql")), [{ name: "admin" }], "fail"],
    ["sql, which a group is called too", names.map((name) => row(name, "sql")), [{ name: "sql" }], "unknown"],
    [
      "workflow, which a mighty group is called and a harmless right",
      names.map((name) => row(name, "workflow")),
      [{ name: "workflow", rights: ["admin"] }],
      "unknown",
    ],
    [
      "a mighty group beside what is left open",
      names.flatMap((name) => [row(name, "workflow"), row(name, "ops")]),
      [{ name: "workflow" }, { name: "ops", rights: ["sql"] }],
      "fail",
    ],
  ])("by rows that link to %s", async (_name, memberships, groups, verdict) => {
    const operators = names.map((name) => ({ name }));
    const said = await says("admin-count", { operators, groups, memberships });
    expect(said.map((line) => line.replace(/ \(.*/, ""))).toEqual([`prod: ${verdict}`]);
  });

  test("include webapp where a row says admin", async () => {
    expect(
      await says("webapp-admin", {
        operators: [{ name: "webapp" }],
        groups: [],
        memberships: [row("webapp", "admin")],
      }),
    ).toEqual(["webapp: fail"]);
    const harmless = { groups: ["delivery"], rights: ["sql"] };
    expect(await says("webapp-admin", { ...KNOWN, operators: [{ name: "webapp", ...harmless }] })).toEqual([
      "webapp: pass",
    ]);
    expect(
      await says("webapp-admin", {
        ...KNOWN,
        operators: [{ name: "webapp", ...harmless }],
        complete: { memberships: "no" },
      }),
    ).toEqual(["webapp: unknown (memberships)"]);
  });
});

describe("what the server configuration says of IMS", () => {
  test("is found wherever the element ims stands, and unclear where it differs", async () => {
    const key = (present: boolean) => ({ authIMSTAPrivateKey: { present } });
    const nested = { a: { b: [{ ims: key(true) }, { ims: key(true) }] } };
    expect(await says("jwt-retired", { serverConf: nested })).toEqual(["prod: fail"]);
    expect(
      await says("jwt-retired", { serverConf: { ims: key(true), shared: { ims: key(false) } } }),
    ).toEqual(["prod: unknown (serverConf)"]);
    expect(await says("jwt-retired", { serverConf: { shared: { imsConfig: key(true) } } })).toEqual([
      "prod: unknown (serverConf)",
    ]);
  });

  test.each([
    ["https://ims-na1.adobelogin.com", "pass"],
    ["HTTPS://IMS-na1.adobelogin.com/", "pass"],
    ["https://ims-na1-STG1.adobelogin.com", "fail"],
    ["ims-na1.adobelogin.com", "fail"],
    ["http://ims-na1.adobelogin.com", "fail"],
    ["https:/ims-na1.adobelogin.com", "fail"],
    [" ", "fail"],
    [7, "fail"],
    [null, "unknown (serverConf)"],
  ])("as the endpoint %j", async (authIMSEndpoint, verdict) => {
    expect(
      await says("ims-endpoint-config", { serverConf: { shared: { ims: { authIMSEndpoint } } } }),
    ).toEqual([`prod: ${verdict}`]);
  });

  test("holds no user info that a message shows", async () => {
    const serverConf = {
      shared: { ims: { authIMSEndpoint: "http://jane:not-a-real-secret@ims.example.com" } },
    };
    const snapshot = JSON.stringify({ imsLint: "snapshot/v1", serverConf });
    const [fail] = (await lint(snapshot, { path: "prod.json" })).of("ims-endpoint-config", "fail");
    expect(fail?.message).toContain("ims.example.com");
    expect(JSON.stringify([fail?.message, fail?.observed, fail?.excerpt(200)])).not.toContain("not-a-real");
  });
});

describe("LDAP", () => {
  test.each([
    [true, "fail"],
    ["1", "fail"],
    [0, "pass"],
    ["false", "pass"],
    ["", "pass"],
    ["maybe", "unknown"],
    [null, "unknown (options)"],
  ])("with the option %j", async (XtkLdap_Active, verdict) => {
    const sections = { operators: [ims("3f2a@techacct.adobe.com")], options: { XtkLdap_Active } };
    expect(await says("ldap-with-ims", sections)).toEqual([`prod: ${verdict}`]);
  });

  test("that is off needs no complete list, and matters to nobody where nobody uses IMS", async () => {
    const complete = { operators: "unknown" };
    const natives = { operators: [native("john")] };
    expect(await says("ldap-with-ims", { ...natives, complete, options: { XtkLdap_Active: "0" } })).toEqual([
      "prod: pass",
    ]);
    expect(await says("ldap-with-ims", { ...natives, options: {} })).toEqual(["prod: notApplicable"]);
    expect(await says("ldap-with-ims", { operators: [ims("jane")] })).toEqual(["prod: unknown (options)"]);
  });
});

describe("the server", () => {
  test.each<[object, object | undefined, string]>([
    [{ buildNumber: "9355" }, undefined, "fail"],
    [{ buildNumber: "9356" }, undefined, "unknown (server)"],
    [{ buildNumber: "9359@abc" }, undefined, "unknown (server)"],
    [{ buildNumber: "9359", releaseName: "7.3.3" }, undefined, "unknown (server)"],
    [{ buildNumber: "9363", releaseName: "Campaign 7.3.3.ims" }, undefined, "pass"],
    [{ buildNumber: "9364", releaseName: "7.3.4" }, undefined, "fail"],
    [{ buildNumber: "9364", releaseName: "7.3.3.IMS" }, undefined, "unknown (server)"],
    [{ buildNumber: "9366", releaseName: "7.3.4" }, undefined, "fail"],
    [{ buildNumber: "9366" }, undefined, "unknown (server)"],
    [{ buildNumber: "9367" }, undefined, "unknown (server)"],
    [{ buildNumber: "9368" }, undefined, "pass"],
    [{ buildNumber: "10000" }, undefined, "pass"],
    [{ releaseName: "7.3.2.IMS" }, undefined, "pass"],
    [{ releaseName: "7.3.3" }, undefined, "unknown (server)"],
    [{ releaseName: "7.3.5" }, undefined, "pass"],
    [{ releaseName: "v7.10.0" }, undefined, "pass"],
    [{ releaseName: "7.2.9" }, undefined, "fail"],
    [{ releaseName: "7.3" }, undefined, "unknown (server)"],
    [{ releaseName: "19.1.4" }, undefined, "fail"],
    [{ releaseName: "20.2.3" }, undefined, "unknown (server)"],
    // What acc-js-sdk calls the version of any v7.
    [{ releaseName: "6.7.0" }, undefined, "unknown (server)"],
    [{ releaseName: "8.5.2" }, undefined, "pass"],
    [{ releaseName: "8.5.10" }, undefined, "pass"],
    [{ releaseName: "8.5.1", buildNumber: "9400" }, undefined, "fail"],
    [{ releaseName: "8.5" }, undefined, "unknown (server)"],
    [{ releaseName: "8.x" }, undefined, "unknown (server)"],
    [{ buildNumber: "9400" }, { releaseName: "8.6.1" }, "unknown (server)"],
  ])("%j beside console %j: %s", async (server, console, verdict) => {
    const said = await says("server-ims-compatible", { server, ...(console ? { console } : {}) });
    expect(said).toEqual([`server: ${verdict}`]);
  });
});

describe("Message Center", () => {
  const account = (imsRightsMask: string) => ({
    extAccounts: [{ name: "Adobe_Experience_Cloud", imsRightsMask }],
  });
  const profiles = (...names: string[]) => ({
    organization: { groups: names.map((groupName) => ({ groupName, type: "PRODUCT_PROFILE" })) },
  });
  const MASK = account("campaign - acme - (.*)");
  const WITHOUT = profiles("campaign - acme - delivery");

  test.each<[object, string]>([
    [{ id: "nms:messageCenterControl" }, "review"],
    [{ label: "Transactional Message Execution (Message Center - Execution)" }, "review"],
    [{ label: "Adobe's Message Center" }, "review"],
    [{ id: "nms:messageCenterLike", label: "Something else" }, "notApplicable"],
    [{ label: "Marketing campaigns (Campaign)" }, "notApplicable"],
    [{ label: "" }, "unknown (packages)"],
  ])("as the package %j", async (record, verdict) => {
    expect(await says("messagecenter-profile", { ...MASK, ...WITHOUT, packages: [record] })).toEqual([
      `prod: ${verdict}`,
    ]);
  });

  test("has its profile, whether or not there is a group of that name", async () => {
    const packages = [{ id: "nms:messageCenter" }];
    const WITH = profiles("campaign - acme - messagecenter");
    expect(await says("messagecenter-profile", { ...MASK, ...WITH, packages })).toEqual(["prod: pass"]);
    const groups = [{ name: "messagecenter" }];
    expect(await says("messagecenter-profile", { ...MASK, ...WITH, packages, groups })).toEqual([
      "prod: pass",
    ]);
    const other = profiles("campaign - acme - MessageCenter");
    expect(await says("messagecenter-profile", { ...MASK, ...other, packages })).toEqual(["prod: review"]);
    expect(await says("messagecenter-profile", { ...account("(*)"), ...WITH, packages })).toEqual([
      "prod: unknown because mask-syntax",
    ]);
  });
});

test("many operators, groups and allowed names take no more than their number", async () => {
  const operators = Array.from({ length: 20_000 }, (_, index) => ({
    name: `op${index}`,
    email: `op${index % 10_000}@acme.example`,
    authenticationType: index % 2 ? "ims" : "",
    groups: [`g${index}`],
    rights: ["export"],
  }));
  const groups = operators.map((_, index) => ({ name: `g${index}`, rights: ["export"] }));
  const serverConf = allowing(...DEFAULTS, ...operators.map(({ name }) => `${name}x`));
  const snapshot = JSON.stringify({ imsLint: "snapshot/v1", operators, groups, serverConf });
  const config = stated(`technicalOperators: [${operators.map(({ name }) => name).join(", ")}]`);
  const { report } = await lintFiles({ "prod.json": snapshot }, { only: ["6"], config, showPasses: false });
  const fails = (id: string) =>
    report.results.filter(({ rule, verdict }) => rule.id === id && verdict === "fail").length;
  expect(fails("operator-email-unique")).toBe(10_000);
  expect(fails("native-operator-locked-out")).toBe(10_000);
  expect(fails("allow-operator-extra")).toBe(20_000);
  expect(fails("technical-operator")).toBe(10_000);
});
