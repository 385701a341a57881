import { readFileSync } from "node:fs";
import * as path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { ReportV1 } from "../../src/index.js";
import { printable } from "../../src/report/terminal.js";
import { cli } from "../support/cli.js";
import { site } from "../support/exports.js";
import { lintPullRequest, pullRequest } from "../support/pull-request.js";
import { type Content, makeRepository, removeRepositories } from "../support/repository.js";
import { type Command, runStep, type StepRun, type StepSetUp } from "../support/runner.js";

/** Values that are made to be obeyed by the runner of GitHub Actions, which reads every line of a log. */

afterAll(removeRepositories);

const VALUES: readonly (readonly [what: string, value: string])[] = [
  ["a line of its own", "a\n::error::owned\nb"],
  ["a line behind a return", "a\r::error file=a::owned\r\n::warning::owned"],
  [
    "a line behind another separator",
    "a\u2028::error::owned\u2029::error::owned\u0085::error::owned\f::error::owned",
  ],
  ["a line behind a zero byte", "a\0::error::owned"],
  ["a mask", "::add-mask::e"],
  ["the end of commands", "\n::stop-commands::x\n"],
  ["a group", "\n::group::owned\n::endgroup::\n"],
  ["the older form", "##[error]owned"],
  ["the older form of a matcher", "a ##[add-matcher]owned.json b"],
  ["an escaped line", "a%0A::error::owned%0D::error::owned%250A"],
  ["properties", "a,file=owned,line=1::owned"],
  ["per cent, comma and colon", "100%, 5%25: a=b,c=d;%3A%2C"],
  ["nothing but marks", "::::##[]%,:"],
];
/** All of them in one. */
const ALL = VALUES.map(([, value]) => value).join(" ");

const isWindows = process.platform === "win32";

