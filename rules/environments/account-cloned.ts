import { defineRule } from "../../src/evaluate/rule.js";
import { type AccessUrl, accessUrlOf, endpointOf } from "../../src/model/access-url.js";
import { CALLBACK } from "../../src/model/callback.js";
import { commonField } from "../../src/model/common-field.js";
import type { Instance } from "../../src/model/workspace.js";

export default defineRule({
  id: "account-cloned",
  control: "8.4",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  title: "No instance has the external account of another",
  why: "An account that was copied with the database keeps the callback server of the instance it comes from: people log in here and come back there.",
  remedy:
    "Set Callback server of the external account to this instance's own https access URL, and go through its other fields: they were copied too. Save in Campaign, restart the server, export again.",
  source: [
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    "campaign-classic.en: production/using/duplicating-environments.md",
  ],
  needs: ["imsAccounts"],
  check({ instance, others, imsAccounts }, verdict) {
    if (others.length === 0) {
      verdict.notApplicable(instance, "There is no other instance to hold it against.");
      return;
    }
    const own = commonField(imsAccounts, CALLBACK);
    if (own.is === "unknown") {
      verdict.unknown(instance, own.why);
      return;
    }
    const callback = endpointOf(own.value);
    const isCallback = (access: AccessUrl | undefined) =>
      access?.address !== undefined && endpointOf(access.address) === callback;
    const ownAccess = accessUrlOf(instance);
    if (ownAccess?.from === "url" && isCallback(ownAccess)) {
      verdict.pass(instance);
      return;
    }
    const at = [own.account, "callbackServer"] as const;
    const written = `Callback server "${own.account.callbackServer}" of instance "${instance.name}"`;
    const owners = others.map(({ instance: other }) => ({ other, access: accessUrlOf(other) }));
    const owner =
      owners.find(({ access }) => access?.from === "url" && isCallback(access)) ??
      owners.find(({ access }) => isCallback(access));
    if (owner?.access?.from === "url") {
      verdict.fail(instance, {
        message: `${written} is the access URL of instance "${owner.other.name}": people log in here and come back there.`,
        at,
        observed: callback,
        expected: ownAccess?.from === "url" ? ownAccess.text : "the instance's own access URL",
        values: { [owner.other.name]: callback },
        related: [{ at: placeOf(owner.other), message: `Instance "${owner.other.name}".` }],
      });
    } else if (owner && !isCallback(ownAccess)) {
      verdict.review(instance, {
        message: `${written} is the option NmsServer_URL of instance "${owner.other.name}": see whether the external account was copied from there.`,
        at,
        observed: callback,
        expected: "the instance's own access URL",
        related: [{ at: placeOf(owner.other), message: `Instance "${owner.other.name}".` }],
      });
    } else {
      const silent = owners.filter(({ access }) => access?.from !== "url" || !access.address);
      if (silent.length === 0) verdict.pass(instance);
      else {
        verdict.unknown(instance, {
          message: `The access URL of ${silent
            .map(({ other }) => `"${other.name}"`)
            .slice(0, 5)
            .join(
              ", ",
            )}${silent.length > 5 ? ", …" : ""} is not stated, so whether the callback server is theirs is not known.`,
          at,
          missing: "url",
        });
      }
    }
  },
  examples: {
    fails: [
      {
        shows: "A stage instance that was copied from production",
        snapshot: `
          instance: { name: prod, url: "https://acme.campaign.example.com" }
          ---
          instance: { name: stage, url: "https://acme-stage.campaign.example.com" }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" } ]
        `,
        at: '"https://acme.campaign.example.com"',
      },
      {
        shows: "Its own access URL need not be known",
        snapshot: `
          instance: { name: prod, url: "https://acme.campaign.example.com" }
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" } ]
        `,
        at: '"https://acme.campaign.example.com"',
      },
    ],
    passes: [
      {
        snapshot: `
          instance: { name: prod, url: "https://acme.campaign.example.com" }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" } ]
          ---
          instance: { name: stage, url: "https://acme-stage.campaign.example.com" }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme-stage.campaign.example.com" } ]
        `,
      },
    ],
    review: [
      {
        shows: "The other instance's public web server may be another host than its access URL",
        snapshot: `
          instance: { name: prod }
          options: { NmsServer_URL: "https://acme.campaign.example.com" }
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "No access URL is stated",
        snapshot: `
          instance: { name: prod }
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" } ]
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" } ]
        `,
      },
    ],
  },
});

/** Where an instance begins. */
function placeOf(instance: Instance) {
  return instance.origins.start;
}
