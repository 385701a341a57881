import { defineRule, type Verdicts } from "../../src/evaluate/rule.js";
import { PROFILE_SCOPE, scopesIn } from "../../src/model/scope.js";
import type { ExtAccount } from "../../src/model/snapshot.schema.js";

export default defineRule({
  id: "scope-required",
  control: "3.16",
  level: "should",
  clauses: {
    other: { level: "info", what: "The IMS scope holds openid, AdobeID and read_organizations" },
  },
  since: "0.1.0",
  subject: "extAccount",
  title: `The IMS scope asks for the product profiles, with ${PROFILE_SCOPE}`,
  why: `IMS gives Campaign what the scope asks for; without ${PROFILE_SCOPE} it does not send the product profiles, and no operator group can match.`,
  remedy: `Add what is missing to the IMS scope of the account, separated by commas without spaces, as far as Adobe provisioned it. Save in Campaign, restart the server, export again.`,
  source: [
    "campaign-classic.en: installation/using/external-accounts.md",
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
  ],
  needs: ["imsAccounts"],
  check({ imsAccounts }, verdict) {
    for (const account of imsAccounts) {
      const { userScope } = account;
      if (userScope === undefined) {
        verdict.unknown(account, {
          message: "The IMS scope is not in the export.",
          missing: "imsAccountField",
        });
      } else if (userScope === "") {
        verdict.fail(account, {
          message: "IMS scope is empty: people never reach the login page of Adobe.",
          at: [account, "userScope"],
          observed: "",
          expected: [PROFILE_SCOPE, ...OTHER_SCOPES].join(","),
        });
      } else {
        const scopes = scopesIn(userScope);
        const lacksProfiles = reportLack(account, scopes, [PROFILE_SCOPE], verdict);
        const lacksOther = reportLack(account, scopes, OTHER_SCOPES, verdict);
        if (!lacksProfiles && !lacksOther) verdict.pass(account);
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeID,read_organizations" }
        `,
        at: '"openid,AdobeID,read_organizations"',
      },
      {
        shows: "Follows from scope-syntax where only the letter case is wrong",
        snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              userScope: openid,AdobeID,read_organizations,additional_info.projectedproductcontext
        `,
        at: "openid,AdobeID,read_organizations,additional_info.projectedproductcontext",
      },
      {
        shows: "Empty",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "" }
        `,
        at: '""',
      },
      {
        clause: "other",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,additional_info.projectedProductContext" }
        `,
        at: '"openid,additional_info.projectedProductContext"',
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
        shows: "Other separators are the matter of scope-syntax",
        snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              userScope: openid AdobeID; read_organizations, additional_info.projectedProductContext
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
    ],
  },
});

/** All scopes that Adobe's pages show hold these as well. An official minimum is not public. */
const OTHER_SCOPES = ["openid", "AdobeID", "read_organizations"];

/** Reports those of `required` that are not there; says whether there are any. */
function reportLack(
  account: ExtAccount,
  scopes: readonly string[],
  required: readonly string[],
  verdict: Verdicts,
): boolean {
  const lacking = required.filter((scope) => !scopes.includes(scope));
  if (lacking.length === 0) return false;
  const lowerCase = new Set(scopes.map((scope) => scope.toLowerCase()));
  const onlyCase = lacking.every((scope) => lowerCase.has(scope.toLowerCase()));
  const isProfiles = required.includes(PROFILE_SCOPE);
  const effect = isProfiles
    ? "without it IMS does not send the product profiles, so no operator group can match"
    : "every scope that Adobe's pages show holds openid, AdobeID and read_organizations";
  const how = onlyCase ? " in this letter case" : "";
  verdict.fail(account, {
    ...(isProfiles ? {} : { clause: "other" }),
    message: `IMS scope "${account.userScope}" does not hold ${inWords(lacking)}${how}: ${effect}.`,
    at: [account, "userScope"],
    observed: account.userScope,
    expected: required.join(","),
    causedBy: onlyCase ? { rule: "scope-syntax", subject: account } : undefined,
  });
  return true;
}

function inWords(scopes: readonly string[]): string {
  return scopes.length > 1 ? `${scopes.slice(0, -1).join(", ")} and ${scopes.at(-1)}` : (scopes[0] ?? "");
}
