import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { Log, Run, Result as SarifResult } from "sarif";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.js";
import { fingerprint, sha256 } from "../../src/judge/fingerprint.js";
import { lineHashes } from "../../src/report/line-hash.js";
import type { Report, Reported } from "../../src/report/report.js";
import { renderSarif } from "../../src/report/sarif.js";
import { printable } from "../../src/report/terminal.js";
import { asSnapshot, lintFiles } from "../support/lint.js";

const HTTP = `imsLint: snapshot/v1
instance: { name: acme_prod }
extAccounts:
  - name: Adobe_Experience_Cloud
    active: true
    callbackServer: "http://acme.campaign.example.com"
`;

describe("what is accepted", () => {
  const waivers = `waivers:
  - { rule: callback-https, reason: "The certificate is ordered.", owner: jane, ticket: OPS-12, expires: 2026-12-31 }
`;
  const comment = HTTP.replace(/\n$/, " # ims-lint: ignore[callback-https] Ordered.\n");

  test("is there as suppressed, at its level and with its reason", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP }, { waivers });
    expect(only(runOf(report), "callback-https")).toMatchObject({
      level: "error",
      suppressions: [
        {
          kind: "external",
          status: "accepted",
          justification: "The certificate is ordered.",
          location: {
            physicalLocation: {
              artifactLocation: { uri: "ims-lint.waivers.yaml" },
              region: { startLine: 2 },
            },
          },
          properties: { owner: "jane", ticket: "OPS-12", expires: "2026-12-31" },
        },
      ],
    });
    const inSource = await lintFiles({ "prod.yaml": comment });
    expect(only(runOf(inSource.report), "callback-https").suppressions).toMatchObject([
      { kind: "inSource", status: "accepted", justification: "Ordered." },
    ]);
  });

  test("is left out for GitHub, which would open an alert of it", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP }, { waivers });
    const run = read(renderSarif(report, "0.1.0", { withAccepted: false }));
    expect(run.results?.map(({ ruleId }) => ruleId)).not.toContain("callback-https");
  });

  test("is valid", async () => {
    const { report } = await lintFiles({ "prod.yaml": comment }, { waivers });
    expect(complaintsAbout(renderSarif(report, "0.1.0"))).toEqual([]);
  });
});

