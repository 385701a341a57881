import { defineRule } from "../../src/evaluate/rule.js";
import { trimSpace } from "../../src/model/white-space.js";

export default defineRule({
  id: "callback-https",
  control: "3.7",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  securitySeverity: "7.5",
  title: "The callback server is an https address",
  why: "IMS sends people back to the callback server with their session; it refuses any address that does not start with https://, and over http the session could be read on the way.",
  remedy:
    "Set the callback server of the account to the instance's https access URL. Save in Campaign, restart the server, export again.",
  source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
    for (const account of imsAccounts) {
      const { callbackServer } = account;
      if (callbackServer === undefined) {
        verdict.unknown(account, {
          message: "The callback server is not in the export.",
          missing: "imsAccountField",
        });
      } else if (callbackServer === "") {
        verdict.fail(account, {
          message: "Callback server is empty: IMS does not know where to send people back to.",
          at: [account, "callbackServer"],
          observed: "",
          expected: "https://…",
        });
      } else if (!/^https:/i.test(trimSpace(callbackServer))) {
        verdict.fail(account, {
          message: `Callback server "${callbackServer}" is not https: IMS refuses to send people back to it.`,
          at: [account, "callbackServer"],
          observed: callbackServer,
          expected: "https://…",
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
            - name: Adobe_Experience_Cloud
              callbackServer: "http://acme.campaign.example.com"
        `,
        at: '"http://acme.campaign.example.com"',
      },
      {
        shows: "An empty field",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "" }
        `,
        at: '""',
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              callbackServer: https://acme.campaign.example.com
        `,
      },
      {
        shows: "Letter case of the scheme does not matter",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "HTTPS://acme.campaign.example.com" }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
        `,
      },
    ],
  },
});
