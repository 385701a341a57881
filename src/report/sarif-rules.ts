import type { ReportingDescriptor } from "sarif";
import { areaOf, LEVEL_OF, type RuleInForce } from "../config/policy.js";
import { CUSTOM_AREA, controlOf } from "../evaluate/areas.js";
import type { Bearing, Rule } from "../evaluate/rule.js";
import { rulePage } from "./homepage.js";
import { toControls } from "./sarif-controls.js";
import { sentence } from "./sarif-text.js";

/** A rule as SARIF describes it, with what GitHub shows of it. */
export function toDescriptor(rule: Rule, inForce: RuleInForce | undefined): ReportingDescriptor {
  const page = rulePage(rule);
  const security = rule.securitySeverity === undefined ? {} : { "security-severity": rule.securitySeverity };
  const { tags, relationships, notCounted } = toControls(rule, inForce);
  return {
    id: rule.id,
    ...named(rule.id),
    shortDescription: { text: sentence(rule.title) },
    fullDescription: { text: sentence(rule.why) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: LEVEL_OF[rule.level] },
    ...(relationships.length > 0 ? { relationships } : {}),
    properties: {
      // GitHub keeps the first ten.
      tags: [
        "ims",
        "adobe-campaign",
        AREAS[areaOf(rule)] ?? "other",
        controlOf(rule),
        ...(rule.securitySeverity === undefined ? [] : ["security"]),
        ...tags,
      ],
      precision: "very-high",
      "problem.severity": SEVERITY[rule.level],
      ...security,
      ...(notCounted.length > 0 ? { controlsNotCounted: notCounted } : {}),
    },
  };
}

/** The id in PascalCase; a name that is the id but for its letter case is none, says SARIF. */
function named(id: string): { name?: string } {
  if (!id.includes("-")) return {};
  return { name: id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()) };
}

function helpText(rule: Rule): string {
  return [
    sentence(rule.title),
    `Why: ${sentence(rule.why)}`,
    `How to mend it: ${sentence(rule.remedy)}`,
    `Source: ${rule.source.join("; ")}`,
  ].join("\n\n");
}

function helpMarkdown(rule: Rule): string {
  const page = rulePage(rule);
  return [
    `**${inMarkdown(sentence(rule.title))}**`,
    `**Why:** ${inMarkdown(sentence(rule.why))}`,
    `**How to mend it:** ${inMarkdown(sentence(rule.remedy))}`,
    `**Source:** ${rule.source.map(inMarkdown).join("; ")}`,
    ...(page === undefined ? [] : [`[${rule.id} in the documentation](${page})`]),
  ].join("\n\n");
}

/** Plain text as Markdown; an address becomes a link. */
function inMarkdown(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>]*[\w/])/)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : part.replace(/[\\`*_[\]<>|~&#]/g, "\\$&")))
    .join("");
}

const SEVERITY: Readonly<Record<Bearing, string>> = {
  must: "error",
  should: "warning",
  info: "recommendation",
};

const AREAS: Readonly<Record<string, string>> = {
  1: "prerequisites",
  2: "package",
  3: "account",
  4: "mask",
  5: "linkage",
  6: "migration",
  7: "hardening",
  8: "environments",
  9: "export",
  [CUSTOM_AREA]: "custom",
};
