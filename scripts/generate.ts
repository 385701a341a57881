import { mkdirSync, writeFileSync } from "node:fs";
import { schemaFiles } from "./schemas.js";

/** Writes everything that is made from the schemas and the rules. A test asserts that it is fresh. */
mkdirSync("schemas", { recursive: true });
for (const [path, content] of schemaFiles()) writeFileSync(path, content);
