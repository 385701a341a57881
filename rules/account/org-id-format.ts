import { defineRule } from "../../src/evaluate/rule.js";
import { isOrganizationId, whatIsOff } from "../../src/model/organization-ids.js";
import { trimSpace } from "../../src/model/white-space.js";

export default defineRule({
  id: "org-id-format",
  control: "3.11",
  level: "must",
  clauses: {
    "non-hex": {
      level: "should",
      what: "The 24 characters are upper-case hexadecimal figures, as in every organization ID that is known",
    },
  },
  since: "0.1.0",
  subject: "extAccount",
  title: "The IMS organization ID has its form",
  why: "With a wrong ID people are sent to another organization, or to none, and nobody can log in.",
  remedy:
    "Copy the organization ID from the Experience Cloud profile or the Admin Console, 24 characters and @AdobeOrg. Save in Campaign, restart the server, export again.",
  fix: "24 characters and @AdobeOrg: without white space around it, with the suffix in its letter case, and hexadecimal figures in upper case. An ID of another length, or with other characters, is left to people.",
  source: ["core-services.en: help/interface/administration/organizations.md"],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
    for (const account of imsAccounts) {
      const { imsOrgId } = account;
      const at = [account, "imsOrgId"] as const;
      if (imsOrgId === undefined) {
        verdict.unknown(account, {
          message: "The IMS organization ID is not in the export.",
          missing: "imsAccountField",
        });
      } else if (imsOrgId === "") {
        verdict.fail(account, {
          message: "IMS organization ID is empty: Campaign does not know whose people to let in.",
          at,
          observed: "",
          expected: "24 characters and @AdobeOrg",
        });
      } else if (!isOrganizationId(imsOrgId)) {
        verdict.fail(account, {
          message: `IMS organization ID "${imsOrgId}" ${whatIsOff(imsOrgId)}: people are sent to another organization, or to none.`,
          at,
          observed: imsOrgId,
          expected: meantId(imsOrgId) ?? "24 characters and @AdobeOrg",
          fix: { at, to: meantId(imsOrgId) },
        });
      } else if (!/^[A-F0-9]{24}@/.test(imsOrgId)) {
        verdict.fail(account, {
          clause: "non-hex",
          message: `IMS organization ID "${imsOrgId}" holds other characters than 0 to 9 and A to F; every organization ID that is known is upper-case hexadecimal.`,
          at,
          observed: imsOrgId,
          expected: meantId(imsOrgId) ?? "24 characters of 0 to 9 and A to F, and @AdobeOrg",
          fix: { at, to: meantId(imsOrgId) },
        });
      } else {
        verdict.pass(account);
      }
    }
  },
  examples: {
    fails: [
      {
        shows: "The suffix is part of the ID",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A }
        `,
        at: "4D5E6F708192A3B49F1C2B3A",
        fixed: "4D5E6F708192A3B49F1C2B3A@AdobeOrg",
      },
      {
        shows: "White space, and the suffix in another letter case",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: "4D5E6F708192A3B49F1C2B3A@adobeorg " }
        `,
        at: '"4D5E6F708192A3B49F1C2B3A@adobeorg "',
        fixed: '"4D5E6F708192A3B49F1C2B3A@AdobeOrg"',
      },
      {
        shows: "23 characters",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3@AdobeOrg }
        `,
        at: "4D5E6F708192A3B49F1C2B3@AdobeOrg",
      },
      {
        shows: "Empty",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: "" }
        `,
        at: '""',
      },
      {
        clause: "non-hex",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4d5e6f708192a3b49f1c2b3a@AdobeOrg }
        `,
        at: "4d5e6f708192a3b49f1c2b3a@AdobeOrg",
        fixed: "4D5E6F708192A3B49F1C2B3A@AdobeOrg",
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
    ],
  },
});

/** The ID in its form, where it is all there. */
function meantId(id: string): string | undefined {
  const [, own] = /^([A-Za-z0-9]{24})(?:@AdobeOrg)?$/i.exec(trimSpace(id)) ?? [];
  if (own === undefined) return undefined;
  const meant = `${/^[A-F0-9]*$/i.test(own) ? own.toUpperCase() : own}@AdobeOrg`;
  return meant === id ? undefined : meant;
}