describe("rules", () => {
  test("are all listed, by id, whether they run or not", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP }, { only: ["callback-https"] });
    const listed = driverOf(report).rules ?? [];
    expect(listed.map((rule) => rule.id)).toEqual(rules.map((rule) => rule.id).sort());
  });

  test("say what GitHub shows of them", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP });
    const rule = driverOf(report).rules?.find(({ id }) => id === "callback-https");
    expect(rule).toMatchObject({
      name: "CallbackHttps",
      shortDescription: { text: "The callback server is an https address." },
      fullDescription: { text: expect.stringContaining("IMS sends people back") },
      help: {
        text: expect.stringContaining("How to mend it: Set the callback server"),
        markdown: expect.stringContaining("**How to mend it:** Set the callback server"),
      },
      helpUri: "https://github.com/ims-lint/ims-lint/blob/main/docs/rules/callback-https.md",
      defaultConfiguration: { level: "error" },
      properties: {
        tags: [
          "ims",
          "adobe-campaign",
          "account",
          "IMS-3.7",
          "security",
          "NIST-800-53-r5/SC-8",
          "NIST-800-53-r5/SC-23",
          "ISO-27001-2022/A.8.24",
          "CIS-v8/3.10",
        ],
        precision: "very-high",
        "problem.severity": "error",
        "security-severity": "7.5",
      },
    });
  });

  test("carry a security severity and the tag only where they are about security", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP });
    for (const { id, properties } of driverOf(report).rules ?? []) {
      const expected = rules.find((rule) => rule.id === id)?.securitySeverity;
      expect(properties?.["security-severity"], id).toBe(expected);
      expect(properties?.tags?.includes("security"), id).toBe(expected !== undefined);
      expect(properties?.tags, id).not.toContain("other");
    }
  });

  test("have no name that only repeats the id", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP });
    const [rule] = report.allRules;
    if (!rule) throw new Error("no rule");
    const [descriptor] = driverOf({ ...report, allRules: [{ ...rule, id: "tenant" }] }).rules ?? [];
    expect(descriptor).toMatchObject({ id: "tenant" });
    expect(descriptor).not.toHaveProperty("name");
  });

  test("stay within what GitHub shows", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP });
    for (const rule of driverOf(report).rules ?? []) {
      expect(rule.shortDescription?.text.length, rule.id).toBeLessThanOrEqual(1024);
      expect(rule.fullDescription?.text.length, rule.id).toBeLessThanOrEqual(1024);
      expect(rule.properties?.tags?.length, rule.id).toBeLessThanOrEqual(10);
    }
  });

  test("of a rule that the config defines point at no page that is not there", async () => {
    const config = `customRules:
  acme-callback: { at: "imsAccounts[].callbackServer", pattern: "^https", level: error, why: "See <b>the wiki</b>" }
`;
    const { report } = await lintFiles({ "prod.yaml": HTTP }, { config });
    const own = (driverOf(report).rules ?? []).find(({ id }) => id === "acme-callback");
    expect(own).toMatchObject({
      name: "AcmeCallback",
      defaultConfiguration: { level: "error" },
      properties: { tags: ["ims", "adobe-campaign", "custom", "C.1"] },
    });
    expect(own).not.toHaveProperty("helpUri");
    expect(own?.help?.markdown).toContain("**Why:** See \\<b\\>the wiki\\</b\\>.");
    expect(own?.help?.markdown).not.toContain("](");
    const [result] = runOf(report).results?.filter(({ ruleId }) => ruleId === "acme-callback") ?? [];
    expect(result).toMatchObject({ level: "error", properties: { control: "C.1" } });
  });

  test("have help in which nothing but our own marks is Markdown", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP });
    const [rule] = report.allRules;
    if (!rule) throw new Error("no rule");
    const changed = {
      ...rule,
      why: "A mask «(.*)_[a-z]|<b>» fails",
      source: ["https://example.com/a_b.md", "page_b"],
    };
    const markdown = driverOf({ ...report, allRules: [changed] }).rules?.[0]?.help?.markdown;
    expect(markdown).toContain("**Why:** A mask «(.\\*)\\_\\[a-z\\]\\|\\<b\\>» fails.");
    expect(markdown).toContain("**Source:** <https://example.com/a_b.md>; page\\_b");
  });
});

