import { defineRule, type Other } from "../../src/evaluate/rule.js";
import { imsAccountsOf } from "../../src/model/ims-account.js";
import type { Linkage } from "../../src/model/linkage.js";
import { idWithoutForm, organizationIdsOf } from "../../src/model/organization-ids.js";
import type { Instance } from "../../src/model/workspace.js";

export default defineRule({
  id: "mask-distinct",
  control: "8.3",
  level: "should",
  since: "0.1.0",
  subject: "instance",
  title: "No two instances' association masks match the same product profile",
  why: "Whoever holds a profile that two masks match has rights on both instances, on production as on stage.",
  remedy:
    "Name the instance in the product profiles and in Association mask of each instance's external account, as in «campaign - <instance> - (.*)». Save in Campaign, restart the server, export again.",
  source: [
    "campaign.en: v8/start/manage-permissions.md",
    "campaign-classic.en: integrations/using/configuring-ims.md",
  ],
  needs: ["linkage"],
  check({ instance, others, linkage }, verdict) {
    if (others.length === 0) {
      verdict.notApplicable(instance, "There is no other instance to hold it against.");
      return;
    }
    const compared = others.map((other) => ({ other, found: compare({ instance, linkage }, other) }));
    const [account] = imsAccountsOf(instance);
    const at = account && ([account, "imsRightsMask"] as const);
    const mask = linkage.mask.text;
    const shared = compared.flatMap(({ other, found }) =>
      found.is === "shared" ? [{ other, profiles: found.profiles }] : [],
    );
    const [unclear] = compared.flatMap(({ found }) => (found.is === "unknown" ? [found] : []));
    const earlier = shared.filter(({ other }) => other.isEarlier);
    const [first] = earlier;
    if (first) {
      const names = first.profiles.slice(0, 3).map((name) => `"${name}"`);
      const rest = first.profiles.length - names.length;
      const what =
        names.length === 0
          ? "every product profile that the other matches"
          : `the product profile${first.profiles.length > 1 ? "s" : ""} ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
      verdict.fail(instance, {
        message: `Association mask "${mask}" of instance "${instance.name}" matches ${what}, as does the mask of instance "${first.other.instance.name}": who holds it has rights on both.`,
        at,
        observed: mask,
        expected: "a mask that matches this instance's product profiles alone",
        related: earlier.flatMap(({ other }) => {
          const [its] = imsAccountsOf(other.instance);
          return its
            ? [
                {
                  at: other.instance.origins.place(its, ["imsRightsMask"]),
                  message: `Association mask "${its.imsRightsMask}" of instance "${other.instance.name}".`,
                },
              ]
            : [];
        }),
      });
    } else if (shared[0]) {
      verdict.notApplicable(
        instance,
        `The mask of instance "${shared[0].other.instance.name}" matches the same product profiles, and is reported for it.`,
      );
    } else if (unclear) {
      verdict.unknown(instance, { message: unclear.why, at, missing: unclear.missing });
    } else {
      verdict.pass(instance);
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - (.*)", imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
          organization: { groups: [ { groupName: campaign - delivery, type: PRODUCT_PROFILE } ] }
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - (d.*)", imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
        `,
        at: '"campaign - (d.*)"',
      },
      {
        shows: "The same mask twice",
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - acme - (.*)", imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - acme - (.*)", imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
        `,
      },
    ],
    passes: [
      {
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - prod - (.*)", imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
          organization:
            groups:
              - { groupName: campaign - prod - delivery, type: PRODUCT_PROFILE }
              - { groupName: campaign - stage - delivery, type: PRODUCT_PROFILE }
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - stage - (.*)", imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
        `,
      },
      {
        shows: "Of different organizations nobody is in both",
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - (.*)", imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - (.*)", imsOrgId: 0A1B2C3D4E5F60718293A4B5@AdobeOrg } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "The product profiles are not in the export",
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - prod - (.*)", imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - stage - (.*)", imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } ]
        `,
      },
      {
        shows: "Whether the instances are of one organization is not known",
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - (.*)" } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - (.*)" } ]
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - (.*)" } ]
        `,
      },
    ],
  },
});

interface Own {
  readonly instance: Instance;
  readonly linkage: Linkage;
}

type Compared =
  /** Both masks match these profiles; none are named where only the masks are known, which are the same. */
  | { readonly is: "shared"; readonly profiles: readonly string[] }
  | { readonly is: "apart" }
  | {
      readonly is: "unknown";
      readonly why: string;
      readonly missing: "extAccounts" | "organization" | "profiles";
    };

/** Whether a profile can lead to both instances. */
function compare({ instance, linkage }: Own, other: Other): Compared {
  const its = other.evidence("linkage");
  const isOne = isOneOrganization(instance, other.instance);
  const name = other.instance.name;
  if (isOne === false) return { is: "apart" };
  if (!its) {
    const why = `The association mask of instance "${name}" is not known, or cannot be used.`;
    return { is: "unknown", why, missing: "extAccounts" };
  }
  if (isOne === undefined) {
    const why = `Whether instance "${name}" is of the same organization is not known: the IMS organization ID is not stated of both.`;
    return { is: "unknown", why, missing: "organization" };
  }
  const profiles = matchedByBoth(linkage, its);
  if (profiles.length > 0) return { is: "shared", profiles };
  // The profiles of one organization are the same for both.
  if (linkage.profilesComplete === "yes" || its.profilesComplete === "yes") return { is: "apart" };
  if (linkage.mask.text === its.mask.text) return { is: "shared", profiles };
  const why = `Not every product profile is in the export, so whether a profile leads to instance "${name}" as well is not known.`;
  return { is: "unknown", why, missing: "profiles" };
}

function matchedByBoth(own: Linkage, its: Linkage): string[] {
  const both = new Set<string>();
  for (const { name } of own.matched) if (its.mask.capture(name) !== undefined) both.add(name);
  for (const { name } of its.matched) if (own.mask.capture(name) !== undefined) both.add(name);
  return [...both];
}

/** Whether two instances are of one organization; undefined where that is not known. */
function isOneOrganization(one: Instance, other: Instance): boolean | undefined {
  const [own, its] = [one, other].map(
    (instance) => new Set(organizationIdsOf(instance).map(({ id }) => idWithoutForm(id))),
  );
  if (own?.size !== 1 || its?.size !== 1) return undefined;
  return [...own][0] === [...its][0];
}
