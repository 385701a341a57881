import { defineRule } from "../../src/evaluate/rule.js";
import { type Linkage, matchesNothing, type Profile } from "../../src/model/linkage.js";
import { isTechnicalAccount, loginOf } from "../../src/model/people.js";
import type { ExtAccount, Operator, OperatorGroup } from "../../src/model/snapshot.schema.js";
import type { Instance } from "../../src/model/workspace.js";

/** The groups that Campaign brings along, used or not. */
const BUILT_IN: ReadonlySet<string> = new Set([
  "admin",
  "delivery",
  "operation",
  "content",
  "report",
  "workflow",
  "workflowSupervisor",
  "central",
  "local",
  "offer",
  "aemApplication",
  "deliverability",
  "support",
]);

export default defineRule({
  id: "group-has-profile",
  control: "5.4",
  level: "should",
  since: "0.1.0",
  subject: "group",
  title: "A product profile leads to every operator group that is in use",
  why: "Whoever logs in with an Adobe ID gets groups through profiles alone; the rights of a group to which none leads cannot be given to anybody.",
  remedy:
    "Create a product profile for the group in the Admin Console, named as the association mask wants it, or delete the group.",
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "campaign.en: v8/start/manage-permissions.md",
  ],
  needs: ["imsAccounts", "linkage", "profiles", "groups"],
  check({ instance, imsAccounts, linkage, groups }, verdict) {
    let members: Members | undefined;
    for (const group of groups.records) {
      const { name } = group;
      if (!name) {
        verdict.unknown(group, {
          message: "The internal name of the operator group is not in the export.",
          missing: "groups",
        });
        continue;
      }
      if (linkage.byGroup.has(group)) {
        verdict.pass(group);
        continue;
      }
      members ??= membersOf(instance);
      const isSpare = BUILT_IN.has(name) && !members.byGroup.has(name);
      if (isSpare && members.missing.length === 0) {
        verdict.notApplicable(group, "A group that Campaign brings along, without members.");
      } else if (linkage.profilesComplete !== "yes") {
        verdict.unknown(group, {
          message: `None of the product profiles in the export leads to operator group "${name}"; there may be more.`,
          missing: ["profiles", "completeness"],
        });
      } else if (isSpare) {
        verdict.unknown(group, {
          message: `No product profile leads to operator group "${name}", which Campaign brings along; whether it has members is not in the export.`,
          missing: members.missing,
        });
      } else {
        verdict.fail(group, {
          message: `No product profile leads to operator group "${name}": nobody who logs in with an Adobe ID gets its rights.`,
          at: [group, "name"],
          observed: "no profile",
          expected: linkage.mask.literalStart === "" ? undefined : `${linkage.mask.literalStart}${name}`,
          causedBy: causeOf(group, linkage, imsAccounts, members.byGroup.get(name) ?? []),
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
          groups: [ { name: delivery }, { name: marketing } ]
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
        at: "marketing",
      },
      {
        shows: "A built-in group with a member",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: report } ]
          operators: [ { name: jane, authenticationType: ims, groups: [report] } ]
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
        at: "report",
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
        shows: "A built-in group without members",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: report } ]
          operators: [ { name: jane, groups: [delivery] } ]
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "Not all profiles are in the export",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: marketing } ]
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
          complete: { profiles: unknown }
        `,
      },
      {
        shows: "Whether a built-in group has members is not in the export",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          groups: [ { name: report } ]
          operators: [ { name: jane } ]
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
      },
    ],
  },
});

interface Members {
  readonly byGroup: ReadonlyMap<string, readonly Operator[]>;
  /** What is missing to say that a group has none. */
  readonly missing: readonly ("operators" | "memberships" | "completeness")[];
}

function membersOf({ operators, memberships }: Instance): Members {
  const byGroup = new Map<string, Operator[]>();
  let isKnown = true;
  for (const operator of operators?.records ?? []) {
    if (!operator.groups) {
      isKnown = false;
      continue;
    }
    for (const name of operator.groups) {
      if (name === undefined) isKnown = false;
      const known = byGroup.get(name);
      if (known) known.push(operator);
      else byGroup.set(name, [operator]);
    }
  }
  return {
    byGroup,
    missing: !operators
      ? ["operators"]
      : !isKnown
        ? ["memberships"]
        : operators.complete !== "yes"
          ? ["operators", "completeness"]
          : memberships === "yes"
            ? []
            : ["memberships", "completeness"],
  };
}

/** A mistake elsewhere without which a profile would lead to the group. */
function causeOf(
  group: OperatorGroup,
  linkage: Linkage,
  imsAccounts: readonly ExtAccount[],
  members: readonly Operator[],
) {
  const [account] = imsAccounts;
  if (account && matchesNothing(linkage)) return { rule: "mask-matches", subject: account };
  const near = linkage.profiles.filter(({ similarGroup }) => similarGroup === group);
  const lost = near.find(({ leads }) => leads === "nowhere") ?? renamedFrom(members, linkage);
  if (lost) return { rule: "profile-has-group", subject: lost };
  const miss = near.find(({ misses }) => misses !== undefined);
  return miss && { rule: "profile-near-miss", subject: miss };
}

/** The profile that leads nowhere and that all members of a group hold: most likely the group was renamed. */
function renamedFrom(members: readonly Operator[], linkage: Linkage): Profile | undefined {
  const login = loginOf({ records: members, complete: "unknown" });
  let common: readonly Profile[] | undefined;
  for (const operator of members) {
    if (login(operator) !== "ims" || isTechnicalAccount(operator)) continue;
    const held = linkage
      .usersOf(operator)
      .flatMap((user) => linkage.holdings(user).matched ?? [])
      .filter(({ leads }) => leads === "nowhere");
    common = common ? common.filter((profile) => held.includes(profile)) : held;
    if (common.length === 0) return undefined;
  }
  return common?.[0];
}
