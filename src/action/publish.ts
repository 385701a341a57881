import * as core from "@actions/core";
import { renderGithub } from "../report/github.js";
import { renderMarkdown } from "../report/markdown.js";
import { inMarkdown } from "../report/markdown-text.js";
import { renderPretty } from "../report/pretty.js";
import { printable } from "../report/terminal.js";
import { NOTHING_RECOGNISED } from "../report/words.js";
import { sendToCodeScanning } from "./code-scanning.js";
import { commentOn } from "./comment.js";
import { tellConfigMistakes } from "./config-notes.js";
import { writeFiles } from "./files.js";
import type { Log } from "./log.js";
import type { Outcome } from "./outcome.js";
import type { OwnFiles } from "./own-files.js";
import type { Publication } from "./publication.js";
import { shownOf, type Told } from "./shown.js";

/**
 * Tells what was found: files, code scanning, annotations, comment, log, summary, outputs. Log and summary come after
 * the others, as they say what became of them.
 *
 * @returns how the run ends, with what was asked for and could not be done
 */
export async function publish(publication: Publication): Promise<Outcome> {
  const { inputs, log, governing, mask, scope } = publication;
  const shown = await shownOf(publication);
  const files = writeFiles(publication, shown.report);
  const sent = await sendToCodeScanning(publication, files);
  const outcome = sent.hasFailed && publication.outcome === "passed" ? "error" : publication.outcome;
  const told = { ...shown, title: shown.titleOf(outcome), plain: [...shown.plain, ...sent.notes] };
  tellConfigMistakes(governing, mask, log);
  if (outcome === "nothing") log.annotate("error", NOTHING_RECOGNISED);
  if (inputs.annotations) {
    const elsewhere = inputs.summary ? "in the summary of the run" : "in the log of this step";
    const { comparison } = shown;
    const options = { comparison, unchangedCounts: scope === "all", elsewhere, made: log.made };
    log.commands(renderGithub(shown.report, options));
  }
  const plain = [...told.plain, ...(await commentOn(publication, told, outcome))];
  await writeLog({ ...told, plain }, publication);
  if (inputs.summary) await writeSummary(publication, { ...told, plain });
  setOutputs(outputsOf(outcome, publication, files), log);
  return outcome;
}

async function writeLog({ report, title, plain }: Told, { log, states }: Publication): Promise<void> {
  const pretty = await renderPretty(report, {
    color: false,
    links: false,
    width: 120,
    show: new Set(),
    unfold: false,
    quiet: false,
    offersFix: false,
  });
  log.text("Report of ims-lint", [title, ...plain.map(printable), "", pretty].join("\n"));
  if (!core.isDebug()) return;
  for (const { path, why } of states.head.skipped) log.debug(`skipped ${path}: ${why}`);
}

/** The runner takes 1 MiB from a step, and nothing at all of more (docs.github.com, actions: job summaries). */
const MAX_SUMMARY = 1024 * 1024 - 16 * 1024;

async function writeSummary({ scope, log }: Publication, told: Told): Promise<void> {
  const text = renderMarkdown(told.report, {
    budget: MAX_SUMMARY,
    elsewhere: "in the log of this step and in the report-file",
    linkTo: told.linkTo,
    comparison: told.comparison,
    unchangedCounts: scope === "all",
    title: told.title,
    notes: [...told.notes, ...told.plain.map(inMarkdown)],
  });
  try {
    await core.summary.addRaw(text).write({ overwrite: true });
  } catch {
    log.annotate("warning", "The runner gave no file for the summary, or none that can be written to.");
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
    log.annotate("warning", "The runner gave no file for the outputs, or none that can be written to.");
  }
}
