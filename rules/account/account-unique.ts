import { defineRule } from "../../src/evaluate/rule.js";
import { accountName } from "../../src/model/ims-account.js";

export default defineRule({
  id: "account-unique",
  control: "3.2",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "There is one IMS external account only",
  why: "Campaign expects a single account of this type; with several, nobody can say which of them decides who is let in.",
  remedy:
    "Delete every IMS external account but the one that is in use. Save in Campaign, restart the server, export again.",
  source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
  needs: ["imsAccounts"],
  check({ instance, imsAccounts }, verdict) {
    const [first, ...extra] = imsAccounts;
    if (!first) return;
    for (const account of extra) {
      verdict.fail(account, {
        message: `"${accountName(account)}" is one more IMS external account beside "${accountName(first)}": it is not sure which of them Campaign uses.`,
        at: [account, "name"],
        observed: `${imsAccounts.length} IMS external accounts`,
        expected: "1",
        related: [{ at: [first, "name"], message: `The first is "${accountName(first)}".` }],
      });
    }
    if (extra.length > 0) return;
    if (instance.extAccounts?.complete === "yes") {
      verdict.pass(first);
    } else {
      verdict.unknown(first, {
        message: `"${accountName(first)}" is the only IMS account in the export, but the list of external accounts may not be complete.`,
        missing: ["extAccounts", "completeness"],
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: ims-na1.adobelogin.com }
            - { name: Adobe_Marketing_Cloud, imsServer: ims-na1.adobelogin.com }
        `,
        at: "Adobe_Marketing_Cloud",
      },
      {
        shows: "Two are too many, whether or not there are more",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
            - { name: copy, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg, active: "0" }
          complete: { extAccounts: no }
        `,
        at: "copy",
      },
    ],
    passes: [
      {
        shows: "Accounts of other types do not count",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
            - { name: defaultPopAccount, type: 3 }
        `,
      },
    ],
    unknown: [
      {
        shows: "Where the list may not be complete, there may be one more",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
          complete: { extAccounts: unknown }
        `,
      },
      {
        shows: "No account at all is the matter of account-present",
        snapshot: `
          extAccounts: []
        `,
      },
    ],
  },
});
