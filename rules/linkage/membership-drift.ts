import { defineRule, type EvidenceKey } from "../../src/evaluate/rule.js";
import { type Hiding, toldBy } from "../../src/model/holdings.js";
import type { Linkage, Profile } from "../../src/model/linkage.js";
import { operatorName } from "../../src/model/people.js";
import type { Operator, User } from "../../src/model/snapshot.schema.js";
import type { Completeness } from "../../src/model/workspace.js";

export default defineRule({
  id: "membership-drift",
  control: "5.9",
  level: "should",
  since: "0.1.0",
  subject: "operator",
  title: "An operator's groups are those that the product profiles lead to",
  why: "Rights are given in the Admin Console; a group that Campaign has beside it is a right that nobody granted there, or one that the person has yet to get.",
  remedy:
    "Grant or take away profiles in the Admin Console, or correct the groups of the operator, until both say what is meant.",
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "campaign.en: v8/start/manage-permissions.md",
  ],
  needs: ["imsOperators", "users", "linkage"],
  check({ instance, imsOperators, users, linkage }, verdict) {
    const saysProfiles = users.records.some(({ groups }) => groups !== undefined);
    const saysMembership = imsOperators.people.some(({ operator }) => operator.groups !== undefined);
    let needsProfiles = false;
    let needsMembership = false;
    let open = 0;
    let hidden = 0;
    let hiddenBy: Hiding | undefined;
    for (const operator of imsOperators.technical) {
      verdict.notApplicable(operator, "A technical account is no user of the organization.");
    }
    for (const { operator, users: own } of imsOperators.people) {
      const [user] = own;
      if (!user) {
        verdict.unknown(operator, {
          message: `Operator "${operatorName(operator)}" is not among the users in the export, so the profiles are not known.`,
          because: { rule: "operator-known-user", subject: operator },
        });
        continue;
      }
      if (!saysMembership) {
        needsMembership = true;
        continue;
      }
      const inCampaign = operator.groups;
      if (!inCampaign && instance.memberships !== "yes") {
        open += 1;
        continue;
      }
      if (!inCampaign || inCampaign.some((name) => name === undefined)) {
        verdict.unknown(operator, {
          message: `The groups of operator "${operatorName(operator)}" are not in the export.`,
          missing: "operatorGroups",
        });
        continue;
      }
      if (!saysProfiles) {
        needsProfiles = true;
        continue;
      }
      const drift = compare(operator, inCampaign, user, linkage, instance.memberships);
      if (
        own.length > 1 &&
        own.some(
          (other) => compare(operator, inCampaign, other, linkage, instance.memberships).is !== drift.is,
        )
      ) {
        verdict.unknown(operator, {
          message: `Operator "${operatorName(operator)}" is ${own.length} users of the organization, who hold different profiles; with which of them the person logs in is not known.`,
          at: [user],
        });
        continue;
      }
      switch (drift.is) {
        case "none":
          // Of groups that may not be all, none can be said to be beside those of the profiles.
          if (instance.memberships === "yes") verdict.pass(operator);
          else open += 1;
          break;
        case "hidden":
          hidden += 1;
          hiddenBy = drift.by;
          break;
        case "unknown":
          verdict.unknown(operator, { message: drift.message, missing: drift.missing });
          break;
        case "some": {
          const groups = listed(inCampaign);
          const fromProfiles = listed(drift.fromProfiles);
          verdict.fail(operator, {
            message: `Operator "${operatorName(operator)}" has other groups than the product profiles give; in Campaign: ${groups}; from profiles: ${fromProfiles}.`,
            at: [operator, "groups"],
            observed: groups,
            expected: fromProfiles,
            causedBy: drift.cause && {
              rule: drift.cause === operator ? "operator-linked" : "profile-has-group",
              subject: drift.cause,
            },
          });
        }
      }
    }
    if (hidden > 0) {
      verdict.unknown(instance, {
        message: `The groups of ${hidden === 1 ? "1 operator" : `${hidden} operators`} are those that the profiles in the export give, but more may be held through a user group: the export does not tell.`,
        missing: toldBy(hiddenBy),
        property: "hidden",
      });
    }
    if (open > 0) {
      verdict.unknown(instance, {
        message: `The groups of ${open === 1 ? "1 operator" : `${open} operators`} in the export may not be all that they have in Campaign; those that are there are among the groups that the profiles give.`,
        missing: ["memberships", "completeness"],
        property: "memberships",
      });
    }
    if (needsMembership) {
      verdict.unknown(instance, {
        message: "No operator in the export tells the groups it belongs to.",
        missing: "operatorGroups",
      });
    }
    if (needsProfiles) {
      verdict.unknown(instance, {
        message: "No user in the export tells which product profiles are held.",
        missing: "userProfiles",
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery }, { name: admin } ]
          operators:
            - { name: jane, email: jane@acme.example, authenticationType: ims, groups: [admin, delivery] }
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
        at: "groups",
      },
      {
        shows: "A profile's group that the operator has not got",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims, groups: [] } ]
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
        at: "[]",
      },
    ],
    passes: [
      {
        shows: "Order does not matter",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery }, { name: report } ]
          operators:
            - { name: jane, email: jane@acme.example, authenticationType: ims, groups: [report, delivery] }
          organization:
            users:
              - { email: jane@acme.example, groups: ["Campaign - acme - delivery", "Campaign - acme - report"] }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "A technical account",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          operators: [ { name: 3f2a@techacct.adobe.com, authenticationType: ims, groups: [admin] } ]
          organization: { users: [] }
        `,
      },
    ],
    unknown: [
      {
        shows: "The operators' groups are not in the export",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
      },
      {
        shows: "What Campaign has beside may come through a user group",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery }, { name: report } ]
          operators:
            - { name: jane, email: jane@acme.example, authenticationType: ims, groups: [delivery, report] }
          organization:
            directOnly: true
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
      },
      {
        shows: "No such user",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims, groups: [delivery] } ]
          organization: { users: [] }
        `,
      },
    ],
  },
});

