import { defineRule } from "../../src/evaluate/rule.js";
import { toldBy } from "../../src/model/holdings.js";
import { userName } from "../../src/model/people.js";

export default defineRule({
  id: "user-linked",
  control: "5.7",
  level: "should",
  since: "0.1.0",
  subject: "user",
  title: "Every user who holds a profile of this instance gets to an operator group",
  why: "Who holds a matching profile was meant to work in Campaign; if it leads to no group, login ends without any right.",
  remedy:
    "Correct the name of the profile or of the operator group, or give the person a profile that leads to a group.",
  source: [
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    "campaign.en: v8/start/manage-permissions.md",
  ],
  needs: ["linkage", "users", "groups"],
  check({ instance, linkage, users }, verdict) {
    const says = users.records.some(({ groups }) => groups !== undefined);
    if (users.records.length > 0 && !says) {
      verdict.unknown(instance, {
        message: "No user in the export tells which product profiles are held.",
        at: [users],
        missing: "userProfiles",
      });
      return;
    }
    for (const user of users.records) {
      const { matched, reach, hiddenBy } = linkage.holdings(user);
      const [first] = matched ?? [];
      if (!matched || (!first && hiddenBy === "name")) {
        verdict.unknown(user, {
          message: "The product profiles of this user are not in the export.",
          missing: "userProfiles",
        });
        continue;
      }
      if (!first) continue;
      switch (reach) {
        case "group":
          verdict.pass(user);
          break;
        case "groups-unknown":
          verdict.unknown(user, {
            message: `"${first.name}" leads to operator group "${first.captured}", which is not in the export; the list of groups may not be complete.`,
            missing: ["groups", "completeness"],
          });
          break;
        case "more-unknown":
          verdict.unknown(user, {
            message: `"${first.name}" leads to no operator group, but more may be held through a user group: the export does not tell.`,
            missing: toldBy(hiddenBy),
          });
          break;
        case "likeness-unknown":
          verdict.unknown(user, {
            message: `"${first.name}" leads to an operator group only if Campaign minds neither letter case nor white space, which is not public.`,
            because: { rule: "profile-has-group", subject: first },
          });
          break;
        default:
          verdict.fail(user, {
            message: `User "${userName(user)}" holds "${first.name}", and no operator group is named "${first.captured}": the profile gives this person no right.`,
            at: [user, "groups", user.groups?.indexOf(first.name) ?? 0],
            observed: matched.map(({ name }) => name).join(", "),
            expected: "a product profile that leads to an operator group",
            causedBy: { rule: "profile-has-group", subject: first },
          });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            users: [ { email: jane@acme.example, groups: [ "Campaign - acme - report" ] } ]
        `,
        at: '"Campaign - acme - report"',
      },
    ],
    passes: [
      {
        shows: "Users of other products are none of its subjects",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            users:
              - { email: jane@acme.example, groups: ["Campaign - acme - delivery"] }
              - { email: john@acme.example, groups: ["Analytics - acme"] }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "Nobody holds a matching profile",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            users: [ { email: john@acme.example, groups: [] } ]
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
          organization:
            directOnly: true
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - report"] } ]
        `,
      },
      {
        shows: "The profiles of one user are not in the export",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            users:
              - { email: jane@acme.example, groups: ["Campaign - acme - delivery"] }
              - { email: john@acme.example }
        `,
      },
      {
        shows: "No user's profiles are in the export",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: delivery } ]
          organization:
            users: [ { email: jane@acme.example } ]
        `,
      },
    ],
  },
});
