import { defineRule } from "../../src/evaluate/rule.js";
import { trimSpace } from "../../src/model/white-space.js";

export default defineRule({
  id: "client-id",
  control: "3.13",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The IMS client identifier is the one that Adobe provisioned",
  why: "With it the instance tells IMS who asks; IMS turns away a client that it does not know.",
  remedy:
    "Set the IMS client identifier of the account to the one that Adobe gave you. Save in Campaign, restart the server, export again.",
  fix: "The identifier that the config expects, where the account's has nothing but white space around it.",
  source: ["campaign-classic.en: installation/using/external-accounts.md"],
  needs: ["imsAccounts"],
  check({ imsAccounts, expect }, verdict) {
    for (const account of imsAccounts) {
      const { clientId } = account;
      const at = [account, "clientId"] as const;
      const expected = expect.clientId || undefined;
      if (clientId === undefined) {
        verdict.unknown(account, {
          message: "The IMS client identifier is not in the export.",
          missing: "imsAccountField",
        });
      } else if (trimSpace(clientId) === "") {
        const how = clientId === "" ? "is empty" : "holds white space alone";
        verdict.fail(account, {
          message: `IMS client identifier ${how}: IMS turns away a client without a name.`,
          at,
          observed: clientId,
          expected: expected ?? "the identifier that Adobe gave you",
        });
      } else if (expected !== undefined && clientId !== expected) {
        const isNear = trimSpace(clientId).toLowerCase() === trimSpace(expected).toLowerCase();
        verdict.fail(account, {
          message: `IMS client identifier "${clientId}" is not "${expected}", which Adobe provisioned${isNear ? "; they differ in letter case or white space" : ""}: IMS turns it away.`,
          at,
          observed: clientId,
          expected,
          fix: { at, to: trimSpace(clientId) === expected ? expected : undefined },
        });
      } else {
        verdict.pass(account);
      }
    }
  },
  examples: {
    fails: [
      {
        shows: "Empty",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientId: "" }
        `,
        at: '""',
      },
      {
        shows: "Another one than the config expects",
        config: "{ instances: { prod: { expect: { clientId: Campaign1 } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientId: Campaign1-Demo }
        `,
        at: "Campaign1-Demo",
      },
      {
        shows: "White space around it",
        config: "{ instances: { prod: { expect: { clientId: Campaign1 } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientId: "Campaign1 " }
        `,
        at: '"Campaign1 "',
        fixed: '"Campaign1"',
      },
    ],
    passes: [
      {
        shows: "Any identifier, where none is expected",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientId: Campaign1 }
        `,
      },
      {
        config: "{ instances: { prod: { expect: { clientId: Campaign1 } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientId: Campaign1 }
        `,
      },
    ],
    unknown: [
      {
        config: "{ instances: { prod: { expect: { clientId: Campaign1 } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
    ],
  },
});
