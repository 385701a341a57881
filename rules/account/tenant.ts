import { defineRule } from "../../src/evaluate/rule.js";
import type { ExtAccount } from "../../src/model/snapshot.schema.js";
import { readUrl } from "../../src/model/url.js";
import { trimSpace } from "../../src/model/white-space.js";

export default defineRule({
  id: "tenant",
  control: "3.20",
  level: "should",
  since: "0.1.0",
  subject: "extAccount",
  title: "Server and tenant of the Experience Cloud connection are filled in",
  why: "With them Campaign reaches your part of the Experience Cloud; over http what is sent there could be read on the way.",
  remedy:
    "Fill in server, an https address such as https://marketing.adobe.com, and tenant in the account. Save in Campaign, restart the server, export again.",
  source: ["campaign-classic.en: installation/using/external-accounts.md"],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
    for (const account of imsAccounts) {
      const off = FIELDS.flatMap((field) => {
        const what = whatIsOff(account, field);
        return what === undefined ? [] : [{ field, what }];
      });
      for (const { field, what } of off) {
        verdict.fail(account, {
          message: `${LABELS[field]} ${what}: Campaign does not reach your part of the Experience Cloud as it should.`,
          at: [account, field],
          observed: account[field],
          expected: field === "server" ? "https://marketing.adobe.com" : "your tenant",
          property: field,
        });
      }
      if (off.length > 0) continue;
      const absent = FIELDS.filter((field) => account[field] === undefined);
      if (absent.length === 0) {
        verdict.pass(account);
      } else {
        const what = absent.map((field) => LABELS[field]).join(" and ");
        verdict.unknown(account, {
          message: `${what} of the Experience Cloud connection ${absent.length > 1 ? "are" : "is"} not in the export.`,
          missing: "imsAccountField",
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: "https://marketing.adobe.com", tenant: "" }
        `,
        at: '""',
      },
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: "http://marketing.adobe.com", tenant: acme }
        `,
        at: '"http://marketing.adobe.com"',
      },
      {
        shows:
          "Without scheme it is not https; and what is wrong counts, though the tenant is not in the export",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: marketing.adobe.com }
        `,
        at: "marketing.adobe.com",
      },
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: "", tenant: acme }
        `,
        at: '""',
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: "https://marketing.adobe.com", tenant: acme }
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
        shows: "One of the two is not in the export",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: "https://marketing.adobe.com" }
        `,
      },
    ],
  },
});

const FIELDS = ["server", "tenant"] as const;
const LABELS = { server: "Server", tenant: "Tenant" } as const;

/** What is off with a field that is in the export, in words; undefined where nothing is. */
function whatIsOff(account: ExtAccount, field: (typeof FIELDS)[number]): string | undefined {
  const value = account[field];
  if (value === undefined) return undefined;
  if (value === "") return "is empty";
  if (trimSpace(value) === "") return "holds white space alone";
  if (field === "server" && readUrl(value)?.scheme !== "https") return `"${value}" is no https address`;
  return undefined;
}
