import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { rewrite } from "../../src/fix/scalar.js";
import { printable } from "../../src/report/terminal.js";
import { lintFiles } from "../support/lint.js";
import { mendFiles } from "../support/mend.js";

/** What holds of every fix, whatever stands in the file. */

const ID = "4D5E6F708192A3B49F1C2B3A";
const space = fc.constantFrom("", "", " ", "  ", "\u00a0");
const around = (value: fc.Arbitrary<string>) =>
  fc.tuple(space, value, space).map(([before, text, after]) => before + text + after);

/** Values as people leave them in fields, right and wrong. */
const FIELDS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  imsOrgId: around(
    fc.constantFrom(
      `${ID}@AdobeOrg`,
      ID,
      ID.toLowerCase(),
      `${ID}@adobeorg`,
      ID.slice(1),
      `${ID.slice(1)}z@AdobeOrg`,
    ),
  ),
  imsServer: around(
    fc.constantFrom("ims-na1.adobelogin.com", "https://ims-na1-stg1.adobelogin.com", "http://x.example"),
  ),
  callbackServer: around(
    fc.constantFrom("https://acme.example.com", "http://acme.example.com", "acme", "https://a?b"),
  ),
  userScope: fc
    .array(
      fc.constantFrom("openid", "adobeid", "AdobeID", "acme", "session", ",", ";", " ", ", ", "\u200b"),
      { maxLength: 9 },
    )
    .map((parts) => parts.join("")),
  imsRightsMask: around(
    fc
      .array(
        fc.constantFrom(
          "Campaign",
          " - ",
          "acme",
          "(.*)",
          "(.&#42;)",
          "&lpar;",
          "&rpar;",
          "&nbsp;",
          "&amp;amp;",
          "(",
          "tenant_id",
          "\\ ",
          "\u2013",
          "&lt;x&gt;",
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join("")),
  ),
  productContext: around(fc.constantFrom("dma_campaign_classic", "dma_campaign", "")),
  tenant: around(fc.constantFrom("acme", "")),
};

type Style = "double" | "single" | "escaped";
const inStyle: Readonly<Record<Style, (value: string) => string>> = {
  double: (value) => JSON.stringify(value),
  single: (value) => `'${value.replaceAll("'", "''")}'`,
  escaped: (value) =>
    `"${[...value].map((char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`).join("")}"`,
};

