import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, test } from "vitest";
import type { ReportV1 } from "../../src/index.js";
import { cli } from "../support/cli.js";
import { asPackageAndCsv, asSdkAndApi, asSnapshotFile, DECLARED, SITE } from "../support/forms.js";

/** `ims-lint convert`: one snapshot of real exports, which gives their verdicts; what it says, and how it ends. */

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
  "a table whose commas nobody can tell apart": {
    files: {
      ...asPackageAndCsv(SITE),
      "users.csv":
        'Identity Type,Email,Product Configurations,User Groups\nFederated ID,jane@acme.example,"Campaign - acme - x, Campaign - acme - y",\nFederated ID,john@acme.example,Campaign - acme - delivery,\n',
    },
    config: DECLARED,
  },
  "a table of which rows are left out, that the config calls complete": {
    files: {
      ...asPackageAndCsv(SITE),
      "users.csv":
        "Identity Type,Email,Product Configurations,User Groups\nFederated ID,jane@acme.example\nFederated ID,john@acme.example,,\n",
    },
    config: "instances: { acme: { complete: [extAccounts, groups, operators, memberships, users] } }\n",
  },
  "rows that leave open whether they mean a group or a right": {
    files: {
      "acme/people.xml": `<package buildNumber="9400">
        <entities schema="xtk:group"><group name="admin"/><group name="delivery"/></entities>
        <entities schema="xtk:operator">${["ana", "ben", "cleo", "dan", "eva"]
          .map(
            (name) =>
              `<operator name="${name}" email="${name}@acme.example"><access authenticationType="ims"/></operator>`,
          )
          .join("")}</entities>
        <entities schema="xtk:operatorGroup">${["ana", "ben", "cleo", "dan"]
          .map((name) => `<operatorGroup><operator name="${name}"/><group name="admin"/></operatorGroup>`)
          .join("")}
          <operatorGroup><operator name="dan"/><group name="delivery"/></operatorGroup>
          <operatorGroup><operator name="eva"/><group name="sql" type="2"/></operatorGroup>
        </entities></package>`,
    },
    config: "instances: { acme: { complete: [groups, operators, memberships] } }\n",
  },
  "a snapshot": { files: { "acme.json": asSnapshotFile(SITE) } },
  "two instances and an organization": { files: filesIn("examples/exports") },
  "a server's configuration": {
    files: {
      "acme/serverConf.xml": `<serverConf><shared>
        <authentication sessionTimeOutSec="172800"><xtk internalPassword=""/></authentication>
        <securityZone name="public" allowHTTP="false"><subNetwork name="all" mask="*"/>
          <securityZone name="lan" allowHTTP="true" allowDebug="1"><subNetwork name="lan1" mask="10.0.0.0/8" proxy="10.0.0.1"/></securityZone>
        </securityZone></shared><web><redirection IMSOrgId=""/></web></serverConf>`,
    },
  },
  "an instance's own configuration": {
    files: {
      "acme/config-acme.xml": `<serverConf><securityZone name="lan" allowHTTP="true"><subNetwork id="a" mask="127.0.0.1"/></securityZone>
        <web><redirection IMSOrgId=""/></web></serverConf>`,
    },
  },
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

describe("what the config declares complete", () => {
  test.each([
    "a package and tables that are declared complete",
    "JSON of the SDK and the API that is declared complete",
  ])("is complete in the snapshot of %s, without the config", async (name) => {
    const { files, config } = EXPORTS[name] ?? { files: {} };
    const withConfig = { ...files, "ims-lint.config.yaml": config ?? "" };
    const { stdout } = await cli(["convert"], { files: withConfig });
    const expected = await verdictsOf(files, config);
    expect(await verdictsOf({ "snapshot.yaml": stdout }, undefined)).toEqual(expected);
    // And without the config the exports themselves prove less.
    expect(await verdictsOf(files, undefined)).not.toEqual(expected);
  });
});

const entities = (schema: string, ...records: string[]) =>
  `<entities schema="${schema}">${records.join("")}</entities>`;
const pack = (...inner: string[]) => `<package>${inner.join("")}</package>`;
const dated = (date: string) =>
  `<package buildDate="${date}" buildNumber="9400">${entities("xtk:group", '<group name="admin"/>')}</package>`;

