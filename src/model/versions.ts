import type { Product } from "./snapshot.schema.js";

/** The day of the newest entry of the version table; what came later is not in it. */
export const VERSION_TABLE_DATE = "2026-08-11";

/** A release of Campaign Classic. */
export interface Release {
  readonly name: string;
  readonly builds: readonly number[];
  /** As the release notes print it; undefined where they print none. */
  readonly status: "Deprecated" | "General Availability" | undefined;
}

/**
 * The version table, oldest release first. General Availability is the latest stable build, which Adobe recommends;
 * a deprecated one gets no fixes and must be upgraded. The builds of the `.IMS` patches are not public.
 * Source: campaign-classic.en, release notes below rn/using, statuses in rn/using/rn-overview.md.
 */
export const RELEASES: readonly Release[] = [
  { name: "19.1.4", builds: [9032], status: "Deprecated" },
  { name: "21.1.1", builds: [9277], status: undefined },
  { name: "21.1.2", builds: [9282], status: undefined },
  { name: "21.1.3", builds: [9330], status: undefined },
  { name: "21.1.4", builds: [9342, 9343], status: undefined },
  { name: "7.2.1", builds: [9346], status: undefined },
  { name: "7.2.2", builds: [9349], status: undefined },
  { name: "7.3.1", builds: [9352], status: undefined },
  { name: "7.3.2", builds: [9356], status: "Deprecated" },
  { name: "7.3.3", builds: [9359], status: "Deprecated" },
  { name: "7.3.4", builds: [9364], status: "Deprecated" },
  { name: "7.3.5", builds: [9368], status: "Deprecated" },
  { name: "7.4.1", builds: [9383], status: "Deprecated" },
  { name: "7.4.2", builds: [9390, 9391], status: "Deprecated" },
  { name: "7.4.3", builds: [9394, 9396, 9397, 9398, 9399], status: "Deprecated" },
  { name: "7.4.4", builds: [9400], status: "General Availability" },
];

const NEWEST_BUILD = Math.max(...RELEASES.flatMap(({ builds }) => builds));

/** The newest build that is generally available, and its release. */
export const NEWEST_AVAILABLE = RELEASES.filter(({ status }) => status === "General Availability")
  .flatMap(({ name, builds }) => builds.map((build) => ({ name, build })))
  .reduce((newest, candidate) => (candidate.build > newest.build ? candidate : newest));

/** Where a console or a server stands in the version table. */
export type Standing =
  /** A build of the table; or, where only the release is stated, the release's newest build. */
  | {
      readonly kind: "listed";
      readonly build: number;
      readonly release: Release;
      readonly field: keyof Product;
    }
  /** A build that the table leaves out, older than its newest. */
  | { readonly kind: "unlisted"; readonly build: number }
  | { readonly kind: "newer"; readonly build: number }
  /** Campaign v8, whose build numbers are not public. */
  | { readonly kind: "v8" }
  /** It may be v8: its own release is not stated, and what runs beside it is v8. */
  | { readonly kind: "perhaps-v8" }
  | { readonly kind: "not-stated" };

/** Looks a console or a server up. `beside` is the other of the two. */
export function standingOf(product: Product, beside: Product | undefined): Standing {
  if (isV8(product)) return { kind: "v8" };
  const build = readBuild(product.buildNumber);
  if (build === undefined) {
    const release = RELEASES.find(({ name }) => name === readRelease(product.releaseName));
    if (!release) return { kind: "not-stated" };
    return { kind: "listed", build: Math.max(...release.builds), release, field: "releaseName" };
  }
  if (readRelease(product.releaseName) === undefined && beside && isV8(beside)) return { kind: "perhaps-v8" };
  if (build > NEWEST_BUILD) return { kind: "newer", build };
  const release = releaseOfBuild(build);
  return release ? { kind: "listed", build, release, field: "buildNumber" } : { kind: "unlisted", build };
}

/** The release that a build belongs to; undefined where the table does not say. */
export function releaseOfBuild(build: number): Release | undefined {
  return RELEASES.find(({ builds }) => builds.includes(build));
}

/** The number in a build string, `9394` or `9394@28aaec9`; undefined where it is none. */
export function readBuild(text: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,9})\s*(?:@.*)?$/.exec(text ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The number of a release, as in `7.4.4`, `v7.4.4` or `Campaign 7.3.3.IMS`, in lower case. */
export function readRelease(text: string | undefined): string | undefined {
  return /(?:^|[^\w.])v?(\d+(?:\.\w+)+)/i.exec(text ?? "")?.[1]?.toLowerCase();
}

/** Whether the release that is stated is Campaign v8. */
export function isV8(product: Product): boolean {
  return readRelease(product.releaseName)?.startsWith("8.") ?? false;
}
