import { defineRule } from "../../src/evaluate/rule.js";
import { IMS_ACCOUNT_NAMES, imsAccountsOf } from "../../src/model/ims-account.js";

export default defineRule({
  id: "account-present",
  control: "3.1",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  title: "The IMS external account is there",
  why: "Campaign reads from this one account how to reach IMS and whom to let in; without it nobody can log in with an Adobe ID.",
  remedy: `Create the external account ${IMS_ACCOUNT_NAMES.join(" or ")} under Administration > Platform > External accounts. Save in Campaign, restart the server, export again.`,
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
  ],
  needs: ["extAccounts"],
  check({ instance, extAccounts }, verdict) {
    if (imsAccountsOf(instance).length > 0) {
      verdict.pass(instance);
    } else if (extAccounts.complete === "yes") {
      verdict.fail(instance, {
        message:
          extAccounts.records.length === 0
            ? "There are no external accounts, so none for IMS: nobody can log in with an Adobe ID."
            : `None of the ${extAccounts.records.length} external accounts is the IMS account: nobody can log in with an Adobe ID.`,
        at: [extAccounts],
        observed: `${extAccounts.records.length} external accounts, none for IMS`,
        expected: IMS_ACCOUNT_NAMES.join(" or "),
      });
    } else {
      verdict.unknown(instance, {
        message: "The exported external accounts hold no IMS account, and the list may not be complete.",
        at: [extAccounts],
        missing: ["extAccounts", "completeness"],
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: defaultPopAccount, type: 3 }
        `,
        at: "extAccounts",
      },
      {
        shows: "An empty list is evidence",
        snapshot: `
          extAccounts: []
        `,
        at: "[]",
      },
    ],
    passes: [
      {
        shows: "Known by its name, or by a field that only this type of account fills",
        snapshot: `
          extAccounts:
            - { name: my_account, imsServer: ims-na1.adobelogin.com }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          groups: []
        `,
      },
      {
        shows: "A list that may not be complete proves no lack",
        snapshot: `
          extAccounts:
            - { name: defaultPopAccount }
          complete: { extAccounts: unknown }
        `,
      },
    ],
  },
});
