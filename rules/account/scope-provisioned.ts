import { defineRule } from "../../src/evaluate/rule.js";
import { meantScope, scopesIn } from "../../src/model/scope.js";

export default defineRule({
  id: "scope-provisioned",
  control: "3.18",
  level: "must",
  since: "0.1.0",
  subject: "extAccount",
  title: "The IMS scope holds only what Adobe provisioned",
  why: "IMS refuses a client that asks for more than it was given; people then never reach the login page.",
  remedy:
    "Take what was not provisioned out of the IMS scope of the account, or have Adobe provision it and then state it under expect.scopes. Save in Campaign, restart the server, export again.",
  source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
  needs: ["imsAccounts"],
  check({ instance, imsAccounts, expect }, verdict) {
    if (!expect.scopes) {
      verdict.unknown(instance, {
        message: "The IMS scopes that Adobe provisioned are not stated.",
        missing: "expectations",
      });
      return;
    }
    const provisioned = expect.scopes.flatMap(scopesIn);
    for (const account of imsAccounts) {
      const { userScope } = account;
      const at = [account, "userScope"] as const;
      if (userScope === undefined) {
        verdict.unknown(account, {
          message: "The IMS scope is not in the export.",
          missing: "imsAccountField",
        });
        continue;
      }
      const scopes = scopesIn(userScope);
      if (scopes.length === 0) {
        verdict.unknown(account, {
          message: userScope === "" ? "IMS scope is empty." : `IMS scope "${userScope}" names no scope.`,
          at,
          because: { rule: "scope-required", subject: account },
        });
        continue;
      }
      const foreign = [...new Set(scopes)].filter((scope) => !provisioned.includes(scope));
      if (foreign.length === 0) {
        verdict.pass(account);
        continue;
      }
      const onlyCase = foreign.every((scope) => provisioned.includes(meantScope(scope) ?? scope));
      verdict.fail(account, {
        message: `IMS scope holds ${foreign.map((scope) => `"${scope}"`).join(", ")}, which Adobe did not provision${onlyCase ? " in this letter case" : ""}: IMS refuses a client that asks for more than it was given.`,
        at,
        observed: userScope,
        expected: provisioned.join(","),
        causedBy: onlyCase ? { rule: "scope-syntax", subject: account } : undefined,
      });
    }
  },
  examples: {
    fails: [
      {
        config: "{ instances: { prod: { expect: { scopes: [openid, AdobeID] } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeID,audiencemanager_api" }
        `,
        at: '"openid,AdobeID,audiencemanager_api"',
      },
      {
        shows: "Follows from scope-syntax where only the letter case is wrong",
        config: "{ instances: { prod: { expect: { scopes: [openid, AdobeID] } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeId" }
        `,
      },
      {
        shows: "A list that is stated and empty allows nothing",
        config: "{ instances: { prod: { expect: { scopes: [] } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: openid }
        `,
        at: "openid",
      },
    ],
    passes: [
      {
        shows: "Fewer than provisioned are fine",
        config: "{ instances: { prod: { expect: { scopes: [openid, AdobeID, session] } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeID" }
        `,
      },
    ],
    unknown: [
      {
        shows: "What Adobe provisioned is not stated",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeID" }
        `,
      },
      {
        shows: "The scope is not in the export",
        config: "{ instances: { prod: { expect: { scopes: [openid] } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
      {
        shows: "Empty: scope-required fails",
        config: "{ instances: { prod: { expect: { scopes: [openid] } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "" }
        `,
      },
    ],
  },
});
