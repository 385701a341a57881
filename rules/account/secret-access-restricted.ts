import { defineRule } from "../../src/evaluate/rule.js";
import type { SchemaExtension } from "../../src/model/snapshot.schema.js";

export default defineRule({
  id: "secret-access-restricted",
  control: "3.22",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  securitySeverity: "6.5",
  title: "Only the technical administrator can read the secrets of external accounts",
  why: "Without a restriction everyone who can open the external accounts can read the password and the IMS client secret, encrypted or not, and use them elsewhere.",
  remedy:
    'Extend the schema nms:extAccount: give the attributes password and clientSecret accessibleIf="$(loginId) = 0", or another condition that only the technical administrator meets. Update the database structure, restart the server, export again.',
  source: [
    "campaign-classic.en: installation/using/privacy.md",
    "campaign-classic.en: integrations/using/configuring-ims.md",
  ],
  needs: ["schemas"],
  check({ instance, schemas }, verdict) {
    const extensions = schemas.records.filter(({ name }) => name === "nms:extAccount");
    const open = SECRETS.filter(
      (attribute) => !extensions.some((extension) => isRestricted(extension, attribute)),
    );
    if (open.length === 0) {
      verdict.pass(instance);
      return;
    }
    const unseen = extensions.find(({ accessibleIf }) => accessibleIf === undefined);
    const [first] = extensions;
    const lack = open.join(" and ");
    const whole = extensions.find(({ accessibleIf }) => accessibleIf?.["."] !== undefined);
    if (whole) {
      verdict.unknown(instance, {
        message: `A schema extension restricts external accounts as a whole; whether that restricts who can read ${lack} is not public.`,
        at: [whole, "accessibleIf", "."],
      });
    } else if (unseen) {
      verdict.unknown(instance, {
        message: `Whether the schema extension restricts who can read ${lack} is not in the export: its attributes are left out.`,
        at: [unseen],
        missing: "schemas",
      });
    } else if (schemas.complete !== "yes") {
      verdict.unknown(instance, {
        message: `No schema extension in the export restricts who can read ${lack} of external accounts, but the list may not be complete.`,
        at: [first ?? schemas],
        missing: ["schemas", "completeness"],
      });
    } else {
      verdict.fail(instance, {
        message: `No schema extension of nms:extAccount restricts who can read ${lack}: everyone who can open the external accounts can.`,
        at: first ? [first, "accessibleIf"] : [schemas],
        observed: first ? conditionsOf(first) : "no extension of nms:extAccount",
        expected: "accessibleIf on password and clientSecret",
        property: "accessibleIf",
      });
    }
  },
  examples: {
    fails: [
      {
        shows: "No extension at all, in a complete list",
        snapshot: `
          schemas: []
        `,
        at: "[]",
      },
      {
        shows: "One of the two is left open",
        snapshot: `
          schemas:
            - { name: "nms:extAccount", accessibleIf: { password: "$(loginId) = 0" } }
        `,
        at: "accessibleIf",
      },
    ],
    passes: [
      {
        snapshot: `
          schemas:
            - name: nms:extAccount
              accessibleIf: { password: "$(loginId) = 0", clientSecret: "$(loginId) = 0" }
        `,
      },
    ],
    unknown: [
      {
        shows: "No schemas in the export",
        snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud } ]
        `,
      },
      {
        shows: "Another extension may restrict them",
        snapshot: `
          schemas: [ { name: "nms:extAccount", accessibleIf: {} } ]
          complete: { schemas: unknown }
        `,
      },
      {
        shows: "A condition on the whole entity",
        snapshot: `
          schemas: [ { name: "nms:extAccount", accessibleIf: { ".": "$(loginId) = 0" } } ]
        `,
      },
      {
        shows: "The extension is there, its attributes are not",
        snapshot: `
          schemas: [ { name: "nms:extAccount" } ]
        `,
      },
    ],
  },
});

const SECRETS = ["password", "clientSecret"] as const;

/** A condition that is empty, or always met, restricts nothing. */
function isRestricted({ accessibleIf }: SchemaExtension, attribute: string): boolean {
  const condition =
    accessibleIf && Object.hasOwn(accessibleIf, attribute) ? accessibleIf[attribute] : undefined;
  return condition !== undefined && !/^\s*(?:|1|true)\s*$/i.test(condition);
}

function conditionsOf({ accessibleIf }: SchemaExtension): string {
  const stated = Object.entries(accessibleIf ?? {}).map(([name, condition]) => `${name}: ${condition}`);
  return stated.length === 0 ? "accessibleIf on no attribute" : stated.join(", ");
}
