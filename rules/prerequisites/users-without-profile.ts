import { defineRule } from "../../src/evaluate/rule.js";
import type { UnknownDetail, Verdicts } from "../../src/evaluate/verdict.js";
import type { Linkage, Profile } from "../../src/model/linkage.js";
import type { User } from "../../src/model/snapshot.schema.js";
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
  needs: ["organization", "users", "linkage"],
  check({ organization, users, linkage, expect }, verdict) {
    if (!expect.users) {
      countUnlinked(organization, users, linkage, verdict);
      return;
    }
    const people = new Map(expect.users.map((person) => [person.trim().toLowerCase(), person.trim()]));
    people.delete("");
    if (people.size === 0) {
      verdict.notApplicable(organization, "«expect.users» of the config lists nobody.");
    }
    for (const person of people.values()) judgePerson(person, organization, users, linkage, verdict);
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

/** How a user stands: with a way into Campaign, without one, or not to be told, and why. */
type Standing =
  | { readonly is: "linked" }
  | { readonly is: "unlinked"; readonly deadEnd: Profile | undefined }
  | ({ readonly is: "uncertain" } & UnknownDetail);

function standingOf(user: User, linkage: Linkage): Standing {
  const { matched = [], nearMisses, mayHoldMore } = linkage.holdings(user);
  if (matched.some(({ leads }) => leads === "to-group" || leads === "to-messagecenter"))
    return { is: "linked" };
  if (mayHoldMore) {
    return {
      is: "uncertain",
      message: "the export does not tell all the profiles that are held",
      missing: "userProfiles",
    };
  }
  const similar = matched.find(({ similarGroup }) => similarGroup !== undefined);
  if (similar) {
    return {
      is: "uncertain",
      message: `"${similar.name}" maps to a group only if Campaign minds neither letter case nor spacing, which is not public`,
      because: { rule: "profile-has-group", subject: similar },
    };
  }
  const open = matched.find(({ leads }) => leads === "unknown");
  if (open) {
    return {
      is: "uncertain",
      message: `"${open.name}" maps to operator group "${open.captured}", which is not among those in the export`,
      missing: ["groups", "completeness"],
    };
  }
  const [near] = nearMisses;
  if (near) {
    return {
      is: "uncertain",
      message: `"${near.name}" matches the mask only if Campaign minds neither letter case nor spacing, which is not public`,
      because: { rule: "profile-near-miss", subject: near },
    };
  }
  return { is: "unlinked", deadEnd: matched[0] };
}

function judgePerson(
  person: string,
  organization: Organization,
  users: Listing<User>,
  linkage: Linkage,
  verdict: Verdicts,
): void {
  const property = person.toLowerCase();
  const known = linkage.usersOf({ ...NOBODY, name: person, email: person });
  const [first] = known;
  if (!first) {
    const message = `"${person}", who must be able to log in, is not among the ${users.records.length} users of the organization`;
    const at = [users] as const;
    if (users.complete === "yes") {
      const causedBy =
        users.records.length === 0 ? { rule: "users-in-organization", subject: organization } : undefined;
      const remedy = "Add the person to the organization in the Admin Console, then export the users again.";
      verdict.fail(organization, { message: `${message}.`, at, property, causedBy, remedy });
    } else {
      const missing = ["users", "completeness"] as const;
      verdict.unknown(organization, { message: `${message} that are in the export.`, at, property, missing });
    }
    return;
  }
  const standings = known.map((user) => standingOf(user, linkage));
  if (standings.some(({ is }) => is === "linked")) {
    verdict.pass(organization);
    return;
  }
  const at = [first, "groups"] as const;
  const uncertain = standings.find((standing) => standing.is === "uncertain");
  if (uncertain) {
    const { is: _, message, ...why } = uncertain;
    verdict.unknown(organization, {
      ...why,
      message: `Whether "${person}" holds a profile that maps is not known: ${message}.`,
      at,
      property,
    });
    return;
  }
  const deadEnd = standings
    .map((standing) => (standing.is === "unlinked" ? standing.deadEnd : undefined))
    .find(Boolean);
  verdict.fail(organization, {
    message: deadEnd
      ? `"${person}" holds "${deadEnd.name}", which maps to no operator group: this person cannot log in.`
      : `"${person}" holds no product profile that the association mask matches: this person cannot log in.`,
    at,
    property,
    causedBy: deadEnd && { rule: "profile-has-group", subject: deadEnd },
  });
}

const NOBODY = {
  label: undefined,
  authenticationType: undefined,
  securityZone: undefined,
  groups: undefined,
  rights: undefined,
};

/** Without a list of people, a person has to tell who of the organization works with Campaign. */
function countUnlinked(
  organization: Organization,
  users: Listing<User>,
  linkage: Linkage,
  verdict: Verdicts,
): void {
  const total = users.records.length;
  if (total === 0) {
    verdict.unknown(organization, {
      message: "The export lists no users of the organization.",
      at: [users],
      because: { rule: "users-in-organization", subject: organization },
    });
    return;
  }
  const count = { linked: 0, unlinked: 0, uncertain: 0 };
  for (const user of users.records) count[standingOf(user, linkage).is] += 1;
  const uncertain =
    count.uncertain > 0 ? `, and of ${count.uncertain} more the export does not tell whether they do` : "";
  if (count.unlinked > 0) {
    verdict.review(organization, {
      message: `${count.unlinked} of ${total} users hold no product profile that maps to an operator group${uncertain}: they cannot log in to Campaign. State under «expect.users» of the config who must be able to.`,
      at: [users],
      observed: `${count.unlinked} of ${total} users`,
    });
  } else if (count.uncertain > 0) {
    verdict.unknown(organization, {
      message: `Of ${count.uncertain} of ${total} users the export does not tell whether they hold a product profile that maps to an operator group.`,
      at: [users],
      missing: ["userProfiles", "groups"],
    });
  } else if (users.complete !== "yes") {
    verdict.unknown(organization, {
      message: `The ${total} users in the export hold a profile that maps, but the list may not be complete.`,
      at: [users],
      missing: ["users", "completeness"],
    });
  } else {
    verdict.pass(organization);
  }
}
