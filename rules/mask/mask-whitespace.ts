import { defineRule } from "../../src/evaluate/rule.js";
import { type Mask, whyUnusable } from "../../src/model/mask.js";
import { odditiesIn, tidy, trimEnds } from "../../src/model/mask-text.js";
import { profileNames } from "../../src/model/profile-names.js";

export default defineRule({
  id: "mask-whitespace",
  control: "4.6",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The association mask holds plain single spaces and hyphens alone",
  why: "A second space, a space that does not break or a dash that a word processor put in looks right on the form and keeps the mask from matching any profile.",
  remedy:
    "Type the mask anew, with single spaces and the hyphen of the keyboard, as the profiles have them. Save in Campaign, restart the server, export again.",
  fix: "The mask without the white space around it, where that is all that is wrong. What a mask without parentheses ends in is left to people.",
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "campaign.en: v8/start/manage-permissions.md",
  ],
  needs: ["imsAccounts"],
  check({ instance, imsAccounts, readMask }, verdict) {
    for (const account of imsAccounts) {
      const mask = readMask(account.imsRightsMask);
      if (mask.state !== "usable") {
        verdict.unknown(account, whyUnusable(account, mask));
        continue;
      }
      const names = [...(profileNames(instance)?.names.keys() ?? [])];
      const oddities = odditiesIn(mask.text, mask.isPrefix, names);
      // A mask that matches a profile as it stands, with a class of several kinds of space perhaps, is meant so.
      if (oddities.length === 0 || names.some((name) => mask.capture(name) !== undefined)) {
        verdict.pass(account);
        continue;
      }
      const listed = oddities.map(({ what, at }) => `${what} at character ${at + 1}`).join(", ");
      const at = [account, "imsRightsMask"] as const;
      verdict.fail(account, {
        message: `Association mask "${mask.text}" holds ${listed}: profiles without the same are not matched.`,
        at,
        observed: mask.text,
        expected: tidy(mask.text, mask.isPrefix),
        fix: { at, to: meant(mask, names) },
      });
    }
  },
  examples: {
    fails: [
      {
        shows: "An en dash",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign \u2013 acme - (.*)" }
        `,
        at: '"Campaign \u2013 acme - (.*)"',
      },
      {
        shows: "Two spaces in a row",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign -  acme - (.*)" }
        `,
        at: '"Campaign -  acme - (.*)"',
      },
      {
        shows: "A space at the end",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*) " }
        `,
        at: '"Campaign - acme - (.*) "',
        fixed: '"Campaign - acme - (.*)"',
      },
      {
        shows: "A non-breaking space",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign -\u00a0acme - (.*)" }
        `,
        at: '"Campaign -\u00a0acme - (.*)"',
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
        shows: "The last space of a prefix belongs to it",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - " }
        `,
      },
      {
        shows: "A profile has the same en dash",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign \u2013 acme - (.*)" }
          organization:
            groups: [ { groupName: "Campaign \u2013 acme - delivery", type: PRODUCT_PROFILE } ]
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "" }
        `,
      },
    ],
  },
});

/** The mask without the white space around it, unless a profile begins or ends in some itself. */
function meant({ text, isPrefix }: Mask, names: readonly string[]): string | undefined {
  const trimmed = trimEnds(text, isPrefix);
  if (trimmed === "" || names.some((name) => trimEnds(name, false) !== name)) return undefined;
  return odditiesIn(trimmed, isPrefix, names).length === 0 ? trimmed : undefined;
}
