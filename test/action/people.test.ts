import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportV1 } from "../../src/index.js";
import { inMarkdown } from "../../src/report/markdown-text.js";
import { printable } from "../../src/report/terminal.js";
import { type GitHubApi, startGitHubApi } from "../support/github-api.js";
import { lintPullRequest, pullRequest } from "../support/pull-request.js";
import { type Content, makeRepository, removeRepositories } from "../support/repository.js";
import { runStep, type StepRun, type StepSetUp } from "../support/runner.js";

/** Where anybody can read what a step tells, it names nobody. */

type Result = ReportV1["results"][number];

/** Somebody, by names of which every long word is only theirs. */
interface Somebody {
  readonly login?: string;
  readonly email?: string;
  readonly label?: string;
  readonly firstname?: string;
  readonly lastname?: string;
}

const PEOPLE: Readonly<Record<string, Somebody>> = {
  "a plain name": { login: "quirin", email: "quirin@acme.example", label: "Quirin Zwack" },
  "a name with quotes": { login: 'Max "Ottokar" Brenn', email: "brenn@acme.example" },
  "a name with one quote": { login: 'wunibald"', email: "wunibald@acme.example" },
  "an e-mail with quotes": { login: "valpurga", email: '"val purga"@acme.example' },
  "a name with a comma": { login: "Doering, Wendelin", email: "wendelin.doering@acme.example" },
  "a name with spaces": { login: "  hadumod  von  strunz ", email: " hadumod@acme.example " },
  "upper case": { login: "ZENOBIA", email: "Zenobia.KLUMM@ACME.example" },
  "an e-mail without @": { login: "tiburtius", email: "tiburtius at acme" },
  "a login that is the e-mail": { login: "notburga@acme.example", email: "notburga@acme.example" },
  umlauts: { login: "jürgäßer", email: "jürgäßer.öhmke@äcme.example" },
  marks: { login: "o'pankraz+x%y/z&<b>`", email: "o'pankraz+x%y/z&<b>`@acme.example" },
  "a label alone": { label: "Hildegunde Schramm" },
  "first and last name": {
    ...{ login: "kunigunde", email: "kunigunde@acme.example" },
    ...{ firstname: "Kunigunde", lastname: "Eggebrecht" },
  },
  "a name that is too long to be shown": {
    login: `lothar${"x".repeat(1_200)}`,
    email: "lothar@acme.example",
  },
};
const people = Object.values(PEOPLE);
const users = people.filter(({ email }) => email !== undefined);

function namesOf({ login, email, label, firstname, lastname }: Somebody): string[] {
  return [login, email, label, firstname, lastname].filter((name) => name !== undefined);
}

/** The words by which somebody would be known; of the very long one its beginning. */
function wordsOf(somebody: Somebody): string[] {
  const words = namesOf(somebody).flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u));
  return [...new Set(words)]
    .filter((word) => word.length > 4 && word !== "example")
    .map((word) => word.replace(/xxx.*/, ""));
}

const ORG = "4D5E6F708192A3B49F1C2B3A@AdobeOrg";
const MASK = "Campaign - acme - (.*)";
const profile = (name: string) => `Campaign - acme - ${name}`;

const asOperator = ({ login: name, email, label }: Somebody, more: object = {}) => ({
  ...{ name, email, label, authenticationType: "ims" },
  ...more,
});
const asUser = ({ email, firstname, lastname }: Somebody, groups: readonly string[], more: object = {}) => ({
  ...{ email, firstname, lastname, status: "active", type: "federatedID", groups },
  ...more,
});

function snapshot(name: string, organization: object, more: object): string {
  return JSON.stringify({
    imsLint: "snapshot/v1",
    instance: { name },
    extAccounts: [{ name: "Adobe_Experience_Cloud", imsOrgId: ORG, imsRightsMask: MASK }],
    groups: [{ name: "delivery" }, { name: "spare" }],
    organization: { id: ORG, name: "Acme", ...organization },
    ...more,
  });
}

