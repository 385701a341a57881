import { knownNames } from "./listed-names.js";
import type { Part } from "./part.js";

/** Names that stand in one cell are told apart by those that stand alone anywhere: a name may hold commas itself. */
export function resolveCells(parts: readonly Part[]): void {
  const joined = parts.flatMap(({ document }) => document.joinedCells ?? []);
  if (joined.length === 0) return;
  const names = new Set<string>();
  for (const part of parts) addNamesAlone(part, names);
  for (const name of namesOfGroups(parts)) names.add(name);
  const known = knownNames(names);
  for (const cells of joined) cells.resolve(known);
}

/** Names of an organization's profiles and groups that no comma joins with others. */
function addNamesAlone({ document, snapshot }: Part, names: Set<string>): void {
  const { users = [], groups = [] } = snapshot.organization ?? {};
  const isJoined = document.joinedCells !== undefined;
  const add = (listed: readonly (string | undefined)[] | undefined) => {
    // A cell of one part joins nothing.
    if (!listed || (isJoined && listed.length > 1)) return;
    for (const name of listed) if (name) names.add(name);
  };
  for (const user of users) add(user?.groups);
  for (const group of groups) {
    if (group?.groupName) names.add(group.groupName);
    add(group?.profiles);
  }
}

/** Names that profiles of operator groups with commas would have, by masks of the documented form. */
function namesOfGroups(parts: readonly Part[]): string[] {
  const groups = parts.flatMap(
    ({ snapshot }) => snapshot.groups?.flatMap((group) => group?.name ?? []) ?? [],
  );
  const joined = groups.filter((name) => name.includes(","));
  if (joined.length === 0) return [];
  const masks = parts.flatMap(({ snapshot }) =>
    (snapshot.extAccounts ?? []).flatMap((account) => account?.imsRightsMask ?? []),
  );
  const beginnings = masks.flatMap((mask) => /^([\w\s-]*)\(\.\*\)$/.exec(mask)?.[1] ?? []);
  return beginnings.flatMap((beginning) => joined.map((name) => beginning + name));
}
