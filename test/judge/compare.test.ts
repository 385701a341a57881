import { describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { rules } from "../../rules/index.js";
import type { Example, Rule } from "../../src/evaluate/rule.js";
import { compare } from "../../src/judge/compare.js";
import { CHANGES, type Comparison } from "../../src/report/comparison.js";
import { asSnapshot, lintFiles } from "../support/lint.js";

/** What becomes of a finding from one state to another. */

type State = Readonly<Record<string, string>>;

async function compareFiles(
  base: State,
  head: State,
  config?: string,
  [waivers, newWaivers]: readonly (string | undefined)[] = [],
): Promise<Comparison> {
  const optionsOf = (accepted: string | undefined) => ({
    showPasses: false,
    ...(config === undefined ? {} : { config }),
    ...(accepted === undefined ? {} : { waivers: accepted }),
  });
  const [before, after] = await Promise.all([
    lintFiles(base, optionsOf(waivers)),
    lintFiles(head, optionsOf(newWaivers)),
  ]);
  return compare(before, { ...after, exists: (path) => path in head, stated: statedIn(config) });
}

/** The instances that a config speaks of. */
function statedIn(config = ""): string[] {
  return Object.keys((parse(config) as { instances?: object } | undefined)?.instances ?? {});
}

/** A snapshot without one of its keys, each in turn. */
function* withoutAKey(text: string): Iterable<string> {
  const routes: (string | number)[][] = [];
  const walk = (value: unknown, route: (string | number)[]) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const own = [...route, Array.isArray(value) ? Number(key) : key];
      if (key !== "imsLint") routes.push(own);
      walk(inner, own);
    }
  };
  // Of several documents, each is an instance.
  if (/^---$/m.test(text)) return;
  walk(parse(text), []);
  for (const route of routes) {
    const document = parseDocument(text);
    document.deleteIn(route);
    yield document.toString();
  }
}

const inFile = (example: Example): State => ({ "prod.yaml": asSnapshot(example.snapshot) });
const isOf = (rule: Rule) => (change: Comparison["changes"][number]) => change.finding.rule === rule;

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  const fails = rule.examples.fails ?? [];

  test("is unchanged where nothing changes", async () => {
    for (const example of fails) {
      const accepted = [example.waivers, example.waivers];
      const same = await compareFiles(inFile(example), inFile(example), example.config, accepted);
      expect(new Set(same.changes.map(({ kind }) => kind))).toEqual(new Set(["unchanged"]));
      expect(same.newUnknowns).toEqual([]);
    }
  });

  test("counts against a change that breaks what passed", async () => {
    for (const passing of rule.examples.passes ?? []) {
      for (const failing of fails.filter(({ config }) => config === passing.config)) {
        const accepted = [passing.waivers, failing.waivers];
        const { changes } = await compareFiles(inFile(passing), inFile(failing), failing.config, accepted);
        expect(changes.filter(isOf(rule)).map(({ kind }) => kind)).toContain("new");
      }
    }
  });

  test("is not taken for mended where a value that it needs is taken away", async () => {
    if (rule.checkFile || rule.checkWaivers) return;
    for (const example of fails) {
      const before = inFile(example);
      for (const less of withoutAKey(before["prod.yaml"] ?? "")) {
        const options = example.config === undefined ? {} : { config: example.config };
        const { report } = await lintFiles({ "prod.yaml": less }, options);
        const { changes } = await compareFiles(before, { "prod.yaml": less }, example.config);
        for (const { kind, finding } of changes.filter(isOf(rule))) {
          const same = report.results.filter(
            (result) =>
              result.rule === rule &&
              result.subject.kind === finding.subject.kind &&
              result.subject.name === finding.subject.name,
          );
          // Where the rule cannot say any more how it is with the subject, nothing is mended.
          if (same.length > 0 && same.every(({ verdict }) => verdict === "unknown")) {
            expect(kind, `${finding.message}\n${less}`).not.toBe("fixed");
          }
        }
      }
    }
  });

  test("is counted once in every state", async () => {
    const examples = Object.values(rule.examples).flat() as Example[];
    for (const before of fails) {
      for (const after of examples.filter(({ config }) => config === before.config)) {
        const accepted = [before.waivers, after.waivers];
        const { changes } = await compareFiles(inFile(before), inFile(after), before.config, accepted);
        const of = (...kinds: string[]) => changes.filter(({ kind }) => kinds.includes(kind)).length;
        const [base, head] = await Promise.all([before, after].map((example) => failsOf(example, before)));
        const graded = changes.filter(
          ({ kind, before: was }) =>
            (kind === "worse" && was !== "review") || (kind === "new" && was !== undefined),
        ).length;
        const changedInPlace = changes.filter(
          ({ kind, instead, finding }) => kind === "unprovable" && instead === finding,
        );
        expect(of("unchanged", "new", "worse") + changedInPlace.length).toBe(head);
        expect(of("unchanged", "fixed", "unprovable", "unchecked") + graded).toBe(base);
      }
    }
  });

  test("is never taken for mended where nothing is left to show it", async () => {
    // A file that is gone has no fault, and no comment, any more.
    if (rule.checkFile || rule.checkWaivers) return;
    for (const example of fails) {
      const before = inFile(example);
      const name = /^instance: *\{ *name: *([^,} ]+)/m.exec(before["prod.yaml"] ?? "")?.[1] ?? "prod";
      const emptied = { "prod.yaml": `imsLint: snapshot/v1\ninstance: { name: ${name} }\n` };
      for (const after of [emptied, {}, { "other.yaml": "imsLint: snapshot/v1\n" }]) {
        const { changes } = await compareFiles(before, after, example.config);
        expect(changes.filter(isOf(rule)).map(({ kind }) => kind)).not.toContain("fixed");
      }
    }
  });
});

