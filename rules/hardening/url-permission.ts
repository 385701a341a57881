import { defineRule } from "../../src/evaluate/rule.js";
import { attributesAt } from "../../src/model/server-settings.js";

export default defineRule({
  id: "url-permission",
  control: "7.11",
  level: "should",
  since: "0.1.0",
  subject: "instance",
  securitySeverity: "6.5",
  title: "JavaScript on the server can call allowed URLs only",
  why: "Otherwise scripts in workflows and web applications can send data to any address, or fetch code from it.",
  remedy:
    'List the URLs that scripts need in shared/urlPermission of serverConf.xml and set action="deny"; with warn for a while, the server\'s log tells which they are. Restart the server, export again.',
  source: ["campaign-classic.en: installation/using/url-permissions.md"],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const actions = attributesAt(serverConf, ["shared", "urlPermission"], "action");
    const open = actions.find(({ text }) => text.trim().toLowerCase() !== "deny");
    const alike = actions.find(({ text }) => text !== "deny");
    if (open) {
      verdict.fail(instance, {
        message: `action of urlPermission is "${open.text}"${MEANS.get(open.text) ?? ", and not deny: it does not block URLs that are not listed"}. Set it to deny.`,
        at: [serverConf, ...open.route],
        property: "action",
        observed: open.text,
        expected: "deny",
      });
    } else if (alike) {
      verdict.unknown(instance, {
        message: `action of urlPermission is "${alike.text}"; whether Campaign takes that for deny is not public. Write it as deny.`,
        at: [serverConf, ...alike.route],
        property: "action",
      });
    } else if (actions.length === 0) {
      verdict.unknown(instance, {
        message:
          'The export does not state the action of shared/urlPermission. The documented default is deny, but ims-lint takes no default for evidence: write action="deny" into the configuration, and export again.',
        at: [serverConf],
        property: "action",
        missing: "serverAttributes",
      });
    } else {
      verdict.pass(instance);
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          serverConf: { shared: { urlPermission: { action: warn, url: [ { dnsSuffix: acme.example } ] } } }
        `,
        at: "warn",
      },
      {
        snapshot: `
          serverConf: { shared: { urlPermission: { action: ignore } } }
        `,
        at: "ignore",
      },
      {
        shows: "Empty hides the default",
        snapshot: `
          serverConf: { shared: { urlPermission: { action: "" } } }
        `,
        at: '""',
      },
    ],
    passes: [
      {
        snapshot: `
          serverConf: { shared: { urlPermission: { action: deny } } }
        `,
      },
    ],
    unknown: [
      {
        shows: "A default is no evidence",
        snapshot: `
          serverConf: { shared: { urlPermission: { url: [ { dnsSuffix: acme.example } ] } } }
        `,
      },
      {
        shows: "The right word in other letters",
        snapshot: `
          serverConf: { shared: { urlPermission: { action: DENY } } }
        `,
      },
    ],
  },
});

/** What follows from each action that does not block. */
const MEANS: ReadonlyMap<string, string> = new Map([
  ["ignore", ": scripts can call any URL"],
  ["warn", ": scripts can call any URL, and the server only notes it in its log"],
]);
