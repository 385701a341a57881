import { cutMessage, cutValue, MAX_VALUE } from "../model/cut.js";
import type { File, Instance, Place } from "../model/workspace.js";
import { valueAt } from "../read/section.js";
import type { Rule } from "./rule.js";
import { nameOf, placeOf } from "./subject.js";
import type {
  At,
  Cause,
  CauseRef,
  Detail,
  Fix,
  PlacedFix,
  Result,
  RuleCount,
  Subject,
  UnknownDetail,
  Verdict,
  Verdicts,
} from "./verdict.js";

/** Writes down what one rule says of one instance, of files, or of accepted risks. */
export class Recorder implements Verdicts {
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

  notApplicable(subject: object, message: string, at?: Place): void {
    this.#add("notApplicable", subject, { message, at });
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
      fix: detail.fix ? this.#fix(detail.fix, subject) : null,
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

  /** No report shows a value that is longer, and what was a secret is not the value any more. */
  #fix({ at, to }: Fix, subject: object): PlacedFix | null {
    const [record, ...keys] = at;
    const from = valueAt(record, keys);
    if (to === undefined || typeof from !== "string" || from === to || from.includes(MASKED)) return null;
    if (Math.max(from.length, to.length) > MAX_VALUE) return null;
    return { at, from, to, place: this.#place(at, subject) };
  }

  #place(at: At | undefined, subject: object): Place {
    return placeOf(at ?? [subject], this);
  }
}

const NO_VALUES = {};

/** What stands in the place of a secret within a value. */
const MASKED = "***";

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
