import { describe, expect, test } from "vitest";
import { lint, lintFiles, select } from "../support/lint.js";

/** The edges of areas 1, 2 and 9 that one example of a rule cannot show. */

describe("organization-known", () => {
  test("an empty id and an empty name are two findings, each in its place", async () => {
    const linted = await lint(`
      organization:
        id: ""
        name: ''
    `);
    const fails = linted.of("organization-known", "fail");
    expect(fails.map(linted.selected)).toEqual(['""', "''"]);
    expect(new Set(fails.map((fail) => fail.identity)).size).toBe(2);
    expect(linted.of("organization-known")).toHaveLength(2);
  });

  test("only the organization section counts, not the id of the account", async () => {
    const linted = await lint(`
      extAccounts: [ { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
      organization: { name: Acme }
    `);
    expect(linted.of("organization-known")).toMatchObject([
      { verdict: "unknown", missing: ["organization"], subject: { kind: "organization", name: "Acme" } },
    ]);
  });

  test("null is absent, not empty", async () => {
    const linted = await lint("organization: { id: , name: null }");
    expect(linted.of("organization-known")).toMatchObject([{ verdict: "unknown" }]);
  });

  test("two files that name different ids leave it unknown", async () => {
    const file = (id: string) =>
      `imsLint: snapshot/v1\ninstance: { name: acme }\norganization: { id: ${id}, name: Acme }\n`;
    const { report } = await lintFiles({ "a.yaml": file("A@AdobeOrg"), "b.yaml": file("B@AdobeOrg") });
    const said = report.results.filter((result) => result.rule.id === "organization-known");
    expect(said).toMatchObject([{ verdict: "unknown" }]);
  });
});

describe("users-in-organization", () => {
  test("a list whose only record cannot be read is no empty list", async () => {
    const linted = await lint("organization: { name: Acme, users: [ jane@acme.example ] }");
    expect(linted.of("users-in-organization")).toMatchObject([
      { verdict: "unknown", missing: ["users", "completeness"] },
    ]);
  });

  test("the config can declare the list complete", async () => {
    const linted = await lint(
      `
      instance: { name: acme }
      organization: { name: Acme, users: [] }
      complete: { users: unknown }
    `,
      { config: "instances: { acme: { complete: [users] } }" },
    );
    expect(linted.of("users-in-organization")).toMatchObject([{ verdict: "fail" }]);
  });
});

