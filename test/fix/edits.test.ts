import { describe, expect, test } from "vitest";
import { mendFiles } from "../support/mend.js";

/** What --fix does to the text of a file: the value is written anew in its own style, and not a byte beside it. */

const RIGHT = "4D5E6F708192A3B49F1C2B3A@AdobeOrg";
const WRONG = "4D5E6F708192A3B49F1C2B3A";

/** The same in all files: one value is wrong, with `WRONG` where it stands. */
async function fixed(text: string | Buffer, name = "prod.yaml") {
  return mendFiles({ [name]: text }, { only: ["org-id-format"] });
}

const yaml = (account: string) => `imsLint: snapshot/v1\nextAccounts:\n${account}\n`;
const ACCOUNT = "  - name: Adobe_Experience_Cloud\n";

describe("YAML keeps its style", () => {
  test.each([
    ["plain", yaml(`${ACCOUNT}    imsOrgId: ${WRONG}   # from the form`)],
    ["in a flow", yaml(`  - { name: Adobe_Experience_Cloud, imsOrgId: ${WRONG} }`)],
    ["close to the next key", yaml(`  - {imsOrgId: ${WRONG},name: Adobe_Experience_Cloud}`)],
    ["in single quotes", yaml(`${ACCOUNT}    imsOrgId: '${WRONG}'`)],
    ["in double quotes", yaml(`${ACCOUNT}    imsOrgId: "${WRONG}" # a 'comment'`)],
    ["behind an anchor and a tag", yaml(`${ACCOUNT}    imsOrgId: !!str &id ${WRONG}`)],
    ["of a key in quotes", yaml(`${ACCOUNT}    "imsOrgId" :\t${WRONG}`)],
    ["on a line of its own", yaml(`${ACCOUNT}    imsOrgId:\n      # here\n      ${WRONG}`)],
    [
      "behind a question mark",
      yaml(`  - ? name\n    : Adobe_Experience_Cloud\n    ? imsOrgId\n    : ${WRONG}`),
    ],
    [
      "with tabs, blank lines and spaces at line ends",
      yaml(`${ACCOUNT}\n    imsOrgId: ${WRONG}  \t\n\n\n    # end `),
    ],
    ["without a last line end", yaml(`${ACCOUNT}    imsOrgId: ${WRONG}`).trimEnd()],
    ["with CRLF", yaml(`${ACCOUNT}    imsOrgId: ${WRONG}`).replaceAll("\n", "\r\n")],
    ["with a byte-order mark", `\ufeff${yaml(`${ACCOUNT}    imsOrgId: ${WRONG}`)}`],
    [
      "beside characters of two units",
      yaml(`  - { label: "東京😀", name: Adobe_Experience_Cloud, imsOrgId: ${WRONG} }`),
    ],
    [
      "in the second document",
      `--- # first\nimsLint: snapshot/v1\n...\n---\n${yaml(`${ACCOUNT}    imsOrgId: ${WRONG}`)}`,
    ],
    ["JSON in a file of YAML", `{"imsLint": "snapshot/v1", "extAccounts": [{"imsOrgId": "${WRONG}"}]}`],
  ])("%s", async (_name, text) => {
    const mended = await fixed(text);
    expect(mended.text("prod.yaml")).toBe(text.replace(WRONG, RIGHT));
    expect(mended.leftAs).toEqual({});
  });

  test("what cannot stand without quotes gets some", async () => {
    const scope = async (text: string) =>
      (await mendFiles({ "prod.yaml": yaml(text) }, { only: ["scope-syntax"] })).text("prod.yaml");
    const block = `${ACCOUNT}    userScope: `;
    expect(await scope(`${block}openid;AdobeID # two`)).toBe(yaml(`${block}openid,AdobeID # two`));
    const flow = "  - { name: Adobe_Experience_Cloud, userScope: ";
    expect(await scope(`${flow}openid;AdobeID }`)).toBe(yaml(`${flow}"openid,AdobeID" }`));
  });

  test("a quote in quotes stays one", async () => {
    const mask = async (text: string) =>
      (await mendFiles({ "prod.yaml": yaml(`${ACCOUNT}    imsRightsMask: ${text}`) })).text("prod.yaml");
    expect(await mask("'Campaign - jane''s - (.&#42;)'")).toContain(": 'Campaign - jane''s - (.*)'\n");
    expect(await mask("'Campaign - jane&apos;s - (.*)'")).toContain(": 'Campaign - jane''s - (.*)'\n");
    expect(await mask('"Campaign - &quot;a&quot; - (.*)"')).toContain(': "Campaign - \\"a\\" - (.*)"\n');
  });

  test("escapes that are not concerned stay", async () => {
    const text = yaml(`${ACCOUNT}    imsRightsMask: "\\x43ampaign - \\u00e9\\U0001F600 - (.&#42;)\\x20"`);
    const { text: after } = await mendFiles({ "prod.yaml": text });
    expect(after("prod.yaml")).toBe(text.replace("&#42;", "*").replace("\\x20", ""));
  });
});

