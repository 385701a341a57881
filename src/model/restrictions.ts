import { NOT_OF_KIND, readFlag } from "./leaves.js";
import type { Element } from "./server-conf.js";
import { attributesAt, type Flag, flagOf } from "./server-settings.js";

/** The restrictions of native login, as the server configuration states them. */

/** An attribute with which native login is restricted once the migration is done. */
export interface Restriction {
  /** Of the server configuration. */
  readonly path: readonly string[];
  readonly attribute: string;
}

/** Both of them (ACC technotes/using/impact-ims-migration.md). */
export const UI_RESTRICTION: Restriction = {
  path: ["shared", "imsConfig", "nonIMSOperatorMgmtInClientConsole"],
  attribute: "nonIMSOperatorMgmtInClientConsoleRestricted",
};
export const API_RESTRICTION: Restriction = {
  path: ["shared", "imsConfig", "nonIMSAuthnAPI"],
  attribute: "disableAPI",
};

/** What an attribute says, of all the places where it stands. */
export function readRestriction(serverConf: Element, { path, attribute }: Restriction): Flag {
  return flagOf(attributesAt(serverConf, path, attribute));
}

/** Why an attribute does not tell, in words without a full stop. */
export function whyOpen(
  { attribute }: Restriction,
  flag: Extract<Flag, { is: "absent" | "unclear" }>,
): string {
  if (flag.is === "absent") return `${attribute} is not in the server configuration that was exported`;
  return readFlag(flag.text) === NOT_OF_KIND
    ? `${attribute} is "${flag.text}", which is neither true nor false`
    : `${attribute} is stated several times, and not alike`;
}
