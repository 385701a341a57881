import type { Policy } from "../config/policy.js";
import type { Rule } from "../evaluate/rule.js";
import type { AcceptedRisk, Outcome, Suppression, Waiver } from "../model/accepted-risk.js";
import { fits } from "../model/wildcard.js";
import type { Reported } from "../report/report.js";

/** The risks that somebody has accepted. */
export interface AcceptedRisks {
  readonly waivers: readonly Waiver[];
  readonly suppressions: readonly Suppression[];
  /**
   * Identities of the findings that comments may cover; undefined for any. A change that is proposed cannot accept its
   * own findings.
   */
  readonly suppressible?: ReadonlySet<string> | undefined;
  /** Waivers that a change takes out: they count until it is merged, and nobody needs to be told to take them out. */
  readonly withdrawn?: ReadonlySet<Waiver> | undefined;
}

export interface Acceptance {
  /** By whom each finding is accepted. */
  readonly of: ReadonlyMap<Reported, AcceptedRisk>;
  readonly outcomes: readonly Outcome[];
}

export interface AcceptanceQuestion {
  readonly results: readonly Reported[];
  readonly risks: AcceptedRisks;
  readonly policy: Policy;
  readonly allRules: readonly Rule[];
  readonly asOf: Date;
  /** Names of the instances that there are exports of. */
  readonly instances: readonly string[];
  /** Names of the instances that the config speaks of. */
  readonly stated: readonly string[];
}

/** Finds what each accepted risk covers. A waiver counts before a comment. */
export function accept(question: AcceptanceQuestion): Acceptance {
  const { results, risks } = question;
  const of = new Map<Reported, AcceptedRisk>();
  const ofRule = new Map<string, Reported[]>();
  for (const result of results) {
    const own = ofRule.get(result.rule.id);
    if (own) own.push(result);
    else ofRule.set(result.rule.id, [result]);
  }
  const outcomes: Outcome[] = [];
  for (const risk of [...risks.waivers, ...risks.suppressions]) {
    const own = ofRule.get(risk.rule) ?? [];
    const covered = own.filter((result) => isOpenTo(result) && isMeant(risk, result));
    const is = outcomeOf(risk, covered, own, question);
    if (risk.kind === "suppression" || !risks.withdrawn?.has(risk)) {
      outcomes.push({ risk, is, covers: covered.length });
    }
    if (is !== "used") continue;
    for (const result of covered) {
      if (!of.has(result) && mayCover(risk, result, risks)) of.set(result, risk);
    }
  }
  return { of, outcomes };
}

/** What a person can accept: a fail at a level, and what a person has looked at. */
function isOpenTo({ verdict, level }: Reported): boolean {
  return (verdict === "fail" && level !== null) || verdict === "review";
}

function isMeant(risk: AcceptedRisk, { clause, instance, subject, location }: Reported): boolean {
  if (risk.clause !== undefined && risk.clause !== clause) return false;
  if (risk.kind === "suppression") {
    return location.path === risk.path && location.startLine === risk.line;
  }
  return isOfInstance(risk, instance) && isOfSubject(risk, subject.name);
}

function isOfInstance({ instance }: Waiver, name: string | null): boolean {
  return instance === undefined || (name !== null && fits(name, instance));
}

function isOfSubject({ subject }: Waiver, name: string): boolean {
  return subject === undefined || fits(name, subject);
}

function mayCover(risk: AcceptedRisk, { identity }: Reported, { suppressible }: AcceptedRisks): boolean {
  return risk.kind === "waiver" || suppressible === undefined || suppressible.has(identity);
}

function outcomeOf(
  risk: AcceptedRisk,
  covered: readonly Reported[],
  own: readonly Reported[],
  question: AcceptanceQuestion,
): Outcome["is"] {
  const { policy, allRules, asOf } = question;
  if (risk.rule === "") return "malformed";
  const rule = allRules.find(({ id }) => id === risk.rule);
  if (!rule || (risk.clause !== undefined && !Object.hasOwn(rule.clauses ?? {}, risk.clause))) {
    return "unknown-rule";
  }
  if (rule.isProtected || rule.checkWaivers) return "refused";
  if (risk.reason === "") return "without-reason";
  if (risk.kind === "waiver" && isPast(risk.expires, asOf)) return "expired";
  if (covered.length > 0) return "used";
  if (!policy.rules.includes(rule) || policy.levelOf(rule, risk.clause ?? null) === null) return "not-run";
  return isUndecided(risk, own, question) ? "undecided" : "unused";
}

/** Whether a last day is past: it counts to its end, UTC. */
function isPast(day: string | undefined, asOf: Date): boolean {
  return day !== undefined && asOf.getTime() >= Date.parse(`${day}T00:00:00Z`) + DAY;
}

const DAY = 24 * 60 * 60 * 1000;

/** Whether what a risk is for may fail, and the exports do not show it. */
function isUndecided(
  risk: AcceptedRisk,
  own: readonly Reported[],
  { instances, stated }: AcceptanceQuestion,
): boolean {
  const unknown = own.filter(({ verdict }) => verdict === "unknown");
  if (risk.kind === "suppression") return unknown.some(({ location }) => location.path === risk.path);
  if (risk.instance !== undefined && !instances.some((name) => isOfInstance(risk, name))) return true;
  if (stated.some((name) => !instances.includes(name) && isOfInstance(risk, name))) return true;
  return unknown.some(
    ({ instance, subject }) =>
      isOfInstance(risk, instance) && (subject.kind === "instance" || isOfSubject(risk, subject.name)),
  );
}
