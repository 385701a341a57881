import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.js";
import { loadConfig } from "../../src/config/load.js";
import * as api from "../../src/index.js";
import { cli } from "../support/cli.js";
import { lint, lintFiles } from "../support/lint.js";

/** Rules that the config defines: what they say of what is there, of what is not, and of what may not be all. */

/** Asks one custom rule of a snapshot, and returns what it says: verdict, and what is selected or said. */
async function ask(rule: string, snapshot: string, more = "") {
  const linted = await lint(snapshot, { config: `customRules:\n  my-rule: ${rule}\n${more}` });
  const results = linted.of("my-rule");
  return {
    ...linted,
    results,
    verdicts: results.map(({ verdict, subject }) => `${verdict} ${subject.name}`),
    messages: results.filter(({ verdict }) => verdict !== "pass").map(({ message }) => message),
    selected: results.filter(({ verdict }) => verdict === "fail").map(linted.selected),
    missing: results.map(({ missing }) => missing),
  };
}

const GROUPS = `
  groups:
    - { name: report, label: Reports }
    - { name: delivery, label: ACME Delivery }
`;

describe("pattern", () => {
  test("fails what it does not match, at the value, and passes the rest", async () => {
    const { verdicts, messages, selected } = await ask(
      '{ at: "groups[].label", pattern: "^ACME ", title: Every label begins with ACME }',
      GROUPS,
    );
    expect(verdicts).toEqual(["fail report", "pass delivery"]);
    expect(messages).toEqual([
      'Label "Reports" of operator group "report" does not match "^ACME ": Every label begins with ACME.',
    ]);
    expect(selected).toEqual(["Reports"]);
  });

  test.each([
    ["ACME", "looks anywhere in the value", ["fail report", "pass delivery"]],
    ["delivery$", "minds letter case", ["fail report", "fail delivery"]],
    ["^Reports$|^ACME", "can name several", ["pass report", "pass delivery"]],
  ])("%s %s", async (pattern, _what, expected) => {
    expect((await ask(`{ at: "groups[].label", pattern: "${pattern}" }`, GROUPS)).verdicts).toEqual(expected);
  });

  test("ignores letter case where it is told to", async () => {
    const rule = '{ at: "groups[].label", pattern: "^acme", ignoreCase: true }';
    expect((await ask(rule, GROUPS)).verdicts).toEqual(["fail report", "pass delivery"]);
  });

  test("takes an empty value for evidence, an absent one not", async () => {
    const { verdicts, messages, missing } = await ask(
      '{ at: "groups[].label", pattern: "^ACME" }',
      'groups: [ { name: a, label: "" }, { name: b }, { name: c, label: ACME } ]',
    );
    expect(verdicts).toEqual(["fail a", "unknown b", "pass c"]);
    expect(messages[0]).toBe('Label of operator group "a" is empty and does not match "^ACME".');
    expect(missing).toEqual([[], ["groups"], []]);
  });

  test("takes no longer than a moment, or says so", async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => ({
      name: `jane${at}`,
      email: `j${at}@acme.example`,
    }));
    const snapshot = JSON.stringify({ imsLint: "snapshot/v1", operators: many });
    const config = `customRules:
  plain: { at: "operators[].email", pattern: '^[\\w.+-]{1,64}@[\\w-]{1,63}(\\.[\\w-]{1,63})+$' }
  heavy: { at: "operators[].email", pattern: "(?:a|b|ab|ba|aab){900}" }
`;
    const { report } = await lintFiles({ "prod.json": snapshot }, { config, only: ["C"] });
    const of = (id: string) => report.counts.find(({ rule }) => rule.id === id)?.verdicts;
    expect(of("plain")).toMatchObject({ pass: 20_000, fail: 0, unknown: 0 });
    expect(of("heavy")).toMatchObject({ pass: 0, fail: 0, unknown: 1 });
  });
});

