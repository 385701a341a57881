import { defineRule } from "../../src/evaluate/rule.js";
import { type Mask, matchesAnything, whyUnusable } from "../../src/model/mask.js";
import { placeholdersIn } from "../../src/model/mask-text.js";
import { profileNames } from "../../src/model/profile-names.js";
import type { Instance } from "../../src/model/workspace.js";

export default defineRule({
  id: "mask-tenant",
  control: "4.8",
  level: "should",
  since: "0.1.0",
  subject: "extAccount",
  title: "The association mask names the tenant or the instance",
  why: "Profiles of all instances of an organization stand side by side in the Admin Console; only a mask that names its own keeps the people of one out of the other.",
  remedy:
    'Name the tenant or the instance in the mask and in its product profiles, as in "Campaign - tenant - (.*)". Save in Campaign, restart the server, export again.',
  source: [
    "campaign-classic.en: integrations/using/configuring-ims.md",
    "campaign.en: v8/start/manage-permissions.md",
  ],
  needs: ["imsAccounts"],
  check({ instance, imsAccounts, readMask }, verdict) {
    for (const account of imsAccounts) {
      const mask = readMask(account.imsRightsMask);
      const at = [account, "imsRightsMask"] as const;
      if (mask.state !== "usable") {
        verdict.unknown(account, whyUnusable(account, mask));
        continue;
      }
      const tenant = account.tenant?.trim();
      const names = [tenant, instance.name.trim()].filter((name) => name !== undefined && name !== "");
      const cause = causeOf(mask, instance);
      const fail = () =>
        verdict.fail(account, {
          message: `Association mask "${mask.text}" names neither ${names.map((name) => `"${name}"`).join(" nor ")}: profiles of other instances can match it.`,
          at,
          observed: mask.text,
          expected: `Campaign - ${tenant || instance.name} - (.*)`,
          causedBy: cause && { rule: cause, subject: account },
        });
      if (cause === "mask-scope") fail();
      else if (names.some((name) => isNamed(name, mask.text))) verdict.pass(account);
      else if (tenant) fail();
      else if (tenant === undefined) {
        verdict.unknown(account, {
          message: `Association mask "${mask.text}" does not name the instance "${instance.name}", and the tenant is not in the export.`,
          at,
          missing: "imsAccountField",
        });
      } else {
        verdict.unknown(account, {
          message: `Association mask "${mask.text}" does not name the instance "${instance.name}", and the tenant is empty.`,
          at,
          because: { rule: "tenant", subject: account },
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          instance: { name: acme_prod }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign (.*)", tenant: acme }
        `,
        at: '"Campaign (.*)"',
      },
      {
        shows: "Follows from mask-scope",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(.*)" }
        `,
        at: '"(.*)"',
      },
    ],
    passes: [
      {
        shows: "The tenant",
        snapshot: `
          instance: { name: c42_prod }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - Acme - (.*)", tenant: acme }
        `,
      },
      {
        shows: "The instance",
        snapshot: `
          instance: { name: acme_prod }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - acme_prod - (.*)" }
        `,
      },
    ],
    unknown: [
      {
        shows: "The tenant is not in the export",
        snapshot: `
          instance: { name: c42_prod }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
      },
      {
        shows: "The tenant is empty, which is the business of tenant",
        snapshot: `
          instance: { name: c42_prod }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)", tenant: "" }
        `,
      },
    ],
  },
});

/** The mask's other mistake from which this one follows. */
function causeOf(mask: Mask, instance: Instance): "mask-scope" | "mask-placeholder" | undefined {
  if (matchesAnything(mask)) return "mask-scope";
  const words = placeholdersIn(mask.text, profileNames(instance)?.names.keys() ?? []);
  return words.some((word) => !/internal_name/i.test(word)) ? "mask-placeholder" : undefined;
}

/**
 * Letter case does not count, nor does the word Campaign, with which the names of all instances' profiles begin. The
 * names of capture groups and what stands in brackets are no part of a profile's name.
 */
function isNamed(name: string | undefined, mask: string): boolean {
  if (!name) return false;
  const wanted = name.toLowerCase();
  const text = mask
    .replace(/\(\?P?<\w*>/g, "(")
    .replace(/\[[^\]]*\]/g, " ")
    .replace(/\\(\W)/g, "$1")
    .toLowerCase()
    .replace(/^\W*campaign(?:v\d+)?(?![a-z0-9])/, "");
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!/[a-z0-9]/.test(text.charAt(at - 1) + text.charAt(at + wanted.length))) return true;
  }
  return false;
}
