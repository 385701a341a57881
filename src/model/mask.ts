import { DASH, DIFFERENCES, type Difference, fold, SPACE } from "./likeness.js";
import { explain, literalStartOf, type Token, tokensOf, type Unusable } from "./mask-syntax.js";
import type { ExtAccount } from "./snapshot.schema.js";

/**
 * How ims-lint reads an association mask. Adobe's pages disagree (a pattern whose captured part is the group, or a
 * prefix), so this is a reading, stated in the docs: a regular expression in RE2 syntax, matched against the whole
 * name of a product profile, case sensitively, with exactly one capture group. Without any, and without other
 * metacharacters, it is a literal prefix.
 */
export type MaskReading = { readonly state: "absent" } | { readonly state: "empty" } | Unusable | Mask;

/** A mask that can be matched. */
export interface Mask {
  readonly state: "usable";
  readonly text: string;
  /** Capture groups; a prefix has none. */
  readonly captures: number;
  /** Read as a literal prefix. */
  readonly isPrefix: boolean;
  /** The text with which every match begins, as far as it is plain. */
  readonly literalStart: string;
  /** What the mask captures of a profile's name; undefined where it does not match. */
  capture(profile: string): string | undefined;
  /** How the mask would match a name that it does not match, if some differences did not count. */
  nearMiss(profile: string): NearMiss | undefined;
  /** Steps that one character of a name can cost. */
  readonly cost: number;
}

/** A name that the mask would match if it were written a little differently. */
export interface NearMiss {
  /** All in which name and mask differ, and no more. */
  readonly differences: readonly Difference[];
  /** What the mask captures then, the differences folded. */
  readonly captured: string;
}

export interface RegexEngine {
  compile(
    pattern: string,
    flags: { readonly ignoreCase: boolean },
  ): Compiled | { readonly error: string; readonly fragment: string };
}

export interface Compiled {
  readonly groups: number;
  /** Instructions of the program: its cost for each character of input. */
  readonly size: number;
  /** The first capture of a match of the whole text, "" without groups; undefined without a match. */
  match(text: string): string | undefined;
}

/** Longer than any mask that means something, and short enough to compile in no time. */
const MAX_LENGTH = 1_000;

/** Reads a mask on the given engine. */
export function readMask(mask: string | undefined, engine: RegexEngine): MaskReading {
  if (mask === undefined) return { state: "absent" };
  if (mask === "") return { state: "empty" };
  if (mask.length > MAX_LENGTH) {
    return {
      state: "unsupported",
      reason: "is longer than 1,000 characters, which ims-lint does not evaluate",
      at: undefined,
    };
  }
  const compiled = compile(mask, engine, []);
  return "error" in compiled ? explain(mask, compiled) : usable(mask, engine, compiled);
}

/** What a rule says, in place of its own verdict, of a mask that cannot be used: the rule about that stands behind. */
export function whyUnusable(account: ExtAccount, mask: Exclude<MaskReading, Mask>) {
  const blocked = (rule: "mask-present" | "mask-syntax", message: string) => ({
    message,
    at: [account, "imsRightsMask"] as const,
    because: { rule, subject: account },
  });
  switch (mask.state) {
    case "absent":
      return blocked("mask-present", "The association mask is not in the export.");
    case "empty":
      return blocked("mask-present", "Association mask is empty.");
    case "invalid":
      return blocked("mask-syntax", `Association mask "${account.imsRightsMask}" is no regular expression.`);
    case "unsupported":
      return blocked("mask-syntax", `Association mask "${account.imsRightsMask}" ${mask.reason}.`);
  }
}

const METACHARACTER = /[\\^$.|?*+()[\]{}]/;
/** The form that the docs give: a plain beginning, and the rest captured. It needs no engine, which takes long to load. */
const PLAIN_AND_REST = /^([^\\^$.|?*+()[\]{}]*)\(\.\*\)$/;

/** Whether a mask is matched by the engine. */
export function needsEngine(mask: string): boolean {
  return METACHARACTER.test(mask) && !PLAIN_AND_REST.test(mask);
}