async function failsOf(example: Example, { config }: Example): Promise<number> {
  const { report } = await lintFiles(inFile(example), {
    ...(config === undefined ? {} : { config }),
    ...(example.waivers === undefined ? {} : { waivers: example.waivers }),
  });
  return report.results.filter(({ level }) => level !== null).length;
}

/** What became of the findings of one rule, in words. */
async function became(rule: string, base: State, head: State, config?: string): Promise<string[]> {
  const { changes } = await compareFiles(base, head, config);
  return changes
    .filter(({ finding }) => finding.rule.id === rule)
    .map(({ kind, finding, before }) => [kind, finding.subject.name, before].filter(Boolean).join(" "));
}

interface People {
  readonly operators?: readonly string[];
  readonly complete?: string;
  readonly profile?: string;
}

/** Operators who log in with an Adobe ID; john holds no profile that leads anywhere. */
function linked({
  operators = ["jane", "john"],
  complete = "",
  profile = "Campaign - acme - delivery",
}: People = {}) {
  const operator = (name: string) =>
    `{ name: ${name}, email: ${name}@acme.example, authenticationType: ims }`;
  return {
    "acme.yaml": `imsLint: snapshot/v1
instance: { name: acme }
extAccounts: [{ name: Adobe_Experience_Cloud, imsRightsMask: Campaign - acme - (.*), tenant: acme }]
groups: [{ name: delivery }]
operators: [${operators.map(operator).join(", ")}]
organization:
  directOnly: false
  users:
    - { email: jane@acme.example, groups: ["${profile}"] }
    - { email: john@acme.example, groups: [Other] }
  groups: [{ groupName: "${profile}", type: PRODUCT_PROFILE }]
complete: { ${complete} }
`,
  };
}