/** What of a value can be in the name of a file; on Windows it is little. */
function fileName(value: string): string {
  return value.replace(isWindows ? /[<>:"/\\|?*\0-\x1f]/g : /[/\0]/g, "").slice(0, 200);
}

/** A snapshot in which the value stands in every name, and in every value that a message tells. */
function snapshot(value: string): string {
  return JSON.stringify(
    {
      imsLint: "snapshot/v1",
      instance: { name: `acme${value}`, deployment: `moon${value}` },
      [`key${value}`]: 1,
      extAccounts: [
        {
          name: "Adobe_Experience_Cloud",
          callbackServer: `http://acme.example.com/${value}`,
          imsServer: `ims${value}`,
          userScope: `scope${value}`,
          imsOrgId: `org${value}`,
          imsRightsMask: `Campaign - acme - (.*)${value}`,
          productContext: `context${value}`,
        },
        { name: `other${value}`, password: "s" },
        ...["a", "b"].map((label) => ({ name: `twice${value}`, label })),
      ],
      operators: [{ name: `jane${value}`, email: `jane@acme.example${value}`, authenticationType: "ims" }],
      organization: { id: `another${value}`, users: [{ email: `joe${value}`, groups: [`p${value}`] }] },
    },
    null,
    1,
  );
}

/** Characters; a log of 25 findings takes a third of it. */
const MAX_LOG = 100_000;
const HUGE = "x".repeat(4_000_000);
const LARGE: readonly (readonly [what: string, text: string])[] = [
  ["every name and value", snapshot(HUGE)],
  ["a value", snapshot("").replace("http://acme.example.com/", `http://${HUGE}`)],
  ["the name of an instance", snapshot("").replace('"acme"', `"${HUGE}"`)],
  ["the name of an account", snapshot("").replace('"other"', `"${HUGE}"`)],
  ["a name that is there twice", snapshot("").replaceAll('"twice"', `"${HUGE}"`)],
  ["a login", snapshot("").replace('"jane"', `"${HUGE}"`)],
  ["a key", snapshot("").replace('"key"', `"${HUGE}"`)],
];

/** What a command of a finding is to say: its rule, and its message as its first line. */
function expectOfReport(commands: readonly Command[], { results }: Pick<ReportV1, "results">): void {
  const titles = new Set(results.map(({ rule, clause }) => (clause === null ? rule : `${rule}/${clause}`)));
  const messages = new Set(results.map(({ message }) => printable(message)));
  const paths = new Set(results.map(({ location }) => printable(location.path)));
  for (const { properties, message } of commands) {
    const { title, file, line, endLine, col, endColumn, ...others } = properties;
    expect(others).toEqual({});
    if (title === "ims-lint") {
      expect([file, message]).toEqual([
        undefined,
        expect.stringMatching(/^GitHub shows 10 annotations of a type/),
      ]);
      continue;
    }
    // What stood in the base alone is not in the report of the head.
    if (title?.endsWith(" (no longer provable)")) {
      expect(title).toMatch(/^[a-z-]+(?:\/[a-z-]+)? /);
      expect(message).toMatch(/^It failed: .*\nNow: .*$/);
      continue;
    }
    // What is told once for all is told by rules and numbers alone.
    if (title === "not known any more" || title === "to be looked at") {
      expect(message).toMatch(/^\d+ results? [a-z ]+: (?:\d+ × [a-z-]+(?:, )?)+\.$/);
      continue;
    }
    expect(titles).toContain(title?.replace(/ \((?:new|worse)(?:, was .*)?\)$/s, ""));
    expect(messages).toContain(message.split("\n")[0]);
    expect(paths).toContain(file);
    for (const place of [line, endLine, col, endColumn]) expect(place ?? "1").toMatch(/^\d+$/);
  }
}

describe("the command line", () => {
  /** Fails where a line is anything but a command of ours. */
  function commandsIn(output: string): Command[] {
    const unescaped = (text: string) =>
      text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
    const lines = output.split(/\r\n|\r|\n/);
    expect(lines.pop()).toBe("");
    return lines.map((line) => {
      const [, name, head, message] = /^::(error|warning|notice) (.*?)::(.*)$/s.exec(line) ?? [];
      if (name === undefined || head === undefined || message === undefined) throw new Error(line);
      const properties = head.split(",").map((part) => {
        const [, key = "", value = ""] = /^([a-zA-Z]+)=(.*)$/s.exec(part) ?? [];
        return [key, unescaped(value.replaceAll("%3A", ":").replaceAll("%2C", ","))];
      });
      return { name, properties: Object.fromEntries(properties), message: unescaped(message) };
    });
  }

  async function lint(files: Readonly<Record<string, string>>) {
    const argv = ["--preset", "all"];
    const { stdout } = await cli(["--format", "github", ...argv], { files });
    const report = JSON.parse((await cli(["--format", "json", ...argv], { files })).stdout) as ReportV1;
    return { commands: commandsIn(stdout), report };
  }

  test.each(VALUES)("%s in names and values is no command, and no part of one", async (_what, value) => {
    const { commands, report } = await lint({ [`exports/prod${fileName(value)}.json`]: snapshot(value) });
    expect(commands.length).toBeGreaterThan(10);
    expectOfReport(commands, report);
  });

  /** Lines that the runner takes for a command: in the one form at their start, in the other anywhere. */
  function obeyedIn(output: string): string[] {
    return output.split(/\r\n|\r|\n/).filter((line) => /^\s*::|##\[/.test(line));
  }

  test.each(["github", "pretty"])("nothing else that it prints in a job is one: %s", async (format) => {
    const keys = { [ALL]: 1, instances: { [ALL]: { url: "https://a.example", [ALL]: 1 } } };
    const { stdout, stderr } = await cli(["--format", format, "--preset", "all", "--verbose"], {
      files: {
        "prod.json": snapshot(`${ALL} ${"::error::owned ".repeat(30)}`),
        "ims-lint.config.json": JSON.stringify(keys),
        [`skipped${fileName(ALL)}.json`]: "{}",
      },
      env: { GITHUB_ACTIONS: "true" },
    });
    expect(stderr).toContain("owned");
    expect(obeyedIn(stderr)).toEqual([]);
    if (format === "pretty") expect(obeyedIn(stdout)).toEqual([]);
  });

  test
    .skipIf(isWindows)
    .each([
      "100%, 5%25: a=b,c=d;%3A%2C.yaml",
      "a folder, with: a comma/prod.yaml",
      " prod .yaml",
      "a:b.yaml",
      "<prod>.yaml",
      "..prod.yaml",
      "ä😀.yaml",
    ])("a finding in %s stands in it", async (file) => {
    const { commands } = await lint({ [file]: site({ callbackServer: "http://acme.campaign.example.com" }) });
    expect(commands.find(({ properties }) => properties.title === "callback-https")?.properties).toEqual({
      ...{ title: "callback-https", file, line: "7", endLine: "7", col: "21", endColumn: "53" },
    });
  });

  test("of a value over several lines no column is told", async () => {
    const { commands } = await lint({
      "prod.yaml": site({ callbackServer: ">-\n      http://acme.\n      campaign.example.com" }),
    });
    expect(commands.find(({ properties }) => properties.title === "callback-https")?.properties).toEqual({
      ...{ title: "callback-https", file: "prod.yaml", line: "7", endLine: "9" },
    });
  });

  test("ten of a type are told at most, the worst first, and how many are left out", async () => {
    const { commands, report } = await lint({
      "prod.json": JSON.stringify({
        imsLint: "snapshot/v1",
        ...Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`key${index}`, 1])),
        extAccounts: [{ name: "Adobe_Experience_Cloud", imsRightsMask: "Campaign - acme - (.*)" }],
        groups: Array.from({ length: 17 }, (_, index) => ({ name: `unused${index}` })),
        operators: Array.from({ length: 20 }, (_, index) => ({ name: `user${index}`, email: [index] })),
        organization: { groups: [{ groupName: "Campaign - acme - lost", type: "PRODUCT_PROFILE" }] },
      }),
    });
    expect(commands.map(({ name }) => name)).toEqual([
      ...Array(10).fill("error"),
      ...Array(10).fill("warning"),
      ...Array(10).fill("notice"),
    ]);
    const { error, warning, note } = report.summary;
    const rest = `${error - 10} more errors, ${warning - 10} more warnings, ${note - 9} more notes`;
    expect(commands.at(-1)).toMatchObject({
      properties: { title: "ims-lint" },
      message: `GitHub shows 10 annotations of a type; ${rest} are in the report that --format json writes.`,
    });
  });

  test.each(LARGE)("4 MB in %s make no long line", async (_what, text) => {
    const { stdout } = await cli(["--format", "github", "--preset", "all"], { files: { "prod.json": text } });
    expect(commandsIn(stdout).length).toBeGreaterThan(5);
    expect(stdout.length).toBeLessThan(MAX_LOG);
  });
});

