import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differencesInWords, differencesOf } from "../../src/model/likeness.js";
import { type Mask, matchesAnything, readMask } from "../../src/model/mask.js";
import { nearestNames } from "../../src/model/mask-nearest.js";
import { literalStartOf, tokensOf } from "../../src/model/mask-syntax.js";
import {
  decodeEntities,
  decodeExactly,
  entitiesIn,
  odditiesIn,
  placeholdersIn,
  tidy,
} from "../../src/model/mask-text.js";
import { re2 } from "../../src/model/regex.js";

const read = (mask: string | undefined) => readMask(mask, re2);

function usable(text: string): Mask {
  const mask = read(text);
  if (mask.state !== "usable") throw new Error(`${text} is ${mask.state}`);
  return mask;
}

describe("reading a mask", () => {
  test("absent and empty are two things", () => {
    expect(read(undefined).state).toBe("absent");
    expect(read("").state).toBe("empty");
  });

  test("a pattern matches the whole name and captures the group", () => {
    const mask = usable("Campaign - acme - (.*)");
    expect(mask).toMatchObject({ captures: 1, isPrefix: false, literalStart: "Campaign - acme - " });
    expect(mask.capture("Campaign - acme - delivery")).toBe("delivery");
    expect(mask.capture("Campaign - acme - ")).toBe("");
    expect(mask.capture("My Campaign - acme - delivery")).toBeUndefined();
    expect(mask.capture("campaign - acme - delivery")).toBeUndefined();
  });

  test("what follows the capture counts too", () => {
    const mask = usable("Campaign (.*) prod");
    expect(mask.capture("Campaign delivery prod")).toBe("delivery");
    expect(mask.capture("Campaign delivery prod 2")).toBeUndefined();
  });

  test("a text without metacharacters is a prefix", () => {
    const mask = usable("Campaign - acme - ");
    expect(mask).toMatchObject({ captures: 0, isPrefix: true });
    expect(mask.capture("Campaign - acme - delivery")).toBe("delivery");
    expect(mask.capture("Campaign - acm")).toBeUndefined();
  });

  test("a branch that captures nothing captures the empty name", () => {
    expect(usable("Campaign - (.*)|Other").capture("Other")).toBe("");
  });

  test("several captures are counted, grouping is none", () => {
    expect(usable("(A|B) - (.*)").captures).toBe(2);
    expect(usable("(?:A|B) - (?P<group>.*)").captures).toBe(1);
    expect(usable("Campaign - .*")).toMatchObject({ captures: 0, isPrefix: false });
  });

  test("the HTML-escaped star of the documentation is a valid expression", () => {
    expect(usable("(.&#42;)").capture("x&#42;")).toBe("x&#42;");
  });
});

