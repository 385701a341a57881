import type { Package } from "./snapshot.schema.js";
import type { Completeness, Listing } from "./workspace.js";

/** Whether a package is installed; where it is not known, why. */
export interface Installed {
  readonly state: "yes" | "no" | "unknown";
  /** The package that is the one. */
  readonly record?: Package;
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
 * The packages of transactional messages, with and without the name in brackets that the list of standard packages
 * gives them (ACC installation/using/installing-campaign-standard-packages.md).
 */
const MESSAGE_CENTER_LABELS = [
  "Transactional message control",
  "Transactional message execution",
  "Transactional message control (Message Center - Control)",
  "Transactional message execution (Message Center - Execution)",
] as const;

/** As a real 7.3.4 lists them, one for the control and one for the execution instance (floriancourgey/blog, session info). */
const MESSAGE_CENTER_IDS: ReadonlySet<string> = new Set(
  ["nms:messageCenter", "nms:messageCenterControl", "nms:messageCenterExec"].map(plain),
);

/**
 * Whether «Integration with the Adobe Experience Cloud» is installed. Its internal id is not public, so it is known
 * by its label, or by the id that the config states.
 */
export function integrationInstalled(packages: Listing<Package>, id: string | undefined): Installed {
  const wanted = plain(id);
  return decide(packages, labelled(INTEGRATION_LABELS), (record) => {
    const own = plain(record.id);
    if (wanted !== "" && own !== "") return own === wanted ? "yes" : "no";
    return "unknown";
  });
}

/** Whether «Adobe Experience Cloud Shared Audiences Integration» is installed; only its label is public. */
export function audienceInstalled(packages: Listing<Package>): Installed {
  return decide(packages, labelled(AUDIENCE_LABELS), () => "unknown");
}

/** Whether a package of Message Center is installed, by its id, by its label, or by what the label says of itself. */
export function messageCenterInstalled(packages: Listing<Package>): Installed {
  const isKnown = labelled(MESSAGE_CENTER_LABELS);
  return decide(
    packages,
    (label) => isKnown(label) || label.includes("message center"),
    (record) => {
      const id = plain(record.id);
      if (id === "") return "unknown";
      return MESSAGE_CENTER_IDS.has(id) ? "yes" : "no";
    },
  );
}

function labelled(labels: readonly string[]): (label: string) => boolean {
  const wanted = new Set(labels.map(plain));
  return (label) => wanted.has(label);
}

function decide(
  packages: Listing<Package>,
  byLabel: (label: string) => boolean,
  byId: (record: Package) => Installed["state"],
): Installed {
  const { complete } = packages;
  let undecided = 0;
  for (const record of packages.records) {
    const label = plain(record.label);
    const state = byId(record);
    if (byLabel(label) || state === "yes") return { state: "yes", record, undecided: 0, complete };
    if (state === "unknown" && label === "") undecided += 1;
  }
  const state = undecided === 0 && complete === "yes" ? "no" : "unknown";
  return { state, undecided, complete };
}

/** Lower case, without «the», single spaces. */
function plain(text: string | undefined): string {
  return (text ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "the" && word !== "")
    .join(" ");
}
