import { mappings } from "../../controls/index.js";
import type { Policy, RuleInForce } from "../config/policy.js";
import { withheld } from "../controls/claims.js";
import type { Control, Mapping } from "../controls/mapping.js";
import type { ControlV1, FrameworkV1 } from "./report.v1.js";

/** What counts as evidence for which control, as the rules are in force. */
export function toControlsV1({ settings }: Policy): FrameworkV1[] {
  const inForce = new Map(settings.map((setting) => [setting.rule.id, setting]));
  return mappings.map((mapping) => toFramework(mapping, inForce));
}

function toFramework(
  { framework, mapping, controls }: Mapping,
  inForce: ReadonlyMap<string, RuleInForce>,
): FrameworkV1 {
  const all = controls.map((control) => toControl(control, inForce));
  const isChecked = ({ counts, loosened }: ControlV1) => counts.length + loosened.length > 0;
  return {
    framework: framework.id,
    title: framework.title,
    edition: framework.edition,
    mapping: mapping.version,
    controls: all.filter(isChecked),
    unchecked: all.filter((control) => !isChecked(control)).map(({ control }) => control),
  };
}

function toControl({ id, title, rules }: Control, inForce: ReadonlyMap<string, RuleInForce>): ControlV1 {
  const counts: string[] = [];
  const loosened: ControlV1["loosened"][number][] = [];
  const off: string[] = [];
  for (const argument of rules) {
    const { rule } = argument;
    const setting = inForce.get(rule);
    const why = setting && withheld(argument, setting);
    if (!setting || why?.is === "off") off.push(rule);
    else if (why) loosened.push({ rule, option: why.option, value: why.value, asks: why.limit });
    else counts.push(rule);
  }
  return { control: id, title, counts, loosened, off };
}
