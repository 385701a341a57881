import { describe, expect, test } from "vitest";
import type { Reported } from "../../src/report/report.js";
import { lint, lintFiles } from "../support/lint.js";

/** Area 3 at the edges that the rules' own examples do not show. */

/** What a rule says, short: `fail/clause` or `unknown because rule`, and for which subject. */
async function says(rule: string, snapshot: string, config?: string): Promise<string[]> {
  const linted = await lint(snapshot, config === undefined ? {} : { config });
  return linted.of(rule).map(inShort);
}

function inShort({ verdict, clause, because, causedBy }: Reported): string {
  const words = [clause ? `${verdict}/${clause}` : verdict];
  if (because) words.push("because", because.rule);
  if (causedBy) words.push("caused by", causedBy.rule);
  return words.join(" ");
}

/** A snapshot in JSON of one IMS account, so that every character of a value is as the test writes it. */
function account(fields: object, more: object = {}): string {
  const extAccounts = [{ name: "Adobe_Experience_Cloud", ...fields }];
  return JSON.stringify({ imsLint: "snapshot/v1", instance: { name: "prod" }, extAccounts, ...more });
}

const ORG = "4D5E6F708192A3B49F1C2B3A@AdobeOrg";
const OTHER_ORG = "0A1B2C3D4E5F60718293A4B5@AdobeOrg";
const HOST = "acme.campaign.example.com";

describe("several IMS accounts", () => {
  const three = `
    extAccounts:
      - { name: first, imsServer: ims-na1.adobelogin.com, active: true }
      - { name: second, imsOrgId: ${ORG}, active: "0" }
      - { label: third, imsRightsMask: "Campaign - acme - (.*)" }
      - { name: mail, type: 3 }
  `;

  test("each extra one fails and points at the first", async () => {
    const linted = await lint(three);
    const fails = linted.of("account-unique");
    expect(fails.map(({ verdict, subject }) => [verdict, subject.name])).toEqual([
      ["fail", "second"],
      ["fail", "third"],
    ]);
    for (const { relatedLocations } of fails) {
      expect(relatedLocations.map(({ location }) => location.startLine)).toEqual([3]);
      expect(relatedLocations[0]?.message).toContain('"first"');
    }
    expect(fails.map(linted.selected)).toEqual(["second", "third"]);
  });

  test("area 3 looks at each of them", async () => {
    const linted = await lint(three);
    expect(linted.of("account-enabled").map(({ verdict, subject }) => `${subject.name} ${verdict}`)).toEqual([
      "first pass",
      "second fail",
      "third unknown",
    ]);
  });

  test("a finding about each has a fingerprint of its own", async () => {
    const linted = await lint(three);
    const fails = linted.of("account-name", "fail");
    expect(new Set(fails.map(({ identity }) => identity)).size).toBe(fails.length);
    expect(fails).toHaveLength(2);
  });

  test("an account that cannot be read leaves it open whether there is one more", async () => {
    const snapshot = "extAccounts: [ { name: Adobe_Experience_Cloud }, broken ]";
    expect(await says("account-unique", snapshot)).toEqual(["unknown"]);
  });
});

describe("without an IMS account", () => {
  test.each([
    "account-unique",
    "account-name",
    "account-enabled",
    "ims-server-endpoint",
    "ims-server-production",
    "callback-https",
    "callback-url",
    "callback-matches-instance",
    "callback-allowlisted",
    "org-id-format",
    "client-id",
    "client-secret-present",
    "scope-required",
    "scope-syntax",
    "scope-provisioned",
    "product-context",
    "tenant",
    "account-exported",
  ])("%s is unknown, because of account-present, and without accounts once", async (rule) => {
    expect(await says(rule, "extAccounts: []")).toEqual(["unknown because account-present"]);
    expect(await says(rule, "groups: []")).toEqual(["unknown"]);
  });

  test("org-id-consistent still compares, and account-hosted has no subject", async () => {
    const snapshot = `
      instance: { deployment: hosted }
      extAccounts: []
      serverConf: { web: { redirection: { IMSOrgId: ${ORG} } } }
      organization: { id: ${ORG} }
    `;
    expect(await says("org-id-consistent", snapshot)).toEqual(["pass"]);
    expect(await says("account-hosted", snapshot)).toEqual(["notApplicable"]);
    expect(await says("account-hosted", "extAccounts: []")).toEqual(["notApplicable"]);
  });
});

