import { fold, PERHAPS_IGNORED } from "./likeness.js";
import { API_RESTRICTION, readRestriction, whyOpen } from "./restrictions.js";
import { type Element, isElement } from "./server-conf.js";
import { attributeOf, childrenOf, elementsAt } from "./server-settings.js";
import { type Instance, STANDS_AT } from "./workspace.js";

/**
 * Who may use the API with a login of Campaign's own after the migration to IMS: the elements `allowOperator`
 * (ACC technotes/using/impact-ims-migration.md).
 */

/** What the list holds as installed; Adobe says that these must not be modified. */
export const DEFAULT_ALLOWED = [
  "admin",
  "aemserver",
  "campaign-loginmonitor",
  "internal|monitoring",
] as const;

/** The logins behind those names: two of them share one. */
const DEFAULT_LOGINS: ReadonlySet<string> = new Set(DEFAULT_ALLOWED.flatMap(loginsIn));

/** Whether Campaign is installed with this login as one that is allowed. */
export function isAllowedByDefault(login: string): boolean {
  return DEFAULT_LOGINS.has(login);
}

/** A login that is allowed. */
export interface AllowedLogin {
  readonly name: string;
  /** The attribute that names it. */
  readonly [STANDS_AT]: readonly [object, ...(string | number)[]];
}

/** The list, as far as it was exported. */
export interface AllowList {
  readonly logins: ReadonlyMap<string, AllowedLogin>;
  /** The logins that Campaign is not installed with. */
  readonly extra: readonly AllowedLogin[];
  /** Whether nothing else is allowed. */
  readonly isComplete: boolean;
  readonly standsAt: readonly [object, ...(string | number)[]];
  /** Whether a login may use the API. */
  allows(login: string): Allowed;
  /** Whether the list has one of the default names. */
  holds(name: (typeof DEFAULT_ALLOWED)[number]): Allowed;
}

/**
 * - `perhaps-alike`: by a name that differs in letter case or white space, or is written otherwise
 * - `perhaps-pattern`: by a name that looks like a regular expression; whether Campaign reads it so is not public
 */
export type Allowed = "yes" | "no" | "perhaps-alike" | "perhaps-pattern";

/** Who may use the API without an Adobe ID. */
export type NativeAccess =
  | { readonly is: "everybody"; readonly why: string }
  | { readonly is: "those-listed"; readonly list: AllowList }
  | {
      /** Whether the API is restricted; or who may use it all the same. */
      readonly is: "restriction-unknown" | "list-unknown";
      readonly message: string;
      readonly at: readonly [object, ...(string | number)[]];
    };

export function nativeAccessOf(instance: Instance, serverConf: Element): NativeAccess {
  const flag = readRestriction(serverConf, API_RESTRICTION);
  switch (flag.is) {
    case "false":
      return { is: "everybody", why: `disableAPI is "${flag.text}": the API takes every operator.` };
    case "absent":
      return {
        is: "restriction-unknown",
        message: `${whyOpen(API_RESTRICTION, flag)}.`,
        at: [serverConf],
      };
    case "unclear":
      return {
        is: "restriction-unknown",
        message: `${whyOpen(API_RESTRICTION, flag)}.`,
        at: [serverConf, ...flag.route],
      };
    case "true": {
      const list = allowListOf(instance);
      if (list) return { is: "those-listed", list };
      return {
        is: "list-unknown",
        message: "The operators that may use the API (allowOperator) are not in the export.",
        at: [serverConf, ...flag.route],
      };
    }
  }
}

/** Reads the list of an instance; undefined where it is not stated. */
export function allowListOf({ serverConf, serverConfComplete }: Instance): AllowList | undefined {
  if (!serverConf) return undefined;
  const written = new Set<string>();
  const logins = new Map<string, AllowedLogin>();
  let standsAt: AllowList["standsAt"] | undefined;
  let isSound = true;
  for (const parent of elementsAt(serverConf, ["shared", "imsConfig", "nonIMSAuthnAPI"])) {
    const list = Object.hasOwn(parent.element, LIST) ? parent.element[LIST] : undefined;
    if (!isElement(list) && !Array.isArray(list)) continue;
    standsAt ??= [serverConf, ...parent.route, LIST];
    const children = childrenOf(parent, LIST);
    isSound &&= !Array.isArray(list) || children.length === list.length;
    for (const child of children) {
      const attribute = attributeOf(child, "name");
      if (!attribute) {
        isSound = false;
        continue;
      }
      written.add(attribute.text);
      for (const name of loginsIn(attribute.text)) {
        if (!logins.has(name)) logins.set(name, { name, [STANDS_AT]: [serverConf, ...attribute.route] });
      }
    }
  }
  if (!standsAt) return undefined;
  const alike = new Set([...logins.keys()].map((name) => fold(name, PERHAPS_IGNORED)));
  const hasPattern = [...logins.keys()].some(looksLikePattern);
  const allows = (login: string): Allowed => {
    if (logins.has(login)) return "yes";
    if (alike.has(fold(login, PERHAPS_IGNORED))) return "perhaps-alike";
    return hasPattern ? "perhaps-pattern" : "no";
  };
  return {
    logins,
    extra: [...logins.values()].filter(({ name }) => !isAllowedByDefault(name)),
    isComplete: isSound && serverConfComplete === "yes",
    standsAt,
    allows,
    holds(name) {
      if (written.has(name)) return "yes";
      const answers = loginsIn(name).map(allows);
      if (answers.includes("no")) return "no";
      return answers.includes("perhaps-pattern") ? "perhaps-pattern" : "perhaps-alike";
    },
  };
}

const LIST = "allowOperator";

/** `internal|monitoring` names two. */
function loginsIn(name: string): string[] {
  return name.split("|").filter((login) => login !== "");
}

/** Whether a name holds what no login needs and a regular expression does. */
export function looksLikePattern(name: string): boolean {
  return /[*+?()[\]{}^$\\]/.test(name);
}
