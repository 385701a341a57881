import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { version } from "../../package.json";
import { realOf } from "../discover/paths.js";
import { renderJson } from "../report/json.js";
import type { Report } from "../report/report.js";
import { renderSarif } from "../report/sarif.js";
import { type OwnFiles, writeOwn } from "./own-files.js";
import type { Publication } from "./publication.js";

/** Writes the report and the SARIF file: where the workflow says, else in the runner's folder for what is temporary. */
export function writeFiles(
  { inputs, place, env, states }: Pick<Publication, "inputs" | "place" | "env" | "states">,
  report: Report,
): OwnFiles {
  const temporary = realOf(env.RUNNER_TEMP ?? os.tmpdir(), fs);
  const own = fs.mkdtempSync(path.join(temporary, "ims-lint-"));
  const taken = new Set(states.head.report.inputs.map(({ file }) => path.resolve(place.top, file.name)));
  const folders = [place.workspace, temporary];
  const reportPath = path.join(own, "report.json");
  writeOwn(reportPath, renderJson(report, version), { input: "report-file", folders, taken });
  const sarif = renderSarif(report, version, { automationId: inputs.category, withAccepted: false });
  const sarifPath =
    inputs.sarifFile === undefined
      ? path.join(own, "ims-lint.sarif")
      : path.resolve(place.cwd, inputs.sarifFile);
  writeOwn(sarifPath, sarif, { input: "sarif-file", folders, taken });
  return { reportPath, sarifPath, sarif, isUploadable: report.complete && report.inputs.length > 0 };
}
