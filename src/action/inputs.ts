import * as core from "@actions/core";
import { FAIL_ON, type FailOn, PRESETS, type Preset } from "../config/config.words.js";
import { InputError } from "./input-error.js";

/** What the workflow says under `with`; action.yml tells what each means. */
export interface Inputs {
  readonly paths: readonly string[];
  /** Relative to the working directory. */
  readonly config: string | undefined;
  readonly presets: readonly Preset[];
  readonly failOn: FailOn | undefined;
  /** Undefined: `new` on a pull request, else `all`. */
  readonly failScope: FailScope | undefined;
  readonly sarifFile: string | undefined;
  readonly uploadSarif: boolean;
  readonly category: string;
  readonly comment: boolean;
  readonly annotations: boolean;
  readonly summary: boolean;
  /** Undefined: masked where the repository is public. */
  readonly people: "show" | "mask" | undefined;
  readonly trustHeadConfig: boolean;
  /** Empty where there is none. */
  readonly token: string;
  readonly workingDirectory: string;
}

const FAIL_SCOPES = ["new", "all"] as const;
export type FailScope = (typeof FAIL_SCOPES)[number];

/** @throws {InputError} which names the input and what it can be */
export function readInputs(): Inputs {
  const token = core.getInput("github-token");
  const paths = lines("paths");
  if (paths.includes("-")) throw new InputError('paths: "-" is standard input, which an Action has none of.');
  return {
    paths: paths.length > 0 ? paths : ["."],
    config: text("config"),
    presets: lines("preset")
      .flatMap((line) => line.split(","))
      .map((word) => oneOf("preset", word.trim(), PRESETS)),
    failOn: choice("fail-on", FAIL_ON),
    failScope: choice("fail-scope", FAIL_SCOPES),
    sarifFile: text("sarif-file"),
    uploadSarif: flag("upload-sarif", false),
    category: text("category") ?? "ims-lint",
    comment: flag("comment", true),
    annotations: flag("annotations", true),
    summary: flag("summary", true),
    people: choice("people", ["show", "mask"]),
    trustHeadConfig: flag("trust-head-config", false),
    token,
    workingDirectory: text("working-directory") ?? ".",
  };
}

function text(name: string): string | undefined {
  return core.getInput(name) || undefined;
}

function lines(name: string): string[] {
  return core.getMultilineInput(name).filter((line) => line !== "");
}

function choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
  const value = text(name);
  return value === undefined ? undefined : oneOf(name, value, allowed);
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found === undefined)
    throw new InputError(`${name} is "${value}", but must be one of ${allowed.join(", ")}.`);
  return found;
}

function flag(name: string, usual: boolean): boolean {
  const value = text(name);
  return value === undefined ? usual : oneOf(name, value.toLowerCase(), ["true", "false"]) === "true";
}