const profiles = (...names: readonly string[]) =>
  names.map((name) => ({ groupName: profile(name), type: "PRODUCT_PROFILE" }));

const operators = people.map((somebody) => asOperator(somebody));

/** What breaks the rules that speak of people, each for everybody. */
const EXPORTS = {
  /** Nobody of the operators is a user. */
  "exports/strangers.json": snapshot(
    "strangers",
    { users: [{ email: "somebody@acme.example", groups: [] }], groups: profiles("delivery") },
    {
      operators: [
        ...operators,
        { name: "admin", authenticationType: "ims", email: "" },
        { name: "3f2a@techacct.adobe.com", authenticationType: "ims" },
      ],
    },
  ),
  /** They are locked out, hold nothing, and have other groups in Campaign. */
  "exports/locked.json": snapshot(
    "locked",
    {
      directOnly: false,
      users: users.map((somebody) => asUser(somebody, [], { status: "locked" })),
      groups: profiles("delivery"),
    },
    { operators: users.map((somebody) => asOperator(somebody, { groups: ["spare"] })) },
  ),
  /** They hold a profile that leads nowhere. */
  "exports/lost.json": snapshot(
    "lost",
    {
      directOnly: false,
      users: users.map((somebody) => asUser(somebody, [profile("lost")])),
      groups: profiles("delivery", "lost"),
    },
    {},
  ),
  /** They hold profiles directly, each one of their own, with a name that opens Control Panel. */
  "exports/direct.json": snapshot(
    "direct",
    {
      directOnly: true,
      users: users.map((somebody, index) => asUser(somebody, [profile(`admin ${index}`)])),
      groups: profiles(...users.map((_, index) => `admin ${index}`)),
    },
    {},
  ),
  /** The same, by the name of a profile in which a quote has no end. */
  "exports/quoted.json": snapshot(
    "quoted",
    {
      directOnly: true,
      users: users.map((somebody) => asUser(somebody, [profile('19" admin')])),
      groups: profiles('19" admin'),
    },
    {},
  ),
  /** They are there twice, in different ways, with a value of a wrong type. */
  "exports/twice.json": snapshot(
    "twice",
    {
      users: users.flatMap((somebody) => [
        asUser(somebody, [], { country: "DE" }),
        asUser(somebody, [], { country: "AT" }),
      ]),
    },
    {
      operators: people.flatMap((somebody) => [
        { ...asOperator(somebody), securityZone: "a" },
        { ...asOperator(somebody), securityZone: "b" },
      ]),
    },
  ),
  "exports/package/people.xml": `<package buildNumber="9400" buildDate="2026-11-14 17:35:38.256Z">
  <entities schema="nms:extAccount"><extAccount name="Adobe_Experience_Cloud" imsOrgId="${ORG}" imsRightsMask="${MASK}"/></entities>
  <entities schema="xtk:group"><group name="delivery"/></entities>
  <entities schema="xtk:operator">
  ${people
    .flatMap(({ login, email, label }) =>
      ["a", "b"].map(
        (zone) =>
          `<operator ${attributes({ name: login, email, label })}><access authenticationType="ims" securityZone="${zone}"/></operator>`,
      ),
    )
    .join("\n  ")}
  </entities>
</package>`,
  "exports/package/users-0.json": JSON.stringify({
    ...{ lastPage: true, result: "success" },
    users: users.flatMap((somebody, index) => [
      asUser(somebody, [profile("lost")], {
        status: "locked",
        username: `${somebody.login}`,
        country: index,
      }),
    ]),
  }),
  "exports/sdk/people.json": JSON.stringify({
    operator: people.map(({ login: name, email, label }) => ({
      ...{ name, email, label, access: { authenticationType: "ims" } },
      securityZone: { a: [1] },
    })),
  }),
  "exports/sdk/accounts.json": JSON.stringify({
    extAccount: [{ name: "Adobe_Experience_Cloud", imsOrgId: ORG, imsRightsMask: MASK }],
  }),
  "exports/sdk/groups.json": JSON.stringify({ group: [{ name: "delivery", label: "x" }] }),
  "exports/sdk/users.csv": [
    "Identity Type,Username,Domain,Email,First Name,Last Name,Country Code,Product Configurations,Admin Roles,Product Configurations Administered,User Groups",
    ...users.map(({ login, email, firstname, lastname }) =>
      ["Federated ID", login, "", email, firstname, lastname, "DE", profile("lost"), "", "", ""]
        .map((cell = "") => `"${cell.replaceAll('"', '""')}"`)
        .join(","),
    ),
  ].join("\r\n"),
};

