import type { Holdings } from "../model/holdings.js";
import type { OperatorGroup } from "../model/snapshot.schema.js";
import type { GrantedRights, TracedPerson, TraceQuestion } from "./trace.js";

/** The named rights that come of the groups a person's profiles lead to, and those given to the operator itself. */
export function rightsOf(
  { operator }: TracedPerson,
  { matched = [] }: Holdings,
  { instance }: TraceQuestion,
): GrantedRights[] {
  const groups = [...new Set(matched.flatMap(({ group }): OperatorGroup[] => (group ? [group] : [])))];
  const granted = groups.map((group) => ({
    from: `operator group "${group.name}"`,
    rights: stated(group.rights),
    place: instance.origins.place(group, ["rights"]),
  }));
  if (!operator || operator.rights === undefined) return granted;
  return [
    ...granted,
    {
      from: "the operator itself",
      rights: stated(operator.rights),
      place: instance.origins.place(operator, ["rights"]),
    },
  ];
}

function stated(rights: readonly (string | undefined)[] | undefined): readonly string[] | undefined {
  return rights?.flatMap((right) => right ?? []);
}
