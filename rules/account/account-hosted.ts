import { defineRule } from "../../src/evaluate/rule.js";
import { imsAccountsOf } from "../../src/model/ims-account.js";

export default defineRule({
  id: "account-hosted",
  control: "3.23",
  level: "info",
  since: "0.1.0",
  subject: "extAccount",
  title: "Where Adobe runs the servers, the IMS external account is left to Adobe",
  why: "On hosted and managed instances Adobe sets this account up, and it must not be modified there.",
  remedy:
    "Change nothing in this account yourself, and ask Adobe to mend what the other rules find in it. What Adobe then does: Save in Campaign, restart the server, export again.",
  source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
  needs: ["extAccounts"],
  check({ instance }, verdict) {
    const accounts = imsAccountsOf(instance);
    const { deployment } = instance;
    if (accounts.length === 0) return;
    if (deployment === undefined) {
      verdict.unknown(instance, {
        message: "Who runs the servers is not stated, so it is not known whether the account is Adobe's.",
        missing: "deployment",
      });
      return;
    }
    for (const account of accounts) {
      if (deployment === "hosted" || deployment === "managed") {
        verdict.review(account, {
          message: `The instance is ${deployment}, so this account is Adobe's: see that nobody changes it, and have Adobe mend what is wrong in it.`,
          at: [account, "name"],
          observed: deployment,
        });
      } else {
        verdict.notApplicable(account, `The deployment is ${deployment}, so the account is yours.`);
      }
    }
  },
  examples: {
    review: [
      {
        snapshot: `
          instance: { deployment: hosted }
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
      {
        snapshot: `
          instance: { deployment: managed }
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          instance: { deployment: on-premise }
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
      {
        shows: "No IMS external account",
        snapshot: `
          instance: { deployment: hosted }
          extAccounts: []
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
      {
        shows: "No external accounts in the export",
        snapshot: `
          instance: { deployment: hosted }
        `,
      },
    ],
  },
});
