import { defineRule } from "../../src/evaluate/rule.js";
import { accountName } from "../../src/model/ims-account.js";

export default defineRule({
  id: "account-enabled",
  control: "3.4",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The IMS external account is enabled",
  why: "Campaign does not use an external account that is not enabled, so nobody can log in with an Adobe ID.",
  remedy: 'Tick "Enabled" in the account. Save in Campaign, restart the server, export again.',
  source: ["campaign-classic.en: installation/using/external-accounts.md"],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
    for (const account of imsAccounts) {
      if (account.active === undefined) {
        verdict.unknown(account, {
          message: "Whether the account is enabled is not in the export.",
          missing: "imsAccountField",
        });
      } else if (account.active) {
        verdict.pass(account);
      } else {
        verdict.fail(account, {
          message: `"Enabled" is not ticked in "${accountName(account)}": Campaign does not use the account, so nobody can log in with an Adobe ID.`,
          at: [account, "active"],
          observed: "false",
          expected: "true",
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: false }
        `,
        at: "false",
      },
      {
        shows: "As Campaign's exports write it",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: "0" }
        `,
        at: '"0"',
      },
      {
        shows: "As a number",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: 0 }
        `,
        at: "0",
      },
      {
        shows: "An empty attribute is false",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: "" }
        `,
        at: '""',
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: true }
        `,
      },
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: "1" }
        `,
      },
    ],
    unknown: [
      {
        shows: "What the field is when it is left out is not public",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
    ],
  },
});