/** A snapshot of exports, without the remarks at its top and its sources. */
async function bodyOf(files: Files): Promise<string> {
  const { stdout } = await cli(["convert"], { files });
  return stdout.slice(stdout.indexOf("imsLint:"), stdout.indexOf("\nsources:"));
}

describe("the text of a snapshot", () => {
  test("says of secrets whether there is one, and in which form", async () => {
    const account = (name: string, attributes: string) => `<extAccount name="${name}" ${attributes}/>`;
    const text = await bodyOf({
      "acme/a.xml": pack(
        entities(
          "nms:extAccount",
          account("clear", 'clientSecret="not-a-real-secret"'),
          account("encrypted", 'clientSecret="@bm90LWEtc2VjcmV0="'),
          account("masked", 'clientSecret="*****"'),
          account("empty", 'clientSecret=""'),
          account("none", 'label=""'),
        ),
      ),
    });
    expect(text).toBe(`imsLint: snapshot/v1

instance:
  name: acme

# from acme/a.xml; whether these are all is not known
extAccounts:
  - name: clear
    clientSecret:
      present: true
      encrypted: false
  - name: encrypted
    clientSecret:
      present: true
      encrypted: true
  - name: masked
    clientSecret:
      present: true
  - name: empty
    clientSecret:
      present: false
  - name: none
    label: ""

complete:
  extAccounts: unknown
`);
  });

  test("repeats what a snapshot states of a secret", async () => {
    const stated = (fields: string) =>
      bodyOf({ "a.yaml": `imsLint: snapshot/v1\nextAccounts: [ { name: a, password: { ${fields} } } ]\n` });
    expect(await stated("present: true, encrypted: true")).toContain(
      "present: true\n      encrypted: true\n",
    );
    expect(await stated("present: true, encrypted: false")).toContain(
      "present: true\n      encrypted: false\n",
    );
    expect(await stated("present: true")).toMatch(/present: true\n(?! {6}encrypted)/);
    expect(await stated("present: false, encrypted: true")).toMatch(/present: false\n(?! {6}encrypted)/);
  });

  const groups = (count: number) =>
    pack(entities("xtk:group", ...Array.from({ length: count }, (_, at) => `<group name="g${at}"/>`)));
  const queried = (count: number) =>
    JSON.stringify({ group: Array.from({ length: count }, (_, at) => ({ name: `g${at}`, label: "" })) });
  const page = (isLast: boolean) =>
    JSON.stringify({ lastPage: isLast, result: "success", users: [{ email: `${isLast}@acme.example` }] });
  /** The remark on a list, and what stands under `complete`. */
  const wordsOf = (text: string) => ({
    remark: /^# from [^;\n]*(.*)\n(?:groups|organization):$/m.exec(text)?.[1],
    complete: /^complete:\n((?: .*\n)*)/m.exec(text)?.[1],
  });
  const UNKNOWN = { remark: "; whether these are all is not known", complete: "  groups: unknown\n" };
  const NO = { remark: "; some are missing", complete: "  groups: no\n" };
  const users = (word: string) => ({ remark: "", complete: `  users: ${word}\n` });

  test.each<[string, Files, ReturnType<typeof wordsOf>]>([
    ["a package of 999", { "acme/a.xml": groups(999) }, UNKNOWN],
    ["a package of 1000", { "acme/a.xml": groups(1000) }, NO],
    ["a query of 199", { "acme/a.json": queried(199) }, UNKNOWN],
    ["a query of 200", { "acme/a.json": queried(200) }, NO],
    ["pages without the last", { "users-0.json": page(false) }, users("no")],
    ["pages with a gap", { "users-0.json": page(false), "users-2.json": page(true) }, users("no")],
    ["the last page alone", { "users-2.json": page(true) }, users("unknown")],
    ["pages that are all", { "users.json": page(true) }, { remark: "", complete: undefined }],
  ])("says whether a list may lack some: %s", async (_name, files, expected) => {
    expect(wordsOf(await bodyOf(files))).toEqual(expected);
    // What it says is what is read again.
    const { stdout } = await cli(["convert"], { files });
    expect(wordsOf(await bodyOf({ "acme/a.yaml": stdout }))).toEqual(expected);
  });

  test("says that the groups of operators may lack some", async () => {
    const row = '<operatorGroup><operator name="ana"/><group name="g0"/></operatorGroup>';
    const people = (rows: number) => ({
      "acme/a.xml": pack(
        entities("xtk:operator", '<operator name="ana"/>'),
        entities("xtk:operatorGroup", row.repeat(rows)),
      ),
    });
    const complete = async (rows: number) => wordsOf(await bodyOf(people(rows))).complete;
    expect(await complete(1)).toBe("  operators: unknown\n  memberships: unknown\n");
    expect(await complete(1000)).toBe("  operators: unknown\n  memberships: no\n");
  });

  test("says what only the config says", async () => {
    const config = (count: number) => ({
      "a/a.xml": groups(count),
      "ims-lint.config.yaml":
        "instances: { a: { complete: [groups], environment: stage, url: https://a.example, migrated: true } }\n",
    });
    expect(await bodyOf(config(1))).toBe(`imsLint: snapshot/v1

# environment or url as the config says
instance:
  name: a
  environment: stage
  url: https://a.example

# from a/a.xml; complete, as the config says
groups:
  - { name: g0 }
`);
    // It cannot say so of what is cut off.
    expect(wordsOf(await bodyOf(config(1000)))).toEqual(NO);
  });

  test("says where a list comes from", async () => {
    const files = { "users-0.json": page(false), "users-1.json": page(true), "a.xml": groups(1) };
    const text = await bodyOf(files);
    expect(text).toContain("# from users-0.json, users-1.json\norganization:\n");
    expect(text).toContain("# from a.xml; whether these are all is not known\ngroups:\n");
  });

  test.each<[string, string[], string]>([
    ["the first", ["one", "two"], "one"],
    ["the first that is filled", ["", "two"], "two"],
    ["the filled one", ["one", ""], "one"],
    ["the first, filled with blanks alone", [" ", ""], '" "'],
  ])("says of several conditions of an attribute %s", async (_name, conditions, expected) => {
    const schema = (condition: string) =>
      `<srcSchema extendedSchema="nms:extAccount"><element name="extAccount"><attribute name="password" accessibleIf="${condition}"/></element></srcSchema>`;
    const text = await bodyOf({ "acme/a.xml": pack(entities("xtk:srcSchema", ...conditions.map(schema))) });
    expect(text).toContain(`  - { name: nms:extAccount, accessibleIf: { password: ${expected} } }\n`);
  });

  test.each<[string, Files, string | undefined]>([
    [
      "the oldest of its sources",
      {
        "acme/a.xml": dated("2026-11-14"),
        "acme/b.xml": dated("2026-11-12"),
        "acme/c.xml": dated("2026-11-13"),
      },
      "2026-11-12T00:00:00.000Z",
    ],
    [
      "of none where one has no date",
      { "acme/a.xml": dated("2026-11-14"), "acme/b.xml": groups(1) },
      undefined,
    ],
  ])("bears the date %s", async (_name, files, expected) => {
    const dates = (await bodyOf(files)).split("\n").filter((line) => line.startsWith("exported:"));
    expect(dates).toEqual(expected === undefined ? [] : [`exported: ${expected}`]);
  });

  test("holds a document for each instance, with the sources of each", async () => {
    const { stdout } = await cli(["convert"], {
      files: { "a/a.xml": groups(1), "b/b.xml": groups(1), "users.json": page(true) },
    });
    const [first = "", second = "", ...more] = stdout.split(/^---\n/m);
    expect(more).toEqual([]);
    expect(first).toContain("# Made by «ims-lint convert» of 2 files, listed under sources.");
    expect(first).toMatch(/instance:\n {2}name: a\n/);
    expect(first).toMatch(
      /sources:\n {2}- \{ path: a\/a\.xml, sha256: [0-9a-f]{64} \}\n {2}- \{ path: users\.json, sha256: [0-9a-f]{64} \}\n$/,
    );
    expect(second).toMatch(/instance:\n {2}name: b\n/);
    expect(second).toMatch(
      /sources:\n {2}- \{ path: b\/b\.xml, sha256: [0-9a-f]{64} \}\n {2}- \{ path: users\.json, /,
    );
  });
});

describe("convert ends", () => {
  const GOOD = { "acme/a.xml": pack(entities("xtk:group", '<group name="admin"/>')) };
  const BROKEN = { "acme/b.xml": pack(entities("xtk:group", '<group name="adm')) };

  test("with 0, and writes to standard output", async () => {
    const { stdout, stderr, exit, files } = await cli(["convert"], { files: GOOD });
    expect({ stderr, exit, files }).toEqual({ stderr: "", exit: 0, files: GOOD });
    expect(stdout).toContain("imsLint: snapshot/v1");
    expect(await cli(["convert", "-o", "-"], { files: GOOD })).toMatchObject({
      stdout,
      exit: 0,
      files: GOOD,
    });
  });

  test("with 0, and writes to a file instead", async () => {
    const { stdout: text } = await cli(["convert"], { files: GOOD });
    const { stdout, exit, files } = await cli(["convert", "-o", "snapshot.yaml"], { files: GOOD });
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 0 });
    expect(files).toEqual({ ...GOOD, "snapshot.yaml": text });
  });

  test("with 4 where something cannot be read, and writes the rest", async () => {
    const { stdout, stderr, exit } = await cli(["convert"], { files: { ...GOOD, ...BROKEN } });
    expect(exit).toBe(4);
    expect(stderr).toContain("acme/b.xml cannot be read, and is not in the snapshot.\n");
    expect(stdout).toContain("path: acme/a.xml");
    expect(stdout).not.toContain("acme/b.xml");
  });

  test("with 4 where nothing can be read, and writes nothing", async () => {
    const before = { ...BROKEN, "old.txt": "as it was" };
    const { stdout, exit, files } = await cli(["convert", "-o", "old.txt", "--force", "acme"], {
      files: before,
    });
    expect({ stdout, exit, files }).toEqual({ stdout: "", exit: 4, files: before });
  });

  test("with 3 where nothing is an export", async () => {
    const before = { "README.md": "" };
    const { stdout, stderr, exit, files } = await cli(["convert", "-o", "snapshot.yaml"], { files: before });
    expect({ stdout, exit, files }).toEqual({ stdout: "", exit: 3, files: before });
    expect(stderr).toContain("nothing here is an export");
  });

  test("with 2 where the file is there already, unless it is forced", async () => {
    const before = { ...GOOD, "old.txt": "as it was" };
    const refused = await cli(["convert", "-o", "old.txt", "acme"], { files: before });
    expect(refused).toMatchObject({ stdout: "", exit: 2, files: before });
    expect(refused.stderr).toContain("old.txt is there already. Nothing was written; --force overwrites it.");
    const forced = await cli(["convert", "-o", "old.txt", "--force", "acme"], { files: before });
    expect(forced.exit).toBe(0);
    expect(forced.files["old.txt"]).toContain("imsLint: snapshot/v1");
  });

  test.each([
    ["acme/a.xml", ["acme/a.xml"]],
    ["./acme/../acme/a.xml", []],
    ["/repo/acme/a.xml", ["acme"]],
    // What cannot be read is an input, too.
    ["acme/b.xml", ["acme"]],
  ])("with 2 where %s is an input, though it is forced", async (output, paths) => {
    const before = { ...GOOD, ...BROKEN };
    const { stdout, stderr, exit, files } = await cli(["convert", "-o", output, "--force", ...paths], {
      files: before,
    });
    expect({ stdout, exit, files }).toEqual({ stdout: "", exit: 2, files: before });
    expect(stderr).toContain("would overwrite an input");
  });

  test("with a word on secrets and contradictions", async () => {
    const account = (attributes: string) =>
      pack(entities("nms:extAccount", `<extAccount name="a" ${attributes}/>`));
    const run = (first: string, second: string) =>
      cli(["convert"], { files: { "acme/a.xml": account(first), "acme/b.xml": account(second) } });
    const WHERE = "ims-lint: lint the exports themselves to see where: ims-lint with the same paths.\n";
    expect((await run('password="x"', 'tenant="t"')).stderr).toBe(
      `ims-lint: the exports hold a secret; the snapshot only says so.\n${WHERE}`,
    );
    expect((await run('password="x"', 'clientSecret="y"')).stderr).toBe(
      `ims-lint: the exports hold 2 secrets; the snapshot only says so.\n${WHERE}`,
    );
    const contradicting = await run('tenant="t"', 'tenant="u"');
    expect(contradicting.exit).toBe(0);
    expect(contradicting.stderr).toBe(
      `ims-lint: some values could not be read, or contradict each other; the snapshot leaves them out.\n${WHERE}`,
    );
    expect((await run('password=""', 'password="***"')).stderr).not.toContain("secret");
  });
});
