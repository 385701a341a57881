#!/usr/bin/env node
import * as fs from "node:fs";
import type { Output } from "./edges.js";
import { main } from "./main.js";

const output = (stream: NodeJS.WriteStream): Output => ({
  write: (text) => void stream.write(text),
  isTTY: stream.isTTY === true,
  columns: stream.columns,
});

// A reader that closes the pipe (head, less) has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

void main({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  fs,
  stdin: () => fs.readFileSync(0),
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  now: () => new Date(),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