describe("results", () => {
  test("are the fails alone, with the smallest region", async () => {
    const { report } = await lintFiles({ "exports/prod.yaml": HTTP });
    const run = runOf(report);
    const fails = report.results.filter((result) => result.verdict === "fail");
    expect(report.results.length).toBeGreaterThan(fails.length);
    expect(run.results).toHaveLength(fails.length);
    const result = only(run, "callback-https");
    const fail = fails.find(({ rule }) => rule.id === "callback-https");
    const index = run.tool.driver.rules?.findIndex(({ id }) => id === "callback-https");
    expect(result).toEqual({
      ruleId: "callback-https",
      ruleIndex: index,
      level: "error",
      message: {
        text: 'Callback server "http://acme.campaign.example.com" is not https: IMS refuses to send people back to it. Set the callback server of the account to the instance\'s https access URL. Save in Campaign, restart the server, export again.',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "exports/prod.yaml", uriBaseId: "%SRCROOT%", index: 0 },
            region: { startLine: 6, startColumn: 21, endLine: 6, endColumn: 55 },
          },
        },
      ],
      partialFingerprints: {
        primaryLocationLineHash: lineHashes(HTTP, new Set([6])).get(6),
        "imsLint/v1": fingerprint(fail?.identity ?? ""),
      },
      properties: {
        clause: null,
        control: "IMS-3.7",
        instance: "acme_prod",
        subject: { kind: "extAccount", name: "Adobe_Experience_Cloud" },
      },
    });
  });

  test("have the level that is in force, not the rule's own", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP }, { config: "rules: { callback-https: note }" });
    expect(only(runOf(report), "callback-https").level).toBe("note");
  });

  test("stand on the whole line where there is nothing to select", async () => {
    const { report } = await lintFiles({ "prod.yaml": "imsLint: snapshot/v1\na: [\n" });
    const { region } = only(runOf(report), "export-readable").locations?.[0]?.physicalLocation ?? {};
    expect(Object.keys(region ?? {})).toEqual(["startLine"]);
  });

  test("link what they are related to", async () => {
    const report = await changed((result) => ({
      ...result,
      relatedLocations: [
        { location: { ...result.location, startLine: 2 }, message: "The earlier [one]." },
        { location: { ...result.location, path: "ims-lint.config.yaml" }, message: "" },
      ],
    }));
    const result = only(runOf(report), "callback-https");
    expect(result.message.text).toMatch(
      / See also: \[The earlier \\\[one\\\]\]\(1\), \[related place\]\(2\)\.$/,
    );
    expect(result.relatedLocations).toMatchObject([
      { id: 1, physicalLocation: { region: { startLine: 2 } }, message: { text: "The earlier \\[one\\]" } },
      { id: 2, physicalLocation: { artifactLocation: { uri: "ims-lint.config.yaml" } } },
    ]);
    expect(result.relatedLocations?.[1]?.physicalLocation?.artifactLocation?.index).toBeUndefined();
  });

  test("link no more places than GitHub keeps, and tell how many there are", async () => {
    const report = await changed((result) => ({
      ...result,
      relatedLocations: Array.from({ length: 130 }, () => ({ location: result.location, message: "here" })),
    }));
    const result = only(runOf(report), "callback-https");
    expect(result.relatedLocations).toHaveLength(100);
    expect(result.message.text).toMatch(/\[here\]\(100\), and 30 more\.$/);
  });

  test("that follow from another are kept, and name it", async () => {
    const cause = {
      rule: "account-present",
      instance: null,
      subject: { kind: "instance", name: "a" },
    } as const;
    const report = await changed((result) => ({ ...result, causedBy: cause }));
    expect(only(runOf(report), "callback-https").properties?.causedBy).toBe("account-present");
  });

  test("over 25,000 lose the least bad, and the run says so", async () => {
    const report = await changed((result) =>
      Array.from({ length: 25_010 }, (_, index) => ({
        ...result,
        level: index < 20 ? ("note" as const) : ("error" as const),
        identity: `${index}`,
      })),
    );
    const text = renderSarif(report, "0.1.0");
    const run = read(text);
    expect(run.results).toHaveLength(25_000);
    expect(run.results?.[0]?.level).toBe("error");
    expect(run.results?.filter(({ level }) => level === "note")).toHaveLength(10);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]).toMatchObject({
      descriptor: { id: "results-left-out" },
      level: "warning",
      message: { text: expect.stringContaining("10 results are left out") },
    });
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
  });
});