/** The mask with the given differences taken out; a prefix without an engine. */
function compile(
  mask: string,
  engine: RegexEngine,
  differences: readonly Difference[],
): ReturnType<RegexEngine["compile"]> {
  if (needsEngine(mask)) {
    return engine.compile(differences.length > 0 ? loosen(mask, differences) : mask, {
      ignoreCase: differences.includes("letter case"),
    });
  }
  const beginning = PLAIN_AND_REST.exec(mask)?.[1];
  const start = fold(beginning ?? mask, differences);
  return {
    groups: beginning === undefined ? 0 : 1,
    size: 1,
    match(text) {
      if (!text.startsWith(start)) return undefined;
      const rest = text.slice(start.length);
      // A dot stands for any character but the end of a line.
      return beginning !== undefined && rest.includes("\n") ? undefined : rest;
    },
  };
}

function usable(text: string, engine: RegexEngine, compiled: Compiled): Mask {
  const loose = new Map<readonly Difference[], Compiled | undefined>();
  const captureWithout = (differences: readonly Difference[], name: string): string | undefined => {
    if (!loose.has(differences)) {
      const made = compile(text, engine, differences);
      loose.set(differences, "error" in made ? undefined : made);
    }
    return loose.get(differences)?.match(fold(name, differences));
  };
  return {
    state: "usable",
    text,
    captures: compiled.groups,
    isPrefix: !METACHARACTER.test(text),
    literalStart: literalStartOf(text),
    capture: (name) => compiled.match(name),
    nearMiss(name) {
      if (captureWithout(DIFFERENCES, name) === undefined) return undefined;
      for (const differences of SETS_OF_DIFFERENCES) {
        const captured = captureWithout(differences, name);
        if (captured !== undefined) return { differences, captured };
      }
      return undefined;
    },
    cost: compiled.size * (compiled.groups + 1),
  };
}

/** Names of every script and sign that have nothing in common; what matches all of them matches any name. */
const PROBES = [
  "Zebra 9 quartz",
  "\u00e9t\u00e9 \u2013 _a(b), c.d",
  "ADOBE/analytics#prod-eu",
  "\u65e5\u672c\u8a9e\u306e\u540d\u524d \u2116 7",
];

/** Whether a mask matches any name, so that every product profile leads to a group. */
export function matchesAnything(mask: Mask): boolean {
  return PROBES.every((name) => mask.capture(name) !== undefined);
}

/** Every set of differences, the smallest first. */
const SETS_OF_DIFFERENCES: readonly (readonly Difference[])[] = [
  ...DIFFERENCES.map((difference) => [difference]),
  ...DIFFERENCES.map((left) => DIFFERENCES.filter((difference) => difference !== left)),
  DIFFERENCES,
];

/** The mask for folded names: white space is gone with what repeats it, every dash is a hyphen. */
function loosen(mask: string, differences: readonly Difference[]): string {
  const dropsSpace = differences.includes("white space");
  const dropsDashes = differences.includes("the kind of dash");
  let result = "";
  let hasDropped = false;
  for (const token of tokensOf(mask)) {
    if (dropsSpace && (isSpace(token) || (hasDropped && token.kind === "repeat"))) {
      hasDropped = true;
      continue;
    }
    hasDropped = false;
    result += loosenToken(token, dropsSpace, dropsDashes);
  }
  return result;
}

function loosenToken({ kind, text }: Token, dropsSpace: boolean, dropsDashes: boolean): string {
  switch (kind) {
    case "literal":
      return dropsDashes && DASH.test(text) ? "-" : text;
    case "quote":
      return fold(text, [
        ...(dropsSpace ? (["white space"] as const) : []),
        ...(dropsDashes ? (["the kind of dash"] as const) : []),
      ]);
    case "class":
      return dropsDashes
        ? text.replace(/[\s\S]/g, (char) => (char !== "-" && DASH.test(char) ? "\\-" : char))
        : text;
    default:
      return text;
  }
}

/** White space as a mask can hold it: itself, escaped, or a class of nothing else. */
function isSpace({ kind, text }: Token): boolean {
  switch (kind) {
    case "literal":
      return SPACE.test(text);
    case "escape":
      return /^\\(?:[stnrfv]|x(?:20|a0|\{0*(?:20|a0)\}))$/i.test(text)
        ? text !== "\\S"
        : SPACE.test(text.slice(1));
    case "class":
      return /^\[(?:\\[stnrfv]|\s)+\]$/.test(text);
    default:
      return false;
  }
}