function attributes(fields: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(fields)
    .flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}="${value.replace(/[&<"]/g, (c) => `&#${c.charCodeAt(0)};`)}"`],
    )
    .join(" ");
}

/** Everybody's password is in the file, but of who has a name of any length: what would be told is cut within it. */
const SECRETS: Content = {
  "exports/secrets.json": snapshot(
    "secrets",
    {},
    {
      operators: people
        .filter(({ login = "" }) => login.length < 1_000)
        .map((somebody) => asOperator(somebody, { password: "s3cret" })),
    },
  ),
};

const CONFIG = "ims-lint.config.json";
/** Rules of the config's own, that nobody is right by. */
const OWN_RULES = {
  "acme-login": { at: "operators[].name", pattern: "^never$", remedy: "Ask quirin@acme.example." },
  "acme-label": { at: "operators[].label", oneOf: ["never", "Quirin Zwack"] },
  "acme-mail": { at: "operators[].email", equals: ".name" },
  "acme-user": { at: "organization.users[].email", pattern: "^never$" },
};
function config(strangers: object = {}): string {
  const emails = users.map(({ email }) => email);
  return JSON.stringify({
    preset: "all",
    customRules: Object.fromEntries(
      Object.entries(OWN_RULES).map(([id, rule]) => [id, { ...rule, instances: ["strangers"] }]),
    ),
    instances: {
      strangers: { expect: { users: emails }, ...strangers },
      locked: { expect: { users: emails } },
      package: { complete: ["groups", "users", "profiles"], directOnly: false },
      sdk: { complete: ["groups", "users", "profiles", "operators"] },
    },
  });
}
const CONTENT: Content = { ...EXPORTS, [CONFIG]: config() };

/** People whom the config that a change brings names, and nothing else. */
const NEWCOMERS = ["neulinger", "zuzügler@acme.example"];

/** Everybody is known and nothing is wrong but a value in which somebody put an e-mail; or nobody is told any more. */
function known(isTold: boolean, productContext: string | undefined): string {
  return snapshot(
    "known",
    {
      directOnly: false,
      users: isTold ? users.map((somebody) => asUser(somebody, [profile("delivery")])) : [],
      groups: profiles("delivery"),
    },
    {
      extAccounts: [{ name: "Adobe_Experience_Cloud", imsOrgId: ORG, imsRightsMask: MASK, productContext }],
      operators: users.map((somebody) => asOperator(somebody, { groups: ["delivery"] })),
      complete: { users: isTold ? "yes" : "unknown" },
    },
  );
}

/** Some is new, some is fixed, and of some nobody can tell any more. */
const pull = pullRequest(
  {
    ...CONTENT,
    "exports/known.json": known(true, PEOPLE["a plain name"]?.email),
    "exports/lost.json": null,
    "exports/direct.json": null,
    "exports/quoted.json": null,
  },
  {
    ...CONTENT,
    "exports/known.json": known(false, PEOPLE.umlauts?.email),
    "exports/twice.json": null,
    "exports/locked.json": JSON.stringify({
      ...JSON.parse(EXPORTS["exports/locked.json"]),
      operators: [],
      complete: { operators: "unknown" },
    }),
    [CONFIG]: config({
      expect: { users: [...users.map(({ email }) => email), ...NEWCOMERS] },
      technicalOperators: users.map(({ login }) => login),
    }),
  },
);

