import type { Outcome } from "../model/accepted-risk.js";
import type { Linkage } from "../model/linkage.js";
import type { MaskReading } from "../model/mask.js";
import type { ImsOperators } from "../model/people.js";
import type { Expectations, InstanceSettings } from "../model/settings.js";
import type {
  ExtAccount,
  Operator,
  OperatorGroup,
  Package,
  Product,
  SchemaExtension,
  User,
} from "../model/snapshot.schema.js";
import type { File, FileDocument, Instance, Listing, Organization } from "../model/workspace.js";
import type { EvidenceKey } from "./evidence.js";
import type { SubjectKind, Verdicts } from "./verdict.js";

export type { At, CauseRef, Detail, Fix, RelatedRef, UnknownDetail, Verdicts } from "./verdict.js";
export type { EvidenceKey };

/** How binding a rule is: must = error, should = warning, info = note. */
export type Bearing = "must" | "should" | "info";

/** A rule as its file defines it. Read it from the top: what, why, how to mend, and the check. */
interface RuleText {
  /** Stable for ever: it stands in waivers, baselines and auditors' files. */
  readonly id: string;
  /** Number in the published baseline: `3.7` is IMS-3.7. The first figure is the area. */
  readonly control: string;
  readonly level: Bearing;
  /** Parts of the rule with a level of their own. */
  readonly clauses?: Readonly<Record<string, Clause>>;
  /** Version of ims-lint that brought it; empty of a rule that the config defines. */
  readonly since: string;
  /** What is right, as a statement. */
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  /** What --fix writes, of a rule whose finding can leave only one value to be meant. */
  readonly fix?: string;
  /** Where the fact stands: pages of the product's documentation. */
  readonly source: readonly string[];
  readonly subject: SubjectKind;
  /** For security rules: GitHub's security-severity, 0.1 to 10.0. */
  readonly securitySeverity?: string;
  readonly options?: Readonly<Record<string, Option>>;
  /** Always runs and cannot be lowered. */
  readonly isProtected?: true;
  readonly examples: Examples;
  /** Of a rule that the config defines: what it says, as plain data. Undefined of those that come with ims-lint. */
  readonly definition?: Readonly<Record<string, unknown>>;
}

export interface Clause {
  readonly level: Bearing;
  readonly what: string;
}

/** A whole number that people can set in the config. */
export interface Option {
  readonly default: number;
  readonly what: string;
}

/** Snapshots that the rule judges; each is run as a test and shown in the docs. */
export interface Examples {
  readonly fails?: readonly FailingExample[];
  readonly passes?: readonly Example[];
  readonly unknown?: readonly Example[];
  readonly notApplicable?: readonly Example[];
  readonly review?: readonly Example[];
}

export interface Example {
  /** What the example shows, where it is not plain. */
  readonly shows?: string;
  /** A snapshot in YAML; the line `imsLint: snapshot/v1` may be left out. */
  readonly snapshot: string;
  /** A config in YAML that it needs. */
  readonly config?: string;
  /** Accepted risks, as `ims-lint.waivers.yaml`. */
  readonly waivers?: string;
}

export interface FailingExample extends Example {
  readonly clause?: string;
  /** What the span selects: the source text, quotes included. */
  readonly at?: string;
  /** What the span selects after --fix; without it --fix leaves the example as it is. */
  readonly fixed?: string;
}

/** Evidence that a rule can ask for; where it is not there, the engine says `unknown` in the rule's place. */
export interface Evidence {
  readonly packages: Listing<Package>;
  readonly extAccounts: Listing<ExtAccount>;
  readonly groups: Listing<OperatorGroup>;
  readonly operators: Listing<Operator>;
  readonly schemas: Listing<SchemaExtension>;
  /** Campaign's own options (xtk:option), name: value. */
  readonly xtkOptions: NonNullable<Instance["options"]>;
  readonly serverConf: NonNullable<Instance["serverConf"]>;
  readonly organization: Organization;
  readonly users: Listing<User>;
  /** Any names of product profiles: listed, or seen in users' cells. */
  readonly profiles: true;
  readonly server: Product;
  readonly console: Product;
  /** The IMS accounts; at least one. */
  readonly imsAccounts: readonly ExtAccount[];
  /** The operators that log in with an Adobe ID. */
  readonly imsOperators: ImsOperators;
  /** The mask that links profiles to groups: read, with one capture, the same in all IMS accounts. */
  readonly linkage: Linkage;
}
export type Need = keyof Evidence;

/** What every check of an instance knows. */
export interface Surroundings {
  readonly instance: Instance;
  /** The other instances of the workspace; `isEarlier` those that come before this one. */
  readonly others: readonly Other[];
  readonly settings: InstanceSettings;
  readonly expect: Expectations;
  /** Id of the integration package, from the config. */
  readonly integrationPackage: string | undefined;
  /** The run's date. */
  readonly asOf: Date;
  /** Reads an association mask; the same mask is read once. */
  readonly readMask: (mask: string | undefined) => MaskReading;
  /** The rule's options, defaults filled in. */
  readonly options: Readonly<Record<string, number>>;
}

/** Another instance of the workspace, with the evidence that there is of it. */
export interface Other {
  readonly instance: Instance;
  readonly isEarlier: boolean;
  evidence<N extends Need>(need: N): Evidence[N] | undefined;
}

export interface FileSurroundings {
  readonly file: File;
  /** Undefined where the file could not be read. */
  readonly document: FileDocument | undefined;
  readonly asOf: Date;
  readonly options: Readonly<Record<string, number>>;
}

interface InstanceRule<N extends Need> extends RuleText {
  readonly needs: readonly N[];
  /** Looks at one instance. Pure: no file, clock or network. */
  check(context: Surroundings & Pick<Evidence, N>, verdict: Verdicts): void;
}

interface FileRule extends RuleText {
  /** Looks at one document of a file, or at a file without one. */
  checkFile(context: FileSurroundings, verdict: Verdicts): void;
}

export interface WaiverSurroundings {
  /** Every waiver and suppression, and what became of it. */
  readonly outcomes: readonly Outcome[];
  readonly asOf: Date;
}

interface WaiverRule extends RuleText {
  /** Looks at the accepted risks, when the findings of all other rules are known. */
  checkWaivers(context: WaiverSurroundings, verdict: Verdicts): void;
}

/** Why a rule does not concern an instance, or why that is not known. */
export interface Concern {
  readonly verdict: "notApplicable" | "unknown";
  readonly message: string;
  readonly missing?: EvidenceKey;
}

/** Any rule. */
export interface Rule extends RuleText {
  readonly needs: readonly Need[];
  /** Of a rule that is about some instances alone: undefined where it concerns this one. */
  concerns?(instance: Instance): Concern | undefined;
  check?(context: Surroundings & Evidence, verdict: Verdicts): void;
  checkFile?(context: FileSurroundings, verdict: Verdicts): void;
  checkWaivers?(context: WaiverSurroundings, verdict: Verdicts): void;
}

/** Defines a rule about an instance. */
export function defineRule<const N extends Need>(rule: InstanceRule<N>): Rule {
  return rule as Rule;
}

/** Defines a rule about the exported files themselves. */
export function defineFileRule(rule: FileRule): Rule {
  // Not copied: examples are read when they are asked for.
  return Object.assign(rule, { needs: [] });
}

/** Defines a rule about accepted risks. */
export function defineWaiverRule(rule: WaiverRule): Rule {
  return Object.assign(rule, { needs: [] });
}
