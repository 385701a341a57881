/** Names as a part of a sentence: `allowHTTP, showErrors and allowDebug`. */
export function joined(names: readonly string[], last: "and" | "or" = "and"): string {
  const end = names.at(-1) ?? "";
  return names.length < 2 ? end : `${names.slice(0, -1).join(", ")} ${last} ${end}`;
}
