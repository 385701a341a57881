import type { ListName } from "../model/settings.js";
import { maskUserInfo } from "../model/user-info.js";
import type { Route } from "./document.js";

/** A list of the snapshot that was made of an export's records. */
export interface Section {
  /** Its key, in the snapshot as in the completeness. */
  readonly key: ListName;
  readonly value: unknown;
  /** Records that the file holds. */
  readonly count: number;
  /** Undefined where the list has no limit of its own. */
  readonly cap: Cap | undefined;
  /** Where a route below the key can stand in the records, the likeliest first. */
  readonly routesOf: (rest: Route) => readonly Route[];
  /** What comes twice with different values. */
  readonly twice?: readonly Twice[];
}

/** Something that comes twice with different values, so that it is not known. */
export interface Twice {
  readonly name: string;
  /** Where in the records the later one has its name. */
  readonly route: Route;
}

/** What the records of one kind tell of the limit of an export. */
export interface Cap {
  /** The most records that one export holds. */
  readonly limit: number;
  /** Whether records may be missing because an export holds no more. */
  readonly isCut: boolean;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at the end of a route; undefined where it leads nowhere. */
export function valueAt(value: unknown, route: Route): unknown {
  let at = value;
  for (const step of route) at = isRecord(at) ? at[step] : Array.isArray(at) ? at[Number(step)] : undefined;
  return at;
}

/** A place by the keys that lead to it: `userInfo.installed-package[3].name`. */
export function inKeys(route: Route): string {
  const steps = route.map((step) => (typeof step === "number" ? `[${step}]` : `.${maskUserInfo(step)}`));
  return steps.join("").replace(/^\./, "");
}
