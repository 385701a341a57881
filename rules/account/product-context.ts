import { defineRule } from "../../src/evaluate/rule.js";
import { trimSpace } from "../../src/model/white-space.js";

export default defineRule({
  id: "product-context",
  control: "3.19",
  level: "must",
  clauses: {
    empty: { level: "should", what: "The product context is filled in where the field exists" },
  },
  since: "0.1.0",
  subject: "extAccount",
  title: "The product context is that of Campaign Classic",
  why: "The field says which product people log in to, and Adobe documents one value of it for Campaign Classic. Copies from pages that were translated by machine are known to be broken.",
  remedy:
    "Set the product context of the account to dma_campaign_classic, or to the one that Adobe gave you and that you then state under expect.productContext. Save in Campaign, restart the server, export again.",
  fix: "The expected context, where the account's has nothing but white space around it.",
  source: ["campaign-classic.en: installation/using/external-accounts.md"],
  needs: ["imsAccounts"],
  check({ imsAccounts, expect }, verdict) {
    const expected = expect.productContext || CAMPAIGN_CLASSIC;
    for (const account of imsAccounts) {
      const { productContext } = account;
      const at = [account, "productContext"] as const;
      if (productContext === undefined) {
        verdict.unknown(account, {
          message: "The product context is not in the export; builds that are older do not have the field.",
          missing: "imsAccountField",
        });
      } else if (productContext === expected) {
        verdict.pass(account);
      } else if (productContext === "") {
        verdict.fail(account, {
          clause: "empty",
          message: `Product context is empty: where a build has the field, it should be ${expected}.`,
          at,
          observed: "",
          expected,
        });
      } else {
        verdict.fail(account, {
          message: `Product context "${productContext}" is not ${expected}: it stands for another product, or for none.`,
          at,
          observed: productContext,
          expected,
          fix: { at, to: trimSpace(productContext) === expected ? expected : undefined },
        });
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: dma_campaign }
        `,
        at: "dma_campaign",
      },
      {
        shows: "Copied from a page that was translated by machine",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: dma_活动_classic }
        `,
        at: "dma_活动_classic",
      },
      {
        shows: "Letter case and white space count",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: "dma_campaign_classic " }
        `,
        at: '"dma_campaign_classic "',
        fixed: '"dma_campaign_classic"',
      },
      {
        shows: "The config expects another one",
        config: "{ instances: { prod: { expect: { productContext: dma_campaign } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: dma_campaign_classic }
        `,
        at: "dma_campaign_classic",
      },
      {
        clause: "empty",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: "" }
        `,
        at: '""',
      },
    ],
    passes: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: dma_campaign_classic }
        `,
      },
      {
        config: "{ instances: { prod: { expect: { productContext: dma_campaign } } } }",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: dma_campaign }
        `,
      },
    ],
    unknown: [
      {
        shows: "Older builds do not have the field",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
    ],
  },
});

/** Where the field does not exist, Campaign takes dma_campaign. */
const CAMPAIGN_CLASSIC = "dma_campaign_classic";