describe("builds and releases", () => {
  const verdicts = async (rule: string, server: string, client?: string) => {
    const linted = await lint(`server: ${server}\n${client === undefined ? "" : `console: ${client}\n`}`);
    return linted.of(rule).map(({ verdict, clause }) => (clause ? `${verdict}/${clause}` : verdict));
  };

  test.each([
    [
      "typed and written builds are the same",
      "{ buildNumber: 9400 }",
      '{ buildNumber: " 9400@28aaec9 " }',
      "pass",
    ],
    ["the commit does not matter", "{ buildNumber: 9400@aaaaaaa }", "{ buildNumber: 9400@bbbbbbb }", "pass"],
    [
      "white space and letter case of a release",
      '{ releaseName: " 7.3.3.IMS", buildNumber: 9360 }',
      '{ releaseName: "7.3.3.ims ", buildNumber: 9360 }',
      "pass",
    ],
    [
      "equal builds make one release",
      "{ releaseName: 7.4.4, buildNumber: 9400 }",
      "{ buildNumber: 9400 }",
      "pass",
    ],
    [
      "a release that is stated and one that the build tells",
      "{ releaseName: 7.4.3 }",
      "{ buildNumber: 9400 }",
      "fail",
    ],
    [
      "one release, builds that differ",
      "{ releaseName: 7.4.3, buildNumber: 9399 }",
      "{ buildNumber: 9394 }",
      "fail/other-build",
    ],
    ["equal releases without builds", "{ releaseName: 7.4.4 }", "{ releaseName: 7.4.4 }", "unknown"],
    ["a part of a release number", "{ releaseName: 7.4 }", "{ releaseName: 7.4.4 }", "unknown"],
    ["a patch of the release", "{ releaseName: 7.3.3.IMS }", "{ releaseName: 7.3.3 }", "unknown"],
    ["an empty release is none", '{ releaseName: "" }', "{ releaseName: 7.4.4 }", "unknown"],
    [
      "v8 and v7 are never one",
      "{ releaseName: 8.5.2, buildNumber: 9368 }",
      "{ releaseName: 7.3.5, buildNumber: 9368 }",
      "fail",
    ],
    [
      "builds beside v8 tell no release",
      "{ releaseName: 8.5.2, buildNumber: 9370 }",
      "{ buildNumber: 9368 }",
      "unknown",
    ],
    [
      "v8 by its stated releases",
      "{ releaseName: 8.6.2, buildNumber: 9370 }",
      "{ releaseName: 8.5.2, buildNumber: 9369 }",
      "fail",
    ],
  ])("console-version: %s", async (_what, server, client, expected) => {
    expect(await verdicts("console-version", server, client)).toEqual([expected]);
  });

  test("console-version says the date of the table where it used it, and only there", async () => {
    const byBuild = await lint("server: { buildNumber: 9400 }\nconsole: { buildNumber: 9399 }");
    expect(byBuild.of("console-version")[0]?.message).toContain("version table of 2026-08-11");
    const stated = await lint("server: { releaseName: 7.4.4 }\nconsole: { releaseName: 7.4.3 }");
    expect(stated.of("console-version")[0]?.message).not.toContain("2026-08-11");
  });

  test.each([
    ["{ buildNumber: 9399 }", "fail"],
    ["{ buildNumber: 9395 }", "fail"],
    ["{ buildNumber: 8000 }", "fail"],
    ["{ buildNumber: 9400@28aaec9 }", "pass"],
    ["{ releaseName: 7.4.4 }", "pass"],
    ["{ buildNumber: 9401 }", "notApplicable"],
    ["{ buildNumber: 9300, releaseName: 8.5.2 }", "notApplicable"],
    ["{ buildNumber: '*' }", "unknown"],
    ["{ releaseName: 7.4.5 }", "unknown"],
  ])("console-latest: %s → %s", async (client, expected) => {
    expect(await verdicts("console-latest", "{ releaseName: 7.4.4 }", client)).toEqual([expected]);
  });

  test("a console without its release beside a v8 server cannot be looked up", async () => {
    expect(await verdicts("console-latest", "{ releaseName: 8.6.2 }", "{ buildNumber: 9370 }")).toEqual([
      "unknown",
    ]);
  });

  test.each([
    ["{ buildNumber: 9032 }", "fail"],
    ["{ buildNumber: 9364 }", "fail"],
    ["{ buildNumber: 9400 }", "pass"],
    ["{ buildNumber: 9400, releaseName: 7.4.3 }", "pass"],
    ["{ releaseName: 7.4.4 }", "pass"],
    ["{ buildNumber: 9342 }", "unknown"],
    ["{ buildNumber: 9395, releaseName: 7.4.3 }", "unknown"],
    ["{ buildNumber: 8000 }", "unknown"],
    ["{ releaseName: 7.3.3.IMS }", "unknown"],
    ["{ buildNumber: 9401 }", "notApplicable"],
    ["{ releaseName: 8.5.2 }", "notApplicable"],
  ])("server-build-supported: %s → %s", async (server, expected) => {
    expect(await verdicts("server-build-supported", server)).toEqual([expected]);
  });

  test("what rests on the version table says its date", async () => {
    for (const build of ["9364", "9401", "9342"]) {
      const linted = await lint(`server: { buildNumber: ${build} }`);
      expect(linted.of("server-build-supported")[0]?.message).toContain("2026-08-11");
    }
  });
});

