import { expect, test } from "vitest";
import { maskUserInfo } from "../../src/model/user-info.js";
import { read } from "../../src/read/data/read.js";
import { bearsMark } from "../../src/read/detect.js";
import { cli } from "../support/cli.js";

/**
 * Inputs on which a careless loop takes the square of their size: minutes, where a second is plenty. The test runner's
 * own limit catches them.
 */
const HUGE = 300_000;

test("a foreign file of empty lines", () => {
  expect(bearsMark("\n".repeat(HUGE))).toBe(false);
  expect(bearsMark(`${"\n".repeat(HUGE)}imsLint: snapshot/v1`)).toBe(true);
});

test.each([
  ["letters before an address", `"${"a".repeat(HUGE)}@:/"`],
  ["slashes", `"@a:${"/".repeat(HUGE)}"`],
  ["schemes", `@${"a:/".repeat(HUGE / 3)}`],
])("%s", (_name, text) => {
  expect(maskUserInfo(text)).toBe(text);
});

test("bytes that are no text, behind much text that looks so", async () => {
  const { unreadable } = await read(
    "a.yaml",
    Buffer.concat([Buffer.from("\ufffd".repeat(HUGE)), Buffer.from([0xff])]),
  );
  expect(unreadable).toMatchObject({ reason: "encoding", offset: HUGE });
});

test.each([
  [
    "YAML",
    "a.yaml",
    `imsLint: snapshot/v1\nextAccounts: [ { ${"label: a, label: b, ".repeat(5_000)} name: x } ]\n`,
  ],
  [
    "JSON",
    "a.json",
    `{"imsLint":"snapshot/v1","extAccounts":[{${'"label":"a","label":"b",'.repeat(20_000)}"name":"x"}]}`,
  ],
])("a key that is written again and again, in one line of %s", async (_name, file, text) => {
  const { exit } = await cli([file, "--only", "9.2"], { files: { [file]: text } });
  expect(exit).toBe(1);
});

test("thousands of findings in one line", async () => {
  const keys = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key${index}`, index]));
  const text = JSON.stringify({ imsLint: "snapshot/v1", extAccounts: [{ name: "x", ...keys }] });
  const { stdout } = await cli(["a.json", "--only", "9.2", "--quiet"], { files: { "a.json": text } });
  expect(stdout.split("export-shape/unknown-key")).toHaveLength(20_001);
});

test("one person with very many profiles", async () => {
  const groups = Array.from({ length: 50_000 }, (_, index) => `Campaign - acme - g${index}`);
  const text = JSON.stringify({
    imsLint: "snapshot/v1",
    extAccounts: [{ name: "Adobe_Experience_Cloud", imsRightsMask: "Campaign - acme - (.*)" }],
    groups: [{ name: "g1" }],
    organization: { users: [{ email: "a@b", groups }] },
  });
  const { exit } = await cli(["a.json", "--only", "5.7", "--quiet"], { files: { "a.json": text } });
  expect(exit).toBe(0);
});

const big = `[${"1,".repeat(99_999)}1]`;
const nested = Array.from({ length: 90 }).reduce<string>((inner, _none, depth) => {
  return depth % 2 ? `{"a":1,"a":${inner}}` : `{"a":${inner},"a":1}`;
}, big);

test.each([
  ["one key, again and again, behind a big value", `"a":${big},${'"a":1,'.repeat(10_000)}"b":1`],
  ["very many keys", Array.from({ length: 100_000 }, (_, at) => `"a${at}":1,"a${at}":2`).join(",")],
  ["keys in one another", `"x":${nested}`],
])("keys written twice: %s", async (_name, members) => {
  const text = `{"imsLint":"snapshot/v1",${members}}`;
  for (const file of ["a.json", "a.yaml"]) {
    const { exit, stdout } = await cli([file, "--only", "9.2", "--format", "json"], {
      files: { [file]: text },
    });
    expect(exit).toBe(1);
    expect(stdout.length).toBeLessThan(2_000_000);
  }
});

test("what counts for nothing nests too deep as well", async () => {
  const text = `{"imsLint":"snapshot/v1","a":${"[".repeat(HUGE)}${"]".repeat(HUGE)},"a":1}`;
  const { unreadable } = await read("a.json", Buffer.from(text));
  expect(unreadable).toMatchObject({ reason: "too-deep" });
});

test.each([
  ["ragged rows", "a@b,hunter2\n", 1_000_000],
  ["rows", "a@b,Adobe ID,hunter2\n", 300_000],
])("a table with a password in very many %s", async (_name, row, count) => {
  const text = `Email,Identity Type,password\n${row.repeat(count)}`;
  const { exit, stdout } = await cli(["users.csv", "--quiet"], { files: { "users.csv": text } });
  expect(exit).toBe(1);
  expect(stdout).not.toContain("hunter2");
  expect(stdout).toContain(`and ${count - 20} more`);
});

test("lines of comments", async () => {
  const text = `imsLint: snapshot/v1\ninstance: { deployment: x }${" # secret".repeat(HUGE)}\n${"# secret\n".repeat(HUGE)}`;
  const { stdout } = await cli(["a.yaml"], { files: { "a.yaml": text } });
  expect(stdout).toMatch(/deployment: x \} \*\*\*/);
});
