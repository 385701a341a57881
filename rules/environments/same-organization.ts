import { defineRule } from "../../src/evaluate/rule.js";
import { prevalent } from "../../src/model/common-field.js";
import { type IdStatement, idWithoutForm, organizationIdsOf } from "../../src/model/organization-ids.js";
import type { Instance } from "../../src/model/workspace.js";

export default defineRule({
  id: "same-organization",
  control: "8.5",
  level: "should",
  since: "0.1.0",
  subject: "instance",
  title: "All instances name the same IMS organization",
  why: "People have their Adobe ID and their product profiles in one organization: on an instance that names another, the same people have no rights.",
  remedy:
    "Set IMS organization ID of the external account to that of the other instances; where the instance is meant for another organization, turn this rule off or accept the risk. Save in Campaign, restart the server, export again.",
  source: ["core-services.en: help/interface/administration/organizations.md"],
  needs: [],
  check({ instance, others }, verdict) {
    if (others.length === 0) {
      verdict.notApplicable(instance, "There is no other instance to hold it against.");
      return;
    }
    const statements = organizationIdsOf(instance);
    const [first] = statements;
    if (!first) {
      verdict.unknown(instance, {
        message: "The IMS organization ID is stated nowhere.",
        missing: ["extAccounts", "organization"],
      });
      return;
    }
    if (!agree(statements)) {
      verdict.unknown(instance, {
        message: "The instance states several IMS organization IDs, so which one counts is not known.",
        at: first.at,
        property: "",
        because: { rule: "org-id-consistent" },
      });
      return;
    }
    const known = others.flatMap((other) => idOf(other.instance, other.isEarlier));
    if (known.length === 0) {
      verdict.unknown(instance, {
        message:
          "The IMS organization ID of no other instance is known, so there is nothing to hold it against.",
        at: first.at,
        property: "",
        missing: ["extAccounts", "organization"],
      });
      return;
    }
    const own = idWithoutForm(first.id);
    const earlier = known.filter(({ isEarlier }) => isEarlier);
    const later = known.filter(({ isEarlier }) => !isEarlier);
    const usual = prevalent([...earlier.map(({ key }) => key), own, ...later.map(({ key }) => key)]) ?? own;
    if (own === usual) {
      verdict.pass(instance);
      return;
    }
    const differing = known.filter(({ key }) => key !== own);
    const expected = differing.find(({ key }) => key === usual);
    verdict.fail(instance, {
      message: `Instance "${instance.name}" names the IMS organization "${first.id}", instance "${expected?.instance.name}" names "${expected?.statement.id}": the same people do not have rights on both.`,
      at: first.at,
      property: "",
      observed: first.id,
      expected: expected?.statement.id,
      values: Object.fromEntries(known.map((other) => [other.instance.name, other.statement.id])),
      related: differing.map((other) => ({
        at: other.instance.origins.place(other.statement.at[0], other.statement.at.slice(1) as string[]),
        message: `"${other.statement.id}" of instance "${other.instance.name}".`,
      })),
    });
  },
  examples: {
    fails: [
      {
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsOrgId: 0A1B2C3D4E5F60718293A4B5@AdobeOrg } ]
        `,
        at: "0A1B2C3D4E5F60718293A4B5@AdobeOrg",
      },
    ],
    passes: [
      {
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
          ---
          instance: { name: stage }
          organization: { id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
      },
      {
        shows: "What differs in form alone is the business of org-id-format",
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsOrgId: 4d5e6f708192a3b49f1c2b3a } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "The other instance does not say",
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
          ---
          instance: { name: stage }
          groups: [ { name: delivery } ]
        `,
      },
      {
        shows: "An instance that contradicts itself",
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
          organization: { id: 0A1B2C3D4E5F60718293A4B5@AdobeOrg }
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
        `,
      },
    ],
  },
});

function agree(statements: readonly IdStatement[]): boolean {
  return new Set(statements.map(({ id }) => idWithoutForm(id))).size === 1;
}

/** The one organization that another instance names; none where it contradicts itself. */
function idOf(instance: Instance, isEarlier: boolean) {
  const statements = organizationIdsOf(instance);
  const [statement] = statements;
  if (!statement || !agree(statements)) return [];
  return [{ instance, isEarlier, statement, key: idWithoutForm(statement.id) }];
}
