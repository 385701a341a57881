import { defineFileRule } from "../../src/evaluate/rule.js";
import type { SecretRecord } from "../../src/model/workspace.js";

export default defineFileRule({
  id: "secret-exposed",
  control: "3.15",
  level: "must",
  clauses: {
    encrypted: {
      level: "should",
      what: "No file holds a secret in Campaign's encrypted form (@…=)",
    },
  },
  since: "0.1.0",
  subject: "secret",
  securitySeverity: "9.1",
  isProtected: true,
  title: "No file holds a secret",
  why: "Whoever can read the file, a copy or an older version of it can act with the secret; taking it out later does not undo that.",
  remedy:
    "Rotate the secret, then purge the history of the file wherever it was kept. In the snapshot write clientSecret: { present: true, encrypted: true } in its place. Save in Campaign, restart the server, export again.",
  source: [
    "campaign-classic.en: production/using/duplicating-environments.md",
    "campaign-classic.en: installation/using/privacy.md",
    "campaign-classic.en: installation/using/the-server-configuration-file.md",
  ],
  checkFile({ file, document }, verdict) {
    if (!document) return;
    for (const record of document.secrets) {
      const place = record.span ? { routes: [], span: record.span } : { routes: [record.route] };
      const at = { document: document.document, path: file.name, ...place };
      switch (record.secret.form) {
        case "clear":
          verdict.fail(record, {
            message: `${inClear(record)} Take it as known to everyone who can read the file.`,
            at,
            expected: "no secret in the file",
          });
          break;
        case "encrypted":
          verdict.fail(record, {
            clause: "encrypted",
            message: `${called(record.name)} is in the file in Campaign's encrypted form: it cannot be read as it stands, but it is the secret still, in every copy of the file.`,
            at,
            expected: "no secret in the file",
          });
          break;
        case "stated":
        case "masked":
        case "empty":
          verdict.pass(record, at);
      }
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: not-a-real-secret }
        `,
        at: "not-a-real-secret",
      },
      {
        shows: "User info in a URL",
        snapshot: `
          instance: { url: "https://jane:not-a-real-secret@acme.campaign.example.com" }
        `,
        at: '"https://jane:not-a-real-secret@acme.campaign.example.com"',
      },
      {
        shows: "A private key, whatever field it stands in",
        snapshot: `
          serverConf:
            shared:
              ims: { note: "-----BEGIN PRIVATE KEY----- not a real key" }
        `,
        at: '"-----BEGIN PRIVATE KEY----- not a real key"',
      },
      {
        shows: "A password of the database that is not encrypted",
        snapshot: `
          serverConf:
            shared:
              dataStore:
                dataSource:
                  dbcnx: { encrypted: "false", password: not-a-real-secret }
        `,
        at: "not-a-real-secret",
      },
      {
        clause: "encrypted",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: "@bm90LWEtc2VjcmV0=" }
        `,
        at: '"@bm90LWEtc2VjcmV0="',
      },
    ],
    passes: [
      {
        shows: "Only that there is one: the form that snapshots should hold",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: { present: true, encrypted: true } }
        `,
      },
      {
        shows: "Asterisks, or nothing, are no secret",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: "********", password: "" }
        `,
      },
      {
        shows: "A password of the database that is said to be encrypted",
        snapshot: `
          serverConf:
            shared:
              dataStore:
                dataSource:
                  dbcnx: { encrypted: "true", password: bm90LWEtc2VjcmV0 }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "No field that is a secret",
        snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
      },
    ],
  },
});

/** In the words of Campaign's form, where the place is a field of it. */
function called(name: string): string {
  const [list, account, field, ...more] = name.split("/");
  if (list === "extAccounts" && more.length === 0) {
    if (field === "clientSecret") return `The IMS client secret of external account "${account}"`;
    if (field === "password") return `The password of external account "${account}"`;
  }
  return `The secret "${name}"`;
}

function inClear({ name, because }: SecretRecord): string {
  switch (because) {
    case "key":
      return `${called(name)} is in the file in clear.`;
    case "url":
      return `"${name}" holds a URL with user info, a login or a password before the @.`;
    case "private-key":
      return `"${name}" holds a private key.`;
  }
}
