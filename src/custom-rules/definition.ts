import type { ModelPlace } from "./place.js";

/** A custom rule after its config was read: every place exists, every pattern compiles. */
export interface Definition {
  readonly id: string;
  readonly at: ModelPlace;
  /** Which records of the list it is about: all of these must hold. */
  readonly where: readonly Condition[];
  /** Names of instances, `*` for any characters; all where there are none. */
  readonly instances: readonly string[];
  readonly environments: readonly string[];
  readonly test: Test;
  /** What is right, in the words of who wrote the rule. */
  readonly title: string | undefined;
}

/** A field of a record that must have one of some values. */
export interface Condition {
  readonly field: string;
  readonly values: readonly string[];
}

/** What is asked of a value. */
export type Test =
  | {
      readonly is: "pattern";
      readonly pattern: string;
      readonly finds: (text: string) => boolean;
      /** Steps that one character of a value can cost. */
      readonly cost: number;
    }
  | { readonly is: "oneOf"; readonly values: readonly string[]; readonly ignoreCase: boolean }
  | { readonly is: "required" }
  | { readonly is: "unique"; readonly ignoreCase: boolean }
  | { readonly is: "equals"; readonly other: OtherPlace; readonly ignoreCase: boolean };

/** What a value is compared with: a field of the same record, or a place of which there is one in an instance. */
export type OtherPlace = { readonly field: ModelPlace } | { readonly single: ModelPlace };

/** A text as it is compared. */
export function folded(text: string, ignoreCase: boolean): string {
  return ignoreCase ? text.toLowerCase() : text;
}
