import type { PhysicalLocation, Location as SarifLocation, Result as SarifResult, Suppression } from "sarif";
import type { Level } from "../config/config.words.js";
import { controlOf } from "../evaluate/areas.js";
import type { Accepted, Location, Reported } from "./report.js";
import { sentence, toArtifactLocation, toMessage, wellFormed } from "./sarif-text.js";
import { printable } from "./terminal.js";

/** What places in SARIF are told by. */
export interface Places {
  readonly ruleIndexes: ReadonlyMap<string, number>;
  readonly artifactIndexes: ReadonlyMap<string, number>;
  /** By path and line. */
  readonly lineHashes: ReadonlyMap<string, ReadonlyMap<number, string>>;
}

export type Finding = Reported & { readonly level: Level };

/** How many places of one result GitHub keeps. */
const MAX_RELATED = 100;

/** A finding as a result. */
export function toResult(result: Finding, places: Places): SarifResult {
  const { rule, location } = result;
  const related = result.relatedLocations.slice(0, MAX_RELATED);
  const lineHash = places.lineHashes.get(location.path)?.get(location.startLine);
  return {
    ruleId: rule.id,
    ruleIndex: places.ruleIndexes.get(rule.id) ?? -1,
    level: result.level,
    message: { text: [...said(result), ...links(result)].join(" ") },
    locations: [{ physicalLocation: toPhysical(location, places) }],
    ...(related.length > 0
      ? {
          relatedLocations: related.map(
            (at, index): SarifLocation => ({
              id: index + 1,
              physicalLocation: toPhysical(at.location, places),
              message: { text: toMessage(linkText(at.message)) },
            }),
          ),
        }
      : {}),
    ...(result.accepted ? { suppressions: [toSuppression(result.accepted, places)] } : {}),
    partialFingerprints: {
      ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }),
      "imsLint/v1": result.fingerprint(),
    },
    properties: {
      clause: result.clause,
      control: controlOf(rule),
      instance: result.instance && wellFormed(result.instance),
      subject: { kind: result.subject.kind, name: wellFormed(result.subject.name) },
      ...(result.causedBy ? { causedBy: result.causedBy.rule } : {}),
    },
  };
}

function toSuppression({ risk, location }: Accepted, places: Places): Suppression {
  return {
    kind: risk.kind === "waiver" ? "external" : "inSource",
    status: "accepted",
    justification: wellFormed(printable(risk.reason)),
    location: { physicalLocation: toPhysical(location, places) },
    ...(risk.kind === "waiver"
      ? {
          properties: Object.fromEntries(
            (["owner", "ticket", "approvedBy", "expires"] as const).flatMap((field) =>
              risk[field] === undefined ? [] : [[field, wellFormed(printable(risk[field]))]],
            ),
          ),
        }
      : {}),
  };
}

/** What --fix would write, for editors that offer it. */
export function toFixes(
  { location, fix }: Finding,
  written: string | undefined,
  places: Places,
): Pick<SarifResult, "fixes"> {
  if (!fix || written === undefined) return {};
  const { artifactLocation = {}, region = {} } = toPhysical(location, places);
  const replacements = [{ deletedRegion: region, insertedContent: { text: written } }];
  return {
    fixes: [
      {
        description: { text: toMessage(`Set the value to "${fix.to}".`) },
        artifactChanges: [{ artifactLocation, replacements }],
      },
    ],
  };
}

/** What is the matter, and what to do: GitHub shows the first sentence where there is little room. */
function said({ message, remedy, rule }: Finding): string[] {
  return [message, remedy ?? rule.remedy].map((text) => toMessage(sentence(text)));
}

/** Links to the related places, by their ids. */
function links({ relatedLocations }: Finding): string[] {
  if (relatedLocations.length === 0) return [];
  const shown = relatedLocations
    .slice(0, MAX_RELATED)
    .map(({ message }, index) => `[${toMessage(linkText(message))}](${index + 1})`);
  const more = relatedLocations.length - shown.length;
  return [`See also: ${shown.join(", ")}${more > 0 ? `, and ${more} more` : ""}.`];
}

function linkText(message: string): string {
  return message.replace(/\.$/, "") || "related place";
}

export function toPhysical(location: Location, { artifactIndexes }: Places): PhysicalLocation {
  const index = artifactIndexes.get(location.path);
  const { startLine, startColumn, endLine, endColumn } = location;
  const isEmpty = startLine === endLine && startColumn === endColumn;
  return {
    artifactLocation: {
      ...toArtifactLocation(location.path),
      ...(index === undefined ? {} : { index }),
    },
    region: isEmpty ? { startLine } : { startLine, startColumn, endLine, endColumn },
  };
}
