import type { Fix, PlacedFix, Result } from "../evaluate/verdict.js";
import { valueAt } from "../read/section.js";
import type { Wanted } from "./plan.js";
import { type Changed, keyOf } from "./verdicts.js";

/** A value with all that is wrong about it mended. */
export interface Mending extends Wanted, Changed {}

export interface Settled {
  readonly mendings: readonly Mending[];
  /** Values that one fix changes and the next one changes again. */
  readonly restless: readonly string[];
  /** What the rules say of the mended values. */
  readonly after: readonly Result[];
  /** Puts every value back. */
  undo(): void;
}

/** Rounds of fixes of one value: an entity, white space, letter case, and one more. */
const MOST_ROUNDS = 4;

/**
 * Mends values where they were read to, and asks the rules again until none of them has a fix left: what one of them
 * mends, another may have to mend too. The files stay as they are.
 */
export async function settle(
  before: readonly Result[],
  ask: () => Promise<readonly Result[]>,
  isWanted: (finding: Result, key: string) => boolean,
): Promise<Settled> {
  const mendings = new Map<string, { mending: Mending; readonly targets: Fix["at"][] }>();
  let after = before;
  let open = openFixes(after, isWanted);
  for (let round = 0; open.size > 0 && round < MOST_ROUNDS; round++) {
    for (const [key, { fix, findings, targets }] of open) {
      const known = mendings.get(key);
      const from = known?.mending.from ?? fix.from;
      const all = [...(known?.mending.findings ?? []), ...findings];
      const mending = { key, place: fix.place, from, to: fix.to, findings: all };
      for (const target of targets) write(target, fix.to);
      mendings.set(key, { mending, targets: [...(known?.targets ?? []), ...targets] });
    }
    after = await ask();
    open = openFixes(after, isWanted);
  }
  return {
    mendings: [...mendings.values()].map(({ mending }) => mending),
    restless: [...open.keys()],
    after,
    undo() {
      for (const { mending, targets } of mendings.values()) {
        for (const target of targets) write(target, mending.from);
      }
    },
  };
}

interface OpenFix {
  readonly fix: PlacedFix;
  readonly findings: Result[];
  readonly targets: Fix["at"][];
}

/** One fix of each value: the first; with it those of other rules, and instances, that come to the same. */
function openFixes(
  results: readonly Result[],
  isWanted: (finding: Result, key: string) => boolean,
): Map<string, OpenFix> {
  const open = new Map<string, OpenFix>();
  for (const result of results) {
    const { fix } = result;
    if (!fix || result.verdict !== "fail") continue;
    const key = keyOf(fix.place);
    if (!isWanted(result, key)) continue;
    const known = open.get(key);
    if (!known) open.set(key, { fix, findings: [result], targets: [fix.at] });
    else if (known.fix.to === fix.to) {
      known.findings.push(result);
      known.targets.push(fix.at);
    }
  }
  return open;
}

function write([record, ...keys]: Fix["at"], value: string): void {
  const holder = valueAt(record, keys.slice(0, -1));
  const [key] = keys.slice(-1);
  if (typeof holder === "object" && holder !== null && key !== undefined) {
    Object.assign(holder, { [key]: value });
  }
}
