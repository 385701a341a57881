import type { Buffer } from "node:buffer";
import * as path from "node:path";
import { type FileSystem, relativeTo } from "../discover/discover.js";
import { kindOf } from "../discover/paths.js";
import type { Rule } from "../evaluate/rule.js";

import { CONFIG_NAMES, type LoadedConfig, loadConfig } from "./load.js";

/** A config as it is in force, and where it stands. */
export interface SetUp extends LoadedConfig {
  readonly path?: string;
  readonly bytes?: Buffer;
}

/** Where there is none. */
export const NO_CONFIG: SetUp = { config: {}, mistakes: [] };

/** Why no config can be read. */
export type Hindrance =
  | { readonly is: "several"; readonly names: readonly string[] }
  | { readonly is: "unreadable"; readonly file: string; readonly code: string };

export interface ConfigPlace {
  /** The file that was named, absolute; else the config is looked for at the root. */
  readonly stated: string | undefined;
  readonly root: string;
  readonly fs: Pick<FileSystem, "statSync" | "readFileSync">;
  readonly rules: readonly Rule[];
}

/** Reads the config that was named, or the one at the root; `NO_CONFIG` where there is none. Its mistakes are in it. */
export async function findConfig(place: ConfigPlace): Promise<SetUp | Hindrance> {
  const { stated, root, fs, rules } = place;
  const present = stated === undefined ? namesAt(place) : [stated];
  if (present.length > 1) return { is: "several", names: present.map((file) => path.basename(file)) };
  const [file] = present;
  if (file === undefined) return NO_CONFIG;
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    return { is: "unreadable", file, code: (error as NodeJS.ErrnoException).code ?? "" };
  }
  const name = relativeTo(root, file);
  return { ...(await loadConfig(name, bytes, rules)), path: name, bytes };
}

function namesAt({ root, fs }: ConfigPlace): string[] {
  return CONFIG_NAMES.map((name) => path.join(root, name)).filter((file) => kindOf(file, fs) !== "not-there");
}
