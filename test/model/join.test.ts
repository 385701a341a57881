import { describe, expect, test } from "vitest";
import type { Completeness, Instance } from "../../src/model/workspace.js";
import { type Files, gatherFiles, onlyInstance } from "../support/gather.js";

/** One list, row set or section out of several files. */

const snapshot = (...lines: readonly string[]) =>
  `imsLint: snapshot/v1\ninstance: { name: acme }\n${lines.join("\n")}\n`;
const snapshots = (...bodies: readonly (readonly string[])[]): Files =>
  Object.fromEntries(bodies.map((lines, at) => [`${at}.yaml`, snapshot(...lines)]));
const declare = (...lists: string[]) => `instances: { acme: { complete: [${lists.join(", ")}] } }`;

/** Problems of records that two files tell differently, as `name: fields`. */
async function contradictions(files: Files): Promise<string[]> {
  const workspace = await gatherFiles(files);
  return workspace.files.flatMap(({ name: path, documents }) =>
    documents.flatMap(({ problems }) =>
      problems.flatMap((problem) =>
        problem.kind === "record-twice"
          ? [`${path}: ${problem.name}: ${problem.fields.join(", ")}, earlier in ${problem.earlier.path}`]
          : [],
      ),
    ),
  );
}

type Word = Completeness | "silent";

/** A snapshot that lists groups, and says whether they are all. */
const stating = (word: Word, ...names: string[]): string[] => [
  `groups: [ ${names.map((name) => `{ name: ${name} }`).join(", ")} ]`,
  ...(word === "silent" ? [] : [`complete: { groups: ${word} }`]),
];

describe("a list out of several files is whole", () => {
  type Piece = readonly [Word, ...string[]];
  const cases: [string, readonly Piece[], Completeness][] = [
    ["silent: a snapshot's list is", [["silent", "a"]], "yes"],
    ["one file's word: yes", [["yes", "a"]], "yes"],
    ["one file's word: no", [["no", "a"]], "no"],
    ["one file's word: unknown", [["unknown", "a"]], "unknown"],
    [
      "nobody says anything",
      [
        ["silent", "a"],
        ["silent", "b"],
      ],
      "yes",
    ],
    [
      "silence is no word against no",
      [
        ["silent", "a"],
        ["no", "a"],
      ],
      "no",
    ],
    [
      "silence is no word against unknown",
      [
        ["silent", "a"],
        ["unknown", "a"],
      ],
      "unknown",
    ],
    [
      "silence adds nothing to yes, whatever else is said",
      [
        ["silent", "c"],
        ["yes", "a", "b"],
        ["unknown", "a"],
      ],
      "yes",
    ],
    [
      "silence adds nothing to yes",
      [
        ["silent", "b"],
        ["yes", "a"],
      ],
      "yes",
    ],
    [
      "no counts before unknown",
      [
        ["unknown", "a"],
        ["no", "a"],
      ],
      "no",
    ],
    [
      "unknown twice",
      [
        ["unknown", "a"],
        ["unknown", "b"],
      ],
      "unknown",
    ],
    [
      "yes, holding all of a file that may lack some",
      [
        ["yes", "a", "b"],
        ["unknown", "a"],
      ],
      "yes",
    ],
    [
      "yes, holding all of a file that lacks some",
      [
        ["yes", "a", "b"],
        ["no", "b"],
      ],
      "yes",
    ],
    [
      "yes, lacking what a file has that may lack some",
      [
        ["yes", "a"],
        ["unknown", "b"],
      ],
      "unknown",
    ],
    [
      "yes, lacking what a file has that lacks some",
      [
        ["yes", "a"],
        ["no", "a", "b"],
      ],
      "no",
    ],
    [
      "yes twice, of the same",
      [
        ["yes", "a"],
        ["yes", "a"],
      ],
      "yes",
    ],
    [
      "yes twice, of which one holds all",
      [
        ["yes", "a", "b"],
        ["yes", "b"],
      ],
      "yes",
    ],
    [
      "yes twice, each lacking what the other has",
      [
        ["yes", "a"],
        ["yes", "b"],
      ],
      "unknown",
    ],
    [
      "yes, no and unknown, holding all",
      [
        ["yes", "a", "b", "c"],
        ["no", "b"],
        ["unknown", "c"],
      ],
      "yes",
    ],
    [
      "yes, no and unknown, lacking one",
      [
        ["yes", "a", "b"],
        ["no", "b"],
        ["unknown", "c"],
      ],
      "no",
    ],
    ["an empty list that is whole and one that is not empty", [["yes"], ["unknown", "a"]], "unknown"],
    ["an empty list that may lack some", [["yes", "a"], ["unknown"]], "yes"],
  ];
  test.each(cases)("%s", async (_name, pieces, expected) => {
    for (const ordered of [pieces, [...pieces].reverse()]) {
      const { groups } = await onlyInstance(snapshots(...ordered.map((piece) => stating(...piece))));
      expect(groups?.complete).toBe(expected);
    }
  });

  test("packages, which one place lists by id and another by label", async () => {
    const files = snapshots(
      ["packages: [ { id: nms:core } ]", "complete: { packages: yes }"],
      ["packages: [ { label: Core } ]", "complete: { packages: unknown }"],
    );
    expect((await onlyInstance(files)).packages?.complete).toBe("yes");
  });

  test("a list that nobody has is none", async () => {
    expect((await onlyInstance(snapshots(["operators: []"]))).groups).toBeUndefined();
  });
});