describe("who is gone", () => {
  test("from a list that is whole has no findings any more", async () => {
    expect(await became("operator-linked", linked(), linked({ operators: ["jane"] }))).toEqual([
      "fixed john",
    ]);
  });

  test("from a list that may be part of all keeps them", async () => {
    const head = linked({ operators: ["jane"], complete: "operators: unknown" });
    expect(await became("operator-linked", linked(), head)).toEqual(["unprovable john"]);
    const { changes } = await compareFiles(linked(), head);
    expect(changes.find(({ finding }) => finding.rule.id === "operator-linked")?.why).toContain(
      '"john" is no longer in the export, whose list of operators may not be complete',
    );
  });

  test("from a list that the config calls whole has none", async () => {
    const head = linked({ operators: ["jane"], complete: "operators: unknown" });
    const config = "instances: { acme: { complete: [operators] } }";
    expect(await became("operator-linked", linked(), head, config)).toEqual(["fixed john"]);
  });

  test("with a list that is gone as a whole keeps them", async () => {
    const head = { "acme.yaml": linked()["acme.yaml"].replace(/^operators:.*\n/m, "") };
    expect(await became("operator-linked", linked(), head)).toEqual(["unprovable john"]);
  });
});

describe("a login that is written in the server configuration", () => {
  const allowed = (names: string, more = "operators: [{ name: admin }]") => ({
    "acme.yaml": `imsLint: snapshot/v1
instance: { name: acme }
serverConf: { shared: { imsConfig: { nonIMSAuthnAPI: { disableAPI: true, allowOperator: [${names}] } } } }
${more}
`,
  });
  const without = {
    "acme.yaml": "imsLint: snapshot/v1\ninstance: { name: acme }\noperators: [{ name: admin }]\n",
  };
  const ALL = ["admin", "aemserver", "campaign-loginmonitor", '"internal|monitoring"']
    .map((name) => `{ name: ${name} }`)
    .join(", ");
  const SOME = ALL.replace("{ name: aemserver }, ", "");
  const GHOST = `${ALL}, { name: api_old }`;

  test("is mended where it is taken out, or put back", async () => {
    expect(await became("allow-operator-extra", allowed(GHOST), allowed(ALL))).toEqual(["fixed api_old"]);
    expect(await became("allow-operator-default", allowed(SOME), allowed(ALL))).toEqual(["fixed aemserver"]);
  });

  test("is not by a complete list of operators, of which it is none", async () => {
    expect(await became("allow-operator-extra", allowed(GHOST), without)).toEqual(["unprovable api_old"]);
    expect(await became("allow-operator-default", allowed(SOME), without)).toEqual(["unprovable aemserver"]);
    expect(await became("allow-operator-extra", allowed(GHOST), allowed(GHOST, ""))).toEqual([
      "unprovable api_old",
    ]);
  });
});

describe("a security zone", () => {
  const conf = (zones: string, complete = "yes") => ({
    "acme.yaml": `imsLint: snapshot/v1
instance: { name: acme }
serverConf: { shared: ${zones} }
complete: { serverConf: ${complete} }
`,
  });
  const zone = (name: string, more: string) =>
    `{ name: ${name}, allowUserPassword: false, allowSQLInjection: false, ${more} }`;
  const SAFE = zone("safe", "allowEmptyPassword: false, subNetwork: { name: a, mask: 10.0.0.0/24 }");
  const OPEN = zone(
    "lan",
    "allowEmptyPassword: true, subNetwork: { name: b, mask: 10.0.0.0/8, proxy: 10.0.0.7 }",
  );
  const both = conf(`{ securityZone: [${SAFE}, ${OPEN}] }`);

  test.each([
    ["of a configuration that is whole", conf(`{ securityZone: ${SAFE} }`), "fixed"],
    ["of all, where the configuration says that there are none", conf("{ securityZone: [] }"), "fixed"],
    ["of one that may be part of all", conf(`{ securityZone: ${SAFE} }`, "unknown"), "unprovable"],
    ["of one that says nothing of zones any more", conf("{}"), "unprovable"],
  ])("that was taken out %s", async (_name, head, kind) => {
    expect(await became("zone-forbidden", both, head)).toEqual([`${kind} lan`]);
    expect(await became("zone-proxy", both, head)).toEqual([`${kind} lan/b`]);
  });

  test("that may be in the other file is not called a list", async () => {
    const { changes } = await compareFiles(both, conf(`{ securityZone: ${SAFE} }`, "unknown"));
    expect(changes.find(({ finding }) => finding.rule.id === "zone-forbidden")?.why).toBe(
      '"lan" is no longer in the export, whose server configuration may not be whole: copy serverConf.xml as well as config-<instance>.xml.',
    );
  });

  test("is mended attribute by attribute", async () => {
    const two = conf("{ securityZone: { name: lan, allowEmptyPassword: true, allowUserPassword: true } }");
    const one = conf("{ securityZone: { name: lan, allowEmptyPassword: false, allowUserPassword: true } }");
    const less = conf("{ securityZone: { name: lan, allowUserPassword: true } }");
    expect((await became("zone-forbidden", two, one)).sort()).toEqual(["fixed lan", "unchanged lan"]);
    expect((await became("zone-forbidden", two, less)).sort()).toEqual(["unchanged lan", "unprovable lan"]);
  });
});