describe("users-without-profile", () => {
  const HEAD = `
imsLint: snapshot/v1
instance: { name: acme }
extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
groups: [ { name: delivery } ]`;
  const expecting = (...people: string[]) => ({
    config: JSON.stringify({ instances: { acme: { expect: { users: people } } } }),
  });
  const said = async (rest: string, options = {}) =>
    (await lint(`${HEAD}\n${rest}`, options)).of("users-without-profile");

  test("each listed person has a finding of their own", async () => {
    const results = await said(
      "organization: { users: [ { email: jane@acme.example, groups: [Campaign - acme - delivery] } ] }",
      expecting("JANE@acme.example", "joe@acme.example", "Joe@acme.example", " ann@acme.example"),
    );
    expect(results.map(({ verdict }) => verdict).sort()).toEqual(["fail", "fail", "pass"]);
    const fails = results.filter(({ verdict }) => verdict === "fail");
    expect(new Set(fails.map(({ identity }) => identity)).size).toBe(2);
    expect(fails.every(({ subject }) => subject.kind === "organization")).toBe(true);
  });

  test("an organization without users is the cause", async () => {
    const [result] = await said("organization: { users: [] }", expecting("jane@acme.example"));
    expect(result).toMatchObject({ verdict: "fail", causedBy: { rule: "users-in-organization" } });
  });

  test("a mask that matches no profile is the cause", async () => {
    const [result] = await said(
      `organization:
  users: [ { email: jane@acme.example, groups: [Other - acme - delivery] } ]
  groups: [ { groupName: Other - acme - delivery, type: PRODUCT_PROFILE } ]`,
      expecting("jane@acme.example"),
    );
    expect(result).toMatchObject({ verdict: "fail", causedBy: { rule: "mask-matches" } });
  });

  test("a second user of the same e-mail can be the one with the profile", async () => {
    const results = await said(
      `organization:
  users:
    - { email: jane@acme.example, type: adobeID, groups: [] }
    - { email: jane@acme.example, type: federatedID, groups: [Campaign - acme - delivery] }`,
      expecting("jane@acme.example"),
    );
    expect(results).toMatchObject([{ verdict: "pass" }]);
  });

  test.each([
    ["a profile that leads nowhere", "[Campaign - acme - nobody]", "fail"],
    ["a group that differs in case", "[Campaign - acme - Delivery]", "unknown"],
    ["a profile that misses the mask by case", "[campaign - acme - delivery]", "unknown"],
    ["messagecenter", "[Campaign - acme - messagecenter]", "pass"],
    ["a name that may be a user group", "[Acme marketing]", "unknown"],
    ["an administrative group", "[_org_admin]", "fail"],
  ])("holding %s", async (_what, groups, expected) => {
    const results = await said(
      `organization: { users: [ { email: jane@acme.example, groups: ${groups} } ] }`,
      expecting("jane@acme.example"),
    );
    expect(results.map(({ verdict }) => verdict)).toEqual([expected]);
  });

  test("a profile that misses the mask by its dash does not map", async () => {
    const results = await said(
      `organization:
  directOnly: false
  users: [ { email: jane@acme.example, groups: [Campaign – acme - delivery] } ]`,
      expecting("jane@acme.example"),
    );
    expect(results).toMatchObject([{ verdict: "fail" }]);
  });

  test("a user whose profiles are not exported is unknown", async () => {
    const results = await said(
      "organization: { users: [ { email: j@acme.example } ] }",
      expecting("j@acme.example"),
    );
    expect(results).toMatchObject([{ verdict: "unknown", missing: ["userProfiles"] }]);
  });

  test("the review counts who lacks a profile apart from whom the export hides", async () => {
    const [result] = await said(`organization:
  users:
    - { email: a@acme.example, groups: [Campaign - acme - delivery] }
    - { email: b@acme.example, groups: [] }
    - { email: c@acme.example }`);
    expect(result?.verdict).toBe("review");
    expect(result?.message).toMatch(/^1 of 3 users hold no .* of 1 more the export does not tell/);
  });

  test.each([
    [
      "nobody is counted, but some are hidden",
      "directOnly: true, users: [ { email: b@acme.example, groups: [] } ]",
    ],
    ["no user", "users: []"],
  ])("no pass where %s", async (_what, organization) => {
    expect(await said(`organization: { ${organization} }`)).toMatchObject([{ verdict: "unknown" }]);
  });

  test("an incomplete list of linked users is no pass", async () => {
    const results = await said(
      `organization: { users: [ { email: a@acme.example, groups: [Campaign - acme - delivery] } ] }
complete: { users: unknown }`,
    );
    expect(results).toMatchObject([{ verdict: "unknown", missing: ["users", "completeness"] }]);
  });
});

