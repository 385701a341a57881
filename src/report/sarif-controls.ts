import type { ReportingDescriptorRelationship, ToolComponent, ToolComponentReference } from "sarif";
import { mappings } from "../../controls/index.js";
import type { RuleInForce } from "../config/policy.js";
import { type Claim, claimsOf, withheld, withheldInWords } from "../controls/claims.js";
import type { Rule } from "../evaluate/rule.js";

/**
 * Controls of frameworks in SARIF, twice: as taxonomies, which is the standard's own way (§3.19.3), and as tags, as
 * GitHub shows those alone.
 */
export const TAXONOMIES: ToolComponent[] = mappings.map(({ framework, mapping, controls }) => ({
  name: framework.title,
  version: framework.edition,
  organization: framework.publisher,
  informationUri: framework.url,
  shortDescription: { text: "Controls to which rules of ims-lint contribute evidence." },
  isComprehensive: false,
  taxa: controls.map(({ id, title }) => ({ id, shortDescription: { text: `${title}.` } })),
  properties: { mappingVersion: mapping.version, mappingDate: mapping.date },
}));

export const SUPPORTED_TAXONOMIES: ToolComponentReference[] = TAXONOMIES.map(({ name }, index) => ({
  name,
  index,
}));

interface RuleControls {
  readonly tags: string[];
  readonly relationships: ReportingDescriptorRelationship[];
  /** Controls whose tag is left off, and why. */
  readonly notCounted: { readonly controls: string[]; readonly why: string }[];
}

/** The controls to which a rule gives evidence as it is in force. */
export function toControls(rule: Rule, inForce: RuleInForce | undefined): RuleControls {
  const counting: Claim[] = [];
  const notCounted = new Map<string, string[]>();
  for (const claim of inForce ? claimsOf(rule.id) : []) {
    const reason = inForce && withheld(claim, inForce);
    if (!reason) {
      counting.push(claim);
      continue;
    }
    const why = withheldInWords(reason);
    notCounted.set(why, [...(notCounted.get(why) ?? []), tagOf(claim)]);
  }
  return {
    tags: counting.map(tagOf),
    relationships: counting.map(relationshipTo),
    notCounted: [...notCounted].map(([why, controls]) => ({ controls, why })),
  };
}

/** `NIST-800-53-r5/IA-2` */
function tagOf({ framework, control }: Claim): string {
  return `${framework.tag}/${control.id}`;
}

/** Its kind is the usual one, «relevant». */
function relationshipTo({ framework, control }: Claim): ReportingDescriptorRelationship {
  const component = mappings.findIndex((mapping) => mapping.framework === framework);
  const index = mappings[component]?.controls.indexOf(control) ?? -1;
  return { target: { id: control.id, index, toolComponent: { index: component } } };
}
