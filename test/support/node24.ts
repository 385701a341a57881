import { existsSync } from "node:fs";
import * as path from "node:path";

/** A Node that can run the Action: the running one from Node 24 on, else the one that is installed in test/node24. */
export const node24: string = find();

function find(): string {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const name = process.platform === "win32" ? "node.exe" : "node";
  const installed = path.resolve("test/node24/node_modules", `node-${platform}`, "bin", name);
  if (existsSync(installed)) return installed;
  throw new Error(
    `The Action runs on Node 24, and this is ${process.version}. Run npm ci --prefix test/node24; where that brings no Node for ${platform}, run the tests with Node 24.`,
  );
}
