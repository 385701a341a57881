import { defineRule } from "../../src/evaluate/rule.js";
import { whyUnusable } from "../../src/model/mask.js";

export default defineRule({
  id: "mask-syntax",
  control: "4.2",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The association mask is a regular expression",
  why: "A mask that is no regular expression matches no product profile, so nobody who logs in gets any right.",
  remedy:
    'Write the mask as "Campaign - tenant - (.*)" with your tenant: "." and "*" together stand for any text, the parentheses around them for the name of the operator group. Save in Campaign, restart the server, export again.',
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "campaign-classic.en: installation/using/connecting-through-ldap.md",
  ],
  needs: ["imsAccounts"],
  check({ imsAccounts, readMask }, verdict) {
    for (const account of imsAccounts) {
      const mask = readMask(account.imsRightsMask);
      const at = [account, "imsRightsMask"] as const;
      switch (mask.state) {
        case "absent":
        case "empty":
          verdict.unknown(account, whyUnusable(account, mask));
          break;
        case "unsupported":
          verdict.unknown(account, {
            message: `Association mask "${account.imsRightsMask}" ${mask.reason}${place(mask.at)}.`,
            at,
          });
          break;
        case "invalid":
          verdict.fail(account, {
            message: `Association mask "${account.imsRightsMask}" ${mask.problem}${place(mask.at)}: it is no regular expression and matches no profile.`,
            at,
            observed: account.imsRightsMask,
            expected: account.imsRightsMask?.includes("(*)")
              ? account.imsRightsMask.replaceAll("(*)", "(.*)")
              : undefined,
          });
          break;
        case "usable":
          verdict.pass(account);
      }
    }
  },
  examples: {
    fails: [
      {
        shows: "A misprint of (.*) that stands in an older page of the documentation",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (*)" }
        `,
        at: '"Campaign - acme - (*)"',
      },
      {
        shows: "A parenthesis is not closed",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*" }
        `,
        at: '"Campaign - acme - (.*"',
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
        shows: "A literal prefix is a regular expression too",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - " }
        `,
      },
    ],
    unknown: [
      {
        shows: "A look-ahead is fine in other dialects; ims-lint evaluates RE2's",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (?!test)(.*)" }
        `,
      },
      {
        shows: "An empty mask is the business of mask-present",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "" }
        `,
      },
    ],
  },
});

function place(at: number | undefined): string {
  return at === undefined ? "" : ` (at character ${at + 1})`;
}