describe("the config declares a list complete", () => {
  test.each<[string, readonly string[], string[], Completeness]>([
    ["where nobody knows", stating("unknown", "a"), ["groups"], "yes"],
    ["but not one that lacks some", stating("no", "a"), ["groups"], "no"],
    ["but not another", stating("unknown", "a"), ["operators"], "unknown"],
    [
      "but not one with a record that cannot be read",
      ["groups: [ { name: a }, 5 ]", "complete: { groups: unknown }"],
      ["groups"],
      "unknown",
    ],
    [
      "but not one with a record without a name",
      ["groups: [ { label: a } ]", "complete: { groups: unknown }"],
      ["groups"],
      "unknown",
    ],
  ])("%s", async (_name, lines, lists, expected) => {
    expect((await onlyInstance(snapshots(lines), declare(...lists))).groups?.complete).toBe(expected);
  });

  test.each<[string, (instance: Instance) => Completeness | undefined]>([
    ["extAccounts", (instance) => instance.extAccounts?.complete],
    ["groups", (instance) => instance.groups?.complete],
    ["operators", (instance) => instance.operators?.complete],
    ["memberships", (instance) => instance.memberships],
    ["packages", (instance) => instance.packages?.complete],
    ["schemas", (instance) => instance.schemas?.complete],
    ["users", (instance) => instance.organization?.users?.complete],
    ["profiles", (instance) => instance.organization?.groups?.complete],
  ])("%s and no other", async (list, wordOf) => {
    const all = [
      "extAccounts",
      "groups",
      "operators",
      "memberships",
      "packages",
      "schemas",
      "users",
      "profiles",
    ];
    const files = snapshots([
      "extAccounts: []\ngroups: []\noperators: []\npackages: []\nschemas: []\norganization: { users: [], groups: [] }",
      `complete: { ${all.map((key) => `${key}: unknown`).join(", ")} }`,
    ]);
    expect(wordOf(await onlyInstance(files, declare(list)))).toBe("yes");
    const others = all.filter((other) => other !== list);
    expect(wordOf(await onlyInstance(files, declare(...others)))).toBe("unknown");
  });
});

