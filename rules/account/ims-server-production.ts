import { defineRule } from "../../src/evaluate/rule.js";
import { IMS_HOSTS, isDocumentedImsHost, isStageHost } from "../../src/model/ims-server.js";
import { readAddress } from "../../src/model/url.js";

export default defineRule({
  id: "ims-server-production",
  control: "3.6",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The IMS server is a production one",
  why: "Stage and production instances alike must use the production endpoint of IMS; its stage hosts do not know your people.",
  remedy: `Set the IMS server of the account to https://${IMS_HOSTS[0]}, or to ${IMS_HOSTS[1]} where that was its host without "-stg1". Save in Campaign, restart the server, export again.`,
  source: [
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    "campaign-classic.en: installation/using/external-accounts.md",
  ],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
    for (const account of imsAccounts) {
      const { imsServer } = account;
      if (imsServer === undefined) {
        verdict.unknown(account, {
          message: "The IMS server is not in the export.",
          missing: "imsAccountField",
        });
        continue;
      }
      const host = readAddress(imsServer)?.host;
      if (host !== undefined && isStageHost(host)) {
        verdict.fail(account, {
          message: `IMS server "${imsServer}" is a stage host of IMS: stage and production instances must both use the production endpoint.`,
          at: [account, "imsServer"],
          observed: imsServer,
          expected: IMS_HOSTS.map((known) => `https://${known}`).join(" or "),
        });
      } else if (host !== undefined && isDocumentedImsHost(host)) {
        verdict.pass(account);
      } else {
        verdict.unknown(account, {
          message: `${whyUnclear(imsServer, host)}, so it is not known whether it is a production one.`,
          at: [account, "imsServer"],
          because: { rule: "ims-server-endpoint", subject: account },
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1-stg1.adobelogin.com" }
        `,
        at: '"https://ims-na1-stg1.adobelogin.com"',
      },
      {
        shows: "On a stage instance too, and whatever the letter case",
        snapshot: `
          instance: { environment: stage }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: AdobeID-na1-STG1.services.adobe.com }
        `,
        at: "AdobeID-na1-STG1.services.adobe.com",
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1.adobelogin.com" }
        `,
      },
      {
        shows: "The scheme is the matter of ims-server-endpoint",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "http://adobeid-na1.services.adobe.com" }
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
        shows: "Empty: ims-server-endpoint fails",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "" }
        `,
      },
      {
        shows: "A host that is not documented",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: ims.acme.example.com }
        `,
      },
    ],
  },
});

function whyUnclear(imsServer: string, host: string | undefined): string {
  if (imsServer === "") return "IMS server is empty";
  return host === undefined
    ? `IMS server "${imsServer}" is neither a URL nor a host`
    : `IMS server "${imsServer}" names a host that Adobe does not document`;
}
