import * as realFs from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FileSystem } from "../../src/discover/discover.js";
import { readHead } from "../../src/discover/head.js";
import { memoryFs } from "../../src/discover/memory.js";

/** Files in memory behave as those on a disk do. */

const files = { "a/one.txt": "Grüße", "a/b/two.bin": "\0\u0001\u0002", empty: "" };
const links = {
  file: "a/one.txt",
  "a/folder": "b",
  "a/b/up": "..",
  chain: "a/folder/two.bin",
  gone: "nowhere",
  loop: "loop",
};
let folder = "";

beforeAll(() => {
  folder = realFs.realpathSync(realFs.mkdtempSync(path.join(tmpdir(), "ims-lint-memory-")));
  for (const [name, content] of Object.entries(files)) {
    realFs.mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    realFs.writeFileSync(path.join(folder, name), content);
  }
  // Windows lets few people make links.
  if (process.platform === "win32") return;
  for (const [name, target] of Object.entries(links)) realFs.symlinkSync(target, path.join(folder, name));
});
afterAll(() => realFs.rmSync(folder, { recursive: true, force: true }));

const outcome = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};

describe
  .runIf(process.platform !== "win32")
  .each([
    "",
    "a",
    "a/one.txt",
    "empty",
    "file",
    "chain",
    "a/folder",
    "a/folder/two.bin",
    "a/b/up/b/up/one.txt",
    "gone",
    "loop",
    "missing",
    "a/missing",
  ])("«%s»", (name) => {
  const look = (fs: FileSystem) => {
    const at = path.join(folder, name);
    return {
      stat: outcome(() => {
        const stats = fs.statSync(at);
        return [stats.isFile(), stats.isDirectory(), stats.isFile() && stats.size];
      }),
      real: outcome(() => fs.realpathSync(at)),
      entries: outcome(() =>
        fs
          .readdirSync(at, { withFileTypes: true })
          .map((entry) => [entry.name, entry.isFile(), entry.isDirectory(), entry.isSymbolicLink()].join())
          .sort(),
      ),
      isThere: outcome(() => fs.statSync(at, { throwIfNoEntry: false }) !== undefined),
    };
  };

  test("is the same as on disk", () => {
    const memory = memoryFs({
      ...Object.fromEntries(Object.entries(files).map(([at, content]) => [`${folder}/${at}`, content])),
      ...Object.fromEntries(Object.entries(links).map(([at, link]) => [`${folder}/${at}`, { link }])),
    });
    expect(look(memory)).toEqual(look(realFs));
  });
});

describe("the head of a file", () => {
  const memory = memoryFs({ "/a": "abcdef", "/link": { link: "a" }, "/empty": "" });

  test.each([
    ["/a", 3, "abc"],
    ["/a", 6, "abcdef"],
    ["/a", 100, "abcdef"],
    ["/link", 2, "ab"],
    ["/empty", 10, ""],
  ])("%s, %i bytes", (name, bytes, expected) => {
    expect(readHead(memory, name, bytes).toString()).toBe(expected);
    const onDisk = path.join(folder, "head");
    realFs.writeFileSync(onDisk, memory.readFileSync(name));
    expect(readHead(realFs, onDisk, bytes).toString()).toBe(expected);
  });

  test("is read on where a read gives less than was asked for", () => {
    const slow = {
      ...memory,
      readSync: (file: number, target: Uint8Array, offset: number) =>
        memory.readSync(file, target, offset, 1, null),
    } as FileSystem;
    expect(readHead(slow, "/a", 4).toString()).toBe("abcd");
  });

  test("leaves no file open, even if reading fails", () => {
    const open = new Set<number>();
    const failing = {
      ...memory,
      openSync: (name: string) => {
        const file = memory.openSync(name, "r");
        open.add(file);
        return file;
      },
      readSync: () => {
        throw new Error("EIO");
      },
      closeSync: (file: number) => open.delete(file),
    } as unknown as FileSystem;
    expect(() => readHead(failing, "/a", 4)).toThrow("EIO");
    expect(open.size).toBe(0);
    expect(() => readHead(memory, "/missing", 4)).toThrow("ENOENT");
  });
});

describe("a file that lies elsewhere", () => {
  test("is read when it is asked for, and not before", () => {
    let reads = 0;
    const read = () => {
      reads += 1;
      return Buffer.from("content");
    };
    const fs = memoryFs({ "/a/b": { size: 7, read } });
    expect(fs.statSync("/a/b").size).toBe(7);
    expect(fs.readdirSync("/a")).toHaveLength(1);
    expect(reads).toBe(0);
    expect(fs.readFileSync("/a/b").toString()).toBe("content");
    expect(readHead(fs, "/a/b", 3).toString()).toBe("con");
    expect(reads).toBe(2);
  });
});

test("a hundred thousand files are known without a look at each", () => {
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`/a/${at % 100}/${at}`, ""]));
  const fs = memoryFs(many);
  for (let at = 0; at < 100_000; at++) fs.statSync(`/a/${at % 100}`);
  expect(fs.readdirSync("/a")).toHaveLength(100);
});
