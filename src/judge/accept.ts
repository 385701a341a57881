import type { Policy } from "../config/policy.js";
import type { Rule } from "../evaluate/rule.js";
import type { AcceptedRisk, Outcome, Suppression, Waiver } from "../model/accepted-risk.js";
import { type Fits, wildcard } from "../model/wildcard.js";
import type { Input, Reported } from "../report/report.js";

/** The risks that somebody has accepted. */
export interface AcceptedRisks {
  readonly waivers: readonly Waiver[];
  readonly suppressions: readonly Suppression[];
  /**
   * By what was read: whether a comment may cover a finding, asked once of each; undefined where it may cover any. A
   * change that is proposed cannot accept its own findings.
   */
  readonly suppressible?: ((inputs: readonly Input[]) => (finding: Reported) => boolean) | undefined;
  /**
   * The waivers as a change leaves them; undefined where it changes none. What it takes out counts until it is merged,
   * and nobody needs to be told to take it out.
   */
  readonly proposed?: readonly Waiver[] | undefined;
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
  readonly inputs: readonly Input[];
  /** Names of the instances that there are exports of. */
  readonly instances: readonly string[];
  /** Names of the instances that the config speaks of. */
  readonly stated: readonly string[];
}

/** Finds what each accepted risk covers. A waiver counts before a comment. */
export function accept(question: AcceptanceQuestion): Acceptance {
  const { results, risks } = question;
  const of = new Map<Reported, AcceptedRisk>();
  const ofRule = new Map<string, Candidate[]>();
  for (const result of results) {
    const own = ofRule.get(result.rule.id);
    if (own) own.push(candidate(result));
    else ofRule.set(result.rule.id, [candidate(result)]);
  }
  const isWithdrawn = withdrawal(question);
  const maySuppress = risks.suppressible?.(question.inputs) ?? (() => true);
  const outcomes: Outcome[] = [];
  for (const risk of [...risks.waivers, ...risks.suppressions]) {
    const own = ofRule.get(risk.rule) ?? [];
    const scope = scopeOf(risk);
    const covered = own.filter((one) => one.isOpen && isMeant(risk, scope, one));
    const is = outcomeOf({ risk, scope, covered, own }, question);
    if (risk.kind === "suppression" || !isWithdrawn(risk, is)) {
      outcomes.push({ risk, is, covers: covered.length });
    }
    if (is !== "used") continue;
    for (const { result } of covered) {
      if (!of.has(result) && (risk.kind === "waiver" || maySuppress(result))) of.set(result, risk);
    }
  }
  return { of, outcomes };
}

/** What is asked of a result; apart, as many risks ask many results. */
interface Candidate {
  readonly result: Reported;
  /** Whether a person can accept it: a fail at a level, and what a person has looked at. */
  readonly isOpen: boolean;
  readonly isUnknown: boolean;
  readonly clause: string | null;
  readonly instance: string | null;
  readonly subject: string;
  readonly isOfWhole: boolean;
  readonly path: string;
  readonly line: number;
}

function candidate(result: Reported): Candidate {
  const { verdict, level, clause, instance, subject, location } = result;
  return {
    result,
    isOpen: (verdict === "fail" && level !== null) || verdict === "review",
    isUnknown: verdict === "unknown",
    clause,
    instance,
    subject: subject.name,
    isOfWhole: subject.kind === "instance",
    path: location.path,
    line: location.startLine,
  };
}

/** Whom a waiver is about; of a comment it is told by its line. */
interface Scope {
  readonly instance: Fits;
  readonly subject: Fits;
}

function scopeOf(risk: AcceptedRisk): Scope {
  const of = (pattern: string | undefined): Fits => (pattern === undefined ? () => true : wildcard(pattern));
  return risk.kind === "waiver"
    ? { instance: of(risk.instance), subject: of(risk.subject) }
    : { instance: () => true, subject: () => true };
}

function isMeant(risk: AcceptedRisk, scope: Scope, one: Candidate): boolean {
  if (risk.clause !== undefined && risk.clause !== one.clause) return false;
  if (risk.kind === "suppression") return one.path === risk.path && one.line === risk.line;
  return isOfInstance(risk, scope, one.instance) && scope.subject(one.subject);
}

/** What is about no instance is not about one that is named. */
function isOfInstance({ instance }: Waiver, scope: Scope, name: string | null): boolean {
  return instance === undefined || (name !== null && scope.instance(name));
}

/** Whether a change takes a waiver out, or its last day that is past. Another reason leaves it the waiver that it is. */
function withdrawal({
  risks: { proposed },
  asOf,
}: Pick<AcceptanceQuestion, "risks" | "asOf">): (waiver: Waiver, is: Outcome["is"]) => boolean {
  if (proposed === undefined) return () => false;
  const names = new Set(proposed.map(({ name }) => name));
  const expired = new Set(proposed.filter(({ expires }) => isPast(expires, asOf)).map(({ name }) => name));
  return ({ name }, is) => !(is === "expired" ? expired : names).has(name);
}

interface Looked {
  readonly risk: AcceptedRisk;
  readonly scope: Scope;
  readonly covered: readonly Candidate[];
  /** All that its rule says. */
  readonly own: readonly Candidate[];
}

function outcomeOf(looked: Looked, question: AcceptanceQuestion): Outcome["is"] {
  const { risk, covered } = looked;
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
  return isUndecided(looked, question) ? "undecided" : "unused";
}

/** Whether a last day is past: it counts to its end, UTC. */
function isPast(day: string | undefined, asOf: Date): boolean {
  return day !== undefined && asOf.getTime() >= Date.parse(`${day}T00:00:00Z`) + DAY;
}

const DAY = 24 * 60 * 60 * 1000;

/** Whether what a risk is for may fail, and the exports do not show it. */
function isUndecided({ risk, scope, own }: Looked, { instances, stated }: AcceptanceQuestion): boolean {
  const unknown = own.filter(({ isUnknown }) => isUnknown);
  if (risk.kind === "suppression") return unknown.some(({ path }) => path === risk.path);
  if (risk.instance !== undefined && !instances.some((name) => isOfInstance(risk, scope, name))) return true;
  if (stated.some((name) => !instances.includes(name) && isOfInstance(risk, scope, name))) return true;
  return unknown.some(
    ({ instance, isOfWhole, subject }) =>
      isOfInstance(risk, scope, instance) && (isOfWhole || scope.subject(subject)),
  );
}
