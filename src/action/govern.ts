import * as path from "node:path";
import { findConfig, type Hindrance, NO_CONFIG, type SetUp } from "../config/find.js";
import type { ConfigMistake } from "../config/load.js";
import type { FileSystem } from "../discover/discover.js";
import type { Rule } from "../evaluate/rule.js";
import { type ConfigChange, configChanges } from "./config-changes.js";
import { InputError } from "./input-error.js";

/** Which config governs which state, and what a change would make of it. */
export interface Governing {
  readonly base: SetUp;
  readonly head: SetUp;
  /** What differs between the config of the base and that of the head, whichever governs. */
  readonly changes: readonly ConfigChange[];
  /** Mistakes in a config that does not govern yet. */
  readonly mistakes: readonly ConfigMistake[];
}

export interface GoverningRequest {
  /** As the workflow names it; undefined where it is looked for at the top. */
  readonly stated: string | undefined;
  readonly cwd: string;
  readonly top: string;
  readonly rules: readonly Rule[];
  readonly head: FileSystem;
  /** Of a change that is proposed; undefined of any other, and where there is no base. */
  readonly base: FileSystem | undefined;
  /** Whether what a change brings may govern it. */
  readonly trustsHead: boolean;
}

/**
 * A proposed change does not govern its own check: both states are judged by the config of the base, whatever the head says.
 * Where the workflow trusts the head, each is judged by its own.
 *
 * @throws {InputError} where the config that governs the head cannot be used
 */
export async function readGoverning(request: GoverningRequest): Promise<Governing> {
  const ofHead = await load(request, request.head);
  const ofBase = request.base && (await load(request, request.base));
  // A config that the workflow names can come with the very change that is checked.
  const before = ofBase && isMissing(ofBase) && !isMissing(ofHead) ? NO_CONFIG : ofBase;
  const governing = before && !request.trustsHead ? before : ofHead;
  if ("is" in governing) throw new InputError(hindranceInWords(governing));
  const fatal = governing.mistakes.filter(({ isFatal }) => isFatal);
  if (fatal.length > 0) {
    const of = governing === ofHead ? "" : " of the base";
    const mend =
      governing === ofHead
        ? ""
        : ". It governs until a mended one is merged; trust-head-config: true lets the mended one govern its own check";
    throw new InputError(`The config${of} has mistakes: ${fatal.map(inWords).join("; ")}${mend}`);
  }
  // What is no proposal is judged by one config, whatever it was before.
  const base = before ? usable(before) : governing;
  return {
    base,
    head: governing,
    changes: before ? configChanges(base.config, usable(ofHead).config) : [],
    mistakes: "is" in ofHead || governing === ofHead ? [] : ofHead.mistakes,
  };
}

function isMissing(found: SetUp | Hindrance): boolean {
  return "is" in found && found.is === "unreadable" && found.code === "ENOENT";
}

async function load(
  { stated, cwd, top, rules }: GoverningRequest,
  fs: FileSystem,
): Promise<SetUp | Hindrance> {
  const file = stated === undefined ? undefined : path.resolve(cwd, stated);
  return findConfig({ stated: file, root: top, fs, rules });
}

function usable(found: SetUp | Hindrance | undefined): SetUp {
  return found === undefined || "is" in found || found.mistakes.some(({ isFatal }) => isFatal)
    ? NO_CONFIG
    : found;
}

function hindranceInWords(hindrance: Hindrance): string {
  switch (hindrance.is) {
    case "several":
      return `There are several configs at the top of the repository: ${hindrance.names.join(", ")}. Keep one, or name it with the input config.`;
    case "unreadable":
      return `The config ${path.basename(hindrance.file)} cannot be read (${hindrance.code}).`;
  }
}

function inWords({ path: name, position, message }: ConfigMistake): string {
  return `${name}:${position.line}:${position.column} ${message}`;
}