describe("packages", () => {
  const both = async (packages: string, config?: string) => {
    const linted = await lint(packages, config === undefined ? {} : { config });
    return ["integration-package", "audience-package"].map((rule) => linted.of(rule)[0]?.verdict);
  };
  const AUDIENCE = "{ label: Adobe Experience Cloud Shared Audiences Integration }";

  test.each([
    [
      "both",
      `packages: [ ${AUDIENCE}, { label: INTEGRATION WITH THE ADOBE EXPERIENCE CLOUD } ]`,
      ["pass", "pass"],
    ],
    ["the audiences alone", `packages: [ ${AUDIENCE} ]`, ["fail", "fail"]],
    ["a near name", "packages: [ { label: Integration with Adobe Analytics } ]", ["fail", "notApplicable"]],
    ["an empty list", "packages: []", ["fail", "notApplicable"]],
    ["an empty label", 'packages: [ { id: "nms:core", label: "" } ]', ["unknown", "unknown"]],
    ["one record without a label", `packages: [ ${AUDIENCE}, { id: "nms:x" } ]`, ["unknown", "unknown"]],
    ["a record without anything", "packages: [ { label: Core }, {} ]", ["unknown", "unknown"]],
    [
      "installed in a list that is cut off",
      "packages: [ { label: Integration with Adobe Experience Cloud } ]\ncomplete: { packages: no }",
      ["pass", "pass"],
    ],
    [
      "missing in a list that is cut off",
      `packages: [ ${AUDIENCE} ]\ncomplete: { packages: no }`,
      ["unknown", "unknown"],
    ],
    ["no list", "groups: []", ["unknown", "unknown"]],
  ])("%s", async (_what, packages, expected) => {
    expect(await both(packages)).toEqual(expected);
  });

  test("the label decides where the configured id does not", async () => {
    const packages = "packages: [ { label: Integration with Adobe Experience Cloud, id: nms:other } ]";
    expect((await both(packages, "integrationPackage: nms:someId"))[0]).toBe("pass");
  });

  test("a record without id and label stays open, whatever the config says", async () => {
    const packages = 'packages: [ { id: "nms:core" }, {} ]';
    expect((await both(packages, "integrationPackage: nms:someId"))[0]).toBe("unknown");
  });

  test("audience-package names the integration package as the cause", async () => {
    const linted = await lint(`packages: [ ${AUDIENCE} ]`);
    expect(linted.of("audience-package")[0]?.causedBy).toMatchObject({
      rule: "integration-package",
      subject: { kind: "instance" },
    });
    const open = await lint(`packages: [ ${AUDIENCE}, { id: nms:x } ]`);
    expect(open.of("audience-package")[0]?.because?.rule).toBe("integration-package");
  });
});

