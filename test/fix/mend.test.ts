import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.js";
import { defineRule, type Rule } from "../../src/evaluate/rule.js";
import { mendFiles } from "../support/mend.js";

/** Which files are mended at all, and what is left though it has one right answer. */

const WRONG = "4d5e6f708192a3b49f1c2b3a";
const RIGHT = "4D5E6F708192A3B49F1C2B3A@AdobeOrg";
const snapshot = (fields: string, more = "") =>
  `imsLint: snapshot/v1\nextAccounts:\n  - { name: Adobe_Experience_Cloud, ${fields} }\n${more}`;

describe("evidence is never edited", () => {
  const evidence: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      "a package",
      {
        "a.xml": `<package><entities schema="nms:extAccount"><extAccount imsOrgId="${WRONG}"/></entities></package>`,
      },
    ],
    [
      "JSON of the SDK",
      { "a.json": JSON.stringify({ extAccount: [{ name: "Adobe_Experience_Cloud", imsOrgId: WRONG }] }) },
    ],
    [
      "a snapshot that was converted",
      { "a.yaml": snapshot(`imsOrgId: ${WRONG}`, "sources: [ { path: a.xml } ]\n") },
    ],
    ["a snapshot with an empty list of sources", { "a.yaml": snapshot(`imsOrgId: ${WRONG}`, "sources:\n") }],
    [
      "a document beside one that was converted",
      { "a.yaml": `${snapshot(`imsOrgId: ${WRONG}`)}---\n${snapshot("label: x", "sources: []\n")}` },
    ],
  ];
  test.each(evidence)("%s", async (_name, files) => {
    const mended = await mendFiles(files);
    expect(mended.files).toEqual([]);
    expect(mended.leftAs).toEqual({ imsOrgId: ["evidence", RIGHT] });
  });

  test("the hand-kept snapshot beside it is", async () => {
    const files = {
      "acme/a.xml": `<package><entities schema="nms:extAccount"><extAccount imsOrgId="${WRONG}" imsRightsMask="Campaign - (.&amp;#42;)"/></entities></package>`,
      "other.yaml": snapshot(`imsOrgId: ${WRONG}`),
    };
    const mended = await mendFiles(files);
    expect(mended.files.map(({ file }) => file.name)).toEqual(["other.yaml"]);
    expect(mended.leftAs).toEqual({
      imsOrgId: ["evidence", RIGHT],
      imsRightsMask: ["evidence", "Campaign - (.*)"],
    });
  });

  test("standard input has no file, whatever it is called", async () => {
    const files = { "prod.yaml": "not a snapshot" };
    const stdin = () => Buffer.from(snapshot(`imsOrgId: ${WRONG}`));
    const mended = await mendFiles(files, { paths: ["-"], stdin, stdinName: "prod.yaml" });
    expect(mended.files).toEqual([]);
    expect(mended.leftAs).toEqual({ imsOrgId: ["standard-input", RIGHT] });
  });
});

test("several faults of one value are mended together", async () => {
  const text = snapshot('imsRightsMask: "\\tCampaign - acme - (.&amp;#42;) "');
  const mended = await mendFiles({ "prod.yaml": text });
  expect(mended.text("prod.yaml")).toContain('imsRightsMask: "Campaign - acme - (.*)"');
  const [value] = mended.files[0]?.edits[0]?.values ?? [];
  expect(value?.findings.map(({ rule }) => rule.id)).toEqual(["mask-html-entity", "mask-whitespace"]);
});

test("what was mended has nothing left to mend", async () => {
  const text = snapshot(
    `imsOrgId: ${WRONG}, userScope: "openid, AdobeID", imsRightsMask: "Campaign - acme - (.&#42;) "`,
  );
  const once = await mendFiles({ "prod.yaml": text });
  const twice = await mendFiles({ "prod.yaml": once.text("prod.yaml") });
  expect(twice.files).toEqual([]);
  expect(twice.left).toEqual([]);
});

describe("a fix that would do harm is not made", () => {
  test("where two statements of one ID would differ", async () => {
    const text = snapshot(
      `imsOrgId: ${WRONG}@AdobeOrg, callbackServer: " https://acme.example.com"`,
      `organization: { id: ${WRONG}@AdobeOrg }\n`,
    );
    const mended = await mendFiles({ "prod.yaml": text });
    expect(mended.leftAs).toEqual({ imsOrgId: ["brings org-id-consistent", RIGHT] });
    // The other value of the account has nothing to do with it.
    expect(mended.text("prod.yaml")).toBe(text.replace('" https', '"https'));
  });

  test("not even where the rule that it would break is off", async () => {
    const text = snapshot(`imsOrgId: ${WRONG}@AdobeOrg`, `organization: { id: ${WRONG}@AdobeOrg }\n`);
    const mended = await mendFiles({ "prod.yaml": text }, { presets: [], only: ["org-id-format"] });
    expect(mended.leftAs).toEqual({ imsOrgId: ["brings org-id-consistent", RIGHT] });
  });

  test("where another file says the same of the same account", async () => {
    const files = {
      "a.yaml": `${snapshot(`imsOrgId: ${WRONG}`)}instance: { name: acme }\n`,
      "b.yaml": `${snapshot(`imsOrgId: ${WRONG}`)}instance: { name: acme }\n`,
    };
    const mended = await mendFiles(files);
    expect(mended.files).toEqual([]);
    expect(mended.leftAs).toEqual({ imsOrgId: ["brings export-shape", RIGHT] });
  });

  test("where the file would be larger than what is read", async () => {
    const text = snapshot("imsOrgId: 4D5E6F708192A3B49F1C2B3A");
    const mended = await mendFiles({ "prod.yaml": text }, { maxBytes: text.length });
    expect(mended.files).toEqual([]);
    expect(mended.leftAs).toEqual({ imsOrgId: ["too-large", RIGHT] });
  });
});

