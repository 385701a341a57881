import { defineRule } from "../../src/evaluate/rule.js";
import { matchesAnything, whyUnusable } from "../../src/model/mask.js";

export default defineRule({
  id: "mask-scope",
  control: "4.7",
  level: "should",
  since: "0.1.0",
  subject: "extAccount",
  title: "The association mask does not match every name",
  why: "A mask that matches any name takes the profiles of other products and instances too: whoever holds one that is named like an operator group gets that group's rights.",
  remedy:
    'Begin the mask with what only the profiles of this instance share, such as "Campaign - tenant - (.*)" with your tenant. Save in Campaign, restart the server, export again.',
  source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
  needs: ["imsAccounts"],
  check({ imsAccounts, readMask }, verdict) {
    for (const account of imsAccounts) {
      const mask = readMask(account.imsRightsMask);
      if (mask.state !== "usable") {
        verdict.unknown(account, whyUnusable(account, mask));
      } else if (matchesAnything(mask)) {
        verdict.fail(account, {
          message: `Association mask "${mask.text}" matches any name: the profiles of every product and instance lead to operator groups.`,
          at: [account, "imsRightsMask"],
          observed: mask.text,
          expected: `Campaign - ${account.tenant || "tenant"} - (.*)`,
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
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(.*)", tenant: acme }
        `,
        at: '"(.*)"',
      },
      {
        shows: "However it is written",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "^(?:.*)(.+)$" }
        `,
        at: '"^(?:.*)(.+)$"',
      },
      {
        shows: "Without parentheses",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: ".*" }
        `,
        at: '".*"',
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign (.*)" }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(*)" }
        `,
      },
    ],
  },
});