describe("a mask that cannot be used", () => {
  test("a repetition of a repetition is fine in other dialects", () => {
    expect(read("a**")).toMatchObject({ state: "unsupported" });
  });

  test.each([
    ["(*)", 0, '"(*)"'],
    ["Campaign - (.*) (*)", 16, '"(*)"'],
    ["Campaign - (.*", 11, "not closed"],
    ["Campaign - .*)", 13, "not open"],
    ["\\(*)", 3, "not open"],
    ["Campaign [a-z", 9, "bracket"],
    ["Campaign\\", 8, "backslash"],
    ["*", 0, "nothing before"],
    ["a|+", 2, "nothing before"],
    ["[z-a]", 1, "backwards"],
    ["a{3,1}", 1, "at least 3"],
    ["(?=x", 0, "not closed"],
  ])("%s is no regular expression in any dialect", (mask, at, problem) => {
    const reading = read(mask);
    expect(reading).toMatchObject({ state: "invalid", at });
    expect(reading.state === "invalid" && reading.problem).toContain(problem);
  });

  test.each([
    ["Campaign (?=acme)(.*)", 9, "look-ahead"],
    ["(?<!x)(.*)", 0, "look-behind"],
    ["(?>a)(.*)", 0, "atomic"],
    ["(.*)\\1", 4, "back-reference"],
    ["(.*)++", 4, "possessive"],
    ["(a)(?+1)", 3, "recursion"],
    ["(?#note ()(.*)", 0, "comment"],
    ["(?x) a # (", 0, "option"],
    ["(*UTF8)(.*)", 0, "control verb"],
    ["a{2000}", 1, "1,000 times"],
    ["\\u0041(.*)", 0, '"\\u"'],
    ["\\Z", 0, '"\\Z"'],
    ["x{2}{3}", 1, "{2}{3}"],
    ["[^](.*)", 0, "[^]"],
    ["\\p{Foo}", 0, "\\p{Foo}"],
    ["a".repeat(1001), undefined, "1,000 characters"],
  ])("%s is only not RE2", (mask, at, reason) => {
    const reading = read(mask);
    expect(reading).toMatchObject({ state: "unsupported", at });
    expect(reading.state === "unsupported" && reading.reason).toContain(reason);
  });

  test("whatever is written, it is read without an error, and its tokens are the mask", () => {
    const chars = fc.constantFrom(..."(((***)))[]{}|?+^$\\.<>=!:#&;-,019aAxQEpP \u2013\u00a0");
    fc.assert(
      fc.property(fc.array(chars, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const mask = read(text);
        expect(
          tokensOf(text)
            .map((token) => token.text)
            .join(""),
        ).toBe(text);
        if (mask.state === "usable") mask.nearMiss("campaign \u2013 acme");
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a near miss", () => {
  const mask = usable("Campaign - acme - (.*)");
  test.each([
    ["campaign - acme - delivery", ["letter case"], "delivery"],
    ["Campaign - acme- delivery", ["white space"], "delivery"],
    ["Campaign -\u00a0acme - delivery", ["white space"], "delivery"],
    ["Campaign - acme \u2013 delivery", ["the kind of dash"], "delivery"],
    ["campaign-acme-Delivery", ["letter case", "white space"], "delivery"],
    ["campaign\u2014acme\u2014x", ["letter case", "white space", "the kind of dash"], "x"],
  ])("%s", (name, differences, captured) => {
    expect(mask.capture(name)).toBeUndefined();
    const near = mask.nearMiss(name);
    expect(near?.differences).toEqual(differences);
    expect(near?.captured.toLowerCase()).toBe(captured);
  });

  test.each(["Analytics - acme", "CampaignV6 - acme - delivery", "Campaign - acme", ""])(
    "%s is quite another",
    (name) => expect(mask.nearMiss(name)).toBeUndefined(),
  );

  test("white space in the mask may be written in any way", () => {
    for (const text of [
      "Campaign\\s+-\\s*acme - (.*)",
      "Campaign[ ]- acme\\x20- (.*)",
      "\\QCampaign - acme - \\E(.*)",
    ]) {
      expect(usable(text).nearMiss("Campaign-acme-x")?.differences).toEqual(["white space"]);
    }
  });

  test("an en dash in the mask, alone or in a class, is told from a hyphen in the name", () => {
    expect(usable("A \u2013 (.*)").nearMiss("A - x")?.differences).toEqual(["the kind of dash"]);
    expect(usable("A [\u2013\u2014] (.*)").nearMiss("A - x")?.differences).toEqual(["the kind of dash"]);
  });

  test("of a prefix", () => {
    expect(usable("Campaign - acme - ").nearMiss("CAMPAIGN - acme - x")).toEqual({
      differences: ["letter case"],
      captured: "x",
    });
  });

  test("\\S is no white space", () => {
    expect(usable("Campaign (\\S+)").nearMiss("campaign x")?.captured).toBe("x");
  });
});

describe("comparing names", () => {
  test.each([
    ["a - b", "a - b", []],
    ["A", "a", ["letter case"]],
    ["a b", "ab", ["white space"]],
    ["a\u2013b", "a-b", ["the kind of dash"]],
    ["A b\u2013", "ab-", ["letter case", "white space", "the kind of dash"]],
    ["a", "b", undefined],
  ])("%s and %s", (a, b, differences) => expect(differencesOf(a, b)).toEqual(differences));

  test("in words", () => {
    expect(differencesInWords(["letter case", "white space", "the kind of dash"])).toBe(
      "letter case, white space and the kind of dash",
    );
  });
});

test.each([
  ["Campaign - acme - (.*)", "Campaign - acme - "],
  ["^Campaign\\.acme", "Campaign.acme"],
  ["abc*", "ab"],
  ["abc|d", ""],
  ["(abc)", ""],
  ["\\d", ""],
])("%s begins with «%s»", (mask, start) => expect(literalStartOf(mask)).toBe(start));

test("only what matches any name does", () => {
  for (const text of ["(.*)", ".*", "(.+)", "^(.*)$", "(?:.*)(.*)", "([\\s\\S]*)", "(|.+)"]) {
    expect(matchesAnything(usable(text)), text).toBe(true);
  }
  for (const text of ["Campaign (.*)", "([a-z]+)", "(.{0,3})", "(.* - .*)", " ", "Campaign"]) {
    expect(matchesAnything(usable(text)), text).toBe(false);
  }
});

describe("the text of a mask", () => {
  test("entities", () => {
    expect(entitiesIn("A &#42; &#x2A; &AMP; &word; R&D &D; & b;", [])).toEqual([
      "&#42;",
      "&#x2A;",
      "&AMP;",
      "&word;",
    ]);
    expect(entitiesIn("R&Marketing; &amp; &lt;", ["R&Marketing; - x", "&amp;"])).toEqual(["&lt;"]);
    expect(decodeEntities("(.&#42;)&nbsp;&#x2013;&amp;#42;&word;&#9999999;", [])).toBe(
      "(.*) -*&word;&#9999999;",
    );
    expect(decodeEntities("R&amp;D - (.&#42;)", ["R&amp;D - x"])).toBe("R&amp;D - (.*)");
    expect(decodeExactly("(.&#42;)&nbsp;&#x2013;&Lt;&LT;", [])).toBe("(.*)\u00a0\u2013&Lt;<");
  });

  test("placeholders", () => {
    expect(placeholdersIn("Campaign - tenant_id - (.*)", [])).toEqual(["tenant_id"]);
    expect(placeholdersIn("Campaign - Tenant\\-ID - <group> your_org xxx", [])).toEqual([
      "Tenant-ID",
      "<group>",
      "your_org",
      "xxx",
    ]);
    expect(placeholdersIn("Example - (?<group>.*)", [])).toEqual(["Example"]);
    expect(placeholdersIn("Examples - colour_ (?P<group>.*)", [])).toEqual([]);
    expect(placeholdersIn("Campaign - example - (.*)", ["Campaign - example - a"])).toEqual([]);
    expect(placeholdersIn("Campaign - example - (.*)", ["Campaign - Example - a"])).toEqual(["example"]);
  });

  test("odd white space and dashes, by their place", () => {
    const places = (mask: string, profiles: string[] = []) =>
      odditiesIn(mask, usable(mask).isPrefix, profiles).map(({ at }) => at);
    expect(places("Campaign - acme - (.*)")).toEqual([]);
    expect(places("Campaign - acme - ")).toEqual([]);
    expect(places(" Campaign - (.*) ")).toEqual([0, 16]);
    expect(places("Campaign  - acme - ")).toEqual([8]);
    expect(places("Campaign\t-\u00a0a\u200b\u2013(.*)")).toEqual([8, 10, 12, 13]);
    expect(places("Campaign \u2013  (.*)", ["Campaign \u2013 acme"])).toEqual([10]);
    expect(places(" Campaign (.*)", ["My Campaign"])).toEqual([0]);
    expect(places(" Campaign (.*)", [" Campaign x"])).toEqual([]);
    expect(tidy(" A\u00a0\u2013  b\u200b - ", true)).toBe("A - b - ");
    expect(tidy("A - (.*) ", false)).toBe("A - (.*)");
  });
});

test("the nearest names come first, each with what keeps it from matching", () => {
  const names = ["Analytics - acme", "CampaignV6 - acme - a", "campaign - acme - b", "Campaign", "Zebra"];
  expect(nearestNames(usable("Campaign - acme - (.*)"), names, 3)).toEqual([
    { name: "campaign - acme - b", how: "differs only in letter case" },
    {
      name: "CampaignV6 - acme - a",
      how: 'has "V6 - acme - a" from character 9 on, where the mask has " - acme - "',
    },
    { name: "Campaign", how: 'ends where the mask goes on with " - acme - "' },
  ]);
});