describe("what stands in the way", () => {
  test("of many findings is a finding itself, and named by each of them", async () => {
    const broken = { "acme.yaml": linked()["acme.yaml"].replace("(.*)", "(.*") };
    const { changes } = await compareFiles(linked(), broken);
    const unprovable = changes.filter(({ kind }) => kind === "unprovable");
    expect(unprovable.length).toBeGreaterThan(0);
    for (const { instead } of unprovable) expect(instead?.because?.rule).toBe("mask-syntax");
    expect(changes.filter(({ kind }) => kind === "new").map(({ finding }) => finding.rule.id)).toContain(
      "mask-syntax",
    );
  });
});

describe("a verdict that a person must see to", () => {
  const url = (access: string, option: string) => ({
    "acme.yaml": `imsLint: snapshot/v1
instance: { name: acme${access} }
extAccounts: [{ name: Adobe_Experience_Cloud, callbackServer: "https://other.example.com" }]
options: { NmsServer_URL: "${option}" }
`,
  });
  const fails = url(', url: "https://acme.example.com"', "https://acme.example.com");
  const reviewed = url("", "https://acme.example.com");

  test("in the place of a fail proves nothing", async () => {
    expect(await became("callback-matches-instance", fails, reviewed)).toEqual([
      "unprovable Adobe_Experience_Cloud",
    ]);
  });

  test("gets worse when it fails", async () => {
    expect(await became("callback-matches-instance", reviewed, fails)).toEqual([
      "worse Adobe_Experience_Cloud review",
    ]);
  });
});

describe("a secret", () => {
  const secret = {
    "acme.yaml": "imsLint: snapshot/v1\nextAccounts: [{ name: a, clientSecret: not-a-real-secret }]\n",
  };
  const rule = "secret-exposed";

  test("that is taken out is mended in the file", async () => {
    const head = {
      "acme.yaml": "imsLint: snapshot/v1\nextAccounts: [{ name: a, clientSecret: { present: true } }]\n",
    };
    expect((await became(rule, secret, head))[0]).toMatch(/^fixed/);
    expect((await became(rule, secret, { "other.yaml": "imsLint: snapshot/v1\n" }))[0]).toMatch(/^fixed/);
  });

  test("in a file that cannot be read any more is not", async () => {
    const broken = { "acme.yaml": secret["acme.yaml"].replace("]", "") };
    expect((await became(rule, secret, broken))[0]).toMatch(/^unprovable/);
  });

  test("in a file that is there, and no export any more, is not", async () => {
    const [base, head] = await Promise.all([
      lintFiles(secret),
      lintFiles({ "b.yaml": "imsLint: snapshot/v1\n" }),
    ]);
    const { changes } = compare(base, { ...head, exists: () => true, stated: [] });
    expect(changes.find(({ finding }) => finding.rule.id === rule)).toMatchObject({
      kind: "unprovable",
      why: "acme.yaml is there, but no longer taken for an export, so nothing shows that it was mended.",
    });
  });
});

