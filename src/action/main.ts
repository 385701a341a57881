import * as path from "node:path";
import * as core from "@actions/core";
import { rules } from "../../rules/index.js";
import { bugReport } from "../bug-report.js";
import { WAIVER_NAMES } from "../config/config.words.js";
import { findConfig } from "../config/find.js";
import { CONFIG_NAMES } from "../config/load.js";
import { relativeTo } from "../discover/discover.js";
import { peopleMask } from "../judge/mask-people.js";
import { MAX_BYTES } from "../read/files.js";
import { inMarkdown } from "../report/markdown-text.js";
import type { Api } from "./api.js";
import { type Base, type BaseRequest, readBase } from "./base.js";
import { type Checkout, readCheckout } from "./checkout.js";
import { commentOnError } from "./comment.js";
import { readEvent } from "./event.js";
import { type Git, gitAt } from "./git.js";
import { readGoverning } from "./govern.js";
import { BaseUnreachable, InputError } from "./input-error.js";
import { type Inputs, readInputs } from "./inputs.js";
import { type Log, logTo } from "./log.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { findPlace, type Place } from "./place.js";
import type { Channels } from "./publication.js";
import { publish, setOutputs } from "./publish.js";
import { lintStates } from "./states.js";

/** The Action: inputs → the same run() as the command line, of the base too → annotations, summary, comment, outputs. */
export async function main(): Promise<void> {
  const log = logTo((text) => process.stdout.write(text));
  let channels: Channels | undefined;
  try {
    channels = channelsOf(log);
    process.exitCode = (await act(channels)) === "passed" ? 0 : 1;
  } catch (error) {
    process.exitCode = 1;
    setOutputs({ outcome: "error" }, log);
    if (error instanceof InputError) await tellError(error.message, channels, log);
    else {
      log.text("A bug of ims-lint", bugReport(error));
      const message =
        "This is a bug of ims-lint, not of your files; the log of this step says what to report.";
      log.annotate("error", message);
    }
  }
}

function channelsOf(log: Log): Channels {
  const { env } = process;
  const inputs = readInputs();
  const event = readEvent(env);
  return { inputs, event, api: connector(inputs.token, event.repository), log, env };
}

async function act(channels: Channels): Promise<Outcome> {
  const { inputs, event, env } = channels;
  const startedAt = new Date();
  const place = findPlace(env.GITHUB_WORKSPACE, inputs.workingDirectory);
  const git = gitAt(place.top, env);
  const checkout = place.isRepository && git ? readCheckout(git) : undefined;
  const isProposed = event.change.is === "pull-request" || event.change.is === "merge-group";
  const scope = inputs.failScope ?? (isProposed ? "new" : "all");
  const notes: string[] = [];
  const question = { ...channels, checkout, git, place };
  const base = isProposed || scope === "new" ? await baseOf(question, isProposed, notes) : undefined;
  const governing = await readGoverning({
    stated: inputs.config,
    cwd: place.cwd,
    top: place.top,
    rules,
    head: place.fs,
    base: isProposed ? base?.fs : undefined,
    isTracked: (name) => checkout?.tracked.has(name) === true,
    trustsHead: inputs.trustHeadConfig,
  });
  const states = await lintStates({ inputs, place, checkout, base, governing, startedAt });
  const { head, comparison } = states;
  const hasBrokenConfig = governing.unusable !== undefined;
  const outcome = outcomeOf({ report: head.report, comparison, scope, hasBrokenConfig });
  const workspaces = [head.workspace, ...(states.base ? [states.base.workspace] : [])];
  const mask = isMasked(channels) ? peopleMask(workspaces) : undefined;
  const found = { place, checkout, base, governing, states, scope, outcome, mask, notes, startedAt };
  return publish({ ...channels, ...found });
}

function isMasked({ inputs, event }: Channels): boolean {
  return inputs.people === undefined ? event.isPublic : inputs.people === "mask";
}

/** Why the run could not be done, wherever it can be told. */
async function tellError(said: string, channels: Channels | undefined, log: Log): Promise<void> {
  const message = !channels || isMasked(channels) ? peopleMask([]).text(said) : said;
  log.annotate("error", message);
  if (channels && !channels.inputs.summary) return;
  const text = `## ims-lint: error\n\n${inMarkdown(message)}\n`;
  await core.summary
    .addRaw(text)
    .write()
    .catch(() => undefined);
  if (channels) await commentOnError(channels, message);
}

/** GitHub's API, loaded when something is asked of it; undefined without a token. */
function connector(token: string, repository: string): (() => Promise<Api>) | undefined {
  if (token === "" || repository === "") return undefined;
  let api: Promise<Api> | undefined;
  return () => {
    api ??= import("./connect.js").then(({ connect }) => connect(token, repository));
    return api;
  };
}

interface BaseQuestion extends Channels {
  readonly checkout: Checkout | undefined;
  readonly git: Git | undefined;
  readonly place: Place;
}

/**
 * The base of a change. Without one, a proposed change could only govern itself, so the run ends there, unless the
 * workflow trusts the head's config; then everything counts as new, which is said.
 */
async function baseOf(
  question: BaseQuestion,
  isProposed: boolean,
  notes: string[],
): Promise<Base | undefined> {
  const { event, checkout, git, place, inputs } = question;
  try {
    if (!git)
      throw new BaseUnreachable("There is no git on this machine, so there is no base to compare with.");
    if (!checkout && place.isRepository) {
      throw new BaseUnreachable(
        "What is checked out has no commit, or git cannot read it, so there is no base to compare with.",
      );
    }
    if (!checkout) {
      throw new BaseUnreachable(
        "The working directory is in no git repository, so there is no base to compare with. Run actions/checkout before.",
      );
    }
    const base = await readBase({ ...question, checkout, git, scope: linted(inputs, place) });
    if (!base) notes.push(`There is no state before this ${event.name}, so everything counts as new.`);
    return base;
  } catch (error) {
    if (!(error instanceof BaseUnreachable) || (isProposed && !inputs.trustHeadConfig)) throw error;
    notes.push(`${error.message} Until then everything counts as new.`);
    return undefined;
  }
}

/** What of the base can be asked for: the paths that are linted, the config and the file of waivers. */
function linted(inputs: Inputs, { cwd, top }: Place): BaseRequest["scope"] {
  const config =
    inputs.config === undefined ? CONFIG_NAMES : [relativeTo(top, path.resolve(cwd, inputs.config))];
  return {
    paths: inputs.paths.map((name) => path.resolve(cwd, name)),
    files: [...config, ...WAIVER_NAMES],
    async namedBy(base) {
      const stated = inputs.config === undefined ? undefined : path.resolve(cwd, inputs.config);
      const found = await findConfig({ stated, statedWaivers: false, root: top, fs: base, rules });
      const named = "is" in found ? undefined : found.config.waivers;
      return named === undefined ? [] : [relativeTo(top, path.resolve(top, named))];
    },
    maxBytes: MAX_BYTES,
  };
}