describe("oneOf", () => {
  test("fails what is none of them", async () => {
    const { verdicts, messages } = await ask(
      '{ at: "imsAccounts[].tenant", oneOf: [acme, acme-stage] }',
      "extAccounts: [ { name: Adobe_Experience_Cloud, tenant: Acme }, { name: ftp } ]",
    );
    expect(verdicts).toEqual(["fail Adobe_Experience_Cloud"]);
    expect(messages).toEqual([
      'Tenant "Acme" of IMS external account "Adobe_Experience_Cloud" is none of "acme", "acme-stage".',
    ]);
  });

  test("does not list the people who are allowed", async () => {
    const { results, report } = await ask(
      '{ at: "operators[].name", oneOf: [jane.doe, john.roe] }',
      "operators: [ { name: jim } ]",
    );
    expect(results[0]?.message).toBe(
      'Login "jim" of operator "jim" is not one of the 2 that the rule allows.',
    );
    expect(JSON.stringify([results[0]?.expected, report.allRules.at(-1)?.title])).not.toMatch(/jane|john/);
  });

  test.each([
    ["true", "true", "pass"],
    ['"1"', "true", "pass"],
    ["true", '"0"', "fail"],
  ])("of yes and no: %s, %s is a %s", async (allowed, value, verdict) => {
    const { verdicts } = await ask(
      `{ at: "extAccounts[].active", oneOf: [${allowed}] }`,
      `extAccounts: [ { name: a, active: ${value} } ]`,
    );
    expect(verdicts).toEqual([`${verdict} a`]);
  });

  test("of a number takes it as it is written", async () => {
    const snapshot = "options: { XtkFoo: 010 }";
    expect((await ask('{ at: options.XtkFoo, oneOf: ["8", "10"] }', snapshot)).verdicts).toEqual([
      "fail XtkFoo",
    ]);
    expect((await ask("{ at: options.XtkFoo, oneOf: [010] }", snapshot)).verdicts).toEqual(["pass XtkFoo"]);
  });
});

describe("required", () => {
  test.each([
    ["a text that is filled in", '"operators[].email"', "{ name: a, email: x }", "pass"],
    ["an empty text", '"operators[].email"', '{ name: a, email: "" }', "fail"],
    ["an absent text", '"operators[].email"', "{ name: a }", "unknown"],
    ["a list that holds something", '"operators[].groups"', "{ name: a, groups: [x] }", "pass"],
    ["an empty list", '"operators[].groups"', "{ name: a, groups: [] }", "fail"],
    ["an absent list", '"operators[].groups"', "{ name: a }", "unknown"],
  ])("%s", async (_what, at, operator, verdict) => {
    const { verdicts } = await ask(`{ at: ${at}, required: true }`, `operators: [ ${operator} ]`);
    expect(verdicts).toEqual([`${verdict} a`]);
  });

  test("an empty list that may not be all is unknown", async () => {
    const { verdicts, missing } = await ask(
      '{ at: "operators[].groups", required: true }',
      "operators: [ { name: a, groups: [] } ]\ncomplete: { memberships: unknown }",
    );
    expect(verdicts).toEqual(["unknown a"]);
    expect(missing).toEqual([["memberships"]]);
  });

  test.each([
    ["a list of records", "operators: [ { name: a } ]", "pass"],
    ["an empty one", "operators: []", "fail"],
    ["an empty one that may not be all", "operators: []\ncomplete: { operators: unknown }", "unknown"],
    ["none at all", "groups: []", "unknown"],
  ])("%s as a whole", async (_what, snapshot, verdict) => {
    expect((await ask("{ at: operators, required: true }", snapshot)).verdicts).toEqual([`${verdict} prod`]);
  });

  test.each([
    ["{ present: true }", "pass"],
    ["{ present: false }", "fail"],
    ["hunter2", "pass"],
    ['""', "fail"],
  ])("a secret written as %s is a %s, and is never shown", async (secret, verdict) => {
    const { verdicts, report } = await ask(
      '{ at: "extAccounts[].clientSecret", required: true }',
      `extAccounts: [ { name: a, clientSecret: ${secret} } ]`,
    );
    expect(verdicts).toEqual([`${verdict} a`]);
    expect(JSON.stringify(report.results)).not.toContain("hunter2");
  });
});