describe("export-shape", () => {
  test("typed values and their text are of the same type", async () => {
    const json = JSON.stringify({
      imsLint: "snapshot/v1",
      server: { buildNumber: 9400 },
      extAccounts: [
        { name: "a", active: 1 },
        { name: "b", active: "0" },
        { name: "c", active: false, type: 3 },
      ],
      organization: { groups: [{ groupName: "x", memberCount: 3 }] },
    });
    const linted = await lint(json, { path: "prod.json" });
    expect(linted.of("export-shape")).toMatchObject([{ verdict: "pass" }]);
  });

  test.each([
    ['{ "imsLint": "snapshot/v1", "extAccounts": [ { "name": "a", "active": 2 } ] }', "2"],
    ['{ "imsLint": "snapshot/v1", "extAccounts": { "name": "a" } }', '"extAccounts"'],
    ['{ "imsLint": "snapshot/v1", "groups": [ null ] }', "null"],
    ['{ "imsLint": "snapshot/v1", "exported": "20 November" }', '"20 November"'],
    ['{ "imsLint": "snapshot/v1", "complete": { "users": "Yes" } }', '"Yes"'],
  ])("a value that is not of its type is selected: %s", async (json, at) => {
    const linted = await lint(json, { path: "prod.json" });
    expect(linted.of("export-shape").map(linted.selected)).toEqual([at]);
    expect(linted.of("export-shape")).toMatchObject([{ verdict: "fail", clause: null, level: "error" }]);
  });

  test.each([
    ["prod.yaml", "imsLint: snapshot/v1\nextAcounts:\n  - { name: a }\n", "extAcounts"],
    ["prod.yaml", 'imsLint: snapshot/v1\n"extAcounts" : { a: 1 }\n', '"extAcounts"'],
    ["prod.json", '{ "imsLint": "snapshot/v1", "extAcounts": [] }', '"extAcounts"'],
    ["prod.json", '{ "imsLint": "snapshot/v1", "extAcounts": "a" }', '"extAcounts"'],
  ])("an unknown key is selected, not its value (%s: %s)", async (path, text, at) => {
    const linted = await lint(text, { path });
    const [result, ...others] = linted.of("export-shape");
    expect(others).toEqual([]);
    expect(result && linted.selected(result)).toBe(at);
    expect(result).toMatchObject({ verdict: "fail", clause: "unknown-key", level: "note" });
    expect(result?.message).toContain('Did you mean "extAccounts"?');
  });

  test("a key that is near to none has no proposal", async () => {
    const linted = await lint("somethingElse: 1");
    expect(linted.of("export-shape")[0]?.message).not.toContain("Did you mean");
  });

  test("keys of maps are free", async () => {
    const linted = await lint(`
      options: { AnyOption: 1 }
      serverConf: { shared: { anything: { at: all } } }
      schemas: [ { name: "nms:extAccount", accessibleIf: { password: "$(loginId) = 0" } } ]
    `);
    expect(linted.of("export-shape")).toMatchObject([{ verdict: "pass" }]);
  });

  test.each([
    [
      "prod.yaml",
      "imsLint: snapshot/v1\nserver:\n  releaseName: 7.4.4\n  releaseName: 7.4.3\n",
      "releaseName",
      4,
    ],
    [
      "prod.json",
      '{ "imsLint": "snapshot/v1",\n"server": {\n"releaseName": "7.4.4",\n"releaseName": "7.4.3" } }',
      '"releaseName"',
      4,
    ],
  ])("a duplicate key stands at the later one, the earlier related (%s)", async (path, text, at, line) => {
    const linted = await lint(text, { path });
    const [result, ...others] = linted.of("export-shape");
    expect(others).toEqual([]);
    expect(result && linted.selected(result)).toBe(at);
    expect(result?.location.startLine).toBe(line);
    expect(result?.relatedLocations).toHaveLength(1);
    const related = result?.relatedLocations[0];
    expect(related?.location.startLine).toBe(line - 1);
    expect(related && select(linted.text, related)).toBe(at);
    // The values differ, so the release is not known.
    expect(linted.of("server-build-supported")).toMatchObject([{ verdict: "unknown" }]);
  });

  test("a duplicate key of equal values is a finding, and the value still counts", async () => {
    const linted = await lint("server:\n  releaseName: 7.4.4\n  releaseName: 7.4.4\n");
    expect(linted.of("export-shape")).toMatchObject([{ verdict: "fail" }]);
    expect(linted.of("server-build-supported")).toMatchObject([{ verdict: "pass" }]);
  });

  test("a record twice, with different values, in one file", async () => {
    const linted = await lint(`
      operators:
        - { name: jane, email: jane@acme.example }
        - { email: jane.doe@acme.example, name: "jane" }
    `);
    const [result] = linted.of("export-shape", "fail");
    expect(result && linted.selected(result)).toBe('"jane"');
    expect(result?.message).toContain("differs in email");
    const related = result?.relatedLocations[0];
    expect(related && select(linted.text, related)).toBe("jane");
  });

  test("a section twice, in two files of one instance", async () => {
    const file = (build: string) =>
      `imsLint: snapshot/v1\ninstance: { name: acme }\nconsole: { buildNumber: ${build} }\n`;
    const { report } = await lintFiles({ "a.yaml": file("9399"), "b.yaml": file("9400") });
    const [result, ...others] = report.results.filter(
      ({ rule, verdict }) => rule.id === "export-shape" && verdict === "fail",
    );
    expect(others).toEqual([]);
    expect(result?.location).toMatchObject({ path: "b.yaml", startLine: 3 });
    expect(result && select(file("9400"), result)).toBe("9400");
    expect(result?.relatedLocations[0]?.location).toMatchObject({ path: "a.yaml", startLine: 3 });
  });

  test("several problems of one file are told apart", async () => {
    const linted = await lint("groups: [ { name: a, labl: x }, { name: b, labl: y }, 7 ]\nserver: []\n");
    const results = linted.of("export-shape");
    expect(results).toHaveLength(4);
    expect(new Set(results.map(({ identity }) => identity)).size).toBe(4);
  });

  test("each document of a file is judged on its own", async () => {
    const { report } = await lintFiles({
      "all.yaml": "imsLint: snapshot/v1\n---\nimsLint: snapshot/v1\ngroupz: []\n",
    });
    const results = report.results.filter(({ rule }) => rule.id === "export-shape");
    expect(results.map(({ verdict, location }) => [verdict, location.startLine])).toEqual([
      ["pass", 1],
      ["fail", 4],
    ]);
  });
});

