import { defineRule } from "../../src/evaluate/rule.js";
import type { Linkage, Profile } from "../../src/model/linkage.js";
import { userNames } from "../../src/model/people.js";
import type { User } from "../../src/model/snapshot.schema.js";
import type { Instance } from "../../src/model/workspace.js";

export default defineRule({
  id: "admin-profile",
  control: "5.10",
  level: "should",
  since: "0.1.0",
  subject: "profile",
  securitySeverity: "5.5",
  title: "No product profile opens Control Panel by its name alone",
  why: 'Whoever holds a product profile with "admin" in its name, in any letter case, can open Control Panel, whatever the operator group allows.',
  remedy:
    'See whether everybody who holds the profile is meant to open Control Panel; if not, give them another profile, or rename profile and operator group so that "admin" is not in the name.',
  source: [
    "control-panel.en: help/discover/using/managing-permissions.md",
    "campaign-classic.en: technotes/using/migrate-users-to-ims.md",
  ],
  needs: ["linkage", "profiles"],
  check({ instance, linkage }, verdict) {
    const members = membersOf(instance, linkage);
    for (const profile of linkage.matched) {
      if (!isAdmin(profile)) {
        verdict.pass(profile);
        continue;
      }
      verdict.review(profile, {
        message: `Product profile "${profile.name}" has "admin" in its name, which opens Control Panel to all who hold it: ${members(profile)}.`,
        observed: profile.name,
      });
    }
  },
  examples: {
    review: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: admin } ]
          organization:
            groups: [ { groupName: "Campaign - acme - admin", type: PRODUCT_PROFILE } ]
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - admin"] } ]
        `,
      },
      {
        shows: "In any letter case, and as a part of a word",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups: [ { groupName: "Campaign - acme - sysADMINs", type: PRODUCT_PROFILE } ]
        `,
      },
    ],
    passes: [
      {
        shows: "A profile of another product is none of its subjects",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups:
              - { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }
              - { groupName: "Analytics admin", type: PRODUCT_PROFILE }
        `,
      },
    ],
    notApplicable: [
      {
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

function isAdmin({ name }: Profile): boolean {
  return /admin/i.test(name);
}

/** Tells the members of a profile, as far as the export knows them. */
function membersOf({ organization }: Instance, linkage: Linkage): (profile: Profile) => string {
  const users = organization?.users;
  if (!users) return () => "who they are is not in the export";
  const members = new Map<Profile, User[]>(linkage.matched.filter(isAdmin).map((profile) => [profile, []]));
  if (members.size === 0) return () => "";
  let isSure = users.complete === "yes";
  for (const user of users.records) {
    const held = linkage.holdings(user);
    for (const profile of held.matched ?? []) members.get(profile)?.push(user);
    if (held.hiddenBy) isSure = false;
  }
  return (profile) => {
    const own = members.get(profile) ?? [];
    const count = `${isSure ? "" : "at least "}${own.length} ${own.length === 1 ? "user" : "users"}`;
    return own.length === 0 ? count : `${count} (${userNames(own)})`;
  };
}
