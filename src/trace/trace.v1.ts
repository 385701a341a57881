/** These types stand alone: they are published, and do not change with the program's own. */

/** What `ims-lint trace --format json` writes, `ims-lint/trace/v1`. Its JSON Schema is `schemas/trace.v1.schema.json`. */
export interface TraceV1 {
  readonly format: "ims-lint/trace/v1";
  readonly tool: { readonly name: "ims-lint"; readonly version: string };
  /** Who was asked for; null where everybody was. */
  readonly asked: string | null;
  /** The date against which ages were judged, ISO 8601. */
  readonly asOf: string;
  /** False where some input could not be read. */
  readonly complete: boolean;
  readonly exitCode: number;
  /** One of each person and instance. */
  readonly traces: readonly PersonTraceV1[];
  readonly instances: readonly InstanceTraceV1[];
}

/** What concerns everybody on an instance. */
export interface InstanceTraceV1 {
  readonly instance: string;
  /** What stands in everybody's way, may do so, or cannot be known to. */
  readonly beyond: readonly HindranceV1[];
  /** With --all: names of the evidence that would tell who there is, where nothing does. */
  readonly settledBy: readonly string[];
}

export interface PersonTraceV1 {
  readonly instance: string;
  readonly person: string;
  /** Login of the operator; null where Campaign has none yet. */
  readonly operator: string | null;
  readonly users: readonly {
    readonly name: string;
    readonly type: string | null;
    readonly status: string | null;
  }[];
  /** `no-login`: a technical account, with which nobody logs in. */
  readonly outcome: "can-log-in" | "cannot-log-in" | "unknown" | "no-login";
  /**
   * Whether the person is meant to get in: an operator who does not log in otherwise, or a user who may hold a profile of
   * this instance. With --all only these decide the exit code.
   */
  readonly isExpected: boolean;
  readonly links: readonly LinkV1[];
  /** Product profiles that the association mask matches, or nearly. */
  readonly profiles: readonly HeldProfileV1[];
  readonly otherProfiles: number;
  readonly rights: readonly {
    readonly from: string;
    /** Null where the export does not tell. */
    readonly rights: readonly string[] | null;
    readonly location: TraceLocationV1;
  }[];
  /** What the person sees; null where it is not documented, or nothing is broken. */
  readonly symptom: string | null;
  /** The one change that would mend it; null where nothing is broken. */
  readonly mend: {
    readonly text: string;
    /** As data: `is` says which, such as create-group. */
    readonly change: Readonly<Record<string, string>>;
    /** How many more things are broken. */
    readonly remaining: number;
  } | null;
}

export interface LinkV1 {
  readonly step: "operator" | "user" | "status" | "profile" | "mask" | "group" | "rights";
  readonly state: "holds" | "broken" | "unknown" | "note";
  readonly text: string;
  /** The rule that reports the same. */
  readonly rule: string | null;
  /** Names of the evidence that would settle an unknown link. */
  readonly settledBy: readonly string[];
  readonly location: TraceLocationV1 | null;
}

export interface HeldProfileV1 {
  readonly name: string;
  /** User groups that give it; empty where it is held directly. */
  readonly through: readonly string[];
  readonly captured: string | null;
  /** In what name and mask differ, where it does not match. */
  readonly differences: readonly string[];
  readonly leads: "to-group" | "to-messagecenter" | "nowhere" | "unknown" | "unmatched";
  readonly group: string | null;
  readonly nearestGroup: string | null;
  readonly location: TraceLocationV1;
}

export interface HindranceV1 {
  readonly effect: "blocks" | "threatens" | "unknown";
  readonly rule: string;
  readonly clause: string | null;
  readonly message: string;
  /** Whether somebody has accepted the finding; it stands in the way all the same. */
  readonly isAccepted: boolean;
  readonly symptom: string | null;
  readonly location: TraceLocationV1;
}

/** Lines and columns from 1, columns in UTF-16 units, end exclusive. */
export interface TraceLocationV1 {
  readonly path: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
