import { parseArgs } from "node:util";
import { readDate } from "../model/leaves.js";
import { nearest } from "../model/nearest.js";
import { UsageError } from "./edges.js";

type Spec = Readonly<
  Record<
    string,
    { readonly type: "string" | "boolean"; readonly multiple?: boolean; readonly short?: string }
  >
>;
type Arguments<T extends Spec> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>
>;

/** Reads the arguments of a command; a mistyped option is answered with the nearest one. */
export function readArguments<const T extends Spec>(args: readonly string[], options: T): Arguments<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(inWords(error, Object.keys(options)));
  }
}

function inWords(error: unknown, known: readonly string[]): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const option = /'(--?[^']*)'/.exec(message)?.[1] ?? "";
    const near = nearest(option.replace(/^-+/, ""), known);
    return `There is no option ${option}.${near ? ` Did you mean --${near}?` : ""}`;
  }
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    const option = /'(?:-\w, )?(--[a-z-]+)/.exec(message)?.[1] ?? "";
    const takesNone = message.includes("does not take an argument");
    return takesNone ? `${option} takes no value.` : `${option} needs a value: ${option} <value>.`;
  }
  throw error;
}

/** One of the allowed words, or a usage error that names them. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found) return found;
  const near = nearest(value, allowed);
  throw new UsageError(
    `${option} is "${value}", but must be one of ${allowed.join(", ")}.${near ? ` Did you mean ${near}?` : ""}`,
  );
}

/** Values of an option that can be repeated and holds commas. */
export function listOf(values: readonly string[] | undefined): string[] {
  return (values ?? [])
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter(Boolean);
}

/** `--as-of`: a date against which ages are judged. */
export function asOfFrom(value: string | undefined): Date | undefined {
  if (value === undefined) return undefined;
  const date = readDate(value);
  if (date instanceof Date) return date;
  throw new UsageError(`--as-of is "${value}", but must be a date such as 2026-11-20.`);
}
