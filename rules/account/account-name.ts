import { defineRule } from "../../src/evaluate/rule.js";
import { IMS_ACCOUNT_NAMES } from "../../src/model/ims-account.js";

export default defineRule({
  id: "account-name",
  control: "3.3",
  level: "should",
  since: "0.1.0",
  subject: "extAccount",
  title: "The IMS external account has the internal name that Adobe gives it",
  why: "Adobe's instructions, and people who help with the login, look for the account under this name.",
  remedy: `Set the internal name of the account to ${IMS_ACCOUNT_NAMES.join(" or ")}. Save in Campaign, restart the server, export again.`,
  source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
    const names: readonly string[] = IMS_ACCOUNT_NAMES;
    for (const account of imsAccounts) {
      const { name } = account;
      if (name === undefined) {
        verdict.unknown(account, {
          message: "The internal name of the IMS external account is not in the export.",
          missing: "imsAccountField",
        });
      } else if (names.includes(name)) {
        verdict.pass(account);
      } else {
        verdict.fail(account, {
          message:
            name === ""
              ? "Internal name of the IMS external account is empty, so it is not found under the name that Adobe's instructions give."
              : `Internal name "${name}" of the IMS external account is neither ${names.join(" nor ")}, under which Adobe's instructions look for it.`,
          at: [account, "name"],
          observed: name,
          expected: names.join(" or "),
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: IMS, imsServer: ims-na1.adobelogin.com }
        `,
        at: "IMS",
      },
      {
        shows: "Letter case counts in internal names",
        snapshot: `
          extAccounts:
            - { name: adobe_experience_cloud, imsServer: ims-na1.adobelogin.com }
        `,
        at: "adobe_experience_cloud",
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Marketing_Cloud }
        `,
      },
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          extAccounts:
            - { label: MAC, imsServer: ims-na1.adobelogin.com }
        `,
      },
    ],
  },
});
