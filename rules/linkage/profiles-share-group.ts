import { defineRule } from "../../src/evaluate/rule.js";

export default defineRule({
  id: "profiles-share-group",
  control: "5.3",
  level: "should",
  since: "0.1.0",
  subject: "group",
  title: "One product profile leads to an operator group",
  why: "Where several profiles lead to one group, taking one of them away from a person does not take the rights away.",
  remedy: "Keep one profile for the group and move the members of the others to it in the Admin Console.",
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "campaign.en: v8/start/manage-permissions.md",
  ],
  needs: ["linkage", "profiles", "groups"],
  check({ linkage, groups }, verdict) {
    for (const group of groups.records) {
      const profiles = linkage.byGroup.get(group) ?? [];
      if (profiles.length > 1) {
        verdict.fail(group, {
          message: `${profiles.length} product profiles lead to operator group "${group.name}": ${profiles.map(({ name }) => `"${name}"`).join(", ")}. Who loses one of them may keep the rights through another.`,
          at: [group, "name"],
          observed: `${profiles.length} profiles`,
          expected: "1 profile",
          related: profiles.map((profile) => ({ at: [profile], message: `"${profile.name}" leads to it.` })),
        });
      } else if (!group.name) {
        verdict.unknown(group, {
          message: "The internal name of the operator group is not in the export.",
          missing: "groups",
        });
      } else if (linkage.profilesComplete === "yes") {
        verdict.pass(group);
      } else {
        verdict.unknown(group, {
          message: `Not all product profiles may be in the export; so far ${profiles.length === 0 ? "none leads" : "one leads"} to operator group "${group.name}".`,
          missing: ["profiles", "completeness"],
        });
      }
    }
  },
  examples: {
    fails: [
      {
        shows: "A mask that leaves the first word open",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign(?:V6)? - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            groups:
              - { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }
              - { groupName: "CampaignV6 - acme - delivery", type: PRODUCT_PROFILE }
        `,
        at: "delivery",
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
    unknown: [
      {
        shows: "Profiles that are only seen with users are not known to be all",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: []
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
      },
    ],
  },
});