describe("the step", () => {
  const lint = (content: Content, setUp: StepSetUp = {}) => {
    const { inputs } = setUp;
    return runStep(makeRepository(content), { ...setUp, inputs: { preset: "all", ...inputs } });
  };

  const OUTPUTS = Object.keys(parse(readFileSync("action.yml", "utf8")).outputs);

  /** That the runner obeys the annotations of the report and one group, and nothing else. */
  function expectOurs({ commands, outputs, report }: StepRun): void {
    const groups = commands.filter(({ name }) => name === "group" || name === "endgroup");
    expect(groups).toEqual([
      { name: "group", properties: {}, message: "Report of ims-lint" },
      { name: "endgroup", properties: {}, message: "" },
    ]);
    const annotations = commands.filter((command) => !groups.includes(command));
    expect(annotations.filter(({ name }) => !["error", "warning", "notice"].includes(name))).toEqual([]);
    expectOfReport(annotations, report ?? { results: [] });
    expect(Object.keys(outputs).sort()).toEqual([...OUTPUTS].sort());
    for (const name of ["error", "warning", "note"]) expect(outputs[name]).toMatch(/^\d+$/);
  }

  test.each(VALUES)("obeys no value: %s", async (_what, value) => {
    const step = await lint({ [`exports/prod${fileName(value)}.json`]: snapshot(value) });
    expect(step.outputs).toMatchObject({ outcome: "failed" });
    expect(step.log).toContain("callback-https");
    expectOurs(step);
  });

  test.each([
    ["the first half", fileName(ALL.slice(0, ALL.length / 2))],
    ["the second half", fileName(ALL.slice(ALL.length / 2))],
  ])("obeys no name of a folder, and writes where it says: %s", async (_half, value) => {
    // The stand-in of the runner takes every line break of an output for the same.
    const folder = `in${value.replaceAll("\r\n", "\n")}out`;
    const step = await lint(
      { [`${folder}/prod.json`]: snapshot("") },
      { inputs: { "working-directory": folder, "sarif-file": `${folder}.sarif` } },
    );
    expectOurs(step);
    expect(step.outputs["sarif-file"]?.split(path.sep).slice(-2)).toEqual([folder, `${folder}.sarif`]);
    expect(step.sarif?.runs[0]?.results?.length).toBeGreaterThan(5);
  });

  test.each([
    ["a rule", {}],
    ["a folder", { "working-directory": fileName(`no${ALL}`) }],
    ["a folder whose name is too long", { "working-directory": `owned${HUGE.slice(0, 300)}` }],
    ["a word", { "fail-on": `no${ALL}word` }],
    ["a path", { "sarif-file": `../no${ALL}where` }],
  ])("obeys nothing of %s that it refuses", async (what, inputs) => {
    const config = what === "a rule" ? { rules: { [`no${ALL}rule`]: "error" }, [ALL]: 1 } : {};
    const { commands, outputs, exit } = await lint(
      { "prod.json": snapshot(""), "ims-lint.config.json": JSON.stringify(config) },
      // No variable of the environment holds a zero byte.
      {
        inputs: Object.fromEntries(
          Object.entries(inputs).map(([name, value]) => [name, value.replace("\0", "")]),
        ),
      },
    );
    expect(commands).toEqual([
      { name: "error", properties: { title: "ims-lint" }, message: expect.stringContaining("owned") },
    ]);
    expect([exit, outputs]).toEqual([1, { outcome: "error" }]);
  });

  test("obeys no config that a change brings", async () => {
    const setting = { [`key${ALL}`]: { [`a${ALL}`]: ALL } };
    const instances = { [`acme${ALL}`]: { url: ALL, expect: { users: [ALL] } } };
    const pull = pullRequest(
      { "ims-lint.config.json": JSON.stringify(setting) },
      {
        [`skipped${fileName(ALL)}.xml`]: "<package>",
        "prod.json": snapshot(ALL),
        "ims-lint.config.json": JSON.stringify({ ...setting, instances, rules: { [`rule${ALL}`]: "error" } }),
      },
    );
    const step = await lintPullRequest(pull, { inputs: { preset: "all" } });
    const mistakes = step.commands.filter(({ properties }) => properties.title === "ims-lint config");
    expect(mistakes.length).toBeGreaterThan(1);
    for (const { properties } of mistakes) expect(properties.file).toBe("ims-lint.config.json");
    expectOurs({ ...step, commands: step.commands.filter((command) => !mistakes.includes(command)) });
  });

  test("obeys nothing of what is no longer provable", async () => {
    const { instance, extAccounts } = JSON.parse(snapshot(ALL));
    const rest = { imsLint: "snapshot/v1", instance, extAccounts: [{ name: extAccounts[0].name }] };
    const pull = pullRequest({ "prod.json": snapshot(ALL) }, { "prod.json": JSON.stringify(rest) });
    const step = await lintPullRequest(pull, { inputs: { preset: "all" } });
    expect(Number(step.outputs["no-longer-provable"])).toBeGreaterThan(3);
    expectOurs(step);
  });

  const manyErrors = JSON.stringify({
    imsLint: "snapshot/v1",
    operators: Array.from({ length: 30 }, (_, index) => ({ name: `user${index}`, email: [index] })),
  });
  const annotationsOf = ({ commands }: StepRun, type: string) => commands.filter(({ name }) => name === type);

  test("says of each type ten things at most where mistakes of a config are among them", async () => {
    const rules = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`rule${index}`, "error"]));
    const pull = pullRequest(
      { "prod.json": snapshot("") },
      { "other.json": manyErrors, "ims-lint.config.json": JSON.stringify({ rules }) },
    );
    const step = await lintPullRequest(pull);
    expect(annotationsOf(step, "error").length).toBeLessThanOrEqual(10);
    expectTold(step);
  });

  test("says of each type ten things at most where an upload failed", async () => {
    const step = await lint({ "other.json": manyErrors }, { inputs: { "upload-sarif": "true" } });
    expect(step.log).toContain("There is no github-token");
    expect(annotationsOf(step, "error").length).toBeLessThanOrEqual(10);
    expectTold(step);
  });

  /** Every error is an annotation, or counted among those that are left out. */
  function expectTold({ commands, report }: StepRun): void {
    const shown = commands.filter(
      ({ name, properties }) => name === "error" && properties.file === "other.json",
    );
    const left = commands.map(({ message }) => /(\d+) more errors/.exec(message)?.[1]).find(Boolean);
    const all = report?.results.filter(
      ({ level, location }) => level === "error" && location.path === "other.json",
    );
    expect(shown.length + Number(left)).toBe(all?.length);
  }

  test.each(LARGE)("of 4 MB in %s makes no long log, and no large report", async (_what, text) => {
    const step = await lint({ "prod.json": text });
    expectOurs(step);
    expect(step.log.length).toBeLessThan(MAX_LOG);
    expect(Buffer.byteLength(step.summary)).toBeLessThan(1024 * 1024);
    expect(JSON.stringify(step.report).length).toBeLessThan(1_000_000);
    expect(JSON.stringify(step.sarif).length).toBeLessThan(1_000_000);
  });

  test.each([
    ["a rule that is none", { rules: { [HUGE]: "error" } }],
    ["a key", { [HUGE]: 1, rules: { none: "error" } }],
    ["a value", { preset: HUGE }],
  ])("of 4 MB in %s of a config makes no long log, and no large summary", async (_what, config) => {
    const step = await lint({ "prod.json": snapshot(""), "ims-lint.config.json": JSON.stringify(config) });
    expect(step.outputs).toEqual({ outcome: "error" });
    expect(step.log.length).toBeGreaterThan(50);
    expect(step.log.length).toBeLessThan(MAX_LOG);
    expect(step.summary.length).toBeLessThan(MAX_LOG);
  });
});
