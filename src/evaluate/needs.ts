import { imsAccountsOf } from "../model/ims-account.js";
import { type Linkage, link, profileNames } from "../model/linkage.js";
import type { MaskReading } from "../model/mask.js";
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
    case "server":
    case "console":
      return present(need, instance[need]);
    case "users":
      return present("users", instance.organization?.users);
    case "profiles":
      return present("profiles", profileNames(instance) ? true : undefined);
    case "imsAccounts":
      return resolveAccounts(instance);
    case "linkage":
      return resolveLinkage(instance, readMask);
  }
}

function present<N extends Need & EvidenceKey>(need: N, value: Evidence[N] | undefined): Resolved<Need> {
  return value === undefined ? { missing: need } : { value };
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
  const stop = (rule: string, message: string): Resolved<"linkage"> => ({
    because: { rule, subject: first },
    message,
  });
  switch (mask.state) {
    case "absent":
      return stop("mask-present", "The association mask is not in the export.");
    case "empty":
      return stop("mask-present", "The association mask is empty.");
    case "invalid":
      return stop("mask-syntax", "The association mask is no regular expression.");
    case "unsupported":
      return stop("mask-syntax", "ims-lint cannot evaluate the association mask.");
    case "usable":
      break;
  }
  if (mask.captures > 1) {
    return stop(
      "mask-capture",
      "The association mask captures more than one part, and which of them counts is not public.",
    );
  }
  if (mask.captures === 0 && !mask.isPrefix) {
    return stop(
      "mask-capture",
      "The association mask captures nothing, so the name of the group is not known.",
    );
  }
  const costs = mask.cost * inputSize(instance);
  if (costs > COST_BUDGET) {
    return stop("mask-syntax", "The association mask is too costly to match against so many names.");
  }
  const linkage: Linkage = link(instance, mask);
  return { value: linkage };
}

/** Steps of the regular-expression engine that matching all names may cost: about half a second. */
const COST_BUDGET = 50_000_000;

function inputSize(instance: Instance): number {
  let size = 0;
  for (const name of profileNames(instance)?.names.keys() ?? []) size += name.length;
  return size;
}
