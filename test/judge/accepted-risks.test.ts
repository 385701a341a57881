import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.js";
import { loadWaivers } from "../../src/config/waivers.js";
import { wildcard } from "../../src/model/wildcard.js";
import { lintFiles } from "../support/lint.js";

/** Waivers and comments that accept a finding: what they cover, until when, and what becomes of them. */

const http = (name: string, more = "") => `imsLint: snapshot/v1
instance: { name: ${name} }
extAccounts:
  - name: Adobe_Experience_Cloud
    callbackServer: "http://${name}.example.com"${more}
`;

interface Run {
  readonly waivers?: string;
  readonly config?: string;
  readonly asOf?: string;
  readonly files?: Readonly<Record<string, string>>;
}

async function look({ waivers, config, asOf, files = { "a.yaml": http("acme") } }: Run) {
  const { report } = await lintFiles(files, {
    ...(waivers === undefined ? {} : { waivers }),
    ...(config === undefined ? {} : { config }),
    ...(asOf === undefined ? {} : { asOf: new Date(asOf) }),
  });
  const of = (rule: string) => report.results.filter((result) => result.rule.id === rule);
  return {
    report,
    /** How each finding of the rule counts. */
    counts: (rule = "callback-https") =>
      of(rule).map(({ accepted, level, verdict }) => accepted?.risk.kind ?? level ?? verdict),
    unused: of("waiver-unused").map(({ verdict }) => verdict),
    expired: of("waiver-expired").map(({ verdict }) => verdict),
  };
}

const waive = (fields: string) => `waivers: [ { reason: r, ${fields} } ]`;

describe("a waiver", () => {
  test.each([
    ["rule: callback-https", "waiver", "pass"],
    ["rule: callback-https, instance: acme", "waiver", "pass"],
    ["rule: callback-https, instance: 'ac*'", "waiver", "pass"],
    ["rule: callback-https, subject: Adobe_?xperience*", "waiver", "pass"],
    ["rule: callback-https, subject: adobe_experience_cloud", "error", "fail"],
    ["rule: callback-https, instance: ac", "error", "unknown"],
    ["rule: client-id", "error", "unknown"],
    ["rule: account-unique", "error", "fail"],
  ])("%s: the finding counts as %s, and waiver-unused says %s", async (fields, counts, unused) => {
    const found = await look({ waivers: waive(fields) });
    expect(found.counts()).toEqual([counts]);
    expect(found.unused).toEqual([unused]);
  });

  test.each([
    ["2026-11-20", "2026-11-20T00:00:00Z", "waiver", "pass"],
    ["2026-11-20", "2026-11-20T23:59:59.999Z", "waiver", "pass"],
    ["2026-11-20", "2026-11-21T00:00:00Z", "error", "fail"],
    ["2026-11-20", "2026-11-21T01:00:00+02:00", "waiver", "pass"],
    ["2024-02-29", "2024-03-01T00:00:00Z", "error", "fail"],
  ])("until %s, run at %s: %s", async (day, asOf, counts, expired) => {
    const found = await look({ waivers: waive(`rule: callback-https, expires: ${day}`), asOf });
    expect(found.counts()).toEqual([counts]);
    expect(found.expired).toEqual([expired]);
  });

  test("of a clause covers that alone", async () => {
    const files = {
      "a.yaml": `imsLint: snapshot/v1
extAccounts:
  - { name: Adobe_Experience_Cloud, imsOrgId: "4d5e6f708192a3b49f1c2b3g@AdobeOrg" }
  - { name: Adobe_Marketing_Cloud, imsOrgId: short }
`,
    };
    const clause = await look({ waivers: waive("rule: org-id-format/non-hex"), files });
    expect(clause.counts("org-id-format")).toEqual(["waiver", "error"]);
    const whole = await look({ waivers: waive("rule: org-id-format"), files });
    expect(whole.counts("org-id-format")).toEqual(["waiver", "waiver"]);
  });

  test("covers what a person has looked at", async () => {
    const files = {
      "a.yaml":
        "imsLint: snapshot/v1\ninstance: { deployment: hosted }\nextAccounts: [ { name: Adobe_Experience_Cloud } ]\n",
    };
    const found = await look({ waivers: waive("rule: account-hosted"), files });
    expect(found.counts("account-hosted")).toEqual(["waiver"]);
    expect(found.report.summary).toMatchObject({ review: 0, waived: 1 });
  });

  test("takes its findings out of every count but its own, and out of the exit code", async () => {
    const open = await look({});
    const { report } = await look({ waivers: waive("rule: callback-https") });
    expect(report.summary.error).toBe(open.report.summary.error - 1);
    expect(report.summary.waived).toBe(1);
    const count = report.counts.find(({ rule }) => rule.id === "callback-https");
    expect(count).toMatchObject({ verdicts: { fail: 0 }, waived: 1, suppressed: 0 });
    expect(report.exitCode).toBe(0);
  });

  test("of one instance leaves the others", async () => {
    const files = { "a.yaml": http("acme"), "b.yaml": http("globex") };
    const found = await look({ waivers: waive("rule: callback-https, instance: globex"), files });
    expect(found.counts()).toEqual(["error", "waiver"]);
  });

  test("that may be of an instance without exports here is not called unused", async () => {
    const config = "instances: { acme: {}, other: {} }";
    expect((await look({ waivers: waive("rule: account-unique"), config })).unused).toEqual(["unknown"]);
    expect((await look({ waivers: waive("rule: account-unique, instance: acme"), config })).unused).toEqual([
      "fail",
    ]);
  });

  test("of a cause leaves what follows from it, each finding for itself", async () => {
    const files = {
      "a.yaml": `imsLint: snapshot/v1
extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - (.*)" } ]
groups: [ { name: delivery } ]
operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
organization:
  directOnly: false
  users: [ { email: jane@acme.example, groups: ["Campaign - report"] } ]
`,
    };
    const found = await look({ waivers: waive("rule: profile-has-group"), files });
    expect(found.counts("profile-has-group")).toEqual(["waiver"]);
    expect(found.counts("operator-linked")).toEqual(["error"]);
  });

  test.each(rules.filter((rule) => rule.isProtected || rule.checkWaivers).map(({ id }) => id))(
    "cannot be of %s",
    async (rule) => {
      const files = { "a.yaml": http("acme", "\n    password: not-a-real-secret") };
      const found = await look({ waivers: waive(`rule: ${rule}`), files });
      expect(found.counts("secret-exposed")).toEqual(["error"]);
      expect(found.unused).toEqual(["fail"]);
    },
  );
});

