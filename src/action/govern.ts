import * as path from "node:path";
import { findConfig, type Hindrance, NO_CONFIG, type SetUp } from "../config/find.js";
import type { ConfigMistake } from "../config/load.js";
import { type FileSystem, relativeTo } from "../discover/discover.js";
import { isWithin } from "../discover/paths.js";
import type { Rule } from "../evaluate/rule.js";
import type { Waiver } from "../model/accepted-risk.js";
import { type ConfigChange, configChanges } from "./config-changes.js";
import { InputError } from "./input-error.js";

/** Which config governs which state, and what a change would make of it. */
export interface Governing {
  readonly base: SetUp;
  readonly head: SetUp;
  /** Whether comments in the head's own files may accept findings that the base has not accepted. */
  readonly trustsComments: boolean;
  /** The waivers as the change leaves them, where others govern. */
  readonly proposed: readonly Waiver[] | undefined;
  /** What differs between the config of the base and that of the head, whichever governs. */
  readonly changes: readonly ConfigChange[];
  /** Mistakes in a config that does not govern yet. */
  readonly mistakes: readonly ConfigMistake[];
  /** Why the config that a change brings could not be used once it is merged; plain text. */
  readonly unusable: string | undefined;
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
  /** Whether git tracks a file, by its name from the top. */
  readonly isTracked: (name: string) => boolean;
  /** Whether what a change brings may govern it. */
  readonly trustsHead: boolean;
}

/**
 * A proposed change does not govern its own check: both states are judged by the config of the base, whatever the head
 * says. Where the workflow trusts the head, each is judged by its own. A config that is not of this repository, as it lies
 * elsewhere or git does not track it, is the workflow's, which no change brings: it governs both.
 *
 * @throws {InputError} where the config that governs the head cannot be used
 */
export async function readGoverning(request: GoverningRequest): Promise<Governing> {
  const ofHead = await load(request, request.head);
  const before = await loadBefore(request);
  const governing = before && !request.trustsHead ? before : ofHead;
  const isOfBase = governing !== ofHead;
  const unusable = whyUnusable(governing, isOfBase ? " of the base" : "");
  if (unusable !== undefined) throw new InputError(isOfBase ? `${unusable} ${MEND_IN_BASE}` : unusable);
  const head = usable(governing);
  const unusableAfter = isOfBase ? whyUnusable(ofHead, "") : undefined;
  return {
    // What is no proposal is judged by one config, whatever it was before.
    base: before ? usable(before) : head,
    head,
    proposed: isOfBase && unusableAfter === undefined ? (usable(ofHead).waivers?.waivers ?? []) : undefined,
    trustsComments: request.trustsHead || request.base === undefined,
    changes: before ? configChanges(usable(before), usable(ofHead)) : [],
    mistakes: isOfBase && !("is" in ofHead) ? ofHead.mistakes : [],
    unusable: unusableAfter,
  };
}

/** The config of the base; undefined where the change cannot have brought the one that is there. */
async function loadBefore(request: GoverningRequest): Promise<SetUp | Hindrance | undefined> {
  const { stated, cwd, top, base, isTracked } = request;
  if (!base) return undefined;
  const ofBase = await load(request, base);
  if (stated === undefined || !isMissing(ofBase)) return ofBase;
  const file = path.resolve(cwd, stated);
  if (!isWithin(top, file) || !isTracked(relativeTo(top, file))) return undefined;
  // A config that the workflow names can come with the very change that is checked.
  return findConfig({ stated: false, root: top, fs: base, rules: request.rules });
}

async function load(
  { stated, cwd, top, rules }: GoverningRequest,
  fs: FileSystem,
): Promise<SetUp | Hindrance> {
  const file = stated === undefined ? undefined : path.resolve(cwd, stated);
  return findConfig({ stated: file, root: top, fs, rules });
}

function isMissing(found: SetUp | Hindrance): boolean {
  return "is" in found && found.is === "unreadable" && found.of === "config" && found.code === "ENOENT";
}

function usable(found: SetUp | Hindrance): SetUp {
  return "is" in found || whyUnusable(found, "") !== undefined ? NO_CONFIG : found;
}

const MEND_IN_BASE =
  "It governs until a mended one is merged; trust-head-config: true lets the mended one govern its own check.";

/** Why a config cannot be used, in sentences; `of` says whose it is. */
function whyUnusable(found: SetUp | Hindrance, of: string): string | undefined {
  if ("is" in found) return hindranceInWords(found, of);
  const fatal = found.mistakes.filter(({ isFatal }) => isFatal);
  return fatal.length > 0 ? `The config${of} has mistakes: ${fatal.map(inWords).join(" ")}` : undefined;
}

function hindranceInWords(hindrance: Hindrance, of: string): string {
  switch (hindrance.is) {
    case "several": {
      const files = hindrance.of === "config" ? "configs" : "files of waivers";
      const name = hindrance.of === "config" ? ", or name it with the input config" : "";
      return `There are several ${files} at the top of the repository${of}: ${hindrance.names.join(", ")}. Keep one${name}.`;
    }
    case "unreadable": {
      const what = hindrance.of === "config" ? "config" : "file of waivers";
      return `The ${what} ${path.basename(hindrance.file)}${of} cannot be read (${hindrance.code}).`;
    }
    case "outside":
      return `The config${of} names the file of waivers ${path.basename(hindrance.file)} outside of the repository.`;
  }
}

function inWords({ path: name, position, message }: ConfigMistake): string {
  return `${name}:${position.line}:${position.column} ${message}`;
}