describe("unique", () => {
  const RULE = '{ at: "groups[].label", unique: true }';
  const TWINS = "groups: [ { name: a, label: X }, { name: b, label: Y }, { name: c, label: X } ]";

  test("fails each further one and points at the first, of which it says nothing", async () => {
    const { verdicts, results, messages } = await ask(RULE, TWINS);
    expect(verdicts).toEqual(["pass b", "fail c"]);
    expect(messages).toEqual(['Label "X" of operator group "c" is also that of operator group "a".']);
    expect(results[1]?.relatedLocations).toMatchObject([{ message: 'The first is operator group "a".' }]);
  });

  test("cannot tell of a list that may not be complete that nothing comes twice", async () => {
    const incomplete = "\ncomplete: { groups: unknown }";
    const { verdicts, missing } = await ask(RULE, `${TWINS}${incomplete}`);
    expect(verdicts.sort()).toEqual(["fail c", "unknown prod"]);
    expect(missing).toContainEqual(["groups", "completeness"]);
    const single = `groups: [ { name: a, label: X }, { name: b, label: Y } ]${incomplete}`;
    expect((await ask(RULE, single)).verdicts).toEqual(["unknown prod"]);
  });

  test("cannot tell it either where a value is not known", async () => {
    const { verdicts } = await ask(RULE, "groups: [ { name: a, label: X }, { name: b } ]");
    expect(verdicts.sort()).toEqual(["unknown b", "unknown prod"]);
  });

  test("does not compare empty values", async () => {
    const { verdicts } = await ask(RULE, 'groups: [ { name: a, label: "" }, { name: b, label: "" } ]');
    expect(verdicts).toEqual(["notApplicable a", "notApplicable b"]);
  });

  test("minds letter case unless it is told not to", async () => {
    const snapshot = "groups: [ { name: a, label: X }, { name: b, label: x } ]";
    expect((await ask(RULE, snapshot)).verdicts).toEqual(["pass a", "pass b"]);
    const loose = '{ at: "groups[].label", unique: true, ignoreCase: true }';
    expect((await ask(loose, snapshot)).verdicts).toEqual(["fail b"]);
  });
});

describe("equals", () => {
  const RULE = '{ at: "extAccounts[].callbackServer", equals: instance.url }';
  const account = (callbackServer: string) =>
    `extAccounts: [ { name: a, callbackServer: "${callbackServer}" } ]`;

  test("compares with a place of which there is one", async () => {
    const instance = 'instance: { name: prod, url: "https://a.example" }\n';
    expect((await ask(RULE, `${instance}${account("https://a.example")}`)).verdicts).toEqual(["pass a"]);
    const { messages } = await ask(RULE, `${instance}${account("https://b.example")}`);
    expect(messages).toEqual([
      'Callback server "https://b.example" of external account "a" differs from the access URL of the instance, which is "https://a.example".',
    ]);
  });

  test("is one unknown where the other place is not known", async () => {
    const many = 'extAccounts: [ { name: a, callbackServer: "x" }, { name: b, callbackServer: "y" } ]';
    const { verdicts, missing } = await ask(RULE, many);
    expect(verdicts).toEqual(["unknown prod"]);
    expect(missing).toEqual([["url"]]);
  });

  test("compares with a field of the same record", async () => {
    const { verdicts } = await ask(
      '{ at: "operators[].name", equals: .email }',
      "operators: [ { name: a, email: a }, { name: b, email: c }, { name: d } ]",
    );
    expect(verdicts).toEqual(["pass a", "fail b", "unknown d"]);
  });

  test("does not take two hidden logins for one", async () => {
    const { verdicts, messages } = await ask(
      RULE,
      `instance: { name: prod, url: "https://jane:one@a.example" }\n${account("https://john:two@a.example")}`,
    );
    expect(verdicts).toEqual(["unknown a"]);
    expect(messages).toEqual(["The value held a secret, which is hidden, so it cannot be compared."]);
  });

  test("has nothing to compare where there is no record", async () => {
    expect((await ask(RULE, "extAccounts: []")).verdicts).toEqual(["notApplicable prod"]);
  });

  test("cannot compare with several values that differ", async () => {
    const { verdicts } = await ask(
      "{ at: instance.name, equals: serverConf.a.b.name }",
      "serverConf: { a: { b: [ { name: prod }, { name: other } ] } }",
    );
    expect(verdicts).toEqual(["unknown prod"]);
  });
});

