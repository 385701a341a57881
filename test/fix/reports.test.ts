import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { peopleMask } from "../../src/judge/mask-people.js";
import { toReportV1 } from "../../src/report/json.js";
import { renderSarif } from "../../src/report/sarif.js";
import { cli } from "../support/cli.js";
import { lintFiles, select } from "../support/lint.js";

/** What reports say of fixes that nobody has made yet. */

const WRONG = "4D5E6F708192A3B49F1C2B3A";
const snapshot = (fields: string) =>
  `imsLint: snapshot/v1\nextAccounts:\n  - { name: Adobe_Experience_Cloud, ${fields} }\n`;
const XML = `<package><entities schema="nms:extAccount"><extAccount imsOrgId="${WRONG}"/></entities></package>`;

function fixesIn(log: string) {
  const { results = [] } = (JSON.parse(log) as Log).runs[0] ?? {};
  return results.flatMap(({ ruleId, fixes = [] }) => fixes.map((fix) => ({ ruleId, ...fix })));
}

describe("JSON", () => {
  test("says what a value is meant to be, of exports too", async () => {
    for (const [name, text] of Object.entries({
      "prod.yaml": snapshot(`imsOrgId: ${WRONG}`),
      "account.xml": XML,
    })) {
      const { report } = await lintFiles({ [name]: text });
      const fixes = toReportV1(report, "1").results.filter(({ fix }) => fix !== null);
      expect(fixes.map(({ rule, fix }) => [rule, fix?.replacement])).toEqual([
        ["org-id-format", `${WRONG}@AdobeOrg`],
      ]);
    }
  });

  test("says nothing of a value that is longer than any report shows", async () => {
    const scopes = Array.from({ length: 300 }, (_, index) => `scope${index}`).join(", ");
    const { report } = await lintFiles({ "prod.yaml": snapshot(`userScope: "${scopes}"`) });
    expect(toReportV1(report, "1").results.filter(({ fix }) => fix !== null)).toEqual([]);
  });

  test("says nothing of a clause that is off", async () => {
    const text = snapshot(`imsOrgId: ${WRONG.toLowerCase()}@AdobeOrg`);
    const { report } = await lintFiles(
      { "prod.yaml": text },
      { levels: new Map([["org-id-format/non-hex", "off"]]) },
    );
    expect(toReportV1(report, "1").results.filter(({ fix }) => fix !== null)).toEqual([]);
  });
});

describe("SARIF", () => {
  test("replaces exactly what the finding is about by what --fix writes", async () => {
    const text = snapshot(
      `imsOrgId: ${WRONG}, userScope: openid;AdobeID, imsRightsMask: "Campaign - [a] - (.&#42;) "`,
    );
    const { report } = await lintFiles(
      { "prod.yaml": text },
      { presets: [], only: ["3.11", "3.17", "4.4", "4.6"] },
    );
    const replaced = fixesIn(renderSarif(report, "1")).map(({ ruleId, description, artifactChanges }) => {
      const [{ artifactLocation, replacements } = { artifactLocation: {}, replacements: [] }] =
        artifactChanges;
      expect(artifactLocation).toMatchObject({ uri: "prod.yaml", uriBaseId: "%SRCROOT%" });
      const [replacement] = replacements;
      const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = replacement?.deletedRegion ?? {};
      const location = { path: "prod.yaml", startLine, startColumn, endLine, endColumn };
      return [ruleId, select(text, { location }), replacement?.insertedContent?.text, description?.text];
    });
    expect(replaced.sort()).toEqual([
      // Each mends its own fault; the mask's other one is another finding.
      [
        "mask-html-entity",
        '"Campaign - [a] - (.&#42;) "',
        '"Campaign - [a] - (.*) "',
        'Set the value to "Campaign - \\[a\\] - (.*) ".',
      ],
      [
        "mask-whitespace",
        '"Campaign - [a] - (.&#42;) "',
        '"Campaign - [a] - (.&#42;)"',
        'Set the value to "Campaign - \\[a\\] - (.&#42;)".',
      ],
      ["org-id-format", WRONG, `${WRONG}@AdobeOrg`, `Set the value to "${WRONG}@AdobeOrg".`],
      ["scope-syntax", "openid;AdobeID", '"openid,AdobeID"', 'Set the value to "openid,AdobeID".'],
    ]);
  });

  test.each([
    ["an export", { "account.xml": XML }],
    [
      "an alias",
      {
        "prod.yaml": `imsLint: snapshot/v1\nextAccounts: [ { label: &id ${WRONG}, name: Adobe_Experience_Cloud, imsOrgId: *id } ]\n`,
      },
    ],
  ])("has none for %s", async (_name, files) => {
    const { report } = await lintFiles(files);
    expect(report.results.some(({ fix }) => fix !== null)).toBe(true);
    expect(fixesIn(renderSarif(report, "1"))).toEqual([]);
  });

  test("has none where people are masked: what is written there may name one", async () => {
    const { report, workspace } = await lintFiles({ "prod.yaml": snapshot(`imsOrgId: ${WRONG}`) });
    const masked = peopleMask([workspace]).report(report);
    expect(fixesIn(renderSarif(masked, "1"))).toEqual([]);
    expect(toReportV1(masked, "1").results.filter(({ fix }) => fix !== null)).toEqual([]);
  });
});

describe("the report for people", () => {
  const OFFER = "can be fixed in the file";
  const outputOf = async (argv: readonly string[], files: Readonly<Record<string, string>>) =>
    (await cli([...argv, "--only", "3.11"], { files })).stdout;

  test("offers --fix where it could do something", async () => {
    expect(await outputOf([], { "prod.yaml": snapshot(`imsOrgId: ${WRONG}`) })).toContain(
      "1 finding can be fixed in the file: --fix does it, --fix-dry-run shows how.",
    );
  });

  test("does not offer it where it could not, nor where it just did", async () => {
    expect(await outputOf([], { "account.xml": XML })).not.toContain(OFFER);
    expect(await outputOf([], { "prod.yaml": snapshot("imsOrgId: 4D5E") })).not.toContain(OFFER);
    const harmful = `${snapshot(`imsOrgId: ${WRONG}`)}organization: { id: ${WRONG} }\n`;
    expect(await outputOf(["--fix"], { "prod.yaml": harmful })).not.toContain(OFFER);
  });
});
