import { defineRule } from "../../src/evaluate/rule.js";
import { differencesInWords } from "../../src/model/likeness.js";

export default defineRule({
  id: "profile-near-miss",
  control: "5.2",
  level: "should",
  since: "0.1.0",
  subject: "profile",
  title: "No product profile misses the mask by a trifle",
  why: "A profile whose name differs from the mask only in letter case, white space or the kind of dash was most likely meant to match; whether Campaign minds is not public.",
  remedy:
    "Rename the profile in the Admin Console so that it agrees with the association mask to the letter.",
  source: ["campaign.en: v8/start/manage-permissions.md"],
  needs: ["linkage", "profiles"],
  check({ linkage }, verdict) {
    for (const profile of linkage.profiles) {
      if (profile.misses) {
        verdict.fail(profile, {
          message: `Product profile "${profile.name}" misses the association mask "${linkage.mask.text}" only by ${differencesInWords(profile.misses)}: it may give nobody any right.`,
          observed: profile.name,
          expected: linkage.mask.text,
        });
      } else {
        verdict.pass(profile);
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups:
              - { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }
              - { groupName: "campaign - acme - report", type: PRODUCT_PROFILE }
        `,
        at: '"campaign - acme - report"',
      },
      {
        shows: "An en dash, seen with a user",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme \u2013 delivery"] } ]
        `,
        at: '"Campaign - acme \u2013 delivery"',
      },
    ],
    passes: [
      {
        shows: "A profile that matches, and one that is quite another",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups:
              - { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }
              - { groupName: "Analytics - acme", type: PRODUCT_PROFILE }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "No profile at all",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization: { groups: [] }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
      },
    ],
  },
});