test.each([
  [true, "pass"],
  [1, "pass"],
  ["true", "pass"],
  ["1", "pass"],
  [false, "fail"],
  [0, "fail"],
  ["false", "fail"],
  ["FALSE", "fail"],
  ["0", "fail"],
  ["", "fail"],
  [null, "unknown"],
  ["perhaps", "unknown"],
  [2, "unknown"],
])("account-enabled reads active: %j as %s", async (active, verdict) => {
  expect(await says("account-enabled", account({ active }))).toEqual([verdict]);
});

describe("IMS server", () => {
  test.each([
    // value, 3.5, 3.6
    ["https://ims-na1.adobelogin.com", "pass", "pass"],
    ["HTTPS://IMS-NA1.ADOBELOGIN.COM/", "pass", "pass"],
    ["adobeid-na1.services.adobe.com:443/ims", "pass", "pass"],
    ["https://ims-na1.adobelogin.com:0443", "pass", "pass"],
    ["https://ims-na1.adobelogin.com:", "pass", "pass"],
    ["ims-na1.adobelogin.com.", "pass", "pass"],
    ["ims-na1-stg1.adobelogin.com", "pass", "fail"],
    ["http://ims-na1-stg1.adobelogin.com", "fail", "fail"],
    ["https://ims-eu1-stg1.adobelogin.com", "pass", "fail"],
    ["http://ims-na1.adobelogin.com", "fail", "pass"],
    ["ftp://ims-na1.adobelogin.com", "fail", "pass"],
    ["https://ims-na1.adobelogin.com:80", "fail", "pass"],
    ["https://ims-na1.adobelogin.com:8443", "fail", "pass"],
    [" ims-na1.adobelogin.com", "fail", "pass"],
    ["ims-na1.adobelogin.com\n", "fail", "pass"],
    ["ims-na1.adobelogin.com\u200b", "fail", "pass"],
    ["https://jane:pw@ims-na1.adobelogin.com", "fail", "pass"],
    ["https://ims-na1.adobelogin.com.evil.example.com", "fail", "unknown because ims-server-endpoint"],
    ["https://evil.example.com/ims-na1.adobelogin.com", "fail", "unknown because ims-server-endpoint"],
    ["https://ims-na1.adobelogin.com@evil.example.com", "fail", "unknown because ims-server-endpoint"],
    ["https://evil.example.com/?-stg1", "fail", "unknown because ims-server-endpoint"],
    ["https://", "fail", "unknown because ims-server-endpoint"],
    ["https:ims-na1.adobelogin.com", "fail", "unknown because ims-server-endpoint"],
    ["https:\\\\ims-na1.adobelogin.com", "fail", "unknown because ims-server-endpoint"],
    ["https:///ims-na1.adobelogin.com", "fail", "unknown because ims-server-endpoint"],
    ["//ims-na1.adobelogin.com", "fail", "unknown because ims-server-endpoint"],
    ["ims-na1 .adobelogin.com", "fail", "unknown because ims-server-endpoint"],
    ["ims-na1.\u200badobelogin.com", "fail", "unknown because ims-server-endpoint"],
    ["   ", "fail", "unknown because ims-server-endpoint"],
    ["", "fail", "unknown because ims-server-endpoint"],
    [true, "fail", "unknown because ims-server-endpoint"],
    [null, "unknown", "unknown"],
    [["ims-na1.adobelogin.com"], "unknown", "unknown"],
  ])("%j", async (imsServer, endpoint, production) => {
    const snapshot = account({ imsServer });
    expect(await says("ims-server-endpoint", snapshot)).toEqual([endpoint]);
    expect(await says("ims-server-production", snapshot)).toEqual([production]);
  });

  test("everything that is off is in one finding, with the host that was meant", async () => {
    const linted = await lint(account({ imsServer: " http://ims-na1.adobelogin.co:80" }));
    const [result] = linted.of("ims-server-endpoint", "fail");
    for (const part of ["white space", "scheme http", "port 80", "did you mean ims-na1.adobelogin.com?"]) {
      expect(result?.message).toContain(part);
    }
  });
});

