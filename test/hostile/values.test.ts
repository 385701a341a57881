import { describe, expect, test } from "vitest";
import { cli } from "../support/cli.js";
import { lint } from "../support/lint.js";

/** Values that are made to break what reads the report. */

const account = (fields: object) =>
  JSON.stringify({ imsLint: "snapshot/v1", extAccounts: [{ name: "Adobe_Experience_Cloud", ...fields }] });

describe("a terminal", () => {
  const odd = "\u001b]0;owned\u0007\u001b[31m\u202e\u200b\u0085\r\n\t\u{e0041}\ud800x";

  test.each([
    ["a value", { "prod.json": account({ callbackServer: `http://${odd}` }) }],
    [
      "a name",
      {
        "prod.json": JSON.stringify({
          imsLint: "snapshot/v1",
          instance: { name: odd },
          extAccounts: [{ name: odd, imsServer: odd }],
        }),
      },
    ],
    ["a key", { "prod.json": JSON.stringify({ imsLint: "snapshot/v1", [odd]: 1 }) }],
    [
      "a file's name",
      { [`pr${odd.replaceAll(/[\r\n/]/g, "")}d.json`]: account({ callbackServer: "http://x" }) },
    ],
    [
      "a config",
      {
        "prod.json": account({}),
        "ims-lint.config.yaml": `${JSON.stringify(odd)}: 1\npreset: ${JSON.stringify(odd)}\n`,
      },
    ],
  ])("%s reaches it escaped", async (_name, files) => {
    const { stdout, stderr } = await cli(["--show", "all", "--color", "never", "."], { files });
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e]/);
    expect(Buffer.from(stdout + stderr).toString()).toBe(stdout + stderr);
  });
});

describe("size", () => {
  test("a value of 4 MB is cut, and its length told", async () => {
    const callbackServer = `http://${"x".repeat(4_000_000)}`;
    for (const format of ["pretty", "json", "sarif"]) {
      const { stdout } = await cli(["--format", format, "prod.json"], {
        files: { "prod.json": account({ callbackServer }) },
      });
      expect(stdout.length).toBeLessThan(200_000);
      if (format !== "sarif") expect(stdout).toContain("(4000007 characters)");
    }
  });

  test("a list of 100,000 records with a fault each is told whole", async () => {
    const operators = Array.from({ length: 100_000 }, (_, index) => ({
      name: `user${index}`,
      email: [index],
    }));
    const { report } = await lint(JSON.stringify({ imsLint: "snapshot/v1", operators }), {
      path: "prod.json",
    });
    expect(report.results.filter((result) => result.rule.id === "export-shape")).toHaveLength(100_000);
  });
});

describe("records", () => {
  test("names of Object's own members are names like any other", async () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const linted = await lint(
      JSON.stringify({
        imsLint: "snapshot/v1",
        extAccounts: [
          { name: "Adobe_Experience_Cloud", imsRightsMask: "Campaign - acme - (.*)", tenant: "acme" },
        ],
        groups: names.map((name) => ({ name })),
        organization: {
          groups: names.map((name) => ({ groupName: `Campaign - acme - ${name}`, type: "PRODUCT_PROFILE" })),
        },
        options: Object.fromEntries(names.map((name) => [name, "1"])),
      }),
      { path: "prod.json" },
    );
    expect(linted.of("profile-has-group", "pass")).toHaveLength(4);
  });

  test("keys that the engine itself uses are only keys", async () => {
    const linted = await lint(`
      operators:
        - { name: jane, email: j@acme.example, kind: file, at: [x], place: 1, authenticationType: ims }
      organization: { users: [ { email: x, kind: instance } ] }
    `);
    expect(linted.of("operator-known-user", "fail").map((result) => result.subject)).toEqual([
      { kind: "operator", name: "jane" },
    ]);
  });

  test.each([
    ["null", "null"],
    ["a list", "[]"],
    ["text", '"imsLint"'],
    ["a number", "1"],
    [
      "records of nothing",
      '{"imsLint":"snapshot/v1","extAccounts":[null,1,"x",[],{}],"operators":[{}],"organization":{"users":[{}],"groups":[{}]}}',
    ],
    [
      "sections of the wrong kind",
      '{"imsLint":"snapshot/v1","extAccounts":{},"instance":[],"server":"x","organization":[1],"options":[],"serverConf":"x","complete":1,"sources":{}}',
    ],
    [
      "null everywhere",
      '{"imsLint":"snapshot/v1","extAccounts":null,"instance":null,"server":null,"organization":null,"complete":null}',
    ],
  ])("%s crashes nothing", async (_name, text) => {
    for (const format of ["pretty", "json", "sarif"]) {
      const { exit } = await cli(["--format", format, "--preset", "all", "prod.json"], {
        files: { "prod.json": text },
      });
      expect([0, 1, 3]).toContain(exit);
    }
  });
});
