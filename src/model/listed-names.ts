/**
 * Names that stand in one cell, joined by commas, though a name may hold commas itself. The file alone cannot tell
 * them apart; the names that a listing knows can.
 */

/** Known names by their pieces, the texts between their commas: each step leads one piece further. */
export interface KnownNames {
  readonly next: Map<string, KnownNames>;
  /** The name that ends here. */
  name: string | undefined;
}

/** Makes names ready to be told apart by. */
export function knownNames(names: Iterable<string>): KnownNames {
  const top = node();
  for (const name of names) {
    const pieces = piecesOf(name);
    if (pieces.length === 0 || pieces.length > MOST_PIECES) continue;
    let at = top;
    for (const piece of pieces) {
      let next = at.next.get(piece);
      if (!next) {
        next = node();
        at.next.set(piece, next);
      }
      at = next;
    }
    at.name ??= name;
  }
  return top;
}

/** A name has at most 255 characters (helpx enterprise/using/user-groups.html), a comma in every second one. */
const MOST_PIECES = 128;

function node(): KnownNames {
  return { next: new Map(), name: undefined };
}

/** The texts between the commas of a name, without the white space around them; blank ones are left out. */
export function piecesOf(name: string): string[] {
  if (!name.includes(",")) return name.trim() === "" ? [] : [name.trim()];
  return name
    .split(",")
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

/**
 * Tells the names of one cell apart. `parts` is a first guess, in the cell's order: what rejoins to a known name is
 * that name, the longest first, whatever the white space at its commas. A part that holds commas and is not known
 * comes apart where everything in it is known. Without any change the same array is given back.
 */
export function resolveListed(parts: string[], known: KnownNames): string[] {
  if (!parts.some((part) => part.includes(",") || (known.next.get(part)?.next.size ?? 0) > 0)) return parts;
  const pieces: string[] = [];
  /** Of each part, where its pieces end. */
  const ends = parts.map((part) => {
    for (const piece of piecesOf(part)) pieces.push(piece);
    return pieces.length;
  });
  const names: string[] = [];
  let part = 0;
  for (let at = 0; at < pieces.length; ) {
    while ((ends[part] ?? 0) <= at) part += 1;
    const end = ends[part] ?? 0;
    const run = knownFrom(pieces, at, known);
    const found =
      run && run.count > 1 ? { names: [run.name], end: at + run.count } : allKnown(pieces, at, end, known);
    for (const name of found?.names ?? [restOf(parts[part] ?? "", end - at)]) names.push(name);
    at = found?.end ?? end;
  }
  return names.length === parts.length && names.every((name, index) => name === parts[index]) ? parts : names;
}

/** Whether each of some names is known, whatever the white space at its commas. */
export function areKnown(names: readonly string[], known: KnownNames): boolean {
  return names.every((name) => {
    let at: KnownNames | undefined = known;
    for (const piece of piecesOf(name)) at = at?.next.get(piece);
    return at?.name !== undefined;
  });
}

interface Run {
  readonly name: string;
  /** Its pieces. */
  readonly count: number;
}

/** The longest known name whose pieces begin at `at`. */
function knownFrom(pieces: readonly string[], at: number, known: KnownNames): Run | undefined {
  let longest: Run | undefined;
  let step = known.next.get(pieces[at] ?? "");
  for (let count = 1; step; count++) {
    if (step.name !== undefined) longest = { name: step.name, count };
    step = at + count < pieces.length ? step.next.get(pieces[at + count] ?? "") : undefined;
  }
  return longest;
}

/** The known names that a part of several pieces is made of. */
function allKnown(
  pieces: readonly string[],
  from: number,
  to: number,
  known: KnownNames,
): { names: string[]; end: number } | undefined {
  if (to - from < 2) return undefined;
  const names: string[] = [];
  let at = from;
  while (at < to) {
    const run = knownFrom(pieces, at, known);
    if (!run) return undefined;
    names.push(run.name);
    at += run.count;
  }
  return { names, end: at };
}

/** The last `count` pieces of a part, as they were written. */
function restOf(part: string, count: number): string {
  if (!part.includes(",")) return part;
  return part.split(",").slice(-count).join(",").trim();
}