describe("callback server", () => {
  test.each([
    [`https://${HOST}`, ["pass"]],
    [`https://${HOST}:8443/nms/jsp`, ["pass"]],
    [`HTTPS://ACME.Campaign.Example.COM/`, ["pass"]],
    ["https://bücher.example", ["pass"]],
    ["https://203.0.113.7", ["pass"]],
    ["https://[2001:db8::7]:8443", ["pass"]],
    ["https://localhost.example.com", ["pass"]],
    ["https://172.32.0.1", ["pass"]],
    ["https://[::ffff:203.0.113.7]", ["pass"]],
    [`http://${HOST}`, ["pass"]],
    [`ftp://${HOST}`, ["pass"]],
    // No absolute URL with a host.
    [HOST, ["fail caused by callback-https"]],
    [`${HOST}:8443`, ["fail caused by callback-https"]],
    [`//${HOST}`, ["fail caused by callback-https"]],
    ["acme campaign", ["fail caused by callback-https"]],
    ["   ", ["fail caused by callback-https"]],
    [` ${HOST}`, ["fail"]],
    [`${HOST}?a=1`, ["fail"]],
    [`https:${HOST}`, ["fail"]],
    [`https:/${HOST}`, ["fail"]],
    [`https:\\\\${HOST}`, ["fail"]],
    [`https:///${HOST}`, ["fail"]],
    ["https://", ["fail"]],
    ["https://:443", ["fail"]],
    ["https://?x", ["fail"]],
    ["https://.", ["fail"]],
    ["https://acme..example.com", ["fail"]],
    ["https://acme,campaign.example.com", ["fail"]],
    ["https://*.example.com", ["fail"]],
    ["https://<tenant>.example.com", ["fail"]],
    ["https://acme%2Eexample.com", ["fail"]],
    ["https://[::1", ["fail"]],
    ["https://999.1.1.1", ["fail"]],
    [`https://${HOST}:port`, ["fail"]],
    [`https://${HOST}:99999`, ["fail"]],
    [`https://acme.\tcampaign.example.com`, ["fail"]],
    [`https://${HOST}/a b`, ["fail"]],
    // Parts that do not belong there.
    [`https://jane:pw@${HOST}`, ["fail"]],
    [`https://jane@${HOST}`, ["fail"]],
    [`https://${HOST}?`, ["fail"]],
    [`https://${HOST}/?a=b#c`, ["fail"]],
    [`https://${HOST}#`, ["fail"]],
    [`https://${HOST} `, ["fail"]],
    [`\u00a0https://${HOST}`, ["fail"]],
    [`https://${HOST}\u200b`, ["fail"]],
    // Private.
    ["https://localhost", ["fail/private"]],
    ["https://LOCALHOST.:8443", ["fail/private"]],
    ["https://acme.localhost/", ["fail/private"]],
    ["https://127.0.0.1", ["fail/private"]],
    ["https://127.1", ["fail/private"]],
    ["https://0x7f.0.0.1", ["fail/private"]],
    ["https://2130706433", ["fail/private"]],
    ["https://10.1.2.3", ["fail/private"]],
    ["https://172.16.0.1", ["fail/private"]],
    ["https://172.31.255.255", ["fail/private"]],
    ["https://192.168.0.1:443", ["fail/private"]],
    ["https://169.254.10.10", ["fail/private"]],
    ["https://[::1]", ["fail/private"]],
    ["https://[fd12:3456::1]", ["fail/private"]],
    ["https://[fe80::1]", ["fail/private"]],
    ["https://[::ffff:10.0.0.1]", ["fail/private"]],
    ["https://[::ffff:7f00:1]", ["fail/private"]],
    ["http://localhost", ["fail/private"]],
    ["https://localhost?x", ["fail", "fail/private"]],
    ["localhost:8080", ["fail caused by callback-https", "fail/private"]],
    ["", ["unknown because callback-https"]],
    [null, ["unknown"]],
  ])("callback-url of %j", async (callbackServer, expected) => {
    expect(await says("callback-url", account({ callbackServer }))).toEqual(expected);
  });

  test.each([
    // callback, access URL, verdict
    [`https://${HOST}`, `https://${HOST}`, "pass"],
    [`https://${HOST}/path`, `${HOST}/other?x=1`, "pass"],
    [`https://${HOST.toUpperCase()}`, HOST, "pass"],
    [`https://${HOST}:443`, `http://${HOST}`, "pass"],
    [`https://${HOST}:8443`, `${HOST}:8443`, "pass"],
    ["https://bücher.example", "https://xn--bcher-kva.example", "pass"],
    [` https://${HOST}`, `https://${HOST} `, "pass"],
    [HOST, `https://${HOST}`, "pass"],
    [`http://${HOST}:80`, `http://${HOST}`, "fail"],
    [`https://${HOST}`, `http://${HOST}:80`, "fail"],
    [`https://${HOST}:8443`, `https://${HOST}`, "fail"],
    [`https://${HOST}`, "https://other.example.com", "fail"],
    [`https://${HOST}.evil.example`, `https://${HOST}`, "fail"],
    [`https://${HOST}`, "", "unknown"],
    [`https://${HOST}`, "acme prod", "unknown"],
    [`https://${HOST}`, `https:/${HOST}`, "unknown"],
    [`https:\\\\${HOST}`, `https://${HOST}`, "unknown because callback-url"],
    ["", `https://${HOST}`, "unknown because callback-https"],
  ])("callback-matches-instance of %j with %j: %s", async (callbackServer, url, expected) => {
    const snapshot = account({ callbackServer }, { instance: { name: "prod", url } });
    expect(await says("callback-matches-instance", snapshot)).toEqual([expected]);
  });

  test("the option NmsServer_URL counts where no access URL is known, and only to be looked at", async () => {
    const of = (value: string, instance = {}) =>
      says(
        "callback-matches-instance",
        account({ callbackServer: `https://${HOST}` }, { instance, options: { NmsServer_URL: value } }),
      );
    expect(await of(`http://${HOST}/`)).toEqual(["pass"]);
    expect(await of("https://t.example.com")).toEqual(["review"]);
    expect(await of("")).toEqual(["unknown"]);
    expect(await of("no url")).toEqual(["unknown"]);
    expect(await of("https://t.example.com", { url: `https://${HOST}` })).toEqual(["pass"]);
    expect(await of(`https://${HOST}`, { url: "https://other.example.com" })).toEqual(["fail"]);
  });

  test("without any address it says which statement would help", async () => {
    const linted = await lint(account({ callbackServer: `https://${HOST}` }));
    expect(linted.of("callback-matches-instance").map(({ missing }) => missing)).toEqual([["url"]]);
  });

  test.each([
    [`https://${HOST}`, "pass"],
    [`https://${HOST.toUpperCase()}:443//`, "pass"],
    [` HTTPS://${HOST} `, "pass"],
    [`https://${HOST}/nms`, "fail"],
    [`https://${HOST}:8443`, "fail"],
    [`https://${HOST}?x`, "fail"],
    [`https://jane@${HOST}`, "fail"],
    [`http://${HOST}/`, "fail caused by callback-https"],
    [HOST, "fail caused by callback-https"],
    ["https://other.example.com/NMS/", "pass"],
    ["https://other.example.com/nms", "fail"],
    ["no url at all", "fail"],
  ])("callback-allowlisted of %j: %s", async (callbackServer, expected) => {
    const allowlist = [`https://${HOST}/`, "https://other.example.com/NMS"];
    const config = JSON.stringify({ instances: { prod: { expect: { callbackAllowlist: allowlist } } } });
    expect(await says("callback-allowlisted", account({ callbackServer }), config)).toEqual([expected]);
  });
});

