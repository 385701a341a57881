import type { Level } from "../config/config.words.js";
import type { Workspace } from "../model/workspace.js";
import type { Report, Reported } from "../report/report.js";

/** One state of a repository: its report, and what that rests on. */
export interface State {
  readonly report: Report;
  readonly workspace: Workspace;
}

/** The later state. */
export interface HeadState extends State {
  /** Whether there is a file of this name, be it read or not. */
  readonly exists: (path: string) => boolean;
  /** The instances that the config speaks of. */
  readonly stated: readonly string[];
}

/** A finding: it fails, at a level. */
export type Graded = Reported & { readonly level: Level };
