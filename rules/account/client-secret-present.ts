import { defineRule } from "../../src/evaluate/rule.js";

export default defineRule({
  id: "client-secret-present",
  control: "3.14",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The IMS client secret is filled in",
  why: "Campaign proves with it to IMS that it is the client it says; without it IMS turns Campaign away.",
  remedy:
    "Enter the IMS client secret that Adobe gave you in the form of the account. Save in Campaign, restart the server, export again.",
  source: [
    "campaign-classic.en: installation/using/external-accounts.md",
    "campaign-classic.en: production/using/duplicating-environments.md",
  ],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
    for (const account of imsAccounts) {
      const { clientSecret } = account;
      if (clientSecret === undefined) {
        verdict.unknown(account, {
          message:
            "Whether the IMS client secret is filled in is not in the export; packages always leave it out.",
          missing: "clientSecret",
        });
      } else if (clientSecret.form === "empty") {
        verdict.fail(account, {
          message: "IMS client secret is empty: IMS turns Campaign away.",
          at: [account, "clientSecret"],
          observed: "empty",
          expected: "a secret",
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
            - { name: Adobe_Experience_Cloud, clientSecret: { present: false } }
        `,
        at: "clientSecret",
      },
      {
        shows: "An empty field",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: "" }
        `,
        at: '""',
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: { present: true, encrypted: true } }
        `,
      },
      {
        shows: "Asterisks stand for a secret",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: "********" }
        `,
      },
    ],
    unknown: [
      {
        shows: "Packages leave it out, so its absence says nothing",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
    ],
  },
});
