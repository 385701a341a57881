import { describe, expect, test } from "vitest";
import { mendFiles } from "../support/mend.js";

/** Where exactly one value can be meant, and where more than one could be. */

async function mendField(field: string, value: string, more = "", config?: string) {
  const text = `imsLint: snapshot/v1\nextAccounts:\n  - { name: Adobe_Experience_Cloud, ${field}: ${JSON.stringify(value)} }\n${more}`;
  const mended = await mendFiles({ "prod.yaml": text }, config === undefined ? {} : { config });
  const after = /: ("(?:[^"\\]|\\.)*") \}\n/.exec(mended.text("prod.yaml"))?.[1] ?? "";
  return String(JSON.parse(after));
}

describe("the organization ID", () => {
  const ID = "4D5E6F708192A3B49F1C2B3A@AdobeOrg";
  test.each([
    ["4D5E6F708192A3B49F1C2B3A", ID],
    ["4d5e6f708192a3b49f1c2b3a", ID],
    ["4d5E6F708192A3B49F1C2B3A@ADOBEORG", ID],
    ["\t4D5E6F708192A3B49F1C2B3A@AdobeOrg\u00a0\u200b", ID],
    // Letters that are no hexadecimal figures keep their case: which is meant nobody knows.
    ["4d5e6f708192a3b49f1c2b3z", "4d5e6f708192a3b49f1c2b3z@AdobeOrg"],
  ])("%j is %j", async (value, expected) => {
    expect(await mendField("imsOrgId", value)).toBe(expected);
  });

  test.each([
    "4D5E6F708192A3B49F1C2B3@AdobeOrg",
    "4D5E6F708192A3B49F1C2B3AA",
    "4D5E6F708192A3B49F1C2B3A@AdobeOrg@AdobeOrg",
    "4D5E6F708192A3B49F1C2B3A@Adobe",
    "4D5E6F708192 A3B49F1C2B3A@AdobeOrg",
    "4D5E6F708192A3B49F1C2B3A@AdobeId",
    "4D5E6F708192A3B49F1C2B3-@AdobeOrg",
    "4d5e6f708192a3b49f1c2b3z@AdobeOrg",
    "@AdobeOrg",
    "",
  ])("%j is left", async (value) => {
    expect(await mendField("imsOrgId", value)).toBe(value);
  });
});

describe("the IMS scope", () => {
  const PROFILES = "additional_info.projectedProductContext";
  test.each([
    [`openid, AdobeID ,\t${PROFILES}`, `openid,AdobeID,${PROFILES}`],
    [`openid;AdobeID;acme;${PROFILES}`, `openid,AdobeID,acme,${PROFILES}`],
    [`openid AdobeID ${PROFILES}`, `openid,AdobeID,${PROFILES}`],
    [`,openid,,AdobeID,${PROFILES},`, `openid,AdobeID,${PROFILES}`],
    [`OPENID,openid,Openid,${PROFILES}`, `openid,${PROFILES}`],
    [`acme,ACME,acme,${PROFILES}`, `acme,ACME,${PROFILES}`],
  ])("%j is %j", async (value, expected) => {
    expect(await mendField("userScope", value)).toBe(expected);
  });

  test.each([
    `openid,additional_info.projected ProductContext`,
    `openid acme,${PROFILES}`,
    `openid,Adobe\u200bID,${PROFILES}`,
    `openid,Adobe\u0001ID,${PROFILES}`,
    " , ",
    `openid,acme scope`,
  ])("%j is left", async (value) => {
    expect(await mendField("userScope", value)).toBe(value);
  });

  test("what is provisioned in another letter case is left", async () => {
    const config = "instances: { prod: { expect: { scopes: [openid, AdobeId] } } }";
    expect(await mendField("userScope", "openid,AdobeId", "", config)).toBe("openid,AdobeId");
  });
});

