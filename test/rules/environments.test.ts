import { describe, expect, test } from "vitest";
import { lintFiles, select } from "../support/lint.js";

/** Area 8: instances held against one another. */

interface Environment {
  readonly url?: string;
  readonly options?: string;
  readonly account?: string;
  readonly more?: string;
}

const ORG = "4D5E6F708192A3B49F1C2B3A@AdobeOrg";

function snapshot(name: string, { url, options, account, more = "" }: Environment): string {
  return [
    "imsLint: snapshot/v1",
    `instance: { name: ${name}${url === undefined ? "" : `, url: "${url}"`} }`,
    ...(options === undefined ? [] : [`options: { NmsServer_URL: "${options}" }`]),
    ...(account === undefined ? [] : [`extAccounts: [ { name: Adobe_Experience_Cloud, ${account} } ]`]),
    more,
  ].join("\n");
}

/** What a rule says of each instance; of a fail, what its span selects and which instances are related. */
async function said(rule: string, environments: Readonly<Record<string, Environment>>, config?: string) {
  const files = Object.fromEntries(
    Object.entries(environments).map(([name, environment]) => [`${name}.yaml`, snapshot(name, environment)]),
  );
  const { report } = await lintFiles(files, config === undefined ? {} : { config });
  const results = report.results.filter((result) => result.rule.id === rule);
  return Object.fromEntries(
    results.map((result) => [
      result.instance,
      result.verdict === "fail"
        ? {
            at: select(files[result.location.path] ?? "", result),
            related: result.relatedLocations.map(({ location }) => location.path),
            causedBy: result.causedBy?.rule ?? null,
          }
        : result.verdict,
    ]),
  );
}

const ims = (host: string) => ({ account: `imsServer: "${host}"` });
const callback = (address: string, more: Environment = {}) => ({
  account: `callbackServer: "${address}"`,
  ...more,
});
const NA1 = "https://ims-na1.adobelogin.com";
const OLD = "https://adobeid-na1.services.adobe.com";
const STAGE = "https://ims-na1-stg1.adobelogin.com";

describe("same-ims-server", () => {
  const rule = "same-ims-server";

  test("blames the one that differs from most, not the one that comes last", async () => {
    expect(await said(rule, { a: ims(OLD), b: ims(NA1), c: ims(NA1) })).toEqual({
      a: { at: `"${OLD}"`, related: ["b.yaml", "c.yaml"], causedBy: null },
      b: "pass",
      c: "pass",
    });
  });

  test("takes a host of IMS under test for wrong, though most use it", async () => {
    const found = await said(rule, { a: ims(STAGE), b: ims(STAGE), c: ims(NA1) });
    expect(found).toMatchObject({
      a: { related: ["c.yaml"], causedBy: "ims-server-production" },
      b: { causedBy: "ims-server-production" },
      c: "pass",
    });
  });

  test("compares those that are known", async () => {
    expect(await said(rule, { a: ims(NA1), b: {}, c: ims(NA1) })).toEqual({
      a: "pass",
      b: "unknown",
      c: "pass",
    });
    expect(await said(rule, { a: ims(""), b: ims(NA1) })).toEqual({ a: "unknown", b: "unknown" });
  });

  test("does not choose between accounts that differ", async () => {
    const two = {
      more: `extAccounts: [ { name: a, imsServer: "${NA1}" }, { name: b, imsServer: "${OLD}" } ]`,
    };
    expect(await said(rule, { a: two, b: ims(NA1) })).toEqual({ a: "unknown", b: "unknown" });
  });
});

describe("callback-distinct", () => {
  const rule = "callback-distinct";

  test("reports the later one, and says of the earlier where it is reported", async () => {
    const both = {
      a: callback("https://acme.example.com"),
      b: callback("https://other.example.com"),
      c: callback("https://acme.example.com:443/"),
    };
    expect(await said(rule, both)).toEqual({
      a: "notApplicable",
      b: "pass",
      c: { at: '"https://acme.example.com:443/"', related: ["a.yaml"], causedBy: null },
    });
  });

  test("follows from an account that was copied", async () => {
    const url = "https://acme.example.com";
    const copied = { a: callback(url, { url }), b: callback(url, { url: "https://stage.example.com" }) };
    expect(await said(rule, copied)).toMatchObject({ b: { causedBy: "account-cloned" } });
  });

  test("passes only where every callback is known", async () => {
    expect(await said(rule, { a: callback("https://a.example.com"), b: callback("") })).toEqual({
      a: "unknown",
      b: "unknown",
    });
  });
});

