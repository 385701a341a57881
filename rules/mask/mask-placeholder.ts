import { defineRule } from "../../src/evaluate/rule.js";
import { whyUnusable } from "../../src/model/mask.js";
import { placeholdersIn } from "../../src/model/mask-text.js";
import { profileNames } from "../../src/model/profile-names.js";

export default defineRule({
  id: "mask-placeholder",
  control: "4.5",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The association mask holds no placeholder of the documentation",
  why: 'The sample "Campaign - tenant_id - (.*)" has to be filled in; a placeholder that was left in it matches no product profile.',
  remedy:
    "Put the name of your tenant or instance in place of the placeholder, as it stands in the names of the product profiles. Save in Campaign, restart the server, export again.",
  source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
  needs: ["imsAccounts"],
  check({ instance, imsAccounts, readMask }, verdict) {
    for (const account of imsAccounts) {
      const mask = readMask(account.imsRightsMask);
      if (mask.state !== "usable") {
        verdict.unknown(account, whyUnusable(account, mask));
        continue;
      }
      const words = placeholdersIn(mask.text, profileNames(instance)?.names.keys() ?? []);
      if (words.length === 0) {
        verdict.pass(account);
        continue;
      }
      verdict.fail(account, {
        message: `Association mask "${mask.text}" still holds ${words.map((word) => `"${word}"`).join(", ")}, a placeholder: no product profile that is known is named so.`,
        at: [account, "imsRightsMask"],
        observed: mask.text,
        expected: account.tenant
          ? mask.text.replaceAll(/tenant[_-]id/gi, () => account.tenant ?? "")
          : undefined,
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - tenant_id - (.*)", tenant: acme }
        `,
        at: '"Campaign - tenant_id - (.*)"',
      },
      {
        shows: "A word in angle brackets",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - <instance name> - (.*)" }
        `,
        at: '"Campaign - <instance name> - (.*)"',
      },
      {
        shows: "Letter case does not matter, and a profile of another name is no excuse",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - Your-Tenant - (.*)" }
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
        at: '"Campaign - Your-Tenant - (.*)"',
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
        shows: "A profile is named so",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - example - (.*)" }
          organization:
            groups: [ { groupName: "Campaign - example - delivery", type: PRODUCT_PROFILE } ]
        `,
      },
      {
        shows: "The name of a capture group is none, nor is a longer word",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - examples - (?P<group>.*)" }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - tenant_id - (*)" }
        `,
      },
    ],
  },
});
