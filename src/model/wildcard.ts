/**
 * Whether a name fits a pattern in which `*` stands for any characters, none included, and `?` for one; every other
 * character stands for itself, as names of product profiles hold brackets, braces and slashes. It takes the pattern's
 * length times the name's at most.
 */
export function fits(name: string, pattern: string): boolean {
  let at = 0;
  let of = 0;
  /** Where the last star stands, and the part of the name up to which it reaches. */
  let star = -1;
  let reach = 0;
  while (at < name.length) {
    const wanted = pattern[of];
    if (wanted === "*") {
      star = of++;
      reach = at;
    } else if (wanted === "?" || wanted === name[at]) {
      of++;
      at++;
    } else if (star >= 0) {
      of = star + 1;
      at = ++reach;
    } else {
      return false;
    }
  }
  while (pattern[of] === "*") of++;
  return of === pattern.length;
}