let api: GitHubApi;
/** Every step that is run, by how it treats names. */
let steps: Record<"shown" | "masked" | "unsaid" | "told" | "hidden" | "pull" | "secrets", StepRun>;

beforeAll(async () => {
  api = await startGitHubApi({ repository: "acme/campaign", token: "ghs_1234" });
  const repository = makeRepository(CONTENT);
  const lint = (setUp: StepSetUp) => runStep(repository, setUp);
  const [isPrivate, isPublic] = [true, false].map((value) => ({ repository: { private: value } }));
  steps = {
    shown: await lint({ payload: isPrivate }),
    masked: await lint({ payload: isPublic }),
    unsaid: await lint({ payload: {} }),
    told: await lint({ payload: isPublic, inputs: { people: "show" } }),
    hidden: await lint({ payload: isPrivate, inputs: { people: "mask" } }),
    secrets: await runStep(makeRepository(SECRETS), { payload: isPublic }),
    pull: await lintPullRequest(pull, {
      isPublic: true,
      inputs: { "github-token": "ghs_1234" },
      env: { GITHUB_API_URL: api.url },
    }),
  };
  expect(api.violations).toEqual([]);
});
afterAll(async () => {
  removeRepositories();
  await api.close();
});

/** All that a step tells, by where it tells it. */
function channelsOf({ annotations, log, summary, sarif, report }: StepRun): Record<string, string> {
  return {
    annotations: annotations.map(({ message }) => message).join("\n"),
    ...{ log, summary },
    sarif: JSON.stringify(sarif),
    report: JSON.stringify(report),
  };
}

/** Where a word is read, with what stands around it; the first few places are enough. */
function placesOf(words: readonly string[], channels: Readonly<Record<string, string>>): string[] {
  return Object.entries(channels).flatMap(([channel, text]) =>
    words
      .flatMap((word) => [...text.toLowerCase().matchAll(new RegExp(word, "g"))])
      .slice(0, 3)
      .map(({ index }) => `${channel}: ${text.slice(Math.max(0, index - 80), index + 40)}`),
  );
}

/** All that a result says. */
function textsOf({
  subject,
  message,
  observed,
  expected,
  remedy,
  because,
  causedBy,
  related,
}: Result): string[] {
  return [
    ...[subject.name, message, observed, expected, remedy, because?.subject.name, causedBy?.subject.name],
    ...related.map((other) => other.message),
  ].map((text) => text ?? "");
}

function resultsOf({ report }: StepRun): readonly Result[] {
  return report?.results ?? [];
}

/** As a value is shown that is longer than 1,000 characters. */
function cut(name: string): string {
  return name.length > 1_000 ? `${name.slice(0, 1_000)}… (${name.length} characters)` : name;
}

/** The number that somebody has: that of the operator who is no user of the organization. */
function numberOf({ login, label }: Somebody): string | undefined {
  const named = resultsOf(steps.shown).findIndex(
    ({ rule, subject }) => rule === "operator-known-user" && subject.name === cut(login ?? label ?? ""),
  );
  return /^person \d+$/.exec(resultsOf(steps.masked)[named]?.subject.name ?? "")?.[0];
}

let patterns: (readonly [RegExp, string | undefined])[] | undefined;

