import { defineRule } from "../../src/evaluate/rule.js";
import { whyUnusable } from "../../src/model/mask.js";
import { decodeEntities, entitiesIn } from "../../src/model/mask-text.js";
import { profileNames } from "../../src/model/profile-names.js";

export default defineRule({
  id: "mask-html-entity",
  control: "4.4",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The association mask holds no HTML or XML entity",
  why: 'A mask that was copied from the source of a web page has "&#42;" where a star belongs; Campaign takes it as it stands, and no profile is named so.',
  remedy:
    "Type the characters themselves in place of the entities. Save in Campaign, restart the server, export again.",
  source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
  needs: ["imsAccounts"],
  check({ instance, imsAccounts, readMask }, verdict) {
    for (const account of imsAccounts) {
      const mask = readMask(account.imsRightsMask);
      if (mask.state !== "usable") {
        verdict.unknown(account, whyUnusable(account, mask));
        continue;
      }
      const entities = entitiesIn(mask.text, profileNames(instance)?.names.keys() ?? []);
      if (entities.length === 0) {
        verdict.pass(account);
        continue;
      }
      const decoded = decodeEntities(mask.text);
      const isWhole = decoded !== mask.text;
      verdict.fail(account, {
        message: `Association mask "${mask.text}" holds ${listed(entities)}, of HTML or XML: Campaign does not decode it, so the mask does not match what it was meant to.`,
        at: [account, "imsRightsMask"],
        observed: mask.text,
        expected: isWhole ? decoded : undefined,
        ...(isWhole
          ? {
              remedy: `Set the mask to "${decoded}". Save in Campaign, restart the server, export again.`,
            }
          : {}),
      });
    }
  },
  examples: {
    fails: [
      {
        shows: "The star as it stands in the source of the documentation",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.&#42;)" }
        `,
        at: '"Campaign - acme - (.&#42;)"',
      },
      {
        shows: "Encoded twice, in hexadecimal, and by name",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign&nbsp;- R&amp;amp;D - (.&#x2a;)" }
        `,
        at: '"Campaign&nbsp;- R&amp;amp;D - (.&#x2a;)"',
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
        shows: "A mere ampersand is none",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - R&D - (.*)" }
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

function listed(entities: readonly string[]): string {
  return [...new Set(entities)].map((entity) => `"${entity}"`).join(", ");
}