describe("account-cloned", () => {
  const rule = "account-cloned";
  const url = "https://acme.example.com";

  test("is no matter of an instance whose own address it is", async () => {
    const shared = { a: callback(url, { url }), b: callback(url, { url }) };
    expect(await said(rule, shared)).toEqual({ a: "pass", b: "pass" });
  });

  test("knows the access URL from the config", async () => {
    const config = `instances: { a: { url: "${url}" } }`;
    expect(await said(rule, { a: {}, b: callback(url) }, config)).toMatchObject({ b: { at: `"${url}"` } });
  });

  test("takes no option for another instance where it is its own too", async () => {
    const alike = {
      a: callback("https://x.example.com", { options: url }),
      b: callback(url, { options: url }),
    };
    expect(await said(rule, alike)).toEqual({ a: "unknown", b: "unknown" });
  });

  test("passes where all other access URLs are known and are others", async () => {
    const apart = {
      a: callback(url, { url: "https://a.example.com" }),
      b: { url: "https://b.example.com" },
      c: { url: "https://c.example.com" },
    };
    expect((await said(rule, apart)).a).toBe("pass");
    expect((await said(rule, { ...apart, c: {} })).a).toBe("unknown");
  });
});

describe("mask-distinct", () => {
  const rule = "mask-distinct";
  const mask = (text: string, profiles?: readonly string[], complete = "yes"): Environment => ({
    account: `imsRightsMask: "${text}", imsOrgId: ${ORG}`,
    ...(profiles
      ? {
          more: `organization: { groups: [${profiles.map((name) => `{ groupName: ${name}, type: PRODUCT_PROFILE }`).join(", ")}] }\ncomplete: { profiles: ${complete} }`,
        }
      : {}),
  });

  test("finds a shared profile in either listing", async () => {
    const [wide, narrow] = ["campaign - (.*)", "campaign - stage - (.*)"];
    const profiles = ["campaign - prod - x", "campaign - stage - x"];
    for (const environments of [
      { a: mask(wide, profiles), b: mask(narrow) },
      { a: mask(wide), b: mask(narrow, profiles) },
      { a: mask(wide, profiles), b: mask(narrow, profiles) },
    ]) {
      expect(await said(rule, environments)).toMatchObject({
        a: "notApplicable",
        b: { at: `"${narrow}"`, related: ["a.yaml"] },
      });
    }
  });

  test("takes a listing of one instance for that of the organization", async () => {
    const apart = {
      a: mask("campaign - prod - (.*)", ["campaign - prod - x"]),
      b: mask("campaign - stage - (.*)"),
    };
    expect(await said(rule, apart)).toEqual({ a: "pass", b: "pass" });
  });

  test("does not pass on a listing that may not be all", async () => {
    const part = {
      a: mask("campaign - prod - (.*)", ["campaign - prod - x"], "unknown"),
      b: mask("stage - (.*)"),
    };
    expect(await said(rule, part)).toEqual({ a: "unknown", b: "unknown" });
  });

  test("passes two equal masks that match no profile there is", async () => {
    const same = { a: mask("campaign - (.*)", ["Analytics"]), b: mask("campaign - (.*)") };
    expect(await said(rule, same)).toEqual({ a: "pass", b: "pass" });
  });

  test("does not read a mask that is none", async () => {
    expect(await said(rule, { a: mask("campaign - (.*"), b: mask("campaign - (.*)") })).toEqual({
      a: "unknown",
      b: "unknown",
    });
  });
});

describe("same-organization", () => {
  test("blames the one that differs from most", async () => {
    const of = (id: string) => ({ account: `imsOrgId: ${id}` });
    const other = "0A1B2C3D4E5F60718293A4B5@AdobeOrg";
    expect(await said("same-organization", { a: of(other), b: of(ORG), c: of(ORG) })).toEqual({
      a: { at: other, related: ["b.yaml", "c.yaml"], causedBy: null },
      b: "pass",
      c: "pass",
    });
  });
});

test("of many instances each is held against the others once", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `i${index}.yaml`,
      snapshot(`i${index}`, callback(`https://acme${index % 30}.example.com`)),
    ]),
  );
  const { report } = await lintFiles(files);
  const results = report.results.filter(({ rule }) => rule.id === "callback-distinct");
  expect(results.filter(({ verdict }) => verdict === "fail")).toHaveLength(30);
  expect(results).toHaveLength(60);
});
