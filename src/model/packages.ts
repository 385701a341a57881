import type { Package } from "./snapshot.schema.js";
import type { Completeness, Listing } from "./workspace.js";

/** Whether a package is installed; where it is not known, why. */
export interface Installed {
  readonly state: "yes" | "no" | "unknown";
  /** Packages of the list that may be the one, by what is told of them. */
  readonly undecided: number;
  readonly complete: Completeness;
}

/** Labels of the integration package, in the docs and in older consoles; `the` comes and goes. */
export const INTEGRATION_LABELS = [
  "Integration with the Adobe Experience Cloud",
  "Integration with the Adobe Marketing Cloud",
] as const;

/** Labels of the package that shares audiences (ACC installation/using/installing-campaign-standard-packages.md). */
export const AUDIENCE_LABELS = [
  "Adobe Experience Cloud Shared Audiences Integration",
  "Adobe Marketing Cloud Shared Audiences Integration",
] as const;

/**
 * Whether «Integration with the Adobe Experience Cloud» is installed. Its internal id is not public, so it is known
 * by its label, or by the id that the config states.
 */
export function integrationInstalled(packages: Listing<Package>, id: string | undefined): Installed {
  const wanted = plain(id);
  return decide(packages, INTEGRATION_LABELS, (record) => {
    const own = plain(record.id);
    if (wanted !== "" && own !== "") return own === wanted ? "yes" : "no";
    return "unknown";
  });
}

/** Whether «Adobe Experience Cloud Shared Audiences Integration» is installed; only its label is public. */
export function audienceInstalled(packages: Listing<Package>): Installed {
  return decide(packages, AUDIENCE_LABELS, () => "unknown");
}

function decide(
  packages: Listing<Package>,
  labels: readonly string[],
  byId: (record: Package) => Installed["state"],
): Installed {
  const wanted = new Set(labels.map(plain));
  let undecided = 0;
  for (const record of packages.records) {
    const label = plain(record.label);
    const state = byId(record);
    if (wanted.has(label) || state === "yes")
      return { state: "yes", undecided: 0, complete: packages.complete };
    if (state === "unknown" && label === "") undecided += 1;
  }
  const state = undecided === 0 && packages.complete === "yes" ? "no" : "unknown";
  return { state, undecided, complete: packages.complete };
}

/** Lower case, without «the», single spaces. */
function plain(text: string | undefined): string {
  return (text ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "the" && word !== "")
    .join(" ");
}
