import { defineRule } from "../../src/evaluate/rule.js";
import { type Holdings, toldBy } from "../../src/model/holdings.js";
import { brokenLink } from "../../src/model/linkage.js";
import { operatorName } from "../../src/model/people.js";
import type { Operator, User } from "../../src/model/snapshot.schema.js";

export default defineRule({
  id: "operator-linked",
  control: "5.6",
  level: "must",
  since: "0.1.0",
  subject: "operator",
  title:
    "Every operator who logs in with an Adobe ID holds a product profile that leads to an operator group",
  why: 'Rights come from the profiles alone: without one that leads to a group, login ends in "Login does not have any right matching the expression".',
  remedy:
    "Give the person a product profile in the Admin Console whose name the mask matches and whose last part is the internal name of an operator group.",
  source: [
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    "campaign.en: v8/start/manage-permissions.md",
  ],
  needs: ["imsAccounts", "imsOperators", "users", "linkage"],
  check({ instance, imsAccounts, imsOperators, users, linkage }, verdict) {
    const saysProfiles = users.records.some(({ groups }) => groups !== undefined);
    const saysGroups = instance.groups !== undefined;
    const [account] = imsAccounts;
    const causeOf = (held: Holdings) => {
      const broken = brokenLink(linkage, held);
      switch (broken.is) {
        case "mask":
          return account && { rule: "mask-matches", subject: account };
        case "group":
          return { rule: "profile-has-group", subject: broken.profile };
        case "near-miss":
          // A profile that leads to no group once its name is mended is not what stands in the way.
          return broken.profile.similarGroup && { rule: "profile-near-miss", subject: broken.profile };
        case "no-profile":
          return undefined;
      }
    };
    let needsProfiles = false;
    let needsGroups = false;
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
      const held = linkage.holdings(user);
      if (own.length > 1 && own.some((other) => linkage.holdings(other).reach !== held.reach)) {
        verdict.unknown(operator, {
          message: `Operator "${operatorName(operator)}" is ${own.length} users of the organization (${typesOf(own)}), who do not all hold a profile that leads to an operator group; with which of them the person logs in is not known.`,
          at: [user],
        });
        continue;
      }
      switch (held.reach) {
        case "group":
          verdict.pass(operator);
          break;
        case "nothing":
          verdict.fail(operator, {
            message: `Operator ${whatIsHeld(operator, held)}: this person logs in without any right.`,
            observed: whatProfiles(held),
            expected: "a product profile that leads to an operator group",
            causedBy: causeOf(held),
          });
          break;
        case "profiles-unknown":
          if (saysProfiles) {
            verdict.unknown(operator, {
              message: `The product profiles of "${operatorName(operator)}" are not in the export.`,
              missing: "userProfiles",
            });
          } else needsProfiles = true;
          break;
        case "groups-unknown":
          if (saysGroups) {
            verdict.unknown(operator, {
              message: `Operator ${whatIsHeld(operator, held)}; the list of groups may not be complete.`,
              missing: ["groups", "completeness"],
            });
          } else needsGroups = true;
          break;
        case "more-unknown":
          verdict.unknown(operator, {
            message: `Operator ${whatIsHeld(operator, held)}, but may hold more through a user group: the export does not tell.`,
            missing: toldBy(held.hiddenBy),
          });
          break;
        case "likeness-unknown":
          verdict.unknown(operator, {
            message: `Operator ${whatIsHeld(operator, held)} only if Campaign minds neither letter case nor white space, which is not public.`,
          });
          break;
      }
    }
    if (needsProfiles) {
      verdict.unknown(instance, {
        message: "No user in the export tells which product profiles are held.",
        missing: "userProfiles",
      });
    }
    if (needsGroups) {
      verdict.unknown(instance, {
        message:
          "Whether the profiles lead to operator groups is not known: the export does not hold the groups.",
        missing: "groups",
      });
    }
  },
  examples: {
    fails: [
      {
        shows: "No profile that the mask matches",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            directOnly: false
            users: [ { email: jane@acme.example, groups: ["Analytics - acme"] } ]
        `,
        at: "jane",
      },
      {
        shows: "A profile that leads to no group",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - report"] } ]
        `,
        at: "jane",
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
      },
    ],
    notApplicable: [
      {
        shows: "A technical account",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          operators: [ { name: 3f2a@techacct.adobe.com, authenticationType: ims } ]
          organization: { users: [] }
        `,
      },
    ],
    unknown: [
      {
        shows: "More may be held through a user group",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            directOnly: true
            users: [ { email: jane@acme.example, groups: [] } ]
        `,
      },
      {
        shows: "Only a name that differs in letter case",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - Delivery"] } ]
        `,
      },
      {
        shows: "No such user",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization: { users: [] }
        `,
      },
      {
        shows: "Two users of one e-mail, of whom one has the rights",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          operators: [ { name: jane, email: jane@acme.example, authenticationType: ims } ]
          organization:
            users:
              - { email: jane@acme.example, type: federatedID, groups: ["Campaign - acme - delivery"] }
              - { email: jane@acme.example, type: adobeID, groups: [] }
        `,
      },
    ],
  },
});

/** «"jane" holds "Campaign - acme - report", which leads to operator group "report"». */
function whatIsHeld(operator: Operator, { matched = [], nearMisses, reach }: Holdings): string {
  const name = operatorName(operator);
  const [first] = matched;
  if (first) {
    const which = matched.length > 1 ? `${matched.length} matching profiles, such as ` : "";
    const end =
      reach === "groups-unknown"
        ? `operator group "${(matched.find(({ leads }) => leads === "unknown") ?? first).captured}", which is not in the export`
        : reach === "likeness-unknown"
          ? "an operator group"
          : `operator group "${first.captured}", which Campaign does not have`;
    return `"${name}" holds ${which}"${first.name}", which leads to ${end}`;
  }
  const [near] = nearMisses;
  if (near && reach === "likeness-unknown") {
    return `"${name}" holds "${near.name}", which leads to an operator group`;
  }
  return near
    ? `"${name}" holds "${near.name}", which just misses the association mask`
    : `"${name}" holds no product profile that the association mask matches`;
}

function whatProfiles({ matched = [] }: Holdings): string {
  return matched.length === 0 ? "no matching profile" : matched.map(({ name }) => name).join(", ");
}

function typesOf(users: readonly User[]): string {
  return users.map(({ type }) => type || "of no known type").join(", ");
}
