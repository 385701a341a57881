import type { Place } from "../model/workspace.js";
import type { EvidenceKey } from "./evidence.js";
import type { Rule } from "./rule.js";

/**
 * What a rule says of a subject.
 *
 * - `unknown`: the evidence is not in the export
 * - `notApplicable`: the rule does not concern the subject
 * - `review`: a person must look
 */
export type Verdict = "pass" | "fail" | "unknown" | "notApplicable" | "review";

export const VERDICTS = [
  "fail",
  "review",
  "unknown",
  "notApplicable",
  "pass",
] as const satisfies readonly Verdict[];

/** What a verdict can be about. The list is closed: reports rely on it. */
export const SUBJECT_KINDS = [
  "instance",
  "organization",
  "server",
  "console",
  "extAccount",
  "profile",
  "group",
  "operator",
  "user",
  "zone",
  "subnet",
  "option",
  "file",
  "list",
  "secret",
  "waiver",
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** A place by name: a record or section and the keys below it; or a place that is known already. */
export type At = readonly [of: object, ...keys: (string | number)[]] | Place;

/** What a field that holds a wrong value is meant to hold. */
export interface Fix {
  /** The record, and the keys to the field. */
  readonly at: readonly [record: object, ...keys: (string | number)[]];
  /** Undefined where more than one value could be meant: then there is nothing to fix without asking. */
  readonly to: string | undefined;
}

/** Another rule's verdict that stands behind this one. */
export interface CauseRef {
  readonly rule: string;
  /** Its subject; the instance where none is given. */
  readonly subject?: object;
}

export interface Detail {
  /** What is the matter, in Campaign's UI words and with the value; one or two sentences. */
  readonly message: string;
  /** Where; the subject's own place where it is not given. */
  readonly at?: At | undefined;
  readonly clause?: string;
  readonly observed?: string | undefined;
  readonly expected?: string | undefined;
  /** What to do, where it is more exact than the rule's own remedy. */
  readonly remedy?: string;
  readonly causedBy?: CauseRef | undefined;
  readonly related?: readonly RelatedRef[];
  readonly fix?: Fix | undefined;
  /** Tells several findings about one subject apart, where their places do not. */
  readonly property?: string;
  /** What was held against one another, by where it stands: another value there is another fault. */
  readonly values?: Readonly<Record<string, string>>;
}

export interface RelatedRef {
  readonly at: At;
  readonly message: string;
}

export interface UnknownDetail {
  /** Why it cannot be known. */
  readonly message: string;
  /** The exports that would settle it. */
  readonly missing?: EvidenceKey | readonly EvidenceKey[];
  readonly because?: CauseRef | undefined;
  readonly at?: At | undefined;
  readonly property?: string;
}

/** What a rule speaks to. */
export interface Verdicts {
  /** `at`: where the subject stands, of one that is no record of an instance. */
  pass(subject: object, at?: Place): void;
  fail(subject: object, detail: Detail): void;
  review(subject: object, detail: Detail): void;
  unknown(subject: object, detail: UnknownDetail): void;
  notApplicable(subject: object, message: string, at?: Place): void;
}

/** A verdict, with its places still by name. */
export interface Result {
  readonly rule: Rule;
  readonly verdict: Verdict;
  readonly clause: string | null;
  readonly instance: string | null;
  readonly subject: Subject;
  readonly message: string;
  readonly observed: string | null;
  readonly expected: string | null;
  readonly remedy: string | null;
  readonly because: Cause | null;
  readonly causedBy: Cause | null;
  readonly missing: readonly EvidenceKey[];
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  /** What was held against one another, by where it stands. */
  readonly values: Readonly<Record<string, string>>;
  readonly fix: PlacedFix | null;
  /** What of the subject it is about; empty of the whole. */
  readonly property: string;
  /** What stays the same between runs, whatever the lines: rule, clause, instance, subject, property. */
  readonly identity: string;
}

/** A fix, and where its value stands. */
export interface PlacedFix extends Fix {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
}

export interface Subject {
  readonly kind: SubjectKind;
  readonly name: string;
}

/** A resolved cause: the rule and the subject of the verdict behind. */
export interface Cause {
  readonly rule: string;
  readonly instance: string | null;
  readonly subject: Subject;
}

/** What one rule said of one instance (null: of the files); passes are kept as references to their subjects. */
export interface RuleCount {
  readonly rule: Rule;
  readonly instance: string | null;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** The passes as results, made when asked for. */
  passes(): Result[];
}
