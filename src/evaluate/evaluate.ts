import { cutMessage, cutValue } from "../model/cut.js";
import type { MaskReading } from "../model/mask.js";
import type { File, Instance, Place, Workspace } from "../model/workspace.js";
import { EVIDENCE, type EvidenceKey } from "./evidence.js";
import { affordable, resolver } from "./needs.js";
import type { Evidence, Rule, Surroundings } from "./rule.js";
import { nameOf, placeOf } from "./subject.js";
import type {
  At,
  Cause,
  CauseRef,
  Detail,
  Result,
  Subject,
  UnknownDetail,
  Verdict,
  Verdicts,
} from "./verdict.js";

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

/** What one rule said of one instance (null: of the files); passes are kept as references to their subjects. */
export interface RuleCount {
  readonly rule: Rule;
  readonly instance: string | null;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** The passes as results, made when asked for. */
  passes(): Result[];
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
  for (const instance of question.workspace.instances) {
    const readMask = affordable(instance, question.readMask);
    const evidence = resolver(instance, readMask);
    for (const rule of question.rules) {
      if (!rule.check) continue;
      const recorder = new Recorder(rule, instance, byId, results);
      askOfInstance(rule, instance, evidence, { ...question, readMask }, recorder);
      counts.push(recorder.count());
    }
  }
  return { results, counts };
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
  instance: Instance,
  evidence: ReturnType<typeof resolver>,
  question: Question,
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
    instances: question.workspace.instances,
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

/** Writes down what one rule says of one instance. */
class Recorder implements Verdicts {
  /** The file that is looked at, for rules about files. */
  file: File | undefined;
  readonly #passed: object[] = [];
  /** For rules about files: the file of each pass. */
  readonly #passedIn: (File | undefined)[] = [];
  /** Places of passes, by their number, where they were given. */
  readonly #passedAt = new Map<number, Place>();
  readonly #verdicts: Record<Verdict, number> = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, review: 0 };

  constructor(
    readonly rule: Rule,
    readonly instance: Instance | undefined,
    readonly byId: ReadonlyMap<string, Rule>,
    readonly results: Result[],
  ) {}

  pass(subject: object, at?: Place): void {
    this.#verdicts.pass += 1;
    if (at) this.#passedAt.set(this.#passed.length, at);
    this.#passed.push(subject);
    if (this.file) this.#passedIn.push(this.file);
  }

  fail(subject: object, detail: Detail): void {
    this.#add("fail", subject, detail);
  }

  review(subject: object, detail: Detail): void {
    this.#add("review", subject, detail);
  }

  unknown(subject: object, detail: UnknownDetail): void {
    this.#add("unknown", subject, detail);
  }

  notApplicable(subject: object, message: string): void {
    this.#add("notApplicable", subject, { message });
  }

  /** Nothing is silently left out: a rule without any subject says so. */
  closeWithoutSubject(): void {
    const said = Object.values(this.#verdicts).some((count) => count > 0);
    const about = this.instance ?? this.file;
    if (!said && about) this.notApplicable(about, "Nothing in the export is a subject of this rule.");
  }

  count(): RuleCount {
    return {
      rule: this.rule,
      instance: this.instance?.name ?? null,
      verdicts: this.#verdicts,
      passes: () =>
        this.#passed.map((subject, index) => {
          this.file = this.#passedIn[index];
          const at = this.#passedAt.get(index);
          return this.#result("pass", subject, { message: this.rule.title, ...(at ? { at } : {}) });
        }),
    };
  }

  #add(verdict: Verdict, subject: object, detail: Detail & UnknownDetail): void {
    this.#verdicts[verdict] += 1;
    this.results.push(this.#result(verdict, subject, detail));
  }

  #result(verdict: Verdict, subject: object, detail: Detail & UnknownDetail): Result {
    const { rule } = this;
    const about = this.#subject(rule, subject);
    const instance = this.instance?.name ?? null;
    const clause = detail.clause ?? null;
    const property = detail.property ?? propertyOf(detail.at);
    const missing =
      detail.missing === undefined
        ? []
        : typeof detail.missing === "string"
          ? [detail.missing]
          : detail.missing;
    return {
      rule,
      verdict,
      clause,
      instance,
      subject: about,
      message: cutMessage(detail.message, detail.observed ?? null),
      observed: detail.observed === undefined ? null : cutValue(detail.observed),
      expected: detail.expected === undefined ? null : cutValue(detail.expected),
      remedy: detail.remedy ?? null,
      because: this.#cause(detail.because),
      causedBy: this.#cause(detail.causedBy),
      missing,
      place: this.#place(detail.at, subject),
      related: (detail.related ?? []).map(({ at, message }) => ({
        place: this.#place(at, subject),
        message: cutMessage(message, null),
      })),
      values: detail.values ?? NO_VALUES,
      property,
      identity: identityOf(rule.id, clause, instance, about, property),
    };
  }

  #subject(rule: Rule, subject: object): Subject {
    return nameOf(subject, rule.subject, this);
  }

  #cause(ref: CauseRef | undefined): Cause | null {
    if (!ref) return null;
    const rule = this.byId.get(ref.rule);
    const about = ref.subject ?? this.instance;
    if (!rule || !about) throw new Error(`${this.rule.id} names the cause ${ref.rule}, which is no rule`);
    return { rule: rule.id, instance: this.instance?.name ?? null, subject: this.#subject(rule, about) };
  }

  #place(at: At | undefined, subject: object): Place {
    return placeOf(at ?? [subject], this);
  }
}

const NO_VALUES = {};

function propertyOf(at: At | undefined): string {
  if (!at || !Array.isArray(at)) return "";
  return at
    .slice(1)
    .filter((key) => typeof key === "string")
    .join(".");
}

/** What makes a finding the same finding tomorrow. */
function identityOf(
  rule: string,
  clause: string | null,
  instance: string | null,
  subject: Subject,
  property: string,
): string {
  return JSON.stringify([rule, clause, instance, subject.kind, subject.name, property]);
}
