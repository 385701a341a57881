import { defineWaiverRule } from "../../src/evaluate/rule.js";
import type { Outcome } from "../../src/model/accepted-risk.js";

export default defineWaiverRule({
  id: "waiver-unused",
  control: "9.6",
  level: "should",
  since: "0.1.0",
  subject: "waiver",
  title: "Every accepted risk is one that there is",
  why: "A waiver or a comment that covers nothing stays behind when the fault is mended, and hides the next one of its kind.",
  remedy:
    "Take it out; where it is meant for a finding that there is, mend its rule, instance, subject or place.",
  source: ["The format: schemas/waivers.v1.schema.json"],
  checkWaivers({ outcomes }, verdict) {
    for (const outcome of outcomes) {
      const { risk } = outcome;
      const { place } = risk;
      switch (outcome.is) {
        case "used":
          verdict.pass(risk, place);
          break;
        case "unused":
        case "refused":
        case "without-reason":
        case "unknown-rule":
        case "malformed":
          verdict.fail(risk, { message: whatIsWrong(outcome), at: place, property: "" });
          break;
        case "undecided":
          verdict.unknown(risk, {
            message: `Whether anything fails that ${calling(outcome)} is for cannot be told from these exports.`,
            at: place,
            property: "",
          });
          break;
        case "not-run":
          verdict.notApplicable(risk, `Rule ${risk.rule} does not run here.`, place);
          break;
        case "expired":
          verdict.notApplicable(risk, "Its last day is past, which waiver-expired reports.", place);
          break;
      }
    }
  },
  examples: {
    fails: [
      {
        shows: "What the waiver is for does not fail",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" } ]
        `,
        waivers: `
          waivers:
            - { rule: callback-https, reason: "The certificate is ordered." }
        `,
      },
      {
        shows: "A comment must say why",
        snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              callbackServer: "http://acme.campaign.example.com" # ims-lint: ignore[callback-https]
        `,
        at: "# ims-lint: ignore[callback-https]",
      },
      {
        shows: "A secret in a file is no risk that can be accepted",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud } ]
        `,
        waivers: `
          waivers:
            - { rule: secret-exposed, reason: "We know." }
        `,
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "http://acme.campaign.example.com" } ]
        `,
        waivers: `
          waivers:
            - { rule: callback-https, reason: "The certificate is ordered.", expires: 2026-12-31 }
        `,
      },
      {
        shows: "A comment on the line, or above it",
        snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              # ims-lint: ignore[callback-https] The certificate is ordered.
              callbackServer: "http://acme.campaign.example.com"
        `,
      },
    ],
    unknown: [
      {
        shows: "The callback server is not in the export",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud } ]
        `,
        waivers: `
          waivers:
            - { rule: callback-https, reason: "The certificate is ordered." }
        `,
      },
      {
        shows: "No export is of the instance",
        snapshot: `
          instance: { name: prod }
        `,
        waivers: `
          waivers:
            - { rule: callback-https, instance: stage, reason: "The certificate is ordered." }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "The rule is off",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, callbackServer: "http://acme.campaign.example.com" } ]
        `,
        config: `
          rules: { callback-https: off }
        `,
        waivers: `
          waivers:
            - { rule: callback-https, reason: "The certificate is ordered." }
        `,
      },
      {
        shows: "No risk is accepted",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud } ]
        `,
      },
    ],
  },
});

function calling({ risk }: Outcome): string {
  const { rule, clause } = risk;
  const id = clause === undefined ? rule : `${rule}/${clause}`;
  return risk.kind === "waiver" ? `the waiver of ${id}` : `the comment about ${id}`;
}

function whatIsWrong(outcome: Outcome): string {
  const { risk, is } = outcome;
  const called = calling(outcome);
  const begin = called.charAt(0).toUpperCase() + called.slice(1);
  if (is === "malformed")
    return `The comment has no effect: it takes the form # ims-lint: ignore[rule] the reason.`;
  if (is === "refused") return `${begin} has no effect: that rule can be neither waived nor suppressed.`;
  if (is === "without-reason") {
    return `${begin} has no effect, as it does not say why the finding is accepted: # ims-lint: ignore[${risk.rule}] the reason.`;
  }
  if (is === "unknown-rule") return `${begin} has no effect: there is no such rule.`;
  if (risk.kind === "waiver") return `${begin} covers nothing: no finding of this run is what it is for.`;
  return risk.line === undefined
    ? `${begin} covers nothing: it stands neither on a line with a value nor right above one.`
    : `${begin} covers nothing: that rule does not fail on line ${risk.line}.`;
}
