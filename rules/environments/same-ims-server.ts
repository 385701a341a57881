import { defineRule, type Other } from "../../src/evaluate/rule.js";
import { type Compared, commonField, prevalent } from "../../src/model/common-field.js";
import { isStageHost } from "../../src/model/ims-server.js";
import { readAddress } from "../../src/model/url.js";

export default defineRule({
  id: "same-ims-server",
  control: "8.1",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  title: "All instances use the same host of IMS",
  why: "Stage and production instances must point to the same production endpoint of IMS; elsewhere people are not known.",
  remedy:
    "Set IMS server of the external account to the host that the other instances use. Save in Campaign, restart the server, export again.",
  source: [
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    "campaign-classic.en: installation/using/external-accounts.md",
  ],
  needs: ["imsAccounts"],
  check({ instance, others, imsAccounts }, verdict) {
    if (others.length === 0) {
      verdict.notApplicable(instance, "There is no other instance to hold it against.");
      return;
    }
    const own = commonField(imsAccounts, IMS_SERVER);
    if (own.is === "unknown") {
      verdict.unknown(instance, own.why);
      return;
    }
    const known = others.flatMap(hostOfOther);
    if (known.length === 0) {
      verdict.unknown(instance, {
        message: "The IMS server of no other instance is known, so there is nothing to hold it against.",
        at: [own.account, "imsServer"],
        missing: "extAccounts",
      });
      return;
    }
    const inOrder = [
      ...known.filter(({ other }) => other.isEarlier).map(({ host }) => host),
      own.value,
      ...known.filter(({ other }) => !other.isEarlier).map(({ host }) => host),
    ];
    // A stage host is wrong however many use it.
    const right = inOrder.filter((host) => !isStageHost(host));
    const expected = prevalent(right.length > 0 ? right : inOrder) ?? own.value;
    if (own.value === expected) {
      verdict.pass(instance);
      return;
    }
    const differing = known.filter(({ host }) => host !== own.value);
    const [first] = differing.filter(({ host }) => host === expected);
    verdict.fail(instance, {
      message: `IMS server of instance "${instance.name}" is on "${own.value}", that of instance "${first?.other.instance.name}" on "${expected}": all instances must point to the same endpoint of IMS.`,
      at: [own.account, "imsServer"],
      observed: own.value,
      expected,
      values: Object.fromEntries(known.map(({ other, host }) => [other.instance.name, host])),
      related: differing.map(({ other, account, host }) => ({
        at: other.instance.origins.place(account, ["imsServer"]),
        message: `Instance "${other.instance.name}" uses "${host}".`,
      })),
      causedBy: isStageHost(own.value) ? { rule: "ims-server-production", subject: own.account } : undefined,
    });
  },
  examples: {
    fails: [
      {
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1.adobelogin.com" } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsServer: "https://adobeid-na1.services.adobe.com" } ]
        `,
        at: '"https://adobeid-na1.services.adobe.com"',
      },
      {
        shows: "A host of IMS under test is the one that is wrong, whichever instance comes first",
        snapshot: `
          instance: { name: dev }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1-stg1.adobelogin.com" } ]
          ---
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1.adobelogin.com" } ]
        `,
        at: '"https://ims-na1-stg1.adobelogin.com"',
      },
    ],
    passes: [
      {
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1.adobelogin.com" } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsServer: IMS-na1.adobelogin.com } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "The other instance does not say",
        snapshot: `
          instance: { name: prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1.adobelogin.com" } ]
          ---
          instance: { name: stage }
          extAccounts: [ { name: Adobe_Experience_Cloud } ]
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1.adobelogin.com" } ]
        `,
      },
    ],
  },
});

const IMS_SERVER: Compared<"imsServer", string> = {
  field: "imsServer",
  label: "IMS server",
  read: (stated) => readAddress(stated)?.host,
  keyOf: (host) => host,
  unusable: (stated) => ({ message: `IMS server "${stated}" names no host.`, rule: "ims-server-endpoint" }),
};

function hostOfOther(other: Other) {
  const own = commonField(other.evidence("imsAccounts"), IMS_SERVER);
  return own.is === "known" ? [{ other, account: own.account, host: own.value }] : [];
}
