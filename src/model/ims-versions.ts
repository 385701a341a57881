import type { Product } from "./snapshot.schema.js";
import { RELEASES, readBuild, readRelease, standingOf } from "./versions.js";

/** What the versions of Campaign can do with IMS. */

export type Answer = "yes" | "no" | "unknown";

/** The first release with the restrictions of native login (ACC technotes/using/impact-ims-migration.md). */
export const RESTRICTIONS_SINCE = { release: "7.4.1", build: 9383 } as const;

/**
 * The first release of v7, beside patches of older ones, with which the migration to IMS can be done, and the first of
 * v8 (ACC technotes/using/ac-ims.md; V8 technotes/upgrades/migrate-users-to-ims.md).
 */
export const COMPATIBLE_SINCE = { release: "7.3.5", build: 9368, v8: "8.5.2" } as const;

/** Whether a server has the restrictions of native login. */
export function hasRestrictions(server: Product | undefined, beside: Product | undefined): Answer {
  if (!server) return "unknown";
  const standing = standingOf(server, beside);
  switch (standing.kind) {
    case "v8":
    case "newer":
      return "yes";
    case "listed":
    case "unlisted":
      return standing.build >= RESTRICTIONS_SINCE.build ? "yes" : "no";
    case "perhaps-v8": {
      // Whichever of the two it is, from this build on it has them.
      const build = readBuild(server.buildNumber);
      return build !== undefined && build >= RESTRICTIONS_SINCE.build ? "yes" : "unknown";
    }
    case "not-stated": {
      const order = compareToV7(readRelease(server.releaseName), RESTRICTIONS_SINCE.release);
      return order === undefined ? "unknown" : order >= 0 ? "yes" : "no";
    }
  }
}

/** Whether users can be migrated to IMS on a server; where it is not known, why. */
export type Compatibility =
  | { readonly is: "yes" }
  | { readonly is: "no"; readonly found: string; readonly field: keyof Product }
  | {
      readonly is: "unknown";
      /**
       * - `not-stated`: neither build nor release tell
       * - `perhaps-v8`: its build may be one of v8, whose numbers are not public
       * - `perhaps-patched`: it may carry an `.IMS` patch, whose builds are not public
       * - `contradictory`: release and build do not fit
       */
      readonly why: "not-stated" | "perhaps-v8" | "perhaps-patched" | "contradictory";
      readonly found: string;
      readonly field: keyof Product;
    };

export function imsCompatibility(server: Product, beside: Product | undefined): Compatibility {
  const standing = standingOf(server, beside);
  const release = readRelease(server.releaseName);
  const byRelease = { found: `release "${server.releaseName}"`, field: "releaseName" } as const;
  switch (standing.kind) {
    case "newer":
      return { is: "yes" };
    case "v8": {
      const order = compare(numbersOf(release), numbersOf(COMPATIBLE_SINCE.v8));
      if (order === undefined) return { is: "unknown", why: "not-stated", ...byRelease };
      return order >= 0 ? { is: "yes" } : { is: "no", ...byRelease };
    }
    case "perhaps-v8":
      return {
        is: "unknown",
        why: "perhaps-v8",
        found: `build ${readBuild(server.buildNumber)}`,
        field: "buildNumber",
      };
    case "not-stated":
      return { ...ofRelease(release), ...byRelease };
    case "listed":
      if (standing.field === "releaseName") return { ...ofRelease(standing.release.name), ...byRelease };
      return {
        ...ofBuild(standing.build, release, standing.release.name),
        found: `build ${standing.build} (${standing.release.name})`,
        field: "buildNumber",
      };
    case "unlisted":
      return {
        ...ofBuild(standing.build, release, undefined),
        found: `build ${standing.build}`,
        field: "buildNumber",
      };
  }
}

/** Whether a server lets nobody in but by IMS: v8 from 8.6 on, but for 8.6.4, of limited availability. */
export function isImsMandatory(server: Product | undefined): boolean {
  const numbers = numbersOf(readRelease(server?.releaseName));
  const order = compare(numbers, [8, 6]);
  return order !== undefined && order >= 0 && compare(numbers.slice(0, 3), [8, 6, 4]) !== 0;
}

type Told =
  | { readonly is: "yes" | "no" }
  | { readonly is: "unknown"; readonly why: "not-stated" | "perhaps-patched" | "contradictory" };

const PERHAPS_PATCHED: Told = { is: "unknown", why: "perhaps-patched" };

/** The patched releases, as they are called. */
const PATCHED: ReadonlySet<string> = new Set(["7.3.2.ims", "7.3.3.ims"]);
/** The builds without the patch. A patched one is no older than the first of them; its number is not public. */
const PATCHABLE = [9356, 9359] as const;
/** The release between them and the first that needs no patch. It is not among those that can be migrated. */
const UNPATCHED_RELEASE = "7.3.4";

function ofBuild(build: number, release: string | undefined, listedAs: string | undefined): Told {
  if (build >= COMPATIBLE_SINCE.build) return { is: "yes" };
  const isTooOld = build < PATCHABLE[0] || listedAs === UNPATCHED_RELEASE;
  if (release !== undefined && PATCHED.has(release)) {
    return isTooOld ? { is: "unknown", why: "contradictory" } : { is: "yes" };
  }
  // A build that the version table leaves out may be a patched one, unless its release says otherwise.
  return isTooOld || release === UNPATCHED_RELEASE ? { is: "no" } : PERHAPS_PATCHED;
}

function ofRelease(release: string | undefined): Told {
  if (release !== undefined && PATCHED.has(release)) return { is: "yes" };
  const order = compareToV7(release, COMPATIBLE_SINCE.release);
  if (order === undefined) return { is: "unknown", why: "not-stated" };
  if (order >= 0) return { is: "yes" };
  const numbers = numbersOf(release).slice(0, 3).join(".");
  return numbers === "7.3.2" || numbers === "7.3.3" ? PERHAPS_PATCHED : { is: "no" };
}

/** How a release stands to one of v7; undefined where that cannot be told. Releases were called after years for a while. */
function compareToV7(release: string | undefined, other: string): number | undefined {
  if (release === undefined) return undefined;
  const [at, of] = [release, other].map((name) => RELEASES.findIndex((known) => known.name === name));
  if (at !== undefined && of !== undefined && at >= 0) return at - of;
  return release.startsWith("7.") ? compare(numbersOf(release), numbersOf(other)) : undefined;
}

/** The figures that a release begins with. */
function numbersOf(release: string | undefined): number[] {
  const [figures] = /^\d{1,6}(?:\.\d{1,6}(?![^.]))*/.exec(release ?? "") ?? [];
  return figures === undefined ? [] : figures.split(".").map(Number);
}

/** Negative where `a` is older; undefined where it is too short to tell. */
function compare(a: readonly number[], b: readonly number[]): number | undefined {
  for (const [index, figure] of b.entries()) {
    const own = a[index];
    if (own === undefined) return undefined;
    if (own !== figure) return own - figure;
  }
  return 0;
}