describe("organization ID", () => {
  test("all places are shown, the account's first", async () => {
    const linted = await lint(`
      organization: { id: ${OTHER_ORG} }
      serverConf: { web: [ { redirection: [ { IMSOrgId: ${ORG} } ] } ] }
      extAccounts:
        - { name: Adobe_Experience_Cloud, imsOrgId: ${ORG} }
    `);
    const [result] = linted.of("org-id-consistent", "fail");
    expect(result && linted.selected(result)).toBe(ORG);
    expect(result?.location.startLine).toBe(5);
    expect(result?.relatedLocations.map(({ location }) => location.startLine)).toEqual([3, 2]);
    expect(result?.relatedLocations.map(({ message }) => message).join()).toContain(OTHER_ORG);
    expect(result?.subject.kind).toBe("instance");
    expect(result?.causedBy).toBeNull();
  });

  test("two accounts are two statements", async () => {
    const of = (second: string) =>
      says(
        "org-id-consistent",
        `extAccounts: [ { name: a, imsOrgId: ${ORG} }, { name: b, imsOrgId: ${second} } ]`,
      );
    expect(await of(ORG)).toEqual(["pass"]);
    expect(await of(OTHER_ORG)).toEqual(["fail"]);
  });

  test("an ID that differs in form alone follows from org-id-format", async () => {
    const of = (imsOrgId: string) =>
      says("org-id-consistent", account({ imsOrgId }, { organization: { id: ORG } }));
    expect(await of(`${ORG} `)).toEqual(["fail caused by org-id-format"]);
    expect(await of(ORG.replace("@AdobeOrg", ""))).toEqual(["fail caused by org-id-format"]);
    expect(await of(OTHER_ORG.toLowerCase())).toEqual(["fail"]);
  });

  test("an empty ID of the account is no statement, and the others decide", async () => {
    expect(await says("org-id-consistent", account({ imsOrgId: "" }, { organization: { id: ORG } }))).toEqual(
      ["unknown because org-id-format"],
    );
    const both = { organization: { id: ORG }, serverConf: { web: { redirection: { IMSOrgId: OTHER_ORG } } } };
    expect(await says("org-id-consistent", account({ imsOrgId: "" }, both))).toEqual(["fail"]);
  });

  test("what is missing is named", async () => {
    const linted = await lint(account({ imsOrgId: ORG }));
    expect(linted.of("org-id-consistent").map(({ missing }) => missing)).toEqual([
      ["organization", "serverConf"],
    ]);
  });
});

