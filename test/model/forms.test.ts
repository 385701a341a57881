import { describe, expect, test } from "vitest";
import type { Reported } from "../../src/report/report.js";
import { asPackageAndCsv, asSdkAndApi, asSnapshotFile, DECLARED, SITE } from "../support/forms.js";
import { lintFiles } from "../support/lint.js";

/**
 * One instance in every form in which people have it. A form may know less, and then says so; it never says the
 * contrary. The rules on the files themselves (area 9) and on secrets look at each file, and are compared elsewhere.
 */
const FORMS = {
  snapshot: { "acme.json": asSnapshotFile(SITE) },
  "package and CSV": asPackageAndCsv(SITE),
  "SDK and API": asSdkAndApi(SITE),
};

async function verdictsOf(files: Readonly<Record<string, string>>, config?: string) {
  const { report } = await lintFiles(files, config === undefined ? {} : { config });
  const about = report.results.filter(
    ({ rule }) => !rule.control.startsWith("9.") && rule.id !== "secret-exposed",
  );
  return new Map(about.map((result) => [keyOf(result), result.verdict]));
}

function keyOf({ rule, clause, subject }: Reported): string {
  return `${rule.id}${clause === null ? "" : `/${clause}`}: ${subject.name}`;
}

/** What a form says otherwise than the snapshot. */
async function differences(form: keyof typeof FORMS, config?: string): Promise<string[]> {
  const [known, found] = [await verdictsOf(FORMS.snapshot, config), await verdictsOf(FORMS[form], config)];
  const lines = new Set<string>();
  for (const key of new Set([...known.keys(), ...found.keys()])) {
    const [before, after] = [known.get(key) ?? "nothing", found.get(key) ?? "nothing"];
    if (before !== after) lines.add(`${key}: ${before}, now ${after}`);
  }
  return [...lines].sort();
}

describe("exports that do not tell whether they are whole", () => {
  test("packages and tables prove no lack", async () => {
    expect(await differences("package and CSV")).toEqual([
      "account-unique: Adobe_Experience_Cloud: pass, now unknown",
      "admin-operator: acme: fail, now unknown",
      // One word about all whose groups may not be all.
      "membership-drift: acme: nothing, now unknown",
      "membership-drift: jane: pass, now nothing",
      "membership-drift: mary: fail, now nothing",
      ...EMAILS,
      "profile-has-group: Campaign - acme - reports: fail, now unknown",
      // Nobody holds the profile, so no cell names it.
      "profile-near-miss: campaign - acme - operation: fail, now nothing",
      "profiles-share-group: administration: pass, now unknown",
      "profiles-share-group: content, drafts: pass, now unknown",
      "profiles-share-group: delivery: pass, now unknown",
      "user-linked: lost@acme.example: fail, now unknown",
      "users-without-profile: organization: review, now unknown",
    ]);
  });

  test("queries prove none either; listings of the API that are whole do", async () => {
    expect(await differences("SDK and API")).toEqual([
      "account-unique: Adobe_Experience_Cloud: pass, now unknown",
      "admin-operator: acme: fail, now unknown",
      // One word about all whose groups may not be all.
      "membership-drift: acme: nothing, now unknown",
      "membership-drift: jane: pass, now nothing",
      "membership-drift: mary: fail, now nothing",
      ...EMAILS,
      "profile-has-group: Campaign - acme - reports: fail, now unknown",
      ...STATUS,
      "user-linked: lost@acme.example: fail, now unknown",
      "users-without-profile: organization: review, now unknown",
    ]);
  });
});

/** Where there may be more operators, one of them may have somebody's e-mail. */
const EMAILS = [
  "operator-email-unique: acme: nothing, now unknown",
  ...["jane", "john", "mary", "paul"].map((name) => `operator-email-unique: ${name}: pass, now nothing`),
];

/** The API tells the status, which the snapshot above leaves out. */
const STATUS = [
  "user-active: acme: unknown, now nothing",
  "user-active: jane: nothing, now pass",
  "user-active: john: nothing, now pass",
  "user-active: mary: nothing, now pass",
];

describe("exports that the config declares complete", () => {
  test("packages and tables say what the snapshot says, but for profiles that no cell names", async () => {
    expect(await differences("package and CSV", DECLARED)).toEqual([
      "profile-near-miss: campaign - acme - operation: fail, now nothing",
      "profiles-share-group: administration: pass, now unknown",
      "profiles-share-group: content, drafts: pass, now unknown",
      "profiles-share-group: delivery: pass, now unknown",
    ]);
  });

  test("JSON of the SDK and the API says what the snapshot says", async () => {
    expect(await differences("SDK and API", DECLARED)).toEqual(STATUS);
  });
});
