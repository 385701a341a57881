import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineHashes } from "../../src/report/line-hash.js";

/** Hashes of every line, as github/codeql-action publishes them in src/fingerprints.test.ts. */
const GREETINGS = [
  "e9496ae3ebfced30:1",
  "fb7c023a8b9ccb3f:1",
  "ce8ba1a563dcdaca:1",
  "e20e36e16fcb0cc8:1",
  "b3edc88f2938467e:1",
  "c8e28b0b4002a3a0:1",
  "c129715d7a2bc9a3:1",
];
const PUBLISHED: readonly (readonly [text: string, hashes: readonly string[]])[] = [
  ["", ["c129715d7a2bc9a3:1"]],
  [
    " a\nb\n  \t\tc\n d",
    ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
  ],
  [
    " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
    [
      "8b7cf3e952e7aeb2:1",
      "b1ae1287ec4718d9:1",
      "bff680108adb0fcc:1",
      "c6805c5e1288b612:1",
      "b86d3392aea1be30:1",
      "e6ceba753e1a442:1",
    ],
  ],
  [" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETINGS],
  [" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", GREETINGS],
  [" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETINGS],
  [" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", GREETINGS],
  [
    "Lorem ipsum dolor sit amet.\n".repeat(10),
    [
      "a7f2ff13bc495cf2:1",
      "a7f2ff13bc495cf2:2",
      "a7f2ff13bc495cf2:3",
      "a7f2ff13bc495cf2:4",
      "a7f2ff13bc495cf2:5",
      "a7f2ff13bc495cf2:6",
      "a7f2ff1481e87703:1",
      "a9cf91f7bbf1862b:1",
      "55ec222b86bcae53:1",
      "cc97dc7b1d7d8f7b:1",
      "c129715d7a2bc9a3:1",
    ],
  ],
  [
    "x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n",
    [
      "e54938cc54b302f1:1",
      "bb609acbe9138d60:1",
      "1131fd5871777f34:1",
      "5c482a0f8b35ea28:1",
      "54517377da7028d2:1",
      "2c644846cb18d53e:1",
      "f1b89f20de0d133:1",
      "c129715d7a2bc9a3:1",
    ],
  ],
];

describe("lineHashes", () => {
  test.each(PUBLISHED)("agrees with the published hashes of %j", (text, hashes) => {
    expect([...allOf(text)]).toEqual(hashes.map((hash, index) => [index + 1, hash]));
  });

  test("gives a line alone the hash it has among all", () => {
    for (const [text, hashes] of PUBLISHED) {
      hashes.forEach((hash, index) => {
        expect([...lineHashes(text, new Set([index + 1]))]).toEqual([[index + 1, hash]]);
      });
    }
  });

  test("agrees with the definition for any text", () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            "\n",
            "\r",
            "\r\n",
            " ",
            "\t",
            "a",
            "name: x\n",
            "\ud83d\ude00",
            "\ud800",
            "\ufeff",
            "\u2028",
          ),
          fc.string({ unit: "binary" }),
          fc.constantFrom("z".repeat(99), "z".repeat(100), "\uffff".repeat(250), "same\n".repeat(40)),
        ),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (any) => {
        expect([...allOf(any).values()]).toEqual(byDefinition(any));
      }),
      { numRuns: 1000 },
    );
  });

  test("has none for lines beyond the end, and none where none is asked for", () => {
    expect(lineHashes("a\nb", new Set([3, 0]))).toEqual(new Map());
    expect(lineHashes("a\nb", new Set())).toEqual(new Map());
  });

  test("takes a hundred thousand wanted lines", () => {
    const text = "- { name: jane }\n".repeat(200_000);
    const wanted = new Set(Array.from({ length: 150_000 }, (_, index) => index + 1));
    expect(lineHashes(text, wanted).get(150_000)).toMatch(/:150000$/);
  });
});

function allOf(text: string): Map<number, string> {
  return lineHashes(text, new Set(text.split(/\r\n|\r|\n/).map((_, index) => index + 1)));
}

/** The same, slowly: each line's hundred units, summed up with integers of any size. */
function byDefinition(text: string): string[] {
  const units: number[] = [];
  const starts: number[] = [0];
  // A carriage return and a line feed are one line end only where nothing, not even a blank, is between them.
  const plain = text.replace(/\r\n?/g, "\n").replace(/[ \t]/g, "");
  for (let at = 0; at < plain.length; at++) {
    units.push(plain.charCodeAt(at));
    if (plain[at] === "\n") starts.push(at + 1);
  }
  units.push(0xffff);
  const counts = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let at = start; at < start + 100; at++) hash = (hash * 37n + BigInt(units[at] ?? 0)) % 2n ** 64n;
    const digits = hash.toString(16);
    counts.set(digits, (counts.get(digits) ?? 0) + 1);
    return `${digits}:${counts.get(digits)}`;
  });
}