describe("YAML that cannot be edited with certainty", () => {
  test.each([
    ["a block of lines", "block", `${ACCOUNT}    imsOrgId: |-\n      ${WRONG}`],
    ["a folded block", "block", `${ACCOUNT}    imsOrgId: >-\n      ${WRONG}`],
    ["quotes over several lines", "several-lines", `${ACCOUNT}    imsOrgId: "${WRONG}\\\n      "`],
    [
      "plain text over several lines",
      "several-lines",
      `${ACCOUNT}    imsOrgId:\n      ${WRONG}@Adobe\n      Org`,
    ],
    [
      "a key that comes twice, and alike",
      "unclear",
      `${ACCOUNT}    imsOrgId: ${WRONG}\n    imsOrgId: ${WRONG}`,
    ],
  ])("%s", async (name, why, account) => {
    const text = yaml(account);
    const mended = await fixed(text);
    expect(mended.text("prod.yaml")).toBe(text);
    // Broken in the middle, it is no organization ID at all.
    expect(mended.leftAs).toEqual(name.startsWith("plain") ? {} : { imsOrgId: [why, RIGHT] });
  });
});

describe("aliases", () => {
  const two = (first: string, second: string) =>
    yaml(`  - { name: Adobe_Experience_Cloud, ${first} }\n  - { name: other, ${second} }`);

  test("what is wrong in every place is mended where it is written", async () => {
    const text = two(`imsOrgId: &id ${WRONG}`, "imsOrgId: *id");
    expect((await fixed(text)).text("prod.yaml")).toBe(text.replace(WRONG, RIGHT));
  });

  test("what stands for something else too is left", async () => {
    const text = two(`imsOrgId: &id ${WRONG}`, "label: *id, imsServer: ims-na1.adobelogin.com");
    const mended = await fixed(text);
    expect(mended.text("prod.yaml")).toBe(text);
    expect(mended.leftAs).toEqual({ imsOrgId: ["shared", RIGHT] });
  });

  test("other values of the file are mended all the same", async () => {
    const text = two(`imsOrgId: &id ${WRONG}, label: *id`, `imsOrgId: "${WRONG} "`);
    const mended = await fixed(text);
    expect(mended.text("prod.yaml")).toBe(text.replace(`"${WRONG} "`, `"${RIGHT}"`));
    expect(mended.leftAs).toEqual({ imsOrgId: ["shared", RIGHT] });
  });

  test("a record that is merged into others is mended where it is wrong in all of them", async () => {
    const text = `imsLint: snapshot/v1\nextAccounts:\n  - &base\n    name: Adobe_Experience_Cloud\n    imsOrgId: ${WRONG}\n  - { <<: *base, name: other }\n`;
    expect((await fixed(text)).text("prod.yaml")).toBe(text.replace(WRONG, RIGHT));
  });

  test("a secret behind an alias is never written", async () => {
    const text = yaml(`${ACCOUNT}    clientSecret: &s "${WRONG} "\n    imsOrgId: *s`);
    expect((await fixed(text)).text("prod.yaml")).toBe(text);
  });
});

describe("JSON", () => {
  const json = (value: string) =>
    `{\r\n\t"imsLint": "snapshot/v1",\r\n\t"extAccounts": [ { "name": "Adobe_Experience_Cloud", "imsRightsMask": ${value} } ]\r\n}`;

  test.each([
    ["a text", '"Campaign - acme - (.&#42;)"', '"Campaign - acme - (.*)"'],
    [
      "escapes beside the fault",
      '"Campaign \\u002d \\/acm\\u00e9 - (.&#42;)"',
      '"Campaign \\u002d \\/acm\\u00e9 - (.*)"',
    ],
    ["the fault in escapes", '"Campaign - acme - (.\\u0026\\u002342;)"', '"Campaign - acme - (.*)"'],
    [
      "quotes and back-slashes",
      '"Campaign \\\\- &quot;acme&quot; - (.*)"',
      '"Campaign \\\\- \\"acme\\" - (.*)"',
    ],
    [
      "characters of two units",
      '"Campaign 😀 \\ud83d\\ude00 - (.&#42;)"',
      '"Campaign 😀 \\ud83d\\ude00 - (.*)"',
    ],
  ])("%s", async (_name, value, expected) => {
    const mended = await mendFiles({ "prod.json": json(value) }, { only: ["mask-html-entity"] });
    expect(mended.text("prod.json")).toBe(json(expected));
  });

  test("a key that comes twice is left", async () => {
    const text = json('"Campaign - (.&#42;)", "imsRightsMask": "Campaign - (.&#42;)"');
    const mended = await mendFiles({ "prod.json": text });
    expect(mended.text("prod.json")).toBe(text);
    expect(mended.leftAs).toMatchObject({ imsRightsMask: ["unclear", "Campaign - (.*)"] });
  });
});

describe("encodings", () => {
  const text = yaml(`${ACCOUNT}    label: é東\n    imsOrgId: ${WRONG}`);
  const encodings: readonly (readonly [string, (of: string) => Buffer])[] = [
    ["UTF-8", (of) => Buffer.from(of)],
    ["UTF-16 LE", (of) => Buffer.from(`\ufeff${of}`, "utf16le")],
    ["UTF-16 BE", (of) => Buffer.from(`\ufeff${of}`, "utf16le").swap16()],
  ];
  test.each(encodings)("%s", async (_name, encode) => {
    const mended = await fixed(encode(text));
    expect(mended.bytes("prod.yaml").equals(encode(text.replace(WRONG, RIGHT)))).toBe(true);
  });

  test("bytes that are no part of the text are not lost: the file is left", async () => {
    const bytes = Buffer.concat([Buffer.from(`\ufeff${text}`, "utf16le"), Buffer.from([0x20])]);
    const mended = await fixed(bytes);
    expect(mended.files).toEqual([]);
    expect(mended.leftAs).toEqual({ imsOrgId: ["encoding", RIGHT] });
  });
});
