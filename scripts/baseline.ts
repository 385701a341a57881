import manifest from "../package.json";
import { rules } from "../rules/index.js";
import { claimsOf } from "../src/controls/claims.js";
import { AREA_NAMES, controlOf } from "../src/evaluate/areas.js";
import { EVIDENCE, evidenceOf } from "../src/evaluate/evidence.js";
import type { Bearing, Rule } from "../src/evaluate/rule.js";
import { VERSION_TABLE_DATE } from "../src/model/versions.js";
import { prose } from "./prose.js";

/** docs/baseline.md: what a consultant can hand over, area by area, what must and what should be. */
export function baselinePage(made: string): string {
  const areas = Object.keys(AREA_NAMES)
    .map((area) => ({ area, own: rules.filter(({ control }) => control.split(".")[0] === area) }))
    .filter(({ own }) => own.length > 0);
  return [
    made,
    "",
    "# Baseline: Adobe ID login (IMS) of Adobe Campaign Classic",
    "",
    "What must and what should be so that the people who are meant to can log in with their Adobe ID, and nobody else. Each",
    "requirement has a number that stays the same, the reason, what to do, the evidence that shows it, and the source.",
    "",
    "- **Must**: people cannot log in, or the wrong people can, or a secret is in the wrong hands.",
    "- **Should**: it works, and will break, or is wider open than it needs to be.",
    "- **For information**: a person should look at it.",
    "",
    `Made with ims-lint ${manifest.version}; builds and their status as of ${VERSION_TABLE_DATE}.`,
    "",
    "`ims-lint --preset all <exports>` checks all of it, and says what could not be known. Areas 1 to 5, 8 and 9 are always",
    "checked; 6 with the preset `migration`, 7 with `hardening`.",
    "",
    "| area | must | should | for information |",
    "|---|---:|---:|---:|",
    ...areas.map(({ area, own }) => {
      const counts = BEARINGS.map((bearing) => own.filter(({ level }) => level === bearing).length);
      return `| [${area} ${AREA_NAMES[area]}](#${anchorOf(area)}) | ${counts.join(" | ")} |`;
    }),
    "",
    ...areas.flatMap(({ area, own }) => [
      `## ${area} ${AREA_NAMES[area]}`,
      "",
      ...BEARINGS.flatMap((bearing) => section(bearing, own)),
    ]),
    "## Sources",
    "",
    "Pages are named as in the repositories of their source; those of Adobe's documentation stand below `help/`.",
    "",
    ...Object.entries(SOURCES).map(([name, address]) => `- ${name}: ${address}`),
    "",
  ].join("\n");
}

const SOURCES: Readonly<Record<string, string>> = {
  "campaign-classic.en": "https://github.com/AdobeDocs/campaign-classic.en",
  "campaign.en": "https://github.com/AdobeDocs/campaign.en",
  "control-panel.en": "https://github.com/AdobeDocs/control-panel.en",
  "core-services.en": "https://github.com/AdobeDocs/core-services.en",
  "acc-js-sdk": "https://github.com/adobe/acc-js-sdk",
  "umapi-documentation": "https://github.com/adobe-apiplatform/umapi-documentation",
};

const BEARINGS = ["must", "should", "info"] as const satisfies readonly Bearing[];
const WORDS: Readonly<Record<Bearing, string>> = {
  must: "Must",
  should: "Should",
  info: "For information",
};

/** As GitHub makes it of a heading. */
function anchorOf(area: string): string {
  return `${area} ${AREA_NAMES[area]}`
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
}

function section(bearing: Bearing, rulesOfArea: readonly Rule[]): string[] {
  const own = rulesOfArea.filter(({ level }) => level === bearing);
  return own.length === 0 ? [] : [`### ${WORDS[bearing]}`, "", ...own.flatMap(requirement)];
}

function requirement(rule: Rule): string[] {
  const evidence = evidenceOf(rule).map((key) => EVIDENCE[key].label);
  const lines = [
    `#### ${controlOf(rule)} ${prose(rule.title)}`,
    "",
    `- **Why:** ${prose(rule.why)}`,
    ...Object.entries(rule.clauses ?? {}).map(
      ([name, { level, what }]) => `- **${WORDS[level]}** (\`${name}\`): ${prose(what)}.`,
    ),
    ...Object.entries(rule.options ?? {}).map(
      ([name, option]) => `- **Agreed value** (\`${name}\`): ${option.default}. ${prose(option.what)}`,
    ),
    `- **To do:** ${prose(rule.remedy)}`,
    `- **Evidence:** ${evidence.length > 0 ? prose(evidence.join(", ")) : "any export"}`,
    `- **Source:** ${rule.source.map(prose).join("; ")}`,
    ...controlsLine(rule),
    `- **Checked by:** [\`${rule.id}\`](rules/${rule.id}.md)${rule.securitySeverity ? `, security severity ${rule.securitySeverity}` : ""}`,
    "",
  ];
  return lines;
}

/** Which controls of which frameworks its evidence is for; the arguments are in docs/controls.md. */
function controlsLine({ id }: Rule): string[] {
  const byFramework = new Map<string, string[]>();
  for (const { framework, control } of claimsOf(id)) {
    const own = byFramework.get(framework.title);
    if (own) own.push(control.id);
    else byFramework.set(framework.title, [control.id]);
  }
  const parts = [...byFramework].map(([title, ids]) => `${prose(title)} ${ids.join(", ")}`);
  return parts.length > 0 ? [`- **[Controls](controls.md):** ${parts.join("; ")}`] : [];
}
