import { mappings } from "../../controls/index.js";
import type { RuleInForce } from "../config/policy.js";
import type { Argument, Control, Framework } from "./mapping.js";

/** That a rule gives evidence to a control. */
export interface Claim extends Argument {
  readonly framework: Framework;
  readonly control: Control;
}

/** What a rule gives evidence to, framework by framework. */
export function claimsOf(rule: string): readonly Claim[] {
  return BY_RULE.get(rule) ?? [];
}

const BY_RULE = new Map<string, Claim[]>();
for (const { framework, controls } of mappings) {
  for (const control of controls) {
    for (const argument of control.rules) {
      const claim = { ...argument, framework, control };
      const others = BY_RULE.get(argument.rule);
      if (others) others.push(claim);
      else BY_RULE.set(argument.rule, [claim]);
    }
  }
}

/** Why a rule's verdicts are no evidence for a control in a run. */
export type Withheld =
  | { readonly is: "off"; readonly origin: string }
  | { readonly is: "loosened"; readonly option: string; readonly value: number; readonly limit: number };

/** Undefined where the rule, as it is in force, counts. */
export function withheld({ asks = {} }: Argument, inForce: RuleInForce): Withheld | undefined {
  if (inForce.level === "off") return { is: "off", origin: inForce.origin };
  for (const [option, limit] of Object.entries(asks)) {
    const value = inForce.options[option];
    if (limit !== undefined && value !== undefined && value > limit) {
      return { is: "loosened", option, value, limit };
    }
  }
  return undefined;
}

export function withheldInWords(why: Withheld): string {
  switch (why.is) {
    case "off":
      return `The rule is off (${why.origin}).`;
    case "loosened":
      return `${why.option} is ${why.value}, and the control asks for ${why.limit} at most.`;
  }
}

/** What a claim asks of the rule's options, as a sentence; nothing where it asks nothing. */
export function asksInWords({ asks = {} }: Argument): string[] {
  const limits = Object.entries(asks).map(([option, limit]) => `${option} is at most ${limit}`);
  return limits.length > 0 ? [`It counts while ${limits.join(" and ")}.`] : [];
}

/** Which controls a loosened option costs its evidence, as a sentence; nothing where it costs none. */
export function costInWords(inForce: RuleInForce): string[] {
  const { rule } = inForce;
  const lost = claimsOf(rule.id).filter((claim) => withheld(claim, inForce)?.is === "loosened");
  if (lost.length === 0) return [];
  const towards = [...new Set(lost.map(({ framework }) => framework))].map((framework) => {
    const ids = lost.filter((claim) => claim.framework === framework).map(({ control }) => control.id);
    return `${framework.title} ${ids.join(", ")}`;
  });
  const options = Object.keys(rule.options ?? {}).map((name) => `${name} is ${inForce.options[name]}`);
  return [
    `${rule.id}: as ${options.join(" and ")}, a pass is no evidence for ${towards.join("; ")}. What they ask for: ims-lint explain ${rule.id}.`,
  ];
}
