import { defineRule } from "../../src/evaluate/rule.js";
import { joined } from "../../src/model/joined-names.js";
import { attributesAt, flagOf } from "../../src/model/server-settings.js";

export default defineRule({
  id: "session-hardening",
  control: "7.9",
  level: "should",
  since: "0.1.0",
  subject: "instance",
  securitySeverity: "4.5",
  title: "Sessions are tied to the address that opened them and end in time",
  why: "A session token that is stolen works from any address, and as long as the session lasts.",
  remedy:
    "In shared/authentication of serverConf.xml or config-<instance>.xml set checkIPConsistent to true, and sessionTimeOutSec to a day (86400) or less. Restart the server, export again.",
  source: ["campaign-classic.en: installation/using/the-server-configuration-file.md"],
  options: { max: { default: 86400, what: "How many seconds a session may last at most." } },
  needs: ["serverConf"],
  check({ instance, serverConf, options }, verdict) {
    const silent: string[] = [];
    let isSound = true;
    const path = ["shared", "authentication"];

    const isTied = flagOf(attributesAt(serverConf, path, "checkIPConsistent"));
    if (isTied.is === "absent") silent.push("checkIPConsistent");
    else if (isTied.is !== "true") {
      isSound = false;
      const place = { at: [serverConf, ...isTied.route] as const, property: "checkIPConsistent" };
      if (isTied.is === "false") {
        verdict.fail(instance, {
          message: `checkIPConsistent is "${isTied.text}": a stolen session can be used from any address. Set it to true.`,
          ...place,
          observed: isTied.text,
          expected: "true",
        });
      } else {
        verdict.unknown(instance, {
          message: `checkIPConsistent is "${isTied.text}", which is neither true nor false, or it is stated several times, and not alike.`,
          ...place,
        });
      }
    }

    const max = options.max ?? 0;
    const timeouts = attributesAt(serverConf, path, "sessionTimeOutSec");
    if (timeouts.length === 0) silent.push("sessionTimeOutSec");
    const seconds = timeouts.map((timeout) => ({ ...timeout, seconds: readSeconds(timeout.text) }));
    // Of several each could be the one that counts: they are sound if all are.
    const worst =
      seconds.find((timeout) => !timeout.seconds) ?? seconds.find((timeout) => isAbove(timeout, max));
    const isMixed = seconds.some((timeout) => !isAbove(timeout, max));
    if (worst) {
      isSound = false;
      const place = { at: [serverConf, ...worst.route] as const, property: "sessionTimeOutSec" };
      if (!worst.seconds) {
        verdict.unknown(instance, {
          message: `sessionTimeOutSec is "${worst.text}", which is no number of seconds from 1, so how long sessions last is not known.`,
          ...place,
        });
      } else if (isMixed) {
        verdict.unknown(instance, {
          message: `sessionTimeOutSec is stated several times, and not alike; which of them counts is not known.`,
          ...place,
        });
      } else {
        verdict.fail(instance, {
          message: `sessionTimeOutSec is "${worst.text}", more than ${max} seconds: a session that is left open, or stolen, can be used that long. Set it to ${max} or less.`,
          ...place,
          observed: worst.text,
          expected: `${max} or less`,
        });
      }
    }

    if (silent.length > 0) {
      verdict.unknown(instance, {
        message: `The export does not state ${joined(silent, "or")} of shared/authentication. ${silent.map((name) => DEFAULTS[name]).join(" ")} ims-lint takes no default for evidence: write what holds into the configuration, and export again.`,
        at: [serverConf],
        property: silent.join(),
        missing: "serverAttributes",
      });
    } else if (isSound) {
      verdict.pass(instance);
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          serverConf: { shared: { authentication: { checkIPConsistent: false, sessionTimeOutSec: 86400 } } }
        `,
        at: "false",
      },
      {
        shows: "Two days",
        snapshot: `
          serverConf: { shared: { authentication: { checkIPConsistent: true, sessionTimeOutSec: "172800" } } }
        `,
        at: '"172800"',
      },
      {
        shows: "More than the config allows",
        snapshot: `
          serverConf: { shared: { authentication: { checkIPConsistent: true, sessionTimeOutSec: 7200 } } }
        `,
        config: `
          rules: { session-hardening: { max: 3600 } }
        `,
        at: "7200",
      },
    ],
    passes: [
      {
        snapshot: `
          serverConf: { shared: { authentication: { checkIPConsistent: "1", sessionTimeOutSec: 86400 } } }
        `,
      },
    ],
    unknown: [
      {
        shows: "A default is no evidence",
        snapshot: `
          serverConf: { shared: { authentication: { sessionTimeOutSec: 3600 } } }
        `,
      },
      {
        shows: "No number",
        snapshot: `
          serverConf: { shared: { authentication: { checkIPConsistent: true, sessionTimeOutSec: 1d } } }
        `,
      },
      {
        shows: "Neither true nor false",
        snapshot: `
          serverConf: { shared: { authentication: { checkIPConsistent: sometimes, sessionTimeOutSec: 3600 } } }
        `,
      },
      {
        shows: "Stated twice, and not alike",
        snapshot: `
          serverConf:
            shared:
              authentication:
                - { checkIPConsistent: true, sessionTimeOutSec: 3600 }
                - { sessionTimeOutSec: 172800 }
        `,
      },
    ],
  },
});

/** What the documentation gives for an attribute that is not stated. */
const DEFAULTS: Readonly<Record<string, string>> = {
  checkIPConsistent: "The documented default of checkIPConsistent is false.",
  sessionTimeOutSec: "The documented default of sessionTimeOutSec is 86400.",
};

/** Whole seconds from 1; what 0 or an empty value makes of a session is not public. */
function readSeconds(text: string): number | undefined {
  const own = text.trim();
  return /^\d{1,15}$/.test(own) && Number(own) > 0 ? Number(own) : undefined;
}

function isAbove({ seconds = 0 }: { readonly seconds: number | undefined }, max: number): boolean {
  return seconds > max;
}