describe("the run", () => {
  test("is told apart by its category", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP });
    expect(runOf(report).automationDetails?.id).toBe("ims-lint/");
    expect(runOf(report, "ims/prod").automationDetails?.id).toBe("ims/prod/");
    expect(runOf(report, "ims/prod/").automationDetails?.id).toBe("ims/prod/");
  });

  test("succeeded where everything was read", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP });
    expect(runOf(report).invocations).toEqual([
      { executionSuccessful: true, exitCode: 1, properties: { asOf: "2026-11-20T12:00:00.000Z" } },
    ]);
  });

  test("did not succeed where an input could not be read, and says which", async () => {
    const { report } = await lintFiles(
      { "prod.yaml": HTTP, "broken.yaml": "imsLint: snapshot/v1\na: [\n" },
      { paths: ["prod.yaml", "broken.yaml", "gone.yaml"] },
    );
    const run = runOf(report);
    const [invocation] = run.invocations ?? [];
    expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 4 });
    const places = invocation?.toolExecutionNotifications?.map(
      ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
    );
    expect(places).toEqual(["broken.yaml", "gone.yaml"]);
    expect(invocation?.toolExecutionNotifications?.[1]?.message.text).toBe(
      "There is no such file or folder.",
    );
    // What was not seen has no hash: the upload action, which may see it, would find another.
    expect(run.artifacts?.map(({ hashes }) => hashes?.["sha-256"] !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
    const gone = run.results?.find((result) => uriOf(result) === "gone.yaml");
    expect(Object.keys(gone?.partialFingerprints ?? {})).toEqual(["imsLint/v1"]);
  });

  test("lists its inputs", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP });
    expect(runOf(report).artifacts).toEqual([
      {
        location: { uri: "prod.yaml", uriBaseId: "%SRCROOT%" },
        roles: ["analysisTarget"],
        length: HTTP.length,
        hashes: { "sha-256": sha256(HTTP) },
      },
    ]);
  });

  test("names no folder of the machine", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP });
    expect(renderSarif(report, "0.1.0")).not.toContain("/repo");
    expect(runOf(report).originalUriBaseIds?.["%SRCROOT%"]?.uri).toBeUndefined();
  });

  test("is the same whenever it ran", async () => {
    const first = await lintFiles({ "prod.yaml": HTTP });
    const second = await lintFiles({ "prod.yaml": HTTP }, { startedAt: new Date(0) });
    expect(renderSarif(second.report, "0.1.0")).toBe(renderSarif(first.report, "0.1.0"));
  });
});

describe("paths", () => {
  test.each([
    ["a b/[1]#%é😀.yaml", "a%20b/%5B1%5D%23%25%C3%A9%F0%9F%98%80.yaml", "%SRCROOT%"],
    ["../other/prod.yaml", "../other/prod.yaml", "%SRCROOT%"],
    ["a:b.yaml", "a%3Ab.yaml", "%SRCROOT%"],
    ["<stdin>", "%3Cstdin%3E", "%SRCROOT%"],
    ["half \ud800.yaml", "half%20%EF%BF%BD.yaml", "%SRCROOT%"],
    ["D:/my exports/prod.yaml", "file:///D:/my%20exports/prod.yaml", undefined],
  ])("%j is %j", async (path, uri, uriBaseId) => {
    const report = await changed((result) => ({ ...result, location: { ...result.location, path } }));
    const result = only(runOf(report), "callback-https");
    expect(result.locations?.[0]?.physicalLocation?.artifactLocation).toEqual(
      uriBaseId === undefined ? { uri } : { uri, uriBaseId },
    );
  });
});

describe("primaryLocationLineHash", () => {
  test("is that of the file as GitHub's action reads it: as UTF-8, with its byte-order mark", async () => {
    const text = `\ufeff{ "imsLint": "snapshot/v1", "extAccounts": [] }`;
    const { report } = await lintFiles({ "prod.json": text });
    const { partialFingerprints } = only(runOf(report), "account-present");
    expect(partialFingerprints?.primaryLocationLineHash).toBe(lineHashes(text, new Set([1])).get(1));
    expect(partialFingerprints?.primaryLocationLineHash).not.toBe(
      lineHashes(text.slice(1), new Set([1])).get(1),
    );
  });

  test("of UTF-16 too", async () => {
    const bytes = Buffer.from(`\ufeff${HTTP}`, "utf16le");
    const { report } = await lintFiles({ "prod.yaml": bytes });
    const { partialFingerprints } = only(runOf(report), "callback-https");
    expect(partialFingerprints?.primaryLocationLineHash).toBe(
      lineHashes(bytes.toString("utf8"), new Set([6])).get(6),
    );
  });
});

