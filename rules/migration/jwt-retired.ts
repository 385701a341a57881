import { defineRule } from "../../src/evaluate/rule.js";
import { elementsNamed, secretOf } from "../../src/model/server-settings.js";

const KEY = "authIMSTAPrivateKey";

export default defineRule({
  id: "jwt-retired",
  control: "6.10",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  title: "Campaign has no private key of a service account (JWT) any more",
  why: "Service account (JWT) credentials ended on 30 June 2025: what still rests on them has no access to other Adobe solutions.",
  remedy:
    "Create an OAuth Server-to-Server credential in the Adobe Developer Console, put it into the instance's configuration with nlserver config -setimsoauth as Adobe's page on technical accounts tells, and empty authIMSTAPrivateKey of the element ims. Where Adobe runs the server, ask Adobe to do it.",
  source: [
    "campaign-classic.en: integrations/using/oauth-technical-account.md",
    "campaign-classic.en: installation/using/the-server-configuration-file.md",
  ],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    // The page names the element and not its parent.
    const stated = elementsNamed(serverConf, "ims").flatMap((element) => secretOf(element, KEY) ?? []);
    const set = stated.find(({ secret }) => secret.present);
    const empty = stated.find(({ secret }) => !secret.present);
    if (set && empty) {
      verdict.unknown(instance, {
        message: `${KEY} is stated several times, once with a key and once empty; which of them counts is not known.`,
        at: [serverConf, ...set.route],
        missing: "serverConf",
        property: KEY,
      });
    } else if (set) {
      verdict.fail(instance, {
        message: `${KEY} is set: it is the key of a service account (JWT), and these ended on 30 June 2025.`,
        at: [serverConf, ...set.route],
        observed: "a key",
        expected: "no key",
        property: KEY,
      });
    } else if (empty) {
      verdict.pass(instance);
    } else {
      verdict.unknown(instance, {
        message: `${KEY} of the element ims is not in the server configuration that was exported.`,
        at: [serverConf],
        missing: "serverConf",
        property: KEY,
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          serverConf: { shared: { ims: { authIMSTAPrivateKey: { present: true, encrypted: true } } } }
        `,
        at: "authIMSTAPrivateKey",
      },
      {
        shows: "Wherever the element stands",
        snapshot: `
          serverConf: { ims: { authIMSTAPrivateKey: "***" } }
        `,
        at: '"***"',
      },
    ],
    passes: [
      {
        snapshot: `
          serverConf: { shared: { ims: { authIMSTAPrivateKey: "" } } }
        `,
      },
    ],
    unknown: [
      {
        shows: "Left out before the file was handed over, perhaps",
        snapshot: `
          serverConf: { shared: { ims: { authIMSEndpoint: "https://ims-na1.adobelogin.com" } } }
        `,
      },
      {
        shows: "Two statements that differ",
        snapshot: `
          serverConf:
            shared: { ims: [ { authIMSTAPrivateKey: "" }, { authIMSTAPrivateKey: { present: true } } ] }
        `,
      },
    ],
  },
});
