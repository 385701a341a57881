import { fold, PERHAPS_IGNORED } from "../model/likeness.js";
import type { Reported } from "../report/report.js";

/** What stands in everybody's way, beyond a single person's links. */
export interface Hindrance {
  /**
   * - `blocks`: nobody can log in
   * - `threatens`: it may keep people from logging in, or will
   * - `unknown`: whether it blocks cannot be known from the exports
   */
  readonly effect: "blocks" | "threatens" | "unknown";
  readonly result: Reported;
  /** What people then see, as far as it is documented. */
  readonly symptom: string | undefined;
}

/**
 * The rules of which a fail keeps everybody out, in the order of the way: the package, the account, IMS, the way back.
 * A clause is a milder case, and blocks nobody; nor does what Adobe's pages do not tie to a login that fails. Symptoms:
 * ACC integrations/using/ims-troubleshooting.md.
 */
const BLOCKS: Readonly<Record<string, string | undefined>> = (() => {
  const scopes = "People never reach the page of Adobe ID: the IMS scopes are wrong.";
  const callback = "People are sent to adobe.com after the login: the callback server is wrong.";
  const right = "Campaign shows «Login does not have any right matching the expression».";
  return {
    "integration-package": undefined,
    "account-present": undefined,
    "account-enabled": undefined,
    "ims-server-production": undefined,
    "client-id": undefined,
    "client-secret-present": undefined,
    "org-id-format": undefined,
    "scope-provisioned": scopes,
    "callback-https": callback,
    "callback-allowlisted": callback,
    "mask-present": right,
    "mask-syntax": right,
  };
})();

/** Findings of these areas are about the instance as a whole. */
const AREAS = /^[1-4]\./;

/** Rules of those areas that say nothing about the login itself, or the same as the links of a person. */
const NOT_ABOUT_LOGIN: ReadonlySet<string> = new Set([
  "users-in-organization",
  "users-without-profile",
  "console-latest",
  "server-build-supported",
  "audience-package",
  "account-exported",
  "account-hosted",
  "secret-exposed",
  "secret-access-restricted",
  "mask-scope",
  "mask-tenant",
  "mask-matches",
]);

/** What the rules say of the instance that bears on everybody's login, what blocks it first. */
export function hindrancesIn(results: readonly Reported[]): Hindrance[] {
  // Of several accounts nobody knows which one counts.
  const isOneAccount = !results.some(
    ({ rule, verdict }) => rule.id === "account-unique" && verdict === "fail",
  );
  const found = results.flatMap((result): Hindrance[] => {
    const { rule, clause, verdict, subject } = result;
    if (!AREAS.test(rule.control) || NOT_ABOUT_LOGIN.has(rule.id)) return [];
    const isBlocking =
      Object.hasOwn(BLOCKS, rule.id) &&
      clause === null &&
      (isOneAccount || subject.kind !== "extAccount") &&
      !isAlmostRight(result);
    const symptom = Object.hasOwn(BLOCKS, rule.id) ? BLOCKS[rule.id] : undefined;
    // A fail that somebody has accepted keeps people out all the same.
    if (verdict === "fail") {
      const level = result.level ?? result.accepted?.level;
      if (isBlocking) return [{ effect: "blocks", result, symptom }];
      return level === "note" ? [] : [{ effect: "threatens", result, symptom }];
    }
    if (verdict === "review") return [{ effect: "threatens", result, symptom }];
    return verdict === "unknown" && isBlocking ? [{ effect: "unknown", result, symptom }] : [];
  });
  const order = Object.keys(BLOCKS);
  const rank = ({ effect, result }: Hindrance) =>
    EFFECTS.indexOf(effect) * 100 + (order.indexOf(result.rule.id) + 1 || 99);
  return found.sort((a, b) => rank(a) - rank(b));
}

/** Identifiers of which it is not public whether letter case and white space count. */
const IDENTIFIERS: ReadonlySet<string> = new Set(["client-id", "org-id-format"]);

function isAlmostRight({ rule, verdict, observed, expected }: Reported): boolean {
  if (verdict !== "fail" || !IDENTIFIERS.has(rule.id) || !observed || !expected) return false;
  return fold(observed, PERHAPS_IGNORED) === fold(expected, PERHAPS_IGNORED);
}

const EFFECTS: readonly Hindrance["effect"][] = ["blocks", "threatens", "unknown"];
