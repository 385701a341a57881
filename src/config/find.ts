import type { Buffer } from "node:buffer";
import * as path from "node:path";
import { type FileSystem, relativeTo } from "../discover/discover.js";
import { isWithin, kindOf } from "../discover/paths.js";
import type { Rule } from "../evaluate/rule.js";
import type { Waiver } from "../model/accepted-risk.js";
import { WAIVER_NAMES } from "./config.words.js";
import { CONFIG_NAMES, type LoadedConfig, loadConfig, rulesWith } from "./load.js";

/** A config as it is in force, with the accepted risks, and where they stand. */
export interface SetUp extends LoadedConfig {
  readonly path?: string;
  readonly bytes?: Buffer;
  /** Undefined where there is no file of waivers. */
  readonly waivers?: FoundWaivers;
}

export interface FoundWaivers {
  readonly path: string;
  readonly bytes: Buffer;
  readonly waivers: readonly Waiver[];
}

/** Where there is none. */
export const NO_CONFIG: SetUp = { config: {}, mistakes: [] };

/** Why no config, or no file of waivers, can be read. */
export type Hindrance =
  | { readonly is: "several"; readonly of: "config" | "waivers"; readonly names: readonly string[] }
  | {
      readonly is: "unreadable";
      readonly of: "config" | "waivers";
      readonly file: string;
      readonly code: string;
    }
  | { readonly is: "outside"; readonly of: "waivers"; readonly file: string };

export interface ConfigPlace {
  /** The file that was named, absolute; else the config is looked for at the root. None where it is `false`. */
  readonly stated: string | false | undefined;
  /** The file of waivers that was named, absolute; else the config's, else the one at the root. */
  readonly statedWaivers?: string | false | undefined;
  readonly root: string;
  readonly fs: Pick<FileSystem, "statSync" | "readFileSync">;
  readonly rules: readonly Rule[];
}

/**
 * Reads the config that was named, or the one at the root, and the accepted risks; `NO_CONFIG` where there is neither.
 * Their mistakes are in it.
 */
export async function findConfig(place: ConfigPlace): Promise<SetUp | Hindrance> {
  const { stated, root, rules } = place;
  const found =
    stated === false ? undefined : find(place, { of: "config", names: CONFIG_NAMES, named: stated });
  if (found && "is" in found) return found;
  const loaded = found
    ? { ...(await loadConfig(found.path, found.bytes, rules)), path: found.path, bytes: found.bytes }
    : NO_CONFIG;
  if (place.statedWaivers === false || loaded.mistakes.some(({ isFatal }) => isFatal)) return loaded;
  return withWaivers(loaded, place, root);
}

async function withWaivers(loaded: SetUp, place: ConfigPlace, root: string): Promise<SetUp | Hindrance> {
  const ofConfig = loaded.config.waivers;
  const configured = ofConfig === undefined ? undefined : path.resolve(root, ofConfig);
  if (configured !== undefined && !place.statedWaivers && !isWithin(root, configured)) {
    return { is: "outside", of: "waivers", file: configured };
  }
  const named = place.statedWaivers || configured;
  const found = find(place, { of: "waivers", names: WAIVER_NAMES, named });
  if (!found) return loaded;
  if ("is" in found) return found;
  const { loadWaivers } = await import("./waivers.js");
  const { waivers, mistakes } = await loadWaivers(found.path, found.bytes, rulesWith(place.rules, loaded));
  return { ...loaded, mistakes: [...loaded.mistakes, ...mistakes], waivers: { ...found, waivers } };
}

interface Sought {
  readonly of: "config" | "waivers";
  readonly names: readonly string[];
  readonly named: string | undefined;
}

function find(
  { root, fs }: ConfigPlace,
  { of, names, named }: Sought,
): { readonly path: string; readonly bytes: Buffer } | Hindrance | undefined {
  const present =
    named === undefined
      ? names.map((name) => path.join(root, name)).filter((file) => kindOf(file, fs) !== "not-there")
      : [named];
  if (present.length > 1) return { is: "several", of, names: present.map((file) => path.basename(file)) };
  const [file] = present;
  if (file === undefined) return undefined;
  try {
    return { path: relativeTo(root, file), bytes: fs.readFileSync(file) };
  } catch (error) {
    return { is: "unreadable", of, file, code: (error as NodeJS.ErrnoException).code ?? "" };
  }
}
