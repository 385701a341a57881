import { defineRule } from "../../src/evaluate/rule.js";
import { joined } from "../../src/model/joined-names.js";
import { NOT_OF_KIND, readFlag } from "../../src/model/leaves.js";
import { STANDS_AT } from "../../src/model/workspace.js";

export default defineRule({
  id: "unsafe-options",
  control: "7.12",
  level: "should",
  since: "0.1.0",
  subject: "option",
  securitySeverity: "6.5",
  title: "Options that lower security are off, those that restrict editing are on",
  why: "Each of these options opens a door that Campaign keeps shut for good reason.",
  remedy:
    "Set the option in Administration > Platform > Options: 0 for the Xtk… ones, 1 for the RestrictEditing… ones. Export the options again.",
  source: ["campaign-classic.en: installation/using/configuring-campaign-options.md"],
  needs: ["xtkOptions"],
  check({ instance, xtkOptions }, verdict) {
    const missing: string[] = [];
    for (const { name, safe, otherwise } of OPTIONS) {
      const value = Object.hasOwn(xtkOptions, name) ? xtkOptions[name] : undefined;
      if (value === undefined) {
        missing.push(name);
        continue;
      }
      const option = { name, [STANDS_AT]: [xtkOptions, name] as const };
      const flag = readFlag(value);
      if (flag === NOT_OF_KIND) {
        verdict.unknown(option, {
          message: `Option ${name} is "${value}", which is neither on nor off.`,
          property: "value",
        });
      } else if (flag === safe) {
        verdict.pass(option);
      } else {
        verdict.fail(option, {
          message: `Option ${name} is ${flag ? "on" : "off"} ("${value}"): ${otherwise}. Set it to ${safe ? 1 : 0}.`,
          property: "value",
          observed: value,
          expected: safe ? "1" : "0",
        });
      }
    }
    if (missing.length > 0) {
      verdict.unknown(instance, {
        message: `The export does not hold the option${missing.length === 1 ? "" : "s"} ${joined(missing, "or")}; ims-lint takes no default for evidence.`,
        at: [xtkOptions],
        property: missing.join(),
        missing: "options",
      });
    }
  },
  examples: {
    fails: [
      {
        shows: "On, and should be off",
        snapshot: `
          options: { XtkSecurity_Unsafe_DecryptString: "1" }
        `,
        at: '"1"',
      },
      {
        shows: "Off, and should be on",
        snapshot: `
          options: { RestrictEditingOOTBSchema: 0 }
        `,
        at: "0",
      },
    ],
    passes: [
      {
        snapshot: `
          options:
            XtkAcceptOldPasswords: "0"
            XtkSecurity_Allow_PrivilegeEscalation: "0"
            XtkSecurity_Disable_ControlsOnFileDownload: "0"
            XtkSecurity_Disable_JSFileSandboxing: "0"
            XtkSecurity_SaveOptions_AllowNonAdmin: "false"
            XtkSecurity_Unsafe_DecryptString: "0"
            RestrictEditingOOTBSchema: "1"
            RestrictEditingOOTBJavascript: "1"
        `,
      },
    ],
    unknown: [
      {
        shows: "An option that is not exported",
        snapshot: `
          options: { XtkAcceptOldPasswords: "0" }
        `,
      },
      {
        shows: "Neither on nor off",
        snapshot: `
          options: { XtkAcceptOldPasswords: sometimes }
        `,
      },
      {
        shows: "No options",
        snapshot: `
          operators: []
        `,
      },
    ],
  },
});

interface WatchedOption {
  readonly name: string;
  /** Whether it should be on. */
  readonly safe: boolean;
  /** What follows where it is not so; words that follow a colon. */
  readonly otherwise: string;
}

const OPTIONS: readonly WatchedOption[] = [
  {
    name: "XtkAcceptOldPasswords",
    safe: false,
    otherwise: "passwords that are stored in the old way are still accepted",
  },
  {
    name: "XtkSecurity_Allow_PrivilegeEscalation",
    safe: false,
    otherwise: "JavaScript can give itself the rights of others",
  },
  {
    name: "XtkSecurity_Disable_ControlsOnFileDownload",
    safe: false,
    otherwise: "files are handed out without a look at the access rights",
  },
  {
    name: "XtkSecurity_Disable_JSFileSandboxing",
    safe: false,
    otherwise: "JavaScript can reach files outside its sandbox",
  },
  {
    name: "XtkSecurity_SaveOptions_AllowNonAdmin",
    safe: false,
    otherwise: "operators who are no administrators can change options",
  },
  {
    name: "XtkSecurity_Unsafe_DecryptString",
    safe: false,
    otherwise: "scripts can decrypt passwords",
  },
  {
    name: "RestrictEditingOOTBSchema",
    safe: true,
    otherwise: "built-in schemas can be edited",
  },
  {
    name: "RestrictEditingOOTBJavascript",
    safe: true,
    otherwise: "built-in JavaScript code can be edited",
  },
];
