import { defineRule, type Surroundings } from "../../src/evaluate/rule.js";
import { mayBeIgnored } from "../../src/model/likeness.js";
import { type Mask, whyUnusable } from "../../src/model/mask.js";
import { nearestNames } from "../../src/model/mask-nearest.js";
import { decodeEntities, entitiesIn, odditiesIn, placeholdersIn, tidy } from "../../src/model/mask-text.js";
import { profileNames } from "../../src/model/profile-names.js";

export default defineRule({
  id: "mask-matches",
  control: "4.9",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The association mask matches a product profile",
  why: 'Where the mask matches no profile, nobody gets any right: people meet "Login does not have any right matching the expression".',
  remedy:
    "Make mask and profile names agree to the letter: change the mask, or rename the profiles in the Admin Console. Save in Campaign, restart the server, export again.",
  source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
  needs: ["imsAccounts"],
  check({ instance, imsAccounts, readMask }, verdict) {
    const profiles = profileNames(instance);
    const names = [...(profiles?.names.keys() ?? [])];
    for (const account of imsAccounts) {
      const mask = readMask(account.imsRightsMask);
      const at = [account, "imsRightsMask"] as const;
      if (mask.state !== "usable") {
        verdict.unknown(account, whyUnusable(account, mask));
        continue;
      }
      if (mask.captures === 0 && !mask.isPrefix) {
        verdict.unknown(account, {
          message: `Association mask "${mask.text}" captures nothing, so what it has to match is not known.`,
          at,
          because: { rule: "mask-capture", subject: account },
        });
        continue;
      }
      if (!profiles) {
        verdict.unknown(account, {
          message:
            "The product profiles are not in the export, so whether the association mask matches one is not known.",
          at,
          missing: "profiles",
        });
        continue;
      }
      if (names.some((name) => mask.capture(name) !== undefined)) {
        verdict.pass(account);
        continue;
      }
      const message =
        names.length === 0
          ? `Association mask "${mask.text}" has no product profile to match`
          : `Association mask "${mask.text}" matches none of the ${names.length} product profiles`;
      const nearest = nearestInWords(mask, names);
      if (profiles.complete !== "yes") {
        verdict.unknown(account, {
          message: `${message} that are in the export; there may be more.${nearest}`,
          at,
          missing: ["profiles", "completeness"],
        });
      } else if (names.some((name) => mayMatch(mask, name))) {
        verdict.review(account, {
          message: `${message} as it stands. See whether people get their rights: whether Campaign minds letter case and spacing is not public.${nearest}`,
          at,
          observed: mask.text,
        });
      } else {
        const cause = causeOf(mask, names, readMask);
        verdict.fail(account, {
          message: `${message}: nobody who logs in gets any right.${nearest}`,
          at,
          observed: mask.text,
          causedBy: cause && { rule: cause, subject: account },
        });
      }
    }
  },
  examples: {
    fails: [
      {
        shows: "The names that come nearest are told",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups:
              - { groupName: "CampaignV6 - acme - delivery", type: PRODUCT_PROFILE }
              - { groupName: "Analytics - acme", type: PRODUCT_PROFILE }
        `,
        at: '"Campaign - acme - (.*)"',
      },
      {
        shows: "A dash that is none is not taken for a hyphen",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups: [ { groupName: "Campaign \u2013 acme \u2013 delivery", type: PRODUCT_PROFILE } ]
        `,
      },
      {
        shows: "An empty list of profiles is evidence",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization: { groups: [] }
        `,
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
      },
      {
        shows: "A profile that is only seen with a user",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - " }
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
      },
    ],
    review: [
      {
        shows: "It matches but for letter case and spacing",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups: [ { groupName: "campaign - acme- delivery", type: PRODUCT_PROFILE } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "Not all profiles are in the export",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            users: [ { email: jane@acme.example, groups: ["Analytics - acme"] } ]
        `,
      },
      {
        shows: "A user group is no product profile",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: USER_GROUP } ]
          complete: { profiles: unknown }
        `,
      },
      {
        shows: "Nothing is captured",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - .*" }
          organization: { groups: [] }
        `,
      },
      {
        shows: "No profiles in the export",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
      },
    ],
  },
});

function mayMatch(mask: Mask, name: string): boolean {
  const near = mask.nearMiss(name);
  return near !== undefined && mayBeIgnored(near.differences);
}

function nearestInWords(mask: Mask, names: readonly string[]): string {
  const nearest = nearestNames(mask, names, 3).map(({ name, how }) => `"${name}" ${how}`);
  return nearest.length > 0 ? ` Nearest: ${nearest.join("; ")}.` : "";
}

/** A mistake in the mask's text without which it would match. */
function causeOf(
  mask: Mask,
  names: readonly string[],
  readMask: Surroundings["readMask"],
): "mask-html-entity" | "mask-placeholder" | "mask-whitespace" | undefined {
  const wouldMatch = (text: string) => {
    const mended = readMask(text);
    return mended.state === "usable" && names.some((name) => mended.capture(name) !== undefined);
  };
  if (entitiesIn(mask.text, names).length > 0 && wouldMatch(decodeEntities(mask.text, names)))
    return "mask-html-entity";
  if (placeholdersIn(mask.text, names).length > 0) return "mask-placeholder";
  const hasOddity = odditiesIn(mask.text, mask.isPrefix, names).length > 0;
  return hasOddity && wouldMatch(tidy(mask.text, mask.isPrefix)) ? "mask-whitespace" : undefined;
}
