import { execFileSync } from "node:child_process";

/** Before the tests: brings the Node that runs the Action, where the running one is older and it is not there yet. */
import("../test/support/node24.js").catch(() => {
  execFileSync("npm", ["ci", "--prefix", "test/node24"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
});
