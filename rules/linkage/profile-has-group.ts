import { defineRule } from "../../src/evaluate/rule.js";
import { differencesInWords } from "../../src/model/likeness.js";
import { differencesToGroup, type Profile } from "../../src/model/linkage.js";

export default defineRule({
  id: "profile-has-group",
  control: "5.1",
  level: "must",
  since: "0.1.0",
  subject: "profile",
  title: "Every product profile that the mask matches leads to an operator group",
  why: "Campaign looks for an operator group of exactly the captured name and creates none; the people who hold a profile that leads nowhere get no right through it.",
  remedy:
    "Give the profile, or the operator group, the name of the other: the part of the profile's name after the mask is the internal name of the group.",
  source: [
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    "campaign.en: v8/start/manage-permissions.md",
    "campaign-classic.en: technotes/using/ims-migration.md",
  ],
  needs: ["linkage", "profiles", "groups"],
  check({ linkage }, verdict) {
    for (const profile of linkage.matched) {
      switch (profile.leads) {
        case "to-group":
          verdict.pass(profile);
          break;
        case "to-messagecenter":
          verdict.notApplicable(
            profile,
            '"messagecenter" stands for access to real-time messaging and needs no operator group.',
          );
          break;
        case "unknown":
          verdict.unknown(profile, {
            message: `Product profile "${profile.name}" leads to operator group "${profile.captured}", which is not in the export; the list of groups may not be complete.`,
            missing: ["groups", "completeness"],
          });
          break;
        case "nowhere":
          verdict.fail(profile, {
            message: `Product profile "${profile.name}" ${whereTo(profile)}: people get no right through it.`,
            observed: profile.captured,
            expected: profile.similarGroup?.name ?? "the internal name of an operator group",
            related: profile.similarGroup
              ? [{ at: [profile.similarGroup, "name"], message: "The group that comes near it." }]
              : [],
          });
          break;
        case "unmatched":
          break;
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery }, { name: report } ]
          organization:
            groups: [ { groupName: "Campaign - acme - deliveries", type: PRODUCT_PROFILE } ]
        `,
        at: '"Campaign - acme - deliveries"',
      },
      {
        shows: "A group whose name differs only in letter case is told",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            groups: [ { groupName: "Campaign - acme - Delivery", type: PRODUCT_PROFILE } ]
        `,
        at: '"Campaign - acme - Delivery"',
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
      },
    ],
    notApplicable: [
      {
        shows: "Real-time messaging",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            groups: [ { groupName: "Campaign - acme - messagecenter", type: PRODUCT_PROFILE } ]
        `,
      },
      {
        shows: "Profiles of other products",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            groups: [ { groupName: "Analytics - acme", type: PRODUCT_PROFILE } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "Not all groups are in the export",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            groups: [ { groupName: "Campaign - acme - report", type: PRODUCT_PROFILE } ]
          complete: { groups: unknown }
        `,
      },
      {
        shows: "The mask cannot be used, so nothing can be linked",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (*)" }
          groups: [ { name: delivery } ]
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
      },
    ],
  },
});

function whereTo(profile: Profile): string {
  if (profile.captured === "") return "names no operator group: nothing is left of it after the mask";
  const lost = `leads to operator group "${profile.captured}", which Campaign does not have`;
  if (!profile.similarGroup) return lost;
  const differences = differencesInWords(differencesToGroup(profile));
  return `${lost}; it has "${profile.similarGroup.name}", which differs only in ${differences}`;
}