describe("the association mask", () => {
  const profiles = (...names: string[]) =>
    `organization: { groups: [ ${names.map((name) => `{ groupName: ${JSON.stringify(name)}, type: PRODUCT_PROFILE }`).join(", ")} ] }\n`;

  test.each([
    ["Campaign - acme - (.&#42;)", "Campaign - acme - (.*)"],
    ["Campaign - acme - (.&amp;#x2A;)", "Campaign - acme - (.*)"],
    ["Campaign - acme - &lpar;.&ast;&rpar;", "Campaign - acme - (.*)"],
    ["&#94;Campaign - acme - (.*)", "^Campaign - acme - (.*)"],
    ["&#94;Campaign", "^Campaign"],
    [" Campaign - acme - (.*)\t", "Campaign - acme - (.*)"],
    [" Campaign - acme - ", "Campaign - acme - "],
    ["\u00a0Campaign - acme - (.&#42;)  ", "Campaign - acme - (.*)"],
    ["Campaign - acme\\ \u00a0", "Campaign - acme\\ "],
  ])("%j is %j", async (value, expected) => {
    expect(await mendField("imsRightsMask", value)).toBe(expected);
  });

  test.each([
    // A space or a dash of typography may be meant.
    "Campaign&nbsp;- acme - (.*)",
    "Campaign &ndash; acme - (.*)",
    "Campaign &#8203;- acme - (.*)",
    // Nobody knows what it stands for; HTML has another one in that letter case.
    "Campaign - acme - (.&word;)",
    "Campaign - acme - &Lt;(.*)",
    // Decoded, it is no mask.
    "Campaign - acme - &lpar;.*",
    "Campaign - acme - (&#7;.*)",
    // Decoded, it has another fault, which it did not have.
    "(.&#42;)",
    "Campaign - &lt;tenant&gt; - (.*)",
    // White space in it, or at the end of a prefix.
    "Campaign -  acme - (.*) ",
    "Campaign \u2013 acme - (.*) ",
    "Campaign - acme -  ",
    "Campaign - acme -\u00a0",
    " ",
  ])("%j is left", async (value) => {
    expect(await mendField("imsRightsMask", value)).toBe(value);
  });

  test("a profile tells which space or dash is meant", async () => {
    const seen = profiles("Campaign - acme - delivery");
    expect(await mendField("imsRightsMask", "Campaign&nbsp;&ndash; acme - (.*)", seen)).toBe(
      "Campaign - acme - (.*)",
    );
    const other = profiles("Campaign \u2013 acme - delivery");
    expect(await mendField("imsRightsMask", "Campaign &ndash; acme - (.*)", other)).toBe(
      "Campaign &ndash; acme - (.*)",
    );
  });

  test("an entity in the name of a profile is no entity", async () => {
    const seen = profiles("Campaign - R&amp;D - delivery");
    expect(await mendField("imsRightsMask", "Campaign - R&amp;D - (.&#42;)", seen)).toBe(
      "Campaign - R&amp;D - (.*)",
    );
  });

  test("a profile that begins or ends in white space leaves it open who is right", async () => {
    const seen = profiles("Campaign - acme - delivery ");
    expect(await mendField("imsRightsMask", " Campaign - acme - (.*)", seen)).toBe(" Campaign - acme - (.*)");
  });
});

describe("white space around an address, an identifier and a context", () => {
  const expected = "instances: { prod: { expect: { clientId: Campaign1 } } }";
  test.each([
    ["imsServer", " ims-na1.adobelogin.com\u00a0", "ims-na1.adobelogin.com"],
    ["imsServer", "https://ims-na1-stg1.adobelogin.com ", "https://ims-na1-stg1.adobelogin.com"],
    ["imsServer", "ims-na1.adobelogin.org ", undefined],
    ["imsServer", "http://ims-na1.adobelogin.com ", undefined],
    ["callbackServer", "\nhttps://acme.example.com/nms\t", "https://acme.example.com/nms"],
    ["callbackServer", "https://localhost ", "https://localhost"],
    ["callbackServer", " acme.example.com", undefined],
    ["callbackServer", "https://acme.example.com/?a ", undefined],
    ["callbackServer", "https://acme .example.com", undefined],
    ["callbackServer", " ", undefined],
    ["clientId", " Campaign1", "Campaign1"],
    ["clientId", "campaign1 ", undefined],
    ["productContext", "dma_campaign_classic\u200b", "dma_campaign_classic"],
    ["productContext", "DMA_campaign_classic", undefined],
    ["productContext", "dma_campaign ", undefined],
    // No rule minds it.
    ["tenant", " acme ", undefined],
    ["server", " https://marketing.adobe.com", undefined],
  ] as const)("%s %j is %j", async (field, value, to) => {
    expect(await mendField(field, value, "", expected)).toBe(to ?? value);
  });

  test("an identifier of which nobody says what Adobe provisioned is left", async () => {
    expect(await mendField("clientId", " Campaign1")).toBe(" Campaign1");
  });
});
