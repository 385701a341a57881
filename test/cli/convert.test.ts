import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, test } from "vitest";
import type { ReportV1 } from "../../src/index.js";
import { cli } from "../support/cli.js";
import { asPackageAndCsv, asSdkAndApi, asSnapshotFile, DECLARED, SITE } from "../support/forms.js";

/** `ims-lint convert`: one snapshot of real exports, which gives their verdicts. */

type Files = Readonly<Record<string, string>>;

/** Files of a folder of the repository, by their path. */
function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [file.split(path.sep).join("/"), readFileSync(file, "utf8")];
    }),
  );
}

const EXPORTS: Readonly<Record<string, { files: Files; config?: string }>> = {
  "a package and tables": { files: asPackageAndCsv(SITE) },
  "a package and tables that are declared complete": { files: asPackageAndCsv(SITE), config: DECLARED },
  "JSON of the SDK and the API": { files: asSdkAndApi(SITE) },
  "JSON of the SDK and the API that is declared complete": { files: asSdkAndApi(SITE), config: DECLARED },
  "a snapshot": { files: { "acme.json": asSnapshotFile(SITE) } },
  "two instances and an organization": { files: filesIn("examples/exports") },
  "what names with commas, secrets and odd characters are": {
    files: {
      "acme/account.xml": `<package buildNumber="*"><entities schema="nms:extAccount"><extAccount name="Adobe_Experience_Cloud"
        label="a &#x202e; &quot;b&quot;: #c" clientSecret="not-a-real-secret" password="@bm90LWEtc2VjcmV0=" imsRightsMask="${"Campaign &#160;- (.*)"}"
        server="https://jane:not-a-real-secret@acme.example"/></entities></package>`,
      "acme/config-acme.xml": `<serverconf><shared><authentication><xtk internalPassword=""/></authentication></shared></serverconf>`,
    },
  },
};

/** Rules on the files themselves look at other files then; secrets are not in the snapshot. */
const DIFFER = /^(?:9\.|3\.15$)/;

async function verdictsOf(files: Files, config: string | undefined): Promise<string[]> {
  const all = config === undefined ? files : { ...files, "ims-lint.config.yaml": config };
  const { stdout, stderr } = await cli(["--preset", "all", "--show", "pass", "--format", "json"], {
    files: all,
  });
  if (stdout === "") throw new Error(stderr);
  const { results } = JSON.parse(stdout) as ReportV1;
  return results
    .filter(({ control }) => !DIFFER.test(control.replace("IMS-", "")))
    .map(({ rule, clause, instance, subject, verdict, message }) =>
      [rule, clause, instance, subject.name, verdict, verdict === "fail" ? message : ""].join(" | "),
    )
    .sort();
}

describe.each(Object.entries(EXPORTS))("a snapshot of %s", (_name, { files, config }) => {
  test("gives the verdicts of what it was made of", async () => {
    const all = config === undefined ? files : { ...files, "ims-lint.config.yaml": config };
    const { stdout, exit } = await cli(["convert"], { files: all });
    expect(exit).toBe(0);
    expect(await verdictsOf({ "snapshot.yaml": stdout }, config)).toEqual(await verdictsOf(files, config));
  });

  test("gives itself when it is converted again, but for its sources", async () => {
    const first = (await cli(["convert", "--no-config"], { files })).stdout;
    const second = (await cli(["convert"], { files: { "snapshot.yaml": first } })).stdout;
    const withoutSources = (text: string) =>
      text
        .replace(/^#.*\n/gm, "")
        .replace(/^sources:\n(?: .*\n)*/gm, "")
        .replace(/\n+/g, "\n");
    expect(withoutSources(second)).toBe(withoutSources(first));
  });

  test("holds no secret", async () => {
    const { stdout, stderr } = await cli(["convert"], { files });
    expect(stdout + stderr).not.toMatch(/not-a-real-secret|bm90LWEtc2VjcmV0/);
  });
});