test.each([
  ["Campaign1", undefined, "pass"],
  ["Campaign1", "Campaign1", "pass"],
  ["campaign1", "Campaign1", "fail"],
  ["Campaign1 ", "Campaign1", "fail"],
  ["  ", undefined, "fail"],
  ["", "Campaign1", "fail"],
  [12, "12", "pass"],
])("client-id %j where %j is expected: %s", async (clientId, expected, verdict) => {
  const config = JSON.stringify({ instances: { prod: { expect: expected ? { clientId: expected } : {} } } });
  expect(await says("client-id", account({ clientId }), config)).toEqual([verdict]);
});

describe("secrets", () => {
  test.each([
    ["not-a-real-secret", "pass", "fail"],
    [12345, "pass", "fail"],
    [true, "pass", "fail"],
    ["@bm90LWEtc2VjcmV0=", "pass", "fail/encrypted"],
    ["@not encrypted=", "pass", "fail"],
    ["***", "pass", "pass"],
    ["", "fail", "pass"],
    [{ present: true }, "pass", "pass"],
    [{ present: "1", encrypted: "1" }, "pass", "pass"],
    [{ present: "0" }, "fail", "pass"],
    [["not-a-real-secret"], "unknown", "fail"],
    [null, "unknown", "notApplicable"],
  ])("a client secret of %j", async (clientSecret, present, exposed) => {
    const snapshot = account({ clientSecret });
    expect(await says("client-secret-present", snapshot)).toEqual([present]);
    expect(await says("secret-exposed", snapshot)).toEqual([exposed]);
  });

  test("every secret is a finding of its own, at its value, and none is in the report", async () => {
    const planted = "S3cr3t-planted";
    const encoded = ["UzNjcjN0LXBsYW50ZWQ=", "@UzNjcjN0LXBsYW50ZWQ="];
    const linted = await lint(`
      instance: { url: "https://jane:${planted}@${HOST}" }
      extAccounts:
        - name: Adobe_Experience_Cloud
          clientSecret: ${planted}
          password: "${encoded[1]}"
          callbackServer: "http://${planted}@${HOST}/?x"
          imsServer: "https://jane:${planted}@evil.example.com"
        - { name: ftp, account: jane, password: ${planted} }
      options: { Proxy: "http://jane:${planted}@proxy.example.com:3128" }
      serverConf:
        shared:
          authentication: { xtk: { internalPassword: ${planted} } }
          ims: { authIMSClientSecret: ${planted}, authIMSCode: ${planted}, authIMSTAPrivateKey: ${planted} }
          dataStore: { dataSource: { dbcnx: { password: ${planted} } } }
      unknownKey: { clientSecret: ${planted} }
    `);
    const fails = linted.of("secret-exposed", "fail");
    expect(fails.map(({ subject }) => subject.name).sort()).toEqual([
      "extAccounts/Adobe_Experience_Cloud/callbackServer",
      "extAccounts/Adobe_Experience_Cloud/clientSecret",
      "extAccounts/Adobe_Experience_Cloud/imsServer",
      "extAccounts/Adobe_Experience_Cloud/password",
      "extAccounts/ftp/password",
      "instance/url",
      "options/Proxy",
      "serverConf/shared/authentication/xtk/internalPassword",
      "serverConf/shared/dataStore/dataSource/dbcnx/password",
      "serverConf/shared/ims/authIMSClientSecret",
      "serverConf/shared/ims/authIMSCode",
      "serverConf/shared/ims/authIMSTAPrivateKey",
      "unknownKey/clientSecret",
    ]);
    for (const result of fails) {
      expect(linted.selected(result)).toMatch(/S3cr3t-planted|@UzNj/);
      expect(result.observed).toBeNull();
      expect(result.subject.kind).toBe("secret");
    }
    const { results } = linted.report;
    const excerpts = results.map((result) => result.excerpt(200)?.text);
    const shown = JSON.stringify(linted.report) + JSON.stringify(excerpts);
    for (const form of [planted, ...encoded, encodeURIComponent(planted), planted.slice(2, 10)]) {
      expect(shown).not.toContain(form);
    }
  });

  test("two files of one instance: each secret is located in its own file", async () => {
    const one = account({ clientSecret: "not-a-real-secret" });
    const two = JSON.stringify({
      imsLint: "snapshot/v1",
      instance: { name: "prod", url: `https://a:b@${HOST}` },
    });
    const { report } = await lintFiles({ "one.json": one, "two.json": two });
    const found = report.results.filter(
      ({ rule, verdict }) => rule.id === "secret-exposed" && verdict === "fail",
    );
    expect(found.map(({ location, subject }) => [location.path, subject.name])).toEqual([
      ["one.json", "extAccounts/Adobe_Experience_Cloud/clientSecret"],
      ["two.json", "instance/url"],
    ]);
  });
});

