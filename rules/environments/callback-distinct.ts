import { defineRule, type Other } from "../../src/evaluate/rule.js";
import { accessUrlOf, endpointOf } from "../../src/model/access-url.js";
import { CALLBACK, pathOf } from "../../src/model/callback.js";
import { commonField } from "../../src/model/common-field.js";
import type { Address } from "../../src/model/url.js";
import type { Instance } from "../../src/model/workspace.js";

export default defineRule({
  id: "callback-distinct",
  control: "8.2",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  title: "No two instances have the same callback server",
  why: "The callback server is where IMS sends people back to after the login: it can be the address of one instance only.",
  remedy:
    "Set Callback server of each instance's external account to that instance's own https access URL. Save in Campaign, restart the server, export again.",
  source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
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
    const known = others.flatMap(callbackOfOther);
    const at = [own.account, "callbackServer"] as const;
    const same = known.filter(({ address }) => endpointOf(address) === endpointOf(own.value));
    const earlier = same.filter(({ other }) => other.isEarlier);
    const [first] = earlier;
    if (first) {
      const { callbackServer } = own.account;
      const related = earlier.map(({ other, account }) => ({
        at: other.instance.origins.place(account, ["callbackServer"]),
        message: `Callback server of instance "${other.instance.name}".`,
      }));
      if (earlier.some(({ address }) => pathOf(address) === pathOf(own.value))) {
        verdict.fail(instance, {
          message: `Callback server "${callbackServer}" of instance "${instance.name}" is also that of instance "${first.other.instance.name}": people of one of them come back to the other after the login.`,
          at,
          observed: endpointOf(own.value),
          expected: "the instance's own access URL",
          values: Object.fromEntries(
            earlier.map(({ other, address }) => [other.instance.name, endpointOf(address)]),
          ),
          related,
          causedBy: isAnothers(instance, own.value, earlier) ? { rule: "account-cloned" } : undefined,
        });
      } else {
        verdict.review(instance, {
          message: `Callback server "${callbackServer}" of instance "${instance.name}" leads to the same host as that of instance "${first.other.instance.name}", with another path: see whether people come back to the instance that they opened. What a path of the callback server means is not public.`,
          at,
          observed: callbackServer,
          expected: "a host of the instance's own",
          related,
        });
      }
    } else if (same[0]) {
      verdict.notApplicable(
        instance,
        `Instance "${same[0].other.instance.name}" has the same callback server, and is reported for it.`,
      );
    } else if (known.length < others.length) {
      verdict.unknown(instance, {
        message: `The callback server of ${others.length - known.length === 1 ? "another instance is" : `${others.length - known.length} other instances is`} not known.`,
        at,
        missing: "extAccounts",
      });
    } else {
      verdict.pass(instance);
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://ACME.campaign.example.com/" } ]
        `,
        at: '"https://ACME.campaign.example.com/"',
      },
    ],
    passes: [
      {
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme-stage.campaign.example.com" } ]
        `,
      },
    ],
    review: [
      {
        shows: "One host, two paths",
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com/a" } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com/b" } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "The other instance does not say",
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" } ]
          ---
          instance: { name: stage }
          groups: [ { name: delivery } ]
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

function callbackOfOther(other: Other) {
  const own = commonField(other.evidence("imsAccounts"), CALLBACK);
  return own.is === "known" ? [{ other, account: own.account, address: own.value }] : [];
}

/** Whether the callback is the access URL of the other instance, and not this one's own: then the account was copied. */
function isAnothers(
  instance: Instance,
  callback: Address,
  earlier: readonly { readonly other: Other }[],
): boolean {
  const isUrlOf = (of: Instance) => {
    const access = accessUrlOf(of);
    return access?.from === "url" && access.address && endpointOf(access.address) === endpointOf(callback);
  };
  return !isUrlOf(instance) && earlier.some(({ other }) => isUrlOf(other.instance));
}
