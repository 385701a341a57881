import { defineRule } from "../../src/evaluate/rule.js";
import { INTEGRATION_LABELS, integrationInstalled } from "../../src/model/packages.js";

export default defineRule({
  id: "integration-package",
  control: "2.1",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  title: "The package «Integration with the Adobe Experience Cloud» is installed",
  why: "The package brings what login with an Adobe ID needs, the external account first of all.",
  remedy: `Install «${INTEGRATION_LABELS[0]}» on the instance, then list its packages again. Where the console shows the label in another language, list the packages with their ids and state the id of this one as «integrationPackage» in the config.`,
  source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
  needs: ["packages"],
  check({ instance, packages, integrationPackage }, verdict) {
    const installed = integrationInstalled(packages, integrationPackage);
    const total = packages.records.length;
    switch (installed.state) {
      case "yes":
        verdict.pass(instance);
        return;
      case "no":
        verdict.fail(instance, {
          message: `«${INTEGRATION_LABELS[0]}» is not among the installed packages, of which the export lists ${total}: without it nobody can log in with an Adobe ID.`,
          at: [packages],
          observed: `${total} packages`,
          expected: INTEGRATION_LABELS[0],
        });
        return;
      case "unknown":
        verdict.unknown(instance, {
          message:
            installed.undecided > 0
              ? `Whether «${INTEGRATION_LABELS[0]}» is installed is not known: its id is not public, and ${installed.undecided} of ${total} packages have no label that tells.`
              : `«${INTEGRATION_LABELS[0]}» is not among the packages in the export, and the list may not be complete.`,
          at: [packages],
          missing: [
            ...(installed.undecided > 0 ? (["packageLabels"] as const) : []),
            ...(installed.complete === "yes" ? [] : (["packages", "completeness"] as const)),
          ],
        });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          packages:
            - { id: "nms:core", label: Core }
            - { id: "nms:campaign", label: Marketing campaigns (Campaign) }
        `,
        at: "packages",
      },
      {
        shows: "The id is stated in the config, so ids tell",
        snapshot: `
          packages: [ { id: "nms:core" }, { id: "nms:campaign" } ]
        `,
        config: `
          integrationPackage: nms:someId
        `,
      },
      {
        shows: "An empty list is evidence",
        snapshot: `
          packages: []
        `,
        at: "[]",
      },
    ],
    passes: [
      {
        snapshot: `
          packages: [ { label: Integration with the Adobe Experience Cloud } ]
        `,
      },
      {
        shows: "The older name; letter case, «the» and white space do not matter",
        snapshot: `
          packages: [ { label: "integration with  Adobe Marketing Cloud " } ]
        `,
      },
      {
        shows: "By the id that the config states",
        snapshot: `
          packages: [ { id: "nms:someId" } ]
        `,
        config: `
          integrationPackage: nms:someId
        `,
      },
    ],
    unknown: [
      {
        shows: "Listed by id alone, and the id is not public",
        snapshot: `
          packages: [ { id: "nms:core" }, { id: "nms:campaign" } ]
        `,
      },
      {
        shows: "A list that may not be complete proves no lack",
        snapshot: `
          packages: [ { label: Core } ]
          complete: { packages: unknown }
        `,
      },
    ],
  },
});
