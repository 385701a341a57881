import { expect, test } from "vitest";
import { peopleMask } from "../../src/judge/mask-people.js";
import { lintFiles } from "../support/lint.js";

/** Who is named in the place of an operator, and is none. */

test("logins that only the server configuration or the config names are masked", async () => {
  const snapshot = `imsLint: snapshot/v1
operators: [ { name: jane, authenticationType: "" } ]
complete: { operators: unknown }
serverConf:
  shared:
    imsConfig:
      nonIMSAuthnAPI:
        disableAPI: true
        allowOperator: [ { name: admin }, { name: "rsmith|kdoe" }, { name: jane } ]
`;
  const config = "instances: { prod: { technicalOperators: [lmiller] } }";
  const { report, workspace } = await lintFiles({ "prod.yaml": snapshot }, { config });
  const words = (results: typeof report.results) =>
    JSON.stringify(
      results
        .filter(({ rule }) => rule.control.startsWith("6."))
        .map(({ subject, message, observed, expected, relatedLocations }) => [
          subject.name,
          message,
          observed,
          expected,
          relatedLocations.map((related) => related.message),
        ]),
    );
  const masked = words(peopleMask([workspace]).report(report).results);
  for (const name of ["jane", "rsmith", "kdoe", "lmiller"]) {
    expect(words(report.results)).toContain(name);
    expect(masked).not.toContain(name);
  }
  expect(masked).toContain("aemserver");
});