describe("IMS scope", () => {
  const ALL = "openid,AdobeID,read_organizations,additional_info.projectedProductContext";

  test.each([
    // scope, 3.16, 3.17
    [ALL, ["pass"], ["pass"]],
    [ALL.replaceAll(",", " "), ["pass"], ["fail"]],
    [ALL.replaceAll(",", ";"), ["pass"], ["fail"]],
    [`${ALL},`, ["pass"], ["fail"]],
    [`,${ALL}`, ["pass"], ["fail"]],
    [`${ALL}\n`, ["pass"], ["fail"]],
    [ALL.replace("AdobeID", "\u200bAdobeID"), ["pass"], ["fail"]],
    [`${ALL},openid`, ["pass"], ["fail"]],
    [`${ALL},acme,ACME`, ["pass"], ["pass"]],
    [`${ALL},OpenID`, ["pass"], ["fail"]],
    [ALL.replace("AdobeID", "adobeid"), ["fail/other caused by scope-syntax"], ["fail"]],
    [ALL.replace("AdobeID", "adobeid").replace("openid,", ""), ["fail/other"], ["fail"]],
    [ALL.toUpperCase(), ["fail caused by scope-syntax", "fail/other caused by scope-syntax"], ["fail"]],
    ["session", ["fail", "fail/other"], ["pass"]],
    [`${ALL}_x`, ["fail"], ["pass"]],
    [",", ["fail", "fail/other"], ["fail"]],
    ["", ["fail"], ["unknown because scope-required"]],
    [null, ["unknown"], ["unknown"]],
  ])("%j", async (userScope, required, syntax) => {
    const snapshot = account({ userScope });
    expect(await says("scope-required", snapshot)).toEqual(required);
    expect(await says("scope-syntax", snapshot)).toEqual(syntax);
  });

  test("one finding names all that lack, and all that is off", async () => {
    const linted = await lint(account({ userScope: "session, openid,openid,,ADOBEID" }));
    const [other] = linted.of("scope-required", "fail").filter(({ clause }) => clause === "other");
    expect(other?.message).toContain("AdobeID and read_organizations");
    expect(other?.message).not.toContain("hold openid");
    const [syntax] = linted.of("scope-syntax", "fail");
    for (const part of [
      "white space",
      "comma too many",
      "openid more than once",
      "ADOBEID instead of AdobeID",
    ]) {
      expect(syntax?.message).toContain(part);
    }
    expect(syntax?.expected).toBe("session,openid,AdobeID");
  });

  test.each([
    ["openid", ["openid", "AdobeID"], ["pass"]],
    ["openid, AdobeID", ["openid,AdobeID"], ["pass"]],
    ["openid,session", ["openid", "AdobeID"], ["fail"]],
    ["OPENID", ["openid"], ["fail caused by scope-syntax"]],
    ["OPENID,session", ["openid"], ["fail"]],
    ["Acme", ["acme"], ["fail"]],
    ["openid", [], ["fail"]],
    [" , ", ["openid"], ["unknown because scope-required"]],
    ["", ["openid"], ["unknown because scope-required"]],
  ])("scope-provisioned of %j where %j is provisioned", async (userScope, scopes, expected) => {
    const config = JSON.stringify({ instances: { prod: { expect: { scopes } } } });
    expect(await says("scope-provisioned", account({ userScope }), config)).toEqual(expected);
  });

  test("what is not stated is unknown once, not once an account", async () => {
    const snapshot =
      "extAccounts: [ { name: a, imsServer: x, userScope: openid }, { name: b, imsServer: x, userScope: openid } ]";
    const linted = await lint(snapshot);
    for (const rule of ["scope-provisioned", "callback-allowlisted"]) {
      expect(
        linted.of(rule).map(({ verdict, subject, missing }) => [verdict, subject.kind, missing]),
      ).toEqual([["unknown", "instance", ["expectations"]]]);
    }
  });
});

