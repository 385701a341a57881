/** The lines of a snippet, without the indentation that they share. */
export function outdent(snippet: string): string {
  const lines = snippet
    .replace(/^[ \t]*\n/, "")
    .replace(/\n[ \t]*$/, "\n")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join("\n");
}

/** A rule's example as whole snapshots: without its indentation, each with the format's line. */
export function asSnapshot(snippet: string): string {
  const plain = outdent(snippet);
  return plain
    .split(/^(?=---$)/m)
    .map(withFormat)
    .join("");
}

function withFormat(text: string): string {
  const divider = /^---\n/.exec(text)?.[0] ?? "";
  const own = text.slice(divider.length);
  return /^\s*(?:\{|"?imsLint)/.test(own) ? text : `${divider}imsLint: snapshot/v1\n${own}`;
}
