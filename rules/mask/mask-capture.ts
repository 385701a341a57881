import { defineRule } from "../../src/evaluate/rule.js";
import { whyUnusable } from "../../src/model/mask.js";

export default defineRule({
  id: "mask-capture",
  control: "4.3",
  level: "should",
  since: "0.1.0",
  subject: "extAccount",
  title: "The association mask captures one part, the name of the operator group",
  why: "What the parentheses capture of a profile's name is the internal name of the group. With none or several, how Campaign finds the group is not public.",
  remedy:
    'End the mask in "(.*)" and have no other parentheses that capture; "(?:…)" groups without capturing. Save in Campaign, restart the server, export again.',
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
  ],
  needs: ["imsAccounts"],
  check({ imsAccounts, readMask }, verdict) {
    for (const account of imsAccounts) {
      const mask = readMask(account.imsRightsMask);
      const at = [account, "imsRightsMask"] as const;
      if (mask.state !== "usable") {
        verdict.unknown(account, whyUnusable(account, mask));
      } else if (mask.captures > 1) {
        verdict.fail(account, {
          message: `Association mask "${mask.text}" captures ${mask.captures} parts: which of them is the name of the operator group is not public.`,
          at,
          observed: `${mask.captures} capture groups`,
          expected: "1 capture group",
        });
      } else if (mask.captures === 1) {
        verdict.pass(account);
      } else {
        verdict.review(account, {
          message: mask.isPrefix
            ? `Association mask "${mask.text}" has no parentheses: ims-lint reads it as a prefix, after which the name of the operator group follows. See whether Campaign does.`
            : `Association mask "${mask.text}" has no parentheses that capture: what Campaign takes for the name of the operator group is not known.`,
          at,
          observed: "no capture group",
          expected: mask.isPrefix ? `${mask.text}(.*)` : "1 capture group",
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(Campaign|CampaignV6) - acme - (.*)" }
        `,
        at: '"(Campaign|CampaignV6) - acme - (.*)"',
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
      },
      {
        shows: "Parentheses that only group, and a capture that has a name",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(?:Campaign|CampaignV6) - acme - (?P<group>.*)" }
        `,
      },
    ],
    review: [
      {
        shows: "A literal prefix, as one page of the documentation describes the mask",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - " }
        `,
      },
      {
        shows: "Other metacharacters, but nothing captured",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - .*" }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (*)" }
        `,
      },
    ],
  },
});
