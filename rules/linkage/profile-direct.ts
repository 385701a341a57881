import { defineRule } from "../../src/evaluate/rule.js";
import type { Linkage, Profile } from "../../src/model/linkage.js";
import { userNames } from "../../src/model/people.js";
import {
  isAdministrative,
  namesWithoutMembers,
  profilesOfUserGroups,
} from "../../src/model/profile-names.js";
import type { User } from "../../src/model/snapshot.schema.js";
import type { Instance, Listing } from "../../src/model/workspace.js";

export default defineRule({
  id: "profile-direct",
  control: "5.11",
  level: "info",
  since: "0.1.0",
  subject: "profile",
  title: "People hold product profiles through user groups",
  why: "Profiles that are given to single people are forgotten when somebody changes the team; a user group is kept in one place.",
  remedy: "In the Admin Console assign the profile to a user group, and take it from the people themselves.",
  source: ["umapi-documentation: docs/en/api/getUsers.md", "campaign.en: v8/start/manage-permissions.md"],
  needs: ["users", "linkage"],
  check({ instance, users, linkage }, verdict) {
    const holders = holdersOf(instance, users, linkage);
    if (!holders) {
      if (linkage.matched.length === 0) return;
      verdict.unknown(instance, {
        message:
          "The export does not tell which product profiles are held directly, and which through a user group.",
        missing: ["directListing"],
      });
      return;
    }
    for (const profile of linkage.matched) {
      const { direct, unclear } = holders.get(profile) ?? { direct: [], unclear: 0 };
      const [first] = direct;
      if (first) {
        verdict.fail(profile, {
          message: `${direct.length === 1 ? "1 user holds" : `${direct.length} users hold`} "${profile.name}" directly, not through a user group: ${userNames(direct)}.`,
          at: [first, "groups", Math.max(0, first.groups?.indexOf(profile.name) ?? 0)],
          observed: userNames(direct),
          expected: "the profile assigned to a user group",
          property: "direct",
        });
      } else if (unclear > 0 || users.complete !== "yes") {
        verdict.unknown(profile, {
          message: `Whether "${profile.name}" is held directly is not known: the export does not tell all of what people hold, or not of all people.`,
          missing: unclear === 0 ? ["users", "completeness"] : ["directListing"],
        });
      } else {
        verdict.pass(profile);
      }
    }
  },
  examples: {
    fails: [
      {
        shows: "A listing of what is held directly",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            directOnly: true
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
        at: '"Campaign - acme - delivery"',
      },
      {
        shows: "Everything is listed, and no user group gives it",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            directOnly: false
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery", Editors] } ]
            groups:
              - { groupName: Editors, type: USER_GROUP, profiles: ["Campaign - acme - content"] }
              - { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }
              - { groupName: "Campaign - acme - content", type: PRODUCT_PROFILE }
        `,
        at: '"Campaign - acme - delivery"',
      },
    ],
    passes: [
      {
        shows: "A listing of what is held directly, without the profile",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            directOnly: true
            users: [ { email: jane@acme.example, groups: [Senders] } ]
            groups:
              - { groupName: Senders, type: USER_GROUP }
              - { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }
        `,
      },
    ],
    unknown: [
      {
        shows: "A user group gives it, and it may be held directly too",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            directOnly: false
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery", Senders] } ]
            groups:
              - { groupName: Senders, type: USER_GROUP, profiles: ["Campaign - acme - delivery"] }
              - { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }
        `,
      },
      {
        shows: "What the user groups give is not in the export",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            directOnly: false
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
      },
    ],
    notApplicable: [
      {
        shows: "No profile that the mask matches",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            directOnly: true
            users: [ { email: jane@acme.example, groups: [] } ]
        `,
      },
    ],
  },
});

interface Holders {
  /** Who holds the profile directly, for certain. */
  readonly direct: User[];
  /** How many may. */
  unclear: number;
}

/**
 * Who holds what directly. A listing made with directOnly names nothing else; in one of everything, what no user group
 * of the person gives is held directly. Undefined where the export has neither.
 */
function holdersOf(
  { organization }: Instance,
  users: Listing<User>,
  linkage: Linkage,
): ReadonlyMap<Profile, Holders> | undefined {
  const directOnly = organization?.directOnly;
  const givenBy = profilesOfUserGroups({ organization });
  if (directOnly !== true && givenBy.size === 0) return undefined;
  const givesNoMore = namesWithoutMembers({ organization });
  const isKnown = (name: string) => givesNoMore.has(name) || givenBy.has(name) || isAdministrative(name);
  const profiles = new Map(linkage.matched.map((profile) => [profile.name, profile]));
  const holders = new Map<Profile, Holders>();
  for (const user of users.records) {
    const names: readonly string[] = user.groups ?? [];
    const all = [...names, ...(user.userGroups ?? [])];
    const given = new Set(directOnly ? [] : all.flatMap((name) => givenBy.get(name) ?? []));
    const isTold = directOnly || (directOnly === false && all.every(isKnown));
    for (const name of new Set(names)) {
      const profile = profiles.get(name);
      if (!profile) continue;
      const known = holders.get(profile) ?? { direct: [], unclear: 0 };
      // What a user group gives may be held directly too.
      if (isTold && !given.has(name)) known.direct.push(user);
      else known.unclear += 1;
      holders.set(profile, known);
    }
  }
  return holders;
}