describe("hostile values", () => {
  test("are read back as they are printed, and are never a link", async () => {
    const report = await changed((result) => result);
    const parts = fc.constantFrom(
      "[",
      "]",
      "\\",
      "(1)",
      "[x](1)",
      "\\[x\\](1)",
      "{0}",
      "\n",
      "\r",
      "\u202e",
      "\ud800",
    );
    const hostile = fc.array(fc.oneof(parts, fc.string({ unit: "binary" }))).map((all) => `${all.join("")}.`);
    fc.assert(
      fc.property(hostile, (message) => {
        const results = report.results.map((result) => ({ ...result, message, remedy: "Mend it." }));
        const { text } = only(runOf({ ...report, results }), "callback-https").message;
        expect(unescaped(text ?? "")).toBe(`${printable(message)} Mend it.`);
      }),
    );
  });

  test("stay valid JSON and UTF-8", async () => {
    const name = '\ud800 \u2028 \u0000 " \\ \n 😀';
    const report = await changed((result) => ({
      ...result,
      message: name,
      instance: name,
      subject: { kind: "extAccount", name },
    }));
    const text = renderSarif(report, "0.1.0");
    expect(Buffer.from(text).toString("utf8")).toBe(text);
    expect(text).not.toMatch(/\\ud[89a-f]/i);
    const { properties } = only(read(text), "callback-https");
    expect(properties?.subject.name).toBe('\ufffd \u2028 \u0000 " \\ \n 😀');
  });

  test("may be long", async () => {
    const report = await changed((result) => ({ ...result, message: "[".repeat(1_000_000) }));
    expect(only(runOf(report), "callback-https").message.text?.length).toBeGreaterThan(2_000_000);
  });
});

/** Microsoft's validator has no build for other platforms. */
const HAS_MULTITOOL = ["linux", "darwin", "win32"].includes(process.platform);

/** One of the validator's rules fetches every address in the file, each rule's page among them; tests use no network. */
const MULTITOOL_CONFIG = `<?xml version="1.0" encoding="utf-8"?>
<Properties>
  <Properties Key="SARIF2006.UrisShouldBeReachable.Options">
    <Property Key="RuleEnabled" Value="Disabled" Type="Driver.RuleEnabledState" />
  </Properties>
</Properties>
`;

/** Errors and warnings of the validator that we do not heed, each with its reason: none so far. */
const ARGUED_FOR: readonly string[] = [];

describe.skipIf(!HAS_MULTITOOL)("Microsoft's validator, with GitHub's rules, has no complaint about", () => {
  test("a finding of each failing example", async () => {
    const examples = rules.flatMap((rule) =>
      (rule.examples.fails ?? []).map(
        ({ snapshot }, index) => [`${rule.id}/${index}.yaml`, asSnapshot(snapshot)] as const,
      ),
    );
    const { report } = await lintFiles(Object.fromEntries(examples));
    expect(runOf(report).results?.length).toBeGreaterThan(examples.length / 2);
    expect(complaints(report)).toEqual([]);
  });

  test("a run without findings", async () => {
    const { report } = await lintFiles({ "prod.yaml": "imsLint: snapshot/v1\n" });
    expect(runOf(report).results).toEqual([]);
    expect(complaints(report)).toEqual([]);
  });

  test("hostile values, related places, and inputs that could not be read", async () => {
    const { report } = await lintFiles(
      { "a [b]%#é.yaml": HTTP, "broken.yaml": "imsLint: snapshot/v1\na: [\n" },
      { paths: ["a [b]%#é.yaml", "broken.yaml", "../gone.yaml"] },
    );
    const results = report.results.map((result) => ({
      ...result,
      message: "A {0} [b](1) \\ \n\u202e\ud800 `c`",
      relatedLocations: [{ location: result.location, message: "[d]({1})" }],
    }));
    expect(complaints({ ...report, results })).toEqual([]);
  });

  test("a run that says what was left out", async () => {
    const report = await changed((result) =>
      Array.from({ length: 25_001 }, (_, index) => ({ ...result, identity: `${index}` })),
    );
    const log = JSON.parse(renderSarif(report, "0.1.0")) as Log;
    // The validator has none about all 25,000 either, but takes 50 seconds for them.
    log.runs[0]?.results?.splice(10);
    expect(complaintsAbout(JSON.stringify(log))).toEqual([]);
  });

  test("nothing at all: a mistake is found", async () => {
    const { report } = await lintFiles({ "prod.yaml": HTTP });
    const log = JSON.parse(renderSarif(report, "0.1.0")) as Log;
    for (const rule of log.runs[0]?.tool.driver.rules ?? []) delete rule.help;
    expect(complaintsAbout(JSON.stringify(log))).not.toEqual([]);
  });
});