test("what a wrong mask hid may come to light", async () => {
  const text = snapshot(
    'imsRightsMask: "Campaign - acme - (.&#42;)"',
    "groups: [ { name: delivery } ]\norganization: { groups: [ { groupName: Campaign - acme - x, type: PRODUCT_PROFILE } ] }\n",
  );
  const mended = await mendFiles({ "prod.yaml": text });
  expect(mended.text("prod.yaml")).toBe(text.replace("&#42;", "*"));
});

describe("only what the run finds is mended", () => {
  const text = snapshot(`imsOrgId: ${WRONG}, userScope: "openid, AdobeID"`);
  test.each([
    ["a rule that is off", { levels: new Map([["scope-syntax", "off"]] as const) }],
    ["a rule that does not run", { presets: [], only: ["org-id-format"] }],
  ])("%s", async (_name, options) => {
    const mended = await mendFiles({ "prod.yaml": text }, options);
    expect(mended.text("prod.yaml")).toBe(text.replace(WRONG, RIGHT));
    expect(mended.left).toEqual([]);
  });

  test("a clause that is off", async () => {
    const clause = snapshot(`imsOrgId: ${WRONG}@AdobeOrg`);
    const mended = await mendFiles(
      { "prod.yaml": clause },
      { levels: new Map([["org-id-format/non-hex", "off"]]) },
    );
    expect(mended.files).toEqual([]);
  });
});

describe("values with a secret in them", () => {
  test.each([
    'callbackServer: "https://jane:not-a-real-secret@acme.example.com "',
    'imsServer: " https://jane:not-a-real-secret@ims-na1.adobelogin.com"',
    'userScope: "openid, https://jane:not-a-real-secret@acme.example.com/,AdobeID"',
    'imsRightsMask: "https://jane:not-a-real-secret@acme.example.com (.&#42;)"',
  ])("%s is left and not told", async (field) => {
    const text = snapshot(field);
    const mended = await mendFiles({ "prod.yaml": text });
    expect(mended.text("prod.yaml")).toBe(text);
    expect(JSON.stringify(mended.leftAs)).not.toContain("secret");
  });
});

describe("rules that do not agree", () => {
  const turn = (id: string, from: string, to: string): Rule =>
    defineRule({
      ...(rules.find((rule) => rule.id === "client-id") as Rule),
      id,
      needs: ["imsAccounts"],
      check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
          const at = [account, "clientId"] as const;
          if (account.clientId === from) verdict.fail(account, { message: "no", at, fix: { at, to } });
          else verdict.pass(account);
        }
      },
    });

  test("leave the value, and what else is wrong is mended", async () => {
    const text = snapshot(`clientId: here, imsOrgId: ${WRONG}`);
    const own = [turn("one-way", "here", "there"), turn("other-way", "there", "here")];
    const mended = await mendFiles({ "prod.yaml": text }, { rules: [...own, ...rules] });
    expect(mended.text("prod.yaml")).toBe(text.replace(WRONG, RIGHT));
    expect(mended.leftAs).toMatchObject({ clientId: ["restless", expect.any(String)] });
  });

  test("a fix that leaves its fault is not made", async () => {
    const text = snapshot("clientId: here");
    const stubborn: Rule = defineRule({
      ...(rules.find((rule) => rule.id === "client-id") as Rule),
      id: "stubborn",
      needs: ["imsAccounts"],
      check({ imsAccounts: [account] }, verdict) {
        if (!account) return;
        const at = [account, "clientId"] as const;
        const fix = account.clientId === "here" ? { at, to: "there" } : undefined;
        verdict.fail(account, { message: "no", at, fix });
      },
    });
    const mended = await mendFiles({ "prod.yaml": text }, { rules: [stubborn, ...rules] });
    expect(mended.files).toEqual([]);
    expect(mended.leftAs).toMatchObject({ clientId: ["stays", "there"] });
  });
});

test("thousands of accounts are mended in no more than a few runs' time", async () => {
  const accounts = Array.from(
    { length: 3_000 },
    (_, index) =>
      `  - { name: account${index}, imsOrgId: "${WRONG} ", imsRightsMask: "Campaign - (.&#42;) " }`,
  );
  const text = `imsLint: snapshot/v1\nextAccounts:\n${accounts.join("\n")}\n`;
  const start = performance.now();
  const mended = await mendFiles({ "prod.yaml": text });
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(mended.files[0]?.edits).toHaveLength(6_000);
});
