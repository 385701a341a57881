import { defineWaiverRule } from "../../src/evaluate/rule.js";

export default defineWaiverRule({
  id: "waiver-expired",
  control: "9.7",
  level: "must",
  since: "0.1.0",
  subject: "waiver",
  isProtected: true,
  title: "No waiver is past its last day",
  why: "A risk is accepted until a day, so that somebody looks at it again; after that day it counts as if nobody had accepted it.",
  remedy: "Mend what the waiver covered, or have the risk accepted anew, with a new last day.",
  source: ["The format: schemas/waivers.v1.schema.json"],
  checkWaivers({ outcomes, asOf }, verdict) {
    for (const { risk, is, covers } of outcomes) {
      if (risk.kind === "suppression" || risk.expires === undefined) {
        verdict.notApplicable(risk, "It has no last day.", risk.place);
      } else if (is === "refused") {
        verdict.notApplicable(risk, "It has no effect at all, which waiver-unused reports.", risk.place);
      } else if (is === "expired") {
        const what = covers === 1 ? "1 finding that it covered is" : `${covers} findings that it covered are`;
        verdict.fail(risk, {
          message: `The last day of the waiver of ${risk.clause === undefined ? risk.rule : `${risk.rule}/${risk.clause}`} was ${risk.expires}${covers === 0 ? "" : `: ${what} reported again`}.`,
          at: risk.expiresAt,
          property: "",
          observed: risk.expires,
          expected: `${asOf.toISOString().slice(0, 10)} or later`,
        });
      } else {
        verdict.pass(risk, risk.expiresAt);
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "http://acme.campaign.example.com" } ]
        `,
        waivers: `
          waivers:
            - { rule: callback-https, reason: "The certificate is ordered.", expires: 2026-10-31 }
        `,
      },
    ],
    passes: [
      {
        shows: "The last day counts, to its end in UTC",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "http://acme.campaign.example.com" } ]
        `,
        waivers: `
          waivers:
            - { rule: callback-https, reason: "The certificate is ordered.", expires: 2026-11-20 }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "A waiver without a last day, and comments",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "http://acme.campaign.example.com" } ]
        `,
        waivers: `
          waivers:
            - { rule: callback-https, reason: "The certificate is ordered." }
        `,
      },
    ],
  },
});
