import { defineRule, type Verdicts } from "../../src/evaluate/rule.js";
import { accessUrlOf, endpointOf } from "../../src/model/access-url.js";
import type { ExtAccount } from "../../src/model/snapshot.schema.js";
import { type Address, readAddress } from "../../src/model/url.js";
import type { Instance } from "../../src/model/workspace.js";

export default defineRule({
  id: "callback-matches-instance",
  control: "3.9",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The callback server is the instance's own address",
  why: "After the login, IMS sends people back to the callback server; if that is not this instance, they end up at another one or at adobe.com.",
  remedy:
    "Set the callback server of the account to the instance's https access URL. Save in Campaign, restart the server, export again.",
  source: [
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    "campaign-classic.en: installation/using/configuring-campaign-options.md",
  ],
  needs: ["imsAccounts"],
  check({ instance, imsAccounts }, verdict) {
    for (const account of imsAccounts) {
      const { callbackServer } = account;
      const at = [account, "callbackServer"] as const;
      const callback = readAddress(callbackServer ?? "");
      if (callbackServer === undefined) {
        verdict.unknown(account, {
          message: "The callback server is not in the export.",
          missing: "imsAccountField",
        });
      } else if (callback) {
        compare({ account, instance, callback }, verdict);
      } else if (callbackServer === "") {
        verdict.unknown(account, {
          message: "Callback server is empty.",
          at,
          because: { rule: "callback-https", subject: account },
        });
      } else {
        verdict.unknown(account, {
          message: `Callback server "${callbackServer}" names no host that can be compared.`,
          at,
          because: { rule: "callback-url", subject: account },
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          instance: { url: "https://acme.campaign.example.com" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme-stage.campaign.example.com" }
        `,
        at: '"https://acme-stage.campaign.example.com"',
      },
      {
        shows: "Another port",
        snapshot: `
          instance: { url: "https://acme.campaign.example.com:8443" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
        at: '"https://acme.campaign.example.com"',
      },
      {
        shows: "The URL of the config goes before the snapshot's",
        config: `{ instances: { prod: { url: "https://acme.campaign.example.com" } } }`,
        snapshot: `
          instance: { name: prod, url: "https://other.campaign.example.com" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://other.campaign.example.com" }
        `,
      },
    ],
    passes: [
      {
        shows: "Letter case, the default port and the path do not matter",
        snapshot: `
          instance: { url: "https://acme.campaign.example.com/view/home" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://ACME.campaign.example.com:443" }
        `,
      },
      {
        shows: "A port that is not written counts as 443, whatever the scheme",
        snapshot: `
          instance: { url: acme.campaign.example.com }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "http://acme.campaign.example.com" }
        `,
      },
      {
        shows: "The option NmsServer_URL says the same",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
          options: { NmsServer_URL: "https://acme.campaign.example.com" }
        `,
      },
    ],
    unknown: [
      {
        shows: "No address of the instance is known",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
      },
      {
        shows: "The callback server is not in the export",
        snapshot: `
          instance: { url: "https://acme.campaign.example.com" }
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
      {
        shows: "Empty: callback-https fails",
        snapshot: `
          instance: { url: "https://acme.campaign.example.com" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "" }
        `,
      },
      {
        shows: "No host: callback-url fails",
        snapshot: `
          instance: { url: "https://acme.campaign.example.com" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https:acme.campaign.example.com" }
        `,
      },
      {
        shows: "The access URL cannot be read",
        snapshot: `
          instance: { url: "https://" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
      },
    ],
    review: [
      {
        shows: "The public web server may be another host than the access URL",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
          options: { NmsServer_URL: "https://t.acme.example.com" }
        `,
      },
    ],
  },
});

interface Pair {
  readonly account: ExtAccount;
  readonly instance: Instance;
  readonly callback: Address;
}

function compare({ account, instance, callback }: Pair, verdict: Verdicts): void {
  const { options } = instance;
  const access = accessUrlOf(instance);
  const at = [account, "callbackServer"] as const;
  if (!access) {
    verdict.unknown(account, {
      message: "The instance's access URL is not stated, so the callback server cannot be compared to it.",
      at,
      missing: "url",
    });
    return;
  }
  if (!access.address) {
    verdict.unknown(account, {
      message: `The instance's ${access.from === "option" ? "option NmsServer_URL" : "access URL"} "${access.text}" is no URL with a host, so the callback server cannot be compared to it.`,
      at,
      missing: "url",
    });
    return;
  }
  const [observed, expected] = [endpointOf(callback), endpointOf(access.address)];
  if (observed === expected) {
    verdict.pass(account);
  } else if (access.from === "url") {
    verdict.fail(account, {
      message: `Callback server "${account.callbackServer}" leads to ${observed}, the instance's access URL "${access.text}" to ${expected}: after the login people do not come back to this instance.`,
      at,
      observed,
      expected,
    });
  } else {
    verdict.review(account, {
      message: `Callback server "${account.callbackServer}" leads to ${observed}, the option NmsServer_URL "${access.text}" to ${expected}: see whether the callback server is the address with which people open the instance.`,
      at,
      observed,
      expected: "the instance's access URL",
      remedy:
        "State the access URL as instance.url in the snapshot, or as url of the instance in ims-lint.config.yaml; where the callback server differs from it, set the callback server to it.",
      related: options ? [{ at: [options, "NmsServer_URL"], message: "The option NmsServer_URL." }] : [],
    });
  }
}
