import { areMixed } from "../model/builds.js";
import { imsAccountsOf } from "../model/ims-account.js";
import { link } from "../model/linkage.js";
import { type MaskReading, whyUnusable } from "../model/mask.js";
import { imsOperatorsOf } from "../model/people.js";
import { profileNames } from "../model/profile-names.js";
import type { Instance } from "../model/workspace.js";
import type { EvidenceKey } from "./evidence.js";
import type { Evidence, Need } from "./rule.js";
import type { CauseRef } from "./verdict.js";

/** Evidence of one kind, or why it is not there. */
export type Resolved<N extends Need> =
  | { readonly value: Evidence[N] }
  | { readonly missing: EvidenceKey }
  | { readonly because: CauseRef; readonly message: string };

/** Resolves the evidence that rules ask for, each kind once for an instance. */
export function resolver(instance: Instance, readMask: (mask: string | undefined) => MaskReading) {
  const known = new Map<Need, Resolved<Need>>();
  return <N extends Need>(need: N): Resolved<N> => {
    let resolved = known.get(need);
    if (!resolved) {
      resolved = resolve(need, instance, readMask);
      known.set(need, resolved);
    }
    return resolved as Resolved<N>;
  };
}

function resolve(
  need: Need,
  instance: Instance,
  readMask: (mask: string | undefined) => MaskReading,
): Resolved<Need> {
  switch (need) {
    case "packages":
    case "extAccounts":
    case "groups":
    case "operators":
    case "organization":
    case "schemas":
    case "serverConf":
    case "console":
      return present(need, instance[need]);
    case "xtkOptions":
      return instance.options ? { value: instance.options } : { missing: "options" };
    case "server":
      return resolveServer(instance);
    case "users":
      return present("users", instance.organization?.users);
    case "profiles":
      return present("profiles", profileNames(instance) ? true : undefined);
    case "imsAccounts":
      return resolveAccounts(instance);
    case "imsOperators":
      return resolveImsOperators(instance);
    case "linkage":
      return resolveLinkage(instance, readMask);
  }
}

function present<N extends Need & EvidenceKey>(need: N, value: Evidence[N] | undefined): Resolved<Need> {
  return value === undefined ? { missing: need } : { value };
}

function resolveServer(instance: Instance): Resolved<"server"> {
  const { server, builds } = instance;
  if (!server) return { missing: "server" };
  if (!areMixed(builds)) return { value: server };
  return {
    because: { rule: "export-mixed-builds" },
    message: "The exports come from different builds of the server, so which one is meant is not known.",
  };
}

function resolveAccounts(instance: Instance): Resolved<"imsAccounts"> {
  if (!instance.extAccounts) return { missing: "extAccounts" };
  const accounts = imsAccountsOf(instance);
  if (accounts.length > 0) return { value: accounts };
  return { because: { rule: "account-present" }, message: "No IMS external account is in the export." };
}

function resolveLinkage(
  instance: Instance,
  readMask: (mask: string | undefined) => MaskReading,
): Resolved<"linkage"> {
  const accounts = resolveAccounts(instance);
  if (!("value" in accounts)) return accounts;
  const [first] = accounts.value;
  const masks = new Set(accounts.value.map((account) => account.imsRightsMask));
  if (!first || masks.size > 1) {
    return {
      because: { rule: "account-unique", ...(accounts.value[1] ? { subject: accounts.value[1] } : {}) },
      message: `The ${accounts.value.length} IMS external accounts have different association masks, so none of them is sure to count.`,
    };
  }
  const mask = readMask(first.imsRightsMask);
  if (mask.state !== "usable") {
    const { because, message } = whyUnusable(first, mask);
    return { because, message };
  }
  const stop = (message: string): Resolved<"linkage"> => ({
    because: { rule: "mask-capture", subject: first },
    message,
  });
  if (mask.captures > 1) {
    return stop("The association mask captures more than one part, and which of them counts is not public.");
  }
  if (mask.captures === 0 && !mask.isPrefix) {
    return stop("The association mask captures nothing, so the name of the group is not known.");
  }
  return { value: link(instance, mask) };
}

/** Steps of the regular-expression engine that matching all names may cost: about a second. */
const COST_BUDGET = 100_000_000;

/** Reads masks for an instance: one that costs too much to match against all its profiles is not evaluated. */
export function affordable(
  instance: Instance,
  readMask: (mask: string | undefined) => MaskReading,
): (mask: string | undefined) => MaskReading {
  let size: number | undefined;
  return (text) => {
    const mask = readMask(text);
    if (mask.state !== "usable") return mask;
    size ??= sizeOfNames(instance);
    if (mask.cost * size <= COST_BUDGET) return mask;
    return {
      state: "unsupported",
      reason: "takes too long to match against so many profiles, and ims-lint does not evaluate it",
      at: undefined,
    };
  };
}

function sizeOfNames(instance: Instance): number {
  let size = 0;
  for (const name of profileNames(instance)?.names.keys() ?? []) size += name.length;
  return size;
}

/** The operators that log in with an Adobe ID; missing where no operator says how it logs in. */
function resolveImsOperators(instance: Instance): Resolved<"imsOperators"> {
  const { operators } = instance;
  if (!operators) return { missing: "operators" };
  const value = imsOperatorsOf(instance, operators);
  return value ? { value } : { missing: "operatorLogin" };
}