describe("a record that hides what it is", () => {
  test.each<[string, string, Completeness]>([
    ["one that cannot be read", "groups: [ 5 ]", "unknown"],
    ["one without a name", "groups: [ { label: a } ]", "unknown"],
    ["one with an empty name is known to have none", 'groups: [ { name: "" } ]', "yes"],
  ])("%s", async (_name, line, expected) => {
    expect((await onlyInstance(snapshots([line]))).groups?.complete).toBe(expected);
  });

  test("an account without a name hides none", async () => {
    const { extAccounts } = await onlyInstance(snapshots(["extAccounts: [ { label: a } ]"]));
    expect(extAccounts?.complete).toBe("yes");
  });

  test("an account that cannot be read hides one", async () => {
    const { extAccounts } = await onlyInstance(snapshots(["extAccounts: [ 5 ]"]));
    expect(extAccounts).toMatchObject({ complete: "unknown", records: [] });
  });

  test("a list known to lack some stays so", async () => {
    const { groups } = await onlyInstance(snapshots(["groups: [ 5 ]", "complete: { groups: no }"]));
    expect(groups?.complete).toBe("no");
  });
});

describe("records of one name", () => {
  const groupsOf = async (...lists: string[]) => {
    const files = snapshots(...lists.map((list) => [`groups: [ ${list} ]`]));
    return { records: (await onlyInstance(files)).groups?.records, told: await contradictions(files) };
  };

  test("count once, with what each file says", async () => {
    const { records, told } = await groupsOf(
      "{ name: a }, { name: b, label: B }",
      "{ name: a, label: A }, { name: c }",
    );
    expect(records).toEqual([{ name: "a", label: "A" }, { name: "b", label: "B" }, { name: "c" }]);
    expect(told).toEqual([]);
  });

  test("say nothing where they differ, and a third does not settle it", async () => {
    const { records, told } = await groupsOf(
      "{ name: a, label: A }",
      "{ name: a, label: B }",
      "{ name: a, label: B }",
    );
    expect(records).toEqual([{ name: "a", label: undefined }]);
    expect(told).toEqual(["1.yaml: a: label, earlier in 0.yaml", "2.yaml: a: label, earlier in 0.yaml"]);
  });

  test("of one file are one, too", async () => {
    const { records, told } = await groupsOf("{ name: a, label: A }, { name: a, label: B }");
    expect(records).toEqual([{ name: "a", label: undefined }]);
    expect(told).toEqual(["0.yaml: a: label, earlier in 0.yaml"]);
  });

  test("an empty value differs from a filled one", async () => {
    const { records } = await groupsOf("{ name: a, label: A }", '{ name: a, label: "" }');
    expect(records).toEqual([{ name: "a", label: undefined }]);
  });

  test("lists of names are compared without their order", async () => {
    const same = await groupsOf("{ name: a, rights: [x, y] }", "{ name: a, rights: [y, x] }");
    expect(same).toEqual({ records: [{ name: "a", rights: ["x", "y"] }], told: [] });
    const other = await groupsOf("{ name: a, rights: [x, y] }", "{ name: a, rights: [y] }");
    expect(other.told).toHaveLength(1);
  });

  test("are several where the name is empty", async () => {
    const { records, told } = await groupsOf('{ name: "", label: A }', '{ name: "", label: B }');
    expect(records).toHaveLength(2);
    expect(told).toEqual([]);
  });

  test("secrets are compared by their form", async () => {
    const files = (secret: string) =>
      snapshots(
        ["extAccounts: [ { name: a, password: { present: true } } ]"],
        [`extAccounts: [ { name: a, password: ${secret} } ]`],
      );
    expect(await contradictions(files("{ present: true }"))).toEqual([]);
    expect(await contradictions(files('""'))).toEqual(["1.yaml: a: password, earlier in 0.yaml"]);
  });

  test("users are one by their e-mail whatever its case, and two of two identity types", async () => {
    const user = (email: string, type: string) => `{ email: ${email}, type: ${type} }`;
    const files = snapshots(
      [`organization: { users: [ ${user("ana@acme.example", "adobeID")} ] }`],
      [
        `organization: { users: [ ${user("ANA@acme.example", "adobeID")}, ${user("ana@acme.example", "federatedID")} ] }`,
      ],
    );
    const { organization } = await onlyInstance(files);
    expect(organization?.users?.records.map(({ type }) => type)).toEqual(["adobeID", "federatedID"]);
  });

  test("profiles are two of two types or products", async () => {
    const files = snapshots(
      ["organization: { groups: [ { groupName: a, type: PRODUCT_PROFILE, productName: x } ] }"],
      [
        "organization: { groups: [ { groupName: a, type: USER_GROUP }, { groupName: a, type: PRODUCT_PROFILE, productName: y }, { groupName: a, type: PRODUCT_PROFILE, productName: x } ] }",
      ],
    );
    expect((await onlyInstance(files)).organization?.groups?.records).toHaveLength(3);
    expect(await contradictions(files)).toEqual([]);
  });
});