describe("another value that fails as well", () => {
  const account = (fields: string) => ({
    "acme.yaml": `imsLint: snapshot/v1\ninstance: { name: acme }\nextAccounts: [{ name: Adobe_Experience_Cloud, ${fields} }]\n`,
  });

  test("in a field of the account is new", async () => {
    const callback = (host: string) => account(`callbackServer: "http://${host}.example.com"`);
    const { changes } = await compareFiles(callback("acme"), callback("evil"));
    expect(changes.find(({ finding }) => finding.rule.id === "callback-https")).toMatchObject({
      kind: "new",
      before: '"http://acme.example.com"',
    });
    expect(await became("callback-https", callback("acme"), callback("acme"))).toEqual([
      "unchanged Adobe_Experience_Cloud",
    ]);
  });

  test("of the scope, which is a list, is not: what is wrong with it is the same", async () => {
    const scope = (more: string) => account(`userScope: "openid, AdobeID${more}"`);
    expect(await became("scope-syntax", scope(""), scope(",session"))).toEqual([
      "unchanged Adobe_Experience_Cloud",
    ]);
  });

  test("is the same secret in other quotes, in another format and in another file", async () => {
    const base = account("clientSecret: not-a-real-secret");
    const json = JSON.stringify({
      imsLint: "snapshot/v1",
      instance: { name: "acme" },
      extAccounts: [{ name: "Adobe_Experience_Cloud", clientSecret: "not-a-real-secret" }],
    });
    for (const head of [
      account('clientSecret: "not-a-real-secret"'),
      { "acme.yaml": json },
      { "acme.json": json },
    ]) {
      expect((await became("secret-exposed", base, head))[0]).toMatch(/^unchanged/);
    }
  });

  test("where it is a secret is new, and neither is told", async () => {
    const secret = (text: string) => account(`clientSecret: not-a-real-${text}`);
    const { changes } = await compareFiles(secret("one"), secret("two"));
    const change = changes.find(({ finding }) => finding.rule.id === "secret-exposed");
    expect(change).toMatchObject({ kind: "new", before: "another secret" });
    expect(JSON.stringify(change?.finding.message)).not.toContain("not-a-real");
    expect((await became("secret-exposed", secret("one"), secret("one")))[0]).toMatch(/^unchanged/);
  });
});

test("one of several values that differ, changed, is another fault; one more is not", async () => {
  const ids = (account: string, more = "") => ({
    "acme.yaml": `imsLint: snapshot/v1
instance: { name: acme }
${account && `extAccounts: [{ name: Adobe_Experience_Cloud, imsOrgId: ${account}@AdobeOrg }]`}
serverConf: { web: { redirection: { IMSOrgId: 1A1B2C3D4E5F60718293A4B5@AdobeOrg } } }
organization: { id: 0A1B2C3D4E5F60718293A4B5@AdobeOrg }
${more}`,
  });
  const right = ids("0A1B2C3D4E5F60718293A4B5");
  expect((await became("org-id-consistent", right, ids("9D5E6F708192A3B49F1C2B3A")))[0]).toMatch(/^new acme/);
  expect(await became("org-id-consistent", right, ids("0A1B2C3D4E5F60718293A4B5", "groups: []"))).toEqual([
    "unchanged acme",
  ]);
  expect(await became("org-id-consistent", ids(""), right)).toEqual(["unchanged acme"]);
});

describe("an instance that is out of sight", () => {
  const acme = "imsLint: snapshot/v1\ninstance: { name: acme }\n";
  const globex = { "globex.yaml": "imsLint: snapshot/v1\ninstance: { name: globex }\n" };
  const config = "instances: { acme: { url: https://acme.example.com } }";
  const gone = async (head: State, own?: string) =>
    (await compareFiles({ ...globex, "acme.yaml": acme }, head, own)).gone;

  test("speaks against a change that leaves its file there, or its name in the config", async () => {
    expect(await gone({ ...globex, "acme.yaml": acme.replace("imsLint", "imslint") })).toEqual([
      { is: "file", name: "acme.yaml", why: "it is there, but no longer taken for an export" },
      { is: "instance", name: "acme", why: undefined },
    ]);
    const renamed = { ...globex, "acme.yaml": `${acme.replace("acme", "other")}groups: []\n` };
    expect(await gone(renamed, config)).toEqual([
      { is: "instance", name: "acme", why: "the config still speaks of it" },
    ]);
  });

  test("does not where it is retired, or only moved", async () => {
    expect(await gone(globex)).toEqual([{ is: "instance", name: "acme", why: undefined }]);
    expect(await gone({ ...globex, "moved.yaml": acme })).toEqual([]);
  });
});

