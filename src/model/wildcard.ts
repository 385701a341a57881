/** Whether a name fits a pattern. */
export type Fits = (name: string) => boolean;

/**
 * Reads a pattern in which `*` stands for any characters, none included, and `?` for one; every other character stands for
 * itself, as names of product profiles hold brackets, braces and slashes. A name takes its length times the pattern's at
 * most.
 */
export function wildcard(pattern: string): Fits {
  if (!/[*?]/.test(pattern)) return (name) => name === pattern;
  if (pattern.includes("?")) return (name) => fits(name, pattern);
  const [start = "", ...rest] = pattern.split("*");
  const end = rest.pop() ?? "";
  const middle = rest.filter(Boolean);
  return (name) => {
    if (name.length < start.length + end.length || !name.startsWith(start) || !name.endsWith(end))
      return false;
    let at = start.length;
    for (const part of middle) {
      const found = name.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= name.length - end.length;
  };
}

function fits(name: string, pattern: string): boolean {
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