describe("every entry of a list in a record", () => {
  const RULE = '{ at: "operators[].groups[]", oneOf: [delivery, report] }';

  test("fails each that is wrong, once", async () => {
    const { verdicts, messages, selected } = await ask(
      RULE,
      "operators: [ { name: jane, groups: [report, admin, sql, admin] }, { name: john, groups: [report] } ]",
    );
    expect(verdicts).toEqual(["fail jane", "fail jane", "pass john"]);
    expect(selected).toEqual(["admin", "sql"]);
    expect(messages[0]).toBe('Operator group "admin" of operator "jane" is none of "delivery", "report".');
  });

  test("tells two of one record apart", async () => {
    const { results } = await ask(RULE, "operators: [ { name: jane, groups: [admin, sql] } ]");
    expect(new Set(results.map(({ identity }) => identity)).size).toBe(2);
  });

  test("passes only where the list holds all", async () => {
    const operators = "operators: [ { name: a, groups: [report] }, { name: b, groups: [admin] } ]";
    const { verdicts, missing } = await ask(RULE, `${operators}\ncomplete: { memberships: unknown }`);
    expect(verdicts.sort()).toEqual(["fail b", "unknown prod"]);
    expect(missing).toContainEqual(["memberships"]);
  });

  test("passes profiles only where none is held through a user group unseen", async () => {
    const rule = '{ at: "organization.users[].groups[]", pattern: "^Campaign" }';
    const users = "organization: { users: [ { email: a@b.example, groups: [Campaign x] } ]";
    expect((await ask(rule, `${users} }`)).verdicts).toEqual(["unknown prod"]);
    expect((await ask(rule, `${users}, directOnly: false }`)).verdicts).toEqual(["pass a@b.example"]);
  });

  test("is not applicable to a record that has none", async () => {
    const { verdicts } = await ask(RULE, "operators: [ { name: a, groups: [] } ]");
    expect(verdicts).toEqual(["notApplicable a"]);
  });
});

describe("what the rule is about", () => {
  const ims = "where: { authenticationType: ims }";

  test("leaves out the records that another value takes out", async () => {
    const { verdicts } = await ask(
      `{ at: "operators[].email", required: true, ${ims} }`,
      'operators: [ { name: a, email: "", authenticationType: ims }, { name: b, authenticationType: native }, { name: c } ]',
    );
    expect(verdicts).toEqual(["fail a"]);
  });

  test("is one unknown of those of which the export does not tell it", async () => {
    const { verdicts, messages, missing } = await ask(
      `{ at: "operators[].email", required: true, ${ims} }`,
      'operators: [ { name: a, email: "" }, { name: b, email: "" } ]',
    );
    expect(verdicts).toEqual(["unknown prod"]);
    expect(messages[0]).toContain("does not tell «authenticationType» of 2 operators");
    expect(missing).toEqual([["operatorLogin"]]);
  });

  test("can name several values, and several fields", async () => {
    const { verdicts } = await ask(
      '{ at: "extAccounts[].label", required: true, where: { type: [3, 11], active: yes } }'.replace(
        "yes",
        '"1"',
      ),
      'extAccounts: [ { name: a, type: 3, active: true, label: "" }, { name: b, type: 11, active: false }, { name: c, type: 0, active: true } ]',
    );
    expect(verdicts).toEqual(["fail a"]);
  });

  test.each([
    ["[prod]", "fail report"],
    ["[p*d]", "fail report"],
    ["[acme, p*]", "fail report"],
    ["[prod*prod]", "notApplicable prod"],
    ["[acme_*]", "notApplicable prod"],
  ])("can be the instances %s", async (instances, verdict) => {
    const rule = `{ at: "groups[].label", pattern: "^X", instances: ${instances} }`;
    const { verdicts } = await ask(rule, "groups: [ { name: report, label: Reports } ]");
    expect(verdicts).toEqual([verdict]);
  });

  test("does not ask for evidence of an instance that it is not about", async () => {
    const { verdicts } = await ask('{ at: "operators[].email", required: true, instances: [x] }', GROUPS);
    expect(verdicts).toEqual(["notApplicable prod"]);
  });

  test.each([
    ["environment: production", "pass a"],
    ["environment: stage", "notApplicable prod"],
    ["url: x", "unknown prod"],
  ])("can be an environment: %s", async (instance, verdict) => {
    const rule = '{ at: "groups[].label", required: true, environments: [production] }';
    const snapshot = `instance: { name: prod, ${instance} }\ngroups: [ { name: a, label: A } ]`;
    const { verdicts, missing } = await ask(rule, snapshot);
    expect(verdicts).toEqual([verdict]);
    if (verdict.startsWith("unknown")) expect(missing).toEqual([["environment"]]);
  });
});

