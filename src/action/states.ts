import * as path from "node:path";
import { rules } from "../../rules/index.js";
import { kindOf } from "../discover/paths.js";
import { type Tracked, trackedFiles } from "../discover/tracked.js";
import type { AcceptedRisks } from "../judge/accept.js";
import { compare } from "../judge/compare.js";
import { suppressedBefore } from "../judge/suppressed-before.js";
import { MAX_BYTES } from "../read/files.js";
import type { Comparison } from "../report/comparison.js";
import { type RunResult, run } from "../run.js";
import type { Base } from "./base.js";
import type { Checkout } from "./checkout.js";
import type { Governing } from "./govern.js";
import type { Inputs } from "./inputs.js";
import type { Place } from "./place.js";

/** What was found, and what became of it since the base. */
export interface States {
  readonly head: RunResult;
  readonly base: RunResult | undefined;
  readonly comparison: Comparison | undefined;
}

export interface StatesRequest {
  readonly inputs: Inputs;
  readonly place: Place;
  readonly checkout: Checkout | undefined;
  readonly base: Base | undefined;
  readonly governing: Governing;
  readonly startedAt: Date;
}

/** Lints the head, and the base where there is one, and holds them against each other. */
export async function lintStates({
  inputs,
  place,
  checkout,
  base,
  governing,
  startedAt,
}: StatesRequest): Promise<States> {
  const { cwd, top, fs } = place;
  const paths = inputs.paths.map((name) => path.resolve(cwd, name));
  const tracked: Tracked | undefined = checkout && trackedFiles(checkout.tracked);
  const common = {
    rules,
    cwd,
    root: top,
    stdin: () => Buffer.alloc(0),
    stdinName: "<stdin>",
    maxBytes: MAX_BYTES,
    failOn: inputs.failOn,
    presets: inputs.presets,
    showPasses: false,
    startedAt,
    asOf: startedAt,
  };
  const lintHead = (suppressible?: AcceptedRisks["suppressible"]) => {
    const ofChange = { suppressible, proposed: governing.proposed };
    return run({ ...common, fs, paths, tracked, config: governing.head, ofChange });
  };
  if (!base) return { head: await lintHead(), base: undefined, comparison: undefined };
  const there = paths.filter((name) => kindOf(name, base.fs) !== "not-there");
  // In git's own tree everything is tracked, whatever a pattern says.
  const before = await run({
    ...common,
    fs: base.fs,
    paths: there,
    tracked: { has: () => true, hasBelow: () => true },
    config: governing.base,
  });
  const head = await lintHead(governing.trustsComments ? undefined : suppressedBefore(before.report));
  const exists = (name: string) =>
    kindOf(path.resolve(top, name), fs) !== "not-there" || isInSubmodule(name, checkout);
  const stated = Object.keys(governing.head.config.instances ?? {});
  return { head, base: before, comparison: compare(before, { ...head, exists, stated }) };
}

/** What lies in a submodule is not gone: it is where nobody looks. */
function isInSubmodule(name: string, checkout: Checkout | undefined): boolean {
  const steps = name.split("/");
  return steps.some((_, at) => checkout?.submodules.has(steps.slice(0, at).join("/")));
}
