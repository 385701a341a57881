import type { Suppression } from "../model/accepted-risk.js";
import type { Workspace } from "../model/workspace.js";
import { type IgnoreComment, ignoreComments } from "../read/data/yaml-ignores.js";
import type { Document } from "../read/document.js";

/** The comments in snapshots that accept a finding. An export is evidence: nobody writes into it. */
export async function suppressionsIn({ files }: Workspace): Promise<Suppression[]> {
  const found: Suppression[] = [];
  for (const { documents } of files) {
    const [first] = documents;
    if (first?.document.format !== "snapshot") continue;
    for (const comment of await ignoreComments(first.document.source)) {
      found.push(...toSuppressions(comment, first.document));
    }
  }
  return found;
}

function toSuppressions({ span, rules, reason, line }: IgnoreComment, document: Document): Suppression[] {
  const named = rules.length > 0 ? rules : [""];
  return named.map((name) => {
    const [rule = ""] = name.split("/", 1);
    // Whatever stands behind the first slash must be a clause: `rule/clause/more` names nothing.
    const clause = name === rule ? undefined : name.slice(rule.length + 1);
    return {
      kind: "suppression",
      name: `ignore[${name}] in ${document.path}`,
      rule,
      clause,
      reason,
      path: document.path,
      line,
      place: { document, path: document.path, routes: [], span },
    };
  });
}