interface Line {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

const line = fc.constantFrom(...Object.keys(FIELDS)).chain((key) =>
  fc.record({
    key: fc.constant(key),
    value: FIELDS[key] ?? fc.constant(""),
    style: fc.constantFrom<Style>("double", "single", "escaped"),
    gap: fc.constantFrom("", " ", "\t"),
    comment: fc.constantFrom("", " # &#42; from the form", "  # 'quoted' \"twice\"", "\t#", "   "),
  }),
);
const snapshot = fc
  .record({
    lines: fc.uniqueArray(line, { selector: ({ key }) => key, minLength: 1 }),
    ending: fc.constantFrom("\n", "\r\n"),
    head: fc.constantFrom("", "# imsOrgId: here\n", "---\n", "\ufeff"),
    tail: fc.constantFrom("", "# the end", "groups: []\n"),
    id: fc.constantFrom(
      "",
      `organization: { id: ${ID}@AdobeOrg, name: Acme }\n`,
      `organization: { id: ${ID.toLowerCase()}@AdobeOrg }\n`,
    ),
  })
  .map(({ lines, ending, head, tail, id }) => {
    const top = `${head}imsLint: snapshot/v1\n${id}extAccounts:\n  - name: Adobe_Experience_Cloud # the only one\n`;
    const fields = lines.map(
      ({ key, value, style, gap, comment }): Line => ({
        before: `    ${key}: ${gap}`,
        value: inStyle[style](value),
        after: comment,
      }),
    );
    const text = `${top}${fields.map(({ before, value, after }) => `${before}${value}${after}\n`).join("")}${tail}`;
    return { text: text.replaceAll("\n", ending), fields, first: top.split("\n").length - 1, ending };
  });

async function findingsOf(text: string): Promise<string[]> {
  const { report } = await lintFiles({ "prod.yaml": text }, { showPasses: false });
  return report.results
    .filter(({ verdict }) => verdict === "fail" || verdict === "review")
    .map(({ rule, subject, property }) => [rule.id, subject.kind, subject.name, property].join(" | "));
}

describe("a snapshot with comments", () => {
  test("changes in the values that are mended alone, and no rule finds more than before", async () => {
    let edits = 0;
    await fc.assert(
      fc.asyncProperty(snapshot, async ({ text, fields, first, ending }) => {
        const mended = await mendFiles({ "prod.yaml": text });
        const after = mended.text("prod.yaml");
        const values = mended.files.flatMap((file) => file.edits.flatMap((edit) => edit.values));
        edits += values.length;

        const [was, is] = [text, after].map((whole) => whole.split(ending)) as [string[], string[]];
        expect(is).toHaveLength(was.length);
        is.forEach((now, index) => {
          const field = fields[index - first];
          if (now === was[index]) return;
          expect(field).toBeDefined();
          expect(now.startsWith(field?.before ?? "")).toBe(true);
          expect(now.endsWith(field?.after ?? "")).toBe(true);
          // The quotes are the same.
          expect(now.charAt(field?.before.length ?? 0)).toBe(field?.value.charAt(0));
        });
        const account = (whole: string) =>
          (load(whole) as { extAccounts: Record<string, string>[] }).extAccounts[0];
        const expected = { ...account(text) };
        for (const { place, to } of values) expected[String(place.routes[0]?.at(-1))] = to;
        expect(account(after)).toEqual(expected);

        const [before, left] = [await findingsOf(text), await findingsOf(after)];
        expect(left.filter((finding) => !before.includes(finding))).toEqual([]);
        if (values.length > 0) expect(left.length).toBeLessThanOrEqual(before.length);
        const again = await mendFiles({ "prod.yaml": after });
        expect(again.files).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(edits).toBeGreaterThan(50);
  });
});

describe("a text in quotes", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 12 }).filter((value) => printable(value) === value);
  /** Both begin and end alike, as a value and what becomes of it do. */
  const pair = fc
    .tuple(text, text, text, text)
    .map(([start, from, to, end]) => [start + from + end, start + to + end] as const);
  const escaping = fc.infiniteStream(fc.boolean());

  test("reads as what it was to be, whatever was escaped, in JSON and in YAML", () => {
    fc.assert(
      fc.property(pair, escaping, fc.boolean(), ([from, to], isEscaped, isJson) => {
        const inside = from.replace(/[\s\S]/g, (unit) =>
          isEscaped.next().value === true || /["\\]/.test(unit)
            ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
            : unit,
        );
        // Half of a pair in an escape is what only JSON has.
        fc.pre(isJson || !/\\ud[89a-f]/.test(inside));
        const result = rewrite({ written: `"${inside}"`, from, isJson, inFlow: false }, to);
        expect(typeof result).toBe("object");
        const written = typeof result === "object" ? result.text : "";
        expect(isJson ? JSON.parse(written) : load(written)).toBe(to);
      }),
    );
  });

  test("single quotes and none", () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (from, to, inFlow) => {
        const single = rewrite(
          { written: `'${from.replaceAll("'", "''")}'`, from, isJson: false, inFlow },
          to,
        );
        expect(typeof single === "object" && load(single.text)).toBe(to);
        fc.pre(/^[a-z]+$/.test(from) || from === "");
        const plain = rewrite({ written: `a${from}`, from: `a${from}`, isJson: false, inFlow }, to);
        const written = typeof plain === "object" ? plain.text : "";
        const around = inFlow ? `[ ${written} ]` : `- ${written}\n`;
        expect(load(around)).toEqual([to]);
      }),
    );
  });
});
