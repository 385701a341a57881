import { defineRule } from "../../src/evaluate/rule.js";
import { readUrl } from "../../src/model/url.js";
import { trimSpace } from "../../src/model/white-space.js";

export default defineRule({
  id: "callback-allowlisted",
  control: "3.10",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The callback server is on the IMS allowlist",
  why: "IMS sends people back only to addresses that Adobe has put on the allowlist of this client.",
  remedy:
    "Set the callback server of the account to the address on the allowlist, or have Adobe add this one and then state it under expect.callbackAllowlist. Save in Campaign, restart the server, export again.",
  source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
  needs: ["imsAccounts"],
  check({ instance, imsAccounts, expect }, verdict) {
    const { callbackAllowlist } = expect;
    if (!callbackAllowlist) {
      verdict.unknown(instance, {
        message: "The callback URLs on the IMS allowlist are not stated.",
        missing: "expectations",
      });
      return;
    }
    const allowed = new Set(callbackAllowlist.map(comparable));
    for (const account of imsAccounts) {
      const { callbackServer } = account;
      const at = [account, "callbackServer"] as const;
      if (callbackServer === undefined) {
        verdict.unknown(account, {
          message: "The callback server is not in the export.",
          missing: "imsAccountField",
        });
      } else if (callbackServer === "") {
        verdict.unknown(account, {
          message: "Callback server is empty.",
          at,
          because: { rule: "callback-https", subject: account },
        });
      } else if (allowed.has(comparable(callbackServer))) {
        verdict.pass(account);
      } else {
        const onlyScheme = allowed.has(comparable(withHttps(callbackServer)));
        const how = onlyScheme ? "on the IMS allowlist with https only" : "not on the IMS allowlist";
        verdict.fail(account, {
          message: `Callback server "${callbackServer}" is ${how}: IMS refuses to send people back to it.`,
          at,
          observed: callbackServer,
          expected: callbackAllowlist.join(", ") || "an address on the allowlist, which is empty",
          causedBy: onlyScheme ? { rule: "callback-https", subject: account } : undefined,
        });
      }
    }
  },
  examples: {
    fails: [
      {
        config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com"] } } } }`,
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme-stage.campaign.example.com" }
        `,
        at: '"https://acme-stage.campaign.example.com"',
      },
      {
        shows: "Follows from callback-https where only the scheme differs",
        config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com"] } } } }`,
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "http://acme.campaign.example.com" }
        `,
      },
      {
        shows: "The path counts",
        config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com/nms"] } } } }`,
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
      },
      {
        shows: "A list that is stated and empty holds nothing",
        config: `{ instances: { prod: { expect: { callbackAllowlist: [] } } } }`,
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
      },
    ],
    passes: [
      {
        shows: "Letter case of the host, the default port and a slash at the end do not matter",
        config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com/"] } } } }`,
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://ACME.campaign.example.com:443" }
        `,
      },
    ],
    unknown: [
      {
        shows: "The allowlist is not stated",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
      },
      {
        shows: "The callback server is not in the export",
        config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com"] } } } }`,
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
      {
        shows: "Empty: callback-https fails",
        config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com"] } } } }`,
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "" }
        `,
      },
    ],
  },
});

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** A URL in the one way of writing it: lower-case scheme and host, no default port, no slash at the end. */
function comparable(text: string): string {
  const url = readUrl(text);
  if (!url) return withoutSlashes(trimSpace(text));
  const { scheme = "", hasUserInfo, host, port, path, query, fragment } = url;
  const userInfo = hasUserInfo ? "***@" : "";
  const ownPort = port === undefined || port === DEFAULT_PORTS[scheme] ? "" : `:${port}`;
  const rest = `${query === undefined ? "" : `?${query}`}${fragment === undefined ? "" : `#${fragment}`}`;
  return `${scheme}://${userInfo}${host}${ownPort}${withoutSlashes(path)}${rest}`;
}

function withoutSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "/") end -= 1;
  return text.slice(0, end);
}

/** The same address with https; one without a scheme gets it. */
function withHttps(text: string): string {
  return `https://${trimSpace(text).replace(/^http:\/\//i, "")}`;
}
