import { defineRule } from "../../src/evaluate/rule.js";
import { IMS_HOSTS, isStageHost } from "../../src/model/ims-server.js";
import { attributeOf, elementsNamed } from "../../src/model/server-settings.js";
import { readAddress } from "../../src/model/url.js";

const ENDPOINT = "authIMSEndpoint";

export default defineRule({
  id: "ims-endpoint-config",
  control: "6.11",
  level: "must",
  since: "0.1.0",
  subject: "instance",
  title: "The server asks the production endpoint of IMS, by https",
  why: "The server gets its tokens of IMS from this address; stage hosts know neither your people nor your technical accounts, and without https anybody on the way can read the tokens.",
  remedy: `Set authIMSEndpoint of the element ims to https://${IMS_HOSTS[0]}, in the instance's configuration file or in serverConf.xml, and restart the server. An empty attribute in the instance's file hides the default; take it out.`,
  source: [
    "campaign-classic.en: installation/using/the-server-configuration-file.md",
    "campaign-classic.en: integrations/using/ims-troubleshooting.md",
  ],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    // The page names the element and not its parent.
    const stated = elementsNamed(serverConf, "ims").flatMap(
      (element) => attributeOf(element, ENDPOINT) ?? [],
    );
    const wrong = stated.find(({ text }) => whatIsOff(text) !== undefined);
    const off = wrong && whatIsOff(wrong.text);
    if (stated.length === 0) {
      verdict.unknown(instance, {
        message: `${ENDPOINT} of the element ims is not in the server configuration that was exported.`,
        at: [serverConf],
        missing: "serverConf",
        property: ENDPOINT,
      });
    } else if (!wrong || !off) {
      verdict.pass(instance);
    } else if (stated.some(({ text }) => whatIsOff(text) === undefined)) {
      verdict.unknown(instance, {
        message: `${ENDPOINT} is stated several times, once as "${wrong.text}", which ${off}; which of them counts is not known.`,
        at: [serverConf, ...wrong.route],
        missing: "serverConf",
        property: ENDPOINT,
      });
    } else {
      verdict.fail(instance, {
        message: `${ENDPOINT} "${wrong.text}" ${off}: the server must get its tokens from the production endpoint of IMS, by https.`,
        at: [serverConf, ...wrong.route],
        observed: wrong.text,
        expected: `https://${IMS_HOSTS[0]}`,
        property: ENDPOINT,
      });
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          serverConf: { shared: { ims: { authIMSEndpoint: "https://ims-na1-stg1.adobelogin.com" } } }
        `,
        at: '"https://ims-na1-stg1.adobelogin.com"',
      },
      {
        snapshot: `
          serverConf: { shared: { ims: { authIMSEndpoint: "http://ims-na1.adobelogin.com" } } }
        `,
        at: '"http://ims-na1.adobelogin.com"',
      },
      {
        shows: "An empty attribute hides the default",
        snapshot: `
          serverConf: { shared: { ims: { authIMSEndpoint: "" } } }
        `,
        at: '""',
      },
    ],
    passes: [
      {
        shows: "Wherever the element stands",
        snapshot: `
          serverConf: { ims: { authIMSEndpoint: "https://ims-na1.adobelogin.com" } }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          serverConf: { shared: { ims: {} } }
        `,
      },
      {
        shows: "Two statements that differ",
        snapshot: `
          serverConf:
            shared: { ims: { authIMSEndpoint: "https://ims-na1.adobelogin.com" } }
            ims: { authIMSEndpoint: "" }
        `,
      },
    ],
  },
});

/** What is off, in words that follow the value. */
function whatIsOff(endpoint: string): string | undefined {
  if (endpoint.trim() === "") return "is empty";
  const address = readAddress(endpoint);
  if (!address) return "is no address";
  if (isStageHost(address.host)) return "is a stage host of IMS";
  return address.scheme === "https" ? undefined : "is not https";
}
