import { describe, expect, test } from "vitest";
import { lintFiles, select } from "../support/lint.js";

/** Rules 7.7 to 7.12 on real files of the server, layer upon layer, and on values as people write them. */

const DEFAULT = `<serverConf>
  <shared>
    <authentication checkIPConsistent="true" sessionTimeOutSec="3600"><xtk internalPassword=""/></authentication>
    <urlPermission action="deny"/>
    <securityZone name="lan" allowHTTP="false"/>
  </shared>
  <web><redirection IMSOrgId=""/></web>
</serverConf>`;

type Files = Readonly<Record<string, string>>;

async function said(rule: string, files: Files) {
  const { report } = await lintFiles(files);
  return report.results
    .filter((result) => result.rule.id === rule)
    .map((result) => {
      const { verdict, location, subject, property } = result;
      const at = verdict === "fail" ? [location.path, select(files[location.path] ?? "", result)] : [];
      return [verdict, subject.kind === "instance" ? property : subject.name, ...at];
    });
}

const layers = (own: string): Files => ({
  "acme/serverConf.xml": DEFAULT,
  "acme/config-acme.xml": `<serverConf>${own}</serverConf>`,
});

describe("the instance's own file over the default", () => {
  test("decides, and is the place of the finding", async () => {
    const own = layers('<shared><urlPermission action="warn"/></shared>');
    expect(await said("url-permission", own)).toEqual([["fail", "action", "acme/config-acme.xml", '"warn"']]);
    expect(await said("url-permission", layers(""))).toEqual([["pass", ""]]);
  });

  test("leaves what it does not say to serverConf.xml", async () => {
    const own = layers('<shared><authentication checkIPConsistent="false"/></shared>');
    expect(await said("session-hardening", own)).toEqual([
      ["fail", "checkIPConsistent", "acme/config-acme.xml", '"false"'],
    ]);
  });

  test("hides a good organization ID with an empty one, where an empty default hides nothing", async () => {
    const empty = layers('<web><redirection IMSOrgId=""/></web>');
    expect(await said("server-org-id", empty)).toMatchObject([
      ["fail", "IMSOrgId", "acme/config-acme.xml", '""'],
    ]);
    const [[verdict] = []] = await said("server-org-id", layers(""));
    expect(verdict).not.toBe("fail");
    const good = layers('<web><redirection IMSOrgId="4D5E6F708192A3B49F1C2B3A@AdobeOrg"/></web>');
    expect(await said("server-org-id", good)).toEqual([["pass", ""]]);
  });

  test("is where the password of internal is looked for, and never printed", async () => {
    expect(await said("internal-password", layers(""))).toEqual([
      ["fail", "internalPassword", "acme/serverConf.xml", '""'],
    ]);
    const own = layers('<shared><authentication><xtk internalPassword="hunter2"/></authentication></shared>');
    expect(await said("internal-password", own)).toEqual([["pass", ""]]);
    expect(
      JSON.stringify(await lintFiles(own).then(({ report }) => report.results.map(({ message }) => message))),
    ).not.toContain("hunter2");
  });
});

describe("the zone of an operator", () => {
  const operators = (zone: string) =>
    JSON.stringify({
      operator: [{ name: "jane", securityZone: zone, access: { authenticationType: "ims" } }],
    });

  test("is looked for in both files", async () => {
    const own = layers('<shared><securityZone name="vpn"/></shared>');
    for (const zone of ["lan", "vpn"]) {
      expect(await said("operator-zone", { ...own, "acme/operators.json": operators(zone) })).toEqual([
        ["pass", "jane"],
      ]);
    }
    const [[verdict] = []] = await said("operator-zone", { ...own, "acme/operators.json": operators("dmz") });
    expect(verdict).toBe("fail");
  });

  test("is not known where only one of them is there", async () => {
    const alone = {
      "acme/config-acme.xml": '<serverConf><shared><securityZone name="vpn"/></shared></serverConf>',
      "acme/operators.json": operators("dmz"),
    };
    expect(await said("operator-zone", alone)).toEqual([["unknown", "jane"]]);
  });

  test("of 20,000 operators is looked up once each", async () => {
    const snapshot = {
      imsLint: "snapshot/v1",
      serverConf: { securityZone: [{ name: "lan" }] },
      operators: Array.from({ length: 20_000 }, (_, index) => ({
        name: `p${index}`,
        securityZone: index === 7 ? "x" : "lan",
      })),
    };
    const found = await said("operator-zone", { "acme.json": JSON.stringify(snapshot) });
    expect(found.filter(([verdict]) => verdict === "fail")).toEqual([["fail", "p7", "acme.json", '"x"']]);
  });
});

describe("options", () => {
  test.each(["1", 1, true, "true", "TRUE"])("that are unsafe are on as %j", async (value) => {
    const snapshot = JSON.stringify({ imsLint: "snapshot/v1", options: { XtkAcceptOldPasswords: value } });
    const fails = (await said("unsafe-options", { "acme.json": snapshot })).filter(
      ([verdict]) => verdict === "fail",
    );
    expect(fails.map(([, name]) => name)).toEqual(["XtkAcceptOldPasswords"]);
  });

  test("that are not in the export are one unknown", async () => {
    const snapshot = JSON.stringify({
      imsLint: "snapshot/v1",
      options: { NmsServer_URL: "https://acme.example.com" },
    });
    expect(await said("unsafe-options", { "acme.json": snapshot })).toHaveLength(1);
  });
});

test("a session may last as long as the config allows", async () => {
  const snapshot =
    "imsLint: snapshot/v1\nserverConf: { shared: { authentication: { checkIPConsistent: true, sessionTimeOutSec: 90000 } } }\n";
  const look = async (config?: string) => {
    const { report } = await lintFiles({ "a.yaml": snapshot }, config === undefined ? {} : { config });
    return report.results.filter(({ rule }) => rule.id === "session-hardening").map(({ verdict }) => verdict);
  };
  expect(await look()).toEqual(["fail"]);
  expect(await look("rules: { session-hardening: { max: 90000 } }")).toEqual(["pass"]);
});
