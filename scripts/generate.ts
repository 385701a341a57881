import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { docFiles } from "./docs.js";
import { schemaFiles } from "./schemas.js";

/** Writes everything that is made from the schemas and the rules; a test asserts that it is fresh. */
async function generate(): Promise<void> {
  const files = new Map([...schemaFiles(), ...(await docFiles())]);
  for (const folder of MADE_WHOLE) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (!files.has(path.posix.join(folder, name))) rmSync(path.join(folder, name));
    }
  }
  for (const [file, content] of files) writeFileSync(file, content);
}

/** Folders in which nothing is written by hand. */
const MADE_WHOLE = ["schemas", "docs/rules"];

void generate();
