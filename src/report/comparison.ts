import type { Level } from "../config/config.words.js";
import type { Reported } from "./report.js";

/**
 * What became of a finding between two states of a repository, the gravest first:
 *
 * - `unprovable`: it failed, and the evidence that could show it mended is gone
 * - `new`: it did not fail before, or failed because of another value
 * - `worse`: it failed at a lower level, or was only to be reviewed
 * - `fixed`: the evidence shows that it does not fail any more
 * - `unchecked`: its rule or clause is off now, or gone, or it is accepted, in a config that the workflow trusts
 * - `unchanged`: it failed before just as it does now
 */
export const CHANGES = ["unprovable", "new", "worse", "fixed", "unchecked", "unchanged"] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** One finding, and what became of it. */
export interface Change {
  readonly kind: ChangeKind;
  /** The finding of the head; of what the head does not have, that of the base. */
  readonly finding: Reported;
  readonly level: Level;
  /** What it was before, in words, if that tells something: another verdict, level or value. */
  readonly before?: string;
  /** Of what is unprovable: why nothing shows it mended. */
  readonly why?: string;
  /** Of what is unprovable: the result that the head has in its place, if any. */
  readonly instead?: Reported;
}

/** What the base had to show, and the head has not. */
export interface Gone {
  /** An instance, or a file that is there and is no export any more. */
  readonly is: "instance" | "file";
  readonly name: string;
  /** Why that speaks against the change; undefined of an instance of which nothing says that it is still there. */
  readonly why: string | undefined;
}

/** The findings of two states, held against each other. */
export interface Comparison {
  /** By kind in the order of `CHANGES`, then by level, then as in the report. */
  readonly changes: readonly Change[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** Of instances that the base had as well: what cannot be known, and could be, or was no question. */
  readonly newUnknowns: readonly Reported[];
  /** The same of what a person must look at now. */
  readonly newReviews: readonly Reported[];
  readonly gone: readonly Gone[];
}

/** The kinds that speak against a change of the repository. */
export const AGAINST: ReadonlySet<ChangeKind> = new Set(["unprovable", "new", "worse"]);
