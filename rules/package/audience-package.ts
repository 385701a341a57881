import { defineRule } from "../../src/evaluate/rule.js";
import {
  AUDIENCE_LABELS,
  audienceInstalled,
  INTEGRATION_LABELS,
  integrationInstalled,
} from "../../src/model/packages.js";

export default defineRule({
  id: "audience-package",
  control: "2.2",
  level: "info",
  since: "0.1.0",
  subject: "instance",
  title: "The package that shares audiences has the integration package beside it",
  why: "Sharing audiences requires IMS, which comes with the integration package.",
  remedy: `Install «${INTEGRATION_LABELS[0]}» as well, then list the packages again.`,
  source: [
    "campaign-classic.en: installation/using/installing-campaign-standard-packages.md",
    "campaign-classic.en: integrations/using/configuring-ims.md",
  ],
  needs: ["packages"],
  check({ instance, packages, integrationPackage }, verdict) {
    const audience = audienceInstalled(packages);
    const integration = integrationInstalled(packages, integrationPackage);
    const rule = "integration-package";
    if (audience.state === "no") {
      verdict.notApplicable(instance, `«${AUDIENCE_LABELS[0]}» is not installed.`);
    } else if (integration.state === "yes") {
      verdict.pass(instance);
    } else if (audience.state === "unknown") {
      verdict.unknown(instance, {
        message: `The packages in the export do not tell whether «${AUDIENCE_LABELS[0]}» is installed.`,
        at: [packages],
        missing: audience.undecided > 0 ? "packageLabels" : ["packages", "completeness"],
      });
    } else if (integration.state === "unknown") {
      verdict.unknown(instance, {
        message: `«${AUDIENCE_LABELS[0]}» is installed; whether «${INTEGRATION_LABELS[0]}» is, the packages do not tell.`,
        at: [packages],
        because: { rule },
      });
    } else {
      verdict.fail(instance, {
        message: `«${AUDIENCE_LABELS[0]}» is installed without «${INTEGRATION_LABELS[0]}»: sharing audiences requires IMS.`,
        at: [packages],
        causedBy: { rule },
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          packages:
            - { label: Core }
            - { label: Adobe Experience Cloud Shared Audiences Integration }
        `,
        at: "packages",
      },
    ],
    passes: [
      {
        snapshot: `
          packages:
            - { label: Integration with Adobe Experience Cloud }
            - { label: Adobe Experience Cloud Shared Audiences Integration }
        `,
      },
    ],
    unknown: [
      {
        shows: "One of the packages that are listed by id alone may be the integration package",
        snapshot: `
          packages:
            - { id: "nms:core" }
            - { label: Adobe Experience Cloud Shared Audiences Integration }
        `,
      },
      {
        shows: "Listed by id alone",
        snapshot: `
          packages: [ { id: "nms:core" } ]
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          packages: [ { label: Core } ]
        `,
      },
    ],
  },
});
