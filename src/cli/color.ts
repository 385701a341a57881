import type { Edges } from "./edges.js";
import { oneOf } from "./options.js";

interface ColorValues {
  readonly color?: string | undefined;
  readonly "no-color"?: boolean | undefined;
}

/** `--color`, then NO_COLOR and FORCE_COLOR (https://no-color.org), then whether a terminal reads. */
export function colorOn(values: ColorValues, { env, stdout }: Edges): boolean {
  if (values["no-color"]) return false;
  const wanted =
    values.color === undefined ? "auto" : oneOf("--color", values.color, ["auto", "always", "never"]);
  if (wanted !== "auto") return wanted === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stdout.isTTY && env.TERM !== "dumb";
}
