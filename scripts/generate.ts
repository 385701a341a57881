import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { docFiles } from "./docs.js";
import { schemaFiles } from "./schemas.js";

/** Folders that hold nothing else. */
const MADE_WHOLLY = ["schemas", "docs/rules"];

/** Writes everything that is made from the schemas and the rules; a test asserts that it is fresh. */
async function generate(): Promise<void> {
  const files = new Map([...schemaFiles(), ...(await docFiles())]);
  for (const folder of MADE_WHOLLY) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (!files.has(path.posix.join(folder, name))) rmSync(path.join(folder, name));
    }
  }
  for (const [file, content] of files) writeFileSync(file, content);
}

void generate();
