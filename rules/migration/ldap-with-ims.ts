import { defineRule } from "../../src/evaluate/rule.js";
import { NOT_OF_KIND, readFlag } from "../../src/model/leaves.js";

const OPTION = "XtkLdap_Active";

export default defineRule({
  id: "ldap-with-ims",
  control: "6.15",
  level: "should",
  since: "0.1.0",
  subject: "instance",
  title: "LDAP is off where operators log in with an Adobe ID",
  why: "With both, two directories decide who gets in and with which rights; who is removed from the Admin Console may still get in by LDAP.",
  remedy:
    "Move the operators that LDAP authenticates to IMS, then turn LDAP integration off in the deployment wizard (option XtkLdap_Active).",
  source: [
    "campaign-classic.en: installation/using/configuring-campaign-options.md",
    "campaign-classic.en: installation/using/connecting-through-ldap.md",
  ],
  needs: ["operators", "imsOperators", "xtkOptions"],
  check({ instance, operators, imsOperators, xtkOptions }, verdict) {
    const users = imsOperators.people.length + imsOperators.technical.length;
    if (users === 0 && operators.complete === "yes") {
      verdict.notApplicable(instance, "No operator logs in with an Adobe ID.");
      return;
    }
    const text = Object.hasOwn(xtkOptions, OPTION) ? xtkOptions[OPTION] : undefined;
    if (text === undefined) {
      verdict.unknown(instance, {
        message: `Option ${OPTION} is not in the export.`,
        at: [xtkOptions],
        missing: "options",
        property: OPTION,
      });
      return;
    }
    const isOn = readFlag(text);
    if (isOn === NOT_OF_KIND) {
      verdict.unknown(instance, {
        message: `Option ${OPTION} is "${text}", which is neither on nor off.`,
        at: [xtkOptions, OPTION],
        property: OPTION,
      });
    } else if (!isOn) {
      verdict.pass(instance);
    } else if (users === 0) {
      verdict.unknown(instance, {
        message: `Option ${OPTION} is "${text}"; no operator in the export logs in with an Adobe ID, but the list may not be complete.`,
        at: [xtkOptions, OPTION],
        missing: ["operators", "completeness"],
        property: OPTION,
      });
    } else {
      verdict.fail(instance, {
        message: `Option ${OPTION} is "${text}" while ${users === 1 ? "1 operator logs" : `${users} operators log`} in with an Adobe ID: two directories decide who gets in.`,
        at: [xtkOptions, OPTION],
        observed: text,
        expected: "0",
        property: OPTION,
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          operators: [ { name: jane, authenticationType: ims } ]
          options: { XtkLdap_Active: "1" }
        `,
        at: '"1"',
      },
    ],
    passes: [
      {
        snapshot: `
          operators: [ { name: jane, authenticationType: ims } ]
          options: { XtkLdap_Active: "0" }
        `,
      },
    ],
    unknown: [
      {
        shows: "The option is not in the export",
        snapshot: `
          operators: [ { name: jane, authenticationType: ims } ]
          options: { NmsServer_URL: "https://acme.example.com" }
        `,
      },
      {
        shows: "A value that is neither on nor off",
        snapshot: `
          operators: [ { name: jane, authenticationType: ims } ]
          options: { XtkLdap_Active: "yes" }
        `,
      },
      {
        shows: "There may be operators who log in with an Adobe ID",
        snapshot: `
          operators: [ { name: john, authenticationType: "" } ]
          options: { XtkLdap_Active: "1" }
          complete: { operators: unknown }
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          operators: [ { name: john, authenticationType: "" } ]
          options: { XtkLdap_Active: "1" }
        `,
      },
    ],
  },
});
