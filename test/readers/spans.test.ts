import { describe, expect, test } from "vitest";
import { read } from "../../src/read/data/read.js";
import type { Document, Route } from "../../src/read/document.js";

/** What the spans select: the exact source of a value, quotes included. */

async function documents(text: string, path = "a.yaml"): Promise<readonly Document[]> {
  const result = await read(path, Buffer.from(text));
  if (!result.documents) throw new Error(`${result.unreadable.reason}: ${result.unreadable.detail}`);
  return result.documents;
}

async function selected(text: string, route: Route, path = "a.yaml"): Promise<string | undefined> {
  const [document] = await documents(text, path);
  const [place] = document?.locate([route]) ?? [];
  return place && document?.source.raw.slice(place.value.start, place.value.end);
}

describe("YAML", () => {
  test.each([
    ["plain", "a: {b: http://x.example }\n", ["a", "b"], "http://x.example"],
    [
      "plain to the end of the line",
      "a:\n  b: Campaign - acme - (.*)   # mask\n",
      ["a", "b"],
      "Campaign - acme - (.*)",
    ],
    ["double quoted", 'a: "x\\ty"\n', ["a"], '"x\\ty"'],
    ["single quoted", "a: 'it''s'\n", ["a"], "'it''s'"],
    ["in a flow list", "a: [one, 'two', three]\n", ["a", 1], "'two'"],
    ["in a block list", "a:\n- one\n-   two\n", ["a", 1], "two"],
    ["an anchored value without its anchor", "a: &id 4D5E\nb: *id\n", ["a"], "4D5E"],
    ["an alias", "a: &id 4D5E\nb: *id\n", ["b"], "*id"],
    ["a tagged value without its tag", "a: !!str 010\n", ["a"], "010"],
    ["below an alias, at the anchor", "base: &base { x: 1, y: '2' }\na: *base\n", ["a", "y"], "'2'"],
    ["merged, at its origin", "base: &base\n  x: one\nrec:\n  <<: *base\n  y: two\n", ["rec", "x"], "one"],
    ["merged and overridden", "base: &base { x: one }\nrec: { <<: *base, x: two }\n", ["rec", "x"], "two"],
    [
      "merged from a list, the first wins",
      "p: &p { x: 1 }\nq: &q { x: 2, z: 3 }\nr: { <<: [*p, *q] }\n",
      ["r", "x"],
      "1",
    ],
    [
      "merged from a list, later ones add",
      "p: &p { x: 1 }\nq: &q { x: 2, z: 3 }\nr: { <<: [*p, *q] }\n",
      ["r", "z"],
      "3",
    ],
    ["literal block", "a: |\n  one\n  two\n\nb: 1\n", ["a"], "|\n  one\n  two"],
    ["folded block with a comment", "a: >- # why\n  one\n  two\nb: 1\n", ["a"], ">- # why\n  one\n  two"],
    ["several lines, plain", "a: one\n  two\nb: 1\n", ["a"], "one\n  two"],
    ["CRLF", 'a: 1\r\nb: "two"\r\nc: 3\r\n', ["b"], '"two"'],
    ["after emoji", 'a: "😀😀"\nb: x\n', ["b"], "x"],
    ["emoji in the value", "a: '👩‍👩‍👧 x'\n", ["a"], "'👩‍👩‍👧 x'"],
    ["an explicit key", "? a\n: value\n", ["a"], "value"],
    ["an empty list", "a: [ ]\n", ["a"], "[ ]"],
    ["quoted key", "\"a\": 'b'\n", ["a"], "'b'"],
  ] as const)("%s", async (_name, text, route, expected) => {
    expect(await selected(text, route)).toBe(expected);
  });

  test("a byte-order mark is not counted", async () => {
    const [document] = await documents("\ufeffa: 'x'\n");
    const [place] = document?.locate([["a"]]) ?? [];
    expect(place?.value).toEqual({ start: 3, end: 6 });
    expect(document?.source.position(3)).toEqual({ line: 1, column: 4 });
  });

  test("each document of a file has its own places", async () => {
    const [, second] = await documents("a: 1\n---\na: two\n...\n---\na: 3\n");
    const [place] = second?.locate([["a"]]) ?? [];
    expect(second?.source.position(place?.value.start ?? 0)).toEqual({ line: 3, column: 4 });
  });

  test("an empty value stands at its key", async () => {
    expect(await selected("a:\n  b:\n  c: 1\n", ["a", "b"])).toBe("b");
  });

  test("text stays as it is written", async () => {
    const [document] = await documents("a: 010\nb: 1e3\nc: 7.10\nd: yes\ne: True\nf: ~\ng: 2026-11-20\n");
    expect(document?.value).toEqual({
      a: "010",
      b: "1e3",
      c: "7.10",
      d: "yes",
      e: "True",
      f: null,
      g: "2026-11-20",
    });
  });

  test("a key written twice is told at both places, and counts as not known where the values differ", async () => {
    const [document] = await documents("a: 1\nb: 2\na: 3\nb: 2\n");
    expect(document?.value).toEqual({ a: undefined, b: "2" });
    expect(document?.duplicates).toMatchObject([
      { route: ["a"], earlier: { start: 0, end: 1 }, later: { start: 10, end: 11 }, differs: true },
      { route: ["b"], earlier: { start: 5, end: 6 }, later: { start: 15, end: 16 }, differs: false },
    ]);
  });

  test.each([
    ["a cycle", "a: &a [*a]\n", "syntax"],
    ["an alias without anchor", "a: *nobody\n", "syntax"],
    ["a bomb of aliases", bomb(), "too-many-aliases"],
    ["deep nesting", `${"[".repeat(200)}${"]".repeat(200)}`, "too-deep"],
    ["a tab as indentation", "a:\n\tb: 1\n", "syntax"],
  ])("%s is refused", async (_name, text, reason) => {
    const { unreadable } = await read("a.yaml", Buffer.from(text));
    expect(unreadable?.reason).toBe(reason);
  });

  test("what the parser says is told without the source it quotes", async () => {
    for (const text of [
      "a: *hunter2\n",
      "a: !hunter2!x y\n",
      'password: "hunter2\n',
      "a: [hunter2\n",
      "%TAG !hunter2 x\n---\na: 1\n",
    ]) {
      const { unreadable } = await read("a.yaml", Buffer.from(text));
      expect(unreadable?.detail).not.toBe("");
      expect(JSON.stringify(unreadable)).not.toContain("hunter2");
    }
  });

  test("__proto__ is a key like any other", async () => {
    const [document] = await documents("__proto__: { polluted: yes }\na: 1\n");
    expect(Object.keys(document?.value as object)).toEqual(["__proto__", "a"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("JSON", () => {
  test.each([
    ["text", '{"a": {"b": "x\\"y"}}', ["a", "b"], '"x\\"y"'],
    ["a number", '{"a": [1, 1e3]}', ["a", 1], "1e3"],
    ["an empty list", '{"a": [ ], "b": 1}', ["a"], "[ ]"],
    ["behind a list that is skipped", '{"x": [{"a": [1, 2]}, {}], "b": true}', ["b"], "true"],
    [
      "in the last of several records",
      '{"x": [{"a": 1}, {"a": {"c": 2}}, {"a": "3"}]}',
      ["x", 2, "a"],
      '"3"',
    ],
    ["an escaped key", '{"\\u0061": 1}', ["a"], "1"],
  ] as const)("%s", async (_name, text, route, expected) => {
    expect(await selected(text, route, "a.json")).toBe(expected);
  });

  test("the key is told too", async () => {
    const [document] = await documents('{"a": {"b": [1]}}', "a.json");
    const [place] = document?.locate([["a", "b"]]) ?? [];
    expect(place).toEqual({
      key: { start: 7, end: 10 },
      value: { start: 12, end: 13 },
      extent: { start: 12, end: 15 },
      isCollection: true,
    });
  });

  test("several routes in one pass, those that lead nowhere too", async () => {
    const [document] = await documents('{"a": [{"b": 1}, {"c": 2}]}', "a.json");
    const places = document?.locate([["a", 1, "c"], ["a", 0], ["a", 5], ["z"], ["a", 0, "b"]]);
    expect(
      places?.map((place) => place && document?.source.raw.slice(place.value.start, place.value.end)),
    ).toEqual(["2", "{", undefined, undefined, "1"]);
  });

  test("a key written again and again is told up to a number, and each value is left over once", async () => {
    const text = `{"a":[${Array.from({ length: 30 }, (_, at) => `{"k":0,"k":${at % 2}}`).join(",")}],"b":1${',"b":1'.repeat(50)}}`;
    for (const path of ["a.json", "a.yaml"]) {
      const [document] = await documents(text, path);
      expect(document?.duplicates).toHaveLength(50);
      expect(document?.duplicates.at(-1)).toMatchObject({ route: ["b"], differs: false, more: 30 });
      // Those that differ are left over both, of the others all but the last.
      const starts = document?.leftOver.map(({ span }) => span.start);
      expect(starts).toHaveLength(15 + 30 + 50);
      expect(new Set(starts).size).toBe(95);
    }
  });

  test("what is written twice in a value that counts for nothing is part of it", async () => {
    const [document] = await documents(
      '{"a":{"k":[1],"k":2},"a":{"k":2,"x":{"k":1,"k":3}},"b":1,"b":1}',
      "a.json",
    );
    expect(document?.value).toEqual({ a: undefined, b: 1 });
    expect(document?.duplicates.map(({ route }) => route)).toEqual([["a"], ["b"]]);
    expect(document?.leftOver.map(({ value }) => value)).toEqual([{ k: 2 }, { k: 2, x: { k: 3 } }, 1]);
  });

  test("values are the same in whatever order their keys are written", async () => {
    const [document] = await documents('{"a":{"x":1,"y":[{}]},"a":{"y":[{}],"x":1.0}}', "a.json");
    expect(document?.duplicates).toMatchObject([{ differs: false }]);
    expect(document?.value).toEqual({ a: { x: 1, y: [{}] } });
  });

  test("a key written twice is told, however it is escaped", async () => {
    const text = '{"a": {"x": 1, "\\u0078": 2}, "b": "not \\"x\\": a key", "b": "not \\"x\\": a key"}';
    const [document] = await documents(text, "a.json");
    expect(document?.duplicates.map(({ route, differs }) => [route, differs])).toEqual([
      [["a", "x"], true],
      [["b"], false],
    ]);
    expect(document?.value).toEqual({ a: { x: undefined }, b: 'not "x": a key' });
  });

  test.each([
    ['{"a": 1,}', 8],
    ['{"a": 1 "b": 2}', 8],
    ["{'a': 1}", 1],
    ['{"a": 007}', 7],
    ['{"a": "b\n"}', 6],
    ["{", 1],
  ])("%j is refused in its place", async (text, offset) => {
    const { unreadable } = await read("a.json", Buffer.from(text));
    expect(unreadable).toMatchObject({ reason: "syntax", offset });
    expect(unreadable?.detail).not.toBe("");
  });

  test("nesting without end is refused, not followed", async () => {
    const deep = await read("a.json", Buffer.from(`${"[".repeat(50_000)}${"]".repeat(50_000)}`));
    expect(deep.unreadable?.reason).toBe("too-deep");
    const open = await read("a.json", Buffer.from("[".repeat(200_000)));
    expect(open.unreadable?.reason).toBe("syntax");
  });
});

describe("bytes", () => {
  test("UTF-16 with a byte-order mark, as PowerShell writes it", async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("a: 'é'\n", "utf16le")]);
    const { documents: found } = await read("a.yaml", utf16);
    expect(found?.[0]?.value).toEqual({ a: "é" });
    const swapped = Buffer.from(utf16).swap16();
    expect((await read("a.yaml", swapped)).documents?.[0]?.value).toEqual({ a: "é" });
  });

  test("what is not UTF-8 is refused where it begins", async () => {
    const { unreadable } = await read("a.yaml", Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]));
    expect(unreadable).toMatchObject({ reason: "encoding", offset: 3 });
  });

  test("JSON under a wrong name is read as what it is", async () => {
    expect((await read("export.txt", Buffer.from('{"a": 1}'))).documents?.[0]?.value).toEqual({ a: 1 });
    // Scalars of YAML stay the text they are written as.
    expect((await read("export.txt", Buffer.from("a: 1"))).documents?.[0]?.value).toEqual({ a: "1" });
  });
});

function bomb(): string {
  const levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 9; level++) {
    levels.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(", ")}]`,
    );
  }
  return `${levels.join("\n")}\n`;
}
