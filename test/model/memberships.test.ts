import { describe, expect, test } from "vitest";
import { giveGroups } from "../../src/model/memberships.js";
import type { Completeness, Listing } from "../../src/model/workspace.js";
import { onlyInstance } from "../support/gather.js";

/** What rows of xtk:operatorGroup give to operators. */

const list = <T>(records: readonly T[], complete: Completeness = "yes"): Listing<T> => ({
  records,
  complete,
});
const operator = (name: string | undefined, groups?: string[]) => ({ name, groups }) as never;
const row = (name: string | undefined, group: string | undefined, type?: string) =>
  ({ operator: name, group, type }) as never;
const groups = (complete: Completeness, ...names: string[]) =>
  list(names.map((name) => ({ name })) as never[], complete);

interface Given {
  readonly operators?: readonly never[];
  readonly rows: readonly never[];
  readonly complete?: Completeness;
  readonly groups?: Listing<never> | undefined;
}

const GROUPS = groups("yes", "delivery", "reports", "workflow");

function give({ operators = [operator("ana")], rows, complete = "yes", ...more }: Given) {
  const given = list<{ groups?: string[] }>(operators as never);
  const known = "groups" in more ? more.groups : GROUPS;
  const { complete: word } = giveGroups(given as never, list(rows, complete), known, "yes");
  return [given.records.map((record) => record.groups), word];
}

describe("rows of operators in groups", () => {
  test.each<[string, Given, (string[] | undefined)[], Completeness]>([
    [
      "give the groups",
      { rows: [row("ana", "delivery"), row("ana", "reports")] },
      [["delivery", "reports"]],
      "yes",
    ],
    ["say a thing once", { rows: [row("ana", "delivery"), row("ana", "delivery")] }, [["delivery"]], "yes"],
    ["that are all leave the others none", { rows: [row("ben", "delivery")] }, [[]], "yes"],
    [
      "that may not be all leave the others unknown",
      { rows: [row("ben", "delivery")], complete: "unknown" },
      [undefined],
      "unknown",
    ],
    [
      "that are cut off leave the others unknown",
      { rows: [row("ben", "delivery")], complete: "no" },
      [undefined],
      "no",
    ],
    [
      "that may not be all give what they say",
      { rows: [row("ana", "delivery")], complete: "unknown" },
      [["delivery"]],
      "unknown",
    ],
    [
      "add to what the operator says itself",
      { operators: [operator("ana", ["reports"])], rows: [row("ana", "delivery"), row("ana", "reports")] },
      [["reports", "delivery"]],
      "yes",
    ],
    [
      "leave what the operator says itself",
      { operators: [operator("ana", ["reports"])], rows: [] },
      [["reports"]],
      "yes",
    ],
    ["without an operator may be anyone's", { rows: [row(undefined, "delivery")] }, [undefined], "unknown"],
    ["with an empty operator may be anyone's", { rows: [row("", "delivery")] }, [undefined], "unknown"],
    [
      "without a group may be of any",
      { rows: [row("ana", undefined), row("ana", "delivery")] },
      [["delivery"]],
      "unknown",
    ],
    [
      "that are not whole and cut off are cut off",
      { rows: [row("ana", "")], complete: "no" },
      [undefined],
      "no",
    ],
    ["of what is no listed group are of a right", { rows: [row("ana", "canEdit")] }, [[]], "yes"],
    [
      "of what is no listed group may be of a group where the groups may not be all",
      { rows: [row("ana", "canEdit")], groups: groups("unknown", "delivery") },
      [undefined],
      "unknown",
    ],
    [
      "of what is no listed group may be of one where no groups are known",
      { rows: [row("ana", "delivery")], groups: undefined },
      [undefined],
      "unknown",
    ],
    [
      "of a right by its type are no group's, whatever the name",
      { rows: [row("ana", "delivery", "2")] },
      [[]],
      "yes",
    ],
    ["of a right by its type need no operator", { rows: [row(undefined, undefined, "2")] }, [[]], "yes"],
    [
      "of a name that rights have too leave all open",
      { rows: [row("ana", "workflow"), row("ana", "delivery")] },
      [undefined],
      "yes",
    ],
    [
      "of such a name leave even what the operator says open",
      { operators: [operator("ana", ["reports"])], rows: [row("ana", "workflow")] },
      [undefined],
      "yes",
    ],
    [
      "of such a name leave the others as they are",
      {
        operators: [operator("ana"), operator("ben")],
        rows: [row("ana", "workflow"), row("ben", "delivery")],
      },
      [undefined, ["delivery"]],
      "yes",
    ],
    [
      "of such a name and the type of a group give it",
      { rows: [row("ana", "workflow", "1")] },
      [["workflow"]],
      "yes",
    ],
    ["give nothing to who has no login", { operators: [operator(undefined)], rows: [] }, [undefined], "yes"],
  ])("%s", (_name, given, expected, complete) => {
    expect(give(given)).toEqual([expected, complete]);
  });

  test.each<Completeness>(["yes", "no", "unknown"])(
    "where there are none, what is stated counts: %s",
    (word) => {
      const operators = list([operator("ana", ["reports"])]);
      expect(giveGroups(operators, undefined, groups("yes"), word).complete).toBe(word);
      expect(giveGroups(undefined, list([row("ana", "delivery")]), groups("yes"), word).complete).toBe(word);
      expect(operators.records).toEqual([{ name: "ana", groups: ["reports"] }]);
    },
  );
});