test("a rule that the config defines can be waived, and suppressed, as any other", async () => {
  const config = "customRules: { acme-label: { at: 'groups[].label', pattern: '^ACME ' } }\n";
  const files = {
    "a.yaml":
      "imsLint: snapshot/v1\ngroups:\n  - { name: a, label: A }\n  - { name: b, label: B } # ims-lint: ignore[acme-label] Historical.\n",
  };
  const found = await look({ config, files, waivers: waive("rule: acme-label, subject: a") });
  expect(found.counts("acme-label")).toEqual(["waiver", "suppression"]);
  expect(found.unused).toEqual(["pass", "pass"]);
});

describe("the file of waivers", () => {
  const load = async (text: string) => {
    const { waivers, mistakes } = await loadWaivers("w.yaml", Buffer.from(text), rules);
    return { waivers, fatal: mistakes.filter(({ isFatal }) => isFatal).map(({ message }) => message) };
  };

  test.each([
    ["2026-1-1"],
    ["2026-02-30"],
    ["20261231"],
    ["31.12.2026"],
    ["2026-12-31T00:00:00Z"],
    ["tomorrow"],
    ["''"],
    ["[2026-12-31]"],
  ])("does not take %s for a last day", async (day) => {
    const { waivers, fatal } = await load(waive(`rule: callback-https, expires: ${day}`));
    expect(fatal).toHaveLength(1);
    expect(waivers).toEqual([]);
  });

  test("accepts nothing at all where one waiver is wrong", async () => {
    const { waivers } = await load(
      "waivers:\n  - { rule: client-id, reason: r }\n  - { rule: no-such, reason: r }\n",
    );
    expect(waivers).toEqual([]);
  });

  test.each([
    "until: 2020-01-01",
    "validUntil: 2020-01-01",
    "login: jane",
    "__proto__: { a: 1 }",
    "env: stage",
  ])("takes no key that it does not know, which may be meant to narrow it: %s", async (field) => {
    const { waivers, fatal } = await load(waive(`rule: callback-https, ${field}`));
    expect(fatal).toHaveLength(1);
    expect(waivers).toEqual([]);
  });

  test.each(["\\u200b", "\\u2060 \\u00a0", "\\u3164"])(
    "takes nothing that nobody can see for a reason: %s",
    async (reason) => {
      const { fatal } = await load(`waivers: [ { rule: callback-https, reason: "${reason}" } ]`);
      expect(fatal).toEqual(["The waiver gives no reason: say why the risk is accepted."]);
    },
  );

  test("gives no secret away that stands in its notes, and leaves the words around it", async () => {
    const notes = [
      "reason: 'Until the password: Sup3rS3cret!xyz is gone'",
      "owner: client_secret=hunter2secretvalue99",
      "ticket: p8-0123456789abcdefABCDEF0123456789",
      "approvedBy: 'Bearer eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl'",
    ].join(", ");
    const { waivers } = await load(`waivers: [ { rule: callback-https, ${notes} } ]`);
    expect(waivers).toMatchObject([
      {
        reason: "Until the password: *** is gone",
        owner: "client_secret=***",
        ticket: "***",
        approvedBy: "Bearer ***",
      },
    ]);
    const { mistakes } = await loadWaivers(
      "w.yaml",
      Buffer.from(`waivers: [ { rule: no-such, ${notes} } ]`),
      rules,
    );
    expect(JSON.stringify(mistakes)).not.toMatch(/Sup3r|hunter2|p8-0|eyJ/);
  });

  test("leaves notes as they are that hold no secret", async () => {
    const notes = {
      reason: "The certificate of 8A7B6C5D4E3F2A1B0C9D8E7F@AdobeOrg is ordered; the password policy is not.",
      ticket: "https://tickets.example.com/browse/ACME-1234?id=5e0f8a52-9f7c-4d2a-8a51-0f9d6b3c2e11",
      owner: "Internationalisierungsabteilung, jane.doe@example.com",
    };
    const { waivers } = await load(JSON.stringify({ waivers: [{ rule: "client-id", ...notes }] }));
    expect(waivers).toMatchObject([notes]);
  });

  test("is JSON as well", async () => {
    const { waivers } = await load(JSON.stringify({ waivers: [{ rule: "client-id", reason: "r" }] }));
    expect(waivers).toMatchObject([{ rule: "client-id", reason: "r" }]);
  });

  test.each(["", "# nothing\n", "waivers: []\n"])("can be empty: %j", async (text) => {
    expect(await load(text)).toEqual({ waivers: [], fatal: [] });
  });
});

