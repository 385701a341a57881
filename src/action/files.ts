import * as fs from "node:fs";
import { mkdtempSync } from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { version } from "../../package.json";
import { realOf } from "../discover/paths.js";
import { renderJson } from "../report/json.js";
import type { Report } from "../report/report.js";
import { renderSarif } from "../report/sarif.js";
import { writeOwn } from "./place.js";
import type { Publication } from "./publish.js";

/** The files of a run. */
export interface OwnFiles {
  readonly reportPath: string;
  readonly sarifPath: string;
  readonly sarif: string;
  /** Of what could not be read, or is no export, code scanning would close the alerts. */
  readonly isUploadable: boolean;
}

/** Writes the report and the SARIF file: where the workflow says, else in the runner's folder for what is temporary. */
export function writeFiles({ inputs, place, env, states }: Publication, report: Report): OwnFiles {
  const temporary = realOf(env.RUNNER_TEMP ?? os.tmpdir(), fs);
  const own = mkdtempSync(path.join(temporary, "ims-lint-"));
  const taken = new Set(states.head.report.inputs.map(({ file }) => path.resolve(place.top, file.name)));
  const folders = [place.workspace, temporary];
  const reportPath = path.join(own, "report.json");
  writeOwn(reportPath, renderJson(report, version), { input: "report-file", folders, taken });
  const sarif = renderSarif(report, version, inputs.category);
  const sarifPath =
    inputs.sarifFile === undefined
      ? path.join(own, "ims-lint.sarif")
      : path.resolve(place.cwd, inputs.sarifFile);
  writeOwn(sarifPath, sarif, { input: "sarif-file", folders, taken });
  return { reportPath, sarifPath, sarif, isUploadable: report.complete && report.inputs.length > 0 };
}