describe("named rights", () => {
  const rightsOf = (own: string[] | undefined, ...rows: never[]) => {
    const operators = list([{ name: "ana", groups: [], rights: own }]);
    giveGroups(operators as never, list(rows), GROUPS, "yes");
    return operators.records[0]?.rights;
  };

  test("are those that a row calls so, beside the operator's own", () => {
    expect(rightsOf(["export"], row("ana", "sql", "2"), row("ana", "export", "2"))).toEqual([
      "export",
      "sql",
    ]);
    expect(rightsOf(undefined, row("ana", "sql", "2"))).toEqual(["sql"]);
  });

  test("are not told by a row that need not mean one, nor by there being none", () => {
    expect(rightsOf(undefined, row("ana", "workflow"), row("ben", "sql", "2"))).toBeUndefined();
  });

  test("of one record in two instances are each instance's own", () => {
    const own = ["export"];
    expect(rightsOf(own, row("ana", "sql", "2"))).toEqual(["export", "sql"]);
    expect(own).toEqual(["export"]);
  });
});

test("the rows of operators whose groups they leave open are kept", () => {
  const operators = list([operator("ana"), operator("ben")]);
  const rows = [row("ana", "workflow"), row("ben", "delivery"), row("ana", "delivery")];
  const { open } = giveGroups(operators, list(rows), GROUPS, "yes");
  expect([...open]).toEqual([["ana", [rows[0], rows[2]]]]);
});

describe("what is stated of the groups of operators", () => {
  const hand = (...lines: string[]) =>
    `imsLint: snapshot/v1\ninstance: { name: acme }\noperators: [ { name: ana, groups: [] } ]\n${lines.join("\n")}\n`;

  test.each<[string, string[], string | undefined, Completeness]>([
    ["nothing: all are told", [""], undefined, "yes"],
    ["not all", ["complete: { memberships: no }"], undefined, "no"],
    ["not all, whatever the config says", ["complete: { memberships: no }"], "memberships", "no"],
    ["perhaps all", ["complete: { memberships: unknown }"], undefined, "unknown"],
    ["perhaps all, and the config says so", ["complete: { memberships: unknown }"], "memberships", "yes"],
    [
      "perhaps all, and the config speaks of another list",
      ["complete: { memberships: unknown }"],
      "operators",
      "unknown",
    ],
    ["all in one file, perhaps in another", ["", "complete: { memberships: unknown }"], undefined, "unknown"],
    [
      "perhaps in one file, not in another",
      ["complete: { memberships: unknown }", "complete: { memberships: no }"],
      undefined,
      "no",
    ],
  ])("%s", async (_name, lines, declared, expected) => {
    const files = Object.fromEntries(lines.map((line, at) => [`${at}.yaml`, hand(line)]));
    const config = declared && `instances: { acme: { complete: [${declared}] } }`;
    expect((await onlyInstance(files, config)).memberships).toBe(expected);
  });
});