describe("what is not there", () => {
  test.each([
    ["operators[].email", "operators"],
    ["imsAccounts[].tenant", "extAccounts"],
    ["organization.users[].email", "users"],
    ["organization.groups[].groupName", "profiles"],
    ["organization.id", "organization"],
    ["options.X", "options"],
    ["serverConf.a.b", "serverConf"],
    ["packages[].label", "packages"],
    ["schemas[].name", "schemas"],
    ["server.buildNumber", "server"],
    ["instance.url", "url"],
    ["instance.deployment", "deployment"],
  ])("%s is one unknown that %s would settle", async (at, evidence) => {
    const { verdicts, missing } = await ask(`{ at: "${at}", pattern: x }`, "groups: []");
    expect(verdicts).toEqual(["unknown prod"]);
    expect(missing).toEqual([[evidence]]);
  });

  test("is one unknown where no record of a list has the field", async () => {
    const { verdicts, messages } = await ask(
      '{ at: "operators[].securityZone", required: true }',
      "operators: [ { name: a }, { name: b }, { name: c } ]",
    );
    expect(verdicts).toEqual(["unknown prod"]);
    expect(messages).toEqual(["The export tells the security zone of none of the 3 operators."]);
  });

  test("is not applicable where the list is empty", async () => {
    const { verdicts } = await ask('{ at: "operators[].email", required: true }', "operators: []");
    expect(verdicts).toEqual(["notApplicable prod"]);
  });

  test("waits for the rule that says there is no IMS account", async () => {
    const { results } = await ask('{ at: "imsAccounts[].tenant", required: true }', "extAccounts: []");
    expect(results).toMatchObject([{ verdict: "unknown", because: { rule: "account-present" } }]);
  });
});

describe("the server configuration", () => {
  test("is looked at in every element of a name, each by itself", async () => {
    const { results, selected, messages } = await ask(
      '{ at: serverConf.shared.urlPermission.url.dnsSuffix, pattern: "^a" }',
      "serverConf: { shared: { urlPermission: { url: [ { dnsSuffix: a.example }, { name: x, dnsSuffix: b.example }, { name: y, dnsSuffix: c.example } ] } } }",
    );
    expect(selected).toEqual(["b.example", "c.example"]);
    expect(messages[0]).toBe(
      '@dnsSuffix "b.example" of shared/urlPermission/url in the server configuration ("x") does not match "^a".',
    );
    expect(new Set(results.map(({ identity }) => identity)).size).toBe(results.length);
  });

  test("is not known where the attribute is not stated", async () => {
    const rule = "{ at: serverConf.web.redirection.IMSOrgId, required: true }";
    for (const serverConf of [
      "{}",
      "{ web: {} }",
      "{ web: { redirection: {} } }",
      "{ web: { redirection: { IMSOrgId: { a: b } } } }",
    ])
      expect((await ask(rule, `serverConf: ${serverConf}`)).verdicts, serverConf).toEqual(["unknown prod"]);
    const empty = 'serverConf: { web: { redirection: { IMSOrgId: "" } } }';
    expect((await ask(rule, empty)).verdicts).toEqual(["fail prod"]);
  });

  test("keeps its secrets", async () => {
    const { verdicts, report } = await ask(
      "{ at: serverConf.shared.authentication.xtk.internalPassword, required: true }",
      "serverConf: { shared: { authentication: { xtk: { internalPassword: hunter2 } } } }",
    );
    expect(verdicts).toEqual(["pass prod"]);
    expect(JSON.stringify(report.results)).not.toContain("hunter2");
  });
});

describe("names of no harm", () => {
  test.each(["constructor", "__proto__", "toString"])("an option %s is one like any other", async (name) => {
    const rule = `{ at: options.${name}, required: true }`;
    expect((await ask(rule, "options: { other: x }")).verdicts).toEqual([`unknown ${name}`]);
    expect((await ask(rule, `options: { ${name}: x }`)).verdicts).toEqual([`pass ${name}`]);
  });

  test("an option can have dots in its name", async () => {
    expect(
      (await ask('{ at: "options.a.b[]", required: true }', 'options: { "a.b[]": "" }')).verdicts,
    ).toEqual(["fail a.b[]"]);
  });
});

