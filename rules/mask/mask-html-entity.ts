import { defineRule, type Surroundings } from "../../src/evaluate/rule.js";
import { whyUnusable } from "../../src/model/mask.js";
import { decodeEntities, decodeExactly, entitiesIn } from "../../src/model/mask-text.js";
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
  fix: "The mask with its entities decoded. An entity of a space or a dash of typography leaves open which one is meant, unless the decoded mask matches a profile that is seen.",
  source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
  needs: ["imsAccounts"],
  check({ instance, imsAccounts, readMask }, verdict) {
    for (const account of imsAccounts) {
      const mask = readMask(account.imsRightsMask);
      if (mask.state !== "usable") {
        verdict.unknown(account, whyUnusable(account, mask));
        continue;
      }
      const names = [...(profileNames(instance)?.names.keys() ?? [])];
      const entities = entitiesIn(mask.text, names);
      if (entities.length === 0) {
        verdict.pass(account);
        continue;
      }
      const decoded = decodeEntities(mask.text, names);
      const at = [account, "imsRightsMask"] as const;
      const isWhole = decoded !== mask.text;
      verdict.fail(account, {
        message: `Association mask "${mask.text}" holds ${listed(entities)}, of HTML or XML: Campaign does not decode it, so the mask does not match what it was meant to.`,
        at,
        observed: mask.text,
        expected: isWhole ? decoded : undefined,
        fix: { at, to: meant(mask.text, names, readMask) },
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
        fixed: '"Campaign - acme - (.*)"',
      },
      {
        shows: "Which space is meant can be told, as a profile has it",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign&nbsp;- acme - (.*)" }
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
        at: '"Campaign&nbsp;- acme - (.*)"',
        fixed: '"Campaign - acme - (.*)"',
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

/** The decoded mask, where no entity can stand for anything else. */
function meant(
  mask: string,
  names: readonly string[],
  readMask: Surroundings["readMask"],
): string | undefined {
  const decoded = decodeEntities(mask, names);
  const reading = readMask(decoded);
  if (reading.state !== "usable" || entitiesIn(decoded, names).length > 0) return undefined;
  const isExact = decoded === decodeExactly(mask, names);
  return isExact || names.some((name) => reading.capture(name) !== undefined) ? decoded : undefined;
}

function listed(entities: readonly string[]): string {
  return [...new Set(entities)].map((entity) => `"${entity}"`).join(", ");
}
