import * as fs from "node:fs";
import * as path from "node:path";
import { afterAll, expect, test } from "vitest";
import { confinedTo } from "../../src/action/confine.js";
import { removeRepositories, temporaryFolder } from "../support/repository.js";

/** Files of the workspace, and no others. */

afterAll(removeRepositories);

test("what leads out of the folder cannot be read, looked at or opened", () => {
  const outside = temporaryFolder();
  fs.writeFileSync(path.join(outside, "secret"), "x");
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, "in"));
  fs.writeFileSync(path.join(folder, "in/file"), "y");
  fs.symlinkSync(outside, path.join(folder, "out"));
  fs.symlinkSync("in/file", path.join(folder, "link"));
  fs.symlinkSync("nowhere", path.join(folder, "dead"));
  const confined = confinedTo(folder, fs);
  for (const name of [
    `${folder}/out/secret`,
    `${folder}/../${path.basename(outside)}/secret`,
    `${folder}-x`,
    "/",
  ]) {
    const denied = name.endsWith("-x") ? /ENOENT/ : /leads out of the workspace/;
    expect(() => confined.readFileSync(name), name).toThrow(denied);
    expect(() => confined.openSync(name, "r"), name).toThrow(denied);
    expect(() => confined.statSync(name), name).toThrow(denied);
    expect(() => confined.readdirSync(name), name).toThrow(denied);
  }
  expect(confined.readFileSync(`${folder}/link`, "utf8")).toBe("y");
  expect(confined.readFileSync(`${folder}/in/../in/file`, "utf8")).toBe("y");
  expect(confined.statSync(`${folder}/dead`, { throwIfNoEntry: false })).toBeUndefined();
  expect(confined.readdirSync(folder).sort()).toEqual(["dead", "in", "link", "out"]);
});