describe("export-stale", () => {
  const said = async (exported: string, options = {}) =>
    (await lint(`exported: ${exported}`, options)).of("export-stale");

  test.each([
    ["2026-08-22T12:00:00Z", "pass"],
    ["2026-08-22T11:59:59Z", "fail"],
    ["2026-08-22T14:00:00+02:00", "pass"],
    ["2026-08-22T13:59:00+02:00", "fail"],
    ["2026-08-23", "pass"],
    ["2026-08-21", "fail"],
    ["2027-01-01", "pass"],
    ["2026-13-01", "unknown"],
    ["yesterday", "unknown"],
    ["", "unknown"],
  ])("exported %s, at noon of 2026-11-20 → %s", async (exported, expected) => {
    expect(await said(exported)).toMatchObject([{ verdict: expected }]);
  });

  test("the date of the run counts, not today's", async () => {
    const asOf = new Date("2026-09-01T00:00:00Z");
    expect(await said("2026-06-03T00:00:00Z", { asOf })).toMatchObject([{ verdict: "pass" }]);
    expect(await said("2026-06-02T23:59:59Z", { asOf })).toMatchObject([{ verdict: "fail" }]);
  });

  test("the message says how many days", async () => {
    expect((await said("2026-08-12T12:00:00Z"))[0]?.message).toContain("of 2026-08-12, 100 days before");
    expect((await said("2026-08-22T11:00:00Z"))[0]?.message).toContain("a little more than 90 days");
  });

  test("the age that is too old can be set", async () => {
    const config = "rules: { export-stale: { maxAgeDays: 30 } }";
    expect(await said("2026-10-21T12:00:00Z", { config })).toMatchObject([{ verdict: "pass" }]);
    expect(await said("2026-10-20T12:00:00Z", { config })).toMatchObject([{ verdict: "fail" }]);
  });

  test("a broken date is export-shape's finding", async () => {
    expect(await said("2026-02-30")).toMatchObject([
      { verdict: "unknown", because: { rule: "export-shape", subject: { kind: "file" } } },
    ]);
    expect((await said("null"))[0]?.because).toBeNull();
  });

  test("two dates that differ are no date", async () => {
    const linted = await lint("exported: 2026-11-20\nexported: 2020-01-01\n");
    expect(linted.of("export-stale")).toMatchObject([
      { verdict: "unknown", because: { rule: "export-shape" } },
    ]);
  });
});
