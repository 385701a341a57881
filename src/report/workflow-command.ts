import { printable } from "./terminal.js";

export type AnnotationType = "error" | "warning" | "notice";

/**
 * A command to the runner of GitHub Actions, as a line of the log (docs.github.com, actions: workflow commands). Every
 * value is escaped, so none can end the line, begin another command, or pass for another property. Line breaks that
 * are meant are given as separate lines of the message.
 */
export function workflowCommand(
  name: AnnotationType | "debug",
  properties: Readonly<Record<string, string | number | undefined>>,
  message: readonly string[],
): string {
  const stated = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(printable(String(value)))}`],
  );
  const head = stated.length > 0 ? `${name} ${stated.join(",")}` : name;
  return `::${head}::${message.map((line) => escapeData(printable(line))).join("%0A")}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Text for a log that the runner reads: none of its lines is taken for a command. */
export function unobeyed(text: string): string {
  return text.replaceAll("##[", "#\\u{23}[").replace(/^(\s*):(?=:)/gm, "$1\\u{3a}");
}