test("a record that comes before another leaves its faults what they were", async () => {
  const operators = (more: string) => ({
    "acme.yaml": `imsLint: snapshot/v1\ninstance: { name: acme }\noperators: [${more}{ name: bob, email: [1] }]\n`,
  });
  expect(await became("export-shape", operators(""), operators("{ name: ann }, "))).toEqual([
    "unchanged acme.yaml",
  ]);
});

test("another field of a record that is there twice is another fault", async () => {
  const twice = (more: string) => ({
    "a.yaml":
      "imsLint: snapshot/v1\ninstance: { name: acme }\nextAccounts: [{ name: Adobe_Experience_Cloud, tenant: a, imsRightsMask: x }]\n",
    "b.yaml": `imsLint: snapshot/v1\ninstance: { name: acme }\nextAccounts: [{ name: Adobe_Experience_Cloud, tenant: b${more} }]\n`,
  });
  expect(await became("export-shape", twice(""), twice(", imsRightsMask: y"))).toContain("new b.yaml");
});

test("an instance that is only called another name takes its findings along", async () => {
  const account = JSON.stringify({
    extAccount: [{ name: "Adobe_Experience_Cloud", callbackServer: "http://a", imsOrgId: "" }],
  });
  const session = JSON.stringify({
    serverInfo: { buildNumber: "9400", instanceName: "acme_prod" },
    userInfo: {},
  });
  const base = { "prod/account.json": account };
  expect(await became("callback-https", base, { ...base, "prod/session.json": session })).toEqual([
    "unchanged Adobe_Experience_Cloud",
  ]);
});

test("what is not known any more, or has to be looked at now, is told of instances that were there", async () => {
  const acme = (mask: string) => linkedWith(mask);
  const { newUnknowns, newReviews } = await compareFiles(acme("(.*)"), acme("(?=x)(.*)"));
  expect(newUnknowns.map(({ rule }) => rule.id)).toContain("mask-syntax");
  expect((await compareFiles(acme("(.*)"), acme(".*"))).newReviews).not.toEqual([]);
  expect(newReviews).toEqual([]);
  const more = { ...acme("(.*)"), "other.yaml": "imsLint: snapshot/v1\ninstance: { name: other }\n" };
  expect((await compareFiles(acme("(.*)"), more)).newUnknowns).toEqual([]);
});

function linkedWith(mask: string): State {
  return { "acme.yaml": linked()["acme.yaml"].replace("(.*)", mask) };
}

test("a file that now serves two instances keeps its findings", async () => {
  const users = JSON.stringify({
    lastPage: false,
    result: "success",
    users: [{ email: "jane@acme.example" }],
  });
  const acme = { "users.json": users, "acme/a.xml": pack("a") };
  const both = { ...acme, "globex/b.xml": pack("b") };
  expect(await became("export-truncated", acme, both)).toEqual(["unchanged users"]);
});

function pack(name: string): string {
  return `<package><entities schema="xtk:group"><group name="${name}"/></entities></package>`;
}

test("the gravest stand first", async () => {
  const { changes } = await compareFiles(
    linked({ complete: "" }),
    linked({ operators: ["jane"], complete: "operators: unknown", profile: "Campaign - acme - other" }),
  );
  const kinds = changes.map(({ kind }) => kind);
  expect(kinds).toEqual([...kinds].sort((a, b) => CHANGES.indexOf(a) - CHANGES.indexOf(b)));
  expect(kinds[0]).toBe("unprovable");
  expect(kinds).toContain("new");
});