function complaints(report: Report): string[] {
  return complaintsAbout(renderSarif(report, "0.1.0"));
}

/** Runs the platform's own binary: the npm shim takes the `;` for the shell's, and the exit code is 0 in any case. */
function complaintsAbout(sarif: string): string[] {
  const require = createRequire(import.meta.url);
  const binary: string = require(`@microsoft/sarif-multitool-${process.platform}`);
  const folder = mkdtempSync(join(tmpdir(), "ims-lint-sarif-"));
  try {
    const input = join(folder, "in.sarif");
    const output = join(folder, "out.sarif");
    const config = join(folder, "config.xml");
    writeFileSync(input, sarif);
    writeFileSync(config, MULTITOOL_CONFIG);
    const options = [
      "--config",
      config,
      "--rule-kind",
      "Sarif;Ghas",
      "--max-file-size-in-kb",
      "100000",
      "--log",
      "ForceOverwrite",
    ];
    const args = ["validate", input, "--output", output, ...options];
    execFileSync(binary, args, { stdio: "ignore" });
    const run = read(readFileSync(output, "utf8").replace(/^\ufeff/, ""));
    const failures = run.invocations?.flatMap(({ executionSuccessful, toolExecutionNotifications = [] }) =>
      executionSuccessful ? [] : [`did not finish: ${JSON.stringify(toolExecutionNotifications)}`],
    );
    const complaints = (run.results ?? []).map(
      ({ ruleId, level = "warning", message }) => `${ruleId} ${level}: ${JSON.stringify(message)}`,
    );
    return [...(failures ?? ["did not say whether it finished"]), ...complaints].filter(
      (complaint) => !ARGUED_FOR.some((start) => complaint.startsWith(start)),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A report in which the one result of callback-https is another, or several. */
async function changed(change: (result: Reported) => Reported | Reported[]): Promise<Report> {
  const { report } = await lintFiles({ "prod.yaml": HTTP }, { only: ["callback-https"] });
  const results = report.results.filter(({ rule }) => rule.id === "callback-https").flatMap(change);
  return { ...report, results };
}

function runOf(report: Report, automationId?: string): Run {
  return read(renderSarif(report, "0.1.0", { automationId }));
}

function read(sarif: string): Run {
  const [run] = (JSON.parse(sarif) as Log).runs;
  if (!run) throw new Error("no run");
  return run;
}

function driverOf(report: Report): Run["tool"]["driver"] {
  return runOf(report).tool.driver;
}

/** The one result of a rule. */
function only(run: Run, rule: string): SarifResult {
  const results = run.results?.filter(({ ruleId }) => ruleId === rule) ?? [];
  expect(results).toHaveLength(1);
  const [result] = results;
  if (!result) throw new Error(`no result of ${rule}`);
  return result;
}

function uriOf(result: SarifResult): string | undefined {
  return result.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
}

/** A message as a viewer shows it; fails where a bracket would be taken for a link. */
function unescaped(text: string): string {
  const plain = text.replace(/\\([\\[\]])|([[\]])/g, (_, escaped?: string) => escaped ?? "a bare bracket");
  expect(plain).not.toContain("a bare bracket");
  return plain;
}
