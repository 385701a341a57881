import { defineRule } from "../../src/evaluate/rule.js";
import { privatePlace, readAddress, readUrl } from "../../src/model/url.js";
import { trimSpace } from "../../src/model/white-space.js";

export default defineRule({
  id: "callback-url",
  control: "3.8",
  level: "must",
  clauses: {
    private: {
      level: "should",
      what: "The host of the callback server is not localhost, a loopback or a private address",
    },
  },
  since: "0.1.0",
  subject: "extAccount",
  title: "The callback server is a plain URL that people can reach",
  why: "IMS sends people's browsers back to exactly this address; what does not read as a URL, or is reached from one network alone, leads them nowhere.",
  remedy:
    "Set the callback server of the account to the instance's access URL: https, the host, nothing after it. Save in Campaign, restart the server, export again.",
  fix: "The same URL without the white space around it, where nothing else is wrong.",
  source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
    for (const account of imsAccounts) {
      const { callbackServer } = account;
      const at = [account, "callbackServer"] as const;
      if (callbackServer === undefined) {
        verdict.unknown(account, {
          message: "The callback server is not in the export.",
          missing: "imsAccountField",
        });
        continue;
      }
      if (callbackServer === "") {
        verdict.unknown(account, {
          message: "Callback server is empty.",
          at,
          because: { rule: "callback-https", subject: account },
        });
        continue;
      }
      const off = whatIsOff(callbackServer);
      // Where nothing but the scheme is missing, the one who mends that mends this too.
      const onlyScheme = off.length === 1 && !hasScheme(callbackServer);
      const host = readAddress(callbackServer)?.host;
      const place = host === undefined ? undefined : privatePlace(host);
      if (off.length > 0) {
        verdict.fail(account, {
          message: `Callback server "${callbackServer}" ${joined(off)}: IMS cannot send people back to it.`,
          at,
          observed: callbackServer,
          expected: "https://host",
          causedBy: onlyScheme ? { rule: "callback-https", subject: account } : undefined,
          fix: { at, to: meant(callbackServer) },
        });
      }
      if (place !== undefined) {
        verdict.fail(account, {
          clause: "private",
          message: `Callback server "${callbackServer}" leads to ${place}: from anywhere else, people cannot come back to it.`,
          at,
          observed: callbackServer,
          expected: "a host that people's browsers can reach",
        });
      }
      if (off.length === 0 && place === undefined) verdict.pass(account);
    }
  },
  examples: {
    fails: [
      {
        shows: "Without the slashes it is no URL, though browsers would mend it",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https:acme.campaign.example.com" }
        `,
        at: '"https:acme.campaign.example.com"',
      },
      {
        shows: "Follows from callback-https where only the scheme is missing",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: acme.campaign.example.com }
        `,
        at: "acme.campaign.example.com",
      },
      {
        shows: "A query",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com/?lang=en" }
        `,
        at: '"https://acme.campaign.example.com/?lang=en"',
      },
      {
        shows: "A fragment",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com/#home" }
        `,
      },
      {
        shows: "White space around it",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: " https://acme.campaign.example.com" }
        `,
        at: '" https://acme.campaign.example.com"',
        fixed: '"https://acme.campaign.example.com"',
      },
      {
        shows: "Back-slashes are no slashes",
        snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              callbackServer: https:\\\\acme.campaign.example.com
        `,
      },
      {
        shows: "No host",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://" }
        `,
        at: '"https://"',
      },
      {
        clause: "private",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://localhost:8080" }
        `,
        at: '"https://localhost:8080"',
      },
      {
        clause: "private",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://192.168.10.4" }
        `,
      },
      {
        clause: "private",
        shows: "IPv6",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://[::1]:8443" }
        `,
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
      },
      {
        shows: "A port and a path are fine, and so is an address that is not private",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://203.0.113.7:8443/nms/" }
        `,
      },
      {
        shows: "The scheme is the matter of callback-https",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "http://acme.campaign.example.com" }
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
        shows: "Empty: callback-https fails",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "" }
        `,
      },
    ],
  },
});

/** «holds a query, holds a fragment and has white space around it» */
function joined(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? "");
}

/** Everything that is off, in words that follow the value. */
function whatIsOff(callback: string): string[] {
  const off: string[] = [];
  const address = readAddress(callback);
  if (!readUrl(callback)) off.push("is no absolute URL with a host");
  if (address?.hasUserInfo) off.push("holds user info");
  if (address?.query !== undefined) off.push("holds a query");
  if (address?.fragment !== undefined) off.push("holds a fragment");
  const own = trimSpace(callback);
  if (own !== "" && own !== callback) off.push("has white space around it");
  return off;
}

/** The URL alone, where nothing but white space around it is off. */
function meant(callback: string): string | undefined {
  const own = trimSpace(callback);
  return whatIsOff(own).length === 0 ? own : undefined;
}

function hasScheme(callback: string): boolean {
  const address = readAddress(callback);
  if (address) return address.scheme !== undefined;
  return /^[a-z][a-z0-9+.-]*:/i.test(trimSpace(callback));
}
