import { defineRule } from "../../src/evaluate/rule.js";
import { isKnownScope, looseNeighbours, meantScope, scopesIn } from "../../src/model/scope.js";
import { hasSpace, trimSpace } from "../../src/model/white-space.js";

export default defineRule({
  id: "scope-syntax",
  control: "3.17",
  level: "should",
  since: "0.1.0",
  subject: "extAccount",
  title: "The IMS scope is a list with commas and nothing else",
  why: "IMS compares scopes character by character; with one that it does not know, people never reach the login page.",
  remedy:
    "Write the IMS scope of the account as Adobe gave it to you: scopes separated by commas, without spaces, each once, in their letter case. Save in Campaign, restart the server, export again.",
  fix: "The same scopes separated by commas, each once, the known ones in their letter case. Two that white space alone keeps apart may be one that was broken in two, unless both are known.",
  source: [
    "campaign-classic.en: installation/using/external-accounts.md",
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
  ],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
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
      if (userScope === "") {
        verdict.unknown(account, {
          message: "IMS scope is empty.",
          at,
          because: { rule: "scope-required", subject: account },
        });
        continue;
      }
      const off = whatIsOff(userScope);
      if (off.length === 0) {
        verdict.pass(account);
      } else {
        verdict.fail(account, {
          message: `IMS scope "${userScope}" ${off.join(", ")}: IMS may not know what is asked for.`,
          at,
          observed: userScope,
          expected: mended(userScope),
          fix: { at, to: meant(userScope) },
        });
      }
    }
  },
  examples: {
    fails: [
      {
        shows: "White space",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid, AdobeID" }
        `,
        at: '"openid, AdobeID"',
        fixed: '"openid,AdobeID"',
      },
      {
        shows: "An empty place in the list",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,,AdobeID" }
        `,
        at: '"openid,,AdobeID"',
        fixed: '"openid,AdobeID"',
      },
      {
        shows: "A scope that stands there twice",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeID,openid" }
        `,
        at: '"openid,AdobeID,openid"',
        fixed: '"openid,AdobeID"',
      },
      {
        shows: "A known scope in another letter case",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeId" }
        `,
        at: '"openid,AdobeId"',
        fixed: '"openid,AdobeID"',
      },
      {
        shows: "Another separator",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: openid;AdobeID }
        `,
        at: "openid;AdobeID",
        fixed: '"openid,AdobeID"',
      },
      {
        shows: "One scope that was broken in two, or two: nobody can tell",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,additional_info. projectedProductContext" }
        `,
        at: '"openid,additional_info. projectedProductContext"',
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              userScope: openid,AdobeID,read_organizations,additional_info.projectedProductContext
        `,
      },
      {
        shows: "A scope that ims-lint does not know is no mistake",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,acme_scope" }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
      {
        shows: "Empty: scope-required fails",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "" }
        `,
      },
    ],
  },
});

/** Everything that is off, in words that follow the value. */
function whatIsOff(userScope: string): string[] {
  const off: string[] = [];
  const scopes = scopesIn(userScope);
  if (hasSpace(userScope)) off.push("holds white space");
  if (userScope.includes(";")) off.push("holds a semicolon where a comma belongs");
  if (userScope.includes(",") && userScope.split(",").some((part) => trimSpace(part) === "")) {
    off.push("holds a comma too many");
  }
  const repeated = new Set(scopes.filter((scope, index) => scopes.indexOf(scope) < index));
  for (const scope of repeated) off.push(`holds ${scope} more than once`);
  for (const scope of new Set(scopes)) {
    const meant = meantScope(scope);
    if (meant !== undefined) off.push(`holds ${scope} instead of ${meant}`);
  }
  return off;
}

/** The mended scopes, where nobody could take them for others. */
function meant(userScope: string): string | undefined {
  if (!looseNeighbours(userScope).every((pair) => pair.every(isKnownScope))) return undefined;
  const list = mended(userScope);
  return list !== "" && whatIsOff(list).length === 0 ? list : undefined;
}

function mended(userScope: string): string {
  return [...new Set(scopesIn(userScope).map((scope) => meantScope(scope) ?? scope))].join(",");
}
