import type { Outcome } from "../model/accepted-risk.js";
import type { MaskReading } from "../model/mask.js";
import type { Instance, Place, Workspace } from "../model/workspace.js";
import { EVIDENCE, type EvidenceKey } from "./evidence.js";
import { affordable, resolver } from "./needs.js";
import { Recorder } from "./recorder.js";
import type { Evidence, Need, Other, Rule, Surroundings } from "./rule.js";
import type { CauseRef, Result, RuleCount } from "./verdict.js";

/** What a run asks of the rules. */
export interface Question {
  readonly workspace: Workspace;
  readonly rules: readonly Rule[];
  /** All rules there are: a cause can be a rule that does not run. */
  readonly allRules: readonly Rule[];
  readonly asOf: Date;
  readonly integrationPackage: string | undefined;
  readonly readMask: (mask: string | undefined) => MaskReading;
  /** A rule's options as set; defaults fill the rest. */
  readonly optionsOf: (rule: Rule) => Readonly<Record<string, number>>;
}

/** The verdicts of a run. */
export interface Evaluation {
  /** All but the passes. */
  readonly results: readonly Result[];
  readonly counts: readonly RuleCount[];
}

/** Asks every rule about every instance and every file. Pure: the same question has the same answer. */
export function evaluate(question: Question): Evaluation {
  const results: Result[] = [];
  const counts: RuleCount[] = [];
  const byId = new Map(question.allRules.map((rule) => [rule.id, rule]));
  for (const rule of question.rules) {
    if (!rule.checkFile) continue;
    counts.push(...askOfFiles(rule, question, byId, results));
  }
  const asked = question.workspace.instances.map((instance) => {
    const readMask = affordable(instance, question.readMask);
    return { instance, readMask, evidence: resolver(instance, readMask) };
  });
  for (const one of asked) {
    const context = { ...question, readMask: one.readMask, others: othersOf(one, asked) };
    for (const rule of question.rules) {
      if (!rule.check) continue;
      const recorder = new Recorder(rule, one.instance, byId, results);
      askOfInstance(rule, one, context, recorder);
      counts.push(recorder.count());
    }
  }
  return { results, counts };
}

/** What is asked of the rules about accepted risks, when the findings of all others are known. */
export interface WaiverQuestion extends Pick<Question, "rules" | "allRules" | "asOf"> {
  readonly outcomes: readonly Outcome[];
  /** Where to say that there is none; undefined where there is no file at all. */
  readonly otherwise: Place | undefined;
  /** Whether accepted risks are left aside in this run. */
  readonly areLeftAside: boolean;
}

/** Asks the rules about accepted risks. */
export function evaluateWaivers(question: WaiverQuestion): Evaluation {
  const { rules, allRules, outcomes, asOf, otherwise, areLeftAside } = question;
  const results: Result[] = [];
  const byId = new Map(allRules.map((rule) => [rule.id, rule]));
  const counts = rules.flatMap((rule) => {
    if (!rule.checkWaivers) return [];
    const recorder = new Recorder(rule, undefined, byId, results);
    rule.checkWaivers({ outcomes, asOf }, recorder);
    if (outcomes.length === 0 && otherwise) {
      const message = areLeftAside ? "Accepted risks are left aside in this run." : "No risk is accepted.";
      recorder.notApplicable({ kind: "waiver" }, message, otherwise);
    }
    return [recorder.count()];
  });
  return { results, counts };
}

/** An instance that is asked about, and what resolves its evidence. */
interface Asked {
  readonly instance: Instance;
  readonly evidence: ReturnType<typeof resolver>;
}

function othersOf(one: Asked, asked: readonly Asked[]): Other[] {
  const own = asked.indexOf(one);
  return asked.flatMap(({ instance, evidence }, index) => {
    if (index === own) return [];
    const known = <N extends Need>(need: N) => {
      const resolved = evidence(need);
      return "value" in resolved ? resolved.value : undefined;
    };
    return [{ instance, isEarlier: index < own, evidence: known }];
  });
}

function askOfFiles(
  rule: Rule,
  question: Question,
  byId: ReadonlyMap<string, Rule>,
  results: Result[],
): RuleCount[] {
  const { asOf, workspace } = question;
  const options = question.optionsOf(rule);
  const counts = new Map<string | null, Recorder>();
  for (const file of workspace.files) {
    const documents = file.documents.length > 0 ? file.documents : [undefined];
    for (const document of documents) {
      // What serves several instances is no single one's.
      const name = document?.instances.length === 1 ? (document.instances[0] ?? null) : null;
      const instance = workspace.instances.find((candidate) => candidate.name === name);
      let recorder = counts.get(name);
      if (!recorder) {
        recorder = new Recorder(rule, instance, byId, results);
        counts.set(name, recorder);
      }
      recorder.file = file;
      rule.checkFile?.({ file, document, asOf, options }, recorder);
    }
  }
  return [...counts.values()].map((recorder) => {
    recorder.closeWithoutSubject();
    return recorder.count();
  });
}

/** Gathers what the rule needs; where something is not there, the answer is one `unknown`. */
function askOfInstance(
  rule: Rule,
  { instance, evidence }: Asked,
  question: Question & Pick<Surroundings, "others">,
  recorder: Recorder,
): void {
  const concern = rule.concerns?.(instance);
  if (concern) {
    const { verdict, message, missing = [] } = concern;
    if (verdict === "unknown") recorder.unknown(instance, { message, missing });
    else recorder.notApplicable(instance, message);
    return;
  }
  const gathered: Record<string, unknown> = {};
  const lacking = new Set<EvidenceKey>();
  let blocked: { because: CauseRef; message: string } | undefined;
  for (const need of rule.needs) {
    const resolved = evidence(need);
    if ("value" in resolved) gathered[need] = resolved.value;
    else if ("missing" in resolved) lacking.add(resolved.missing);
    else blocked ??= resolved;
  }
  const missing = [...lacking];
  if (blocked) {
    recorder.unknown(instance, { message: blocked.message, because: blocked.because, missing });
    return;
  }
  if (missing.length > 0) {
    recorder.unknown(instance, { message: missingInWords(missing), missing });
    return;
  }
  const surroundings: Surroundings = {
    instance,
    others: question.others,
    settings: instance.settings,
    expect: instance.settings.expect ?? {},
    integrationPackage: question.integrationPackage,
    asOf: question.asOf,
    readMask: question.readMask,
    options: question.optionsOf(rule),
  };
  rule.check?.({ ...surroundings, ...(gathered as unknown as Evidence) }, recorder);
  recorder.closeWithoutSubject();
}

/** «The export holds no operators and no users of the organization.» */
function missingInWords(missing: readonly EvidenceKey[]): string {
  const labels = missing.map((key) => EVIDENCE[key].label);
  const listed =
    labels.length > 1 ? `${labels.slice(0, -1).join(", ")} or ${labels.at(-1)}` : (labels[0] ?? "");
  return `The export does not hold ${listed}.`;
}
