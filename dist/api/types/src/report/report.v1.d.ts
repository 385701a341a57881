/** These types stand alone: they are published, and do not change with the program's own. */
export type VerdictV1 = "pass" | "fail" | "unknown" | "notApplicable" | "review";
export type LevelV1 = "error" | "warning" | "note";
/** What a verdict is about. The list is closed. */
export interface SubjectV1 {
    readonly kind: "instance" | "organization" | "server" | "console" | "extAccount" | "profile" | "group" | "operator" | "user" | "zone" | "subnet" | "option" | "file" | "list" | "secret" | "waiver";
    readonly name: string;
}
/** The published report, `ims-lint/report/v1`. Its JSON Schema is `schemas/report.v1.schema.json`. */
export interface ReportV1 {
    readonly format: "ims-lint/report/v1";
    readonly tool: {
        readonly name: "ims-lint";
        readonly version: string;
    };
    readonly run: RunV1;
    readonly inputs: readonly InputV1[];
    /** How many results there are of each level (fails) and of each other verdict. */
    readonly summary: SummaryV1;
    /** What each rule said of each instance, in numbers. */
    readonly rules: readonly RuleCountV1[];
    /** Which rules count as evidence for which controls of which frameworks, as they were in force. */
    readonly controls: readonly FrameworkV1[];
    /** Sorted by path, line, column, rule and subject. Passes are left out unless asked for. */
    readonly results: readonly ResultV1[];
    /** What the keys under `settledBy` mean: what the evidence is called, and how to export it. */
    readonly evidence: Readonly<Record<string, {
        readonly label: string;
        readonly how: string;
    }>>;
}
export interface RunV1 {
    /** ISO 8601; the only value that differs between two runs on the same input and date. */
    readonly startedAt: string;
    /** The date against which ages were judged, ISO 8601. */
    readonly asOf: string;
    /** False where some input could not be read. */
    readonly complete: boolean;
    readonly exitCode: number;
    /** SHA-256 over the rules in force, their levels and options. */
    readonly rulesetSha256: string;
    readonly configSha256: string | null;
    readonly waiversSha256: string | null;
}
export interface InputV1 {
    /** Relative to the root, `/` on every system. */
    readonly path: string;
    /** What the file turned out to be; null where it could not be read. */
    readonly format: "snapshot" | "campaign-package" | "campaign-json" | "session-info" | "user-management-api" | "admin-console-csv" | "server-configuration" | null;
    readonly instance: string | null;
    readonly exportedAt: string | null;
    readonly buildNumber: string | null;
    readonly bytes: number;
    readonly sha256: string;
}
export interface SummaryV1 {
    readonly error: number;
    readonly warning: number;
    readonly note: number;
    readonly pass: number;
    readonly unknown: number;
    readonly notApplicable: number;
    readonly review: number;
    readonly waived: number;
    readonly suppressed: number;
}
export interface RuleCountV1 {
    readonly rule: string;
    readonly control: string;
    readonly instance: string | null;
    readonly fail: number;
    readonly pass: number;
    readonly unknown: number;
    readonly notApplicable: number;
    readonly review: number;
    /** Findings that are accepted; no other number holds them. */
    readonly waived: number;
    readonly suppressed: number;
}
export interface FrameworkV1 {
    /** Its id, such as `nist-sp-800-53-r5`. */
    readonly framework: string;
    readonly title: string;
    readonly edition: string;
    /** Version of the mapping from rules to controls. */
    readonly mapping: string;
    readonly controls: readonly ControlV1[];
    /** Controls to which only rules that are off would give evidence. */
    readonly unchecked: readonly string[];
}
/** A control to which rules contribute evidence; none satisfies it as a whole. */
export interface ControlV1 {
    readonly control: string;
    readonly title: string;
    /** Rules whose verdicts, in `rules`, count as evidence. */
    readonly counts: readonly string[];
    /** Rules with an option that is looser than the control asks: their passes do not count. */
    readonly loosened: readonly {
        readonly rule: string;
        readonly option: string;
        readonly value: number;
        /** The largest value with which a pass counts. */
        readonly asks: number;
    }[];
    /** Rules that did not run. */
    readonly off: readonly string[];
}
export interface ResultV1 {
    readonly rule: string;
    readonly clause: string | null;
    readonly control: string;
    readonly verdict: VerdictV1;
    /** Null unless the verdict is fail. An accepted finding keeps its level, and is not counted under it. */
    readonly level: LevelV1 | null;
    readonly instance: string | null;
    readonly subject: SubjectV1;
    readonly message: string;
    readonly observed: string | null;
    readonly expected: string | null;
    /** What to do; of fails and reviews. */
    readonly remedy: string | null;
    /** The rule whose verdict stands in the way of this one. */
    readonly because: CauseV1 | null;
    /** The fail from which this one follows. */
    readonly causedBy: CauseV1 | null;
    /** Names of the evidence that would settle an unknown, such as `operators`. */
    readonly settledBy: readonly string[];
    readonly location: LocationV1;
    readonly related: readonly {
        readonly message: string;
        readonly location: LocationV1;
    }[];
    /** Made of rule, clause, instance, subject and property, never of lines. */
    readonly fingerprint: string;
    /**
     * What the value at the location is meant to be, where nothing else can be meant; `--fix` writes it into snapshots that
     * are kept by hand.
     */
    readonly fix: {
        readonly replacement: string;
    } | null;
    /** Who has accepted the finding, and why; null where nobody has. */
    readonly waiver: WaiverV1 | null;
    readonly baseline: null;
}
/** An entry of the file of waivers, or a comment in a snapshot, which has a reason and nothing else. */
export interface WaiverV1 {
    readonly kind: "waiver" | "suppression";
    readonly reason: string;
    readonly owner: string | null;
    readonly ticket: string | null;
    readonly approvedBy: string | null;
    /** The last day on which it counts, UTC. */
    readonly expires: string | null;
    readonly location: LocationV1;
}
export interface CauseV1 {
    readonly rule: string;
    readonly instance: string | null;
    readonly subject: SubjectV1;
}
/** Lines and columns from 1, columns in UTF-16 units, end exclusive. */
export interface LocationV1 {
    readonly path: string;
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
}