type Drift =
  | { readonly is: "none" }
  /** None as far as is known; but more may be held. */
  | { readonly is: "hidden"; readonly by: Hiding }
  | {
      readonly is: "some";
      readonly fromProfiles: readonly string[];
      /** The profile that leads nowhere, or the operator who is not linked at all. */
      readonly cause: Profile | Operator | undefined;
    }
  | {
      readonly is: "unknown";
      readonly message: string;
      readonly missing: EvidenceKey | readonly EvidenceKey[];
    };

const NO_DRIFT: Drift = { is: "none" };

/** Compares the groups in Campaign, which may not be all, with those that one user's profiles lead to. */
function compare(
  operator: Operator,
  inCampaign: readonly string[],
  user: User,
  linkage: Linkage,
  memberships: Completeness,
): Drift {
  const { matched, nearMisses, hiddenBy, reach } = linkage.holdings(user);
  if (!matched) {
    return {
      is: "unknown",
      message: `The product profiles of "${operatorName(operator)}" are not in the export.`,
      missing: "userProfiles",
    };
  }
  // Nearly everybody is in one group, by one profile.
  const [only] = matched;
  const isSame = matched.length === 1 && inCampaign.length === 1 && only?.captured === inCampaign[0];
  if (only?.group && isSame) return hiddenBy ? { is: "hidden", by: hiddenBy } : NO_DRIFT;
  const fromProfiles: string[] = [];
  for (const { captured, leads } of matched) {
    if (captured === undefined) continue;
    // A group of which the operator is a member exists, whether it is in the list of groups or not.
    if (leads === "to-group" || (leads === "unknown" && inCampaign.includes(captured))) {
      fromProfiles.push(captured);
    } else if (leads === "unknown") {
      return {
        is: "unknown",
        message: `Whether operator group "${captured}" exists is not known: the list of groups may not be complete.`,
        missing: ["groups", "completeness"],
      };
    }
  }
  const lacking = memberships === "yes" ? fromProfiles.filter((name) => !inCampaign.includes(name)) : [];
  const beside = inCampaign.filter((name) => !fromProfiles.includes(name));
  if (lacking.length === 0 && beside.length === 0)
    return hiddenBy ? { is: "hidden", by: hiddenBy } : NO_DRIFT;
  if (lacking.length === 0 && hiddenBy) {
    return {
      is: "unknown",
      message: `Operator "${operatorName(operator)}" has ${listed(beside)} beside what the profiles in the export give, and may hold more through a user group.`,
      missing: toldBy(hiddenBy),
    };
  }
  const perhaps = [...matched, ...nearMisses].filter(({ mayLead }) => mayLead);
  if (lacking.length === 0 && perhaps.length > 0 && beside.every((name) => isOneOf(name, perhaps))) {
    return {
      is: "unknown",
      message: `Operator "${operatorName(operator)}" has ${listed(beside)}, to which "${perhaps[0]?.name}" leads if Campaign minds neither letter case nor white space, which is not public.`,
      missing: [],
    };
  }
  const lost = matched.filter(({ leads }) => leads === "nowhere");
  const followsFromLost = lacking.length === 0 && beside.length <= lost.length;
  const cause = followsFromLost ? lost[0] : reach === "nothing" ? operator : undefined;
  return { is: "some", fromProfiles, cause };
}

function isOneOf(name: string, profiles: readonly Profile[]): boolean {
  return profiles.some(({ similarGroup }) => similarGroup?.name === name);
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : [...new Set(names)].sort().join(", ");
}