/** A text with a number for every name, whatever stands around it; the longest names first. */
function numbered(text: string): string {
  patterns ??= people
    .flatMap((somebody) => namesOf(somebody).map((name) => ({ name, number: numberOf(somebody) })))
    .flatMap(({ name, number }) => [name, name.trim(), cut(name)].map((form) => ({ form, number })))
    .sort((a, b) => b.form.length - a.form.length)
    .map(({ form, number }) => [new RegExp(form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "gi"), number]);
  return patterns.reduce((rest, [pattern, number]) => rest.replace(pattern, number ?? "nobody"), text);
}
describe.each(Object.entries(PEOPLE))("somebody of %s", (_what, somebody) => {
  const words = wordsOf(somebody);

  test("is named where the repository is private, or the workflow says so", () => {
    // Who has no login can only be unknown, which is told one by one in the report alone.
    const channels = somebody.login === undefined ? ["report"] : ["log", "summary", "sarif", "report"];
    for (const step of [steps.shown, steps.told]) {
      const told = channelsOf(step);
      for (const channel of channels)
        expect(placesOf(words.slice(0, 1), { [channel]: told[channel] ?? "" })).not.toEqual([]);
    }
  });

  test("is named nowhere where it is public, or the workflow says so", () => {
    for (const step of [steps.masked, steps.unsaid, steps.hidden])
      expect(placesOf(words, channelsOf(step))).toEqual([]);
  });

  test("is named in no name of a secret", () => {
    const told = resultsOf(steps.secrets).filter(({ rule }) => rule === "secret-exposed");
    expect(told).toHaveLength(people.length - 1);
    expect(placesOf(words, channelsOf(steps.secrets))).toEqual([]);
  });

  test("is named nowhere on a pull request, nor in its comment", () => {
    const [comment] = api.comments;
    expect(comment?.body).toContain("## ims-lint failed: ");
    const { outputs, summary } = steps.pull;
    for (const became of ["new", "fixed", "no-longer-provable", "unchanged"])
      expect(Number(outputs[became]), became).toBeGreaterThan(users.length);
    expect(summary).toContain("`known`");
    expect(placesOf(words, { ...channelsOf(steps.pull), comment: comment?.body ?? "" })).toEqual([]);
  });

  test("has one number, in place of every name, and nothing else differs", () => {
    expect(numberOf(somebody)).toBeDefined();
    const differing = resultsOf(steps.shown).flatMap((result, index) => {
      const shown = textsOf(result);
      const isTheirs = words.some((word) => shown.join("\n").toLowerCase().includes(word));
      const masked = textsOf(resultsOf(steps.masked)[index] as Result);
      const expected = shown.map(numbered);
      return isTheirs && masked.join("\n") !== expected.join("\n")
        ? [{ rule: result.rule, masked, expected }]
        : [];
    });
    expect(differing.slice(0, 2)).toEqual([]);
  });
});

