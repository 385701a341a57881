import { describe, expect, test } from "vitest";
import { cli } from "../support/cli.js";

/** The diff of a dry run, as it reaches people: no secret, nothing that a terminal acts on, lines of a bearable length. */

const ONLY = ["--fix-dry-run", "--only", "3.11", "prod.yaml"];
const WRONG = "4D5E6F708192A3B49F1C2B3A";

async function diffOf(text: string, name = "prod.yaml"): Promise<string[]> {
  const { stdout } = await cli([...ONLY.slice(0, -1), name], { files: { [name]: text } });
  return stdout.split("\n").slice(0, -1);
}

const snapshot = (lines: readonly string[]) =>
  `imsLint: snapshot/v1\nextAccounts:\n  - name: Adobe_Experience_Cloud\n${lines.map((line) => `    ${line}\n`).join("")}`;

test("three lines around a change", async () => {
  const lines = [
    "tenant: a",
    "label: b",
    "type: c",
    `imsOrgId: ${WRONG}`,
    "active: 1",
    "server: d",
    "clientId: e",
    "userScope: f",
  ];
  expect(await diffOf(snapshot(lines))).toEqual([
    "--- a/prod.yaml",
    "+++ b/prod.yaml",
    "@@ -4,7 +4,7 @@",
    "     tenant: a",
    "     label: b",
    "     type: c",
    `-    imsOrgId: ${WRONG}`,
    `+    imsOrgId: ${WRONG}@AdobeOrg`,
    "     active: 1",
    "     server: d",
    "     clientId: e",
  ]);
});

test("changes close to each other are one hunk, others are not", async () => {
  const account = (name: string, id: string) => [`  - { name: ${name}, imsOrgId: "${id} " }`];
  const ids = ["0", "1", "2"].map((digit) => `${WRONG.slice(1)}${digit}`);
  const filler = Array.from({ length: 7 }, () => "    # filler");
  const text = [
    "imsLint: snapshot/v1",
    "extAccounts:",
    ...account("a", ids[0] ?? ""),
    "    # between",
    ...account("b", ids[1] ?? ""),
    ...filler,
    ...account("c", ids[2] ?? ""),
  ].join("\n");
  const hunks = (await diffOf(`${text}\n`)).filter((line) => line.startsWith("@@"));
  expect(hunks).toEqual(["@@ -1,8 +1,8 @@", "@@ -10,4 +10,4 @@"]);
});

test("a file without a last line end", async () => {
  const diff = await diffOf(snapshot([`imsOrgId: ${WRONG}`]).trimEnd());
  expect(diff.slice(-4)).toEqual([
    `-    imsOrgId: ${WRONG}`,
    "\\ No newline at end of file",
    `+    imsOrgId: ${WRONG}@AdobeOrg`,
    "\\ No newline at end of file",
  ]);
});

describe("secrets", () => {
  test("end the context that they stand in", async () => {
    const lines = [
      "clientSecret: hunter2",
      "label: a",
      `imsOrgId: ${WRONG}`,
      "tenant: b # the password was hunter2",
      "type: c",
    ];
    expect(await diffOf(snapshot(lines))).toEqual([
      "--- a/prod.yaml",
      "+++ b/prod.yaml",
      "@@ -5,2 +5,2 @@",
      "     label: a",
      `-    imsOrgId: ${WRONG}`,
      `+    imsOrgId: ${WRONG}@AdobeOrg`,
    ]);
  });

  test("are masked in a line that changes, before and after it does", async () => {
    const text = `imsLint: snapshot/v1\nextAccounts: [ { clientSecret: hunter2, imsOrgId: ${WRONG}, password: "hunter2" } ] # hunter2\n`;
    const diff = await diffOf(text);
    expect(diff.join("\n")).not.toContain("hunter2");
    expect(diff).toContain(`-extAccounts: [ { clientSecret: ***, imsOrgId: ${WRONG}, password: *** } ] ***`);
    expect(diff).toContain(
      `+extAccounts: [ { clientSecret: ***, imsOrgId: ${WRONG}@AdobeOrg, password: *** } ] ***`,
    );
  });

  test("of a document further down too", async () => {
    const text = `${snapshot([`imsOrgId: ${WRONG}`])}---\nimsLint: snapshot/v1\nextAccounts: [ { clientSecret: hunter2 } ]\n`;
    expect((await diffOf(text)).join("\n")).not.toContain("hunter2");
  });
});

test("a terminal is not obeyed: not in the file's text, nor in its name", async () => {
  const diff = await diffOf(
    snapshot([`imsOrgId:\t${WRONG} # \u202e\u200b`, 'label: "\u00ad"']),
    "a\u001b[2J.yaml",
  );
  expect(diff).toEqual([
    "--- a/a\\u{1b}[2J.yaml",
    "+++ b/a\\u{1b}[2J.yaml",
    "@@ -1,5 +1,5 @@",
    " imsLint: snapshot/v1",
    " extAccounts:",
    "   - name: Adobe_Experience_Cloud",
    `-    imsOrgId:\t${WRONG} # \\u{202e}\\u{200b}`,
    `+    imsOrgId:\t${WRONG}@AdobeOrg # \\u{202e}\\u{200b}`,
    '     label: "\\u{ad}"',
  ]);
});

test("in a job of GitHub Actions no line is a command", async () => {
  const text = snapshot([`imsOrgId: ${WRONG} # ##[error]`]);
  const { stdout } = await cli(ONLY, { files: { "prod.yaml": text }, env: { GITHUB_ACTIONS: "true" } });
  expect(stdout).toContain(WRONG);
  expect(stdout).not.toContain("##[");
});

test("a line of megabytes is cut around the change", async () => {
  const groups = Array.from({ length: 50_000 }, (_, index) => ({ name: `group${index}` }));
  const account = { name: "Adobe_Experience_Cloud", imsOrgId: WRONG };
  const text = JSON.stringify({ imsLint: "snapshot/v1", groups, extAccounts: [account], operators: groups });
  const diff = await diffOf(text, "prod.json");
  expect(diff.join("\n").length).toBeLessThan(3_000);
  expect(diff.some((line) => line.startsWith("-…") && line.includes(`"${WRONG}"`))).toBe(true);
  expect(diff.some((line) => line.startsWith("+…") && line.includes(`"${WRONG}@AdobeOrg"`))).toBe(true);
});