describe("rows of operators in groups", () => {
  const rows = (word: Word, ...names: string[]) => [
    "operators: [ { name: a }, { name: b } ]",
    "groups: [ { name: g } ]",
    `memberships: [ ${names.map((name) => `{ operator: ${name}, group: g }`).join(", ")} ]`,
    ...(word === "silent" ? [] : [`complete: { memberships: ${word} }`]),
  ];

  test.each<[Word[], string | undefined, Completeness]>([
    [["silent"], undefined, "yes"],
    [["yes", "silent"], undefined, "yes"],
    [["yes", "unknown"], undefined, "unknown"],
    [["yes", "no"], undefined, "no"],
    [["unknown", "no"], undefined, "no"],
    [["unknown", "silent"], undefined, "unknown"],
    [["unknown", "unknown"], "memberships", "yes"],
    [["unknown", "no"], "memberships", "no"],
    [["unknown"], "operators", "unknown"],
  ])("of files that say %j, where the config declares %s", async (words, declared, expected) => {
    const files = snapshots(...words.map((word, at) => rows(word, at === 0 ? "a" : "b")));
    const { memberships, operators } = await onlyInstance(files, declared && declare(declared));
    expect(memberships).toBe(expected);
    const second = words.length > 1 ? ["g"] : expected === "yes" ? [] : undefined;
    expect(operators?.records.map(({ groups }) => groups)).toEqual([["g"], second]);
  });

  test.each<[Word, string | undefined]>([
    ["silent", undefined],
    ["yes", undefined],
    ["unknown", undefined],
    ["unknown", "memberships"],
  ])("of which one cannot be read it may be anyone's: %s, declared %s", async (word, declared) => {
    const [operators = "", groups = "", memberships = "", ...complete] = rows(word, "a");
    const files = snapshots([operators, groups, memberships.replace(" ]", ", 5 ]"), ...complete]);
    const instance = await onlyInstance(files, declared && declare(declared));
    expect(instance.memberships).toBe("unknown");
    expect(instance.operators?.records.map((record) => record.groups)).toEqual([["g"], undefined]);
  });
});

describe("sections out of several files", () => {
  const instance = (fields: string) => `imsLint: snapshot/v1\ninstance: { name: acme, ${fields} }\n`;

  test("say what the files say together", async () => {
    const files = {
      "a.yaml": instance("environment: stage"),
      "b.yaml": instance("environment: stage, url: https://a.example"),
    };
    expect(await onlyInstance(files)).toMatchObject({ environment: "stage", url: "https://a.example" });
    expect(await contradictions(files)).toEqual([]);
  });

  test("say nothing where they differ, and a third does not settle it", async () => {
    const files = {
      "a.yaml": instance("environment: stage"),
      "b.yaml": instance("environment: production"),
      "c.yaml": instance("environment: stage"),
    };
    expect((await onlyInstance(files)).environment).toBeUndefined();
    expect(await contradictions(files)).toEqual([
      "b.yaml: instance: environment, earlier in a.yaml",
      "c.yaml: instance: environment, earlier in a.yaml",
    ]);
  });

  test("are compared element by element", async () => {
    const files = snapshots(
      ["serverConf: { web: { a: x, b: y } }"],
      ["serverConf: { web: { a: x, b: z, c: w } }"],
    );
    expect((await onlyInstance(files)).serverConf).toEqual({ web: { a: "x", b: undefined, c: "w" } });
    expect(await contradictions(files)).toEqual(["1.yaml: serverConf: web.b, earlier in 0.yaml"]);
  });
});
