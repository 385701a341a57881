import { defineRule } from "../../src/evaluate/rule.js";
import { IMS_HOSTS, isDocumentedImsHost, isStageHost } from "../../src/model/ims-server.js";
import { nearest } from "../../src/model/nearest.js";
import { readAddress } from "../../src/model/url.js";
import { trimSpace } from "../../src/model/white-space.js";

export default defineRule({
  id: "ims-server-endpoint",
  control: "3.5",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The IMS server is one that Adobe documents",
  why: "Campaign sends people to this server to log in; at any other address there is no IMS.",
  remedy: `Set the IMS server of the account to https://${IMS_HOSTS[0]}, or to the documented host that Adobe gave you. Save in Campaign, restart the server, export again.`,
  fix: "The same address without the white space around it, where nothing else is wrong.",
  source: [
    "campaign-classic.en: installation/using/external-accounts.md",
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
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
      const off = whatIsOff(imsServer);
      if (off.length === 0) {
        verdict.pass(account);
      } else {
        const at = [account, "imsServer"] as const;
        verdict.fail(account, {
          message:
            imsServer === ""
              ? "IMS server is empty: Campaign does not know where to send people to log in."
              : `IMS server "${imsServer}" ${off.join(", ")}: Campaign cannot send people there to log in.`,
          at,
          observed: imsServer,
          expected: IMS_HOSTS.map((host) => `https://${host}`).join(" or "),
          fix: { at, to: meant(imsServer) },
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "https://ims.adobe.example.com" }
        `,
        at: '"https://ims.adobe.example.com"',
      },
      {
        shows: "A mistyped host",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: ims-na1.adobelogin.co }
        `,
        at: "ims-na1.adobelogin.co",
      },
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "http://ims-na1.adobelogin.com" }
        `,
        at: '"http://ims-na1.adobelogin.com"',
      },
      {
        shows: "White space around it",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "ims-na1.adobelogin.com " }
        `,
        at: '"ims-na1.adobelogin.com "',
        fixed: '"ims-na1.adobelogin.com"',
      },
      {
        shows: "Another port",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "ims-na1.adobelogin.com:8443" }
        `,
        at: '"ims-na1.adobelogin.com:8443"',
      },
      {
        shows: "Without the slashes it is no address",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "https:ims-na1.adobelogin.com" }
        `,
        at: '"https:ims-na1.adobelogin.com"',
      },
      {
        shows: "Empty",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "" }
        `,
        at: '""',
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
        shows: "Without scheme",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: adobeid-na1.services.adobe.com }
        `,
      },
      {
        shows: "Letter case, the default port and a path do not matter",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "HTTPS://IMS-na1.AdobeLogin.com:443/ims/" }
        `,
      },
      {
        shows: "A stage host is documented; ims-server-production refuses it",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1-stg1.adobelogin.com" }
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

/** Everything that is off, in words that follow the value. */
function whatIsOff(imsServer: string): string[] {
  const address = readAddress(imsServer);
  if (!address) return ["is neither a URL nor a host"];
  const off: string[] = [];
  const { scheme, hasUserInfo, host, port } = address;
  if (trimSpace(imsServer) !== imsServer) off.push("has white space around it");
  if (scheme !== undefined && scheme !== "https") off.push(`has the scheme ${scheme} instead of https`);
  if (hasUserInfo) off.push("holds user info");
  if (port !== undefined && port !== 443) off.push(`has the port ${port} instead of 443`);
  // Hosts of IMS under test are the business of ims-server-production.
  if (!isDocumentedImsHost(host) && !isStageHost(host)) {
    const meant = nearest(host, IMS_HOSTS);
    off.push(`names a host that Adobe does not document${meant ? ` (did you mean ${meant}?)` : ""}`);
  }
  return off;
}

/** The address alone, where nothing but white space around it is off. */
function meant(imsServer: string): string | undefined {
  const own = trimSpace(imsServer);
  return whatIsOff(own).length === 0 ? own : undefined;
}