describe("a comment in a snapshot", () => {
  const suppress = async (text: string) => {
    const found = await look({ files: { "a.yaml": text } });
    return { ...found, callback: found.counts()[0] };
  };
  const IGNORE = "# ims-lint: ignore[callback-https] The certificate is ordered.";

  test("counts on the line, and above it", async () => {
    expect((await suppress(http("acme", ` ${IGNORE}`))).callback).toBe("suppression");
    const above = http("acme").replace("    callback", `    ${IGNORE}\n    callback`);
    expect((await suppress(above)).callback).toBe("suppression");
    expect((await suppress(above.replaceAll("\n", "\r\n"))).callback).toBe("suppression");
    const more = above.replace(IGNORE, `${IGNORE}\n    # Ask Jane.`);
    expect((await suppress(more)).callback).toBe("suppression");
  });

  test("counts nowhere else", async () => {
    const elsewhere = [
      http("acme").replace("extAccounts:", `extAccounts: ${IGNORE}`),
      http("acme").replace("    callback", `    ${IGNORE}\n\n    callback`),
      `${http("acme")}${IGNORE}\n`,
    ];
    for (const text of elsewhere) {
      const found = await suppress(text);
      expect(found.callback).toBe("error");
      expect(found.unused).toEqual(["fail"]);
    }
  });

  test("is no comment in a text", async () => {
    for (const text of [
      `groups: [ { name: a, label: "${IGNORE}" } ]\n`,
      `groups:\n  - name: a\n    label: |\n      ${IGNORE}\n`,
      `groups:\n  - name: a\n    label: x${IGNORE}\n`,
    ]) {
      const { unused } = await suppress(http("acme") + text);
      expect(unused).toEqual(["notApplicable"]);
    }
  });

  test("about something else is only a comment", async () => {
    const found = await suppress(http("acme", " # Do not let ims-lint: ignore this."));
    expect(found.unused).toEqual(["notApplicable"]);
  });

  test("takes several rules and clauses", async () => {
    const found = await suppress(
      http("acme", " # ims-lint: ignore[callback-https, callback-url/private] Both."),
    );
    expect(found.callback).toBe("suppression");
    expect(found.unused).toEqual(["pass", "fail"]);
  });

  test.each([
    ["no reason", "# ims-lint: ignore[callback-https]"],
    ["a dash for a reason", "# ims-lint: ignore[callback-https] --"],
    ["no such rule", "# ims-lint: ignore[callback-http] r"],
    ["no such clause", "# ims-lint: ignore[callback-https/x] r"],
    ["more than a clause", "# ims-lint: ignore[callback-url/private/x] r"],
    ["a reason that nobody can see", "# ims-lint: ignore[callback-https] \u200b"],
    ["a rule of no rule's own name", "# ims-lint: ignore[__proto__] r"],
    ["no brackets", "# ims-lint: ignore callback-https because"],
    ["an open bracket", "# ims-lint: ignore[callback-https because"],
    ["nothing in the brackets", "# ims-lint: ignore[] because"],
    ["another spelling", "# IMS-lint:ignore[callback-https] because"],
  ])("with %s has no effect, and is told", async (_what, comment) => {
    const found = await suppress(http("acme", ` ${comment}`));
    expect(found.callback).toBe("error");
    expect(found.unused).toEqual(["fail"]);
  });

  test("that may hold a secret gives no reason away", async () => {
    const { report } = await suppress(
      http("acme", " # ims-lint: ignore[callback-https] the password is hunter2"),
    );
    expect(JSON.stringify(report.results.map(({ accepted }) => accepted?.risk.reason))).not.toContain(
      "hunter2",
    );
    expect(report.summary.suppressed).toBe(1);
  });

  test.each([
    "ignore[account-exported] p8-0123456789abcdefABCDEF0123456789",
    "ignore[account-exported] Bearer eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl",
    "ignore[p8-0123456789abcdefABCDEF0123456789] x",
  ])("that holds a token shows it nowhere: %s", async (comment) => {
    const { report } = await suppress(http("acme", ` # ims-lint: ${comment}`));
    const told = report.results.map(({ message, excerpt, accepted }) => [
      message,
      excerpt?.(400),
      accepted?.risk.reason,
      accepted?.risk.name,
    ]);
    expect(JSON.stringify(told)).not.toMatch(/p8-0|eyJ/);
  });

  test("stands in each document of a file", async () => {
    const found = await suppress(`${http("acme")}---\n${http("globex", ` ${IGNORE}`)}`);
    expect(found.counts()).toEqual(["error", "suppression"]);
  });

  test("is left aside with the waivers", async () => {
    const { report } = await lintFiles({ "a.yaml": http("acme", ` ${IGNORE}`) }, { withoutWaivers: true });
    expect(report.summary).toMatchObject({ error: 1, waived: 0, suppressed: 0 });
  });
});

describe("a pattern of names", () => {
  test.each([
    ["Campaign - acme - (d)", "Campaign - acme - (*)", true],
    ["a/b.c", "a/*", true],
    ["", "*", true],
    ["", "?", false],
    ["abc", "a?c", true],
    ["abcbc", "a*bc", true],
    ["abcb", "a*bc", false],
    ["aa", "a*a*a", false],
    ["ab", "ab*b", false],
    ["a-b-c", "a*b*c", true],
    ["abc", "*b?", true],
    ["{a,b}", "{a,b}", true],
    ["a", "{a,b}", false],
  ])("%j and %j: %s", (name, pattern, expected) => expect(wildcard(pattern)(name)).toBe(expected));

  test("takes no longer than its length times the name's", () => {
    expect(wildcard(`${"*a".repeat(500)}b`)("a".repeat(20_000))).toBe(false);
    expect(wildcard(`${"*a?".repeat(300)}b`)("a".repeat(5_000))).toBe(false);
  });
});
