/** What rules give evidence to in one framework that auditors use. The data are the files in `controls/`. */
export interface Mapping {
  readonly framework: Framework;
  /** Of the mapping, not of the framework. A changed or withdrawn claim is a new version. */
  readonly mapping: { readonly version: string; readonly date: string };
  /** In the framework's order. */
  readonly controls: readonly Control[];
  /** Rules that no control of the framework is about, and why. */
  readonly unmapped: readonly { readonly rule: string; readonly because: string }[];
}

export interface Framework {
  readonly id: string;
  /** What people call it, version included. */
  readonly title: string;
  readonly edition: string;
  readonly publisher: string;
  readonly url: string;
  /** What tags of its controls begin with. */
  readonly tag: string;
}

export interface Control {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Argument[];
}

/** Why a rule's pass is evidence for a control. */
export interface Argument {
  readonly rule: string;
  /** A sentence. */
  readonly because: string;
  /** The largest value of each of the rule's options with which a pass still counts. */
  readonly asks?: Readonly<Record<string, number | undefined>> | undefined;
}