test.each([
  ["dma_campaign_classic", undefined, "pass"],
  ["DMA_campaign_classic", undefined, "fail"],
  [" ", undefined, "fail"],
  ["", undefined, "fail/empty"],
  ["", "dma_campaign", "fail/empty"],
  ["dma_campaign", "dma_campaign", "pass"],
  ["dma_campaign_classic", "dma_campaign", "fail"],
  [null, "dma_campaign", "unknown"],
])("product-context %j where %j is expected: %s", async (productContext, expected, verdict) => {
  const expectations = expected ? { productContext: expected } : {};
  const config = JSON.stringify({ instances: { prod: { expect: expectations } } });
  expect(await says("product-context", account({ productContext }), config)).toEqual([verdict]);
});

describe("tenant", () => {
  test.each([
    ["https://marketing.adobe.com", "acme", ["pass"]],
    ["HTTPS://marketing.adobe.com", "acme", ["pass"]],
    ["http://marketing.adobe.com", "acme", ["fail"]],
    ["https:marketing.adobe.com", "acme", ["fail"]],
    ["https://", "acme", ["fail"]],
    ["", "", ["fail", "fail"]],
    ["https://marketing.adobe.com", " ", ["fail"]],
    [null, "acme", ["unknown"]],
    [null, "", ["fail"]],
    [null, null, ["unknown"]],
  ])("server %j, tenant %j: %j", async (server, tenant, expected) => {
    expect(await says("tenant", account({ server, tenant }))).toEqual(expected);
  });

  test("its two findings are two, tomorrow as well", async () => {
    const linted = await lint(account({ server: "", tenant: "" }));
    expect(new Set(linted.of("tenant").map(({ identity }) => identity)).size).toBe(2);
  });
});

test.each([
  ["hosted", ["review", "review"]],
  ["managed", ["review", "review"]],
  ["on-premise", ["notApplicable", "notApplicable"]],
  ["hybrid", ["notApplicable", "notApplicable"]],
  ["elsewhere", ["unknown"]],
  [null, ["unknown"]],
])("account-hosted where the deployment is %j: %j", async (deployment, expected) => {
  const extAccounts = [
    { name: "a", imsServer: "x" },
    { name: "b", imsServer: "x" },
  ];
  const snapshot = JSON.stringify({ imsLint: "snapshot/v1", instance: { deployment }, extAccounts });
  expect(await says("account-hosted", snapshot)).toEqual(expected);
});
