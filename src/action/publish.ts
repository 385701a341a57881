import * as core from "@actions/core";
import type { PeopleMask } from "../judge/mask-people.js";
import { renderGithub } from "../report/github.js";
import { renderMarkdown } from "../report/markdown.js";
import { inMarkdown } from "../report/markdown-text.js";
import { renderPretty } from "../report/pretty.js";
import { printable } from "../report/terminal.js";
import type { Api } from "./api.js";
import type { Base } from "./base.js";
import type { Checkout } from "./checkout.js";
import { sendToCodeScanning } from "./code-scanning.js";
import { commentOn } from "./comment.js";
import { tellConfigMistakes } from "./config-notes.js";
import type { Event } from "./event.js";
import { type OwnFiles, writeFiles } from "./files.js";
import type { Governing } from "./govern.js";
import type { FailScope, Inputs } from "./inputs.js";
import type { Log } from "./log.js";
import type { Outcome } from "./outcome.js";
import type { Place } from "./place.js";
import { type Shown, shownOf } from "./shown.js";
import type { States } from "./states.js";

/** Everything that a run found out, and where it can be told. */
export interface Publication {
  readonly inputs: Inputs;
  readonly place: Place;
  readonly event: Event;
  readonly checkout: Checkout | undefined;
  readonly base: Base | undefined;
  readonly governing: Governing;
  readonly states: States;
  readonly scope: FailScope;
  readonly outcome: Outcome;
  /** Undefined where people may be named. */
  readonly mask: PeopleMask | undefined;
  /** What went otherwise than was asked for; plain text. */
  readonly notes: readonly string[];
  /** Undefined without a token. */
  readonly api: (() => Promise<Api>) | undefined;
  readonly log: Log;
  readonly startedAt: Date;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Tells what was found: files, code scanning, annotations, comment, log, summary, outputs. Log and summary come after
 * the others, as they say what became of them.
 *
 * @returns how the run ends, with what was asked for and could not be done
 */
export async function publish(publication: Publication): Promise<Outcome> {
  const { inputs, log, governing, mask } = publication;
  const shown = shownOf(publication);
  const files = writeFiles(publication, shown.report);
  const sent = await sendToCodeScanning(publication, files);
  const outcome = sent.hasFailed && publication.outcome === "passed" ? "error" : publication.outcome;
  const notes = [...publication.notes, ...sent.notes];
  tellConfigMistakes(governing, mask, log);
  if (inputs.annotations) {
    const elsewhere = inputs.summary ? "in the summary of the run" : "in the log of this step";
    const comparison = publication.scope === "new" ? shown.comparison : undefined;
    log.commands(renderGithub(shown.report, { comparison, elsewhere }));
  }
  if (outcome === "nothing") log.error(NOTHING);
  notes.push(...(await commentOn(publication, shown, notes)));
  await writeLog(shown, notes, log);
  if (inputs.summary) await writeSummary(publication, shown, notes);
  setOutputs(outputsOf(outcome, publication, files), log);
  return outcome;
}

const NOTHING =
  "Nothing in the paths is an export that ims-lint reads: a package or JSON of Campaign, serverConf.xml, users and groups of the Admin Console or the User Management API, or a snapshot. docs/exporting.md tells how to get them.";

async function writeLog({ report, title }: Shown, notes: readonly string[], log: Log): Promise<void> {
  const pretty = await renderPretty(report, {
    color: false,
    links: false,
    width: 120,
    show: new Set(),
    unfold: false,
    quiet: false,
  });
  log.text("Report of ims-lint", [title, ...notes.map(printable), "", pretty].join("\n"));
}

/** The runner takes 1 MiB from a step, and nothing at all of more (docs.github.com, actions: job summaries). */
const MAX_SUMMARY = 1024 * 1024 - 16 * 1024;

async function writeSummary(
  { scope, log }: Publication,
  shown: Shown,
  notes: readonly string[],
): Promise<void> {
  const text = renderMarkdown(shown.report, {
    budget: MAX_SUMMARY,
    elsewhere: "in the log of this step and in the report-file",
    linkTo: shown.linkTo,
    comparison: shown.comparison,
    unchangedCounts: scope === "all",
    title: shown.title,
    notes: [...shown.notes, ...notes.map(inMarkdown)],
  });
  try {
    await core.summary.addRaw(text).write({ overwrite: true });
  } catch {
    log.warning("The runner takes no summary of a job: it names no file for it that can be written to.");
  }
}

function outputsOf(
  outcome: Outcome,
  { states }: Publication,
  files: OwnFiles,
): Readonly<Record<string, string | number>> {
  const { summary } = states.head.report;
  const { counts } = states.comparison ?? {};
  return {
    outcome,
    error: summary.error,
    warning: summary.warning,
    note: summary.note,
    pass: summary.pass,
    unknown: summary.unknown,
    "not-applicable": summary.notApplicable,
    review: summary.review,
    waived: summary.waived,
    suppressed: summary.suppressed,
    new: counts?.new ?? "",
    worse: counts?.worse ?? "",
    "no-longer-provable": counts?.unprovable ?? "",
    fixed: counts?.fixed ?? "",
    unchanged: counts?.unchanged ?? "",
    "sarif-file": files.isUploadable ? files.sarifPath : "",
    "report-file": files.reportPath,
  };
}

/** Hands outputs to the runner; where it takes none, the run ends as it would have. */
export function setOutputs(outputs: Readonly<Record<string, string | number>>, log: Log): void {
  try {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  } catch {
    log.warning(
      "The runner takes no outputs of this step: it names no file for them that can be written to.",
    );
  }
}
