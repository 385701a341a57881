import { mappings } from "../controls/index.js";
import { asksInWords, claimsOf } from "../src/controls/claims.js";
import type { Control, Mapping } from "../src/controls/mapping.js";
import type { Rule } from "../src/evaluate/rule.js";
import { prose } from "./prose.js";

const INTRODUCTION = `<!-- Made from the files in controls/ by \`npm run generate\`. Edit those, not this page. -->

# Controls

Which rules contribute evidence to which controls of frameworks that auditors use, and why.

**No control is satisfied by this as a whole.** Controls ask for policies, processes and records as well, and for more
systems than Campaign. What a rule contributes is the evidence that it names, about the instance that was checked, on the
date of the export.

- A **pass** counts, and so does a review once a person has looked. \`unknown\` and \`not applicable\` are no evidence, and
  neither is a fail that was waived.
- A rule that is **off** gives no evidence, and a clause that is off makes what it would find \`not applicable\`. A level
  that was lowered changes nothing: a fail stays a fail.
- An **option that is looser** than a control asks costs the rule its evidence for that control. Where a framework leaves
  the figure to the organization, the default of the rule is the limit.
- The mappings have **versions**: a claim that is added is a new minor version, one that is changed or taken back a new
  major one. They are ours, and none of the publishers has endorsed them; numbers and titles of controls are quoted to
  name them.

\`ims-lint rules --framework nist\` (\`iso\`, \`cis\`) prints a mapping, \`ims-lint explain <rule>\` that of a rule; the data are
in [controls/](../controls). What counted in a run, and what did not, is under \`controls\` in the report in JSON; SARIF
holds it as taxonomies and relationships, and as tags for GitHub. \`ims-lint config\` says which options cost evidence.
`;

/** The page of all mappings. */
export function controlsPage(): string {
  return [INTRODUCTION, ...mappings.flatMap(frameworkSection)].join("\n");
}

function frameworkSection({ framework, mapping, controls, unmapped }: Mapping): string[] {
  return [
    `## ${prose(framework.title)}`,
    "",
    `[${prose(framework.edition)}](${framework.url}), ${prose(framework.publisher)} · mapping ${mapping.version} of ${mapping.date} · tags \`${framework.tag}/…\``,
    "",
    "| control | rule | why its pass is evidence |",
    "|---|---|---|",
    ...controls.flatMap(controlRows),
    "",
    ...(unmapped.length > 0
      ? [
          "To no control:",
          "",
          ...unmapped.map(({ rule, because }) => `- ${link(rule)}: ${prose(because)}`),
          "",
        ]
      : []),
  ];
}

function controlRows({ id, title, rules: claimed }: Control): string[] {
  return claimed.map((argument, index) => {
    const name = index === 0 ? `**${prose(id)}** ${prose(title)} ` : "";
    return `| ${name}| ${link(argument.rule)} | ${prose([argument.because, ...asksInWords(argument)].join(" "))} |`;
  });
}

function link(rule: string): string {
  return `[${rule}](rules/${rule}.md)`;
}

/** The section of a rule's page. */
export function controlsOf({ id }: Rule): string[] {
  const claims = claimsOf(id).map((claim) => {
    const { framework, control, because } = claim;
    const why = [because, ...asksInWords(claim)].join(" ");
    return `- ${framework.title} **${prose(control.id)}** ${prose(control.title)}: ${prose(why)}`;
  });
  const none = mappings.flatMap(({ framework, unmapped }) =>
    unmapped
      .filter(({ rule }) => rule === id)
      .map(({ because }) => `- ${framework.title}: none. ${prose(because)}`),
  );
  return ["## Controls", "", "It [contributes evidence](../controls.md) to:", "", ...claims, ...none, ""];
}
