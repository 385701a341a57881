import type { Route } from "../read/document.js";
import { isAllowedByDefault } from "./allowed-operators.js";
import { areMixed } from "./builds.js";
import { hasRestrictions, RESTRICTIONS_SINCE } from "./ims-versions.js";
import { isBuiltIn, isTechnicalAccount } from "./people.js";
import {
  API_RESTRICTION,
  type Restriction,
  readRestriction,
  UI_RESTRICTION,
  whyOpen,
} from "./restrictions.js";
import type { Element } from "./server-conf.js";
import type { Operator } from "./snapshot.schema.js";
import type { Instance } from "./workspace.js";

/** The migration of operators to IMS: how far an instance has got, and whom it does not concern. */

/** How a restriction stands to the migration. */
export type RestrictionStanding =
  /** The migration is not done. */
  | { readonly is: "before"; readonly why: string }
  | { readonly is: "off"; readonly route: Route; readonly text: string }
  /** On, and the server is too old to have it. */
  | { readonly is: "early"; readonly route: Route; readonly text: string }
  | { readonly is: "on" }
  | {
      readonly is: "open";
      readonly message: string;
      readonly missing: readonly ("migrated" | "serverConf" | "server")[];
      readonly because?: { readonly rule: string };
      readonly route: Route;
    };

/** The first build with the restrictions, in words. */
export const RESTRICTIONS_SINCE_WORDS = `build ${RESTRICTIONS_SINCE.build} (${RESTRICTIONS_SINCE.release})`;

/**
 * The migration is done where the config says so, or where one of the restrictions is on. It is not where the config
 * says that, or where both restrictions are stated and off.
 */
export function standingOfRestriction(
  instance: Instance,
  serverConf: Element,
  restriction: Restriction,
): RestrictionStanding {
  const { migrated } = instance.settings;
  const flag = readRestriction(serverConf, restriction);
  if (flag.is === "true") return standingWhereOn(instance, restriction, flag);
  const other = readRestriction(
    serverConf,
    restriction === API_RESTRICTION ? UI_RESTRICTION : API_RESTRICTION,
  );
  const isDone = migrated === true || other.is === "true";
  if (migrated === false && !isDone) {
    return { is: "before", why: "The config says that the migration to IMS is not done." };
  }
  if (flag.is === "absent" || flag.is === "unclear") {
    return {
      is: "open",
      message: `${whyOpen(restriction, flag)}${isDone ? "" : ", and whether the migration to IMS is done is not known"}.`,
      missing: isDone ? ["serverConf"] : ["migrated", "serverConf"],
      route: flag.is === "absent" ? [] : flag.route,
    };
  }
  if (isDone) return { ...flag, is: "off" };
  if (other.is === "false") {
    return {
      is: "before",
      why: "Both restrictions of native login are off: the migration to IMS is not done.",
    };
  }
  return {
    is: "open",
    message: `${restriction.attribute} is "${flag.text}", and whether the migration to IMS is done is not known.`,
    missing: ["migrated", "serverConf"],
    route: flag.route,
  };
}

function standingWhereOn(
  { server, console, builds }: Instance,
  { attribute }: Restriction,
  { text, route }: { readonly text: string; readonly route: Route },
): RestrictionStanding {
  switch (hasRestrictions(server, console)) {
    case "yes":
      return { is: "on" };
    case "no":
      return { is: "early", route, text };
    case "unknown":
      return {
        is: "open",
        message: `${attribute} is "${text}"; whether the server is of ${RESTRICTIONS_SINCE_WORDS} or newer, from which on it has an effect, is not known.`,
        missing: ["server"],
        ...(areMixed(builds) ? { because: { rule: "export-mixed-builds" } } : {}),
        route,
      };
  }
}

/** Why an operator need not be migrated; undefined of everybody else. */
export function whySpared(operator: Operator): string | undefined {
  const isAdobes = operator.name !== undefined && isAllowedByDefault(operator.name);
  if (isBuiltIn(operator) || isAdobes)
    return `Operator "${operator.name}" comes with Campaign and is nobody's own.`;
  if (isTechnicalAccount(operator)) return "A technical account logs in with a token of IMS already.";
  return undefined;
}