describe("where nobody is named", () => {
  test("every rule that speaks of people has spoken of each", () => {
    const rules: Readonly<Record<string, readonly string[]>> = {
      "operator-known-user": ["strangers"],
      "operator-linked": ["locked", "sdk"],
      "membership-drift": ["locked"],
      "user-active": ["locked", "package"],
      "user-linked": ["lost", "package", "sdk"],
      "users-without-profile": ["strangers", "locked"],
      "admin-profile": ["direct"],
      "profile-direct": ["direct"],
      "export-shape": ["twice", "package", "sdk"],
    };
    for (const [rule, instances] of Object.entries(rules)) {
      for (const instance of instances) {
        const own = resultsOf(steps.masked).filter(
          (result) => result.rule === rule && result.instance === instance,
        );
        const told = own.filter(({ verdict }) => verdict === "fail" || verdict === "review");
        expect(told.length, `${rule} of ${instance}`).toBeGreaterThanOrEqual(users.length);
      }
    }
  });

  test("groups, profiles, accounts, instances and the organization are", () => {
    for (const step of [steps.masked, steps.pull]) {
      const { log, summary, report, sarif } = channelsOf(step);
      const names = ["strangers", "Campaign - acme - lost", "Campaign - acme - admin 3", "spare"];
      for (const text of [log, summary, report, sarif])
        expect(names.filter((name) => !text?.includes(name))).toEqual([]);
    }
  });

  test.each([
    ["the id of an organization", "5D5E6F708192A3B49F1C2B3A@AdobeOrg"],
    ["such an id with half its suffix", "5D5E6F708192A3B49F1C2B3A@Adobe"],
    ["the name of a profile that looks like an e-mail", profile("press@emea")],
    ["the name of a group that looks like one", "news@emea"],
    ["the name of an account", "Adobe_Experience_Cloud"],
  ])("%s is", async (_what, name) => {
    const isId = name.startsWith("5D5E");
    const text = snapshot(
      "acme_prod",
      { groups: profiles("press@emea") },
      {
        extAccounts: [
          { name: "Adobe_Experience_Cloud", imsOrgId: isId ? name : "another", imsRightsMask: MASK },
        ],
        groups: [{ name: "news@emea" }],
      },
    );
    const { summary, log } = await runStep(makeRepository({ "prod.json": text }), { payload: {} });
    expect(summary).toContain(`\`${name}\``);
    expect(log).toContain(name);
  });

  test("operators that come with Campaign, and technical accounts, are", () => {
    const subjects = resultsOf(steps.masked)
      .filter(({ instance, subject }) => instance === "strangers" && subject.kind === "operator")
      .map(({ subject }) => subject.name);
    expect(subjects).toContain("admin");
    expect(subjects).toContain("3f2a@techacct.adobe.com");
  });

  test("a rule of the config's own speaks of people in numbers, whatever it says itself", () => {
    const own = resultsOf(steps.masked).filter(
      ({ rule, verdict }) => rule in OWN_RULES && verdict === "fail",
    );
    expect(new Set(own.map(({ rule }) => rule))).toEqual(new Set(Object.keys(OWN_RULES)));
    for (const { rule, remedy } of own)
      if (rule === "acme-login") expect(remedy).toMatch(/^Ask person \d+\.$/);
  });

  test("findings are the same, by the same fingerprints, in the same order", () => {
    const keys = (step: StepRun) => resultsOf(step).map(({ fingerprint, level }) => [fingerprint, level]);
    expect(keys(steps.masked)).toEqual(keys(steps.shown));
    const sarif = (step: StepRun) =>
      step.sarif?.runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
    expect(sarif(steps.masked)).toEqual(sarif(steps.shown));
    const titles = (step: StepRun) => step.annotations.map(({ name, properties }) => [name, properties]);
    expect(titles(steps.masked)).toEqual(titles(steps.shown));
    const outline = ({ summary }: StepRun) => summary.match(/^##.*|\*\*Thus:\*\* .*|^<details>.*/gm);
    expect(outline(steps.masked)).toEqual(outline(steps.shown));
  });

  test("everybody has the same number in all that a step tells", () => {
    for (const step of [steps.masked, steps.pull]) {
      const results = resultsOf(step);
      const byFingerprint = new Map(results.map(({ fingerprint, subject }) => [fingerprint, subject.name]));
      const inSarif = step.sarif?.runs[0]?.results ?? [];
      expect(inSarif.length).toBeGreaterThan(100);
      for (const { partialFingerprints, properties } of inSarif)
        expect(properties?.subject.name).toBe(byFingerprint.get(partialFingerprints?.["imsLint/v1"] ?? ""));
      const messages = new Set(results.map(({ message }) => printable(message)));
      const findings = step.annotations.filter(
        ({ properties, message }) =>
          !["ims-lint", "not known any more", "to be looked at"].includes(properties.title ?? "") &&
          !message.startsWith("It failed: "),
      );
      expect(findings.length).toBeGreaterThan(5);
      for (const { message } of findings) expect(messages).toContain(message.split("\n")[0]);
    }
    const { summary, log } = steps.masked;
    const flowing = log.replace(/\s+/g, " ");
    const strangers = resultsOf(steps.masked).filter(
      ({ rule, instance, verdict }) =>
        rule === "operator-known-user" && instance === "strangers" && verdict === "fail",
    );
    for (const { message } of strangers) {
      expect(summary.includes(inMarkdown(message)), message).toBe(true);
      expect(flowing.includes(message), message).toBe(true);
    }
    const [comment] = api.comments;
    const direct = resultsOf(steps.pull).filter(
      ({ rule, instance }) => rule === "profile-direct" && instance === "direct",
    );
    for (const text of [comment?.body ?? "", steps.pull.summary])
      expect(
        direct.filter(({ verdict, message }) => verdict === "fail" && !text.includes(inMarkdown(message))),
      ).toEqual([]);
  });

  test("those whom the config of a change would name are not", () => {
    const [comment] = api.comments;
    for (const text of [comment?.body ?? "", steps.pull.summary]) {
      expect(text).toContain("`instances.strangers.expect.users`");
      expect(text).toContain("`instances.strangers.technicalOperators`");
    }
    expect(
      placesOf(
        NEWCOMERS.map((name) => name.replace(/@.*/, "")),
        { ...channelsOf(steps.pull), comment: comment?.body ?? "" },
      ),
    ).toEqual([]);
  });
});

describe("somebody who is known by several names", () => {
  const instance = (name: string, operator: object, user?: object) =>
    snapshot(
      name,
      {
        directOnly: false,
        users: user ? [{ groups: [profile("lost")], status: "locked", ...user }] : [],
        groups: profiles("lost"),
      },
      { operators: [{ authenticationType: "ims", groups: ["spare"], ...operator }] },
    );

  /** The numbers that are told of anybody. */
  async function numbersIn(content: Content): Promise<string[]> {
    const { report, summary } = await runStep(makeRepository(content), { payload: {} });
    expect(summary).not.toContain("gisbert");
    return [...new Set(JSON.stringify(report).match(/person \d+/g) ?? [])];
  }

  test.each<readonly [what: string, content: Content]>([
    [
      "login and e-mail of one record",
      {
        "a.json": instance(
          "a",
          { name: "gisbert", email: "g.stark@acme.example" },
          { email: "g.stark@acme.example" },
        ),
      },
    ],
    [
      "an e-mail in another letter case",
      {
        "a.json": instance(
          "a",
          { name: "gisbert", email: "G.Stark@acme.example" },
          { email: "g.stark@ACME.example" },
        ),
      },
    ],
    [
      "the user name and domain of a user",
      {
        "a.json": instance(
          "a",
          { name: "g.stark@acme.example" },
          { email: "gisbert@acme.example", username: "g.stark", domain: "acme.example" },
        ),
      },
    ],
    [
      "an e-mail that only another export brings together with the login",
      {
        "a.json": instance("a", { name: "gisbert" }, { email: "g.stark@acme.example" }),
        "b.json": instance("b", { name: "gisbert", email: "g.stark@acme.example" }),
      },
    ],
  ])("has one number: %s", async (_what, content) => {
    expect(await numbersIn(content)).toEqual(["person 1"]);
  });

  test("by two logins, each with what follows from its own findings", async () => {
    const content = {
      "a.json": snapshot(
        "a",
        {
          directOnly: false,
          users: [{ email: "g.stark@acme.example", groups: [], status: "active" }],
          groups: profiles("delivery"),
        },
        {
          operators: ["gisbert", "gisbert.admin"].map((name) => ({
            ...{ name, email: "g.stark@acme.example", authenticationType: "ims", groups: ["spare"] },
          })),
        },
      ),
    };
    const thus = async (people: string) => {
      const { summary } = await runStep(makeRepository(content), { inputs: { people } });
      return summary.match(/\*\*Thus:\*\* .*/g);
    };
    const shown = await thus("show");
    expect(shown?.filter((line) => line.includes("1 × membership-drift"))).toHaveLength(2);
    expect(await thus("mask")).toEqual(shown);
  });
});