describe("beside the rules of ims-lint", () => {
  const config = (rule: string) => `customRules:\n  my-rule: ${rule}\n`;
  const base = '{ at: "groups[].label", pattern: "^X" }';

  test("it has the level that it says, that the config sets, or that the command line sets", async () => {
    const level = async (text: string, more = {}) => {
      const { of } = await lint(GROUPS, { config: text, ...more });
      return of("my-rule", "fail")[0]?.level;
    };
    expect(await level(config(base))).toBe("warning");
    expect(await level(config(`{ level: error, ${base.slice(1)}`))).toBe("error");
    expect(await level(`${config(base)}rules: { my-rule: note }\n`)).toBe("note");
    expect(await level(`${config(base)}rules: { my-rule: { level: error } }\n`)).toBe("error");
    expect(await level(`${config(base)}rules: { my-rule: off }\n`)).toBeUndefined();
    expect(await level(config(base), { levels: new Map([["my-rule", "error"]]) })).toBe("error");
  });

  test("it is checked with every preset, and alone where only it is wanted", async () => {
    for (const presets of [["recommended"], ["hardening"]] as const)
      expect((await lint(GROUPS, { config: config(base), presets })).of("my-rule")).not.toEqual([]);
    for (const only of ["my-rule", "C", "C.1"]) {
      const { report } = await lint(GROUPS, { config: config(base), only: [only] });
      const asked = report.counts.filter(({ rule }) => !rule.isProtected).map(({ rule }) => rule.id);
      expect(asked).toEqual(["my-rule"]);
    }
    expect((await lint(GROUPS, { config: config(base), only: ["3"] })).of("my-rule")).toEqual([]);
  });

  test("the hash of the rules in force depends on what it asks", async () => {
    const hash = async (text: string) => (await lint(GROUPS, { config: text })).report.rulesetSha256();
    const one = await hash(config(base));
    expect(await hash(config(base))).toBe(one);
    expect(await hash(config(base.replace("^X", "^Y")))).not.toBe(one);
    expect(await hash("{}")).not.toBe(one);
  });

  test("its own words may be written over several lines, and end as they like", async () => {
    const folded = `customRules:
  my-rule:
    at: groups[].label
    pattern: ^X
    title: >
      Labels begin
      with X.
`;
    const { of } = await lint(GROUPS, { config: folded });
    expect(of("my-rule", "fail")[0]?.message).toMatch(/: Labels begin with X\.$/);
  });
});

describe("from a program", () => {
  const files = { "prod.yaml": "imsLint: snapshot/v1\ngroups: [ { name: a, label: A } ]\n" };
  const config = 'customRules: { my-rule: { at: "groups[].label", pattern: "^X" } }';

  test("a config can define rules", async () => {
    const { results } = await api.lint({ files, config, only: ["my-rule"], levels: { "my-rule": "error" } });
    const own = results.filter(({ rule }) => rule === "my-rule");
    expect(own).toMatchObject([{ control: "C.1", verdict: "fail", level: "error" }]);
  });

  test("mistakes in them are an error, and so is a rule that is not there", async () => {
    await expect(api.lint({ files, config: config.replace("label", "lable") })).rejects.toThrow(
      /^1:\d+ There is no "lable" here/,
    );
    await expect(api.lint({ files, only: ["my-rule"] })).rejects.toThrow("there is no rule my-rule");
  });
});

describe("on the command line", () => {
  const prod = "imsLint: snapshot/v1\ngroups: [ { name: a, label: A } ]\n";

  test("a rule about an instance that is in no file is told", async () => {
    const config =
      'customRules: { my-rule: { at: "groups[].label", pattern: "^A", instances: [prd, "x*"] } }\n';
    const files = { "prod.yaml": prod, "ims-lint.config.yaml": config };
    const { stderr } = await cli([], { files });
    expect(stderr).toContain('Rule my-rule is about instance "prd", which is in none of the files.');
    expect(stderr).not.toContain("x*");
  });

  test("its words are no command to the runner of a job", async () => {
    const config =
      'customRules: { my-rule: { at: "groups[].label", pattern: "^X", title: "::error::obey" } }\n';
    const files = { "prod.yaml": prod, "ims-lint.config.yaml": config };
    for (const argv of [
      ["rules"],
      ["explain", "my-rule"],
      ["prod.yaml"],
      ["prod.yaml", "--format", "github"],
    ]) {
      const { stdout } = await cli(argv, { files, env: { GITHUB_ACTIONS: "true" } });
      expect(stdout, argv.join(" ")).toContain("error");
      expect(stdout, argv.join(" ")).not.toMatch(/^\s*::error::/m);
    }
  });

  test("what comes with ims-lint is explained whatever the config says", async () => {
    const files = { "ims-lint.config.yaml": "customRules: { my-rule: {} }\n" };
    expect((await cli(["explain", "callback-https"], { files })).exit).toBe(0);
    expect(await cli(["explain", "my-rule"], { files })).toMatchObject({ exit: 2, stdout: "" });
  });
});

