#!/usr/bin/env node
import * as fs from "node:fs";
import type { Output } from "./edges.js";
import { main } from "./main.js";

/**
 * A standard stream. Node's own streams take a while to make, so files and pipes are written to directly; a terminal,
 * or a pipe that is full, is left to them.
 */
function output(descriptor: 1 | 2, stream: () => NodeJS.WriteStream): Output {
  const isDevice = fs.fstatSync(descriptor, { bigint: false }).isCharacterDevice();
  let isStream = isDevice;
  return {
    write(text) {
      const bytes = Buffer.from(text);
      let written = 0;
      try {
        while (!isStream && written < bytes.length) written += fs.writeSync(descriptor, bytes, written);
      } catch (error) {
        // A reader that closes the pipe (head, less) has seen enough.
        if ((error as NodeJS.ErrnoException).code === "EPIPE") process.exit();
        if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
        isStream = true;
      }
      if (isStream) stream().write(bytes.subarray(written));
    },
    get isTTY() {
      return isDevice && stream().isTTY === true;
    },
    get columns() {
      return isDevice ? stream().columns : undefined;
    },
  };
}

const quitOnClosedPipe = (stream: NodeJS.WriteStream) => {
  if (stream.listenerCount("error") === 0) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  }
  return stream;
};

void main({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  fs,
  stdin: () => fs.readFileSync(0),
  stdout: output(1, () => quitOnClosedPipe(process.stdout)),
  stderr: output(2, () => quitOnClosedPipe(process.stderr)),
  now: () => new Date(),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
