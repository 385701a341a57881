import * as fs from "node:fs";
import * as path from "node:path";
import * as core from "@actions/core";
import { rules } from "../../rules/index.js";
import { bugReport } from "../bug-report.js";
import { CONFIG_NAMES } from "../config/load.js";
import { relativeTo } from "../discover/discover.js";
import { peopleMask } from "../judge/mask-people.js";
import { inMarkdown } from "../report/markdown-text.js";
import type { Api } from "./api.js";
import { type Base, type BaseRequest, readBase } from "./base.js";
import { type Checkout, readCheckout } from "./checkout.js";
import { readEvent } from "./event.js";
import { gitAt } from "./git.js";
import { readGoverning } from "./govern.js";
import { BaseUnreachable, InputError } from "./input-error.js";
import { type Inputs, readInputs } from "./inputs.js";
import { logTo } from "./log.js";
import { outcomeOf } from "./outcome.js";
import { findPlace, type Place } from "./place.js";
import { publish, setOutputs } from "./publish.js";
import { lintStates, MAX_BYTES } from "./states.js";

/** The Action: inputs → the same run() as the command line, of the base too → annotations, summary, comment, outputs. */
export async function main(): Promise<void> {
  const log = logTo((text) => process.stdout.write(text));
  try {
    process.exitCode = (await act(log)) ? 0 : 1;
  } catch (error) {
    process.exitCode = 1;
    setOutputs({ outcome: "error" }, log);
    if (error instanceof InputError) {
      log.error(error.message);
      await core.summary
        .addRaw(`## ims-lint: error\n\n${inMarkdown(error.message)}\n`)
        .write()
        .catch(() => undefined);
    } else {
      log.text("A bug of ims-lint", bugReport(error));
      log.error("This is a bug of ims-lint, not of your files; the log of this step says what to report.");
    }
  }
}

/** Whether the run passed. */
async function act(log: ReturnType<typeof logTo>): Promise<boolean> {
  const { env } = process;
  const startedAt = new Date();
  const inputs = readInputs();
  const place = findPlace(env.GITHUB_WORKSPACE, inputs.workingDirectory);
  const event = readEvent(env, payloadOf(env.GITHUB_EVENT_PATH));
  const git = gitAt(place.top, env);
  const checkout = place.isRepository ? readCheckout(git) : undefined;
  const api = connector(inputs.token, event.repository);
  const isProposed = event.change.is === "pull-request" || event.change.is === "merge-group";
  const scope = inputs.failScope ?? (isProposed ? "new" : "all");
  const notes: string[] = [];
  const question = { event, checkout, git, api, place, inputs };
  const base = isProposed || scope === "new" ? await baseOf(question, isProposed, notes) : undefined;
  const governing = await readGoverning({
    stated: inputs.config,
    cwd: place.cwd,
    top: place.top,
    rules,
    head: place.fs,
    base: isProposed ? base?.fs : undefined,
    trustsHead: inputs.trustHeadConfig,
  });
  const states = await lintStates({ inputs, place, checkout, base, governing, startedAt });
  const hasBrokenConfig = governing.mistakes.some(({ isFatal }) => isFatal);
  const outcome = outcomeOf({
    report: states.head.report,
    comparison: states.comparison,
    scope,
    hasBrokenConfig,
  });
  const isMasked = inputs.people === undefined ? event.isPublic : inputs.people === "mask";
  const workspaces = [states.head.workspace, ...(states.base ? [states.base.workspace] : [])];
  const published = await publish({
    inputs,
    place,
    event,
    checkout,
    base,
    governing,
    states,
    scope,
    outcome,
    mask: isMasked ? peopleMask(workspaces) : undefined,
    notes,
    api,
    log,
    startedAt,
    env,
  });
  return published === "passed";
}

function payloadOf(file: string | undefined): string | undefined {
  try {
    return file === undefined ? undefined : fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
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

type BaseQuestion = Omit<BaseRequest, "scope" | "checkout"> & {
  readonly checkout: Checkout | undefined;
  readonly inputs: Inputs;
};

/**
 * The base of a change. Without one, a proposed change could only govern itself, so the run ends there, unless the
 * workflow trusts the head's config; then everything counts as new, which is said.
 */
async function baseOf(
  question: BaseQuestion,
  isProposed: boolean,
  notes: string[],
): Promise<Base | undefined> {
  const { event, checkout, place, inputs } = question;
  try {
    if (!checkout) {
      throw new BaseUnreachable(
        "The working directory is in no git repository, so there is no base to compare with. Run actions/checkout before.",
      );
    }
    const scope = scopeOf(inputs, place);
    const base = await readBase({ ...question, checkout, scope });
    if (!base) notes.push(`There is no state before this ${event.name}, so everything counts as new.`);
    return base;
  } catch (error) {
    if (!(error instanceof BaseUnreachable) || (isProposed && !inputs.trustHeadConfig)) throw error;
    notes.push(`${error.message} Until then everything counts as new.`);
    return undefined;
  }
}

/** What of the base can be asked for: the paths that are linted, and the config. */
function scopeOf(inputs: Inputs, { cwd, top }: Place): BaseRequest["scope"] {
  const config =
    inputs.config === undefined ? CONFIG_NAMES : [relativeTo(top, path.resolve(cwd, inputs.config))];
  return { paths: inputs.paths.map((name) => path.resolve(cwd, name)), files: config, maxBytes: MAX_BYTES };
}
