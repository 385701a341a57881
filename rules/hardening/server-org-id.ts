import { defineRule } from "../../src/evaluate/rule.js";
import { isOrganizationId, whatIsOff } from "../../src/model/organization-ids.js";
import { attributesAt } from "../../src/model/server-settings.js";

export default defineRule({
  id: "server-org-id",
  control: "7.10",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  title: "The organization ID on the server has its form",
  why: "With a wrong ID the server speaks for another organization, or for none; an empty one in the instance's own file hides what serverConf.xml says.",
  remedy:
    "Write the organization ID, 24 characters and @AdobeOrg, as IMSOrgId of web/redirection, or take the empty attribute out of config-<instance>.xml so that serverConf.xml counts. Restart the server, export again.",
  source: [
    "campaign-classic.en: installation/using/the-server-configuration-file.md",
    "campaign-classic.en: integrations/using/pipeline-troubleshooting.md",
  ],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const stated = attributesAt(serverConf, PATH, "IMSOrgId");
    const own = instance.ownServerConf && attributesAt(instance.ownServerConf, PATH, "IMSOrgId");
    const isOwn = own !== undefined && own.length > 0;
    const wrong = stated.find(({ text }) => text !== "" && !isOrganizationId(text));
    const empty = stated.find(({ text }) => text === "");
    if (wrong) {
      verdict.fail(instance, {
        message: `IMSOrgId of web/redirection "${wrong.text}" ${whatIsOff(wrong.text)}: the server speaks for another organization, or for none. Copy the ID from the Admin Console.`,
        at: [serverConf, ...wrong.route],
        property: "IMSOrgId",
        observed: wrong.text,
        expected: "24 characters and @AdobeOrg",
      });
    } else if (stated.length === 0) {
      verdict.unknown(instance, {
        message:
          "The export does not state IMSOrgId of web/redirection. The documented default is empty, but ims-lint takes no default for evidence: write the organization ID into the configuration, and export again.",
        at: [serverConf],
        property: "IMSOrgId",
        missing: "serverAttributes",
      });
    } else if (!empty) {
      verdict.pass(instance);
    } else if (isOwn) {
      verdict.fail(instance, {
        message:
          "IMSOrgId of web/redirection is empty in the instance's own configuration: that hides what serverConf.xml says, and the server knows no organization. Write the organization ID, or take the attribute out.",
        at: [serverConf, ...empty.route],
        property: "IMSOrgId",
        observed: "",
        expected: "24 characters and @AdobeOrg",
      });
    } else {
      verdict.unknown(instance, {
        message: `IMSOrgId of web/redirection is empty in serverConf.xml, as it comes, and ${own ? "the instance's own file does not set it: whether this server needs one is not public" : "config-<instance>.xml, which can set it, is not in the export"}.`,
        at: [serverConf, ...empty.route],
        property: "IMSOrgId",
        ...(own ? {} : { missing: "serverConf" as const }),
      });
    }
  },
  examples: {
    fails: [
      {
        shows: "Empty in the instance's own words",
        snapshot: `
          serverConf: { web: { redirection: { IMSOrgId: "" } } }
        `,
        at: '""',
      },
      {
        shows: "The suffix is part of the ID",
        snapshot: `
          serverConf: { web: { redirection: { IMSOrgId: 4D5E6F708192A3B49F1C2B3A } } }
        `,
        at: "4D5E6F708192A3B49F1C2B3A",
      },
    ],
    passes: [
      {
        snapshot: `
          serverConf: { web: { redirection: { IMSOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } } }
        `,
      },
    ],
    unknown: [
      {
        shows: "A default is no evidence",
        snapshot: `
          serverConf: { web: { redirection: {} } }
        `,
      },
    ],
  },
});

const PATH = ["web", "redirection"];
