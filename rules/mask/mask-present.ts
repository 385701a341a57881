import { defineRule } from "../../src/evaluate/rule.js";

export default defineRule({
  id: "mask-present",
  control: "4.1",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The association mask is filled in",
  why: "The mask links the product profiles that people hold to operator groups; without it nobody gets any right.",
  remedy:
    'Set the association mask of the account, such as "Campaign - tenant - (.*)" with your tenant. Save in Campaign, restart the server, export again.',
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
  ],
  needs: ["imsAccounts"],
  check({ imsAccounts, readMask }, verdict) {
    for (const account of imsAccounts) {
      switch (readMask(account.imsRightsMask).state) {
        case "absent":
          verdict.unknown(account, {
            message: "The association mask is not in the export.",
            missing: "imsAccountField",
          });
          break;
        case "empty":
          verdict.fail(account, {
            message: "Association mask is empty: no product profile leads to an operator group.",
            at: [account, "imsRightsMask"],
            observed: "",
            expected: "Campaign - tenant - (.*)",
          });
          break;
        default:
          verdict.pass(account);
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "" }
        `,
        at: '""',
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
      },
      {
        shows: "What the mask holds is for the next rules to judge",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(*)" }
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
