import type * as nodeFs from "node:fs";
import type { FileSystem } from "../discover/discover.js";

/** Everything of the world that a command touches. */
export interface Edges {
  /** What follows the program's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly fs: FileSystem &
    Pick<
      typeof nodeFs,
      | "writeFileSync"
      | "mkdirSync"
      // For putting a file in the place of another.
      | "lstatSync"
      | "accessSync"
      | "chmodSync"
      | "chownSync"
      | "renameSync"
      | "rmSync"
    >;
  /** Standard input, whole. */
  readonly stdin: () => Buffer;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly now: () => Date;
}

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width of the terminal. */
  readonly columns: number | undefined;
}

export const COMMAND_NAMES = [
  "check",
  "trace",
  "rules",
  "explain",
  "config",
  "schema",
  "init",
  "convert",
] as const;

/** What the person typed cannot be done; shown without a trace. */
export class UsageError extends Error {
  readonly code = "IMS_LINT_USAGE";
}
