import { defineRule } from "../../src/evaluate/rule.js";
import { imsAccountsOf } from "../../src/model/ims-account.js";
import { type IdStatement, idWithoutForm, organizationIdsOf } from "../../src/model/organization-ids.js";
import { attributesAt } from "../../src/model/server-settings.js";
import type { Instance } from "../../src/model/workspace.js";

export default defineRule({
  id: "org-id-consistent",
  control: "3.12",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  title: "Account, server configuration and organization name the same IMS organization ID",
  why: "People are looked for in the organization that the account names; if that is not the one they are in, nobody can log in.",
  remedy:
    "Copy the organization ID from the Experience Cloud profile or the Admin Console to every place that differs. Save in Campaign, restart the server, export again.",
  source: [
    "core-services.en: help/interface/administration/organizations.md",
    "campaign-classic.en: installation/using/the-server-configuration-file.md",
  ],
  needs: [],
  check({ instance }, verdict) {
    const statements = organizationIdsOf(instance);
    const [first, ...others] = statements;
    if (!first || others.length === 0) {
      const emptyAt = imsAccountsOf(instance).find((account) => account.imsOrgId === "");
      verdict.unknown(instance, {
        message: first
          ? `The IMS organization ID is stated in one place only, ${first.where}: there is nothing to compare it to.`
          : "The IMS organization ID is stated nowhere.",
        at: first?.at,
        // Whichever statement stands first, it is one question.
        property: "",
        missing: missingFrom(instance),
        because: emptyAt
          ? { rule: "org-id-format", subject: emptyAt }
          : instance.organization?.id === ""
            ? { rule: "organization-known", subject: instance.organization }
            : undefined,
      });
    } else if (others.every(({ id }) => id === first.id)) {
      verdict.pass(instance);
    } else {
      const shown = statements.map(({ where, id }) => `"${id}" in ${where}`);
      verdict.fail(instance, {
        message: `The IMS organization IDs differ: ${shown.join(", ")}. People of one organization cannot log in to another.`,
        at: first.at,
        property: "",
        observed: shown.join(", "),
        expected: "the same ID everywhere",
        values: Object.fromEntries(statements.map(({ where, id }) => [where, id])),
        related: others.map(({ at, where, id }) => ({ at, message: `"${id}" in ${where}.` })),
        causedBy: causeOf(instance, statements),
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
          organization: { id: 0A1B2C3D4E5F60718293A4B5@AdobeOrg }
        `,
        at: "4D5E6F708192A3B49F1C2B3A@AdobeOrg",
      },
      {
        shows: "Without the account, the other two are compared",
        snapshot: `
          serverConf: { web: { redirection: { IMSOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } } }
          organization: { id: 0A1B2C3D4E5F60718293A4B5@AdobeOrg }
        `,
        at: "4D5E6F708192A3B49F1C2B3A@AdobeOrg",
      },
      {
        shows: "Every character counts; where only the form differs, this follows from org-id-format",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4d5e6f708192a3b49f1c2b3a@AdobeOrg }
          organization: { id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
        at: "4d5e6f708192a3b49f1c2b3a@AdobeOrg",
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
          organization: { id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
      },
      {
        shows: "What is empty states nothing",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
          serverConf: { web: { redirection: { IMSOrgId: "" } } }
          organization: { id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
      },
    ],
    unknown: [
      {
        shows: "One statement has nothing to be compared to",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
      },
      {
        shows: "None",
        snapshot: `
          groups: []
        `,
      },
    ],
  },
});

/** The IDs are one and the same but for the form of an account's: org-id-format reports that already. */
function causeOf(instance: Instance, statements: readonly IdStatement[]) {
  if (new Set(statements.map(({ id }) => idWithoutForm(id))).size > 1) return undefined;
  const subject = imsAccountsOf(instance).find(
    ({ imsOrgId }) => imsOrgId && !/^[A-F0-9]{24}@AdobeOrg$/.test(imsOrgId),
  );
  return subject && { rule: "org-id-format", subject };
}

/** What would state an ID and does not. */
function missingFrom(instance: Instance) {
  const { extAccounts, organization, serverConf } = instance;
  const missing: ("extAccounts" | "imsAccountField" | "organization" | "serverConf")[] = [];
  if (!extAccounts) missing.push("extAccounts");
  else if (imsAccountsOf(instance).some(({ imsOrgId }) => imsOrgId === undefined))
    missing.push("imsAccountField");
  if (organization?.id === undefined) missing.push("organization");
  if (!serverConf || !statesRedirectionId(serverConf)) missing.push("serverConf");
  return missing;
}

function statesRedirectionId(serverConf: NonNullable<Instance["serverConf"]>): boolean {
  return attributesAt(serverConf, ["web", "redirection"], "IMSOrgId").some(({ text }) => text !== "");
}