describe("a mistake", () => {
  async function mistakesIn(rule: string, more = "") {
    const { mistakes, customRules } = await loadConfig(
      "ims-lint.config.yaml",
      Buffer.from(`customRules:\n  my-rule: ${rule}\n${more}`),
      rules,
    );
    return { mistakes, customRules, messages: mistakes.map(({ message }) => message) };
  }

  test.each([
    ['{ at: "groups[].lable", required: true }', 'There is no "lable" here. Did you mean "label"?'],
    ['{ at: "group[].label", required: true }', 'There is no "group" here. Did you mean "groups"?'],
    ["{ at: groups.label, required: true }", "groups is a list: write groups[].label for all that is in it."],
    ['{ at: "instance[].url", required: true }', "instance is no list: leave the [] out."],
    [
      '{ at: "groups[]", required: true }',
      "groups[] holds several values: name one of them, name, label, rights.",
    ],
    ["{ at: instance, required: true }", "instance holds several values"],
    [
      "{ at: instance.url.host, required: true }",
      'instance.url holds one value, so there is no "host" in it.',
    ],
    ["{ at: constructor, required: true }", 'There is no "constructor" here.'],
    ['{ at: "groups[].constructor", required: true }', 'There is no "constructor" here.'],
    ['{ at: "memberships[].group", required: true }', "operators[].groups[]"],
    ["{ at: complete, required: true }", 'There is no "complete" here.'],
    ["{ at: serverConf.a.@b, required: true }", "An attribute is written without @: serverConf.a.b."],
    ["{ at: serverConf.a, required: true }", "serverConf.a is an element"],
    ['{ at: "serverConf.a[].b", required: true }', "elements that are repeated are all looked at"],
    ['{ at: "groups[0].label", required: true }', "with [] behind a list"],
    [`{ at: ${"a.".repeat(5_000)}b, required: true }`, "names no place"],
    ['{ at: "groups[].label" }', "The rule asks nothing"],
    ['{ at: "groups[].label", pattern: a, unique: true }', "The rule asks pattern and unique"],
    ['{ at: "groups[].label", required: false }', '"required: false" asks nothing'],
    ['{ at: "groups[].label", pattern: "" }', "is empty, so it matches everything"],
    ['{ at: "groups[].label", pattern: "(a" }', "opens a parenthesis that is not closed, at character 1"],
    ['{ at: "groups[].label", pattern: "(*)" }', "a known misprint"],
    [
      '{ at: "groups[].label", pattern: "a(?=b)" }',
      "holds a look-ahead, which ims-lint cannot evaluate, at character 2",
    ],
    ['{ at: "groups[].label", oneOf: [] }', "There is no value"],
    ['{ at: "extAccounts[].active", oneOf: [perhaps] }', "is true or false: write one of them"],
    ['{ at: "extAccounts[].active", oneOf: [true, false] }', "both allow everything"],
    ['{ at: "extAccounts[].active", pattern: true }', "ask «oneOf: [true]» or «oneOf: [false]»"],
    ["{ at: instance.deployment, oneOf: [hostd] }", 'Did you mean "hosted"?'],
    [
      '{ at: "operators[].groups", oneOf: [a] }',
      'only "required" can be asked; or write operators[].groups[]',
    ],
    ['{ at: "operators[].groups[]", required: true }', "leave the last [] out, operators[].groups."],
    ["{ at: instance.url, unique: true }", '"unique" compares the records of a list by one field'],
    ['{ at: "extAccounts[].clientSecret", pattern: a }', 'only "required" can be asked'],
    ["{ at: options.password, oneOf: [a] }", 'only "required" can be asked'],
    ["{ at: serverConf.a.b.authIMSClientSecret, equals: instance.url }", 'only "required" can be asked'],
    ['{ at: "operators[].email", equals: "operators[].name" }', "leads through a list"],
    ['{ at: "operators[].email", equals: .nam }', 'Did you mean "name"?'],
    ['{ at: "operators[].email", equals: .email }', "is the place itself"],
    ["{ at: instance.url, equals: .name }", "is a field of the same record"],
    ['{ at: "extAccounts[].active", equals: instance.url }', "instance.url holds text"],
    ['{ at: "extAccounts[].label", equals: .clientSecret }', "holds a secret"],
    ['{ at: "operators[].email", required: true, where: { mail: x } }', 'Did you mean "email"?'],
    ['{ at: "operators[].email", required: true, where: { groups: x } }', "fields that hold one value"],
    ['{ at: "operators[].email", required: true, where: { password: x } }', "A secret stands here"],
    ["{ at: instance.url, required: true, where: { name: x } }", "leads through none"],
    ['{ at: "groups[].label", required: true, instances: [] }', "the rule would never be asked"],
    ['{ at: "groups[].label", required: true, ignoreCase: true }', "has no letter case"],
    ['{ at: "groups[].label", patern: a }', 'Did you mean "pattern"?'],
    ['{ at: "groups[].label", required: true, level: off }', "which is none of note, warning, error"],
    ["{ pattern: a }", "A custom rule takes a place, «at», and a check."],
    ["text", "A custom rule takes a place, «at», and a check."],
    ["", "The rule is empty"],
    ['{ at: "groups[].label", required: true, title: "  " }', '"title" is empty'],
    [`{ at: "groups[].label", required: true, title: ${"long ".repeat(60)} }`, "at most 255"],
    ['{ at: "groups[].label", required: true, title: "a\\e[31mb" }', "a character that nobody sees, U+001B"],
    ['{ at: "groups[].label", required: true, why: "a\\u202eb" }', "a character that nobody sees, U+202E"],
    ['{ at: "groups[].label", pattern: "a\\u200bb" }', "Write it as \\x{200B}"],
    ['{ at: "groups[].label", oneOf: ["a\\u200bb"] }', "a character that nobody sees, U+200B"],
    ["{ at: instance.url, pattern: '^https://[^@]*$' }", 'In a pattern, write "@" as \\x40.'],
    ['{ at: instance.url, oneOf: ["https://jane:hunter2@a.example"] }', "an address with a login in it"],
  ])("%s", async (rule, message) => {
    const { mistakes, customRules, messages } = await mistakesIn(rule);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(message);
    expect(mistakes[0]?.isFatal).toBe(true);
    expect(mistakes[0]?.position.line).toBe(2);
    expect(customRules).toEqual([]);
    expect(JSON.stringify(mistakes)).not.toMatch(/hunter2|\u001b/);
  });

  test.each([
    "callback-https",
    "Label",
    "a",
    "1-label",
    "my_rule",
    "__proto__",
    "my rule",
    `a${"b".repeat(64)}`,
  ])("a rule called %s", async (id) => {
    const text = `customRules:\n  ${id}: { at: "groups[].label", required: true }\n`;
    const { mistakes } = await loadConfig("c.yaml", Buffer.from(text), rules);
    expect(mistakes).toMatchObject([{ position: { line: 2, column: 3 }, isFatal: true }]);
  });

  test("points at the very word", async () => {
    const at = async (rule: string) => {
      const { mistakes } = await mistakesIn(rule);
      const [{ excerpt } = { excerpt: undefined }] = mistakes;
      return excerpt?.text.slice(excerpt.from, excerpt.to);
    };
    expect(await at('{ at: "groups[].lable", required: true }')).toBe('"groups[].lable"');
    expect(await at('{ at: "groups[].label", pattern: "(a" }')).toBe('"(a"');
    expect(await at('{ at: "operators[].email", required: true, where: { mail: x } }')).toBe("mail");
    expect(await at('{ at: "groups[].label" }')).toBe("my-rule");
  });

  test("a level for a rule that is not there is told as ever", async () => {
    const { messages } = await mistakesIn(
      '{ at: "groups[].label", required: true }',
      "rules: { my-rul: off }\n",
    );
    expect(messages).toEqual(['There is no rule "my-rul". Did you mean "my-rule"?']);
  });

  test("a pattern of megabytes is not even tried, nor very many large ones", async () => {
    const long = await mistakesIn(`{ at: "groups[].label", pattern: "${"a".repeat(4_000_000)}" }`);
    expect(long.messages).toEqual(["The pattern has 4000000 characters; ims-lint takes 1000."]);
    const large = Array.from(
      { length: 150 },
      (_, at) => `  r${at}: { at: "groups[].label", pattern: "${"a{1000}".repeat(140)}" }\n`,
    );
    const { mistakes } = await loadConfig("c.yaml", Buffer.from(`customRules:\n${large.join("")}`), rules);
    expect(mistakes).toHaveLength(149);
    expect(mistakes[0]?.message).toContain("too large together");
  });

  test("very many rules are too many", async () => {
    const many = Array.from(
      { length: 201 },
      (_, at) => `  r${at}: { at: "groups[].label", required: true }\n`,
    );
    const { mistakes } = await loadConfig("c.yaml", Buffer.from(`customRules:\n${many.join("")}`), rules);
    expect(mistakes).toMatchObject([{ position: { line: 1, column: 1 } }]);
  });
});
