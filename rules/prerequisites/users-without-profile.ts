import type { CauseRef, UnknownDetail, Verdicts } from "../../src/evaluate/rule.js";
import { defineRule } from "../../src/evaluate/rule.js";
import { type Holdings, type Reach, toldBy } from "../../src/model/holdings.js";
import { type Linkage, matchesNothing, type Profile } from "../../src/model/linkage.js";
import type { ExtAccount, User } from "../../src/model/snapshot.schema.js";
import type { Listing, Organization } from "../../src/model/workspace.js";

export default defineRule({
  id: "users-without-profile",
  control: "1.6",
  level: "info",
  since: "0.1.0",
  subject: "organization",
  title: "The people who use Campaign hold a product profile that maps to an operator group",
  why: "Without such a profile a person has no right in Campaign and cannot log in with an Adobe ID.",
  remedy: "Give the person a product profile of Campaign in the Admin Console, then export the users again.",
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
  ],
  needs: ["organization", "users", "imsAccounts", "linkage"],
  check({ organization, users, imsAccounts, linkage, expect }, verdict) {
    const known: Known = { organization, users, linkage, account: imsAccounts[0] };
    if (!expect.users) {
      countUnlinked(known, verdict);
      return;
    }
    const people = new Map(expect.users.map((person) => [person.trim().toLowerCase(), person.trim()]));
    people.delete("");
    if (people.size === 0) verdict.notApplicable(organization, "«expect.users» of the config lists nobody.");
    for (const person of people.values()) judgePerson(person, known, verdict);
  },
  examples: {
    fails: [
      {
        shows: "A listed person is no user of the organization",
        snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          groups: [ { name: delivery } ]
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
        config: `
          instances: { acme_prod: { expect: { users: [jane@acme.example, joe@acme.example] } } }
        `,
        at: "users",
      },
      {
        shows: "A listed person holds no profile that maps",
        snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          groups: [ { name: delivery } ]
          organization:
            users: [ { email: Joe@acme.example, groups: [] } ]
        `,
        config: `
          instances: { acme_prod: { expect: { users: [joe@acme.example] } } }
        `,
        at: "[]",
      },
    ],
    passes: [
      {
        shows: "E-mails compare without case",
        snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          groups: [ { name: delivery } ]
          organization:
            users: [ { email: Jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
        config: `
          instances: { acme_prod: { expect: { users: [jane@acme.example] } } }
        `,
      },
      {
        shows: "Nobody is listed, and every user holds a profile that maps",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          groups: [ { name: delivery } ]
          organization:
            users:
              - { email: jane@acme.example, groups: ["Campaign - acme - delivery"] }
              - { email: api@acme.example, groups: ["Campaign - acme - messagecenter"] }
        `,
      },
    ],
    unknown: [
      {
        shows: "A person who is not in an incomplete list may still be a user",
        snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          organization: { users: [] }
          complete: { users: unknown }
        `,
        config: `
          instances: { acme_prod: { expect: { users: [joe@acme.example] } } }
        `,
      },
      {
        shows: "The listing leaves out what is held through user groups",
        snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          organization:
            directOnly: true
            users: [ { email: joe@acme.example, groups: [] } ]
        `,
        config: `
          instances: { acme_prod: { expect: { users: [joe@acme.example] } } }
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          organization:
            users: [ { email: jane@acme.example, groups: [] } ]
        `,
        config: `
          instances: { acme_prod: { expect: { users: [] } } }
        `,
      },
    ],
    review: [
      {
        shows: "Nobody is listed: the users without a profile are counted",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          groups: [ { name: delivery } ]
          organization:
            users:
              - { email: jane@acme.example, groups: ["Campaign - acme - delivery"] }
              - { email: joe@acme.example, groups: [] }
        `,
      },
    ],
  },
});

/** Whether somebody gets into Campaign: yes, no, or not to be told. */
type Access = "yes" | "no" | "unknown";

function accessOf(reach: Reach): Access {
  if (reach === "group") return "yes";
  return reach === "nothing" ? "no" : "unknown";
}

interface Known {
  readonly organization: Organization;
  readonly users: Listing<User>;
  readonly linkage: Linkage;
  readonly account: ExtAccount | undefined;
}

function judgePerson(person: string, known: Known, verdict: Verdicts): void {
  const { organization, linkage } = known;
  const property = person.toLowerCase();
  const theirs = linkage.usersOf({ ...NO_OPERATOR, email: person });
  const [first] = theirs;
  if (!first) {
    judgeStranger(person, known, verdict);
    return;
  }
  const held = theirs.map((user) => linkage.holdings(user));
  const at = [first, "groups"] as const;
  const open = held.find(({ reach }) => accessOf(reach) === "unknown");
  if (held.some(({ reach }) => reach === "group")) {
    verdict.pass(organization);
  } else if (open) {
    const { why, ...detail } = whyOpen(open);
    const message = `Whether "${person}" holds a product profile that maps to an operator group is not known: ${why}.`;
    verdict.unknown(organization, { ...detail, message, at, property });
  } else {
    const deadEnd = held.flatMap(({ matched }) => matched ?? [])[0];
    verdict.fail(organization, {
      message: deadEnd
        ? `"${person}" holds "${deadEnd.name}", which maps to no operator group: this person cannot log in.`
        : `"${person}" holds no product profile that the association mask matches: this person cannot log in.`,
      at,
      property,
      causedBy: causeOf(deadEnd, known),
    });
  }
}

const NO_OPERATOR = {
  name: undefined,
  label: undefined,
  authenticationType: undefined,
  securityZone: undefined,
  groups: undefined,
  rights: undefined,
};

/** A profile without its group, or a mask that matches no profile, has findings of its own. */
function causeOf(deadEnd: Profile | undefined, { linkage, account }: Known): CauseRef | undefined {
  if (deadEnd) return { rule: "profile-has-group", subject: deadEnd };
  return account && matchesNothing(linkage) ? { rule: "mask-matches", subject: account } : undefined;
}

function judgeStranger(person: string, { organization, users }: Known, verdict: Verdicts): void {
  const message = `"${person}", who must be able to log in, is not among the organization's users`;
  const at = [users] as const;
  const property = person.toLowerCase();
  const total = users.records.length;
  if (users.complete === "yes") {
    verdict.fail(organization, {
      message: `${message}, of whom the export lists ${total}.`,
      remedy: "Add the person to the organization in the Admin Console, then export the users again.",
      at,
      property,
      causedBy: total === 0 ? { rule: "users-in-organization", subject: organization } : undefined,
    });
  } else {
    verdict.unknown(organization, {
      message: `${message} in the export, and the list may not be complete.`,
      missing: ["users", "completeness"],
      at,
      property,
    });
  }
}

/** Why it is not known where somebody gets. */
function whyOpen({
  reach,
  matched = [],
  nearMisses,
  hiddenBy,
}: Holdings): Omit<UnknownDetail, "message"> & { why: string } {
  if (reach === "groups-unknown") {
    const open = matched.find(({ leads }) => leads === "unknown");
    return {
      why: `operator group "${open?.captured}" is not in the export, and not all groups may be`,
      missing: ["groups", "completeness"],
    };
  }
  if (reach !== "likeness-unknown") {
    return {
      why: "the export does not tell all the profiles that this person holds",
      missing: toldBy(hiddenBy),
    };
  }
  const like = matched.find(({ mayLead }) => mayLead) ?? nearMisses.find(({ mayLead }) => mayLead);
  return {
    why: `"${like?.name}" would map if Campaign ignored letter case and white space, which is not public`,
    because: like && {
      rule: like.captured === undefined ? "profile-near-miss" : "profile-has-group",
      subject: like,
    },
  };
}

/** The one profile that leads nowhere and that everybody without access holds, such as that of a renamed group. */
function commonCause(users: Listing<User>, linkage: Linkage): CauseRef | undefined {
  let common: Profile | undefined;
  for (const user of users.records) {
    const holdings = linkage.holdings(user);
    if (accessOf(holdings.reach) !== "no") continue;
    const lost = holdings.matched?.find(({ leads }) => leads === "nowhere");
    if (!lost || (common && lost !== common)) return undefined;
    common = lost;
  }
  return common && { rule: "profile-has-group", subject: common };
}

/** Without a list of people, somebody has to tell who of the organization works with Campaign. */
function countUnlinked({ organization, users, linkage }: Known, verdict: Verdicts): void {
  const total = users.records.length;
  const at = [users] as const;
  const count: Record<Access, number> = { yes: 0, no: 0, unknown: 0 };
  for (const user of users.records) count[accessOf(linkage.holdings(user).reach)] += 1;
  if (total === 0) {
    verdict.unknown(organization, {
      message: "The export lists no users of the organization.",
      at,
      because: { rule: "users-in-organization", subject: organization },
    });
  } else if (count.no > 0) {
    const open =
      count.unknown > 0 ? `; of ${count.unknown} more the export does not tell whether they do` : "";
    verdict.review(organization, {
      message: `${count.no} of ${total} users hold no product profile that maps to an operator group, so they cannot log in to Campaign${open}. State under «expect.users» of the config who must be able to.`,
      at,
      observed: `${count.no} of ${total} users`,
      causedBy: commonCause(users, linkage),
    });
  } else if (count.unknown > 0) {
    verdict.unknown(organization, {
      message: `Whether ${count.unknown} of ${total} users hold a product profile that maps to an operator group is not known: the export does not tell all that they hold, or a name differs in letter case or white space alone.`,
      at,
      missing: ["userProfiles", "groups"],
    });
  } else if (users.complete !== "yes") {
    verdict.unknown(organization, {
      message: "The users in the export hold a product profile that maps, but the list may not be complete.",
      at,
      missing: ["users", "completeness"],
    });
  } else {
    verdict.pass(organization);
  }
}
