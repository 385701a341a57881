import { defineRule } from "../../src/evaluate/rule.js";
import { messageCenterInstalled } from "../../src/model/packages.js";

const MESSAGE_CENTER = "messagecenter";

export default defineRule({
  id: "messagecenter-profile",
  control: "6.17",
  level: "should",
  since: "0.1.0",
  subject: "instance",
  title: "A product profile leads to messagecenter where Message Center is installed",
  why: "A technical account that calls Message Center by IMS needs a product profile of this name; without one its calls are turned away.",
  remedy:
    "Where systems outside Campaign call Message Center, create the product profile «campaign - instance - messagecenter» in the Admin Console, named as the association mask wants it, and give it to the technical account. Where none does, nothing is to be done.",
  source: ["campaign-classic.en: technotes/using/ims-migration.md"],
  needs: ["packages", "linkage", "profiles"],
  check({ instance, packages, linkage }, verdict) {
    const installed = messageCenterInstalled(packages);
    const { record } = installed;
    const property = MESSAGE_CENTER;
    if (installed.state === "no") {
      verdict.notApplicable(instance, "No package of Message Center is installed.");
    } else if (!record) {
      verdict.unknown(instance, {
        message:
          installed.undecided > 0
            ? `Whether a package of Message Center is installed is not known: ${installed.undecided} of ${packages.records.length} packages have neither id nor label.`
            : "No package of Message Center is among those in the export, but the list may not be complete.",
        at: [packages],
        missing: installed.complete === "yes" ? "packages" : ["packages", "completeness"],
        property,
      });
    } else if (linkage.matched.some(({ captured }) => captured === MESSAGE_CENTER)) {
      verdict.pass(instance);
    } else if (linkage.profilesComplete !== "yes") {
      verdict.unknown(instance, {
        message: `No product profile in the export leads to "${MESSAGE_CENTER}", but the list may not be complete.`,
        at: [record],
        missing: ["profiles", "completeness"],
        property,
      });
    } else {
      verdict.review(instance, {
        message: `Package "${record.label || record.id}" is installed, and no product profile leads to "${MESSAGE_CENTER}": look whether anything outside calls Message Center, which by IMS needs one.`,
        at: [record],
        expected:
          linkage.mask.literalStart === "" ? undefined : `${linkage.mask.literalStart}${MESSAGE_CENTER}`,
        property,
      });
    }
  },
  examples: {
    review: [
      {
        snapshot: `
          packages: [ { id: "nms:core" }, { id: "nms:messageCenterExec" } ]
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - acme - (.*)" }
          organization:
            groups: [ { groupName: "campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
      },
      {
        shows: "By its label",
        snapshot: `
          packages: [ { label: Transactional message control } ]
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - acme - (.*)" }
          organization: { groups: [] }
        `,
      },
    ],
    passes: [
      {
        snapshot: `
          packages: [ { id: "nms:messageCenter" } ]
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - acme - (.*)" }
          organization:
            groups: [ { groupName: "campaign - acme - messagecenter", type: PRODUCT_PROFILE } ]
        `,
      },
    ],
    unknown: [
      {
        shows: "There may be more product profiles",
        snapshot: `
          packages: [ { id: "nms:messageCenter" } ]
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - acme - (.*)" }
          organization: { groups: [] }
          complete: { profiles: unknown }
        `,
      },
      {
        shows: "There may be more packages",
        snapshot: `
          packages: [ { id: "nms:core" } ]
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - acme - (.*)" }
          organization: { groups: [] }
          complete: { packages: unknown }
        `,
      },
    ],
    notApplicable: [
      {
        snapshot: `
          packages: [ { id: "nms:core", label: Core } ]
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - acme - (.*)" }
          organization: { groups: [] }
        `,
      },
    ],
  },
});
