import { defineRule } from "../../src/evaluate/rule.js";
import { accountName } from "../../src/model/ims-account.js";

export default defineRule({
  id: "account-exported",
  control: "3.21",
  level: "should",
  since: "0.1.0",
  subject: "extAccount",
  title: "The IMS external account does not go along in every package",
  why: "Packages carry configuration from one environment to the next; with this account in them, one instance gets the callback server and the association mask of another.",
  remedy:
    'Clear "Automatically exported in packages" in the account. Save in Campaign, restart the server, export again.',
  source: ["campaign-classic.en: installation/using/external-accounts.md"],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
    for (const account of imsAccounts) {
      if (account.packageAutoExport === undefined) {
        verdict.unknown(account, {
          message: "Whether the account is automatically exported in packages is not in the export.",
          missing: "imsAccountField",
        });
      } else if (account.packageAutoExport) {
        verdict.fail(account, {
          message: `"Automatically exported in packages" is ticked in "${accountName(account)}": where such a package is imported, the account there is overwritten with this instance's values.`,
          at: [account, "packageAutoExport"],
          observed: "true",
          expected: "false",
        });
      } else {
        verdict.pass(account);
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, packageAutoExport: true }
        `,
        at: "true",
      },
      {
        shows: "As Campaign's exports write it",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, packageAutoExport: "1" }
        `,
        at: '"1"',
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, packageAutoExport: "false" }
        `,
      },
      {
        shows: "An empty attribute is false",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, packageAutoExport: "" }
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
